"""Cross-document mentions of ours read, with the texts beside them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.shared.gold_rows import BESIDE, Row, gold_line, shape
from annotations.formats.shared.json_files import Record, objects
from annotations.formats.shared.side_texts import REMEDY, Document, Known, read_known
from annotations.gold import Cluster, GoldArticle, GoldStory

_WRONG: Final = "not a mention of the texts beside the file"
_Place = tuple[int, int]


def read_with_texts(path: Path, side: Path, how: How) -> Iterator[GoldStory]:
    """The stories of a file of ours. Raises ReadError where it and its texts contradict each other."""
    waiting = _Waiting(objects(path))
    for document in read_known(side, how.reviewer):
        chains: dict[str, Cluster] = {}
        articles: list[GoldArticle] = []
        for at, known in enumerate(document.articles):
            rows: list[Row] = []
            for mention in waiting.of((document.number, at)):
                with shape(mention.where, _WRONG):
                    rows.append(_row(mention, known, how))
                    _chain(chains, mention, rows[-1]["id"])
            with shape(known.where, "not the text of an article"):
                articles.append(_article(known, rows, document, at))
        yield GoldStory(document.id, document.title, tuple(articles), (), tuple(chains.values()))
    waiting.end()


class _Waiting:
    """The mentions of a file, taken article by article."""

    def __init__(self, mentions: Iterator[Record]) -> None:
        self._mentions = mentions
        self._next = next(mentions, None)

    def of(self, place: _Place) -> Iterator[Record]:
        """The mentions of an article, which come next."""
        while (one := self._next) is not None and _place(one) == place:
            yield one
            self._next = next(self._mentions, None)

    def end(self) -> None:
        """Raises ReadError for a mention that nobody took."""
        if self._next is not None:
            raise ReadError("the texts beside the file have no place for it", where=self._next.where, todo=REMEDY)


def _place(mention: Record) -> _Place | None:
    """The story and the article in it that a mention is of."""
    own = mention.value.get(BESIDE)
    return (own.get("document", -1), own.get("article", -1)) if isinstance(own, dict) else None


def _row(mention: Record, known: Known, how: How) -> Row:
    """A mention as a span of our own JSON Lines. Raises ReadError where other words stand at its place."""
    found, text = mention.value, known.article.article.text
    own = found[BESIDE]
    pieces = [(one["start"], one["end"]) for one in own["parts"] or [found]]
    if not same_words("".join(text[start:end] for start, end in pieces), found["tokens_str"]):
        raise ReadError(f"{found['tokens_str'][:60]!r} is not what its place says", where=mention.where, todo=REMEDY)
    place = {"id": f"{mention.number}", "start": found["start"], "end": found["end"], "label": found["mention_type"]}
    return {**place, **{key: own[key] for key in ("parts", "note", "attributes")}, "reviewer": how.reviewer}


def _chain(chains: dict[str, Cluster], mention: Record, identity: str) -> None:
    """Add a mention to its chain; one that is alone only because it can have no chain is in none."""
    own, chain = mention.value[BESIDE], str(mention.value["coref_chain"])
    if own["chained"] or not mention.value["is_singleton"]:
        before = chains.get(chain, Cluster(chain, (), str(own["name"]), str(own["external_id"])))
        chains[chain] = before._replace(members=(*before.members, identity))


def _article(known: Known, spans: Sequence[Row], document: Document, at: int) -> GoldArticle:
    """Raises KeyError, TypeError or ValueError."""
    base = known.article
    row = {
        "name": base.article.name,
        "text": base.article.text,
        "about": {"title": base.article.title, **base.article.metadata.known()},
        "lang": base.lang,
        "story_id": document.id,
        "story": document.title,
        "finished_by": base.finished_by,
        "spans": spans,
        "statements": known.more["statements"],
    }
    return gold_line(at, row).article


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ by white space alone."""
    return "".join(one.split()) == "".join(other.split())
