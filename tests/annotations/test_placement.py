"""Which story an article lies in: what was said last and not undone, whoever said it."""

from annotations.events import Change, Event, Moved, Named, Redone, Step, Undone
from annotations.placement import placement


def event(number: int, change: Change, article: str = "a", reviewer: str = "ada") -> Event:
    return Event(Step(reviewer, number), "", reviewer, article, change)


def test_the_last_word_counts() -> None:
    said = placement([event(1, Moved("x")), event(2, Moved("y"), reviewer="ben"), event(3, Moved("z"), "b")])
    assert said.stories == {"a": "y", "b": "z"}


def test_what_was_undone_does_not_count_until_it_is_done_again() -> None:
    moves = [event(1, Moved("x")), event(1, Moved("y"), reviewer="ben"), event(2, Undone(Step("ben", 1)))]
    assert placement(moves).stories == {"a": "x"}
    assert placement([*moves, event(3, Redone(Step("ben", 1)))]).stories == {"a": "y"}


def test_the_empty_name_takes_a_name_away() -> None:
    named = [event(1, Named("x", "Flood"))]
    assert placement(named).titles == {"x": "Flood"}
    assert placement([*named, event(2, Named("x", ""))]).titles == {}
