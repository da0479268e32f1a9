"""What takes the keys of the desk for a while instead of its commands: hints, painting, the letter of a mark."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from tui.render.words import Words

if TYPE_CHECKING:
    from tui.desk import Desk


class Mode(Protocol):
    """One way of taking keys; it ends when it sets `desk.mode` to None, or to another one."""

    @property
    def name(self) -> str:
        """What it is called in the line below the articles, in capitals."""
        ...

    def press(self, desk: "Desk", key: str) -> None:
        """Take one key. Raises RefusedError with a word for the reviewer where it means nothing."""
        ...

    def words(self, desk: "Desk") -> list[Words]:
        """What the last line of the screen says meanwhile: the keys that can follow."""
        ...

    def hints(self, index: int) -> Mapping[int, str]:
        """Letters that stand before places of an article, by offset; the rest of the texts is faint meanwhile."""
        ...
