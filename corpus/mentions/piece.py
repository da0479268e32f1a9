"""A stretch of words that may be a name."""

from typing import NamedTuple


class Piece(NamedTuple):
    """The words `first` to `last` (exclusive) of a page.

    `label` is what its own words say it is, with a `weight` ("" and 0 where they say nothing); `model` what the model
    called it, "" where the model did not find it, and `exact` whether the model's stretch was just this.
    """

    first: int
    last: int
    label: str = ""
    weight: float = 0.0
    model: str = ""
    exact: bool = True
