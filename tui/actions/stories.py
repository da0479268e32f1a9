"""The list of stories: moving in it, what it shows, and what reviewers do with whole stories."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from annotations.decide import RefusedError
from annotations.events import Change, Finished, Moved, Named, Stated
from annotations.model import VERDICT, About, Verdict
from annotations.queue import Listed, articles_of
from tui.stories import STATES, StoryList, order_after
from tui.wishes import AskStoryName, Leave, OpenStory, Quit, ShowHelp, ShowSearch, TypeFilter

Action = Callable[[StoryList], None]
_GONE: Final = "nothing is left in that story"


def open_story(stories: StoryList) -> None:
    """Have the story on the desk, or give it as the answer where one is asked for."""
    stories.wish(OpenStory(_here(stories).id))


def leave(stories: StoryList) -> None:
    """Show all stories again where the list is narrowed, else go back to the desk."""
    if stories.wanted.words or stories.wanted.state is not None:
        stories.want(replace(stories.wanted, words="", state=None))
    else:
        stories.wish(Leave())


def quit_program(stories: StoryList) -> None:
    """Leave the program."""
    stories.wish(Quit())


def type_filter(stories: StoryList) -> None:
    """Type what the stories are filtered by."""
    stories.wish(TypeFilter())


def sort(stories: StoryList) -> None:
    """Sort in the next way."""
    stories.want(replace(stories.wanted, order=order_after(stories.wanted.order), ascending=False))


def reverse(stories: StoryList) -> None:
    """Sort the other way round."""
    stories.want(replace(stories.wanted, ascending=not stories.wanted.ascending))


def next_state(stories: StoryList) -> None:
    """Show only new stories, those in work, those that are done, or all again."""
    at = STATES.index(stories.wanted.state)
    stories.want(replace(stories.wanted, state=STATES[(at + 1) % len(STATES)]))


def mark(stories: StoryList) -> None:
    """Mark the story, or take its mark away, and go to the next."""
    number = _here(stories).number
    stories.marked ^= {number}
    stories.at += 1


def merge(stories: StoryList) -> None:
    """Merge the marked stories into the one under the cursor."""
    here = _here(stories)
    others = [row for row in stories.library.rows(_numbers(stories)) if row.id != here.id]
    if not others:
        message = "mark the stories that belong to this one first (v), then merge"
        raise RefusedError(message)
    changes = [(article, Moved(here.id)) for row in others for article in _articles(stories, row.id)]
    stories.decide(changes, f"{len(others) + 1} stories are one now; u takes it back")


def ask_name(stories: StoryList) -> None:
    """Give the story a name."""
    here = _here(stories)
    stories.wish(AskStoryName(here.id, here.title))


def name(story_id: str, title: str) -> Action:
    """The action that gives a story the name that was typed."""

    def act(stories: StoryList) -> None:
        articles = _articles(stories, story_id)
        if not articles:
            raise RefusedError(_GONE)
        stories.decide([(articles[0], Named(story_id, title.strip()))], f"it is called {title.strip() or 'as before'}")

    return act


def finish(stories: StoryList) -> None:
    """Finish all articles of the story: what is unmarked in them is nothing."""
    here = _here(stories)
    state = stories.workspace.state
    changes: list[tuple[str, Change]] = [
        (article, Finished()) for article in _articles(stories, here.id) if not state(article).finished
    ]
    if not changes:
        message = "the story is done already"
        raise RefusedError(message)
    stories.decide(changes, f"done: {here.title}")


def judge(verdict: Verdict) -> Action:
    """Accept or reject the story, or leave it unsure, and go to the next; the same once more takes it back.

    Where stories are marked, those are judged instead, as one step.
    """

    def give(stories: StoryList) -> None:
        marked = stories.library.rows(_numbers(stories))
        said = {one.id: _said(stories, one.id) for one in marked or [_here(stories)]}
        value = "" if all(before == verdict for _, before in said.values()) else verdict.value
        changes: list[tuple[str, Change]] = [
            (article, Stated(About.STORY, None, "", VERDICT, value, story))
            for story, (article, before) in said.items()
            if before != value
        ]
        what = f"{len(marked)} stories" if marked else _here(stories).title
        stories.decide(changes, f"{value or 'no verdict'}: {what}; u takes it back")
        stories.at += not marked

    return give


def undo(stories: StoryList) -> None:
    """Take the last step back, if it was one about stories; others are for the desk, where they are seen."""
    layer = stories.workspace.layer
    events = layer.events_of(layer.undoable[-1]) if layer.undoable else []
    if not events or not all(_about_stories(event.change) for event in events):
        message = "the last step was made on the desk, and is taken back there" if events else "nothing to undo"
        raise RefusedError(message)
    stories.workspace.undo()
    stories.changed = True
    stories.message = stories.workspace.trouble or "undone"
    stories.reload()


def redo(stories: StoryList) -> None:
    """Do the last undone step again, if it was one about stories."""
    layer = stories.workspace.layer
    events = layer.events_of(layer.redoable[-1]) if layer.redoable else []
    if not events or not all(_about_stories(event.change) for event in events):
        message = "the step was undone on the desk, and is done again there" if events else "nothing to redo"
        raise RefusedError(message)
    stories.workspace.redo()
    stories.changed = True
    stories.message = stories.workspace.trouble or "done again"
    stories.reload()


def search(stories: StoryList) -> None:
    """Search the texts of all articles."""
    stories.wish(ShowSearch())


def show_help(stories: StoryList) -> None:
    """Show the keys."""
    stories.wish(ShowHelp())


def _here(stories: StoryList) -> Listed:
    here = stories.here
    if here is None:
        gone = stories.here_number is not None
        if gone:
            stories.reload()
        message = _GONE if gone else "there is no story here"
        raise RefusedError(message)
    return here


def _about_stories(change: Change) -> bool:
    """Whether a change is one that the list shows."""
    judges = isinstance(change, Stated) and change.about is About.STORY and change.field == VERDICT
    return judges or isinstance(change, Moved | Named | Finished)


def _said(stories: StoryList, story_id: str) -> tuple[str, str]:
    """The article in whose log the verdict on a story stands, or is to stand, and the verdict; "" for none."""
    articles = articles_of(stories.library.store, story_id)
    if not articles:
        raise RefusedError(_GONE)
    found: list[tuple[str, str, str]] = []
    for article in articles:
        one = stories.workspace.state(article).statements.get((About.STORY, None, story_id, VERDICT))
        found += [(one.decided, article, one.value)] if one is not None else []
    return max(found, default=("", articles[0], ""))[1:]


def _numbers(stories: StoryList) -> list[int]:
    return sorted(stories.marked)


def _articles(stories: StoryList, story_id: str) -> list[str]:
    """The ids of all articles of a story, older versions too."""
    rows = stories.library.store.rows(
        "SELECT article FROM story_article JOIN article ON article = id WHERE story = ? ORDER BY number", [story_id]
    )
    return [article for (article,) in rows]
