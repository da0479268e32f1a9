"""The articles of a project read by a model, and each reading kept, as where the desk opens a story."""

from collections.abc import Iterator

from annotations.analyses import save_analysis, stored_analysis
from annotations.articles import CURRENT
from annotations.read_stories import Reading
from annotations.store import Store
from corpus.analysis import joined
from corpus.article_reading import read_article


def unread(store: Store, how: Reading) -> list[str]:
    """The ids of the articles, in their newest versions, of which no whole reading of the model is kept.

    Raises ProjectError.
    """
    rows = store.rows(f"SELECT id, sha256 FROM article WHERE {CURRENT} ORDER BY number")
    stored = ((identity, stored_analysis(store, digest, how.model)) for identity, digest in rows)
    return [identity for identity, one in stored if one is None or not one.facts]


def keep_readings(store: Store, how: Reading, ids: list[str]) -> Iterator[int]:
    """Read these articles; yields how many are read and kept, after each of them.

    Raises ProjectError, and whatever making the reader raises.
    """
    if not ids:
        return
    reader = how.load()
    for number, identity in enumerate(ids, 1):
        [article] = store.articles([identity])
        whole = joined([part for _, _, part in read_article(reader, article.text, how.own)])
        save_analysis(store, article.sha256, whole)
        yield number
