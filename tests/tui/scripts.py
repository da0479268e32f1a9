"""Key scripts: articles, proposals and keys in, the resulting annotations and selection out, without a terminal.

A place is written into the text: `Ada |met Bob` is a cursor, `Ada [met] Bob` a selection whose right edge moves, and
`Ada ]met[ Bob` one whose left edge moves. Keys are separated by blanks; `<two_words>` answers what the desk asked for.
"""

from collections.abc import Sequence

from hypothesis import strategies as st

from annotations.labels import LabelSet, shipped
from annotations.store import Store
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.article import Article, Story
from corpus.span import Span
from tui.actions.decide import give_label, give_note
from tui.actions.find import search
from tui.commands.command import Command
from tui.commands.decide import label_commands
from tui.commands.desk import COMMANDS
from tui.desk import Desk
from tui.keymap import bound
from tui.selection import Selection
from tui.wishes import AskNote, AskSearch, AskWords, PickLabel, Wish
from tui.workspace import Workspace

MODEL = ModelId("test", "1")
SHIPPED = shipped()
ALL: tuple[Command[Desk], ...] = (*COMMANDS, *label_commands(SHIPPED))


def desk_of(
    *texts: str,
    proposals: Sequence[tuple[str, str]] = (),
    size: tuple[int, int] = (160, 48),
    labels: LabelSet | None = None,
    workspace: Workspace | None = None,
) -> Desk:
    """A desk on `texts`; every place where a word of `proposals` stands is proposed with its label."""
    labels = labels or SHIPPED
    story = story_of(*texts)
    workspace = workspace or Workspace("ada", labels, "test", story)
    desk = Desk(story.articles, workspace, bound([*COMMANDS, *label_commands(labels)]))
    desk.frame.resize(*size)
    for index, text in enumerate(texts):
        desk.read(index, analysis_of(MODEL, [], [], list(found(text, proposals))))
    return desk


def story_of(*texts: str) -> Story:
    """The story of articles called 1.txt, 2.txt …"""
    return Story("test", tuple(Article.of(f"{number}.txt", text) for number, text in enumerate(texts, 1)))


def sitting(store: Store, *texts: str, reviewer: str = "ada") -> Workspace:
    """A reviewer's new sitting on a project."""
    workspace = Workspace(reviewer, SHIPPED, "test", story_of(*texts))
    workspace.open(store)
    return workspace


def found(text: str, proposals: Sequence[tuple[str, str]]) -> list[Mention]:
    """The mentions that `proposals` make in `text`."""
    mentions = []
    for words, label in proposals:
        at = text.find(words)
        while at >= 0:
            mentions.append(Mention(Span(at, at + len(words)), label))
            at = text.find(words, at + 1)
    return mentions


def play(desk: Desk, script: str) -> list[Wish]:
    """Press the keys of a script, separated by blanks; returns the wishes of all of them."""
    wishes: list[Wish] = []
    for key in script.split():
        if len(key) > 1 and key[0] == "<" and key[-1] == ">":
            answer(desk, wishes.pop(), key[1:-1].replace("_", " "))
        else:
            wishes += desk.press(key)
    return wishes


def answer(desk: Desk, wish: Wish, words: str) -> None:
    """Give the desk what it asked for, as the program around it does."""
    match wish:
        case AskNote():
            desk.answer(lambda desk: give_note(desk, words))
        case AskWords():
            desk.answer(lambda desk: wish.take(desk, words))
        case AskSearch():
            desk.answer(lambda desk: search(desk, words))
        case PickLabel():
            desk.answer(lambda desk: give_label(desk, words))
        case _:
            raise AssertionError(wish)


def marked(desk: Desk) -> list[str]:
    """The annotations of the active article, each as `surface LABEL verdict`, by place, and its note."""
    state = desk.workspace.state(desk.view.article.id)
    by_place = sorted(state.annotations.values(), key=lambda one: (one.span, one.label))
    return [
        " ".join([one.surface, one.label, one.verdict.value, *([f"“{one.note}”"] * bool(one.note))]) for one in by_place
    ]


def selected(desk: Desk) -> str:
    """The selected text of the active article."""
    selection = desk.view.selection
    return desk.view.text[selection.start : selection.end]


def sight(desk: Desk) -> str:
    """The text of the active article with the selection written into it."""
    text, selection = desk.view.text, desk.view.selection
    before, held, behind = text[: selection.start], selected(desk), text[selection.end :]
    if selection.empty:
        return f"{before}|{behind}"
    return f"{before}[{held}]{behind}" if selection.head > selection.anchor else f"{before}]{held}[{behind}"


def placed(written: str) -> tuple[str, Selection]:
    """The text and the selection of what `sight` gives; without one, a cursor at the start."""
    for left, right in ("[]", "]["):
        start, end = written.find(left), written.find(right) - 1
        if 0 <= start <= end:
            text = written.replace(left, "").replace(right, "")
            return text, Selection(start, end) if left == "[" else Selection(end, start)
    at = max(0, written.find("|"))
    return written.replace("|", ""), Selection(at, at)


_WORDS = ("a", "b", "word", "Kapustin", "é", "ſ", "한국", "日本", "漢", "70", "[b]", ".")
_CLUSTERS = ("e\u0301", "👨‍👩‍👧", "🇩🇪", "👍🏽", "❤️", "\u0301", "\u200d")
_GAPS = (" ", " ", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\u00a0", "\u2028")
_HARMFUL = ("\x1b[31m", "\u202e", "\u200b", "\x00")
_PIECES = (*_WORDS, *_CLUSTERS, *_GAPS, *_HARMFUL)
intricate_texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=30).map("".join)
