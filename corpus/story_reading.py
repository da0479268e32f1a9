"""The reading of a story: what its articles say together, made of what was read in each and what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from corpus.alignments.alignment import Alignment
from corpus.alignments.find import alignments
from corpus.alignments.told import Told
from corpus.analysis import Mention
from corpus.boilerplate.find import regions
from corpus.boilerplate.known import Known
from corpus.boilerplate.region import Region
from corpus.claims.claim import Claim
from corpus.claims.claimants import claimants
from corpus.clusters.cluster import Clusters, Name
from corpus.clusters.find import clusters
from corpus.corrected_figures import Said, as_said, claimants_as_said, clusters_by_name, said_by, said_of
from corpus.covered import Covered, united
from corpus.facts import Facts
from corpus.figures.figure import Figure, Kind
from corpus.figures.find import figures
from corpus.figures.words import value_key
from corpus.label_map import BOILERPLATE, FIGURE_LABELS
from corpus.ledger import wording
from corpus.ledger.counted import Counted
from corpus.ledger.find import ledger
from corpus.ledger.ledger import Entry, Group
from corpus.material import Material, Report
from corpus.mentions.correct import corrected
from corpus.mentions.judged import Judged, Read
from corpus.quotations.quotation import Quotation
from corpus.quotations.speakers import resolve
from corpus.span import Span
from corpus.ties import DECIDED, aligned_as_decided, joined_as_decided, settled_as_decided

_ACCEPTED: Final = "accepted"
_REJECTED: Final = "rejected"
_REVIEWED: Final = "reviewed"  # the kind of a region that a reviewer drew


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """One article in its story, each part by place.

    `mentions` are names only, with the `clusters` they belong to (parallel, numbers of the story) and `why`; `claims`,
    `claimants` (clusters) and `groups` (indices in the ledger) are parallel to `figures`, `speakers` (clusters) to
    `quotations`.
    """

    sentences: tuple[Span, ...]
    regions: tuple[Region, ...]
    mentions: tuple[Judged, ...]
    clusters: tuple[int, ...]
    why: tuple[str, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    claimants: tuple[int | None, ...]
    groups: tuple[int | None, ...]
    quotations: tuple[Quotation, ...]
    speakers: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class StoryReading:
    """A story as a whole; articles are indices, clusters numbers into `titles`."""

    articles: tuple[ArticleReading, ...]
    titles: tuple[str, ...]
    alignments: tuple[Alignment, ...]
    ledger: tuple[Group, ...]


def read_story(material: Material) -> StoryReading:
    """What the reports of a story say together."""
    reports = material.reports
    texts = [report.text for report in reports]
    first = [
        _first(report, material.furniture, said_of(material.corrected, index)) for index, report in enumerate(reports)
    ]
    reads = [
        Read(report.text, one.sentences, one.proposed, one.regions) for report, one in zip(reports, first, strict=True)
    ]
    mentions = [
        _decided(report, found) for report, found in zip(reports, corrected(reads, dict(material.known)), strict=True)
    ]
    names = [
        Name(index, one.span, one.label, nominal=not any(map(str.isupper, one.span.surface(texts[index]))))
        for index, found in enumerate(mentions)
        for one in found
    ]
    linked = joined_as_decided(texts, names, clusters(texts, names, material.aliases), material.tied)
    forms = ((one.span.surface(texts[one.article]), cluster) for one, cluster in zip(names, linked.of, strict=True))
    by_name = clusters_by_name(linked.titles, forms)
    articles, at = [], 0
    for report, one, found in zip(reports, first, mentions, strict=True):
        articles.append(_article(report, one, found, linked, at, by_name))
        at += len(found)
    said = [told(text, one) for text, one in zip(texts, articles, strict=True)]
    found_groups = ledger([_counted(*pair) for pair in zip(reports, articles, strict=True)])
    groups = settled_as_decided(found_groups, material.tied, _known(texts, articles) if material.tied else {})
    pairs = aligned_as_decided(alignments(said), material.tied)
    return StoryReading(_grouped(articles, groups), linked.titles, tuple(pairs), tuple(groups))


@dataclass(frozen=True, slots=True)
class _First:
    """One article before the story is known: without what lies in its regions."""

    sentences: tuple[Span, ...]
    regions: tuple[Region, ...]
    proposed: tuple[Mention, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    quotations: tuple[Quotation, ...]


def _first(report: Report, furniture: Known, said: Mapping[Span, Said]) -> _First:
    facts, analysis = Facts.from_bytes(report.analysis.facts), report.analysis
    folded = _regions(report, furniture)
    boilerplate = Covered(region.span for region in folded)
    names = (one for one in analysis.mentions() if one.label not in FIGURE_LABELS)
    counted = as_said(_figures(report, facts, boilerplate, said), said)
    sentences = map(Span, analysis.sentence_starts, analysis.sentence_ends)
    return _First(
        tuple(span for span in sentences if not boilerplate.touches(span)),
        tuple(folded),
        tuple(one for one in names if not boilerplate.touches(one.span)),
        tuple(figure for figure, _ in counted),
        tuple(claim for _, claim in counted),
        tuple(one for one in facts.quotations if not boilerplate.touches(one.span)),
    )


def _regions(report: Report, furniture: Known) -> list[Region]:
    """The regions of a report: those that are proposed, but for those that reviewers rejected, and those they drew."""
    decided = [(Span(one.start, one.end), one.verdict) for one in report.decided if one.label == BOILERPLATE]
    settled = Covered(span for span, verdict in decided if verdict in {_ACCEPTED, _REJECTED})
    found = [one for one in regions(report.text, furniture) if not settled.touches(one.span)]
    drawn = united(span for span, verdict in decided if verdict == _ACCEPTED)
    found += [Region(span, _REVIEWED, DECIDED) for span in drawn]
    return sorted(found, key=lambda region: region.span)


def _figures(
    report: Report, facts: Facts, boilerplate: Covered, said: Mapping[Span, Said]
) -> list[tuple[Figure, Claim]]:
    """The figures of a report with their claims: those that were read and not rejected, and those marked by hand.

    What is marked by hand is a figure where it reads as one, or where a reviewer said what it says.
    """
    decided = [one for one in report.decided if one.label in FIGURE_LABELS]
    taken = {Span(one.start, one.end) for one in decided if one.verdict == _ACCEPTED}
    lost = {Span(one.start, one.end) for one in decided if one.verdict == _REJECTED}
    confirmed = Covered(taken)
    read = list(zip(facts.figures, facts.claims, strict=True))
    there = {figure.span for figure, _ in read}
    kept = [
        (figure, claim)
        for figure, claim in read
        if figure.span in taken
        or not (figure.span in lost or boilerplate.touches(figure.span) or confirmed.touches(figure.span))
    ]
    for span in sorted(taken - there):
        found = [one for one in figures(report.text, span.start, span.end) if one.span == span]
        if span in said and not found:
            found = [Figure(span, Kind.CARDINAL)]
        kept += [(one, Claim()) for one in found]
    return sorted(kept, key=lambda pair: pair[0].span)


def _decided(report: Report, found: Sequence[Judged]) -> list[Judged]:
    """The mentions of a report: those that reviewers confirmed, and those proposed that they left open."""
    decided = [one for one in report.decided if one.label not in FIGURE_LABELS and one.label != BOILERPLATE]
    taken = [(Span(one.start, one.end), one.label) for one in decided if one.verdict == _ACCEPTED]
    lost = {(Span(one.start, one.end), one.label) for one in decided if one.verdict == _REJECTED}
    confirmed = Covered(span for span, _ in taken)
    kept = [one for one in found if (one.span, one.label) not in lost and not confirmed.touches(one.span)]
    kept += [Judged(span, label, 100, DECIDED) for span, label in taken]
    return sorted(kept, key=lambda one: (one.span, one.label))


def _article(
    report: Report,
    first: _First,
    mentions: Sequence[Judged],
    linked: Clusters,
    at: int,
    by_name: Mapping[str, int],
) -> ArticleReading:
    """One article with its mentions, which are number `at` and on in the story, linked to the others.

    `by_name` are the clusters by normalised name.
    """
    of = linked.of[at : at + len(mentions)]
    named = [Mention(one.span, one.label) for one in mentions]
    who = [index if index is None else of[index] for index in resolve(report.text, first.quotations, named)]
    said = claimants(report.text, first.claims, first.quotations, named)
    return ArticleReading(
        first.sentences,
        first.regions,
        tuple(mentions),
        of,
        linked.reasons[at : at + len(mentions)],
        first.figures,
        first.claims,
        claimants_as_said(first.claims, [index if index is None else of[index] for index in said], by_name),
        (),
        first.quotations,
        tuple(who),
    )


def told(text: str, one: ArticleReading) -> Told:
    """What alignments are found from in one article."""
    values = [(figure.span, value) for figure in one.figures if (value := value_key(figure))]
    named = [(mention.span, cluster) for mention, cluster in zip(one.mentions, one.clusters, strict=True)]
    return Told(text, one.sentences, tuple(values), tuple(named))


def _counted(report: Report, one: ArticleReading) -> Counted:
    named = zip(one.mentions, one.clusters, strict=True)
    return Counted(
        report.text,
        day_of(report.published),
        one.figures,
        one.claims,
        one.claimants,
        one.sentences,
        tuple((mention.span, mention.label, cluster) for mention, cluster in named),
    )


def _known(texts: Sequence[str], articles: Sequence[ArticleReading]) -> dict[tuple[int, Span], tuple[Entry, str]]:
    """The figures of a story by place, each as an entry of the ledger and with what it counts."""
    known: dict[tuple[int, Span], tuple[Entry, str]] = {}
    for index, one in enumerate(articles):
        for figure, claim, claimant in zip(one.figures, one.claims, one.claimants, strict=True):
            about = ", ".join(filter(None, (wording.said(claim.predicate), wording.many(claim.counted))))
            entry = Entry(index, figure.span, claimant, said_by(claim, texts[index]))
            known[index, figure.span] = entry, about
    return known


def day_of(published: str) -> str:
    """The ISO day of a day or a moment; "" for anything else."""
    try:
        return date.fromisoformat(published[:10]).isoformat()
    except ValueError:
        return ""


def _grouped(articles: Sequence[ArticleReading], groups: Sequence[Group]) -> tuple[ArticleReading, ...]:
    """The articles with the group of each figure; a figure of several groups is in the first."""
    at: dict[tuple[int, Span], int] = {}
    for number, group in enumerate(groups):
        for entry in group.entries:
            at.setdefault((entry.article, entry.span), number)
    return tuple(
        replace(one, groups=tuple(at.get((index, figure.span)) for figure in one.figures))
        for index, one in enumerate(articles)
    )
