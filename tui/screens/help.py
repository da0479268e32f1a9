"""The table of keys, which narrows as one types."""

from collections.abc import Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from corpus.display import shown_line
from tui.panel_keys import Section, narrowed
from tui.screens.dialog import Scrolling
from tui.screens.field import Field
from tui.typeahead import Stays

KEYS_WIDTH = 24  # cells
HEAD = "A motion selects, then a key says what it is. / narrows this, q leaves."


class Help(Scrolling[None]):
    """All keys by group; scrolls, narrows behind /, and is left by q, ? or escape."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1", "dismiss(None)", "leave")]
    DEFAULT_CSS = """
    Help { align: center middle; background: transparent; }
    Help VerticalScroll { width: 96%; max-width: 110; height: 94%; background: $panel; padding: 1 2; }
    Help Input { border: none; height: 1; padding: 0; margin-bottom: 1; display: none; }
    Help Input:focus { border: none; }
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._sections = sections
        self._field = Field(placeholder="type to narrow; enter goes back to the keys, escape shows all")
        self._table = Static(table(sections))

    @property
    def LEFT_BY(self) -> frozenset[str]:  # noqa: N802 (what screens call the keys that close them)
        """The keys that close it; none while one types."""
        return frozenset() if self._typing else frozenset({"escape", "q", "question_mark", "f1"})

    @property
    def _typing(self) -> bool:
        return self.focused is not None

    def compose(self) -> ComposeResult:
        """The field, which comes when it is wanted, and the table."""
        with VerticalScroll(can_focus=False, classes="-panel"):
            yield self._field
            yield self._table

    def on_mount(self) -> None:
        """Take what was typed meanwhile."""
        self.post_message(Stays())

    def takes(self, key: str) -> bool:
        """Take what begins or ends the typing at once, so that what is typed behind it lands in the right place."""
        field = self._field
        if self._typing:
            if key not in {"enter", "escape"}:
                return False
            if key == "escape" or not field.value:
                field.value = ""
                field.display = False
            self.set_focus(None)
            return True
        if key == "escape" and field.value:
            field.value = ""
            field.display = False
            return True
        if key == "/":
            field.display = True
            self.set_focus(field)
            return True
        return False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what has the words."""
        event.stop()
        self._table.update(table(narrowed(self._sections, event.value)))


def table(sections: Sequence[Section]) -> Table:
    """The keys and what they do, group by group."""
    rows = Table.grid(padding=(0, 2), pad_edge=False)
    rows.add_column(no_wrap=True, max_width=KEYS_WIDTH)
    rows.add_column()
    rows.add_row(Text("Keys", "bold"), Text(HEAD if sections else "no key has these words; escape shows all"))
    for section in sections:
        rows.add_row()
        rows.add_row(Text(shown_line(section.title), "bold underline"))
        for keys, told, *_ in section.rows:
            rows.add_row(Text(shown_line(keys), "bold"), Text(shown_line(told)))
    return rows
