"""Spans that cut words are counted where a file does not say what stands there."""

from dataclasses import replace

import pytest

from annotations.word_edges import Edges
from tests.annotations.examples import Mark, gold


@pytest.mark.parametrize(
    ("surfaces", "strange"),
    [
        (("Anna", "Berlin", "ebt"), 1),
        (("Anna", "Berlin", "lebte"), 0),
        (("Anna", "Berlin", "leb"), 0),
        (("nna", "erlin", "lebte"), 2),
        (("nn", "erli", "leb"), 3),
        (("人在", "家"), 0),
    ],
)
def test_spans_inside_words(surfaces: tuple[str, ...], strange: int) -> None:
    article = gold("Anna lebte in Berlin, 有人在家。", *map(Mark, surfaces))
    bare = replace(article, annotations=tuple(replace(one, surface="") for one in article.annotations))
    edges = Edges()
    edges.take(article)
    assert (edges.spans, edges.strange) == (0, 0)
    edges.take(bare)
    assert (edges.spans, edges.strange) == (len(surfaces), strange)
