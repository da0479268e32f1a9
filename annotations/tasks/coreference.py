"""Cross-document coreference: a row a story, with its articles and the clusters of their mentions."""

from collections.abc import Iterator
from typing import Final

from annotations.tasks.base import Row, Task, Told, markers


def _rows(told: Told) -> Iterator[Row]:
    where = {one.id: (index, one) for index, gold in told.decided.items() for one in gold.annotations}
    clusters: list[Row] = []
    for cluster in told.gold.clusters:
        marked = markers(where[each] for each in cluster.members if each in where)
        mentions = [
            {"article": told.doc(index)["id"], **told.place(index, span), "label": label, "by": by}
            for (index, span, label), by in marked.items()
        ]
        if mentions:
            named = {"name": cluster.name or None, "external_id": cluster.external_id or None}
            clusters.append({"id": cluster.id, **named, "mentions": mentions})
    articles = [{**told.head(index), "finished": told.finished(index)} for index in told.wanted]
    yield {"story": told.gold.id, "title": told.gold.title, "articles": articles, "clusters": clusters}


COREFERENCE: Final = Task("coreference", "clusters of the accepted mentions across the articles, a row a story", _rows)
