import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.alignments.alignment import How
from corpus.alignments.find import alignments
from corpus.alignments.told import Told
from corpus.segment import sentences
from corpus.span import Span
from tests.corpus.alignments.stories import FILLER, OTHER_FILLER, told
from tests.corpus.texts import reports


def pairs(*articles: Told) -> list[tuple[str, str, How]]:
    return [
        (each.span_a.surface(articles[each.a].text), each.span_b.surface(articles[each.b].text), each.how)
        for each in alignments(articles)
    ]


def test_the_same_fact_in_other_words_is_a_paraphrase() -> None:
    one = "A fire in the Lindqvist sawmill near Arboga killed four workers on Tuesday night."
    two = "Four people died on Tuesday when flames destroyed a sawmill near Arboga that Lindqvist owns."
    names, figures = ("Lindqvist", "Arboga"), {"four": "4", "Four": "4"}
    found = pairs(told(f"{one} {FILLER}", names, figures), told(f"{two} {OTHER_FILLER}", names, figures))
    assert found == [(one, two, How.PARAPHRASE)]


def test_articles_that_share_nothing_have_no_alignment() -> None:
    assert pairs(told(FILLER), told(OTHER_FILLER)) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("“We saw the mast go, and then it was quiet,” said a cook.", "“We saw the mast go and then it was quiet.”"),
        ("“We saw the mast… and then it was quiet again,” he said.", '"The mast - and then it was quiet again"'),
        ("He said: ‘The sound is wide and cold tonight.’", "“The sound … is wide and cold tonight,” he told us."),
        ("“The sound is wide,” he said.", "„The sound is wide“, he told us."),
    ],
)
def test_the_same_quoted_words_are_verbatim_whatever_the_marks(one: str, two: str) -> None:
    assert pairs(told(f"{one}\n{FILLER}"), told(f"{two}\n{OTHER_FILLER}")) == [(one, two, How.VERBATIM)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("“It is a sad day,” said the vicar.", "“It is a long road,” said the driver."),
        ("He called it “not good enough”.", "She found the soup “not good”."),
    ],
)
def test_a_few_common_words_are_not_the_same_quotation(one: str, two: str) -> None:
    found = pairs(told(f"{one}\n{FILLER}"), told(f"{two}\n{OTHER_FILLER}"))
    assert not [how for *_, how in found if how is How.VERBATIM]


def test_a_sentence_that_is_the_same_without_marks_is_verbatim() -> None:
    same = "The bridge over the Senne will stay closed until the end of March."
    assert pairs(told(f"{same} {FILLER}"), told(f"{same} {OTHER_FILLER}")) == [(same, same, How.VERBATIM)]


def test_a_sentence_may_align_with_several() -> None:
    whole = "The Kestrel had 214 passengers aboard and lost its rudder at Skagen."
    halves = "The Kestrel carried 214 passengers. Its rudder was lost at Skagen, the owner of the Kestrel said."
    names, figures = ("Kestrel", "Skagen"), {"214": "214"}
    found = pairs(told(f"{whole} {FILLER}", names, figures), told(f"{halves} {OTHER_FILLER}", names, figures))
    assert [one for one, *_ in found] == [whole, whole]


def test_the_quotation_marks_belong_to_the_sentence() -> None:
    text = "“The harbour froze over in a single night.” The vicar left."
    inner = Span(1, text.index(".") + 1)
    other = "He wrote: “The harbour froze over in a single night.”"
    article = Told(text, [inner, Span(inner.end + 2, len(text))], [], [])
    (found,) = alignments([article, told(other)])
    assert found.span_a.surface(text) == "“The harbour froze over in a single night.”"


def test_a_place_before_a_dash_belongs_to_the_sentence() -> None:
    text = "ARBOGA — The harbour at Arboga froze over in a single night."
    article = Told(text, [Span(0, 8), Span(9, len(text))], [], [])
    (found,) = alignments([article, told("The harbour at Arboga froze over in a single night.")])
    assert found.span_a == Span(0, len(text))


def test_a_pair_says_what_both_hold() -> None:
    names, figures = ("Lindqvist",), {"forty": "40", "40": "40"}
    one = told(f"Lindqvist sold forty sawmills to a rival on Tuesday. {FILLER}", names, figures)
    two = told(f"On Tuesday, 40 sawmills were sold by Lindqvist. {OTHER_FILLER}", names, figures)
    (found,) = alignments([one, two])
    assert found.reason.startswith("both: ")
    assert {"Lindqvist", "forty"} <= set(found.reason.removeprefix("both: ").split(", "))
    assert found.score >= 50


def test_no_article_and_one_article_have_none() -> None:
    assert alignments([]) == []
    assert alignments([told(FILLER)]) == []
    assert alignments([told(""), told(FILLER)]) == []


def test_what_is_left_out_of_the_sentences_does_not_align() -> None:
    same = "The bridge over the Senne will stay closed until the end of March."
    text = f"{same} {FILLER}"
    kept = [span for span in sentences(text, 0, len(text)) if span.start]
    assert alignments([Told(text, kept, [], []), told(f"{same} {OTHER_FILLER}")]) == []


@given(st.lists(reports, max_size=4))
def test_any_texts_give_sorted_pairs_of_their_places(texts: list[str]) -> None:
    articles = [told(text, ("Moscow",), {"20,000": "20000", "3.5": "3.5"}) for text in texts]
    found = alignments(articles)
    assert found == alignments(articles)
    assert [(each.a, each.b, each.span_a, each.span_b) for each in found] == sorted(
        (each.a, each.b, each.span_a, each.span_b) for each in found
    )
    for each in found:
        assert each.a < each.b
        assert 0 <= each.score <= 100
        for article, span in ((each.a, each.span_a), (each.b, each.span_b)):
            surface = span.surface(texts[article])
            assert span.end <= len(texts[article])
            assert surface == surface.strip() != ""


@pytest.mark.parametrize("piece", ["“a a a a” ", "word ", "“one two three” said. ", "7 "])
def test_sentences_of_a_hundred_thousand_characters_are_compared(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    article = Told(text, [Span(0, len(text) - 1)], [], [])
    assert len(alignments([article, article])) <= 1
