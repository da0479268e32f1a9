"""Two numbers that are one figure: ranges ("between 5 and 10", "15-16 thousand") and results ("2-1")."""

from typing import Final

from corpus.figures import money
from corpus.figures.measures import Measure, in_metres, measure
from corpus.figures.number import Number
from corpus.figures.numerals import number
from corpus.figures.tokens import HYPHENS, Tokens

_DASHES: Final = frozenset("-–—‑~−")
_SCORING: Final = frozenset("-–‑")
_JOINING: Final = frozenset(("to", "through", "or"))
_NO_ENDS: Final = frozenset(("more", "so", "less", "another"))
_ABOUT: Final = frozenset("about around approximately roughly".split())
_MINUS: Final = frozenset(("minus", "negative"))
_SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))
_OPENING: Final = (
    ("between", "the", "ages", "of"),
    ("between", "ages"),
    ("from", "ages"),
    ("between",),
    ("from",),
    ("ages",),
    ("aged",),
)
_CHANGING: Final = frozenset(
    "rose rise rises risen rising fell fall falls fallen falling grew grow grows grown growing increase increased"
    " increases increasing decrease decreased dropped drop drops dropping climbed climb climbing jumped jump jumping"
    " raised raise raising lowered lower lowering cut cuts cutting reduced reduce reducing up down went gone go moved"
    " moving slid slipped soared surged improved widened narrowed shrank doubled tripled expanded extended changed"
    " declined plunged edged ticked slowed".split()
)
_CONTESTS: Final = frozenset(
    "record records won win wins winning lost loss losing beat beaten defeat defeated victory score scores lead led"
    " vote votes voted ruling decision tie tied draw drew sitting start season thumping setback".split()
)
_LOOKED_BACK: Final = 9  # words in which a verb of change may stand before its "from"
_LARGEST_RESULT: Final = 1000
_MOST_RESULTS: Final = 4  # as in games won, drawn, lost and left


def upper(
    tokens: Tokens, low: Number, near: Measure | None, start: int, first: int
) -> tuple[Number, Measure | None] | None:
    """The upper end of the range whose lower end is `low`, and its unit.

    `near` is the unit behind `low`, and `start` the token at which `low`, or the currency before it, begins; no sign
    stands before token `first`.
    """
    words = tokens.words
    opening = start - (words[start - 1] in _MINUS or (words[start - 1] == "-" and tokens.glued(start)))
    between = _between(tokens, opening - (words[opening - 1] in _ABOUT))
    place = near.end if near else low.end
    if near and near.name == "foot" and tokens.hyphen(place):
        return None  # 6-foot-10
    step = _joint(tokens, place, low, between=between)
    if not step or low.vague:
        return None
    currency = money.before(tokens, step)
    step = currency[2] if currency else step
    if words[step] in _NO_ENDS or (words[step] in {"a", "an"} and low.digits):
        return None
    high = number(tokens, step, joined=not between)
    if high is None or high.vague or high.role not in {"", low.role} or _ordinal(tokens, high):
        return None
    high = high if currency else in_metres(tokens, high)
    last = measure(tokens, high)
    if near and (currency or (last and last.name != near.name)):
        return None
    least = carried(low, high)
    rising = (-least.value if negative(tokens, start, first) else least.value) < high.value
    unlike = words[place] == "or" and high.scale != least.scale
    changing = words[place] == "to" and words[opening - 1] == "from" and _changes(tokens, opening)
    return None if not rising or unlike or changing else (high, last or near)


def negative(tokens: Tokens, index: int, first: int) -> bool:
    """Whether a minus sign stands before the number."""
    words = tokens.words
    if index - 1 < first:
        return False
    if words[index - 1] in {"-", "−"} and tokens.glued(index) and tokens.numeric(index):
        return not tokens.glued(index - 1) or words[index - 2] in {"<", ">", "=", "(", "~"}
    return words[index - 1] in _MINUS


def carried(low: Number, high: Number) -> Number:
    """`low` with the scale of the upper end, where it is meant for both: "15-16 thousand"."""
    if high.scale > 1 and low.scale == 1 and low.raw < high.raw and low.value < 1000:
        return low._replace(value=low.value * high.scale, scale=high.scale)
    return low


def beginning(tokens: Tokens, start: int, first: int) -> int:
    """Where the range whose lower end begins at `start` begins: with "between", "from", "ages"; not before `first`."""
    for phrase in _OPENING:
        place = start - len(phrase)
        if place >= first and tokens.phrase(place, phrase):
            return place
    return start


def result(tokens: Tokens, low: Number) -> int:
    """The token behind a result such as 2-1, 52-48 or 10-4-1 that begins with `low`; 0 where it begins none."""
    words, end, size = tokens.words, low.end, 1
    if not low.digits or low.raw != int(low.raw) or low.raw >= _LARGEST_RESULT:
        return 0
    while words[end] in _SCORING and words[end + 1].isdecimal() and tokens.glued(end) and tokens.glued(end + 1):
        end, size = end + 2, size + 1
    long = any(len(word) > 3 for word in words[low.start : end])
    goes_on = tokens.glued(end) and (words[end].isalpha() or words[end] in HYPHENS)
    return end if 1 < size <= _MOST_RESULTS and not long and not goes_on else 0


def contest(tokens: Tokens, low: Number) -> bool:
    """Whether the words around two numbers with a dash tell a result, also where they rise: "a 9-14 record"."""
    end = result(tokens, low)
    near = tokens.any(low.start - 4, low.start, _CONTESTS) or tokens.any(end, end + 2, _CONTESTS)
    return end > 0 and near and tokens.words[low.end] != "–"


def _between(tokens: Tokens, start: int) -> bool:
    return any(tokens.phrase(start - len(phrase), phrase) for phrase in _OPENING if phrase[0] == "between")


def _joint(tokens: Tokens, place: int, low: Number, *, between: bool) -> int:
    """The token behind what joins two ends of a range at `place`; 0 where nothing does."""
    words = tokens.words
    word = words[place]
    if word == "and":
        return place + 1 if between else 0
    if word in _JOINING:
        return place + 1
    if word in HYPHENS and tokens.glued(place) and words[place + 1] in {"to", "or"}:
        return place + 2 + (words[place + 2] in HYPHENS and tokens.glued(place + 2))
    if word not in _DASHES or not low.digits or tokens.glued(place) is not tokens.glued(place + 1):
        return 0
    apart = not tokens.glued(place) and word not in {"-", "–"}
    return place + 1 if not apart and (tokens.numeric(place + 1) or words[place + 1] in money.MARKS) else 0


def _ordinal(tokens: Tokens, high: Number) -> bool:
    return tokens.words[high.end] in _SUFFIXES and tokens.glued(high.end)


def _changes(tokens: Tokens, start: int) -> bool:
    """Whether "from X to Y" tells a change, not a range."""
    return tokens.any(start - _LOOKED_BACK, start, _CHANGING)
