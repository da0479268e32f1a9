"""Whom a pronoun stands for: the subject before it, the speaker beside it, or nobody who can be told."""

import re
from collections.abc import Sequence
from typing import Final

from corpus.clusters.described import Described, near, sentences_apart
from corpus.clusters.kinds import Kind

_BACK: Final = 2  # sentences back in which what a pronoun stands for is looked for
_REACH: Final = 40  # mentions back
_RELATIVE: Final = frozenset(("who", "which", "that"))
_SPEAKING: Final = frozenset(("i", "we"))
_FIRST_OR_RELATIVE: Final = _RELATIVE | _SPEAKING | {"you"}
_GENDERS: Final = {"he": "m", "she": "f"}
_BESIDE: Final = 25  # code points between a relative pronoun and what it stands for
_OWN: Final = re.compile(r"\b(?:my|our|your)\s(?:[\w'’-]+\s){0,2}$", re.IGNORECASE)


def join_pronouns(described: Described) -> None:
    """Joins the pronouns with what they stand for; those that stand for nobody here with the same word."""
    for indices in described.by_article:
        for at, index in enumerate(indices):
            pronoun = described.phrases[index].pronoun
            found = _antecedent(described, indices, at, pronoun) if pronoun else None
            if found is not None:
                described.join(index, found, f"“{pronoun}” after {described.title(found)}")
    lost: dict[tuple[str, str], int] = {}
    for index, phrase in enumerate(described.phrases):
        if phrase.pronoun and len(described.story.joining.members(described.story.node_of[index])) == 1:
            other = lost.setdefault((described.label(index), phrase.pronoun), index)
            if other != index:
                described.join(index, other, "the same word")


def _antecedent(described: Described, indices: Sequence[int], at: int, pronoun: str) -> int | None:
    index = indices[at]
    if pronoun in _SPEAKING:
        return _speaker(described, indices, at, pronoun)
    before = [one for one in indices[max(0, at - _REACH) : at] if described.label(one) == described.label(index)]
    if pronoun in _RELATIVE:
        beside = [one for one in before[-3:] if 0 < len(described.between(one, index)) < _BESIDE]
        return beside[-1] if beside else None
    candidates = [
        one for one in before if sentences_apart(described, one, index) <= _BACK and _fits(described, one, pronoun)
    ]
    if not candidates:
        return None
    # What stands first in the nearest sentence is most often its subject.
    nearest = described.sentences[candidates[-1]]
    return next(one for one in candidates if described.sentences[one] == nearest)


def _fits(described: Described, index: int, pronoun: str) -> bool:
    """Whether a mention may be what a pronoun stands for, by number and gender."""
    phrase = described.phrases[index]
    if phrase.pronoun in _FIRST_OR_RELATIVE or pronoun == "you":
        return False
    several = pronoun in {"they", "it"} and described.kind(index) == Kind.ORGANISATION
    if (pronoun == "they") != described.plural(index) and not several:
        return False
    wanted = _GENDERS.get(pronoun, "")
    known = phrase.gender or (described.gender(described.root(index)) if wanted else "")
    return not (wanted and known and known != wanted)


def _speaker(described: Described, indices: Sequence[int], at: int, pronoun: str) -> int | None:
    """Who says "I" or "we": one who is named nearby and is nobody's own ("my wife X")."""
    index = indices[at]
    several = pronoun == "we" and described.kind(index) == Kind.PERSON
    text = described.story.texts[described.story.names[index].article]

    def may_speak(one: int) -> bool:
        start = described.story.names[one].span.start
        return (
            described.label(one) == described.label(index)
            and described.phrases[one].pronoun in {"", *_GENDERS}
            and described.plural(one) == several
            and sentences_apart(described, one, index) <= _BACK
            and not _OWN.search(text[max(0, start - 30) : start])
        )

    around = [one for one in near(indices, at, 12) if may_speak(one)]
    return min(around, key=lambda one: sentences_apart(described, one, index), default=None)
