"""The terms of a sentence: its words brought to a stem, its names as clusters, its figures as values."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import log
from typing import Final

from corpus.alignments.told import Told
from corpus.span import Span

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_DATELINE: Final = re.compile(r"[—–-]\s*\Z|:\s*\Z")
_LONGEST_DATELINE: Final = 60  # code points
_NUMBER: Final = re.compile(r"\d{1,20}(?:\.\d{1,20})?(?:E[+-]?\d{1,3})?")  # as `str` writes a Decimal
_MARKS: Final = 4  # quotation marks before and behind a sentence that belong to it
_SMALL, _HUGE, _STEP = 10.0, 1e15, 0.1  # numbers whose size alone says something, and in which steps
_COMMON: Final = """
    a about above according add added adds after again against all also am an and announce announced any are around
    as at be because been before being below between both but by can confirm confirmed could did didn't do does
    doing don't down during each eight either else ever every few five for four from further had has hasn't have
    haven't having he he's her here hers herself him himself his how i i'm if in into is isn't it it's its itself
    just like may me might more most much must my myself near nine no nor not now of off on once one only or other
    our ours out over own quite rather report reported reportedly reporting reports reveal revealed said same say
    saying says seven shall she she's should since six so some state stated statement states still such tell tells
    ten than that that's the their theirs them themselves then there there's these they they're this those though
    three through to told too toward towards two under until up upon us very was wasn't we we're were weren't what
    when where whether which while who whom whose why will with within without would yet you you're your yours
"""
# Words that tell the same fact in reports of every topic, behind the stem that stands for them.
_FAMILIES: Final = """
    accuse: accusation accused
    agree: agreed agreement deal
    aid: help helped helping
    allege: alleged allegedly purported
    arrest: arrested captured custody detain detained
    attack: assault assaults attacked incursion incursions raid raids
    ban: banned barred prohibited
    beat: defeat defeated victory win winning wins won
    begin: began begun
    blow: blew blown
    break: broke broken
    bring: brought
    burn: burnt
    buy: bought
    captain: master skipper
    child: boy boys children girl girls kid kids toddler
    choose: chose chosen
    citizen: citizens nationals
    collapse: collapsed
    come: came
    company: business companies corporation firm firms
    convict: convicted conviction guilty
    crew: crewmen sailors seafarers seamen
    destroy: destroyed destruction wrecked
    die: dead death deaths deceased died dying perished toll
    drive: driven drove
    earthquake: quake tremor
    evacuate: evacuated evacuation evacuations
    fall: decline declined drop dropped fallen falling falls fell plunge plunged slump slumped tumble tumbled
    father: dad
    fight: altercation argued argument brawl dispute fighting fought
    fighter: fighters insurgents militants militia militias paramilitaries paramilitary rebels saboteurs terrorists
    find: found
    fire: blaze fires flames inferno
    flee: fled
    fly: flew
    get: got
    give: gave given
    go: gone went
    grow: grew grown
    gun: firearm firearms guns handgun handguns pistol weapon weapons
    hear: heard
    hold: held
    hospital: hospitalised hospitalized hospitals
    house: apartment apartments home homes residence
    infect: infected infection infections
    injure: casualties hurt injured injuries injury wound wounded wounds
    insure: insurance insured insurer insurers
    invade: invasion
    investigate: inquiry investigation investigator investigators probe probing
    jail: imprisoned jailed prison sentence sentenced
    kill: fatal fatally homicide killed killing killings murder murdered murders slain slaying slayings
    know: knew known
    lead: led
    leave: left
    live: life lives
    lose: lost
    man: men
    match: game games matches
    meet: met
    miss: missing
    mother: mom mum
    near: nearly
    pay: paid
    percent: pc
    plan: planned planning plans
    police: authorities cop cops deputies deputy detective detectives officer officers
    profit: earnings profits
    protest: demonstration demonstrations demonstrators protesters protests rally
    pupil: pupils student students
    rescue: rescued rescuers rescuing saved
    resign: quit resignation resigned
    rise: climb climbed gain gained increase increased
    rise: increases jump jumped risen rises rising rose soar soared surge surged
    see: saw seen
    sell: sold
    send: sent
    ship: boat boats ferry ships vessel vessels
    shoot: fired firing gunfire gunman gunmen shooter shootout shot shots
    sick: ill illness patient patients sickened
    sink: sank sunk
    soldier: soldiers troops
    speak: spoke spoken
    spend: spent
    steal: stole stolen
    storm: cyclone hurricane typhoon
    strike: collided collision crash crashed hit rammed struck
    sue: lawsuit sued suit
    suspect: suspected suspects
    take: carried flown rushed taken taking took transported
    talk: negotiate negotiated negotiations talks
    vehicle: car cars sedan suv truck van
    vote: ballot elected election elections poll polls voted
    warn: warned warning warnings
    woman: women
    worker: employee employees staff workers
    write: written wrote
"""


@cache
def _common() -> frozenset[str]:
    return frozenset(_COMMON.split())


@cache
def _families() -> dict[str, str]:
    rows = (line.partition(":") for line in _FAMILIES.strip().splitlines())
    return {form: family.strip() for family, _, forms in rows for form in f"{family} {forms}".split()}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A lower-case word brought to what its forms share; "" for one that is in every text."""
    word = word.replace("’", "'").removesuffix("'s")
    if word in _common() or len(word) < 2:
        return ""
    known = _families().get(word)
    if known:
        return known
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]
    for ending in ("ingly", "edly", "ing", "ed", "ly"):
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith("eed"):
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
                word = word[:-1]
            break
    family = _families().get(word) or _families().get(word + "e")
    return family or (word.removesuffix("e") if len(word) > 3 else word)


def units(told: Told) -> list[Span]:
    """The sentences to be paired: with their quotation marks, and with the place and dash that stand before them."""
    text = told.text
    found: list[Span] = []
    for span in told.sentences:
        start, end = span.start, span.end
        if found and start > found[-1].end and "\n" not in text[found[-1].end : start]:
            former = found[-1]
            if len(former) <= _LONGEST_DATELINE and _DATELINE.search(former.surface(text)):
                start = found.pop().start
        start, end = _with_marks(text, start, end)
        if any(char.isalnum() for char in text[start:end]) and (not found or start >= found[-1].end):
            found.append(Span(start, end))
    return found


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A sentence with the quotation marks around it."""
    for _ in range(_MARKS):
        if text[start - 1 : start] and text[start - 1] in "“‘«„\"'(" and (start == 1 or text[start - 2].isspace()):
            start -= 1
    for _ in range(_MARKS):
        if text[end : end + 1] and text[end] in "”’»\"')" and text[end - 1] in ".!?…,”’»\"')":
            end += 1
    return start, end


def terms(told: Told, spans: Sequence[Span]) -> list[list[str]]:
    """For each of `spans` its terms, in order: stems, "#n" for a name of cluster n, "=v" for a figure of value v.

    "=~k" stands for a number that is not small, and is mostly equal where two of them differ by a twentieth or less.
    """
    marks = sorted(
        [(span.start, span.end, f"={value}") for span, value in told.figures if value]
        + [(span.start, span.end, f"#{cluster}") for span, cluster in told.mentions]
    )
    found: list[list[str]] = []
    at = 0
    for span in spans:
        while at < len(marks) and marks[at][1] <= span.start:
            at += 1
        last = at
        while last < len(marks) and marks[last][0] < span.end:
            last += 1
        found.append(list(_terms(told.text, span, marks[at:last])))
    return found


def _terms(text: str, span: Span, marks: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    at = span.start
    for start, end, term in marks:
        if start < at:
            continue
        yield from _plain(text, at, start)
        yield term
        if term.startswith("="):
            yield from _about(term)
            yield from (each for each in _plain(text, start, end) if not each[0].isdigit())
        at = end
    yield from _plain(text, at, span.end)


def _about(term: str) -> Iterator[str]:
    """The sizes of the numbers of a figure's term, in steps of a tenth."""
    for match in _NUMBER.finditer(term):
        number = float(match.group())
        if _SMALL <= number < _HUGE:
            yield f"=~{round(log(number) / _STEP)}"


def _plain(text: str, start: int, end: int) -> Iterator[str]:
    for match in _WORD.finditer(text, start, end):
        term = stem(match.group().lower())
        if term:
            yield term
