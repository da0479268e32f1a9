"""How formats are found, and what they refuse to write."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.errors import ExportError
from annotations.formats.base import Format
from annotations.formats.docbin import DOCBIN
from annotations.formats.jsonl import JSONL
from annotations.formats.registry import OURS, all_formats, format_named, format_names, our_formats, recognised
from corpus.span import Span
from tests.annotations.examples import Mark, gold, written

every_format = pytest.mark.parametrize("fmt", our_formats(), ids=lambda fmt: fmt.name)
exact = pytest.mark.parametrize("fmt", [JSONL, DOCBIN], ids=lambda fmt: fmt.name)
NAMES = tuple(OURS)


@exact
@pytest.mark.parametrize(
    "span", [Span(4, 7), Span(4, 40)], ids=["another surface", "the right surface up to an end after the text"]
)
def test_a_surface_that_is_not_there_is_refused(fmt: Format, span: Span) -> None:
    article = gold("She met Ann", Mark("met Ann"))
    damaged = replace(article, annotations=(replace(article.annotations[0], span=span),))
    with pytest.raises(ExportError, match=r"report\.txt: 'met Ann' was marked at 4 to"):
        written(fmt, damaged)


def test_names_are_unique_and_lead_to_their_formats() -> None:
    assert format_names()[: len(OURS)] == NAMES
    assert NAMES[:2] == ("jsonl", "spacy")
    for name, fmt in zip(OURS, our_formats(), strict=True):
        assert isinstance(fmt, Format)
        assert format_named(name) is fmt
        assert fmt.name == name


@every_format
def test_plain_files_are_no_datasets(fmt: Format, tmp_path: Path) -> None:
    plain = {
        "empty": b"",
        "text": b"Ann met Bob.\n\nNobody came; it rained.\n",
        "words": b"Ann\nmet\nBob\n",
        "page": b"<!DOCTYPE html><html><body><p>Ann</p></body></html>",
        "articles": b'{"id": "1", "title": "A", "text": "Ann met Bob.", "source": "Post"}\n',
        "array": b'[{"id": "1", "text": "Ann met Bob."}]',
        "table": b"id,title,text\n1,A,Ann met Bob.\n",
    }
    for name, data in plain.items():
        for suffix in ("", ".txt", ".json", ".jsonl", ".csv", ".tsv", ".xml"):
            path = tmp_path / f"{name}{suffix}"
            path.write_bytes(data)
            assert not fmt.begins(path, data), path.name


def test_a_dataset_is_recognised_by_what_it_begins_with(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_bytes(written(JSONL, gold("Ann met Bob", Mark("Ann"))).data)
    (tmp_path / "gold.spacy").write_bytes(written(DOCBIN, gold("Ann met Bob", Mark("Ann"))).data)
    (tmp_path / "report.txt").write_text("Ann met Bob", "utf-8")
    found = [recognised(tmp_path / name) for name in ("gold.jsonl", "gold.spacy", "report.txt")]
    assert [one.name if one else "" for one in found] == ["jsonl", "spacy", ""]


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(ExportError, match=r"no format is called 'jsnl'; there is jsonl"):
        format_named("jsnl")
    with pytest.raises(ExportError, match=r"there is jsonl, spacy"):
        format_named("qqqqqq")


def test_finding_formats_does_not_import_spacy() -> None:
    script = "import sys, annotations.formats.registry, annotations.export; sys.exit('spacy' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", script], cwd=root, check=False).returncode == 0


def _plug_in(folder: Path, entries: str, code: str) -> None:
    (folder / "strange.py").write_text(code, encoding="utf-8")
    about = folder / "strange_formats-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: strange-formats\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(f"[variorum.format]\n{entries}\n", encoding="utf-8")


@pytest.fixture
def strange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "strange", raising=False)
    return tmp_path


FORMAT = """
class Lines:
    name, suffix, title, extra, unit, carries = "lines", ".txt", "lines", "", "code-points", frozenset()
    def begins(self, path, head): return False
    def write(self, stories, out): return []
    def read(self, path, how): return iter(())
LINES = Lines()
"""


def test_a_format_of_another_package_is_found_by_name(strange: Path) -> None:
    _plug_in(strange, "lines = strange:LINES", FORMAT)
    assert format_names() == (*NAMES, "lines")
    assert "strange" not in sys.modules
    assert format_named("lines").suffix == ".txt"
    assert [fmt.name for fmt in all_formats()[0]] == [*NAMES, "lines"]


@pytest.mark.parametrize(
    ("entries", "code", "why"),
    [
        ("lines = strange:LINES", "1 / 0", "ZeroDivisionError"),
        ("lines = strange:LINES", "import no_such_module", "no_such_module"),
        ("lines = strange:MISSING", FORMAT, "MISSING"),
        ("lines = strange:FORMAT", "FORMAT = 3", "strange:FORMAT is not a format"),
        ("others = strange:LINES", FORMAT, "it calls itself 'lines'"),
    ],
)
def test_a_broken_package_is_one_line_of_warning(strange: Path, entries: str, code: str, why: str) -> None:
    _plug_in(strange, entries, code)
    formats, warnings = all_formats()
    assert formats == our_formats()
    assert len(warnings) == 1
    assert warnings[0].startswith("strange-formats: format ")
    assert why in warnings[0]
    with pytest.raises(ExportError, match="does not load"):
        format_named(entries.split(maxsplit=1)[0])
    assert format_named("jsonl").name == "jsonl"


def test_our_names_cannot_be_taken(strange: Path) -> None:
    _plug_in(strange, "jsonl = strange:LINES", FORMAT)
    assert format_named("jsonl") is our_formats()[0]
    assert format_names() == NAMES
