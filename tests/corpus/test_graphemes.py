import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from corpus.graphemes import boundary_at, next_boundary, previous_boundary

ODD = "ab \r\né’—\u0301\u200d👨👩🏽🇩🇪❤\ufe0f각각가क्षि\u0600東اกำ\u00ad©ﾞが\u3099\t\u200b1\u20e3"


def boundaries(text: str) -> list[int]:
    return [match.start() for match in regex.finditer(r"\X", text)] + [len(text)]


def check(text: str) -> None:
    edges = boundaries(text)
    for offset in range(len(text) + 1):
        assert boundary_at(text, offset) == max(edge for edge in edges if edge <= offset)
        assert next_boundary(text, offset) == min((edge for edge in edges if edge > offset), default=len(text))
        assert previous_boundary(text, offset) == max((edge for edge in edges if edge < offset), default=0)


@given(st.text(alphabet=st.sampled_from(ODD), max_size=12))
def test_boundaries_are_those_of_unicode(text: str) -> None:
    check(text)


@given(st.text(max_size=8))
def test_boundaries_of_any_text_are_those_of_unicode(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "cluster",
    ["\r\n", "👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "e\u0301", "\u1112\u1161\u11ab", "क्षि", "❤️", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
)
def test_a_cluster_is_one_step(cluster: str) -> None:
    text = f"a{cluster}b"
    assert next_boundary(text, 1) == 1 + len(cluster)
    assert previous_boundary(text, 1 + len(cluster)) == 1
    assert {boundary_at(text, offset) for offset in range(1, 1 + len(cluster))} == {1}


def test_flags_are_counted_in_pairs_from_their_first() -> None:
    text = "x" + "🇩🇪" * 50
    assert previous_boundary(text, len(text)) == len(text) - 2
    assert boundary_at(text, 50) == 49


def test_thousands_of_marks_on_one_letter_are_one_step() -> None:
    text = "xe" + "\u0301" * 20_000 + "y"
    assert next_boundary(text, 1) == 20_002
    assert previous_boundary(text, 20_002) == 1


@pytest.mark.parametrize("offset", [-3, 99])
def test_offsets_outside_the_text_count_as_its_ends(offset: int) -> None:
    for step in (boundary_at, next_boundary, previous_boundary):
        assert 0 <= step("ab", offset) <= 2
    assert next_boundary("", offset) == previous_boundary("", offset) == 0
