"""A hint at what a name is."""

from typing import NamedTuple


class Clue(NamedTuple):
    """How much some words speak for a label (or against it), and whether they define the name for the whole story."""

    label: str
    weight: float
    defining: bool = False
