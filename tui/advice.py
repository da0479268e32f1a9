"""Words about commands that the reviewer does not use yet, where one of them would have saved keys. Pure.

How often commands were used and hints were given is counted with what the project keeps for the reviewer.
"""

from collections.abc import MutableMapping, Sequence
from typing import Any, Final, NamedTuple

SHOWN_AT_MOST: Final = 3  # times, for each hint
LASTS: Final = 5  # commands for which a hint stays
COUNTED_TO: Final = 8  # uses; more are not told apart
MEMORY: Final = 40  # commands that are looked back on

COUNTED: Final = frozenset(
    ("decide.accept", "decide.reject", "decide.unsure", "decide.undo", "find.search", "find.conflict", "decide.finish")
)
"""Commands of the line of keys; those that hints are about are counted beside them."""


class Act(NamedTuple):
    """A command that ran, and what it was about: the words that got a label, else the paragraph."""

    command: str
    about: str


class Hint(NamedTuple):
    """That `command`, which `does` something, is there; said when one of `instead` ran `times` times in a row.

    Commands in `instead` that end with a dot are whole scopes, and so are those that may come `between`. `same` says
    that all of them have to be about the same.
    """

    command: str
    does: str
    instead: tuple[str, ...]
    times: int
    same: bool = False
    between: tuple[str, ...] = ()


HINTS: Final = (
    Hint("decide.paragraph", "accepts the rest of the paragraph", ("decide.accept",), 5, same=True),
    Hint("move.hint", "jumps to any name or figure on the screen", ("move.down", "move.up"), 15),
    Hint("decide.everywhere", "labels the same words everywhere", ("label.",), 3, same=True,
         between=("move.", "find.", "select.")),
    Hint("move.token", "selects the next word", ("move.left", "move.right"), 15),
    Hint("decide.next", "goes to the next open proposal", ("move.entity", "move.entity_back"), 12),
    Hint("select.boundaries", "goes round the likely edges",
         ("select.right_out", "select.right_in", "select.left_out", "select.left_in"), 4),
    Hint("find.back", "goes back to where you came from", ("find.follow",), 4),
    Hint("look.ledger", "shows all figures side by side", ("find.conflict", "find.conflict_back"), 5),
)  # fmt: skip


def row_length(acts: Sequence[Act], hint: Hint) -> int:
    """How many of the last acts in a row are what a hint is about; others of its scopes between them do not count."""
    if not acts or not _is_one(acts[-1].command, hint.instead):
        return 0
    found = 0
    for act in reversed(acts):
        if _is_one(act.command, hint.instead):
            if hint.same and act.about != acts[-1].about:
                break
            found += 1
        elif not _is_one(act.command, hint.between):
            break
    return found


def fitting(acts: Sequence[Act], used: MutableMapping[str, int], told: MutableMapping[str, int]) -> Hint | None:
    """The hint that helps after these acts; none about a command that was `used`, or that was `told` often enough."""
    for hint in HINTS:
        worth = not used.get(hint.command) and told.get(hint.command, 0) < SHOWN_AT_MOST
        if worth and row_length(acts, hint) >= hint.times:
            return hint
    return None


class Habits:
    """What a reviewer has done lately. The counts are in `kept`, under `used` and `told`.

    `hint` is the command to be told of, and what it does; empty where there is nothing to say.
    """

    def __init__(self, kept: MutableMapping[str, Any]) -> None:
        self._used: dict[str, int] = kept.setdefault("used", {})
        self._told: dict[str, int] = kept.setdefault("told", {})
        self._acts: list[Act] = []
        self._left = 0
        self.hint = ("", "")

    def note(self, command: str, about: str) -> None:
        """Take a command that ran; a hint stays for a few of them, or until its command is used."""
        if command in COUNTED or any(hint.command == command for hint in HINTS):
            self._used[command] = min(self._used.get(command, 0) + 1, COUNTED_TO)
        self._acts = [*self._acts[-MEMORY + 1 :], Act(command, about)]
        self._left -= 1
        if self._left <= 0 or command == self.hint[0]:
            self.hint = ("", "")
        found = fitting(self._acts, self._used, self._told)
        if found is not None:
            self._acts.clear()
            self._told[found.command] = self._told.get(found.command, 0) + 1
            self.hint, self._left = (found.command, found.does), LASTS


def _is_one(command: str, of: Sequence[str]) -> bool:
    return any(command.startswith(one) if one.endswith(".") else command == one for one in of)
