"""From decisions and stored readings to the material that a story is compared from."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, nullcontext
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from annotations.article_state import ArticleState
from annotations.furniture import furniture
from annotations.model import FIGURE_TIES, About, Relation, Verdict
from annotations.relations import basis_of, names_decided
from annotations.store import Store
from corpus.analysis import Analysis
from corpus.article import Article
from corpus.boilerplate.known import NOTHING_KNOWN
from corpus.clusters.cluster import Alias
from corpus.material import Corrected, Decided, Material, Report, Tied
from corpus.names import is_name, normal_name


def material(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    states: Sequence[ArticleState],
    store: Store | None = None,
) -> Material:
    """The material of a story: its articles with what was read and decided in each (all parallel).

    What is known of names and texts in the whole project comes from `store`, where there is one. Raises ProjectError.
    """
    numbers = {article.id: index for index, article in enumerate(articles)}
    decided = (one for state in states for one in state.relations.values() if one.other_id in numbers)
    tied = [_tied(one, numbers) for one in _last_words(decided)]
    return Material(
        tuple(map(_report, articles, analyses, states)),
        tuple(sorted(tied)),
        aliases(names_decided(store)) if store else (),
        known_labels(store, articles) if store else (),
        furniture(store, [article.text for article in articles]) if store else NOTHING_KNOWN,
        tuple(sorted(_corrected(states))),
    )


def aliases(decided: Iterable[tuple[str, str, bool]]) -> tuple[Alias, ...]:
    """What was said last of each pair of different names, in a fixed order; of descriptions nothing is kept.

    `decided` are pairs of surfaces, the oldest first, with whether they name the same.
    """
    said: dict[tuple[str, str], bool] = {}
    for surface, other, same in decided:
        a, b = sorted((normal_name(surface), normal_name(other)))
        if a != b and is_name(surface) and is_name(other):
            said[a, b] = same
    return tuple(Alias(a, b, same) for (a, b), same in sorted(said.items()))


def known_labels(store: Store, articles: Sequence[Article]) -> tuple[tuple[str, str], ...]:
    """The label that reviewers gave most often to names outside these articles; ties go to the first by name."""
    rows = store.rows(
        "SELECT surface, label, count(*) FROM annotation WHERE verdict = 'accepted'"
        " AND article NOT IN (SELECT value FROM json_each(?)) GROUP BY surface, label ORDER BY 3 DESC, label",
        [json.dumps([article.id for article in articles])],
    )
    labels: dict[str, str] = {}
    for surface, label, _ in rows:
        labels.setdefault(normal_name(surface), label)
    return tuple(sorted(labels.items()))


def full_basis(articles: Sequence[Article], made_from: Material) -> str:
    """All that a comparison is made from; where it is the same, so is the comparison."""
    return basis_of(articles) + sha256(made_from.to_bytes()).hexdigest()


class Gathered(NamedTuple):
    """What a story is compared from, and the basis that tells it from others."""

    made_from: Material
    basis: str


def gathered(
    articles: Sequence[Article], analyses: Sequence[Analysis], states: Sequence[ArticleState], project: Path | None
) -> Gathered:
    """The same with its basis, for a thread: it opens the `project`, where there is one, for itself.

    Raises ProjectError.
    """
    with closing(Store(project, read_only=True)) if project is not None else nullcontext() as store:
        made_from = material(articles, analyses, states, store)
    return Gathered(made_from, full_basis(articles, made_from))


def _report(article: Article, analysis: Analysis, state: ArticleState) -> Report:
    about = article.metadata
    decided = sorted(
        Decided(one.span.start, one.span.end, one.label, one.verdict.value) for one in state.annotations.values()
    )
    return Report(article.text, article.title, about.source, about.published, analysis, tuple(decided))


def _last_words(relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations, but of what reviewers say that two figures are to each other only what was said last."""
    said: dict[frozenset[tuple[str, int, int]], Relation] = {}
    for one in sorted(relations, key=lambda one: one.decided):
        if one.tie in FIGURE_TIES and one.verdict is Verdict.ACCEPTED:
            here = (one.article_id, one.span.start, one.span.end)
            said[frozenset((here, (one.other_id, one.other_span.start, one.other_span.end)))] = one
        else:
            yield one
    yield from said.values()


def _tied(one: Relation, numbers: Mapping[str, int]) -> Tied:
    here = (numbers[one.article_id], one.span.start, one.span.end)
    there = (numbers[one.other_id], one.other_span.start, one.other_span.end)
    return Tied(one.tie.value, *here, *there, one.verdict.value)


def _corrected(states: Iterable[ArticleState]) -> Iterator[Corrected]:
    """What was said of figures."""
    for number, state in enumerate(states):
        for (about, span, _, field), one in state.statements.items():
            if about is About.FIGURE and span is not None:
                yield Corrected(number, span.start, span.end, field, one.value)


def merged(states: Iterable[ArticleState]) -> ArticleState:
    """What several reviewers decided on one article: what was accepted by anybody, else what was rejected.

    Of ties, and of what was said of figures, the last word counts.
    """
    whole = ArticleState()
    for state in states:
        for annotation in state.annotations.values():
            key = f"{annotation.span.start}:{annotation.span.end}:{annotation.label}"
            before = whole.annotations.get(key)
            if before is None or _weight(annotation.verdict) > _weight(before.verdict):
                whole.annotations[key] = annotation
        for tie, relation in state.relations.items():
            known = whole.relations.get(tie)
            if known is None or known.decided < relation.decided:
                whole.relations[tie] = relation
        for subject, statement in state.statements.items():
            said = whole.statements.get(subject)
            if said is None or said.decided < statement.decided:
                whole.statements[subject] = statement
    return whole


def _weight(verdict: Verdict) -> int:
    return (Verdict.UNSURE, Verdict.REJECTED, Verdict.ACCEPTED).index(verdict)
