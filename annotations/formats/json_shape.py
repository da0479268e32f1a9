"""A line of the project's own JSON Lines, read: from objects to gold, with every part of it checked for its type."""

from collections.abc import Iterable, Mapping
from operator import attrgetter, itemgetter
from typing import Any, Final

from annotations.gold import Cluster, GoldArticle, Offer
from annotations.model import About, Annotation, Connection, Proposal, Relation, Statement, Tie, Verdict
from corpus.article import Article, Metadata
from corpus.span import Span

SPAN_KEYS: Final = {"spans": Verdict.ACCEPTED, "rejected": Verdict.REJECTED, "unsure": Verdict.UNSURE}
Object = Mapping[str, Any]
_TEXTS: Final = itemgetter("id", "text", "label", "reviewer", "created", "decided", "note", "via")
_STR: Final = {str}
_BY_PLACE: Final = attrgetter("span.start", "span.end", "label", "reviewer")


class Line:
    """One line. Raises KeyError, TypeError or ValueError for one of another shape."""

    def __init__(self, number: int, found: Object) -> None:
        self.number = number
        self.story = _text(found["story_id"])
        self.title = _text(found["story"])
        about = dict(found["about"])
        title = _text(about.pop("title"))
        article = Article.of(
            _text(found["name"]),
            _text(found["text"]),
            title,
            Metadata(**{name: _text(value) for name, value in about.items()}),
        )
        if (article.id, article.sha256) != (found["id"], found["sha256"]):
            raise ValueError("the text does not have the hash it was written with")
        self._id = article.id
        spans = [self._span(one, verdict) for key, verdict in SPAN_KEYS.items() for one in found[key]]
        self.article = GoldArticle(
            article,
            _text(found["lang"]),
            tuple(map(_text, found["finished_by"])),
            tuple(sorted(spans, key=_BY_PLACE)),
            tuple(self._span(one, Verdict(one["verdict"])) for one in found["boilerplate"]),
            tuple(map(self._statement, found["statements"])),
            tuple(map(self._relation, found["relations"])),
            tuple(Offer(_proposal(one), int(one["score"])) for one in found["proposals"]),
        )
        self.ties = tuple(map(self._tie, found["ties"]))
        self.clusters = tuple(map(_cluster, found["clusters"]))

    def _span(self, one: Object, verdict: Verdict) -> Annotation:
        texts = _TEXTS(one)
        if set(map(type, texts)) != _STR:
            texts = tuple(map(_text, texts))
        identity, surface, label, reviewer, created, decided, note, via = texts
        origin = _proposal(one["origin"]) if one["origin"] else None
        parts = tuple(map(_place, one["parts"])) if one["parts"] else ()
        attributes = tuple(map(_attribute, one["attributes"])) if one["attributes"] else ()
        return Annotation(
            identity, self._id, _place(one), surface, label, verdict, origin, reviewer,
            created, decided, note, parts, attributes, via,
        )  # fmt: skip

    def _statement(self, one: Object) -> Statement:
        span = _place(one) if one["start"] is not None else None
        place = (About(one["about"]), self._id, _text(one["story"]), span, _text(one["text"]))
        return Statement(*place, *(_text(one[key]) for key in ("field", "value", "reviewer", "decided")))

    def _relation(self, one: Object) -> Connection:
        ends = (_text(one["source"]), _text(one["article"]), _text(one["target"]))
        return Connection(_text(one["type"]), self._id, *ends, _text(one["reviewer"]), _text(one["decided"]))

    def _tie(self, one: Object) -> Relation:
        other = one["other"]
        here = (Tie(one["tie"]), self._id, _place(one), _text(one["text"]))
        there = (_text(other["article"]), _place(other), _text(other["text"]))
        return Relation(*here, *there, Verdict(one["verdict"]), _text(one["reviewer"]), _text(one["decided"]))


def read_clusters(lines: Iterable[Line]) -> tuple[Cluster, ...]:
    """The clusters of a story, from what each of its lines has of them."""
    found: dict[str, Cluster] = {}
    for line in lines:
        for one in line.clusters:
            before = found.get(one.id)
            found[one.id] = one if before is None else before._replace(members=(*before.members, *one.members))
    return tuple(found.values())


def _cluster(one: Object) -> Cluster:
    return Cluster(_text(one["id"]), tuple(map(_text, one["spans"])), _text(one["name"]), _text(one["external_id"]))


def _proposal(one: Object) -> Proposal:
    return Proposal(_place(one), _text(one["label"]), _text(one["model"]))


def _attribute(one: Object) -> tuple[str, str]:
    return _text(one["name"]), _text(one["value"])


def _place(one: Object) -> Span:
    start, end = one["start"], one["end"]
    if type(start) is not int or type(end) is not int:
        raise TypeError(f"{start!r} to {end!r} is no place")
    return Span(start, end)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
