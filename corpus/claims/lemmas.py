"""Base forms of English words by rule, with a table of what is irregular; good enough to know like words by."""

from functools import cache
from typing import Final

_VERBS: Final = (
    "be am is are was were been being|have has had having|do does did done|go goes went gone going|say said "
    "says|die died dies dying|lie lay lies lying|lose lost|leave left|find found|tell told|take took taken|hold "
    "held|shoot shot|hit hitting|hurt hurting|fall fell fallen|rise rose risen|win won winning|steal stole "
    "stolen|bring brought|buy bought|catch caught|fight fought|seek sought|teach taught|think thought|sell "
    "sold|send sent|spend spent|build built|lend lent|bend bent|mean meant|meet met|lead led|feed fed|flee "
    "fled|bleed bled|speak spoke spoken|break broke broken|freeze froze frozen|choose chose chosen|drive drove "
    "driven|ride rode ridden|write wrote written|give gave given|forgive forgave forgiven|eat ate eaten|beat "
    "beaten|see saw seen|know knew known|grow grew grown|throw threw thrown|blow blew blown|fly flew flown|draw "
    "drew drawn|begin began begun|drink drank drunk|sink sank sunk|swim swam swum|sing sang sung|ring rang "
    "rung|run ran running|come came|become became|get got gotten getting|forget forgot|sit sat sitting|stand "
    "stood|understand understood|make made making|pay paid|lay laid|keep kept|sleep slept|sweep swept|feel "
    "felt|deal dealt|hear heard|strike struck stricken|stick stuck|dig dug|hang hung|bite bit bitten|hide hid "
    "hidden|wear wore worn|tear tore torn|bear bore born borne|swear swore sworn|shake shook shaken|mistake "
    "mistook|drown drowned|burn burnt|put putting|cut cutting|set setting|let letting|shut shutting|cost "
    "costing|split splitting|quit quitting|spread|read|wound wounded wounding wounds|rob robbed robbing|stab "
    "stabbed stabbing|ban banned banning|total totaled totalled totalling|free freed freeing|injure injured "
    "injuring|seize seized seizing|rescue rescued rescuing|evacuate evacuated evacuating|release released "
    "releasing|close closed closing|increase increased increasing|decrease decreased decreasing|decline declined "
    "declining|force forced forcing|include included including|charge charged charging|use used using|require "
    "required requiring|serve served serving|estimate estimated estimating|hospitalise hospitalised hospitalized "
    "hospitalize|perish perished"
)
_NOUNS: Final = (
    "person people persons folks|child children kids kid|man men|woman women|wife wives|life lives|knife knives|"
    "foot feet|tooth teeth|mouse mice|goose geese|half halves|loaf loaves|leaf leaves|thief thieves|wolf wolves|"
    "policeman policemen|policewoman policewomen|fireman firemen|fisherman fishermen|businessman businessmen|"
    "serviceman servicemen|crewman crewmen|gunman gunmen|congressman congressmen|spokesman spokesmen|crisis crises|"
    "analysis analyses|basis bases|series|species|percent|police|aircraft|news|casualty casualties|storey storeys"
)
_VOWELS: Final = frozenset("aeiouy")
_ENDS_IN_E: Final = ("c", "v", "s", "z", "u", "dg", "at", "rg", "ur", "ir")
_KEPT: Final = ("ss", "us", "is")


@cache
def lemma(word: str) -> str:
    """The base form of a word in lower case: the infinitive of a verb, else the singular of a noun."""
    known = _table().get(word)
    if known is not None:
        return known
    if len(word) < 4:
        return word
    if word.endswith("ing") and len(word) > 5 and not _VOWELS.isdisjoint(word[:-3]):
        return _stem(word[:-3])
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ed") and not _VOWELS.isdisjoint(word[:-2]) and word[-3] != "e":
        return _stem(word[:-2])
    return singular(word)


@cache
def singular(word: str) -> str:
    """The singular of a noun in lower case."""
    known = _table().get(word)
    if known is not None:
        return known
    if not word.endswith("s") or len(word) < 4:
        return word
    if word.endswith(_KEPT) and not ((word.endswith("is") and word[-3] not in "stn") or word.endswith("enis")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        return word[:-2]
    return word[:-1]


@cache
def irregular_forms() -> frozenset[str]:
    """The forms of irregular verbs but for the infinitive."""
    rows = [row.split() for row in _VERBS.split("|")]
    return frozenset(form for row in rows for form in row[1:])


def _stem(stem: str) -> str:
    """The infinitive of a regular verb without its -ed or -ing; one short syllable that did not double had an -e."""
    last, before = stem[-1], stem[-2]
    if last == before:
        return stem[:-1] if last in "bdgmnprt" and len(stem) > 3 else stem
    if stem.endswith(_ENDS_IN_E) and not stem.endswith(("eat", "oat", "ours", "ss")):
        return stem + "e"
    vowels = sum(letter in _VOWELS for letter in stem)
    if vowels == 1 and len(stem) > 2 and before in _VOWELS and last not in "wxy":
        return stem + "e"
    return stem


@cache
def _table() -> dict[str, str]:
    rows = [row.split() for row in f"{_NOUNS}|{_VERBS}".split("|")]
    return {form: row[0] for row in rows for form in row}
