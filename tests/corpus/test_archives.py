import gzip
import io
import json
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.base import Options
from corpus.sources import gather, read_stream
from tests.corpus.taken import lines, taken, texts

JSONL = b'{"id": "a", "text": "One"}\n{"text": "Two"}\n'


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def zst(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", zst)])
def test_a_packed_file_is_read_as_what_is_in_it(suffix: str, pack: Callable[[bytes], bytes]) -> None:
    gathered = taken("a.jsonl" + suffix, pack(JSONL))
    assert [(article.name, article.text) for article in gathered.articles] == [("a", "One"), ("a.jsonl:2", "Two")]
    assert {article.metadata.origin for article in gathered.articles} == {"a.jsonl" + suffix}
    assert texts(taken("stdin", pack(JSONL))) == ["One", "Two"]
    assert texts(taken("a.txt" + suffix, pack(JSONL))) == [JSONL.decode()]
    assert texts(taken("a.jsonl" + suffix, pack(JSONL) + pack(JSONL))) == ["One", "Two", "One", "Two"]


def test_members_of_a_zip_are_read_in_natural_order_and_called_by_their_paths(tmp_path: Path) -> None:
    members = {"b/10.txt": b"Ten", "b/2.txt": b"Two", "a.jsonl": JSONL, "b/x.png": b"\x89PNG", "__MACOSX/b/2.txt": b"x",
               "b/.hidden.txt": b"x", "c.csv": b"text,id\nThree,c\n", "d.jsonl.gz": gzip.compress(JSONL)}  # fmt: skip
    (tmp_path / "x.zip").write_bytes(zipped(members))
    gathered = gather([tmp_path / "x.zip"])
    names = [article.name for article in gathered.articles]
    assert names == ["a", "a.jsonl:2", "b/2.txt", "b/10.txt", "c", "d.jsonl:2"]
    assert {article.metadata.origin for article in gathered.articles} == {"x.zip"}
    assert [str(line) for line in gathered.troubles] == [
        f"{tmp_path / 'x.zip'}: the same text under the same name was already read; give it once"
    ]
    assert texts(taken("stdin", zipped(members)))[:2] == ["One", "Two"], "also through a pipe"


def test_a_folder_gives_its_archives_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"One"))
    (tmp_path / "b.bin.gz").write_bytes(gzip.compress(b"Two"))
    (tmp_path / "c.zip").write_bytes(zipped({"c.md": b"# Three"}))
    gathered = gather([tmp_path])
    assert [(article.name, article.title) for article in gathered.articles] == [("a.txt", "One"), ("c.md", "Three")]


def test_archives_in_each_other_are_read_one_deep() -> None:
    inner = zipped({"x.txt": b"Deep"})
    assert texts(taken("a.zip", zipped({"b.zip": inner}))) == ["Deep"]
    gathered = taken("a.zip", zipped({"b.zip": zipped({"c.zip": inner}), "d.txt": b"Other"}))
    assert texts(gathered) == ["Other"]
    assert "an archive in an archive in an archive" in lines(gathered)[0]


def test_a_member_that_cannot_be_read_costs_itself_alone() -> None:
    data = bytearray(zipped({"a.txt": b"One " * 50, "b.txt": b"Two " * 50}))
    at = data.index(b"a.txt") + 5
    data[at : at + 4] = b"\xff\xff\xff\xff"
    gathered = taken("x.zip", bytes(data))
    assert texts(gathered) == ["Two " * 50]
    assert lines(gathered)[0].startswith("x.zip, a.txt: the archive is damaged")


def test_a_locked_member_is_told() -> None:
    data = bytearray(zipped({"a.txt": b"One"}, zipfile.ZIP_STORED))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    assert lines(taken("x.zip", bytes(data))) == ["x.zip, a.txt: it is locked with a password"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.zip", b"PK\x03\x04 and nothing more", "not a zip archive"),
        ("a.zip", zipped({"x.png": b""}), "no texts in this archive"),
        ("a", zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "a word processor's file"),
        ("a.zip", zipped({"a.txt": b"x"}, zipfile.ZIP_LZMA), "packed in a way that is not read"),
        ("a.txt.gz", gzip.compress(b"One " * 99)[:-9], "the archive is damaged"),
        ("a.txt.gz", b"\x1f\x8bnonsense", "the archive is damaged"),
        ("a.txt.zst", zst(b"One " * 99)[:-3], "the archive is damaged (it ends too early)"),
        ("a.txt.zst", b"\x28\xb5\x2f\xfdnonsense", "the archive is damaged"),
        ("a.gz", gzip.compress(b"a.txt".ljust(257, b"\0") + b"ustar\x0000" + b"\0" * 300), "a tar archive is not read"),
        ("a.tar.gz", b"", "a tar archive is not read"),
    ],
    ids="cut,no texts,office,lzma,gz cut,gz broken,zst cut,zst broken,tar in gz,tar by name".split(","),
)
def test_what_is_no_archive_of_texts_is_refused_with_the_reason(name: str, data: bytes, reason: str) -> None:
    (trouble,) = lines(taken(name, data))
    assert reason in trouble
    assert trouble.startswith(name)


def bomb(size: int) -> bytes:
    """A gzip of that many bytes of one letter, a thousandth of it."""
    packer = zlib.compressobj(9, wbits=31)
    block = b"x" * 2**20
    return b"".join([*(packer.compress(block) for _ in range(size // 2**20)), packer.flush()])


def test_bombs_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.readers.inflated.FREE", 4 * 2**20)
    gathered = taken("a.jsonl.gz", bomb(64 * 2**20))
    assert gathered.articles == ()
    assert "only an archive made to do harm" in lines(gathered)[-1]
    members = {f"{number}.csv": b"text,n\n" + (b"y " * 1000 + b",1\n") * 1000 for number in range(9)}
    gathered = taken("a.zip", zipped(members))
    assert ["only an archive made to do harm" in line for line in lines(gathered)] == [True]
    assert len(gathered.articles) < 9000, "all members count together, and the rest is not read"


def test_a_text_in_an_archive_may_be_no_larger_than_one_outside() -> None:
    large = b"".join(b"%d " % number for number in range(9 * 10**6))
    assert "larger than 64 MB" in lines(taken("a.txt.zst", zst(large)))[0]
    assert "only an archive made to do harm" in lines(taken("a.txt.zst", zst(b"x" * (65 * 2**20))))[0]


def test_a_directory_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.readers.zipped._DIRECTORY", 5000)
    assert "too many files" in lines(taken("a.zip", zipped({f"{n}.txt": b"x" for n in range(200)})))[0]


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", zst)])
def test_records_in_an_archive_are_read_with_little_memory(suffix: str, pack: Callable[[bytes], bytes]) -> None:
    rows = (json.dumps({"text": f"{number} " * 600, "n": number * 7919}) + "\n" for number in range(6000))
    data = pack("".join(rows).encode())
    tracemalloc.start()
    assert sum(1 for _ in read_stream(io.BytesIO(data), "a.jsonl" + suffix, Options())) == 6000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * 2**20


@given(st.binary(max_size=100), st.integers(0, 200), st.integers(0, 255))
def test_any_bytes_are_articles_or_troubles(data: bytes, at: int, byte: int) -> None:
    for name, good in (
        ("a.zip", zipped({"a.txt": b"One " * 9, "b.jsonl": JSONL})),
        ("a.jsonl.gz", gzip.compress(JSONL)),
        ("a.jsonl.zst", zst(JSONL)),
    ):
        broken = bytearray(good)
        broken[at % len(good)] = byte
        taken(name, bytes(broken))
        taken(name, good[: at % len(good)] + data)
        taken(name, data)
