"""Paragraphs have the same numbers wherever they are counted."""

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.scripts import intricate_texts
from tui.paragraphs import paragraph_starts
from tui.render.wrap import wrapped


@given(intricate_texts, st.integers(1, 40))
def test_they_are_those_that_the_panes_number(text: str, columns: int) -> None:
    rows = wrapped(text, columns)
    numbered = [rows.starts[row] for row in range(len(rows)) if rows.numbers[row] > 0]
    assert list(paragraph_starts(text)) == numbered
