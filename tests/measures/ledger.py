"""The ledger: which figures stand in one group, the verdict on each two of them, and who is said to say each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from pathlib import Path

from tests.measures.cluster_map import cluster_map, mapped
from tests.measures.ratio import Counts, ratio
from tests.measures.rows import Row, allowed, both, optional
from tests.measures.spans import Places, place

Place = tuple[str, int, int]
Pair = frozenset[Place]


@dataclass(slots=True)
class _Gold:
    """The pairs of the gold's groups with the verdicts that are right, and the figures that may stand anywhere."""

    pairs: dict[Pair, list[str]] = field(default_factory=dict[Pair, list[str]])
    open_: set[Place] = field(default_factory=set[Place])
    open_pairs: set[Pair] = field(default_factory=set[Pair])


def measured(gold: Path, system: Path) -> dict[str, Decimal]:
    """`precision`, `recall`, `f1` over pairs in one group; `verdicts` right of the pairs found; `claimants` right.

    A figure of the system stands for the figure of the gold that it shares most with. `claimants` counts the figures
    of the gold's groups that were found; `claimants, named` and `claimants, none` count all figures found with and
    without a claimant in the gold. Nothing where one side has no ledger or no figures.
    """
    groups, figures = both(gold, system, "ledger"), both(gold, system, "figures")
    if groups is None or figures is None:
        return {}
    right = _gold(groups[0], figures[0])
    found = _found(groups[1], Places(figures[0]), {row["doc"] for row in figures[0]})
    hits = right.pairs.keys() & found.keys()
    false = [pair for pair in found.keys() - hits - right.open_pairs if not pair & right.open_]
    counts = Counts(len(hits), len(false), len(right.pairs) - len(hits))
    verdicts = ratio(sum(found[pair] in right.pairs[pair] for pair in hits), len(hits))
    return counts.named() | {"verdicts": verdicts} | _claimants(gold, system, groups[0])


def _gold(groups: list[Row], figures: list[Row]) -> _Gold:
    gold = _Gold()
    grouped: set[Place] = set()
    for group in groups:
        places = [place(member) for member in group["members"]]
        grouped.update(places)
        free = [optional(group) or optional(member) for member in group["members"]]
        gold.open_.update(one for one, is_free in zip(places, free, strict=True) if is_free)
        for pair in group["pair_verdicts"]:
            both_places = frozenset((places[pair["a"]], places[pair["b"]]))
            if optional(pair):
                gold.open_pairs.add(both_places)
            elif not free[pair["a"]] and not free[pair["b"]]:
                gold.pairs[both_places] = [pair["verdict"], *pair.get("or", [])]
    gold.open_.update(place(row) for row in figures if optional(row) and place(row) not in grouped)
    return gold


def _found(groups: list[Row], figures: Places, docs: set[str]) -> dict[Pair, str]:
    """The pairs of the system by the figures of the gold that they stand for; its own places where there are none."""
    pairs: dict[Pair, str] = {}
    for group in groups:
        members = group["members"]
        places = [_stands_for(member, figures) for member in members]
        verdicts = {(pair["a"], pair["b"]): pair["verdict"] for pair in group["pair_verdicts"]}
        for a, b in combinations(range(len(members)), 2):
            if places[a] != places[b] and {members[a]["doc"], members[b]["doc"]} <= docs:
                pairs[frozenset((places[a], places[b]))] = verdicts.get((a, b), verdicts.get((b, a), ""))
    return pairs


def _stands_for(member: Row, figures: Places) -> Place:
    nearest = figures.nearest(*place(member))
    return place(member) if nearest is None else place(nearest)


def _claimants(gold: Path, system: Path, groups: list[Row]) -> dict[str, Decimal]:
    sides = both(gold, system, "figures")
    if sides is None:
        return {}
    right, found = sides
    places, clusters = Places(found), cluster_map(gold, system)
    grouped = {place(member) for group in groups if not optional(group) for member in group["members"]}
    judged: dict[Place, tuple[bool, bool]] = {}
    for row in right:
        nearest = places.nearest(*place(row))
        if nearest is not None and (not optional(row) or place(row) in grouped):
            said = mapped(clusters, nearest["claimant"])
            judged[place(row)] = row["claimant"] is not None, said in allowed(row, "claimant")
    return {
        "claimants": _share(is_right for where, (_, is_right) in judged.items() if where in grouped),
        "claimants, named": _share(is_right for named, is_right in judged.values() if named),
        "claimants, none": _share(is_right for named, is_right in judged.values() if not named),
    }


def _share(judged: Iterable[bool]) -> Decimal:
    listed = list(judged)
    return ratio(sum(listed), len(listed))
