"""Key scripts: articles, proposals and keys in, the resulting annotations and selection out, without a terminal."""

from collections.abc import Sequence

from annotations.labels import LabelSet, shipped
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.article import Article, Story
from corpus.span import Span
from tui.commands import COMMANDS, label_commands
from tui.desk import Desk
from tui.keymap import bound
from tui.wishes import Wish
from tui.workspace import Workspace

MODEL = ModelId("test", "1")


def desk_of(
    *texts: str,
    proposals: Sequence[tuple[str, str]] = (),
    size: tuple[int, int] = (160, 48),
    labels: LabelSet | None = None,
    workspace: Workspace | None = None,
) -> Desk:
    """A desk on `texts`; every place where a word of `proposals` stands is proposed with its label."""
    labels = labels or shipped()
    articles = [Article.of(f"{number}.txt", text) for number, text in enumerate(texts, 1)]
    story = Story("test", tuple(articles))
    workspace = workspace or Workspace("ada", labels, "test", story)
    desk = Desk(articles, workspace, bound([*COMMANDS, *label_commands(labels)]))
    desk.resize(*size)
    for index, text in enumerate(texts):
        desk.read(index, analysis_of(MODEL, [], [], list(found(text, proposals))))
    return desk


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
    return [wish for key in script.split() for wish in desk.press(key)]


def marked(desk: Desk) -> list[str]:
    """The annotations of the active article, each as `surface LABEL verdict`, by place."""
    state = desk.workspace.state(desk.view.article.id)
    by_place = sorted(state.annotations.values(), key=lambda one: (one.span, one.label))
    return [f"{one.surface} {one.label} {one.verdict.value}" for one in by_place]


def selected(desk: Desk) -> str:
    """The selected text of the active article."""
    selection = desk.view.selection
    return desk.view.text[selection.start : selection.end]
