"""The story on the desk: split an article off, move it, join another story, name it, go to the next one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from annotations.events import Change, Moved, Named
from annotations.queue import versions_of
from annotations.stories import split_key
from tui.render.cells import cut
from tui.taking_in import take_in
from tui.wishes import AskStoryName, NextStory, ShowSearch, ShowStories

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[["Desk"], None]
LONGEST = 30  # cells of a title in a message


def show_stories(desk: "Desk") -> None:
    """Show the queue of stories."""
    desk.wish(ShowStories())


def show_search(desk: "Desk") -> None:
    """Search all articles of the project."""
    desk.wish(ShowSearch())


def by_story(step: int) -> Action:
    """To the next story of the queue, or the one before."""

    def move(desk: "Desk") -> None:
        desk.wish(NextStory(step))

    return move


def split(desk: "Desk") -> None:
    """Make a story of its own of the active article."""
    story = _story(desk)
    if len(desk.views) == 1:
        message = "the story has no other article"
        raise RefusedError(message)
    article = desk.view.article
    key = split_key(story, [article.id])
    _decide(desk, _moves(desk, article.id, key), f"{_called(desk)} is a story of its own now")


def move(desk: "Desk") -> None:
    """Move the active article to another story, which is chosen from the queue."""
    _story(desk)
    article, called = desk.view.article, _called(desk)

    def chosen(story: str) -> Action:
        def act(desk: "Desk") -> None:
            if story == desk.workspace.story.id:
                message = "it lies in this story already"
                raise RefusedError(message)
            _decide(desk, _moves(desk, article.id, story), f"{called} lies in the other story now")

        return act

    desk.wish(ShowStories(f"move {called} to", chosen))


def join(desk: "Desk") -> None:
    """Join another story to this one; it is chosen from the queue."""
    here = _story(desk)

    def chosen(story: str) -> Action:
        def act(desk: "Desk") -> None:
            store = desk.workspace.store
            if store is None or story == here:
                message = "that is this story"
                raise RefusedError(message)
            rows = store.rows("SELECT article FROM story_article WHERE story = ?", [story])
            _decide(desk, [(article, Moved(here)) for (article,) in rows], "the stories are one now")

        return act

    desk.wish(ShowStories("join to this story", chosen))


def ask_name(desk: "Desk") -> None:
    """Give the story a name."""
    desk.wish(AskStoryName(_story(desk), desk.workspace.story.title))


def name(title: str) -> Action:
    """The action that gives the story on the desk the name that was typed."""

    def act(desk: "Desk") -> None:
        story = _story(desk)
        changes = [(desk.views[0].article.id, Named(story, title.strip()))]
        _decide(desk, changes, f"the story is called {title.strip() or 'as before'}")

    return act


def _story(desk: "Desk") -> str:
    if desk.workspace.store is None or not desk.workspace.story.id:
        message = "the project is still being made; in a moment"
        raise RefusedError(message)
    return desk.workspace.story.id


def _called(desk: "Desk") -> str:
    """The active article by its letter and the beginning of its title."""
    return f"{desk.view.letter} ({cut(desk.view.article.title, LONGEST)})"


def _moves(desk: "Desk", article_id: str, story: str) -> list[tuple[str, Change]]:
    """The changes that put an article with all its versions into a story."""
    store = desk.workspace.store
    versions = versions_of(store, article_id) if store is not None else [article_id]
    return [(version, Moved(story)) for version in versions]


def _decide(desk: "Desk", changes: Sequence[tuple[str, Change]], told: str) -> None:
    take_in(desk, desk.workspace.decide_all(changes))
    desk.message = desk.workspace.trouble or f"{told}; u takes it back"
