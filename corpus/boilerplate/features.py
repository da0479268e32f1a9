"""What a line looks like: the features that `model` weighs, none of which names what a site or a story says.

A feature is a word, made of what is measured and its value, often in steps: `L` length, `E` end, `T` capitals, `O`
words that the report has too, `F` function words, `S` words of sites, `C` of credits, `D` dates and digits, `V` verbs,
`P` and `N` the lines before and behind, `R` the run without sentences, `Z` where it stands.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.boilerplate.lines import Line, words_of
from corpus.boilerplate.places import Places
from corpus.boilerplate.wordclasses import (
    BYLINE,
    CALL,
    CREDIT,
    DATED,
    FINITE,
    FUNCTION,
    PERSON,
    PRONOUN,
    READER,
    SITE,
    TOLD,
    classes,
    count,
)

_LENGTHS: Final = (1, 2, 3, 5, 8, 12, 18, 27)
_RUNS: Final = (0, 1, 2, 4, 8)
_SHARES: Final = (0.0, 0.25, 0.5, 0.999)
_THIRDS: Final = (0.0, 0.34, 0.67, 0.999)
_FUNCTIONS: Final = (0.0, 0.15, 0.3, 0.45)
_SITES: Final = (0.0, 0.2, 0.4, 0.7)
_VERBS: Final = 2  # from which on they are not counted
_PAST: Final = 3  # letters
_SOME: Final = (("byline", BYLINE), ("reader", READER), ("person", PERSON), ("pronoun", PRONOUN), ("told", TOLD))
_BARS: Final = re.compile(r"[|»›>•·▸▶►→]| / ")
_ADDRESS: Final = re.compile(r"https?:|www\.|\.com\b|\.org\b|[@#]\w")
_AROUND: Final = "\"”’')]» "  # a mark that ends a sentence
_ENDS: Final = {"?": "ask", "!": "call"}


def features(places: Places, number: int) -> list[str]:
    """The features of a line that holds a word."""
    line, bits = places.lines[number], places.bits[number]
    shared, telling = places.shared(number)
    capitals, overlap = _capitals(line), f"O{_step(shared / telling, _THIRDS)}" if telling else "O-"
    around = _around(places, number)
    zone = places.zone(number)
    return [
        f"L{_step(len(bits), _LENGTHS)}",
        f"E{_end(line)}",
        capitals,
        overlap,
        overlap + capitals,
        f"Z{zone}",
        *around,
        *(f"{zone}{one}" for one in around),
        *_words(line, bits),
        *_marks(line),
    ]


def _step(value: float, steps: Sequence[float]) -> int:
    """The number of the first step that the value does not exceed."""
    return next((number for number, step in enumerate(steps) if value <= step), len(steps))


def _end(line: Line) -> str:
    mark = line.text.rstrip(_AROUND)[-1:]
    if line.cut:
        return "cut"
    if line.ended:
        return _ENDS.get(mark, "stop")
    if line.closed:
        return "colon" if mark == ":" else "comma"
    return "bracket" if line.text[-1] in ")]" else "none"


def _capitals(line: Line) -> str:
    """How many words but the small ones have a capital."""
    table = classes()
    big = [word for word in words_of(line.text) if word[0].isalpha() and not table.get(word.lower(), 0) & FUNCTION]
    return f"T{_step(sum(word[0].isupper() for word in big) / len(big), _THIRDS)}" if big else "T-"


def _around(places: Places, number: int) -> tuple[str, str, str]:
    return (
        f"P{_beside(places, number - 1)}",
        f"N{_beside(places, number + 1)}",
        f"R{_step(places.runs[number], _RUNS)}",
    )


def _beside(places: Places, number: int) -> str:
    if not 0 <= number < len(places.lines):
        return "edge"
    if places.marks[number] is not None:
        return "marked"
    return "sentence" if places.sentences[number] else "short"


def _words(line: Line, bits: Sequence[int]) -> Iterator[str]:
    """What classes the words are of."""
    every = len(bits)
    digits = sum(word[0].isdigit() for word in line.words)
    verbs = sum(1 for bit, word in zip(bits, line.words, strict=True) if bit & (FINITE | TOLD) or _past(word))
    yield f"F{_step(count(bits, FUNCTION | PERSON | PRONOUN) / every, _FUNCTIONS)}"
    yield f"S{_step(count(bits, SITE) / every, _SITES)}"
    yield f"C{_step(count(bits, CREDIT) / every, _SHARES)}"
    yield f"D{_step((digits + count(bits, DATED)) / every, _SHARES)}"
    yield f"V{min(verbs, _VERBS)}"
    for name, some in _SOME:
        if count(bits, some):
            yield name
    if bits[0] & CALL:
        yield "calls"


def _past(word: str) -> bool:
    return len(word) > _PAST and word.endswith("ed")


def _marks(line: Line) -> Iterator[str]:
    """What signs there are."""
    if line.text[0].islower():
        yield "lower"
    if line.words[0][0].isdigit():
        yield "digit"
    if _BARS.search(line.text):
        yield "bars"
    if _ADDRESS.search(line.low):
        yield "address"
    if "©" in line.text:
        yield "rights"
