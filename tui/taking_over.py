"""Datasets that are taken into a project, as a person at a terminal sees it: which paths are some and what comes in."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from annotations.dataset_check import Sound, check
from annotations.dataset_decisions import ANNOTATION, KNOWN, NEW, OTHERWISE
from annotations.errors import ReadError
from annotations.formats.base import Format, How
from annotations.formats.registry import format_named, recognised
from annotations.store import Store
from annotations.takeover import TakenOver, Terms, take_over
from corpus.display import shown_line
from corpus.offsets import Unit
from tui.config import current
from tui.console import count
from tui.opening import reviewer_called
from tui.version import VERSION

_KINDS: Final = {
    ANNOTATION: "annotation",
    "statement": "statement",
    "tie": "tie",
    "relation": "relation",
    "finished": "finished article",
}
_OUTCOMES: Final = {NEW: "new", KNOWN: "there already", OTHERWISE: "decided otherwise there, which stays"}


@dataclass(frozen=True, slots=True)
class Dataset:
    """A path that is a dataset, its format, and what was found when all of it was read."""

    path: Path
    fmt: Format
    sound: Sound


@dataclass(frozen=True, slots=True)
class Wanted:
    """How datasets are to be taken in: as the options of `variorum import` say."""

    reviewer: str
    program: str
    unit: Unit | None = None
    proposals: bool = False
    model: str = ""
    dry: bool = False

    def terms(self, path: Path) -> Terms:
        """The terms for one dataset; a model without a name is called as its file."""
        return Terms(self.reviewer, self.program, self.model or path.name, self.unit, self.proposals, self.dry)


def wanted_of(*, reviewer: str | None, manner: str, unit: str | None, model: str, dry: bool) -> Wanted:
    """What the options say. Raises VariorumError for settings with a mistake."""
    who = reviewer_called(reviewer, current(os.environ))
    return Wanted(who, f"variorum {VERSION}", Unit(unit) if unit else None, manner == "proposals", model, dry)


def sorted_out(paths: Sequence[Path], name: str) -> tuple[list[tuple[Path, Format]], list[Path]]:
    """Which paths are datasets, with their formats, and which hold articles. With a `name`, all are of that format.

    Raises ExportError for a format that there is not.
    """
    if name:
        fmt = format_named(name)
        return [(path, fmt) for path in paths], []
    datasets: list[tuple[Path, Format]] = []
    rest: list[Path] = []
    for path in paths:
        found = _recognised(path)
        if found is None:
            rest.append(path)
        else:
            datasets.append((path, found))
    return datasets, rest


def _recognised(path: Path) -> Format | None:
    try:
        return recognised(path)
    except OSError:  # a pattern, or nothing: whoever reads articles says what it is
        return None


def examined(given: Sequence[tuple[Path, Format]], unit: Unit | None) -> tuple[list[Dataset], list[str]]:
    """The datasets without faults, and a line for each that has one."""
    found: list[Dataset] = []
    faults: list[str] = []
    for path, fmt in given:
        try:
            found.append(Dataset(path, fmt, check(fmt, path, How(unit))))
        except ReadError as error:
            faults.append(f"{error} (nothing of it was taken in)")
    return found, faults


def taken(store: Store, datasets: Sequence[Dataset], wanted: Wanted) -> Iterator[str]:
    """Take datasets in, with a line or more for each. Raises ProjectError."""
    for one in datasets:
        terms = wanted.terms(one.path)
        done = take_over(store, one.fmt, one.path, terms, one.sound)
        if one.sound.unread:
            left = (f"{number:,} {what}" for what, number in sorted(one.sound.unread.items()))
            yield f"{one.path}: left out, as they have no place here: {shown_line(', '.join(left))}"
        if done.unnamed:
            yield f"{one.path}: decisions of nobody in particular are those of {wanted.reviewer}"
        if done.lost:
            yield f"{one.path}: {count(done.lost, 'relation')} left out, whose ends are not in the dataset"
        if done.left:
            yield f"{one.path}: {done.left:,} ties, statements and relations left out, which are no proposals"
        yield f"{one.path} ({one.fmt.name}): {'would come in: ' * wanted.dry}{summary(done, terms)}"


def summary(done: TakenOver, terms: Terms) -> str:
    """What came in, in one line."""
    parts = [f"{count(done.added, 'article')} new, {done.known:,} there already"]
    parts += (f"{who}: {', '.join(_decided(done, who))}" for who in sorted({who for who, _, _ in done.tally}))
    if terms.proposals or done.offers or done.offered:
        parts.append(f"{count(done.offers, 'proposal')} new, {done.offered:,} there already")
    return "; ".join(parts)


def _decided(done: TakenOver, who: str) -> Iterator[str]:
    """What of a reviewer came in: annotations, and whatever else there is."""
    for kind, noun in _KINDS.items():
        for outcome, words in _OUTCOMES.items():
            number = done.tally[who, kind, outcome]
            if number or (kind == ANNOTATION and outcome != OTHERWISE):
                yield f"{count(number, noun) if outcome == NEW or kind != ANNOTATION else f'{number:,}'} {words}"
