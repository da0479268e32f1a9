"""Cross-document coreference: a row a story, with its articles and the clusters of their mentions."""

from collections.abc import Iterator
from typing import Final

from annotations.tasks.base import Row, Task, Told, markers
from corpus.clusters.best_name import best_name


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
            number = told.same.numbers.get(cluster.id)
            entity = None if number is None else told.entities[number]
            name = cluster.name or best_name([span.surface(told.text(index)) for index, span, _ in marked])
            named = {"entity": entity, "name": name, "external_id": cluster.external_id or None}
            clusters.append({"id": cluster.id, **named, "mentions": mentions})
    articles = [{**told.head(index), "finished": told.finished(index)} for index in told.wanted]
    yield {"story": told.gold.id, "title": told.gold.title, "articles": articles, "clusters": clusters}


COREFERENCE: Final = Task("coreference", "clusters of the accepted mentions across the articles, a row a story", _rows)
