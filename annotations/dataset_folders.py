"""Which files and folders below a folder are datasets, and which only belong to one: nothing of them is an article.

A folder may be a dataset as a whole, as those of brat are. In any other one each file is looked at by itself, and each
folder in it likewise. Of a dataset that `variorum dataset` made in several formats, the one that holds most is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from annotations.dataset import CARD, DATA, SUMS
from annotations.formats.base import Format
from annotations.formats.brat import INDEX
from annotations.formats.cas_files import TYPE_SYSTEM
from annotations.formats.columns import OFFSETS
from annotations.formats.csv_table import BESIDE
from annotations.formats.registry import OURS, by_suffix, recognised
from annotations.formats.shared.side_texts import SUFFIX as TEXTS
from annotations.losses import SUFFIX as LEFT_OUT
from corpus.readers.source import natural_key

SIDES: Final = (BESIDE, TEXTS, OFFSETS, LEFT_OUT)
"""What the names of files that lie beside a dataset have added."""
_SMALL: Final = 10  # bytes; an array without records has a few
ARCHIVES: Final = (".zip", ".gz", ".zst", ".zstd")


class Dataset(NamedTuple):
    """A file or folder and its format."""

    path: Path
    fmt: Format


@dataclass(slots=True)
class Found:
    """What was found: `datasets`, what is no article therefore (`apart`, files and folders), and `archives`.

    `doubles` are datasets that hold the same as another one and less of it.
    """

    datasets: list[Dataset] = field(default_factory=list)
    apart: set[Path] = field(default_factory=set)
    archives: list[Path] = field(default_factory=list)
    doubles: list[Dataset] = field(default_factory=list)

    def add(self, other: "Found") -> None:
        """Take in what was found elsewhere."""
        self.datasets += other.datasets
        self.apart |= other.apart
        self.archives += other.archives
        self.doubles += other.doubles


def found_in(path: Path, formats: Sequence[Format]) -> Found:
    """What of `formats` a file or a folder holds; nothing for what is neither, or cannot be read."""
    search = _Search(formats)
    return search.folder(path) if path.is_dir() else search.file(path)


def files_of(folder: Path, fmt: Format) -> list[Path]:
    """All files below a folder that end as those of a format do, but for what lies beside a dataset or is hidden."""
    wanted = (one for one in folder.rglob(f"*{fmt.suffix}") if one.is_file() and owner(one) is None)
    visible = (one for one in wanted if not any(part.startswith(".") for part in one.relative_to(folder).parts))
    return sorted(visible, key=natural_key)


def owner(path: Path) -> Path | None:
    """The dataset to which a file belongs that lies beside it; None for any other file."""
    owners = (path.with_name(path.name.removesuffix(side)) for side in SIDES if path.name.endswith(side))
    return next((one for one in owners if one.name and one.exists()), None)


class _Search:
    """One search; a folder is looked at once, however many links lead there."""

    def __init__(self, formats: Sequence[Format]) -> None:
        self._formats = formats
        self._seen: set[tuple[int, int]] = set()

    def file(self, path: Path) -> Found:
        """What a file is."""
        try:
            fmt = recognised(path, self._formats) or by_suffix(path, self._formats) if path.is_file() else None
        except OSError:  # who reads articles says what is wrong
            return Found()
        if fmt is not None:
            return Found([Dataset(path, fmt)], {path})
        return Found(archives=[path] if path.name.lower().endswith(ARCHIVES) else [])

    def folder(self, folder: Path, *, ours: bool = False) -> Found:
        """What a folder holds; `ours` says that it lies in a dataset that we made."""
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in self._seen:
                return Found()
            self._seen.add((status.st_dev, status.st_ino))
            whole = recognised(folder, self._formats)
            entries = sorted((one for one in folder.iterdir() if not one.name.startswith(".")), key=natural_key)
        except OSError:
            return Found()
        is_made = {SUMS, DATA} <= {one.name for one in entries}
        is_made = is_made or (folder.name == DATA and (folder.parent / SUMS).is_file())
        found, direct = self._entries(entries, whole, ours=ours or is_made)
        if is_made:
            found.apart |= {folder / CARD, folder / SUMS}
            _without_doubles(found)
        others = [one for one in found.datasets if one.fmt is not whole]
        if whole is None or (not direct and (ours or others or any(map(_is_exact, entries)))):
            return found
        return Found([Dataset(folder, whole), *others], {folder}, found.archives, found.doubles)

    def _entries(self, entries: Sequence[Path], whole: Format | None, *, ours: bool) -> tuple[Found, bool]:
        """What the entries of a folder are, and whether the folder itself holds files of the format `whole`."""
        found, direct = Found(), False
        for one in entries:
            if one.is_dir():
                found.add(self.folder(one, ours=ours))
            elif owner(one) is not None:
                found.apart.add(one)
            elif whole is not None and one.name == INDEX:
                direct = True
            elif ours and _is_empty(one):
                found.apart.add(one)
            else:
                own = self.file(one)
                direct = direct or any(each.fmt is whole for each in own.datasets)
                found.add(own)
        return found, direct


def _is_empty(path: Path) -> bool:
    """Whether a file that we made holds nothing, as of a part without stories."""
    if path.name == TYPE_SYSTEM:
        return True
    try:
        return path.stat().st_size < _SMALL and b"".join(path.read_bytes().split()) in (b"", b"[]")
    except OSError:  # who reads articles says what is wrong
        return False


def _is_exact(path: Path) -> bool:
    """Whether a folder has the index, or the texts beside it, with which it was written here."""
    return (path / INDEX).is_file() or path.with_name(path.name + TEXTS).is_file()


def _without_doubles(found: Found) -> None:
    """Of each part of a dataset leave the format that carries most, and of several such ones the first of the list."""
    best: dict[str, Dataset] = {}
    for one in found.datasets:
        before = best.get(_part(one))
        if before is None or _worth(one.fmt) > _worth(before.fmt):
            best[_part(one)] = one
    found.doubles += [one for one in found.datasets if one not in best.values()]
    found.datasets[:] = best.values()


def _worth(fmt: Format) -> tuple[int, int]:
    """How much a format carries, and how early it stands in the list of formats."""
    ours = list(OURS)
    return len(fmt.carries), -(ours.index(fmt.name) if fmt.name in OURS else len(ours))


def _part(one: Dataset) -> str:
    return one.path.name.removesuffix(one.fmt.suffix)
