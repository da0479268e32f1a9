import pytest
from hypothesis import given

from corpus.analysis import Mention
from corpus.rules import mentions
from tests.corpus.texts import reports


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.label, mention.span.surface(text)) for mention in mentions(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "label", "surface"),
    [
        ("They lost 50,000 men.", "CARDINAL", "50,000"),
        ("more than 70 fighters", "CARDINAL", "more than 70"),
        ("between 15,000 and 16,000 men", "CARDINAL", "between 15,000 and 16,000"),
        ("hundreds of thousands fled", "CARDINAL", "hundreds of thousands"),
        ("a hundred and twenty men", "CARDINAL", "a hundred and twenty"),
        ("twenty-two men", "CARDINAL", "twenty-two"),
        ("up to 30\u00a0000 men", "CARDINAL", "up to 30\u00a0000"),
        ("two-thirds of them", "CARDINAL", "two-thirds"),
        ("around 20 percent of them", "PERCENT", "around 20 percent"),
        ("3.5% more", "PERCENT", "3.5%"),
        ("$1.5-2 billion more", "MONEY", "$1.5-2 billion"),
        ("about 12 million euros", "MONEY", "about 12 million euros"),
        ("£2bn", "MONEY", "£2bn"),
        ("5 km away", "QUANTITY", "5 km"),
        ("a two-mile stretch", "QUANTITY", "two-mile"),
        ("the 12th time", "ORDINAL", "12th"),
        ("the twenty-first time", "ORDINAL", "twenty-first"),
        ("a 15-year-old boy", "DATE", "15-year-old"),
        ("on May 25, 2023, he", "DATE", "May 25, 2023"),
        ("on Monday, 25 May he", "DATE", "Monday, 25 May"),
        ("late Tuesday he", "TIME", "late Tuesday"),
        ("in 2019 he", "DATE", "2019"),
        ("over the past two weeks", "DATE", "past two weeks"),
        ("last week", "DATE", "last week"),
        ("2023-05-25", "DATE", "2023-05-25"),
        ("Tuesday night", "TIME", "Tuesday night"),
        ("at 10:30 a.m. he", "TIME", "10:30 a.m."),
        ("three hours ago", "TIME", "three hours ago"),
        ("the Ministry of Defense spoke", "ORG", "Ministry of Defense"),
        ("The Northern Volunteer Corps’s men", "ORG", "Northern Volunteer Corps"),
        ("said Prime Minister Ann-Marie de Vries on", "PERSON", "Ann-Marie de Vries"),
        ("Gov. Ada J. Mills's aide", "PERSON", "Ada J. Mills"),
        ("Lena Ohm said nothing", "PERSON", "Lena Ohm"),
        ("But Lena Ohm said nothing", "PERSON", "Lena Ohm"),
        ("On Tuesday Northern Volunteer Corps men", "ORG", "Northern Volunteer Corps"),
        ("the United States", "GPE", "United States"),
        ("South Korea’s army", "GPE", "South Korea"),
        ("anti-French riots", "NORP", "French"),
    ],
)
def test_one_mention(text: str, label: str, surface: str) -> None:
    assert (label, surface) in found(text)


@pytest.mark.parametrize(
    "text", ["No one may go.", "It was lightly armed.", "The A380s flew.", "He sent a T-72.", "However, they left."]
)
def test_no_mention(text: str) -> None:
    assert found(text) == []


def test_two_numbers_of_a_list_are_no_range() -> None:
    assert found("two and three") == [("CARDINAL", "two"), ("CARDINAL", "three")]


def test_a_name_counts_again_where_it_comes_back() -> None:
    assert found("Gov. Ada Mills left. Later Mills’s car broke.") == [("PERSON", "Ada Mills"), ("PERSON", "Mills")]


def test_only_the_stretch_is_read() -> None:
    text = "In 2019 and 2020 and 2021."
    assert [mention.span.surface(text) for mention in mentions(text, 8, 17)] == ["2020"]


@given(reports)
def test_mentions_are_ordered_apart_and_trimmed(text: str) -> None:
    end = 0
    for mention in mentions(text, 0, len(text)):
        assert mention.span.start >= end
        assert mention.span.surface(text).strip() == mention.span.surface(text)
        end = mention.span.end


@pytest.mark.parametrize(
    "piece", ["1 ", "1,", "Aa-", "Aa'", "Aa of ", "more than ", "a hundred and ", "$1-", "Mr. ", "  "]
)
def test_monotonous_texts_are_read_through(piece: str) -> None:
    text = piece * 5000
    assert all(isinstance(mention, Mention) for mention in mentions(text, 0, len(text)))
