"""JSON objects one at a time, each field with the text it was written as, so that nothing of it is lost on its way.

The standard library's scanner reads the values. A number of another precision, a key below the top that is given
twice, an escape: all stay in `Metadata.more` as they were given.
"""

import re
from collections.abc import Callable, Sequence
from json import JSONDecodeError, JSONDecoder
from typing import Any, Final, NoReturn

MANY_FIELDS: Final = 10_000
Place = tuple[int, int, int]  # where a field begins with its name, where its value does, and where that ends

_SPACE: Final = " \t\r\n"
_SOLID: Final = re.compile(r"[^ \t\r\n]")


class NoJsonError(Exception):
    """What is no JSON, or none that is read: why, and at which code point (-1 where that says nothing)."""

    def __init__(self, why: str, at: int = -1) -> None:
        self.why = why
        self.at = at
        super().__init__(why)

    def told(self, start: int = 0) -> str:
        """What happened, for a person, in a text whose first `start` code points are not counted."""
        return f"{self.why}, at character {self.at - start + 1}" if self.at >= 0 else self.why


def _refuse_constant(name: str) -> NoReturn:
    raise NoJsonError(f"{name} is no JSON")


_SCAN: Final[Callable[[str, int], tuple[Any, int]]] = JSONDecoder(parse_constant=_refuse_constant).raw_decode


def value_at(text: str, at: int) -> tuple[Any, int]:
    """The value that begins at `at`, and where it ends.

    Raises NoJsonError, also for NaN and infinities, for numbers too long and values too deep.
    """
    try:
        return _SCAN(text, at)
    except (ValueError, RecursionError) as error:
        raise _explained(error) from error


def object_at(text: str, at: int) -> tuple[dict[str, Any], dict[str, Place], int]:
    """The object that begins at `at`: its values, where each field is written, and where it ends.

    Raises NoJsonError as `value_at`, for a field that is given twice, and for too many fields.
    """
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    try:
        at = after_space(text, at + 1)
        if text[at] == "}":
            return values, places, at + 1
        while True:
            start = at
            key, at = _SCAN(text, at)
            if not isinstance(key, str):
                raise NoJsonError("not JSON (a field without a name)", at)
            if key in values:
                raise NoJsonError(f"the field {key!r} is given twice")
            at = _after_sign(text, at, ":")
            values[key], end = _SCAN(text, at)
            places[key] = start, at, end
            if len(places) > MANY_FIELDS:
                raise NoJsonError(f"more than {MANY_FIELDS:,} fields")
            at = end if text[end] not in _SPACE else after_space(text, end)
            if text[at] == "}":
                return values, places, at + 1
            at = _after_sign(text, at, ",")
    except (IndexError, ValueError, RecursionError) as error:
        raise _explained(error) from error


def _explained(error: Exception) -> NoJsonError:
    if isinstance(error, JSONDecodeError):
        return NoJsonError(f"not JSON ({error.msg})", error.pos)
    if isinstance(error, IndexError):
        return NoJsonError("not JSON (it ends too early)")
    return NoJsonError("nested too deeply" if isinstance(error, RecursionError) else "a number is too long")


def as_given(text: str, places: dict[str, Place]) -> Callable[[Sequence[str]], str]:
    """What writes fields as a JSON object, each as it stands in `text`."""

    def more(names: Sequence[str]) -> str:
        return f"{{{', '.join([text[places[name][0] : places[name][2]] for name in names])}}}"

    return more


def after_space(text: str, at: int) -> int:
    """The place of the first sign at or behind `at` that is no white space, or the end."""
    found = _SOLID.search(text, at)
    return found.start() if found else len(text)


def _after_sign(text: str, at: int, sign: str) -> int:
    """Where the value behind `sign` begins, which stands at `at` or after white space."""
    if text[at] != sign:
        at = after_space(text, at)
        if text[at] != sign:
            raise NoJsonError(f"not JSON (no {sign!r})", at)
    at += 1
    return at if text[at] not in _SPACE else after_space(text, at)
