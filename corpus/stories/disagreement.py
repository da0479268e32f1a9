"""How much the reports of a story differ in their figures, roughly, to sort stories by before anyone has read them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from corpus.stories.profile import Profile

AT_LEAST: Final = 2  # articles that count a thing


def disagreement(profiles: Iterable[Profile]) -> int:
    """How many things are counted differently by the articles of a story.

    A thing is the word that follows a number in a profile ("12 people were killed" and "at least 15 killed" both count
    *killed*). It is counted differently where two or more articles count it and no number is given by all of these.
    An article that gives several numbers for it agrees with any of them. Modifiers, scope and days are not looked at:
    this says where to look first, and is no verdict.
    """
    told: defaultdict[int, list[set[float]]] = defaultdict(list)
    for profile in profiles:
        of_article: defaultdict[int, set[float]] = defaultdict(set)
        for word, number in zip(profile.counted, profile.numbers, strict=True):
            of_article[word].add(number)
        for word, numbers in of_article.items():
            told[word].append(numbers)
    return sum(len(sets) >= AT_LEAST and not set.intersection(*sets) for sets in told.values())
