"""How articles are looked at: lenses, muted demonyms, letters of kinds, numbers, layouts, and how each is drawn."""

import json
from itertools import combinations
from pathlib import Path

import pytest
from rich.style import Style

from annotations.model import Verdict
from corpus.label_map import BOILERPLATE
from tests.tui.pilots import sitting
from tests.tui.scripts import SHIPPED, desk_of, marked, play, selected, sight
from tests.tui.test_paint import decided
from tui.actions.find import search
from tui.desk import Desk
from tui.lenses import WORDS, Lenses, frequent
from tui.marks import Mark
from tui.render.article_row import row_text
from tui.render.bars import header
from tui.render.channels import role_of, style_of
from tui.render.fit import Fit
from tui.render.gutter import gutter, painted
from tui.render.kinds import beginnings, kind_look, lettered, letters_of
from tui.render.paint import PLAIN, Look, runs
from tui.render.palettes import MONO, PALETTES, SIXTEEN
from tui.render.ruler import CONFLICT, MATCH, NOTHING, OPEN, Ruler, column, found, signs

NAMES = (("Ada", "PERSON"), ("Bob", "PERSON"), ("70", "CARDINAL"), ("Friday", "DATE"))
LOOKS = ["z n", "z e", "z o", "z r", "z a", "g t", "#", "\\"]
LENSES = {
    "": ["Ada", "Bob", "70", "Friday"],
    "z n": ["70", "Friday"],
    "z e": ["Ada", "Bob"],
    "z o": ["Bob", "70", "Friday"],
    "z n z a": ["Ada", "Bob", "70", "Friday"],
    "z n z e": ["Ada", "Bob"],
}
LONG = "\n".join(f"Line {number} is here." for number in range(200))


def shown(desk: Desk) -> list[str]:
    """What is painted as a mark on the first row."""
    return [mark.span.surface(desk.view.text) for mark in sorted(painted(desk, 0, 0), key=lambda one: one.span)]


def drawn(desk: Desk, row: int = 0) -> str:
    """A row with its gutter, as letters, without what is left of the gutter."""
    parts = [*gutter(desk, 0, row, SIXTEEN)[1:], *row_text(desk, 0, row, SIXTEEN)]
    return "".join(text for text, _ in parts)


def rejected(start: int, end: int, label: str) -> Mark:
    return decided(start, end, label, Verdict.REJECTED)


def words(desk: Desk) -> str:
    return "".join(text for text, _ in header(desk))


@pytest.mark.parametrize(("keys", "expected"), LENSES.items())
def test_a_lens_says_which_marks_are_painted(keys: str, expected: list[str]) -> None:
    desk = desk_of("Ada met Bob and 70 men on Friday", proposals=NAMES)
    play(desk, f"tab a {keys}")
    assert shown(desk) == expected


def test_what_was_rejected_is_painted_when_it_is_asked_for() -> None:
    desk = desk_of("Ada met Bob", proposals=NAMES)
    play(desk, "tab x G")
    assert shown(desk) == ["Bob"]
    play(desk, "z r")
    assert shown(desk) == ["Ada", "Bob"]
    styles = [style for text, style in row_text(desk, 0, 0, SIXTEEN) if text == "Ada"]
    assert styles == [style_of(Look("blue", "rejected"), SIXTEEN)]


def test_the_header_says_which_lens_and_nothing_for_none() -> None:
    desk = desk_of("Ada met Bob", proposals=NAMES)
    for keys, said in [("z n", "numbers only"), ("z e", "names only"), ("z o", "open only")]:
        play(desk, keys)
        assert said in words(desk)
    play(desk, "z r")
    assert "with rejected" in words(desk)
    play(desk, "z a")
    assert words(desk).rstrip().endswith("· ada")


def test_a_lens_leaves_motions_and_data_as_they_are() -> None:
    desk = desk_of("Ada met Bob and 70 men", proposals=NAMES)
    play(desk, "z n e")
    assert selected(desk) == "Ada"
    play(desk, "e")
    assert selected(desk) == "Bob"
    play(desk, "g g z e tab tab tab a")
    assert marked(desk) == ["70 CARDINAL accepted"]
    assert desk.view.marks.open_count == 2


@pytest.mark.parametrize("lens", WORDS)
@pytest.mark.parametrize("verdict", Verdict)
def test_boilerplate_is_no_mark_under_any_lens(lens: str, verdict: Verdict) -> None:
    lenses = Lenses()
    lenses.lens = lens
    assert not lenses.shows(decided(0, 3, BOILERPLATE, verdict))


def test_demonyms_that_an_article_has_again_and_again_are_muted() -> None:
    text = "so Russian men, a Russian plan, a Russian flag and one Finn. Ada is Russian"
    desk = desk_of(text, proposals=[("Russian", "NORP"), ("Finn", "NORP"), ("Ada", "PERSON")], size=(80, 24))
    looks = {words: style for words, style in row_text(desk, 0, 0, SIXTEEN) if words in {"Russian", "Finn"}}
    assert looks["Russian"] == style_of(Look("grey", "muted"), SIXTEEN)
    assert looks["Finn"] == style_of(Look("grey", "proposed"), SIXTEEN)
    analysis = desk.view.marks.analysis
    assert analysis is not None
    assert frequent(text, analysis) == {"russian"}


def test_a_demonym_is_no_longer_muted_once_it_is_decided_on() -> None:
    text = "x Russian men, a Russian plan, a Russian flag"
    desk = desk_of(text, proposals=[("Russian", "NORP")], size=(80, 24))
    mutes = [desk.lenses.mutes(desk.view, mark) for mark in painted(desk, 0, 0)]
    assert mutes == [True] * 3
    play(desk, "tab a")
    by_place = sorted(painted(desk, 0, 0), key=lambda one: one.span)
    assert [desk.lenses.mutes(desk.view, mark) for mark in by_place] == [False, True, True]


def test_each_label_of_the_shipped_set_has_a_letter_of_its_own() -> None:
    letters = letters_of(SHIPPED.labels)
    assert len(set(letters.values())) == len(SHIPPED.labels)
    assert {letters[name] for name in ("PERSON", "ORG", "GPE", "DATE")} == {"P", "O", "G", "D"}
    assert all(len(letter) == 1 and letter.isascii() and letter.isalpha() for letter in letters.values())


def test_letters_stand_in_the_blanks_before_marks_and_move_nothing() -> None:
    desk = desk_of("so Ada met Bob on Friday", proposals=NAMES)
    before = drawn(desk)
    play(desk, "G g t")
    after = drawn(desk)
    assert "soPAda metPBob onDFriday" in after
    assert len(after) == len(before)
    assert "P PER" in desk.message
    play(desk, "g t")
    assert drawn(desk) == before


def test_where_there_is_no_blank_before_a_mark_its_letter_stands_in_the_gutter() -> None:
    desk = desk_of("x\n“Ada” met Bob\n" + "Ada ran.", proposals=NAMES)
    play(desk, "g t")
    assert drawn(desk, 2) == "P2  “Ada” metPBob"
    assert drawn(desk, 4) == " 3 PAda ran."
    play(desk, "G")
    assert drawn(desk, 4) == "P3 ▎Ada ran."


def test_of_marks_that_begin_together_the_innermost_has_the_letter() -> None:
    desk = desk_of("so Ada King ran", proposals=[("Ada King", "ORG"), ("Ada", "PERSON")])
    marks = desk.view.marks.between(0, 15)
    blanks, rest = beginnings(desk.view.text, 0, 15, marks)
    assert ({at: mark.label for at, mark in blanks.items()}, rest) == ({2: "PERSON"}, [])


def test_runs_with_letters_cover_the_row_as_before() -> None:
    desk = desk_of("so Ada met Bob", proposals=NAMES)
    blanks, _ = beginnings(desk.view.text, 0, 14, desk.view.marks.between(0, 14))
    runs = lettered([(0, 5, PLAIN), (5, 14, PLAIN._replace(selected=True))], blanks, desk.hue_of)
    assert [(low, high) for low, high, _ in runs] == [(0, 2), (2, 3), (3, 5), (5, 10), (10, 11), (11, 14)]
    assert runs[1][2] == Look("blue", "kind")
    assert runs[4][2] == kind_look("blue", PLAIN._replace(selected=True))


def test_numbers_go_and_their_room_stays() -> None:
    desk = desk_of("One.\nTwo.")
    assert drawn(desk, 2) == " 2  Two."
    play(desk, "#")
    assert drawn(desk, 2) == "    Two."
    play(desk, "#")
    assert drawn(desk, 2) == " 2  Two."


@pytest.mark.parametrize(
    ("width", "articles", "panes"), [(160, 5, [1, 2, 3, 4, 1]), (80, 5, [1, 2, 1]), (160, 3, [1, 2, 3, 1])]
)
def test_the_next_layout_shows_one_article_more_and_then_one(width: int, articles: int, panes: list[int]) -> None:
    desk = desk_of(*"abcde"[:articles], size=(width, 24))
    counts: list[int] = []
    for _ in panes:
        play(desk, "\\")
        counts.append(len(desk.shown))
    assert counts == panes


def test_zoom_goes_back_to_the_layout_that_was_chosen() -> None:
    desk = desk_of("a", "b", "c", "d", size=(160, 24))
    play(desk, "\\ \\ g 4")
    assert list(desk.shown) == [2, 3]
    play(desk, "z z")
    assert list(desk.shown) == [3]
    play(desk, "z z")
    assert len(desk.shown) == 2
    play(desk, "\\ \\")
    assert (len(desk.shown), desk.lenses.most) == (4, 0)


@pytest.mark.parametrize(("texts", "size"), [("ab", (60, 24)), ("a", (160, 24))])
def test_where_there_is_room_for_one_there_is_no_next_layout(texts: str, size: tuple[int, int]) -> None:
    desk = desk_of(*texts, size=size)
    play(desk, "\\")
    assert "one article" in desk.message
    assert not desk.frame.zoomed


def test_how_one_looks_is_kept_over_a_restart() -> None:
    texts = ("Ada met Bob", "b", "c", "d")
    desk = desk_of(*texts, proposals=NAMES)
    play(desk, "z n g t # \\ \\")
    again = desk_of(*texts, proposals=NAMES)
    again.go_to(json.loads(json.dumps(desk.place())))
    assert again.lenses.place() == desk.lenses.place()
    assert again.lenses.place() == {"lens": "figures", "letters": True, "numbers": False, "most": 2}
    assert len(again.shown) == 2


def test_another_story_is_looked_at_in_the_same_way() -> None:
    desk = desk_of("Ada met Bob", proposals=NAMES)
    place = desk.place()
    play(desk, "z e g t")
    desk.turn_to(desk.workspace.story, place)
    assert (desk.lenses.lens, desk.lenses.letters) == ("names", True)


def test_a_place_that_knows_nothing_of_lenses_is_no_trouble() -> None:
    lenses = Lenses()
    lenses.go_to({})
    assert lenses.place() == Lenses().place()
    lenses.go_to({"lens": "of tomorrow", "most": -3})
    assert (lenses.lens, lenses.most) == ("all", 0)


def seen(style: Style) -> tuple[object, ...]:
    """What an eye can tell apart."""
    return style.color, style.bgcolor, *map(bool, (style.bold, style.dim, style.italic, style.underline))


STATES = {
    "plain": PLAIN,
    "proposed": Look("blue", "proposed"),
    "accepted": Look("blue", "accepted", "blue"),
    "unsure": Look("blue", "unsure"),
    "rejected": Look("blue", "rejected"),
    "muted": Look("grey", "muted"),
    "kind": Look("blue", "kind"),
}


@pytest.mark.parametrize("colours", [*PALETTES, SIXTEEN, MONO])
@pytest.mark.parametrize(("one", "other"), combinations(STATES, 2))
def test_rejected_and_muted_marks_and_letters_look_like_nothing_else(colours: str, one: str, other: str) -> None:
    first, second = style_of(STATES[one], colours), style_of(STATES[other], colours)
    assert seen(first) != seen(second)
    assert not first.strike


def test_what_was_rejected_inside_of_what_was_accepted_and_what_is_as_long_as_it() -> None:
    accepted, inner, same = decided(0, 8, "ORG"), rejected(4, 8, "GPE"), rejected(0, 8, "PERSON")
    looks = [look for _, _, look in runs(0, 8, [accepted, inner], hue_of=str, glows=lambda _: False)]
    assert [(look.state, look.tint) for look in looks] == [("accepted", "ORG"), ("rejected", "ORG")]
    looks = [look for _, _, look in runs(0, 8, [same, accepted], hue_of=str, glows=lambda _: False)]
    assert [look.state for look in looks] == ["accepted"]


# The ruler


def test_the_ruler_is_there_where_an_article_is_longer_than_its_pane() -> None:
    desk = desk_of(LONG, "short", size=(80, 24))
    assert len(Ruler().cells(desk, 0)) == desk.geometry.rows
    assert Ruler().cells(desk, 1) == ()
    play(desk, "L")
    assert Ruler().cells(desk, 0) == ()
    assert Ruler().cells(desk, 1) == ()


def test_the_ruler_shows_what_is_open_what_matches_and_what_is_in_sight() -> None:
    desk = desk_of(LONG, proposals=[("Line 0", "ORG"), ("199", "CARDINAL")], size=(80, 24))
    parts = found(desk, 0)
    assert (parts[0], parts[-1], set(parts[1:-1])) == (OPEN, OPEN, {NOTHING})
    desk.run(lambda desk: search(desk, "Line 100"))
    assert found(desk, 0).count(MATCH) == 1
    play(desk, "z e")
    assert (found(desk, 0)[0], found(desk, 0)[-1]) == (OPEN, NOTHING)
    play(desk, "z a g g e a")
    assert (found(desk, 0)[0], found(desk, 0)[-1]) == (NOTHING, OPEN)
    play(desk, "Z Z")
    assert OPEN not in found(desk, 0)


def test_signs_say_without_colour_what_is_there_and_what_is_in_sight() -> None:
    cells = signs((NOTHING, OPEN, MATCH, CONFLICT, NOTHING, OPEN, MATCH, CONFLICT), 16, 8)
    assert "".join(text for text, _ in cells) == " ▖▘!▐▟▜!"
    assert [role for _, role in cells[:4]] == ["dim", "plain", "strong", "conflict"]
    assert len({(text, role_of(role, SIXTEEN)) for text, role in cells}) == 7


def test_the_ruler_says_the_same_in_ascii() -> None:
    drawn_so = [Fit(ascii=True).words(sign) for sign in "▐▖▟▘▜!"]
    assert len(set(drawn_so)) == 6
    assert all(sign.isascii() and len(sign) == 1 for sign in drawn_so)


def test_the_ruler_is_the_same_object_until_something_on_it_changes() -> None:
    desk = desk_of(LONG, proposals=[("Line 0", "ORG")], size=(80, 24))
    ruler = Ruler()
    before = ruler.cells(desk, 0)
    play(desk, "j l w")
    assert ruler.cells(desk, 0) is before
    play(desk, "g g e a")
    decided = ruler.cells(desk, 0)
    assert decided != before
    play(desk, "G")
    assert ruler.cells(desk, 0) != decided


@pytest.mark.parametrize(("size", "at"), [((80, 24), 39), ((160, 24), 78), ((20, 10), 19), ((3, 9), -1)])
def test_the_ruler_stands_behind_the_text(size: tuple[int, int], at: int) -> None:
    desk = desk_of(LONG, LONG, size=size)
    shape = desk.geometry
    assert column(shape, shape.pane_width) == at


def test_sight_is_not_touched_by_looking() -> None:
    desk = desk_of("Ada met |Bob".replace("|", ""), proposals=NAMES)
    before = sight(desk)
    play(desk, " ".join(LOOKS[:-1]))
    assert sight(desk) == before


@pytest.mark.parametrize("colour", [True, False])
async def test_lens_letters_ruler_and_layout_on_the_screen(tmp_path: Path, *, colour: bool) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    paths[0].write_text("Report\n\n" + LONG + "\n")
    paths[1].write_text("Report\n\nOn Friday, 70 men came.\n")
    async with sitting(*paths, project=tmp_path / "news.variorum", size=(100, 24), colour=colour) as here:
        await here.read()
        ruler = [line[49:50] for line in here.text.split("\n")[2:20]]
        assert "▐" in "".join(ruler) or "▟" in "".join(ruler)
        await here.press("L g t")
        assert [line[49:50] for line in here.text.split("\n")[2:20]] != ruler
        assert not {"▐", "▟"} & set(here.text)
        assert "OnDFriday,U70 men" in here.text
        await here.press("z e")
        assert "names only" in here.text
        assert "OnDFriday" not in here.text
        await here.press("\\")
        assert len(here.panes) == 1
        await here.press("\\")
        assert len(here.panes) == 2
