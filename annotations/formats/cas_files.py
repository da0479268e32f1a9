"""UIMA CAS files opened: which there are in a folder, where their types are, and nothing of XML that could do harm."""

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

from annotations.errors import ReadError
from annotations.formats import cas_types as types

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

TYPE_SYSTEM: Final = "TypeSystem.xml"
_ENCODING: Final = re.compile(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']""")
_NAMESPACE: Final = re.compile(r"\{http:///(.+)\.ecore\}(\w+)")
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


def loaded(path: Path) -> "Cas":
    """The CAS of a file. Raises ReadError for one that is broken, lacks its types or could do harm."""
    try:
        from cassis import load_cas_from_json, load_cas_from_xmi  # noqa: PLC0415 (only who reads a CAS needs it)
    except ImportError as error:
        raise ReadError("reading a CAS needs dkpro-cassis", where=str(path), todo="install variorum[cas]") from error
    data = path.read_bytes()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.filterwarnings("error", message="Not mapping")  # an offset inside a character, or outside the text
            if data.lstrip()[:1] == b"{":
                return load_cas_from_json(BytesIO(data))
            _harmless(data, path)
            # Trusted: a long text is no attack, and what could be one was refused.
            return load_cas_from_xmi(BytesIO(data), typesystem=_types_of(path, data), trusted=True)
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


def _types_of(path: Path, data: bytes) -> "TypeSystem":
    """The types of an XMI file: those of the file beside it that says them, else as far as its elements show them."""
    beside = (one for one in path.parent.glob("*.xml") if "typesystem" in one.name.casefold())
    found = min(beside, default=None)
    if found is None:
        return _guessed(data)
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
    from cassis import TypeSystem  # noqa: PLC0415 (only who reads a CAS needs it)

    system = TypeSystem()
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
    for name, own in features.items():
        above = types.BASE if "sofa" in own else types.TOP
        system.create_type(name, types.ANNOTATION if name in places else above)
    for name, own in features.items():
        for feature, kind in own.items():
            if feature not in {"sofa", "begin", "end"}:
                system.create_feature(name, feature, kind)
    return system


def _type_name(element: Any) -> str:
    """The UIMA type of an element, dots for the slashes of its namespace."""
    found = _NAMESPACE.fullmatch(str(element.tag))
    name = f"{found[1].replace('/', '.')}.{found[2]}" if found else "uima."
    return name.removeprefix("uima.noNamespace.")
