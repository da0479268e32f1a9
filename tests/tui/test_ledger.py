"""The ledger over the whole screen, and the details: keys in, lines and decisions out, without a terminal."""

import pytest

from corpus.comparison import Said, Side
from tests.tui.compared_stories import TEXTS, compared_desk, comparison, place, row, story
from tests.tui.scripts import desk_of, play, selected
from tests.tui.test_compared_keys import ties
from tui.actions.figures import correct, sheet_here
from tui.commands.ledger import LEDGER_COMMANDS
from tui.desk import Desk
from tui.keymap import bound
from tui.ledger import Ledger
from tui.render import ledger_rows
from tui.render.detail_rows import details
from tui.render.words import Words

WIDE, NARROW = 160, 80


def ledger_on(desk: Desk, height: int = 40, cells: int = WIDE) -> Ledger:
    ledger = Ledger(desk, bound(LEDGER_COMMANDS))
    ledger.resize(height, lambda line: ledger_rows.size_of(ledger, line, cells))
    return ledger


def press(ledger: Ledger, script: str) -> None:
    for key in script.split():
        ledger.press(key)


def read(words: list[Words]) -> str:
    return " ".join("".join(text for text, _ in words).split())


def shown(ledger: Ledger, cells: int = WIDE) -> list[str]:
    return [line for words in ledger_rows.rows(ledger, cells) if (line := read(words))]


def test_conflicts_are_shown_first_and_everything_when_asked() -> None:
    ledger = ledger_on(compared_desk())
    conflict = [
        "▎≠ saved, people 2 values in 3 places conflict: cannot both be right",
        "70 A¶1 1.txt The Harbour Guard saved 70 people, said Maria Keller.",
        "70 B¶1 2.txt Keller of the HG said that 70 people were safe.",
        "65 C¶2 3.txt The guard saved 65 people, it says.",
    ]
    assert shown(ledger) == conflict
    press(ledger, "tab")
    assert shown(ledger)[4:] == [
        "= came, boats 1 value in 2 places agree",
        "2 A¶2 1.txt Only 2 boats came.",
        "2 B¶2 2.txt Jan Brandt counts 2 people.",
    ]
    press(ledger, "v")
    assert shown(ledger) == conflict
    assert "conflicts are shown" in read(ledger_rows.head(ledger))


def test_where_room_is_short_the_words_stand_below() -> None:
    ledger = ledger_on(compared_desk(), cells=NARROW)
    assert shown(ledger, NARROW)[1:3] == ["70 A¶1 1.txt", "The Harbour Guard saved 70 people, said Maria Keller."]
    assert all(sum(len(text) for text, _ in words) <= NARROW for words in ledger_rows.rows(ledger, NARROW))


def test_a_long_sentence_is_cut_around_its_figure() -> None:
    text = f"{'word ' * 60}saw 70 men {'more ' * 60}."
    desk = desk_of(text, "70")
    desk.compare(comparison((text, "70"), (), [row((text, "70"), "men", "A:70 B:70")]))
    line = ledger_rows.rows(ledger_on(desk), WIDE)[2]
    assert sum(len(text) for text, _ in line) <= WIDE
    assert ("70", "strong") in line
    assert read(line).endswith("…")


@pytest.mark.parametrize(
    ("keys", "at"),
    [("j", 1), ("j j k", 1), ("G", 3), ("G g g", 0), ("tab ]", 4), ("tab n N", 0), ("pagedown", 3), ("end home", 0)],
)
def test_moving(keys: str, at: int) -> None:
    ledger = ledger_on(compared_desk())
    press(ledger, keys)
    assert ledger.at == at


def test_the_line_under_the_cursor_stays_in_sight() -> None:
    texts = ("\n".join(f"{number} men" for number in range(100, 160)),)
    figures = [row(texts, "men", f"A:{number} A:{number + 1}") for number in range(100, 158, 2)]
    desk = desk_of(*texts)
    desk.compare(comparison(texts, (), figures))
    ledger = ledger_on(desk, height=9)
    for _ in range(len(ledger.lines)):
        assert any("▎" in read(words) for words in ledger_rows.rows(ledger, WIDE)[:9])
        press(ledger, "j")
    for _ in range(len(ledger.lines)):
        press(ledger, "k")
        assert any("▎" in read(words) for words in ledger_rows.rows(ledger, WIDE)[:9])


@pytest.mark.parametrize(
    ("keys", "decided"),
    [
        ("a", ["A:70 conflict C:65 accepted"]),
        ("x", ["A:70 conflict C:65 rejected"]),
        ("space", ["A:70 conflict C:65 unsure"]),
        ("x x", ["A:70 conflict C:65 rejected", "B:70 conflict C:65 rejected"]),
        ("j j a", ["B:70 conflict C:65 accepted"]),
        ("G x x u", ["A:70 conflict C:65 rejected"]),
        ("x u U", ["A:70 conflict C:65 rejected"]),
        ("j x d", []),
        ("x x tab tab", ["A:70 conflict C:65 rejected", "B:70 conflict C:65 rejected"]),
    ],
)
def test_deciding(keys: str, decided: list[str]) -> None:
    ledger = ledger_on(compared_desk())
    press(ledger, keys)
    assert ties(ledger.desk) == decided


def test_what_was_decided_is_seen_and_stays_in_the_list() -> None:
    ledger = ledger_on(compared_desk())
    press(ledger, "x")
    assert ledger.message == "rejected: 70 ≠ 65"
    assert "✗ 70 A¶1" in shown(ledger)[1]
    press(ledger, "x")
    assert "✗ rejected" in shown(ledger)[0]
    assert "≠0 in conflict" in read(ledger_rows.head(ledger))
    press(ledger, "tab ] a")
    assert ledger.message == "there are no two values to decide on"


def test_the_cursor_stays_on_its_figure_when_the_story_is_compared_again() -> None:
    ledger = ledger_on(compared_desk())
    press(ledger, "tab j j")
    first = story()
    ledger.desk.compare(first._replace(ledger=(first.ledger[1], first.ledger[0])))
    assert ledger_rows.foot(ledger)
    line = ledger.here
    assert line is not None
    assert (line.row, line.entry) == (1, 1)
    ledger.desk.compare(first._replace(ledger=()))
    press(ledger, "a")
    assert ledger.lines == []


@pytest.mark.parametrize(("keys", "words"), [("enter", "70"), ("G enter", "65"), ("j j l", "70"), ("tab ] enter", "2")])
def test_a_figure_is_shown_on_the_desk(keys: str, words: str) -> None:
    ledger = ledger_on(compared_desk())
    play(ledger.desk, "w")
    press(ledger, keys)
    assert ledger.left
    assert ledger.result is not None
    ledger.desk.run(ledger.result)
    assert selected(ledger.desk) == words
    assert (ledger.desk.ties.focus is not None) == (words != "2")
    play(ledger.desk, "backspace")
    assert selected(ledger.desk) == "The"


@pytest.mark.parametrize("key", ["q", "escape", "h"])
def test_leaving_changes_nothing(key: str) -> None:
    ledger = ledger_on(compared_desk())
    press(ledger, key)
    assert (ledger.left, ledger.result) == (True, None)


def test_an_empty_ledger_says_so() -> None:
    desk = desk_of("Ada")
    desk.compare(comparison(("Ada",)))
    ledger = ledger_on(desk)
    press(ledger, "tab j G a x enter space d ] [")
    assert not ledger.left
    assert ledger_rows.rows(ledger, WIDE) == []
    ledger.message = ""
    assert read(ledger_rows.foot(ledger)) == "no figures are in conflict; tab shows every group"


def test_every_command_of_the_ledger_can_be_pressed() -> None:
    ledger = ledger_on(compared_desk())
    for command in LEDGER_COMMANDS:
        for keys in command.keys:
            press(ledger, keys)
            assert not ledger.pending
            assert "bound to nothing" not in ledger.message
            assert 0 <= ledger.at < max(1, len(ledger.lines))
    assert ledger.left


# Details


def told(desk: Desk) -> str:
    return "\n".join(f"{heading}: {line}" for heading, line in details(desk))


def test_details_of_a_name() -> None:
    desk = compared_desk()
    play(desk, "e ] l a g 1 g g e")
    words = told(desk)
    assert "ORG: Harbour Guard\nverdict: ? proposed\nproposed by: test 1\nscore: 90 of 100\nwhy: seen" in words
    assert "the name: the Harbour Guard\nwhy so: a form: Harbour Guard" in words
    assert ":   the Guard  –  B 1, C 1" in words
    assert ": ✓ HG  –  A 1, B 1" in words
    assert "passage beside: B¶1 B  paraphrase 80: words alike" in words


def test_details_of_a_figure() -> None:
    desk = compared_desk()
    play(desk, "] c x")
    words = told(desk)
    assert "value: 70\ncounts: people\nof which is said: saved\nclaimed by: –" in words
    assert "ledger: conflict: saved, people" in words
    assert ": 70  A¶1 A  compatible" in words
    assert ": 70  B¶1 B  ← here" in words
    assert ": 65  C¶2 C  conflict: cannot both be right" in words


def test_details_of_boilerplate_and_of_nothing() -> None:
    desk = compared_desk()
    play(desk, "] b")
    assert told(desk) == "boilerplate: ? proposed\nwhy: teaser: in 3 stories"
    assert told(desk_of("Ada met")) == ": nothing is known of this place"


def test_details_of_a_quotation_and_of_a_decision() -> None:
    desk = desk_of(*TEXTS)
    index, start, end = place(TEXTS, "A:70 people")
    first = story()
    said = Said(start, end, 1, "Maria Keller", "said after it")
    sides = (Side(first.sides[index].folded, first.sides[index].marked, first.sides[index].counted, (said,)),)
    desk.compare(first._replace(sides=(*sides, *first.sides[1:])))
    play(desk, "] n a g 1 [ n")
    words = told(desk)
    assert "quotation: 70 people\nspeaker: Maria Keller – Maria Keller\nwhy: said after it" in words
    assert "verdict: ✓ accepted\ndecided: 20" in words
    assert " by ada\nproposed by: test 1" in words


def test_details_begin_with_the_marks_one_in_another() -> None:
    desk = compared_desk()
    play(desk, "e a g g v w w w w 2 g g w w")
    rows = told(desk).split("\n")
    assert rows[0] == "one in another: ✓ ORG · The Harbour Guard saved · accepted by ada · marked by hand"
    assert rows[1] == ":   ✓ ORG · Harbour Guard · accepted by ada · proposed by test 1 · seen"
    assert rows[2] == "ORG: Harbour Guard"


def test_proposals_one_in_another_are_told_with_who_proposed_them() -> None:
    desk = desk_of("the 12th Army left", proposals=(("the 12th Army", "ORG"), ("12th", "ORDINAL")))
    play(desk, "g g w w")
    assert told(desk).split("\n")[:2] == [
        "one in another: ? ORG · the 12th Army · proposed · proposed by test 1",
        ":   ? ORDINAL · 12th · proposed · proposed by test 1",
    ]
    play(desk, "tab tab x g g w w")
    assert ":   ✗ ORDINAL · 12th · rejected by ada · proposed by test 1" in told(desk)


def test_two_lines_are_compared_by_hand() -> None:
    ledger = ledger_on(compared_desk())
    press(ledger, "!")
    assert "go to a figure" in ledger.message
    press(ledger, "j !")
    assert ledger.message == "70 is marked; ! on another figure asks what the two are"
    assert "▸" in "".join(text for text, _ in ledger_rows.rows(ledger, WIDE)[2])
    press(ledger, "j !")
    asked = "70 A¶1 and 70 B¶1: 1 conflict 2 agreement 3 refinement 4 different scope x no conflict Esc leave"
    assert read(ledger_rows.foot(ledger)) == asked
    press(ledger, "2")
    assert ties(ledger.desk) == ["A:70 agreement B:70 accepted"]
    assert ledger.message == "agreement: 70 = 70 B¶1"
    assert read(ledger_rows.rows(ledger, WIDE)[2]).startswith("=✓ 70 A¶1")
    press(ledger, "k")
    assert ledger.marked is None


def test_a_line_says_what_was_said_of_it_and_who_said_so() -> None:
    ledger = ledger_on(compared_desk())
    press(ledger, "j ! j ! 3 k")
    assert "a conflict?" in read(ledger_rows.foot(ledger))  # one with another figure is still open
    press(ledger, "a")
    press(ledger, "k j")
    assert read(ledger_rows.foot(ledger)) == "≈✓ refinement, ada says so: 70 B¶1 · ≠✓ conflict, ada says so: 65 C¶2"


@pytest.mark.parametrize(
    ("keys", "made", "says"),
    [
        ("j ! j ! x", ["A:70 conflict B:70 rejected"], "no conflict: 70"),
        ("j ! j ! escape", [], ""),
        ("j ! j ! 9", [], "9 is no answer"),
        ("j ! !", [], "no figure is marked"),
        ("j ! j ! 2 u", [], "undone: accepted: in agreement"),
        ("j ! j ! 2 d", [], "open again: 70 = 70"),
        ("j a j ! j ! 2 k k d", ["B:70 agreement C:65 accepted"], "open again: 70 ≠ 65"),
        ("j d", [], "nothing was decided on it"),
        ("j ! j ! 2 j ! k ! 1", ["A:70 agreement B:70 accepted", "C:65 conflict B:70 accepted"], "conflict: 65"),
    ],
)
def test_answers_about_two_lines(keys: str, made: list[str], says: str) -> None:
    ledger = ledger_on(compared_desk())
    press(ledger, keys)
    assert ties(ledger.desk) == made
    assert says in ledger.message
    assert ledger.asked is None


def test_details_say_what_was_corrected_and_what_a_figure_is_to_others() -> None:
    desk = compared_desk()
    play(desk, "] n ! 2 f")
    sheet = sheet_here(desk)
    desk.answer(lambda desk: correct(desk, sheet, {**sheet.shown, "value": "71"}))
    lines = told(desk)
    assert "relation: =✓ agreement, ada says so: 70 B¶1" in lines
    assert "corrected: value 71, ada says so" in lines


def test_lines_of_two_groups_get_a_group_of_their_own_and_lose_it_again() -> None:
    ledger = ledger_on(compared_desk())
    press(ledger, "tab j ! ] j ! 1")
    assert ties(ledger.desk) == ["A:70 conflict A:2 accepted"]
    assert shown(ledger)[8].startswith("▎ 2 A¶2")  # the cursor stays on its line
    assert sum("✓ accepted" in line for line in shown(ledger)) == 1
    press(ledger, "g g ] ] G u")
    assert ties(ledger.desk) == []
    assert not any("✓" in line for line in shown(ledger))


def test_a_group_that_goes_while_it_is_looked_at_is_looked_at_no_more() -> None:
    ledger = ledger_on(compared_desk())
    press(ledger, "tab j ! ] j ! 1")
    ledger.at = next(at for at, line in enumerate(ledger.lines) if line.row == 2)
    play(ledger.desk, "u")
    press(ledger, "j")
    assert {line.row for line in ledger.lines} == {0, 1}
