"""The commands of the list of stories."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotations.model import Verdict
from tui.actions import stories
from tui.commands.command import Command, row
from tui.commands.listing import Told, by_lines, by_pages
from tui.stories import StoryList

LIST_COMMANDS: Final[tuple[Command[StoryList], ...]] = (
    *by_lines("stories", Told("story down", "Go to the next story."), Told("story up", "Go to the story before.")),
    *by_pages("stories", "", Told("first story", "Go to the first story."),
              Told("last story", "Go to the last story.")),
    row("stories.open", "enter  l", "open", "Open the story on the desk.", stories.open_story),
    row("stories.filter", "/", "filter", "Type words that title or texts must have.", stories.type_filter),
    row("stories.sort", "s", "sort", "Sort by date, size, open work, disagreement, the model's doubt.", stories.sort),
    row("stories.reverse", "r", "other way round", "Sort the other way round.", stories.reverse),
    row("stories.state", "tab", "state", "Show all stories, new ones, those in work, those that are done.",
         stories.next_state),
    row("stories.search", "f  g /", "search texts", "Search the texts of all articles.", stories.search),
    row("stories.accept", "a", "accept", "Accept the story, or those that are marked; once more takes it back.",
         stories.judge(Verdict.ACCEPTED)),
    row("stories.reject", "x", "reject", "Reject the story, or those that are marked; once more takes it back.",
         stories.judge(Verdict.REJECTED)),
    row("stories.unsure", "space", "unsure", "Leave the story unsure, or those that are marked.",
         stories.judge(Verdict.UNSURE)),
    row("stories.mark", "v", "mark", "Mark the story, and go to the next.", stories.mark),
    row("stories.merge", "m", "merge", "Merge the marked stories into this one.", stories.merge),
    row("stories.name", "n", "name …", "Give the story a name.", stories.ask_name),
    row("stories.finish", "Z Z", "done", "Finish all its articles: what is unmarked is nothing.", stories.finish),
    row("stories.undo", "u", "undo", "Take the last step about stories back.", stories.undo),
    row("stories.redo", "U  ctrl+r", "redo", "Do it again.", stories.redo),
    row("stories.help", "?  f1", "help", "Show this table of keys; / narrows it.", stories.show_help),
    row("stories.leave", "escape  q  h", "back", "Show all stories again; then go back to the desk.", stories.leave),
    row("stories.quit", "ctrl+q", "leave the program", "Leave the program; everything is saved already.",
         stories.quit_program),
)  # fmt: skip


PICKING: Final = frozenset(
    f"stories.{name}" for name in "down up page page_back first last open filter sort reverse state help leave".split()
)
"""What works in the list while a story is chosen from it, and nothing else does."""


def picking(commands: Sequence[Command[StoryList]]) -> tuple[Command[StoryList], ...]:
    """The commands of the list while a story is chosen from it; whoever begins to type a title must not choose."""
    kept = (command for command in commands if command.id in PICKING)
    return tuple(replace(one, keys=tuple(key for key in one.keys if key not in {"l", "h"}) or one.keys) for one in kept)
