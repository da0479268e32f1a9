"""Which annotations are whole tokens, gaps included: for the formats of tokens that can hold a mention in pieces."""

from collections.abc import Iterator
from itertools import pairwise

from annotations.formats.base import LeftOut, Place
from annotations.formats.shared.sentences import Sentence, split
from annotations.formats.shared.tokens import Tokens
from annotations.gold import GoldArticle
from annotations.model import Annotation
from corpus.span import Span


def pieces(one: Annotation) -> tuple[Span, ...]:
    """The parts of an annotation; of one without gaps its span."""
    return one.parts or (one.span,)


def sentences_with_parts(gold: GoldArticle) -> list[Sentence]:
    """The sentences of an article, with tokens cut at the edges of its annotations and of their parts."""
    return split(gold.article.text, [span for one in gold.annotations for span in (one.span, *one.parts)])


def whole(gold: GoldArticle, tokens: Tokens, *, told: bool) -> tuple[list[Annotation], list[LeftOut]]:
    """The annotations that are whole tokens, and the others; with these goes what has their place and other parts.

    Where parts are not `told`, but seen by the tokens between them, a gap without a token is none.
    """
    lost: dict[Place, str] = {}
    for one in gold.annotations:
        why = next(filter(None, map(tokens.misfit, pieces(one))), "")
        if not why and not told and any(_joined(tokens, *pair) for pair in pairwise(pieces(one))):
            why = "a gap of it holds no token"
        if why:
            lost.setdefault(_place(one), why)
    kept = [one for one in gold.annotations if _place(one) not in lost]
    return kept, list(_left_out(gold, lost))


def _joined(tokens: Tokens, one: Span, other: Span) -> bool:
    return tokens.touched(one)[-1] + 1 == tokens.touched(other)[0]


def _left_out(gold: GoldArticle, lost: dict[Place, str]) -> Iterator[LeftOut]:
    for one in gold.annotations:
        if why := lost.get(_place(one), ""):
            yield LeftOut.of(gold, one, why)


def _place(one: Annotation) -> Place:
    return Place(one.span.start, one.span.end, one.label, one.reviewer)
