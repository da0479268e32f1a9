"""Where a project is read only, what decides is refused before it asks for anything, however it is called."""

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotations.queue import Wanted
from tests.annotations.libraries import filled
from tests.tui.compared_stories import compared_desk
from tests.tui.pilots import sitting
from tests.tui.scripts import ALL, SHIPPED, play, sight
from tui.app import DeskApp
from tui.commands.command import Command
from tui.commands.desk import COMMANDS
from tui.commands.ledger import LEDGER_COMMANDS
from tui.commands.logbook import LOGBOOK_COMMANDS
from tui.commands.names import NAME_COMMANDS
from tui.commands.stories import LIST_COMMANDS
from tui.desk import Desk
from tui.keymap import bound
from tui.ledger import Ledger
from tui.library import Library
from tui.logbook import Logbook
from tui.names import Names
from tui.read_only import decides
from tui.render.bars import label_bar
from tui.render.which_key import which_key
from tui.stories import StoryList
from tui.whole import Whole
from tui.wishes import AskNote, AskStoryName, AskWords, PickCluster, PickLabel, ShowFigure, ShowStories
from tui.workspace import Workspace

ASKS = (AskNote, AskStoryName, AskWords, PickCluster, PickLabel, ShowFigure)
REFUSED = "read only"


def deciding(commands: Sequence[Command[Any]], *, does: bool = True) -> list[Any]:
    return [pytest.param(one, id=one.id) for one in commands if decides(one.id) is does]


def closed() -> Desk:
    """A desk on a project that is only read, at a mark that was decided on."""
    desk = compared_desk()
    play(desk, "tab a E")
    desk.workspace.read_only = True
    return desk


@pytest.mark.parametrize("command", deciding(ALL))
def test_a_command_that_decides_asks_for_nothing(command: Command[Desk]) -> None:
    desk = closed()
    for keys in command.keys:
        assert play(desk, keys) == []
        assert (desk.message, desk.refused, desk.mode, desk.pending) == (REFUSED, True, None, ())


@pytest.mark.parametrize("command", deciding(COMMANDS))
def test_nor_does_it_when_the_palette_runs_it(command: Command[Desk]) -> None:
    desk = closed()
    assert desk.answer(command.run) == []
    assert (desk.message, desk.refused, desk.mode) == (REFUSED, True, None)


@pytest.mark.parametrize("command", deciding(ALL, does=False))
def test_every_other_command_does_what_it_does_elsewhere(command: Command[Desk]) -> None:
    desk = compared_desk()
    play(desk, "tab a E")
    before = desk.workspace.layer.undoable
    count = len(before)
    wishes = desk.run(command.run)
    assert not [wish for wish in wishes if isinstance(wish, ASKS)]
    decided = len(desk.workspace.layer.undoable) > count
    shut = closed()
    told = shut.run(command.run)
    assert (shut.message == REFUSED) is decided
    assert decided is False or command.scope == "select"
    assert list(map(type, told)) == list(map(type, wishes))


def test_keys_behind_which_everything_decides_are_refused_at_once_and_list_nothing() -> None:
    desk = closed()
    play(desk, "Z")
    assert (desk.message, desk.refused, which_key(desk)) == (REFUSED, True, [])
    assert "".join(text for text, _ in label_bar(desk)).split() == ["Z", "Esc", "leave"]
    before = sight(desk)
    play(desk, "n")
    assert (desk.message, desk.pending, sight(desk)) == (REFUSED, (), before)
    play(desk, "Z escape")
    assert (desk.message, desk.pending, desk.refused) == ("", (), False)
    play(desk, "g")
    assert (desk.message, desk.refused, bool(which_key(desk))) == ("", False, True)
    desk.workspace.read_only = False
    play(desk, "escape Z")
    assert (desk.message, desk.refused, bool(which_key(desk))) == ("", False, True)


WHOLE: list[tuple[type[Whole[Any]], tuple[Command[Any], ...]]] = [
    (Ledger, LEDGER_COMMANDS),
    (Logbook, LOGBOOK_COMMANDS),
    (Names, NAME_COMMANDS),
]


@pytest.mark.parametrize(
    ("kind", "commands", "command"),
    [pytest.param(kind, commands, one, id=one.id) for kind, commands in WHOLE for one in commands],
)
def test_so_it_is_in_what_takes_the_whole_screen(
    kind: type[Whole[Any]], commands: tuple[Command[Any], ...], command: Command[Any]
) -> None:
    desk = closed()
    steps = len(desk.workspace.layer.undoable)
    shown = kind(desk, bound(commands))
    shown.refresh()
    for key in command.keys[0].split():
        shown.press(key)
    assert (shown.message == REFUSED) is decides(command.id)
    if decides(command.id):
        assert (desk.mode, shown.left, shown.result) == (None, False, None)
    assert len(desk.workspace.layer.undoable) == steps


@pytest.fixture
def listing(tmp_path: Path) -> Generator[StoryList]:
    filled(tmp_path / "corpus.variorum").close()
    with closing(Library(tmp_path / "corpus.variorum", "ada")) as library:
        story = library.story(library.rows(library.first(Wanted()))[0].id)
        assert story is not None
        workspace = Workspace("ada", SHIPPED, "test", story, read_only=True)
        found = StoryList(library, workspace, bound(LIST_COMMANDS))
        found.open(ShowStories(), "")
        found.resize(10)
        yield found


@pytest.mark.parametrize("command", [pytest.param(one, id=one.id) for one in LIST_COMMANDS])
def test_so_it_is_in_the_list_of_stories(listing: StoryList, command: Command[StoryList]) -> None:
    for keys in command.keys:
        wishes = [wish for key in keys.split() for wish in listing.press(key)]
        assert (listing.message == REFUSED) is decides(command.id)
        assert not [wish for wish in wishes if decides(command.id) or isinstance(wish, ASKS)]
        assert not listing.pending


async def test_no_dialog_opens_and_the_palette_refuses_too(project: Path, report: Path, other: Path) -> None:
    async with sitting(report, other, project=project) as at:
        await at.read()
        app: DeskApp = at.app
        app.desk.workspace.read_only = True
        await at.press("w i")
        assert (len(app.screen_stack), app.desk.message) == (1, REFUSED)
        await at.press(":")
        await at.type("story.name")
        await at.press("enter")
        await at.until(lambda: len(app.screen_stack) == 1)
        assert app.desk.message == REFUSED
