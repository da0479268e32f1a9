"""A list that narrows as one types: the commands, the labels, the names of the story."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from corpus.display import shown_line
from tui.actions.decide import label
from tui.actions.link import SHEET, cluster_of, link, mention_of, new_entity
from tui.candidates import candidates
from tui.commands.command import LIST, SCOPES, Command
from tui.desk import Desk
from tui.matching import NONE, SURE, best_first, fit
from tui.other_words import OTHER_WORDS
from tui.screens.dialog import Dialog
from tui.screens.field import Field
from tui.typeahead import Stays

Run = Callable[[Desk], None]


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: what it is called, how else to get it, a sentence about it, what it runs.

    `names` are other words for it; one that `decides` is only found by words that clearly mean it.
    """

    title: str
    key: str
    about: str
    run: Run
    names: str = ""
    decides: bool = False


def command_choices(commands: Sequence[Command[Desk]]) -> list[Choice]:
    """The commands as rows."""
    return [_command_choice(one) for one in commands]


def _command_choice(command: Command[Desk]) -> Choice:
    title, scope = f"{SCOPES.get(command.scope, command.scope)}: {command.title}", command.scope
    names = f"{command.id} {OTHER_WORDS.get(command.id, '')}"
    decides = scope in {"decide", "label", "tie", "select", "story", LIST}
    return Choice(title, "  ".join(command.keys), command.help, command.run, names, decides)


def label_choices(desk: Desk) -> list[Choice]:
    """The labels as rows."""
    keys = desk.keys.shortest
    labels = desk.workspace.labels.labels
    return [Choice(one.name, " ".join(keys(f"label.{one.name}")), one.definition, label(one.name)) for one in labels]


def cluster_choices(desk: Desk) -> list[Choice]:
    """The names of the story that the mention may stand for, the best guess first; then that it is none of them."""
    compared = desk.compared
    if compared is None:
        return []
    spot, mark = mention_of(desk)
    label = mark.label if mark is not None else ""
    found: list[Choice] = []
    for _, cluster in candidates(compared, spot, label, cluster_of(desk, mark)):
        counts = compared.counts(cluster)
        key = " ".join(f"{desk.views[index].letter}{count}" for index, count in sorted(counts.items()))
        forms = ", ".join(f"“{form.surface}”" for form in compared.variants(cluster))
        about = f"{compared.label(cluster)}  {sum(counts.values())}×  {forms}"
        found.append(Choice(compared.title(cluster), key, about, link(cluster)))
    alone = Choice("new entity", "", f"“{compared.surface(spot)}” is an entity of its own", new_entity)
    return [*found, alone]


def matching(words: str, choices: Sequence[Choice]) -> list[Choice]:
    """The choices in which `words` are found, those first that are called so."""
    found = [fit(words, one.title, one.names, one.about) for one in choices]
    sure = [(NONE,) if one.decides and each[0] < SURE else each for one, each in zip(choices, found, strict=True)]
    return [choices[index] for index in best_first(sure)]


class Choose(Dialog[Run | None]):
    """A narrowing list; dismissed with what the chosen row runs, or with None."""

    PANEL = "choose"
    KEYS = 24  # cells for how else to get a row
    FRAME = "-panel"
    LEFT_BY = frozenset({"enter", "escape"})
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "leave"),
        Binding("down,ctrl+n", "move(1)", "next", priority=True),
        Binding("up,ctrl+p", "move(-1)", "previous", priority=True),
    ]
    DEFAULT_CSS = """
    Choose { align: center top; background: transparent; }
    Choose Vertical { width: 90%; max-width: 100; height: auto; max-height: 80%; margin-top: 1; background: $panel; }
    Choose Input { border: none; height: 1; padding: 0 1; margin-bottom: 1; }
    Choose Input:focus { border: none; }
    Choose OptionList {
        text-wrap: nowrap; text-overflow: ellipsis; border: none; height: auto; max-height: 20; padding: 0;
        background: $panel;
    }
    Choose:ansi OptionList > .option-list--option-highlighted { text-style: reverse; }
    """

    def __init__(self, what: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._what = what
        self._choices = list(choices)
        self._shown = self._choices

    def compose(self) -> ComposeResult:
        """The field, and the rows."""
        with Vertical(classes=self.FRAME):
            yield Field(placeholder=f"{self._what}: type to narrow, enter takes it")
            yield OptionList(*self._options())

    def on_mount(self) -> None:
        """Type into the field at once."""
        self.query_one(Input).focus()
        self.query_one(OptionList).highlighted = 0

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the rows."""
        event.stop()
        self._shown = matching(event.value, self._choices) if event.value else self._choices
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options(self._options())
        rows.highlighted = 0 if self._shown else None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the highlighted row."""
        event.stop()
        self._take(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the row that was clicked."""
        event.stop()
        self._take(event.option_index)

    def action_move(self, step: int) -> None:
        """Highlight another row."""
        rows = self.query_one(OptionList)
        if self._shown:
            rows.highlighted = ((rows.highlighted or 0) + step) % len(self._shown)

    def _take(self, index: int | None) -> None:
        if index is not None and index < len(self._shown):
            self.dismiss(self._shown[index].run)
        else:
            self.post_message(Stays())

    def _options(self) -> list[Option]:
        widest = max((len(one.title) for one in self._choices), default=0)
        return [
            Option(
                Content.assemble(
                    f"{shown_line(one.title):{widest}}  ",
                    (f"{shown_line(one.key):{self.KEYS}}", "bold"),
                    (shown_line(one.about), "dim"),
                )
            )
            for one in self._shown
        ]


class Sheet(Choose):
    """The same at the foot of the screen, or at its head, so that the words it is about stay in sight."""

    KEYS = 16
    FRAME = ""  # it has the whole width, and few rows
    DEFAULT_CSS = f"""
    Sheet {{ align: left bottom; }}
    Sheet.-above {{ align: left top; }}
    Sheet Vertical {{ width: 100%; max-width: 100%; max-height: {SHEET}; margin-top: 0; }}
    Sheet Input {{ margin-bottom: 0; }}
    Sheet OptionList {{ height: auto; max-height: {SHEET - 1}; }}
    """

    def __init__(self, what: str, choices: Sequence[Choice], *, above: bool) -> None:
        super().__init__(what, choices)
        self.set_class(above, "-above")
