"""What a model made of a story, as the desk last showed it: kept in the project, so that no model is needed to ask."""

from collections.abc import Sequence
from typing import Final

from annotations.articles import CURRENT
from annotations.relations import basis_of
from annotations.store import Store
from corpus.comparison import Comparison, Side

_MEMBERS: Final = (
    "SELECT article.id FROM story_article JOIN article ON article = article.id"
    f" WHERE story = ? AND {CURRENT} ORDER BY article.number"
)
_COMPARISONS: Final = "SELECT basis, data FROM comparison WHERE story = ? ORDER BY made DESC, reviewer"


def compared(store: Store, story: str, article_ids: Sequence[str]) -> Comparison | None:
    """The newest comparison of a story as it is now, its sides those of these articles. Raises ProjectError."""
    current = [article_id for (article_id,) in store.rows(_MEMBERS, [story])]
    basis = basis_of(store.articles(current))
    for made_from, data in store.rows(_COMPARISONS, [story]):
        if made_from.startswith(basis):
            whole = Comparison.from_bytes(data)
            sides = dict(zip(current, whole.sides, strict=True))
            return whole._replace(sides=tuple(sides.get(one, Side()) for one in article_ids))
    return None
