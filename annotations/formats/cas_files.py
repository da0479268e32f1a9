"""UIMA CAS files opened: which there are in a folder, where their types are, and nothing of XML that could do harm."""

import re
import warnings
from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from xml.etree import ElementTree as ET

from annotations.errors import ReadError
from annotations.formats import cas_types as types

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

Beside: TypeAlias = "Callable[[Path], TypeSystem | None]"
TYPE_SYSTEM: Final = "TypeSystem.xml"
_ENCODING: Final = re.compile(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']""")
_NAMESPACE: Final = re.compile(r"\{http:///(.+)\.ecore\}(\w+)")
STRUCTURES: Final = '"%FEATURE_STRUCTURES"'
_REFERENCES: Final = ("first", "next", "Governor", "Dependent")


def is_json(ending: str) -> bool:
    """Whether files of that ending are JSON."""
    return ending == ".json"


def files_in(path: Path, ending: str) -> Iterator[Path]:
    """The files of a folder and what is in it, by name; a file is its own."""
    if path.is_file():
        yield path
    else:
        yield from sorted(one for one in path.rglob(f"*{ending}") if one.is_file())


def loaded(path: Path, beside: Beside) -> "Cas":
    """The CAS of a file. Raises ReadError for one that is broken, lacks its types or could do harm.

    `beside` gives the types that lie in its folder. One that is remembered looks for them once a folder, not a file.
    """
    try:
        from cassis import load_cas_from_xmi  # noqa: PLC0415 (only who reads a CAS needs it)
    except ImportError as error:
        raise ReadError("reading a CAS needs dkpro-cassis", where=str(path), todo="install variorum[cas]") from error
    data = path.read_bytes()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.filterwarnings("error", message="Not mapping")  # an offset inside a character, or outside the text
            if data.lstrip()[:1] == b"{":
                return _from_json(data)
            _harmless(data, path)
            # Trusted: a long text is no attack, and what could be one was refused.
            return load_cas_from_xmi(BytesIO(data), typesystem=beside(path.parent) or _guessed(data), trusted=True)
    except Exception as error:
        # The library raises whatever comes of a broken file.
        if isinstance(error, OSError | ReadError):
            raise
        why = " ".join(str(error).split())[:80]
        raise ReadError(
            f"not a whole CAS: {why or type(error).__name__}", where=str(path), todo="export it again"
        ) from error


def _harmless(data: bytes, path: Path) -> None:
    """Raises ReadError for XML with declarations, or in an encoding in which they could hide."""
    declared = _ENCODING.match(data)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ReadError("it has a document type, which no CAS needs", where=str(path), todo="take it out")
    if b"\0" in data or (declared and declared[1].lower() not in {b"utf-8", b"us-ascii"}) or not _is_utf_8(data):
        raise ReadError("it is not in UTF-8", where=str(path), todo="save it as UTF-8")


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _from_json(data: bytes) -> "Cas":
    """The CAS of a JSON file, with the types of the file before it where that begins with the same."""
    from cassis import load_cas_from_json  # noqa: PLC0415 (only who reads a CAS needs it)

    at = data.find(STRUCTURES.encode())
    system = _said(data[:at]) if at > 0 and b'"%TYPES"' in data[:at] else None
    if system is None:
        return load_cas_from_json(BytesIO(data))
    return load_cas_from_json(BytesIO(data), typesystem=system, merge_typesystem=False)


@lru_cache(maxsize=4)
def _said(head: bytes) -> "TypeSystem | None":
    """The types with which a JSON file begins, read as a file of them alone; None where they are not whole there."""
    from cassis import load_cas_from_json  # noqa: PLC0415 (only who reads a CAS needs it)

    try:
        return load_cas_from_json(BytesIO(head + f'{STRUCTURES}: [], "%VIEWS": {{}}}}'.encode())).typesystem
    except (AttributeError, ValueError):
        return None


def types_beside(folder: Path) -> "TypeSystem | None":
    """The types that the first file of that name in a folder describes, or None. Raises ReadError as `loaded` does."""
    names = (one for one in folder.glob("*.xml") if "typesystem" in one.name.casefold())
    found = min(names, default=None)
    if found is None:
        return None
    known = found.read_bytes()
    _harmless(known, found)
    return _described(known)


@lru_cache(maxsize=4)
def _described(known: bytes) -> "TypeSystem":
    """A type system from its XML; files of one folder share it, and loading a CAS does not change it."""
    from cassis import load_typesystem  # noqa: PLC0415 (only who reads a CAS needs it)

    return load_typesystem(BytesIO(known))


def _guessed(data: bytes) -> "TypeSystem":
    """A type for each element that UIMA does not define: an annotation where it has a begin and an end."""
    features: dict[str, dict[str, str]] = {}
    places: set[str] = set()
    for element in ET.fromstring(data):  # noqa: S314 (what could do harm was refused before)
        name = _type_name(element)
        if name.startswith("uima."):
            continue
        own = features.setdefault(name, {})
        own |= {one: types.TOP if one in _REFERENCES else types.STRING for one in element.attrib if one[0] != "{"}
        own |= {str(child.tag): types.STRINGS for child in element}
        if {"begin", "end"} <= set(element.attrib):
            places.add(name)
    return _made(tuple((name, name in places, tuple(own.items())) for name, own in features.items()))


@lru_cache(maxsize=4)
def _made(shown: tuple[tuple[str, bool, tuple[tuple[str, str], ...]], ...]) -> "TypeSystem":
    """Types from their names, whether each is an annotation, and names and kinds of its features."""
    from cassis import TypeSystem  # noqa: PLC0415 (only who reads a CAS needs it)

    system = TypeSystem()
    for name, is_place, features in shown:
        above = types.BASE if any(feature == "sofa" for feature, _ in features) else types.TOP
        system.create_type(name, types.ANNOTATION if is_place else above)
    for name, _, features in shown:
        for feature, kind in features:
            if feature not in {"sofa", "begin", "end"}:
                system.create_feature(name, feature, kind)
    return system


def _type_name(element: Any) -> str:
    """The UIMA type of an element, dots for the slashes of its namespace."""
    found = _NAMESPACE.fullmatch(str(element.tag))
    name = f"{found[1].replace('/', '.')}.{found[2]}" if found else "uima."
    return name.removeprefix("uima.noNamespace.")
