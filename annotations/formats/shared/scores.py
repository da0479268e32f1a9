"""How sure a program was of a span, as others write it: a share of 1 or a percentage, here a whole number 0 to 100."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from annotations.gold import SURE

KEYS: Final = ("score", "confidence")
"""What others call it: Prodigy, Label Studio and spaCy the first, recognisers in the cloud the second."""
_ONE: Final = 1.001  # sums of single precision may end a little above 1
OTHERS: Final = "scores that are no number from 0 to 100"


def sure(value: object, tell: Callable[[str], None]) -> int | None:
    """A score as a whole number: up to 1 it is a share, above that up to 100 a percentage.

    None where there is no score; anything else is told, and None too.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= SURE:
        tell(OTHERS)
        return None
    return min(SURE, round(SURE * value)) if value <= _ONE else round(value)


def score_of(one: Mapping[str, Any], tell: Callable[[str], None]) -> int | None:
    """The score among the fields of a span, the first of KEYS that says something; as `sure`."""
    return sure(_given(one), tell)


def offered(one: Mapping[str, Any], tell: Callable[[str], None]) -> int:
    """The score of a proposal, SURE where there is none. Raises TypeError for what is no number: the file is broken."""
    given = _given(one)
    if given is not None and not isinstance(given, int | float):
        message = "a score is no number"
        raise TypeError(message)
    found = sure(given, tell)
    return SURE if found is None else found


def scored(one: Mapping[str, Any], tell: Callable[[str], None]) -> dict[str, int]:
    """The same as a part of a row: empty where there is no score."""
    found = score_of(one, tell)
    return {} if found is None else {"score": found}


def _given(one: Mapping[str, Any]) -> object:
    return next((one[key] for key in KEYS if one.get(key) is not None), None)
