"""A small format of others, to take in: JSON lines of a text and its places, with surfaces where they are given."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotations.errors import ReadError
from annotations.formats.base import How, LeftOut, Part
from annotations.gold import Cluster, GoldArticle, GoldStory, Offer
from annotations.model import Annotation, Proposal, Verdict
from annotations.takeover import TakenOver, Terms
from corpus.article import Article
from corpus.offsets import OffsetError, Unit, to_code_points
from corpus.span import Span

TERMS = Terms("rita", "variorum test", "a model")


class Places:
    """The format; `carries` is what it says that it can hold."""

    name, suffix, title, extra = "places", ".places", "places", ""
    unit = Unit.CODE_POINTS

    def __init__(self, carries: frozenset[Part] = frozenset()) -> None:
        self.carries = carries

    def begins(self, path: Path, head: bytes) -> bool:
        return path.suffix == self.suffix and bool(head)

    def write(self, stories: Any, out: Path) -> list[LeftOut]:
        raise NotImplementedError

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            try:
                row = json.loads(line)
                yield self._story(row, how, number)
            except (OffsetError, ValueError) as error:
                raise ReadError("no place", where=f"{path.name}, line {number}") from error

    def _story(self, row: dict[str, Any], how: How, number: int) -> GoldStory:
        article = Article.of(row["name"], row["text"])
        point = to_code_points(row["text"], how.unit or self.unit)
        spans = [
            Annotation(
                f"{number}.{at}",
                article.id,
                Span(point(start), point(end)),
                surface,
                label,
                Verdict(row.get("verdict", "accepted")),
                None,
                how.reviewer or row.get("by", ""),
                "",
                "",
            )
            for at, (start, end, label, surface) in enumerate(row["spans"])
        ]
        clusters = tuple(
            Cluster(str(at), tuple(f"{number}.{each}" for each in own), row.get("called", ""))
            for at, own in enumerate(row.get("clusters", ()))
        )
        offers = tuple(Offer(Proposal(Span(*pair), "ORG", "guesser"), 40) for pair in row.get("offers", ()))
        return GoldStory("", "", (GoldArticle(article, "", (), tuple(spans), offers=offers),), (), clusters)


PLACES = Places()


def written(path: Path, *rows: dict[str, Any]) -> Path:
    """A file of this format."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def counts(done: TakenOver) -> dict[tuple[str, str], int]:
    """How many decisions there are by kind and outcome."""
    found: dict[tuple[str, str], int] = {}
    for (_, kind, outcome), number in done.tally.items():
        found[kind, outcome] = found.get((kind, outcome), 0) + number
    return found
