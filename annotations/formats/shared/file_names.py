"""Names of files and folders that come from names in a dataset: such as every file system takes, and never a path.

What is no letter, digit, dot, hyphen or underscore becomes an underscore; no name begins or ends with a dot, is longer
than file systems allow with an ending behind it, is one that Windows keeps for itself, or differs from another one by
the case or the composition of its letters alone.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from unicodedata import normalize

_UNSAFE: Final = re.compile(r"[^\w.-]+")
_NUMBER: Final = re.compile(r"\d{6}-")
_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_MOST: Final = 180  # bytes: file systems end at 255, and a number and an ending come on top


def safe(name: str) -> str:
    """A name as part of a file's name; never empty."""
    cut = _UNSAFE.sub("_", name).encode()[:_MOST].decode(errors="ignore").strip(".")
    return f"_{cut}" if not cut or _DEVICES.match(cut) else cut


def numbered(number: int, name: str, suffix: str) -> str:
    """The file of the article of that number, from 1: so a folder sorted by name has the order of the dataset."""
    return f"{number:06}-{safe(name)}{suffix}"


def unnumbered(stem: str) -> str:
    """A file's name without the number."""
    return _NUMBER.sub("", stem, count=1) or stem


class FileNames:
    """Names of files and folders, each given once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(map(_folded, taken))
        self._last: dict[str, int] = {}

    def of(self, name: str) -> str:
        """A file name for `name`, without a suffix."""
        stem = safe(name.removesuffix(".txt"))
        key = _folded(stem)
        number = self._last.get(key, 1)
        found = stem
        while _folded(found) in self._taken:
            number += 1
            found = f"{stem}-{number}"
        self._last[key] = number
        self._taken.add(_folded(found))
        return found


def _folded(name: str) -> str:
    """What is the same for names that some file system takes for one."""
    return normalize("NFC", name.casefold())


def document_and_reviewer(file: Path, root: Path, reviewer: str) -> tuple[str, str]:
    """What the article of a file below `root` is called, and whose it is, where nothing says it is `reviewer`'s.

    INCEpTION exports a folder for each document, with a file for each reviewer in it.
    """
    if root not in (file.parent, file):
        return file.parent.name, reviewer or file.stem
    return unnumbered(file.stem) if file != root else file.name, reviewer


def beginning(folder: Path, suffix: str) -> bytes:
    """How the first file of that suffix begins, in a folder or in those right below it; empty where there is none."""
    found = min(folder.glob(f"*{suffix}"), default=None) or min(folder.glob(f"*/*{suffix}"), default=None)
    if found is None or not found.is_file():
        return b""
    with found.open("rb") as stream:
        return stream.read(4096)
