"""Which accepted annotations name the same: by equal names, by the comparison of the story, by what people said."""

from dataclasses import replace

from annotations.gold import Cluster, GoldArticle
from annotations.gold_clusters import clusters
from annotations.model import About, Relation, Statement, Tie, Verdict
from annotations.said_names import ID, NAME
from corpus.comparison import Comparison, Marked, Side
from corpus.span import Span
from tests.annotations.examples import DECIDED, Mark, gold

ONE = gold(
    "Ann Lee met Bob. Lee left. It was 12.",
    Mark("Ann Lee", "PERSON"),
    Mark("Bob", "PERSON"),
    Mark("Lee", "PERSON", nth=1),
    Mark("12", "CARDINAL"),
    name="one.txt",
)
TWO = gold("Ann Lee and Bob", Mark("Ann Lee", "PERSON"), Mark("Bob", "PERSON"), name="two.txt")
BOTH = (ONE, TWO)


def words(found: tuple[Cluster, ...], *articles: GoldArticle) -> list[list[str]]:
    """The surfaces of each cluster, with the number of the article."""
    called = {one.id: f"{number} {one.surface}" for number, each in enumerate(articles) for one in each.annotations}
    return [[called[member] for member in one.members] for one in found]


def tie(
    one: tuple[int, Span], other: tuple[int, Span], verdict: Verdict = Verdict.ACCEPTED, when: str = DECIDED
) -> Relation:
    (a, span), (b, other_span) = one, other
    here, there = BOTH[a].article, BOTH[b].article
    first, second = (span, span.surface(here.text)), (other_span, other_span.surface(there.text))
    return Relation(Tie.SAME, here.id, *first, there.id, *second, verdict, "anna", when)


ANN, BOB, LEE = Span(0, 7), Span(12, 15), Span(17, 20)


def test_equal_names_are_one_thing_in_all_articles_and_figures_are_none() -> None:
    assert words(clusters(BOTH, (), None, "s1"), *BOTH) == [["0 Ann Lee", "1 Ann Lee"], ["0 Bob", "1 Bob"], ["0 Lee"]]
    assert [one.id for one in clusters(BOTH, (), None, "s1")] == ["s1:0", "s1:1", "s1:2"]
    assert clusters((ONE,), (), None, "")[0].id == f"{ONE.article.id}:0"


def test_equal_words_with_other_labels_are_other_things() -> None:
    other = gold("Ann Lee", Mark("Ann Lee", "ORG"), name="three.txt")
    assert words(clusters((TWO, other), (), None, "s1"), TWO, other) == [["0 Ann Lee"], ["0 Bob"], ["1 Ann Lee"]]


def test_only_what_was_accepted_is_in_a_cluster() -> None:
    one = gold("Ann Lee and Bob", Mark("Ann Lee", verdict=Verdict.REJECTED), Mark("Bob", verdict=Verdict.UNSURE))
    assert clusters((one,), (), None, "s1") == ()


def test_those_at_one_place_are_together_whoever_marked_it() -> None:
    one = gold("Ann Lee", Mark("Ann Lee", "PERSON"), Mark("Ann Lee", "PERSON", "ben"), Mark("Ann Lee", "ORG", "cy"))
    assert words(clusters((one,), (), None, "s1"), one) == [["0 Ann Lee"] * 3]


def test_what_people_said_of_two_mentions_holds() -> None:
    same = tie((0, ANN), (0, LEE))
    assert words(clusters(BOTH, (same,), None, "s1"), *BOTH) == [
        ["0 Ann Lee", "0 Lee", "1 Ann Lee"],
        ["0 Bob", "1 Bob"],
    ]
    unlike = tie((0, BOB), (1, BOB), Verdict.REJECTED)
    assert words(clusters(BOTH, (unlike,), None, "s1"), *BOTH)[1:] == [["0 Bob"], ["0 Lee"], ["1 Bob"]]
    assert words(clusters(BOTH, (tie((0, ANN), (0, LEE), Verdict.UNSURE),), None, "s1"), *BOTH)[-1] == ["0 Lee"]


def test_the_last_word_counts() -> None:
    same, no = tie((0, ANN), (0, LEE)), tie((0, ANN), (0, LEE), Verdict.REJECTED, "2026-01-01T00:00:00Z")
    assert words(clusters(BOTH, (no, same), None, "s1"), *BOTH)[-1] == ["0 Lee"]


def test_a_name_that_is_parted_takes_its_equals_along() -> None:
    lees = gold("Ann Lee. Lee. Lee.", Mark("Ann Lee"), Mark("Lee", nth=1), Mark("Lee", nth=2), name="one.txt")
    first, second = Span(9, 12), Span(0, 7)
    ends = (lees.article.id, second, "Ann Lee", lees.article.id, first, "Lee")
    joined = Relation(Tie.SAME, *ends, Verdict.ACCEPTED, "anna", "2025-01-01T00:00:00Z")
    parted = replace(joined, verdict=Verdict.REJECTED, decided="2025-01-02T00:00:00Z")
    assert words(clusters((lees,), (joined,), None, "s"), lees) == [["0 Ann Lee", "0 Lee", "0 Lee"]]
    assert words(clusters((lees,), (joined, parted), None, "s"), lees) == [["0 Ann Lee"], ["0 Lee", "0 Lee"]]


def test_ties_to_what_is_not_there_are_passed_over() -> None:
    away = replace(tie((0, ANN), (1, ANN)), other_id="elsewhere")
    unmarked = tie((0, Span(8, 11)), (0, LEE))
    assert clusters(BOTH, (away, unmarked), None, "s1") == clusters(BOTH, (), None, "s1")


def marked(span: Span, cluster: int) -> Marked:
    return Marked(span.start, span.end, "PERSON", 100, "", cluster)


def test_the_comparison_of_the_story_says_more_than_equal_names() -> None:
    sides = (Side(marked=(marked(ANN, 0), marked(BOB, 1), marked(LEE, 0))), Side(marked=(marked(ANN, 0),)))
    found = clusters(BOTH, (), Comparison(sides=sides), "s1")
    assert words(found, *BOTH) == [["0 Ann Lee", "0 Lee", "1 Ann Lee"], ["0 Bob", "1 Bob"]]


def test_a_cluster_is_called_what_people_call_it() -> None:
    def told(field: str, value: str, when: str) -> Statement:
        return Statement(About.NAME, ONE.article.id, "", ANN, "Ann Lee", field, value, "anna", when)

    said = (told(NAME, "Ann B. Lee", "2025-01-02"), told(NAME, "A. Lee", "2025-01-01"), told(ID, "Q1", "2025-01-01"))
    first, *others = clusters((replace(ONE, statements=said), TWO), (), None, "s1")
    assert (first.name, first.external_id) == ("Ann B. Lee", "Q1")
    assert {(one.name, one.external_id) for one in others} == {("", "")}


def test_names_that_are_the_same_in_the_whole_project_are_so_here() -> None:
    def root(name: str) -> str:
        return "ann lee" if name == "lee" else name

    one_thing = [["0 Ann Lee", "0 Lee", "1 Ann Lee"], ["0 Bob", "1 Bob"]]
    assert words(clusters(BOTH, (), None, "s1", root), *BOTH) == one_thing
    assert words(clusters(BOTH, (tie((0, BOB), (1, BOB)),), None, "s1", root), *BOTH) == one_thing
