"""A parsed sentence as plain values, whatever library parsed it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One token: `start` and `end` in code points of the article's text, `head` the index of its head in the sentence.

    A root is its own head. `dep` is its relation to the head as ClearNLP names it (nsubj, nummod, pobj …).
    """

    start: int
    end: int
    head: int
    dep: str


Parse = tuple[Word, ...]  # one sentence
