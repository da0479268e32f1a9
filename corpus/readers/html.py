"""HTML pages: the main text with a line for each paragraph, and what the page says of itself.

Trafilatura finds the text. It is given the page alone and fetches nothing. Of dates only those count that the page
gives as one; what a library works out from anywhere else is a reading.
"""

import codecs
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from corpus import clues, dates
from corpus.article import GIVEN, READ, Article, Metadata
from corpus.decode import UTF8, Encoding, decode, decoded, is_blank, refuse_unreadable
from corpus.errors import CorpusError
from corpus.readers.base import Notice, Options, Outcome, notices
from corpus.readers.page_lead import lead_of, meta_of
from corpus.readers.source import Source
from corpus.repair import repaired

LARGEST: Final = 16 * 2**20  # bytes of a page
MANY_TAGS: Final = 200_000

_PATIENT: Final = 30_000  # tags of a page beyond which other ways are not tried: one takes the square of their number
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD: Final = 4096  # bytes in which a page says how it is encoded
_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
# As the standard for encodings of the web has it: these labels mean the larger code page.
_LABELS: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_PUBLISHED: Final = (
    "article:published_time datepublished og:article:published_time parsely-pub-date sailthru.date pubdate "
    "publish-date publish_date publication_date article.published date dc.date dc.date.issued dcterms.issued "
    "dcterms.created"
).split()
_JSON_DATE: Final = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,40})"')
# The day of the first publication, and only where the markup gives one.
_DATES: Final = {"original_date": True, "extensive_search": False, "max_date": f"{dates.LATEST}-12-31"}
_LOGGERS: Final = ("trafilatura", "htmldate", "courlan", "charset_normalizer")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: its main text, its title, and what else it says of itself."""

    text: str
    title: str
    known: Metadata


class Html:
    """Pages of the web."""

    name: Final = "html"
    suffixes: Final = (".html", ".htm", ".xhtml")

    def begins(self, head: bytes) -> bool:
        """Whether the first elements of a page are near."""
        start = head[:4096].lower()
        return start.startswith(b"<!doctype html") or any(tag in start for tag in (b"<html", b"<head", b"<body"))

    def read(self, source: Source, options: Options) -> Iterator[Outcome]:
        """The one article of a page. Raises CorpusError where it has no main text."""
        data = source.data(LARGEST)
        if not data.startswith(_WIDE):
            data = data.replace(b"\0", b"")  # as browsers do
        markup, encoding = page_text(data, options.encoding)
        yield from notices(encoding, source)
        if encoding.how == "replace" and not options.encoding:
            yield Notice(f"not valid {encoding.codec}; what does not decode is shown as U+FFFD", source.where)
        page = extracted(markup)
        if page is None or is_blank(page.text):
            raise CorpusError("no main text is found in this page", todo="give its text as a .txt file")
        text, title, note = page.text, page.title, encoding.note
        if options.repair:
            text, title, note = repaired(text, title, note)
        refuse_unreadable(text)
        known = replace(page.known, origin=source.origin, decoded=note)
        yield Article.of(source.name, text, title, clues.completed(known, text, source.name))


def page_text(data: bytes, named: str | None) -> tuple[str, Encoding]:
    """The markup of a page: in the encoding that is named, or that its mark or the page says, else as any text.

    Bytes that are none in the encoding the page says become U+FFFD. Raises CorpusError for what is no text.
    """
    declared = None if named or data.startswith(_WIDE) else _declared(data)
    if declared is None:
        markup, encoding = decode(data, named)
        return markup.removeprefix("\ufeff"), encoding
    for encoding in (UTF8, Encoding(declared)):
        try:
            markup = decoded(data, encoding).removeprefix("\ufeff")
        except CorpusError:
            continue
        refuse_unreadable(markup)
        return markup, encoding
    encoding = Encoding(declared, "replace")
    return decoded(data, encoding), encoding


def extracted(markup: str) -> Page | None:
    """The main text of a page, its lead first, and its metadata; nothing where there is none. Fetches nothing.

    Raises CorpusError for a page of too many tags.
    """
    tags = markup.count("<")
    if tags > MANY_TAGS:
        raise CorpusError(f"a page of more than {MANY_TAGS:,} tags", todo="cut it into articles")
    from trafilatura import bare_extraction  # noqa: PLC0415 (slow to import, and needed for pages only)
    from trafilatura.utils import load_html  # noqa: PLC0415 (the same)

    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what they say would be written over the desk
    tree = load_html(markup)
    if tree is None:
        return None
    document: Any = bare_extraction(
        tree, fast=tags > _PATIENT, include_comments=False, with_metadata=True, date_extraction_params=_DATES
    )
    if document is None or not document.text:
        return None
    said = meta_of(tree)
    lead = lead_of(tree, said, document.text)
    text = f"{lead}\n{document.text}" if lead else document.text
    return Page(text, document.title or "", _known(document, tree, _said_date(said, markup)))


def _known(document: Any, tree: Any, published: str) -> Metadata:
    """What the library found of a page's metadata, and the date that the page itself gives."""
    certainty = GIVEN if published else READ
    published = published or dates.iso(document.date or "")
    return Metadata(
        source=document.sitename or clues.domain(document.url or ""),
        published=published,
        certainty=certainty if published else "",
        url=document.url or "",
        lang=clues.language(tree.get("lang") or tree.get("xml:lang") or ""),
        author=document.author or "",
    )


def _declared(data: bytes) -> str | None:
    """The codec that a page says it is in, or None where it says none that there is."""
    found = _CHARSET.search(data, 0, _HEAD)
    if found is None:
        return None
    try:
        codec = codecs.lookup(found[1].decode("ascii")).name
        b"a".decode(codec, "replace")
    except (LookupError, ValueError):
        return None
    # A page whose charset can be read byte by byte is not in UTF-16, whatever it says.
    return "utf-8" if codec.startswith(("utf-16", "utf-32")) else _LABELS.get(codec, codec)


def _said_date(said: Mapping[str, str], markup: str) -> str:
    """The moment of publication that a page gives in its own metadata, or nothing."""
    for name in _PUBLISHED:
        moment = dates.iso(said.get(name, ""))
        if moment:
            return moment
    moments = {dates.iso(value) for value in _JSON_DATE.findall(markup)}
    return moments.pop() if len(moments) == 1 else ""


READER: Final = Html()
