"""What is laid over the desk, and that nothing which comes from outside is anything but text, there and on the desk."""

import re
from pathlib import Path

import pytest

from annotations.store import Store
from corpus.display import shown_line
from tests.tui.pilots import Sitting, sitting
from tests.tui.programs import decided
from tui.screens.ask import Ask
from tui.screens.choose import Choose
from tui.screens.field import Field
from tui.screens.help import Help

MARKUP = ("[/]", "[/foo]", "[/", "[red]", "[on red]x", "[link=https://x]", "[[1, 2], '[/x]']", "[@click=app.quit]x[/]")


async def test_a_note_is_written_changed_and_left(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        await at.press("g g w 1 i")
        assert isinstance(at.app.screen, Ask)
        await at.type("who is  she?")
        await at.press("enter")
        await at.shows("“who is she?”")
        await at.press("i")
        await at.type("thrown away")
        await at.press("escape")
        assert "thrown" not in at.text
    store = Store(project, read_only=True)
    assert [one.note for one in store.annotations()] == ["who is she?"]
    store.close()


async def test_the_cursor_of_a_field_does_not_blink(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.press("/")
        timer = at.app.screen.query_one(Field)._blink_timer
        assert timer is not None
        assert not timer._active.is_set()


async def test_search_goes_through_all_articles(project: Path, report: Path, other: Path) -> None:
    async with sitting(report, other, project=project) as at:
        await at.press("/")
        await at.type("lovelace")
        await at.press("enter")
        await at.shows("lovelace: 1 of 3 in 2 articles")
        await at.press("n n")
        await at.shows("3 of 3")
        assert at.app.desk.active == 1
        await at.press("/")
        await at.type("zzz")
        await at.press("enter")
        await at.shows("zzz: not in these articles")


async def test_a_label_is_picked_by_its_words(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        await at.press("g g w r")
        assert isinstance(at.app.screen, Choose)
        await at.type("work")
        await at.press("enter")
        assert decided(project) == ["Ada WORK_OF_ART accepted"]


async def test_the_palette_runs_what_it_finds(project: Path, report: Path, other: Path) -> None:
    async with sitting(report, other, project=project) as at:
        await at.press(":")
        await at.type("next")
        rows = [line for line in at.text.split("\n") if re.search("(Move|Select|Decide|Find): ", line)]
        assert "next token" in rows[0]  # rows that are called so come before those that only mention it
        await at.press("escape :")
        await at.type("zoom")
        await at.press("enter")
        await at.until(lambda: len(at.panes) == 1)
        await at.press(":")
        await at.type("qqqq")
        await at.press("enter escape")
        assert len(at.app.screen_stack) == 1


@pytest.mark.parametrize("keys", ["z S", ": s c r e e n s h enter"])
async def test_a_picture_of_the_desk_is_written_and_it_is_said_where(
    project: Path, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    async with sitting(report, project=project, size=(160, 30)) as at:
        await at.press(keys)
        await at.shows("screenshot.svg")
        picture = (tmp_path / "state" / "variorum" / "screenshot.svg").read_text("utf-8")
        assert picture.startswith("<svg")
        assert "Lovelace" in picture
        assert "type&#160;to&#160;narrow" not in picture


async def test_help_lists_keys_scrolls_and_is_left(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.press("?")
        assert isinstance(at.app.screen, Help)
        await at.shows("A motion selects")
        await at.press("G")
        await at.shows("Leave the desk")
        await at.press("q")
        assert len(at.app.screen_stack) == 1
        assert at.app.is_running


# What comes from outside


@pytest.mark.parametrize(
    "hostile", ["[/] [@click=app.quit]x[/]", "[on red]x [/", "\x1b]52;c;eA==\x07\x1b[31m\x9b2J\u202e"]
)
async def test_nothing_from_outside_is_anything_but_text(tmp_path: Path, hostile: str) -> None:
    # A slash cannot stand in a file's name; everything else can.
    name = hostile.replace("/", "∕")
    path, labels = tmp_path / f"{name}.txt", tmp_path / "labels.toml"
    path.write_text(f"Title {hostile} here\n\nAda said {hostile} twice. {' '.join(MARKUP)}\n", "utf-8")
    definition = "".join(f"\\u{ord(char):04x}" for char in hostile)
    labels.write_text(
        f'[[label]]\nname = "P"\nshort = "{definition}"\nkey = "1"\ndefinition = "{definition}"\n', "utf-8"
    )
    literal = shown_line(hostile)
    async with sitting(
        path, project=tmp_path / f"{name}.variorum", labels=labels, reviewer=hostile, size=(160, 20)
    ) as at:
        await at.read()
        for script, seen in (("} 1 r", literal), ("escape :", literal), ("escape ?", ""), ("escape i", "")):
            await at.press(script)
            await _is_text(at, seen)
        at.app.screen.query_one("Input").value = hostile  # type: ignore[attr-defined]
        await at.press("enter")
        await at.press("*")
        await at.press("/")
        await _is_text(at, "")
        await at.press("enter i")
        await _is_text(at, "")
        await at.press("escape")
        at.app.desk.message = hostile
        at.app.desk.reading = hostile
        await at.press("l")
        await _is_text(at, literal)


async def _is_text(at: Sitting, literal: str) -> None:
    assert at.app.failure is None
    assert at.app.is_running
    strips = at.app.screen._compositor.render_strips()
    for segment in (segment for strip in strips for segment in strip):
        assert all(char.isprintable() or char == "\u202f" for char in segment.text), repr(segment.text)
        assert segment.style is None or "@click" not in segment.style.meta
        assert segment.style is None or segment.style.link is None
    if literal:
        assert literal in "\n".join(strip.text for strip in strips)


async def test_a_search_for_what_cannot_be_shown_can_be_repeated(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one\x1b[31m two\n\none\x1b[31m two\n", "utf-8")
    async with sitting(path, project=tmp_path / "a.variorum") as at:
        await at.press("} *")
        await at.shows("of 2 in 1 article")
        await at.press("/ enter")
        await at.shows("of 2 in 1 article")


async def test_what_is_pasted_can_only_be_read(project: Path, report: Path) -> None:
    from textual.events import Paste

    async with sitting(report, project=project) as at:
        await at.press("/")
        at.app.screen.query_one("Input").post_message(Paste("Ada\x1b]0;x\x07\u202e\nmore"))
        await at.pilot.pause()
        await _is_text(at, "")
        assert "Ada␛]0;x␇" in at.text
