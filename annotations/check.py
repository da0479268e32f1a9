"""`variorum check`: whether a project file is whole, and says in its tables what its log says."""

from collections.abc import Iterator
from itertools import groupby

from annotations.errors import ProjectError
from annotations.model import Annotation
from annotations.replay import Layer
from annotations.store import Store, chained
from corpus.article import Article, text_hash
from corpus.display import shown_line


def findings(store: Store) -> Iterator[str]:
    """One line for each thing that is wrong; none for a sound project."""
    told: set[str] = set()
    for part in (_pages, _texts, _label_sets, _log, _tables):
        try:
            yield from part(store)
        except ProjectError as error:  # this part cannot be read, but the next one perhaps can
            if str(error) not in told:
                yield str(error)
            told.add(str(error))


def _pages(store: Store) -> Iterator[str]:
    yield from map(shown_line, store.complaints())


def _texts(store: Store) -> Iterator[str]:
    for article in store.articles():
        if text_hash(article.text) != article.sha256:
            yield f"article {shown_line(article.name)} ({article.id}): the text is not the one that was stored"
        if Article.of(article.name, article.text).id != article.id:
            yield f"article {shown_line(article.name)} ({article.id}): name or text do not fit the id"
        if article.title not in article.text:
            yield f"article {shown_line(article.name)} ({article.id}): its title is not in its text"


def _label_sets(store: Store) -> Iterator[str]:
    for digest, source in store.label_sets():
        if text_hash(source) != digest:
            yield f"label set {shown_line(digest[:16])}: it is not the one that was stored"


def _log(store: Store) -> Iterator[str]:
    there, written = store.log_length()
    if there != written:
        yield f"the log has {there} events, but {written} were written"
    last: dict[str, str] = {}
    for seq, sitting, step, at, article_id, kind, payload, digest, _ in store.log_rows():
        row = (sitting, step, at, article_id, kind, payload)
        if chained(last.get(sitting) or str(sitting), row) != digest:
            yield f"event {seq}: the row was changed, or one before it in its sitting is missing"
        last[sitting] = digest


def _tables(store: Store) -> Iterator[str]:
    articles = {article.id: article for article in store.articles()}
    stored = {one.id: one for one in store.annotations()}
    finished = {(article, who): at for article, by in store.finished().items() for who, at in by.items()}
    events = sorted(store.events(), key=lambda event: event.reviewer)  # stable: each reviewer's stay in order
    replayed: dict[str, Annotation] = {}
    done: dict[tuple[str, str], str] = {}
    for reviewer, own in groupby(events, key=lambda event: event.reviewer):
        layer = Layer(reviewer)
        layer.take(own)
        for article_id, state in layer.states.items():
            replayed.update(state.annotations)
            if state.finished:
                done[article_id, reviewer] = state.finished
    for identity in sorted(stored.keys() | replayed.keys()):
        if stored.get(identity) != replayed.get(identity):
            yield f"annotation {identity}: the table and the log differ"
    for (article_id, reviewer), _ in sorted(finished.items() ^ done.items()):
        yield f"article {article_id}: the table and the log differ on whether it is finished ({shown_line(reviewer)})"
    for one in replayed.values():
        if one.article_id not in articles or one.span.surface(articles[one.article_id].text) != one.surface:
            yield f"annotation {one.id}: its words are not in the text at {one.span.start}"
