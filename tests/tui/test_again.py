"""The last motion of the `]` family once more, and the other way round."""

import pytest

from tests.tui.key_cases import Case
from tests.tui.scripts import ALL, desk_of, play, selected, sight
from tui.keymap import bound
from tui.keys import mirrored, repeats
from tui.wishes import NextStory

FOUR = "|Ada met Bob, Cy and Dee"
PEOPLE = "Ada PERSON, Bob PERSON, Cy PERSON, Dee PERSON"
AGAIN = [
    Case("] e ;", FOUR, "Ada met [Bob], Cy and Dee", propose=PEOPLE),
    Case("t e ; ;", FOUR, "Ada met Bob, [Cy] and Dee", propose=PEOPLE),
    Case("] e ; ; ,", FOUR, "Ada met [Bob], Cy and Dee", propose=PEOPLE),
    Case("] e ; ; , ;", FOUR, "Ada met Bob, [Cy] and Dee", propose=PEOPLE),
    Case("G [ e ; ,", FOUR, "Ada met Bob, [Cy] and Dee", propose=PEOPLE.replace(", Dee PERSON", "")),
    Case("$ T e ; ,", FOUR, "Ada met Bob, Cy and [Dee]", propose=PEOPLE),
    Case("] s w ;", FOUR, "Ada met [Bob], Cy and Dee", propose=PEOPLE),
    Case("] e v ; ;", FOUR, "[Ada met Bob, Cy] and Dee", propose=PEOPLE),
    Case("] e a b ; u g g ;", FOUR, "[Ada] met Bob, Cy and Dee", propose=PEOPLE),
    Case("] n ;", "|70 and 80 § 90", "70 and [80]", propose="70 CARDINAL, 80 CARDINAL, 90 CARDINAL"),
    Case("] n ; ;", "|a 70 b 80 § 90", "B: [90]", propose="70 CARDINAL, 80 CARDINAL, 90 CARDINAL"),
    Case("] m ;", FOUR, FOUR, says="there is no note"),
    Case(";", FOUR, FOUR, says="there is no motion to repeat yet"),
    Case(",", FOUR, FOUR, says="there is no motion to repeat yet"),
    Case("e e g g ;", FOUR, FOUR, says="there is no motion to repeat yet", propose=PEOPLE),
    Case("] escape ;", FOUR, FOUR, says="there is no motion to repeat yet", propose=PEOPLE),
    Case("] q ;", FOUR, FOUR, says="there is no motion to repeat yet", propose=PEOPLE),
    Case("] e ] q ;", FOUR, "Ada met [Bob], Cy and Dee", propose=PEOPLE),
]
FAMILY = [(command.id, keys) for command in ALL for keys in command.keys if repeats(tuple(keys.split()))]


@pytest.mark.parametrize("case", AGAIN, ids=lambda case: f"{case.keys}-{case.texts}")
def test_keys(case: Case) -> None:
    desk = case.desk()
    play(desk, case.keys)
    seen = f"{desk.view.letter}: {sight(desk)}" if desk.active else sight(desk)
    assert seen == case.sees
    assert case.says in desk.message


@pytest.mark.parametrize(("identity", "keys"), FAMILY)
def test_every_motion_of_the_family_can_be_turned_round(identity: str, keys: str) -> None:
    other = " ".join(mirrored(tuple(keys.split())))
    assert other != keys
    assert " ".join(mirrored(tuple(other.split()))) == keys
    owners = [command.id for command in ALL if other in command.keys]
    assert owners
    assert owners != [identity]


def test_stories_too() -> None:
    desk = desk_of("Ada", "Bob")
    assert play(desk, "] ] ; , ,") == [NextStory(1), NextStory(1), NextStory(-1), NextStory(-1)]
    assert play(desk, "T T ; ,") == [NextStory(-1), NextStory(-1), NextStory(1)]


def test_a_keymap_without_the_other_way_says_so() -> None:
    desk = desk_of("Ada met Bob", proposals=[("Ada", "PERSON"), ("Bob", "PERSON")])
    desk.keys = bound([one for one in ALL if one.id not in {"move.entity_back", "find.note_back"}])
    play(desk, "] e ,")
    assert (selected(desk), desk.message) == ("Ada", "[ e is bound to nothing")
