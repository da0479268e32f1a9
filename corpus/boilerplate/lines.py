"""Lines and pieces: the units that boilerplate is decided on.

A line is what stands between two line breaks; a piece of it is a sentence, or what scrapers glued to one. Patterns are
tried on `low`, which is as long as the line, so that an offset into it is an offset into the line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " "})
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BREAK: Final = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_CUT: Final = re.compile(r"[.!?…][\"'”’)\]]*(?:\s+(?=[^\sa-z,;])|(?=[A-Z“\"(][\w“\"]))|\t|\s{3,}")
_CLOSED: Final = re.compile(r"[.!?…。！？:;,][\s\"'”’»)\]]*$")
_ENDED: Final = re.compile(r"[.!?…。！？][\s\"'”’»)\]*]*$")
_LAST_WORD: Final = re.compile(r"[^\W\d_]+$")
_UNCUT: Final = frozenset(
    "mr mrs ms dr st gov sen rep lt sgt capt col gen maj cpl det rev prof hon no vs jr sr inc co corp ltd jan feb mar "
    "apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun ave blvd rd ft mt fla calif mich tex ill pa va "
    "conn mass minn tenn wash ore wis ariz okla".split()
)
MOST: Final = 20_000  # lines that are looked at
_LONGEST: Final = 4000  # code points of a line that are cut into pieces


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space at its edges, or a piece of one.

    `start` is its offset in the text, `low` the line in lower case with straight quotes, as long as `text`; `words` are
    the words of `low`.
    """

    start: int
    text: str
    low: str
    words: Sequence[str]

    @property
    def end(self) -> int:
        """The offset behind its last code point."""
        return self.start + len(self.text)

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDED.search(self.text, max(0, len(self.text) - 8)) is not None

    @property
    def cut(self) -> bool:
        """Whether it was cut off with an ellipsis."""
        return self.text.endswith(("...", "…"))

    @property
    def closed(self) -> bool:
        """Whether a mark of punctuation ends it, and it was not cut off."""
        return not self.cut and _CLOSED.search(self.text, max(0, len(self.text) - 8)) is not None


def words_of(text: str) -> list[str]:
    """The words of a text; an apostrophe or a hyphen inside a word does not end it."""
    return _WORD.findall(text)


def line_of(start: int, text: str) -> Line:
    """The line `text` at `start`; there is no white space at its edges."""
    low = text.translate(_STRAIGHT).lower()
    if len(low) != len(text):
        low = "".join(lower if len(lower := character.lower()) == 1 else character for character in text)
    return Line(start, text, low, _WORD.findall(low))


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order; the first `MOST` of them, which no article exceeds."""
    found: list[Line] = []
    for match in _BREAK.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            found.append(line_of(match.start() + len(line) - len(line.lstrip()), bare))
            if len(found) == MOST:
                break
    return found


def pieces_of(line: Line) -> list[Line]:
    """The sentences of a line, and what stands between bars, dots and wide gaps; one piece where nothing cuts it."""
    cuts = list(_cuts(line.text))
    if not cuts:
        return [line]
    found: list[Line] = []
    at = 0
    for end, following in (*cuts, (len(line.text), len(line.text))):
        bare = line.text[at:end].strip()
        if bare:
            start = line.text.index(bare, at)
            found.append(line_of(line.start + start, bare))
        at = following
    return found


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Where a piece ends and where the next one begins."""
    for match in _CUT.finditer(text, 0, _LONGEST):
        mark = match.group()
        if mark[0] == ".":
            before = _LAST_WORD.search(text, max(0, match.start() - 6), match.start())
            if before and (len(word := before.group().lower()) == 1 or word in _UNCUT):
                continue
        gap = len(mark) - len(mark.rstrip())
        bare = mark.strip()
        yield (match.end() - gap, match.end()) if bare else (match.start(), match.end())
