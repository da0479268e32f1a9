"""What is said of what a figure counts: the verb it is subject or object of, or a noun that says the same."""

from typing import Final, NamedTuple

from corpus.claims import vocabulary as words
from corpus.claims.clause import Clause
from corpus.claims.families import APART, OF_PEOPLE, PREDICATIVE, family, family_of
from corpus.claims.lemmas import lemma
from corpus.claims.phrase import Phrase
from corpus.claims.reporting import is_reporting

_RIGHT: Final = 14  # words behind what is counted in which its verb is looked for
_LEFT: Final = 9
_STOPS: Final = frozenset(".;:()!?—–")
_COPULAR: Final = frozenset(
    "remain remains remained stay stayed known feared believed presumed confirmed reported found thought listed left "
    "understood said".split()
)
_LISTING: Final = frozenset((",", "and", "or", "to", "including"))
_NOTHING: Final = frozenset("include includes included including".split())  # says nothing of what it counts
_STATES: Final = frozenset("dead missing homeless unaccounted aboard alive unharmed unhurt deceased".split())
_HOSPITAL: Final = frozenset(("hospital", "hospitals", "hospitalized", "hospitalised", "injuries", "wounds"))
_TAKEN: Final = frozenset(
    ("take", "rush", "bring", "admit", "treat", "receive", "suffer", "airlift", "transport", "sustain")
)
_SEEKING: Final = frozenset(("look", "search"))
_UNFOUND: Final = frozenset(("find", "account", "trace", "locate"))
_JOINING: Final = frozenset("and or but while whereas although though because when as".split())
_NUMBER_NOUNS: Final = frozenset("number toll total count tally figure".split())


class Predicate(NamedTuple):
    """Word `at` with its base form or family; `sure` where a rule found it that seldom errs."""

    at: int
    base: str
    sure: bool


def predicate_of(clause: Clause, at: int, counted: Phrase | None) -> Predicate | None:
    """The predicate of the figure at word `at`, the best of those around it."""
    end = counted.last if counted else at
    adjacent = _behind_at_once(clause, end)
    if adjacent:
        return adjacent
    found = [one for one in (_noun_before(clause, at), _verb_behind(clause, end), _verb_before(clause, at)) if one]
    for one in found:
        if one.base in APART:
            return one
    for one in found:
        if one.base in OF_PEOPLE:
            return one
    if len(found) > 1 and found[-1].sure and not found[0].sure:
        return found[-1]
    return found[0] if found else _aboard(clause, at, end)


def _behind_at_once(clause: Clause, end: int) -> Predicate | None:
    """As in "70 fighters killed", "seven dead", "214 people on board"."""
    for at in range(end + 1, min(end + 3, len(clause.lower))):
        word = clause.lower[at]
        if word in PREDICATIVE:
            return Predicate(at, family_of(word) or word, sure=True)
        if word not in (
            "reported",
            "confirmed",
            "believed",
            "more",
            "were",
            "was",
            "are",
            "is",
            "feared",
            "listed",
            "left",
            "still",
        ):
            break
    return _on_board(clause, end)


def _on_board(clause: Clause, end: int) -> Predicate | None:
    lower = clause.lower
    if lower[end + 1 : end + 3] == ["on", "board"]:
        return Predicate(end + 2, "carry", sure=True)
    return None


def _aboard(clause: Clause, at: int, end: int) -> Predicate | None:
    for index in range(max(0, at - 4), min(len(clause.lower), end + 5)):
        if clause.lower[index] in ("aboard", "board"):
            return Predicate(index, "carry", sure=False)
    return None


def _noun_before(clause: Clause, at: int) -> Predicate | None:
    """As in "the deaths of 70", "a toll of 12", "the number of injured stands at 46", "the dead included 12"."""
    for index in range(at - 1, max(-1, at - _LEFT), -1):
        word = clause.lower[index]
        if word in _STOPS or word == "#":
            break
        base = family_of(word)
        if base not in APART or (words.is_verb(word) and word not in PREDICATIVE):
            continue
        between = clause.lower[index + 1 : at]
        of_number = any(before in _NUMBER_NOUNS for before in clause.lower[max(0, index - 3) : index + 2])
        if between in (["of"], ["among"]) or of_number or "included" in between or "include" in between:
            return Predicate(index, base, sure=True)
    return None


def _verb_behind(clause: Clause, end: int) -> Predicate | None:
    """The verb that follows as that of a subject: "of his fighters were killed", "people died", "who had been shot"."""
    lower = clause.lower
    stop = min(len(lower), end + 1 + _RIGHT)
    helped = related = False
    for at in range(end + 1, stop):
        word = lower[at]
        if word in _STOPS or word in _NOTHING or (word == "#" and lower[at - 1] not in _LISTING):
            break
        if word == "," or word in _JOINING:
            listed = at + 1 < stop and (lower[at + 1] == "#" or lower[at + 1] in ("and", "including"))
            if not listed and not related:
                return _behind_apposition(clause, at, stop) if word == "," else None
        elif word in words.RELATIVES:
            related = True
        elif word in words.AUXILIARIES or word == "to" or word in _COPULAR:
            helped = helped or word != "to"
        elif word in PREDICATIVE and helped:
            return Predicate(at, family_of(word) or word, sure=True)
        elif words.is_verb(word) and not is_reporting(word):
            return _as_predicate(clause, at, sure=helped or at <= end + 2)
        elif helped and word not in words.ADVERBS and not word.endswith("ly"):
            base = family_of(word)
            return Predicate(at, base, sure=True) if base in OF_PEOPLE else None
    return None


def _behind_apposition(clause: Clause, at: int, stop: int) -> Predicate | None:
    """As in "16,000 of the recruits, mostly convicts, had been killed": what is said behind the second comma."""
    lower = clause.lower
    comma = next((index for index in range(at + 1, stop) if lower[index] == ","), None)
    if comma is None or comma + 1 >= stop or lower[comma + 1] not in words.AUXILIARIES:
        return None
    for index in range(comma + 2, min(comma + 5, len(lower))):
        if family_of(lower[index]) in APART:
            return Predicate(index, family_of(lower[index]), sure=True)
    return None


def _verb_before(clause: Clause, at: int) -> Predicate | None:
    """The verb whose object the figure is, or that it follows with a preposition: "killing 70", "insured for 20"."""
    lower = clause.lower
    for index in range(at - 1, max(-1, at - 1 - _LEFT), -1):
        word = lower[index]
        if word in _STOPS or word in words.RELATIVES or word in ("while", "but", "because"):
            break
        if word in PREDICATIVE and (word in _STATES or "#" in lower[max(0, index - 2) : at]):
            break
        if word in words.AUXILIARIES or not words.is_verb(word):
            continue
        if is_reporting(word) or word in _NOTHING:
            break
        between = lower[index + 1 : at]
        if between == ["for"] and lemma(word) in _SEEKING:
            return Predicate(index, "miss", sure=True)
        near = all(one in words.ADVERBS or one in words.DETERMINERS or one in words.PREPOSITIONS for one in between)
        return _as_predicate(clause, index, sure=near)
    return None


def _as_predicate(clause: Clause, at: int, *, sure: bool) -> Predicate:
    """The verb at word `at`, with what makes another of it: "taken to hospital", "not been found", "brought ashore"."""
    verb = lemma(clause.lower[at])
    behind = clause.lower[at + 1 : at + 5]
    if verb in _TAKEN and not _HOSPITAL.isdisjoint(behind):
        return Predicate(at, "injure", sure)
    if verb in _TAKEN and "custody" in behind:
        return Predicate(at, "arrest", sure)
    if verb in _UNFOUND and is_negated(clause, at):
        return Predicate(at, "miss", sure)
    if "alive" in behind[:3] or (verb == "bring" and "ashore" in behind):
        return Predicate(at, "rescue", sure)
    return Predicate(at, family(verb), sure)


def is_negated(clause: Clause, at: int) -> bool:
    """Whether a word of denial stands before the predicate at word `at`, with nothing but small words between."""
    for index in range(at - 1, max(-1, at - 5), -1):
        word = clause.lower[index]
        if word in words.NEGATIONS or word.endswith(("n't", "n’t")):
            return word not in ("without", "nor")
        if word not in words.AUXILIARIES and word not in words.ADVERBS and word not in words.PREPOSITIONS:
            return False
    return False
