"""Which readers there are: ours, and those that other packages offer as entry points of the group `variorum.reader`.

A reader's module is imported when the first of its files is met. Another package's code is imported only where a file
is met that none of ours knows by its suffix.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Final

from corpus.errors import CorpusError
from corpus.readers.base import Reader
from corpus.readers.source import Source

GROUP: Final = "variorum.reader"


@dataclass(frozen=True, slots=True)
class Row:
    """One of our readers: the module whose READER it is, and the suffixes of its files."""

    module: str
    suffixes: tuple[str, ...]


OURS: Final = (
    Row("plain", (".txt", ".text", ".md", ".markdown")),
    Row("json_lines", (".jsonl", ".ndjson", ".json")),
    Row("html", (".html", ".htm", ".xhtml")),
    Row("table", (".csv", ".tsv", ".tab")),
    Row("feed", (".rss", ".atom", ".rdf", ".xml")),
    Row("parquet", (".parquet",)),
    Row("zipped", (".zip",)),
    Row("packed", (".gz", ".zst", ".zstd")),
)
SUFFIXES: Final = tuple(suffix for row in OURS for suffix in row.suffixes)

_PROJECTS: Final = ".variorum"  # and what SQLite keeps beside them; asking other packages takes 40 ms
_PACKED: Final = OURS[-1].suffixes
_MODULES: Final = {suffix: row.module for row in OURS for suffix in row.suffixes}
_REFUSED: Final = {
    "a tar archive": (".tar", ".tgz", ".tbz", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst"),
    "an archive of another kind": (".7z", ".rar", ".bz2", ".xz", ".lz4", ".br"),
    "a PDF": (".pdf",),
    "a word processor's file": (".doc", ".docx", ".odt", ".rtf", ".pages"),
    "a spreadsheet": (".xls", ".xlsx", ".ods"),
    "a book": (".epub", ".mobi"),
}
_MAGIC: Final = (
    (b"PAR1", "parquet"),
    (b"\x1f\x8b", "packed"),
    (b"\x28\xb5\x2f\xfd", "packed"),
    (b"PK\x03\x04", "zipped"),
    (b"PK\x05\x06", "zipped"),
)
_FOREIGN_MAGIC: Final = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a word processor's file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a word processor's file"),
    (b"7z\xbc\xaf\x27\x1c", "an archive of another kind"),
    (b"Rar!\x1a\x07", "an archive of another kind"),
    (b"BZh", "an archive of another kind"),
    (b"\xfd7zXZ\0", "an archive of another kind"),
)
_SNIFFED: Final = ("json_lines", "feed", "html")  # in this order, what begins as none of them is plain
_MARKS: Final = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))


def suffix_of(name: str) -> str:
    """The suffix of a file's name in small letters, with its dot."""
    stem, dot, suffix = name.rpartition(".")
    return dot + suffix.lower() if stem and "/" not in suffix else ""


def is_readable(name: str) -> bool:
    """Whether a file of that name is read where nobody named it: in a folder or an archive."""
    suffix = suffix_of(name)
    if suffix in _PACKED:
        inner = suffix_of(name[: -len(suffix)])
        return inner in _MODULES and inner not in _PACKED
    if suffix in _MODULES or not suffix or suffix.startswith(_PROJECTS):
        return suffix in _MODULES
    return any(suffix in reader.suffixes for reader in foreign()[0])


def is_ours(name: str) -> bool:
    """Whether we know files of that name without asking other packages."""
    return suffix_of(name) in _MODULES


def reader_for(source: Source, fields: Collection[str] = ()) -> Reader:
    """The reader of `source`, by its name, else by its beginning. Raises CorpusError for a kind that is not read.

    `fields` are names of fields that a person gave: a first line that holds one is that of a table.
    """
    name = source.name.lower()
    for kind, suffixes in _REFUSED.items():
        if name.endswith(suffixes):
            raise _refused(kind)
    suffix = suffix_of(name)
    if suffix in _MODULES:
        return _ours(_MODULES[suffix])
    by_suffix = next((reader for reader in foreign()[0] if suffix and suffix in reader.suffixes), None)
    return by_suffix or _sniffed(source.head(), fields)


@cache
def foreign() -> tuple[tuple[Reader, ...], tuple[CorpusError, ...]]:
    """The readers of other packages, and one trouble for each that does not load."""
    from importlib.metadata import entry_points  # noqa: PLC0415 (slow to import, and seldom asked for)

    readers: list[Reader] = []
    troubles: list[CorpusError] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        package = entry.dist.name if entry.dist else entry.module
        try:
            readers.append(_checked(entry.load(), entry.name))
        except Exception as error:  # noqa: BLE001 (another package's code may raise anything)
            what = f"reader {entry.name!r} does not load: {type(error).__name__}: {error}"
            troubles.append(CorpusError(what, where=package, todo="update or uninstall that package"))
    return tuple(readers), tuple(troubles)


def refuse_tar(head: bytes) -> None:
    """Raise CorpusError where a tar archive begins."""
    if head[257:262] == b"ustar":
        raise _refused("a tar archive")


def _checked(found: Any, name: str) -> Reader:
    if not isinstance(found, Reader):
        raise TypeError("it is not a reader")
    if found.name != name:
        raise ValueError(f"it calls itself {found.name!r}")
    return found


def _ours(module: str) -> Reader:
    reader: Reader = import_module(f"corpus.readers.{module}").READER
    return reader


def _sniffed(head: bytes, fields: Collection[str]) -> Reader:
    for magic, kind in _FOREIGN_MAGIC:
        if head.startswith(magic):
            raise _refused(kind)
    refuse_tar(head)
    for magic, module in _MAGIC:
        if head.startswith(magic):
            return _ours(module)
    return _worded(head, fields)


def _worded(head: bytes, fields: Collection[str]) -> Reader:
    for mark, codec in _MARKS:
        if head.startswith(mark):
            head = head[len(mark) :].decode(codec, "replace").encode()
            break
    start = head.lstrip()
    ours = [_ours(module) for module in _SNIFFED] if start[:1] in {b"{", b"[", b"<"} else []
    found = next((reader for reader in ours if reader.begins(start)), None)
    found = found or next((reader for reader in foreign()[0] if reader.begins(head)), None)
    return found or _ours("table" if _is_table(start, fields) else "plain")


def _is_table(head: bytes, fields: Collection[str]) -> bool:
    if not any(separator in head.split(b"\n", 1)[0] for separator in (b",", b";", b"\t", b"|")):
        return False
    columns: Collection[str] = import_module("corpus.readers.table").columns(head)
    named = {name.casefold() for name in columns}
    return _ours("table").begins(head) or any(field.casefold() in named for field in fields)


def _refused(kind: str) -> CorpusError:
    return CorpusError(f"{kind} is not read", todo="give the texts in it as files, or as JSON Lines")
