"""What holds for any text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.figures.figure import Kind
from corpus.figures.find import figures
from tests.corpus.texts import reports

_PIECES = (
    "1 , . - – / : ( ) ' \" $ £ % ° # @ ½ ² 0 12 007 1,000 1.5 2019 99999999999999999999999999 one two a an"
    " half third twenty hundred thousand million dozen dozens of and to or between from about over than more no"
    " fewer at least up May March 12th Monday last next this week days ago year old p.m. am noon km m kg dollars"
    " percent per cent in out age 5' 10^ 1e+ past minus negative to-the \n \u00a0 İ ß １２ ٣"
).split(" ")
expressions = st.lists(
    st.tuples(st.sampled_from(_PIECES), st.sampled_from([" ", " ", "", "-", "\n"])), max_size=25
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))


@given(reports | expressions)
def test_spans_are_ordered_apart_and_trimmed(text: str) -> None:
    end = 0
    for figure in figures(text):
        assert figure.span.start >= end
        assert figure.span.surface(text).strip() == figure.span.surface(text)
        assert "\n" not in figure.span.surface(text)
        end = figure.span.end
    assert end <= len(text)


@given(expressions)
@example(",-1-1 ")
@example("-$5-$3")
def test_a_figure_has_a_value_or_bounds_or_is_a_time(text: str) -> None:
    for figure in figures(text):
        if figure.value is not None:
            assert figure.low is None
            assert figure.high is None
            assert figure.value.is_finite()
        elif figure.low is not None:
            assert figure.vague == (figure.high is None)
            assert figure.high is None or figure.low < figure.high
        else:
            assert figure.kind in {Kind.DATE, Kind.TIME} or figure.role == "score"


@given(reports | expressions, st.integers(0, 40), st.integers(0, 40))
def test_only_the_stretch_is_read(text: str, start: int, size: int) -> None:
    end = min(len(text), start + size)
    start = min(start, end)
    assert all(start <= figure.span.start and figure.span.end <= end for figure in figures(text, start, end))


def test_offsets_count_from_the_start_of_the_text() -> None:
    text = "İstanbul had 3 fires and 12 floods."
    assert [figure.span.surface(text) for figure in figures(text, 9)] == ["3", "12"]


@pytest.mark.parametrize(
    "piece",
    [
        "1 ", "1,", "1-", "1/", "a ", "one ", "hundred ", "a hundred and ", "more than ", "$1-", "1:", "last ", "May ",
        "of ", "and ", "1 and ", "half ", "- ", "'", "the ages of ", "two pounds ",
    ],
)  # fmt: skip
def test_monotonous_texts_are_read_through(piece: str) -> None:
    text = piece * 20_000
    assert all(figure.span.end <= len(text) for figure in figures(text))
