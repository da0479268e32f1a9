"""Which decisions leave the project as gold data, and in what shape every format receives them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from annotations.analyses import language
from annotations.articles import CURRENT
from annotations.carried import uncarried
from annotations.connections import connections
from annotations.model import Annotation, Connection, Statement
from annotations.statements import statements
from annotations.store import Store
from corpus.article import Article
from corpus.label_map import BOILERPLATE

_IN_ORDER: Final = (
    f"SELECT coalesce(story.title, ''), article.id, {CURRENT} FROM article"
    " LEFT JOIN story_article ON article = article.id LEFT JOIN story ON story = story.id"
    " ORDER BY story.number IS NULL, story.number, article.number"
)


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with the decisions on it, sorted by span, label and reviewer.

    `finished_by` names the reviewers who finished it: what they left unmarked is nothing, in other articles it is
    unknown. `lang` is the language it was read in (ISO 639-1), `story` the title of its story. `statements` are what
    was said of it and of what stands in it, `connections` the relations of its annotations to others.
    """

    article: Article
    story: str
    lang: str
    finished_by: tuple[str, ...]
    annotations: tuple[Annotation, ...]
    statements: tuple[Statement, ...] = ()
    connections: tuple[Connection, ...] = ()


def gold(store: Store, *, reviewed: bool = False, reviewer: str | None = None) -> Iterator[GoldArticle]:
    """The articles of a project with their decisions, story by story; of one `reviewer` only where one is named.

    What is boilerplate is no span of a dataset: the dump has it. An older version of an article comes only where
    decisions on it were not carried over, and with those alone.

    With `reviewed`, only articles that were finished, and in them only the decisions of those who finished them.
    """
    finished, names = store.finished(), store.reviewers()
    for story, article_id, newest in store.rows(_IN_ORDER):
        done = tuple(name for name in finished.get(article_id, {}) if reviewer in {None, name})
        if reviewed and not done:
            continue
        chosen = [
            one
            for one in store.annotations(article_id)
            if one.label != BOILERPLATE and reviewer in {None, one.reviewer} and (not reviewed or one.reviewer in done)
        ]
        who = [name for name in (done if reviewed else names) if reviewer in {None, name}]
        if not newest:
            chosen = uncarried(store, chosen)
        article = store.article(article_id) if newest or chosen else None
        if article is not None:
            chosen.sort(key=lambda one: (one.span, one.label, one.reviewer))
            said = tuple(one for one in statements(store, [article_id]) if one.reviewer in who)
            ids = {one.id for one in chosen}
            tied = tuple(one for one in connections(store, [article_id]) if one.reviewer in who and one.source in ids)
            lang = language(store, article.sha256) or "en"
            yield GoldArticle(article, story, lang, done, tuple(chosen), said, tied)
