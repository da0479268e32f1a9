"""The ledger with what was said of two figures, before the story is compared again."""

from annotations.model import Tie
from corpus.comparison import Counted, Entry
from tests.tui.compared_stories import place, row
from tui.hand_rows import Said, known_in, with_said

TEXTS = ("70 men and 5 boats", "80 men and 5 ships")
LEDGER = [row(TEXTS, "died, men", "A:70 B:80", "0-1")]
COUNTED = [[Counted(11, 12, "5", "boats", "sank", -1, "the mayor", -1)], list[Counted]()]
MEN = place(TEXTS, "A:70"), place(TEXTS, "B:80")
BOATS = place(TEXTS, "A:5"), place(TEXTS, "B:5")


def said(*pairs: Said) -> list[tuple[str, str, list[str]]]:
    rows = with_said(LEDGER, pairs, known_in(LEDGER, COUNTED, TEXTS))
    return [(one.about, one.verdict, [pair.verdict for pair in one.pairs]) for one in rows]


def test_figures_of_a_row_are_to_each_other_what_was_said() -> None:
    assert said(Said(Tie.AGREEMENT, MEN[1], MEN[0])) == [("died, men", "agree", ["agree"])]
    assert said(Said(Tie.REFINEMENT, *MEN)) == [("died, men", "compatible", ["compatible"])]
    assert said(Said(Tie.SCOPE, *MEN), Said(Tie.CONFLICT, *MEN)) == [("died, men", "conflict", ["conflict"])]


def test_figures_of_no_row_get_one_but_for_those_that_count_different_things() -> None:
    made = with_said(LEDGER, [Said(Tie.CONFLICT, BOATS[1], BOATS[0])], known_in(LEDGER, COUNTED, TEXTS))
    assert made[:1] == LEDGER
    assert (made[1].about, made[1].verdict) == ("sank, boats", "conflict")
    assert made[1].entries == (Entry(*BOATS[0], "5", -1, "the mayor"), Entry(*BOATS[1], "5", -1, ""))
    assert said(Said(Tie.SCOPE, *BOATS)) == said()


def test_a_figure_of_another_row_comes_with_what_is_known_there() -> None:
    assert said(Said(Tie.AGREEMENT, MEN[0], BOATS[1]))[1] == ("died, men", "agree", ["agree"])
