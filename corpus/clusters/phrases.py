"""Descriptions and pronouns taken apart: the head of "the 66-year-old woman in the car", and what it says."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corpus.clusters import nouns
from corpus.clusters.folding import folded, plain
from corpus.clusters.nations import nation_of

_TOKEN: Final = re.compile(r"[^\s,;()\"“”«»]+|[,;(]")
_APART: Final = re.compile(r"[’']\s?s$")
_EDGES: Final = "\"“”‘’'`.:!?-–—[]{}#@"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention as a description: its `head` in small letters, the words before it, and what they say.

    `pronoun` is "" or the plain form of a pronoun; `named` the capitalised words at the end of a name, "" where the
    head is a common noun. `gender` is "m", "f" or "".
    """

    head: str
    modifiers: tuple[str, ...]
    proper: tuple[str, ...]
    pronoun: str
    named: str
    plural: bool
    gender: str


@lru_cache(maxsize=65536)
def phrase_of(surface: str) -> Phrase:
    """The phrase of a mention as it stands in a text."""
    tokens = [token.strip(_EDGES) for token in _TOKEN.findall(_APART.sub("", surface))]
    core = _core([token for token in tokens if token])
    raw = core[-1] if core else surface.strip()
    word = _bare(raw)
    pronoun = nouns.pronouns().get(word.split("'")[0], "") if len(core) == 1 else ""
    named = _named(core)
    return Phrase(
        word,
        tuple(_bare(token) for token in core[:-1]),
        tuple(_bare(token) for token in core[:-1] if token[:1].isupper()),
        pronoun,
        named,
        _plural(word, pronoun),
        _gender(word, pronoun),
    )


def _bare(token: str) -> str:
    return plain(token.replace("’", "'")).removesuffix("'s")


def _core(tokens: list[str]) -> list[str]:
    """The words up to the head: without what leads to the phrase, and without what follows its head."""
    at = 0
    while at < len(tokens) - 1 and tokens[at].casefold() in nouns.LEADING:
        at += 1
    core: list[str] = []
    for number, token in enumerate(tokens[at:], at):
        inside = core and core[-1][:1].isupper() and tokens[number + 1 : number + 2] and _goes_on(tokens, number)
        if core and token.casefold() in nouns.BREAKS and not inside:
            if (token, core[-1].casefold()) in nouns.TRANSPARENT:
                core = []
                continue
            break
        if not core and token.casefold() in nouns.LEADING:
            continue
        core.append(token)
    return core or tokens[-1:]


def _goes_on(tokens: list[str], number: int) -> bool:
    """Whether a name goes on after a small word: "Bay of Fogs", "Academy of Arts and Sciences"."""
    following = tokens[number + 1]
    if following.casefold() == "the" and len(tokens) > number + 2:
        following = tokens[number + 2]
    return tokens[number].casefold() in {"of", "and", "for"} and following[:1].isupper()


def _named(core: list[str]) -> str:
    if not core or not core[-1][:1].isupper():
        return ""
    found: list[str] = []
    for token in reversed(core):
        if not token[:1].isupper() and token.casefold() not in nouns.BREAKS:
            break
        found.append(_bare(token))
    return " ".join(reversed(found))


def _plural(word: str, pronoun: str) -> bool:
    if pronoun:
        return pronoun in {"they", "we"}
    if word in nouns.PLURALS:
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in nouns.SINGULARS


def _gender(word: str, pronoun: str) -> str:
    if pronoun:
        return {"he": "m", "she": "f"}.get(pronoun, "")
    return "m" if word in nouns.MALE else "f" if word in nouns.FEMALE else ""


def is_description(surface: str, small: AbstractSet[str]) -> bool:
    """Whether a mention is no name: its words stand in small letters in the story, singly or in pairs (`small`)."""
    phrase = phrase_of(surface)
    if phrase.pronoun or not phrase.named:
        return True
    words = phrase.named.split()
    while len(words) > 1 and (len(words[0]) < 3 or nation_of(words[:1])):
        words = words[1:]
    if len(words) == 1:
        proper = [word for word in phrase.proper if len(word) > 2 and not nation_of([word])]
        return folded(words[0]) in small and not (proper and proper[-1] not in small)
    return all(f"{one} {two}" in small for one, two in pairwise(words))
