"""Figures by hand: keys in; relations, marks and statements out, and what is seen of them at once."""

import pytest

from annotations.model import About
from tests.tui.compared_stories import compared_desk, comparison, row
from tests.tui.scripts import desk_of, marked, play, selected
from tests.tui.test_compared_keys import Case, at, read, ties
from tui.actions.figures import correct, sheet_here
from tui.desk import Desk
from tui.render.bars import inspector, label_bar
from tui.render.detail_rows import details
from tui.render.strip import strip
from tui.wishes import ShowFigure

ONE = "A:70 conflict C:65"
CASES = [
    Case("] c !", "A:70", f"{ONE} accepted", says="nothing else"),
    Case("] c ! u", "A:70", "", says="undone: accepted: in conflict, 70 – 65"),
    Case("] c x !", "B:70", f"{ONE} rejected; B:70 conflict C:65 accepted"),
    Case("] n ! f", "A:70", "A:70 conflict B:70 accepted", says="conflict: 70 ≠ 70 B¶1"),
    Case("] n ! 2 f", ties="A:70 agreement B:70 accepted", says="agreement: 70 = 70 B¶1"),
    Case("] n ! 3 f", ties="A:70 refinement B:70 accepted", says="refinement: 70 ≈ 70 B¶1"),
    Case("] n ! 4 f", ties="A:70 scope B:70 accepted", says="different scope: 70 ≈ 70"),
    Case("] n ! x f", ties="A:70 conflict B:70 rejected", says="no conflict: 70"),
    Case("] n ! 2 1 f", ties="A:70 conflict B:70 accepted"),
    Case("] n ! x 1 f", ties="A:70 conflict B:70 accepted"),
    Case("] n ! escape", ties=""),
    Case("] n ! 9 f", ties="A:70 conflict B:70 accepted"),
    Case("] n ! 9", ties="", says="no place has the letter 9"),
    Case("] n ! f ! f", ties="A:70 conflict B:70 accepted", says="conflict is said already"),
    Case("] n ! f ! 2 f", ties="A:70 agreement B:70 accepted"),
    Case("] n ! f ! 2 f u", ties="A:70 conflict B:70 accepted", says="undone: accepted: in agreement, 70 – 70"),
    Case("] n ! f ] n .", ties="A:2 conflict B:70 accepted; A:70 conflict B:70 accepted"),
    Case("] n ! 2 f ] n .", ties="A:2 agreement B:70 accepted; A:70 agreement B:70 accepted"),
    Case("e !", ties="", says="there is no figure here"),
    Case("] c ! ! 2 j", ties="A:70 agreement C:65 accepted", says="agreement: 70 = 65"),  # what was said is said anew
    Case("] c ! ! 2 j u", ties=f"{ONE} accepted"),
    Case("] c ! ! 2 j g g ] c", "B:70"),
    Case("] c a g g ] n ! 2 j g g ] c a", ties="A:70 agreement C:65 accepted; B:70 conflict C:65 accepted"),
    Case("] n V", at="A:70"),
    Case("e V", says="there is no figure here"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.keys)
def test_keys(case: Case) -> None:
    desk = compared_desk()
    play(desk, case.keys)
    if case.at is not None:
        assert at(desk) == case.at
    if case.ties is not None:
        assert "; ".join(ties(desk)) == case.ties
    assert case.says in desk.message


TWO = ("70 men died. 5 boats sank.", "80 men died. 9 boats sank.")


def two_conflicts(*torn: str) -> Desk:
    desk = desk_of(*TWO)
    first, second = torn or ("", "")
    rows = [row(TWO, "died, men", "A:70 B:80", first), row(TWO, "sank, boats", "A:5 B:9", second)]
    desk.compare(comparison(TWO, (), rows))
    return desk


BOTH = ["A:5 conflict B:9 accepted", "A:70 conflict B:80 accepted"]


def test_two_conflicts_that_were_proposed_take_four_keys() -> None:
    desk = two_conflicts("0-1", "0-1")
    keys = "] c ! !"
    play(desk, keys)
    assert ties(desk) == BOTH
    assert len(keys.split()) == 4


def hint(desk: Desk, written: str) -> str:
    """The letters that stand before `A:words` now."""
    name, _, words = written.partition(":")
    index = ord(name) - ord("A")
    assert desk.mode is not None
    return desk.mode.hints(index)[desk.views[index].text.index(words)]


def typed(desk: Desk, keys: str, written: str) -> int:
    """Press keys, then the letters of a place; returns how many that were."""
    play(desk, keys)
    letters = hint(desk, written)
    play(desk, " ".join(letters))
    return len(keys.split()) + len(letters)


@pytest.mark.parametrize("torn", [(), ("0-1", "")])
def test_two_conflicts_that_nobody_proposed_take_ten_keys_at_the_most(torn: tuple[str, str]) -> None:
    desk = two_conflicts(*torn)
    count = typed(desk, "f", "A:70") + typed(desk, "!", "B:80") + typed(desk, "f", "A:5") + typed(desk, "!", "B:9")
    assert ties(desk) == BOTH
    assert count <= 10


def test_no_comparison_is_needed_and_a_figure_is_marked_in_the_same_step() -> None:
    desk = desk_of("Ada saw 70 men.", "Bob saw 80 men.", proposals=[("80", "CARDINAL")])
    play(desk, "w w w")
    assert selected(desk) == "70"
    typed(desk, "!", "B:80")
    assert ties(desk) == ["A:70 conflict B:80 accepted"]
    assert marked(desk) == ["70 CARDINAL accepted"]
    play(desk, "u")
    assert ties(desk) == []
    assert marked(desk) == []


@pytest.mark.parametrize(("keys", "says"), [("w !", "there is no figure here"), ("!", "there is no figure here")])
def test_words_that_are_no_figure_are_refused(keys: str, says: str) -> None:
    desk = desk_of("Ada saw 70 men.", "Bob saw 80 men.", proposals=[("80", "CARDINAL")])
    play(desk, keys)
    assert desk.message == says
    assert desk.mode is None


def test_with_no_other_figure_in_sight_a_word_says_so() -> None:
    desk = desk_of("Ada saw 70 men.", proposals=[("70", "CARDINAL")])
    play(desk, "e !")
    assert "no other figure is in sight" in desk.message


def test_letters_stand_before_like_figures_first_and_before_all_of_them_on_tab() -> None:
    texts = ("70 men", "80 men and 20 percent on 5 May")
    proposals = [("70", "CARDINAL"), ("80", "CARDINAL"), ("20 percent", "PERCENT"), ("5 May", "DATE")]
    desk = desk_of(*texts, proposals=proposals)
    play(desk, "e !")
    assert desk.mode is not None
    assert list(desk.mode.hints(1)) == [0]
    assert "x" not in "".join(desk.mode.hints(1).values())
    assert read(label_bar(desk)).startswith("70 A: the letters of the other figure 1 conflict 2 agreement")
    play(desk, "tab")
    assert sorted(desk.mode.hints(1)) == [0, 11, 25]
    play(desk, "tab")
    assert list(desk.mode.hints(1)) == [0]


def test_what_is_said_is_seen_at_once() -> None:
    desk = two_conflicts()
    assert "=" not in read(strip(desk, 160)[0])
    play(desk, "] n")
    typed(desk, "! 2", "B:80")
    assert "=✓ died, men" in read(strip(desk, 160)[0])
    assert any("agreement, ada says so" in text for _, text in details(desk))
    typed(desk, "!", "B:80")
    assert "≠✓ died, men" in read(strip(desk, 160)[0])
    play(desk, "z t")
    assert "✓ died, men · ≠✓80 B¶1" in read(inspector(desk))
    assert desk.ties.alert_between(0, 0, 2)
    play(desk, "u")
    assert "=✓ died, men" in read(strip(desk, 160)[0])
    assert not desk.ties.alert_between(0, 0, 2)


def test_figures_of_no_row_get_one_at_once_and_lose_it_again() -> None:
    desk = two_conflicts()
    rows = desk.geometry.strip
    play(desk, "] n")
    typed(desk, "! tab" if "9" not in hinted(desk) else "!", "B:9")
    assert desk.geometry.strip == rows + 1
    assert desk.compared is not None
    assert [one.value for one in desk.compared.row(2).entries] == ["70", "9"]
    play(desk, "g g ] n ] n")
    play(desk, "u")
    assert desk.geometry.strip == rows
    assert desk.ties.live == set()


def hinted(desk: Desk) -> str:
    """The figures of B that letters would stand before."""
    play(desk, "!")
    assert desk.mode is not None
    found = " ".join(desk.views[1].text[start : start + 1] for start in desk.mode.hints(1))
    play(desk, "escape")
    return found


def test_repeating_on_another_story_is_refused() -> None:
    desk = compared_desk()
    play(desk, "] n ! f")
    again = desk.last_act
    other = two_conflicts()
    other.last_act = again
    play(other, "] n .")
    assert other.message == "the figure that was chosen last is not on the desk"


# What a figure says


def said(desk: Desk) -> dict[str, str]:
    """What was said of figures of the active article."""
    statements = desk.workspace.state(desk.view.article.id).statements
    return {field: one.value for (about, _, _, field), one in statements.items() if about is About.FIGURE}


def fill(desk: Desk, **fields: str) -> None:
    """Give the form other words in some fields."""
    sheet = sheet_here(desk)
    desk.answer(lambda desk: correct(desk, sheet, {**sheet.shown, **fields}))


def test_the_form_is_wished_for() -> None:
    assert play(compared_desk(), "] n V") == [ShowFigure()]


def test_only_what_was_changed_is_said_in_one_step() -> None:
    desk = compared_desk()
    play(desk, "] n")
    fill(desk, value="71", claimant="keller", counted=sheet_here(desk).shown["counted"])
    assert said(desk) == {"value": "71", "claimant": "Maria Keller"}
    assert desk.message == "70: value 71, claimant Maria Keller"
    fill(desk, value="15-16,000")
    assert said(desk) == {"low": "15000", "high": "16000", "claimant": "Maria Keller"}
    play(desk, "u")
    assert said(desk) == {"value": "71", "claimant": "Maria Keller"}
    play(desk, "G u")
    assert said(desk) == {}
    assert selected(desk) == "70"
    assert desk.message.startswith("undone: value 71 for 70")


def test_what_was_read_is_said_no_more() -> None:
    desk = compared_desk()
    play(desk, "] n")
    fill(desk, value="71", unit="km", modifier="more")
    assert said(desk) == {"value": "71", "unit": "kilometre", "modifier": "more_than"}
    fill(desk, value="70", unit="", modifier="")
    assert said(desk) == {}
    fill(desk)
    assert desk.message == "the figure is as it was"


def test_nothing_is_a_value_too() -> None:
    desk = desk_of("Ada ran 5 km.", proposals=[("5 km", "QUANTITY")])
    play(desk, "e")
    fill(desk, unit="")
    assert said(desk) == {"unit": "-"}
    assert sheet_here(desk).shown["unit"] == ""


def test_a_figure_that_was_not_marked_is_marked_with_what_is_said_of_it() -> None:
    desk = desk_of("Ada saw 70 men.")
    play(desk, "w w w")
    fill(desk, counted="women")
    assert said(desk) == {"counted": "women"}
    assert marked(desk) == ["70 CARDINAL accepted"]
    play(desk, "u")
    assert (said(desk), marked(desk)) == ({}, [])


@pytest.mark.parametrize(
    ("field", "words", "says"),
    [
        ("value", "many", "value: “many” is neither a number nor a range"),
        ("value", "12:30", "value: “12:30” is neither"),
        ("unit", "70 km", "unit: “70 km” is none; the number belongs into the value"),
        ("modifier", "perhaps", "bound: “perhaps” is none; one of: exact, about"),
    ],
)
def test_wrong_input_is_told_in_one_line(field: str, words: str, says: str) -> None:
    desk = compared_desk()
    play(desk, "] n")
    fill(desk, **{field: words})
    assert says in desk.message
    assert "\n" not in desk.message
    assert said(desk) == {}
