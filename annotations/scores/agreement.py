"""How far reviewers agree who finished the same articles: F1 of spans, and Cohen's kappa of tokens.

F1 counts a span as the same where its edges and its label are (Hripcsak and Rothschild, 2005: the more there is that
nobody marked, the nearer kappa comes to F1). Kappa is Cohen's of 1960, over the labels of tokens, O among them.
"""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from annotations.formats.shared.sentences import split, tokens_of
from annotations.gold import GoldArticle
from annotations.model import Annotation, Verdict

OUTSIDE = "O"


@dataclass(slots=True)
class Pair:
    """What two reviewers marked in the articles that both finished."""

    articles: int = 0
    same: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    second: Counter[str] = field(default_factory=Counter)
    tokens: Counter[tuple[str, str]] = field(default_factory=Counter)

    def f1(self, label: str | None = None) -> Decimal | None:
        """F1 over all spans, or those of one label; None where neither marked any."""
        marked = sum(one[label] if label is not None else one.total() for one in (self.first, self.second))
        same = self.same[label] if label is not None else self.same.total()
        return Decimal(2 * same) / marked if marked else None

    def kappa(self) -> Decimal | None:
        """Cohen's kappa over tokens; None where there is nothing that chance could not explain."""
        total = self.tokens.total()
        if not total:
            return None
        rows, columns = Counter[str](), Counter[str]()
        for (one, other), count in self.tokens.items():
            rows[one] += count
            columns[other] += count
        agreed = Decimal(sum(count for (one, other), count in self.tokens.items() if one == other)) / total
        chance = sum((Decimal(rows[label] * columns[label]) for label in rows), Decimal(0)) / (total * total)
        return (agreed - chance) / (1 - chance) if chance != 1 else None


class Agreement:
    """Agreement of all pairs of reviewers, grown article by article."""

    def __init__(self) -> None:
        self.pairs: dict[tuple[str, str], Pair] = {}

    def add(self, article: GoldArticle) -> None:
        """Count one article, for the pairs that finished it."""
        for one, other in combinations(sorted(article.finished_by), 2):
            self._count(self.pairs.setdefault((one, other), Pair()), article, (one, other))

    def _count(self, pair: Pair, article: GoldArticle, names: tuple[str, str]) -> None:
        accepted = [one for one in article.annotations if one.verdict is Verdict.ACCEPTED]
        mine, theirs = ([one for one in accepted if one.reviewer == name] for name in names)
        pair.articles += 1
        ours, others = ({(one.span, one.parts, one.label) for one in some} for some in (mine, theirs))
        pair.first.update(label for *_, label in ours)
        pair.second.update(label for *_, label in others)
        pair.same.update(label for *_, label in ours & others)
        pair.tokens.update(_tokens(article, mine, theirs))


def _tokens(article: GoldArticle, *given: list[Annotation]) -> Counter[tuple[str, str]]:
    """How often tokens have each pair of labels; of nested spans the longest counts."""
    tokens = tokens_of(article.article.text, split(article.article.text, [one.span for some in given for one in some]))
    labels = [[OUTSIDE] * len(tokens.starts) for _ in given]
    for some, row in zip(given, labels, strict=True):
        for one in sorted(some, key=lambda one: len(one.span)):
            for at in tokens.touched(one.span):
                row[at] = one.label
    return Counter((one, other) for one, other in zip(*labels, strict=True))
