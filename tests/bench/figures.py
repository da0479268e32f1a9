"""How well figures are read from expressions that another project specified, with its conventions mapped to ours.

Its durations are seconds, its dates single days of which any is right, its ranges hold no more than their bounds, and
it asks only for the kinds of its `task`: figures of other kinds may answer, but are not held against us.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from corpus.figures.calendar import interval
from corpus.figures.figure import Figure, Kind, Modifier
from corpus.figures.find import figures
from corpus.figures.unit_names import SECONDS

Row = Mapping[str, Any]
_ASKED: Final = {
    "number": Kind.CARDINAL,
    "ordinal": Kind.ORDINAL,
    "percent": Kind.PERCENT,
    "money": Kind.MONEY,
    "quantity": Kind.QUANTITY,
    "temperature": Kind.QUANTITY,
    "duration": Kind.DURATION,
    "age": Kind.DURATION,
    "range": Kind.RANGE,
    "date": Kind.DATE,
}
_UNITS: Final = {
    "Dollar": "USD",
    "Pence": "penny",
    "Rupee": "INR",
    "Finnish markka": "markka",
    "Bitcoin": "BTC",
    "Metric ton": "tonne",
    "F": "degree Fahrenheit",
    "C": "degree Celsius",
}
_AMERICAN: Final = re.compile("(?<=met|lit)er")
_ANOTHER_CONVENTION: Final = {
    # Numbers in dates, addresses and names of models are none here, powers of ten by letter are the telephone's.
    "number": re.compile(r"\d[./-]\d+[./-]\d|[A-Z]-\d|nr\. \d|\d ?G\b|version"),
    # Days counted from an untold day are durations here, feasts of other calendars and the words of a diary are none.
    "date": re.compile(r"\bin (?:a|two|\d+) \w+|\blater\b|\bthe day\b|\botd\b|\beid\b|\bmonths? ago|following"),
    "age": re.compile(r"\d - \d"),
    # Of a range it takes the upper end, "pm" behind a number may be a length for it, and a turn a unit.
    "quantity": re.compile(r"\bto \d+ \w|\d pm\b|\bturns?\b"),
}  # fmt: skip
_LEAST: Final = frozenset((Modifier.AT_LEAST, Modifier.MORE_THAN))
_MOST: Final = frozenset((Modifier.AT_MOST, Modifier.LESS_THAN))
_EXACT: Final = Decimal("1e-9")


@dataclass(slots=True)
class Score:
    """Counts of one kind: expressions wanted and figures given, of them with the right value, and the right span."""

    wanted: int = 0
    given: int = 0
    values: int = 0
    spans: int = 0

    def f1(self, hits: int) -> float:
        """F1 of that many hits."""
        return 2 * hits / (self.wanted + self.given) if self.wanted + self.given else 1.0


def measured(path: Path, *, alike: bool = False) -> list[tuple[str, int, float, float]]:
    """By kind, and for all: kind, number of expressions, F1 of values, F1 of exact spans. `path` is a JSONL file.

    `alike` leaves out the texts in which the two conventions differ.
    """
    scores: dict[str, Score] = {}
    for text, rows in _texts(path):
        kind = str(rows[0]["task"][0])
        if not (alike and differs(kind, text)):
            _count(scores.setdefault(kind, Score()), text, rows)
    whole = Score(
        sum(score.wanted for score in scores.values()),
        sum(score.given for score in scores.values()),
        sum(score.values for score in scores.values()),
        sum(score.spans for score in scores.values()),
    )
    listed = [*sorted(scores.items()), ("all", whole)]
    return [(kind, score.wanted, score.f1(score.values), score.f1(score.spans)) for kind, score in listed]


def differs(kind: str, text: str) -> bool:
    """Whether the other project's convention differs from ours in `text`; `docs/figures.md` says how."""
    pattern = _ANOTHER_CONVENTION.get(kind)
    return bool(pattern and pattern.search(text))


def _count(score: Score, text: str, rows: list[Row]) -> None:
    gold = [row for row in rows if row["start"] is not None]
    found = figures(text)
    spans = {(figure.span.start, figure.span.end) for figure in found}
    used: set[int] = set()
    for row in gold:
        for place, figure in enumerate(found):
            near = figure.span.start < row["end"] and row["start"] < figure.span.end
            if near and place not in used and _says(figure, row, text):
                used.add(place)
                break
    score.wanted += len(gold)
    score.values += len(used)
    score.spans += sum((row["start"], row["end"]) in spans for row in gold)
    score.given += len(used)
    score.given += sum(place not in used and _is_asked(figure, text, rows[0]) for place, figure in enumerate(found))


def _texts(path: Path) -> Iterator[tuple[str, list[Row]]]:
    with path.open(encoding="utf-8") as lines:
        for _, rows in groupby(map(json.loads, lines), key=lambda row: (row["text_id"], row["text"])):
            listed = list(rows)
            yield listed[0]["text"], listed


def _is_asked(figure: Figure, text: str, row: Row) -> bool:
    task = str(row["task"][0])
    if task == "date":
        days = interval(figure.span.surface(text), str(row.get("reference", ""))[:10])
        return figure.kind is Kind.DATE and (days is None or days[0] == days[1])
    if task == "range" and figure.kind is Kind.CARDINAL:
        return figure.modifier in _LEAST or figure.modifier in _MOST
    if task == "quantity" and figure.unit.startswith("degree"):
        return False  # temperatures are asked for elsewhere
    return figure.kind is _ASKED[task]


def _says(figure: Figure, row: Row, text: str) -> bool:
    """Whether the figure says what the row does."""
    if row["kind"] == "date":
        days = interval(figure.span.surface(text), str(row["reference"])[:10])
        return days is not None and days[0] == days[1] and days[0] in row["values"]
    if row["kind"] == "range":
        return _bounds(figure) == (_decimal(row["low"]), _decimal(row["high"]))
    wanted = _decimal(row["value"])
    if figure.value is None or wanted is None:
        return False
    value = figure.value * _factor(figure.unit, row["unit"])
    return abs(value - wanted) <= _EXACT * max(abs(value), Decimal(1))


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _bounds(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    if figure.value is None:
        return figure.low, figure.high
    return (
        None if figure.modifier in _MOST else figure.value,
        None if figure.modifier in _LEAST else figure.value,
    )


def _factor(ours: str, theirs: str | None) -> Decimal:
    """What our value is multiplied with to be in their unit; 0 where the units are different things."""
    if theirs is None or theirs == "percent":
        return Decimal(1)
    if theirs == "second":
        return Decimal(SECONDS.get(ours, 0))
    if ours == "inch" and theirs == "Foot":
        return Decimal(1) / 12
    named = _UNITS.get(theirs) or (theirs if theirs.isupper() else _AMERICAN.sub("re", theirs.lower()))
    return Decimal(ours == named)
