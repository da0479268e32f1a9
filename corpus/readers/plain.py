"""Plain text and Markdown: one article a file, every code point as it was decoded."""

from collections.abc import Iterator
from typing import Final

from corpus.article import Article, Metadata, title_of
from corpus.clues import completed
from corpus.decode import decode
from corpus.readers.base import Options, Outcome, notices
from corpus.readers.source import Source
from corpus.repair import repaired

_MARKDOWN: Final = (".md", ".markdown")


class Plain:
    """Plain text and Markdown."""

    name: Final = "text"
    suffixes: Final = (".txt", ".text", *_MARKDOWN)

    def begins(self, head: bytes) -> bool:
        """Whatever is nothing else may be a text."""
        return bool(head)

    def read(self, source: Source, options: Options) -> Iterator[Outcome]:
        """The one article; the title of Markdown without the signs of its heading."""
        text, encoding = decode(source.data(), options.encoding)
        yield from notices(encoding, source)
        note = encoding.note
        if options.repair:
            text, _, note = repaired(text, "", note)
        title = title_of(text).lstrip("# ").rstrip("# ") if source.name.lower().endswith(_MARKDOWN) else ""
        known = completed(Metadata(origin=source.origin, decoded=note), text, source.name)
        yield Article.of(source.name, text, title, known)


READER: Final = Plain()
