"""A text as sentences of tokens, for the formats of one token a line: by rule, and cut wherever a span begins or ends.

So no span can cut a token; what cannot stand in such a file is a span that overlaps another one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotations.formats.shared.tokens import Tokens
from annotations.gold import GoldArticle
from corpus.segment import sentences, tokens
from corpus.span import Span


class Sentence(NamedTuple):
    """A sentence and its tokens; a sentence has at least one."""

    span: Span
    tokens: tuple[Span, ...]


def sentences_of(article: GoldArticle) -> list[Sentence]:
    """The sentences of an article, cut at the edges of its annotations. A span over several sentences joins them."""
    spans = [one.span for one in article.annotations]
    return split(article.article.text, spans)


def split(text: str, spans: Iterable[Span]) -> list[Sentence]:
    """The sentences of a text, with tokens that begin and end where these spans do."""
    given = list(spans)
    edges = sorted({edge for span in given for edge in (span.start, span.end)})
    found: list[Sentence] = []
    for whole in _joined(sentences(text, 0, len(text)), given):
        inside = edges[bisect_right(edges, whole.start) : bisect_left(edges, whole.end)]
        if own := _cut(tokens(text, whole.start, whole.end), inside):
            found.append(Sentence(whole, tuple(own)))
    return found


def tokens_of(text: str, given: Iterable[Sentence]) -> Tokens:
    """All tokens of some sentences of a text."""
    own = [token for sentence in given for token in sentence.tokens]
    return Tokens(text, tuple([token.start for token in own]), tuple([token.end for token in own]))


def _joined(given: Iterable[Span], spans: Iterable[Span]) -> list[Span]:
    """Sentences, those that a span reaches over as one."""
    reaching, furthest, at = sorted(spans), 0, 0
    found: list[Span] = []
    for sentence in given:
        if found and furthest > sentence.start:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
        while at < len(reaching) and reaching[at].start < sentence.end:
            furthest = max(furthest, reaching[at].end)
            at += 1
    return found


def _cut(given: list[Span], edges: Sequence[int]) -> list[Span]:
    """Tokens, cut at each edge that lies inside one; `edges` are sorted."""
    starts = [token.start for token in given]
    for edge in reversed(edges):  # from behind, so that `starts` holds for all that come
        at = bisect_left(starts, edge) - 1
        if at >= 0 and edge < given[at].end:
            given[at : at + 1] = Span(given[at].start, edge), Span(edge, given[at].end)
    return given
