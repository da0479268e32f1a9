from bisect import bisect_left, bisect_right
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.span import Span
from tui.selection import (
    Selection,
    Units,
    backward,
    cursor,
    extend_backward,
    extend_forward,
    forward,
    left_edge,
    over,
    right_edge,
)

Motion = Callable[[Units, Selection], Selection]
SIZE = 40


def units_of(spans: list[Span]) -> Units:
    starts, ends = [one.start for one in spans], [one.end for one in spans]

    def at(offset: int) -> Span | None:
        index = bisect_right(starts, offset) - 1
        return spans[index] if index >= 0 and offset < ends[index] else None

    def after(offset: int) -> Span | None:
        index = bisect_left(starts, offset)
        return spans[index] if index < len(spans) else None

    def before(offset: int) -> Span | None:
        index = bisect_right(ends, offset) - 1
        return spans[index] if index >= 0 else None

    return Units(at, after, before)


def words(text: str) -> Units:
    spans, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        spans.append(Span(at, at + len(word)))
        at += len(word)
    return units_of(spans)


def some_spans(edges: set[int]) -> list[Span]:
    cuts = sorted(edges)
    return [Span(low, high) for low, high in zip(cuts[::2], cuts[1::2], strict=False)]


spans_of_text = st.sets(st.integers(0, SIZE), max_size=16).map(some_spans)
selections = st.builds(Selection, st.integers(0, SIZE), st.integers(0, SIZE))
motions = st.sampled_from([forward, backward, extend_forward, extend_backward])


def many(motion: Motion, units: Units, selection: Selection) -> list[Selection]:
    found = []
    while (following := motion(units, selection)) != selection:
        found.append(following)
        selection = following
    return found


@given(spans_of_text, selections, st.lists(motions, max_size=12))
def test_no_motion_leaves_the_text(spans: list[Span], selection: Selection, motions: list[Motion]) -> None:
    for motion in motions:
        selection = motion(units_of(spans), selection)
        assert 0 <= selection.start <= selection.end <= SIZE


@given(spans_of_text)
def test_forward_visits_every_unit_and_backward_visits_them_again(spans: list[Span]) -> None:
    units = units_of(spans)
    assert many(forward, units, cursor(0)) == [over(one) for one in spans]
    assert many(backward, units, cursor(SIZE)) == [over(one) for one in reversed(spans)]


@given(spans_of_text, selections)
def test_backward_undoes_forward(spans: list[Span], selection: Selection) -> None:
    units = units_of(spans)
    first = forward(units, selection)
    second = forward(units, first)
    if first not in {selection, second}:
        assert backward(units, second) == first


@given(spans_of_text, selections)
def test_extending_moves_the_head_alone_and_only_in_its_direction(spans: list[Span], selection: Selection) -> None:
    units = units_of(spans)
    further, back = extend_forward(units, selection), extend_backward(units, selection)
    assert further.anchor == back.anchor == selection.anchor
    assert further.head >= selection.head >= back.head


@given(spans_of_text, st.integers(0, SIZE))
def test_extending_forward_comes_to_every_end_and_backward_to_every_start(spans: list[Span], anchor: int) -> None:
    units = units_of(spans)
    heads = [one.head for one in many(extend_forward, units, cursor(anchor))]
    assert heads == [one.end for one in spans if one.end > anchor]
    heads = [one.head for one in many(extend_backward, units, cursor(anchor))]
    assert heads == [one.start for one in reversed(spans) if one.start < anchor]


@given(spans_of_text, st.data())
def test_an_edge_that_went_out_comes_in_again(spans: list[Span], data: st.DataObject) -> None:
    if not spans:
        return
    units = units_of(spans)
    first, last = sorted(data.draw(st.tuples(*[st.sampled_from(spans)] * 2)))
    span = Span(first.start, last.end)
    for edge in (right_edge, left_edge):
        wider = edge(units, span, out=True)
        assert wider.contains(span)
        assert wider == span or edge(units, wider, out=False) == span


@given(spans_of_text, st.integers(0, SIZE - 1), st.integers(1, SIZE), st.booleans())
def test_an_edge_moves_alone_and_leaves_something(spans: list[Span], start: int, length: int, out: bool) -> None:  # noqa: FBT001
    units, span = units_of(spans), Span(start, min(start + length, SIZE))
    assert right_edge(units, span, out=out).start == span.start
    assert left_edge(units, span, out=out).end == span.end


def test_a_cursor_inside_a_unit_selects_that_unit_first() -> None:
    units = words("one two three")
    assert forward(units, cursor(5)) == over(Span(4, 7))
    assert backward(units, cursor(5)) == over(Span(4, 7))
    assert forward(units, over(Span(4, 7))) == over(Span(8, 13))


def test_extending_shrinks_before_it_grows_on_the_other_side() -> None:
    units = words("one two three")
    selection = over(Span(4, 13))
    heads = [one.head for one in many(extend_backward, units, selection)]
    assert heads == [7, 4, 0]
    assert [one.head for one in many(extend_backward, units, Selection(3, 13))] == [7, 3, 0]
    assert [one.head for one in many(extend_forward, units, Selection(9, 0))] == [4, 8, 13]


@pytest.mark.parametrize(
    ("selection", "start", "end", "empty"),
    [(Selection(2, 5), 2, 5, False), (Selection(5, 2), 2, 5, False), (cursor(3), 3, 3, True)],
)
def test_a_selection_has_a_start_and_an_end_whichever_edge_moves(
    selection: Selection, start: int, end: int, *, empty: bool
) -> None:
    assert (selection.start, selection.end, selection.empty) == (start, end, empty)
    assert selection.span == (None if empty else Span(start, end))
    assert selection.swapped().swapped() == selection
    assert selection.swapped().span == selection.span
