"""An article as a JSON object beside a dataset: its exact text and what is known of it, where the dataset has no room.

Keys: `name`, `title`, `about` (the known fields of corpus.article.Metadata), `lang`, `finished_by`, `text`.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from annotations.errors import ReadError
from annotations.formats.shared.json_text import parsed
from annotations.gold import GoldArticle
from corpus.article import Article, Metadata

REMEDY: Final = "export it again"


def article_row(one: GoldArticle) -> dict[str, Any]:
    """The object for an article."""
    source = one.article
    known = {"name": source.name, "title": source.title, "about": source.metadata.known(), "lang": one.lang}
    return {**known, "finished_by": list(one.finished_by), "text": source.text}


def row_article(row: Mapping[str, Any]) -> GoldArticle:
    """The article of an object, without annotations. Raises KeyError, TypeError or ValueError for another shape."""
    about = {text(key): text(value) for key, value in row["about"].items()}
    article = Article.of(text(row["name"]), text(row["text"]), text(row["title"]), Metadata(**about))
    return GoldArticle(article, text(row["lang"]), tuple(map(text, row["finished_by"])))


def text(value: object) -> str:
    """A value that has to be text. Raises TypeError for one that is not."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def line_of(row: Mapping[str, Any]) -> bytes:
    """A row as a line of JSON: in ASCII, so that every reader sees the same lines."""
    return json.dumps(row).encode() + b"\n"


def row_of(line: bytes, where: str) -> dict[str, Any]:
    """The row of a line of JSON. Raises ReadError."""
    found = parsed(line, where, REMEDY)
    if not isinstance(found, dict):
        raise ReadError("not a JSON object", where=where, todo=REMEDY)
    return found
