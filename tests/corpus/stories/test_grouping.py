import json
import random
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.stories.bcubed import bcubed
from corpus.stories.grouping import grouped
from corpus.stories.profile import Profile, profile_of
from tests.corpus.stories.reports import ALONE, FERRY, STRIKE

SHARED = Path(__file__).parents[4] / "shared"
STORIES = SHARED / "data" / "stories" / "articles.jsonl"

reports = [*FERRY, *STRIKE, ALONE]
stories = [0, 0, 0, 1, 1, 2]


def profiles_of(pairs: Sequence[tuple[str, str]], day: str = "") -> list[Profile]:
    return [profile_of(title, text, day) for title, text in pairs]


def seeds() -> list[Profile]:
    paths = sorted((SHARED / "seeds").glob("*.txt"))
    if not paths:
        pytest.skip("the seeds are not beside the project")
    return [profile_of("", path.read_text(encoding="utf-8"), "") for path in paths]


def sample() -> list[Profile]:
    paths = sorted((path for path in files("corpus.sample").iterdir() if path.name.endswith(".txt")), key=str)
    return [profile_of("", path.read_text(encoding="utf-8"), "") for path in paths]


def fresh(profiles: Sequence[Profile]) -> list[int]:
    return grouped(profiles, [None] * len(profiles))


def partition(numbers: Sequence[int], order: Sequence[int]) -> set[frozenset[int]]:
    found: dict[int, set[int]] = {}
    for number, index in zip(numbers, order, strict=True):
        found.setdefault(number, set()).add(index)
    return {frozenset(members) for members in found.values()}


def test_nothing_is_grouped_into_nothing() -> None:
    assert grouped([], []) == []


def test_one_article_is_one_story() -> None:
    assert fresh(profiles_of([ALONE])) == [0]


def test_reports_of_one_event_are_one_story() -> None:
    assert fresh(profiles_of(reports)) == stories


@pytest.mark.parametrize("day", ["", "2026-03-01"])
def test_two_articles_are_one_story_only_where_they_report_one_event(day: str) -> None:
    assert fresh(profiles_of(FERRY[:2], day)) == [0, 0]
    assert fresh(profiles_of([FERRY[0], STRIKE[0]], day)) == [0, 1]


def test_articles_without_a_word_stay_alone() -> None:
    assert fresh(profiles_of([("", ""), ("", ""), ("", "!")])) == [0, 1, 2]


def test_the_sample_and_the_seeds_are_two_stories() -> None:
    ours, theirs = sample(), seeds()
    assert fresh(ours) == [0] * 5
    assert fresh(theirs) == [0] * 5
    assert fresh(theirs + ours) == [0] * 5 + [1] * 5


def test_numbers_follow_the_given_ones_by_first_article() -> None:
    profiles = profiles_of([ALONE, *STRIKE, *FERRY])
    assert grouped(profiles, [7, None, None, None, None, None]) == [7, 8, 8, 9, 9, 9]


def test_a_new_article_joins_the_story_that_is_there() -> None:
    profiles = profiles_of(reports)
    assert grouped(profiles, [4, None, 4, 2, None, None]) == [4, 4, 4, 2, 2, 5]


def test_placed_articles_stay_and_their_stories_are_not_merged() -> None:
    profiles = profiles_of(reports)
    placed = [0, 1, 5, 5, 0, 9]
    assert grouped(profiles, placed) == placed
    joined = grouped([*profiles, *profiles_of(FERRY[:1])], [*placed, None])
    assert joined[:-1] == placed


@given(st.permutations(range(len(reports))), st.lists(st.sampled_from(["", "2026-03-01", "2026-05-01"]), min_size=6))
def test_the_order_of_the_articles_does_not_matter(order: list[int], days: list[str]) -> None:
    profiles = [profile_of(*report, day) for report, day in zip(reports, days, strict=False)]
    turned = fresh([profiles[index] for index in order])
    assert partition(turned, order) == partition(fresh(profiles), range(len(profiles)))


@given(st.lists(st.none() | st.integers(0, 3), min_size=len(reports), max_size=len(reports)))
def test_no_placed_article_ever_moves(placed: list[int | None]) -> None:
    numbers = grouped(profiles_of(reports), placed)
    assert all(number == place for number, place in zip(numbers, placed, strict=True) if place is not None)


def test_a_notice_on_every_page_makes_no_story() -> None:
    notice = "Please check your email and click on the link to activate your profile with Skaldvik News today."
    pages = [(title, notice) for title, _ in (FERRY[0], STRIKE[0], ALONE, ("Bakery wins prize in Dunmore", ""))]
    assert fresh(profiles_of(pages)) == [0, 1, 2, 3]


def test_lengths_have_to_match() -> None:
    with pytest.raises(ValueError, match="1 profiles, but 0 places"):
        grouped(profiles_of([ALONE]), [])


def test_progress_ends_with_all_articles() -> None:
    calls: list[tuple[int, int]] = []
    grouped(profiles_of(reports), [None] * 6, lambda done, total: calls.append((done, total)))
    assert calls[-1] == (6, 6)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=200)), max_size=8))
def test_any_texts_can_be_grouped(pairs: list[tuple[str, str]]) -> None:
    numbers = fresh(profiles_of(pairs))
    assert sorted(set(numbers)) == list(range(len(set(numbers))))


def test_scraped_pages_are_grouped_well() -> None:
    if not STORIES.is_file():
        pytest.skip("the stories are not beside the project")
    rows = [json.loads(line) for line in STORIES.read_text(encoding="utf-8").splitlines()]
    profiles = [profile_of(row["title"], row["text"], row["date"]) for row in rows]
    gold = [row["story"] for row in rows]
    assert bcubed(fresh(profiles), gold).f1 >= 0.92
    few = random.Random(1).sample(range(len(rows)), 60)
    assert bcubed(fresh([profiles[index] for index in few]), [gold[index] for index in few]).f1 >= 0.92
    placed: list[int] = []
    for start in range(0, len(rows), 62):
        arriving = profiles[start : start + 62]
        placed = grouped(profiles[: start + len(arriving)], [*placed, *(None for _ in arriving)])
    assert bcubed(placed, gold).f1 >= 0.92
