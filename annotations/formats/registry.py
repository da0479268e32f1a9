"""Which formats there are: ours, and those that other packages offer as entry points of the group `variorum.format`.

An entry point names an object with the attributes of `Format`, under the name that `Format.name` says. The code of a
format is imported only when it is asked for.
"""

from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Final

from annotations.errors import ExportError, ExportUsageError
from annotations.formats.base import Format
from corpus.readers.registry import SUFFIXES, suffix_of

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
    "spacy-json": "annotations.formats.spacy_json:SPACY_JSON",
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

ALSO: Final = {".iob": "iob2", ".iob2": "iob2", ".bio": "iob2", ".conllu": "conllup", ".ann": "brat"}
"""Suffixes of files that others write, each with the format that they are of."""

ANY_ENCODING: Final = frozenset(("iob2", "bilou", "conll2012", "conllup", "brat", "slate", "csv"))
"""The formats whose files of plain text may be in another encoding than UTF-8, where a person says so."""


def format_names() -> tuple[str, ...]:
    """The names of all formats, ours first. Imports nothing."""
    return (*OURS, *sorted(_foreign()))


def format_named(name: str) -> Format:
    """The format called `name`; ours win over others of the same name.

    Raises ExportUsageError, with the nearest names, when there is none, and ExportError when another package's format
    does not load.
    """
    if name in OURS:
        return _ours(name)
    entry = _foreign().get(name)
    if entry is None:
        names = format_names()
        near = get_close_matches(name, names, n=3, cutoff=0.7) or names
        raise ExportUsageError(f"no format is called {name!r}", todo=f"there is {', '.join(near)}")
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


def recognised(path: Path, formats: Sequence[Format] | None = None) -> Format | None:
    """The first of `formats`, or of all, that a file or folder looks like; None for none. Raises OSError."""
    head = b""
    if not path.is_dir():
        with path.open("rb") as stream:
            head = stream.read(HEAD)
    given = all_formats()[0] if formats is None else formats
    return next((fmt for fmt in given if fmt.begins(path, head)), None)


def by_suffix(path: Path, formats: Sequence[Format]) -> Format | None:
    """The format whose files end as this one, where no file of articles does: what it is, if anything."""
    suffix = suffix_of(path.name)
    if not suffix or suffix in SUFFIXES:
        return None
    if suffix in ALSO:
        return _ours(ALSO[suffix])
    return next((fmt for fmt in formats if fmt.suffix == suffix), None)


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
