"""Which articles of a project the texts of a dataset are: those of the same content; the others are new."""

from collections.abc import Iterable, Iterator

from annotations.gold import GoldStory
from annotations.store import Store
from annotations.stories import place, put_story, refresh
from corpus.article import Article


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

    def fresh(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Those that are new, in their order."""
        return (one for one in articles if self.known(one) is None)


def keep_story(store: Store, story: GoldStory, ids: Iterable[str]) -> None:
    """Put those articles of a story that lie in none yet into the story of its id. Raises ProjectError."""
    if not story.id:
        return
    with store.write() as connection:
        wanted = list(dict.fromkeys(ids))
        there = stories_of(store, wanted)
        loose = [one for one in wanted if one not in there]
        if loose:
            put_story(connection, story.id, story.title)
            place(connection, dict.fromkeys(loose, story.id))
            refresh(connection, [story.id])


def stories_of(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """The story of each of those articles that lie in one. Raises ProjectError."""
    found: dict[str, str] = {}
    for one in ids:
        found.update(store.rows("SELECT article, story FROM story_article WHERE article = ?", [one]))
    return found
