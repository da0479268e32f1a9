"""What a person types to search the corpus, taken apart: words, phrases, prefixes, a pattern, and conditions. Pure.

flood "coast guard" evacuat* -insurance      all of these, and not that one
name:Osland figure:70 label:PERSON           a name, a quantity, a label
source:gazette date:2026-03..2026-04         an outlet, days
title:flood -title:rain -source:lantern      in the title; not in the title, not by that outlet
/evacuat(ed|ion)/                            a regular expression, within what the rest finds
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, NoReturn

from corpus.errors import VariorumError

FIELDS: Final = ("name", "figure", "label", "source", "date", "title")
HELP: Final = 'words, "a phrase", pre*, -not, name: figure: label: source: date: title:, /pattern/'
_LEFT_OUT: Final = {"", "title", "source"}  # what a minus can stand before

_PART: Final = re.compile(
    r"""(?P<minus>-?)(?:
        /(?P<pattern>(?:[^/\\]|\\.)+)/(?=\s|$)
      | (?:(?P<field>name|figure|label|source|date|title):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))
    )""",
    re.VERBOSE,
)
_DAY: Final = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_DAYS: Final = re.compile(rf"(?P<low>{_DAY})?(?P<range>\.\.)?(?P<high>{_DAY})?", re.ASCII)
_SHARE: Final = re.compile(r"\d{1,6}(?:\.\d{1,6})?", re.ASCII)
_LETTER: Final = re.compile(r"[^\W_]")


class QueryError(VariorumError):
    """What was typed cannot be searched for."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words to be found next to each other; with `prefix` the last one may go on. In the `title` alone, or anywhere."""

    words: str
    prefix: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A search: what has to be there, what must not, and the conditions.

    `low` and `high` are days in ISO 8601, inclusive, as precise as they were typed; empty where they were not.
    """

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    names: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    without_sources: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    pattern: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return self == Query()


def parsed(typed: str) -> Query:
    """The search that a person typed; of several dates, the days that all have.

    Raises QueryError for a date that is none, a pattern that is broken or a second one, and a minus before what cannot
    be left out.
    """
    found: dict[str, list[str]] = {field: [] for field in (*FIELDS, "-source")}
    terms: list[Term] = []
    without: list[Term] = []
    pattern, low, high = "", "", ""
    for part in _PART.finditer(typed):
        field, words = part["field"] or "", part["phrase"] if part["phrase"] is not None else part["word"] or ""
        if part["minus"] and (part["pattern"] or field not in _LEFT_OUT):
            _refuse_minus(part["pattern"], field)
        if part["pattern"]:
            pattern = _checked(part["pattern"], pattern)
        elif field == "date":
            low, high = _both((low, high), _days(words))
        elif field in {"", "title"}:
            term = Term(words.rstrip("*"), words.endswith("*"), field == "title")
            if _LETTER.search(term.words):
                (without if part["minus"] else terms).append(term)
        elif words.strip():
            found[part["minus"] + field].append(words)
    return Query(
        tuple(terms),
        tuple(without),
        names=tuple(found["name"]),
        figures=tuple(found["figure"]),
        labels=tuple(found["label"]),
        sources=tuple(found["source"]),
        without_sources=tuple(found["-source"]),
        low=low,
        high=high,
        pattern=pattern,
    )


def expression(terms: Sequence[Term], without: Sequence[Term] = (), any_of: Sequence[Sequence[Term]] = ()) -> str:
    """The full-text expression of SQLite's FTS5: all `terms`, one of each group of `any_of`, and none of `without`.

    Empty where nothing has to be there, since a search for what is missing alone is none to FTS5.
    """
    groups = [_term(term) for term in terms] + [f"({' OR '.join(map(_term, group))})" for group in any_of]
    if not groups:
        return ""
    return " AND ".join(groups) + "".join(f" NOT {_term(term)}" for term in without)


def as_typed(typed: str) -> str:
    """The expression of words that are still being typed: the last one may go on."""
    words = typed.split()
    terms = [Term(word.rstrip("*").strip('"'), prefix=word == words[-1] or word.endswith("*")) for word in words]
    return expression([term for term in terms if _LETTER.search(term.words)])


def _term(term: Term) -> str:
    quoted = '"' + term.words.replace('"', '""').replace("\0", " ") + '"'
    return f"{'title : ' if term.title else ''}{quoted}{' *' if term.prefix else ''}"


def _refuse_minus(pattern: str | None, field: str) -> NoReturn:
    what = f"-/{pattern}/" if pattern else f"-{field}:"
    raise QueryError(f"{what} cannot be searched for", todo="leave out words, title: or source:")


def _checked(pattern: str, other: str) -> str:
    if other:
        raise QueryError("there are two patterns", todo="write one, such as /this|that/")
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        raise QueryError(f"/{pattern}/ is no regular expression ({error})", todo="mend it") from error
    return pattern


def _days(words: str) -> tuple[str, str]:
    match = _DAYS.fullmatch(words)
    if not match or not (match["low"] or match["high"]) or not all(map(_is_day, (match["low"], match["high"]))):
        what = f"{words!r} is no date"
        raise QueryError(what, todo="write 2026, 2026-03, 2026-03-01, or two of them with .. between")
    return match["low"] or "", match["high"] or ("" if match["range"] else match["low"])


def _is_day(day: str | None) -> bool:
    """Whether the calendar has a day, a month or a year; None was not typed."""
    try:
        date.fromisoformat(f"{day}{'-01-01'[len(day) - 4 :]}" if day else "2000-01-01")
    except ValueError:
        return False
    return True


def _both(days: tuple[str, str], other: tuple[str, str]) -> tuple[str, str]:
    """The days that lie in two ranges."""
    highs = [high for _, high in (days, other) if high]
    # A month ends after each of its days: "~" sorts behind all that a date is made of.
    return max(days[0], other[0]), min(highs, key=lambda high: f"{high}~", default="")


# Numbers as they may stand in a text

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS: Final = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES: Final = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def writings(figure: str) -> list[str]:
    """The ways in which a number is written: 1200000 also as 1,200,000 and 1.2 million, 70 also as seventy."""
    plain = _unscaled(figure.replace(",", "").replace("\u00a0", "").strip())
    if not plain.isascii() or not plain.isdigit() or len(plain) > 12:
        return [figure]
    number = int(plain)
    ways = [str(number), f"{number:,}", *_scaled(number)]
    if number < 1000:
        ways += _spelled(number)
    return list(dict.fromkeys(ways))


def _unscaled(figure: str) -> str:
    """1.2 million in digits, where it is a whole number; else `figure`."""
    share, _, scale = figure.partition(" ")
    size = next((size for size, name in _SCALES if name == scale.casefold()), None)
    if size is None or not _SHARE.fullmatch(share):
        return figure
    number = Decimal(share) * size
    return str(int(number)) if number == int(number) else figure


def _scaled(number: int) -> Iterator[str]:
    for size, name in _SCALES:
        if number >= size and number % (size // 100) == 0:
            share = f"{number / size:g}"
            yield f"{share} {name}"
            if "." not in share and int(share) < 1000:
                yield from (f"{words} {name}" for words in _spelled(int(share)))


def _spelled(number: int) -> list[str]:
    """A number below a thousand in words; with and without "and"."""
    if number < 20:
        return [_ONES[number]]
    if number < 100:
        tens, ones = divmod(number, 10)
        return [_TENS[tens] + (f"-{_ONES[ones]}" if ones else "")]
    hundreds, rest = divmod(number, 100)
    head = f"{_ONES[hundreds]} hundred"
    return [f"{head} and {_spelled(rest)[0]}", f"{head} {_spelled(rest)[0]}"] if rest else [head]
