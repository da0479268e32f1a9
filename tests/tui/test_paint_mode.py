"""Paint mode: letters stay, a digit chooses the label, and what is typed gets it; how many keys that takes."""

import pytest

from tests.tui.key_cases import Case
from tests.tui.scripts import desk_of, marked, play
from tui.actions.paint import Painting
from tui.view import MARGIN

CASES = [
    Case("p f", "|Ada, Bob", marks="Ada PERSON accepted"),
    Case("p 2 j 1 f p l", "|Ada, Bob", marks="Ada PERSON accepted; Bob ORG accepted", says=""),
    Case("p f u", "|Ada, Bob", marks=""),
    Case("p F", "|Ada, Bob", marks="", says="no place has the letter F"),
    Case("p f W", "|Ada and Bob", marks="Ada and PERSON accepted"),
    Case("p f W B", "|Ada and Bob", marks="Ada PERSON accepted"),
    Case("p tab j", "|Ada and Bob", marks="and PERSON accepted"),
    Case("p j < >", "|Ada and Bob", marks="Bob PERSON accepted"),
    Case("p escape w", "|Ada and Bob", sees="[Ada] and Bob", marks=""),
    Case("p p w", "|Ada and Bob", sees="[Ada] and Bob", marks=""),
    Case("p f", "|Ada, Bob", propose="Ada PERSON", marks="Ada PERSON accepted"),
    Case("w 3 p f", "Ada| and Bob", marks="Ada GPE accepted; and GPE accepted"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.keys}-{case.texts}")
def test_keys(case: Case) -> None:
    desk = case.desk()
    play(desk, case.keys)
    if case.marks is not None:
        assert "; ".join(sorted(marked(desk))) == "; ".join(sorted(case.marks.split("; ")))
    assert case.says in desk.message


def test_letters_stay_where_they_are_painted_and_the_pane_does_not_jump() -> None:
    desk = desk_of("\n".join(f"line {number} of Ada" for number in range(90)))
    play(desk, "ctrl+d ctrl+d p")
    mode, top = desk.mode, desk.view.top
    assert isinstance(mode, Painting)
    last = max(mode.hints(0).items())
    play(desk, " ".join(last[1]))
    assert desk.view.top - top <= MARGIN
    assert desk.mode is mode
    assert len(marked(desk)) == 1
