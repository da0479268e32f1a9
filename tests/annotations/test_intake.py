"""Taking articles in: once each, whatever happens on the way."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations import intake
from annotations.articles import put
from annotations.grouping import group
from annotations.intake import Item, Source, take_in
from annotations.store import Store
from corpus.article import Article, Metadata, Story
from corpus.errors import CorpusError
from corpus.readers.base import Notice
from corpus.sources import sample
from tests.annotations.libraries import articles, filled, source, stories, taken
from tests.annotations.projects import lines_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "corpus.variorum"


def record(name: str, text: str, origin: str = "") -> Article:
    return Article.of(name, text, "", Metadata(origin=origin))


def test_everything_that_is_known_comes_back(path: Path) -> None:
    about = Metadata(
        "Gazette", "2026-03-01T09:30:00Z", "read", "https://example.org/a", "en", "Ada", "s", "o", "d", '{"a":1}'
    )
    one = Article.of("a", "Text.\r\n\ufeff", "A title\u2028of its own", about)
    with closing(Store(path)) as store:
        taken(store, one)
        assert store.articles() == [one]
    assert lines_of(path) == []


def test_a_second_import_adds_nothing(path: Path) -> None:
    with closing(Store(path)) as store:
        first, _ = taken(store, *articles())
        again, _ = taken(store, *articles(), key="another key")
        skipped, _ = taken(store, *articles())
        assert [(one.added, one.known) for one in (first, again, skipped)] == [(6, 0), (0, 6), (0, 6)]
        assert len(store.articles()) == 6


def test_an_input_that_is_through_is_not_read_again(path: Path) -> None:
    def never() -> Iterator[Item]:
        raise AssertionError

    with closing(Store(path)) as store:
        taken(store, record("a", "Text."), key="k")
        done = take_in(store, [Source("k", 1, never)], tell=print)
        assert (done.known, done.added) == (1, 0)


def test_an_input_with_a_fault_is_read_again_so_that_it_is_told_again(path: Path) -> None:
    fault = CorpusError("broken", where="a.jsonl:2")
    with closing(Store(path)) as store:
        for added in (1, 0):
            done, told = taken(store, record("a", "Text."), fault, Notice("guessed"))
            assert (done.added, done.troubles) == (added, 1)
            assert told == [fault, Notice("guessed")]


def test_a_changed_text_under_the_same_name_is_a_newer_version_in_the_same_story(path: Path) -> None:
    with closing(filled(path)) as store:
        before = next(one for one in store.articles() if one.name == "0-1")
        changed = Article.of("0-1", before.text + " Corrected.", before.title, before.metadata)
        done, _ = taken(store, changed, key="later")
        assert (done.added, done.versions) == (1, 1)
        assert store.rows("SELECT replaces FROM article WHERE id = ?", [changed.id]) == [(before.id,)]
        group(store)
        assert ["0-0", "0-1", "0-2", "0-1"] in stories(store)
        assert store.rows("SELECT articles FROM story ORDER BY number") == [(3,), (3,)]
    assert lines_of(path) == []


def test_the_same_name_in_another_file_is_another_article(path: Path) -> None:
    with closing(Store(path)) as store:
        taken(store, record("1", "One.", "a.csv"))
        done, _ = taken(store, record("1", "Two.", "b.csv"), key="b")
        assert (done.added, done.versions) == (1, 0)


def test_records_of_one_input_that_share_a_name_are_no_versions_of_each_other(path: Path) -> None:
    with closing(Store(path)) as store:
        done, _ = taken(store, record("x", "One."), record("x", "Two."))
        assert (done.added, done.versions) == (2, 0)


def test_an_unrelated_text_under_the_same_name_is_another_article(path: Path) -> None:
    one, other = articles()[0], sample().articles[0]
    with closing(Store(path)) as store:
        taken(store, record("r1.txt", one.text))
        done, _ = taken(store, record("r1.txt", other.text), key="tuesday")
        assert (done.added, done.versions) == (1, 0)


def test_a_text_that_is_as_an_older_version_was_is_told(path: Path) -> None:
    with closing(Store(path)) as store:
        taken(store, record("a", "The toll is 12."))
        taken(store, record("a", "The toll is 13."), key="later")
        done, _ = taken(store, record("a", "The toll is 12."), key="again")
        assert (done.added, done.known, done.older) == (0, 1, 1)


def test_records_that_are_called_by_their_number_are_known_by_their_text(path: Path) -> None:
    texts = [article.text for article in articles()]
    with closing(Store(path)) as store:
        taken(store, *(record(f"a.csv:{number}", text, "a.csv") for number, text in enumerate(texts, 2)))
        shifted = ["A new record, put before the others.", *texts]
        done, _ = taken(store, *(record(f"a.csv:{number}", text, "a.csv") for number, text in enumerate(shifted, 2)),
                        key="later")  # fmt: skip
        assert (done.added, done.known, done.versions) == (1, 6, 0)


def test_what_a_killed_import_left_out_of_the_index_is_taken_in(path: Path) -> None:
    with closing(Store(path)) as store:
        taken(store, articles()[0])
        with store.write() as connection:
            put(connection, articles()[1:3])
        store.add_story(Story("more", (articles()[3],)))
        found = store.rows("SELECT rowid FROM article_words WHERE article_words MATCH 'the' ORDER BY rowid")
        assert found == [(1,), (2,), (3,), (4,)]
    assert lines_of(path) == []


class BrokenOffError(Exception):
    """Somebody pressed ctrl+c."""


def _broken_off(items: list[Article], after: int) -> Iterator[Item]:
    yield from items[:after]
    raise BrokenOffError


def contents(path: Path) -> list[tuple[object, ...]]:
    """All that a project holds, but for times."""
    with closing(Store(path, read_only=True)) as store:
        return [
            *store.rows("SELECT number, id, name, text, replaces FROM article ORDER BY number"),
            *store.rows("SELECT article, story, copy_of FROM story_article ORDER BY article"),
            *store.rows("SELECT number, id, title, articles, sources, first, last, disagreement FROM story"),
            *store.rows("SELECT rowid FROM article_words WHERE article_words MATCH 'the' ORDER BY rowid"),
        ]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(after=st.integers(0, 40), batch=st.integers(1, 9))
def test_an_import_that_was_interrupted_gives_what_an_uninterrupted_one_gives(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, after: int, batch: int
) -> None:
    folder = tmp_path_factory.mktemp("interrupted")
    items = [*articles(), *(record("shared", f"Text {number}.") for number in range(30))]
    with closing(Store(folder / "whole.variorum")) as store:
        taken(store, *items)
        group(store)
    monkeypatch.setattr(intake, "BATCH", batch)
    with closing(Store(folder / "broken.variorum")) as store:
        broken = Source("input", 1, lambda: _broken_off(items, after))
        with pytest.raises(BrokenOffError):
            take_in(store, [broken], tell=print)
    with closing(Store(folder / "broken.variorum")) as store:
        taken(store, *items)
        group(store)
    assert contents(folder / "whole.variorum") == contents(folder / "broken.variorum")
    assert lines_of(folder / "broken.variorum") == []


def test_an_interrupted_import_keeps_its_batches(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "BATCH", 2)
    with closing(Store(path)) as store:
        with pytest.raises(BrokenOffError):
            take_in(store, [Source("k", 1, lambda: _broken_off(articles(), 5))], tell=print)
        assert len(store.articles()) == 4


def test_progress_tells_how_much_is_through(path: Path) -> None:
    seen: list[tuple[int, int]] = []
    with closing(Store(path)) as store:
        found = [source(str(number), record(str(number), f"Text {number}.")) for number in range(4)]
        take_in(store, found, tell=print, progress=lambda taken: seen.append((taken.done, taken.articles)))
    assert seen[-1] == (4, 4)


def test_words_are_indexed_with_their_articles(path: Path) -> None:
    with closing(Store(path)) as store:
        taken(store, *articles()[:3])
        taken(store, *articles(), key="more")
        found = store.rows("SELECT rowid FROM article_words WHERE article_words MATCH 'mill' ORDER BY rowid")
        assert found == [(1,), (2,), (3,), (4,), (5,), (6,)]
