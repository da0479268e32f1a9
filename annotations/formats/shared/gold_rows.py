"""Gold from rows that other formats in JSON make of their own: with the keys of our JSON Lines, where they know them.

So each of these formats only says where its own things stand, and every value is checked for its type in one place.
"""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final, Protocol

from annotations.errors import ReadError
from annotations.formats.base import LeftOut
from annotations.formats.json_shape import SPAN_KEYS, Line
from annotations.formats.jsonl import record
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Verdict
from corpus.article import identity, text_hash
from corpus.offsets import OffsetError, Unit, from_code_points, to_code_points

Row = dict[str, Any]
LISTS: Final = (
    "finished_by",
    "spans",
    "rejected",
    "unsure",
    "boilerplate",
    "statements",
    "relations",
    "ties",
    "clusters",
    "proposals",
)
MORE: Final = ("created", "decided", "origin", "note", "via", "parts", "attributes")
"""What a span may have beside its place, label, text and reviewer."""
BESIDE: Final = "variorum"
"""The key under which a format keeps what it has no place of its own for."""
_SPAN: Final[Row] = {
    **dict.fromkeys(("text", "reviewer", "created", "decided", "note", "via"), ""),
    "origin": None,
    "parts": (),
    "attributes": (),
}
"""What a span is beside its place and label where nothing else is said."""
TOLD: Final = ("name", "story", "story_id", "lang", "about")


def told(story: GoldStory, article: GoldArticle) -> Row:
    """The row of an article in our JSON Lines, of which a writer takes what its format has a place for."""
    return record(story, article)


def beside(row: Row, *more: str) -> Row:
    """What of a row is not empty, without its text: for a free field. `more` are keys that are told elsewhere."""
    return {key: row[key] for key in (*TOLD, *LISTS) if row[key] and key not in more}


def gapped(article: GoldArticle) -> Iterator[LeftOut]:
    """The accepted spans with gaps of an article, which only the free field of a format has."""
    for one in article.annotations:
        if one.parts and one.verdict is Verdict.ACCEPTED:
            yield LeftOut.of(article, one, f"it has gaps: only under {BESIDE}", partly=True)


def gold_line(number: int, found: Mapping[str, Any]) -> Line:
    """The article of a row, of at least name and text; a span may have a `score` (`annotations.formats.shared.scores`).

    Raises KeyError, TypeError or ValueError for another shape.
    """
    row: Row = {"story": "", "story_id": "", "lang": "", "about": {}, **{key: [] for key in LISTS}, **found}
    row["about"] = {"title": "", **row["about"]}
    row["sha256"] = text_hash(row["text"])
    row["id"] = identity(row["name"], row["sha256"])
    for key in ("spans", "rejected", "unsure", "boilerplate"):
        row[key] = [{**_SPAN, **one} for one in row[key]]
    row["relations"] = [{"article": row["id"], "reviewer": "", "decided": "", **one} for one in row["relations"]]
    line = Line(number, row)
    if scores := [(one["id"], one["score"]) for key in SPAN_KEYS for one in row[key] if "score" in one]:
        line.article = replace(line.article, scores=tuple(scores))
    return line


class PlaceError(ValueError):
    """Two offsets are no place in any text, whatever they count: says why."""


@contextmanager
def shape(where: str, what: str) -> Generator[None]:
    """Raises ReadError, with `where` and `what`, for whatever inside is of another shape."""
    try:
        yield
    except OffsetError as error:
        raise ReadError(error.what, where=where, todo="say what offsets count with --offsets") from error
    except PlaceError as error:
        raise ReadError(str(error), where=where) from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ReadError(what, where=where) from error


class Placing(Protocol):
    """What makes start and end in code points of two offsets."""

    def __call__(self, start: object, end: object, *, label: object = "") -> Row:
        """The place; `label` is named with it where it is none."""
        ...


def placed(text: str, unit: Unit) -> Placing:
    """What makes start and end in code points of two offsets in `unit`.

    It raises OffsetError, TypeError for what is no number, and PlaceError for what is no place in any unit.
    """
    convert = to_code_points(text, unit)

    def place(start: object, end: object, *, label: object = "") -> Row:
        if type(start) is not int or type(end) is not int:
            message = "an offset is no number"
            raise TypeError(message)
        if start < 0 or end <= start:
            raise PlaceError(_no_place(start, end, label))
        return {"start": convert(start), "end": convert(end)}

    return place


def _no_place(start: int, end: int, label: object) -> str:
    """Why two offsets are no place, with the label of the span in them."""
    called = f" ({label[:60]})" if isinstance(label, str) and label else ""
    why = "is empty" if start == end else "ends before it starts"
    return f"the span from {start} to {end}{called} {'has a negative offset' if min(start, end) < 0 else why}"


def counted(text: str, unit: Unit) -> Callable[[Row], tuple[int, int]]:
    """What makes the offsets in `unit` of a row with start and end in code points. Raises OffsetError."""
    convert = from_code_points(text, unit)
    return lambda row: (convert(row["start"]), convert(row["end"]))


def more_of(row: Mapping[str, Any], *told_elsewhere: str) -> Row:
    """What a span has beside its place, label, text and reviewer, as far as it is not empty."""
    return {key: row[key] for key in MORE if row.get(key) and key not in told_elsewhere}
