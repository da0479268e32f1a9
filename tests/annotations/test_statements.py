"""Statements, relations, pieces and attributes: decided durably, undone, checked against the log, given out."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.article_state import ArticleState
from annotations.check import findings
from annotations.choice import gold
from annotations.connections import connections
from annotations.decide import End, RefusedError
from annotations.describe import add_part, attribute, compare_figures, connect, figure_tie, merged, state_of
from annotations.formats.base import How
from annotations.formats.docbin import DOCBIN
from annotations.formats.jsonl import JSONL
from annotations.model import About, Annotation, Tie, Verdict
from annotations.statements import statements
from annotations.store import Store
from corpus.span import Span
from tests.annotations.projects import FIRST, SECOND, Sitter, judged, project, raw

ADA, BABBAGE, THERE = Span(0, 12), Span(22, 37), Span(0, 7)


def state_in(sitter: Sitter) -> ArticleState:
    return sitter.layer.state(FIRST.id)


def marked(sitter: Sitter, surface: str) -> Annotation:
    sitter.mark(surface)
    return next(one for one in state_in(sitter).annotations.values() if one.surface == surface)


def end(sitter: Sitter, article: int, span: Span) -> End:
    one = (FIRST, SECOND)[article]
    return End(one.id, one.text, span, sitter.layer.state(one.id))


def line(store: Store) -> dict[str, object]:
    path = store.path.with_name("gold.jsonl")
    JSONL.write(gold(store), path)
    return dict(json.loads(path.read_bytes().splitlines()[0]))


def test_attributes_are_set_changed_and_taken_away(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        sitter = Sitter(store)
        ada = marked(sitter, "Ada Lovelace")
        sitter.decide(*attribute(ada, "role", "author"))
        sitter.decide(*attribute(state_in(sitter).annotations[ada.id], "sure", "yes"))
        (stored,) = store.annotations(FIRST.id)
        assert stored == state_in(sitter).annotations[ada.id]
        assert stored.attributes == (("role", "author"), ("sure", "yes"))
        with pytest.raises(RefusedError, match="already"):
            attribute(stored, "role", "author")
        sitter.decide(*attribute(stored, "role", ""))
        assert store.annotations(FIRST.id)[0].attributes == (("sure", "yes"),)
        sitter.undo()
        assert store.annotations(FIRST.id)[0].attributes == (("role", "author"), ("sure", "yes"))
        assert list(findings(store)) == []


def test_a_mark_with_a_gap_keeps_its_pieces_until_its_edges_are_set(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        sitter = Sitter(store)
        ada = marked(sitter, "Ada")
        sitter.decide(*add_part(state_in(sitter), FIRST.text, ada, Span(22, 29)))
        (stored,) = store.annotations(FIRST.id)
        assert stored.span == Span(0, 29)
        assert stored.parts == (Span(0, 3), Span(22, 29))
        assert stored.surface == FIRST.text[:29]
        assert DOCBIN.write(gold(store), tmp_path / "gold.spacy") == []
        [back] = DOCBIN.read(tmp_path / "gold.spacy", How())
        assert [one.parts for one in back.articles[0].annotations] == [(Span(0, 3), Span(22, 29))]
        assert line(store)["spans"][0]["parts"] == [{"start": 0, "end": 3}, {"start": 22, "end": 29}]  # type: ignore[index]
        with pytest.raises(RefusedError, match="already"):
            add_part(state_in(sitter), FIRST.text, stored, Span(1, 3))
        sitter.undo()
        assert store.annotations(FIRST.id)[0].parts == ()
        assert list(findings(store)) == []


def test_pieces_that_touch_are_one() -> None:
    assert merged([Span(4, 6), Span(0, 2), Span(2, 4), Span(9, 10)]) == (Span(0, 6), Span(9, 10))


def test_what_is_said_of_a_story_a_name_and_a_figure(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        sitter = Sitter(store)
        place = (ADA, ADA.surface(FIRST.text))
        sitter.decide(*state_of(state_in(sitter), About.ARTICLE, "genre", "report"))
        sitter.decide(*state_of(state_in(sitter), About.STORY, "events", "one", story="story-1"))
        sitter.decide(*state_of(state_in(sitter), About.NAME, "id", "Q7259", place=place))
        assert [(one.about, one.field, one.value) for one in statements(store)] == [
            (About.ARTICLE, "genre", "report"),
            (About.NAME, "id", "Q7259"),
            (About.STORY, "events", "one"),
        ]
        with pytest.raises(RefusedError, match="already"):
            state_of(state_in(sitter), About.ARTICLE, "genre", "report")
        sitter.decide(*state_of(state_in(sitter), About.ARTICLE, "genre", ""))
        assert len(statements(store, [FIRST.id])) == 2
        assert statements(store, [SECOND.id]) == []
        sitter.undo()
        assert len(statements(store)) == 3
        assert [one["field"] for one in line(store)["statements"]] == ["genre", "id", "events"]  # type: ignore[attr-defined]
        assert list(findings(store)) == []


def test_relations_are_made_and_taken_away(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        sitter = Sitter(store)
        ada, babbage = marked(sitter, "Ada Lovelace"), marked(sitter, "Charles Babbage")
        ((article, change),) = connect(state_in(sitter), "knows", ada, babbage)
        assert article == FIRST.id
        sitter.decide(change)
        (one,) = connections(store)
        assert (one.kind, one.source, one.target, one.other_id) == ("knows", ada.id, babbage.id, FIRST.id)
        assert line(store)["relations"][0]["target"] == babbage.id  # type: ignore[index]
        ((_, change),) = connect(state_in(sitter), "knows", ada, babbage)
        sitter.decide(change)
        assert connections(store) == []
        sitter.undo()
        assert connections(store, [FIRST.id]) == [one]
        with pytest.raises(RefusedError, match="the same mark"):
            connect(state_in(sitter), "knows", ada, ada)
        assert list(findings(store)) == []


@pytest.mark.parametrize("sql", ["UPDATE statement SET value = 'x'", "DELETE FROM connection"])
def test_tables_that_say_something_else_than_the_log_are_found(tmp_path: Path, sql: str) -> None:
    path = tmp_path / "a.variorum"
    with project(path) as store:
        sitter = Sitter(store)
        ada, babbage = marked(sitter, "Ada Lovelace"), marked(sitter, "Charles Babbage")
        sitter.decide(*state_of(state_in(sitter), About.ARTICLE, "genre", "report"))
        sitter.decide(*(change for _, change in connect(state_in(sitter), "knows", ada, babbage)))
    with raw(path) as connection:
        connection.execute(sql)
    store = Store(path)
    assert "the table and the log differ" in "".join(findings(store))
    store.close()


def test_what_two_figures_are_to_each_other_is_one_thing_at_a_time(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        sitter = Sitter(store)

        def say(tie: Tie, *, back: bool = False) -> None:
            ends = [end(sitter, 0, BABBAGE), end(sitter, 1, THERE)]
            for article, change in compare_figures(tie, *(ends[::-1] if back else ends)):
                sitter.decide(change, article=FIRST if article == FIRST.id else SECOND)

        for tie in (Tie.CONFLICT, Tie.AGREEMENT, Tie.REFINEMENT, Tie.SCOPE):
            say(tie)
            assert figure_tie(end(sitter, 1, THERE), end(sitter, 0, BABBAGE)) == (tie, Verdict.ACCEPTED)
        with pytest.raises(RefusedError, match="scope is said already"):
            say(Tie.SCOPE, back=True)
        say(Tie.REFINEMENT)
        say(Tie.REFINEMENT, back=True)
        assert len(sitter.layer.state(FIRST.id).relations) == 0
        assert len(sitter.layer.state(SECOND.id).relations) == 1
        with pytest.raises(RefusedError, match="one and the same"):
            compare_figures(Tie.CONFLICT, end(sitter, 0, ADA), end(sitter, 0, ADA))
        assert list(findings(store)) == []


def test_how_many_were_decided_at_once_is_kept(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        sitter = Sitter(store)
        sitter.decide(replace(judged("Ada Lovelace"), via="batch"))
        assert store.annotations(FIRST.id)[0].via == "batch"
        assert line(store)["spans"][0]["via"] == "batch"  # type: ignore[index]
