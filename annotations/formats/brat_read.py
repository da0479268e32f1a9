"""A brat .ann file, read, also of others: what it says of its text, as rows of our JSON Lines.

T lines are annotations, A and M lines their attributes, `# AnnotatorNotes` their notes and other # lines attributes of
that name, N lines and `*` lines clusters, R lines relations. Of an event, its trigger is the annotation, and each role
a relation from there. What is said of a relation itself is not taken: it has no notes here.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.brat_names import plain, whole
from annotations.formats.shared.gold_rows import Row, placed, shape
from annotations.formats.shared.text_files import text_of
from annotations.schemes import YES
from corpus.offsets import Unit
from corpus.span import Span

_ID: Final = re.compile(r"[TAMNRE#]\S+|\*")
_REFERENCE: Final = re.compile(r"\S+ (?:Annotation:)?(\S+) (?:Referent:)?(\S+:\S+)")
_REMEDY: Final = "see https://brat.nlplab.org/standoff.html"


class ReadSheet:
    """What .ann files say of one text. `name` begins every id; `exact` is what could not be said in a line.

    `spans` has a row for each T, `relations` for each R and each role, `groups` sets of ids that are one thing,
    `references` the id elsewhere and the name of an annotation.
    """

    def __init__(self, name: str, text: str, how: How, exact: Mapping[str, Row]) -> None:
        self.spans: dict[str, Row] = {}
        self.relations: list[Row] = []
        self.groups: list[list[str]] = []
        self.references: dict[str, tuple[str, str]] = {}
        self._name, self._text, self._how, self._exact = name, text, how, exact
        self._plain = plain(text)
        self._place = placed(text, how.unit or Unit.CODE_POINTS)
        self._events: dict[str, str] = {}
        self._others: set[str] = set()
        self._drawn: set[tuple[str, str, str]] = set()

    def add(self, path: Path) -> None:
        """Read a file. Raises ReadError."""
        lines: list[tuple[str, str, str]] = []
        for number, line in enumerate(text_of(path, self._how.encoding).split("\n"), 1):
            raw = line.rstrip("\r")
            if not raw.strip():
                continue
            where = f"{path}, line {number}"
            identity, tab, rest = raw.partition("\t")
            if not tab or not _ID.fullmatch(identity):
                raise ReadError(f"{raw[:60]!r} is no line of brat's", where=where, todo=_REMEDY)
            lines.append((identity, rest, where))
        for identity, rest, _ in lines:
            if identity[0] == "E":
                self._events[identity] = rest.split(" ", 1)[0].partition(":")[2].strip()
            elif identity[0] == "R":
                self._others.add(identity)
        for wanted in (True, False):  # what other lines are about comes first
            for identity, rest, where in lines:
                if (identity[0] == "T") is wanted:
                    with shape(where, f"{identity} does not say what it has to, or points at nothing"):
                        self._line(identity, rest)

    def _line(self, identity: str, rest: str) -> None:
        """Take in a line. Raises KeyError, TypeError or ValueError for one of another shape."""
        exact = self._exact.get(identity, {})
        if exact and str(exact["line"]).rstrip() != rest.rstrip():
            exact = {}
        data, _, tail = rest.partition("\t")
        kind = identity[0]
        if kind == "T":
            self._span(identity, data, tail, exact)
        elif kind in "AM":
            self._attribute(data, exact)
        elif kind == "#":
            self._note(data, tail, exact)
        elif kind == "N":
            self._reference(data, tail)
        elif kind == "*":
            self.groups.append([self._end(each) for each in data.split()[1:]])
        elif kind == "R":
            self._relation(data, exact)
        else:
            self._event(identity, data)

    def _span(self, identity: str, data: str, tail: str, exact: Row) -> None:
        if identity in self.spans:
            raise ValueError(identity)
        label, _, places = data.partition(" ")
        found = [self._place(*map(int, pair.split()), label=label) for pair in places.split(";")]
        pieces = sorted(Span(one["start"], one["end"]) for one in found)
        span, parts = whole(self._text, pieces)
        if exact:
            label, span, parts = exact["label"], Span(*exact["span"]), tuple(Span(*pair) for pair in exact["parts"])
        there = [piece.surface(self._plain) for piece in pieces]
        same = {" ".join(there).rstrip(), "".join(there).rstrip(), ""}
        self.spans[identity] = {
            "id": self._full(identity),
            "start": span.start,
            "end": span.end,
            "text": span.surface(self._text) if tail.rstrip() in same else tail,
            "label": label,
            "reviewer": self._how.reviewer,
            "parts": [{"start": part.start, "end": part.end} for part in parts],
            "attributes": [],
            "note": "",
        }

    def _attribute(self, data: str, exact: Row) -> None:
        name, target, *value = data.split(" ", 2)
        row = self._row(target)
        if row is not None:
            told = (exact["name"], exact["value"]) if exact else (name, "".join(value) or YES)
            self._add_attribute(row, *told)

    def _note(self, data: str, tail: str, exact: Row) -> None:
        kind, target = data.split()
        row = self._row(target)
        if row is None:
            return
        if kind != "AnnotatorNotes":
            self._add_attribute(row, kind, tail.strip())
        else:
            note = exact["note"] if exact else tail
            row["note"] = f"{row['note']}\n{note}" if row["note"] else note

    def _add_attribute(self, row: Row, name: str, value: str) -> None:
        """Add an attribute; of two of one name, the first counts."""
        if any(one["name"] == name for one in row["attributes"]):
            self._how.tell("attributes of a name that the annotation has already")
            return
        row["attributes"] = sorted([*row["attributes"], {"name": name, "value": value}], key=lambda one: one["name"])

    def _reference(self, data: str, tail: str) -> None:
        found = _REFERENCE.match(data)
        if found is None:
            raise ValueError(data)
        self.references.setdefault(self._end(found[1]), (found[2], tail.strip()))

    def _relation(self, data: str, exact: Row) -> None:
        kind, *ends = data.split()
        source, target = (end.partition(":")[2] for end in ends)
        self._relate(exact["kind"] if exact else kind, source, target)

    def _event(self, identity: str, data: str) -> None:
        for role, _, target in (one.partition(":") for one in data.split()[1:]):
            self._relate(role, identity, target)

    def _relate(self, kind: str, source: str, target: str) -> None:
        ends = (kind, self._end(source), self._end(target))
        if ends not in self._drawn:
            self._drawn.add(ends)
            self.relations.append({"type": kind, "source": ends[1], "target": ends[2], "reviewer": self._how.reviewer})

    def _row(self, target: str) -> Row | None:
        """The annotation that `target` is, or is triggered by; None for a relation."""
        if target in self._others:
            self._how.tell("attributes and notes of relations")
            return None
        return self.spans[self._events.get(target, target)]

    def _end(self, target: str) -> str:
        trigger = self._events.get(target, target)
        if trigger not in self.spans:
            raise KeyError(target)
        return self._full(trigger)

    def _full(self, identity: str) -> str:
        return f"{self._name}#{identity}"
