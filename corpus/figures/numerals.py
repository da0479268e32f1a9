"""Numbers in words, and the way in to those in digits: "a hundred and twenty", "two and a half million", "dozens"."""

from decimal import Decimal
from typing import Final

from corpus.figures.digits import GLYPHS, from_digits, in_digits
from corpus.figures.number import Number
from corpus.figures.tokens import HYPHENS, Tokens
from corpus.figures.vocabulary import BELOW_TWENTY, ORDINALS, PARTS, PLURAL_PARTS, PLURALS, SCALES, TENS

_SOME: Final = frozenset(("several", "few", "couple", "many"))
_NO_FLOOR: Final = 10**18
_SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))
_PRECISE: Final = Decimal("1e6")  # from this scale on "and a half" is half of the scale: three million and a half
WORDS: Final = frozenset(
    (*BELOW_TWENTY, *TENS, *SCALES, *PLURALS, *GLYPHS, "dozen", "half", "quarter", "several", "few")
)
"""The words with which a number may begin, but for "a", "an", "couple" and "many"."""


def number(tokens: Tokens, index: int, *, joined: bool = True) -> Number | None:
    """The number that begins at `index`; not `joined`: an "and" ends it, as in "between a hundred and two hundred"."""
    word = tokens.words[index]
    if tokens.numeric(index) or word in GLYPHS:
        found = from_digits(tokens, index)
        return _and_part(tokens, found) if found and found.scale > 1 else found
    if word in {"a", "an"}:
        return _with_article(tokens, index, joined=joined)
    if word in PLURALS or word in _SOME:
        return _vague(tokens, index) if word in PLURALS else _some(tokens, index)
    if word in {"half", "quarter"}:
        half = _half(tokens, index, index)
        return half if word == "half" or half.scale > 1 else None
    if word == "dozen":
        return Number(index, index + 1, Decimal(12), Decimal(1), 12)
    return _in_words(tokens, index, joined=joined)


def ordinal(tokens: Tokens, index: int) -> tuple[int, Decimal] | None:
    """Where the ordinal that begins at `index` ends, and its value."""
    word = tokens.words[index]
    if tokens.numeric(index):
        suffixed = tokens.words[index + 1] in _SUFFIXES and tokens.glued(index + 1)
        value = in_digits(word) if suffixed else None
        return (index + 2, value) if value is not None and value == int(value) else None
    if word in ORDINALS:
        return index + 1, Decimal(ORDINALS[word])
    found = _integer(tokens, index, joined=True) if word in TENS or word in BELOW_TWENTY else None
    return _ordinal_end(tokens, found) if found else None


def small(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """A number below a hundred in words at `index`, and the token behind it."""
    words = tokens.words
    word = words[index]
    if word in BELOW_TWENTY:
        return Decimal(BELOW_TWENTY[word]), index + 1
    if word not in TENS:
        return None
    place = index + 2 if words[index + 1] in HYPHENS and tokens.glued(index + 1) else index + 1
    one = BELOW_TWENTY.get(words[place], 0)
    return (Decimal(TENS[word] + one), place + 1) if 0 < one < 10 else (Decimal(TENS[word]), index + 1)


def _ordinal_end(tokens: Tokens, found: Number) -> tuple[int, Decimal] | None:
    """The ordinal that `found` begins: "twenty-first", "one hundred twenty-fifth", "three trillionth"."""
    end = found.end
    hyphen = tokens.words[end] in HYPHENS and tokens.glued(end)
    place = end + 1 if hyphen else end
    last = ORDINALS.get(tokens.words[place], 0)
    if last >= 100:
        return place + 1, found.value * last
    fits = hyphen and found.value % 10 == 0 and 0 < last < 10 and found.value >= 20
    return (place + 1, found.value + last) if fits else None


def _in_words(tokens: Tokens, index: int, *, joined: bool) -> Number | None:
    if tokens.words[index] in SCALES:
        bare = tokens.words[index] != "hundred"
        return _integer(tokens, index, joined=joined, given=Decimal(1)) if bare else None
    first = small(tokens, index)
    found = _integer(tokens, index, joined=joined) if first else None
    if first is None or found is None:
        return None
    return _parts(tokens, index, *first) or _of_compound(tokens, found) or _behind_point(tokens, found, joined=joined)


def _of_compound(tokens: Tokens, found: Number) -> Number | None:
    """As in "twenty-three fifths", "one hundred thirty fifths"."""
    if found.value > 20 and found.last == 1:
        return _parts(tokens, found.start, found.value, found.end)
    return _fifths(tokens, found)


def _behind_point(tokens: Tokens, found: Number, *, joined: bool) -> Number:
    """`found` with "point five" or "and a half" behind it."""
    point = _point(tokens, found.end)
    if point is None:
        return _and_part(tokens, found) if joined else found
    value, scale = found.value + point[0], SCALES.get(tokens.words[point[1]], 1)
    return Number(found.start, point[1] + (scale > 1), value * scale, value, scale)


def _integer(tokens: Tokens, index: int, *, joined: bool, given: Decimal | None = None) -> Number | None:
    """A whole number in words, from its first small number on, or from the scale at `index` where that is `given`."""
    start = (given, index) if given else small(tokens, index)
    if start is None:
        return None
    group, end = start
    raw, total, floor, first, last = group, Decimal(0), _NO_FLOOR, 1, 1
    while True:
        hyphen = tokens.hyphen(end)
        scale = _scale(tokens.words[end + hyphen])
        if scale == 100 and 0 < group < 100:
            group *= 100
        elif scale and ((group and scale < floor) or ((group or total) and scale > floor)):
            total = total + group * scale if scale < floor else (total + group) * scale
            group, floor = Decimal(0), scale
        elif scale:
            break
        if scale:
            end, first, last = end + 1 + hyphen, first if first > 1 else scale, scale
        more = _next_small(tokens, end, joined=joined) if last not in {1, 12} else None
        if more and (more[0] < floor if not group else group % 100 == 0):
            group, end, last = group + more[0], more[1], 1
        elif not scale:
            break
    return Number(index, end, total + group, raw, first, last=last)


def _scale(word: str) -> int:
    return 12 if word == "dozen" else SCALES.get(word, 0)


def _next_small(tokens: Tokens, end: int, *, joined: bool) -> tuple[Decimal, int] | None:
    place = end + 1 if joined and tokens.words[end] == "and" else end
    more = small(tokens, place)
    return more if more and more[0] and not _parts(tokens, place, *more) else None


def _point(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """As in "point five" at `index`."""
    words, digits, end = tokens.words, "", index + 1
    if words[index] != "point":
        return None
    while BELOW_TWENTY.get(words[end], 10) < 10:
        digits += str(BELOW_TWENTY[words[end]])
        end += 1
    if not digits:
        found = small(tokens, end)
        if found is None:
            return None
        digits, end = str(found[0]), found[1]
    return Decimal(f"0.{digits}"), end


def _whole(tokens: Tokens, index: int, many: Decimal) -> tuple[int, int]:
    """How many parts make a whole, told by the word at `index` for `many` of them, and the token behind it."""
    words = tokens.words
    word = words[index]
    whole = PARTS.get(word, 0) if many == 1 else PLURAL_PARTS.get(word, 0)
    if not whole and word in TENS and words[index + 1] in HYPHENS and tokens.glued(index + 1):
        one = PARTS.get(words[index + 2], 0) if many == 1 else PLURAL_PARTS.get(words[index + 2], 0)
        first = words[index + 2] == ("first" if many == 1 else "firsts")
        return (TENS[word] + (1 if first else one), index + 3) if first or 2 < one < 10 else (0, index)
    return whole, index + 1


def _parts(tokens: Tokens, index: int, many: Decimal, end: int) -> Number | None:
    """As in "two-thirds": the number `many` of tokens `index` to `end` and what it is parts of."""
    words = tokens.words
    hyphen = words[end] in HYPHENS and tokens.glued(end) and tokens.glued(end + 1)
    whole, after = _whole(tokens, end + 1 if hyphen else end, many)
    if not whole or (words[after] in HYPHENS and tokens.glued(after)):
        return None
    value = many / whole
    if words[after] == "of" and words[after + 1] in {"a", "an"} and words[after + 2] in SCALES:
        scale = SCALES[words[after + 2]]
        return Number(index, after + 3, value * scale, value, scale)
    return Number(index, after, value, value, role="fraction")


def _fifths(tokens: Tokens, found: Number) -> Number | None:
    """As in "one hundred thirty fifths" (100/35), "one hundred and thirty fifths" (130/5)."""
    words = tokens.words
    joined = words[found.end] == "and"
    more = small(tokens, found.end + joined)
    if more is None:
        return None
    end = more[1] + (words[more[1]] in HYPHENS and tokens.glued(more[1]))
    whole = PLURAL_PARTS.get(words[end], 0)
    round_tens = more[0] >= 20 and more[0] % 10 == 0
    if not 2 < whole < 10 or not (round_tens if joined else round_tens or found.value % 100 == 0):
        return None
    value = found.value / (more[0] + whole) if round_tens and not joined else (found.value + more[0]) / whole
    return Number(found.start, end + 1, value, value, role="fraction")


def _and_part(tokens: Tokens, found: Number) -> Number:
    """`found` with "and a half", "and three quarters", "and a half million" behind it."""
    words, place = tokens.words, found.end + 1
    if words[found.end] != "and":
        return found
    many, article = Decimal(1), words[place] in {"a", "an"}
    told = small(tokens, place)
    if article:
        place += 1
    elif told:
        many, place = told
    elif words[place] != "half":
        return found
    place += words[place] in HYPHENS and tokens.glued(place)
    whole, after = _whole(tokens, place, many)
    doubtful = article and words[place] not in {"half", "quarter"} and words[after].isalpha()
    if not whole or doubtful or words[after] == "of" or (words[after] in HYPHENS and tokens.glued(after)):
        return found
    part, scale = many / whole, SCALES.get(words[after], 1)
    if found.last == 1 and scale > 1:
        value = found.value + part
        return found._replace(end=after + 1, value=value * scale, raw=value, scale=scale)
    unit = scale if scale > 1 else found.last if found.last >= _PRECISE else 1
    return found._replace(end=after + (scale > 1), value=found.value + part * unit)


def _half(tokens: Tokens, start: int, index: int) -> Number:
    """As in "half", "half a million", "half-dozen", "a quarter of a million": the part stands at `index`."""
    words = tokens.words
    value = Decimal(1) / PARTS[words[index]]
    place = index + 1
    if words[place] in HYPHENS and tokens.glued(place):
        place += 1
    elif words[place] == "of" and words[place + 1] in {"a", "an"}:
        place += 2
    elif words[place] in {"a", "an"}:
        place += 1
    scale = _scale(words[place])
    if scale:
        return Number(start, place + 1, value * scale, value, scale)
    return Number(start, index + 1, value, value, role="fraction")


def _with_article(tokens: Tokens, index: int, *, joined: bool) -> Number | None:
    words = tokens.words
    word = words[index + 1]
    if word == "dozen":
        return Number(index, index + 2, Decimal(12), Decimal(1), 12)
    if word in SCALES:
        found = _integer(tokens, index + 1, joined=joined, given=Decimal(1))
        return found and (_and_part(tokens, found) if joined else found)._replace(start=index)
    if word in {"half", "quarter"}:
        return _half(tokens, index, index + 1)
    if word in _SOME and word != "several":
        some = _some(tokens, index + 1)
        return some and some._replace(start=index)
    whole, after = _whole(tokens, index + 1, Decimal(1))
    return Number(index, after, Decimal(1) / whole, Decimal(1) / whole, role="fraction") if whole else None


def _vague(tokens: Tokens, index: int) -> Number:
    """As in "dozens", "hundreds of thousands": the least that the plural allows."""
    words = tokens.words
    value, end = Decimal(2 * PLURALS[words[index]]), index + 1
    while words[end] == "of" and words[end + 1] in PLURALS:
        value, end = value * PLURALS[words[end + 1]], end + 2
    return Number(index, end, value, Decimal(2), vague=True)


def _some(tokens: Tokens, index: int) -> Number | None:
    """As in "several hundred", "few", "a couple of thousand"; "many" only with a scale."""
    words, end = tokens.words, index + 1
    end += words[index] == "couple" and words[end] == "of"
    word = words[end]
    scale = _scale(word) or (0 if word == "tens" else PLURALS.get(word, 0))
    if scale:
        further = SCALES.get(words[end + 1], 1)
        further = further if further > scale else 1
        return Number(index, end + 1 + (further > 1), Decimal(2 * scale * further), Decimal(2), scale, vague=True)
    return None if words[index] == "many" else Number(index, end, Decimal(2), Decimal(2), vague=True)
