from hypothesis import given
from hypothesis import strategies as st

from corpus.stories.features import Counts, features_of


def told(text: str) -> Counts:
    found: Counts = {}
    features_of(text, found)
    return found


def test_case_plural_and_possessive_do_not_count() -> None:
    assert features_of("the river's boats", {}) == features_of("River, BOAT", {})


def test_function_words_and_single_letters_are_no_features() -> None:
    assert features_of("She said that it was of a J.", {}) == []


def test_neighbours_with_capitals_are_a_name() -> None:
    apart, together = features_of("Brun met Oda", {}), features_of("Oda Brun met", {})
    assert set(apart) < set(together)
    assert len(together) == len(apart) + 1


def test_a_mark_ends_a_name_and_an_initial_does_not() -> None:
    assert len(features_of("Skaldvik, Oda", {})) == 2
    assert set(features_of("Oda F. Brun", {})) == set(features_of("Oda Brun", {}))


def test_digits_and_words_are_one_figure() -> None:
    assert told("12 were killed") == told("Twelve killed") != told("15 killed")


def test_scales_and_separators_make_one_number() -> None:
    assert told("1.5 million homes") == told("1,500,000 homes") != {}


def test_people_is_not_what_is_counted_where_more_is_said() -> None:
    assert told("12 people were killed") == told("12 killed")
    assert told("12 people") != {}


def test_ages_are_one_figure_however_they_are_given() -> None:
    shared = set(features_of("a 51-year-old", {})) & set(features_of("Brun, 51, drowned", {}))
    assert shared == set(features_of("aged 51", {})) & shared != set()


def test_times_ages_and_years_are_not_told() -> None:
    assert told("3 days, 51-year-old, in 2015 they left, 8:26 p.m., May 24, 13 March") == {}


def test_days_are_one_figure_in_either_order() -> None:
    day_last, day_first = set(features_of("March 13", {})), set(features_of("13 March", {}))
    assert day_last == day_first
    assert day_last != set(features_of("14 March", {}))


def test_other_scripts_have_terms() -> None:
    assert len(features_of("Паром перевернулся", {})) == 2
    assert features_of("渡輪翻覆", {}) != []


@given(st.text())
def test_any_text_has_features_of_32_bits(text: str) -> None:
    assert all(0 <= feature < 2**32 for feature in features_of(text, {}))
