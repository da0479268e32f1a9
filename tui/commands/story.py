"""The commands on the desk that are about a whole story or article, and lead from one to another."""

from typing import Final

from annotations.model import About, Verdict
from tui.actions import story
from tui.commands.command import Command, later, row
from tui.desk import Desk

_VERDICTS: Final = {"accept": Verdict.ACCEPTED, "reject": Verdict.REJECTED, "unsure": Verdict.UNSURE}

STORY: Final[tuple[Command[Desk], ...]] = (
    row("story.list", "g q", "stories", "Show the list of all stories.", story.show_stories),
    row("story.search", "g /", "search the project", "Search the texts of all articles of the project.",
         story.show_search),
    row("story.next", "] ]  t t", "next story", "Go to the next story of the list.", story.by_story(1)),
    row("story.previous", "[ [  T T", "previous story", "Go to the story before.", story.by_story(-1)),
    row("story.split", "Z s", "split off", "Make a story of its own of this article.", story.split),
    row("story.move", "Z m", "move article …", "Move this article to another story.", story.move),
    row("story.join", "Z j", "join story …", "Join another story to this one.", story.join),
    row("story.name", "Z n", "name story …", "Give the story a name.", story.ask_name),
    row("story.label_article", "Z l", "label article …", "Give the whole article a label.", later("describe:article")),
    row("story.label", "Z L", "label story …", "Give the whole story a label.", later("describe:story")),
    *(
        row(f"story.{what}_{name}", f"Z {key}", f"{what} as a whole: {verdict.value}",
            f"Judge the {what} as a whole: {verdict.value}; once more takes it back.",
            later("describe:judge", About(what), verdict))
        for what, keys in (("article", "a x space"), ("story", "A X U"))
        for (name, verdict), key in zip(_VERDICTS.items(), keys.split(), strict=True)
    ),
)  # fmt: skip
