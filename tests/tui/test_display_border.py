"""No text from outside reaches the screen unmapped, whichever way it takes."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Proposal
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.article import Article, Story
from corpus.comparison import Aligned, Comparison, Counted, Entry, Folded, Marked, Pair, Row, Said, Side
from corpus.display import shown_line
from corpus.span import Span
from tests.tui.scripts import ALL, SHIPPED, answer, desk_of, intricate_texts, play
from tui.actions.find import search
from tui.commands.ledger import LEDGER_COMMANDS
from tui.commands.logbook import LOGBOOK_COMMANDS
from tui.desk import Desk
from tui.keymap import bound
from tui.ledger import Ledger
from tui.logbook import Logbook
from tui.render import ledger_rows, logbook_rows
from tui.render.bars import header, inspector, label_bar, title
from tui.render.detail_rows import details
from tui.render.paint import runs
from tui.render.sitting_rows import sitting_rows
from tui.render.strip import strip
from tui.render.words import Words
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


def story_told(desk: Desk) -> str:
    """What is only told of a story that was compared: the strip, the details, the ledger."""
    ledger = Ledger(desk, bound(LEDGER_COMMANDS))
    ledger.resize(40, lambda line: ledger_rows.size_of(ledger, line, 80))
    lists = [*strip(desk, 160), *strip(desk, 40)]
    for cells in (80, 160):
        lists += [*ledger_rows.rows(ledger, cells), ledger_rows.head(ledger), ledger_rows.foot(ledger)]
    return said(*lists) + "".join(heading + line for heading, line in details(desk))


def log_told(desk: Desk) -> str:
    """What is only told of the log: the history, and the numbers of the sitting."""
    logbook = Logbook(desk, bound(LOGBOOK_COMMANDS))
    logbook.resize(40)
    lists = [*logbook_rows.rows(logbook, 80), logbook_rows.head(logbook), logbook_rows.foot(logbook)]
    return said(*lists) + "".join(heading + line for heading, line in sitting_rows(desk))


@given(outside, outside)
def test_what_a_comparison_says(text: str, words: str) -> None:
    text = f"x{text}y"
    texts = (text, f"{text} {text}")
    span = (0, len(text))
    entries = (Entry(0, *span, words, -1, words), Entry(1, *span, words + "2", 0, words))
    ledger = (Row(words, "conflict", (words,), entries, (Pair(0, 1, "conflict", words),)),)
    sides = tuple(
        Side(
            (Folded(*span, words, words),),
            (Marked(*span, words or "X", 90, words, 0, words),),
            (Counted(*span, words, words, words, 0, words, 0),),
            (Said(*span, 0, words, words),),
        )
        for _ in texts
    )
    aligned = (Aligned(0, *span, 1, *span, "verbatim", 90, words),)
    desk = desk_of(*texts)
    desk.compare(Comparison(sides, (words,), aligned, (), ledger))
    for keys in ("", "e", "] c", "a", "] l", "g a", "] b", "u"):
        play(desk, keys)
        assert harmful(everything(desk)) == []
        assert harmful(story_told(desk)) == []


def desk_on(name: str, text: str, label: str) -> Desk:
    article = Article.of(name, text + " word " + text)
    workspace = Workspace("ada", SHIPPED, "test", Story(name, (article,)))
    desk = Desk([article], workspace, bound(ALL))
    desk.frame.resize(120, 30)
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
    assert harmful(log_told(desk)) == []


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
