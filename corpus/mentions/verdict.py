"""What becomes of each place: a mention with its label, score and reason, or nothing."""

from collections.abc import Sequence
from typing import Final

from corpus.mentions.ballot import Ballot
from corpus.mentions.common_words import COMMON, GENERIC
from corpus.mentions.context_words import MADE
from corpus.mentions.gazetteer import world
from corpus.mentions.head_words import NAME_PARTICLES
from corpus.mentions.judged import Judged
from corpus.mentions.known_names import NEWSPAPERS, SHORT_STATES
from corpus.mentions.page import Page
from corpus.mentions.piece import Piece
from corpus.mentions.place import Place
from corpus.mentions.title_words import OFFICES, PORTFOLIOS, TITLES
from corpus.mentions.untouched import NAMES
from corpus.span import Span

_SHOUTED: Final = 4  # letters of a word in capitals that may be a common one
NEW: Final = 1.2  # votes of a name that nobody found, where its capital tells something
_HIDDEN: Final = 3.0  # and where it does not
_DOTTED: Final = frozenset("St Ave Blvd Rd Dr Inc Corp Co Ltd Jr Sr Bros Pkwy Hwy Ln Ct".split())
_TIED: Final = frozenset((" ", "\u00a0", "-", "‑"))
_DOMAINS: Final = (".com", ".org", ".net")
_NO_NAME_ENDS: Final = ("ed", "like", "ing", "run", "era", "esque")
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def verdicts(page: Page, places: Sequence[Place], ballot: Ballot) -> list[Judged]:
    """The mentions of a page, by start, none overlapping."""
    result: list[Judged] = []
    for place in places:
        piece = place.piece
        if is_idle(page, place) or _is_description(page, place):
            continue
        label, score, lead = ballot.best(place.name, place.votes, piece)
        if label not in NAMES or _is_unfounded(page, place, ballot, score):
            continue
        start, end = _bounds(page, place, label, ballot)
        if (not result or result[-1].span.end <= start) and not page.folded(start, end):
            reason = _reason(place, label, ballot)
            result.append(Judged(Span(start, end), label, _sureness(piece, lead), reason))
    return result


def is_idle(page: Page, place: Place) -> bool:
    """Whether a capital says nothing, for the word begins a sentence and is written without it elsewhere."""
    piece, name = place.piece, place.name
    if piece.last - piece.first > 1 or piece.label or name in world():
        return False
    if name in page.cased:
        return False
    if len(name) >= _SHOUTED and name.isupper() and name.lower() in page.common:
        return True
    return page.begins(piece.first) and (name.lower() in page.common or name.lower() in COMMON)


def _is_unfounded(page: Page, place: Place, ballot: Ballot, score: float) -> bool:
    """Whether neither the model nor the rest of the story nor the place itself make a name of it."""
    piece = place.piece
    if piece.model or piece.label or ballot.knows(place.name):
        return False
    return page.loud(piece.first) or score < (_HIDDEN if page.begins(piece.first) else NEW)


def _is_description(page: Page, place: Place) -> bool:
    """Whether words with capitals only say what somebody or something is: "Minister for Trade", "the Court"."""
    piece, first = place.piece, place.piece.first
    if len(place.name) == 1:
        return True
    if piece.last - first == 1 and not piece.label:
        if place.name.lower() in GENERIC:
            return True
        if page.lower(first) in OFFICES and page.after(first).lower() in TITLES:
            return True
    charge = page.before(first) in {"for", "of"} and page.lower(first - 2) in PORTFOLIOS
    return charge and place.name not in world()


def _bounds(page: Page, place: Place, label: str, ballot: Ballot) -> tuple[int, int]:
    piece = place.piece
    first, last = piece.first, piece.last - 1
    start, end = page.starts[first], page.ends[last]
    dotted = page.words[last] in _DOTTED or (label == "GPE" and first == last and page.words[last] in SHORT_STATES)
    if dotted and page.text.startswith(".", end):
        end += 1
    if label == "ORG" and page.word(first - 1) == "The" and page.gap(first) == " " and page.words[last] in NEWSPAPERS:
        start = page.starts[first - 1]
    if page.text.startswith(_DOMAINS, end):
        end += len(_DOMAINS[0])
    if label == "PERSON":
        start = page.starts[_with_particles(page, first, ballot.full(place.name))]
        if last > first:
            end = _hyphened(page, piece.last, end)
    return start, end


def _with_particles(page: Page, first: int, full: str) -> int:
    """Where a family name begins whose particles the full name of the story has: "de", "van der"."""
    words, low = full.split(), first
    if page.words[first] not in words:
        return first
    at = words.index(page.words[first])
    while at > 1 and page.word(low - 1) == words[at - 1] and words[at - 1] in NAME_PARTICLES and page.gap(low) in _TIED:
        at, low = at - 1, low - 1
    return low


def _hyphened(page: Page, index: int, end: int) -> int:
    """Where a name ends whose given name goes on in lower case behind a hyphen: "Park Geun-hye"."""
    word = page.word(index)
    if page.gap(index) != "-" or not word.islower() or len(word) > 6 or page.starts[index] != end + 1:
        return end
    return end if word in MADE or word.endswith(_NO_NAME_ENDS) else page.ends[index]


def _reason(place: Place, label: str, ballot: Ballot) -> str:
    piece, name = place.piece, place.name
    if piece.model == label:
        return "the model" if piece.exact else "the model, with other bounds"
    taught = ballot.taught.get(name, {}).get(label)
    others = ballot.counts.get(name, 1) - 1
    if label == piece.label and name not in world():
        return "by its own words"
    if name in world() and world()[name][0] == label:
        return "a well-known name"
    if taught and " " in taught.full:
        return f"full name in {_LETTERS[taught.article]}" if taught.article < len(_LETTERS) else "full name elsewhere"
    if others:
        return f"as in {others} other place{'s' if others > 1 else ''}"
    return "by the words around it" if piece.model else "missed by the model"


def _sureness(piece: Piece, lead: float) -> int:
    """How sure a label is that leads by so many votes, 0 to 100: less where the model has another, or nothing."""
    return max(30, min(98, round(60 + 10 * lead) - (0 if piece.model and piece.exact else 10)))
