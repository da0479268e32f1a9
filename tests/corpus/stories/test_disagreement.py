from corpus.stories.disagreement import disagreement
from corpus.stories.profile import profile_of
from tests.corpus.stories.reports import FERRY


def told(*texts: str) -> int:
    return disagreement(profile_of("", text, "") for text in texts)


def test_nothing_disagrees_with_nothing() -> None:
    assert told() == 0
    assert told("12 killed, 40 wounded") == 0


def test_each_thing_counted_differently_counts_once() -> None:
    assert told("12 killed, 40 wounded", "15 killed, 40 wounded", "20 killed, 41 wounded") == 2


def test_people_may_stand_between_the_number_and_the_word() -> None:
    assert told("Twelve people were killed.", "At least 15 killed.") == 1
    assert told("Twelve people were killed.", "At least 12 killed.") == 0


def test_an_article_with_several_numbers_agrees_with_any() -> None:
    assert told("12 killed in the raid and 3 killed later", "12 killed") == 0


def test_ages_times_and_dates_are_not_compared() -> None:
    assert told("A 12-year-old waited 3 hours on 4 May", "A 15-year-old waited 5 hours on 6 May") == 0


def test_the_ferry_reports_differ_in_the_dead() -> None:
    first, second = (text for _, text in FERRY[:2])
    assert told(first.replace("Twelve people died", "The coast guard counted 12 dead"), second) == 1
