"""Parts by story: whole, stable, and of about the size that was wanted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import ExportError
from annotations.gold import GoldStory
from annotations.splits import Place, Splits, Spread, splits, spread
from tests.annotations.examples import gold


def story(number: int) -> GoldStory:
    return GoldStory(f"story-{number}", "", (gold(f"Text {number}."),))


def test_shares_are_read_as_people_write_them() -> None:
    assert splits("80/10/10") == Splits((80, 10, 10))
    assert splits("9:1", 7) == Splits((9, 1, 0), 7)
    assert splits("9:1").names == ("train", "dev")
    assert splits("2/0/1").names == ("train", "test")


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


def alone(name: str, text: str, parts: Splits, part: str) -> GoldStory:
    """A story of one article that lies in a part."""
    every = (GoldStory(f"{name}-{number}", "", (gold(text, name=name),)) for number in range(200))
    return next(one for one in every if parts.of(one) == part)


def test_parts_that_are_empty_and_texts_that_lie_in_several() -> None:
    parts = Splits((1, 1, 1))
    train = [alone("a.txt", "Ann.", parts, "train"), alone("b.txt", "Bo.", parts, "train")]
    assert spread([], parts) == Spread(("train", "dev", "test"), ())
    assert spread([*train, alone("c.txt", "Ann.", parts, "train")], parts) == Spread(("dev", "test"), ())
    copies = [alone("c.txt", "Ann.", parts, "test"), alone("d.txt", "Ann.", parts, "test")]
    there = Place("a.txt", "train"), Place("c.txt", "test")
    assert spread([*train, *copies], parts) == Spread(("dev",), (there,))
    more = alone("e.txt", "Bo.", parts, "dev")
    assert spread([*train, *copies, more], parts) == Spread(
        (), (there, (Place("b.txt", "train"), Place("e.txt", "dev")))
    )
