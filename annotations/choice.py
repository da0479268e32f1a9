"""Which decisions leave a project as gold: of whom, on what, how sure; story by story, none held."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeVar

from annotations.analyses import IMPORTED, newest_analysis
from annotations.articles import CURRENT
from annotations.carried import uncarried
from annotations.compared import compared
from annotations.connections import connections
from annotations.dump_rows import Names
from annotations.gold import GoldArticle, GoldStory, Offer
from annotations.gold_clusters import clusters
from annotations.material import aliases
from annotations.model import Annotation, Connection, Proposal, Statement, Verdict
from annotations.offered import in_order, offered
from annotations.relations import names_decided, relations
from annotations.statements import statements
from annotations.store import Store
from corpus.article import Article
from corpus.comparison import Comparison
from corpus.label_map import BOILERPLATE

_Of = TypeVar("_Of", Annotation, Statement, Connection)
_IN_ORDER: Final = (
    f"SELECT coalesce(story.id, article.id), coalesce(story.id, ''), coalesce(story.title, ''), article.id, {CURRENT}"
    " FROM article LEFT JOIN story_article ON article = article.id LEFT JOIN story ON story = story.id"
    " ORDER BY story.number IS NULL, story.number, article.number"
)
_BATCH: Final = 16  # articles that are asked for together: asking takes as long as the answer does
_LANGUAGES: Final = (
    "SELECT article_sha256, lang FROM analysis WHERE article_sha256 IN (SELECT value FROM json_each(?))"
    " ORDER BY version <> ?, made"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted; without anything, all of it.

    With `reviewed`, only articles that were finished, and in them only the decisions of those who finished them.
    `reviewers` and `labels` are those that are wanted, empty for all. `agreed` is by how many reviewers a span
    has to be accepted with the same label, otherwise it is unsure; an article that fewer of them finished counts as
    one that nobody did. `since` and `until` are days, as precise as they are given (2026, 2026-03),
    both included; an article without a day then is not taken. With `anonymous`, reviewers are called reviewer-1 and so
    on. `offers` adds the open proposals of the newest reading; with `links`, names that only a model takes for one
    thing are in one cluster too.
    """

    reviewed: bool = False
    reviewers: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    agreed: int = 1
    since: str = ""
    until: str = ""
    anonymous: bool = False
    offers: bool = False
    links: bool = False


ALL: Final = Choice()


def gold(store: Store, choice: Choice = ALL) -> Iterator[GoldStory]:
    """The stories of a project with their decisions. Raises ProjectError.

    What is boilerplate stands apart. An older version of an article comes only where decisions on it were not carried
    over, and with those alone. A story of which no article is wanted is left out.
    """
    chooser = _Chooser(store, choice)
    for batch in _batches(store):
        kept = chooser.kept([row[3] for members in batch for row in members])
        for members in batch:
            articles = [one for row in members if (one := chooser.article(kept, row[3], newest=row[4])) is not None]
            if articles:
                yield chooser.story(members[0][1], members[0][2], articles)


def _batches(store: Store) -> Iterator[list[list[tuple[Any, ...]]]]:
    """The rows of whole stories, several stories at once where they are small."""
    batch: list[list[tuple[Any, ...]]] = []
    size = 0
    for _, rows in groupby(store.each(_IN_ORDER), key=itemgetter(0)):
        members = list(rows)
        if batch and size + len(members) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(members)
        size += len(members)
    if batch:
        yield batch


class _Kept(NamedTuple):
    """What a project keeps of some articles, each by the id of its article; `languages` by the hash of its text."""

    articles: dict[str, Article]
    annotations: Mapping[str, Sequence[Annotation]]
    finished: Mapping[str, Mapping[str, str]]
    statements: Mapping[str, Sequence[Statement]]
    connections: Mapping[str, Sequence[Connection]]
    languages: Mapping[str, str]


class _Chooser:
    """Takes what is wanted out of a project; `_called` are the names that reviewers get."""

    def __init__(self, store: Store, choice: Choice) -> None:
        self._store = store
        self._choice = choice
        everybody = store.reviewers()
        self._who = [name for name in everybody if not choice.reviewers or name in choice.reviewers]
        numbered = {name: f"reviewer-{number}" for number, name in enumerate(everybody, 1)}
        self._called = numbered if choice.anonymous else {name: name for name in everybody}
        # Most projects lack some of it, and asking costs as much as an article does.
        tables = ("comparison", "relation", "statement", "connection", "analysis")
        self._has = {table: bool(store.rows(f"SELECT 1 FROM {table} LIMIT 1")) for table in tables}
        self._root = Names(aliases(names_decided(store))).root if self._has["relation"] else str

    def kept(self, ids: Sequence[str]) -> _Kept:
        """What the project keeps of the articles with these ids."""
        store, has = self._store, self._has
        articles = {one.id: one for one in store.articles(ids)}
        digests = json.dumps([one.sha256 for one in articles.values()])
        return _Kept(
            articles,
            _by_article(store.annotations_of(ids)),
            store.finished(ids),
            _by_article(statements(store, ids)) if has["statement"] else {},
            _by_article(connections(store, ids)) if has["connection"] else {},
            dict(store.rows(_LANGUAGES, [digests, IMPORTED])) if has["analysis"] else {},
        )

    def article(self, kept: _Kept, article_id: str, *, newest: bool) -> GoldArticle | None:
        """An article with what is wanted of it; None where nothing is."""
        choice = self._choice
        done = [name for name in kept.finished.get(article_id, ()) if name in self._who]
        done = done if len(done) >= choice.agreed else []
        if choice.reviewed and not done:
            return None
        who = done if choice.reviewed else self._who
        chosen = [one for one in kept.annotations.get(article_id, ()) if one.reviewer in who]
        if not newest:
            chosen = uncarried(self._store, chosen)
        if not newest and not chosen:
            return None
        article = kept.articles.get(article_id)
        if article is None or not self._in_time(article):
            return None
        return self._gold(kept, article, chosen, who, done)

    def _gold(
        self, kept: _Kept, article: Article, chosen: Sequence[Annotation], who: Sequence[str], done: Sequence[str]
    ) -> GoldArticle:
        wanted = self._wanted([one for one in chosen if one.label != BOILERPLATE])
        ids = {one.id for one in wanted if self._related(one)}
        furniture = [one for one in chosen if one.label == BOILERPLATE]
        said, tied = kept.statements.get(article.id, ()), kept.connections.get(article.id, ())
        return GoldArticle(
            article,
            kept.languages.get(article.sha256) or article.metadata.lang or "en",
            tuple(sorted(self._called[name] for name in done)),
            tuple(self._renamed(one) for one in sorted(wanted, key=_order)),
            tuple(self._renamed(one) for one in sorted(furniture, key=_order)),
            tuple(replace(one, reviewer=self._called[one.reviewer]) for one in said if one.reviewer in who),
            tuple(
                replace(one, reviewer=self._called[one.reviewer])
                for one in tied
                if one.reviewer in who and one.source in ids
            ),
            tuple(self._offers(article, chosen)) if self._choice.offers else (),
        )

    def _in_time(self, article: Article) -> bool:
        since, until, day = self._choice.since, self._choice.until, article.metadata.published[:10]
        if not since and not until:
            return True
        return bool(day) and day[: len(since)] >= since and (not until or day[: len(until)] <= until)

    def _wanted(self, chosen: Sequence[Annotation]) -> list[Annotation]:
        """The annotations with a label that is wanted; accepted ones on which too few agree are unsure."""
        labels, agreed = self._choice.labels, self._choice.agreed
        kept = [one for one in chosen if not labels or one.label in labels]
        if agreed < 2:
            return kept
        by: defaultdict[object, set[str]] = defaultdict(set)
        for one in kept:
            if one.verdict is Verdict.ACCEPTED:
                by[one.span, one.parts, one.label].add(one.reviewer)
        return [
            replace(one, verdict=Verdict.UNSURE)
            if one.verdict is Verdict.ACCEPTED and len(by[one.span, one.parts, one.label]) < agreed
            else one
            for one in kept
        ]

    def _related(self, one: Annotation) -> bool:
        """Whether an annotation keeps its relations: where people have to agree, only those on which they do."""
        return self._choice.agreed < 2 or one.verdict is Verdict.ACCEPTED

    def _renamed(self, one: Annotation) -> Annotation:
        return replace(one, reviewer=self._called[one.reviewer]) if self._choice.anonymous else one

    def _offers(self, article: Article, decided: Sequence[Annotation]) -> Iterator[Offer]:
        """The proposals on which nobody decided: those of the newest reading, and those that came with datasets.

        What overlaps a place that was marked is left out.
        """
        labels, taken = self._choice.labels, [one.span for one in decided]
        taken += [one.origin.span for one in decided if one.origin is not None]
        analysis = newest_analysis(self._store, article.sha256)
        found = offered(self._store, article.sha256)
        for mention in analysis.mentions() if analysis is not None else ():
            found.append(
                Offer(Proposal(mention.span, mention.label, str(analysis.model if analysis else "")), mention.score)
            )
        by_proposal = {one.proposal: one for one in found}
        for one in sorted(by_proposal.values(), key=in_order):
            proposal = one.proposal
            if not any(proposal.span.overlaps(span) for span in taken) and (not labels or proposal.label in labels):
                yield one

    def story(self, identity: str, title: str, articles: Sequence[GoldArticle]) -> GoldStory:
        """A story of these articles."""
        articles = self._without_loose_ends(articles)
        ids = {one.article.id: one for one in articles}
        related = relations(self._store, ids) if self._has["relation"] else []
        tied = [one for one in related if one.other_id in ids and one.reviewer in self._who]
        ties = tuple(replace(one, reviewer=self._called[one.reviewer]) for one in tied)
        named = clusters(articles, tied, self._links(identity, articles), identity, self._root)
        return GoldStory(identity, title, tuple(articles), ties, named)

    def _without_loose_ends(self, articles: Sequence[GoldArticle]) -> Sequence[GoldArticle]:
        """Articles without relations to annotations that were not wanted."""
        if not any(one.connections for one in articles):
            return articles
        kept = {one.id for article in articles for one in article.annotations if self._related(one)}
        kept.update(one.id for article in articles for one in article.boilerplate)
        known = {article.article.id for article in articles}
        return [
            replace(one, connections=tuple(c for c in one.connections if c.target in kept or c.other_id not in known))
            for one in articles
        ]

    def _links(self, story: str, articles: Sequence[GoldArticle]) -> Comparison | None:
        """What a model makes of the names of a story, where that is wanted."""
        wanted = story and self._choice.links and self._has["comparison"]
        return compared(self._store, story, [one.article.id for one in articles]) if wanted else None


def _by_article(given: Iterable[_Of]) -> dict[str, list[_Of]]:
    found: defaultdict[str, list[_Of]] = defaultdict(list)
    for one in given:
        found[one.article_id].append(one)
    return found


def _order(one: Annotation) -> tuple[object, ...]:
    return one.span.start, one.span.end, one.label, one.reviewer


def unknown_reviewers(store: Store, choice: Choice) -> list[str]:
    """Those of the wanted reviewers that are none of the project."""
    return sorted(set(choice.reviewers) - set(store.reviewers()))
