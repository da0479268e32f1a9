"""A CAS as JSON, feature structure after feature structure: what the library writes, byte for byte, without its values.

The library's writer finds everything in quadratic time, holds it once more as values, and encodes these in Python.
"""

from collections.abc import Callable, Iterator
from json import JSONEncoder
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from annotations.formats import cas_types as types
from annotations.formats.cas_files import STRUCTURES
from corpus.offsets import Unit, from_code_points

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem
    from cassis.typesystem import FeatureStructure

_PLAIN: Final = {types.STRING, types.INTEGER, types.BOOLEAN}
_ARRAYS: Final = {types.STRINGS, types.ARRAY}
_encoded: Final = JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def beginning_of(system: "TypeSystem") -> str:
    """How every file of these types begins: with the types, up to the feature structures, as the library writes it."""
    from cassis import Cas  # noqa: PLC0415 (only who writes or reads a CAS needs it)

    return str(Cas(system).to_json()).partition(STRUCTURES)[0]


def write_json(cas: "Cas", out: Path, beginning: str) -> None:
    """Write a CAS of our own types, to which all it has was added but arrays; these get their ids here.

    `beginning` says the types. Raises OffsetError for a place outside the text, and OSError.
    """
    added = cas.select_all_fs()
    (sofa,) = cas.sofas
    members = sorted(one.xmiID for one in added)
    arrays = [each for one in added for each in _arrays(one)]
    for number, one in enumerate(arrays, 1 + max([sofa.xmiID, *members])):
        one.xmiID = number
    offset = from_code_points(cas.sofa_string or "", Unit.UTF_16)
    said = {name: getattr(sofa, name) for name in ("sofaNum", "sofaID", "mimeType", "sofaString")}
    about = {"%ID": sofa.xmiID, "%TYPE": sofa.type.name} | {name: one for name, one in said.items() if one is not None}
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{beginning}{STRUCTURES}: [{_encoded(about)}")
        for one in sorted(added, key=attrgetter("xmiID")):
            file.write(f", {_encoded(_structure(one, offset))}")
        for one in arrays:
            file.write(f", {_encoded(_array(one))}")
        views = {sofa.sofaID: {"%SOFA": sofa.xmiID, "%MEMBERS": members}}
        file.write(f'], "%VIEWS": {_encoded(views)}}}')


def _arrays(holder: "FeatureStructure") -> "Iterator[FeatureStructure]":
    values = (getattr(holder, each.name) for each in holder.type.all_features if each.rangeType.name in _ARRAYS)
    return (value for value in values if value is not None)


def _structure(one: "FeatureStructure", offset: Callable[[int], int]) -> dict[str, Any]:
    """One that is no array; `offset` gives the UTF-16 offset of a code point."""
    found: dict[str, Any] = {"%ID": one.xmiID, "%TYPE": one.type.name}
    for feature in one.type.all_features:
        name = feature.name
        value = getattr(one, name)
        if value is None:
            continue
        if name in {"begin", "end"}:
            found[name] = offset(value)
        elif feature.rangeType.name in _PLAIN:
            found[name] = value
        else:
            found[f"@{name}"] = value.xmiID
    return found


def _array(one: Any) -> dict[str, Any]:
    elements = one.elements if one.type.name == types.STRINGS else [each.xmiID for each in one.elements]
    return {"%ID": one.xmiID, "%TYPE": one.type.name, "%ELEMENTS": elements}
