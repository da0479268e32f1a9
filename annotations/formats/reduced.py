"""What of a story a format carries, and what it does not: said once, for every format.

A format says its parts (`Format.carries`); what is reduced to them is what it writes, and what its file
has to give back (`annotations.formats.difference` compares).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from operator import attrgetter
from typing import Any, Final, NamedTuple

from annotations.formats.base import EVERYTHING, LeftOut, Part
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Annotation, Connection, Verdict
from corpus.article import Article

NOT_CARRIED: Final = "the format does not carry it"
_RANK: Final = (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.UNSURE)
_VERDICTS: Final = {Verdict.REJECTED: Part.REJECTED, Verdict.UNSURE: Part.UNSURE}


@dataclass(slots=True)
class Reduced:
    """What is left of a story, as the stories that a file holds of it, and what was left out."""

    stories: list[GoldStory]
    left_out: list[LeftOut] = field(default_factory=list)


def missing(carries: frozenset[Part]) -> list[str]:
    """What is not carried, in words."""
    return [part.value for part in Part if part not in carries]


def reduced(story: GoldStory, carries: frozenset[Part]) -> Reduced:
    """A story without what is not carried."""
    if carries == EVERYTHING:
        return Reduced([story])
    return _Reducer(story, carries).result()


class _Has(NamedTuple):
    """Which parts of an annotation are carried."""

    notes: bool
    attributes: bool
    ways: bool
    origins: bool
    times: bool
    reviewers: bool


@cache
def _has(carries: frozenset[Part]) -> _Has:
    parts = (Part.NOTES, Part.ATTRIBUTES, Part.WAYS, Part.ORIGINS, Part.TIMES, Part.REVIEWERS)
    return _Has(*(part in carries for part in parts))


class _Reducer:
    """Goes through one story; `_same` says by which id an annotation that was merged into another one is known."""

    def __init__(self, story: GoldStory, carries: frozenset[Part]) -> None:
        self._story = story
        self._carries = carries
        self._has = _has(carries)
        self._left: list[LeftOut] = []
        self._same: dict[str, str] = {}
        self._of: dict[str, int] = {}

    def result(self) -> Reduced:
        """What is left."""
        first = [self._article(one) for one in self._story.articles]
        for index, article in enumerate(first):
            self._of.update(dict.fromkeys((one.id for one in article.annotations), index))
        articles = [self._related(one) for one in first]
        clusters = list(self._clusters())
        if Part.TIES not in self._carries:
            names = {one.article.id: one.article.name for one in self._story.articles}
            for tie in self._story.ties:
                place = (tie.article_id, names.get(tie.article_id, ""), tie.span, tie.surface)
                self._left.append(LeftOut(*place, tie.tie.value, tie.reviewer, NOT_CARRIED, kind=Part.TIES))
        ties = tuple(map(self._unhanded, self._story.ties)) if Part.TIES in self._carries else ()
        if Part.STORIES in self._carries:
            whole = replace(self._story, articles=tuple(articles), ties=ties, clusters=tuple(clusters))
            return Reduced([whole], self._left)
        return Reduced(list(_alone(articles, clusters)), self._left)

    def _unhanded(self, one: Any) -> Any:
        """A decision without who made it and when, where that is not carried."""
        changes = {} if Part.REVIEWERS in self._carries else {"reviewer": ""}
        if Part.TIMES not in self._carries:
            changes["decided"] = ""
        return replace(one, **changes) if changes else one

    def _article(self, one: GoldArticle) -> GoldArticle:
        carries = self._carries
        finished = one.finished_by if Part.FINISHED in carries else ()
        if Part.REVIEWERS not in carries:
            finished = ("",) if finished else ()
        if Part.FINISHED not in carries and one.finished_by:
            self._left += [self._of_article(one, Part.FINISHED, who) for who in one.finished_by]
        if Part.BOILERPLATE not in carries:
            self._left += [replace(_left(one, each), kind=Part.BOILERPLATE) for each in one.boilerplate]
        if Part.STATEMENTS not in carries:
            for said in one.statements:
                source = one.article
                what = f"{said.about.value} {said.field}: {said.value}"
                place = (source.id, source.name, said.span, said.surface, what, said.reviewer, NOT_CARRIED)
                self._left.append(LeftOut(*place, kind=Part.STATEMENTS))
        return GoldArticle(
            one.article if Part.METADATA in carries else Article.of(one.article.name, one.article.text),
            one.lang if Part.METADATA in carries else "",
            finished,
            tuple(self._annotations(one, one.annotations)),
            tuple(self._annotations(one, one.boilerplate)) if Part.BOILERPLATE in carries else (),
            tuple(map(self._unhanded, one.statements)) if Part.STATEMENTS in carries else (),
            one.connections,
            one.offers if Part.OFFERS in carries else (),
        )

    @staticmethod
    def _of_article(one: GoldArticle, kind: Part, who: str) -> LeftOut:
        return LeftOut(one.article.id, one.article.name, None, "", "", who, NOT_CARRIED, kind=kind)

    def _annotations(self, article: GoldArticle, given: Sequence[Annotation]) -> list[Annotation]:
        kept: list[Annotation] = []
        for one in given:
            part = _VERDICTS.get(one.verdict)
            if part is not None and part not in self._carries:
                self._left.append(replace(_left(article, one), kind=part))
            elif one.parts and Part.GAPS not in self._carries:
                self._left.append(LeftOut.of(article, one, "it has gaps, which the format does not carry"))
            else:
                kept.append(self._bare(article, one))
        if Part.REVIEWERS not in self._carries:
            kept = self._merged(article, kept)
        return sorted(kept, key=in_order)

    def _bare(self, article: GoldArticle, one: Annotation) -> Annotation:
        """An annotation without what is not carried of it."""
        has = self._has
        if one.note and not has.notes:
            self._left.append(replace(_left(article, one), kind=Part.NOTES))
        if one.attributes and not has.attributes:
            self._left.append(replace(_left(article, one), kind=Part.ATTRIBUTES))
        if all(has):
            return one
        created, decided = (one.created, one.decided) if has.times else ("", "")
        return Annotation(
            one.id,
            one.article_id,
            one.span,
            one.surface,
            one.label,
            one.verdict,
            one.origin if has.origins else None,
            one.reviewer if has.reviewers else "",
            created,
            decided,
            one.note if has.notes else "",
            one.parts,
            one.attributes if has.attributes else (),
            one.via if has.ways else "",
        )

    def _merged(self, article: GoldArticle, given: Sequence[Annotation]) -> list[Annotation]:
        """One annotation for the same span and label, whoever decided: accepted by anybody, else rejected."""
        groups: defaultdict[object, list[Annotation]] = defaultdict(list)
        for one in given:
            groups[one.span, one.parts, one.label].append(one)
        kept: list[Annotation] = []
        for group in groups.values():
            group.sort(key=lambda one: (_RANK.index(one.verdict), not one.note, one.id))
            first = group[0]
            for other in group[1:]:
                self._same[other.id] = first.id
                if other.verdict is not first.verdict:
                    left = LeftOut.of(article, other, f"others say that it is {first.verdict.value}")
                    self._left.append(replace(left, kind=_VERDICTS[other.verdict]))
            kept.append(first)
        return kept

    def _related(self, article: GoldArticle) -> GoldArticle:
        kept: set[Connection] = set()
        for one in article.connections:
            source, target = (self._same.get(end, end) for end in (one.source, one.target))
            inside = one.other_id == one.article_id
            part = Part.LINKS if not inside and Part.RELATIONS in self._carries else Part.RELATIONS
            if part in self._carries and source in self._of and (target in self._of or not inside):
                kept.add(self._unhanded(replace(one, source=source, target=target)))
            else:
                reason = NOT_CARRIED if part not in self._carries else "one of its spans is left out"
                name = article.article.name
                left = LeftOut(one.article_id, name, None, "", one.kind, one.reviewer, reason, kind=part)
                self._left.append(left)
        return replace(article, connections=tuple(sorted(kept, key=_connection_order)))

    def _clusters(self) -> Iterator[Cluster]:
        for one in self._story.clusters:
            members = tuple(dict.fromkeys(self._same.get(each, each) for each in one.members))
            members = tuple(each for each in members if each in self._of)
            by_article: defaultdict[int, list[str]] = defaultdict(list)
            for each in members:
                by_article[self._of[each]].append(each)
            first = next(iter(self._story.articles)).article
            if Part.CLUSTERS not in self._carries:
                if len(one.members) > 1:
                    self._left.append(_left_cluster(first, one, Part.CLUSTERS, NOT_CARRIED))
                continue
            named = one if Part.STATEMENTS in self._carries else Cluster(one.id, one.members)
            if Part.LINKS in self._carries:
                if members:
                    yield named._replace(members=members)
                continue
            if len(by_article) > 1:
                self._left.append(_left_cluster(first, one, Part.LINKS, "it names things in several articles"))
            for own in by_article.values():
                yield named._replace(members=tuple(own))


def _left_cluster(article: Article, one: Cluster, kind: Part, reason: str) -> LeftOut:
    return LeftOut(article.id, article.name, None, one.name, one.id, "", reason, kind=kind)


def _alone(articles: Sequence[GoldArticle], clusters: Iterable[Cluster]) -> Iterator[GoldStory]:
    """Each article as a story of its own."""
    for article in articles:
        own = {one.id for one in article.annotations}
        yield GoldStory("", "", (article,), (), tuple(one for one in clusters if own.issuperset(one.members)))


def _left(article: GoldArticle, one: Annotation) -> LeftOut:
    return LeftOut.of(article, one, NOT_CARRIED)


in_order: Final = attrgetter(
    *("span.start", "span.end", "label", "reviewer", "verdict", "parts", "note", "attributes", "id")
)
"""The order of annotations in an article, which does not depend on their ids where anything else differs."""


def _connection_order(one: Connection) -> tuple[str, ...]:
    return one.kind, one.source, one.other_id, one.target, one.reviewer
