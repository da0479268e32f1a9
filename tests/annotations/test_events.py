"""The JSON form of events: what is written is read back, and nothing else is taken."""

import json

import pytest
from hypothesis import given

from annotations.event_json import from_json, kind_of, to_json
from annotations.events import Change, Deleted, Judged, Redone, Rejudged, Step
from annotations.model import Proposal, Verdict
from corpus.span import Span
from tests.annotations.decisions import any_change


@given(any_change)
def test_every_kind_is_read_back_as_it_was_written(change: Change) -> None:
    written = to_json(change)
    assert from_json(kind_of(change), written) == change
    assert to_json(from_json(kind_of(change), written)) == written


def test_the_form_that_hashes_depend_on() -> None:
    change = Judged("1f", Span(3, 6), "Zoë", "PERSON", Verdict.UNSURE, Proposal(Span(3, 5), "ORG", "sm 3.8"))
    assert kind_of(change) == "judged"
    assert to_json(change) == (
        '{"annotation_id": "1f", "label": "PERSON", "origin": {"label": "ORG", "model": "sm 3.8", "span": [3, 5]},'
        ' "span": [3, 6], "surface": "Zoë", "verdict": "unsure"}'
    )
    assert to_json(Redone(Step("s", 4))) == '{"step": ["s", 4]}'


@pytest.mark.parametrize("via", ["", "batch", "repeat"])
def test_how_it_was_decided_is_only_written_where_it_was_in_a_batch(via: str) -> None:
    judged = Judged("1f", Span(3, 6), "Zoë", "PERSON", Verdict.ACCEPTED, None, via)
    rejudged = Rejudged("1f", Verdict.ACCEPTED, via)
    for change in (judged, rejudged):
        written = to_json(change)
        assert json.loads(written).get("via") == (via or None)
        assert ("via" in written) == bool(via)
        assert from_json(kind_of(change), written) == change
    assert to_json(Rejudged("1f", Verdict.UNSURE)) == '{"annotation_id": "1f", "verdict": "unsure"}'
    assert to_json(Rejudged("1f", Verdict.UNSURE, "repeat")) == (
        '{"annotation_id": "1f", "verdict": "unsure", "via": "repeat"}'
    )


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("renamed", "{}"),
        ("", ""),
        ("deleted", "{}"),
        ("deleted", '{"annotation_id": "a"'),
        ("deleted", '["a"]'),
        ("deleted", '"a"'),
        ("deleted", "null"),
        ("deleted", '{"annotation_id": 3}'),
        ("deleted", '{"annotation_id": "a", "why": "b"}'),
        ("deleted", '{"annotation_id": "a", "via": "batch"}'),
        ("rejudged", '{"annotation_id": "a", "verdict": "unsure", "via": 3}'),
        ("rejudged", '{"annotation_id": "a", "verdict": "maybe"}'),
        ("resized", '{"annotation_id": "a", "span": [3, 3], "surface": ""}'),
        ("resized", '{"annotation_id": "a", "span": [1.5, 3], "surface": "ab"}'),
        ("resized", '{"annotation_id": "a", "span": [1], "surface": "ab"}'),
        ("resized", '{"annotation_id": "a", "span": "12", "surface": "ab"}'),
        ("resized", '{"annotation_id": "a", "span": null, "surface": "ab"}'),
        ("undone", '{"step": ["a"]}'),
        ("undone", '{"step": 1}'),
        ("deleted", "[" * 100_000),
    ],
)
def test_what_nobody_wrote_is_refused(kind: str, payload: str) -> None:
    with pytest.raises(ValueError, match="no event"):
        from_json(kind, payload)


def test_a_kind_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="no event"):
        from_json("finished", to_json(Deleted("a")))
    assert json.loads(to_json(Deleted("a"))) == {"annotation_id": "a"}
