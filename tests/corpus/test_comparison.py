"""A comparison as bytes: it comes back as it was."""

import pytest

from corpus.comparison import (
    Aligned,
    Comparison,
    Counted,
    Entry,
    Folded,
    Marked,
    Match,
    Pair,
    Row,
    Said,
    Side,
)

WHOLE = Comparison(
    (
        Side(
            (Folded(0, 5, "credit", "a photo's credit"),),
            (Marked(6, 9, "PERSON", 90, "the model", 0, ""), Marked(10, 12, "CARDINAL", 90, "read by rule")),
            (Counted(10, 12, ">70", "fighter", "kill", 0, "the minister", 0),),
            (Said(20, 30, 0, "he", "behind the quotation"),),
        ),
        Side(),
    ),
    ("Zoë",),
    (Aligned(0, 1, 2, 1, 3, 4, "verbatim", 100, "the same words"),),
    (Match(0, 1, 2, 1, 3, 4, 70, "shares a figure"),),
    (
        Row(
            "killed",
            "conflict",
            ("adds up",),
            (Entry(0, 10, 12, ">70", 0, ""), Entry(1, 3, 4, "2", -1, "he")),
            (Pair(0, 1, "conflict", "more"),),
        ),
    ),
)


def test_what_is_written_is_read_back_as_the_same_kinds_of_values() -> None:
    back = Comparison.from_bytes(WHOLE.to_bytes())
    assert back == WHOLE
    assert isinstance(back.ledger[0].entries[1], Entry)
    assert isinstance(back.sides[0].marked[0], Marked)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"[[[]],[],[],[],[]]", b"[[],[],[[1]],[],[]]", b"nonsense"])
def test_what_nobody_wrote_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a stored comparison"):
        Comparison.from_bytes(data)
