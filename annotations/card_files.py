"""What the card of a dataset says of its files: a row a format, how they are loaded, and what they do not hold."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from annotations.card_text import plain, table
from annotations.export import Exported
from annotations.formats.base import EVERYTHING, Format, Part
from annotations.formats.reduced import missing
from annotations.snippets import snippet, whole

LOADED: Final = ("parquet", "jsonl")  # what the hub can show, the best first


@dataclass(frozen=True, slots=True)
class Written:
    """One file of a dataset: its format, its part (train, dev, test), its path in the folder, what the export said."""

    fmt: Format
    part: str
    path: str
    done: Exported


def by_format(written: Sequence[Written]) -> dict[str, list[Written]]:
    """The files of each format."""
    found: dict[str, list[Written]] = {}
    for one in written:
        found.setdefault(one.fmt.name, []).append(one)
    return found


def shown_by_loaders(written: Sequence[Written]) -> list[Written]:
    """The files that a loader takes who is given the folder: those with articles, of the best format for it."""
    full = [one for one in written if one.done.articles]  # the hub takes an empty part for a fault
    shown = next((name for name in LOADED if any(one.fmt.name == name for one in full)), None)
    return [one for one in full if one.fmt.name == shown]


def files(written: Sequence[Written]) -> Iterator[str]:
    """A row a format; each of its files is a part."""
    rows = (
        (
            name,
            ", ".join(one.path for one in some),
            sum(one.done.articles for one in some),
            sum(one.done.spans for one in some),
        )
        for name, some in by_format(written).items()
    )
    yield from table(("format", "files", "articles", "spans"), rows)


def offsets(written: Sequence[Written]) -> Iterator[str]:
    """What the offsets of each format count."""
    yield "## Offsets\n"
    yield "Where a format has offsets, `text[start:end]` is the span, counted in this unit; the end is exclusive.\n"
    units: dict[str, list[str]] = {}
    for name, (one, *_) in by_format(written).items():
        units.setdefault(one.fmt.unit.value, []).append(name)
    yield from table(("unit", "formats"), ((unit, ", ".join(names)) for unit, names in units.items()))


def loading(written: Sequence[Written]) -> Iterator[str]:
    """Lines of Python: for the whole folder where a library takes it, and for a file of each format."""
    yield "## Loading"
    if shown_by_loaders(written):
        yield "\nThe whole folder, by its path (`.` is none that the library takes):\n"
        yield f"```python\n{whole()}\n```"
    yield "\nA file of each format, from inside the folder:"
    for one, *_ in by_format(written).values():
        if code := snippet(one.fmt.name, one.path):
            yield f"\n{plain(one.fmt.title)}:\n"
            yield f"```python\n{code}\n```"


def lacks(written: Sequence[Written]) -> Iterator[str]:
    """What formats do not carry, a line each, with how much of it these data had."""
    formats = {name: some for name, some in by_format(written).items() if missing(some[0].fmt.carries)}
    left = {name: _left(some) for name, some in by_format(written).items()}
    if not formats and not any(left.values()):
        return
    yield "## What formats do not carry\n"
    every = ", ".join(part.value for part in Part)
    yield f"Of all that a dataset may have beside texts and accepted spans ({every}):\n"
    for name, counts in left.items():
        if name in formats or counts:
            carries = formats[name][0].fmt.carries if name in formats else EVERYTHING
            yield f"- {name}: {_carried(carries)}{_told(counts)}"
    if any(left.values()):
        yield "\nWhat was left out is listed beside each file, in one of its name and `.left-out.jsonl`."


def _carried(carries: frozenset[Part]) -> str:
    """What is carried or what is not, whichever is said sooner."""
    without = missing(carries)
    if len(without) <= len(carries):
        return f"all but {', '.join(without)}" if without else "all"
    return f"only {', '.join(part.value for part in Part if part in carries)}" if carries else "nothing of it"


def _left(written: Sequence[Written]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in written:
        total.update(one.done.lacks)
    return total


def _told(left: Counter[str]) -> str:
    return (
        "; left out here: " + ", ".join(f"{count:,} of {kind}" for kind, count in sorted(left.items())) if left else ""
    )
