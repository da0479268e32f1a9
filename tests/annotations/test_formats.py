"""What holds for every format, and how formats are found."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import ExportError
from annotations.formats.base import Format, Place, carried, places
from annotations.formats.registry import OURS, all_formats, format_named, format_names
from annotations.gold import GoldArticle
from annotations.model import Verdict
from corpus.span import Span
from tests.annotations.examples import Mark, gold, gold_articles, hard_articles, read, written

every_format = pytest.mark.parametrize("fmt", OURS, ids=lambda fmt: fmt.name)


def _check(fmt: Format, articles: list[GoldArticle]) -> None:
    output = written(fmt, *articles)
    backs = read(fmt, output.data)
    assert [(back.name, back.text) for back in backs] == [(one.article.name, one.article.text) for one in articles]
    lost: Counter[Place] = Counter(one.place for one in output.left_out if not one.partly)
    for article, back in zip(articles, backs, strict=True):
        for start, end, _, _ in back.spans:
            assert any(one.surface == back.text[start:end] for one in article.annotations)
    held = Counter(place for back in backs for place in back.spans)
    assert held + lost == Counter(place for one in articles for place in places(one, Verdict.ACCEPTED))


@every_format
def test_hard_texts_come_back_exactly(fmt: Format) -> None:
    _check(fmt, list(hard_articles()))


@every_format
def test_no_articles_come_back_as_none(fmt: Format) -> None:
    assert read(fmt, written(fmt).data) == []


@every_format
@settings(max_examples=60)
@given(articles=st.lists(gold_articles(), max_size=3))
def test_any_text_comes_back_and_every_span_is_carried_or_named(fmt: Format, articles: list[GoldArticle]) -> None:
    if any(one.article.text for one in articles):
        _check(fmt, articles)


@every_format
def test_the_same_articles_give_the_same_bytes(fmt: Format) -> None:
    assert written(fmt, *hard_articles()).data == written(fmt, *hard_articles()).data


@every_format
@pytest.mark.parametrize(
    "span", [Span(4, 7), Span(4, 40)], ids=["another surface", "the right surface up to an end after the text"]
)
def test_a_surface_that_is_not_there_is_refused(fmt: Format, span: Span) -> None:
    article = gold("She met Ann", Mark("met Ann"))
    damaged = replace(article, annotations=(replace(article.annotations[0], span=span),))
    with pytest.raises(ExportError, match=r"report\.txt: 'met Ann' was marked at 4 to"):
        written(fmt, damaged)


@every_format
@pytest.mark.parametrize("data", [b"\x00\x01", b"{}\n", b"[1, 2]\n", b"\xff\n", b'{"format": "variorum-jsonl/2"}\n'])
def test_foreign_bytes_are_refused_in_one_line(fmt: Format, data: bytes) -> None:
    with pytest.raises(ExportError) as caught:
        read(fmt, data)
    assert "\n" not in str(caught.value)


@every_format
def test_places_are_sorted_whatever_order_the_decisions_have(fmt: Format) -> None:
    article = gold("Ann met Bob", Mark("Ann"), Mark("Bob"))
    backwards = replace(article, annotations=article.annotations[::-1])
    assert read(fmt, written(fmt, backwards).data) == [fmt.expected(backwards, [])] == [fmt.expected(article, [])]


def test_what_is_partly_left_out_is_carried() -> None:
    output = written(format_named("spacy"), gold("The Bank of England met", Mark("Bank of England"), Mark("England")))
    article = gold("The Bank of England met", Mark("Bank of England"), Mark("England"))
    assert len(output.left_out) == 1
    assert len(carried(article, output.left_out)) == 2
    assert len(carried(article, [replace(output.left_out[0], partly=False)])) == 1


def test_names_are_unique_and_lead_to_their_formats() -> None:
    assert format_names()[: len(OURS)] == ("jsonl", "spacy")
    for fmt in OURS:
        assert isinstance(fmt, Format)
        assert format_named(fmt.name) is fmt


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(ExportError, match=r"no format is called 'jsnl'; there is jsonl$"):
        format_named("jsnl")
    with pytest.raises(ExportError, match=r"there is jsonl, spacy$"):
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
    name, suffix, title, lossy = "lines", ".txt", "lines", "all"
    def write(self, articles, stream): return []
    def read(self, stream): return iter(())
    def expected(self, article, left_out): return None
LINES = Lines()
"""


def test_a_format_of_another_package_is_found_by_name(strange: Path) -> None:
    _plug_in(strange, "lines = strange:LINES", FORMAT)
    assert format_names() == ("jsonl", "spacy", "lines")
    assert "strange" not in sys.modules
    assert format_named("lines").suffix == ".txt"
    assert [fmt.name for fmt in all_formats()[0]] == ["jsonl", "spacy", "lines"]


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
    assert formats == list(OURS)
    assert len(warnings) == 1
    assert warnings[0].startswith("strange-formats: format ")
    assert why in warnings[0]
    with pytest.raises(ExportError, match="does not load"):
        format_named(entries.split(maxsplit=1)[0])
    assert format_named("jsonl").name == "jsonl"


def test_our_names_cannot_be_taken(strange: Path) -> None:
    _plug_in(strange, "jsonl = strange:LINES", FORMAT)
    assert format_named("jsonl") is OURS[0]
    assert format_names() == ("jsonl", "spacy")
