"""The names over the whole screen: keys in, lines and decisions out, without a terminal."""

from functools import partial
from pathlib import Path

import pytest

from annotations.labels import shipped
from annotations.model import About
from tests.tui.compared_stories import TEXTS, compared_desk, comparison, story
from tests.tui.scripts import desk_of, play, selected
from tests.tui.test_compared_keys import at, read, ties
from tui.actions.say_names import say
from tui.bindings import all_keys
from tui.commands.names import NAME_COMMANDS
from tui.compared import Spot
from tui.desk import Desk
from tui.keymap import KeymapError, bound
from tui.names import Names
from tui.render import name_rows
from tui.render.bars import inspector
from tui.render.detail_rows import details
from tui.render.strip import strip
from tui.screens.names import names_of
from tui.wishes import AskWords, OpenStory, ShowPanel

WIDE, NARROW = 120, 80
GUARD = "the Harbour Guard ORG A2 B2 C1 2 open"


def board(desk: Desk | None = None, height: int = 40) -> Names:
    names = Names(desk or compared_desk(), bound(NAME_COMMANDS))
    names.resize(height)
    return names


def press(names: Names, script: str) -> None:
    """Press keys; `<two_words>` answers what was asked."""
    for key in script.split():
        if len(key) > 1 and key.startswith("<"):
            asks, names.asks = names.asks, None
            assert asks is not None
            words = key[1:-1].replace("_", " ")
            names.desk.answer(partial(_answer, asks, words))
        else:
            names.press(key)
            assert name_rows.foot(names) is not None


def _answer(asks: AskWords, words: str, desk: Desk) -> None:
    asks.take(desk, words)


def shown(names: Names, cells: int = WIDE) -> list[str]:
    return [read(words) for words in name_rows.rows(names, cells)]


def test_every_name_has_its_label_its_mentions_and_its_forms() -> None:
    assert shown(board()) == [
        f"▎? {GUARD}",
        "Harbour Guard A1 a form: Harbour Guard",
        "the Guard B1 C1 a form: the Guard",
        "HG A1 B1 a form: HG",
        "? Maria Keller PERSON A1 B1 1 open",
        "Maria Keller A1 a form: Maria Keller",
        "Keller B1 a form: Keller",
        "Jan Brandt PERSON B1",
    ]


@pytest.mark.parametrize("cells", [20, 50, NARROW, WIDE])
def test_lines_fit(cells: int) -> None:
    names = board()
    press(names, "n <A_very_long_name_for_a_guard_of_a_harbour> i <noted> w <Q42> j j x")
    assert all(sum(len(text) for text, _ in words) <= cells for words in name_rows.rows(names, cells))


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("j", 1),
        ("j j k", 1),
        ("]", 4),
        ("] ] [", 4),
        ("j [", 0),
        ("G", 7),
        ("G g g", 0),
        ("pagedown", 7),
        ("G home", 0),
    ],
)
def test_moving(keys: str, line: int) -> None:
    names = board()
    press(names, keys)
    assert names.at == line


def test_the_line_under_the_cursor_stays_in_sight() -> None:
    names = board(height=4)
    for _ in names.lines:
        assert any("▎" in line for line in shown(names))
        press(names, "j")
    assert names.at == len(names.lines) - 1
    for _ in names.lines:
        press(names, "k")
        assert any("▎" in line for line in shown(names))


@pytest.mark.parametrize(
    ("keys", "titles"),
    [
        ("o", ["Jan Brandt", "Maria Keller", "the Harbour Guard"]),
        ("tab tab", ["the Harbour Guard", "Maria Keller", "Jan Brandt"]),
        ("a o o", ["Maria Keller", "the Harbour Guard", "Jan Brandt"]),
        ("o o o", ["the Harbour Guard", "Maria Keller", "Jan Brandt"]),
        ("/ k e l enter", ["Maria Keller"]),
        ("/ h g", ["the Harbour Guard"]),
        ("/ h g space n o", []),
        ("/ z z ctrl+u j a n", ["Jan Brandt"]),
        ("/ z z backspace backspace", ["the Harbour Guard", "Maria Keller", "Jan Brandt"]),
        ("/ j a n space z ctrl+w", ["Jan Brandt"]),
        ("/ z z escape", ["the Harbour Guard", "Maria Keller", "Jan Brandt"]),
        ("/ j a n enter escape", ["the Harbour Guard", "Maria Keller", "Jan Brandt"]),
        ("/ o r g", ["the Harbour Guard"]),
        ("w <Q42> / q 4 2", ["the Harbour Guard"]),
    ],
)
def test_the_list_is_sorted_and_narrowed(keys: str, titles: list[str]) -> None:
    names = board()
    press(names, keys)
    assert [names.compared.title(line.cluster) for line in names.lines if not line.form] == titles
    assert not names.left


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("j j a", "A:Harbour Guard same B:the Guard accepted"),
        ("j j space", "A:Harbour Guard same B:the Guard unsure"),
        ("j j a d", ""),
        ("j j a u", ""),
        ("j j a u U", "A:Harbour Guard same B:the Guard accepted"),
        ("j j j x", "A:HG same B:HG accepted; A:Harbour Guard same A:HG rejected; A:Harbour Guard same B:HG rejected"),
        ("j j j s", "A:HG same B:HG accepted; A:Harbour Guard same A:HG rejected; A:Harbour Guard same B:HG rejected"),
        ("j j j s u", ""),
        ("j j j x a", "A:HG same B:HG accepted; A:Harbour Guard same A:HG accepted"),
        ("j j j x d", "A:HG same B:HG accepted"),
        ("a", "A:Harbour Guard same A:HG accepted; A:Harbour Guard same B:the Guard accepted"),
        ("a u", ""),
        ("v G m", "B:Jan Brandt same A:Harbour Guard accepted"),
        ("G v g g m", "A:Harbour Guard same B:Jan Brandt accepted"),
        ("G v ] [ v g g m", "A:Harbour Guard same A:Maria Keller accepted; A:Harbour Guard same B:Jan Brandt accepted"),
        ("G v g g m u", ""),
    ],
)
def test_deciding(keys: str, said: str) -> None:
    names = board()
    press(names, keys)
    assert "; ".join(ties(names.desk)) == said


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("x", "go to one of its forms first"),
        ("s", "go to one of its forms first"),
        ("d", "go to one of its forms first"),
        ("j s", "it stands for the others"),
        ("j a", "it stands for the others"),
        ("j j d", "nothing was decided on it"),
        ("m", "mark the names"),
        ("v g g m", "mark the names"),
        ("v v m", "3 names are one now"),
        ("a a", "it has no other form that is open"),
        ("j j j x s", "it is an entity of its own already"),
        ("w <Q4x>", "Q4x is no number of Wikidata"),
        ("n <the_Harbour_Guard>", "as it was"),
        ("u", "nothing to undo"),
        ("/ z z enter a", "there is no name here"),
        ("/ z z enter enter", "there is no name here"),
    ],
)
def test_what_is_told(keys: str, told: str) -> None:
    names = board()
    press(names, keys)
    assert told in names.message


def test_names_are_others_at_once_and_the_same_when_taken_back() -> None:
    names = board()
    before = shown(names)
    press(names, "j j j s")
    assert shown(names) == [
        "? Harbour Guard ORG A1 B1 C1 1 open",
        "Harbour Guard A1 a form: Harbour Guard",
        "the Guard B1 C1 a form: the Guard",
        "▎ ✗ HG A1 B1 not Harbour Guard",
        "HG ORG A1 B1",
        "? Maria Keller PERSON A1 B1 1 open",
        "Maria Keller A1 a form: Maria Keller",
        "Keller B1 a form: Keller",
        "Jan Brandt PERSON B1",
    ]
    assert "HG is an entity of its own" in names.message
    play(names.desk, "g 1 g g e ] l")
    press(names, "u")
    assert [line.strip("▎ ") for line in shown(names)] == [line.strip("▎ ") for line in before]
    press(names, "G v g g m")
    assert shown(names)[0] == "▎? the Harbour Guard ORG A2 B3 C1 2 open in the texts: Harbour Guard"
    assert names.marked == set()


def test_the_cursor_stays_on_its_form_when_the_story_is_compared_again() -> None:
    names = board()
    press(names, "j j j")
    first = story()
    names.desk.compare(first)
    press(names, "o")
    line = names.here
    assert line is not None
    assert line.form == "hg"
    names.desk.compare(first._replace(sides=tuple(side._replace(marked=()) for side in first.sides)))
    press(names, "a")
    assert names.lines == []
    assert shown(names) == []


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        ("enter", "A:Harbour Guard"),
        ("] enter", "A:Maria Keller"),
        ("j j enter", "B:the Guard"),
        ("j j j l", "A:HG"),
        ("j j j x enter", "A:HG"),
    ],
)
def test_a_name_is_shown_on_the_desk(keys: str, where: str) -> None:
    names = board()
    press(names, keys)
    assert names.left
    assert names.result is not None
    names.desk.run(names.result)
    assert at(names.desk) == where
    play(names.desk, "backspace")
    assert selected(names.desk) == ""


def test_a_form_goes_on_to_its_next_mention_and_around() -> None:
    desk = compared_desk()
    found = []
    for _ in range(3):
        names = board(desk)
        press(names, "j j j enter")
        assert names.result is not None
        desk.run(names.result)
        found.append(at(desk))
    assert found == ["A:HG", "B:HG", "A:HG"]
    assert desk.ties.focus is not None


@pytest.mark.parametrize("key", ["q", "escape", "h"])
def test_leaving_changes_nothing(key: str) -> None:
    names = board()
    press(names, key)
    assert (names.left, names.result) == (True, None)


def test_what_the_desk_wishes_for_is_seen_to_when_the_board_is_left() -> None:
    names = board()
    assert names.on_desk(lambda desk: desk.wish(OpenStory("other")))
    assert names.left
    assert names.result is not None
    assert names.desk.run(names.result) == [OpenStory("other")]


# What is said of a name


def test_a_name_a_note_and_an_id_are_kept_by_place_and_taken_back() -> None:
    names = board()
    press(names, "n <HG_Inc.> i <a__clerk> w <q42>")
    kept = {
        (key[0], key[3]): one.value
        for key, one in names.desk.workspace.state(names.desk.views[0].article.id).statements.items()
    }
    assert kept == {(About.NAME, "name"): "HG Inc.", (About.NAME, "note"): "a clerk", (About.NAME, "id"): "Q42"}
    assert shown(names)[0] == "▎? HG Inc. ORG A2 B2 C1 2 open Q42 in the texts: the Harbour Guard “a clerk”"
    press(names, "n <>")
    assert shown(names)[0].startswith("▎? the Harbour Guard ORG")
    press(names, "u")
    assert shown(names)[0].startswith("▎? HG Inc. ORG")
    press(names, "u u u")
    assert shown(names)[0] == f"▎? {GUARD}"


def test_what_was_said_shows_wherever_the_title_does() -> None:
    desk = compared_desk()
    first = story()
    row = first.ledger[0]
    claimed = row._replace(entries=tuple(one._replace(claimant=1) for one in row.entries))
    desk.compare(first._replace(ledger=(claimed, *first.ledger[1:])))
    names = board(desk)
    press(names, "] n <Mary_Miller> i <a_clerk> w <Q7>")
    play(desk, "e e e")
    assert at(desk) == "A:Maria Keller"
    assert "⇄ Mary Miller Q7: Maria Keller A1 · Keller B1" in read(inspector(desk))
    assert "70 Miller A¶1" in read(strip(desk, 160)[0])
    told = details(desk)
    assert ("the name", "Mary Miller") in told
    assert ("in the texts", "Maria Keller") in told
    assert ("id elsewhere", "Q7") in told
    assert ("note on it", "a clerk") in told


def test_of_two_names_for_one_thing_the_latest_counts() -> None:
    names = board()
    press(names, "n <Guard_One> G n <John> v g g j j j x G")
    desk = names.desk
    desk.run(lambda desk: say(desk, Spot(1, *_span(1, "HG")), "name", "The Guards"))
    press(names, "g g")
    assert [line for line in shown(names) if "The Guards" in line]


@pytest.mark.parametrize(
    ("keys", "called"),
    [
        ("o v v m", "Longer Name Dee"),
        ("o G v g g m", "Ann Bee"),
        ("o ] v [ [ m", "Ann Bee"),
        ("o ] n <Bobby> v g g m", "Ann Bee"),
        ("o g g n <Annie> G n <Dee> v g g m", "Annie"),
    ],
)
def test_what_is_merged_is_called_as_the_name_under_the_cursor_is(keys: str, called: str) -> None:
    text = "Ann Bee met Bob Cee. Bob Cee met Longer Name Dee."
    desk = desk_of(text)
    desk.compare(comparison([text], [(one, "PERSON", one) for one in ("Ann Bee", "Bob Cee", "Longer Name Dee")]))
    names = board(desk)
    press(names, keys)
    assert f"names are one now: {called}; u takes it back" in names.message
    assert names.here is not None
    assert names.compared.title(names.here.cluster) == called
    press(names, "u")
    assert len({line.cluster for line in names.lines}) == 3


def test_a_wrong_id_is_asked_for_again_with_what_was_typed() -> None:
    names = board()
    press(names, "w <Q4x>")
    asks = names.asks
    assert asks is not None
    assert (asks.question, asks.words) == ("id of the Harbour Guard", "Q4x")
    assert "Q4x is no number of Wikidata" in asks.told
    press(names, "<Q42>")
    assert names.asks is None
    assert "Q42" in shown(names)[0]


def test_no_sign_is_a_blank_block() -> None:
    names = board()
    press(names, "] v")
    cells = [(text, role) for row in name_rows.rows(names, WIDE) for text, role in row]
    assert not [text for text, role in cells if role in {"alert", "active"} and not text.strip()]
    assert ("*", "alert") in cells
    assert ("?", "dim") in cells


def test_a_name_can_be_given_from_any_mention() -> None:
    desk = compared_desk()
    desk.run(lambda desk: say(desk, Spot(1, *_span(1, "HG")), "name", "The Guards"))
    assert desk.message == "the name of the Harbour Guard: The Guards"
    desk.run(lambda desk: say(desk, Spot(0, *_span(0, "Harbour Guard")), "name", "Others"))
    assert desk.compared is not None
    assert desk.compared.title(0) == "Others"
    play(desk, "u")
    assert "undone: name Others for HG" in desk.message
    assert desk.compared.title(0) == "The Guards"


def _span(index: int, words: str) -> tuple[int, int]:
    start = TEXTS[index].index(words)
    return start, start + len(words)


def test_the_board_is_wished_for() -> None:
    assert play(compared_desk(), "g e") == [ShowPanel("names")]
    desk = desk_of("Ada")
    assert play(desk, "g e") == []
    assert "not been compared" in desk.message


def test_an_empty_board_says_so() -> None:
    desk = desk_of("Ada")
    desk.compare(comparison(("Ada",)))
    names = board(desk)
    press(names, "j G a x enter space d ] [ n i w v m s")
    assert not names.left
    names.message = ""
    assert read(name_rows.foot(names)) == "no name was found"


def test_every_command_of_the_board_can_be_pressed() -> None:
    for command in NAME_COMMANDS:
        for keys in command.keys:
            names = board()
            press(names, keys)
            assert not names.pending
            assert "bound to nothing" not in names.message
            assert 0 <= names.at < len(names.lines)


def test_the_board_has_the_keys_of_a_keymap(tmp_path: Path) -> None:
    keymap = tmp_path / "keys.toml"
    keymap.write_text('[keys]\n"names.split" = "D"\n', "utf-8")
    commands, _, _ = all_keys(keymap, shipped())
    names = names_of(compared_desk(), commands)
    press(names, "j j j D")
    assert "HG is an entity of its own" in names.message
    keymap.write_text('[keys]\n"names.split" = "m"\n', "utf-8")
    with pytest.raises(KeymapError, match=r"names\.merge|names\.split"):
        all_keys(keymap, shipped())
