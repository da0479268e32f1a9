"""What the words in front of a name say of its kind."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.mentions.clue import Clue
from corpus.mentions.context_words import DONE_TO, FAC_NOUNS, LED, OF_NOUNS, ORG_NOUNS, PLACE_BEFORE, SAYING, SHIP_NOUNS
from corpus.mentions.gazetteer import world
from corpus.mentions.head_words import FAC_HEADS
from corpus.mentions.known_names import POSTAL
from corpus.mentions.page import Page
from corpus.mentions.title_words import ROLES, TITLES

_QUOTED: Final = frozenset((',"', ",”", ",’", ",'", '."', ".”", '"', "”"))
_OPENING: Final = frozenset('"“„«‘')
_ARTICLES: Final = frozenset(("the", "a", "an"))
_CALLED: Final = frozenset(("named", "called", "nicknamed"))
_KNOWN_AS: Final = frozenset(("identified", "known"))
_ALONG: Final = {"on": 4.2, "along": 4.2, "off": 4.2, "near": 2.0, "at": 2.0, "in": 1.5}
_BLOCKS: Final = frozenset(("block", "blocks"))
_LINKS: Final = {
    **dict.fromkeys(("via", "on"), Clue("ORG", 0.3)),
    **dict.fromkeys(("with", "by", "that"), Clue("PERSON", 0.3)),
    "hulled": Clue("PRODUCT", 2.0),
}
_NEAR: Final = 13  # words within which a ship is named that was spoken of


def in_front(page: Page, first: int, last: int) -> Iterator[Clue]:
    """The clues in front of a name of the words `first` to `last` (exclusive)."""
    gap = page.gap(first)
    if first == 0 or "\n" in gap:
        return
    word, mark = page.lower(first - 1), gap.strip(" \u00a0")
    if mark:
        yield from _behind_mark(page, first, last, word, mark)
    elif word in _ARTICLES:
        yield from _behind_article(page, first, last, word)
    elif page.upper(first - 1) and word in TITLES:
        yield Clue("PERSON", 3.0)
    else:
        yield from _behind_word(page, first, last, word)


def _behind_mark(page: Page, first: int, last: int, word: str, mark: str) -> Iterator[Clue]:
    if mark == ".":
        if word in TITLES:
            yield Clue("PERSON", 3.0)
    elif mark in _OPENING:
        if word in SAYING:
            yield Clue("ORG", 1.5)  # "told «Name»": a person would not be quoted
        else:
            yield from _behind_word(page, first, last, word)
    elif mark == ",":
        if last - first == 1 and page.words[first] in POSTAL:
            yield Clue("GPE", 4.0)
        elif not page.upper(first - 1):
            yield from _behind_noun(word)
    elif mark in _QUOTED:
        yield Clue("PERSON", 1.2)
    elif mark == "(":
        yield from _in_brackets(page, first, last)


def _in_brackets(page: Page, first: int, last: int) -> Iterator[Clue]:
    """An agency behind a report's place, or what is short for the name before it."""
    end = page.ends[last - 1]
    if not page.text.startswith(")", end) or page.joined(first, last) in world():
        return
    if _dash().match(page.text, end + 1):
        yield Clue("ORG", 3.5)
    elif last - first == 1 and page.words[first].isupper():
        yield Clue("ORG", 1.5)


def _behind_noun(word: str) -> Iterator[Clue]:
    """What an apposition says of the name that follows it: "its operator, Name"."""
    if word in SHIP_NOUNS:
        yield Clue("PRODUCT", 2.0, defining=True)
    elif word in ROLES:
        yield Clue("PERSON", 1.0)
    elif word in ORG_NOUNS:
        yield Clue("ORG", 2.5, defining=True)
    elif word in FAC_NOUNS:
        yield Clue("FAC", 2.5, defining=True)


def _behind_article(page: Page, first: int, last: int, article: str) -> Iterator[Clue]:
    yield Clue("PERSON", -1.0 if last - first == 1 else -0.3)
    if article != "the":
        return
    yield Clue("GPE", -0.3)
    yield Clue("ORG", 0.5)
    yield Clue("PRODUCT", 0.3)
    word, gap = page.lower(first - 2), page.gap(first - 1)
    if word in SHIP_NOUNS or word in {"aboard", "board"}:
        yield Clue("PRODUCT", 2.0)
    elif word in SAYING and gap == " ":
        yield Clue("ORG", 1.5)
    elif gap == ", " or word in _CALLED:
        yield from _ship_near(page, first - 1)


def _ship_near(page: Page, index: int) -> Iterator[Clue]:
    """A ship that is named a few words after it was spoken of: "a tanker full of oil, the Name"."""
    for number in range(index - 1, max(index - _NEAR, 0), -1):
        if page.words[number] in SHIP_NOUNS:
            yield Clue("PRODUCT", 2.0, defining=True)
            return
        if page.begins(number):
            return


def _behind_word(page: Page, first: int, last: int, word: str) -> Iterator[Clue]:
    several = last - first > 1
    if several and word in _ALONG and page.words[last - 1] in FAC_HEADS:
        yield Clue("FAC", _ALONG[word])
    earlier = page.lower(first - 2)
    if word in PLACE_BEFORE:
        yield Clue("GPE", PLACE_BEFORE[word] * (0.5 if several else 1.0))
        if word == "to" and earlier == "according":
            yield from (Clue("ORG", 0.6), Clue("PERSON", 0.6))
    elif word in _nouns() and not page.upper(first - 1):
        yield _nouns()[word]
    elif word in ROLES:
        yield Clue("PERSON", 2.0 if several else 1.2)
        if word in ORG_NOUNS:
            yield Clue("ORG", 1.5)
    elif word in ORG_NOUNS:
        yield Clue("ORG", 2.2, defining=True)
    elif word == "sign" and earlier == "call":
        yield Clue("PERSON", 3.0)
    else:
        yield from _behind_link(page, first, word, earlier)
    if word in _CALLED or (word == "as" and earlier in _KNOWN_AS):
        yield from _ship_near(page, first - 1)


def _behind_link(page: Page, first: int, word: str, earlier: str) -> Iterator[Clue]:
    if word == "of":
        if earlier in _BLOCKS:
            yield Clue("FAC", 4.0)
        elif earlier in OF_NOUNS:
            yield Clue(OF_NOUNS[earlier], 2.5, defining=True)
        elif earlier in LED:
            yield Clue("ORG", 0.8)
        elif page.upper(first - 2) or earlier.isdigit():
            yield Clue("GPE", 0.8)
    elif word in SAYING:
        yield Clue("PERSON", 0.3 if page.words[first].isupper() else 1.0)
    elif word in DONE_TO or (word == "as" and earlier == "identified"):
        yield Clue("PERSON", 0.8)
    elif word in _LINKS:
        yield _LINKS[word]


@cache
def _nouns() -> dict[str, Clue]:
    """What nouns say of the name right behind them, where they are no persons' roles nor organisations'."""
    places = {word: Clue(label, 2.0, defining=True) for word, label in OF_NOUNS.items()}
    facilities = dict.fromkeys(FAC_NOUNS, Clue("FAC", 2.5, defining=True))
    ships = dict.fromkeys(SHIP_NOUNS, Clue("PRODUCT", 3.0, defining=True))
    nouns = places | facilities | ships
    return {word: clue for word, clue in nouns.items() if word not in ROLES and word not in ORG_NOUNS}


@cache
def _dash() -> re.Pattern[str]:
    return re.compile(r"\s?(?:—|–|--|-)")
