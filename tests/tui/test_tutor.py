"""The tutorial: each lesson is done by what it asks for and by nothing less; it waits, and can be left out."""

import re
from pathlib import Path

import pytest

from annotations.store import Store
from corpus.sources import sample
from tests.tui.compared_stories import TEXTS, compared_desk, story
from tests.tui.pilots import Sitting, sitting
from tests.tui.programs import desk as program
from tests.tui.programs import last_words, run, until
from tests.tui.scripts import answer, desk_of
from tui.desk import Desk
from tui.lessons import LESSONS
from tui.render.cells import width
from tui.render.lesson_rows import ROWS, rows
from tui.tutor import BACK, NEXT, Tutor
from tui.tutor_app import TutorApp
from tui.wishes import Quit, Wish

KEYS = {  # what each lesson asks for
    "Proposals": "tab",
    "Deciding": "a x space",
    "Undo": "u U",
    "Moving": "w e )",
    "Labels": "w 1",
    "Edges": "W B W",
    "Jumping": "f HINT",
    "Articles": "L H",
    "Names": "enter backspace C",
    "Conflicts": "] c a",
    "The ledger": "g c",
    "Batches": "tab A",
    "Searching": "/ <people> n",
    "Finishing": "Z Z",
    "Help": "?",
    "Leaving": "",
}


def go(tutor: Tutor, script: str) -> list[Wish]:
    """Press keys as the app does; HINT is the last letters that stand on the screen, <words> an answer."""
    wishes: list[Wish] = []
    for key in script.split():
        if key.startswith("<") and len(key) > 1:
            answer(tutor.desk, wishes.pop(), key[1:-1])
            tutor.follow()
            continue
        for one in hint(tutor.desk) if key == "HINT" else [key]:
            wishes += tutor.press(one)
            tutor.follow()
    return wishes


def hint(desk: Desk) -> str:
    """The last letters that stand before a place of the active article."""
    assert desk.mode is not None
    return list(desk.mode.hints(desk.active).values())[-1]


def course(lesson: str = "Proposals") -> Tutor:
    """The tutorial on a story that was compared, gone on to a lesson."""
    tutor = Tutor(compared_desk(), LESSONS)
    tutor.follow()
    while tutor.lesson.title != lesson:
        go(tutor, "f3")
    return tutor


def read(tutor: Tutor, cells: int = 80) -> str:
    """What the rows of the tutorial say."""
    return "\n".join("".join(text for text, _ in row) for row in rows(tutor, cells))


def test_the_whole_course_is_gone_through_by_keys() -> None:
    tutor = course()
    for lesson in LESSONS[:-1]:
        assert tutor.lesson is lesson
        assert not tutor.waiting
        *earlier, last = re.split(r" (?=\S+$)", KEYS[lesson.title])
        go(tutor, " ".join(earlier))
        assert tutor.lesson is lesson
        go(tutor, last)
        assert tutor.before == lesson.title
    assert "Lesson 16 of 16 · Leaving" in read(tutor)
    assert tutor.press("q") == [Quit()]


@pytest.mark.parametrize("lesson", KEYS)
def test_each_lesson_can_be_done_by_itself(lesson: str) -> None:
    tutor = course(lesson)
    needed = {"Undo": "tab a", "Edges": "w"}.get(lesson, "")
    go(tutor, f"{needed} {KEYS[lesson]}")
    assert (tutor.before == lesson) == (lesson != "Leaving")


@pytest.mark.parametrize(
    ("lesson", "keys"),
    [
        ("Proposals", "e w"),
        ("Deciding", "a a x x"),
        ("Undo", "u u u"),  # there is nothing to take back
        ("Labels", "j a"),
        ("Jumping", "f escape"),
        ("Conflicts", "] c"),
        ("Conflicts", "a x"),
        ("Batches", "a u"),
        ("Searching", "n"),
        ("Finishing", "Z o"),
    ],
)
def test_less_is_not_enough(lesson: str, keys: str) -> None:
    tutor = course(lesson)
    go(tutor, keys)
    assert tutor.lesson.title == lesson


def test_what_was_done_before_a_lesson_does_not_count_in_it() -> None:
    tutor = course("Labels")
    go(tutor, "w 1 f2 f2")
    assert tutor.lesson.title == "Moving"
    go(tutor, "f3")
    assert tutor.lesson.title == "Labels"
    tutor.follow()  # something was read meanwhile
    assert tutor.lesson.title == "Labels"


def test_a_lesson_waits_for_the_machine_and_begins_by_itself() -> None:
    desk = desk_of(*TEXTS)
    desk.reading = "reading 0/3"
    tutor = Tutor(desk, LESSONS)
    go(tutor, "tab")
    assert tutor.waiting
    assert "still reading. The lesson waits for open proposals" in read(tutor)
    desk.reading = ""
    desk.compare(story())
    for index, text in enumerate(TEXTS):
        desk.read(index, compared_desk().views[index].marks.analysis or pytest.fail(text))
    tutor.follow()
    assert not tutor.waiting
    assert "Press tab" in read(tutor)


def test_a_lesson_for_which_nothing_is_there_says_so_and_can_be_left() -> None:
    desk = desk_of("Nothing is here.")
    desk.compare(story())
    tutor = course("Conflicts")
    for number in list(tutor.desk.ties.live):
        tutor.desk.ties.live.discard(number)
    go(tutor, "f2 f3")
    assert "needs figures in conflict, and there is nothing of that kind left" in read(tutor)
    go(tutor, "ctrl+n")
    assert tutor.lesson.title == "The ledger"


def test_the_ends_of_the_course_are_ends() -> None:
    tutor = course()
    go(tutor, "f2")
    assert tutor.at == 0
    go(tutor, "% " * 40)
    assert tutor.lesson.title == "Leaving"


def test_keys_that_are_pending_are_the_desks() -> None:
    tutor = course()
    go(tutor, "s %")
    assert tutor.at == 0


def test_the_tutorials_keys_are_free() -> None:
    tutor = course()
    assert (tuple(tutor.next_keys), tuple(tutor.back_keys)) == (NEXT, BACK)


@pytest.mark.parametrize("lesson", KEYS)
def test_every_lesson_fits_on_a_narrow_screen_with_its_keys(lesson: str) -> None:
    tutor = course(lesson)
    shown = rows(tutor, 80)
    assert len(shown) == ROWS
    assert all(sum(width(text) for text, _ in row) <= 80 for row in shown)
    told = " ".join(read(tutor).split())
    assert told.rpartition(" ")[2].endswith(re.sub(r".*}", "", tutor.lesson.text.rpartition(" ")[2]))
    assert "no key" not in told
    assert "{" not in told


# On the screen


async def play(at: Sitting, title: str) -> None:
    """Do what a lesson asks for, on the screen."""
    app = at.app
    assert isinstance(app, TutorApp)
    for key in KEYS[title].split():
        if key == "HINT":
            await at.press(" ".join(hint(app.desk)))
        elif key == "<people>":
            await at.type("people")
            await at.press("enter")
            await at.until(lambda: len(app.screen_stack) == 1)
        else:
            await at.press(key)
    if title in {"The ledger", "Help"}:
        await at.press("q")
        await at.until(lambda: len(app.screen_stack) == 1)


async def test_the_sample_story_is_gone_through_on_a_small_screen(project: Path) -> None:
    async with sitting(project=project, size=(80, 24), app_of=TutorApp) as at:
        app = at.app
        assert isinstance(app, TutorApp)
        await at.shows("Lesson 1 of 16")
        await at.read()
        await at.until(lambda: not app.tutor.waiting)
        assert len(at.text.split("\n")) == 24
        assert at.text.split("\n")[2].startswith(" What is underlined")
        assert "help" in at.text.split("\n")[-1] or "1PER" in at.text.split("\n")[-1]
        for lesson in LESSONS[:-1]:
            assert app.tutor.lesson is lesson
            await play(at, lesson.title)
            await at.until(lambda before=lesson: app.tutor.before == before.title)  # type: ignore[misc]
        await at.shows("Lesson 16 of 16")


def test_the_program_leaves_nothing_behind(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with program(tmp_path, "tutor", "--model", "blank:en", size=(80, 24), env={"TMPDIR": str(scratch)}) as terminal:
        until(terminal, lambda: "Lesson 1 of 16" in terminal.text and "Press tab" in terminal.text)
        terminal.press("tab")
        terminal.send("aq")
        assert terminal.wait_exit() == 0
        assert last_words(terminal) == []
    assert list(scratch.iterdir()) == []
    assert not list(tmp_path.rglob("*.variorum"))


def test_what_was_decided_can_be_kept(tmp_path: Path) -> None:
    with program(tmp_path, "tutor", "--model", "blank:en", "--keep", size=(80, 24)) as terminal:
        until(terminal, lambda: "Press tab" in terminal.text)
        terminal.press("tab")
        terminal.send("aq")
        assert terminal.wait_exit() == 0
        assert "saved in tutorial.variorum" in last_words(terminal)[0]
    store = Store(tmp_path / "tutorial.variorum", read_only=True)
    assert len(list(store.annotations())) == 1
    assert len(list(store.articles())) == len(sample().articles)
    store.close()


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    done = run(tmp_path, "tutor")
    assert (done.returncode, done.stdout) == (2, "")
    assert "needs a terminal" in done.stderr


def test_it_takes_a_theme_and_signs_in_ascii(tmp_path: Path) -> None:
    looks = ("--theme", "light", "--ascii")
    with program(tmp_path, "tutor", "--model", "blank:en", *looks, size=(80, 24)) as terminal:
        until(terminal, lambda: "Press tab" in terminal.text)
        assert "≠" not in terminal.text
        assert b"48;2;252;252;250" in bytes(terminal.raw)
        terminal.send("q")
        assert terminal.wait_exit() == 0
