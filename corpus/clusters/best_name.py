"""What a cluster is called: the best of the names in the texts."""

from collections import Counter
from collections.abc import Sequence

from corpus.clusters.form import form_of


def best_name(surfaces: Sequence[str]) -> str:
    """The name by which most know it: the commonest of those in full, in Latin letters and not in capitals."""
    count = Counter(surfaces)

    def rank(surface: str) -> tuple[bool, bool, bool, int, int, str]:
        form = form_of(surface)
        return (
            any(map(str.isupper, surface)),
            not form.shouted and all(ord(char) < 0x2C0 or not char.isalpha() for char in surface),
            len(form.words) > 1,
            count[surface],
            len(surface),
            surface,
        )

    return max(count, key=rank)
