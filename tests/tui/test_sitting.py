"""A sitting in numbers, from its events; and as the panel tells them."""

from datetime import timedelta

import pytest

from annotations.events import Event, Finished, Judged, Rejudged, Step
from annotations.model import Annotation, Proposal, Verdict
from annotations.replay import Layer
from corpus.span import Span
from tests.tui.scripts import desk_of, play
from tui.desk import Desk
from tui.render.sitting_rows import clock, sitting_rows, tally_of
from tui.sitting import Tally, at_desk, tally

TEXTS = ("Ada met Bob.\nCy ran to Dee.", "Bob ran.")
NAMES = (("Ada", "PERSON"), ("Bob", "PERSON"), ("Cy", "PERSON"))
MINUTE = timedelta(minutes=1)


def played(keys: str) -> Desk:
    desk = desk_of(*TEXTS, proposals=NAMES)
    play(desk, keys)
    return desk


def counts(desk: Desk) -> tuple[int, int, int, int]:
    found = tally_of(desk)
    return found.accepted, found.rejected, found.unsure, found.by_hand


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", (0, 0, 0, 0)),
        ("tab a x space", (1, 1, 1, 0)),
        ("g g w w 2", (0, 0, 0, 1)),
        ("tab a u", (0, 0, 0, 0)),
        ("tab a u U", (1, 0, 0, 0)),
        ("tab a g g e x", (0, 1, 0, 0)),
        ("tab a g g e d", (0, 0, 0, 0)),
        ("A", (2, 0, 0, 0)),
        ("g g w w 2 W i <note>", (0, 0, 0, 1)),
    ],
)
def test_a_span_counts_once_as_it_stands(keys: str, expected: tuple[int, int, int, int]) -> None:
    desk = played(keys)
    assert counts(desk) == expected
    assert tally_of(desk).spans == sum(expected)


def test_keys_are_counted_on_the_desk() -> None:
    desk = played("tab a x g g w w 2")
    assert tally_of(desk).keys == 8
    assert tally_of(desk).keys_a_span == pytest.approx(8 / 3)
    assert played("g").pressed == 1
    assert tally_of(played("w")).keys_a_span is None


def test_batches_are_counted_with_their_spans() -> None:
    found = tally_of(played("A g 2 e a Z Z"))
    assert (found.batches, found.batched, found.spans, found.finished) == (1, 2, 3, 1)
    assert tally_of(played("A u")).batches == 0


def test_spans_are_counted_by_article() -> None:
    desk = played("tab a x g 2 g g e a")
    first, second = (view.article.id for view in desk.views)
    assert tally_of(desk).by_article == {first: 2, second: 1}


def test_what_was_decided_in_another_sitting_counts_where_it_is_decided_anew() -> None:
    layer = Layer("ada")
    proposal = Proposal(Span(0, 3), "PERSON", "m")
    judged = [Judged(name, Span(0, 3), "Ada", label, Verdict.ACCEPTED, proposal) for name, label in ("aA", "bB")]
    layer.take(event("old", number, one) for number, one in enumerate(judged))
    layer.take([event("new", 1, Rejudged("a", Verdict.REJECTED, "batch")), event("new", 2, Finished())])

    def standing(article_id: str, identity: str) -> Annotation | None:
        return layer.state(article_id).annotations.get(identity)

    live = [layer.events_of(step) for step in layer.steps() if step.sitting == "new"]
    found = tally(live, standing, keys=4, at_desk=2 * MINUTE)
    assert found == Tally(
        rejected=1, batches=1, batched=1, finished=1, keys=4, at_desk=2 * MINUTE, by_article={"article": 1}
    )
    assert found.an_hour == pytest.approx(30)


def event(sitting: str, number: int, change: Judged | Rejudged | Finished) -> Event:
    return Event(Step(sitting, number), "2026-03-01T09:30:00.125Z", "ada", "article", change)


@pytest.mark.parametrize(
    ("times", "minutes"),
    [
        ("", 0),
        ("09:00", 0),
        ("09:00 09:03", 3),
        ("09:03 09:00", 3),
        ("09:00 09:05", 5),
        ("09:00 09:06", 0),
        ("09:00 09:02 10:00 10:04 10:08", 10),
    ],
)
def test_pauses_are_no_time_at_the_desk(times: str, minutes: int) -> None:
    assert at_desk(f"2026-03-01T{time}:00.000Z" for time in times.split()) == minutes * MINUTE


def test_nothing_follows_from_less_than_a_minute() -> None:
    assert Tally(accepted=3, at_desk=MINUTE / 2).an_hour is None
    assert Tally(accepted=3, at_desk=MINUTE).an_hour == pytest.approx(180)


def test_the_panel_tells_the_numbers_and_the_articles() -> None:
    desk = played("tab a x space g 2 Z Z g g w w 1 A")
    rows = dict(sitting_rows(desk))
    assert rows["this sitting"].startswith("ada, since ")
    assert rows["at the desk"] == "0 min  pauses of more than 5 minutes left out"
    assert rows["spans"] == "4"
    assert rows["keys"] == "14, 3.5 a span"
    assert (rows["accepted"], rows["rejected"], rows["left unsure"], rows["by hand"]) == ("1", "1", "1", "1")
    assert rows["in batches"] == "0 spans in 0"
    assert rows["articles finished"] == "1"
    assert rows["A  "] == "██████████  4/4, 4 now  1.txt"
    assert rows["B ✓"] == "··········  0/1, 0 now  2.txt"


@pytest.mark.parametrize(("minutes", "words"), [(0, "0 min"), (59, "59 min"), (60, "1 h 00 min"), (155, "2 h 35 min")])
def test_hours_are_told_as_such(minutes: int, words: str) -> None:
    assert clock(minutes * MINUTE) == words
