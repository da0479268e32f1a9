"""Stories of a dataset, several at once: a durable transaction takes as long for one article as for a hundred."""

from collections.abc import Iterable, Iterator
from typing import Final

from annotations.dataset_articles import Places
from annotations.gold import GoldStory

ARTICLES: Final = 400
SPANS: Final = 4000
"""What comes in together, at most, but for a story that is larger: whoever reviews meanwhile has to wait for it."""


def batches(stories: Iterable[GoldStory], places: Places) -> Iterator[list[GoldStory]]:
    """Stories in their order, together where no two have an article or a text in common. A batch at a time is held."""
    batch: list[GoldStory] = []
    met: set[str] = set()
    articles = spans = 0
    for story in stories:
        own = {key for one in story.articles for key in (places.of(one.article), one.article.sha256)}
        if batch and (not met.isdisjoint(own) or articles >= ARTICLES or spans >= SPANS):
            yield batch
            batch, met, articles, spans = [], set(), 0, 0
        batch.append(story)
        met |= own
        articles += len(story.articles)
        spans += sum(len(one.annotations) for one in story.articles)
    if batch:
        yield batch
