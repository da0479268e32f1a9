"""Decisions on ties: they hold, whatever the machine thinks."""

from corpus.alignments.alignment import Alignment, How
from corpus.clusters.cluster import Clusters, Name
from corpus.ledger.ledger import Entry, Group, Pair, Verdict
from corpus.material import Tied
from corpus.span import Span
from corpus.ties import aligned_as_decided, joined_as_decided, settled_as_decided

TEXTS = ["Lai spoke. Jimmy Lai left.", "Lai, the president, stayed."]
NAMES = [Name(0, Span(0, 3), "PERSON"), Name(0, Span(11, 20), "PERSON"), Name(1, Span(0, 3), "PERSON")]


def tie(kind: str, a: tuple[int, int, int], b: tuple[int, int, int], verdict: str = "accepted") -> Tied:
    return Tied(kind, *a, *b, verdict)


def test_who_is_the_same_shares_a_cluster_and_who_is_not_leaves_it() -> None:
    found = Clusters((0, 1, 0), ("Lai", "Jimmy Lai"), ("", "", "the same name"))
    joined = joined_as_decided(TEXTS, NAMES, found, [tie("same", (0, 0, 3), (0, 11, 20))])
    assert joined.of == (0, 0, 0)
    assert joined.titles == ("Lai",)
    apart = joined_as_decided(TEXTS, NAMES, found, [tie("same", (0, 0, 3), (1, 0, 3), "rejected")])
    assert apart.of == (0, 1, 2)
    assert apart.titles == ("Lai", "Jimmy Lai", "Lai")
    assert apart.reasons[2] == "a reviewer says so"


def test_one_of_two_equal_names_in_an_article_leaves_alone() -> None:
    texts = ["Lai met Lai."]
    names = [Name(0, Span(0, 3), "PERSON"), Name(0, Span(8, 11), "PERSON")]
    found = Clusters((0, 0), ("Lai",), ("", ""))
    assert joined_as_decided(texts, names, found, [tie("same", (0, 0, 3), (0, 8, 11), "rejected")]).of == (0, 1)


def test_ties_of_what_is_gone_and_open_ones_change_nothing() -> None:
    found = Clusters((0, 1, 0), ("Lai", "Jimmy Lai"), ("", "", ""))
    ties = [tie("same", (0, 0, 2), (0, 11, 20)), tie("same", (0, 0, 3), (0, 11, 20), "unsure")]
    assert joined_as_decided(TEXTS, NAMES, found, ties) == found


def test_alignments_are_dropped_kept_and_made() -> None:
    one = Alignment(0, Span(0, 5), 1, Span(0, 7), How.PARAPHRASE, 60, "share a figure")
    assert aligned_as_decided([one], [tie("aligned", (1, 0, 7), (0, 0, 5), "rejected")]) == []
    (kept,) = aligned_as_decided([one], [tie("aligned", (0, 0, 5), (1, 0, 7))])
    assert kept.score == 100
    (made,) = aligned_as_decided([], [tie("aligned", (1, 0, 7), (0, 0, 5))])
    assert (made.a, made.span_a, made.b, made.span_b) == (0, Span(0, 5), 1, Span(0, 7))


ENTRIES = (Entry(0, Span(0, 2), None, "Moscow"), Entry(1, Span(4, 5), None, "he"))
GROUP = Group("killed", ENTRIES, (Pair(0, 1, Verdict.CONFLICT, "70 against 2"),), Verdict.CONFLICT)


def test_a_conflict_that_is_none_is_compatible_and_one_that_is_one_counts() -> None:
    (settled,) = settled_as_decided([GROUP], [tie("conflict", (1, 4, 5), (0, 0, 2), "rejected")])
    assert settled.verdict is Verdict.COMPATIBLE
    assert settled.pairs[0].reason == "a reviewer says so"
    (left,) = settled_as_decided([GROUP], [tie("conflict", (1, 4, 5), (0, 0, 2), "unsure")])
    assert left == GROUP


def test_figures_that_are_set_against_each_other_share_a_group() -> None:
    groups = settled_as_decided([GROUP], [tie("conflict", (0, 0, 2), (2, 1, 3))])
    assert len(groups) == 2
    assert groups[1].about == "killed"
    assert [entry.article for entry in groups[1].entries] == [0, 2]
    assert groups[1].verdict is Verdict.CONFLICT


def test_what_reviewers_say_of_two_figures_is_what_the_ledger_says() -> None:
    pair = (1, 4, 5), (0, 0, 2)
    (agreed,) = settled_as_decided([GROUP], [tie("agreement", *pair)])
    assert agreed.verdict is Verdict.AGREE
    (refined,) = settled_as_decided([GROUP], [tie("refinement", *pair)])
    assert refined.pairs[0].reason == "a reviewer says so: one refines the other"
    (apart,) = settled_as_decided([GROUP], [tie("scope", *pair)])
    assert apart.verdict is Verdict.COMPATIBLE
    assert settled_as_decided([GROUP], [tie("scope", (0, 0, 2), (2, 1, 3))]) == [GROUP]
    _, made = settled_as_decided([GROUP], [tie("agreement", (0, 0, 2), (2, 1, 3))])
    assert made.verdict is Verdict.AGREE
