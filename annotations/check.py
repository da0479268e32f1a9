"""`variorum check`: whether a project file is whole, and says in its tables what its log says."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from annotations.articles import CURRENT
from annotations.connections import connections
from annotations.errors import ProjectError
from annotations.event_rows import chained, log_length, log_rows
from annotations.model import Annotation, Connection, Relation, Statement
from annotations.placement import placement
from annotations.relations import relations
from annotations.replay import Layer
from annotations.statements import statements
from annotations.store import Store
from annotations.stories import wanted_stories
from corpus.article import about_hash, identity, text_hash
from corpus.display import shown_line

_PLACES: Final = "SELECT article, story, machine FROM story_article ORDER BY article"


def findings(store: Store) -> Iterator[str]:
    """One line for each thing that is wrong; none for a sound project."""
    told: set[str] = set()
    for part in (_pages, _texts, _label_sets, _log, _tables, _stories):
        try:
            yield from part(store)
        except ProjectError as error:  # this part cannot be read, but the next one perhaps can
            if str(error) not in told:
                yield str(error)
            told.add(str(error))


def _pages(store: Store) -> Iterator[str]:
    yield from map(shown_line, store.complaints())


def _texts(store: Store) -> Iterator[str]:
    about = dict(store.rows("SELECT id, about FROM article"))
    for article in store.every_article():
        if about_hash(article.title, article.metadata) != about.get(article.id):
            yield f"article {shown_line(article.name)} ({article.id}): what is known of it is not what was stored"
        if text_hash(article.text) != article.sha256:
            yield f"article {shown_line(article.name)} ({article.id}): the text is not the one that was stored"
        if identity(article.name, text_hash(article.text)) != article.id:
            yield f"article {shown_line(article.name)} ({article.id}): name or text do not fit the id"
    unindexed = store.rows("SELECT 1 FROM article WHERE number NOT IN (SELECT id FROM article_words_docsize)")
    if unindexed:
        yield f"{len(unindexed)} articles are not in the index of words; the next import takes them in"


def _label_sets(store: Store) -> Iterator[str]:
    for digest, source in store.label_sets():
        if text_hash(source) != digest:
            yield f"label set {shown_line(digest[:16])}: it is not the one that was stored"


def _log(store: Store) -> Iterator[str]:
    there, written = log_length(store)
    if there != written:
        yield f"the log has {there} events, but {written} were written"
    last: dict[str, str] = {}
    for seq, sitting, step, at, article_id, kind, payload, digest, _ in log_rows(store):
        row = (sitting, step, at, article_id, kind, payload)
        if chained(last.get(sitting) or str(sitting), row) != digest:
            yield f"event {seq}: the row was changed, or one before it in its sitting is missing"
        last[sitting] = digest


def _tables(store: Store) -> Iterator[str]:
    stored = {one.id: one for one in store.annotations()}
    finished = {(article, who): at for article, by in store.finished().items() for who, at in by.items()}
    events = sorted(store.events(), key=lambda event: event.reviewer)  # stable: each reviewer's stay in order
    replayed: dict[str, Annotation] = {}
    done: dict[tuple[str, str], str] = {}
    tied: set[Relation] = set()
    said: set[Statement] = set()
    connected: set[Connection] = set()
    for reviewer, own in groupby(events, key=lambda event: event.reviewer):
        layer = Layer(reviewer)
        layer.take(own)
        for article_id, state in layer.states.items():
            replayed.update(state.annotations)
            tied.update(state.relations.values())
            said.update(state.statements.values())
            connected.update(state.connections.values())
            if state.finished:
                done[article_id, reviewer] = state.finished
    for key in sorted(stored.keys() | replayed.keys()):
        if stored.get(key) != replayed.get(key):
            yield f"annotation {key}: the table and the log differ"
    for (article_id, reviewer), _ in sorted(finished.items() ^ done.items()):
        yield f"article {article_id}: the table and the log differ on whether it is finished ({shown_line(reviewer)})"
    for one in sorted(tied ^ set(relations(store)), key=lambda one: (one.article_id, one.span)):
        yield f"article {one.article_id}: the table and the log differ on a tie of {shown_line(one.surface[:40])!r}"
    for said_of in sorted(said ^ set(statements(store)), key=lambda one: (one.article_id, one.field)):
        yield f"article {said_of.article_id}: the table and the log differ on {shown_line(said_of.field)!r}"
    for relation in sorted(connected ^ set(connections(store)), key=lambda one: (one.article_id, one.source)):
        yield f"article {relation.article_id}: the table and the log differ on a {shown_line(relation.kind)!r}"
    yield from _surfaces(store, replayed.values())


def _surfaces(store: Store, annotations: Iterable[Annotation]) -> Iterator[str]:
    """Annotations whose words are not where they say; one article is held at a time."""
    in_order = sorted(annotations, key=lambda one: one.article_id)
    for article_id, own in groupby(in_order, key=lambda one: one.article_id):
        article = store.article(article_id)
        for one in own:
            if article is None or one.span.surface(article.text) != one.surface:
                yield f"annotation {one.id}: its words are not in the text at {one.span.start}"


def _stories(store: Store) -> Iterator[str]:
    """Stories that are not what was decided of them, or do not hold what they say."""
    said = placement(store.events())
    titles = dict(store.rows("SELECT id, title FROM story WHERE named"))
    replaces = dict(store.rows("SELECT id, replaces FROM article WHERE replaces IS NOT NULL"))
    rows = [(article, story, machine) for article, story, machine in store.rows(_PLACES)]
    for article, story, wanted in wanted_stories(said, rows, replaces):
        if wanted != story:
            yield f"article {article}: the table and the log differ on the story it lies in"
    for story in sorted(titles.keys() | said.titles.keys()):
        if titles.get(story) != said.titles.get(story):
            yield f"story {shown_line(story)}: the table and the log differ on its name"
    for (story,) in store.rows(
        "SELECT id FROM story WHERE articles <> (SELECT count(*) FROM story_article AS placed"
        f" JOIN article ON placed.article = article.id WHERE placed.story = story.id AND {CURRENT})"
    ):
        yield f"story {shown_line(story)}: it does not hold as many articles as it says"
