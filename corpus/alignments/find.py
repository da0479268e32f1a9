"""The sentences of a story's articles that say the same."""

from collections.abc import Sequence
from typing import Final

from corpus.alignments.alignment import Alignment, How
from corpus.alignments.compared import compared
from corpus.alignments.reason import Reasons
from corpus.alignments.space import Space, score
from corpus.alignments.support import Pair, supported
from corpus.alignments.told import Told
from corpus.alignments.verbatim import alike, plain, quoted_words, words

_HOPELESS: Final = -2.0  # log odds that no third article makes up for
_SHORTEST: Final = 6  # words of a sentence that is the same by no chance


def alignments(articles: Sequence[Told]) -> list[Alignment]:
    """The aligned sentences of each two `articles`, sorted; a sentence may align with none and with several."""
    return aligned(Space.of(articles))


def aligned(space: Space) -> list[Alignment]:
    """As `alignments`, in a space that is there already."""
    quoting = [quoted_words(told, units) for told, units in zip(space.articles, space.units, strict=True)]
    same = alike(quoting)
    found: list[Alignment] = []
    for (a, i, b, j), count in same.items():
        text = f"{count} words quoted alike"
        found.append(Alignment(a, space.units[a][i], b, space.units[b][j], How.VERBATIM, min(100, 90 + count), text))
    reasons = Reasons(space)
    found.extend(
        _alignment(space, pair, odds, reasons)
        for pair, odds in supported(_likeness(space)).items()
        if odds > 0 and pair not in same
    )
    return sorted(found, key=lambda each: (each.a, each.b, each.span_a, each.span_b))


def _likeness(space: Space) -> dict[Pair, float]:
    """The log odds of all pairs of units that are anywhere near being worth a proposal."""
    return {
        (a, i, b, j): odds
        for a, b in compared(space)
        for (i, j), odds in space.likeness(a, b).items()
        if odds > _HOPELESS
    }


def _alignment(space: Space, pair: Pair, likeness: float, reasons: Reasons) -> Alignment:
    a, i, b, j = pair
    span_a, span_b = space.units[a][i], space.units[b][j]
    if _is_same(space, pair):
        return Alignment(a, span_a, b, span_b, How.VERBATIM, 100, "the same words")
    return Alignment(a, span_a, b, span_b, How.PARAPHRASE, score(likeness), reasons.of(a, i, b, j))


def _is_same(space: Space, pair: Pair) -> bool:
    a, i, b, j = pair
    first, second = space.vectors[a][i], space.vectors[b][j]
    if first.keys() != second.keys():
        return False
    said = [
        [plain(match.group()) for match in words(space.articles[article].text, unit.start, unit.end)]
        for article, unit in ((a, space.units[a][i]), (b, space.units[b][j]))
    ]
    return len(said[0]) >= _SHORTEST and said[0] == said[1]
