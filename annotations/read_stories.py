"""Stories of a project, read as a whole: with what is stored of each article's reading, and with what is read now."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from annotations.analyses import stored_analysis
from annotations.article_state import ArticleState
from annotations.articles import CURRENT
from annotations.material import material, merged
from annotations.model import Verdict
from annotations.replay import Layer
from annotations.said_names import by_cluster, said_of_names
from annotations.store import Store
from corpus.analysis import Analysis, ModelId, joined
from corpus.article import Article
from corpus.article_reading import Reader, read_article
from corpus.material import Material
from corpus.story_reading import StoryReading, read_story


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read: as `model` calls it, with a person's label map `own`; `load` makes the reader."""

    model: ModelId
    own: Mapping[str, str]
    load: Callable[[], Reader]


@dataclass(frozen=True, slots=True)
class ReadStory:
    """One story: its `id` and title, its articles, what it was read from, and what was read (all parallel).

    An article that lies in no story comes alone, with an empty `id`. `deciders` are the reviewers who accepted spans of
    an article, by start, end and label. `told` is what reviewers said of clusters, values by field, where they did.
    """

    id: str
    title: str
    articles: tuple[Article, ...]
    material: Material
    reading: StoryReading
    deciders: tuple[Mapping[tuple[int, int, str], str], ...]
    told: Mapping[int, Mapping[str, str]]


def read_stories(store: Store, how: Reading) -> Iterator[ReadStory]:
    """Every story of a project with the newest versions of its articles, in the order of the stories.

    Decisions of all reviewers count. The reader is made when the first article has to be read. Raises ProjectError, and
    whatever making the reader raises.
    """
    states = _states(store)
    analyst = _Analyst(store, how)
    for story, title, ids in _stories(store):
        articles = store.articles(ids)
        analyses = [analyst.analysis(article) for article in articles]
        decided = [states.get(article.id) or ArticleState() for article in articles]
        made_from = material(articles, analyses, decided, store)
        deciders = tuple(map(_deciders, decided))
        reading = read_story(made_from)
        yield ReadStory(story, title, tuple(articles), made_from, reading, deciders, _told(reading, decided))


class _Analyst:
    """What gives the reading of an article: the project, or the reader."""

    def __init__(self, store: Store, how: Reading) -> None:
        self._store = store
        self._how = how
        self._reader: Reader | None = None

    def analysis(self, article: Article) -> Analysis:
        """The reading of an article, stored or fresh."""
        stored = stored_analysis(self._store, article.sha256, self._how.model)
        if stored is not None and stored.facts:
            return stored
        if self._reader is None:
            self._reader = self._how.load()
        return joined([part for _, _, part in read_article(self._reader, article.text, self._how.own)])


def _stories(store: Store) -> Iterator[tuple[str, str, list[str]]]:
    rows = store.rows(
        "SELECT story.id, story.title, article.id FROM story JOIN story_article ON story = story.id"
        f" JOIN article ON article = article.id WHERE {CURRENT} ORDER BY story.number, article.number"
    )
    for (story, title), members in groupby(rows, key=lambda row: (row[0], row[1])):
        yield story, title, [article for _, _, article in members]
    loose = f"SELECT id FROM article WHERE id NOT IN (SELECT article FROM story_article) AND {CURRENT} ORDER BY number"
    for (article,) in store.rows(loose):
        yield "", "", [article]


def _states(store: Store) -> dict[str, ArticleState]:
    """What was decided on each article, by all reviewers together."""
    layers = [_layer(store, name) for name in store.reviewers()]
    by_article: dict[str, list[ArticleState]] = defaultdict(list)
    for layer in layers:
        for article_id, state in layer.states.items():
            by_article[article_id].append(state)
    return {article_id: merged(states) for article_id, states in by_article.items()}


def _deciders(state: ArticleState) -> dict[tuple[int, int, str], str]:
    return {
        (one.span.start, one.span.end, one.label): one.reviewer
        for one in state.annotations.values()
        if one.verdict is Verdict.ACCEPTED
    }


def _told(reading: StoryReading, states: Sequence[ArticleState]) -> dict[int, dict[str, str]]:
    """What was said of clusters."""
    at = {
        (index, mention.span.start, mention.span.end): cluster
        for index, one in enumerate(reading.articles)
        for mention, cluster in zip(one.mentions, one.clusters, strict=True)
    }
    return by_cluster(said_of_names(states), lambda place: at.get(place, -1))


def _layer(store: Store, reviewer: str) -> Layer:
    layer = Layer(reviewer)
    layer.take(store.events(reviewer))
    return layer
