"""How well mentions that are given come together: names of gold stories, and every entity mention of ECB+.

`python -m tests.bench.clusters ECB_DIR [GOLD_DIR…]` prints both.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from corpus.clusters.cluster import Clusters, Name
from corpus.clusters.find import clusters
from corpus.names import normal_name
from corpus.span import Span
from tests.bench.coreference import ceaf_e, conll, differing, muc

Row = Mapping[str, Any]
DEVELOPED: Final = frozenset(("2", "12", "21", "34"))
"""The topics whose texts the rules were written by; constants were chosen with the scores of all in sight."""


def names(folder: Path) -> tuple[float, float]:
    """Of a gold story's mentions: the mean of MUC, B-cubed and CEAF-e, and the F1 of pairs of differing names."""
    rows = sorted(_rows(folder / "mentions.jsonl"), key=lambda row: (row["doc"], row["start"]))
    docs = sorted({row["doc"] for row in rows})
    texts = [(folder / doc).read_bytes().decode() for doc in docs]
    found = clusters(texts, [_name(docs.index(row["doc"]), row, row["label"], texts) for row in rows])
    kept = [index for index, row in enumerate(rows) if not row.get("optional")]
    sides = [found.of[index] for index in kept], [rows[index]["cluster"] for index in kept]
    return conll(*sides), differing(*sides, [normal_name(rows[index]["text"]) for index in kept]).f1


def entities(folder: Path) -> dict[str, float]:
    """Of the entity mentions of ECB+, clustered by story: the CoNLL mean of all, of each half, of each topic.

    The labels are the corpus's own. Clusters of two stories are one where their titles are one name of several words.
    """
    documents = {row["doc_id"]: row for row in _rows(folder / "documents.jsonl")}
    stories: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(folder / "mentions.jsonl"):
        if row["kind"] == "entity":
            stories[documents[row["doc_id"]]["story"]].append(row)
    found: list[tuple[str, Hashable, str]] = []
    for story, rows in stories.items():
        found += [(_topic(row), cluster, row["cluster"]) for row, cluster in _clustered(story, rows, documents)]
    topics = sorted({topic for topic, _, _ in found}, key=int)
    result = {
        "all": _mean(found),
        "developed": _mean([one for one in found if one[0] in DEVELOPED]),
        "not read": _mean([one for one in found if one[0] not in DEVELOPED]),
        "muc": muc([one[1] for one in found], [one[2] for one in found]).f1,
        "ceafe": ceaf_e([one[1] for one in found], [one[2] for one in found]).f1,
    }
    return result | {f"topic {topic}": _mean([one for one in found if one[0] == topic]) for topic in topics}


def _clustered(story: str, rows: Sequence[Row], documents: Mapping[str, Row]) -> Iterable[tuple[Row, Hashable]]:
    """Each mention of a story with its cluster, known by its title where that is a name of several words."""
    docs = sorted({row["doc_id"] for row in rows})
    texts = [documents[doc]["text"] for doc in docs]
    rows = sorted(rows, key=lambda row: (docs.index(row["doc_id"]), row["start"], row["end"]))
    found = clusters(texts, [_name(docs.index(row["doc_id"]), row, row["type"], texts) for row in rows])
    return [(row, _known(story, found, index, row["type"])) for index, row in enumerate(rows)]


def _known(story: str, found: Clusters, index: int, label: str) -> Hashable:
    title = found.titles[found.of[index]]
    name = normal_name(title)
    everywhere = len(name.split()) > 1 and any(map(str.isupper, title)) and not label.startswith("TIME")
    return (name, label) if everywhere else (story, found.of[index])


def _name(article: int, row: Row, label: str, texts: Sequence[str]) -> Name:
    span = Span(row["start"], row["end"])
    return Name(article, span, label, nominal=not any(map(str.isupper, span.surface(texts[article]))))


def _topic(row: Row) -> str:
    return re.match(r"\d+", row["doc_id"])[0]  # type: ignore[index]


def _mean(found: Sequence[tuple[str, Hashable, str]]) -> float:
    return conll([one[1] for one in found], [one[2] for one in found])


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def measured(folder: Path) -> list[list[str]]:
    """The rows of a table: the halves and topics of ECB+ in `folder`, and the CoNLL mean of each."""
    return [["mentions", "CoNLL F1"], *([name, f"{number:.3f}"] for name, number in entities(folder).items())]


def main(arguments: Sequence[str]) -> None:
    """Prints the measures of ECB+ and of gold folders."""
    ecb, *gold = map(Path, arguments)
    for measure, number in entities(ecb).items():
        print(f"ECB+ {measure:14} {number:.3f}")
    found = [(folder, *names(folder)) for folder in gold if (folder / "mentions.jsonl").exists()]
    for folder, mean, pairs in found:
        print(f"{folder.name:20} mean {mean:.3f}  pairs of differing names {pairs:.3f}")
    if found:
        print(f"{'mean':20} mean {sum(one[1] for one in found) / len(found):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
