"""What a piece of text speaks of, as numbers: terms, names and figures.

Grouping only asks whether two articles share a feature, so each is a 32-bit hash. This is for a hundred thousand
articles in a minute: no model, and one pattern over each piece.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final
from zlib import crc32

Counts = dict[tuple[int, float], None]

_REMEMBERED: Final = 2**16  # words whose hashes a process keeps at hand

FUNCTION_WORDS: Final = frozenset(
    "a about above after again against ago all along also although am among an and another any are around as at away "
    "be because been before behind being below between both but by can could did do does doing down during each "
    "either else even ever every few for from further get got had has have having he her here hers herself him "
    "himself his how i if in into is it its itself just least less like made make many may me might more most much "
    "must my near neither never no nor not now of off often on once one only onto or other our out over own per "
    "rather really said same say saying says she should since so some still such than that the their them themselves "
    "then there these they this those though through thus to together too toward towards two under until up upon us "
    "very was we well were what when where whether which while who whom whose why will with within without would yet "
    "you your".split()
)
_PEOPLE: Final = frozenset(("people", "person", "persons", "others"))
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_TIMES: Final = _MONTHS | frozenset("year month week day hour minute second old am pm".split())
_SMALL: Final = {word: float(number) for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty".split())}  # fmt: skip
_SCALES: Final = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}

_IDEOGRAPHS: Final = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN: Final = re.compile(
    rf"[^\W\d_{_IDEOGRAPHS}]+(?:['’][^\W\d_]+)*|\d+(?:[.,:/-]\d+)*[^\W\d_]*|[{_IDEOGRAPHS}]{{1,2}}|[,;:()\"“”]"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NUMBER: Final = re.compile(r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?|\d{1,9}(?:\.\d{1,9})?")


@lru_cache(_REMEMBERED)
def _term(token: str) -> int:
    """The hash of a word's stem; 0 for what is no term: a function word, a single letter, a number, a mark."""
    return crc32(stem.encode("utf-8", "surrogatepass")) if (stem := _stem(token)) else 0


@lru_cache(_REMEMBERED)
def _stem(token: str) -> str:
    word = token.lower()
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    if len(word) < 2 or word[0].isdigit() or word in FUNCTION_WORDS or word in _SMALL:
        return ""
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word


def features_of(piece: str, told: Counts) -> list[int]:
    """The features of a piece of text: terms, pairs of neighbours with a capital, and figures.

    Figures that count something other than time are added to `told`.
    """
    found: list[int] = []
    capital = 0
    tokens = _TOKEN.findall(piece)
    for at, token in enumerate(tokens):
        term = _term(token)
        if term:
            found.append(term)
            if token[0].isupper():
                if capital:
                    found.append(_pair(capital, term))
                capital = term
            else:
                capital = 0
        elif not (len(token) == 1 and token.isupper()):
            capital = 0
            if token[0].isdigit() or token.lower() in _SMALL:
                found.extend(_figures(tokens, at, told))
    return found


def _figures(tokens: Sequence[str], at: int, told: Counts) -> Iterator[int]:
    """The number at `tokens[at]`: alone, with what it counts, as an age or as a day of a month."""
    token, following = tokens[at], tokens[at + 1 : at + 6]
    number = _SMALL.get(token.lower())
    if number is None:
        if _YEAR.fullmatch(token) or not _NUMBER.fullmatch(token):
            return
        number = float(token.replace(",", ""))
    if following and following[0].lower() in _SCALES:
        number *= _SCALES[following[0].lower()]
        following = following[1:]
    before = tokens[at - 1].lower() if at else ""
    if before in _MONTHS or (following and following[0].lower() in _MONTHS):
        yield _figure(_term((before if before in _MONTHS else following[0])[:3].lower()), number)
        return
    if before in ("age", "aged") or (before == "," and following[:1] == [","]):
        yield _figure(_term("year"), number)
        return
    if number > 10:
        yield _figure(0, number)
    if word := _counted(following):
        yield _figure(_term(word), number)
        if word not in _TIMES:
            told[_term(word), number] = None


def _counted(following: Sequence[str]) -> str:
    """The stem of the first word that says what is counted: "people were killed" counts "killed"."""
    spare = ""
    for token in following:
        if not token[0].isalpha():
            break
        stem = _stem(token)
        if stem and token.lower() not in _PEOPLE:
            return stem
        spare = spare or stem
    return spare


def _figure(word: int, number: float) -> int:
    return _pair(word, crc32(b"%.6g" % number))


def _pair(first: int, second: int) -> int:
    """A 32-bit hash of two hashes in their order; the factor is 2**32 divided by the golden ratio, made odd."""
    return (first * 0x9E3779B1 + second) & 0xFFFFFFFF
