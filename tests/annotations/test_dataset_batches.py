"""Stories of a dataset come in together, as many as may, and never two that have an article in common."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.dataset_articles import Places
from annotations.dataset_batches import ARTICLES, SPANS, batches
from annotations.dataset_ids import Ids
from annotations.gold import GoldStory
from annotations.store import Store
from tests.annotations.examples import Mark, gold, story_of


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with closing(Store(tmp_path_factory.mktemp("batches") / "empty.variorum")) as store:
        yield store


def _stories(texts: Iterable[str]) -> list[GoldStory]:
    return [story_of(gold(text, name=f"{number}.txt")) for number, text in enumerate(texts)]


@given(texts=st.lists(st.sampled_from("abcde"), max_size=12))
def test_stories_with_the_same_text_come_one_after_the_other(store: Store, texts: list[str]) -> None:
    stories = _stories(texts)
    found = list(batches(stories, Places(store)))
    assert [story for batch in found for story in batch] == stories
    together = [[story.articles[0].article.text for story in batch] for batch in found]
    assert all(len(set(one)) == len(one) for one in together)
    assert all(after[0] in before for before, after in pairwise(together))


def test_a_batch_ends_where_it_holds_enough_articles(store: Store) -> None:
    stories = _stories(f"text {number}" for number in range(2 * ARTICLES + 1))
    assert [len(batch) for batch in batches(stories, Places(store))] == [ARTICLES, ARTICLES, 1]


def test_a_batch_ends_where_it_holds_enough_spans(store: Store) -> None:
    [mark] = (article := gold("Ann", Mark("Ann"))).annotations
    full = replace(article, annotations=(mark,) * SPANS)
    stories = [story_of(full), *_stories(["one", "two"])]
    assert [len(batch) for batch in batches(stories, Places(store))] == [1, 2]


def test_ids_are_kept_where_they_are_free(store: Store) -> None:
    ids = Ids(store, own=True)
    ids.expect(["one", "two"])
    first, second = ids.of("one"), ids.of("one")
    assert (first, ids.of("two")) == ("one", "two")
    assert second not in {"one", "two"}
    ids.expect(["one"])
    assert ids.of("one") == "one"


def test_new_ids_are_sixteen_digits_and_follow_each_other(store: Store) -> None:
    ids = Ids(store, own=False)
    ids.expect(["one"])
    found = [ids.of("one"), ids.of("one"), ids.of("")]
    assert all(len(one) == 16 for one in found)
    assert [int(one, 16) - int(found[0], 16) for one in found] == [0, 1, 2]
    assert Ids(store, own=False).of("one") not in found
