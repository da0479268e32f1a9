"""What the labels of OntoNotes are for our kinds of figures."""

from typing import Final

from corpus.figures.figure import Figure, Kind

_LABELS: Final = {
    Kind.CARDINAL: "CARDINAL",
    Kind.RANGE: "CARDINAL",
    Kind.ORDINAL: "ORDINAL",
    Kind.PERCENT: "PERCENT",
    Kind.MONEY: "MONEY",
    Kind.QUANTITY: "QUANTITY",
    Kind.DATE: "DATE",
    Kind.TIME: "TIME",
}
_SHORT: Final = frozenset(("hour", "minute", "second"))


def label_of(figure: Figure) -> str:
    """The label of OntoNotes: durations are times where they are shorter than a day, else dates."""
    return _LABELS.get(figure.kind) or ("TIME" if figure.unit in _SHORT else "DATE")
