"""The annotations of a Web Annotation file, one after the other, each checked against the model.

Ours have one on a line and are read line by line; any other file is read whole: a collection with its pages, a page,
one annotation, a list of them, or one on each line. https://www.w3.org/TR/annotation-model/#annotations
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from annotations.errors import ReadError
from annotations.formats.shared.json_text import parsed
from annotations.formats.w3c_names import CONTEXT, HEADER, KIND

Item = dict[str, Any]
_TIME: Final = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d")
_AGENTS: Final = ("creator", "generator")
_TIMES: Final = ("created", "modified", "generated")


def read_items(path: Path, tell: Callable[[str], None]) -> Iterator[tuple[str, Item]]:
    """Each annotation, with where it stands. Raises ReadError for what is no annotation."""
    with path.open("rb") as stream:
        ours = stream.readline() == HEADER.encode() + b"\n"
    for where, item in _lines(path) if ours else _whole(path, tell):
        if what := _wrong(item):
            raise ReadError(what, where=where, todo="see https://www.w3.org/TR/annotation-model/")
        yield where, item


def listed(value: object) -> list[Any]:
    """One or many: JSON-LD writes a single thing without the brackets."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _lines(path: Path) -> Iterator[tuple[str, Item]]:
    with path.open("rb") as stream:
        stream.readline()
        number = 1
        for number, line in enumerate(stream, 2):
            where = f"{path}, line {number}"
            if line.startswith(b"]"):
                return
            yield where, parsed(line.rstrip(b"\n").removesuffix(b","), where)
    raise ReadError("the file ends too early", where=f"{path}, line {number}", todo="write it again")


def _whole(path: Path, tell: Callable[[str], None]) -> Iterator[tuple[str, Item]]:
    data = path.read_bytes().removeprefix(BOM_UTF8)
    try:
        found = parsed(data, str(path), "save it as JSON-LD")
    except ReadError:
        if not _is_one_a_line(data):
            raise
        for number, line in enumerate(data.split(b"\n"), 1):
            if line.strip():
                where = f"{path}, line {number}"
                yield where, _in_context(parsed(line, where), where)
        return
    many = isinstance(found, list)
    number = 0
    for one in found if many else [found]:
        for item in _unpacked(_in_context(one, str(path)), str(path), tell):
            number += 1
            yield f"{path}, record {number}", item


def _is_one_a_line(data: bytes) -> bool:
    """Whether the first of several lines is an object by itself."""
    first, _, rest = data.lstrip().partition(b"\n")
    return bool(rest.strip()) and first.startswith(b"{") and first.rstrip().endswith(b"}")


def _in_context(found: Any, where: str) -> Item:
    if not isinstance(found, dict) or CONTEXT not in listed(found.get("@context")):
        raise ReadError(f"its context is not {CONTEXT}", where=where, todo="save it as Web Annotation JSON-LD")
    return found


def _unpacked(found: Item, where: str, tell: Callable[[str], None]) -> Iterator[Any]:
    """The annotations of a collection or page. Pages that are only linked to are elsewhere, and left alone."""
    kinds = listed(found.get("type"))
    if "AnnotationCollection" in kinds:
        page = found.get("first")
    elif "AnnotationPage" in kinds:
        page = found
    else:
        yield found
        return
    while isinstance(page, dict):
        if not isinstance(page.get("items"), list):
            raise ReadError("a page without items", where=where, todo="see https://www.w3.org/TR/annotation-model/")
        yield from page["items"]
        page = page.get("next")
    if page is not None:
        tell("pages that lie elsewhere")


def _wrong(item: Any) -> str:
    """What an annotation has that the model forbids; empty for nothing."""
    if not isinstance(item, dict) or "Annotation" not in listed(item.get("type")):
        return "not an annotation"
    agents_fit = all(isinstance(one, str | dict) for name in _AGENTS for one in listed(item.get(name)))
    told = (item[name] for name in _TIMES if name in item)
    times_fit = all(isinstance(one, str) and (KIND in item or _TIME.match(one)) for one in told)
    value_fits = "bodyValue" not in item or (isinstance(item["bodyValue"], str) and "body" not in item)
    faults = {
        "an annotation has one id": not isinstance(item.get("id", ""), str),
        "it has no target": not listed(item.get("target")),
        "creator or generator is neither a name nor an object": not agents_fit,
        "created, modified or generated is not one time": not times_fit,
        "bodyValue is one text, without a body beside it": not value_fits,
        "motivation is no name": not all(isinstance(one, str) for one in listed(item.get("motivation"))),
    }
    return next((what for what, is_so in faults.items() if is_so), "")
