"""Which of the gold's clusters each of a system's clusters stands for."""

from collections import Counter, defaultdict
from pathlib import Path

from tests.measures.rows import both
from tests.measures.spans import Places, place


def cluster_map(gold: Path, system: Path) -> dict[str, str]:
    """From the system's cluster to the gold's that most of its mentions overlap; the first by name among equals."""
    sides = both(gold, system, "mentions")
    if sides is None:
        return {}
    right, found = sides
    places = Places(right)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in found:
        nearest = places.nearest(*place(row))
        if nearest is not None and row.get("cluster") is not None:
            votes[str(row["cluster"])][nearest["cluster"]] += 1
    return {cluster: min(of, key=lambda name: (-of[name], name)) for cluster, of in votes.items()}


def mapped(clusters: dict[str, str], cluster: object) -> str | None:
    """The gold's name of a system's cluster; None of none, and what the system said of one that stands for nothing."""
    if cluster is None or cluster == "":
        return None
    return clusters.get(str(cluster), f"? {cluster}")
