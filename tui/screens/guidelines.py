"""The guidelines of the label set, and what each label means, over the desk."""

from typing import ClassVar

from markdown_it import MarkdownIt
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Markdown, Static

from annotations.labels import LabelSet
from corpus.display import shown, shown_line
from tui.desk import Desk
from tui.keys import Keys
from tui.render.channels import role_of
from tui.screens.dialog import Scrolling

_ACTING = ("link", "autolink", "linkify", "image", "html_inline", "html_block", "reference", "entity")


class Guidelines(Scrolling[None]):
    """Text and labels; scrolls, and is left by q, K or escape. Nothing in it can be followed or run."""

    PANEL = "details"
    LEFT_BY = frozenset({"escape", "q", "K", "upper_k"})
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,K", "dismiss(None)", "leave")]
    DEFAULT_CSS = """
    Guidelines { align: center middle; background: transparent; }
    Guidelines VerticalScroll { width: 96%; max-width: 100; height: 94%; background: $panel; padding: 1 2; }
    Guidelines Markdown { padding: 0; background: $panel; }
    Guidelines .-panel MarkdownHeader, Guidelines .-panel MarkdownBullet { color: $foreground; }
    """

    def __init__(self, labels: LabelSet, keys: Keys[Desk], colours: str) -> None:
        super().__init__()
        self._labels = labels
        self._keys = keys
        self._colours = colours

    def compose(self) -> ComposeResult:
        """The text, and the labels below it."""
        text = self._labels.guidelines or f"# {self._labels.name}\n\nThe label set has no guidelines."
        with VerticalScroll(can_focus=False, classes="-panel"):
            yield Markdown(shown(text), parser_factory=plain_markdown, open_links=False)
            yield Static(label_table(self._labels, self._keys, self._colours))


def plain_markdown() -> MarkdownIt:
    """Markdown in which addresses, pictures, HTML and codes of characters stay the text that they are written as."""
    return MarkdownIt("gfm-like").disable(_ACTING)


def label_table(labels: LabelSet, keys: Keys[Desk], colours: str) -> Table:
    """Each label with its key, its name in its hue, and its definition."""
    table = Table.grid(padding=(0, 2), pad_edge=False)
    for _ in range(2):
        table.add_column(no_wrap=True)
    table.add_column()
    for label in labels.labels:
        key = " ".join(keys.shortest(f"label.{label.name}")) or label.key
        name = Text(shown_line(label.name), role_of(label.hue, colours))
        table.add_row(Text(shown_line(key), "bold"), name, Text(shown_line(label.definition)))
    return table
