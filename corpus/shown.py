"""From the reading of a story to the comparison that the desk shows: plain numbers and words."""

from collections.abc import Iterator
from typing import Final

from corpus.alignments.nearest import nearest
from corpus.alignments.space import Space
from corpus.claims.claim import Claim
from corpus.comparison import Aligned, Comparison, Counted, Entry, Folded, Marked, Match, Pair, Row, Said, Side
from corpus.corrected_figures import said_by
from corpus.figures.figure import Figure, Kind
from corpus.figures.labels import label_of
from corpus.figures.words import in_words
from corpus.label_map import BOILERPLATE, FIGURE_LABELS
from corpus.ledger.wording import became, many
from corpus.material import Material, Report
from corpus.span import Span
from corpus.story_reading import ArticleReading, StoryReading, told
from corpus.ties import DECIDED

_SURE: Final = 90  # of a figure, which is read by rule
_READ: Final = "read by rule"
_REJECTED: Final = "rejected"
_BESIDE: Final = 3  # passages of another article that a sentence may be read beside


def shown(reading: StoryReading, material: Material) -> Comparison:
    """What the desk shows of a story that was read from `material`."""
    return Comparison(
        tuple(_side(*pair) for pair in zip(reading.articles, material.reports, strict=True)),
        reading.titles,
        tuple(
            Aligned(one.a, *_pair(one.span_a), one.b, *_pair(one.span_b), one.how.value, one.score, one.reason)
            for one in reading.alignments
        ),
        tuple(_matches(reading, material)),
        tuple(_rows(reading, material)),
    )


def _side(one: ArticleReading, report: Report) -> Side:
    names = [
        Marked(*_pair(mention.span), mention.label, mention.score, mention.reason, cluster, why)
        for mention, cluster, why in zip(one.mentions, one.clusters, one.why, strict=True)
    ]
    figures = list(_figures(one, report))
    # What was rejected is hidden by the decision, and there at once when that is taken back.
    lost = [
        Marked(each.start, each.end, each.label, _SURE, _REJECTED)
        for each in report.decided
        if each.verdict == _REJECTED and each.label != BOILERPLATE
    ]
    taken = {(mark.start, mark.end, mark.label) for mark in (*names, *figures)}
    marked = [*names, *figures, *(mark for mark in lost if (mark.start, mark.end, mark.label) not in taken)]
    folded = [Folded(*_pair(region.span), region.kind, region.reason) for region in one.regions]
    folded += (
        Folded(each.start, each.end, "reviewed", _REJECTED)
        for each in report.decided
        if each.verdict == _REJECTED and each.label == BOILERPLATE
    )
    return Side(
        tuple(sorted(folded)),
        tuple(sorted(marked)),
        tuple(_counted(one, report.text)),
        tuple(
            Said(
                *_pair(said.span), -1 if speaker is None else speaker, _surface(report.text, said.speaker), said.reason
            )
            for said, speaker in zip(one.quotations, one.speakers, strict=True)
        ),
    )


def _figures(one: ArticleReading, report: Report) -> Iterator[Marked]:
    """The figures of an article; one that reviewers corrected keeps the label that it was read with."""
    stated = any(figure.stated for figure in one.figures)
    read = {mention.span: mention.label for mention in report.analysis.mentions()} if stated else {}
    for figure, claim in zip(one.figures, one.claims, strict=True):
        label = read.get(figure.span, "") if figure.stated else ""
        reason = DECIDED if figure.stated or claim.reason == DECIDED else _READ
        yield Marked(*_pair(figure.span), label if label in FIGURE_LABELS else label_of(figure), _SURE, reason)


def _counted(one: ArticleReading, text: str) -> list[Counted]:
    rows = zip(one.figures, one.claims, one.claimants, one.groups, strict=True)
    return [
        Counted(
            *_pair(figure.span),
            in_words(figure, figure.span.surface(text)),
            _thing(figure, claim),
            became(claim.predicate),
            -1 if claimant is None else claimant,
            said_by(claim, text),
            -1 if group is None else group,
        )
        for figure, claim, claimant, group in rows
    ]


def _thing(figure: Figure, claim: Claim) -> str:
    """What is counted: many of it, where it is a number of things and not a measure of one."""
    several = figure.kind in {Kind.CARDINAL, Kind.RANGE} and figure.value != 1
    return " ".join((*claim.qualifiers, many(claim.counted) if several else claim.counted)).strip()


def _rows(reading: StoryReading, material: Material) -> list[Row]:
    figures = [{figure.span: figure for figure in one.figures} for one in reading.articles]
    texts = [report.text for report in material.reports]
    return [
        Row(
            group.about,
            group.verdict.value,
            group.remarks,
            tuple(
                Entry(
                    each.article,
                    *_pair(each.span),
                    _value(figures[each.article].get(each.span), each.span.surface(texts[each.article])),
                    -1 if each.claimant is None else each.claimant,
                    each.said_by,
                )
                for each in group.entries
            ),
            tuple(Pair(pair.a, pair.b, pair.verdict.value, pair.reason) for pair in group.pairs),
        )
        for group in reading.ledger
    ]


def _matches(reading: StoryReading, material: Material) -> list[Match]:
    articles = [told(*pair) for pair in zip((one.text for one in material.reports), reading.articles, strict=True)]
    found = [
        Match(one.a, *_pair(one.span_a), one.b, *_pair(one.span_b), one.score, one.reason)
        for one in nearest(Space.of(articles), _BESIDE)
    ]
    return sorted(found, key=lambda one: (one.a, one.start_a))  # stable: the best of each article stays first


def _value(figure: Figure | None, surface: str) -> str:
    return in_words(figure, surface) if figure is not None else " ".join(surface.split())


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _surface(text: str, span: Span | None) -> str:
    return " ".join(span.surface(text).split()) if span is not None else ""
