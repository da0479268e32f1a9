from hypothesis import given
from hypothesis import strategies as st

from corpus.stories.near_copies import near_copies
from tests.corpus.stories.reports import ALONE, FERRY, STRIKE

WIRE = " ".join(text for _, text in (*FERRY, *STRIKE))


def test_a_reprint_with_small_edits_is_a_near_copy_of_the_first() -> None:
    edited = WIRE.replace("midnight", "dawn").replace("Some 4,300", "About 4,300") + " Reporting by the Skaldvik desk."
    assert near_copies([ALONE[1], WIRE, edited, edited.upper()]) == [None, None, 1, 1]


def test_a_reprint_that_is_cut_short_is_a_near_copy() -> None:
    assert near_copies([WIRE, WIRE[: len(WIRE) // 3]]) == [None, 0]
    assert near_copies([WIRE[: len(WIRE) // 3], WIRE]) == [None, 0]


def test_reports_of_one_event_are_no_copies_of_each_other() -> None:
    assert near_copies([text for _, text in FERRY]) == [None, None, None]


def test_a_shared_quotation_makes_no_copy() -> None:
    quotation = "“We heard the alarm and then nothing at all,” she said."
    assert near_copies([f"{quotation} {FERRY[0][1]}", f"{STRIKE[0][1]} {quotation}"]) == [None, None]


def test_short_texts_are_copies_where_their_words_are_equal() -> None:
    assert near_copies(["Ferry sinks", "FERRY sinks!", "Ferry afloat", "", "", "—"]) == [
        None,
        0,
        None,
        None,
        None,
        None,
    ]


@given(st.lists(st.text(alphabet="abc .", max_size=60), max_size=8))
def test_a_near_copy_is_of_an_earlier_text_and_equal_texts_are_copies(texts: list[str]) -> None:
    found = near_copies(texts)
    for index, earlier in enumerate(found):
        assert earlier is None or 0 <= earlier < index
        if texts[index] in texts[:index] and texts[index].strip(" ."):
            assert earlier is not None
