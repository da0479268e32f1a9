"""Tokens, sentences and paragraphs by rule: what the motions of the desk stand on where no model has read yet.

Everything works on the stretch it is given, so a key costs the paragraph under the cursor and never the article.
A paragraph is a run between line feeds that is not blank. Tokens follow the habits of English pipelines: marks stand
alone, "Moscow's" is two tokens, "20,000" is one, "$5" and "20%" are two.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.span import Span, trimmed

WINDOW: Final = 4000  # code points of a line that are split at once

_TITLES: Final = (
    "Mr Mrs Ms Dr Prof St Sen Rep Gov Gen Lt Col Capt Sgt Maj Cpl Cmdr Adm Pres Rev Hon Mt Ft Messrs Mme Mlle vs viz cf"
)
_OTHERS: Final = (
    "Jr Sr Inc Ltd Co Corp Bros Dept Univ Assn Ave Blvd Rd Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
    "approx est etc al Ph Vol pp ed Fig No Nos"
)
_NEVER_LAST: Final = frozenset(word + "." for word in _TITLES.split())
_ABBREVIATIONS: Final = _NEVER_LAST | frozenset(word + "." for word in _OTHERS.split())
_NUMBERED: Final = frozenset(("No.", "Nos.", "Vol.", "Fig.", "p.", "pp."))
_SHORT_WORDS: Final = "|".join(sorted((_TITLES + " Jr Sr Inc Ltd Co Corp Bros Dept approx etc").split(), reverse=True))
_STARTERS: Final = frozenset(
    "A An The In On At It He She They We I You But And Or So Then There This That These Those As After Before If When "
    "While His Her Its Their Our For From By With Not No Yet Still Some Many Most One Two Its What Who Why How".split()
)

_MARKS: Final = (
    r"\u0000-\u001f !-/:-@\[-^`{-\u00a9\u00ab-\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7"
)
_MORE_MARKS: Final = (
    r"\u200b\u200e-\u200f\u2010-\u203e\u2041-\u206f\u20a0-\u20cf\u3001-\u3003\u3008-\u301f\ufeff\uff01-\uff0f"
)
_PICTURES: Final = r"\u2190-\u2bff\U0001f000-\U0001faff"
_IDEOGRAPHS: Final = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD: Final = rf"[^\s{_MARKS}{_MORE_MARKS}{_PICTURES}{_IDEOGRAPHS}]"
_JOINED: Final = r"[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_UNITS: Final = r"km|cm|mm|kg|mg|mph|kmh|kph|km/h|bn|mn|tn|am|pm|ft|lb|lbs|hrs?|mins?|secs?|[mgk]"

_TOKEN: Final = rf"""
      (?:https?://|www\.)\S{{1,2000}}(?<![.,;:!?)\]}}"'’”])               # an address of the web
    | [\w.+-]{{1,64}}@\w[\w-]{{0,62}}(?:\.[\w-]{{1,63}}){{1,8}}           # an address for mail
    | \d+(?:[.,:/]\d+)*(?=(?:{_UNITS})\b|(?:[ap]\.m\.))                   # a number before its unit
    | \d+(?:[.,:/]\d+)+                                                   # a number with separators
    | (?:[^\W\d_]\.){{2,16}}(?:[^\W\d_]\b)?                               # U.S., a.m., J.R.R
    | (?:{_SHORT_WORDS})\.(?!\w)                                           # Mr., Inc.
    | [A-Z]\.(?=[^\S\n]+[A-Z])                                           # an initial
    | {_WORD}+(?:['’]{_WORD}+)*(?:\.[a-z][a-z0-9]+|-\d+(?!\w))*           # words, file names, COVID-19
    | [{_IDEOGRAPHS}][\u3099\u309a\ufe00-\ufe0f]*
    | [\U0001f1e6-\U0001f1ff]{{2}}
    | [{_PICTURES}](?:{_JOINED}|\u200d[{_PICTURES}])*
    | \.{{2,}} | -{{2,}}
    | ['’](?:[sSdDmM]|ll|re|ve|LL|RE|VE)\b
    | \S
    """
_CLITIC: Final = re.compile(r"(?:n['’]t|['’](?:s|d|m|ll|re|ve))$", re.IGNORECASE)
_DIGITS_FIRST: Final = re.compile(r"(\d+)-\d+$")
_SENTENCE_END: Final = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』”’）]*")
_NEXT: Final = re.compile(r"[\s\"'“‘«(\[]*([^\W\d_]*)(\d?)")
_LAST_WORD: Final = re.compile(r"[^\s\"'“‘(\[]{1,24}$")
_GOOD_CUT: Final = re.compile(r"[.!?…][\"'”’»)\]]*\s")
_SPACE: Final = re.compile(r"\s")


@cache
def _token() -> re.Pattern[str]:
    """Compiled when the first token is wanted: it takes longer than a desk needs to be painted."""
    return re.compile(_TOKEN, re.VERBOSE)


def paragraph_at(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the line around `offset`, its line feed left out; a line feed belongs to the line it ends."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, len(text) if end < 0 else end


def window(text: str, offset: int, size: int = WINDOW) -> tuple[int, int]:
    """The paragraph around `offset`, or the piece that holds `offset` of one that is longer than `size` code points.

    A piece has about `size` code points, never above 1.5 times as many. The pieces of a paragraph are the same ones
    whichever offset asks, and follow each other without a gap. Only text near `offset` is looked at.
    """
    start = text.rfind("\n", max(0, offset - size - 1), offset) + 1
    end = text.find("\n", offset, offset + size + 1)
    start_known = start > 0 or offset <= size
    end = len(text) if end < 0 and len(text) <= offset + size else end
    if start_known and 0 <= end <= start + size:
        return start, end
    cell = offset // size
    if offset < _cut(text, cell, size):
        cell -= 1
    low, high = _cut(text, cell, size), _cut(text, cell + 1, size)
    return max(low, text.rfind("\n", low, offset) + 1), _first(text.find("\n", offset, high), high)


def tokens(text: str, start: int, end: int) -> list[Span]:
    """The tokens of `text[start:end]`, in order; none of them is or holds white space."""
    found: list[Span] = []
    for match in _token().finditer(text, start, end):
        word = match.group()
        if "'" in word or "’" in word or "-" in word:
            found.extend(_pieces(word, match.start()))
        else:
            found.append(Span(*match.span()))
    return found


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end]`, in order, each without white space at its edges; a line feed ends one."""
    found: list[Span] = []
    while start < end:
        line_end = _first(text.find("\n", start, end), end)
        for low, high in _sentence_edges(text, start, line_end):
            span = trimmed(text, low, high)
            if span is not None:
                found.append(span)
        start = line_end + 1
    return found


def _first(found: int, otherwise: int) -> int:
    return otherwise if found < 0 else found


def _cut(text: str, cell: int, size: int) -> int:
    """Where piece number `cell` of a long line starts: after a sentence, else after white space, else anywhere."""
    low = cell * size
    if low <= 0:
        return 0
    high = min(len(text), low + size // 2)
    match = _GOOD_CUT.search(text, low, high) or _SPACE.search(text, low, high)
    return match.end() if match else min(low, len(text))


def _pieces(word: str, start: int) -> Iterator[Span]:
    """A matched word as its tokens: "Moscow's" as two, "15-16" as three."""
    clitic, number = _CLITIC.search(word), _DIGITS_FIRST.match(word)
    cut = clitic.start() if clitic else number.end(1) if number else 0
    if cut:
        yield Span(start, start + cut)
    if cut and number and not clitic:
        yield Span(start + cut, start + cut + 1)
        cut += 1
    yield Span(start + cut, start + len(word))


def _sentence_edges(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    low = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if _ends_sentence(text, low, match, end):
            yield low, match.end()
            low = match.end()
    if low < end:
        yield low, end


def _ends_sentence(text: str, low: int, match: re.Match[str], end: int) -> bool:
    following = _NEXT.match(text, match.end(), end)
    word, digit = following.groups() if following else ("", "")
    if word[:1].islower():
        return False
    if match.group() != ".":
        return True
    before = _LAST_WORD.search(text, max(low, match.start() - 24), match.start())
    last = (before.group() if before else "") + "."
    if last in _NEVER_LAST:
        return not word and not digit
    if last in _NUMBERED and digit:
        return False
    is_short = last in _ABBREVIATIONS or "." in last[:-1] or (len(last) == len("J.") and last[0].isupper())
    return not is_short or not (word or digit) or word in _STARTERS
