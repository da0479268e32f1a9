"""What reviewers decided on ties between places, laid over what the machine makes of a story. Pure.

Aliases, which hold for whole names, reach the clustering itself; here come decisions on single places.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from corpus.alignments.alignment import Alignment, How
from corpus.clusters.cluster import Clusters, Name
from corpus.ledger.ledger import Entry, Group, Pair, Verdict
from corpus.material import Tied
from corpus.names import normal_name
from corpus.span import Span

SAME, ALIGNED, CONFLICT = "same", "aligned", "conflict"
AGREEMENT, REFINEMENT, SCOPE = "agreement", "refinement", "scope"
DECIDED: Final = "a reviewer says so"
_ACCEPTED, _REJECTED = "accepted", "rejected"
_RANK: Final = (Verdict.AGREE, Verdict.COMPATIBLE, Verdict.CONFLICT)
Place = tuple[int, Span]
_NOTHING: Final[Mapping[Place, tuple[Entry, str]]] = MappingProxyType({})
_GIVEN: Final = {
    CONFLICT: (Verdict.CONFLICT, Verdict.COMPATIBLE, DECIDED),
    AGREEMENT: (Verdict.AGREE, None, f"{DECIDED}: the same"),
    REFINEMENT: (Verdict.COMPATIBLE, None, f"{DECIDED}: one refines the other"),
    SCOPE: (Verdict.COMPATIBLE, None, f"{DECIDED}: they count different things"),
}
"""By tie: the verdict on a pair where it was accepted, where it was rejected (None: as it was), and the reason."""


def joined_as_decided(texts: Sequence[str], names: Sequence[Name], found: Clusters, tied: Iterable[Tied]) -> Clusters:
    """The clusters with mentions put together and taken apart as reviewers said.

    Who is not the same as another leaves the cluster with all mentions of that name in its article; alone, if the other
    is one of these.
    """
    at = {(name.article, name.span): index for index, name in enumerate(names)}
    of, reasons = list(found.of), list(found.reasons)
    titles = list(found.titles)
    # Who leaves a cluster leaves it before others come in: a mention that is moved is both taken out and put in.
    for a, b, verdict in sorted(_places(tied, SAME), key=lambda one: one[2] != _REJECTED):
        first, second = at.get(a), at.get(b)
        if first is None or second is None:
            continue
        if verdict == _ACCEPTED and of[first] != of[second]:
            moved = of[second]
            for index, cluster in enumerate(of):
                if cluster == moved:
                    of[index], reasons[index] = of[first], DECIDED
        elif verdict == _REJECTED and of[first] == of[second]:
            name, article = normal_name(_surface(texts, names[second])), names[second].article
            left = of[second]
            titles.append(_surface(texts, names[second]))
            own = [index for index, one in enumerate(names) if of[index] == left and one.article == article]
            leaving = [index for index in own if normal_name(_surface(texts, names[index])) == name]
            for index in leaving if first not in leaving else [second]:
                of[index], reasons[index] = len(titles) - 1, DECIDED
    return _renumbered(of, titles, reasons)


def aligned_as_decided(found: Sequence[Alignment], tied: Iterable[Tied]) -> list[Alignment]:
    """The alignments without those that reviewers rejected, and with those that they made, by place."""
    kept = {((one.a, one.span_a), (one.b, one.span_b)): one for one in found}
    for a, b, verdict in _places(tied, ALIGNED):
        key = (a, b) if a < b else (b, a)
        if verdict == _REJECTED:
            kept.pop(key, None)
        elif verdict == _ACCEPTED and key in kept:
            kept[key] = replace(kept[key], score=100, reason=f"{kept[key].reason}; {DECIDED}")
        elif verdict == _ACCEPTED:
            (one, span), (other, other_span) = key
            kept[key] = Alignment(one, span, other, other_span, How.PARAPHRASE, 100, DECIDED)
    return sorted(kept.values(), key=lambda one: (one.a, one.span_a, one.b, one.span_b))


def settled_as_decided(
    found: Sequence[Group], tied: Iterable[Tied], known: Mapping[Place, tuple[Entry, str]] = _NOTHING
) -> list[Group]:
    """The ledger with the verdicts that reviewers gave; figures that they set beside each other share a group.

    Figures that count different things are compatible where they share one, and never come to share one. `known` has
    figures by place, as entries and with what they count, for those that are in no group yet.
    """
    groups, said = list(found), list(tied)
    for tie, (accepted, rejected, reason) in _GIVEN.items():
        for a, b, verdict in _places(said, tie):
            given = {_ACCEPTED: accepted, _REJECTED: rejected}.get(verdict)
            if given is None:
                continue
            places = [[(entry.article, entry.span) for entry in group.entries] for group in groups]
            shared = next((index for index, own in enumerate(places) if a in own and b in own), None)
            if shared is not None:
                low, high = sorted((places[shared].index(a), places[shared].index(b)))
                groups[shared] = _with_pair(groups[shared], Pair(low, high, given, reason))
            elif verdict == _ACCEPTED and tie != SCOPE:
                groups.append(_group_of(groups, a, b, Pair(0, 1, given, reason), known))
    return groups


def _with_pair(group: Group, pair: Pair) -> Group:
    pairs = [one for one in group.pairs if (one.a, one.b) != (pair.a, pair.b)]
    pairs = sorted([*pairs, pair], key=lambda one: (one.a, one.b))
    return replace(group, pairs=tuple(pairs), verdict=max((one.verdict for one in pairs), key=_RANK.index))


def _group_of(
    groups: Sequence[Group], a: Place, b: Place, pair: Pair, known: Mapping[Place, tuple[Entry, str]]
) -> Group:
    """A group of two figures that the machine did not put together, with what it knows of them."""
    about, entries = "", []
    for place in sorted((a, b)):
        own = [(entry, each.about) for each in groups for entry in each.entries if (entry.article, entry.span) == place]
        entry, counted = own[0] if own else known.get(place, (Entry(*place, None, ""), ""))
        about = about or counted
        entries.append(entry)
    return Group(about, tuple(entries), (pair,), pair.verdict)


def _places(tied: Iterable[Tied], tie: str) -> list[tuple[Place, Place, str]]:
    return [
        ((one.a, Span(one.start_a, one.end_a)), (one.b, Span(one.start_b, one.end_b)), one.verdict)
        for one in tied
        if one.tie == tie
    ]


def _surface(texts: Sequence[str], name: Name) -> str:
    return name.span.surface(texts[name.article])


def _renumbered(of: Sequence[int], titles: Sequence[str], reasons: Sequence[str]) -> Clusters:
    """The same with numbers in the order of first mention, and no number without a mention."""
    number: dict[int, int] = {}
    for cluster in of:
        number.setdefault(cluster, len(number))
    return Clusters(
        tuple(number[cluster] for cluster in of), tuple(titles[cluster] for cluster in number), tuple(reasons)
    )
