"""How well clusters of mentions agree with the gold: MUC, B-cubed, CEAF-e, their mean, and pairs of differing names.

A clustering is the cluster of mention 0, 1, …; both sides are over the same mentions, singletons included.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from annotations.scores import coreference as scores
from annotations.scores.coreference import Counts
from corpus.stories.bcubed import Agreement, bcubed

Clustering = Sequence[Hashable]


def muc(found: Clustering, gold: Clustering) -> Agreement:
    """The share of each side's links that the other keeps; 1 of no links."""
    return _agreement(scores.muc(_entities(gold), _entities(found)))


def ceaf_e(found: Clustering, gold: Clustering) -> Agreement:
    """Entities matched one to one, by entities; 1 of none."""
    return _agreement(scores.ceaf_e(_entities(gold), _entities(found)))


def conll(found: Clustering, gold: Clustering) -> float:
    """The mean of the F1 of MUC, B-cubed and CEAF-e."""
    return (muc(found, gold).f1 + bcubed(found, gold).f1 + ceaf_e(found, gold).f1) / 3


def differing(found: Clustering, gold: Clustering, names: Sequence[str]) -> Agreement:
    """Pairs of different names for one thing: the share of those found that is right, and of the right that is found.

    `names` are the names of the mentions, in a form in which equal names are no achievement. A pair counts once,
    however many mentions have the two names. 1 where a side has no pairs.
    """
    proposed, right = _pairs(found, names), _pairs(gold, names)
    hits = len(proposed & right)
    return Agreement(hits / len(proposed) if proposed else 1.0, hits / len(right) if right else 1.0)


def _entities(of: Clustering) -> list[frozenset[int]]:
    members: dict[Hashable, list[int]] = defaultdict(list)
    for mention, cluster in enumerate(of):
        members[cluster].append(mention)
    return list(map(frozenset, members.values()))


def _agreement(counts: Counts) -> Agreement:
    """Shares as numbers; 1 of nothing, where the scorer of the shared tasks says 0."""
    precision, recall = (float(one.value) if one.whole else 1.0 for one in (counts.precision, counts.recall))
    return Agreement(precision, recall)


def _pairs(clusters: Clustering, names: Sequence[str]) -> set[tuple[str, str]]:
    of: dict[Hashable, set[str]] = defaultdict(set)
    for cluster, name in zip(clusters, names, strict=True):
        of[cluster].add(name)
    return {(a, b) for shared in of.values() for a in shared for b in shared if a < b}
