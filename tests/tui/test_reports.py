"""A story on paper: what is in it, and that no text can act on the paper."""

import json
from html.parser import HTMLParser

import pytest

from corpus.article import Article, Metadata
from corpus.comparison import Aligned, Comparison, Counted, Entry, Marked, Pair, Row, Said, Side
from tui.reports.content import StoryReport, report_of
from tui.reports.json_document import json_document
from tui.reports.markdown import markdown
from tui.reports.page import page
from tui.reports.text import text

FIRST = Article.of(
    "one.txt", "Flood\n\nMayor Tessa Vorn said 30 died. “We lost a street,” she said.\n", "", Metadata(source="Gazette")
)
SECOND = Article.of("two.txt", "T. Vorn counts 44 dead and 7 hurt. “We lost a street,” Vorn said.\n")
QUOTE = "“We lost a street,”"


def at(article: Article, words: str) -> tuple[int, int]:
    start = article.text.index(words)
    return start, start + len(words)


def said(article: Article) -> Said:
    start, end = at(article, QUOTE)
    return Said(start + 1, end - 1, 0, "she", "")


def compared() -> Comparison:
    thirty, many, hurt = at(FIRST, "30"), at(SECOND, "44"), at(SECOND, "7")
    first = Side(
        (),
        (Marked(*at(FIRST, "Tessa Vorn"), "PERSON", 90, "", 0), Marked(*at(FIRST, "Flood"), "EVENT", 90, "", 1)),
        (Counted(*thirty, "30", "person", "die", 0, "Tessa Vorn", 0),),
        (said(FIRST),),
    )
    second = Side(
        (),
        (Marked(*at(SECOND, "T. Vorn"), "PERSON", 90, "", 0),),
        (
            Counted(*many, "44", "person", "die", -1, "", 0),
            Counted(*hurt, "7", "person", "injure", -1, "", -1),
        ),
        (said(SECOND),),
    )
    entries = (Entry(0, *thirty, "30", 0, "Tessa Vorn"), Entry(1, *many, "44", -1, ""))
    row = Row("person: die", "conflict", ("a day later",), entries, (Pair(0, 1, "conflict", "30 against 44"),))
    alike = Aligned(0, *at(FIRST, f"{QUOTE} she said."), 1, *at(SECOND, f"{QUOTE} Vorn said."), "verbatim", 100, "")
    return Comparison((first, second), ("Tessa Vorn", "Flood"), (alike,), (), (row,))


def report() -> StoryReport:
    return report_of("The flood", [FIRST, SECOND], compared())


def test_a_report_says_who_counts_what_where() -> None:
    (line,) = report().ledger
    assert (line.about, line.verdict, line.reasons, line.remarks) == (
        "person: die",
        "conflict",
        ("30 against 44",),
        ("a day later",),
    )
    first, second = line.figures
    assert (first.outlet, first.paragraph, first.value, first.said_by) == ("A", 2, "30", "Tessa Vorn")
    assert first.sentence == "Mayor Tessa Vorn said 30 died."
    assert (second.outlet, second.paragraph, second.said_by) == ("B", 1, "")


def test_a_report_says_what_has_two_names_and_what_is_quoted_twice() -> None:
    (one,) = report().variants
    assert (one.title, one.names) == ("Tessa Vorn", (("A", (("Tessa Vorn", 1),)), ("B", (("T. Vorn", 1),))))
    (shared,) = report().shared
    assert (shared.speaker, shared.wordings) == (
        "Tessa Vorn",
        (("A", 2, "We lost a street,"), ("B", 1, "We lost a street,")),
    )


def test_a_report_says_what_one_outlet_has_alone() -> None:
    first, second = report().alone
    assert (first.names, first.figures) == ((("Flood", 1),), ())
    assert [figure.value for figure in second.figures] == ["7 person injure"]


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_text_fits_the_columns(columns: int) -> None:
    written = text([report()], columns)
    assert max(map(len, written.split("\n"))) <= columns
    assert "≠ person: die" in written
    assert "Tessa Vorn" in written


def test_nothing_found_is_said() -> None:
    empty = report_of("x", [FIRST], Comparison((Side(),)))
    assert "no figures to hold side by side" in text([empty], 80)
    assert "nothing" in text([empty], 80)


def test_json_has_every_field() -> None:
    (story,) = json.loads(json_document([report()]))["stories"]
    assert set(story) == {"title", "outlets", "ledger", "variants", "shared", "alone"}
    assert story["ledger"][0]["figures"][1]["value"] == "44"
    assert story["outlets"][0] == {"letter": "A", "name": "Gazette", "day": ""}


HARMFUL = "<script>alert(1)</script> [x](javascript:1) | `a` \x1b[31m &lt; **b**"


def harmful() -> StoryReport:
    article = Article.of("<b>.txt", f"{HARMFUL} 5\n", "", Metadata(source=HARMFUL))
    five = at(article, " 5")
    entry = Entry(0, five[0] + 1, five[1], HARMFUL, -1, HARMFUL)
    side = Side(
        (),
        (Marked(0, len(HARMFUL), "ORG", 90, "", 0),),
        (Counted(entry.start, entry.end, HARMFUL, HARMFUL, HARMFUL, -1, HARMFUL, -1),),
        (),
    )
    row = Row(HARMFUL, "conflict", (HARMFUL,), (entry,), ())
    return report_of(HARMFUL, [article], Comparison((side,), (HARMFUL,), (), (), (row,)))


class Elements(HTMLParser):
    """The names of the elements of a page, and the attributes that name an address."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.addresses += [name for name, _ in attrs if name in {"src", "href"}]


def test_a_page_needs_nothing_beside_itself_and_no_text_is_markup_in_it() -> None:
    elements = Elements()
    elements.feed(page([report(), harmful()]))
    assert "script" not in elements.found
    assert elements.addresses == []
    assert "\x1b" not in page([harmful()])


def test_no_text_is_markup_in_markdown() -> None:
    written = markdown([harmful()])
    assert "<script>" not in written.replace("\\<", "")
    assert "[x](" not in written
    assert "\x1b" not in written
    rows = [line for line in written.split("\n") if line.startswith("| A¶1")]
    assert all(line.replace("\\|", "").count("|") == 5 for line in rows)


def test_every_control_character_is_gone_from_text_and_json() -> None:
    assert "\x1b" not in text([harmful()], 80)
    assert "\\u001b" not in json_document([harmful()])
