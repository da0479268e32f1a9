"""Which clusters of gold and which of the reading are the same, so that one thing has one id in all tasks. Pure.

Where people took apart what a machine takes for one, or the other way round, a cluster is the one with which it has
most mentions in common, of several the first.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.read_stories import ReadStory
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class SameClusters:
    """The clusters of gold: where each is named in an article, by its index, and by number of the reading.

    `numbers` are those of the reading by the ids of gold.
    """

    named: Mapping[int, Sequence[tuple[Span, Cluster]]]
    by_number: Mapping[int, Cluster]
    numbers: Mapping[str, int]

    def of(self, number: int, index: int, place: Span | None) -> Cluster | None:
        """The cluster of gold that a cluster of the reading is: the one that is named at a place, if it may be that."""
        here = (one for span, one in self.named.get(index, ()) if place is not None and place.overlaps(span))
        return next((one for one in here if self.numbers.get(one.id) == number), self.by_number.get(number))


def same_clusters(read: ReadStory, gold: GoldStory, decided: Mapping[int, GoldArticle]) -> SameClusters:
    """Those of a story; `decided` are its articles by their index in the reading."""
    where = {one.id: (index, one.span) for index, article in decided.items() for one in article.annotations}
    at = {where[each]: one for one in gold.clusters for each in one.members if each in where}
    common: Counter[tuple[str, int]] = Counter()
    for index, article in enumerate(read.reading.articles):
        for mention, number in zip(article.mentions, article.clusters, strict=True):
            if (index, mention.span) in at:
                common[at[index, mention.span].id, number] += 1
    by_id = {one.id: one for one in gold.clusters}
    numbers: dict[str, int] = {}
    by_number: dict[int, Cluster] = {}
    for (identity, number), _ in common.most_common():
        numbers.setdefault(identity, number)
        by_number.setdefault(number, by_id[identity])
    named: dict[int, list[tuple[Span, Cluster]]] = {}
    for (index, span), one in at.items():
        named.setdefault(index, []).append((span, one))
    return SameClusters(named, by_number, numbers)
