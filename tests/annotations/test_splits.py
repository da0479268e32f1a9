"""Parts by story: whole, stable, and of about the size that was wanted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import ExportError
from annotations.gold import GoldStory
from annotations.splits import Splits, splits
from tests.annotations.examples import gold


def story(number: int) -> GoldStory:
    return GoldStory(f"story-{number}", "", (gold(f"Text {number}."),))


def test_shares_are_read_as_people_write_them() -> None:
    assert splits("80/10/10") == Splits((80, 10, 10))
    assert splits("9:1", 7) == Splits((9, 1, 0), 7)
    assert splits("9:1").names == ("train", "dev")


@pytest.mark.parametrize("shares", ["", "80", "80/x", "0/0/0", "1/2/3/4", "-1/2", "80/10/10/"])
def test_other_shares_are_refused(shares: str) -> None:
    with pytest.raises(ExportError, match="80/10/10"):
        splits(shares)


@given(st.integers(0, 99))
def test_stories_stay_where_they_are_when_others_come(seed: int) -> None:
    parts = Splits((80, 10, 10), seed)
    some = {one.id: parts.of(one) for one in map(story, range(20))}
    more = {one.id: parts.of(one) for one in map(story, range(40))}
    assert some.items() <= more.items()


def test_each_story_is_in_one_part_and_the_shares_are_about_right() -> None:
    parts = Splits((80, 10, 10))
    every = [story(number) for number in range(2000)]
    sizes = {name: len(list(parts.taken(every, name))) for name in parts.names}
    assert sum(sizes.values()) == 2000
    assert 1500 < sizes["train"] < 1700
    assert 150 < sizes["dev"] < 250


def test_the_seed_decides() -> None:
    every = [story(number) for number in range(50)]
    assert [Splits((1, 1, 0), 1).of(one) for one in every] != [Splits((1, 1, 0), 2).of(one) for one in every]


def test_an_article_in_no_story_goes_by_itself() -> None:
    loose = [GoldStory("", "", (gold(f"Text {number}.", name=f"{number}"),)) for number in range(50)]
    assert {Splits((1, 1, 0)).of(one) for one in loose} == {"train", "dev"}
