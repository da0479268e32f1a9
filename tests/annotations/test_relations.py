"""Ties: decided durably, undone, known in other stories, and checked against the log."""

from contextlib import closing
from pathlib import Path

import pytest

from annotations.article_state import ArticleState, folded
from annotations.check import findings
from annotations.events import Change, Event, Related, Stated, Step, Undone, Unrelated
from annotations.material import aliases, full_basis, known_labels, material, merged
from annotations.model import About, Tie, Verdict
from annotations.relations import basis_of, comparison, names_decided, relations, save_comparison
from annotations.replay import Layer
from annotations.store import Store
from corpus.analysis import ModelId, analysis_of
from corpus.clusters.cluster import Alias
from corpus.span import Span
from tests.annotations.projects import FIRST, SECOND, STORY, Sitter, judged, project, raw

ADA, BABBAGE, LONDON = Span(0, 12), Span(22, 37), Span(41, 47)
THERE = Span(0, 7)
NOTHING = analysis_of(ModelId("test", "1"), [], [], [])


def related(verdict: Verdict = Verdict.ACCEPTED, tie: Tie = Tie.SAME) -> Related:
    words = BABBAGE.surface(FIRST.text), THERE.surface(SECOND.text)
    return Related(tie, BABBAGE, words[0], SECOND.id, THERE, words[1], verdict)


def test_a_tie_is_written_as_it_was_decided_and_taken_back(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        sitter = Sitter(store)
        sitter.decide(related())
        (one,) = relations(store)
        assert (one.tie, one.article_id, one.span, one.other_id, one.verdict, one.reviewer) == (
            Tie.SAME,
            FIRST.id,
            BABBAGE,
            SECOND.id,
            Verdict.ACCEPTED,
            "anna",
        )
        sitter.decide(related(Verdict.REJECTED))
        assert [one.verdict for one in relations(store, [FIRST.id])] == [Verdict.REJECTED]
        sitter.decide(Undone(sitter.layer.undoable[-1]))
        assert [one.verdict for one in relations(store)] == [Verdict.ACCEPTED]
        sitter.decide(Unrelated(Tie.SAME, BABBAGE, SECOND.id, THERE))
        assert relations(store) == []
        assert relations(store, [SECOND.id]) == []
        assert list(findings(store)) == []


def test_a_table_that_says_something_else_than_the_log_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.variorum"
    with project(path) as store:
        Sitter(store).decide(related())
    with raw(path) as connection:
        connection.execute("UPDATE relation SET verdict = 'rejected'")
    with closing(Store(path)) as store:
        assert [line for line in findings(store) if "a tie of 'Charles Babbage'" in line]


def test_what_was_said_last_of_two_names_is_an_alias_of_the_project(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        Sitter(store).decide(related())
        assert names_decided(store) == [("Charles Babbage", "Babbage", True)]
        made = material(STORY.articles, [NOTHING, NOTHING], [ArticleState(), ArticleState()], store)
    assert made.aliases == (Alias("babbage", "charles babbage", same=True),)
    said = [("FRL", "Legion", True), ("Legion", "FRL", False), ("the mayor", "Vorn", True), ("UN", "U.N.", True)]
    assert aliases(said) == (Alias("frl", "legion", same=False),)
    assert aliases([("Ada Lee", "Its leader", True), ("He", "Ada Lee", True)]) == ()


def test_the_material_of_a_story_has_its_ties_and_decisions_by_index(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        sitter = Sitter(store)
        sitter.decide(related(Verdict.REJECTED, Tie.ALIGNED), judged("Ada Lovelace", "PERSON"))
        states = [sitter.layer.state(one.id) for one in STORY.articles]
        made = material(STORY.articles, [NOTHING, NOTHING], states, store)
        again = material(STORY.articles, [NOTHING, NOTHING], states, store)
        other = material(STORY.articles, [NOTHING, NOTHING], [ArticleState(), ArticleState()], store)
    assert [tuple(one) for one in made.tied] == [("aligned", 0, 22, 37, 1, 0, 7, "rejected")]
    assert [tuple(one) for one in made.reports[0].decided] == [(0, 12, "PERSON", "accepted")]
    assert made.reports[1].decided == ()
    assert full_basis(STORY.articles, made) == full_basis(STORY.articles, again)
    assert full_basis(STORY.articles, made) != full_basis(STORY.articles, other)
    assert full_basis(STORY.articles, made).startswith(basis_of(STORY.articles))
    assert basis_of(STORY.articles) != basis_of(STORY.articles[:1])


def test_labels_that_names_have_elsewhere_are_known(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        Sitter(store).decide(judged("London", "GPE"), judged("Ada Lovelace", "PERSON"))
        assert known_labels(store, [SECOND]) == (("ada lovelace", "PERSON"), ("london", "GPE"))
        assert known_labels(store, [FIRST]) == ()


def test_several_reviewers_decide_together_and_an_accepted_span_counts_most(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        Sitter(store).decide(judged("London", "GPE", verdict=Verdict.REJECTED))
        other = Sitter(store, "bert", "sitting-2")
        other.decide(judged("London", "GPE"), related())
        layers = [Layer(name) for name in store.reviewers()]
        for layer in layers:
            layer.take(store.events(layer.reviewer))
    whole = merged(layer.state(FIRST.id) for layer in layers)
    assert [(one.surface, one.verdict) for one in whole.annotations.values()] == [("London", Verdict.ACCEPTED)]
    assert len(whole.relations) == 1


def test_a_comparison_is_kept_for_a_reviewer_with_what_it_was_made_from(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        Sitter(store)
        (story,) = [story for (story,) in store.rows("SELECT id FROM story")]
        assert comparison(store, story, "anna") is None
        save_comparison(store, story, "anna", "1:a:b", b"one")
        save_comparison(store, story, "anna", "1:a:c", b"two")
        assert comparison(store, story, "anna") == ("1:a:c", b"two")
        assert comparison(store, story, "bert") is None


@pytest.mark.parametrize("verdict", list(Verdict))
def test_only_what_was_settled_of_names_is_known_elsewhere(tmp_path: Path, verdict: Verdict) -> None:
    with project(tmp_path / "a.variorum") as store:
        Sitter(store).decide(related(verdict))
        assert len(names_decided(store)) == (verdict is not Verdict.UNSURE)


def said(value: str, field: str = "value") -> Stated:
    return Stated(About.FIGURE, LONDON, LONDON.surface(FIRST.text), field, value)


def decided_at(*days: tuple[str, Change]) -> list[ArticleState]:
    """What reviewers, each on a day of their own, decided on the first article."""
    return [folded([Event(Step(day, 1), day, f"reviewer of {day}", FIRST.id, change)]) for day, change in days]


@pytest.mark.parametrize("back", [False, True])
def test_what_was_said_last_goes_into_the_material(*, back: bool) -> None:
    states = decided_at(
        ("2026-01-01", said("1840")), ("2026-01-02", said("1841")), ("2026-01-01", said("year", "unit"))
    )
    whole = [merged(states[::-1] if back else states), ArticleState()]
    made = material(STORY.articles, [NOTHING, NOTHING], whole)
    assert [tuple(one) for one in made.corrected] == [(0, 41, 47, "unit", "year"), (0, 41, 47, "value", "1841")]


@pytest.mark.parametrize("back", [False, True])
def test_of_two_figures_only_the_last_word_goes_into_the_material(*, back: bool) -> None:
    states = decided_at(
        ("2026-01-02", related(tie=Tie.SCOPE)),
        ("2026-01-01", related(tie=Tie.CONFLICT)),
        ("2026-01-01", related(tie=Tie.SAME)),
        ("2026-01-01", related(Verdict.REJECTED, Tie.AGREEMENT)),
    )
    whole = [merged(states[::-1] if back else states), ArticleState()]
    made = material(STORY.articles, [NOTHING, NOTHING], whole)
    assert [(one.tie, one.verdict) for one in made.tied] == [
        ("agreement", "rejected"), ("same", "accepted"), ("scope", "accepted"),
    ]  # fmt: skip
