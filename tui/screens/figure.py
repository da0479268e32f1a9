"""What a figure says, at the foot of the screen, to be corrected: the text stays in sight."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.fuzzy import Matcher
from textual.widgets import Input, Label

from annotations.decide import RefusedError
from corpus.corrected_figures import CLAIMANT
from corpus.display import shown_line
from tui.actions.figures import correct
from tui.desk import Desk
from tui.figure_form import HINTS, LONGEST, TITLES, Sheet, changes_of
from tui.render.cells import cut
from tui.screens.dialog import Dialog
from tui.screens.field import Field
from tui.typeahead import Stays

Run = Callable[[Desk], None]
_SURFACE = 40  # cells of the figure
_NAMES = 5  # names that are offered at once


class FigureForm(Dialog[Run | None]):
    """Asks what a figure says; dismissed with what corrects it, or with None on escape.

    Tab and the arrows go from field to field; in the last one the arrows go through the names that match.
    """

    PANEL = "figure"
    LEFT_BY = frozenset({"enter", "escape"})
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "leave"),
        Binding("down,ctrl+n", "move(1)", "next", priority=True),
        Binding("up,ctrl+p", "move(-1)", "previous", priority=True),
    ]
    DEFAULT_CSS = """
    FigureForm { align: left bottom; background: transparent; }
    FigureForm Vertical { height: auto; background: $panel; }
    FigureForm Horizontal { height: 1; }
    FigureForm Label { padding: 0 1; }
    FigureForm #head { width: 100%; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    FigureForm #told { width: 100%; text-wrap: nowrap; text-overflow: ellipsis; }
    FigureForm .title { width: 11; text-align: right; }
    FigureForm .read { width: 40%; text-wrap: nowrap; text-overflow: ellipsis; text-style: dim; }
    FigureForm Input { width: 1fr; height: 1; border: none; padding: 0; }
    FigureForm Input:focus { border: none; }
    """

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._at = 0
        self._matching: list[str] = []
        self._chosen = ""

    def compose(self) -> ComposeResult:
        """The figure, a row a field with what was read in it, and a line that says what fits or what is wrong."""
        with Vertical():
            surface = cut(shown_line(" ".join(self._sheet.surface.split())), _SURFACE)
            yield Label(Content(f"figure “{surface}”: tab to the next field, enter saves, escape leaves"), id="head")
            for field, title in TITLES.items():
                with Horizontal():
                    yield Label(Content(title), classes="title")
                    yield Field(shown_line(self._sheet.shown[field]), max_length=LONGEST, id=f"field-{field}")
                    read = cut(shown_line(self._sheet.machine[field]), LONGEST)
                    yield Label(Content(f"read: {read or 'nothing'}"), classes="read")
            yield Label(Content(""), id="told")

    def on_mount(self) -> None:
        """Type into the first field at once."""
        self._fields()[0].focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say what fits into the field."""
        if isinstance(event.widget, Field) and event.widget in self._fields():
            self._at = self._fields().index(event.widget)
            self._match("")
            self._tell(HINTS[self._current])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer the names that match what is typed."""
        event.stop()
        if event.input.id == f"field-{CLAIMANT}" and event.value != self._chosen and self._current == CLAIMANT:
            self._match(event.value)
            self._tell(self._offered() or HINTS[CLAIMANT])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save, or say what is wrong: nothing that was typed is lost."""
        event.stop()
        typed = {field: self._typed(field) for field in TITLES}
        try:
            changes_of(self._sheet, typed)
        except RefusedError as refusal:
            self._tell(str(refusal), wrong=True)
            self.post_message(Stays())
        else:
            self.dismiss(partial(correct, sheet=self._sheet, typed=typed))

    def action_move(self, step: int) -> None:
        """To another field; where names are offered, to another one of them."""
        fields = self._fields()
        if self._current == CLAIMANT and self._matching:
            at = self._matching.index(self._chosen) + step if self._chosen in self._matching else min(0, step)
            self._chosen = self._matching[at % len(self._matching)]
            fields[self._at].value = self._chosen
            fields[self._at].cursor_position = len(self._chosen)
            self._tell(self._offered())
        else:
            fields[(self._at + step) % len(fields)].focus()

    @property
    def _current(self) -> str:
        """The field that is typed into."""
        return list(TITLES)[self._at]

    def _fields(self) -> list[Field]:
        return list(self.query(Field))

    def _typed(self, field: str) -> str:
        """The words of a field; those that were left as they are stay what they were, whatever is shown of them."""
        value = self.query_one(f"#field-{field}", Field).value
        return self._sheet.shown[field] if value == shown_line(self._sheet.shown[field]) else value

    def _match(self, words: str) -> None:
        """Find the names that match, the likeliest first."""
        self._chosen = ""
        match = Matcher(words).match
        names = dict.fromkeys(self._sheet.names.values())
        scored = sorted(((match(name), name) for name in names if words), key=lambda pair: -pair[0])
        self._matching = [name for score, name in scored if score > 0][:_NAMES]

    def _offered(self) -> str:
        names = (f"› {name}" if name == self._chosen else name for name in self._matching)
        return f"down takes: {' · '.join(names)}" if self._matching else ""

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        told = self.query_one("#told", Label)
        told.update(Content.styled(shown_line(words), "bold reverse" if wrong else "dim"))
