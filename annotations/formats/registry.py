"""Which formats there are: ours, and those that other packages offer as entry points of the group `variorum.format`.

An entry point names an object with the attributes of `Format`, under the name that `Format.name` says. Other packages'
code is imported only when it is asked for.
"""

from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from annotations.errors import ExportError
from annotations.formats.base import Format
from annotations.formats.docbin import DOCBIN
from annotations.formats.jsonl import JSONL

GROUP: Final = "variorum.format"
OURS: Final[tuple[Format, ...]] = (JSONL, DOCBIN)


def format_names() -> tuple[str, ...]:
    """The names of all formats, ours first. Imports nothing."""
    return (*(fmt.name for fmt in OURS), *sorted(_foreign()))


def format_named(name: str) -> Format:
    """The format called `name`; ours win over others of the same name.

    Raises ExportError, with the nearest names, when there is none, and when another package's format does not load.
    """
    for fmt in OURS:
        if fmt.name == name:
            return fmt
    entry = _foreign().get(name)
    if entry is None:
        names = format_names()
        near = get_close_matches(name, names, n=3, cutoff=0.7) or names
        raise ExportError(f"no format is called {name!r}", todo=f"there is {', '.join(near)}")
    return _loaded(entry)


def all_formats() -> tuple[list[Format], list[str]]:
    """Every format that loads, ours first, and one line of warning for each that does not."""
    formats: list[Format] = [*OURS]
    warnings: list[str] = []
    for _, entry in sorted(_foreign().items()):
        try:
            formats.append(_loaded(entry))
        except ExportError as error:
            warnings.append(str(error))
    return formats, warnings


def _foreign() -> dict[str, EntryPoint]:
    ours = {fmt.name for fmt in OURS}
    return {entry.name: entry for entry in entry_points(group=GROUP) if entry.name not in ours}


def _loaded(entry: EntryPoint) -> Format:
    """Raises ExportError, whatever the other package's code raises."""
    try:
        found = entry.load()
    except Exception as error:
        raise _broken(entry, f"{type(error).__name__}: {error}") from error
    if not isinstance(found, Format):
        raise _broken(entry, f"{entry.value} is not a format")
    if found.name != entry.name:
        raise _broken(entry, f"it calls itself {found.name!r}")
    return found


def _broken(entry: EntryPoint, why: str) -> ExportError:
    package = entry.dist.name if entry.dist else entry.module
    return ExportError(
        f"format {entry.name!r} does not load: {why}", where=package, todo="update or uninstall that package"
    )
