"""Deciding on ties: which events an intention becomes, in which direction, and what is refused."""

import pytest

from annotations.article_state import ArticleState
from annotations.decide import End, RefusedError, set_tie, untie
from annotations.events import Change, Event, Related, Step, Unrelated
from annotations.model import Tie, Verdict
from corpus.span import Span
from tests.annotations.projects import AT

TEXTS = {"one": "Ada met Bob.", "two": "Bob met Ada."}
ADA = Span(0, 3)
LATER_ADA = Span(8, 11)


def states() -> dict[str, ArticleState]:
    return {name: ArticleState() for name in TEXTS}


def end(known: dict[str, ArticleState], name: str, span: Span) -> End:
    return End(name, TEXTS[name], span, known[name])


def done(known: dict[str, ArticleState], changes: tuple[tuple[str, Change], ...]) -> None:
    for number, (article, change) in enumerate(changes):
        known[article].apply(Event(Step("s", number), AT, "anna", article, change))


@pytest.mark.parametrize("tie", list(Tie))
@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_tie_gets_a_verdict(tie: Tie, verdict: Verdict) -> None:
    known = states()
    changes = set_tie(tie, verdict, end(known, "one", ADA), end(known, "two", LATER_ADA))
    assert changes == (("one", Related(tie, ADA, "Ada", "two", LATER_ADA, "Ada", verdict)),)


def test_another_verdict_keeps_the_direction() -> None:
    known = states()
    one, two = end(known, "one", ADA), end(known, "two", LATER_ADA)
    done(known, set_tie(Tie.SAME, Verdict.REJECTED, one, two))
    changes = set_tie(Tie.SAME, Verdict.ACCEPTED, two, one)
    assert changes == (("one", Related(Tie.SAME, ADA, "Ada", "two", LATER_ADA, "Ada", Verdict.ACCEPTED)),)
    done(known, changes)
    assert [one.verdict for one in known["one"].relations.values()] == [Verdict.ACCEPTED]
    assert not known["two"].relations


def test_ties_of_one_article_have_a_direction_too() -> None:
    known = states()
    one, two = end(known, "one", ADA), end(known, "one", LATER_ADA)
    done(known, set_tie(Tie.SAME, Verdict.UNSURE, two, one))
    ((article, change),) = set_tie(Tie.SAME, Verdict.ACCEPTED, one, two)
    assert article == "one"
    assert isinstance(change, Related)
    assert change.span == LATER_ADA


def test_kinds_of_ties_are_apart() -> None:
    known = states()
    one, two = end(known, "one", ADA), end(known, "two", LATER_ADA)
    done(known, set_tie(Tie.SAME, Verdict.ACCEPTED, one, two))
    assert set_tie(Tie.CONFLICT, Verdict.ACCEPTED, two, one)[0][0] == "two"


def test_what_changes_nothing_is_refused() -> None:
    known = states()
    one, two = end(known, "one", ADA), end(known, "two", LATER_ADA)
    done(known, set_tie(Tie.SAME, Verdict.ACCEPTED, one, two))
    for pair in ((one, two), (two, one)):
        with pytest.raises(RefusedError, match="already accepted"):
            set_tie(Tie.SAME, Verdict.ACCEPTED, *pair)


def test_a_place_has_no_tie_with_itself_nor_with_nothing() -> None:
    known = states()
    with pytest.raises(RefusedError, match="the same place"):
        set_tie(Tie.SAME, Verdict.ACCEPTED, end(known, "one", ADA), end(known, "one", ADA))
    for nothing in (Span(3, 4), Span(10, 90)):
        with pytest.raises(RefusedError, match="nothing to mark"):
            set_tie(Tie.SAME, Verdict.ACCEPTED, end(known, "one", ADA), end(known, "two", nothing))


def test_a_decision_is_taken_back_in_its_direction() -> None:
    known = states()
    one, two = end(known, "one", ADA), end(known, "two", LATER_ADA)
    with pytest.raises(RefusedError, match="nothing was decided"):
        untie(Tie.SAME, one, two)
    done(known, set_tie(Tie.SAME, Verdict.ACCEPTED, one, two))
    changes = untie(Tie.SAME, two, one)
    assert changes == (("one", Unrelated(Tie.SAME, ADA, "two", LATER_ADA)),)
    done(known, changes)
    assert not known["one"].relations


def test_what_two_figures_are_to_each_other_is_one_thing_at_a_time() -> None:
    known = states()
    one, two = end(known, "one", ADA), end(known, "two", LATER_ADA)
    done(known, set_tie(Tie.AGREEMENT, Verdict.ACCEPTED, two, one))
    changes = set_tie(Tie.CONFLICT, Verdict.ACCEPTED, one, two)
    assert changes[1:] == (("two", Unrelated(Tie.AGREEMENT, LATER_ADA, "one", ADA)),)
    done(known, changes)
    assert [tie for tie, *_ in known["one"].relations] == [Tie.CONFLICT]
    assert known["two"].relations == {}


def test_what_is_no_conflict_may_be_an_agreement_and_names_are_another_matter() -> None:
    known = states()
    one, two = end(known, "one", ADA), end(known, "two", LATER_ADA)
    done(known, set_tie(Tie.AGREEMENT, Verdict.ACCEPTED, one, two))
    assert len(set_tie(Tie.CONFLICT, Verdict.REJECTED, one, two)) == 1
    assert len(set_tie(Tie.SAME, Verdict.ACCEPTED, one, two)) == 1
