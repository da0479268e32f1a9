"""What a row of the ledger is called: the families of claims in words that people use."""

from typing import Final

_SAID: Final = {
    "die": "killed",
    "injure": "injured",
    "arrest": "arrested",
    "evacuate": "evacuated",
    "recruit": "recruited",
    "displace": "displaced",
    "miss": "missing",
    "rescue": "rescued",
    "carry": "aboard",
    "infect": "infected",
    "sentence": "sentenced",
    "convict": "convicted",
    "charge": "charged",
    "seize": "seized",
    "destroy": "destroyed",
    "damage": "damaged",
    "shoot": "shot",
    "abduct": "abducted",
    "attend": "attending",
    "sell": "sold",
    "hire": "employed",
    "win": "won",
    "build": "built",
}
_NOTHING: Final = frozenset(("them", "other", "thing", "one", "of", "time"))
_MANY: Final = {
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "foot": "feet",
    "life": "lives",
}
_SIBILANT: Final = ("s", "x", "z", "ch", "sh")
_SAME: Final = frozenset(
    "percent age clock money duration distance speed police series staff crew force people seamen".split()
)


def said(predicate: str) -> str:
    """The word for what is said of those counted: "killed" for the family of die; a base form for other verbs."""
    return _SAID.get(predicate, predicate)


def became(predicate: str) -> str:
    """What became of those counted, as `said`; "" for verbs that tell nothing of the kind."""
    return _SAID.get(predicate, "")


def measure(dimension: str) -> str:
    """The word for what a measure is of."""
    return "time of day" if dimension == "clock" else dimension


def many(noun: str) -> str:
    """The plural of a noun in lower case; "" for words that name nothing."""
    if noun in _NOTHING:
        return ""
    if noun in _MANY:
        return _MANY[noun]
    if noun in _SAME or not noun.isalpha():
        return noun
    if noun.endswith("man") and len(noun) > 4:
        return f"{noun[:-2]}en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_SIBILANT) else f"{noun}s"
