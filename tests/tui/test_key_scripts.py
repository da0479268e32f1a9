"""What keys do: texts, proposals and keys in, what stands there afterwards out. A line a behaviour."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.graphemes import boundary_at
from tests.tui.scripts import ALL, SHIPPED, answer, desk_of, intricate_texts, marked, placed, play, sight
from tui.desk import Desk
from tui.keymap import bound
from tui.keys import Pending
from tui.wishes import AskNote, AskSearch, PickLabel, Wish

FAMILY = "👨‍👩‍👧"


@dataclass(frozen=True)
class Case:
    """Articles (parted by ` § `) with a cursor, and proposals; then keys; then what is to be seen of the active one."""

    keys: str
    texts: str
    sees: str | None = None
    marks: str | None = None
    propose: str = ""
    says: str = ""
    wishes: str = ""

    def desk(self) -> Desk:
        written = [placed(one) for one in self.texts.split(" § ")]
        proposals = [tuple(one.rsplit(" ", 1)) for one in self.propose.split(", ") if one]
        desk = desk_of(*(text for text, _ in written), proposals=[(words, label) for words, label in proposals])
        for view, (_, selection) in zip(desk.views, written, strict=True):
            view.select(selection)
        return desk


def seen(desk: Desk) -> str:
    """What `sight` gives, behind the letter of the article unless it is the first."""
    return f"{desk.view.letter}: {sight(desk)}" if desk.active else sight(desk)


ABC = "|Ada met Bob. Cy ran.\nDee sat."
TWO = "|Ada met Bob § Bob ran"
NAMES = "Ada PERSON, Bob PERSON"

MOVE = [
    Case("l", "|Ada", "A|da"),
    Case("right", "Ad|a", "Ad|a"),
    Case("h", "A|da", "|Ada"),
    Case("left", "|Ada", "|Ada"),
    Case("l", "|e\u0301a", "e\u0301|a"),
    Case("h", "e\u0301|a", "|e\u0301a"),
    Case("l", f"|{FAMILY}a", f"{FAMILY}|a"),
    Case("h", f"a{FAMILY}|b", f"a|{FAMILY}b"),
    Case("l l", "|🇩🇪🇫🇷x", "🇩🇪🇫🇷|x"),
    Case("l", "a|b\r\ncd", "ab\r\n|cd"),
    Case("h", "ab\r\n|cd", "a|b\r\ncd"),
    Case("h", "\n|ab", "\n|ab"),
    Case("l", "a|b\n", "a|b\n"),
    Case("h", "caf[e\u0301]", "ca|fe\u0301"),
    Case("l", "[Ada] met", "Ada| met"),
    Case("j", "o|ne\ntwo", "one\nt|wo"),
    Case("down down", "|one\n\n\ntwo", "one\n\n\n|two"),
    Case("k", "one\nt|wo", "o|ne\ntwo"),
    Case("up", "\n\no|ne", "\n\no|ne"),
    Case("j j", "abc|d\nx\nefgh", "abcd\nx\nefg|h"),
    Case("j", "日|本\nabcd", "日本\nab|cd"),
    Case("k", "日本\na|bcd", "|日本\nabcd"),
    Case("w", "|Ada met", "[Ada] met"),
    Case("w w", "|Ada met", "Ada [met]"),
    Case("w w w", "|Ada met", "Ada [met]"),
    Case("w", "A|da met", "[Ada] met"),
    Case("b", "Ada m|et", "Ada [met]"),
    Case("b b", "Ada m|et", "[Ada] met"),
    Case("e", "|Ada met Bob", "Ada met [Bob]", propose="Bob PERSON"),
    Case("e", "|Ada met Bob", "[Ada] met Bob", propose=NAMES),
    Case("] e e", "|Ada met Bob", "Ada met [Bob]", propose=NAMES),
    Case("t e e E", "|Ada met Bob", "[Ada] met Bob", propose=NAMES),
    Case("T e", "Ada met| Bob", "[Ada] met Bob", propose=NAMES),
    Case(")", ABC, "[Ada met Bob.] Cy ran.\nDee sat."),
    Case(") )", ABC, "Ada met Bob. [Cy ran.]\nDee sat."),
    Case(") ) ) (", ABC, "Ada met Bob. [Cy ran.]\nDee sat."),
    Case("}", ABC, "[Ada met Bob. Cy ran.]\nDee sat."),
    Case("} }", ABC, "Ada met Bob. Cy ran.\n[Dee sat.]"),
    Case("} } {", ABC, "[Ada met Bob. Cy ran.]\nDee sat."),
    Case("$", "|one two  \nx", "one tw|o  \nx"),
    Case("end home", "x\none t|wo", "x\n|one two"),
    Case("0", "one t|wo", "|one two"),
    Case("G", ABC, "Ada met Bob. Cy ran.\nDee sat|."),
    Case("G g g", ABC, ABC),
    Case("G", "|ab\n\n", "a|b\n\n"),
    Case("g g", "\n\na|b", "\n\n|ab"),
    Case("L", TWO, "B: |Bob ran"),
    Case("L H", "A|da § Bob", "A|da"),
    Case("H", TWO, "B: |Bob ran"),
    *(Case(f"g {number}", " § ".join("abcdefghi"), f"{letter}: |{letter.lower()}")
      for number, letter in enumerate("BCDEFGHI", 2)),
    Case("g 2 g 1", "a § b", "|a"),
    Case("g 3", TWO, says="there is no article 3"),
]  # fmt: skip

SELECT = [
    Case("v l l", "|Ada met", "[Ada] met"),
    Case("v l h h h", "A|da", "]A[da"),
    Case("v w", "|Ada met", "[Ada] met"),
    Case("v w w w b", "|Ada met Bob", "[Ada met] Bob"),
    Case("v w escape l", "|Ada met", "Ada| met"),
    Case("v w v w", "|Ada met Bob", "Ada [met] Bob"),
    Case("v )", ABC, "[Ada met Bob.] Cy ran.\nDee sat."),
    Case("v } }", ABC, "[Ada met Bob. Cy ran.\nDee sat.]"),
    Case("v e", "Ada |met Bob in", "Ada [met Bob] in", propose="Bob PERSON"),
    Case("v j", "|one\ntwo", "[one\nt]wo"),
    Case("v j j", "|ab\ncd\nef", "[ab\ncd\ne]f"),
    Case("v j k", "a|b\ncd", "a[b]\ncd"),
    Case("v k", "ab\nc|d", "a]b\nc[d"),
    Case("v $", "o|ne two\nx", "o[ne two]\nx"),
    Case("v 0", "one t|wo", "]one t[wo"),
    Case("v G", "o|ne\ntwo\n", "o[ne\ntwo]\n"),
    Case("v g g", "one\nt|wo", "]one\nt[wo"),
    Case("v w o b", "Ada |met Bob", "]Ada met[ Bob"),
    Case("o", "[Ada] met", "]Ada[ met"),
    Case("v L l", TWO, "B: B|ob ran"),
    Case("shift+right shift+right shift+left", "|Ada", "[A]da"),
    Case("shift+left", "Ada| met", "Ad]a[ met"),
    Case("shift+right", f"|{FAMILY}a", f"[{FAMILY}]a"),
    Case("shift+down", "|one\ntwo", "[one\nt]wo"),
    Case("shift+up", "one\nt|wo", "o]ne\nt[wo"),
    Case("+", "Ada m|et Bob", "Ada [met] Bob"),
    Case("+ +", "Ada m|et Bob in", "Ada [met Bob] in", propose="met Bob EVENT"),
    Case("+ +", "Ada m|et. Bob ran.\nx", "[Ada met.] Bob ran.\nx"),
    Case("+ + +", "Ada m|et. Bob ran.\nx", "[Ada met. Bob ran.]\nx"),
    Case("+ + + +", "Ada m|et. Bob ran.\nx", "[Ada met. Bob ran.\nx]"),
    Case("+ + + + - - -", "Ada m|et. Bob ran.\nx", "Ada [met]. Bob ran.\nx"),
    Case("+ -", "Ada m|et", "Ada m|et"),
    Case(") -", "|Ada met Bob", "Ada met [Bob]"),
    Case("+ + +", "|Ada", says="nothing larger to select"),
    Case("-", "|Ada", says="nothing smaller to select"),
    Case("+ + 1", "Ada m|et Bob in", marks="met Bob PERSON accepted", propose="met Bob EVENT"),
    Case("W", "[Ada] met Bob", "[Ada met] Bob"),
    Case("W B", "[Ada] met Bob", "[Ada] met Bob"),
    Case("B", "[Ada] met", "[Ada] met", says="the edge cannot go further"),
    Case("<", "Ada [met]", "]Ada met["),
    Case("<", "[Ada] met", "[Ada] met", says="the edge cannot go further"),
    Case(">", "[Ada met] Bob", "Ada ]met[ Bob"),
    Case("W", "A|da met", "[Ada met]"),
    Case("W", "|", says="nothing is selected"),
    Case("z W", "[Ad]a", "[Ada]"),
    Case("z W", f"[a]{FAMILY}b", f"[a{FAMILY}]b"),
    Case("z B", f"[a{FAMILY}]b", f"[a]{FAMILY}b"),
    Case("z B", "[ae\u0301]", "[a]e\u0301"),
    Case("z <", "a[b]", "]ab["),
    Case("z >", "[e\u0301b]", "e\u0301]b["),
    Case("z > z >", f"[{FAMILY}🇩🇪b]", f"{FAMILY}🇩🇪]b["),
    Case("escape", "[Ada] met", "Ad|a met"),
    Case("v g escape w", "|Ada met", "[Ada] met"),
]

EDGES = [
    Case("tab W", "|Ada met Bob", "[Ada met] Bob", marks="", propose="Ada PERSON"),
    Case("tab W a", "|Ada met Bob", "[Ada met] Bob", marks="Ada met PERSON accepted", propose="Ada PERSON"),
    Case("tab W z B a", "|Ada met", marks="Ada me PERSON accepted", propose="Ada PERSON"),
    Case("tab W tab a", "|Ada met Bob", marks="Bob PERSON accepted", propose=NAMES),
    Case("tab W x", "|Ada met Bob", marks="Ada PERSON rejected", propose="Ada PERSON"),
    Case("tab W 2", "|Ada met Bob", marks="Ada met ORG accepted", propose="Ada PERSON"),
    Case("tab tab < < a", "|Ada met Bob", marks="Ada met Bob PERSON accepted", propose="Ada PERSON, Bob PERSON"),
    Case("w 1 W", "|Ada met Bob", "[Ada met] Bob", marks="Ada met PERSON accepted"),
    Case("w 1 W W u", "|Ada met Bob", "[Ada met] Bob", marks="Ada met PERSON accepted"),
    Case("w 1 W W u u", "|Ada met Bob", "[Ada] met Bob", marks="Ada PERSON accepted"),
    Case("w 1 W W u u u", "|Ada met Bob", marks=""),
    Case("w w 1 < z >", "|Ada met Bob", marks="da met PERSON accepted"),
    Case("w 1 h W", "|Ada met Bob", "[Ada met] Bob", marks="Ada met PERSON accepted"),
    Case("w 1 w 1 b W", "|Ada met Bob", marks="Ada met PERSON accepted; met PERSON accepted"),
    Case("w w 1 b v w w 1 >", "|Ada met", marks="Ada met PERSON accepted; met PERSON accepted", says="already marked"),
]

DECIDE = [
    Case("1", "Ada m|et", "Ada [met]", marks="met PERSON accepted"),
    Case("w v w 1 w", "|Ada met Bob", "Ada met [Bob]", marks="Ada met PERSON accepted"),
    Case("1", "[Ada ]met", "[Ada] met", marks="Ada PERSON accepted"),
    Case("1", "Ada[ ]met", marks="", says="nothing to mark here"),
    Case("1", "|", marks="", says="nothing to mark here"),
    Case("tab 2", "|Ada met Bob", "[Ada] met Bob", marks="Ada ORG accepted", propose="Ada PERSON"),
    Case("tab 1", "|Ada met", marks="Ada PERSON accepted", propose="Ada PERSON"),
    Case("2", "A|da met", marks="Ada ORG accepted", propose="Ada PERSON"),
    Case("w 1 2", "|Ada met", marks="Ada ORG accepted"),
    Case("w 1 2 u", "|Ada met", marks="Ada PERSON accepted"),
    Case("w 1 1", "|Ada met", marks="Ada PERSON accepted", says="already marked PERSON"),
    Case("w 1 escape h 3", "|Ada met", marks="Ada GPE accepted"),
    Case("v w w 1 0 v l l 2", "|Ada met", marks="Ada ORG accepted; Ada met PERSON accepted"),
    *(Case(f"w {label.key}", "|Ada met", "[Ada] met", marks=f"Ada {label.name} accepted") for label in SHIPPED.labels),
    Case("r <LOC>", "|Ada met", marks="Ada LOC accepted"),
    Case("r", "|", says="nothing to mark here"),
    Case(".", "|Ada", says="no label was given yet"),
    Case("w 2 w .", "|Ada met", marks="Ada ORG accepted; met ORG accepted"),
    Case("tab 2 tab .", "|Ada met Bob", marks="Ada ORG accepted; Bob ORG accepted", propose=NAMES),
    Case("tab", "|Ada met Bob", "Ada met [Bob]", propose="Bob PERSON"),
    Case("tab tab", "|Ada met Bob", "Ada met [Bob]", propose=NAMES),
    Case("] s t s T s", "|Ada met Bob", "[Ada] met Bob", propose=NAMES),
    Case("shift+tab", "|Ada met Bob", "Ada met [Bob]", propose=NAMES),
    Case("[ s", TWO, "B: [Bob] ran", propose="Bob PERSON"),
    Case("tab", "|Ada", says="no open proposal is left"),
    Case("tab a", "|Ada met Bob", "Ada met [Bob]", marks="Ada PERSON accepted", propose=NAMES),
    Case("tab x", "|Ada met Bob", "Ada met [Bob]", marks="Ada PERSON rejected", propose=NAMES),
    Case("tab space", "|Ada met Bob", "Ada met [Bob]", marks="Ada PERSON unsure", propose=NAMES),
    Case("tab a a x", "|Ada met Bob § Bob ran", "B: [Bob] ran", marks="Bob PERSON rejected", propose=NAMES),
    Case("tab a", "|Ada met § x § Bob ran", "C: [Bob] ran", marks="", propose=NAMES),
    Case("g 2 tab a", "|Ada met § Bob ran", "[Ada] met", marks="", propose=NAMES),
    Case("tab a", "|Ada met", marks="Ada PERSON accepted", propose="Ada PERSON", says="no open proposal is left"),
    Case("tab a 2", "|Ada met", marks="Ada ORG accepted", propose="Ada PERSON"),
    Case("tab x 2", "|Ada met", marks="Ada ORG accepted", propose="Ada PERSON"),
    Case("tab x a", "|Ada met", marks="Ada PERSON accepted", propose="Ada PERSON"),
    Case("tab a x", "|Ada met", marks="Ada PERSON rejected", propose="Ada PERSON"),
    Case("tab x space", "|Ada met", marks="Ada PERSON unsure", propose="Ada PERSON"),
    Case("tab x x", "|Ada met", says="already rejected", propose="Ada PERSON"),
    Case("w 1 x", "|Ada met", marks="Ada PERSON accepted", says="delete it instead"),
    Case("a", "|Ada met", marks="", says="nothing is marked here"),
    Case("tab a", "|Ada met", marks="", propose="Ada ALIEN", says="ALIEN is not in the label set"),
    Case("tab x", "|Ada met", marks="Ada ALIEN rejected", propose="Ada ALIEN"),
    Case("v w a w", "|Ada met Bob", "Ada [met] Bob", marks="Ada PERSON accepted", propose="Ada PERSON"),
    Case("w 1 d", "|Ada met", marks="", says="deleted PERSON"),
    Case("tab a d", "|Ada met", marks="", propose="Ada PERSON"),
    Case("tab a d a", "|Ada met", marks="Ada PERSON accepted", propose="Ada PERSON"),
    Case("tab x delete x", "|Ada met", marks="Ada PERSON rejected", propose="Ada PERSON"),
    Case("d", "A|da met", marks="", propose="Ada PERSON", says="only proposed so far"),
    Case("d", "A|da met", says="nothing is marked here"),
    Case("w 1 i <good_one>", "|Ada met", marks="Ada PERSON accepted “good one”"),
    Case("w 1 i <a> i <_>", "|Ada met", marks="Ada PERSON accepted"),
    Case("w 1 i <a> u", "|Ada met", marks="Ada PERSON accepted"),
    Case("w 1 i", "|Ada met", wishes="AskNote"),
    Case("i", "A|da met", propose="Ada PERSON", says="only proposed so far"),
]

TIME = [
    Case("u", "|Ada", says="nothing to undo"),
    Case("U", "|Ada", says="nothing to redo"),
    Case("w 1 u", "|Ada met", "[Ada] met", marks=""),
    Case("w 1 u U", "|Ada met", "[Ada] met", marks="Ada PERSON accepted"),
    Case("w 1 u ctrl+r", "|Ada met", marks="Ada PERSON accepted"),
    Case("w 1 u w 2 U", "|Ada met", marks="met ORG accepted", says="nothing to redo"),
    Case("w 1 G u", "|Ada met Bob", "[Ada] met Bob", marks=""),
    Case("w 1 u G U", "|Ada met Bob", "[Ada] met Bob", marks="Ada PERSON accepted"),
    Case("w 1 L u", TWO, "[Ada] met Bob", marks=""),
    Case("w 1 d G u", "|Ada met Bob", "[Ada] met Bob", marks="Ada PERSON accepted"),
    Case("w 1 d u G U", "|Ada met Bob", "[Ada] met Bob", marks=""),
    Case("w 1 W G u", "|Ada met Bob", "[Ada] met Bob", marks="Ada PERSON accepted"),
    Case("tab a u", "|Ada met Bob", "[Ada] met Bob", marks="", propose=NAMES),
    Case("tab a u a", "|Ada met Bob", "Ada met [Bob]", marks="Ada PERSON accepted", propose=NAMES),
    Case("tab a a u u", "|Ada met Bob", "[Ada] met Bob", marks="", propose=NAMES),
    Case("tab 2 u 3", "|Ada met", marks="Ada GPE accepted", propose="Ada PERSON"),
    Case("w 1 u .", "|Ada met", marks="Ada PERSON accepted"),
    Case("Z Z", TWO, "B: |Bob ran", says="A is finished"),
    Case("Z Z Z Z", TWO, "B: |Bob ran", says="every article is finished"),
    Case("Z Z H Z Z", TWO, says="finished already"),
    Case("Z Z H Z o", TWO, says="A is open again"),
    Case("Z o", TWO, says="not finished"),
    Case("Z Z u", TWO, "|Ada met Bob", says="undone"),
    Case("Z Z u Z Z", TWO, "B: |Bob ran", says="A is finished"),
]

FIND = [
    Case("/", "|Ada", wishes="AskSearch"),
    Case("/ <bob>", "|Ada Bob § bob", "Ada [Bob]", says="bob: 1 of 2 in 2 articles"),
    Case("/ <bob> n", "|Ada Bob § bob", "B: [bob]", says="2 of 2"),
    Case("/ <bob> n n", "|Ada Bob § bob", "Ada [Bob]", says="1 of 2"),
    Case("/ <bob> N", "|Ada Bob § bob", "B: [bob]"),
    Case("/ <bob> n N", "|Ada Bob § bob", "Ada [Bob]"),
    Case("/ <Bob> n", "|Ada Bob § bob", "Ada [Bob]", says="1 of 1 in 1 article"),
    Case("/ <BOB>", "|Ada Bob", "|Ada Bob", says="not in these articles"),
    Case("/ <a>", "|a a", "[a] a"),
    Case("/ <ada_bob>", "|x Ada\r\n\tBob", "x [Ada\r\n\tBob]"),
    Case("/ <a.b>", "|axb a.b", "axb [a.b]"),
    Case("/ <zz>", "|Ada", says="zz: not in these articles"),
    Case("n", "|Ada", says="nothing was searched for yet"),
    Case("N", "|Ada", says="nothing was searched for yet"),
    Case("/ <ada> escape n", "|Ada", says="nothing was searched for yet"),
    Case("/ <_> n", "|Ada", says="nothing was searched for yet"),
    Case("w *", "|Ada met Ada", "Ada met [Ada]", says="2 of 2"),
    Case("*", "A|da met § Ada", "B: [Ada]", says="2 of 2 in 2 articles"),
    Case("* n", "A|da met § Ada", "[Ada] met"),
    Case("*", "A|da met", "[Ada] met", says="1 of 1"),
    Case("*", "|", says="nothing to search for here"),
    Case("/ <bob> 1 n 1", "|Bob Bob", marks="Bob PERSON accepted; Bob PERSON accepted"),
    Case("e ] l", "|Bob met Bob § Bob", "Bob met [Bob]", propose="Bob PERSON"),
    Case("e enter enter", "|Bob met Bob § Bob", "B: [Bob]", propose="Bob PERSON"),
    Case("e t l t l t l", "|Bob met Bob § Bob", "[Bob] met Bob", propose="Bob PERSON"),
    Case("e [ l", "|Bob met Bob § Bob", "B: [Bob]", propose="Bob PERSON"),
    Case("e enter backspace", "|Bob met Bob", "[Bob] met Bob", propose="Bob PERSON"),
    Case("enter", "B|ob, Mr. Bob’s", "Bob, [Mr. Bob’s]", propose="Bob PERSON, Mr. Bob’s PERSON"),
    Case("enter", "|Ada", says="no name is marked here"),
    Case("enter", "|Ada", "|Ada", propose="Bob PERSON", says="no name is marked here"),
    Case(
        "e enter",
        "|Ada met Bob; Bob; Ada met Bob",
        "Ada met Bob; Bob; [Ada met Bob]",
        propose="Ada met Bob EVENT, Bob PERSON",
    ),
    Case("] n", "|Ada saw 70 of 90", "Ada saw [70] of 90", propose="Ada PERSON, 70 CARDINAL, 90 CARDINAL"),
    Case("] n t n T n", "|Ada saw 70 of 90", "Ada saw [70] of 90", propose="Ada PERSON, 70 CARDINAL, 90 CARDINAL"),
    Case("[ n", "|Ada § 70", "B: [70]", propose="Ada PERSON, 70 CARDINAL"),
    Case("] n", "|Ada", propose="Ada PERSON", says="no number is marked"),
    Case("w w 7 v w 2 0 ] n", "|the 12th Army of 5", "the [12th] Army of 5", propose="5 CARDINAL"),
    Case("w w 7 0 v w w w 2 ] n", "|the 12th Army of 5", "the [12th] Army of 5", propose="5 CARDINAL"),
    Case("w w w 7 b v w w 2 ] n [ n", "|7 or 12th Army", "[7] or 12th Army", propose="7 CARDINAL"),
    Case("w 1 i <why> G ] m", "|Ada met Bob", "[Ada] met Bob"),
    Case("w 1 i <why> L t m", TWO, "[Ada] met Bob"),
    Case("w 1 i <why> w 1 i <so> [ m", "|Ada met Bob", "[Ada] met Bob"),
    Case("] m", "|Ada", says="there is no note"),
]

PROGRAM = [
    Case("?", "|Ada", wishes="ShowHelp"),
    Case(":", "|Ada", wishes="ShowPalette"),
    Case("q", "|Ada", wishes="Quit"),
    Case("ctrl+z", "|Ada", wishes="Suspend"),
    Case("ctrl+l", "|Ada", wishes="Redraw"),
    Case("w y", "|Ada met", wishes="Copy(text='Ada')"),
    Case("y", "Ada m|et", wishes="Copy(text='met')"),
    Case("y", "A|da met", wishes="Copy(text='Ada met')", propose="Ada met EVENT"),
    Case("y", "|", says="nothing to copy"),
    Case("g x", "|Ada", "|Ada", says="g x is bound to nothing"),
    Case("P", "|Ada", "|Ada", says="P is bound to nothing"),
]

CASES = MOVE + SELECT + EDGES + DECIDE + TIME + FIND + PROGRAM
LINES = [f"line {number:02}" for number in range(60)]
SCROLLING = {  # with 44 rows, a blank one behind each line
    "ctrl+d": 11,
    "ctrl+d ctrl+d": 22,
    "ctrl+d ctrl+d ctrl+u": 11,
    "pagedown": 22,
    "ctrl+f ctrl+b": 0,
    "pagedown pagedown pagedown pagedown": 59,
    "G 0 pageup": 37,
    "G 0 ctrl+u": 48,
}
LOOKING = {"z t": 58, "z c": 39, "z b": 19}  # the row on top when line 30, the row 60, is selected


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.keys}-{case.texts}")
def test_keys(case: Case) -> None:
    desk = case.desk()
    wishes = play(desk, case.keys)
    if case.sees is not None:
        assert seen(desk) == case.sees
    if case.marks is not None:
        assert "; ".join(marked(desk)) == case.marks
    assert case.says in desk.message
    if case.wishes:
        assert case.wishes in {type(wishes[-1]).__name__, repr(wishes[-1])}


@pytest.mark.parametrize(("keys", "line"), SCROLLING.items())
def test_pages(keys: str, line: int) -> None:
    desk = desk_of("\n".join(LINES))
    play(desk, keys)
    assert sight(desk) == "\n".join(LINES).replace(LINES[line], f"|{LINES[line]}")


@pytest.mark.parametrize("keys", ["ctrl+u", "pageup", "k"])
def test_going_up_reaches_the_first_line_below_blank_ones(keys: str) -> None:
    desk = desk_of("\n\n" + "\n".join(LINES))
    play(desk, f"G 0 {' '.join([keys] * 60)}")
    assert desk.view.selection.start == 2


@pytest.mark.parametrize(("keys", "top"), LOOKING.items())
def test_the_selection_can_be_brought_to_the_top_the_middle_and_the_bottom(keys: str, top: int) -> None:
    desk = desk_of("\n".join(LINES))
    play(desk, f"{' '.join(['j'] * 30)} {keys}")
    assert desk.view.top == top


def runs(script: str) -> list[object]:
    """What the keys of a script run."""
    keys, found = bound(ALL), list[object]()
    pending: Pending = ()
    for key in script.split():
        if len(key) > 1 and key[0] == "<":
            continue
        run, pending, _ = keys.take(pending, key)
        found += [run] if run is not None else []
    return found


def test_every_command_is_exercised() -> None:
    scripts = [case.keys for case in CASES] + list(SCROLLING) + list(LOOKING) + ["z z"]
    ran = [run for script in scripts for run in runs(script)]
    assert [command.id for command in ALL if command.run not in ran] == []


@pytest.mark.parametrize(
    ("width", "shown", "zoomed"),
    [(160, "ABCD", "A"), (114, "ABC", "A"), (113, "AB", "A"), (76, "AB", "A"), (75, "A", "A"), (20, "A", "A")],
)
def test_zoom_shows_one_article_and_then_as_many_as_fit(width: int, shown: str, zoomed: str) -> None:
    desk = desk_of("a", "b", "c", "d", "e", size=(width, 24))
    for expected in (shown, zoomed, shown):
        assert "".join(desk.views[index].letter for index in desk.shown) == expected
        play(desk, "z z")


def test_the_panes_follow_the_active_article() -> None:
    desk = desk_of("a", "b", "c", "d", "e", size=(80, 24))
    play(desk, "L L")
    assert list(desk.shown) == [1, 2]
    play(desk, "L L")
    assert list(desk.shown) == [3, 4]
    play(desk, "L")
    assert list(desk.shown) == [0, 1]
    play(desk, "g 4 z z H")
    assert list(desk.shown) == [2]


@pytest.mark.parametrize("size", [(160, 48), (76, 24), (20, 6), (3, 1)])
def test_what_is_selected_stays_in_sight(size: tuple[int, int]) -> None:
    desk = desk_of(" ".join(LINES), "\n".join(LINES), size=size)
    for keys in ("G", "g g", "ctrl+d", "j", "} }", "L G", "k", "H", "z z", "L"):
        play(desk, keys)
        rows = desk.view.rows(desk.geometry.columns)
        assert desk.active in desk.shown
        assert 0 <= rows.row_of(desk.view.moving_edge()) - desk.view.top < desk.geometry.rows


ANSWERS: dict[type[Wish], str] = {PickLabel: "ORG", AskNote: "a note", AskSearch: "a"}
key_scripts = st.lists(st.sampled_from([keys for command in ALL for keys in command.keys]), max_size=40)


def lived(texts: list[str], script: list[str], size: tuple[int, int]) -> Desk:
    desk = desk_of(
        *texts, proposals=[("a", "ORG"), ("word", "PERSON"), ("70", "CARDINAL"), ("日本", "ALIEN")], size=size
    )
    for keys in script:
        for wish in play(desk, keys):
            if type(wish) in ANSWERS:
                answer(desk, wish, ANSWERS[type(wish)])
        held(desk)
    return desk


def held(desk: Desk) -> None:
    """What holds after every key."""
    assert desk.active in desk.shown
    for view in desk.views:
        selection = view.selection
        assert 0 <= selection.start <= selection.end <= len(view.text)
        if selection.empty:
            assert boundary_at(view.text, selection.head) == selection.head
        state = desk.workspace.state(view.article.id)
        assert view.marks.decided_count == len(state.annotations)
        for one in state.annotations.values():
            assert view.text[one.span.start : one.span.end] == one.surface
            assert view.marks.annotation(one.id) == one
    rows, shape = desk.view.rows(desk.geometry.columns), desk.geometry
    assert 0 <= rows.row_of(desk.view.moving_edge()) - desk.view.top < shape.rows


sizes = st.sampled_from([(160, 48), (80, 24), (30, 8), (3, 1)])


@given(st.lists(intricate_texts, min_size=1, max_size=3), key_scripts, sizes)
def test_no_key_breaks_anything_in_any_text(texts: list[str], script: list[str], size: tuple[int, int]) -> None:
    lived(texts, script, size)


@given(st.lists(intricate_texts, min_size=1, max_size=2), key_scripts)
def test_everything_can_be_undone_and_done_again(texts: list[str], script: list[str]) -> None:
    desk = lived(texts, script, (160, 48))
    after = decisions(desk)
    while desk.workspace.layer.undoable:
        desk.press("u")
        held(desk)
    assert decisions(desk) == [([], False) for _ in texts]
    while desk.workspace.layer.redoable:
        desk.press("U")
        held(desk)
    # What the script itself had undone has come back too.
    assert decisions(desk) == after or "u" in script


def decisions(desk: Desk) -> list[tuple[list[str], bool]]:
    states = [desk.workspace.state(view.article.id) for view in desk.views]
    return [(sorted(map(repr, state.annotations.values())), bool(state.finished)) for state in states]
