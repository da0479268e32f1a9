"""What is folded: whole paragraphs of boilerplate, as long as they go, and nothing that is read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Proposal
from corpus.label_map import BOILERPLATE
from corpus.span import Span
from tests.tui.scripts import desk_of, play, sight
from tui.desk import Desk
from tui.folds import fold_at, folds
from tui.marks import Mark
from tui.render.wrap import wrapped

TEXT = "Head\nShare Tweet\nPrint\nIt rained hard. Photo: Vorn\nMore soon\n"


def spans(text: str, *words: str) -> list[Span]:
    return [Span(text.index(one), text.index(one) + len(one)) for one in words]


@pytest.mark.parametrize(
    ("regions", "folded"),
    [
        ([], []),
        (["Share Tweet"], ["Share Tweet"]),
        (["Share Tweet", "Print"], ["Share Tweet\nPrint"]),
        (["Photo: Vorn"], []),
        (["Photo: Vorn", "More soon"], ["More soon"]),
        (["Print", "Photo: Vorn"], ["Print"]),
        (["Share", "Tweet"], ["Share Tweet"]),
        (["More soon"], ["More soon"]),
        (["Head", "Share Tweet"], ["Head\nShare Tweet"]),
    ],
)
def test_lines_are_folded_that_are_boilerplate_from_end_to_end(regions: list[str], folded: list[str]) -> None:
    assert [TEXT[start:end] for start, end in folds(TEXT, spans(TEXT, *regions))] == folded


def test_what_was_opened_stays_open() -> None:
    assert folds(TEXT, spans(TEXT, "Share Tweet", "More soon"), [TEXT.index("Tweet")]) == [(51, 60)]


@given(st.text("ab \n", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=5))
def test_folds_are_whole_lines_apart_from_each_other(text: str, places: list[tuple[int, int]]) -> None:
    regions: list[Span] = []
    for place, size in sorted(places):
        start = max(place, regions[-1].end if regions else 0)
        if start + size <= len(text):
            regions.append(Span(start, start + size))
    found = folds(text, regions)
    for start, end in found:
        assert start == 0 or text[start - 1] == "\n"
        assert end == len(text) or text[end] == "\n"
        covered = {at for region in regions for at in range(region.start, region.end)}
        assert all(at in covered or text[at].isspace() for at in range(start, end))
    for (_, end), (start, _) in pairwise(found):
        assert text[end:start].strip()


@given(st.integers(0, 70))
def test_the_fold_of_an_offset(offset: int) -> None:
    found = folds(TEXT, spans(TEXT, "Share Tweet", "Print", "More soon"))
    assert fold_at(found, offset) == next((fold for fold in found if fold[0] <= offset < fold[1]), None)


def test_a_fold_takes_one_row_and_paragraphs_keep_their_numbers() -> None:
    rows = wrapped(TEXT, 20, folds(TEXT, spans(TEXT, "Share Tweet", "Print")))
    assert [number for number in rows.numbers if number > 0] == [1, 2, 4, 5]
    (row,) = rows.folded
    assert rows.folded[row] == 2
    assert TEXT[rows.bounds(row)[0] :].startswith("Share")
    assert rows.row_of(TEXT.index("Print")) == row


def folded_desk(*regions: str, text: str = TEXT) -> Desk:
    desk = desk_of(text, proposals=[("rained", "EVENT"), ("Print", "ORG")])
    marks = [Mark(span, BOILERPLATE, Proposal(span, BOILERPLATE, "test 1")) for span in spans(text, *regions)]
    desk.view.marks.set_regions(marks)
    desk.refold()
    return desk


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        ("j", "Head\n|Share Tweet\nPrint\nIt rained hard. Photo: Vorn\nMore soon\n"),
        ("j j", "Head\nShare Tweet\nPrint\n|It rained hard. Photo: Vorn\nMore soon\n"),
        ("j j k", "Head\n|Share Tweet\nPrint\nIt rained hard. Photo: Vorn\nMore soon\n"),
        ("w w", "Head\nShare Tweet\nPrint\n[It] rained hard. Photo: Vorn\nMore soon\n"),
        ("j l", "Head\nShare Tweet\nPrint\n|It rained hard. Photo: Vorn\nMore soon\n"),
        ("j h", "Hea|d\nShare Tweet\nPrint\nIt rained hard. Photo: Vorn\nMore soon\n"),
        ("} }", "Head\nShare Tweet\nPrint\n[It rained hard. Photo: Vorn]\nMore soon\n"),
        ("j j { {", "[Head]\nShare Tweet\nPrint\nIt rained hard. Photo: Vorn\nMore soon\n"),
        ("G", "Head\nShare Tweet\nPrint\nIt rained hard. Photo: Vorn\nMore soo|n\n"),
    ],
)
def test_motions_pass_over_what_is_folded(keys: str, seen: str) -> None:
    desk = folded_desk("Share Tweet", "Print")
    play(desk, keys)
    assert sight(desk) == seen


def test_a_text_that_is_folded_to_its_end_is_left_at_its_fold() -> None:
    desk = folded_desk("It rained hard. Photo: Vorn", "More soon")
    play(desk, "} } } } }")
    assert desk.view.selection.start == TEXT.index("It rained")
    assert desk.view.fold_here() is not None


def test_what_is_found_in_a_fold_opens_it() -> None:
    desk = folded_desk("Share Tweet", "Print")
    play(desk, "/ <tweet>")
    assert desk.view.rows(desk.geometry.columns).folded == {}
    assert sight(desk) == "Head\nShare [Tweet]\nPrint\nIt rained hard. Photo: Vorn\nMore soon\n"


def test_what_a_search_has_opened_is_folded_again_when_the_search_is_left() -> None:
    desk = folded_desk("Share Tweet", "Print")

    def folded() -> bool:
        return bool(desk.view.rows(desk.geometry.columns).folded)

    play(desk, "/ <tweet> w w w w")
    assert not folded()  # the search goes on: n comes back here
    play(desk, "escape")
    assert folded()
    play(desk, "/ <tweet> escape")
    assert not folded()  # the cursor is in it
    play(desk, "j h")
    assert not folded()
    play(desk, "G")
    assert folded()


def test_what_was_opened_by_hand_stays_open() -> None:
    desk = folded_desk("Share Tweet", "Print")
    play(desk, "j enter / <tweet> escape G")
    assert desk.view.rows(desk.geometry.columns).folded == {}
