"""Likely edges and the changes of joining and splitting, with plain values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.decide import RefusedError
from corpus.graphemes import boundary_at
from corpus.span import Span
from tests.tui.scripts import intricate_texts
from tui.boundaries import Round, halves, likely_edges

OFFERED = [  # what is selected, and what is offered, in order
    ("[the Senate] met", ["Senate"]),
    ("[An Ada] ran", ["Ada"]),
    ("[Mr. Ada] ran", ["Ada"]),
    ("[the Prime Minister Ada King] ran", ["Prime Minister Ada King", "Ada King"]),
    ("[the President] ran", ["President"]),
    ("[Prime Minister] ran", []),
    ("[Ada's] hat", ["Ada"]),
    ("[Ada’s] hat", ["Ada"]),
    ("[“the Ada’s”] hat", ["the Ada’s", "Ada"]),
    ('["Ada,"] he', ["Ada"]),
    ('["Big" Ada] ran', []),
    ("[Ada (Inc)] ran", []),
    ("[(Ada)] ran", ["Ada"]),
    ("[Ada)] ran", ["Ada"]),
    ("[U.S.] troops", []),
    ("[-5] degrees", []),
    ("[—] ", []),
    ("met [Ada] King Lear today", ["Ada King Lear"]),
    ("Lady Ada [King] today", ["Lady Ada King"]),
    ("Ada [King] Lear ran", ["Ada King Lear", "Ada King", "King Lear"]),
    ("[Ada] King’s hat", ["Ada King"]),
    ("Paris\n[Ada]\nKing", []),
    ("said Bob. [Ada] ran", []),
    ("[One] Two Three Four Five Six", ["One Two Three Four Five"]),
    ("the [Éva] Ünal", ["Éva Ünal"]),
]


def read(written: str) -> tuple[str, Span]:
    start, end = written.index("["), written.index("]") - 1
    return written.replace("[", "").replace("]", ""), Span(start, end)


@pytest.mark.parametrize(("written", "offered"), OFFERED)
def test_what_is_offered(written: str, offered: list[str]) -> None:
    text, span = read(written)
    assert [one.surface(text) for one in likely_edges(text, span)] == offered


@pytest.mark.parametrize(
    ("names", "offered"),
    [
        (["bank of ada", "ada"], ["bank of ada"]),
        (["of ada", "ada ran"], ["ada ran"]),
        (["ad", "k of ada", "ada"], []),  # edges within words, and what is selected already
        (["bank", ""], []),  # beside it, not over it
    ],
)
def test_names_of_marks_elsewhere(names: list[str], offered: list[str]) -> None:
    text, span = read("the bank of [ada] ran")
    assert [one.surface(text) for one in likely_edges(text, span, names)] == offered


@given(intricate_texts, st.data())
def test_edges_are_proper_ones(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = likely_edges(text, span, [text[:3], text[-4:]])
    assert span not in found
    assert len(set(found)) == len(found)
    for one in found:
        assert one.end <= len(text)
        assert any(map(str.isalnum, one.surface(text)))
        assert [boundary_at(text, edge) for edge in (one.start, one.end)] == [one.start, one.end]


def test_a_round_comes_back_to_where_it_set_out() -> None:
    spans = (Span(0, 9), Span(4, 9), Span(0, 5))
    turn = Round(0, 9, spans)
    assert [turn.behind(one)[0] for one in spans] == [*spans[1:], spans[0]]
    assert turn.behind(Span(1, 2)) == []
    assert Round(0, 9, spans[:1]).behind(spans[0]) == []


def test_halves_have_no_white_space_at_their_edges() -> None:
    assert halves("Ada \t King", Span(0, 10), 6) == (Span(0, 3), Span(6, 10))


@pytest.mark.parametrize("at", [0, 3, 4, 8, 11])
def test_a_half_is_never_nothing(at: int) -> None:
    with pytest.raises(RefusedError, match="nothing to split off"):
        halves(" a  Ada King", Span(4, 8), at)
