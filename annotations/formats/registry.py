"""Which formats there are: ours, and those that other packages offer as entry points of the group `variorum.format`.

An entry point names an object with the attributes of `Format`, under the name that `Format.name` says. The code of a
format is imported only when it is asked for.
"""

from difflib import get_close_matches
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Final

from annotations.errors import ExportError
from annotations.formats.base import Format

GROUP: Final = "variorum.format"
HEAD: Final = 4096  # bytes by which a format is recognised
OURS: Final = {
    "jsonl": "annotations.formats.jsonl:JSONL",
    "spacy": "annotations.formats.docbin:DOCBIN",
    "parquet": "annotations.formats.parquet:PARQUET",
    "csv": "annotations.formats.csv_table:CSV",
    "conll2012": "annotations.formats.conll2012:CONLL_2012",
    "mentions": "annotations.formats.mentions:MENTIONS",
    "conllup": "annotations.formats.conllup:CONLLUP",
    "prodigy": "annotations.formats.prodigy:PRODIGY",
    "label-studio": "annotations.formats.label_studio:LABEL_STUDIO",
    "doccano": "annotations.formats.doccano:DOCCANO",
    "doccano-graphemes": "annotations.formats.doccano:GRAPHEMES",
    "w3c": "annotations.formats.w3c:W3C",
    "cas-xmi": "annotations.formats.cas:XMI",
    "cas-json": "annotations.formats.cas:JSON",
    "webanno": "annotations.formats.webanno:WEBANNO",
    "brat": "annotations.formats.brat:BRAT",
    "slate": "annotations.formats.slate:SLATE",
    "spans": "annotations.formats.spans:SPANS",
    "bilou": "annotations.formats.bilou:BILOU",
    "iob2": "annotations.formats.iob2:IOB2",
}
"""Where each of our formats is; the order is that in which a file is tried, and that of the list."""


def format_names() -> tuple[str, ...]:
    """The names of all formats, ours first. Imports nothing."""
    return (*OURS, *sorted(_foreign()))


def format_named(name: str) -> Format:
    """The format called `name`; ours win over others of the same name.

    Raises ExportError, with the nearest names, when there is none, and when another package's format does not load.
    """
    if name in OURS:
        return _ours(name)
    entry = _foreign().get(name)
    if entry is None:
        names = format_names()
        near = get_close_matches(name, names, n=3, cutoff=0.7) or names
        raise ExportError(f"no format is called {name!r}", todo=f"there is {', '.join(near)}")
    return _loaded(entry)


def our_formats() -> list[Format]:
    """Our formats, in their order."""
    return [_ours(name) for name in OURS]


def all_formats() -> tuple[list[Format], list[str]]:
    """Every format that loads, ours first, and one line of warning for each that does not."""
    formats, warnings = our_formats(), list[str]()
    for _, entry in sorted(_foreign().items()):
        try:
            formats.append(_loaded(entry))
        except ExportError as error:
            warnings.append(str(error))
    return formats, warnings


def recognised(path: Path) -> Format | None:
    """The first format that a file or folder looks like; None for none. Raises OSError."""
    head = b""
    if not path.is_dir():
        with path.open("rb") as stream:
            head = stream.read(HEAD)
    formats, _ = all_formats()
    return next((fmt for fmt in formats if fmt.begins(path, head)), None)


@cache
def _ours(name: str) -> Format:
    module, _, attribute = OURS[name].partition(":")
    found: Format = getattr(import_module(module), attribute)
    return found


def _foreign() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP) if entry.name not in OURS}


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
