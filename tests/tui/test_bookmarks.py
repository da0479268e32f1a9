"""Places with letters: given, gone to across articles, kept for the next sitting, and each story's own."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Story
from corpus.display import shown_line
from tests.tui.key_cases import Case
from tests.tui.pilots import sitting
from tests.tui.scripts import desk_of, intricate_texts, play, selected, sight
from tui.desk import Desk
from tui.render.bars import inspector, label_bar
from tui.selection import Selection

TWO = "|Ada met Bob § Bob ran"
PLACES = [
    Case("w m a G ' a", "|Ada met Bob", "[Ada] met Bob", says=""),
    Case("m a G ' a", "Ada |met Bob", "Ada |met Bob"),
    Case("o m a $ ' a", "Ada [met] Bob", "Ada ]met[ Bob"),
    Case("w m a L w m b ' a", TWO, "[Ada] met Bob"),
    Case("w m a L w m b H ' b", TWO, "B: [Bob] ran"),
    Case("w m z w w m z 0 ' z", TWO, "Ada met [Bob]"),
    Case("w m a", TWO, "[Ada] met Bob", says="this place is a now"),
    Case("m A ' a", TWO, says="no place is called a"),
    Case("m A", TWO, says="one of the letters a to z"),
    Case("m ß", TWO, says="one of the letters a to z"),
    Case("m ctrl+d", TWO, says="one of the letters a to z"),
    Case("m 7", TWO, "|Ada met Bob", marks="", says="7 is not one of the letters a to z; the place was given none"),
    Case("m escape w", TWO, "[Ada] met Bob"),
    Case("' escape w", TWO, "[Ada] met Bob"),
    Case("' q", TWO, "|Ada met Bob", says="no place is called q"),
    Case("' 1", TWO, "|Ada met Bob", marks="", says="no place is called 1"),
    Case("w ' B", TWO, "B: |Bob ran"),
    Case("' B ' A", TWO, "|Ada met Bob"),
    Case("w ' C", TWO, "[Ada] met Bob", says="there is no article C"),
    Case("$ m a 0 v ' a 1", "|Ada met", marks="Ada met PERSON accepted"),
    Case("w w m a w v ' a", "|Ada met Bob", "Ada ]met [Bob"),
    Case("w w m a $ v ' a", "|Ada met Bob", "Ada ]met Bo[b"),
    Case("m a L v ' a l", TWO, "A|da met Bob"),
    Case("tab m a 0 ' a W a", "|Ada met Bob", marks="Ada met PERSON accepted", propose="Ada PERSON"),
    Case("w m a 0 ' a x", "|Ada met Bob", marks="", says="nothing is marked here"),
    Case("m a ' a", "|", "|"),
]


@pytest.mark.parametrize("case", PLACES, ids=lambda case: f"{case.keys}-{case.texts}")
def test_keys(case: Case) -> None:
    desk = case.desk()
    assert play(desk, case.keys) == []
    seen = f"{desk.view.letter}: {sight(desk)}" if desk.active else sight(desk)
    assert case.sees in {None, seen}
    assert desk.mode is None
    assert case.says in desk.message
    assert shown_line(desk.message) in read(desk)
    if case.marks is not None:
        state = desk.workspace.state(desk.view.article.id)
        marks = [f"{one.surface} {one.label} {one.verdict.value}" for one in state.annotations.values()]
        assert "; ".join(marks) == case.marks


def read(desk: Desk) -> str:
    return "".join(text for text, _ in [*inspector(desk), *label_bar(desk)])


def test_the_last_lines_say_what_to_press_and_which_letters_there_are() -> None:
    desk = desk_of("Ada met Bob\n\nand she left a very long word: internationalization", "Bob\x1b ran")
    play(desk, "} } m b G m c g 2 w m a m")
    assert " MARK " in read(desk)
    play(desk, "escape '")
    told = read(desk)
    assert " GO TO " in told
    assert "capital of an article" in told
    assert told.index("  a B¶1 Bob") < told.index("  b A¶2 and she lef…") < told.index("  c A¶2 internation…")
    assert "\x1b" not in told
    play(desk, "escape")
    assert " NORMAL " in read(desk)


def stored(desk: Desk) -> dict[str, object]:
    """The place, as the project file gives it back."""
    place: dict[str, object] = json.loads(json.dumps(desk.place()))
    return place


def test_places_are_kept_for_the_next_sitting_whatever_is_on_the_desk_then() -> None:
    desk = desk_of("Ada met Bob", "Bob ran")
    play(desk, "w m a L w w m b")
    again = desk_of("Ada met Bob", "Bob ran")
    again.go_to(stored(desk))
    play(again, "0 ' a")
    assert (again.active, selected(again)) == (0, "Ada")
    play(again, "' b")
    assert (again.active, selected(again)) == (1, "ran")
    fewer = desk_of("Ada met Bob")
    fewer.go_to(stored(desk))
    play(fewer, "' b")
    assert (sight(fewer), fewer.message) == ("[Ada] met Bob", "the article of b is not in this story")
    assert "b" in stored(fewer)["marks"]  # type: ignore[operator] # what is not here is not lost


def test_offsets_beyond_the_text_become_its_end() -> None:
    desk = desk_of("Ada")
    desk.go_to({"marks": {"a": [desk.view.article.id, 400, 500]}})
    play(desk, "' a")
    assert desk.view.selection == Selection(3, 3)


def test_every_story_has_places_of_its_own() -> None:
    desk = desk_of("Ada met Bob")
    play(desk, "w m a")
    left = stored(desk)
    desk.workspace.turn_to(Story("one", tuple(view.article for view in desk.views), "1"))
    other = Story("other", (Article.of("x.txt", "Cy ran"),), "2")
    desk.turn_to(other)
    play(desk, "' a")
    assert desk.message == "no place is called a"
    play(desk, "w w m b")
    desk.turn_to(other, {})
    play(desk, "0 ' b")
    assert selected(desk) == "ran"  # the same story came back to the desk, as after it was given another article
    desk.turn_to(Story("one", (Article.of("1.txt", "Ada met Bob"),), "1"), left)
    play(desk, "0 ' b")
    assert desk.message == "no place is called b"
    play(desk, "' a")
    assert selected(desk) == "Ada"


def test_a_place_far_away_comes_into_sight() -> None:
    desk = desk_of("\n".join(f"line {number}" for number in range(200)), "Bob")
    play(desk, "G m a g g")
    assert desk.view.top == 0
    play(desk, "L ' a")
    rows = desk.view.rows(desk.geometry.columns)
    assert 0 <= rows.row_of(desk.view.moving_edge()) - desk.view.top < desk.geometry.rows


moves = st.lists(st.sampled_from(["w", "b", "l", "j", "$", "L", "v", "o", ")", "tab"]), max_size=8)


@given(intricate_texts, intricate_texts, moves, moves)
def test_any_place_is_found_again(text: str, other: str, there: list[str], away: list[str]) -> None:
    texts = text or "a", other or "b"
    desk = desk_of(*texts, proposals=[("a", "ORG"), ("word", "PERSON")])
    play(desk, " ".join([*there, "m k"]))
    at, target = (desk.active, desk.view.selection), desk.view.mark_at()
    play(desk, " ".join([*away, "L ' k"]))
    assert (desk.active, desk.view.selection) == at
    if desk.view.target is not None:
        assert target is not None
        assert desk.view.target == target.of


async def test_a_letter_leads_back_after_a_restart(folder: Path) -> None:
    paths = [folder / "report.txt", folder / "other.txt"]
    project = folder / "news.variorum"
    async with sitting(*paths, project=project) as here:
        await here.read()
        await here.press("w w L w w w m a H '")
        assert "GO TO" in here.text
        assert "a B¶1" in here.text
        await here.press("a")
        before, active = here.selected, here.app.desk.active
        await here.press("g g g 1 g g")
    async with sitting(project=project) as here:
        await here.press("' a")
        assert (here.selected, here.app.desk.active) == (before, active)
        assert active == 1
