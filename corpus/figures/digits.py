"""Numbers in digits: with thousands, decimals, fractions and scales, as news of many countries write them."""

from decimal import Decimal
from typing import Final

from corpus.figures.number import Number
from corpus.figures.tokens import DIGITS, HYPHENS, Tokens
from corpus.figures.vocabulary import BELOW_TWENTY, SCALES, SHORT_SCALES

_EACH: Final = (
    ("½", 1, 2), ("⅓", 1, 3), ("⅔", 2, 3), ("¼", 1, 4), ("¾", 3, 4), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5),
    ("⅘", 4, 5), ("⅙", 1, 6), ("⅚", 5, 6), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8),
)  # fmt: skip
GLYPHS: Final = {glyph: Decimal(part) / whole for glyph, part, whole in _EACH}
_GAPS: Final = "\u00a0\u202f\u2009 "
_SLASHED: Final = frozenset((2, 3, 4, 5, 8, 10, 16))
_LARGEST_POWER: Final = 99
_LONGEST: Final = 24  # digits of a number; what is longer is none


def in_digits(word: str) -> Decimal | None:
    """What "1,234.5", "12,34,567", "20.000" or "4,5" are worth; None for versions, addresses and lists."""
    if len(word) > _LONGEST:
        return None
    commas, points = word.count(","), word.count(".")
    if not commas and not points:
        return Decimal(word)
    if points > 1:
        groups = word.split(".")
        return Decimal("".join(groups)) if not commas and _grouped(groups) else None
    whole, _, rest = word.partition(".")
    if not commas:
        return Decimal(whole + rest) if rest == "000" and 0 < len(whole) < 4 else Decimal(word)
    groups = whole.split(",")
    if _grouped(groups):
        return Decimal("".join(groups) + (f".{rest}" if points else ""))
    return Decimal(".".join(groups)) if commas == 1 and not points and len(groups[1]) <= 2 else None


def from_digits(tokens: Tokens, index: int) -> Number | None:
    """The number that begins with the digits, or the sign of a fraction, at `index`."""
    glyph = GLYPHS.get(tokens.words[index])
    if glyph is not None:
        return Number(index, index + 1, glyph, glyph, digits=True, role="fraction")
    value = in_digits(tokens.words[index])
    if value is None:
        return None
    value, end = _spaced(tokens, index, value)
    fraction = _slashed(tokens, index) if end == index + 1 else None
    if fraction is not None:
        return Number(index, index + 3, fraction, fraction, digits=True, role="fraction")
    value, end = _powered(tokens, *_mixed(tokens, value, end))
    scale, after = _scale(tokens, end)
    if scale == 1:
        return Number(index, end, value, value, digits=True)
    total, last, after = _further(tokens, value * scale, scale, after)
    return Number(index, after, total, value, scale, digits=True, last=last)


def _grouped(groups: list[str]) -> bool:
    last = len(groups) - 1
    western = all(len(group) == 3 for group in groups[1:])
    indian = len(groups[last]) == 3 and all(len(group) == 2 for group in groups[1:last])
    return 0 < len(groups[0]) <= 3 and (western or indian)


def _spaced(tokens: Tokens, index: int, value: Decimal) -> tuple[Decimal, int]:
    """Thousands that are set apart by spaces."""
    words, end = tokens.words, index + 1
    if not words[index].isdecimal() or len(words[index]) > 3 or words[index][0] == "0":
        return value, end
    digits, plain = words[index], False
    while _group(words[end]) and tokens.starts[end] == tokens.ends[end - 1] + 1 and "." not in digits:
        gap = tokens.text[tokens.ends[end - 1]]
        if gap not in _GAPS:
            break
        plain = plain or gap == " "
        digits += words[end]
        end += 1
    doubtful = plain and not (digits.endswith("00") or end > index + 2)
    if end == index + 1 or doubtful or (words[end][:1] in DIGITS and words[end]) or len(digits) > _LONGEST:
        return value, index + 1
    return Decimal(digits), end


def _group(word: str) -> bool:
    whole, _, rest = word.partition(".")
    return len(whole) == 3 and whole.isdecimal() and (not rest or rest.isdecimal())


def _slashed(tokens: Tokens, index: int) -> Decimal | None:
    """The fraction "3/4" at `index`."""
    words = tokens.words
    if words[index + 1] != "/" or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    part, whole = words[index], words[index + 2]
    if not (part.isdecimal() and whole.isdecimal()) or max(len(part), len(whole)) > 2:
        return None
    goes_on = words[index + 3] in {"/", "-"} and tokens.glued(index + 3)
    fits = 0 < int(part) < int(whole) and int(whole) in _SLASHED
    return Decimal(part) / Decimal(whole) if fits and not goes_on else None


def _mixed(tokens: Tokens, value: Decimal, end: int) -> tuple[Decimal, int]:
    """As in "10 1/2", "2½", "2-1/2"."""
    words = tokens.words
    if words[end] in GLYPHS:
        return value + GLYPHS[words[end]], end + 1
    place = end + 1 if words[end] == "-" and tokens.glued(end) else end
    if words[place][:1] in DIGITS and words[place] and value == int(value):
        fraction = _slashed(tokens, place)
        if fraction is not None:
            return value + fraction, place + 3
    return value, end


def _powered(tokens: Tokens, value: Decimal, end: int) -> tuple[Decimal, int]:
    """As in "1.1^23", "6.23x10^-4", "12.32e+14"."""
    words = tokens.words
    if not tokens.glued(end) or words[end] not in {"^", "x", "×", "e"}:
        return value, end
    ten = words[end] != "^"
    if words[end] == "^" or (words[end] == "e" and words[end + 1] in {"+", "-"}):
        place = end + 1
    elif words[end + 1] == "10" and words[end + 2] == "^":
        place = end + 3
    else:
        return value, end
    sign = 1
    while words[place] in {"+", "-"} and tokens.glued(place):
        sign = -1 if words[place] == "-" else sign
        place += 1
    exponent = words[place]
    if not exponent.isdecimal() or len(exponent) > 2 or not value or int(exponent) > _LARGEST_POWER:
        return value, end
    power = sign * int(exponent)
    return (value * Decimal(10) ** power if ten else value**power), place + 1


def _scale(tokens: Tokens, index: int) -> tuple[int, int]:
    """The scale at `index` and the token behind it; 1 where there is none."""
    words = tokens.words
    place = index + 1 if words[index] in HYPHENS and tokens.glued(index) and tokens.glued(index + 1) else index
    word = words[place]
    scale = 12 if word == "dozen" else SCALES.get(word, 0)
    if scale:
        further = SCALES.get(words[place + 1], 0)
        return (scale * further, place + 2) if further > scale else (scale, place + 1)
    near = place == index and (tokens.glued(place) or len(word) > 1)
    short = SHORT_SCALES.get(word, 0) if near else 0
    if short and not (words[place + 1] in {"/", "²", "³"} and tokens.glued(place + 1)):
        return short, place + 1
    return 1, index


def _further(tokens: Tokens, total: Decimal, scale: int, end: int) -> tuple[Decimal, int, int]:
    """What follows a number with its scale: "4 thousand 3 hundred and 21"."""
    words, last = tokens.words, scale
    while words[end - 1] in SCALES:
        place = end + 1 if words[end] == "and" else end
        if not (words[place].isdecimal() and len(words[place]) < 4):
            break
        smaller = SCALES.get(words[place + 1], 0)
        if smaller and smaller < last:
            total, last, end = total + int(words[place]) * smaller, smaller, place + 2
        elif place > end and last == 100 and 0 < int(words[place]) < 100 and words[place + 1] not in BELOW_TWENTY:
            return total + int(words[place]), 1, place + 1
        else:
            break
    return total, last, end
