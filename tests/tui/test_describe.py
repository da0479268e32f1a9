"""Attributes, pieces, relations; labels and verdicts of whole articles and stories: keys in, what was said out."""

from pathlib import Path

import pytest

from annotations.model import Annotation
from tests.annotations.projects import project
from tests.tui.compared_stories import compared_desk
from tests.tui.key_cases import Case
from tests.tui.scripts import desk_of, marked, play, sitting
from tui.actions.describe import of_article, of_story
from tui.desk import Desk
from tui.render.bars import inspector, title
from tui.render.detail_rows import details

PARIS = "|Ada met Bob in Paris"
NAMES = "Ada PERSON, Bob PERSON, Paris GPE"
CASES = [
    Case("e e e D 1 2", PARIS, propose=NAMES, marks="Paris GPE accepted", says="stands for: government"),
    Case("e D <a_poet>", PARIS, propose=NAMES, marks="Ada PERSON accepted", says="remark: a poet"),
    Case("e D <>", PARIS, propose=NAMES, says="remark is not set already", marks=""),
    Case("D", "|Ada", says="nothing is marked here"),
    Case("e x b b b D", "|Ada met Bob", propose=NAMES, says="rejected: accept it first"),
    Case("w 1 w w P", "|Ada met Bob", marks="Ada met Bob PERSON accepted", says="PERSON Ada … Bob"),
    Case("w 1 w w P u", "|Ada met Bob", marks="Ada PERSON accepted", says="undone"),
    Case("w 1 P", "|Ada met Bob", says="a part of it already"),
    Case("P", "|Ada met Bob", says="mark the first piece"),
    Case("R", "|met Ada", says="nothing is marked"),
    Case("e R", PARIS, propose=NAMES, says="only proposed"),
    Case("e a a a E E R 2 f", PARIS, propose=NAMES, says="located in: Ada → Paris"),
    Case("e a a a E E R 2 f R 2 f", PARIS, propose=NAMES, says="no longer located in: Ada → Paris"),
    Case("e a E R 1", PARIS, propose=NAMES, says="no mark in sight that it can be “works for”"),
    Case("e a E R escape", PARIS, propose=NAMES, marks="Ada PERSON accepted"),
    Case("e a E R 9 8 1", PARIS, propose=NAMES, says="no mark in sight"),
    Case("Z l 9 0 1 8 1", PARIS, says="genre: report"),
    Case("e a E R 9", PARIS, propose=NAMES, says="9 is no answer"),
    Case("Z l 1 1", PARIS, says="genre: report"),
    Case("Z l 1 1 Z l 1 1", PARIS, says="genre: not set"),
    Case("Z l 2", PARIS, says="off topic: yes"),
    Case("Z L 1", PARIS, says="still being made"),
    Case("Z a", PARIS, says="article A: accepted"),
    Case("Z x", PARIS, says="article A: rejected"),
    Case("Z space", PARIS, says="article A: unsure"),
    Case("Z x Z x", PARIS, says="article A: no verdict"),
    Case("Z a", PARIS, propose=NAMES, marks="", says="accepted as a whole; its proposals are untouched"),
    Case("Z A", PARIS, says="still being made"),
    Case("Z X", PARIS, says="still being made"),
    Case("Z U", PARIS, says="still being made"),
]


def there(desk: Desk, surface: str) -> Annotation:
    state = desk.workspace.state(desk.view.article.id)
    return next(one for one in state.annotations.values() if one.surface == surface)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.keys}-{case.texts}")
def test_keys(case: Case) -> None:
    desk = case.desk()
    play(desk, case.keys)
    if case.marks is not None:
        assert "; ".join(marked(desk)) == case.marks
    assert case.says in desk.message


def test_an_attribute_is_repeated_and_taken_away() -> None:
    desk = desk_of("Paris and Rome", proposals=[("Paris", "GPE"), ("Rome", "GPE")])
    play(desk, "e D 1 2 e .")
    assert there(desk, "Rome").attributes == (("stands for", "government"),)
    play(desk, "D 1 2")
    assert there(desk, "Rome").attributes == ()
    assert there(desk, "Paris").attributes == (("stands for", "government"),)


def test_a_piece_that_fills_the_gap_leaves_none() -> None:
    desk = desk_of("Ada and Bob")
    play(desk, "w 1 w w P b b v w w W P")
    (one,) = desk.workspace.state(desk.view.article.id).annotations.values()
    assert one.surface == "Ada and Bob"


def test_what_is_said_of_a_story_is_one_thing_whichever_article_is_active(tmp_path: Path) -> None:
    with project(tmp_path / "a.variorum") as store:
        workspace = sitting(store, "Ada ran.", "Bob ran.")
        workspace.flush()
        desk = desk_of("Ada ran.", "Bob ran.", workspace=workspace)
        play(desk, "Z L 1 Z A")
        assert desk.message == "the story: accepted as a whole; its proposals are untouched"
        play(desk, "L Z L 2")
        assert of_story(desk) == {"events": "several", "verdict": "accepted"}
        play(desk, "u")
        assert of_story(desk) == {"events": "one", "verdict": "accepted"}
        play(desk, "Z x")
        assert of_article(desk, 0) == {"verdict": "rejected"}
        assert of_article(desk, 1) == {}


def read(words: list[tuple[str, str]]) -> str:
    return " ".join("".join(text for text, _ in words).split())


def test_what_was_said_stands_in_the_lines_around() -> None:
    desk = desk_of("Ada met Bob in Paris", proposals=[("Ada", "PERSON"), ("Paris", "GPE")])
    play(desk, "e a a E E R 2 f Z l 1 1 Z x")
    assert "located in Paris" in read(inspector(desk_with_nothing_said(desk)))
    assert "genre: report, rejected" in read(title(desk, desk.view, 100))
    play(desk, "e D 1 2")
    assert "stands for=government" in read(inspector(desk_with_nothing_said(desk)))


def desk_with_nothing_said(desk: Desk) -> Desk:
    desk.message = ""
    return desk


def test_details_have_all_that_was_said() -> None:
    desk = desk_of("Ada met Bob in Paris", proposals=[("Ada", "PERSON"), ("Paris", "GPE")])
    play(desk, "e a a E E R 2 f e D 1 2")
    assert ("stands for", "government") in details(desk)
    assert ("relation", "← Ada located in this") in details(desk)
    play(desk, "E")
    assert ("relation", "→ located in Paris") in details(desk)


def test_what_a_reviewer_made_of_a_proposal_has_no_score() -> None:
    desk = compared_desk()
    play(desk, "e")
    assert "score" in dict(details(desk))
    play(desk, "2 E e")
    before = dict(details(desk))
    play(desk, "1")
    play(desk, "E e")
    after = dict(details(desk))
    assert ("score" in before, "score" in after) == (True, False)
    assert after["proposed by"].startswith("test 1, as ")
