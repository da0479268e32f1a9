"""Facts as bytes: what is written is read back, numbers to the last digit, and nothing else is taken."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.claims.claim import Claim
from corpus.facts import Facts
from corpus.figures.figure import Figure, Kind, Modifier
from corpus.quotations.quotation import Quotation
from corpus.span import Span

spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 10**6), st.integers(1, 500))
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
numbers = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
figures = st.builds(
    Figure,
    spans,
    st.sampled_from(Kind),
    numbers,
    numbers,
    numbers,
    words,
    st.sampled_from(Modifier),
    st.booleans(),
    words,
)
several = st.lists(words, max_size=3).map(tuple)
maybe = st.none() | spans
claims = st.builds(Claim, words, maybe, several, words, maybe, st.booleans(), several, maybe, words)
quotations = st.builds(Quotation, spans, maybe, words)
facts = st.builds(Facts, *(st.lists(each, max_size=4).map(tuple) for each in (figures, claims, quotations)))


@given(facts)
def test_what_is_written_is_read_back(whole: Facts) -> None:
    assert Facts.from_bytes(whole.to_bytes()) == whole


def test_no_number_becomes_a_float() -> None:
    exact = Figure(Span(0, 3), Kind.CARDINAL, Decimal("0.10000000000000000000000000000000001"))
    (back,) = Facts.from_bytes(Facts((exact,), (Claim(),)).to_bytes()).figures
    assert str(back.value) == "0.10000000000000000000000000000000001"


def test_no_bytes_are_no_facts() -> None:
    assert Facts.from_bytes(b"") == Facts()


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b"[]",
        b"[[],[]]",
        b"[[[1]],[],[]]",
        b"nonsense",
        b'[[[[0,3],"no kind",null,null,null,"","exact",0,""]],[],[]]',
    ],
)
def test_what_nobody_wrote_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not stored facts"):
        Facts.from_bytes(data)
