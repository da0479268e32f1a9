"""What the words around a name say of it: an office, a family tie, a country."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from corpus.clusters import vocabulary
from corpus.clusters.folding import folded, words_of
from corpus.clusters.nations import country_of_city, nation_of, national

_NEAR: Final = 48  # code points before a name that are looked at
_AFTER: Final = 120  # code points after a name in which "he" or "she" is looked for
_APPOSED: Final = re.compile(r"(?:,? (?:who )?(?:is|was|became)|,| \(|’s|'s) (?!and |but |or )([^,.;:()\n]{2,60})")
_BREAK: Final = re.compile(r"[.!?;:\n\"“”](?=\s|$)")


@cache
def _abbreviated() -> re.Pattern[str]:
    return re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|Maj|Prof|Rev|St)\.(?=\s*$)")


def words_before(text: str, start: int) -> list[str]:
    """The folded words before a place, those of its sentence and line only, the nearest last."""
    left = text[max(0, start - _NEAR) : start]
    left = _abbreviated().sub(lambda match: match.group()[:-1], left)
    breaks = list(_BREAK.finditer(left))
    left = left[breaks[-1].end() :] if breaks else left
    return [word for word in map(folded, words_of(left)) if word]


def office_before(text: str, start: int) -> str:
    """The office that stands right before a name ("President"), "" for none or for a mere form of address."""
    words = words_before(text, start)
    return words[-1] if words and words[-1] in vocabulary.OFFICES and text[start - 1 : start] == " " else ""


def office_in(words: Sequence[str]) -> str:
    """The office among the titles that a name itself begins with."""
    return next((word for word in words[:-1] if word in vocabulary.OFFICES), "")


def gender_before(words: Sequence[str]) -> str:
    """Whether a title before a name is a man's ("m") or a woman's ("f"); "" where the last of `words` tells neither."""
    last = words[-1] if words else ""
    return "m" if last in vocabulary.MALE else "f" if last in vocabulary.FEMALE else ""


def gender_around(text: str, start: int, end: int) -> str:
    """Whether the title before a full name, or else the first "he" or "she" up to `end`, tells a man or a woman."""
    before = gender_before(words_before(text, start))
    sentence = _BREAK.split(text[start : min(end, start + _AFTER)], maxsplit=1)[0]
    found = (gender_before([folded(word)]) for word in words_of(sentence)[1:])
    return before or next((gender for gender in found if gender), "")


def office_after(text: str, end: int, office: str) -> bool:
    """Whether an office stands behind a name: "X, the president of the club, …", "X is president"."""
    found = _APPOSED.match(text, end)
    return found is not None and office in map(folded, words_of(found.group(1)))


def relative_before(text: str, start: int) -> bool:
    """Whether a name is introduced as a relative: "his father, X", "their son X"."""
    words = words_before(text, start)
    return bool(words) and words[-1] in vocabulary.KINSHIP


def nation_around(text: str, start: int, end: int) -> str:
    """The country that the words right before a name ("Ukraine's X") or after it ("X of Ukraine") give it; "" for none.

    A city after the name ("X in Kyiv", "X (Kyiv)") gives it its country.
    """
    words = words_before(text, start)
    found = (nation_of(words[-1:]) or nation_of(words[-2:])) if text[max(0, start - 1) : start] == " " else ""
    if found:
        return found
    for between in (" of ", " in ", " ("):
        if text.startswith(between, end):
            after = [folded(word) for word in words_of(text[end + len(between) : end + 30])]
            after = after[1:] if after[:1] == ["the"] else after
            return national(after[:2]).get(0, "") or (country_of_city(after[0]) if after else "")
    return ""
