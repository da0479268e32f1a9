"""Small stories whose names are marked: `[name|LABEL|thing]`; names of one thing have to come together, others not."""

import re
from collections.abc import Hashable, Sequence
from typing import Final

from corpus.clusters.cluster import Name
from corpus.span import Span

_MARKED: Final = re.compile(r"\[([^\[\]|]+)\|([A-Z_]+)\|([^\[\]|]+)\]")
NOMINAL: Final = "N_"  # before the label of a description


def marked(*articles: str) -> tuple[list[str], list[Name], list[str]]:
    """The texts of some articles without marks, their names in order, and the thing of each."""
    texts, names, things = [], [], []
    for number, article in enumerate(articles):
        text, end = "", 0
        for mark in _MARKED.finditer(article):
            text += article[end : mark.start()]
            span = Span(len(text), len(text) + len(mark[1]))
            label = mark[2].removeprefix(NOMINAL)
            names.append(Name(number, span, label, nominal=label != mark[2]))
            things.append(mark[3])
            text += mark[1]
            end = mark.end()
        texts.append(text + article[end:])
    return texts, names, things


def partition(of: Sequence[Hashable]) -> list[int]:
    """The clusters numbered in the order of first mention."""
    number: dict[Hashable, int] = {}
    return [number.setdefault(one, len(number)) for one in of]
