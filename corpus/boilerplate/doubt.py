"""How sure one must be that a line is furniture; of most lines one can't be, whatever they look like.

A sentence is content unless it speaks to the reader and reports nothing; so are the headline, what tells what has
happened, what a colon announces, and what asks the public for help.
"""

import re
from collections.abc import Sequence
from typing import Final

from corpus.boilerplate.lines import Line, pieces_of
from corpus.boilerplate.places import END, HEAD, IN, OVER, TOP, UNDER, Places
from corpus.boilerplate.structure import PROSE
from corpus.boilerplate.wordclasses import BYLINE, CALL, CREDIT, DATED, OFFER, PAST, PERSON, READER, SITE, TOLD, count
from corpus.boilerplate.wordlists import ASKING

_LEAST: Final = 0.7  # probability
_CALL: Final = 0.55  # of a sentence that speaks to the reader of what a site offers
_URGED: Final = 0.8  # of one that calls on the reader
_SHORT: Final = 0.85  # of a line between the sentences that does not say what it is
_NOTICE: Final = 0.93  # of a sentence of words of sites
_TELLING: Final = 0.95  # of a line that tells something
_SENTENCE: Final = 3  # words
_WHOLE: Final = 6  # words of a sentence within a line
_LONG: Final = 16  # words of a line that may be a caption
_LONGER: Final = 28  # words of a line that is nothing but a sentence without its full stop
_LONGEST: Final = 60
_SUBHEADING: Final = 3  # words
_ON_SITE: Final = 0.34  # share of words of sites in a notice
_HELP: Final = re.compile(
    r"\b(?:police|detectives?|sheriff|crime|crimestoppers|tip ?line|hotline|helpline|investigators|authorities|"
    r"embassy|anonymous|information (?:about|on|regarding)|with information|hospital|council|court|available|"
    r"victims?)\b"
)
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?\s?[:–—-]")
_SCORE: Final = re.compile(r"(?<![\d–-])\d{1,3}[–-]\d{1,3}(?![\d–-])")
_SAYS_WHAT: Final = READER | SITE | CREDIT | BYLINE | DATED


def least(places: Places, number: int) -> float | None:
    """The probability from which on a line is furniture; None where it never is."""
    line, bits = places.lines[number], places.bits[number]
    zone = places.zone(number)
    if _kept(places, number, zone):
        return None
    if line.ended and len(bits) >= _SENTENCE and (len(bits) >= PROSE or not line.cut):
        return _of_sentence(places, number, zone)
    if _tells(line, bits):
        return None
    if len(bits) >= PROSE:
        return _of_long(places, number, zone)
    return _of_short(places, number) if zone == IN else _outside(places, number, zone)


def _tells(line: Line, bits: Sequence[int]) -> bool:
    """Whether a line without a full stop tells what has happened or how it ended, quotes, or asks for help."""
    helps = len(bits) >= _SENTENCE and not count(bits, READER) and _helps(line)
    scores = not count(bits, _SAYS_WHAT) and _SCORE.search(line.text) is not None
    return helps or scores or count(bits, PAST) > 0 or '"' in line.low


def _outside(places: Places, number: int, zone: str) -> float:
    """Of short lines before the report and behind it."""
    bits = places.bits[number]
    if count(bits, _SAYS_WHAT) or len(bits) <= _SUBHEADING:
        return _LEAST if number or count(bits, _SAYS_WHAT) else _TELLING
    return _LEAST if zone == END or (zone == TOP and _beside(places, number)) else _TELLING


def _beside(places: Places, number: int) -> bool:
    """Whether the line before or behind is furniture."""
    return any(
        mark is not None
        for mark in (*places.marks[max(0, number - 1) : number], *places.marks[number + 1 : number + 2])
    )


def _helps(line: Line) -> bool:
    return _HELP.search(line.low) is not None


def _kept(places: Places, number: int, zone: str) -> bool:
    """Whether the line is content by its place or its shape: headlines, lists of the report, datelines, labels."""
    line, bits = places.lines[number], places.bits[number]
    if not 0 < len(bits) <= _LONGEST or zone == HEAD or number == places.headlines[1]:
        return True
    if line.text[-1] in "-–—" or (zone == IN and places.announced[number]):
        return True
    if line.text[-1] == ":" and zone != END:
        return len(bits) == 1 or 2 * count(bits, SITE) < len(bits)
    return len(bits) > 4 and _CLOCK.match(line.text) is not None


def _of_sentence(places: Places, number: int, zone: str) -> float | None:
    """Of sentences that speak to the reader of what a site offers, or hold little but words of sites."""
    line, bits = places.lines[number], places.bits[number]
    if count(bits, TOLD) or _helps(line) or ('"' in line.low and not _offers(line, bits)):
        return None
    if (count(bits, READER) or bits[0] & CALL) and not count(bits, PERSON):
        if count(bits, OFFER) or (zone != IN and _beside(places, number)):
            return _CALL
        return _URGED if bits[0] & CALL and count(bits, SITE) else None
    notice = zone in {END, OVER, TOP} and count(bits, SITE) >= _ON_SITE * len(bits)
    return _NOTICE if notice and len(bits) > _SENTENCE else None


def _offers(line: Line, bits: Sequence[int]) -> bool:
    """Whether what stands in quotation marks may be the name of what is offered."""
    return line.low[0] != '"' and count(bits, SITE) > 1 and count(bits, READER) > 0


def _of_long(places: Places, number: int, zone: str) -> float | None:
    """Of lines that may be captions, summaries, sentences without their full stop; or other headlines."""
    line, bits = places.lines[number], places.bits[number]
    if zone == UNDER and not count(bits, _SAYS_WHAT):
        return None
    pieces = pieces_of(line)
    if len(pieces) > 1 and any(piece.ended and len(piece.words) >= _WHOLE for piece in pieces):
        return None
    if len(bits) >= _LONGER and 5 * count(bits, SITE) < len(bits):
        return None
    shared, telling = places.shared(number)
    told = len(bits) >= _LONG or len(pieces) > 1 or (zone != END and 0 < telling <= 2 * shared)
    return _TELLING if told else _LEAST


def _of_short(places: Places, number: int) -> float | None:
    """Of lines between the sentences of the report, which may be subheadings."""
    line, bits = places.lines[number], places.bits[number]
    if all(bit & DATED or word[0].isdigit() for bit, word in zip(bits, line.words, strict=True)):
        return None
    above = places.sentences[number - 1]
    below = number + 1 < len(places.lines) and places.sentences[number + 1]
    if below and line.words[0] in ASKING:
        return None
    if count(bits, OFFER | CREDIT | BYLINE):
        return _LEAST
    shared, telling = places.shared(number)
    if line.text.isupper() and 0 < telling <= 2 * shared:
        return None  # capitals that say what the report says
    bracketed = len(bits) > 1 and line.text[0] + line.text[-1] in {"()", "[]"}
    if len(bits) <= _SUBHEADING and below and not bracketed:
        return None
    return _TELLING if (above and below) or line.text.isupper() else _SHORT
