"""The desk with the rows of the tutorial below its first line."""

from functools import partial

from textual.app import ComposeResult

from tui.app import DeskApp, Options
from tui.desk import Desk
from tui.lessons import LESSONS
from tui.render.lesson_rows import ROWS, rows
from tui.stories import StoryList
from tui.study import Study
from tui.tutor import Tutor
from tui.widgets.bar import Bar
from tui.wishes import Wish


class TutorApp(DeskApp):
    """The desk on which one is shown what to do."""

    def __init__(self, desk: Desk, options: Options, study: Study, stories: StoryList) -> None:
        super().__init__(desk, options, study, stories)
        self.tutor = Tutor(desk, LESSONS)
        self._lesson = [Bar(partial(self._row_of_lesson, number), self.colours) for number in range(ROWS)]

    def _row_of_lesson(self, number: int) -> "list[tuple[str, str]]":
        return rows(self.tutor, self.desk.geometry.width)[number]

    def compose(self) -> ComposeResult:
        """The lines of the desk, with those of the lesson below the first."""
        first, *others = super().compose()
        yield first
        yield from self._lesson
        yield from others

    def resize_desk(self, width: int, height: int) -> bool:
        """Give the desk what the lesson leaves of the screen."""
        return super().resize_desk(width, max(1, height - ROWS))

    def press_key(self, key: str) -> list[Wish]:
        """Hand a key to the tutor, which gives the desk what is not its own."""
        return self.tutor.press(key)

    def draw(self) -> None:
        """See whether the lesson is done, and draw what has changed."""
        self.tutor.follow()
        super().draw()
        for bar in self._lesson:
            if bar.is_attached and bar.size.width:
                bar.update()
