"""When two expressions of time in reports of one event are of one day, as far as their words say it."""

import re
from functools import lru_cache
from typing import Final

_DAYS: Final = {day[:3]: day for day in "monday tuesday wednesday thursday friday saturday sunday".split()}
_DAY_NAMES: Final = frozenset((*_DAYS.values(), *(day + "s" for day in _DAYS.values())))
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LONG: Final = frozenset(
    "january february march april may june july august september october november december sept".split()
)
_WORD: Final = re.compile(r"[^\W_]+")
_CLOCK: Final = re.compile(r"\d\d?[:.]\d\d")


@lru_cache(maxsize=4096)
def day_keys(surface: str) -> tuple[str, ...]:
    """The weekday and the day of a month that an expression names; none for a moment of publication."""
    if _CLOCK.search(surface):
        return ()
    words = _WORD.findall(surface.casefold())
    found = [word for word in words if word in _DAY_NAMES][:1]
    for at, word in enumerate(words):
        if word[:3] in _MONTHS and (len(word) <= 4 or word in _LONG):
            near = [
                other
                for other in (*words[at + 1 : at + 2], *words[max(0, at - 1) : at])
                if other.rstrip("stndrh").isdigit()
            ]
            near = [other for other in near if len(other.rstrip("stndrh")) <= 2]
            if near:
                found.append(f"{word[:3]} {near[0].rstrip('stndrh')}")
    return tuple(found)
