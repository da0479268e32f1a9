"""The claims of an article: for each figure what it counts, what is said of it, and who says so."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from corpus.analysis import Mention
from corpus.claims.ages import bearer
from corpus.claims.claim import Claim
from corpus.claims.clause import Clause
from corpus.claims.parse import Parse
from corpus.claims.parsed import mended
from corpus.claims.predicate import is_negated
from corpus.claims.reading import context, qualifiers, reading
from corpus.claims.sources import source_of, sources
from corpus.figures.figure import Figure, Kind
from corpus.quotations.clause import Line
from corpus.quotations.quotation import Quotation
from corpus.span import Span

_LONGEST: Final = 1200  # code points of a sentence that are read
_AGE: Final = "age"
_QUOTED: Final = "in what they are quoted with"


def claims(
    text: str,
    figures: Sequence[Figure],
    sentences: Sequence[Span],
    parses: Mapping[int, Parse],
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
) -> list[Claim]:
    """The claim of each figure, in their order; `parses` maps the indices of sentences to parses and may lack any."""
    article = _Article(text, figures, sentences, mentions, quotations)
    article.parses = parses
    found: list[Claim] = []
    while len(found) < len(figures):
        found += article.of_sentence(len(found))
    return found


class _Article:
    def __init__(
        self,
        text: str,
        figures: Sequence[Figure],
        sentences: Sequence[Span],
        mentions: Sequence[Mention],
        quotations: Sequence[Quotation],
    ) -> None:
        self.parses: Mapping[int, Parse] = {}
        self._text = text
        self._figures = figures
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._line = Line(text, mentions)
        self._people = [mention for mention in mentions if mention.label == "PERSON"]
        self._quotations = quotations
        self._quoted = [quotation.span.start for quotation in quotations]

    def of_sentence(self, first: int) -> list[Claim]:
        """The claims of figure `first` and of those behind it in its sentence."""
        low, high = self._bounds(self._figures[first].span)
        clause = Clause(self._text, low, high, self._figures, first)
        parse = self.parses.get(bisect_right(self._starts, self._figures[first].span.start) - 1, ())
        named = sources(self._line, low, high)
        found = []
        for index in range(first, max(clause.last, first + 1)):
            span = self._figures[index].span
            who, reason = self._speaker(span)
            if who is None and (source := source_of(named, span.start)):
                who, reason = source.span, source.reason
            if self._figures[index].kind is Kind.DATE:  # when it was; who says so belongs to what was then
                who, reason = None, ""
            found.append(self._claim(clause, parse, index, (who, reason)))
        return found

    def _claim(self, clause: Clause, parse: Parse, index: int, said_by: tuple[Span | None, str]) -> Claim:
        figure = self._figures[index]
        who, reason = said_by
        at = clause.at.get(index, 0)
        if figure.role == _AGE:
            noun, name = bearer(self._text, clause, at, figure, self._people)
            return Claim(noun, name, scope=context(clause, at, None), claimant=who, reason=reason)
        read = mended(reading(clause, at, figure), clause, at, parse)
        said = read.predicate
        return Claim(
            counted=read.noun,
            counted_at=clause.span(*read.counted) if read.counted else None,
            qualifiers=qualifiers(clause, read.counted),
            predicate=said.base if said else "",
            predicate_at=clause.span(said.at, said.at) if said else None,
            negated=said is not None and is_negated(clause, said.at),
            scope=context(clause, at, read.counted),
            claimant=who,
            reason=reason,
        )

    def _bounds(self, span: Span) -> tuple[int, int]:
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or self._sentences[at].end < span.end:
            return span.start, span.end
        sentence = self._sentences[at]
        return max(sentence.start, span.start - _LONGEST), min(sentence.end, span.end + _LONGEST)

    def _speaker(self, span: Span) -> tuple[Span | None, str]:
        at = bisect_right(self._quoted, span.start) - 1
        if at < 0 or not self._quotations[at].span.contains(span):
            return None, ""
        return self._quotations[at].speaker, _QUOTED
