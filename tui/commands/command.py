"""What a command is: one row of the table."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Generic, TypeVar

from tui.desk import Desk

Target = TypeVar("Target")
Run = Callable[[Target], None]

SCOPES: Final = {
    "move": "Move",
    "select": "Select",
    "decide": "Decide",
    "label": "Label",
    "find": "Find",
    "tie": "Tie together",
    "look": "Look",
    "story": "Story",
    "program": "Program",
    "stories": "In the list of stories",
    "ledger": "In the ledger",
    "history": "In the history",
    "names": "On the entity board",
}
LIST: Final = "stories"
LEDGER: Final = "ledger"
HISTORY: Final = "history"
ENTITIES: Final = "names"
"""The scopes of the commands that work in the list of stories, the ledger, the history and on the entity board; all
others on the desk."""


@dataclass(frozen=True, slots=True)
class Command(Generic[Target]):
    """One row: its `id` for keymaps, its key sequences, its title for menus, a sentence of help, what it runs.

    `scope`, the part of the id before the dot, groups the rows.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    run: Run[Target]

    @property
    def scope(self) -> str:
        """A key of SCOPES."""
        return self.id.partition(".")[0]


def row(identity: str, keys: str, title: str, sentence: str, run: Run[Target]) -> Command[Target]:
    """A row; alternative key sequences are separated by two blanks."""
    return Command(identity, tuple(" ".join(one.split()) for one in keys.split("  ") if one), title, sentence, run)


def later(place: str, *arguments: object, **named: object) -> Run[Desk]:
    """What a module is only loaded for when it is wanted: `place` is a module of `tui.actions` and a name in it.

    With arguments the name is that of a function which makes the command from them.
    """

    def run(desk: Desk) -> None:
        module, _, name = place.partition(":")
        found = getattr(import_module(f"tui.actions.{module}"), name)
        (found(*arguments, **named) if arguments or named else found)(desk)

    return run


_MOTIONS: Final = frozenset(
    "decide.next decide.previous select.left select.right select.up select.down select.grow select.shrink stories.down"
    " stories.up stories.page stories.page_back".split()
)
_SINGLE: Final = frozenset("find.search find.selection find.follow".split())


def is_motion(command: Command[Target]) -> bool:
    """Whether a count before a command means that it is done so often."""
    edge = command.scope == "select" and any(part in command.id for part in ("_out", "_in"))
    moves = command.scope in {"move", "find"} and not command.title.endswith("…") and command.id not in _SINGLE
    return moves or edge or command.id in _MOTIONS
