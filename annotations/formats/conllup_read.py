"""CoNLL-U and CoNLL-U Plus read: tokens, white space, entities and chains, of ours and of other people's files."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.conllup_mentions import Found, corefud, numbered, tagged
from annotations.formats.shared.accepted import accepted
from annotations.formats.shared.article_rows import row_article, text
from annotations.formats.shared.json_text import parsed
from annotations.formats.shared.text_files import numbered_lines
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Annotation
from corpus.article import Article
from corpus.span import Span

TEN: Final = tuple("ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC".split())
ENTITIES: Final = "VARIORUM:NE"
COREF: Final = "VARIORUM:COREF"
COLUMNS_ARE: Final = "# global.columns = "
ABOUT: Final = "# variorum = "
_ENTITY_FIELDS: Final = re.compile(r"#\s*global\.Entity\s*=\s*(\S+)")
_NEWDOC: Final = re.compile(r"#\s*newdoc(?:\s+id\s*=\s*(.*?))?\s*$")
_ID: Final = re.compile(r"(\d+)(?:([-.])(\d+))?")
_FIRST_ROW: Final = re.compile(rb"\d+(-\d+)?\t[^\t]+(\t[^\t]*){8}")
_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SPACES: Final = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}
_COLUMNS_OF_ENTITIES: Final = frozenset(("NE", "NER", "ENTITY", "MWE"))
_IN_MISC: Final = ("NER", "NE", "ner", "ne")


class _Word(NamedTuple):
    """A word: where it stands in the text of its article, its cells, what MISC holds, its line.

    `columns` says which cell is in which column.
    """

    span: Span
    columns: Mapping[str, int]
    cells: Sequence[str]
    misc: Mapping[str, str]
    line: int


@dataclass(slots=True)
class _Doc:
    """An article as it stands in the file: its text so far, its words by sentence, and what a comment of ours says."""

    line: int
    name: str = ""
    about: Mapping[str, Any] | None = None
    pieces: list[str] = field(default_factory=list)
    size: int = 0
    open_end: bool = False
    fields: tuple[str, ...] = ("eid", "etype", "head", "other")
    sentences: list[list[_Word]] = field(default_factory=list)

    def add(self, form: str, misc: Mapping[str, str]) -> Span:
        """Add a token to the text."""
        before = _unescaped(misc.get("SpacesBefore", ""))
        self.open_end = misc.get("SpaceAfter") != "No" and "SpacesAfter" not in misc
        after = " " if self.open_end else _unescaped(misc.get("SpacesAfter", ""))
        start = self.size + len(before)
        end = start + len(form)
        self.pieces += (before, form, after)
        self.size = end + len(after)
        return Span(start, end)


def looks_like_conllu(head: bytes) -> bool:
    """Whether a file begins with the names of columns, or its first row is one of CoNLL-U."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if re.match(rb"#\s*global\.columns\s*=", head):
        return True
    rows = (line.rstrip(b"\r") for line in head.split(b"\n"))
    first = next((row for row in rows if row.strip() and not row.startswith(b"#")), b"")
    return _FIRST_ROW.fullmatch(first) is not None


def read_conllu(path: Path, how: How) -> Iterator[GoldStory]:
    """The stories of a file. Raises ReadError."""
    docs = enumerate(_Reader(path, how.encoding).docs(), 1)
    for _, members in groupby(docs, key=lambda one: (one[1].about or {}).get("document", -one[0])):
        chains: dict[str, list[str]] = {}
        own = list(members)
        articles = tuple(_article(path, doc, number, chains, how) for number, doc in own)
        about, first = own[0][1].about or {}, own[0][0]
        clusters = tuple(Cluster(f"{first}:{chain}", tuple(ids)) for chain, ids in chains.items())
        yield GoldStory(about.get("story_id", ""), about.get("story", ""), articles, (), clusters)


class _Reader:
    """Goes through the lines of a file."""

    def __init__(self, path: Path, encoding: str) -> None:
        self._path = path
        self._encoding = encoding
        self._names: tuple[str, ...] = TEN
        self._columns = _numbered(TEN)
        self._doc = _Doc(1)
        self._words: list[_Word] = []
        self._range: tuple[int, Span] = 0, Span(0, 1)

    def docs(self) -> Iterator[_Doc]:
        """The articles."""
        number = 0
        for number, raw in numbered_lines(self._path, self._encoding):
            line = raw.rstrip("\r\n")
            if line.startswith("#") and self._starts(line):
                yield self._doc
                self._doc = _Doc(number, fields=self._doc.fields)
            try:
                self._line(line, number)
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise ReadError(str(error), where=f"{self._path}, line {number}") from error
        self._end_sentence()
        if self._doc.sentences or self._doc.about is not None:
            yield self._doc
        elif number and self._names == TEN:
            raise ReadError("there is not a single row", where=str(self._path))

    def _starts(self, line: str) -> bool:
        """Whether an article begins with this comment, and one went before."""
        doc = self._doc
        if not line.startswith(ABOUT) and not _NEWDOC.match(line):
            return False
        self._end_sentence()
        return bool(doc.sentences) or doc.about is not None

    def _line(self, line: str, number: int) -> None:
        """Raises ValueError for a line that is none of this format."""
        if line.startswith("#"):
            self._comment(line, number)
        elif line.strip():
            self._row(line.split("\t"), number)
        else:
            self._end_sentence()

    def _comment(self, line: str, number: int) -> None:
        if newdoc := _NEWDOC.match(line):
            self._doc.name = unquote(newdoc[1] or "")
        elif line.startswith(ABOUT):
            about = parsed(line.removeprefix(ABOUT), f"{self._path}, line {number}")
            text(about["story_id"] + about["story"])
            int(about["document"])
            self._doc.about = about
        elif columns := re.match(r"#\s*global\.columns\s*=\s*(.+)", line):
            self._names = tuple(columns[1].split())
            self._columns = _numbered(self._names)
        elif fields := _ENTITY_FIELDS.match(line):
            self._doc.fields = tuple(fields[1].split("-"))
        elif line.startswith("# newpar") and self._doc.open_end:
            self._doc.pieces[-1] = "\n"

    def _end_sentence(self) -> None:
        if self._words:
            self._doc.sentences.append(self._words)
        self._words, self._range = [], (0, Span(0, 1))

    def _row(self, cells: Sequence[str], number: int) -> None:
        if len(cells) != len(self._names):
            raise ValueError(f"a row of {len(cells)} columns where there should be {len(self._names)}, parted by tabs")
        columns = self._columns
        identity = _ID.fullmatch(cells[columns["ID"]] if "ID" in columns else "1")
        form = cells[columns["FORM"]] if "FORM" in columns else ""
        if identity is None or not form:
            raise ValueError("a row without the number of its word, or without the word")
        misc = _pairs(cells[columns["MISC"]] if "MISC" in columns else "_")
        if identity[2] == "-":
            self._range = int(identity[3]), self._doc.add(form, misc)
        elif identity[2] is None:
            last, span = self._range
            span = span if int(identity[1]) <= last else self._doc.add(form, misc)
            self._words.append(_Word(span, columns, cells, misc, number))


def _numbered(names: Sequence[str]) -> dict[str, int]:
    """Where in a row each column is."""
    return {name: at for at, name in enumerate(names)}


def _pairs(cell: str) -> dict[str, str]:
    if cell == "_":
        return {}
    found: dict[str, str] = {}
    for one in cell.split("|"):
        key, _, found[key] = one.partition("=")
    return found


def _unescaped(spaces: str) -> str:
    if "\\" not in spaces:
        return spaces
    return _ESCAPE.sub(lambda one: chr(int(one[1], 16)) if one[1] else _SPACES.get(one[2], one[2]), spaces)


# Articles


def _article(path: Path, doc: _Doc, number: int, chains: dict[str, list[str]], how: How) -> GoldArticle:
    """An article; its annotations go to their `chains` by their ids."""
    where = f"{path}, line {doc.line}"
    whole = "".join(doc.pieces)
    try:
        found, annotated = _found(doc, path)
        if doc.about is not None:
            base = row_article({"text": whole, **doc.about})
        else:
            name = doc.name or f"{path.name}:{number}"
            base = GoldArticle(Article.of(name, whole[:-1] if doc.open_end else whole), "", ("",) if annotated else ())
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReadError(f"not an article: {error}", where=where) from error
    words = [word for sentence in doc.sentences for word in sentence]
    annotations: dict[tuple[Span, tuple[Span, ...], str], Annotation] = {}
    for one in found:
        parts = _parts(one, words)
        span, gaps = Span(parts[0].start, parts[-1].end), tuple(parts) if len(parts) > 1 else ()
        key = (span, gaps, one.label)
        if key not in annotations:
            identity = f"{number}.{len(annotations)}"
            annotations[key] = accepted(identity, base.article, tuple(parts), one.label, how.reviewer)
            if one.chain:
                chains.setdefault(one.chain, []).append(annotations[key].id)
    done = (how.reviewer,) if base.finished_by else ()
    return replace(base, finished_by=done, annotations=tuple(annotations[key] for key in sorted(annotations)))


def _parts(one: Found, words: Sequence[_Word]) -> list[Span]:
    """Where an entity stands; words of one token stand at the same place."""
    parts: list[Span] = []
    for start, end in one.ranges():
        span = Span(words[start].span.start, words[end - 1].span.end)
        if parts and span.start < parts[-1].end:
            span = Span(parts.pop().start, span.end)
        parts.append(span)
    return parts


def _found(doc: _Doc, path: Path) -> tuple[list[Found], bool]:
    """The entities of an article, and whether anything says where there are none.

    Raises ReadError for cells that are no entities, ValueError for brackets that are none.
    """
    found: list[Found] = []
    annotated, first = False, 0
    for sentence in doc.sentences:
        for cells in _columns(sentence):
            annotated = annotated or any(cell != "_" for cell in cells)
            try:
                own = _of_sentence(sentence, cells)
            except ValueError as error:
                raise ReadError(str(error), where=f"{path}, line {sentence[0].line}") from error
            found += (one._replace(words=tuple(first + at for at in one.words)) for one in own)
        first += len(sentence)
    brackets = [word.misc.get("Entity", "") for sentence in doc.sentences for word in sentence]
    if any(brackets):
        found += corefud(brackets, doc.fields)
    return found, annotated or any(brackets)


def _columns(sentence: Sequence[_Word]) -> Iterator[list[str]]:
    """What the words of a sentence have in each column, or field of MISC, that is about entities."""
    for column in sentence[0].columns:
        if column.split(":")[-1].upper() in _COLUMNS_OF_ENTITIES:
            yield [word.cells[word.columns[column]] for word in sentence]
    there = set[str]().union(*(word.misc for word in sentence))
    for key in _IN_MISC:
        if key in there:
            yield [word.misc.get(key, "_") for word in sentence]


def _of_sentence(sentence: Sequence[_Word], cells: Sequence[str]) -> list[Found]:
    if COREF not in sentence[0].columns:
        return tagged(cells)
    chains = numbered([word.cells[word.columns[COREF]] for word in sentence])
    entities = numbered(cells)
    return [one._replace(chain=chains[number].label if number in chains else "") for number, one in entities.items()]
