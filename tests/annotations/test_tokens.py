"""Which spans fit on tokens, with tokens split at single spaces."""

import re

from hypothesis import given
from hypothesis import strategies as st

from annotations.formats.shared.tokens import Mark, Tokens, flattened
from corpus.span import Span


def _tokens(text: str) -> Tokens:
    found = list(re.finditer(r"\n|[^ \n]+", text))
    return Tokens(text, tuple(one.start() for one in found), tuple(one.end() for one in found))


def _mark(text: str, surface: str, label: str = "ORG") -> Mark:
    start = text.index(surface)
    return Mark(Span(start, start + len(surface)), label)


def test_whole_tokens_fit_and_parts_do_not() -> None:
    tokens = _tokens("paid 1bn in 2bn notes")
    assert tokens.misfit(Span(5, 8)) == ""
    assert tokens.misfit(Span(0, 8)) == ""
    assert tokens.misfit(Span(5, 6)) == "cuts a token: '1bn'"
    assert tokens.misfit(Span(6, 13)) == "cuts a token: '1bn', '2bn'"
    assert tokens.misfit(Span(8, 9)) == "begins or ends between tokens"
    assert tokens.misfit(Span(4, 8)) == "begins or ends between tokens"
    assert tokens.misfit(Span(5, 9)) == "begins or ends between tokens"


def test_a_span_in_the_middle_of_one_token_cuts_it_once() -> None:
    assert _tokens("x abcde y").misfit(Span(3, 5)) == "cuts a token: 'abcde'"


def test_the_longest_span_wins_and_the_rest_says_over_what_it_lies() -> None:
    text = "New York Times Square"
    long, late = _mark(text, "New York Times"), _mark(text, "Times Square", "FAC")
    flat = flattened(_tokens(text), [late, long], [])
    assert flat.entities == (long,)
    assert flat.rest == {late: "overlaps 'New York Times' (ORG)"}
    assert flat.unknown == (3,)
    assert flat.misfits == {}


def test_a_longer_span_wins_though_it_comes_later() -> None:
    text = "the York Times Square"
    early, long = _mark(text, "the York"), _mark(text, "York Times Square")
    assert flattened(_tokens(text), [early, long], []).entities == (long,)


def test_of_two_as_long_the_first_wins_then_the_first_label() -> None:
    text = "aa bb cc"
    first, second = _mark(text, "aa bb"), _mark(text, "bb cc")
    assert flattened(_tokens(text), [second, first], []).entities == (first,)
    other = _mark(text, "aa bb", "FAC")
    assert flattened(_tokens(text), [first, other], []).entities == (other,)


def test_tokens_of_what_is_unsure_or_does_not_fit_are_unknown() -> None:
    text = "Ann paid 1bn in Rome"
    cut, unsure = _mark(text, "1"), _mark(text, "Rome")
    flat = flattened(_tokens(text), [_mark(text, "Ann"), cut], [unsure])
    assert flat.unknown == (2, 4)
    assert flat.misfits == {cut: "cuts a token: '1bn'"}


def test_what_is_unsure_within_an_entity_leaves_the_entity() -> None:
    text = "the Bank of England"
    entity = _mark(text, "Bank of England")
    flat = flattened(_tokens(text), [entity], [_mark(text, "the Bank")])
    assert flat.entities == (entity,)
    assert flat.unknown == (0,)


def test_white_space_at_an_edge_makes_no_entity() -> None:
    text = "Ann \n Lee"
    flat = flattened(_tokens(text), [_mark(text, "Ann \n"), _mark(text, "\n Lee")], [])
    assert flat.entities == ()
    assert set(flat.rest.values()) == {"begins or ends with white space"}
    assert flat.unknown == (0, 1, 2)
    assert len(flattened(_tokens(text), [_mark(text, text)], []).entities) == 1


def test_reasons_cannot_act_on_a_terminal() -> None:
    assert _tokens("a\x1b[31mb").misfit(Span(0, 1)) == r"cuts a token: 'a\x1b[31mb'"


def test_two_reviewers_with_one_mark_do_not_overlap() -> None:
    text = "Ann met Bob"
    flat = flattened(_tokens(text), [_mark(text, "Ann"), _mark(text, "Ann")], [])
    assert (len(flat.entities), flat.rest) == (1, {})


@given(
    text=st.text("ab \n", min_size=1, max_size=30),
    edges=st.lists(st.tuples(st.integers(0, 29), st.integers(1, 8), st.sampled_from("XY")), max_size=8),
)
def test_every_mark_is_an_entity_or_has_a_reason(text: str, edges: list[tuple[int, int, str]]) -> None:
    marks = [Mark(Span(start, end), label) for start, size, label in edges if (end := start + size) <= len(text)]
    tokens = _tokens(text)
    flat = flattened(tokens, marks, [])
    assert {*flat.entities, *flat.misfits, *flat.rest} == set(marks)
    assert len(flat.entities) + len(flat.misfits) + len(flat.rest) == len(set(marks))
    taken = [at for mark in flat.entities for at in tokens.touched(mark.span)]
    assert len(taken) == len(set(taken))
    touched = {at for mark in marks for at in tokens.touched(mark.span)}
    assert touched == {*taken, *flat.unknown}
    for span in (mark.span for mark in marks):
        shared = [at for at in range(len(tokens.starts)) if span.overlaps(Span(tokens.starts[at], tokens.ends[at]))]
        assert list(tokens.touched(span)) == shared
