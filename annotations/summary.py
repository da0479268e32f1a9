"""What a set of stories is made up of, counted in one pass."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from annotations.gold import GoldArticle, GoldStory
from annotations.model import Verdict
from annotations.scores.agreement import Agreement


@dataclass(slots=True)
class Summary:
    """Counts of some stories. `characters` are code points; `first` and `last` are the days known of articles.

    `dated` articles have a day.
    `ways` counts decisions by how they were given: "batch", "repeat", or empty for one by one. `models` counts by model
    the decided spans that one had proposed. `once` are the accepted spans without those that another reviewer accepted
    alike, `disputed` those of them that one accepted and another rejected or left unsure.
    """

    stories: int = 0
    articles: int = 0
    finished: int = 0
    characters: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    reviewers: Counter[str] = field(default_factory=Counter)
    ties: Counter[tuple[str, str]] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    models: Counter[str] = field(default_factory=Counter)
    ways: Counter[str] = field(default_factory=Counter)
    once: int = 0
    disputed: int = 0
    clusters: int = 0
    relations: int = 0
    dated: int = 0
    first: str = ""
    last: str = ""
    agreement: Agreement = field(default_factory=Agreement)

    @property
    def spans(self) -> int:
        """The accepted spans."""
        return self.labels.total()


def summary(stories: Iterable[GoldStory]) -> Summary:
    """What some stories are made up of."""
    found = Summary()
    for story in stories:
        found.stories += 1
        found.ties.update((tie.tie.value, tie.verdict.value) for tie in story.ties)
        found.clusters += sum(len(one.members) > 1 for one in story.clusters)
        for article in story.articles:
            found.articles += 1
            found.finished += bool(article.finished_by)
            found.characters += len(article.article.text)
            found.sources[article.article.metadata.source or ""] += 1
            found.languages[article.lang] += 1
            found.relations += len(article.connections)
            accepted = _spans(article, Verdict.ACCEPTED)
            found.once += len(accepted)
            found.disputed += len(accepted & _spans(article, Verdict.REJECTED, Verdict.UNSURE))
            found.labels.update(one.label for one in article.annotations if one.verdict is Verdict.ACCEPTED)
            found.verdicts.update(one.verdict.value for one in article.annotations)
            found.reviewers.update(one.reviewer for one in article.annotations)
            found.ways.update(one.via for one in article.annotations)
            found.models.update(one.origin.model for one in article.annotations if one.origin is not None)
            found.agreement.add(article)
            if day := article.article.metadata.published[:10]:
                found.dated += 1
                found.first, found.last = min(found.first or day, day), max(found.last, day)
    return found


def _spans(article: GoldArticle, *verdicts: Verdict) -> set[tuple[object, ...]]:
    """Edges and labels of the spans that have one of these verdicts, whoever gave it."""
    return {(one.span, one.parts, one.label) for one in article.annotations if one.verdict in verdicts}
