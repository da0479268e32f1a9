"""The side file of formats of stories and tokens: the exact text of each article, and what is known of it.

It is `NAME.texts.jsonl` beside the dataset `NAME`, one row an article (`annotations.formats.shared.article_rows`)
in the order of the dataset, with `document`, the number of its story from 0, `story_id` and `story`, and what the
format adds. Offsets are code points, end-exclusive. Who reads the dataset alone loses white space, names and stories,
nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from annotations.errors import ReadError
from annotations.formats.shared.article_rows import article_row, line_of, row_article, row_of, text
from annotations.formats.shared.tokens import Tokens
from annotations.gold import GoldArticle, GoldStory

SUFFIX: Final = ".texts.jsonl"
REMEDY: Final = "write both again, or take the side file away to read the dataset alone"


class Known(NamedTuple):
    """One article as the side file has it, without annotations; `more` is its whole row, `where` the line."""

    article: GoldArticle
    more: Mapping[str, Any]
    where: str


class Document(NamedTuple):
    """A story: its number in the dataset, its id and title, both empty for an article alone, and its articles."""

    number: int
    id: str
    title: str
    articles: tuple[Known, ...]


def side_of(path: Path) -> Path:
    """Where the side file of a dataset is."""
    return path.with_name(path.name + SUFFIX)


def write_known(stream: IO[bytes], number: int, story: GoldStory, gold: GoldArticle, more: Mapping[str, Any]) -> None:
    """Write the row of one article of the story of that number; the values of `more` are JSON."""
    whose = {"document": number, "story_id": story.id, "story": story.title}
    stream.write(line_of({**whose, **article_row(gold), **more}))


def read_known(path: Path, reviewer: str) -> Iterator[Document]:
    """The stories of a side file; what is finished was finished by `reviewer`. Raises ReadError."""
    for number, members in groupby(_rows(path, reviewer), key=lambda one: int(one.more["document"])):
        own = tuple(members)
        yield Document(number, own[0].more["story_id"], own[0].more["story"], own)


def _rows(path: Path, reviewer: str) -> Iterator[Known]:
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            where = f"{path}, line {number}"
            found = row_of(line, where)
            try:
                article = row_article(found)
                text(found["story_id"] + found["story"])
                int(found["document"])
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise ReadError("not the text of an article", where=where, todo=REMEDY) from error
            yield Known(replace(article, finished_by=(reviewer,) if article.finished_by else ()), found, where)


def placed(whole: str, words: Iterable[str]) -> Tokens | None:
    """Words as tokens, where they are all of a text but its white space; None where they are not."""
    at, starts, ends = 0, list[int](), list[int]()
    for word in words:
        start = whole.find(word, at)
        if not word or start < 0 or whole[at:start].strip():
            return None
        at = start + len(word)
        starts.append(start)
        ends.append(at)
    return None if whole[at:].strip() else Tokens(whole, tuple(starts), tuple(ends))
