"""What a parse adds where the words leave a figure open; parses are written by hand as `word/relation/head`."""

import pytest

from corpus.analysis import Mention
from corpus.claims.claim import Claim
from corpus.claims.find import claims
from corpus.claims.needed import needed
from corpus.claims.parse import Parse, Word
from corpus.figures.find import figures
from corpus.span import Span

OPEN = "Twelve, the mayor thinks, smallholdings flooded."
SETTLED = "The police said 12 people were killed."


def parse(text: str, written: str) -> Parse:
    """The words of `text` in order, each with its relation and the number of its head."""
    words, at = [], 0
    for one in written.split():
        surface, dep, head = one.split("/")
        start = text.index(surface, at)
        at = start + len(surface)
        words.append(Word(start, at, int(head), dep))
    return tuple(words)


def read(text: str, parses: dict[int, Parse]) -> Claim:
    sentences = [Span(0, len(text))]
    found = figures(text)
    mentions: list[Mention] = []
    return claims(text, found, sentences, parses, mentions, [])[0]


@pytest.mark.parametrize(("text", "wanted"), [(OPEN, [0]), (SETTLED, []), ("Nothing is counted here.", [])])
def test_a_parse_is_wanted_where_the_words_leave_a_count_open(text: str, wanted: list[int]) -> None:
    assert needed(text, figures(text), [Span(0, len(text))]) == wanted


def test_figures_outside_every_sentence_are_passed_over() -> None:
    assert needed(OPEN, figures(OPEN), []) == []
    assert needed(OPEN, figures(OPEN), [Span(0, 5)]) == []


def test_the_noun_behind_an_of_is_counted() -> None:
    text = "Twelve, he said, of the smallholdings flooded."
    written = "Twelve/nsubj/8 ,/punct/3 he/nsubj/3 said/parataxis/8 ,/punct/3 of/prep/0 the/det/7 smallholdings/pobj/5"
    claim = read(text, {0: parse(text, f"{written} flooded/ROOT/8 ./punct/8")})
    assert (claim.counted, claim.predicate) == ("smallholding", "flood")


def test_the_noun_that_a_figure_modifies_is_counted() -> None:
    text = "Twelve, the mayor thinks, smallholdings flooded."
    written = "Twelve/nummod/6 ,/punct/4 the/det/3 mayor/nsubj/4 thinks/parataxis/7 ,/punct/4 smallholdings/nsubj/7"
    written += " flooded/ROOT/7 ./punct/7"
    claim = read(text, {0: parse(text, written)})
    assert claim.counted == "smallholding"
    assert claim.predicate == "flood"


def test_what_the_words_settle_no_parse_changes() -> None:
    nonsense = parse(
        SETTLED, "The/det/1 police/nsubj/2 said/ROOT/2 12/nummod/1 people/nsubj/2 were/aux/2 killed/dobj/2 ./punct/2"
    )
    assert read(SETTLED, {0: nonsense}) == read(SETTLED, {})


def test_a_parse_that_goes_in_circles_ends() -> None:
    text = "In all 12 of them."
    circle = parse(text, "In/prep/1 all/conj/2 12/conj/3 of/conj/4 them/conj/1 ./punct/2")
    assert read(text, {0: circle}).predicate == ""
