"""How well spans agree with gold: strict, exact, partial and type scores as SemEval-2013 task 9 counts them.

The counting is that of nervaluate (https://github.com/MantisAI/nervaluate), article by article, added up here: nothing
is held. Strict wants edges and label, exact edges alone, type the label of a span that overlaps; partial gives
half for a span that overlaps.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, NamedTuple

from annotations.errors import ExportError
from corpus.span import Span

SCHEMES: Final = {"strict": "strict", "exact": "exact", "partial": "partial", "type": "ent_type"}
"""Our names of the schemes, and nervaluate's."""
NOTHING: Final = ""
_COUNTS: Final = ("correct", "incorrect", "partial", "missed", "spurious")
Labelled = tuple[Span, str]


@dataclass(slots=True)
class Counts:
    """How often what was found is correct, incorrect, half right, missed, or not there in gold."""

    correct: int = 0
    incorrect: int = 0
    partial: int = 0
    missed: int = 0
    spurious: int = 0

    def add(self, found: Any) -> None:
        """Add the counts of one article."""
        for name in _COUNTS:
            setattr(self, name, getattr(self, name) + getattr(found, name))

    @property
    def right(self) -> Decimal:
        """What counts as right: what is half right counts half."""
        return self.correct + Decimal(self.partial) / 2

    @property
    def precision(self) -> Decimal:
        """The share of what was found that is right; 0 where nothing was found."""
        found = self.correct + self.incorrect + self.partial + self.spurious
        return self.right / found if found else Decimal(0)

    @property
    def recall(self) -> Decimal:
        """The share of gold that was found; 0 where there is none."""
        gold = self.correct + self.incorrect + self.partial + self.missed
        return self.right / gold if gold else Decimal(0)

    @property
    def f1(self) -> Decimal:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else Decimal(0)


class Worst(NamedTuple):
    """An article with how many spans of it are not strictly right, of how many in gold."""

    wrong: int
    gold: int
    name: str


@dataclass(slots=True)
class Scores:
    """Scores of everything and of each label, by scheme; `confusion` counts labels of gold and of what was found.

    Where a span overlaps none on the other side, its label stands beside NOTHING. What does not count is counted apart:
    `unscored` spans of gold by label, `left_out` spans of what was found by the reason.
    """

    overall: dict[str, Counts] = field(default_factory=lambda: {name: Counts() for name in SCHEMES})
    labels: dict[str, dict[str, Counts]] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    articles: list[Worst] = field(default_factory=list)
    unscored: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, gold: Iterable[Labelled], found: Iterable[Labelled]) -> None:
        """Count one article. Raises ExportError where nervaluate is not installed."""
        true, pred = sorted(set(gold)), sorted(set(found))
        self.confusion.update(confused(true, pred))
        if not true and not pred:
            self.articles.append(Worst(0, 0, name))
            return
        tags = sorted({label for _, label in (*true, *pred)})
        result = _evaluator()([_rows(true)], [_rows(pred)], tags=tags, loader="dict").evaluate()
        for ours, theirs in SCHEMES.items():
            self.overall[ours].add(result["overall"][theirs])
            for tag in tags:
                if tag in result["entities"]:
                    own = self.labels.setdefault(tag, {scheme: Counts() for scheme in SCHEMES})
                    own[ours].add(result["entities"][tag][theirs])
        strict = result["overall"]["strict"]
        self.articles.append(Worst(strict.incorrect + strict.missed + strict.spurious, len(true), name))

    def worst(self, count: int) -> list[Worst]:
        """The articles with the most that is wrong."""
        return sorted((one for one in self.articles if one.wrong), key=lambda one: (-one.wrong, one.name))[:count]


def confused(gold: Sequence[Labelled], found: Sequence[Labelled]) -> Counter[tuple[str, str]]:
    """Pairs of labels: each span of gold with the one that shares most with it, then what is left of the others."""
    counts: Counter[tuple[str, str]] = Counter()
    left = list(found)
    for span, label in gold:
        best = max(left, key=lambda one: (_shared(span, one[0]), one[1] == label), default=None)
        if best is None or not _shared(span, best[0]):
            counts[label, NOTHING] += 1
        else:
            counts[label, best[1]] += 1
            left.remove(best)
    counts.update((NOTHING, label) for _, label in left)
    return counts


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _rows(spans: Iterable[Labelled]) -> list[dict[str, Any]]:
    """Spans as nervaluate wants them, which counts the last code point in."""
    return [{"label": label, "start": span.start, "end": span.end - 1} for span, label in spans]


def _evaluator() -> Any:
    if find_spec("nervaluate") is None:
        todo = "install it with: pip install 'variorum[eval]'"
        raise ExportError("the library that scores spans is not installed", todo=todo)
    return import_module("nervaluate.evaluator").Evaluator
