import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.span import Span, trimmed

spans = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2)])
def test_a_span_is_never_empty_or_reversed(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


def test_the_end_is_exclusive() -> None:
    assert Span(0, 5).surface("Kyiv, now") == "Kyiv,"
    assert len(Span(2, 5)) == 3


@given(spans, spans)
def test_overlapping_is_sharing_a_code_point(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == bool(shared) == other.overlaps(one)
    assert one.contains(other) == (shared == set(range(other.start, other.end)))


@given(st.text(alphabet="a \n\u00a0", max_size=12))
def test_trimming_leaves_what_strip_leaves(text: str) -> None:
    span = trimmed(text, 0, len(text))
    assert (span.surface(text) if span else "") == text.strip()
