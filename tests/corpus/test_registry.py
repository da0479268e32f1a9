import subprocess
import sys
from pathlib import Path

import pytest

from corpus.readers import registry
from corpus.readers.base import Reader

PLUGIN = """
from corpus.article import Article

class Upper:
    name = "upper"
    suffixes = (".up",)
    def begins(self, head):
        return head.startswith(b"UP!")
    def read(self, source, options):
        yield Article.of(source.name, source.data().decode().upper())
        raise KeyError("late")

UPPER = Upper()
WRONG = "no reader"
"""
ASK = """
import sys
from io import BytesIO
from corpus.sources import gather, read_stream
from corpus.readers.base import Options
found = gather([sys.argv[1]])
print([article.text for article in found.articles])
print(*found.troubles, sep="\\n")
streamed = list(read_stream(BytesIO(b"UP! b"), "stdin", Options()))
print([str(one) if isinstance(one, Exception) else one.text for one in streamed][-2:])
"""


@pytest.fixture
def plugged(tmp_path: Path) -> Path:
    """A folder with another package: a reader that works, one that is none and one that is not there."""
    package = tmp_path / "plugins"
    (package / "up-1.0.dist-info").mkdir(parents=True)
    (package / "upper_plugin.py").write_text(PLUGIN)
    (package / "up-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: up\nVersion: 1.0\n")
    (package / "up-1.0.dist-info" / "entry_points.txt").write_text(
        "[variorum.reader]\nupper = upper_plugin:UPPER\nwrong = upper_plugin:WRONG\nabsent = upper_plugin:NOTHING\n"
    )
    return package


def test_readers_of_other_packages_are_found_and_broken_ones_told(root: Path, tmp_path: Path, plugged: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.up").write_text("quiet")
    (tmp_path / "texts" / "b.txt").write_text("Plain")
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(tmp_path / "texts")],
        cwd=root,
        env={"PYTHONPATH": f"{plugged}:{root}", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    articles, *troubles, streamed = done.stdout.splitlines()
    assert articles == "['QUIET', 'Plain']"
    assert [line.partition(";")[0] for line in troubles] == [
        "up: reader 'absent' does not load: AttributeError: module 'upper_plugin' has no attribute 'NOTHING'",
        "up: reader 'wrong' does not load: TypeError: it is not a reader",
        f"{tmp_path / 'texts' / 'a.up'}: it cannot be read (KeyError: 'late')",
    ]
    assert streamed == "['UP! B', \"stdin: it cannot be read (KeyError: 'late')\"]"


def test_every_row_names_a_reader_with_those_suffixes() -> None:
    for row in registry.OURS:
        reader = registry._ours(row.module)
        assert isinstance(reader, Reader)
        assert reader.suffixes == row.suffixes
        assert not reader.begins(b"")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", True), ("A.MD", True), ("a.jsonl.gz", True), ("a.csv.zst", True), ("a.gz", False),
        ("a.tar.gz", False), ("a.zip.gz", True), ("a.png", False), ("a", False), ("a.variorum", False),
        ("b.d/a", False), ("a.variorum-wal", False),
    ],
)  # fmt: skip
def test_what_is_read_of_a_folder(name: str, *, expected: bool) -> None:
    assert registry.is_readable(name) is expected
