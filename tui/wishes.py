"""What the desk asks of the program around it: things that need a terminal, a dialog, or another process."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the desk."""


@dataclass(frozen=True, slots=True)
class Suspend:
    """Go to the background, as ctrl+z does for other programs."""


@dataclass(frozen=True, slots=True)
class Redraw:
    """Draw the whole screen anew."""


@dataclass(frozen=True, slots=True)
class NextTheme:
    """Have the next theme, and keep it."""


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """Show the table of keys."""


@dataclass(frozen=True, slots=True)
class ShowPalette:
    """Let the reviewer find a command by its words."""


@dataclass(frozen=True, slots=True)
class PickLabel:
    """Let the reviewer find a label by its words; the answer goes to `Desk.give_label`."""


@dataclass(frozen=True, slots=True)
class PickCluster:
    """Let the reviewer find what a mention (`about`) names among the names of the story."""

    about: str


@dataclass(frozen=True, slots=True)
class ShowDetails:
    """Show everything that is known of what is under the cursor."""


@dataclass(frozen=True, slots=True)
class ShowFigure:
    """Show what the figure under the cursor says, to be corrected."""


@dataclass(frozen=True, slots=True)
class ShowLedger:
    """Show the ledger of the story over the whole screen."""


@dataclass(frozen=True, slots=True)
class ShowPanel:
    """Show one of the panels over the desk: `what` is "history", "names", "sitting" or "guidelines"."""

    what: str


@dataclass(frozen=True, slots=True)
class AskNote:
    """Ask for the note of a span; the answer goes to `Desk.give_note`."""

    words: str
    about: str


@dataclass(frozen=True, slots=True)
class AskWords:
    """Ask for one line: the `question`, the `words` so far, and what takes the desk and the answer."""

    question: str
    words: str
    take: Callable[[Any, str], None]


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


@dataclass(frozen=True, slots=True)
class ShowSearch:
    """Search all articles of the project."""


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


@dataclass(frozen=True, slots=True)
class TypeFilter:
    """Let the reviewer type what the list of stories is filtered by."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the list, and go back to the desk."""


Wish = (
    Quit
    | Suspend
    | Redraw
    | NextTheme
    | ShowHelp
    | ShowPalette
    | PickLabel
    | PickCluster
    | ShowDetails
    | ShowFigure
    | ShowLedger
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
