"""The labels of what is wanted of a project: which it may have, and which there are not."""

from annotations.choice import Choice
from annotations.labels import parse
from annotations.store import Store
from corpus.label_map import BOILERPLATE


def labels_in(store: Store, choice: Choice) -> list[str]:
    """The labels that what is wanted may have, sorted: the same for every part of a split."""
    return sorted(set(choice.labels) or counted_labels(store))


def unknown_labels(store: Store, choice: Choice) -> list[str]:
    """Those of the wanted labels that neither a label set nor a decision has."""
    known = {label.name for name, text in store.label_sets() for label in parse(text, name).labels}
    known.update(label for (label,) in store.rows("SELECT DISTINCT label FROM annotation"))
    return sorted(set(choice.labels) - known)


def counted_labels(store: Store) -> dict[str, int]:
    """How many spans were accepted with each label, boilerplate aside; the most frequent first."""
    rows = store.rows(
        "SELECT label, count(*) FROM annotation WHERE verdict = 'accepted' AND label <> ?"
        " GROUP BY label ORDER BY 2 DESC, 1",
        [BOILERPLATE],
    )
    return dict(rows)
