"""Searching a project: which articles answer a query, and where in them.

SQLite's full-text index names the articles; where their words stand, and whether they are the name or the number that
was asked for, is found in the texts when a result is wanted, so that the first results do not wait for the last.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from annotations.analyses import newest_analysis
from annotations.articles import CURRENT
from annotations.query import Query, QueryError, Term, expression, parsed, writings
from annotations.store import Store
from corpus.article import Article
from corpus.find import around, matches, pattern_of, places
from corpus.label_map import FIGURE_LABELS
from corpus.span import Span

BEFORE: Final = 60  # code points of context
AFTER: Final = 120
_BLOCK: Final = 32  # articles that are fetched at once
_NEAR: Final = 16  # code points beside a number that can be part of it
_MORE_BEFORE: Final = re.compile(r"(?:\d[.,]?|ty-|hundred (?:and )?)\Z", re.IGNORECASE)
_MORE_AFTER: Final = re.compile(
    r"[.,]?\d|-(?:one|two|three|four|five|six|seven|eight|nine)\b| (?:hundred|thousand|million|billion)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Result:
    """An article that answers a query.

    `span` is the first place that does (None where the words stand in the title alone), `count` how many there are;
    `before`, `surface` and `after` are what stands there. `story` is the id of the article's story, empty for none.
    """

    article: Article
    story: str
    span: Span | None
    count: int
    before: str
    surface: str
    after: str


def search(store: Store, typed: str) -> Iterator[Result]:
    """What answers the query that a person typed, the best first. Raises QueryError and ProjectError."""
    return (result for result in looked_through(store, typed) if result is not None)


def looked_through(store: Store, typed: str) -> Iterator[Result | None]:
    """As `search`, with a None for each article that does not answer after all.

    So whoever takes the results can stop between any two articles, and go on later. Raises QueryError and ProjectError.
    """
    query = parsed(typed)
    if query.empty:
        raise QueryError("nothing to search for", todo="type words")
    numbers = _numbers(store, query)
    for start in range(0, len(numbers), _BLOCK):
        for article_id, story in _block(store, numbers[start : start + _BLOCK]):
            article = store.article(article_id)
            yield _result(store, query, article, story) if article else None


def _numbers(store: Store, query: Query) -> list[int]:
    """The numbers of the articles that may answer."""
    names = [Term(name) for name in query.names]
    figures = [[Term(way) for way in writings(figure)] for figure in query.figures]
    match = expression([*query.terms, *names], query.without, figures)
    others = query.sources or query.labels or query.low or query.high or query.pattern
    if not match and (query.without or (query.without_sources and not others)):
        raise QueryError("a search only for what is missing finds too much", todo="add a word that has to be there")
    conditions: list[str] = [CURRENT]
    values: list[str | int] = []
    if match:
        conditions.append("article_words MATCH ?")
        values.append(match)
    for sources, how in ((query.sources, "IN"), (query.without_sources, "NOT IN")):
        for source in sources:
            conditions.append(f"source {how} (SELECT value FROM json_each(?))")
            values.append(json.dumps(_sources(store, source)))
    if query.low:
        conditions.append("published >= ?")
        values.append(query.low)
    if query.high:
        conditions.append("published <> '' AND substr(published, 1, ?) <= ?")
        values += [len(query.high), query.high]
    for label in query.labels:
        conditions.append(_LABELLED)
        values += [label, f'%"{label}"%']
    table = "article_words JOIN article ON number = article_words.rowid" if match else "article"
    order = "rank, number" if match else "published DESC, number"
    rows = store.rows(f"SELECT number FROM {table} WHERE {' AND '.join(conditions)} ORDER BY {order}", values)
    return [number for (number,) in rows]


def _sources(store: Store, words: str) -> list[str]:
    """The sources that have words in their names; to SQLite only the letters of ASCII have a case."""
    return [
        source for (source,) in store.rows("SELECT DISTINCT source FROM article") if _plain(words) in _plain(source)
    ]


def _plain(name: str) -> str:
    """A name without case and accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char))


# The labels of an analysis stand in the first line of its data.
_LABELLED: Final = (
    "(EXISTS (SELECT 1 FROM annotation WHERE annotation.article = article.id AND label = ? AND verdict = 'accepted')"
    " OR EXISTS (SELECT 1 FROM analysis WHERE article_sha256 = article.sha256"
    " AND CAST(substr(analysis.data, 1, 600) AS TEXT) LIKE ?))"
)


def _block(store: Store, numbers: Sequence[int]) -> list[tuple[str, str]]:
    """The ids of articles and of their stories."""
    return [
        (article, story or "")
        for article, story in store.rows(
            "SELECT article.id, story FROM json_each(?) AS wanted JOIN article ON number = wanted.value"
            " LEFT JOIN story_article ON article = article.id ORDER BY wanted.key",
            [json.dumps(list(numbers))],
        )
    ]


def _result(store: Store, query: Query, article: Article, story: str) -> Result | None:
    """The result of an article; None where it does not answer after all."""
    found = _found(store, query, article)
    if found is None:
        return None
    if not found:
        return Result(article, story, None, 0, "", "", article.text[: AFTER + BEFORE])
    before, after = around(article.text, found[0], BEFORE, AFTER)
    return Result(article, story, found[0], len(found), before, found[0].surface(article.text), after)


def _found(store: Store, query: Query, article: Article) -> list[Span] | None:
    """The places that answer, sorted; None where a condition fails."""
    text = article.text
    found = _joined(text, places(text, _patterns(query.terms)))
    marks = _marks(store, article) if query.names or query.labels else []
    for name in query.names:
        named = [span for span in places(text, _patterns([Term(name)])) if _is_name(text, span, marks)]
        if not named:
            return None
        found += named
    for figure in query.figures:
        written = [one for way in writings(figure) for one in places(text, _patterns([Term(way)]))]
        stated = [span for span in written if _is_number(text, span)]
        if not stated:
            return None
        found += stated
    for label in query.labels:
        labelled = [span for span, other in marks if other == label]
        wanted = [span for span in labelled if any(span.overlaps(one) for one in found)]
        found = wanted or labelled
        if not labelled:
            return None
    if query.pattern:
        try:
            found = list(matches(text, query.pattern))
        except TimeoutError as error:
            raise QueryError(f"/{query.pattern}/ takes too long", todo="make it simpler") from error
        if not found:
            return None
    return sorted(set(found))


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans with nothing but a blank between them as one: words that were typed behind each other and stand so."""
    found: list[Span] = []
    for span in spans:
        if found and text[found[-1].end : span.start] in {" ", "\n", "\u00a0"}:
            span = Span(found.pop().start, span.end)  # noqa: PLW2901 (it grows)
        found.append(span)
    return found


def _patterns(terms: Sequence[Term]) -> list[re.Pattern[str]]:
    found = (pattern_of(term.words, prefix=term.prefix) for term in terms if not term.title)
    return [pattern for pattern in found if pattern is not None]


def _marks(store: Store, article: Article) -> list[tuple[Span, str]]:
    """What reviewers accepted in an article; else what was read in it last."""
    accepted = [(one.span, one.label) for one in store.annotations(article.id) if one.verdict.value == "accepted"]
    analysis = newest_analysis(store, article.sha256)
    proposed = [(one.span, one.label) for one in analysis.mentions()] if analysis else []
    return sorted({*accepted, *proposed})


def _is_name(text: str, span: Span, marks: Sequence[tuple[Span, str]]) -> bool:
    """Whether a span lies in a name that was marked; where nothing is, whether it begins with a capital."""
    if marks:
        return any(mark.overlaps(span) and label not in FIGURE_LABELS for mark, label in marks)
    return text[span.start].isupper()


def _is_number(text: str, span: Span) -> bool:
    """Whether a span is a whole number, and no part of a longer one such as 1,700 or seventy-five."""
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    return not _MORE_BEFORE.search(before) and not _MORE_AFTER.match(after)
