"""Where the paragraphs of a text begin: the lines that are not blank, as the panes number them. Pure."""

from array import array
from collections.abc import Sequence

from corpus.display import LONE_RETURN


def paragraph_starts(text: str) -> Sequence[int]:
    """The offsets of the lines of a text that are not blank, whatever its width on the screen."""
    if "\r" in text:
        text = LONE_RETURN.sub("\n", text)
    starts, start = array("I"), 0
    for line in text.split("\n"):
        if line.rstrip():
            starts.append(start)
        start += len(line) + 1
    return starts
