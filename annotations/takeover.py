"""Taking a dataset into a project: its texts, and what people decided on them as events of theirs, or as proposals.

All of a dataset is read and checked before anything is written. Then it comes in some stories at a time: first their
articles, then what was decided, each reviewer's part of them in one transaction, each article in one step that they can
undo. What is there already is not added again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from typing import Final

from annotations.clock import now
from annotations.dataset_articles import Places, keep_articles, stories_of
from annotations.dataset_batches import batches
from annotations.dataset_check import Sound, check, stories
from annotations.dataset_decisions import Decisions, Steps, Tally, Timed, decided, no_steps
from annotations.dataset_ids import Ids
from annotations.dataset_offers import Offers
from annotations.dataset_states import Standing
from annotations.errors import NotSavedError
from annotations.events import Event, Step
from annotations.formats.base import Format, How, Part
from annotations.gold import GoldStory
from annotations.labels import shipped
from annotations.model import Connection, Sitting, Verdict
from annotations.replay import Layer
from annotations.store import StaleError, Store
from corpus.offsets import Unit

OWN_IDS: Final = frozenset(("jsonl",))
"""The formats in which annotations have the ids that they have in a project."""
TRIES: Final = 20


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
    `left` counts ties, statements and relations, and `refused` decisions on spans by what was decided. `scores` are
    those of spans that came in as decisions, which have none.
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
    scores: int = 0
    refused: Counter[str] = field(default_factory=Counter)


def take_over(store: Store, fmt: Format, path: Path, terms: Terms, sound: Sound | None = None) -> TakenOver:
    """Take the dataset at `path` into a project. Raises ReadError, before anything is written, and ProjectError.

    `sound` is what `annotations.dataset_check.check` said of it, where it was asked before.
    """
    how = How(terms.unit, encoding=terms.encoding)
    taking = _Taking(store, fmt, terms, (sound or check(fmt, path, how)).far)
    with store.bulk():
        for batch in batches(stories(fmt, path, how), taking.places):
            taking.take(batch)
        taking.late()
    return taking.taken


class _Taking:
    """One import: `places` are the articles' as they were before it."""

    def __init__(self, store: Store, fmt: Format, terms: Terms, far: frozenset[str]) -> None:
        self.places = Places(store)
        self._taken = TakenOver()
        self._store = store
        self._terms = terms
        self._far = far
        self._offers = Offers(store, terms.model, terms.proposals)
        self._ids = Ids(store, own=fmt.name in OWN_IDS)
        self._cluster_ties = Part.TIES not in fmt.carries and Part.CLUSTERS in fmt.carries
        self._at = now()
        self._added: set[str] = set()
        self._sittings: dict[str, tuple[str, Iterator[int]]] = {}
        self._later: list[Connection] = []
        self._far_ids: dict[str, str] = {}
        self._far_places: dict[str, str] = {}

    @property
    def taken(self) -> TakenOver:
        """What came in so far."""
        self._taken.offers, self._taken.offered = self._offers.new, self._offers.known
        return self._taken

    def take(self, batch: Sequence[GoldStory]) -> None:
        """Take some stories in, which have no article in common."""
        articles = [one for story in batch for one in story.articles]
        new = {one.article.id for one in articles if self.places.known(one.article) is None}
        self._taken.added += len(new - self._added)
        self._added |= new
        self._taken.known += sum(one.article.id not in new for one in articles)
        if self._terms.dry:
            homes = stories_of(self._store.rows, [self.places.of(one.article) for one in articles])
        else:
            homes = keep_articles(self._store, batch, self.places)
        self._offers.take(articles, dry=self._terms.dry)
        if self._terms.proposals:
            for story in batch:
                self._leave(story)
        else:
            self._taken.scores += sum(len(one.scores) for one in articles)
            self._decide(batch, homes)

    def _leave(self, story: GoldStory) -> None:
        """Count what cannot be proposals."""
        self._taken.left += len(story.ties) + sum(len(one.statements) + len(one.connections) for one in story.articles)
        for article in story.articles:
            said = (one.verdict for one in article.annotations if one.verdict is Verdict.REJECTED)
            self._taken.refused.update(map(str, said))
            self._taken.refused["boilerplate"] += len(article.boilerplate)

    def _decide(self, batch: Sequence[GoldStory], homes: Mapping[str, str]) -> None:
        """Take the decisions in; anew where a reviewer decided something meanwhile."""
        done: set[str] = set()
        places = [{one.article.id: self.places.of(one.article) for one in story.articles} for story in batch]
        for _ in range(TRIES):
            self._ids.expect(one.id for story in batch for article in story.articles for one in decided(article))
            standing = self._standing(one for own in places for one in own.values())
            tally, steps = Tally(), no_steps()
            plans = [
                Decisions(
                    *(standing.of, own, _home(story, own, homes), self._terms.reviewer, self._at, self._ids.of),
                    *(tally, self._added, steps),
                )
                for story, own in zip(batch, places, strict=True)
            ]
            ties = self._cluster_ties
            later = [plan.take(story, cluster_ties=ties) for plan, story in zip(plans, batch, strict=True)]
            if self._write(steps, standing, tally, done):
                break
        else:
            raise _busy(self._store)
        for plan, far in zip(plans, later, strict=True):
            self._remember(plan, far)

    def _remember(self, plan: Decisions, later: Sequence[Connection]) -> None:
        """Count what a plan says, and keep in mind what relations from story to story need to know."""
        self._taken.unnamed = self._taken.unnamed or plan.unnamed
        self._taken.clustered += plan.clustered
        self._later += later
        sources = {one.source for one in later}
        self._far_ids.update({one: new for one, new in plan.ids.items() if one in self._far or one in sources})
        if self._far:
            self._far_places.update(plan.places)

    def late(self) -> None:
        """Take in the relations from story to story."""
        wanted = [one for one in self._later if one.target in self._far_ids and one.source in self._far_ids]
        self._taken.lost += len(self._later) - len(wanted)
        done: set[str] = set()
        for _ in range(TRIES if wanted else 0):
            standing = self._standing({self._far_places[one.article_id] for one in wanted})
            plan = Decisions(
                *(standing.of, self._far_places, "", self._terms.reviewer, self._at, self._ids.of, Tally()),
                *(self._added, no_steps(), self._far_ids),
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
            self._taken.tally.update({key: number for key, number in tally.items() if key[0] == who})
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


def _home(story: GoldStory, places: Mapping[str, str], homes: Mapping[str, str]) -> str:
    """The story of the project in which the articles of a story lie."""
    return next((homes[one] for one in places.values() if one in homes), story.id)


def _busy(store: Store) -> NotSavedError:
    return NotSavedError("somebody else keeps writing", where=str(store.path), todo="import it again")
