"""Datasets that are taken into a project, as a person at a terminal sees it: which paths are some and what comes in."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from annotations.dataset_archives import dataset_in
from annotations.dataset_check import Sound, check
from annotations.dataset_decisions import ANNOTATION, KNOWN, NEW, OTHERWISE, TWICE
from annotations.dataset_folders import Dataset as FoundDataset
from annotations.dataset_folders import Found, files_of, found_in, owner
from annotations.errors import ReadError
from annotations.formats.base import Format, How
from annotations.formats.registry import ANY_ENCODING, all_formats, format_named
from annotations.store import Store
from annotations.takeover import TakenOver, Terms, take_over
from corpus.display import shown_line
from corpus.errors import VariorumError
from corpus.offsets import Unit
from corpus.sources import inputs, matching
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
_OUTCOMES: Final = {
    NEW: "new",
    KNOWN: "there already",
    OTHERWISE: "decided otherwise there, which stays",
    TWICE: "said twice in the file, the first stays",
}


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
    encoding: str = ""

    def terms(self, path: Path) -> Terms:
        """The terms for one dataset; a model without a name is called as its file."""
        model = self.model or path.name
        return Terms(self.reviewer, self.program, model, self.unit, self.proposals, self.dry, self.encoding)


def wanted_of(
    *, reviewer: str | None, manner: str, unit: str | None, model: str, dry: bool, encoding: str | None
) -> Wanted:
    """What the options say. Raises VariorumError for settings with a mistake."""
    who = reviewer_called(reviewer, current(os.environ))
    counted = Unit(unit) if unit else None
    return Wanted(who, f"variorum {VERSION}", counted, manner == "proposals", model, dry, encoding or "")


@dataclass(slots=True)
class Sorted:
    """What paths are: `datasets`, and paths with articles (`rest`), below which what is `apart` is none.

    `faults` are lines about what cannot be taken in, `lines` about what else there is to know.
    """

    datasets: list[tuple[Path, Format]] = field(default_factory=list)
    rest: list[Path] = field(default_factory=list)
    apart: frozenset[Path] = frozenset()
    faults: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def sorted_out(paths: Sequence[Path], name: str) -> Sorted:
    """Which paths are datasets or hold some, with their formats, and which hold articles.

    With a `name`, all are of that format; of a folder then the files count that end so. Raises ExportError for a format
    that there is not.
    """
    given = [one for path in paths for one in matching(path) or [path]]
    if name:
        return _all_of(given, format_named(name))
    found, rest, there, formats = Found(), list[Path](), set(given), all_formats()[0]
    for path in given:
        if owner(path) in there:
            continue
        own = found_in(path, formats)
        found.add(own)
        if path not in own.apart and not (own.datasets and next(inputs([path], own.apart), None) is None):
            rest.append(path)
    datasets = [(one.path, one.fmt) for one in found.datasets]
    return Sorted(datasets, rest, frozenset(found.apart), [], list(_told(found, formats)))


def _all_of(paths: Sequence[Path], fmt: Format) -> Sorted:
    found = Sorted()
    for path in paths:
        files = files_of(path, fmt) if fmt.suffix and path.is_dir() else [path]
        found.datasets += ((one, fmt) for one in files)
        if not files:
            found.faults.append(f"{path}: no file in this folder ends in {fmt.suffix}, as those of {fmt.name} do")
    return found


def _told(found: Found, formats: Sequence[Format]) -> Iterator[str]:
    """Lines about what looks like a dataset and is not taken in as one."""
    if found.doubles:
        yield _left_beside(found.doubles)
    for path in found.archives:
        member = dataset_in(path, formats)
        if member is not None:
            what = f"{member[0]} in it looks like a dataset ({member[1].name}), but comes in without its annotations"
            yield f"{path}: {what}: unpack it to have them"


def _left_beside(doubles: Sequence[FoundDataset]) -> str:
    """One line for all that is in a format beside a better one."""
    if len(doubles) == 1:
        [one] = doubles
        return f"{one.path} ({one.fmt.name}): left out, as another format beside it holds no less"
    where = os.path.commonpath([one.path for one in doubles])
    names = ", ".join(dict.fromkeys(one.fmt.name for one in doubles))
    return f"{where}: {len(doubles):,} of {names} left out, as another format beside them holds no less"


def refuse_unused(given: Sequence[tuple[Path, Format]], *, fields: bool, encoding: bool, repair: bool) -> None:
    """Raises VariorumError where an option is given that says how articles are read, and nothing of a dataset.

    Repaired texts would be other ones than those that the offsets of a dataset count in.
    """
    for path, fmt in given:
        unused = {"--field": fields, "--encoding": encoding and fmt.name not in ANY_ENCODING, "--repair": repair}
        for option in (name for name, said in unused.items() if said):
            what = f"{option} is for articles, and this is a dataset ({fmt.name})"
            raise VariorumError(what, where=str(path), todo="import datasets in a call without it")


def examined(given: Sequence[tuple[Path, Format]], wanted: Wanted) -> tuple[list[Dataset], list[str]]:
    """The datasets without faults, and a line for each that has one."""
    found: list[Dataset] = []
    faults: list[str] = []
    for path, fmt in given:
        try:
            found.append(Dataset(path, fmt, check(fmt, path, How(wanted.unit, encoding=wanted.encoding))))
        except ReadError as error:
            faults.append(f"{error} (nothing of it was taken in)")
    return found, faults


def _worth_a_word(datasets: Sequence[Dataset]) -> Sequence[Dataset]:
    """Those that hold anything; all where none does."""
    return [one for one in datasets if one.sound.articles or one.sound.unread] or datasets


def taken(store: Store, datasets: Sequence[Dataset], wanted: Wanted) -> Iterator[str]:
    """Take datasets in, with a line or more for each; nothing of empty ones beside others. Raises ProjectError."""
    for one in _worth_a_word(datasets):
        terms = wanted.terms(one.path)
        done = take_over(store, one.fmt, one.path, terms, one.sound)
        yield from (f"{one.path}: {line}" for line in _found(one.sound))
        if done.unnamed:
            yield f"{one.path}: decisions of nobody in particular are those of {wanted.reviewer}"
        if done.lost:
            yield f"{one.path}: {count(done.lost, 'relation')} left out, whose ends are not in the dataset"
        if done.clustered:
            ties = count(done.clustered, "tie")
            yield f"{one.path}: {ties} of names made from its clusters, which are those of {wanted.reviewer}"
        if done.scores:
            yield f"{one.path}: {count(done.scores, 'score')} left out, as only proposals have one (--as proposals)"
        if said := [f"{number:,} {what}" for what, number in sorted(done.refused.items()) if number]:
            yield f"{one.path}: {', '.join(said)} left out, which are no proposals"
        if done.left:
            yield f"{one.path}: {done.left:,} ties, statements and relations left out, which are no proposals"
        yield f"{one.path} ({one.fmt.name}): {'would come in: ' * wanted.dry}{summary(done, terms)}"


def _found(sound: Sound) -> Iterator[str]:
    """Lines about what was found when a dataset was read."""
    if sound.inside:
        yield f"{sound.inside:,} of {count(sound.spans, 'span')} begin or end inside a word"
    if sound.shared:
        names = f"{count(sound.shared, 'name')}, such as {shown_line(sound.first[:60])}"
        yield f"several texts under one name ({names}): those that are alike are versions of one article"
    if sound.unread:
        left = (f"{number:,} {what}" for what, number in sorted(sound.unread.items()))
        yield f"left out, as they have no place here: {shown_line(', '.join(left))}"


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
            if number or (kind == ANNOTATION and outcome in {NEW, KNOWN}):
                yield f"{count(number, noun) if outcome == NEW or kind != ANNOTATION else f'{number:,}'} {words}"
