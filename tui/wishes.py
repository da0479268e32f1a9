"""What the desk asks of the program around it: things that need a terminal, a dialog, or another process."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from corpus.span import Span


class _Bare:
    """A wish that says no more than its name. As dataclasses, these would take a hundredth of the start."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class Quit(_Bare):
    """Leave the desk."""

    __slots__ = ()


class Suspend(_Bare):
    """Go to the background, as ctrl+z does for other programs."""

    __slots__ = ()


class Redraw(_Bare):
    """Draw the whole screen anew."""

    __slots__ = ()


class Screenshot(_Bare):
    """Write the screen to a file as a picture."""

    __slots__ = ()


class NextTheme(_Bare):
    """Have the next theme, and keep it."""

    __slots__ = ()


class ShowHelp(_Bare):
    """Show the table of keys."""

    __slots__ = ()


class ShowPalette(_Bare):
    """Let the reviewer find a command by its words."""

    __slots__ = ()


class PickLabel(_Bare):
    """Let the reviewer find a label by its words; the answer goes to `Desk.give_label`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class PickCluster:
    """Let the reviewer find what a mention (`about`) names among the names of the story."""

    about: str


class ShowDetails(_Bare):
    """Show everything that is known of what is under the cursor."""

    __slots__ = ()


class ShowFigure(_Bare):
    """Show what the figure under the cursor says, to be corrected."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ShowPanel:
    """Show one of the panels over the desk: `what` is "ledger", "history", "names", "sitting" or "guidelines"."""

    what: str


@dataclass(frozen=True, slots=True)
class AskNote:
    """Ask for the note of a span; the answer goes to `Desk.give_note`."""

    words: str
    about: str


@dataclass(frozen=True, slots=True)
class AskWords:
    """Ask for one line: the `question`, the `words` so far, and what takes the desk and the answer.

    `told` says what was wrong with the answer before.
    """

    question: str
    words: str
    take: Callable[[Any, str], None]
    told: str = ""


@dataclass(frozen=True, slots=True)
class AskSearch:
    """Ask what to search for; the answer goes to `Desk.search`."""

    words: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Put text on the clipboard; `way` is one of tui.copy_ways.WAYS, without it the settings' way."""

    text: str
    way: str = ""


@dataclass(frozen=True, slots=True)
class ShowStories:
    """Show the queue of stories. With a `purpose`, for the story to be chosen: the answer goes to `chosen`."""

    purpose: str = ""
    chosen: Callable[[str], Callable[[Any], None]] | None = None


class ShowSearch(_Bare):
    """Search all articles of the project."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class OpenStory:
    """Have a story on the desk: at an article and a place in it where they are named, with the words searched for."""

    story: str
    article: str = ""
    span: Span | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class NextStory:
    """Have the story on the desk that is so many further down the queue."""

    step: int


@dataclass(frozen=True, slots=True)
class AskStoryName:
    """Ask what a story is to be called."""

    story: str
    words: str


class TypeFilter(_Bare):
    """Let the reviewer type what the list of stories is filtered by."""

    __slots__ = ()


class Leave(_Bare):
    """Leave the list, and go back to the desk."""

    __slots__ = ()


Wish = (
    Quit
    | Suspend
    | Redraw
    | Screenshot
    | NextTheme
    | ShowHelp
    | ShowPalette
    | PickLabel
    | PickCluster
    | ShowDetails
    | ShowFigure
    | ShowPanel
    | AskNote
    | AskWords
    | AskSearch
    | Copy
    | ShowStories
    | ShowSearch
    | OpenStory
    | NextStory
    | AskStoryName
    | TypeFilter
    | Leave
)


class Wisher(Protocol):
    """What may ask the program around it."""

    def wish(self, wish: Wish) -> None:
        """Ask for something."""
        ...


def passed_on(wishes: Sequence[Wish]) -> Callable[[Wisher], None]:
    """What has somebody else ask for the same, such as the desk for a list that lay over it."""

    def ask(wisher: Wisher) -> None:
        for wish in wishes:
            wisher.wish(wish)

    return ask
