"""Macros: what was recorded is done again, answers of dialogs with it, until something is refused."""

import pytest

from tests.tui.compared_stories import compared_desk
from tests.tui.key_cases import Case
from tests.tui.scripts import desk_of, marked, play
from tui.render.bars import inspector

FOUR = "|Ada Bob Cy Dee"
CASES = [
    Case("Q q w 1 Q @ q @ @", FOUR, marks="Ada PERSON accepted; Bob PERSON accepted; Cy PERSON accepted"),
    Case("Q a w 1 i <so> Q @ a", FOUR, marks="Ada PERSON accepted “so”; Bob PERSON accepted “so”"),
    Case("Q a w r <ORG> Q @ a", FOUR, marks="Ada ORG accepted; Bob ORG accepted"),
    Case("Q a w 1 Q u @ a u", FOUR, marks="", says="undone"),
    Case("Q a F j 2 Q", FOUR, says="recorded 3 keys as a", marks="Bob ORG accepted"),
    Case("Q a x Q @ a", FOUR, says="stopped: nothing is marked here"),
    Case("Q a", FOUR, says="Q ends it"),
    Case("Q 7", FOUR, says="a macro has a letter"),
    Case("Q escape w 1", FOUR, marks="Ada PERSON accepted"),
    Case("@ b", FOUR, says="no macro was recorded as b"),
    Case("@ @", FOUR, says="no macro was recorded yet"),
    Case("Q tab", FOUR, says="tab: a macro has a letter from a to z; nothing is recorded"),
    Case("@ left", FOUR, says="no macro was recorded as left"),
    Case("Q a @ a Q @ a", FOUR, says="stopped: a macro cannot replay macros"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.keys}-{case.texts}")
def test_keys(case: Case) -> None:
    desk = case.desk()
    assert not play(desk, case.keys)
    if case.marks is not None:
        assert "; ".join(marked(desk)) == case.marks
    assert case.says in desk.message


def test_a_macro_is_as_many_steps_as_it_was() -> None:
    desk = desk_of("Ada Bob Cy Dee")
    play(desk, "Q a w 1 w 2 Q @ a u")
    assert marked(desk) == ["Ada PERSON accepted", "Bob ORG accepted", "Cy PERSON accepted"]


def test_that_keys_are_recorded_is_said_once() -> None:
    desk = desk_of("Ada Bob")
    play(desk, "Q a")
    assert "".join(text for text, _ in inspector(desk)).count("recording") == 1


@pytest.mark.parametrize("keys", ["K", "] n V", "g c", "g e", "g h"])
def test_what_opened_while_it_was_recorded_is_not_opened_again(keys: str) -> None:
    desk = compared_desk()
    assert play(desk, f"Q a {keys}")
    assert not play(desk, "Q @ a")
    assert not desk.refused
