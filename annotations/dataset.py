"""A dataset as a folder: the data in one or more formats and parts, a card that says what it is, and the hashes.

It lies beside its place until it is whole, and every file in it was read back.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Final

from annotations.card import card
from annotations.card_files import Written
from annotations.choice import Choice, gold
from annotations.chosen_labels import labels_in
from annotations.errors import ExportError
from annotations.export import REMEDY, Exported, export, sync
from annotations.formats.base import Format, numbered
from annotations.gold import GoldStory
from annotations.labels import LabelSet
from annotations.splits import Splits
from annotations.store import Store
from annotations.summary import Summary, summary

SUMS: Final = "SHA256SUMS"
CARD: Final = "README.md"
DATA: Final = "data"
WHOLE: Final = "train"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a dataset is to be: its `title`, `license` and `about` in words, which decisions, formats and parts."""

    title: str
    license: str
    about: str
    choice: Choice
    formats: Sequence[Format]
    splits: Splits | None
    labels: LabelSet
    program: str


@dataclass(slots=True)
class Made:
    """What was made: a line for each file, how the parts are made up, and which are `empty` and have no files."""

    written: list[Written] = field(default_factory=list)
    parts: dict[str, Summary] = field(default_factory=dict)
    empty: tuple[str, ...] = ()

    @property
    def lacks(self) -> bool:
        """Whether any file lacks anything."""
        return any(one.done.lacks for one in self.written)


def make(store: Store, wanted: Wanted, folder: Path) -> Made:
    """Write a dataset into a new or empty folder. Raises ExportError and ProjectError; then nothing is there."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportError("there is something already", where=str(folder), todo="name a new folder, or an empty one")
    beside = folder.absolute().with_name(f".variorum-{token_hex(8)}.tmp")
    try:
        beside.mkdir()
        (beside / DATA).mkdir()
        made = _filled(store, wanted, beside)
        (beside / CARD).write_text(card(wanted, made), encoding="utf-8", newline="\n")
        (beside / SUMS).write_text("".join(_sums(beside)), encoding="utf-8", newline="\n")
        for path in (beside / CARD, beside / SUMS, beside / DATA, beside):
            sync(path)
        if folder.exists():
            folder.rmdir()
        beside.replace(folder.absolute())
        sync(folder.absolute().parent)
    except OSError as error:
        todo = REMEDY.get(error.errno or 0, "name another folder")
        raise ExportError(error.strerror or str(error), where=str(folder), todo=todo) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return made


def _filled(store: Store, wanted: Wanted, folder: Path) -> Made:
    names = wanted.splits.names if wanted.splits is not None else (WHOLE,)
    counted = {name: summary(_part(store, wanted, name)()) for name in names}
    full = [name for name in names if counted[name].articles] or names[:1]
    made = Made([], {name: counted[name] for name in full}, tuple(name for name in names if name not in full))
    labels = labels_in(store, wanted.choice)
    for name in full:
        stories = _part(store, wanted, name)
        for fmt in wanted.formats:
            path = folder / DATA / _place(fmt, name, wanted.formats)
            path.parent.mkdir(exist_ok=True)
            done = export(stories, numbered(fmt, labels), path)
            made.written.append(Written(fmt, name, path.relative_to(folder).as_posix(), _inside(done, folder)))
    return made


def _place(fmt: Format, part: str, formats: Sequence[Format]) -> Path:
    """Where a part lies in the folder of the data; formats whose files end alike have a folder each."""
    alone = bool(fmt.suffix) and sum(one.suffix == fmt.suffix for one in formats) == 1
    return Path(f"{part}{fmt.suffix}") if alone else Path(fmt.name, f"{part}{fmt.suffix}")


def _part(store: Store, wanted: Wanted, name: str) -> Callable[[], Iterable[GoldStory]]:
    def stories() -> Iterable[GoldStory]:
        found = gold(store, wanted.choice)
        return found if wanted.splits is None else wanted.splits.taken(found, name)

    return stories


def _inside(done: Exported, folder: Path) -> Exported:
    """What was exported, its files as they are called in the dataset."""
    side = done.side.relative_to(folder) if done.side is not None else None
    return replace(done, path=done.path.relative_to(folder), side=side)


def _sums(folder: Path) -> Iterator[str]:
    """The hash of every file, as `sha256sum --check` reads them."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != SUMS:
            with path.open("rb") as stream:
                digest = sha256()
                while piece := stream.read(1 << 20):
                    digest.update(piece)
            yield f"{digest.hexdigest()}  {path.relative_to(folder).as_posix()}\n"
