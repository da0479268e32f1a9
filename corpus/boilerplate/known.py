"""What other articles tell of a text: pieces that recur in other stories are furniture, whatever they say.

Pieces are cut and hashed as `corpus.stories.profile` does it, so that the profiles that a project keeps can tell which
ones recur (`known_from`), and no old text is read again.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final
from zlib import crc32

from corpus.boilerplate.kinds import RECURRING
from corpus.boilerplate.lines import Line, line_of
from corpus.boilerplate.wordlists import ASKING

_PIECE_END: Final = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\s*[\r\n]\s*|[。！？]")
_END_MARK: Final = re.compile(r"[.!?…][\"'”’»)\]]*")
_COPY: Final = 0.5  # share of its pieces found elsewhere from which an article is the copy of another
_LONG: Final = 12  # words of a sentence that does not recur by chance
_MANY: Final = 5  # stories in which a sentence that stands alone has to recur
_SHORTEST: Final = 2  # words
_LINK: Final = 4  # words of a line that leads elsewhere
_YOURS: Final = frozenset("you your yours we our us".split())
_THEIRS: Final = frozenset("i me my he him his she her they them their said says".split())
_REPORTS: Final = frozenset("said says say told according police anyone information officials".split())


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its source and story; empty where unknown."""

    text: str
    source: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """In how many stories the pieces of text are found that are found in two or more, by their hashes.

    `apart` counts only articles that share less than half of their pieces with other stories: the others may be copies
    of one report, whose sentences recur and are content.
    """

    stories: Mapping[int, int] = field(default_factory=dict)
    apart: Mapping[int, int] = field(default_factory=dict)


NOTHING_KNOWN: Final = Known()


def known(pages: Iterable[Page]) -> Known:
    """What these articles tell; those whose story is unknown tell nothing."""
    return known_from([(hashes_of(page.text), page.story) for page in pages])


def known_from(articles: Sequence[tuple[Sequence[int], str]]) -> Known:
    """What articles tell that are given as the hashes of their pieces (of `Profile.pieces`) and their story.

    Time and memory are linear in the number of pieces, and small for those that do not recur.
    """
    every = array("I")
    for pieces, _ in articles:
        every.extend(pieces)
    twice = {first for first, second in pairwise(sorted(every)) if first == second}
    stories: dict[int, set[str]] = {}
    for pieces, story in articles:
        if story:
            for piece in twice.intersection(pieces):
                stories.setdefault(piece, set()).add(story)
    shared = {piece: len(found) for piece, found in stories.items() if len(found) > 1}
    apart: dict[int, set[str]] = {}
    for pieces, story in articles:
        common = [piece for piece in pieces if piece in shared]
        if story and len(common) < _COPY * len(pieces):
            for piece in common:
                apart.setdefault(piece, set()).add(story)
    return Known(shared, {piece: len(found) for piece, found in apart.items()})


def hashes_of(text: str) -> list[int]:
    """The hashes of the pieces of a text, in their order."""
    return [_hash(piece) for _, piece in _pieces(text)]


def recurring(line: Line, known: Known, *, headline: bool, beside: bool) -> Iterator[tuple[int, int, str, str]]:
    """The pieces of a line that recur in other stories: start and end in the text, kind, reason.

    `headline` says that the line is the first of the article, `beside` that it stands beside boilerplate, where a
    sentence needs less to be taken for it.
    """
    for at, piece in _pieces(line.text + "\n"):
        number = _hash(piece)
        count = known.stories.get(number, 0)
        if count < 2:
            continue
        end = at + len(piece)
        mark = _END_MARK.match(line.text, end)
        whole = not at and end == len(line.text) and not headline
        if _calls(piece, whole=whole, often=beside or count > 2) or _copied(
            piece, known.apart.get(number, 0), beside=beside
        ):
            yield line.start + at, line.start + (mark.end() if mark else end), RECURRING, f"in {count} stories"


def _calls(piece: str, *, whole: bool, often: bool) -> bool:
    """Whether a piece speaks to the reader, or is a line of its own without a full stop, as links are."""
    line = line_of(0, piece)
    if len(line.words) < _SHORTEST or '"' in line.low:
        return False
    link = whole and not line.closed and len(line.words) >= _LINK and line.words[0] not in ASKING
    return link or (often and not _YOURS.isdisjoint(line.words) and _THEIRS.isdisjoint(line.words))


def _copied(piece: str, apart: int, *, beside: bool) -> bool:
    """Whether a sentence is in so many reports that share little else, and is none that many reports have."""
    words = line_of(0, piece).words
    if len(words) < _LONG or not _REPORTS.isdisjoint(words):
        return False
    return apart >= _MANY or (beside and apart > 1)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The pieces of a text with their offsets; without the mark that ends them, as profiles have them."""
    at = 0
    for match in _PIECE_END.finditer(text):
        if match.start() > at:
            yield at, text[at : match.start()]
        at = match.end()
    if at < len(text):
        yield at, text[at:]


def _hash(piece: str) -> int:
    return crc32(piece.encode("utf-8", "surrogatepass"))
