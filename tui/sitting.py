"""How far a sitting has come: what was decided in it, in how much time at the desk, with how many keys. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from annotations.events import Event, Finished, OfSpans, Related
from annotations.model import Annotation, Verdict

PAUSE: Final = timedelta(minutes=5)
"""A longer time without a decision is a pause: it does not count as time at the desk."""

Standing = Callable[[str, str], Annotation | None]
"""Of an article's id and an annotation's id, the annotation as it stands now."""


class Tally(NamedTuple):
    """A sitting in numbers.

    `accepted`, `rejected` and `unsure` are judged proposals, `by_hand` spans without one; each counts once, as it
    stands. `batched` spans of these were decided in `batches`. `at_desk` leaves pauses out. `by_article` counts spans.
    """

    accepted: int = 0
    rejected: int = 0
    unsure: int = 0
    by_hand: int = 0
    batches: int = 0
    batched: int = 0
    ties: int = 0
    finished: int = 0
    keys: int = 0
    at_desk: timedelta = timedelta()
    by_article: dict[str, int] = {}  # noqa: RUF012 (never changed)

    @property
    def spans(self) -> int:
        """All spans that were decided."""
        return self.accepted + self.rejected + self.unsure + self.by_hand

    @property
    def an_hour(self) -> float | None:
        """Spans an hour at the desk; None for less than a minute, of which nothing follows."""
        hours = self.at_desk / timedelta(hours=1)
        return self.spans / hours if self.at_desk >= timedelta(minutes=1) else None

    @property
    def keys_a_span(self) -> float | None:
        """Keys of the desk for each span; None without spans."""
        return self.keys / self.spans if self.spans else None


def tally(live: Sequence[Sequence[Event]], standing: Standing, *, keys: int, at_desk: timedelta) -> Tally:
    """The numbers of a sitting from its steps that are not undone, each with its events."""
    touched: dict[str, tuple[str, bool]] = {}
    batches = 0
    for events in live:
        batch = any(getattr(event.change, "via", "") for event in events)
        batches += batch
        for event in events:
            if isinstance(event.change, OfSpans):
                before = touched.get(event.change.annotation_id, ("", False))[1]
                touched[event.change.annotation_id] = event.article_id, before or batch
    counts: Counter[str] = Counter()
    by_article: Counter[str] = Counter()
    batched = 0
    for identity, (article_id, together) in touched.items():
        annotation = standing(article_id, identity)
        if annotation is not None:
            counts[_kind(annotation)] += 1
            batched += together
            by_article[article_id] += 1
    changes = [event.change for events in live for event in events]
    return Tally(
        accepted=counts["accepted"],
        rejected=counts["rejected"],
        unsure=counts["unsure"],
        by_hand=counts["by_hand"],
        batches=batches,
        batched=batched,
        ties=sum(isinstance(one, Related) for one in changes),
        finished=sum(isinstance(one, Finished) for one in changes),
        keys=keys,
        at_desk=at_desk,
        by_article=by_article,
    )


def _kind(annotation: Annotation) -> str:
    return "by_hand" if annotation.origin is None else Verdict(annotation.verdict).value


def at_desk(times: Iterable[str]) -> timedelta:
    """The time between the first and the last of some moments (ISO 8601) in any order, without pauses."""
    moments = sorted(map(datetime.fromisoformat, times))
    gaps = (later - earlier for earlier, later in pairwise(moments))
    return sum((gap for gap in gaps if gap <= PAUSE), timedelta())
