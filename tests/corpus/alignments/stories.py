"""Articles told in plain strings, for the tests of alignment."""

from collections.abc import Mapping, Sequence

from corpus.alignments.told import Told
from corpus.segment import sentences
from corpus.span import Span


def places(text: str, surface: str) -> list[Span]:
    found: list[Span] = []
    at = text.find(surface)
    while at >= 0:
        found.append(Span(at, at + len(surface)))
        at = text.find(surface, at + 1)
    return found


def told(text: str, names: Sequence[str] = (), figures: Mapping[str, str] | None = None) -> Told:
    """An article whose names are clusters by their place in `names`; `figures` are surfaces with their values."""
    return Told(
        text,
        sentences(text, 0, len(text)),
        sorted((span, value) for surface, value in (figures or {}).items() for span in places(text, surface)),
        sorted((span, cluster) for cluster, name in enumerate(names) for span in places(text, name)),
    )


FILLER = (
    "The market hall opened in spring. Nobody had asked for a new roof. A choir sang beside the fountain at noon. "
    "Tickets for the museum cost nothing on Sundays. The old tram still runs along the river."
)
OTHER_FILLER = (
    "Farmers hope for rain before the harvest. A lamp fell from the theatre ceiling last winter. Trains to the coast "
    "leave every hour. The library lends umbrellas now. Two swans live under the stone bridge."
)
