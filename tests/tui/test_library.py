"""Stories on the screen: the list, the search, and the desk that goes from one story to the next."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from annotations.events import Moved
from annotations.grouping import group
from annotations.queue import State
from annotations.store import Store
from corpus.article import Article
from tests.annotations.libraries import articles, filled, stories, taken
from tests.annotations.projects import Sitter
from tests.tui.pilots import sitting


@pytest.fixture
def corpus(project: Path) -> Path:
    """A project of two stories, each of three articles."""
    filled(project).close()
    return project


def left_beside(project: Path) -> list[str]:
    """The files of a project."""
    return [path.name for path in project.absolute().parent.iterdir() if path.name.startswith(project.name)]


def lying(project: Path) -> list[list[str]]:
    with closing(Store(project, read_only=True)) as store:
        return stories(store)


async def test_a_project_of_several_stories_begins_with_the_list(corpus: Path) -> None:
    async with sitting(project=corpus) as at:
        assert "stories" in at.text.split("\n")[0]
        await at.shows("1 of 2")
        await at.press("j enter")
        await at.shows("rose over its banks")
        assert [view.article.name for view in at.app.desk.views] == ["0-0", "0-1", "0-2"]
        await at.read()
        await at.press("L w 1")
    async with sitting(project=corpus) as at:
        assert "rose over its banks" in at.text
        assert at.app.desk.view.letter == "B"


async def test_each_story_keeps_its_place(corpus: Path) -> None:
    async with sitting(project=corpus) as at:
        await at.press("enter")
        await at.shows("paper mill")
        await at.press("L L j j")
        place = at.app.desk.place()["views"]
        await at.press("] ]")
        await at.shows("rose over its banks")
        assert at.app.desk.view.letter == "A"
        await at.press("] ]")
        assert "this is the last story" in at.text
        await at.press("[ [")
        await at.shows("paper mill")
        assert at.app.desk.view.letter == "C"
        assert at.app.desk.place()["views"] == place
        await at.press("[ [")
        assert "this is the first story" in at.text


async def test_every_story_is_read_when_it_is_on_the_desk(corpus: Path) -> None:
    async with sitting(project=corpus) as at:
        await at.press("enter")
        await at.read()
        await at.press("] ]")
        await at.read()
        await at.press("g q")
        await at.shows("▸")
        rows = [line for line in at.text.split("\n") if "2026-0" in line]
        assert ["▸" in row for row in rows] == [True, True]


async def test_an_article_is_split_off_moved_and_joined_again(corpus: Path) -> None:
    whole = lying(corpus)
    async with sitting(project=corpus, size=(160, 40)) as at:
        await at.press("enter Z s")
        await at.shows("story of its own now")
        assert lying(corpus) == [["0-0", "0-1", "0-2"], ["1-1", "1-2"], ["1-0"]]
        assert len(at.panes) == 2
        await at.press("u")
        assert lying(corpus) == whole
        assert len(at.panes) == 3
        await at.press("Z m")
        await at.shows("move A (Fire")
        await at.press("G enter")
        await at.shows("lies in the other story now")
        assert lying(corpus) == [["0-0", "0-1", "0-2", "1-0"], ["1-1", "1-2"]]
        await at.press("Z j")
        await at.shows("join to this story")
        await at.press("G enter")
        await at.shows("the stories are one now")
        assert len(lying(corpus)) == 1
        assert len(at.app.desk.views) == 6
        await at.press("u u")
        assert lying(corpus) == whole


async def test_a_story_is_named_on_the_desk_and_in_the_list(corpus: Path) -> None:
    async with sitting(project=corpus) as at:
        await at.press("enter Z n")
        await at.shows("name of the story")
        await at.press("ctrl+u")
        await at.type("The mill")
        await at.press("enter")
        await at.shows("the story is called The mill")
        assert at.text.split("\n")[0].startswith(" The mill")
        await at.press("g q n")
        await at.shows("name of the story")
        await at.press("ctrl+u")
        await at.type("Mill fire")
        await at.press("enter")
        await at.shows("it is called Mill fire")
        await at.press("u")
        await at.shows("The mill")


async def test_what_was_decided_in_the_list_is_seen_on_the_desk(corpus: Path) -> None:
    async with sitting(project=corpus) as at:
        await at.press("enter g q Z Z escape")
        await at.until(lambda: at.text.split("\n")[0].count("✓") == 3)
        await at.press("g q v m")
        await at.shows("stories are one now")
        await at.press("escape")
        await at.until(lambda: len(at.app.desk.views) == 6)


async def test_a_verdict_in_the_list_stays_and_is_a_word_there(corpus: Path) -> None:
    async with sitting(project=corpus, size=(80, 24)) as at:
        await at.press("x")
        await at.shows("rejected: Fire")
        await at.press("space k k")
        await at.shows("1 of 2")
        rows = [line for line in at.text.split("\n") if "2026-0" in line]
        assert [word in row for row in rows for word in (" rej. ", " uns. ")] == [True, False, False, True]
        await at.press("u")
        await at.shows("undone")
    async with sitting(project=corpus, size=(120, 24)) as at:
        await at.shows("1 of 2")
        assert "  rejected  Fire" in at.text
        assert "unsure" not in at.text


async def test_a_story_that_is_gone_leaves_the_list_at_work(corpus: Path) -> None:
    async with sitting(project=corpus) as at:
        await at.shows("1 of 2")
        fire, flood = (one.id for one in at.app._shelf._stories.in_sight)
        with closing(Store(corpus)) as store:
            sitter = Sitter(store)
            for article in store.articles():
                sitter.decide(Moved(fire), article=article)
        await at.press("j enter")
        await at.shows("nothing is left in that story")
        await at.until(lambda: at.app._shelf._stories.library.total() == 1)
        await at.press("enter")
        await at.until(lambda: len(at.app.desk.views) == 6)
        assert at.app.desk.workspace.story.id == fire != flood


async def test_the_list_is_filtered_as_one_types(corpus: Path) -> None:
    async with sitting(project=corpus) as at:
        await at.press("/")
        await at.type("harl")
        await at.shows("1 of 2")
        assert "Fire in" not in at.text
        await at.press("enter enter")
        await at.shows("rose over its banks")
        await at.press("g q /")
        await at.type("zebra")
        await at.shows("no story is like that")
        await at.press("escape")
        await at.shows("Fire in")


async def test_a_search_goes_to_the_place_in_any_story(corpus: Path) -> None:
    async with sitting(project=corpus, size=(160, 40)) as at:
        await at.press("enter g /")
        await at.type("tessa vorn")
        await at.shows("1 of 3 articles")
        assert "mayor of Lindmark, Tessa Vorn" in at.text
        await at.press("down enter")
        await at.shows("rose over its banks")
        assert at.selected == "Tessa Vorn"
        await at.press("n")
        assert re.search(r"Tessa Vorn: \d of 3 in 3 articles", at.text)


async def test_a_search_from_the_list_says_what_hinders(corpus: Path) -> None:
    async with sitting(project=corpus) as at:
        await at.press("f")
        await at.type("date:soon")
        await at.shows("is no date")
        await at.press("escape")
        await at.shows("1 of 2")
        await at.press("escape")
        await at.shows("paper mill")


async def test_older_versions_and_near_copies_are_remarked(corpus: Path) -> None:
    first = articles()[0]
    with closing(Store(corpus)) as store:
        taken(store, Article.of(first.name, first.text + " More.", first.title, first.metadata), key="k")
        group(store)
    async with sitting(project=corpus, size=(200, 40)) as at:
        await at.press("j enter")
        await at.shows("More.")
        assert len(at.app.desk.views) == 3
        assert "≈A" in at.text


async def test_many_texts_are_taken_in_and_listed(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(2):
        for article in articles():
            (folder / f"{article.name}-{number}.txt").write_text(f"{article.text} Edition {number}.", "utf-8")
    async with sitting(folder, project=project) as at:
        await at.shows("1 of 2")
        assert len(at.app.desk.views) == 6
    assert sorted(map(len, lying(project))) == [6, 6]


async def test_few_texts_stand_side_by_side_whatever_they_report(project: Path, tmp_path: Path) -> None:
    for article in articles()[2:4]:
        (tmp_path / f"{article.name}.txt").write_text(article.text, "utf-8")
    async with sitting(tmp_path / "0-2.txt", tmp_path / "1-0.txt", project=project) as at:
        assert len(at.panes) == 2
        await at.read()
    assert lying(project) == [["0-2.txt", "1-0.txt"]]


async def test_while_a_story_is_chosen_no_other_command_works(corpus: Path) -> None:
    async with sitting(project=corpus, size=(160, 40)) as at:
        await at.press("enter Z m")
        await at.shows("move A (Fire")
        await at.press("d a l x space v m n")
        assert "move A (Fire" in at.text
        await at.press("q")
        await at.shows("paper mill")
        assert at.app.desk.workspace.layer.undoable == []


async def test_a_story_that_only_lay_under_the_list_is_new(corpus: Path) -> None:
    async with sitting(project=corpus) as at:
        await at.shows("1 of 2")
        await at.press("G")
    async with sitting(project=corpus) as at:
        await at.shows("1 of 2")
        assert [one.state for one in at.app._shelf._stories.in_sight] == [State.NEW, State.NEW]


async def test_articles_that_were_not_grouped_are_when_the_project_is_opened(project: Path) -> None:
    with closing(Store(project)) as store:
        taken(store, *articles())
    async with sitting(project=project) as at:
        await at.shows("1 of 2")
    assert sorted(map(len, lying(project))) == [3, 3]


async def test_after_the_list_was_shown_the_project_is_one_file(corpus: Path) -> None:
    async with sitting(project=corpus) as at:
        await at.press("enter")
        await at.read()
        await at.press("w 1 g q")
        await at.shows("1 of 2")
    assert left_beside(corpus) == [corpus.name]
