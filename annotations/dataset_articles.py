"""Which articles of a project the texts of a dataset are: those of the same content; the others are new."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from annotations.articles import highest, index_words, indexed_up_to, known, put
from annotations.gold import GoldStory
from annotations.store import Store
from annotations.stories import keep_together, place, put_story, refresh
from corpus.article import Article

Ask = Callable[[str, list[str]], Iterable[tuple[Any, ...]]]


class Places:
    """Where each article of a dataset is in a project, as that was before: of the same name, else of the same text."""

    def __init__(self, store: Store) -> None:
        """Raises ProjectError."""
        rows: list[tuple[str, str]] = store.rows("SELECT sha256, id FROM article ORDER BY number DESC")
        self._ids = {identity for _, identity in rows}
        self._by_text = dict(rows)  # the first of several that have the same text

    def known(self, article: Article) -> str | None:
        """The id of the article of the project; None where it is new."""
        return article.id if article.id in self._ids else self._by_text.get(article.sha256)

    def there(self, article: Article) -> bool:
        """Whether an article with this name and text is in the project."""
        return article.id in self._ids

    def of(self, article: Article) -> str:
        """The id that the article has in the project, or will have."""
        return self.known(article) or article.id


def keep_articles(store: Store, stories: Iterable[GoldStory], places: Places) -> dict[str, str]:
    """Store the new articles of some stories, with their words and the stories in which they lie.

    One transaction. Returns the story of each article of the project that lies in one. Raises ProjectError.
    """
    wanted = [(one, list(dict.fromkeys(places.of(each.article) for each in one.articles))) for one in stories]
    given = {each.article.id: each.article for one, _ in wanted for each in one.articles}
    new = [one for one in given.values() if places.known(one) is None]
    with store.write() as connection:
        there = known(connection, new)
        versions = put(connection, [one for one in new if one.id not in there])
        index_words(connection, indexed_up_to(connection), highest(connection))
        keep_together(connection, versions)
        homes = stories_of(connection.execute, [one for _, ids in wanted for one in ids])
        for story, ids in wanted:
            loose = [one for one in ids if one not in homes]
            if story.id and loose:
                put_story(connection, story.id, story.title)
                place(connection, dict.fromkeys(loose, story.id))
                refresh(connection, [story.id])
                homes.update(dict.fromkeys(loose, story.id))
    return homes


def stories_of(ask: Ask, ids: Iterable[str]) -> dict[str, str]:
    """The story of each of those articles that lie in one, in their order; `ask` gives the rows of a query."""
    sql = "SELECT article, story FROM json_each(?) AS wanted JOIN story_article ON article = wanted.value ORDER BY key"
    return dict(ask(sql, [json.dumps(list(ids))]))
