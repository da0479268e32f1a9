"""Scores against gold: counts that were worked out by hand, confusions, and which articles count at all."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from annotations.analyses import save_analysis
from annotations.choice import ALL, Choice
from annotations.evaluation import PAGE, UNSURE, by_pipeline, by_reviewer, evaluated, own_labels
from annotations.events import Finished, Reopened
from annotations.model import Verdict
from annotations.read_stories import Reading
from annotations.scores.spans import NOTHING, Counts, Scores, confused
from annotations.store import Store
from corpus.analysis import Analysis, Mention, ModelId, analysis_of
from corpus.article_reading import Reader
from corpus.claims.parse import Parse
from corpus.label_map import BOILERPLATE
from corpus.span import Span
from tests.annotations.projects import FIRST, SECOND, Sitter, judged, project

pytest.importorskip("nervaluate")
MODEL = ModelId("sm", "1")


def unread() -> Reader:
    raise AssertionError("nothing is to be read")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Anna finished both articles; ben marked in both, and finished the first."""
    with project(tmp_path / "letters.variorum") as store:
        anna, ben = Sitter(store, "anna", "a"), Sitter(store, "ben", "b")
        anna.mark("Ada Lovelace", "PERSON", identity="a1")
        anna.mark("London", "GPE", identity="a2")
        anna.mark("Nobody", "ORG", identity="a3", verdict=Verdict.REJECTED)
        anna.decide(Finished())
        anna.decide(judged("Paris", "GPE", identity="a4", text=SECOND.text), Finished(), article=SECOND)
        ben.mark("Ada Lovelace", "PERSON", identity="b1")
        ben.mark("London", "ORG", identity="b2")
        ben.decide(Finished())
        ben.decide(judged("Paris", "ORG", identity="b3", text=SECOND.text), article=SECOND)
        yield store


def test_counts_are_those_of_semeval() -> None:
    # Right; right edges, wrong label; right label, wrong edges; missed; spurious.
    gold = [(Span(0, 5), "PERSON"), (Span(10, 15), "GPE"), (Span(20, 25), "ORG"), (Span(30, 35), "ORG")]
    found = [(Span(0, 5), "PERSON"), (Span(10, 15), "ORG"), (Span(20, 27), "ORG"), (Span(40, 45), "GPE")]
    scores = Scores()
    scores.add("one.txt", gold, found)
    assert scores.overall == {
        "strict": Counts(correct=1, incorrect=2, partial=0, missed=1, spurious=1),
        "exact": Counts(correct=2, incorrect=1, partial=0, missed=1, spurious=1),
        "partial": Counts(correct=2, incorrect=0, partial=1, missed=1, spurious=1),
        "type": Counts(correct=2, incorrect=1, partial=0, missed=1, spurious=1),
    }
    strict, partial = scores.overall["strict"], scores.overall["partial"]
    assert (strict.precision, strict.recall, strict.f1) == (Decimal("0.25"),) * 3
    assert (partial.precision, partial.recall) == (Decimal("0.625"), Decimal("0.625"))
    assert scores.labels["PERSON"]["strict"] == Counts(correct=1)
    assert scores.confusion == {
        ("PERSON", "PERSON"): 1, ("GPE", "ORG"): 1, ("ORG", "ORG"): 1, ("ORG", NOTHING): 1, (NOTHING, "GPE"): 1,
    }  # fmt: skip
    assert [(one.name, one.wrong, one.gold) for one in scores.worst(9)] == [("one.txt", 4, 4)]


def test_articles_add_up_and_the_worst_come_first() -> None:
    scores = Scores()
    scores.add("right", [(Span(0, 3), "ORG")], [(Span(0, 3), "ORG")])
    scores.add("missed", [(Span(0, 3), "ORG"), (Span(4, 7), "ORG")], [])
    scores.add("spurious", [], [(Span(0, 3), "ORG")])
    scores.add("nothing", [], [])
    assert scores.overall["strict"] == Counts(correct=1, missed=2, spurious=1)
    assert [one.name for one in scores.worst(9)] == ["missed", "spurious"]
    assert [one.name for one in scores.worst(1)] == ["missed"]
    assert len(scores.articles) == 4


def test_where_nothing_is_there_scores_are_nothing() -> None:
    assert [Counts().precision, Counts().recall, Counts().f1] == [Decimal(0)] * 3


def test_a_span_is_confused_with_the_one_that_shares_most_with_it() -> None:
    gold = [(Span(0, 10), "ORG")]
    assert confused(gold, [(Span(0, 2), "GPE"), (Span(3, 10), "PERSON")]) == {("ORG", "PERSON"): 1, (NOTHING, "GPE"): 1}
    assert confused(gold, [(Span(0, 10), "GPE"), (Span(0, 10), "ORG")]) == {("ORG", "ORG"): 1, (NOTHING, "GPE"): 1}
    assert confused(gold, [(Span(10, 12), "ORG")]) == {("ORG", NOTHING): 1, (NOTHING, "ORG"): 1}


def test_a_pipeline_is_scored_by_what_is_stored_of_its_reading(store: Store) -> None:
    london = judged("London").span
    found = [Mention(Span(0, 12), "PERSON", 70), Mention(london, "ORG", 60)]
    save_analysis(store, FIRST.sha256, analysis_of(MODEL, [], [], found))
    save_analysis(store, SECOND.sha256, analysis_of(MODEL, [], [], []))
    scores = evaluated(store, Choice(reviewers=("anna",)), by_pipeline(store, Reading(MODEL, {}, unread)))
    assert scores.overall["strict"] == Counts(correct=1, incorrect=1, missed=1)
    assert [(one.name, one.wrong) for one in scores.worst(9)] == [(FIRST.name, 1), (SECOND.name, 1)]
    only = evaluated(
        store, Choice(reviewers=("anna",), labels=("GPE",)), by_pipeline(store, Reading(MODEL, {}, unread))
    )
    assert only.overall["strict"] == Counts(missed=2)


def test_what_was_not_read_is_read_now(store: Store) -> None:
    from corpus.models import resolve
    from corpus.pipeline import load

    model = resolve("blank:en")
    scores = evaluated(store, ALL, by_pipeline(store, Reading(model.id, {}, lambda: load(model, {}))))
    assert len(scores.articles) == 2
    assert scores.overall["strict"].correct  # the rules know "Ada Lovelace" by its form


def test_one_reviewer_against_another_where_both_finished(store: Store) -> None:
    scores = evaluated(store, Choice(reviewers=("anna",)), by_reviewer(store, "ben"))
    assert scores.overall["strict"] == Counts(correct=1, incorrect=1)
    assert scores.confusion == {("PERSON", "PERSON"): 1, ("GPE", "ORG"): 1}
    assert [one.name for one in scores.articles] == [FIRST.name]


def test_unfinished_articles_count_where_that_is_wanted(store: Store) -> None:
    anna = Choice(reviewers=("anna",))
    scores = evaluated(store, anna, by_reviewer(store, "ben", unfinished=True), unfinished=True)
    assert scores.overall["strict"] == Counts(correct=1, incorrect=2)
    Sitter(store, "anna", "a-2").decide(Reopened())
    assert [one.name for one in evaluated(store, anna, by_reviewer(store, "ben")).articles] == []


def test_without_the_library_one_line_says_how_to_get_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from annotations.errors import ExportError

    monkeypatch.setattr("annotations.scores.spans.find_spec", lambda _: None)
    with pytest.raises(ExportError, match=r"not installed; install it with: pip install 'variorum\[eval\]'"):
        evaluated(store, ALL, by_reviewer(store, "ben"))


def test_closing_is_for_whoever_opened(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "empty.variorum")) as store:
        assert evaluated(store, ALL, lambda _: ()).articles == []


def read(store: Store, *found: tuple[str, str]) -> Reading:
    """The reading of a pipeline that found these words in the first article, and nothing in the second."""
    mentions = [Mention(judged(words, label).span, label) for words, label in found]
    save_analysis(store, FIRST.sha256, analysis_of(MODEL, [], [], mentions))
    save_analysis(store, SECOND.sha256, analysis_of(MODEL, [], [], []))
    return Reading(MODEL, {}, unread)


@pytest.mark.parametrize("labels", [(), ("PERSON",)])
def test_what_is_unsure_counts_on_neither_side(store: Store, labels: tuple[str, ...]) -> None:
    anna = Sitter(store, "anna", "a-2")
    anna.mark("Charles Babbage", "ORG", identity="u1", verdict=Verdict.UNSURE)
    anna.mark("Lovelace", "PERSON", identity="u2", verdict=Verdict.UNSURE)
    found = (("Charles", "PERSON"), ("Babbage", "PERSON"), ("Lovelace", "PERSON"), ("Nobody", "PERSON"))
    scores = evaluated(store, Choice(reviewers=("anna",), labels=labels), by_pipeline(store, read(store, *found)))
    # "Lovelace" is a part of what was accepted, and "Nobody" was rejected: both are known to be wrong.
    missed = 0 if labels else 2
    assert scores.overall["strict"] == Counts(incorrect=1, missed=missed, spurious=1)
    assert scores.left_out == {UNSURE: 2}
    assert scores.confusion[NOTHING, "PERSON"] == 1


def test_spans_on_which_reviewers_do_not_agree_count_on_neither_side(store: Store) -> None:
    how = by_pipeline(store, read(store, ("Ada Lovelace", "PERSON"), ("London", "GPE")))
    scores = evaluated(store, Choice(agreed=2), how)
    assert scores.overall["strict"] == Counts(correct=1)
    assert scores.left_out == {UNSURE: 1}


@pytest.mark.parametrize(
    ("verdict", "spurious", "left"),
    [(Verdict.ACCEPTED, 1, 2), (Verdict.UNSURE, 1, 2), (Verdict.REJECTED, 3, 0)],
)
def test_names_in_boilerplate_are_not_looked_at(store: Store, verdict: Verdict, spurious: int, left: int) -> None:
    Sitter(store, "anna", "a-2").mark("in London. Nobody answered", BOILERPLATE, identity="p1", verdict=verdict)
    found = (("London", "ORG"), ("Nobody", "ORG"), ("answered", "ORG"), ("answered for", "ORG"))
    scores = evaluated(store, Choice(reviewers=("anna",)), by_pipeline(store, read(store, *found)))
    # What was accepted in a region was looked at, and what reaches out of it stands in the report.
    assert scores.overall["strict"] == Counts(incorrect=1, missed=2, spurious=spurious)
    assert scores.left_out == Counter({PAGE: left} if left else {})


def test_a_reviewer_is_not_asked_for_what_others_are_unsure_of(store: Store) -> None:
    Sitter(store, "anna", "a-2").mark("Charles Babbage", identity="u1", verdict=Verdict.UNSURE)
    ben = Sitter(store, "ben", "b-2")
    ben.mark("Babbage", identity="b4")
    ben.mark("London", "GPE", identity="b5", verdict=Verdict.UNSURE)
    scores = evaluated(store, Choice(reviewers=("anna",)), by_reviewer(store, "ben"))
    assert scores.overall["strict"] == Counts(correct=1, incorrect=1)
    assert scores.left_out == {UNSURE: 1}


class Labelled:
    """A reader that is never asked to read: what it may find is all that is wanted of it."""

    model = MODEL

    def __init__(self, labels: frozenset[str] | None, *, by_rules: bool = False) -> None:
        self.labels = labels
        self.by_rules = by_rules

    def read(self, text: str, start: int, end: int) -> Analysis:
        raise AssertionError((text, start, end))

    def parse(self, text: str, sentences: Sequence[Span]) -> list[Parse]:
        raise AssertionError((text, sentences))


PERSONS = frozenset(("PERSON", "DATE"))


@pytest.mark.parametrize(
    ("reader", "figures", "given"),
    [
        (Labelled(PERSONS), False, {"PERSON"}),
        (Labelled(PERSONS), True, {"PERSON", "DATE", "CARDINAL"}),
        (Labelled(None), False, {"PERSON", "ORG"}),
        (Labelled(None), True, {"PERSON", "ORG", "DATE", "CARDINAL"}),
        (Labelled(PERSONS, by_rules=True), False, {"PERSON", "DATE", "CARDINAL"}),
    ],
)
def test_figures_are_no_pipelines_own(reader: Reader, *, figures: bool, given: set[str]) -> None:
    gives = own_labels(Reading(MODEL, {}, lambda: reader), figures=figures)
    assert {label for label in ("PERSON", "ORG", "DATE", "CARDINAL") if gives(label)} == given


def test_figures_go_by_what_a_persons_table_calls_them() -> None:
    reader = Labelled(frozenset(("PERSON", "WHEN")))
    gives = own_labels(Reading(MODEL, {"DATE": "WHEN"}, lambda: reader))
    assert (gives("PERSON"), gives("WHEN"), gives("DATE")) == (True, False, False)


def test_labels_that_a_pipeline_does_not_give_count_on_neither_side(store: Store) -> None:
    Sitter(store, "anna", "a-2").mark("3 weeks", "DATE", identity="f1")
    how = replace(
        read(store, ("Ada Lovelace", "PERSON"), ("London", "PERSON"), ("3 weeks", "DATE")),
        load=lambda: Labelled(frozenset(("PERSON", "DATE"))),
    )
    anna = Choice(reviewers=("anna",))
    scores = evaluated(store, anna, by_pipeline(store, how), gives=own_labels(how))
    assert scores.overall["strict"] == Counts(correct=1, spurious=1)
    assert scores.unscored == {"GPE": 2, "DATE": 1}
    scores = evaluated(store, anna, by_pipeline(store, how), gives=own_labels(how, figures=True))
    assert scores.overall["strict"] == Counts(correct=2, spurious=1)
    assert scores.unscored == {"GPE": 2}
    named = replace(anna, labels=("DATE",))
    assert evaluated(store, named, by_pipeline(store, how), gives=own_labels(how)).unscored == {"DATE": 1}
