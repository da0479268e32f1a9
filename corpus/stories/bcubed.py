"""B-cubed: how well a clustering agrees with another (Bagga and Baldwin 1998; Amigó et al. 2009)."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall, each from 0 to 1, averaged over the elements."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def bcubed(found: Sequence[Hashable], gold: Sequence[Hashable]) -> Agreement:
    """The agreement of two clusterings, each the cluster of element 0, 1, …; 1 and 1 of nothing.

    Precision is the mean share of an element's found cluster that is in its gold cluster, recall the mean share of its
    gold cluster that is in its found cluster. Raises ValueError where the lengths differ.
    """
    both = Counter(zip(found, gold, strict=True))
    if not both:
        return Agreement(1.0, 1.0)
    sizes, gold_sizes = Counter(found), Counter(gold)
    precision = sum(count * count / sizes[one] for (one, _), count in both.items())
    recall = sum(count * count / gold_sizes[other] for (_, other), count in both.items())
    return Agreement(precision / len(found), recall / len(found))
