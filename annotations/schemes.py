"""What a label set has beside labels: attributes of spans, labels of whole articles and stories, types of relations.

[[attribute]]                       [[document]]                      [[relation]]
name = "certainty"                  name = "genre"                    name = "works for"
kind = "choice"                     on = "article"                    from = ["PERSON"]
values = ["stated", "denied"]       kind = "choice"                   to = ["ORG"]
labels = ["EVENT"]                  values = ["report", "opinion"]
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from annotations.errors import LabelSetError
from annotations.model import VERDICT

CHOICE, FLAG, TEXT = "choice", "flag", "text"
KINDS: Final = (CHOICE, FLAG, TEXT)
ON: Final = ("article", "story")
YES: Final = "yes"
"""The value of a flag that is set."""
_KNOWN: Final = {
    "attribute": {"name", "kind", "values", "labels", "definition"},
    "document": {"name", "kind", "values", "on", "definition"},
    "relation": {"name", "from", "to", "definition"},
}


class Field(NamedTuple):
    """Something that can be said of a span, of an article or of a story (`on`: span, article or story).

    `kind` is choice (one of `values`), flag or text. `labels` are those whose spans have it; of all where it is empty.
    """

    name: str
    on: str
    kind: str
    values: tuple[str, ...]
    labels: tuple[str, ...]
    definition: str


class RelationType(NamedTuple):
    """A relation that one span can have to another; `sources` and `targets` are labels, any where they are empty."""

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    definition: str

    def fits(self, source: str, target: str = "") -> bool:
        """Whether a span of label `source` can have it, to one of label `target` where that is given."""
        return (not self.sources or source in self.sources) and (
            not target or not self.targets or target in self.targets
        )


class Schemes(NamedTuple):
    """All of them, in the order of the file."""

    fields: tuple[Field, ...] = ()
    relations: tuple[RelationType, ...] = ()

    def of_label(self, label: str) -> tuple[Field, ...]:
        """The attributes that a span of that label can have."""
        return tuple(one for one in self.fields if one.on == "span" and (not one.labels or label in one.labels))

    def of(self, whole: str) -> tuple[Field, ...]:
        """What can be said of a whole `article` or `story`."""
        return tuple(one for one in self.fields if one.on == whole)


NOTHING_BESIDE: Final = Schemes()


def schemes(table: Mapping[str, Any], labels: Sequence[str], source: str, where: str) -> Schemes:
    """What a label set's table says; `source` is its text and `where` its name. Raises LabelSetError with the line."""
    fields: list[Field] = []
    relations: list[RelationType] = []
    for kind in _KNOWN:
        for row, place in _rows(table, kind, source, where):
            if kind == "relation":
                name, ends = _name(row, place), (_labels(row, "from", labels, place), _labels(row, "to", labels, place))
                relations.append(RelationType(name, *ends, row.get("definition", "")))
            else:
                fields.append(_field(row, kind, labels, place))
    named = [f"{one.on} {one.name}" for one in fields] + [f"relation {one.name}" for one in relations]
    twice = next((name for name in named if named.count(name) > 1), None)
    if twice is not None:
        raise LabelSetError(f"{twice} stands in the set twice", where=where, todo="give one another name")
    return Schemes(tuple(fields), tuple(relations))


def _rows(table: Mapping[str, Any], kind: str, source: str, where: str) -> Iterator[tuple[dict[str, Any], str]]:
    """The rows of one kind, each with its file and line."""
    rows = table.get(kind, [])
    head = re.compile(rf"\s*\[\[\s*[\"']?{kind}[\"']?\s*\]\]")
    lines = [number for number, line in enumerate(source.split("\n"), 1) if head.match(line)]
    lines += [1] * (len(rows) - len(lines)) if isinstance(rows, list) else [1]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LabelSetError(f"{kind} has to be written as [[{kind}]]", where=f"{where}:{lines[0]}")
    for row, line in zip(rows, lines, strict=False):
        place = f"{where}:{line}"
        unknown = sorted(set(row) - _KNOWN[kind])
        if unknown:
            known = ", ".join(sorted(_KNOWN[kind]))
            raise LabelSetError(f"unknown field {unknown[0]}", where=place, todo=f"known are {known}")
        if not isinstance(row.get("definition", ""), str):
            raise LabelSetError("the definition has to be a string", where=place)
        yield row, place


def _field(row: Mapping[str, Any], of: str, labels: Sequence[str], place: str) -> Field:
    name, kind = _name(row, place), row.get("kind", CHOICE if "values" in row else FLAG)
    on = row.get("on", "article") if of == "document" else "span"
    values = _strings(row, "values", place)
    if kind not in KINDS:
        raise LabelSetError(f"{name}: no kind {kind!r}", where=place, todo=f"take one of {', '.join(KINDS)}")
    if of == "document" and on not in ON:
        raise LabelSetError(f"{name}: on has to be article or story", where=place)
    if (kind == CHOICE) != bool(values) or len(set(values)) < len(values):
        raise LabelSetError(f"{name}: a choice, and only that, has values", where=place, todo='values = ["a", "b"]')
    return Field(name, on, kind, values, _labels(row, "labels", labels, place), row.get("definition", ""))


def _name(row: Mapping[str, Any], place: str) -> str:
    name = row.get("name")
    if not isinstance(name, str) or not name.strip() or not name.isprintable() or name == VERDICT:
        raise LabelSetError(f"{name!r} is no name", where=place, todo=f"write one line, and not {VERDICT!r}")
    return name.strip()


def _strings(row: Mapping[str, Any], field: str, place: str) -> tuple[str, ...]:
    found = row.get(field, [])
    if not isinstance(found, list) or not all(isinstance(one, str) and one.strip() for one in found):
        raise LabelSetError(f"{field} has to be a list of strings", where=place)
    return tuple(found)


def _labels(row: Mapping[str, Any], field: str, labels: Sequence[str], place: str) -> tuple[str, ...]:
    found = _strings(row, field, place)
    unknown = next((one for one in found if one not in labels), None)
    if unknown is not None:
        raise LabelSetError(f"{field}: no label {unknown!r} in the set", where=place)
    return found
