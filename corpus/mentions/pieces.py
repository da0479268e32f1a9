"""Cuts an article into stretches that may be names: by its capitals, and by what a model found."""

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.analysis import Mention
from corpus.mentions.common_words import INNER
from corpus.mentions.extents import OF_COUNTRIES, ORDINAL, behind_place, extended, with_number
from corpus.mentions.gazetteer import NOTHING, Entry, world
from corpus.mentions.head_words import CLUB_HEADS, NAME_PARTICLES
from corpus.mentions.heads import head_label, label_of_words
from corpus.mentions.merging import merged
from corpus.mentions.page import Page
from corpus.mentions.piece import Piece
from corpus.mentions.product_words import BEFORE_MAKES, DOUBTFUL_MAKERS
from corpus.mentions.runs import OWNED, Runs
from corpus.mentions.title_words import OWNERS

_MAKE: Final = 4  # words that a make and a model are fewer than
_YEAR: Final = 4  # digits
_ARTICLES: Final = frozenset(("al", "el", "as", "ash", "an"))
_CLUB: Final[Entry] = ("ORG", 2.0)
_MODEL: Final[Entry] = ("PRODUCT", 3.0)
_OF_PLACE: Final[Entry] = ("ORG", 2.0)


def pieces(page: Page, mentions: Sequence[Mention]) -> list[Piece]:
    """The stretches of a page that may be names, by first word, none overlapping."""
    runs = Runs(page, mentions)
    parts = _parts(page, runs)
    return merged(page, parts, _blocks(page, mentions, parts, runs))


def _parts(page: Page, runs: Runs) -> list[Piece]:
    """What the capitals show; a part whose words tell its kind has a label."""
    parts: list[Piece] = []
    done = 0
    for first, high in runs:
        low = max(first, done)
        if low >= high:
            continue
        end = extended(page, low, high, organised=high - 1 in runs.organised)
        if end == high and page.words[high - 1] in OF_COUNTRIES and page.after(high - 1) == "of":
            runs.cuts.add(high + 1)
        low = max(with_number(page, low, end), done)
        kind = _kind(page, low, end)
        if (
            kind[0] == "GPE"
            and page.sporting
            and page.words[end - 1] in CLUB_HEADS
            and page.joined(low, end) not in world()
        ):
            kind = _CLUB
        if end > high and not kind[0]:
            kind = _MODEL if page.gap(high) == "-" else _OF_PLACE
        name = low if kind[0] else behind_place(page, low, end)
        if name > low:
            parts.append(Piece(low, name, *world().get(page.joined(low, name), NOTHING)))
            runs.cuts.add(name)
        parts.append(Piece(name, end, *kind))
        done = end
    return parts


def _kind(page: Page, low: int, end: int) -> Entry:
    """What the words `low` to `end` (exclusive) say of themselves."""
    if end - low == 1:
        return NOTHING
    kind = label_of_words(page.named(low, end))
    return _MODEL if not kind[0] and _is_make(page, low, end) else kind


def _is_make(page: Page, low: int, end: int) -> bool:
    """Whether a name is that of a vehicle or a gun: "a red Ford Fiesta"."""
    if page.words[low] not in DOUBTFUL_MAKERS or not 1 < end - low < _MAKE:
        return False
    before = page.before(low)
    return before in BEFORE_MAKES or (before.isdigit() and len(before) == _YEAR)


def _blocks(page: Page, mentions: Sequence[Mention], parts: Sequence[Piece], runs: Runs) -> list[Piece]:
    """The model's mentions as stretches of words, cut where no name goes on."""
    inside = {index for part in parts for index in range(part.first, part.last)}
    blocks: list[Piece] = []
    done = 0
    for mention in mentions:
        first, last = page.at(mention.span.start, mention.span.end)
        found = list(_cut(page, max(first, done), last, inside, runs))
        if mention.label == "PERSON":
            found = [(_begun(page, low, first), _hyphened(page, high, last)) for low, high in found]
        blocks += [Piece(low, high, model=mention.label, exact=len(found) == 1) for low, high in found]
        done = max(done, last)
    return blocks


def _cut(page: Page, first: int, last: int, inside: set[int], runs: Runs) -> Iterator[tuple[int, int]]:
    low = end = -1
    for index in range(first, last):
        word = page.words[index]
        if low >= 0 and (index in runs.cuts or not (page.tied(index) or _shop(page, index))):
            yield low, end
            low = -1
        if (
            index in inside
            or _numbered(word)
            or (word in _ARTICLES and page.gap(index + 1) == "-" and page.upper(index + 1))
        ):
            low = index if low < 0 else low
            end = index + 1
        elif low >= 0 and (word not in INNER or page.upper(index)):
            yield low, end
            low = -1
    if low >= 0:
        yield low, end


def _begun(page: Page, low: int, first: int) -> int:
    """The first word of a person's name with the particles that the model saw in front of it: "de la Cruz"."""
    while low > first and page.words[low - 1] in NAME_PARTICLES and page.tied(low):
        low -= 1
    return low


def _hyphened(page: Page, high: int, last: int) -> int:
    """The end of a person's name with the part in lower case that the model saw in it: "Kim Jong-un"."""
    return high + 1 if high < last and page.gap(high) == "-" and page.words[high].islower() else high


def _shop(page: Page, index: int) -> bool:
    """Whether a name that the model found goes on behind an owner, as shops are called: "Sam's Club"."""
    owner = page.words[index - 1]
    return (
        page.gap(index) in OWNED
        and page.after(index) not in {"for", "of"}
        and (owner.lower() in OWNERS or (owner not in world() and not head_label(owner)))
    )


def _numbered(word: str) -> bool:
    """Whether a word is of digits and letters as names have them: "76ers"."""
    return word[0].isdigit() and word[-1].isalpha() and len(word) > 3 and not word.endswith(ORDINAL)
