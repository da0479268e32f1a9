"""The guidelines of a label set: Markdown in its TOML file, or in a file beside it that becomes part of the set.

What a project keeps of a label set is one text with one hash; so a file of guidelines is taken into that text.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from annotations.errors import LabelSetError

LARGEST: Final = 1_000_000  # bytes of a file of guidelines
_FIELD: Final = r"^[ \t]*[\"']?guidelines_file[\"']?[ \t]*=[^\n]*$"


def guidelines_of(table: Mapping[str, Any], source: str, where: str) -> str:
    """The guidelines in a label set's table, as Markdown; empty where there are none. Raises LabelSetError."""
    text = table.get("guidelines", "")
    if not isinstance(text, str):
        raise LabelSetError("the guidelines have to be a string", where=f"{where}:{_line(source, 'guidelines')}")
    if "guidelines_file" in table:
        raise LabelSetError(
            "guidelines_file is only read beside a file of labels",
            where=f"{where}:{_line(source, 'guidelines_file')}",
            todo="write the text behind guidelines =",
        )
    return text.strip("\n")


def taken_in(source: str, path: Path) -> str:
    """The text of the label set at `path` with the file that `guidelines_file` names in its place, in the same line.

    Raises LabelSetError where that cannot be read, or lies elsewhere than in the folder of the label set.
    """
    try:
        table = tomllib.loads(source)
    except (ValueError, RecursionError):
        return source  # whoever parses it says what is wrong, and where
    if "guidelines_file" not in table:
        return source
    where = f"{path}:{_line(source, 'guidelines_file')}"
    if "guidelines" in table:
        raise LabelSetError("it has guidelines and guidelines_file", where=where, todo="leave one of them out")
    text = _read(table["guidelines_file"], path, where)
    # A string of JSON is one of TOML but for the character that TOML does not want to see.
    line = f"guidelines = {json.dumps(text, ensure_ascii=False)}".replace("\x7f", "\\u007f")
    whole = re.sub(_FIELD, lambda _found: line, source, count=1, flags=re.MULTILINE)
    try:
        made = tomllib.loads(whole)
    except ValueError:
        made = {}
    if made.get("guidelines") != text or "guidelines_file" in made:
        raise LabelSetError(
            "guidelines_file is not on a line of its own", where=where, todo='write guidelines_file = "guide.md"'
        )
    return whole


def _read(name: object, path: Path, where: str) -> str:
    """The text of a file of guidelines; a set that comes from elsewhere must not draw other files into a project."""
    if not isinstance(name, str) or not name:
        raise LabelSetError(
            "guidelines_file has to be a string", where=where, todo='write guidelines_file = "guide.md"'
        )
    folder = path.absolute().parent.resolve()
    file = (folder / name).resolve()
    if not file.is_relative_to(folder):
        raise LabelSetError("guidelines_file lies outside of the folder of the label set", where=where,
                            todo="move it there")  # fmt: skip
    try:
        if not file.is_file():
            raise LabelSetError(f"there is no file {name}", where=where, todo="paths count from the label set's folder")
        if file.stat().st_size > LARGEST:
            raise LabelSetError(f"{name} has more than {LARGEST:,} bytes", where=where, todo="shorten it")
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8"
        raise LabelSetError(f"{name} cannot be read: {reason}", where=where) from error


def _line(source: str, field: str) -> int:
    """The first line that sets `field`, counted from 1."""
    lines = enumerate(source.split("\n"), 1)
    return next((number for number, line in lines if line.split("=")[0].strip(" \t\"'") == field), 1)
