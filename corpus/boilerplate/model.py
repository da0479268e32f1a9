"""A model of lines: how likely each is furniture by its features and by the lines beside it.

A chain of two states, furniture and content (a conditional random field: Lafferty, McCallum & Pereira 2001): the score
of a line is the sum of the weights of its features, the score of two neighbours the weight of their states, and the
probability of a state is found by the forward-backward algorithm. What earlier steps marked is furniture for certain,
and what `doubt` keeps is content.
"""

from collections.abc import Sequence
from math import exp
from typing import Final

from corpus.boilerplate.doubt import least
from corpus.boilerplate.features import features
from corpus.boilerplate.kinds import BYLINE, CHROME, CREDIT, PROMOTION, RELATED
from corpus.boilerplate.lines import Line
from corpus.boilerplate.places import UNDER, Places, places
from corpus.boilerplate.structure import Marks
from corpus.boilerplate.weights import NEIGHBOURS, weights
from corpus.boilerplate.wordclasses import CREDIT as CREDITS
from corpus.boilerplate.wordclasses import READER, count

Odds = tuple[float, float]  # of content and of furniture, up to a common factor

_CONTENT: Final = (1.0, 0.0)
_FURNITURE: Final = (0.0, 1.0)
_EVEN: Final = (0.5, 0.5)
_HUNDREDTHS: Final = 100  # weights are whole numbers
_HEADLINE: Final = 5  # words


def mark_likely(lines: Sequence[Line], marks: Marks) -> None:
    """Lines that are likely to be furniture, by what they look like and what stands beside them."""
    found = places(lines, marks)
    needed = [least(found, number) if mark is None else None for number, mark in enumerate(marks)]
    if not any(needed):
        return
    odds = [
        (_CONTENT if marks[number] is None else _FURNITURE) if need is None else _odds(features(found, number))
        for number, need in enumerate(needed)
    ]
    for number, likely in enumerate(probabilities(odds)):
        need = needed[number]
        if need is not None and likely >= need:
            marks[number] = (_kind(found, number), f"looks like it: {likely:.0%}")


def probabilities(odds: Sequence[Odds]) -> list[float]:
    """How likely each line is furniture, from the odds of each line alone; neighbours are mostly alike."""
    before: list[Odds] = []
    state = _EVEN
    for number, line in enumerate(odds):
        state = (
            _scaled(line[0] * state[0], line[1] * state[1])
            if number == 0
            else _scaled(
                line[0] * (state[0] * _STEPS[0][0] + state[1] * _STEPS[1][0]),
                line[1] * (state[0] * _STEPS[0][1] + state[1] * _STEPS[1][1]),
            )
        )
        before.append(state)
    found: list[float] = []
    state = _EVEN
    for number in range(len(odds) - 1, -1, -1):
        found.append(_scaled(before[number][0] * state[0], before[number][1] * state[1])[1])
        content, furniture = odds[number][0] * state[0], odds[number][1] * state[1]
        state = _scaled(
            _STEPS[0][0] * content + _STEPS[0][1] * furniture,
            _STEPS[1][0] * content + _STEPS[1][1] * furniture,
        )
    return found[::-1]


def _odds(names: Sequence[str]) -> Odds:
    table = weights()
    score = sum(table.get(name, 0) for name in names) / _HUNDREDTHS
    return 1.0, exp(score)


def _scaled(content: float, furniture: float) -> Odds:
    total = content + furniture
    return (content / total, furniture / total) if total else _EVEN


def _kind(found: Places, number: int) -> str:
    bits = found.bits[number]
    if 2 * count(bits, CREDITS) >= len(bits):
        return CREDIT
    if count(bits, READER):
        return PROMOTION
    if found.zone(number) == UNDER:
        return BYLINE
    return RELATED if len(bits) >= _HEADLINE and not found.lines[number].ended else CHROME


_STEPS: Final = tuple(tuple(exp(weight / _HUNDREDTHS) for weight in row) for row in NEIGHBOURS)
