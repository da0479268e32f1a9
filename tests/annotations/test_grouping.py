"""Articles fall into stories: by the ids they came with, else by what they report; nothing that is placed moves."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotations import grouping
from annotations.events import Finished, Moved, Named
from annotations.grouping import group
from annotations.queue import copies, older_versions, story
from annotations.store import Store
from corpus.article import Article
from tests.annotations.libraries import articles, filled, stories, taken
from tests.annotations.projects import Sitter, judged, lines_of

STORY = "number, id, title, named, articles, sources, first, last, disagreement"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "corpus.variorum"


def test_reports_of_one_event_are_one_story(path: Path) -> None:
    with closing(filled(path)) as store:
        assert stories(store) == [["0-0", "0-1", "0-2"], ["1-0", "1-1", "1-2"]]
        rows = store.rows("SELECT articles, sources, first, last, disagreement FROM story ORDER BY number")
        assert rows == [(3, 3, "2026-03-03", "2026-03-03", 1), (3, 3, "2026-05-08", "2026-05-08", 1)]
        assert [title for title, _ in store.stories()] == ["Flood at Harlow Bridge", "Fire in Corvane mill"]
    assert lines_of(path) == []


def test_what_comes_later_joins_the_story_it_belongs_to(path: Path) -> None:
    found = articles()
    with closing(filled(path, [found[0], found[3], found[4]])) as store:
        first = stories(store)
        taken(store, *found, key="later")
        done = group(store)
        assert (done.articles, done.fresh) == (3, 0)
        assert stories(store) == [["0-0", "0-1", "0-2"], ["1-0", "1-1", "1-2"]]
        assert first == [["0-0"], ["1-0", "1-1"]]


def test_given_ids_are_kept_whatever_the_articles_report(path: Path) -> None:
    given = [
        Article.of(one.name, one.text, one.title, replace(one.metadata, story="odd" if number % 2 else "even"))
        for number, one in enumerate(articles())
    ]
    with closing(filled(path, given)) as store:
        assert sorted(stories(store)) == [["0-0", "0-2", "1-1"], ["0-1", "1-0", "1-2"]]
        assert {key for (key,) in store.rows("SELECT id FROM story")} == {"odd", "even"}


def test_near_copies_within_a_story_are_marked(path: Path) -> None:
    found = articles()
    copy = Article.of("copy", found[0].text + "\nShare this.", found[0].title, found[0].metadata)
    with closing(filled(path, [*found[3:], found[0], copy])) as store:
        (key,) = store.rows("SELECT story FROM story_article WHERE article = ?", [copy.id])[0]
        assert copies(store, key) == {copy.id: found[0].id}


def test_many_articles_are_profiled_in_processes_of_their_own(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "MANY", 2)
    monkeypatch.setattr(grouping, "CHUNK", 2)
    told: list[str] = []
    with closing(Store(path)) as store:
        taken(store, *articles())
        group(store, lambda what, _done, _of: told.append(what))
        assert stories(store) == [["0-0", "0-1", "0-2"], ["1-0", "1-1", "1-2"]]
    assert told[:3] == ["profiling"] * 3
    assert told[-1] == "comparing"


def test_a_moved_article_stays_where_a_reviewer_put_it(path: Path) -> None:
    found = articles()
    with closing(filled(path, found[:5])) as store:
        keys = dict(store.rows("SELECT article, story FROM story_article"))
        Sitter(store).decide(Moved(keys[found[3].id]), article=found[0])
        taken(store, *found, key="later")
        group(store)
        assert stories(store) == [["0-1", "0-2"], ["0-0", "1-0", "1-1", "1-2"]]
    assert lines_of(path) == []


def test_moving_and_naming_are_undone_like_everything_else(path: Path) -> None:
    found = articles()
    with closing(filled(path)) as store:
        before = store.rows(f"SELECT {STORY} FROM story ORDER BY number"), stories(store)
        keys = dict(store.rows("SELECT article, story FROM story_article"))
        flood, fire = keys[found[0].id], keys[found[3].id]
        anna, ben = Sitter(store, "anna", "a"), Sitter(store, "ben", "b")
        anna.decide(Moved("new story"), article=found[0])
        assert stories(store) == [["0-1", "0-2"], ["1-0", "1-1", "1-2"], ["0-0"]]
        ben.decide(Named(flood, "The flood"), article=found[1])
        ben.decide(Moved(fire), article=found[0])
        assert stories(store) == [["0-1", "0-2"], ["0-0", "1-0", "1-1", "1-2"]]
        assert store.stories()[0][0] == "The flood"
        anna.reload()
        anna.undo()
        assert stories(store) == [["0-1", "0-2"], ["0-0", "1-0", "1-1", "1-2"]]
        ben.undo()
        ben.undo()
        after = store.rows(f"SELECT {STORY} FROM story WHERE articles > 0 ORDER BY number"), stories(store)
        assert after == before
    assert lines_of(path) == []


def test_a_newer_version_lies_where_a_reviewer_put_the_older_one_and_goes_back_with_it(path: Path) -> None:
    found = articles()
    changed = Article.of(found[0].name, found[0].text + " More.", found[0].title, found[0].metadata)
    with closing(filled(path)) as store:
        keys = dict(store.rows("SELECT article, story FROM story_article"))
        sitter = Sitter(store)
        sitter.decide(Moved(keys[found[3].id]), article=found[0])
        taken(store, changed, key="later")
        group(store)
        assert stories(store) == [["0-1", "0-2"], ["0-0", "1-0", "1-1", "1-2", "0-0"]]
        sitter.undo()
        assert stories(store) == [["0-0", "0-1", "0-2", "0-0"], ["1-0", "1-1", "1-2"]]
        assert store.rows("SELECT articles FROM story ORDER BY number") == [(3,), (3,)]
    assert lines_of(path) == []


def test_a_version_of_an_article_that_was_not_grouped_yet_is_grouped_with_it(path: Path) -> None:
    found = articles()
    with closing(Store(path)) as store:
        taken(store, *found)
        taken(store, Article.of("0-0", found[0].text + " More.", found[0].title, found[0].metadata), key="later")
        group(store)
        assert stories(store) == [["0-0", "0-1", "0-2", "0-0"], ["1-0", "1-1", "1-2"]]
    assert lines_of(path) == []


def test_a_story_to_which_a_finished_article_comes_is_in_work(path: Path) -> None:
    found = articles()
    with closing(filled(path)) as store:
        sitter = Sitter(store)
        sitter.decide(Finished(), article=found[0])
        sitter.decide(Moved("new story"), article=found[0])
        assert store.rows("SELECT finished FROM story_work WHERE story = 'new story'") == [(1,)]


def test_a_story_on_the_desk_holds_the_newest_versions_and_older_ones_that_were_decided_on(path: Path) -> None:
    found = articles()
    changed = [Article.of(one.name, one.text + " More.", one.title, one.metadata) for one in found[:2]]
    with closing(filled(path)) as store:
        (key,) = store.rows("SELECT story FROM story_article WHERE article = ?", [found[0].id])[0]
        decided = judged("Harlow Bridge", "FAC", text=found[0].text)
        Sitter(store).decide(decided, article=found[0])
        taken(store, *changed, key="later")
        group(store)
        held = story(store, key, "anna")
        assert held is not None
        assert [one.id for one in held.articles] == [found[0].id, found[2].id, changed[0].id, changed[1].id]
        other = story(store, key, "ben")
        assert other is not None
        assert [one.id for one in other.articles] == [found[2].id, changed[0].id, changed[1].id]
        assert older_versions(store, [found[0].id, found[2].id]) == {found[0].id}
