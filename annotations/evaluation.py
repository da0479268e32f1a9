"""A pipeline or a reviewer against gold: which spans of which articles are compared, and the scores."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from annotations.analyses import stored_analysis
from annotations.choice import Choice, gold
from annotations.gold import GoldArticle
from annotations.model import Verdict
from annotations.read_stories import Reading
from annotations.scores.spans import Labelled, Scores
from annotations.store import Store
from corpus.analysis import joined
from corpus.article_reading import Reader, read_article
from corpus.label_map import FIGURE_LABELS, renamed
from corpus.span import Span

Found = Callable[[GoldArticle], Iterable[Labelled] | None]
"""What is compared with the gold of an article; None where that article says nothing."""
Gives = Callable[[str], bool]
"""Whether a label can be among what is compared with gold at all."""

UNSURE: Final = "unsure"
PAGE: Final = "boilerplate"


def every_label(_: str) -> bool:
    """What a person can give."""
    return True


def evaluated(
    store: Store, choice: Choice, found: Found, *, gives: Gives = every_label, unfinished: bool = False
) -> Scores:
    """The scores of what `found` gives for each article, against the accepted spans of `choice`.

    Only articles that were finished say what is wrong; with `unfinished` the others count as well. Labels that are not
    among those that `found` `gives` count on neither side, nor does what `found` gives where gold does not know: both
    are counted apart. Raises ProjectError, and ExportError where the library that scores is missing.
    """
    scores = Scores()
    # Whatever the labels that are wanted, people may be unsure of a place because it could have another one.
    for article in _articles(store, replace(choice, labels=()), unfinished=unfinished):
        other = found(article)
        if other is None:
            continue
        true = [one for one in set(accepted(article)) if not choice.labels or one[1] in choice.labels]
        scores.unscored.update(label for _, label in true if not gives(label))
        unknown, theirs = _Unknown.of(article), list[Labelled]()
        for one in {one for one in other if not choice.labels or one[1] in choice.labels}:
            why = unknown.why(one[0])
            if gives(one[1]) and why:
                scores.left_out[why] += 1
            elif gives(one[1]):
                theirs.append(one)
        scores.add(article.article.name, (one for one in true if gives(one[1])), theirs)
    return scores


@dataclass(frozen=True, slots=True)
class _Unknown:
    """Where gold does not say whether there is something: what is `unsure`, and `page` regions, but for `accepted`."""

    accepted: tuple[Span, ...]
    unsure: tuple[Span, ...]
    page: tuple[Span, ...]

    @classmethod
    def of(cls, article: GoldArticle) -> "_Unknown":
        """The places of an article. Nobody looks at names in what belongs to the page, or may belong to it."""
        return cls(
            tuple(span for span, _ in accepted(article)),
            tuple(one.span for one in article.annotations if one.verdict is Verdict.UNSURE),
            tuple(one.span for one in article.boilerplate if one.verdict is not Verdict.REJECTED),
        )

    def why(self, span: Span) -> str:
        """Why gold does not know what `span` is; empty where it does."""
        if any(one.overlaps(span) for one in self.accepted):
            return ""
        if any(one.overlaps(span) for one in self.unsure):
            return UNSURE
        return PAGE if any(one.contains(span) for one in self.page) else ""


def accepted(article: GoldArticle) -> Iterator[Labelled]:
    """The accepted spans of an article, whoever accepted them; of one with gaps the whole."""
    return ((one.span, one.label) for one in article.annotations if one.verdict is Verdict.ACCEPTED)


def by_pipeline(store: Store, how: Reading) -> Found:
    """What a pipeline reads in an article, with the figures of the rules: what is stored of that, or what it reads."""
    reader: list[Reader] = []

    def found(article: GoldArticle) -> Iterator[Labelled]:
        analysis = stored_analysis(store, article.article.sha256, how.model)
        if analysis is None:
            if not reader:
                reader.append(how.load())
            analysis = joined([part for _, _, part in read_article(reader[0], article.article.text, how.own)])
        return ((mention.span, mention.label) for mention in analysis.mentions())

    return found


def own_labels(how: Reading, *, figures: bool = False) -> Gives:
    """Which labels a pipeline can give: of figures none, as rules read them for it, unless these `figures` are wanted.

    A pipeline of rules alone has figures too. The reader is made when the first label is asked for.
    """
    of_figures = {renamed(label, how.own) for label in FIGURE_LABELS}
    reader: list[Reader] = []

    def gives(label: str) -> bool:
        if not reader:
            reader.append(how.load())
        if label in of_figures:
            return figures or reader[0].by_rules
        return reader[0].labels is None or label in reader[0].labels

    return gives


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
