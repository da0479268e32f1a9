"""The way from one story to another: the list of stories and the search of the project, laid over the desk."""

from typing import TYPE_CHECKING

from annotations.errors import ProjectError
from tui.actions import stories as list_actions
from tui.actions import story
from tui.stories import StoryList
from tui.wishes import Leave, NextStory, OpenStory, ShowSearch, ShowStories, TypeFilter, Wish

if TYPE_CHECKING:
    from tui.app import DeskApp
    from tui.screens.stories import StoriesScreen
    from tui.searching import Searching


class Shelf:
    """What lies over the desk of an app while a story is looked for."""

    def __init__(self, app: "DeskApp", stories: StoryList) -> None:
        self._app = app
        self._stories = stories
        self._list: StoriesScreen | None = None
        self._searching: Searching | None = None

    @property
    def on_top(self) -> bool:
        """Whether the list of stories lies on top."""
        return self._list is not None and self._app.screen is self._list

    def takes(self, key: str) -> bool:
        """Whether the list of stories lies on top and takes a key."""
        if self._list is None or not self.on_top or self._list.typing:
            return False
        self._list.press(key)
        return True

    def grant(self, wish: Wish) -> None:
        """See to a wish that has to do with stories."""
        match wish:
            case OpenStory():
                self._open(wish)
            case NextStory(step):
                self._next(step)
            case ShowStories():
                self._show_list(wish)
            case ShowSearch():
                self._show_search()
            case Leave():
                self._leave_list()
            case TypeFilter():
                self._app.ahead.close()  # what is typed before the line is there waits for it
            case _:
                pass

    def name(self, story_id: str, title: str) -> None:
        """Give a story the name that was typed."""
        if self._list is not None and self.on_top:
            self._list.perform(list_actions.name(story_id, title))
        else:
            self._app.perform(story.name(title))

    def _open(self, wish: OpenStory) -> bool:
        """Have a story on the desk, under whatever lies over it; returns whether it is there."""
        app = self._app
        try:
            there = self._stories.library.put_on(app.desk, wish, app.study.model)
        except ProjectError as error:
            self._tell(error.brief)
            return False
        if not there:
            self._tell("nothing is left in that story")
            return False
        app.study_anew()
        app.draw()
        return True

    def _tell(self, message: str) -> None:
        """A word for the reviewer, on whatever is in sight."""
        if self._list is not None:
            self._stories.message = message
            self._stories.reload()
            self._list.load()
            self._list.draw()
        self._app.say(message)

    def _next(self, step: int) -> None:
        app = self._app
        try:
            found = self._stories.library.neighbour(app.desk.workspace.story.id, step, self._stories.wanted)
        except ProjectError as error:
            app.say(error.brief)
            return
        if found:
            self._open(OpenStory(found))
        else:
            app.say("this is the last story" if step > 0 else "this is the first story")

    def _show_list(self, asked: ShowStories) -> None:
        from tui.screens.stories import StoriesScreen  # noqa: PLC0415 (loaded when it is first wanted)

        app = self._app
        if self._list is not None:
            return
        try:
            app.desk.workspace.save_place()
            self._stories.open(asked, app.desk.workspace.story.id)
            self._list = StoriesScreen(self._stories, self._grant_of_list, app.ahead.open, app.colours)
            app.push_screen(self._list)
        except ProjectError:
            app.say("the list is there when the project is made; in a moment")

    def _grant_of_list(self, wish: Wish) -> None:
        """See to what the list asks for: a story that is chosen goes on the desk, or is the answer to a question."""
        chosen = self._stories.asked.chosen
        if not isinstance(wish, OpenStory):
            self._app.grant(wish)
        elif chosen is not None:
            self._leave_list()
            self._app.perform(chosen(wish.story))
        elif self._open(wish):
            self._stories.changed = False
            self._leave_list()

    def _leave_list(self) -> None:
        """Back to the desk; where stories are others now, it shows its own as it is."""
        if not self.on_top:
            return
        if self._stories.changed:
            self._stories.changed = False
            desk = self._app.desk
            if not self._open(OpenStory(desk.workspace.story.id)):
                self._open(OpenStory("", desk.views[0].article.id))
        self._app.desk.visited = True
        self._app.pop_screen()
        self._list = None

    def _show_search(self) -> None:
        app = self._app
        if not app.desk.workspace.story.id:
            app.say("the project is still being made; in a moment")
            return

        async def answered(found: OpenStory | None) -> None:
            if found is not None and self._open(found):
                self._stories.changed = False
                self._leave_list()
            await app.ahead.open()

        from tui.screens.search import SearchScreen  # noqa: PLC0415 (loaded when it is first wanted)
        from tui.searching import Searching  # noqa: PLC0415

        self._searching = self._searching or Searching()
        app.push_screen(SearchScreen(self._searching, self._stories.library.another, app.colours), answered)
