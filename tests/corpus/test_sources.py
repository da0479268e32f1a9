import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.readers.base import Options
from corpus.readers.source import LARGEST, natural_key
from corpus.sources import Gathered, Input, gather, inputs, read, sample


def names(gathered: Gathered) -> list[str]:
    return [article.name for article in gathered.articles]


def troubles(gathered: Gathered) -> list[str]:
    return [str(trouble) for trouble in gathered.troubles]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three texts in natural order, and what is none."""
    for name in ("part 10.txt", "part 2.TXT", "sub/part 1.md"):
        path = tmp_path / "story" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}\n")
    for name in (".hidden.txt", "picture.png", ".git/x.txt"):
        path = tmp_path / "story" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"\x89PNG\0")
    return tmp_path / "story"


def test_a_folder_gives_its_texts_in_natural_order(folder: Path) -> None:
    gathered = gather([folder])
    assert names(gathered) == ["part 2.TXT", "part 10.txt", "sub/part 1.md"]
    assert gathered.troubles == ()


def test_a_folder_gives_files_of_every_kind(tmp_path: Path) -> None:
    files = {
        "1.txt": "Plain",
        "2.jsonl": '{"text": "Lines"}',
        "3.json": '[{"text": "Array"}]',
        "4.csv": "text,n\nTable,1",
        "5.tsv": "text\tn\nTabs\t1",
        "6.rss": "<rss><channel><item><description>Feed</description></item></channel></rss>",
        "7.xml": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary>Atom</summary></entry></feed>",
        "8.md": "# Marks",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    gathered = gather([tmp_path])
    assert [article.text for article in gathered.articles] == [
        "Plain", "Lines", "Array", "Table", "Tabs", "Feed", "Atom", "# Marks"
    ]  # fmt: skip
    assert gathered.troubles == ()
    assert [article.metadata.origin for article in gathered.articles][:2] == ["", "2.jsonl"]


def test_numbers_in_names_count_as_numbers() -> None:
    paths = [Path(name) for name in ("a10", "A2", "B1", "a2b", "a²", "10", "9", "c")]
    assert [str(path) for path in sorted(paths, key=natural_key)] == ["9", "10", "A2", "a2b", "a10", "a²", "B1", "c"]


def test_files_keep_the_order_in_which_they_are_named_and_any_suffix(tmp_path: Path) -> None:
    for name in ("z.report", "a", ".b.txt"):
        (tmp_path / name).write_text(f"Text {name}")
    assert names(gather([tmp_path / "z.report", tmp_path / "a", tmp_path / ".b.txt"])) == ["z.report", "a", ".b.txt"]


def test_files_with_the_same_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    paths = [tmp_path / "one" / "1.txt", tmp_path / "two" / "1.txt", tmp_path / "two" / "2.txt"]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_text("Text")
    assert names(gather(paths)) == ["one/1.txt", "two/1.txt", "2.txt"]
    assert names(gather([tmp_path])) == ["one/1.txt", "two/1.txt", "two/2.txt"]
    assert names(gather([tmp_path / "one", tmp_path / "two"])) == ["one/1.txt", "two/1.txt", "2.txt"]
    assert names(gather([paths[0], str(paths[0])])) == ["1.txt"]


def test_a_pattern_that_is_no_file_is_expanded_in_natural_order(tmp_path: Path) -> None:
    for name in ("10.txt", "9.txt", "[1].txt", "a.md"):
        (tmp_path / name).write_text(f"Text {name}")
    assert names(gather([tmp_path / "[0-9]*.txt"])) == ["9.txt", "10.txt"]
    assert names(gather([tmp_path / "[1].txt"])) == ["[1].txt"], "what exists is taken by its name"
    assert names(gather([f"{tmp_path}/**/*.md"])) == ["a.md"]
    assert "no file matches" in troubles(gather([tmp_path / "*.jsonl"]))[0]


def test_an_input_tells_what_a_resumed_import_compares(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text")
    os.utime(tmp_path / "a.txt", ns=(5, 7_000_000_001))
    assert list(inputs([tmp_path / "a.txt"])) == [Input(tmp_path / "a.txt", "a.txt", 4, 7_000_000_001)]


def test_a_file_that_goes_away_between_is_a_trouble(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text")
    (one,) = inputs([tmp_path / "a.txt"])
    assert isinstance(one, Input)
    (tmp_path / "a.txt").unlink()
    assert [str(outcome) for outcome in read(one, Options())] == [
        f"{tmp_path / 'a.txt'}: there is no such file or folder"
    ]


def test_nothing_heavy_is_imported_for_plain_texts(root: Path) -> None:
    script = (
        "import sys, corpus.sources\n"
        "assert len(corpus.sources.sample().articles) == 5\n"
        "heavy = 'lxml trafilatura orjson charset_normalizer ftfy pyarrow zstandard numpy spacy csv zipfile gzip'\n"
        "heavy = {*heavy.split(), 'importlib.metadata'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_reader_loads_its_library_before_it_has_a_file(root: Path) -> None:
    modules = ", ".join(f"corpus.readers.{path.stem}" for path in (root / "corpus" / "readers").glob("[a-z]*.py"))
    script = (
        f"import sys, {modules}, corpus.repair, corpus.fields\n"
        "heavy = {'lxml', 'trafilatura', 'charset_normalizer', 'ftfy', 'pyarrow', 'zstandard'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_kinds_that_are_refused_are_refused_in_one_line(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.docx", "c.tar", "d.tar.gz", "e.xlsx", "f"):
        (tmp_path / name).write_bytes(b"%PDF-1.7 ...")
    lines = troubles(gather([tmp_path / name for name in ("a.pdf", "b.docx", "c.tar", "d.tar.gz", "e.xlsx", "f")]))
    assert [line.count("is not read; give") for line in lines] == [1] * 6
    assert "a PDF" in lines[-1], "by its beginning"


def test_line_ends_and_marks_stay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfOne\r\nTwo")
    assert gather([tmp_path / "a.txt"]).articles[0].text == "\ufeffOne\r\nTwo"
    assert gather([tmp_path / "a.txt"], "utf-8-sig").articles[0].text == "One\r\nTwo"


def test_an_encoding_holds_for_every_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    assert gather([tmp_path], "latin-1").articles[0].text == "café"


def test_an_encoding_that_is_guessed_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    gathered = gather([tmp_path])
    assert [article.metadata.decoded for article in gathered.articles] == ["cp1252, guessed"]
    assert [str(notice) for notice in gathered.notices] == [
        f"{tmp_path / 'a.txt'}: not UTF-8, read as cp1252 (guessed); name its --encoding if that is wrong"
    ]
    assert gather([tmp_path], "latin-1").notices == ()


def test_the_same_text_under_the_same_name_is_read_once(folder: Path) -> None:
    gathered = gather([folder, folder / "part 10.txt"])
    assert len(gathered.articles) == 3
    assert [str(folder / "part 10.txt") in line and "already" in line for line in troubles(gathered)] == [True]


def test_the_same_name_with_another_text_is_another_article(tmp_path: Path) -> None:
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.txt").write_text(place)
    assert len(gather([tmp_path]).articles) == 2


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\n\n", "white space"),
        ("binary.txt", b"a\0b", "NUL byte at byte 1"),
        ("broken.txt", b"\xff\xfea", "not valid UTF-16-LE at byte 2"),
        ("missing.txt", None, "no such file"),
    ],
)
def test_what_cannot_be_read_is_a_trouble_with_its_path(
    tmp_path: Path, folder: Path, name: str, data: bytes | None, reason: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    gathered = gather([path, folder])
    assert len(gathered.articles) == 3, "the rest is read"
    (line,) = troubles(gathered)
    assert line.startswith(f"{path}: ")
    assert reason in line


def test_a_folder_without_texts_is_a_trouble(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    assert "no texts in this folder" in troubles(gather([tmp_path]))[0]


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(tmp_path / "s.txt"))
        lines = troubles(gather([tmp_path / "pipe.txt", tmp_path / "s.txt", Path(os.devnull)]))
    assert [kind in line for kind, line in zip(("a pipe", "a socket", "a device"), lines, strict=True)] == [True] * 3
    assert "a pipe" in troubles(gather([tmp_path]))[0]


def test_links_that_run_in_circles_end(folder: Path) -> None:
    (folder / "sub" / "again").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    gathered = gather([folder])
    assert len(gathered.articles) == 3
    assert len(gathered.troubles) == 2


def test_a_linked_folder_is_followed(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "story").symlink_to(folder, target_is_directory=True)
    assert len(gather([tmp_path / "links"]).articles) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_what_is_not_permitted_is_a_trouble(folder: Path) -> None:
    (folder / "part 10.txt").chmod(0)
    (folder / "sub").chmod(0)
    lines = troubles(gather([folder]))
    (folder / "sub").chmod(0o700)
    assert ["not permitted" in line for line in lines] == [True, True]


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "larger than 64 MB" in troubles(gather([path]))[0]


def test_names_that_are_no_text_can_be_stored_and_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\x1b[2J.txt"))
    path.write_text("Text")
    assert names(gather([path])) == ["caf\ufffd\x1b[2J.txt"]
    path.write_bytes(b"")
    assert troubles(gather([path]))[0].isprintable()


def test_a_path_with_a_nul_is_a_trouble() -> None:
    assert len(gather([Path("a\0b")]).troubles) == 1


def test_the_sample_is_there() -> None:
    gathered = sample()
    assert gathered.troubles == ()
    assert len(gathered.articles) == 5
