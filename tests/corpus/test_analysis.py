import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis import Analysis, Mention, ModelId, analysis_of, joined
from corpus.span import Span

MODEL = ModelId("some model", "1.0+r1", "uk")
spans = st.tuples(st.integers(0, 2**31), st.integers(1, 50)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
labels = st.sampled_from(["PERSON", "ORG", "DATE", "ÖRT\n"])
mentions = st.builds(Mention, spans, labels)
analyses = st.builds(
    analysis_of,
    st.just(MODEL),
    st.lists(spans, max_size=8),
    st.lists(spans, max_size=4),
    st.lists(mentions, max_size=8),
)


@given(analyses)
def test_bytes_bring_back_the_same_analysis(analysis: Analysis) -> None:
    assert Analysis.from_bytes(analysis.to_bytes()) == analysis


@given(st.lists(mentions, max_size=8))
def test_mentions_come_back_sorted(found: list[Mention]) -> None:
    analysis = analysis_of(MODEL, [], [], found)
    assert list(analysis.mentions()) == sorted(found, key=lambda mention: (mention.span, mention.label))
    assert analysis.mention_count == len(found)


@given(st.lists(analyses, min_size=1, max_size=4))
def test_joining_keeps_everything_in_order(several: list[Analysis]) -> None:
    whole = joined(several)
    assert list(whole.mentions()) == [mention for part in several for mention in part.mentions()]
    assert list(whole.token_starts) == [start for part in several for start in part.token_starts]
    assert list(whole.sentence_ends) == [end for part in several for end in part.sentence_ends]


def test_joining_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no parts"):
        joined([])


@given(analyses, st.data())
def test_a_cut_analysis_is_refused(analysis: Analysis, data: st.DataObject) -> None:
    whole = analysis.to_bytes()
    cut = data.draw(st.integers(0, len(whole) - 1))
    if cut == len(whole.rstrip(b"\n")) and not analysis.token_starts and not analysis.mention_count:
        return
    with pytest.raises(ValueError, match="stored analysis"):
        Analysis.from_bytes(whole[:cut])


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"null\n", b"[]\n", b'{"model": 1}\n', b"\xff\xfe\n", b'{"lengths": []}\n']
)
def test_what_is_no_analysis_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="stored analysis"):
        Analysis.from_bytes(data)
