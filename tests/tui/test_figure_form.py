"""The form of a figure as it lies over the desk: fields, keys, what is told, and what of it reaches the project."""

from contextlib import closing
from pathlib import Path

import pytest

from annotations.statements import statements
from annotations.store import Store
from corpus.comparison import Counted
from tests.tui.pilots import Sitting, sitting
from tui.screens.figure import FigureForm

TEXT = "Flood in Orlec\nAbout 30 people died on Monday, Mayor Tessa Vorn said.\n"


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def witness(tmp_path: Path) -> Path:
    """The same with another name."""
    path = tmp_path / "witness.txt"
    path.write_text(TEXT + "It was seen by Ivo Kobal there.\n", "utf-8")
    return path


def said(project: Path) -> dict[str, str]:
    """What was said of figures, as the project has it."""
    with closing(Store(project, read_only=True)) as store:
        return {one.field: one.value for one in statements(store)}


async def opened(at: Sitting) -> None:
    await at.read()
    await at.press("g g ] n V")
    assert isinstance(at.app.screen, FigureForm)


@pytest.mark.parametrize("size", [(160, 48), (80, 24)])
async def test_fields_are_shown_with_what_was_read_and_changed_ones_are_kept(
    project: Path, flood: Path, size: tuple[int, int]
) -> None:
    async with sitting(flood, project=project, size=size) as at:
        await opened(at)
        lines = [line.split() for line in at.text.split("\n")]
        assert ["value", "30", "read:", "30"] in lines
        assert ["bound", "about", "read:", "about"] in lines
        assert "a number or a range" in at.text
        assert "Tessa Vorn" in at.text
        await at.type("15-16,000")
        await at.press("tab tab")
        await at.type("at least")
        await at.press("enter")
        await at.until(lambda: not isinstance(at.app.screen, FigureForm))
        await at.shows("About 30: low 15000, high 16000, modifier at_least")
    assert said(project) == {"low": "15000", "high": "16000", "modifier": "at_least"}


async def test_wrong_input_is_told_and_nothing_is_lost(project: Path, flood: Path) -> None:
    async with sitting(flood, project=project) as at:
        await opened(at)
        await at.type("many [b]")
        await at.press("tab")
        await at.type("km")
        await at.press("enter")
        await at.shows("value: “many [b]” is neither a number nor a range")
        assert isinstance(at.app.screen, FigureForm)
        assert "km" in at.text
        await at.press("shift+tab ctrl+u 3 1 enter")
        await at.until(lambda: not isinstance(at.app.screen, FigureForm))
    assert said(project) == {"value": "31", "unit": "kilometre"}


async def test_escape_leaves_everything_as_it_was(project: Path, flood: Path) -> None:
    async with sitting(flood, project=project) as at:
        await opened(at)
        await at.type("31")
        await at.press("escape")
        await at.until(lambda: not isinstance(at.app.screen, FigureForm))
    assert said(project) == {}


async def test_the_ledger_and_the_desk_have_what_was_said_when_the_story_is_compared_again(
    project: Path, flood: Path
) -> None:
    async with sitting(flood, project=project) as at:
        await opened(at)
        await at.type("31")
        await at.press("shift+tab")
        await at.type("the coastguard")
        await at.press("enter")
        await at.until(lambda: any(one.value == "~31" for one in counted(at)))
        assert [one.said_by for one in counted(at) if one.value == "~31"] == ["the coastguard"]
        await at.press("V")
        assert ["value", "31", "read:", "30"] in [line.split() for line in at.text.split("\n")]


def counted(at: Sitting) -> tuple[Counted, ...]:
    """The figures of the article, as the story has them."""
    compared = at.app.desk.compared
    return compared.comparison.sides[0].counted if compared is not None else ()


async def test_names_of_the_story_are_offered_and_arrows_take_them(project: Path, witness: Path) -> None:
    async with sitting(witness, project=project) as at:
        await opened(at)
        await at.press("up ctrl+u v o")
        await at.shows("down takes: ")
        assert {"Tessa Vorn", "Ivo Kobal"} == set(offered(at))
        await at.press("down")
        await at.shows(f"› {offered(at)[0]}")
        await at.press("down up up")
        await at.shows(f"› {offered(at)[1]}")
        await at.press("ctrl+u k o b down")
        await at.shows("› Ivo Kobal")
        await at.press("enter")
        await at.shows("About 30: claimant Ivo Kobal")
        await at.until(lambda: "Ivo Kobal" in {title(at, one) for one in counted(at)})
    assert said(project) == {"claimant": "Ivo Kobal"}


def offered(at: Sitting) -> list[str]:
    """The names that are offered."""
    words = at.text.rsplit("down takes: ", 1)[1].split("\n")[0]
    return [name.strip().removeprefix("› ") for name in words.split("·")]


def title(at: Sitting, one: Counted) -> str:
    """The name of who says a figure."""
    compared = at.app.desk.compared
    return compared.title(one.claimant) if compared is not None else ""


async def test_help_tells_the_keys_of_the_form(project: Path, flood: Path) -> None:
    async with sitting(flood, project=project) as at:
        await opened(at)
        await at.press("f1")
        await at.shows("In the form of a figure")
