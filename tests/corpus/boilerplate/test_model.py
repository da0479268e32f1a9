import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.boilerplate.doubt import least
from corpus.boilerplate.features import features
from corpus.boilerplate.find import regions
from corpus.boilerplate.lines import lines_of
from corpus.boilerplate.model import Odds, mark_likely, probabilities
from corpus.boilerplate.places import END, HEAD, IN, OVER, TOP, UNDER, places
from corpus.boilerplate.structure import Marks
from corpus.boilerplate.weights import weights
from tests.corpus.boilerplate.marked import REPORT, marked, plain
from tests.corpus.texts import reports

HEADLINE = "Engineers find cracks in the old bridge over the Orl\n"
MIDDLE = "Nobody was hurt, and the ferry will run twice an hour until the bridge is open again, the council said.\n"
LAST = "The council will vote on the price of the repair next Thursday, its leader said after the inspection.\n"


@pytest.mark.parametrize(
    "text",
    [
        "⟦Transport⟧\n⟦Harbour Desk⟧\n" + HEADLINE + REPORT + MIDDLE,
        "⟦Harbour and Valley⟧\n⟦Our papers⟧\n" + HEADLINE + REPORT + MIDDLE,
        HEADLINE + "⟦Ada Lindqvist, transport correspondent for the valley⟧\n⟦8 comments below⟧\n" + REPORT + MIDDLE,
        HEADLINE + REPORT + MIDDLE + LAST + "⟦Barn fire: what the owner says⟧\n",
        HEADLINE + REPORT + MIDDLE + LAST + "⟦Become a partner of your paper.⟧\n",
        HEADLINE
        + REPORT
        + "⟦Our readers make this paper: become a partner and get our weekly briefing free.⟧\n"
        + MIDDLE,
    ],
)
def test_what_no_rule_names_is_found_by_what_it_looks_like(text: str) -> None:
    assert marked(plain(text)) == text
    assert all(region.reason.startswith("looks like it") for region in regions(plain(text)))


@pytest.mark.parametrize(
    "line",
    [
        "Keep your windows closed until the smoke has gone, the fire brigade said on its page.",
        "Call the hotline if you have seen the missing lorry on the northern road.",
        "Boil your water before you drink it.",
        "“We need your help, and your website needs a better map,” one driver wrote.",
        "No charges have been filed.",
        "A 34-year-old driver was hit by a falling stone",
        "6:29am: First lorry turned back at the bridge",
        "Three weeks of repairs",
        "Why nobody looked",
        "WHAT THE DIVERS FOUND",
        "Anyone who saw the accident should call the sheriff's office at 555-123-4567",
    ],
)
def test_content_that_looks_like_furniture_is_kept(line: str) -> None:
    text = HEADLINE + REPORT + line + "\n" + MIDDLE + LAST
    assert marked(text) == text


def test_a_list_that_a_colon_announces_is_kept() -> None:
    names = "Sergeant Lindqvist, Harbour Patrol\nOfficer Holm, River Patrol\nOfficer Berg, Brenmark Desk\n"
    text = HEADLINE + REPORT + "The officers on the bridge that night were:\n" + names + MIDDLE
    assert marked(text) == text


def test_where_lines_stand() -> None:
    text = "Transport\n" + HEADLINE + "Ada Lindqvist\n" + REPORT + MIDDLE + "More\n"
    lines = lines_of(text)
    found = places(lines, [None] * len(lines))
    assert [found.zone(number) for number in range(len(lines))] == [OVER, HEAD, UNDER, IN, IN, IN, END]
    assert found.runs == [3, 3, 3, 0, 0, 0, 1]


def test_without_a_sentence_there_is_no_report() -> None:
    lines = lines_of("Home\nNews\n")
    assert [places(lines, [None, None]).zone(number) for number in (0, 1)] == [TOP, TOP]


def test_words_of_the_line_itself_are_not_shared() -> None:
    lines = lines_of(
        "Cracks in the harbour bridge\n" + "The harbour office said on Monday that divers went down again.\n"
    )
    found = places(lines, [None, None])
    assert found.shared(0) == (1, 3)
    assert found.shared(1)[0] == 0


def test_neighbours_make_a_line_likelier() -> None:
    doubtful: Odds = (1.0, 1.0)
    content: Odds = (1.0, 0.0)
    furniture: Odds = (0.0, 1.0)
    among_content = probabilities([content, doubtful, content])[1]
    among_furniture = probabilities([furniture, doubtful, furniture])[1]
    assert among_content < 1 / 2 < among_furniture
    assert probabilities([content, furniture]) == [0.0, 1.0]


def test_every_weight_is_of_a_feature_and_small() -> None:
    assert all(0 < abs(weight) < 1000 for weight in weights().values())


@given(reports, st.data())
def test_features_and_thresholds_of_any_line(text: str, data: st.DataObject) -> None:
    lines = lines_of(text)
    mark = st.sampled_from([None, None, ("chrome", "a mark")])
    marks: Marks = data.draw(st.lists(mark, min_size=len(lines), max_size=len(lines)))
    found = places(lines, marks)
    for number in range(len(lines)):
        need = least(found, number)
        if need is not None:
            assert 1 / 2 < need < 1
            assert len(set(features(found, number))) == len(features(found, number))
    before = list(marks)
    mark_likely(lines, marks)
    assert all(new == old for new, old in zip(marks, before, strict=True) if old is not None)


@given(st.lists(st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)), max_size=50))
def test_probabilities_are_probabilities(odds: list[Odds]) -> None:
    found = probabilities(odds)
    assert len(found) == len(odds)
    assert all(0 <= likely <= 1 for likely in found)
