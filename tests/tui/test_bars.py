from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import labels
from corpus.article import Article, Story
from tests.tui.scripts import SHIPPED, desk_of, intricate_texts, play
from tui.desk import Desk
from tui.keymap import bound
from tui.render.bars import header, inspector, label_bar, title
from tui.render.cells import cut, width
from tui.render.words import Words, fitted
from tui.workspace import Workspace

NAMES = (("Ada", "PERSON"), ("Bob", "PERSON"), ("70", "CARDINAL"))


def read(words: list[Words]) -> str:
    return " ".join("".join(text for text, _ in words).split())


def roles(words: list[Words], text: str) -> set[str]:
    return {role for word, role in words if word.strip() == text}


def test_labels_of_an_article_are_cut_before_its_name_is() -> None:
    desk = desk_of("Ada met Bob")
    play(desk, "Z l 1 1 Z x")
    words = read(title(desk, desk.view, 60))
    assert "genre: report, rejected · 1.txt · Ada met Bob" in words
    for cells in range(20, 60):
        words = read(title(desk, desk.view, cells))
        assert "1.txt" in words
        assert len(words) <= cells


def test_the_header_names_the_articles_and_what_is_left() -> None:
    desk = desk_of("Ada met Bob", "Bob ran", "Cy", proposals=NAMES, size=(80, 24))
    assert read(header(desk)) == "test A B c 3 open · 0 decided · ada"
    assert roles(header(desk), "A") == {"active"}
    assert roles(header(desk), "B") == {"strong"}
    assert roles(header(desk), "c") == {"dim"}
    play(desk, "tab a g 3 w 3")
    assert read(header(desk)) == "test a B C 2 open · 2 decided · ada"
    play(desk, "Z Z")
    assert "C✓" in read(header(desk)) or "c✓" in read(header(desk))
    desk.reading = "reading 1/3"
    assert read(header(desk)).endswith("· reading 1/3")


def test_a_title_says_which_article_and_how_far_it_is() -> None:
    desk = desk_of("Ada met Bob\nand left", proposals=NAMES)
    assert read(title(desk, desk.view, 60)) == "A 1.txt · Ada met Bob 0/2"
    play(desk, "tab a Z Z")
    assert read(title(desk, desk.view, 60)) == "A 1.txt · Ada met Bob ✓ 1/2"


@given(intricate_texts, st.integers(20, 90), st.sampled_from([0, 3, 30]))
def test_a_title_is_as_wide_as_its_place(text: str, cells: int, index: int) -> None:
    desk = desk_of(*["x"] * index, text)
    words = title(desk, desk.views[index], cells)
    assert sum(width(word) for word, _ in words) == cells


@given(intricate_texts, st.integers(0, 30))
def test_what_is_cut_fits_and_begins_like_the_whole(text: str, cells: int) -> None:
    short = cut(text, cells)
    assert width(short) <= cells
    assert short == text or text.startswith(short.removesuffix("…"))
    assert (short == text) == (width(text) <= cells) or text.endswith("…")


def test_the_inspector_says_where_one_is_and_what_is_marked_there() -> None:
    desk = desk_of("One.\nAda met Bob", "Bob ran", proposals=NAMES)
    assert read(inspector(desk)) == "NORMAL A¶1"
    play(desk, "tab")
    assert read(inspector(desk)) == "NORMAL A¶2 ?PERSON Ada ⇄ A1"
    assert roles(inspector(desk), "?PERSON") == {"blue"}
    play(desk, "tab")
    assert read(inspector(desk)) == "NORMAL A¶2 ?PERSON Bob ⇄ A1 B1"
    play(desk, "space")
    assert read(inspector(desk)) == "NORMAL B¶1 ?PERSON Bob ⇄ A1 B1"
    play(desk, "H")
    assert "~PERSON Bob" in read(inspector(desk))
    play(desk, "v")
    assert read(inspector(desk)).startswith("EXTEND A¶2")


def test_the_inspector_lists_marks_from_the_outermost_in_with_their_notes() -> None:
    desk = desk_of("the 12th Army left")
    play(desk, "w w 7 i <odd> 0 v w w w 2 0 w w")
    assert read(inspector(desk)) == "NORMAL A¶1 ✓ORG the 12th Army ✓CARDINAL 12th “odd” ⇄ A1"


def test_a_rejected_mark_is_named_where_it_was() -> None:
    desk = desk_of("Ada met", proposals=NAMES)
    play(desk, "tab x h")
    assert "✗PERSON Ada" in read(inspector(desk))


def test_a_message_takes_the_place_of_the_marks_until_the_next_key() -> None:
    desk = desk_of("Ada met", proposals=NAMES)
    play(desk, "u")
    assert read(inspector(desk)) == "NORMAL A¶1 nothing to undo"
    play(desk, "e")
    assert "?PERSON Ada" in read(inspector(desk))


def test_trouble_comes_before_everything() -> None:
    desk = desk_of("Ada met")
    play(desk, "w 1 1")
    desk.workspace.trouble = "disk full"
    words = inspector(desk)
    assert "disk full · 1 held, trying again" in read(words)
    assert words[-1][1] == "alert"


def test_the_label_bar_shows_labels_in_their_hues_and_then_the_verbs() -> None:
    words = label_bar(desk_of("Ada"))
    assert read(words).startswith("1PER 2ORG 3GPE")
    assert "s… a accept x reject tab next u undo ? help" in read(words)
    assert roles(words, "PER") == {"blue"}
    assert roles(words, "a") == {"key"}


@pytest.mark.parametrize(("keys", "expected"), [("s", "s e label EVENT"), ("Z", "Z Z finish article o reopen article")])
def test_the_label_bar_shows_what_can_follow(keys: str, expected: str) -> None:
    desk = desk_of("Ada")
    play(desk, keys)
    assert read(label_bar(desk)).startswith(expected)
    play(desk, "escape")
    assert read(label_bar(desk)).startswith("1PER")


MANY = [f"Ada met Bob {number}" for number in range(10)]


def test_in_a_narrow_header_letters_of_what_is_out_of_sight_go_first_then_the_title_then_whole_parts() -> None:
    desk = desk_of(*MANY, proposals=NAMES, size=(80, 24))
    desk.workspace.story = replace(desk.workspace.story, title="Five officers are hurt in a raid at the border")
    assert read(header(desk)) == "Five officers are hurt in a raid at… A B … +8 20 open · 0 decided · ada"
    desk.reading = "reading 1/10"
    assert read(header(desk)) == "Five officers are hu… A B … +8 20 open · 0 decided · ada · reading 1/10"
    desk.reading = "a word that is so long that it has no room"
    assert read(header(desk)) == "Five officers are hurt in a raid at… A B … +8 20 open · 0 decided · ada"
    desk.reading = ""
    desk.frame.resize(160, 48)
    assert "A B C D e f g h i j" in read(header(desk))


@given(st.integers(30, 200), st.integers(1, 12), intricate_texts)
def test_a_header_is_no_wider_than_the_screen(cells: int, articles: int, title: str) -> None:
    desk = desk_of(*["Ada"] * articles, proposals=NAMES, size=(cells, 24))
    desk.workspace.story = replace(desk.workspace.story, title=title)
    desk.reading, desk.beside.sync, desk.workspace.read_only = "reading 1/10", True, True
    assert sum(width(text) for text, _ in header(desk)) <= cells or cells < 76


@pytest.mark.parametrize("cells", range(30, 160, 7))
@pytest.mark.parametrize("keys", ["", "Z", "] c", "f", "p", "D"])
def test_a_key_with_what_it_does_is_in_the_last_line_whole_or_not_at_all(cells: int, keys: str) -> None:
    desk = desk_of(*MANY[:2], proposals=NAMES, size=(cells, 24))
    play(desk, keys)
    whole = label_bar(desk)
    line = fitted(whole, cells)
    assert sum(width(text) for text, _ in line) <= cells
    told = list(pairwise(whole))
    for one, other in pairwise(line):
        if one[1] == "key":
            assert (one, other) in told
    assert line[-1][1] != "key"


def test_what_is_cut_in_a_line_ends_with_an_ellipsis() -> None:
    words = [(" NORMAL ", "plain"), ("A¶1 ", "dim"), (" it cannot both be right ", "plain")]
    assert read(fitted(words, 30)) == "NORMAL A¶1 it cannot both b…"
    assert fitted(words, 60) == words


def hostile(text: str) -> Desk:
    """A desk on which everything that comes from outside is `text`."""
    article = Article.of(text, text + "word" + text)
    workspace = Workspace(text, SHIPPED, "test", Story(text, (article,)))
    desk = Desk([article], workspace, bound(()))
    desk.frame.resize(200, 24)
    return desk


@pytest.mark.parametrize("code", ["\x1b", "\x07", "\x9b", "\x7f", "\u202e", "\u2066", "\u200f", "\u2028", "\ufeff"])
def test_names_and_titles_appear_mapped(code: str) -> None:
    desk = hostile(f"x{code}]52;c;")
    for words in (header(desk), title(desk, desk.view, 80)):
        assert code not in "".join(text for text, _ in words)
        assert "]52;c;" in read(words)


def test_brackets_of_markup_stay_what_they_are() -> None:
    desk = hostile("[bold]x[/]")
    assert "[bold]x[/]" in read(header(desk))
    assert "[bold]x[/]" in read(title(desk, desk.view, 80))


def test_a_label_set_with_odd_short_forms_is_shown_mapped() -> None:
    own = labels.parse('[[label]]\nname = "X"\nshort = "\\u001b[2J"\nkey = "1"', "labels.toml")
    assert "\x1b" not in read(label_bar(desk_of("Ada", labels=own)))
