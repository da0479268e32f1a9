"""What spans cover, however they lie over each other."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.covered import Covered, united
from corpus.span import Span

spans = st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=8), spans)
def test_a_span_is_touched_where_it_overlaps_any(covering: Sequence[Span], span: Span) -> None:
    assert Covered(covering).touches(span) == any(span.overlaps(one) for one in covering)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ([], []),
        ([Span(3, 5), Span(0, 2)], [Span(0, 2), Span(3, 5)]),
        ([Span(0, 9), Span(2, 4), Span(8, 12)], [Span(0, 12)]),
        ([Span(0, 2), Span(2, 4)], [Span(0, 2), Span(2, 4)]),
    ],
)
def test_spans_that_share_a_code_point_become_one(given: Sequence[Span], found: Sequence[Span]) -> None:
    assert united(given) == found
