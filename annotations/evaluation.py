"""A pipeline or a reviewer against gold: which spans of which articles are compared, and the scores."""

from collections.abc import Callable, Iterable, Iterator

from annotations.analyses import stored_analysis
from annotations.choice import Choice, gold
from annotations.gold import GoldArticle
from annotations.model import Verdict
from annotations.read_stories import Reading
from annotations.scores.spans import Labelled, Scores
from annotations.store import Store
from corpus.analysis import joined
from corpus.article_reading import Reader, read_article

Found = Callable[[GoldArticle], Iterable[Labelled] | None]
"""What is compared with the gold of an article; None where that article says nothing."""


def evaluated(store: Store, choice: Choice, found: Found, *, unfinished: bool = False) -> Scores:
    """The scores of what `found` gives for each article, against the accepted spans of `choice`.

    Only articles that were finished say what is wrong; with `unfinished` the others count as well. Raises ProjectError,
    and ExportError where the library that scores is missing.
    """
    scores = Scores()
    for article in _articles(store, choice, unfinished=unfinished):
        labels = set(choice.labels)
        other = found(article)
        if other is None:
            continue
        theirs = [one for one in other if not labels or one[1] in labels]
        scores.add(article.article.name, accepted(article), theirs)
    return scores


def accepted(article: GoldArticle) -> Iterator[Labelled]:
    """The accepted spans of an article, whoever accepted them; of one with gaps the whole."""
    return ((one.span, one.label) for one in article.annotations if one.verdict is Verdict.ACCEPTED)


def by_pipeline(store: Store, how: Reading) -> Found:
    """What a pipeline reads in an article: what is stored of that, or what it reads now."""
    reader: list[Reader] = []

    def found(article: GoldArticle) -> Iterator[Labelled]:
        analysis = stored_analysis(store, article.article.sha256, how.model)
        if analysis is None:
            if not reader:
                reader.append(how.load())
            analysis = joined([part for _, _, part in read_article(reader[0], article.article.text, how.own)])
        return ((mention.span, mention.label) for mention in analysis.mentions())

    return found


def by_reviewer(store: Store, name: str, *, unfinished: bool = False) -> Found:
    """What a reviewer accepted in an article; of one that this reviewer did not finish nothing is known."""
    choice = Choice(reviewers=(name,))
    said = {one.article.id: tuple(accepted(one)) for one in _articles(store, choice, unfinished=unfinished)}

    def found(article: GoldArticle) -> Iterable[Labelled] | None:
        return said.get(article.article.id)

    return found


def _articles(store: Store, choice: Choice, *, unfinished: bool) -> Iterator[GoldArticle]:
    for story in gold(store, choice):
        yield from (one for one in story.articles if one.finished_by or unfinished)
