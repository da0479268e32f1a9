"""What the decisions of a dataset come to in a project: events of those who made them, but for what is there already.

What a reviewer decided in the project stays as it is: another verdict in the dataset is counted, and not taken.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final, NamedTuple

from annotations.article_state import ArticleState
from annotations.events import (
    Attributed,
    Change,
    Connected,
    Finished,
    Judged,
    Noted,
    Parted,
    Rejudged,
    Related,
    Stated,
)
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import About, Annotation, Connection, Relation, Statement, Tie, Verdict
from annotations.said_names import ID, NAME
from corpus.display import shown_line
from corpus.names import is_name, normal_name
from corpus.span import Span

NEW, KNOWN, OTHERWISE, TWICE = "new", "known", "otherwise", "twice"
"""What becomes of a decision: it is new, or there already, or its reviewer decided otherwise, in the project or before
in the same dataset."""
ANNOTATION: Final = "annotation"
DONE: Final = "done"  # what a decision says that says nothing but itself
Tally = Counter[tuple[str, str, str]]
"""How many decisions there are of a reviewer, of a kind (`ANNOTATION`, tie …), with an outcome."""
Timed = tuple[str, Change]
Steps = dict[str, dict[str, list[Timed]]]
"""What changes, by reviewer and by article."""
States = Callable[[str, str], ArticleState]
"""Of a reviewer and the id of an article, what is decided in the project."""


def no_steps() -> Steps:
    """Nothing yet, to which changes can be added."""
    return defaultdict(lambda: defaultdict(list))


def decided(article: GoldArticle) -> tuple[Annotation, ...]:
    """All annotations of an article."""
    return (*article.annotations, *article.boilerplate)


class _Marked(NamedTuple):
    """What a dataset said first of a span with a label: the id that the annotation got, its verdict and its pieces."""

    id: str
    verdict: Verdict
    parts: tuple[Span, ...]


@dataclass(slots=True)
class Decisions:
    """Goes through one story of a dataset, once; `steps` are the changes to make, which stories may share.

    `places` gives the ids that its articles have in the project, `story` the id of the story in which they lie there.
    `reviewer` is whose decisions they are where nobody is named, `at` when they were made where no time is given.
    `identity` gives the id of an annotation in the project, from the one in the dataset. `own` are the articles that
    came with the dataset, on which nobody else decided. `ids` are those that annotations got, `unnamed` says that there
    were decisions of nobody, `clustered` counts the new ties that clusters came to.
    """

    states: States
    places: Mapping[str, str]
    story: str
    reviewer: str
    at: str
    identity: Callable[[str], str]
    tally: Tally
    own: Container[str] = frozenset()
    steps: Steps = field(default_factory=no_steps)
    ids: dict[str, str] = field(default_factory=dict)
    unnamed: bool = False
    clustered: int = 0
    _latest: dict[tuple[str, str], str] = field(default_factory=dict)
    _marked: dict[tuple[str, str, Span, str], _Marked] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _seen: dict[tuple[object, ...], object] = field(default_factory=dict)
    _said: set[tuple[object, ...]] = field(default_factory=set)

    def take(self, story: GoldStory, *, cluster_ties: bool) -> list[Connection]:
        """Plan the whole story; returns the relations whose targets are in no story that was met so far.

        With `cluster_ties` its clusters become ties of names.
        """
        for article in story.articles:
            for one in decided(article):
                self._annotation(one)
        for article in story.articles:
            for said in article.statements:
                self._statement(said, story)
        for tie in story.ties:
            self._tie(tie)
        if cluster_ties:
            self._clusters(story)
        later = [one for article in story.articles for one in article.connections if not self.connect(one)]
        for article in story.articles:
            self._finish(article)
        return later

    def connect(self, one: Connection) -> bool:
        """Plan a relation; returns whether its ends are known."""
        if one.source not in self.ids or one.target not in self.ids:
            return False
        who, here = self._who(one.reviewer), self._place(one.article_id)
        key = (one.kind, self.ids[one.source], self._place(one.other_id), self.ids[one.target])
        if self._is_new("relation", (who, here, *key), DONE if key in self.states(who, here).connections else None):
            self._add(who, here, self._time(one.decided), Connected(*key))
        return True

    def _annotation(self, one: Annotation) -> None:
        who, here = self._who(one.reviewer), self._place(one.article_id)
        key = (who, here, one.span, one.label)
        before = self._marked.get(key)
        there = before or self.states(who, here).same(one.span, one.label)
        if there is not None:
            alike = (there.verdict, there.parts) == (one.verdict, one.parts)
            other = TWICE if before is not None or here in self.own else OTHERWISE
            self.tally[who, ANNOTATION, KNOWN if alike else other] += 1
            if alike:
                self._marked[key] = _Marked(there.id, there.verdict, there.parts)
            self.ids[one.id] = there.id
            return
        identity = self.ids[one.id] = self.identity(one.id)
        self._marked[key] = _Marked(identity, one.verdict, one.parts)
        self.tally[who, ANNOTATION, NEW] += 1
        created = self._time(one.created or one.decided)
        decided = created if one.decided == one.created else self._time(one.decided or one.created)
        made = Judged(identity, one.span, one.surface, one.label, one.verdict, one.origin, one.via)
        self._add(who, here, created, made)
        for change in _details(one, identity):
            self._add(who, here, created, change)
        if decided != created:
            self._add(who, here, decided, Rejudged(identity, one.verdict, one.via))

    def _statement(self, one: Statement, story: GoldStory) -> None:
        if not one.value:
            return
        who, here = self._who(one.reviewer), self._place(one.article_id)
        where = self.story if one.story and one.story == story.id else one.story
        key = (one.about, one.span, where, one.field)
        before = self.states(who, here).statements.get(key)
        there = before.value if before is not None else None
        if self._is_new("statement", (who, here, *key), there, one.value):
            self._add(
                who,
                here,
                self._time(one.decided),
                Stated(one.about, one.span, one.surface, one.field, one.value, where),
            )

    def _tie(self, one: Relation) -> bool:
        """Plan a tie; returns whether it is new."""
        who, here, other = self._who(one.reviewer), self._place(one.article_id), self._place(one.other_id)
        key, back = (one.tie, one.span, other, one.other_span), (one.tie, one.other_span, here, one.span)
        before = self.states(who, here).relations.get(key) or self.states(who, other).relations.get(back)
        ends = frozenset(((here, one.span), (other, one.other_span)))
        if not self._is_new("tie", (who, here, one.tie, ends), before and before.verdict, one.verdict):
            return False
        change = Related(one.tie, one.span, one.surface, other, one.other_span, one.other_surface, one.verdict)
        self._add(who, here, self._time(one.decided), change)
        return True

    def _clusters(self, story: GoldStory) -> None:
        """Ties for clusters, and what the clusters are called where no statement says it.

        Nobody made a cluster, so both are the reviewer's of this import.
        """
        members = {one.id: one for article in story.articles for one in article.annotations}
        told = {
            (one.article_id, one.span, one.field)
            for article in story.articles
            for one in article.statements
            if one.about is About.NAME
        }
        for cluster in story.clusters:
            given = (members[each] for each in cluster.members if each in members)
            own = [one for one in given if one.verdict is Verdict.ACCEPTED]
            if own:
                self.clustered += sum(map(self._tie, ties_of(own, self.reviewer)))
                for said in _named(cluster, own[0], self.reviewer):
                    if not any((one.article_id, one.span, said.field) in told for one in own):
                        self._statement(said, story)

    def _finish(self, article: GoldArticle) -> None:
        here = self._place(article.article.id)
        for name in article.finished_by:
            who = self._who(name)
            if self._is_new("finished", (who, here), DONE if self.states(who, here).finished else None):
                self._add(who, here, self._latest.get((who, here), self.at), Finished())

    def _is_new(self, kind: str, key: tuple[object, ...], there: object, said: object = DONE) -> bool:
        """Count a decision that is no annotation; returns whether it is to be made.

        `key` begins with the reviewer and the article; `said` is what it says, `there` what the project says, None for
        nothing. The first word of a dataset counts.
        """
        one = (kind, *key)
        before = self._seen.get(one, there)
        self._seen[one] = said if before is None else before
        other = TWICE if one in self._said or str(key[1]) in self.own else OTHERWISE
        outcome = NEW if before is None else KNOWN if before == said else other
        if outcome in {NEW, KNOWN}:
            self._said.add(one)
        self.tally[str(key[0]), kind, outcome] += 1
        return outcome == NEW

    def _add(self, who: str, here: str, at: str, change: Change) -> None:
        self.steps[who][here].append((at, change))
        if at > self._latest.get((who, here), ""):
            self._latest[who, here] = at

    def _who(self, reviewer: str) -> str:
        name = self._names.get(reviewer)
        if name is None:
            name = self._names[reviewer] = shown_line(reviewer).strip()
        self.unnamed = self.unnamed or not name
        return name or self.reviewer

    def _place(self, article_id: str) -> str:
        return self.places.get(article_id, article_id)

    def _time(self, said: str) -> str:
        """A time as the log has it; `at` for none, and for what is no time."""
        return (moment(said) if said else "") or self.at


def _details(one: Annotation, identity: str) -> Iterator[Change]:
    """The events that make a new annotation what it is beside its place, label and verdict."""
    if one.parts:
        yield Parted(identity, one.parts, one.surface)
    for name, value in one.attributes:
        if value:
            yield Attributed(identity, name, value)
    if one.note:
        yield Noted(identity, one.note)


def ties_of(own: Sequence[Annotation], reviewer: str) -> Iterator[Relation]:
    """The ties of `reviewer` that make mentions one thing: the first one's with each that is not called so already."""
    first = own[0]
    called, name = {_called(first)}, normal_name(first.surface)
    for one in own[1:]:
        if normal_name(one.surface) != name and _called(one) not in called:
            called.add(_called(one))
            ends = (first.article_id, first.span, first.surface, one.article_id, one.span, one.surface)
            yield Relation(Tie.SAME, *ends, Verdict.ACCEPTED, reviewer, max(first.decided, one.decided))


def _called(one: Annotation) -> object:
    """What is equal for mentions that are one thing without anybody saying so; a description equals no other."""
    if not is_name(one.surface):
        return one.article_id, one.span
    return normal_name(one.surface), one.label


def _named(cluster: Cluster, first: Annotation, reviewer: str) -> Iterator[Statement]:
    for field_name, value in ((NAME, cluster.name), (ID, cluster.external_id)):
        if value:
            place = (About.NAME, first.article_id, "", first.span, first.surface)
            yield Statement(*place, field_name, value, reviewer, first.decided)


@lru_cache(maxsize=1024)
def moment(said: str) -> str:
    """A time in UTC as ISO 8601 with a Z; one without a zone is taken for UTC. Empty for what is no time."""
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return ""
    if said.endswith("Z") and "T" in said:
        return said
    found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    return found.isoformat().replace("+00:00", "Z")
