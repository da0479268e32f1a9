"""The rows of a dump, in the shapes that are promised to whoever loads them; offsets are code points, end-exclusive."""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from annotations.read_stories import ReadStory
from corpus.alignments.alignment import Alignment
from corpus.clusters.cluster import Alias
from corpus.figures.calendar import interval
from corpus.figures.figure import Figure, Kind
from corpus.ledger.ledger import Group
from corpus.names import normal_name
from corpus.span import Span
from corpus.story_reading import ArticleReading, day_of

MODEL: Final = "model"
_EVERYWHERE: Final = frozenset(("GPE", "NORP", "LOC"))
"""Labels of which one word names the same thing in every story."""
Row = dict[str, Any]
Known = tuple[str, str, str | None]
"""The id of a cluster in the dump, what it is called, and its id elsewhere."""


class Names:
    """What the clusters of all stories of a project are called: one name for one thing, in whichever story it is."""

    def __init__(self, aliases: Sequence[Alias]) -> None:
        self._first: dict[str, str] = {}
        for one in aliases:
            if one.same:
                low, high = sorted((self.root(one.a), self.root(one.b)))
                if low != high:  # others may have said so, by way of a third name
                    self._first[high] = low

    def ids(self, story: ReadStory, place: str) -> list[str]:
        """The id of each cluster of a story; `place` tells those apart that are known in this story only."""
        labels = _labels(story)
        found: list[str] = []
        taken: set[str] = set()
        for number, title in enumerate(story.reading.titles):
            name, label = self.root(normal_name(title)), labels.get(number, "")
            several = len(name.split()) > 1 and any(map(str.isupper, title))
            known = label in _EVERYWHERE or several or (label == "ORG" and title.isupper())
            identity = f"{name}" if known else f"{place}:{name}"
            found.append(f"{identity} ({place}:{number})" if identity in taken else identity)
            taken.add(found[-1])
        return found

    def root(self, name: str) -> str:
        """The name by which all go that are the same as a normal name."""
        while name in self._first:
            name = self._first[name]
        return name


def _labels(story: ReadStory) -> dict[int, str]:
    """The label of the first mention of each cluster."""
    labels: dict[int, str] = {}
    for article in story.reading.articles:
        for mention, cluster in zip(article.mentions, article.clusters, strict=True):
            labels.setdefault(cluster, mention.label)
    return labels


def boilerplate_rows(doc: str, one: ArticleReading) -> Iterator[Row]:
    """The regions of an article."""
    for region in one.regions:
        yield {"doc": doc, **_place(region.span), "kind": region.kind}


def mention_rows(
    doc: str, text: str, one: ArticleReading, known: Sequence[Known], deciders: Mapping[tuple[int, int, str], str]
) -> Iterator[Row]:
    """The names of an article, with what is known of their clusters and who says so."""
    for mention, cluster in zip(one.mentions, one.clusters, strict=True):
        by = deciders.get((mention.span.start, mention.span.end, mention.label), MODEL)
        here = {"doc": doc, **_place(mention.span), "text": mention.span.surface(text)}
        identity, name, external = known[cluster]
        yield {**here, "label": mention.label, "cluster": identity, "name": name, "external_id": external, "by": by}


def figure_rows(
    doc: str, text: str, published: str, one: ArticleReading, ids: Sequence[str], groups: Sequence[str]
) -> Iterator[Row]:
    """The figures of an article; a date has the day it says as its value, or the first and the last one."""
    for figure, claim, claimant, group in zip(one.figures, one.claims, one.claimants, one.groups, strict=True):
        surface = figure.span.surface(text)
        yield {
            "doc": doc,
            **_place(figure.span),
            "text": surface,
            "kind": figure.kind.value,
            **_values(figure, surface, published),
            "unit": figure.unit or None,
            "modifier": figure.modifier.value,
            "about": None if group is None else groups[group],
            "claimant": (claim.said_by or None) if claimant is None else ids[claimant],
        }


def quote_rows(doc: str, text: str, one: ArticleReading, ids: Sequence[str]) -> Iterator[Row]:
    """The quotations of an article."""
    for said, speaker in zip(one.quotations, one.speakers, strict=True):
        here = {"doc": doc, **_place(said.span), "text": said.span.surface(text)}
        yield {**here, "speaker": None if speaker is None else ids[speaker]}


def alignment_row(docs: Sequence[str], one: Alignment) -> Row:
    """A pair of sentences; the document whose name comes first is the first."""
    (doc_a, a), (doc_b, b) = sorted(((docs[one.a], one.span_a), (docs[one.b], one.span_b)))
    first = {"doc_a": doc_a, "start_a": a.start, "end_a": a.end}
    return {**first, "doc_b": doc_b, "start_b": b.start, "end_b": b.end, "type": one.how.value}


def ledger_row(identity: str, docs: Sequence[str], texts: Sequence[str], group: Group, ids: Sequence[str]) -> Row:
    """A group of figures; the members of `pair_verdicts` are indices in `members`."""
    members = [
        {
            "doc": docs[entry.article],
            **_place(entry.span),
            "text": entry.span.surface(texts[entry.article]),
            "claimant": None if entry.claimant is None else ids[entry.claimant],
        }
        for entry in group.entries
    ]
    pairs = [{"a": pair.a, "b": pair.b, "verdict": pair.verdict.value} for pair in group.pairs]
    return {
        "id": identity,
        "about": group.about,
        "verdict": group.verdict.value,
        "members": members,
        "pair_verdicts": pairs,
    }


def line_of(row: Row) -> str:
    """A row as one line of JSON; decimals are written as they are, and none becomes a float."""
    return "{" + ", ".join(f"{json.dumps(key)}: {_json(value)}" for key, value in row.items()) + "}\n"


def _json(value: object) -> str:
    return format(value, "f") if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _values(figure: Figure, surface: str, published: str) -> Row:
    if figure.kind is not Kind.DATE or figure.value is not None or figure.low is not None:
        return {"value": figure.value, "low": figure.low, "high": figure.high}
    days = interval(surface, day_of(published))
    if days is None:
        return {"value": None, "low": None, "high": None}
    first, last = days
    return {"value": first, "low": None, "high": None} if first == last else {"value": None, "low": first, "high": last}


def _place(span: Span) -> Row:
    return {"start": span.start, "end": span.end}
