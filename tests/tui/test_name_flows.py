"""Names on the screen: the board with its questions, the list to link from, and the way to paper."""

import json
from pathlib import Path

import pytest

from annotations.store import Store
from tests.tui.pilots import sitting
from tests.tui.programs import run
from tests.tui.test_compared_keys import ties
from tests.tui.test_story_flows import shown
from tui.screens.ask import Ask
from tui.screens.choose import Sheet
from tui.screens.names import NamesScreen

SIZES = pytest.mark.parametrize("size", [(160, 48), (80, 24)])
ONE = "Ada Lovelace met Charles Babbage in Paris.\n\nLovelace said that 70 people came.\n"
TWO = "Ms. Lovelace saw 80 people in Paris, she said.\n\nThe Analytical Society was there. Babbage slept.\n"


@SIZES
async def test_names_are_split_merged_and_named(tmp_path: Path, size: tuple[int, int]) -> None:
    async with shown(tmp_path, size) as at:
        await at.press("g e j j j s")
        assert "HG is an entity of its own" in at.text
        assert "✗ HG" in at.text
        await at.press("u G v g g m")
        assert "2 names are one now: the Harbour Guard" in at.text
        await at.press("n")
        assert isinstance(at.app.screen, Ask)
        assert "name of the Harbour Guard" in at.text
        await at.press("ctrl+u")
        await at.type("The Guards")
        await at.press("enter j")
        await at.until(lambda: isinstance(at.app.screen, NamesScreen))
        await at.shows("The Guards")
        await at.press("w")
        await at.type("Q4x")
        await at.press("enter")
        await at.shows("Q4x is no number of Wikidata")
        await at.shows("id of The Guards › Q4x")
        await at.press("ctrl+u 4 2 enter")
        await at.shows("the id of Harbour Guard: 42")
        await at.press("q")
        await at.until(lambda: len(at.app.screen_stack) == 1)
        await at.press("g g e")
        await at.shows("⇄ The Guards 42: Harbour Guard A1")


async def test_the_board_is_narrowed_as_one_types_and_pastes_and_helps(tmp_path: Path) -> None:
    async with shown(tmp_path) as at:
        await at.press("g e /")
        await at.type("kel")
        assert "filter › kel" in at.text
        assert "Jan Brandt" not in at.text
        await at.press("enter ?")
        await at.shows("Merge the marked names into this one.")
        await at.press("q")
        await at.until(lambda: isinstance(at.app.screen, NamesScreen))
        await at.press("enter")
        await at.until(lambda: at.selected == "Maria Keller")


@SIZES
async def test_the_list_to_link_from_leaves_the_words_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    async with shown(tmp_path, size) as at:
        await at.press("e ] l c")
        assert isinstance(at.app.screen, Sheet)
        lines = at.text.split("\n")
        asked = next(index for index, line in enumerate(lines) if "“HG” is" in line)
        assert "HG was late" in "\n".join(lines[:asked])
        assert [line.split("  ")[0] for line in lines[asked + 1 :]] == ["Maria Keller", "Jan Brandt", "new entity"]
        await at.press("down enter")
        await at.until(lambda: ties(at.app.desk))
        assert ties(at.app.desk)[-1] == "B:Jan Brandt same A:HG accepted"


async def test_what_is_not_marked_is_linked_and_compared_again(tmp_path: Path, project: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    (tmp_path / "two.txt").write_text(TWO, "utf-8")
    async with sitting(tmp_path / "one.txt", tmp_path / "two.txt", project=project) as at:
        await at.read()
        desk = at.app.desk
        before = desk.compared
        assert before is not None
        title = before.title(before.cluster_named("lovelace"))
        await at.press("g 2 g g /")
        await at.type("she")
        await at.press("enter c")
        assert isinstance(at.app.screen, Sheet)
        await at.type("lovelace")
        await at.press("enter")
        await at.shows(f"she is {title}")
        await at.until(lambda: desk.compared is not before)
        assert desk.compared is not None
        assert not desk.compared.stale
        await at.press("u")
        await at.shows("comparing")
        await at.until(lambda: desk.compared is not None and not desk.compared.stale)
        assert "comparing" not in at.text
        await at.press("U")
        await at.until(lambda: desk.compared is not None and desk.compared.cluster_named("she") >= 0)
        cluster = desk.compared.cluster_named("she")
        assert desk.compared.title(cluster) == title
        await at.press("g e n ctrl+u")
        await at.type("Countess Lovelace")
        await at.press("enter")
        await at.shows(f"in the texts: {title}")
    store = Store(project, read_only=True)
    said = store.rows("SELECT about, surface, field, value FROM statement")
    assert [tuple(row) for row in said] == [("name", title, "name", "Countess Lovelace")]
    store.close()
    result = run(tmp_path, "compare", "--project", str(project), "--model", "blank:en")
    assert "Countess Lovelace" in result.stdout
    assert run(tmp_path, "compare", str(project), "--model", "blank:en").stdout == result.stdout
    run(tmp_path, "dump", "out", "--project", str(project), "--model", "blank:en")
    rows = [json.loads(line) for line in (tmp_path / "out" / "mentions.jsonl").read_text("utf-8").splitlines()]
    called = {row["text"]: row["name"] for row in rows}
    assert (called["she"], called[title]) == ("Countess Lovelace", "Countess Lovelace")
