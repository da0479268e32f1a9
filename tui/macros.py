"""Macros: keys that were pressed while one was recorded, and what dialogs answered meanwhile, to be done again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from tui.wishes import (
    AskNote,
    AskSearch,
    AskStoryName,
    AskWords,
    PickCluster,
    PickLabel,
    ShowDetails,
    ShowFigure,
    ShowHelp,
    ShowPalette,
    ShowPanel,
    Wish,
)

if TYPE_CHECKING:
    from tui.desk import Desk

Entry = str | Callable[["Desk"], None]
"""A key, or what a dialog that was opened by a key was answered with."""
_DIALOGS = (
    AskNote, AskSearch, AskStoryName, AskWords, PickCluster, PickLabel, ShowDetails, ShowFigure, ShowHelp, ShowPalette,
    ShowPanel,
)  # fmt: skip


class Macros:
    """What was recorded under which letter in this sitting; `recording` is the letter of the one that is under way."""

    def __init__(self) -> None:
        self.recording = ""
        self.last = ""
        self._entries: dict[str, list[Entry]] = {}
        self._under_way: list[Entry] = []
        self._replaying = False

    def begin(self, letter: str) -> None:
        """Record from now on."""
        self.recording, self._under_way = letter, []

    def end(self, own_keys: int) -> int:
        """Keep what was recorded, without the last keys, which ended it; returns how many entries it has."""
        letter, self.recording = self.recording, ""
        self._entries[letter] = self._under_way[: len(self._under_way) - own_keys]
        self.last = letter
        return len(self._entries[letter])

    def note(self, entry: Entry) -> None:
        """Take a key or an answer in, if one is being recorded."""
        if self.recording and not self._replaying:
            self._under_way.append(entry)

    def replay(self, desk: "Desk", letter: str) -> int:
        """Do it all again, until something is refused; returns how many entries were left undone.

        Dialogs are not opened: what they answered comes next. Raises RefusedError where there is nothing to be done.
        """
        entries = self._entries.get(letter)
        if not entries or self._replaying:
            none = f"no macro was recorded as {letter}" if letter else "no macro was recorded yet"
            message = "a macro cannot replay macros" if self._replaying else none
            raise RefusedError(message)
        wishes: list[Wish] = []
        self._replaying, left = True, len(entries)
        try:
            for entry in entries:
                wishes += desk.press(entry) if isinstance(entry, str) else desk.run(entry)
                if desk.refused:
                    break
                left -= 1
        finally:
            self._replaying = False
        self.last = letter
        for wish in wishes:
            if not isinstance(wish, _DIALOGS):
                desk.wish(wish)
        return left

    def letters(self) -> list[str]:
        """Those under which something was recorded."""
        return sorted(letter for letter, entries in self._entries.items() if entries)
