"""No text from outside reaches the screen unmapped, whichever way it takes."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Proposal
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.article import Article, Story
from corpus.display import shown_line
from corpus.span import Span
from tests.tui.scripts import ALL, SHIPPED, answer, intricate_texts
from tui.actions.find import search
from tui.desk import Desk
from tui.keymap import bound
from tui.render.bars import Words, header, inspector, label_bar, title
from tui.render.paint import runs
from tui.wishes import AskNote
from tui.workspace import Workspace

BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
codes = st.sampled_from(
    ["\x1b[2J", "\x1b]52;c;eA==\x07", "\x9b31m", "\u202e", "\u2067", "\x00", "\r", "\n", "\t", "\x7f", "\u2029"]
)
outside = st.lists(codes | intricate_texts, min_size=1, max_size=5).map("".join)


def harmful(text: str) -> list[str]:
    """What could do anything to a terminal but be read: control codes, surrogates, separators, changes of direction."""
    return [char for char in text if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or char in BIDI]


def said(*bars: list[Words]) -> str:
    return "".join(text for bar in bars for text, _ in bar)


def everything(desk: Desk) -> str:
    return said(header(desk), title(desk, desk.view, 80), inspector(desk), label_bar(desk))


def desk_on(name: str, text: str, label: str) -> Desk:
    article = Article.of(name, text + " word " + text)
    workspace = Workspace("ada", SHIPPED, "test", Story(name, (article,)))
    desk = Desk([article], workspace, bound(ALL))
    desk.resize(120, 30)
    whole = [Mention(Span(0, len(article.text)), label)]
    desk.read(0, analysis_of(ModelId(name, "1"), [], [], whole))
    return desk


@given(outside, outside, outside)
def test_bars(name: str, text: str, label: str) -> None:
    desk = desk_on(name, text, label)
    assert harmful(everything(desk)) == []
    desk.press("tab")
    assert harmful(everything(desk)) == []
    desk.press("a")
    assert harmful(everything(desk)) == []


@given(outside, outside)
def test_notes_searches_and_news(text: str, words: str) -> None:
    desk = desk_on("1.txt", text, "ORG")
    desk.press("tab")
    desk.press("2")
    for wish in desk.press("i"):
        assert isinstance(wish, AskNote)
        answer(desk, wish, words)
    assert harmful(everything(desk)) == []
    desk.run(lambda desk: search(desk, words))
    assert harmful(everything(desk)) == []
    desk.reading = desk.workspace.trouble = words
    assert harmful(everything(desk)) == []


@given(st.characters(exclude_categories=["Cs"]) | outside, st.sampled_from(["", "g", "Z"]))
def test_keys_that_mean_nothing(key: str, before: str) -> None:
    desk = desk_on("1.txt", "text", "ORG")
    for one in filter(None, (before, key)):
        desk.press(one)
        assert harmful(everything(desk)) == []


@given(outside, st.integers(1, 30))
def test_rows(text: str, columns: int) -> None:
    desk = desk_on("1.txt", text, "ORG")
    view = desk.view
    rows = view.rows(columns)
    for row in range(len(rows)):
        start, end = rows.bounds(row)
        painted = runs(
            start,
            end,
            view.marks.between(start, end),
            hue_of=desk.hue_of,
            glows=lambda mark: isinstance(mark.of, Proposal),
            selection=(start, start + 1),
        )
        drawn = "".join(shown_line(view.text[low:high]) for low, high, _ in painted)
        assert len(drawn) == end - start
        assert harmful(drawn) == []
