from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation, Proposal, Verdict
from corpus.span import Span
from tui.marks import Mark
from tui.render.paint import PLAIN, Look, Run, runs

SIZE = 12
HUES = {"PERSON": "blue", "ORG": "orange", "GPE": "green"}

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, SIZE - 1), st.integers(1, 6))


def proposed(start: int, end: int, label: str) -> Mark:
    return Mark(Span(start, end), label, Proposal(Span(start, end), label, "m 1"))


def decided(start: int, end: int, label: str, verdict: Verdict = Verdict.ACCEPTED) -> Mark:
    span = Span(start, end)
    return Mark(span, label, Annotation("a", "1", span, "", label, verdict, None, "ada", "", ""))


marks = st.lists(
    st.builds(lambda span, label: proposed(span.start, span.end, label), spans, st.sampled_from(sorted(HUES)))
    | st.builds(
        lambda span, label, verdict: decided(span.start, span.end, label, verdict),
        spans,
        st.sampled_from(sorted(HUES)),
        st.sampled_from([Verdict.ACCEPTED, Verdict.UNSURE]),
    ),
    max_size=5,
)
ranges = st.tuples(st.integers(0, SIZE), st.integers(0, SIZE)).map(lambda pair: (min(pair), max(pair)))


def painted(
    start: int,
    end: int,
    marks: list[Mark],
    *,
    glows: frozenset[str] = frozenset(),
    matches: list[tuple[int, int]] | None = None,
    selection: tuple[int, int] = (-1, -1),
) -> list[Run]:
    return runs(
        start,
        end,
        marks,
        hue_of=HUES.__getitem__,
        glows=lambda mark: mark.label in glows,
        matches=matches or (),
        selection=selection,
    )


def looks(row: list[Run]) -> list[Look]:
    return [look for low, high, look in row for _ in range(low, high)]


@given(ranges, marks, st.lists(ranges, max_size=3), ranges)
def test_runs_cover_the_row_without_gaps_or_needless_cuts(
    row: tuple[int, int], marks: list[Mark], matches: list[tuple[int, int]], selection: tuple[int, int]
) -> None:
    found = painted(*row, marks, matches=matches, selection=selection)
    edges = [edge for low, high, _ in found for edge in (low, high)]
    if row[0] == row[1]:
        assert found == []
        return
    assert (edges[0], edges[-1]) == row
    assert edges[1:-1:2] == edges[2::2]
    assert all(low < high for low, high, _ in found)
    assert all(one[2] != other[2] for one, other in pairwise(found))


@given(marks, st.lists(ranges, max_size=3), ranges, st.sets(st.sampled_from(sorted(HUES))))
def test_every_character_looks_as_what_lies_over_it_says(
    marks: list[Mark], matches: list[tuple[int, int]], selection: tuple[int, int], glowing: set[str]
) -> None:
    row = looks(painted(0, SIZE, marks, matches=matches, selection=selection, glows=frozenset(glowing)))
    for at, look in enumerate(row):
        over = [mark for mark in marks if mark.span.start <= at < mark.span.end]
        shortest = min((len(mark.span) for mark in over), default=0)
        assert look.selected == (selection[0] <= at < selection[1])
        assert look.match == any(low <= at < high for low, high in matches)
        assert look.glow == any(mark.label in glowing for mark in over)
        assert (look.hue, look.state) in {
            (HUES[mark.label], mark.state) for mark in over if len(mark.span) == shortest
        } or (not over and (look.hue, look.state) == ("", ""))
        accepted = [mark for mark in over if mark.state == "accepted"]
        assert bool(look.tint) == bool(accepted)


def test_the_inner_mark_gives_the_letters_and_the_accepted_one_below_gives_the_tint() -> None:
    row = looks(painted(0, 6, [decided(0, 6, "ORG"), proposed(2, 4, "GPE")]))
    outer, inner = Look("orange", "accepted", "orange"), Look("green", "proposed", "orange")
    assert row == [outer] * 2 + [inner] * 2 + [outer] * 2


def test_of_two_accepted_marks_the_inner_one_tints() -> None:
    row = looks(painted(0, 3, [decided(0, 3, "ORG"), decided(1, 2, "PERSON")]))
    assert [look.tint for look in row] == ["orange", "blue", "orange"]


def test_a_proposal_has_no_tint() -> None:
    assert looks(painted(0, 2, [proposed(0, 2, "ORG")])) == [Look("orange", "proposed")] * 2


def test_selection_and_match_and_glow_lie_over_a_mark_and_leave_it_as_it_is() -> None:
    mark = decided(0, 4, "ORG")
    row = looks(painted(0, 5, [mark], glows=frozenset({"ORG"}), matches=[(1, 2)], selection=(2, 5)))
    base = Look("orange", "accepted", "orange", glow=True)
    assert row == [base, base._replace(match=True), *[base._replace(selected=True)] * 2, PLAIN._replace(selected=True)]


def test_a_mark_that_goes_on_in_the_next_row_is_cut_at_the_edge() -> None:
    assert painted(3, 6, [decided(0, 9, "ORG")]) == [(3, 6, Look("orange", "accepted", "orange"))]
