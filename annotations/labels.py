"""Label sets: which labels a reviewer can give, by which key, in which hue. Read from TOML, checked line by line."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from annotations.errors import LabelSetError
from annotations.guidelines import guidelines_of, taken_in
from annotations.schemes import NOTHING_BESIDE, Schemes, schemes

HUES: Final = ("blue", "orange", "green", "pink", "yellow", "grey")
SHIPPED: Final = Path(__file__).parent / "labelsets" / "ontonotes.toml"
_FIELDS: Final = {"name", "short", "key", "hue", "definition"}
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_HEAD: Final = re.compile(r"\s*\[\[\s*[\"']?label[\"']?\s*\]\]")
_AT_LINE: Final = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its `name` in the data, a `short` form for narrow places, its `key` sequence (keys by spaces).

    `place` is the file and line where it is defined.
    """

    name: str
    short: str
    key: str
    hue: str
    definition: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class LabelSet:
    """The labels of a project, in the order of the file. `source` is the TOML text, `sha256` its hash.

    `schemes` is what can be said beside labels; `guidelines` is Markdown for whoever annotates.
    """

    name: str
    labels: tuple[Label, ...]
    source: str
    sha256: str
    schemes: Schemes = NOTHING_BESIDE
    guidelines: str = ""

    def label(self, name: str) -> Label | None:
        """The label of that name."""
        return next((label for label in self.labels if label.name == name), None)


def shipped() -> LabelSet:
    """The label set that comes with the program: OntoNotes names and figures."""
    return load(SHIPPED)


def load(path: Path) -> LabelSet:
    """The label set in a TOML file, with its file of guidelines. Raises LabelSetError with file and line."""
    try:
        source = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8"
        raise LabelSetError(
            f"the label set cannot be read: {reason}", where=str(path), todo="give the path of a TOML file"
        ) from error
    return parse(taken_in(source, path) if "guidelines_file" in source else source, str(path))


def parse(source: str, where: str) -> LabelSet:
    """The label set that `source` describes; `where` names it in errors. Raises LabelSetError with file and line."""
    table = _table(source, where)
    name, rows = table.get("name", Path(where).stem), table.get("label")
    if not isinstance(name, str):
        raise LabelSetError("the set's name has to be a string", where=f"{where}:{_line(source, 'name')}")
    if not isinstance(rows, list) or not rows:
        raise LabelSetError("no [[label]] in it", where=f"{where}:1", todo="give at least one label a name and a key")
    lines = [number for number, line in enumerate(source.split("\n"), 1) if _HEAD.match(line)]
    lines += [1] * (len(rows) - len(lines))
    labels = tuple(_label(row, f"{where}:{line}") for row, line in zip(rows, lines, strict=False))
    for (label, line), message in _clashes(list(zip(labels, lines, strict=False))):
        raise LabelSetError(f"label {label.name}: {message}", where=f"{where}:{line}", todo="choose another")
    beside = schemes(table, [label.name for label in labels], source, where)
    guidelines = guidelines_of(table, source, where)
    return LabelSet(name, labels, source, sha256(source.encode()).hexdigest(), beside, guidelines)


def _table(source: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(source)
    except (ValueError, RecursionError) as error:  # a number of too many digits is a mere ValueError
        reason = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "a value is too large"
        at = _AT_LINE.search(reason)
        line = at[1] if at else str(source.count("\n") + 1)
        raise LabelSetError(f"not TOML: {reason}", where=f"{where}:{line}", todo="mend the line") from error


def _line(source: str, field: str) -> int:
    """The first line that sets `field`, counted from 1."""
    lines = enumerate(source.split("\n"), 1)
    return next((number for number, line in lines if line.split("=")[0].strip() == field), 1)


def _label(row: Any, where: str) -> Label:
    if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
        raise LabelSetError("a label's fields have to be strings", where=where)
    unknown = sorted(set(row) - _FIELDS)
    if unknown:
        raise LabelSetError(f"unknown field {unknown[0]}", where=where, todo=f"known are {', '.join(sorted(_FIELDS))}")
    name, key, hue = row.get("name", ""), " ".join(row.get("key", "").split()), row.get("hue", "grey")
    if not _NAME.fullmatch(name):
        raise LabelSetError(
            f"{name!r} is no label name", where=where, todo="start with a letter, go on with letters, digits, _ . -"
        )
    if not key:
        raise LabelSetError(f"label {name} has no key", where=where, todo='add for example key = "1"')
    if hue not in HUES:
        raise LabelSetError(f"label {name}: no hue {hue!r}", where=where, todo=f"take one of {', '.join(HUES)}")
    return Label(name, row.get("short") or name[:3], key, hue, row.get("definition", ""), where)


def _clashes(numbered: list[tuple[Label, int]]) -> Iterator[tuple[tuple[Label, int], str]]:
    names: dict[str, str] = {}
    keys: dict[tuple[str, ...], str] = {}
    for label, line in numbered:
        if label.name in names:
            yield (label, line), "stands in the set twice"
        names[label.name] = label.name
        sequence = tuple(label.key.split())
        for taken, owner in keys.items():
            shorter = min(len(taken), len(sequence))
            if taken[:shorter] == sequence[:shorter]:
                yield (label, line), f"its key {label.key!r} clashes with that of {owner}"
        keys[sequence] = label.name
