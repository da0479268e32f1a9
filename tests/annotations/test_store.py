"""The project file: what goes in comes out, and the tables say what the log says."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.analyses import language, save_analysis, stored_analysis
from annotations.check import findings
from annotations.connect import connect
from annotations.errors import NotSavedError, ProjectError
from annotations.event_rows import log_rows
from annotations.events import (
    Event,
    Finished,
    Noted,
    Step,
)
from annotations.model import Proposal
from annotations.store import Store
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.article import Article, Story
from corpus.span import Span
from tests.annotations.projects import AT, FIRST, SECOND, STORY, Sitter, judged, project, raw, standing

ARTICLES = (FIRST, SECOND)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "letters.variorum"


def test_every_commit_reaches_the_disk_before_it_is_told(path: Path) -> None:
    with closing(connect(path)) as connection:
        pragmas = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "trusted_schema")
        }
    full = 2
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
    }


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET payload = '{}'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT seq, sitting, step, at, article, kind, '{}', hash FROM event",
        "INSERT INTO event SELECT * FROM event WHERE 1 ON CONFLICT DO UPDATE SET payload = '{}'",
        "UPDATE article SET text = 'other'",
        "DELETE FROM article",
        "INSERT OR REPLACE INTO article SELECT * FROM article",
    ],
)
def test_the_log_and_the_texts_cannot_be_changed(path: Path, statement: str) -> None:
    with project(path) as store:
        Sitter(store).mark("Ada")
        before = (log_rows(store), store.articles())
    with (
        closing(connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match=r"append-only|never changes"),
    ):
        connection.execute(statement)
    with closing(Store(path)) as store:
        assert (log_rows(store), store.articles()) == before


def test_a_project_gives_back_what_it_was_given(path: Path) -> None:
    with project(path) as store:
        sitter = Sitter(store)
        origin = Proposal(Span(0, 12), "ORG", "sm 3.8")
        sitter.mark("Ada", origin=origin)
        sitter.decide(Noted("Ada-PERSON", "why?"), Finished())
        stands, log = standing(store), store.events()
    assert stands["Ada-PERSON"].origin == origin
    with closing(Store(path)) as store:
        assert store.articles() == [FIRST, SECOND]
        assert (store.article(SECOND.id), store.article("nobody")) == (SECOND, None)
        assert store.stories() == [("Letters", (FIRST.id, SECOND.id))]
        assert store.reviewers() == ["anna"]
        assert (standing(store), store.events()) == (stands, log)
        assert store.annotations(SECOND.id) == []
        assert store.finished() == {FIRST.id: {"anna": AT}}
        assert [event.change for event in log] == [
            judged("Ada", origin=origin),
            Noted("Ada-PERSON", "why?"),
            Finished(),
        ]


HARD = ["a\0b", "\0", "\r\n\r", "\ufeff\u2028\u0085\x1b[31m", "👩🏻‍🚒\U0010ffff\ue000", "e\u0301é", " \t", "'\"--;"]


@pytest.mark.parametrize("text", HARD)
def test_every_text_comes_back_as_it_was(path: Path, text: str) -> None:
    article = Article.of(f"{text}.txt", f"{text}x{text}")
    with closing(Store(path)) as store:
        store.add_story(Story(f"story {text}", (article,)))
        sitter = Sitter(store, reviewer=f"anna {text}")
        sitter.decide(judged(f"{text}x", text=article.text), Noted(f"{text}x-PERSON", text), article=article)
        assert list(findings(store)) == []
    with closing(Store(path)) as store:
        assert store.articles() == [article]
        assert store.articles()[0].text.encode() == f"{text}x{text}".encode()
        assert store.stories() == [(f"story {text}", (article.id,))]
        (one,) = store.annotations()
        assert (one.surface, one.note, one.reviewer) == (f"{text}x", text, f"anna {text}")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_random_texts_come_back_as_they_were(tmp_path: Path, text: str) -> None:
    with closing(Store(tmp_path / "one.variorum")) as store:
        article = Article.of("random.txt", text)
        store.add_story(Story("all", (article,)))
        assert store.article(article.id) == article


def test_adding_a_story_again_adds_nothing(path: Path) -> None:
    third = Article.of("third.txt", "Nothing.")
    with project(path) as store:
        store.add_story(STORY)
        store.add_story(Story("Letters", (third, FIRST)))
        store.add_story(Story("Other letters", (SECOND,)))
        assert store.articles() == [FIRST, SECOND, third]
        assert store.stories() == [("Letters", (FIRST.id, SECOND.id, third.id))]


def test_a_write_that_fails_half_way_leaves_nothing(path: Path) -> None:
    with project(path) as store:
        sitter = Sitter(store)
        sitter.mark("Ada", label="ORG")
        before, seen = (log_rows(store), standing(store), store.finished(), store.place("anna")), store.seen
        events = sitter.events(judged("Ada"), Finished())
        delta = sitter.layer.take(events)
        broken = replace(delta.annotations["Ada-PERSON"] or _none(), id="elsewhere", article_id="no such article")
        delta.annotations["elsewhere"] = broken
        with pytest.raises(ProjectError, match="FOREIGN KEY"):
            store.append(events, delta, place={"at": 3})
        assert (log_rows(store), standing(store), store.finished(), store.place("anna")) == before
        assert store.seen == seen
        del delta.annotations["elsewhere"]
        store.append(events, delta, place={"at": 3})
        assert "Ada-PERSON" in standing(store)
        assert list(findings(store)) == []


def _none() -> Any:
    pytest.fail("the mark is gone")


def test_a_place_is_kept_for_each_reviewer(path: Path) -> None:
    with project(path) as store:
        sitter = Sitter(store)
        Sitter(store, "ben", "b")
        assert store.place("anna") is None
        sitter.decide(judged("Ada"), place={"at": [1, None], "word": "é\0"})
        assert store.place("anna") == {"at": [1, None], "word": "é\0"}
        store.save_place("anna", {"at": 2})
        assert (store.place("anna"), store.place("ben"), store.place("nobody")) == ({"at": 2}, None, None)


def test_a_place_that_makes_no_sense_is_none(path: Path) -> None:
    with project(path) as store:
        Sitter(store)
        store.save_place("anna", {"at": 2})
        with raw(path) as connection:
            connection.execute("UPDATE place SET data = '{'")
        assert store.place("anna") is None


def test_analyses_are_kept_for_each_text_and_model(path: Path) -> None:
    small, large = ModelId("sm", "3.8"), ModelId("lg", "3.8", "de")
    tokens = [Span(0, 3), Span(4, 12)]
    first = analysis_of(small, tokens, [Span(0, 48)], [Mention(Span(0, 12), "PERSON")])
    second = analysis_of(large, tokens, [], [])
    with project(path) as store:
        assert stored_analysis(store, FIRST.sha256, small) is None
        assert language(store, FIRST.sha256) is None
        save_analysis(store, FIRST.sha256, second)
        save_analysis(store, FIRST.sha256, first)
        save_analysis(store, FIRST.sha256, first)
        assert stored_analysis(store, FIRST.sha256, small) == first
        assert stored_analysis(store, FIRST.sha256, large) == second
        assert stored_analysis(store, FIRST.sha256, ModelId("sm", "3.9")) is None
        assert stored_analysis(store, SECOND.sha256, small) is None
        with raw(path) as connection:
            assert connection.execute("SELECT count(*) FROM analysis").fetchone() == (2,)
            connection.execute("UPDATE analysis SET data = x'00'")
        assert stored_analysis(store, FIRST.sha256, small) is None


def test_the_language_is_that_of_the_last_reading(path: Path) -> None:
    with project(path) as store:
        for lang, made in (("en", "2026-01-01"), ("de", "2026-01-03"), ("fr", "2026-01-02")):
            save_analysis(store, FIRST.sha256, analysis_of(ModelId(lang, "1", lang), [], [], []))
            with raw(path) as connection:
                connection.execute("UPDATE analysis SET made = ? WHERE lang = ?", [made, lang])
        assert language(store, FIRST.sha256) == "de"


def test_an_event_about_an_unknown_article_is_refused_in_one_line(path: Path) -> None:
    with project(path) as store:
        sitter = Sitter(store)
        stranger = Event(Step("sitting-1", 1), AT, "anna", "nowhere", Finished())
        with pytest.raises(ProjectError, match="FOREIGN KEY"):
            store.append([stranger], sitter.layer.take([stranger]))
        assert store.events() == []


def test_a_project_opened_to_read_is_not_written(path: Path) -> None:
    with project(path) as store:
        Sitter(store).mark("Ada")
    before = path.read_bytes()
    with closing(Store(path, read_only=True)) as store:
        assert set(standing(store)) == {"Ada-PERSON"}
        with pytest.raises(NotSavedError, match="cannot be written"):
            store.save_place("anna", {})
        with pytest.raises(NotSavedError, match="cannot be written"):
            store.add_story(Story("New", ()))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "method"),
    [
        ("UPDATE event SET kind = 'renamed'", "events"),
        ("UPDATE event SET payload = '{'", "events"),
        ("UPDATE annotation SET verdict = 'maybe'", "annotations"),
        ('UPDATE annotation SET start = 9, "end" = 3', "annotations"),
        ("UPDATE annotation SET origin_model = 'm'", "annotations"),
    ],
)
def test_a_row_that_makes_no_sense_is_told_in_one_line(path: Path, statement: str, method: str) -> None:
    with project(path) as store:
        Sitter(store).mark("Ada")
        with raw(path) as connection:
            connection.execute("DROP TRIGGER event_no_update")
            connection.execute("PRAGMA ignore_check_constraints = ON")
            connection.execute(statement)
        with pytest.raises(ProjectError, match="a row that makes no sense") as told:
            getattr(store, method)()
    assert str(told.value).startswith(f"{path}: ")
    assert "\n" not in str(told.value)


def test_the_hashes_of_a_sitting_hang_together(path: Path) -> None:
    with project(path) as store:
        sitter = Sitter(store)
        sitter.mark("Ada")
        sitter.mark("London", "GPE")
        rows = log_rows(store)
    assert [row[0] for row in rows] == [1, 2]
    assert len({row[7] for row in rows}) == 2
    assert json.loads(rows[0][6])["surface"] == "Ada"


def test_characters_that_cannot_be_stored_are_told_in_one_line(path: Path) -> None:
    with project(path) as store:
        with pytest.raises(ProjectError, match="surrogates not allowed"):
            store.place("anna\udcff")
        with pytest.raises(ProjectError, match="surrogates not allowed"):
            store.save_place("anna\udcff", {})
        Sitter(store).mark("Ada")
        assert list(findings(store)) == []
