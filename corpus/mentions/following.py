"""What the words behind a name say of its kind."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.mentions.clue import Clue
from corpus.mentions.common_words import OFFICERS
from corpus.mentions.context_words import (
    APPOSED,
    CHIEFS,
    FACILITIES,
    ISLAND_WORDS,
    MADE,
    ORG_AFTER,
    PERSONAL,
    PERSONALLY,
    PLACE_AFTER,
    PLACE_BEFORE,
    PRODUCT_NOUNS,
    ROADS,
    SAYING,
    SHIP_VERBS,
    STRONG_ORG_AFTER,
)
from corpus.mentions.gazetteer import NOTHING, world
from corpus.mentions.heads import head_label
from corpus.mentions.page import Page
from corpus.mentions.title_words import ROLES

_PEOPLE: Final = ("ian", "ese", "ish")
_WAS: Final = frozenset(("was", "is", "were", "had", "has", "been"))
_DATELINE: Final = 4  # words of a place that a report begins with
_APPOSITION: Final = 6  # words within which an apposition has its noun


def behind(page: Page, first: int, last: int) -> Iterator[Clue]:
    """The clues behind a name of the words `first` to `last` (exclusive)."""
    index = last - 1
    if page.owns(index):
        return
    word = page.after(index)
    if word:
        yield from _in_front_of(page, index, word)
        if word in _WAS and page.word(index + 2) in PERSONALLY and page.before(first) not in PLACE_BEFORE:
            yield Clue("PERSON", 1.5)
        return
    end, text = page.ends[index], page.text
    if text.startswith("-", end) and page.word(last) in MADE and page.words[index].endswith(_PEOPLE):
        yield Clue("NORP", 3.0)
    elif text.startswith(",", end):
        yield from _in_front_of_comma(page, index)
    elif text.startswith(" (", end):
        if _age().match(text, end):
            yield Clue("PERSON", 2.0)
        elif last - first > 1 and page.word(last).isupper() and page.gap(last + 1).startswith(")"):
            yield Clue("ORG", 2.0)
    if last - first < _DATELINE and "\n" in page.gap(first) and _dateline().match(text, end):
        yield Clue("GPE", 4.0)


def _in_front_of(page: Page, index: int, word: str) -> Iterator[Clue]:
    clues = _clues().get(word)
    if clues is None and word.lower() in PLACE_AFTER:
        clues = _clues()[word.lower()]
    if clues is not None:
        yield from clues
    elif word.lower() == "administration":
        yield Clue("PERSON", 2.5)
    elif word == "and" and page.upper(index + 2) and page.after(index + 2) in ROADS:
        yield Clue("FAC", 2.5)
    elif word == "in" and world().get(page.word(index + 2), NOTHING)[0] == "GPE":
        yield Clue("GPE", 0.8)


@cache
def _clues() -> dict[str, tuple[Clue, ...]]:
    """What single words say of the name that they stand behind; of two lists that hold a word the later one counts."""
    clues: dict[str, tuple[Clue, ...]] = {}
    for words, said in (
        (ROADS, (Clue("FAC", 2.5),)),
        (FACILITIES, (Clue("FAC", 1.0), Clue("PERSON", -0.5))),
        (PRODUCT_NOUNS, (Clue("PRODUCT", 1.5),)),
        (SHIP_VERBS, (Clue("PRODUCT", 1.0),)),
        (ISLAND_WORDS, (Clue("LOC", 2.5, defining=True),)),
        (ORG_AFTER, (Clue("ORG", 1.0, defining=True),)),
        (STRONG_ORG_AFTER, (Clue("ORG", 2.0, defining=True),)),
        (CHIEFS, (Clue("ORG", 1.5, defining=True),)),
        (PLACE_AFTER, (Clue("GPE", 1.3),)),
        ({"hospital"}, (Clue("ORG", 1.0),)),
        ({"police"}, (Clue("GPE", 2.0),)),
        (OFFICERS - CHIEFS, (Clue("GPE", 2.0),)),
        (PERSONAL, (Clue("PERSON", 1.2),)),
        (SAYING, (Clue("PERSON", 1.2), Clue("ORG", 0.5), Clue("GPE", -0.3))),
    ):
        clues.update(dict.fromkeys(words, said))
    return clues


def _in_front_of_comma(page: Page, index: int) -> Iterator[Clue]:
    text, end = page.text, page.ends[index]
    if _age().match(text, end):
        known = page.words[index] in world() or head_label(page.words[index])
        yield Clue("PERSON", 4.0, defining=not known and not page.sporting)
    elif text.startswith(", who ", end):
        yield Clue("PERSON", 2.0)
    elif page.gap(index + 1) == ", ":
        yield from _apposed(page, index + 1)


def _apposed(page: Page, index: int) -> Iterator[Clue]:
    """What an apposition that begins at a word says of the name before it: "Name, Texas", "Name, a town in …"."""
    word = page.words[index]
    if word[0].isupper():
        known = world().get(word) or world().get(page.joined(index, index + 2)) or world().get(word + ".") or NOTHING
        if known[0] == "GPE":
            yield Clue("PERSON", 1.0) if page.owns(index) else Clue("GPE", 2.0)
    elif word in ROLES:
        yield Clue("PERSON", 1.0)
    elif word in {"a", "an", "the"}:
        for number in range(index + 1, min(index + _APPOSITION - 1, len(page))):
            noun = page.words[number]
            if noun in APPOSED:
                yield Clue(APPOSED[noun], 2.0, defining=True)
            elif noun in ROLES:
                yield Clue("PERSON", 1.5)
            if noun in APPOSED or noun in ROLES or not page.gap(number).isspace():
                return


@cache
def _age() -> re.Pattern[str]:
    return re.compile(
        r",? \(?\d{1,2}\)?(?=[,.;)]| (?:and|of|was|were|is|from|years?|who)\b)|, (?:a |an )?\d{1,2}-year-old"
    )


@cache
def _dateline() -> re.Pattern[str]:
    """What stands between a report's place and its first word: "LIMA, Peru, May 3 (Agency) — "."""
    month = r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
    return re.compile(rf"(?:, [\w. ]{{2,25}}?)?{month} ?(?:\([\w\s/.&]{{2,30}}\)\s{{0,2}})?(?:—|–|--|•| - |- |-(?=\s))")
