import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis import Mention
from corpus.span import Span
from corpus.trim import tidied
from tests.corpus.texts import reports


def tidy(surface: str, label: str) -> list[str]:
    text = f"x{surface}y"
    return [mention.span.surface(text) for mention in tidied(text, [Mention(Span(1, 1 + len(surface)), label)])]


@pytest.mark.parametrize(
    ("surface", "label", "expected"),
    [
        ("the United States", "GPE", "United States"),
        ("The Kremlin’s", "ORG", "Kremlin"),
        ("Moscow's", "GPE", "Moscow"),
        ("The Washington Post", "ORG", "The Washington Post"),
        ("The New York Times", "ORG", "The New York Times"),
        ("President Joe Biden’s", "PERSON", "Joe Biden"),
        ("President", "PERSON", "President"),
        ("“White Rex,”", "ORG", "White Rex"),
        (" Kyiv\u00a0", "GPE", "Kyiv"),
        ("Kyiv\nA Headline", "GPE", "Kyiv"),
        ("May 24th,", "DATE", "May 24th"),
        ("the 12th", "ORDINAL", "the 12th"),
        ("the", "ORG", "the"),
        ("Theresa May", "PERSON", "Theresa May"),
        ("6'2\"", "QUANTITY", "6'2\""),
    ],
)
def test_a_mention_follows_the_guidelines(surface: str, label: str, expected: str) -> None:
    assert tidy(surface, label) == [expected]


@pytest.mark.parametrize(("surface", "label"), [(" \n ", "ORG"), ("'s", "GPE"), ("“”", "ORG"), (",", "DATE")])
def test_where_nothing_remains_there_is_no_mention(surface: str, label: str) -> None:
    assert tidy(surface, label) == []


@given(reports.filter(bool), st.data())
def test_a_tidy_mention_lies_inside_and_stays_as_it_is(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    for mention in tidied(text, [Mention(span, data.draw(st.sampled_from(["ORG", "PERSON", "DATE"])))]):
        assert span.contains(mention.span)
        assert mention.span.surface(text) == mention.span.surface(text).strip()
        assert "\n" not in mention.span.surface(text)
