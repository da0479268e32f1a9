from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from corpus.stories.profile import Profile, profile_of
from corpus.stories.vectors import Space, by_feature
from tests.corpus.stories.reports import ALONE, FERRY, STRIKE

reports = [*FERRY, *STRIKE, ALONE]
apart = [[index] for index in range(len(reports))]
together = [[0, 1, 2], [3, 4], [5]]


def profiles_of(days: list[str]) -> list[Profile]:
    return [profile_of(*report, day) for report, day in zip(reports, days, strict=True)]


def likeness(space: Space, first: Profile, second: Profile) -> float:
    return space.likeness(by_feature(space.vector(first)), first.day, space.vector(second))


def test_likeness_is_symmetric_and_highest_within_an_event() -> None:
    profiles = profiles_of([""] * 6)
    space = Space.of(profiles, apart)
    assert isclose(likeness(space, profiles[0], profiles[1]), likeness(space, profiles[1], profiles[0]))
    assert likeness(space, profiles[0], profiles[1]) > 3 * likeness(space, profiles[0], profiles[3])


def test_what_all_reports_of_one_event_say_is_rare_once_they_are_one_story() -> None:
    profiles = profiles_of([""] * 6)
    before = Space.of(profiles, apart)
    after = before.counted(profiles, together)
    assert likeness(after, profiles[0], profiles[1]) > likeness(before, profiles[0], profiles[1])


def test_an_unknown_day_says_nothing() -> None:
    profiles = profiles_of(["2026-03-01"] * 3 + ["2026-04-01"] * 3)
    assert Space.of(profiles, apart).by_day(None, profiles[0].day) == 1.0


def test_days_say_nothing_where_all_are_the_same() -> None:
    profiles = profiles_of(["2026-03-01"] * 6)
    assert Space.of(profiles, apart).by_day(profiles[0].day, profiles[1].day) == 1.0


@given(st.integers(0, 20_000))
def test_nearer_days_are_liker_and_never_below_nothing(gap: int) -> None:
    profiles = profiles_of([f"20{year}-03-01" for year in range(10, 16)])
    space = Space.of(profiles, apart)
    assert space.by_day(0, 0) >= space.by_day(0, gap) >= space.by_day(0, gap + 1) >= 0.0
    assert space.by_day(0, gap) == space.by_day(gap, 0)


def test_a_piece_under_unlike_headlines_counts_for_nothing() -> None:
    notice = "Sign up for the Skaldvik newsletter now"
    pages = [profile_of(title, f"{text}\n{notice}", "") for title, text in (FERRY[0], STRIKE[0], ALONE)]
    space = Space.of(pages, [[0], [1], [2]])
    assert len(space.furniture) == 1
    assert likeness(space, pages[0], pages[1]) < 0.05


def test_a_piece_under_one_headline_is_a_reprint_and_counts() -> None:
    title, text = FERRY[0]
    pages = [profile_of(title, text, ""), profile_of(f"{title} in storm", text, ""), profile_of(*ALONE, "")]
    space = Space.of(pages, [[0], [1], [2]])
    assert not space.furniture
    assert likeness(space, pages[0], pages[1]) > 0.8
