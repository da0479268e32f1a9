"""Words around a number that say how it is meant: "around", "no fewer than", "-plus", "or more"."""

from functools import cache
from typing import Final

from corpus.figures.figure import Modifier
from corpus.figures.tokens import Tokens
from corpus.figures.vocabulary import BELOW_TWENTY, PARTS, SCALES

_BEFORE: Final = {
    Modifier.APPROX: (
        "about around some roughly approximately nearly almost circa close_to somewhere_around in_the_region_of"
        " in_the_vicinity_of in_the_neighborhood_of in_the_neighbourhood_of an_estimated estimated virtually"
        " practically barely near something_like on_the_order_of in_the_order_of approaching approx nearing ~ ≈"
    ),
    Modifier.MORE_THAN: (
        "more_than over above in_excess_of greater_than larger_than higher_than exceeding upwards_of upward_of"
        " longer_than older_than bigger_than north_of >"
    ),
    Modifier.LESS_THAN: (
        "less_than fewer_than under below lower_than smaller_than shorter_than younger_than short_of shy_of <"
    ),
    Modifier.AT_LEAST: (
        "at_least no_fewer_than no_less_than not_less_than not_fewer_than a_minimum_of minimum_of as_few_as"
        " as_little_as more_than_or_equal_to greater_than_or_equal_to greater_or_equal_than >_= ≥"
    ),
    Modifier.AT_MOST: (
        "at_most up_to no_more_than not_more_than as_many_as as_much_as a_maximum_of maximum_of at_the_most"
        " no_greater_than no_larger_than no_higher_than no_longer_than as_high_as as_long_as less_than_or_equal_to"
        " smaller_or_equal_than less_or_equal_than equal_to_or_less_than <_= ≤"
    ),
}
_BEHIND: Final = {
    Modifier.AT_LEAST: (
        "or_more plus and_up or_older or_over and_older and_over or_higher or_above and_above or_greater or_longer"
        " at_least or_better +"
    ),
    Modifier.AT_MOST: (
        "or_less or_fewer and_under or_under or_younger and_younger or_lower at_most or_below and_below max at_the_most"
    ),
    Modifier.APPROX: "or_so or_thereabouts give_or_take",
}
_DEGREES: Final = frozenset(
    "just well slightly far little bit much somewhat way significantly considerably substantially".split()
)
_SUPPLEMENTS: Final = frozenset("another additional further estimated total of an a the reported".split())
_SPEAKING: Final = frozenset(
    "talk talks talked talking speak speaks spoke speaking know knows knew known ask asks asked asking say said think"
    " thinks thought thinking hear heard learn learned learning worry worried worries concern concerns concerned story"
    " stories book film movie report reports information details question questions question questioned tell tells"
    " told write wrote complain complained complaints joke jokes lie lied care cares feel feels bring brought come"
    " comes came go something nothing everything anything what".split()
)
_QUARRELS: Final = frozenset(
    "dispute disputes row concern concerns protest protests charge charges charged fight fighting war feud arrested"
    " sued sue anger angry criticism criticised criticized fear fears worry worries questioned clash clashed clashes"
    " won win victory wins lead control took take taken jurisdiction argument argued lawsuit preside hands handed"
    " turned triumph".split()
)
_TERMS: Final = frozenset(
    "years months days weeks year life jailed sentenced convicted guilty inquiry probe investigated trial court".split()
)
_BY_SIZE: Final = frozenset(
    ("over", "under", "above", "below", "near", "approaching", "short of", "shy of", "north of")
)


_LASTING_BEFORE: Final = frozenset("for in just well little of after than is was lasted spent with took by".split())
_NO_NUMBER_BEFORE_SOME: Final = frozenset(("and", "of"))
_TURNING: Final = frozenset("turned all world way".split())
_CURRENCY: Final = frozenset("$£€")
_NEVER_INTENSIFIED: Final = frozenset("some an up at as no".split())
_PLACES: Final = frozenset("over under above below up".split())
_AFTER_PLACES: Final = frozenset("the a to by for in".split())

Phrases = dict[str, list[tuple[tuple[str, ...], Modifier]]]


def before(tokens: Tokens, index: int, first: int, *, lasting: bool = False) -> tuple[int, Modifier]:
    """Where the modifiers of the number at `index` begin, none of them before token `first`, and what they say.

    `lasting` is whether the number measures time: "over three days" is how long something went on.
    """
    start, place, said = index, index, Modifier.EXACT
    while place > first:
        found = _one_before(tokens, place, first, lasting=lasting)
        if found:
            place = start = found[0]
            said = found[1] if said in {Modifier.EXACT, Modifier.APPROX} else said
        elif tokens.words[place - 1] in _SUPPLEMENTS and index - place < 3:
            place -= 1
        else:
            break
    return start, said


def behind(tokens: Tokens, index: int) -> tuple[int, Modifier] | None:
    """Where the modifier that is written at `index`, behind a number, ends, and what it says."""
    words = tokens.words
    place = index + tokens.hyphen(index)
    for phrase, modifier in _behind().get(words[place], ()):
        end = place + len(phrase)
        if not tokens.phrase(place, phrase) or _goes_elsewhere(tokens, phrase, place, hyphened=place > index):
            continue
        supplement = phrase[0] == "give" and words[end] in {"a", "an"}
        return end + 2 * supplement, modifier
    return None


def combined(first: Modifier, second: Modifier) -> Modifier:
    """What both say: that before the number, unless it says nothing."""
    return second if first in {Modifier.EXACT, Modifier.APPROX} and second is not Modifier.EXACT else first


def _one_before(tokens: Tokens, index: int, first: int, *, lasting: bool) -> tuple[int, Modifier] | None:
    for phrase, modifier in _before().get(tokens.words[index - 1], ()):
        start = index - len(phrase)
        fits = start >= first and tokens.phrase(start, phrase)
        if fits and _means_number(tokens, start, index, lasting=lasting):
            return _intensified(tokens, start, first), modifier
    return None


def _means_number(tokens: Tokens, start: int, index: int, *, lasting: bool) -> bool:
    """Whether the phrase from `start` to `index` speaks of the number and not of what went before."""
    words = tokens.words
    phrase, previous, word = " ".join(words[start:index]), words[start - 1], words[index]
    if phrase in {"about", "around"}:
        return previous not in (_SPEAKING if phrase == "about" else _TURNING)
    if phrase == "some":
        return tokens.numeric(index) or (word != "one" and previous not in _NO_NUMBER_BEFORE_SOME)
    if phrase not in _BY_SIZE:
        return True
    if previous in _QUARRELS or (phrase == "over" and previous in _TERMS):
        return False
    if phrase == "over" and lasting:
        return previous in _LASTING_BEFORE
    large = word != "one" or words[index + 1] in PARTS or words[index + 1] in SCALES
    return word in _CURRENCY if phrase == "near" else large


def _intensified(tokens: Tokens, start: int, first: int) -> int:
    """Where "just", "well" or "a little" before a modifier begins."""
    words = tokens.words
    if start <= first or words[start - 1] not in _DEGREES or words[start] in _NEVER_INTENSIFIED:
        return start
    start -= 1
    article = words[start] in {"little", "bit"} and words[start - 1] in {"a", "an"} and start > first
    return start - article


def _goes_elsewhere(tokens: Tokens, phrase: tuple[str, ...], place: int, *, hyphened: bool) -> bool:
    """Whether the phrase behind a number belongs to what follows: "two or over the hill", "5 at least 3"."""
    after = tokens.words[place + len(phrase)]
    if phrase[0] in {"plus", "+"}:
        return not hyphened and (not tokens.glued(place) or tokens.glued(place + 1))
    if phrase[-1] in _PLACES:
        return after in _AFTER_PLACES
    return phrase == ("at", "least") and (after[:1].isdecimal() or after in BELOW_TWENTY)


def _phrases(table: dict[Modifier, str], key: int) -> Phrases:
    """By its first (`key` 0) or last (-1) word: each modifier as words, the longest first."""
    found: Phrases = {}
    for modifier, phrases in table.items():
        for phrase in phrases.split():
            words = tuple(phrase.split("_"))
            found.setdefault(words[key], []).append((words, modifier))
    return {word: sorted(listed, key=lambda pair: -len(pair[0])) for word, listed in found.items()}


@cache
def _before() -> Phrases:
    return _phrases(_BEFORE, -1)


@cache
def _behind() -> Phrases:
    return _phrases(_BEHIND, 0)
