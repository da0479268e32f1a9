"""Lookups in a comparison: what a mark is, its forms, its row, what stands beside it."""

from annotations.model import Annotation, Proposal, Verdict
from corpus.span import Span
from tests.tui.compared_stories import TEXTS, comparison, place, row, story
from tui.compared import Compared, Spot, conflicting, entry_at, pair_of, spot_of
from tui.marks import Mark
from tui.passages import Passages


def compared() -> Compared:
    return Compared(story(), TEXTS)


def mark(written: str, label: str = "ORG") -> tuple[int, Mark]:
    index, start, end = place(TEXTS, written)
    return index, Mark(Span(start, end), label, Proposal(Span(start, end), label, "test 1"))


def test_forms_come_with_the_title_first_and_then_by_number() -> None:
    found = [(one.surface, one.counts) for one in compared().variants(0)]
    assert found == [("Harbour Guard", ((0, 1),)), ("the Guard", ((1, 1), (2, 1))), ("HG", ((0, 1), (1, 1)))]


def test_a_mark_whose_edges_were_changed_is_what_it_was_proposed_as() -> None:
    index, proposed = mark("A:HG")
    assert isinstance(proposed.of, Proposal)
    wider = Span(proposed.span.start, proposed.span.end + 4)
    one = Annotation("1", "a", wider, "", "ORG", Verdict.ACCEPTED, proposed.of, "ada", "", "")
    assert compared().thing(index, Mark(wider, "ORG", one)) == ("cluster", 0)
    assert compared().thing(index, Mark(wider, "ORG", proposed.of)) is None


def test_a_name_in_two_clusters_is_in_none() -> None:
    texts = ("Ada and Ada and Bob",)
    made = comparison(texts, [("Ada", "PERSON", "Ada"), ("Bob", "PERSON", "Bob")])
    first, second, third = made.sides[0].marked
    side = made.sides[0]._replace(marked=(first, second._replace(cluster=1), third))
    found = Compared(made._replace(sides=(side,)), texts)
    assert [found.cluster_named(name) for name in ("ada", "bob", "cy")] == [-1, 1, -1]


def test_short_titles() -> None:
    assert [compared().short_title(number) for number in (0, 1, 2, 9, -1)] == [
        "the Harbour Guard",
        "Keller",
        "Brandt",
        "",
        "",
    ]


def test_the_title_mention_is_the_one_in_the_titles_words() -> None:
    assert compared().title_mention(1) == Spot(*place(TEXTS, "A:Maria Keller"))
    assert compared().title_mention(0) == Spot(*place(TEXTS, "A:Harbour Guard"))
    assert compared().title_mention(9) is None


def test_rows_come_with_conflicts_first_and_a_figure_alone_has_none() -> None:
    texts = ("1 a 2 b 3 c", "1 a 2 b 4 c", "5 d")
    rows = [row(texts, "a", "A:1 B:1"), row(texts, "c", "A:3 B:4", "0-1"), row(texts, "d", "C:5"),
            row(texts, "b", "A:2 B:4")]  # fmt: skip
    found = Compared(comparison(texts, (), rows), texts)
    assert found.rows == [1, 3, 0]
    assert found.conflicts == [1]
    alone = Mark(Span(0, 1), "CARDINAL", Proposal(Span(0, 1), "CARDINAL", "test 1"))
    assert found.row_of(2, alone) == -1
    assert found.row_of(0, alone) == 0


def test_pairs_and_entries_of_a_row() -> None:
    one = compared().row(0)
    assert [(pair.a, pair.b) for pair in conflicting(one)] == [(0, 2), (1, 2)]
    assert pair_of(one, 2, 0) == pair_of(one, 0, 2)
    assert pair_of(one, 0, 0) is None
    assert [entry_at(one, spot_of(entry)) for entry in one.entries] == [0, 1, 2]
    assert entry_at(one, Spot(0, 0, 1)) == -1


def test_passages_are_found_from_both_sides_and_those_that_say_the_same_come_first() -> None:
    passages = Passages(story())
    a, b = place(TEXTS, "A:HG was late."), place(TEXTS, "B:He blames the Guard.")
    assert passages.sentence_at(0, a[2] - 1) == Span(a[1], a[2])
    assert passages.sentence_at(0, len(TEXTS[0]) - 1) is None
    assert passages.beside(0, a[1], 1)[0].spot == Spot(*b)
    assert [one.score for one in passages.beside(0, a[1], 1)] == [30, 20]
    assert passages.beside(0, 0, 1)[0].how == "paraphrase"
    assert passages.beside(1, 0, 0)[0].how == "paraphrase"
    assert passages.beside(0, 0, 2) == []
    paragraph = Span(place(TEXTS, "A:Only")[1], a[2])
    assert [span.start for span in passages.sentences_within(0, paragraph)] == [paragraph.start, a[1]]
