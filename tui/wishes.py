"""What the desk asks of the program around it: things that need a terminal, a dialog, or another process."""

from dataclasses import dataclass


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
class ShowHelp:
    """Show the table of keys."""


@dataclass(frozen=True, slots=True)
class ShowPalette:
    """Let the reviewer find a command by its words."""


@dataclass(frozen=True, slots=True)
class PickLabel:
    """Let the reviewer find a label by its words; the answer goes to `Desk.give_label`."""


@dataclass(frozen=True, slots=True)
class AskNote:
    """Ask for the note of a span; the answer goes to `Desk.give_note`."""

    words: str
    about: str


@dataclass(frozen=True, slots=True)
class AskSearch:
    """Ask what to search for; the answer goes to `Desk.search`."""

    words: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Put text on the clipboard."""

    text: str


Wish = Quit | Suspend | Redraw | ShowHelp | ShowPalette | PickLabel | AskNote | AskSearch | Copy
