"""Taking a dataset into a project: its texts, and what people decided on them as events of theirs, or as proposals.

All of a dataset is read and checked before anything is written. Then come its articles, as in any import, and story by
story what was decided, each reviewer's part of a story in one transaction, each article in one step that they can undo.
What is there already is not added again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from typing import Final

from annotations.analyses import language
from annotations.clock import now
from annotations.dataset_articles import Places, keep_story, stories_of
from annotations.dataset_check import Sound, articles, check, stories
from annotations.dataset_decisions import Decisions, Tally, Timed
from annotations.dataset_states import Standing
from annotations.errors import NotSavedError
from annotations.events import Event, Step
from annotations.formats.base import Format, How, Part
from annotations.gold import SURE, GoldArticle, GoldStory, Offer
from annotations.intake import Source, take_in
from annotations.labels import shipped
from annotations.model import Connection, Proposal, Sitting, Verdict
from annotations.offered import fresh, keep_language, keep_offers, offered
from annotations.replay import Layer
from annotations.store import StaleError, Store
from corpus.offsets import Unit

OWN_IDS: Final = frozenset(("jsonl",))
"""The formats in which annotations have the ids that they have in a project."""
TRIES: Final = 20
_GONE: Final = (
    "SELECT json_extract(payload, '$.annotation_id') FROM event WHERE kind = 'judged' EXCEPT SELECT id FROM annotation"
)
Steps = Mapping[str, Mapping[str, list[Timed]]]


@dataclass(frozen=True, slots=True)
class Terms:
    """How a dataset is taken in.

    `reviewer` is whose decisions they are where the dataset names nobody, `program` what takes them in. `unit` is what
    the offsets count, None for what the format says; `encoding` is as in `How`. With `proposals` its spans are no
    decisions but proposals of `model`, as are those that name no other. With `dry`, nothing is written.
    """

    reviewer: str
    program: str
    model: str
    unit: Unit | None = None
    proposals: bool = False
    dry: bool = False
    encoding: str = ""


@dataclass(slots=True)
class TakenOver:
    """What came in: articles that were `added` or `known`, decisions (see `Tally`), and proposals new and known.

    `unnamed` says that there were decisions of nobody, which are the reviewer's now; `clustered` counts the ties among
    them that were made from clusters; `lost` are relations to what is not in the dataset. Of what cannot be proposals,
    `left` counts ties, statements and relations, and `refused` decisions on spans by what was decided.
    """

    added: int = 0
    known: int = 0
    tally: Tally = field(default_factory=Tally)
    offers: int = 0
    offered: int = 0
    unnamed: bool = False
    lost: int = 0
    left: int = 0
    clustered: int = 0
    refused: Counter[str] = field(default_factory=Counter)


def take_over(store: Store, fmt: Format, path: Path, terms: Terms, sound: Sound | None = None) -> TakenOver:
    """Take the dataset at `path` into a project. Raises ReadError, before anything is written, and ProjectError.

    `sound` is what `annotations.dataset_check.check` said of it, where it was asked before.
    """
    how = How(terms.unit, encoding=terms.encoding)
    taking = _Taking(store, fmt, terms, (sound or check(fmt, path, how)).far)
    if not terms.dry:
        source = Source("", 0, lambda: taking.places.fresh(articles(fmt, path, how)))
        take_in(store, [source], tell=lambda _: None)
    with store.bulk():
        for story in stories(fmt, path, how):
            taking.story(story)
        taking.late()
    return taking.taken


class _Taking:
    """One import: `places` are the articles' as they were before it."""

    def __init__(self, store: Store, fmt: Format, terms: Terms, far: frozenset[str]) -> None:
        self.taken = TakenOver()
        self.places = Places(store)
        self._store = store
        self._terms = terms
        self._far = far
        self._own_ids = fmt.name in OWN_IDS
        self._cluster_ties = Part.TIES not in fmt.carries and Part.CLUSTERS in fmt.carries
        self._at = now()
        self._added: set[str] = set()
        self._gone = {one for (one,) in store.rows(_GONE)}
        self._given: set[str] = set()
        self._sittings: dict[str, tuple[str, Iterator[int]]] = {}
        self._later: list[Connection] = []
        self._far_ids: dict[str, str] = {}
        self._far_places: dict[str, str] = {}

    def story(self, story: GoldStory) -> None:
        """Take one story in."""
        places = {one.article.id: self.places.of(one.article) for one in story.articles}
        fresh_ones = {one.article.id for one in story.articles if self.places.known(one.article) is None}
        self.taken.added += len(fresh_ones - self._added)
        self._added |= fresh_ones
        self.taken.known += len(story.articles) - len(fresh_ones)
        if not self._terms.dry:
            keep_story(self._store, story, places.values())
        for article in story.articles:
            self._offer(article)
        if self._terms.proposals:
            self._leave(story)
        else:
            self._decide(story, places)

    def _leave(self, story: GoldStory) -> None:
        """Count what cannot be proposals."""
        self.taken.left += len(story.ties) + sum(len(one.statements) + len(one.connections) for one in story.articles)
        for article in story.articles:
            said = (one.verdict for one in article.annotations if one.verdict is Verdict.REJECTED)
            self.taken.refused.update(map(str, said))
            self.taken.refused["boilerplate"] += len(article.boilerplate)

    def _offer(self, article: GoldArticle) -> None:
        """Keep the proposals of an article, and its language where nobody has read it."""
        terms, digest = self._terms, article.article.sha256
        offers = [Offer(_by(one.proposal, terms.model), min(max(one.score, 0), SURE)) for one in article.offers]
        if terms.proposals:
            spans = (one for one in article.annotations if one.verdict is not Verdict.REJECTED)
            offers += (Offer(Proposal(one.span, one.label, terms.model)) for one in spans)
        there = offered(self._store, digest) if offers else []
        new = fresh(there, offers)
        self.taken.offers += len(new)
        self.taken.offered += len(offers) - len(new)
        if terms.dry:
            return
        usual = article.article.metadata.lang or "en"
        if new:
            with self._store.write() as connection:
                keep_offers(connection, digest, article.lang or usual, [*there, *new])
        elif article.lang not in {"", usual} and language(self._store, digest) is None:
            with self._store.write() as connection:
                keep_language(connection, digest, article.lang)

    def _decide(self, story: GoldStory, places: Mapping[str, str]) -> None:
        """Take the decisions in; anew where a reviewer decided something meanwhile."""
        done: set[str] = set()
        home = next(iter(stories_of(self._store, places.values()).values()), story.id)
        for _ in range(TRIES):
            self._given.clear()
            standing = self._standing(places.values())
            tally = Tally()
            who, own = self._terms.reviewer, self._added
            plan = Decisions(standing.of, places, home, who, self._at, self._identity, tally, own)
            later = plan.take(story, cluster_ties=self._cluster_ties)
            if self._write(plan.steps, standing, tally, done):
                break
        else:
            raise _busy(self._store)
        self.taken.unnamed = self.taken.unnamed or plan.unnamed
        self.taken.clustered += plan.clustered
        self._later += later
        self._remember(plan, later)

    def _remember(self, plan: Decisions, later: Iterable[Connection]) -> None:
        """Keep in mind what relations from story to story need to know."""
        sources = {one.source for one in later}
        self._far_ids.update({one: new for one, new in plan.ids.items() if one in self._far or one in sources})
        if self._far:
            self._far_places.update(plan.places)

    def late(self) -> None:
        """Take in the relations from story to story."""
        wanted = [one for one in self._later if one.target in self._far_ids and one.source in self._far_ids]
        self.taken.lost += len(self._later) - len(wanted)
        done: set[str] = set()
        for _ in range(TRIES if wanted else 0):
            standing = self._standing({self._far_places[one.article_id] for one in wanted})
            plan = Decisions(
                standing.of,
                self._far_places,
                "",
                self._terms.reviewer,
                self._at,
                self._identity,
                Tally(),
                own=self._added,
                ids=self._far_ids,
            )
            for one in wanted:
                plan.connect(one)
            if self._write(plan.steps, standing, plan.tally, done):
                break

    def _standing(self, article_ids: Iterable[str]) -> Standing:
        """What is decided on articles now; whatever is written after this makes the store say that it is stale."""
        self._store.seen = self._store.rows("SELECT coalesce(max(seq), 0) FROM event")[0][0]
        return Standing(self._store, dict.fromkeys(article_ids))

    def _write(self, steps: Steps, standing: Standing, tally: Tally, done: set[str]) -> bool:
        """Write reviewer by reviewer and count what was written; False where the rest has to be planned anew."""
        for who in [*steps, *dict.fromkeys(who for who, _, _ in tally if who not in steps)]:
            if who in done:
                continue
            try:
                if who in steps and not self._terms.dry:
                    self._append(who, steps[who], standing)
            except StaleError:
                return False
            done.add(who)
            self.taken.tally.update({key: number for key, number in tally.items() if key[0] == who})
        return True

    def _append(self, who: str, steps: Mapping[str, list[Timed]], standing: Standing) -> None:
        sitting, numbers = self._sitting(who)
        events: list[Event] = []
        for article_id, changes in steps.items():
            step = Step(sitting, next(numbers))
            events += (Event(step, at, who, article_id, change) for at, change in changes)
        self._store.append(events, Layer(who, standing.by(who)).take(events))

    def _sitting(self, who: str) -> tuple[str, Iterator[int]]:
        """The sitting of a reviewer in this import, and the numbers of its steps."""
        if who not in self._sittings:
            labels = shipped()
            sitting = Sitting(token_hex(8), who, self._at, self._terms.program, labels.sha256)
            self._store.begin(sitting, labels)
            self._sittings[who] = sitting.id, iter(range(1, 2**62))
        return self._sittings[who]

    def _identity(self, one: str) -> str:
        """The id of an annotation in the project: its own where that is one of ours, and free."""
        if not self._own_ids or not one or one in self._given or one in self._gone:
            return token_hex(8)
        if self._store.rows("SELECT 1 FROM annotation WHERE id = ?", [one]):
            return token_hex(8)
        self._given.add(one)
        return one


def _by(one: Proposal, model: str) -> Proposal:
    return one if one.model else Proposal(one.span, one.label, model)


def _busy(store: Store) -> NotSavedError:
    return NotSavedError("somebody else keeps writing", where=str(store.path), todo="import it again")
