"""CoNLL-2012 and its shorter kin read: with our side file what was written, of other people's files what columns say.

Shorter rows are those of the reference scorer's own tests, document and chains alone, or document, part, number, word
and chains; and of cross-document corpora: topic/subtopic/document, sentence, number, word and chains.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.conll2012_brackets import NOTHING, Brackets, Mention
from annotations.formats.shared.accepted import NO_LABEL, accepted
from annotations.formats.shared.side_texts import REMEDY, Document, Known, placed, read_known
from annotations.formats.shared.text_files import numbered_lines
from annotations.formats.shared.tokens import Tokens
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Annotation
from corpus.article import Article
from corpus.span import Span

_NO_WORD: Final = "_"
_NO_ENTITY: Final = "*"
_BEGIN: Final = re.compile(r"#\s*begin document \(?(.*?)\)?;?(?:\s*part\s+(\d+))?\s*$")
_END: Final = re.compile(r"#\s*end document")
_ENTITY: Final = re.compile(r"\(([^()*]+)|\)|\*")
_WHOLE: Final = 12  # columns of a row with everything


class Row(NamedTuple):
    """A token: what tells its article and its sentence, the word, and the columns of entities and chains."""

    article: tuple[str, str]
    sentence: tuple[int, str]
    word: str
    entity: str
    chain: str
    line: int


@dataclass(slots=True)
class _Found:
    """A document as it stands in the file."""

    name: str
    part: str
    line: int
    rows: list[Row] = field(default_factory=list)


def read_with_texts(path: Path, side: Path, how: How) -> Iterator[GoldStory]:
    """The stories of a file of ours. Raises ReadError where it and its side file contradict each other."""
    for found, known in zip_longest(documents(path, how.encoding), read_known(side, how.reviewer)):
        if found is None or known is None:
            what = f"{side.name} holds {'fewer' if found else 'more'} documents"
            raise _apart(path, found.line if found else 0, what)
        yield _story(path, found, known, how)


def read_alone(path: Path, how: How) -> Iterator[GoldStory]:
    """The stories of a file of which there are only columns."""
    for number, found in enumerate(documents(path, how.encoding), 1):
        members: dict[str, list[str]] = {}
        articles = tuple(
            _columns(path, list(rows), _name(found, key), f"{number}.{at}", members, how)
            for at, (key, rows) in enumerate(groupby(found.rows, key=lambda row: row.article))
        )
        identity = unquote(found.name) if len(articles) > 1 else ""
        if articles:
            yield GoldStory(identity, identity, articles, (), _clusters(number, members))


def _columns(
    path: Path, rows: Sequence[Row], name: str, start: str, members: dict[str, list[str]], how: How
) -> GoldArticle:
    """An article of which there are only columns; what its chains hold goes to `members`."""
    words = _joined(rows)
    read, article = _Read(path, rows, words), Article.of(name, words.text)
    spans = sorted({*read.mentions.values(), *read.entities})
    annotations = tuple(
        accepted(f"{start}.{at}", article, (span,), read.entities.get(span, NO_LABEL), how.reviewer)
        for at, span in enumerate(spans)
    )
    for chain in read.chains:
        members.setdefault(chain, [])
    ranks = {chain: rank for rank, chain in enumerate(members)}
    ids = {one.span: one.id for one in annotations}
    # A place is in one chain: the one that was met first.
    for one, span in sorted(read.mentions.items(), key=lambda pair: ranks[pair[0].chain]):
        if span in ids:
            members[one.chain].append(ids.pop(span))
    return GoldArticle(article, "", (how.reviewer,), annotations)


def _name(found: _Found, key: tuple[str, str]) -> str:
    """What an article is called: by its own name in a document of several, else by document and part."""
    name, part = key
    if name.startswith(f"{found.name}/"):
        return unquote(name[len(found.name) + 1 :])
    part = part or found.part
    return f"{name}#{part}" if part.strip("0") else name


def _clusters(number: int, members: dict[str, list[str]]) -> tuple[Cluster, ...]:
    return tuple(Cluster(f"{number}:{chain}", tuple(own)) for chain, own in members.items() if own)


# Files of ours


def _story(path: Path, found: _Found, known: Document, how: How) -> GoldStory:
    by_part: defaultdict[str, list[Row]] = defaultdict(list)
    for row in found.rows:
        by_part[row.article[1]].append(row)
    members: defaultdict[int, list[str]] = defaultdict(list)
    articles: list[GoldArticle] = []
    for part, one in enumerate(known.articles):
        rows = by_part.pop(str(part), [])
        annotations = _annotations(path, found, rows, one, f"{known.number}.{part}", how)
        articles.append(replace(one.article, annotations=tuple(each for each, _ in annotations)))
        for each, chain in annotations:
            if chain is not None:
                members[chain].append(each.id)
    if by_part:
        raise _apart(path, found.line, "the side file has fewer articles")
    clusters = _clusters(known.number, {str(chain): members[chain] for chain in sorted(members)})
    return GoldStory(known.id, known.title, tuple(articles), (), clusters)


def _annotations(
    path: Path, found: _Found, rows: Sequence[Row], known: Known, start: str, how: How
) -> list[tuple[Annotation, int | None]]:
    """The annotations of an article, each with its chain."""
    article = known.article.article
    line = rows[0].line if rows else found.line
    words = placed(article.text, (row.word for row in rows))
    if words is None:
        raise _apart(path, line, f"the words of {article.name} are not those of its text")
    mentions = _Read(path, rows, words).mentions
    result: list[tuple[Annotation, int | None]] = []
    try:
        for number, (first, end, label, chain) in enumerate(known.more["spans"]):
            one = accepted(f"{start}.{number}", article, (Span(first, end),), str(label), how.reviewer)
            result.append((one, None if chain is None else int(chain)))
    except (KeyError, TypeError, ValueError) as error:
        raise _apart(path, line, f"the spans of {article.name} are none") from error
    chained = {(span, mention.chain) for mention, span in mentions.items()}
    if chained != {(one.span, str(chain)) for one, chain in result if chain is not None}:
        raise _apart(path, line, f"the chains of {article.name} are not those of the side file")
    return result


def _apart(path: Path, line: int, what: str) -> ReadError:
    return ReadError(what, where=f"{path}, line {line}", todo=REMEDY)


# Rows


class _Read:
    """The rows of an article, of which `words` says where each stands: its mentions and entities by place."""

    def __init__(self, path: Path, rows: Sequence[Row], words: Tokens) -> None:
        chains, self.entities = Brackets(), dict[Span, str]()
        begun: list[tuple[int, str]] = []
        for at, row in enumerate(rows):
            if row.entity == _NO_ENTITY and row.chain in NOTHING:
                continue
            try:
                chains.add(at, row.chain)
            except ValueError as error:
                raise ReadError(str(error), where=f"{path}, line {row.line}") from error
            for match in _ENTITY.finditer(row.entity):
                if match[1]:
                    begun.append((at, unquote(match[1])))
                elif match.group() == ")":
                    first, label = begun.pop() if begun else (at, NO_LABEL)
                    self.entities[Span(words.starts[first], words.ends[at])] = label
        if chain := chains.left_open():
            line = rows[-1].line if rows else 0
            raise ReadError(f"chain {chain[:60]!r} is never closed", where=f"{path}, line {line}")
        self.chains = chains.chains
        self.mentions: dict[Mention, Span] = {
            one: Span(words.starts[one.first], words.ends[one.last]) for one in chains.mentions
        }


def _joined(rows: Sequence[Row]) -> Tokens:
    """Words as the tokens of a text that has no more than them."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    size, before = 0, None
    for row in rows:
        if before is not None:
            pieces.append(" " if row.sentence == before else "\n")
            size += 1
        starts.append(size)
        size, before = size + len(row.word), row.sentence
        ends.append(size)
        pieces.append(row.word)
    return Tokens("".join(pieces), tuple(starts), tuple(ends))


def documents(path: Path, encoding: str = "") -> Iterator[_Found]:
    """The documents of a file, one at a time. Raises ReadError."""
    found: _Found | None = None
    sentence = number = 0
    for number, raw in numbered_lines(path, encoding):
        line = raw.rstrip(" \t\r\n")
        remark = line.startswith("#")
        if remark and (begin := _BEGIN.match(line)):
            if found is not None:
                raise ReadError("the document before is not ended", where=f"{path}, line {number}")
            found = _Found(begin[1], begin[2] or "", number)
        elif remark and _END.match(line):
            if found is None:
                raise ReadError("no document begins before it ends", where=f"{path}, line {number}")
            yield found
            found = None
        elif not line.strip():
            sentence += 1
        elif found is None:
            raise ReadError("this line is in no document", where=f"{path}, line {number}")
        else:
            found.rows.append(_row(path, number, line, sentence))
    if found is not None:
        raise ReadError("the last document is not ended", where=f"{path}, line {number}", todo="copy it whole")


def _row(path: Path, number: int, line: str, sentence: int) -> Row:
    cells = line.split("\t") if "\t" in line else line.split(" ")
    if "" in cells:
        cells = [cell for cell in cells if cell]
    size = len(cells)
    if size >= _WHOLE:
        return Row((cells[0], cells[1]), (sentence, ""), cells[3], cells[10], cells[-1], number)
    if size >= 5:
        return Row((cells[0], ""), (sentence, cells[1]), cells[3], "", cells[-1], number)
    if size == 2:
        return Row((cells[0], ""), (sentence, ""), _NO_WORD, "", cells[1], number)
    raise ReadError(f"a row of {size} columns is not one of CoNLL-2012", where=f"{path}, line {number}")
