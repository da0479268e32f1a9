"""What reviewers say of figures goes before what was read."""

from decimal import Decimal

import pytest

from corpus.claims.claim import Claim
from corpus.corrected_figures import (
    as_said,
    claimants_as_said,
    clusters_by_name,
    corrected_claim,
    corrected_figure,
    said_of,
)
from corpus.figures.figure import Figure, Kind, Modifier
from corpus.ledger.amount import amount_of
from corpus.material import Corrected, Decided, Material, Tied
from corpus.shown import shown
from corpus.span import Span
from corpus.story_reading import StoryReading, read_story
from tests.corpus.test_story_reading import DAILY, WIRE, at, decided, report

HERE = Span(0, 2)
PLAIN = Figure(HERE, Kind.CARDINAL, Decimal(70))
CLAIM = Claim("fighter", None, ("ukrainian",), "kill", claimant=Span(5, 9), reason="read")


def what(figure: Figure) -> tuple[str, Decimal | None, Decimal | None, Decimal | None, str, str]:
    return figure.kind.value, figure.value, figure.low, figure.high, figure.unit, figure.modifier.value


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"value": "71"}, ("cardinal", Decimal(71), None, None, "", "exact")),
        ({"low": "15000", "high": "16000"}, ("range", None, Decimal(15000), Decimal(16000), "", "exact")),
        ({"unit": "mile"}, ("quantity", Decimal(70), None, None, "mile", "exact")),
        ({"unit": "percent"}, ("percent", Decimal(70), None, None, "percent", "exact")),
        ({"unit": "day"}, ("duration", Decimal(70), None, None, "day", "exact")),
        ({"unit": "EUR"}, ("money", Decimal(70), None, None, "EUR", "exact")),
        ({"modifier": "more_than"}, ("cardinal", Decimal(70), None, None, "", "more_than")),
        ({"value": "seventy", "modifier": "rather"}, ("cardinal", Decimal(70), None, None, "", "exact")),
        ({"value": "nan"}, ("cardinal", Decimal(70), None, None, "", "exact")),
        ({"counted": "raiders"}, ("cardinal", Decimal(70), None, None, "", "exact")),
    ],
)
def test_what_is_said_of_a_figure_holds(said: dict[str, str], expected: tuple[object, ...]) -> None:
    assert what(corrected_figure(PLAIN, said)) == expected


def test_a_unit_that_there_is_none_of_makes_a_count() -> None:
    miles = Figure(HERE, Kind.QUANTITY, Decimal(5), unit="mile")
    assert what(corrected_figure(miles, {"unit": "-"})) == ("cardinal", Decimal(5), None, None, "", "exact")


def test_dozens_become_a_number_and_a_date_an_amount() -> None:
    dozens = Figure(HERE, Kind.CARDINAL, low=Decimal(24), vague=True)
    assert not corrected_figure(dozens, {"value": "36"}).vague
    assert corrected_figure(Figure(HERE, Kind.DATE), {"value": "2023"}).kind is Kind.CARDINAL


def test_a_bound_goes_before_the_words_of_the_text() -> None:
    almost = corrected_figure(
        Figure(HERE, Kind.CARDINAL, Decimal(50), modifier=Modifier.LESS_THAN), {"modifier": "exact"}
    )
    amount = amount_of(almost, "almost 50")
    assert amount is not None
    assert amount.exact


def test_an_age_stays_one_as_long_as_its_unit_is_time() -> None:
    age = Figure(HERE, Kind.DURATION, Decimal(36), unit="year", role="age")
    assert corrected_figure(age, {"value": "37"}).role == "age"
    assert corrected_figure(age, {"unit": "percent"}).role == ""


def test_words_for_what_is_counted_and_who_says_so() -> None:
    claim = corrected_claim(CLAIM, {"counted": "Russian border guards", "claimant": "the governor"})
    assert (claim.counted, claim.qualifiers, claim.said_by) == ("guard", ("Russian", "border"), "the governor")
    assert (claim.claimant, claim.reason) == (None, "a reviewer says so")
    nobody = corrected_claim(CLAIM, {"counted": "-", "claimant": "-"})
    assert (nobody.counted, nobody.claimant, nobody.said_by) == ("", None, "")
    assert corrected_claim(CLAIM, {"value": "3"}) is CLAIM


def test_only_what_is_spoken_of_in_the_article_changes() -> None:
    rows = [Corrected(0, 0, 2, "value", "71"), Corrected(1, 0, 2, "value", "9"), Corrected(0, 0, 2, "colour", "red")]
    assert said_of(rows, 0) == {HERE: {"value": "71"}}
    (first, second) = as_said(
        [(PLAIN, CLAIM), (Figure(Span(4, 6), Kind.CARDINAL, Decimal(1)), CLAIM)], said_of(rows, 0)
    )
    assert (first[0].value, second[0].value) == (Decimal(71), Decimal(1))


def test_a_claimant_is_the_cluster_of_that_name_where_there_is_one() -> None:
    named = clusters_by_name(("Maria Keller", "Keller"), [("Ms. Keller", 0), ("HG", 2)])
    claims = [Claim(said_by="KELLER"), Claim(said_by="hg"), Claim(said_by="the police"), Claim()]
    assert claimants_as_said(claims, [None, None, 7, 8], named) == (1, 2, None, 8)


def corrections(text: str, words: str, **said: str) -> tuple[Corrected, ...]:
    span = at(text, words)
    return tuple(Corrected(0, span.start, span.end, field, value) for field, value in said.items())


def pair(story: StoryReading) -> str:
    return next(group.verdict.value for group in story.ledger if len(group.entries) == 2)


def test_the_ledger_is_made_of_corrected_figures() -> None:
    reports = (report(WIRE), report(DAILY))
    assert pair(read_story(Material(reports))) == "compatible"
    said = corrections(WIRE, "At least 30", modifier="exact", claimant="the police")
    material = Material(reports, corrected=said)
    story = read_story(material)
    assert pair(story) == "conflict"
    group = next(group for group in story.ledger if len(group.entries) == 2)
    assert group.entries[0].said_by == "the police"
    side = shown(story, material).sides[0]
    one = next(one for one in side.counted if one.start == at(WIRE, "At least 30").start)
    assert (one.value, one.said_by, one.claimant) == ("30", "the police", -1)
    marks = {one.reason for one in side.marked if one.start == at(WIRE, "At least 30").start}
    assert marks == {"a reviewer says so"}
    assert Material.from_bytes(material.to_bytes()) == material


def test_a_claimant_of_the_story_is_named_as_everywhere() -> None:
    said = corrections(WIRE, "At least 30", claimant="orlec")
    story = read_story(Material((report(WIRE), report(DAILY)), corrected=said))
    cluster = story.articles[0].claimants[0]
    assert cluster is not None
    assert story.titles[cluster] == "Orlec"


def test_a_mark_that_does_not_read_as_a_figure_is_one_when_somebody_says_what_it_says() -> None:
    text = "The usual number of people came.\n"
    mark: Decided = decided(text, "The usual number", "CARDINAL", "accepted")
    assert read_story(Material((report(text, mark),))).articles[0].figures == ()
    story = read_story(Material((report(text, mark),), corrected=corrections(text, "The usual number", value="40")))
    assert [one.value for one in story.articles[0].figures] == [40]


def test_a_corrected_figure_keeps_the_label_that_decisions_are_on() -> None:
    material = Material((report(WIRE),), corrected=corrections(WIRE, "At least 30", unit="percent"))
    side = shown(read_story(material), material).sides[0]
    assert [one.label for one in side.marked if one.start == at(WIRE, "At least 30").start] == ["CARDINAL"]


def test_figures_that_a_reviewer_puts_together_have_what_is_known_of_them() -> None:
    reports = (report(WIRE), report("The mayor said 7 boats sank.\n"))
    here = at(WIRE, "At least 30")
    tied = Tied("conflict", 0, here.start, here.end, 1, 15, 16, "accepted")
    story = read_story(Material(reports, (tied,)))
    group = next(one for one in story.ledger if len(one.entries) == 2)
    assert group.about == "killed, people"
    assert [entry.said_by for entry in group.entries] == ["Dana Kuzmova", "The mayor"]
    assert group.entries[0].claimant is not None
