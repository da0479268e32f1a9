"""What `variorum keys --probe` says: what a pressed key does, and which keys a terminal cannot send. Pure."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from corpus.display import shown_line
from tui.commands.command import LIST, Command
from tui.commands.whole import WHOLE
from tui.keys import Pending, sequence

ENDS: Final = "ctrl+c"
_WAITS: Final = "waits for "
_DIGITS: Final = frozenset("0123456789")
_FIRST_DIGITS: Final = _DIGITS - {"0"}
_SAME: Final = frozenset("enter space tab backspace escape".split())
_OTHER_NAMES: Final = {"_": "ctrl+underscore", "^": "ctrl+circumflex_accent", "\\": "ctrl+backslash"}
_LETTERED: Final = re.compile(r"(ctrl|alt)\+(shift\+)?([a-z0-9@_\\^])")
_NAMED: Final = """up kcuu1 down kcud1 left kcub1 right kcuf1 home khome end kend pageup kpp pagedown knp insert kich1
delete kdch1 shift+tab kcbt shift+up kri shift+down kind shift+left kLFT shift+right kRIT""".split()
CAPABILITIES: Final = {
    **dict(zip(_NAMED[::2], _NAMED[1::2], strict=True)),
    **{f"f{number}": f"kf{number}" for number in range(1, 25)},
}
"""What terminfo calls the keys that have no character."""


class Probe:
    """The keys that were pressed so far; `over` says that the person has seen enough.

    Where there are `counted` commands, digits before a sequence are a count, and those take one.
    """

    def __init__(self, commands: Sequence[Command[Any]], counted: Collection[str] = ()) -> None:
        self.over = False
        self._counted = counted
        self._count = ""
        self._commands = {one.id: one for one in commands}
        self._desk = _names(one for one in commands if one.scope not in {LIST, *WHOLE})
        self._listed = _names(one for one in commands if one.scope == LIST)
        self._pending: Pending = ()
        self._last = ""

    def line(self, key: str, raw: str) -> str:
        """One key, by its name and as the terminal sent it, and what it does."""
        self.over = key == ENDS or (key == self._last == "q")
        self._last = key
        what = "ends this" if self.over else self._meaning(key)
        hint = "; once more ends this" if key == "q" and not self.over else ""
        return f"{shown_line(key):16} {spelt(raw):18} {what}{hint}"

    def _meaning(self, key: str) -> str:
        if self._counted and not self._pending and key in (_DIGITS if self._count else _FIRST_DIGITS):
            self._count += key
            begins = "begins a count" if self._count == key else f"the count {self._count}"
            return f"{begins}: a motion behind it is done so often"
        count, self._count = self._count, ""
        keys = (*self._pending, key)
        before = " ".join(filter(None, (count, *self._pending)))
        told, self._pending = self._of_desk(keys, before, count), ()
        if told.startswith(_WAITS):
            self._pending, self._count = keys, count
        if len(keys) == 1 and keys in self._listed and not (count and key == "escape"):
            told += f"; in the list of stories {self._told(self._listed[keys], count)}"
        return f"{before} {key}: {told}" if before else told

    def _of_desk(self, keys: Pending, before: str, count: str) -> str:
        """What a sequence does on the desk; `before` is all but its last key, with the count."""
        if before and keys[-1] == "escape":
            return f"drops {before}"
        if keys in self._desk:
            return self._told(self._desk[keys], count)
        below = sorted({one[len(keys)] for one in self._desk if len(one) > len(keys) and one[: len(keys)] == keys})
        return f"{_WAITS}{' '.join(below)}" if below else "bound to nothing"

    def _told(self, identity: str, count: str) -> str:
        if count and identity not in self._counted:
            return f"{identity} takes no count"
        times = f", {count} times" if count else ""
        return f"{identity}, {self._commands[identity].title}{times}"


def spelt(raw: str) -> str:
    """What a terminal sent, with control codes as `^[` and everything else as it may be shown."""
    controls = {code: f"^{chr(code ^ 64)}" for code in (*range(32), 127)}
    return shown_line(raw.translate(controls))


def unsent(key: str, *, kitty: bool, has: Callable[[str], bool], taken: str = "") -> str:
    """Why a terminal cannot send a key of a keymap; "" where it can.

    `kitty` says that it speaks the kitty keyboard protocol, `has` whether terminfo knows a capability; `taken` is the
    key that a program around it takes.
    """
    if key == taken:
        return "is taken by tmux or screen, unless it was given another prefix"
    base = key.rpartition("+")[2] if len(key) > 1 else key
    lettered = _LETTERED.fullmatch(key)
    if lettered and lettered[1] == "ctrl" and base in _OTHER_NAMES:
        return f"arrives as {_OTHER_NAMES[base]}"
    if kitty or len(key) == 1:
        return ""
    if key in CAPABILITIES:
        return "" if has(CAPABILITIES[key]) else "is none of the keys that terminfo knows of this terminal"
    lost = _lost(key, base, lettered=lettered is not None)
    return f"{lost}, because the terminal does not speak the kitty keyboard protocol" if lost else ""


def _lost(key: str, base: str, *, lettered: bool) -> str:
    """What becomes of a key on a terminal that only has the sequences of old; "" where it arrives."""
    if base in _SAME and key != base:
        return f"arrives as {base}"
    if lettered and not base.isalpha() and key != "ctrl+@":
        return "is not sent"
    return f"arrives as ctrl+{base}" if lettered and key.startswith("ctrl+shift+") else ""


def cannot_send(commands: Iterable[Command[Any]], reason: Callable[[str], str]) -> Iterator[str]:
    """A line for each command with keys that cannot be sent, and by which others it is reached."""
    for command in commands:
        lost = {keys: why for keys in command.keys for key in keys.split() if (why := reason(key))}
        for keys, why in lost.items():
            others = [one for one in command.keys if one not in lost]
            instead = f"; {' or '.join(others)} does the same" if others else "; it has no other key"
            yield f"{keys} of {command.id} {why}{instead}"


def _names(commands: Iterable[Command[Any]]) -> dict[Pending, str]:
    """The ids of commands by their sequences of keys."""
    return {sequence(keys): one.id for one in commands for keys in one.keys}
