"""Lines that hold nothing but who wrote: names behind "by", names with places, papers or callings, addresses."""

import re
from typing import Final

from corpus.boilerplate.kinds import BYLINE
from corpus.boilerplate.lines import Line, words_of
from corpus.boilerplate.rule import compiled
from corpus.boilerplate.wordlists import PARTICLES

_LONGEST: Final = 200  # code points
_NAMES: Final = 24  # words behind "by" in a line that ends as a sentence does
_UNDER: Final = 8  # words of a line under the headline that begins with "by"
_FROM: Final = (
    r"(?:by(?=\w{3})|by\b[:\s]|[-–—]{1,2} ?(?=[A-Z])|with (?=[A-Z][a-z]+ [A-Z])|"
    r"(?:written|words|text|story|posted|published|edited|reported) by\b:?)"
)
_SAID_BY: Final = r"(?:text|words|story|report(?:ing)?|author|editor|translation|video|camera|writer)s?\s?:\s"
_ADDRESS: Final = (
    r"(?:[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}|@\w{2,30}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|"
    r"(?:https?://|www\.)\S{1,200})(?:[ ,;|]{1,3}|(?: or | and )|$)"
)
_DAY: Final = r" on (?:[A-Z][a-z]{2,8}, )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?, (?:19|20)\d\d.{0,24}$"
_NAME: Final = r"[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{0,24}){1,3}"
_PLACE: Final = r"[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{1,24}){0,3}"
_UNDER_HEADLINES: Final = (
    (16, "names and places", rf"{_NAME} in {_PLACE}(?:(?:, and |, | and ){_NAME} in {_PLACE}){{0,4}}"),
    (
        12,
        "names and an agency",
        (
            rf"{_NAME}(?:(?: and |, ){_NAME})?(?:, | \| | - )(?:The )?(?:[A-Z][\w&.'’-]{{0,20}} ){{0,3}}"
            r"(?:Press|News|Reuters|AFP|AP|Times|Post|CNN|BBC|Today|Journal|Herald|Tribune|Agency|Network|Service)"
        ),
    ),
    (
        8,
        "a name and what it does",
        rf"{_NAME},? (?:[A-Z]?[a-z]{{1,16}} ){{0,3}}(?:editor|correspondent|reporter|writer|columnist|journalist)",
    ),
    (4, "the staff of a paper", r"(?:[A-Z]\w{0,20} ){1,2}Staff"),
)  # most words, reason, pattern


def byline(line: Line, *, headed: bool) -> tuple[str, str] | None:
    """The kind and the reason of a line that says who wrote; `headed`: it stands between headline and text."""
    if len(line.text) > _LONGEST:
        return None
    reason = _signed(line) or _address(line.text) or (_under_headline(line) if headed else "")
    return (BYLINE, reason) if reason else None


def _signed(line: Line) -> str:
    lead = compiled(_FROM, re.IGNORECASE).match(line.text)
    if lead:
        rest = words_of(compiled(_DAY).sub("", compiled(_ADDRESS).sub("", line.text[lead.end() :])))
        if rest and rest[0][0].isupper() and all(map(_named, rest)) and not (line.ended and len(rest) > _NAMES):
            return "by, and names"
    labelled = compiled(_SAID_BY, re.IGNORECASE).match(line.text)
    return "who wrote it" if labelled and all(map(_named, words_of(line.text[labelled.end() :]))) else ""


def _named(word: str) -> bool:
    return word[0].isupper() or word in PARTICLES or word[0].isdigit()


def _address(text: str) -> str:
    return (
        "only an address"
        if ("@" in text or "/" in text) and not compiled(_ADDRESS).sub("", text).strip(" ,;|.")
        else ""
    )


def _under_headline(line: Line) -> str:
    if line.low.startswith("by ") and len(line.words) <= _UNDER and not line.ended:
        return "by, under the headline"
    for most, reason, pattern in _UNDER_HEADLINES:
        if len(line.words) < most and compiled(pattern).fullmatch(line.text):
            return reason
    return ""
