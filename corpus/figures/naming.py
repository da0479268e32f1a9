"""Numbers that only name something: "Chapter 11", "Flight 93", "Apollo 11", "Air Force One", "First Amendment"."""

from typing import Final

from corpus.figures.tokens import NEWLINE, Tokens

_LABELS: Final = frozenset(
    "image images photo photos slide no nos nr number numbers chapter chapters section sections article articles page"
    " pages room rooms flight route highway interstate channel gate unit apartment apt suite ste box type model mark"
    " volume vol season episode version windows ios boeing airbus falcon apollo formula euro pier district precinct"
    " ward lot exhibit docket phase tier stage category grade step lap table figure fig zone platform floor bus engine"
    " station ladder battalion camera option question proposition prop amendment resolution measure title rule form"
    " schedule appendix item track exit marker building hangar terminal runway bay berth dock studio hall door locker"
    " cell division brigade regiment fm radio agenda expo act scene verse psalm paragraph clause id pin code ext"
    " extension po badge covid usc sr cr fr hwy rt rte".split()
)
_WEAK_LABELS: Final = frozenset(
    "line case group class round week game part call book seat area block level series".split()
)
"""Those that name only where nothing is counted: "in week 12", but "last week 12 people"."""
_SHORTENED: Final = frozenset("no nos nr vol fig apt ste ext p pp rt hwy".split())
_MARKS: Final = frozenset("#°º№")
_OPENING: Final = frozenset(("", NEWLINE, *".!?:;“\"‘'’—–-([•*…|”·/»«"))
_QUOTES: Final = frozenset("“\"‘'")
_SMALL_WORDS: Final = frozenset(
    "the a an in on at of to for from by with and or but as is are was were be been has have had that this these"
    " those which who than then so if when while after before since until during through over under about around"
    " nearly almost some all only just more less up down out off into between its his her their our your my it he she"
    " they we you i not no another other each every any both least most many few several last next past first per"
    " there here one two three".split()
)
_THINGS: Final = frozenset("people men women children police percent % dead other more others million new of".split())
_NO_THINGS: Final = frozenset("was has this does says".split())
_BODIES: Final = frozenset(
    "district precinct circuit congressional ward division battalion brigade regiment infantry airborne cavalry fleet"
    " army corps amendment squadron wing judicial armored armoured mechanized mechanised panzer guards rifle street"
    " avenue".split()
)
_FIRST_IN_PHRASES: Final = frozenset("aid lady responder responders name names hand generation".split())
_HYPHENED: Final = frozenset("time hand class rate guess string".split())
_WINDOW: Final = 10  # words to either side that tell whether a line is a headline


def opens(tokens: Tokens, index: int) -> bool:
    """Whether a sentence or a piece of one may begin at `index`, so that a capital says nothing."""
    return tokens.words[index - 1] in _OPENING


def headline(tokens: Tokens, index: int) -> bool:
    """Whether most longer words around `index` on its line begin with capitals."""
    capitals = longer = 0
    for step in (-1, 1):
        place = index + step
        for _ in range(_WINDOW):
            word = tokens.words[place]
            if not word or word == NEWLINE or place < 0:
                break
            if len(word) > 3 and word.isalpha():
                longer += 1
                capitals += tokens.capital(place)
            place += step
    return longer > 1 and capitals * 4 >= longer * 3


def is_small_word(word: str) -> bool:
    """Whether `word` is one that holds sentences together."""
    return word in _SMALL_WORDS


def counted(tokens: Tokens, end: int) -> bool:
    """Whether what stands at `end` looks like the thing that is counted."""
    word, second = tokens.words[end], tokens.words[end + 1]
    if word in _THINGS:
        return True
    if second.endswith("s") and word.isalpha() and not tokens.capital(end) and word not in _SMALL_WORDS:
        return True
    return is_plural(word)


def is_plural(word: str) -> bool:
    """Whether `word` looks like the plural of a noun."""
    return (
        len(word) > 3 and word.isalpha() and word.endswith("s") and not word.endswith("ss") and word not in _NO_THINGS
    )


def label(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the number from `index` to `end` only names: "Chapter 11", "No. 5", "Apollo 11", "page 2 of 7"."""
    words, place = tokens.words, index - 1
    word = words[place]
    if word in _MARKS or (word == "." and words[place - 1] in _SHORTENED and tokens.glued(place)):
        return True
    of_several = word == "of" and words[place - 1].isdecimal() and words[place - 2] in _LABELS
    thing_or_two = word == "or" and words[index] == "two" and words[index - 3] in {"a", "an"}
    if of_several or thing_or_two:
        return True
    if word in {"no", "number"} and not tokens.numeric(index):
        return word == "number"
    if word in _WEAK_LABELS:
        return (tokens.numeric(index) or (tokens.capital(place) and not opens(tokens, place))) and not counted(
            tokens, end
        )
    if word in _LABELS:
        thing = counted(tokens, end) and words[end] != "of"
        return not thing or (tokens.capital(place) and not headline(tokens, index))
    return words[index].isdecimal() and _in_name(tokens, index, end)


def named_in_words(tokens: Tokens, index: int) -> bool:
    """Whether the number in words at `index` is part of a name: "Air Force One", "Phase Two"."""
    if not tokens.capital(index):
        return False
    if opens(tokens, index):
        return tokens.words[index - 1] in _QUOTES and tokens.capital(index + 1) and tokens.capital(index + 2)
    written = tokens.written(index)
    if (written.isupper() and len(written) > 1) or headline(tokens, index):
        return False
    before = tokens.capital(index - 1) and tokens.words[index - 1] not in _SMALL_WORDS
    return before or tokens.capital(index + 1)


def ordinal_in_name(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the ordinal from `index` to `end` is part of a name or a phrase: "First Amendment", "at first"."""
    words = tokens.words
    if words[index] == "first" and _first_in_phrase(tokens, index, end):
        return True
    if words[end + 1] in _HYPHENED and tokens.hyphen(end):
        return True
    if not (tokens.capital(end) and words[end].isalpha()):
        return False
    if tokens.numeric(index):
        return words[end] in _BODIES or words[end + 1] in _BODIES
    return tokens.capital(index) and not opens(tokens, index) and not headline(tokens, index)


def _first_in_phrase(tokens: Tokens, index: int, end: int) -> bool:
    words = tokens.words
    if words[end] in _FIRST_IN_PHRASES or (words[end] in {"of", "and"} and words[end + 1] in {"all", "foremost"}):
        return True
    return words[index - 1] == "at" and words[end] not in {"sight", "glance"}


def _in_name(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the digits stand in a run of capitals: "CBS 11", "Euro 2024", "7 Action News"."""
    words, place = tokens.words, index - 1
    title = headline(tokens, index)
    if len(words[index]) == 4 and "1900" <= words[index] < "2050" and tokens.capital(end) and not title:
        return True
    if _acronym(tokens, place, 3) and (words[end] == ")" or not title):
        return True
    if words[place - 1] in {"a", "an"} and _acronym(tokens, place, 2):
        return True
    if tokens.capital(end) and (words[end] == "news" or (words[end + 1] == "news" and tokens.capital(end + 1))):
        return True
    named = tokens.capital(place) and words[place].isalpha() and words[place] not in _SMALL_WORDS
    return named and not opens(tokens, place) and not counted(tokens, end) and not title


def _acronym(tokens: Tokens, index: int, shortest: int) -> bool:
    written = tokens.written(index)
    return (
        shortest <= len(written) <= 4
        and written.isalpha()
        and written.isupper()
        and tokens.words[index] not in _SMALL_WORDS
    )
