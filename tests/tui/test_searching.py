"""The search of a project: portions, what is typed over them, and the store that they come from."""

import json
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest

from annotations.search import looked_through
from annotations.store import Store
from corpus.article import Article, Metadata
from tests.annotations.libraries import filled
from tests.tui.pilots import sitting
from tests.tui.programs import run, settings
from tui.searching import Portion, Searching

MANY = 90
BEEPS = "flood \u009b31m\u202e flood"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.variorum"
    found = [Article.of(f"a{number:02}", f"The flood, part {number}.", "", Metadata()) for number in range(MANY)]
    filled(path, found).close()
    return path


@pytest.fixture
def store(corpus: Path) -> Generator[Store]:
    with closing(Store(corpus, read_only=True)) as store:
        yield store


def names(searching: Searching) -> list[str]:
    return [one.article.name for one in searching.results]


def every(store: Store, typed: str) -> list[str]:
    return [one.article.name for one in looked_through(store, typed) if one]


def to_the_end(searching: Searching, store: Store) -> None:
    while not searching.complete or searching.shown != searching.typed:
        searching.take(searching.portion(store))


def test_portions_make_up_the_whole(store: Store) -> None:
    searching = Searching()
    searching.typed = "flood"
    to_the_end(searching, store)
    assert len(names(searching)) == MANY
    assert names(searching) == every(store, "flood*")


def test_a_search_goes_on_in_another_store(corpus: Path, store: Store) -> None:
    searching = Searching()
    searching.typed = "flood"
    with closing(Store(corpus, read_only=True)) as first:
        searching.take(searching.portion(first))
        searching.portion(first)  # and is left before it is taken
    assert 0 < len(names(searching)) < MANY
    to_the_end(searching, store)
    assert names(searching) == every(store, "flood*")


def test_what_is_wanted_no_more_is_given_up(store: Store) -> None:
    searching = Searching()
    searching.typed = "flood"
    assert len(searching.portion(store, lambda: False).results) == 1


def test_what_is_typed_over_is_given_up(store: Store) -> None:
    searching = Searching()
    searching.typed = "flood"

    def typing() -> bool:
        searching.typed = "part"
        return True

    given_up = searching.portion(store, typing)
    assert given_up.typed == "flood"
    assert len(given_up.results) <= 2
    searching.take(given_up)
    to_the_end(searching, store)
    assert names(searching) == every(store, "part*")


def test_while_no_result_has_come_it_is_looking() -> None:
    searching = Searching()
    searching.typed = "flood"
    searching.take(Portion("flood"))
    assert searching.behind
    assert searching.told == "looking …"
    searching.take(Portion("flood", complete=True))
    assert searching.told == "nothing has that"


async def test_a_search_that_was_left_goes_on_when_it_is_opened_again(corpus: Path) -> None:
    async with sitting(project=corpus) as at:
        await at.press("f")
        await at.type("flood")
        await at.shows("articles")
        await at.press("escape")
        await at.press("f")
        await at.shows("search ›")
        for _ in range(MANY // 4):
            await at.press("pagedown")
        await at.shows(f"{MANY} of {MANY} articles")


def test_a_word_may_begin_with_a_dash(corpus: Path) -> None:
    folder = corpus.parent
    done = run(folder, "search", "flood", "-nothing", "--project", corpus.name, "--limit", "2")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 4
    assert run(folder, "search", "flood", "-part", "--project", corpus.name).stderr == "nothing has that\n"
    assert "Usage:" in run(folder, "search", "-h").stdout
    assert run(folder, "search", "flood", "--jsno", "--project", corpus.name).returncode == 2


def test_json_cannot_act_on_a_terminal(tmp_path: Path) -> None:
    filled(tmp_path / "c.variorum", [Article.of("a", BEEPS, BEEPS, Metadata())]).close()
    for verb in (("search", "flood", "--project"), ("stories",)):
        done = run(tmp_path, *verb, "c.variorum", "--json")
        assert done.stdout.isascii()
        assert BEEPS in json.loads(done.stdout)["title"]


def test_open_work_is_that_of_the_reviewer_of_the_settings(tmp_path: Path) -> None:
    settings(tmp_path, "reviewer = 3\n")
    filled(tmp_path / "c.variorum").close()
    done = run(tmp_path, "stories", "c.variorum")
    assert done.returncode == 1
    assert "reviewer: has to be a string" in done.stderr
    assert run(tmp_path, "stories", "c.variorum", "--reviewer", "ada").returncode == 0
