"""A CAS as XMI, element after element: what the library writes, byte for byte, without a tree of the whole file.

The library's writer says namespaces on every element, and tidies that up in time that is quadratic in the elements.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from annotations.formats import cas_types as types
from corpus.offsets import Unit, from_code_points

if TYPE_CHECKING:
    from cassis import Cas
    from cassis.typesystem import FeatureStructure

_FIRST: Final = "<?xml version='1.0' encoding='UTF-8'?>\n"
_XMI: Final = 'xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
_IN_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_VALUE: Final = _IN_TEXT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def write_xmi(cas: "Cas", out: Path) -> None:
    """Write a CAS of our own types, to which all it has was added; arrays stand inside what holds them.

    Raises OffsetError for a place outside the text, and OSError.
    """
    found = sorted(cas.select_all_fs(), key=attrgetter("xmiID"))
    prefixes = _prefixes(one.type.name for one in found)
    spaces = (f' xmlns:{prefix}="http:///{name.replace(".", "/")}.ecore"' for name, prefix in prefixes.items())
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{_FIRST}<xmi:XMI {_XMI}{"".join(spaces)} xmi:version="2.0">\n  <cas:NULL xmi:id="0"/>\n')
        file.writelines(_elements(found, prefixes, from_code_points(cas.sofa_string or "", Unit.UTF_16)))
        for sofa in cas.sofas:
            said = (("sofaID", sofa.sofaID), ("mimeType", sofa.mimeType), ("sofaString", sofa.sofaString))
            known = "".join(f' {name}="{_value(value)}"' for name, value in said if value is not None)
            file.write(f'  <cas:Sofa xmi:id="{sofa.xmiID}" sofaNum="{sofa.sofaNum}"{known}/>\n')
            file.write(f'  <cas:View sofa="{sofa.xmiID}" members="{_references(found)}"/>\n')
        file.write("</xmi:XMI>\n")


def _prefixes(names: Iterable[str]) -> dict[str, str]:
    """The prefix of each package of types: its last part, and from the second of these on a number, from 0."""
    found: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for name in names:
        package = name.rpartition(".")[0]
        if package not in found:
            short = package.rpartition(".")[2]
            found[package] = f"{short}{taken[short] - 1}" if short in taken else short
            taken[short] += 1
    return found


def _elements(
    found: "Iterable[FeatureStructure]", prefixes: dict[str, str], offset: Callable[[int], int]
) -> Iterator[str]:
    """The line of each, or its lines where it holds strings; `offset` gives the UTF-16 offset of a code point."""
    ways = _WAYS | {_OFFSET: lambda value: str(offset(value))}
    features: dict[str, list[tuple[str, str]]] = {}
    for one in found:
        package, _, short = one.type.name.rpartition(".")
        tag = f"{prefixes[package]}:{short}"
        if tag not in features:
            features[tag] = [(each.name, _kind(each.name, each.rangeType.name)) for each in one.type.all_features]
        attributes, children = f'xmi:id="{one.xmiID}"', ""
        for name, kind in features[tag]:
            value = getattr(one, name)
            if value is None:
                continue
            if kind == types.STRINGS:
                children += "".join(f"    <{name}>{each.translate(_IN_TEXT)}</{name}>\n" for each in value.elements)
            else:
                attributes += f' {name}="{ways.get(kind, _reference)(value)}"'
        yield f"  <{tag} {attributes}>\n{children}  </{tag}>\n" if children else f"  <{tag} {attributes}/>\n"


def _kind(name: str, range_type: str) -> str:
    return _OFFSET if name in {"begin", "end"} else range_type


def _value(value: str) -> str:
    return value.translate(_IN_VALUE)


def _reference(value: Any) -> str:
    return str(value.xmiID)


def _references(values: "Iterable[FeatureStructure]") -> str:
    return " ".join(map(_reference, values))


def _array(value: Any) -> str:
    return _references(value.elements)


def _boolean(value: object) -> str:
    return "true" if value else "false"


_OFFSET: Final = "offset"
_WAYS: Final[dict[str, Callable[[Any], str]]] = {
    types.STRING: _value,
    types.INTEGER: str,
    types.BOOLEAN: _boolean,
    types.ARRAY: _array,
}
"""How a value of each kind is written; what is none of them is named by its id."""
