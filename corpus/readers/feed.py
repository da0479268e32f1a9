"""Feeds: RSS 0.9 to 2.0 and Atom, one article an entry, with the markup in it turned to text.

A person may name an entry's elements as the fields of other records; else the best of them is taken for each.

The standard library's expat reads the elements. Any DTD is refused before it can define anything.
"""

import codecs
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final
from xml.parsers import expat

from corpus.decode import GUESSED_FROM, Encoding, encoding_of
from corpus.errors import CorpusError
from corpus.fields import Fields, Record, written
from corpus.readers.base import Options, Outcome, notices
from corpus.readers.blocks import BLOCK
from corpus.readers.markup import text_of
from corpus.readers.records import articles
from corpus.readers.source import LARGEST, Source

_ROOTS: Final = (b"<rss", b"<feed", b"<rdf:rdf", b"<channel")
_FEEDS: Final = frozenset(("rss", "feed", "RDF", "channel"))
_ENTRIES: Final = frozenset(("item", "entry"))
_ATOM: Final = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
# Elements of other namespaces (pictures, podcasts) have the same names and mean something else.
_NAMESPACES: Final = frozenset(
    (
        "",
        *_ATOM,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://www.w3.org/1999/xhtml",
        "http://purl.org/rss/1.0/",
        "http://purl.org/rss/1.0/modules/content/",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
    )
)
_DECLARATION: Final = 200  # bytes
_DEEPEST: Final = 200  # elements in each other
_MANY: Final = 1000  # elements of an entry
# Which of an entry's elements say what, the best first.
_TEXT: Final = ("encoded", "content", "description", "summary")
_DATE: Final = ("pubDate", "published", "date", "issued", "created", "updated", "modified")
_USED: Final = frozenset((*_TEXT, *_DATE, "title", "source", "link", "guid", "id", "author", "creator", "language"))
_SHOWN: Final = ("text", "title", "source")  # what is read by people, and may be markup
_MARKED_UP: Final = frozenset(("html", "xhtml", "text/html", "application/xhtml+xml"))


class Feed:
    """RSS and Atom."""

    name: Final = "feed"
    suffixes: Final = (".rss", ".atom", ".rdf", ".xml")

    def begins(self, head: bytes) -> bool:
        """Whether a feed's first element is near."""
        start = head[:4096].lower()
        return any(root in start for root in _ROOTS) and b"<html" not in start

    def read(self, source: Source, options: Options) -> Iterator[Outcome]:
        """The articles of all entries.

        Raises CorpusError where the file is no XML, no feed, or has a DTD, and for a mapping of unknown fields.
        """
        encoding = _encoding(source.head(GUESSED_FROM), options.encoding)
        if encoding:
            yield from notices(encoding, source)
        stream = source.utf8(encoding) if encoding else source.stream()
        note = encoding.note if encoding else ""
        fields = Fields(options, source.name, source.origin or source.name, note)
        entries = _Entries("utf-8" if encoding else None, fields)
        yield from articles(_records(stream, entries, source), fields, source)


def _encoding(head: bytes, named: str | None) -> Encoding | None:
    """The encoding that a person names, or a guess where the file says none and is not UTF-8; else XML knows."""
    says = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"encoding" in head[:_DECLARATION]
    encoding = encoding_of(head, named, whole=False) if named or not says else None
    return encoding if named or (encoding and encoding.guessed) else None


def _records(stream: BinaryIO, entries: "_Entries", source: Source) -> Iterator[Record]:
    number = 0
    while True:
        block = stream.read(BLOCK)
        for values in entries.fed(block):
            number += 1
            yield Record(values, number, f"{source.where}, entry {number}", written(values))
        if entries.trouble:
            raise entries.trouble
        if not block:
            break
    if not entries.is_feed:
        raise CorpusError("XML, but not a feed", todo="give RSS or Atom, or the texts as files")


class _Entries:
    """The entries of a feed, as its bytes come in."""

    def __init__(self, encoding: str | None, fields: Fields) -> None:
        self.is_feed = False
        self.trouble: CorpusError | None = None
        self._parser = expat.ParserCreate(encoding, " ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = _refuse_dtd
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._fields = fields
        self._path: list[str] = []
        self._feed: dict[str, list[str]] = {}
        self._entry: dict[str, list[str]] | None = None
        self._kinds: dict[str, str] = {}
        self._pieces: list[str] = []
        self._size = 0
        self._done: list[dict[str, Any]] = []

    def fed(self, block: bytes) -> list[dict[str, Any]]:
        """The records that end in the next `block`; the last is empty. What ends the file is put into `trouble`."""
        try:
            self._parser.Parse(block, not block)
        except expat.ExpatError as error:
            self.trouble = CorpusError(f"not XML ({expat.ErrorString(error.code)} in line {error.lineno})")
        except (LookupError, ValueError) as error:
            self.trouble = CorpusError(f"not XML in an encoding that is read ({error})")
        except CorpusError as error:
            self.trouble = error
        done, self._done = self._done, []
        return done

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        name = name if namespace in _NAMESPACES else tag
        if len(self._path) >= _DEEPEST:
            raise CorpusError("nested too deeply")
        self._path.append(name)
        if self._in_xhtml():
            self._pieces.append(f"<{name}>")
            return
        self._pieces = []
        self.is_feed = self.is_feed or name in _FEEDS
        if name in _ENTRIES and self._entry is None:
            self._entry, self._kinds, self._size = {}, {}, 0
        if name == "link" and attributes.get("rel", "alternate") == "alternate":
            self._keep("link", attributes.get("href", ""))
        if name in _TEXT:
            self._kinds.setdefault(name, attributes.get("type", "text" if namespace in _ATOM else "html"))

    def _data(self, data: str) -> None:
        self._size += len(data)
        if self._size > LARGEST:
            raise CorpusError(f"an entry of more than {LARGEST // 2**20} MB")
        # What stands in the markup of XHTML was unescaped once already.
        self._pieces.append(data.replace("&", "&amp;").replace("<", "&lt;") if self._in_xhtml() else data)

    def _end(self, _: str) -> None:
        if self._in_xhtml():
            self._pieces.append(f"</{self._path.pop()}>")
            return
        name = self._path.pop()
        parent = self._path[-1] if self._path else ""
        value, self._pieces = "".join(self._pieces), []
        if name in _ENTRIES and self._entry is not None and parent not in _ENTRIES:
            self._fields.meet(self._entry)
            named = _named(self._entry, self._kinds, self._fields.options.fields)
            rest = {name: said for name, said in self._entry.items() if name not in named}
            self._done.append(_record(rest, self._kinds, self._feed) | named)
            self._entry = None
        elif parent == "author" and name == "name":
            self._keep("author", value)
        elif parent in _ENTRIES or parent in _FEEDS:
            self._keep(name, value)

    def _keep(self, name: str, value: str) -> None:
        kept = self._feed if self._entry is None else self._entry
        if value.strip() and " " not in name and len(kept) < _MANY:
            kept.setdefault(name, []).append(value)

    def _in_xhtml(self) -> bool:
        """Whether this is within the markup of an Atom entry's content."""
        return any(name in {"content", "summary"} and self._kinds.get(name) == "xhtml" for name in self._path[:-1])


def _record(entry: dict[str, list[str]], kinds: dict[str, str], feed: dict[str, list[str]]) -> dict[str, Any]:
    """An entry under our names of fields, and what else it says under its own."""

    def first(*names: str, of: dict[str, list[str]] = entry) -> str:
        return next((of[name][0] for name in names if name in of), "").strip()

    named = next((name for name in _TEXT if name in entry), "")
    text = entry[named][0] if named else ""
    values: dict[str, Any] = {
        "text": text_of(text) if named == "encoded" or kinds.get(named) in _MARKED_UP else text,
        "title": text_of(first("title")),
        "source": text_of(first("source") or first("title", of=feed)),
        "published": first(*_DATE),
        "url": first("link"),
        "id": first("guid", "id", "link"),
        "author": first("author", "creator"),
        "lang": first("language") or first("language", of=feed),
    }
    others = {name: said if len(said) > 1 else said[0] for name, said in entry.items() if name not in _USED}
    return {name: value for name, value in values.items() if value} | {
        name: value for name, value in others.items() if name not in values
    }


def _named(entry: dict[str, list[str]], kinds: dict[str, str], fields: Mapping[str, str]) -> dict[str, Any]:
    """Those of an entry's elements that a person names, under their own names; other than usual ones all in one."""
    asked = {theirs.casefold() for theirs in fields.values()}
    shown = {fields[ours].casefold() for ours in _SHOWN if ours in fields}
    named: dict[str, Any] = {}
    for name, said in entry.items():
        if name.casefold() in asked:
            is_markup = name == "encoded" or kinds.get(name, "html") in _MARKED_UP
            as_text = str.strip if name.casefold() not in shown else text_of if is_markup else str
            texts = [as_text(one) for one in said]
            between = "\n" if name.casefold() == fields.get("text", "").casefold() else ", "
            named[name] = texts[0] if name in _USED else between.join(texts)
    return named


def _refuse_dtd(*_: object) -> None:
    raise CorpusError("XML with a DTD is not read", todo="leave the DTD out")


READER: Final = Feed()
