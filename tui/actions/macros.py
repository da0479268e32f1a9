"""Macros: recording keys under a letter, and replaying them."""

from string import ascii_lowercase
from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from tui.actions.bookmarks import Lettering

if TYPE_CHECKING:
    from tui.desk import Desk


def record(desk: "Desk") -> None:
    """Record the keys from here on under the letter pressed next; once more ends it."""
    if desk.macros.recording:
        letter = desk.macros.recording
        count = desk.macros.end(1)
        desk.message = f"recorded {count} key{'s' * (count != 1)} as {letter}; @ {letter} replays them"
        return
    desk.mode = Lettering("RECORD", "press a letter, a to z, to record under", _begin)


def _begin(desk: "Desk", letter: str) -> None:
    if letter not in ascii_lowercase:
        message = f"{letter}: a macro has a letter from a to z; nothing is recorded"
        raise RefusedError(message)
    desk.macros.begin(letter)
    desk.message = "Q ends it"


def replay(desk: "Desk") -> None:
    """Replay the macro of the letter pressed next; @ again replays the last one."""
    desk.mode = Lettering("REPLAY", "press the letter of a macro, or @ for the last one", _replay)


def _replay(desk: "Desk", letter: str) -> None:
    wanted = desk.macros.last if letter == "@" else letter
    left = desk.macros.replay(desk, wanted)
    if left:
        message = f"stopped: {desk.message}"
        raise RefusedError(message)
