"""Words that say the same of what is counted: "killed", "dead", "deaths" and "toll" are one family."""

from functools import cache
from typing import Final

from corpus.claims.lemmas import lemma

_FAMILIES: Final = (
    "die dead death kill killing fatality toll perish slay slain slaying murder lethal fatal fatally deceased body "
    "corpse drown succumb homicide massacre execute execution bereave decease lifeless|injure injury injured wound "
    "wounded hurt hospitalise hospitalisation hospitalization hospitalize casualty maim graze burn|arrest detain "
    "detainee detention custody apprehend nab capture|evacuate evacuation evacuee evacuated|recruit recruitment "
    "conscript mobilise mobilize mobilisation mobilization enlist draft|displace displacement displaced homeless "
    "refugee flee uproot|miss missing unaccounted disappear disappearance vanish untraced|rescue survive survivor "
    "alive ashore|unharmed unhurt uninjured unscathed safe|carry aboard board|infect infection case positive diagnose "
    "sicken|rise increase gain climb grow jump surge growth up soar raise|fall drop decline decrease lose loss down "
    "slip slump plunge shed slide tumble cut reduction reduce|sentence sentencing imprison imprisonment imprisoned "
    "prison jail|convict conviction guilty|charge accuse indict indictment count face|seize recover confiscate "
    "seizure|destroy destruction flatten raze demolish wreck|damage|shoot shooting gunshot gunfire fire|abduct kidnap "
    "kidnapping abduction hostage|attend attendance gather crowd turnout|sell sale|hire hiring employ employee job "
    "worker staff|insure insurance insured|win victory|build construct construction built|age aged old|cost price "
    "worth value"
)
# Families whose words make a count one of people where no noun says so.
OF_PEOPLE: Final = frozenset(
    "die injure arrest evacuate recruit displace miss rescue carry infect abduct shoot unharmed".split()
)
# Families of which a count belongs to one alone: who is dead is not among the injured.
APART: Final = frozenset("die injure arrest evacuate recruit displace miss rescue infect unharmed".split())
# Words that stand behind a noun, or for one, and say what became of those counted.
PREDICATIVE: Final = frozenset(
    "dead killed injured wounded hurt missing homeless arrested detained rescued displaced evacuated unaccounted "
    "hospitalized hospitalised stranded trapped infected aboard alive unharmed unhurt captured drowned deceased "
    "uninjured unscathed".split()
)
# Nouns that count what their verb does: twelve deaths are twelve who died.
COUNTS: Final = frozenset(
    "death fatality toll injury casualty arrest killing murder homicide drowning conviction survivor evacuee detainee "
    "kidnapping abduction infection body corpse".split()
)
# What is done to things; done to people it kills them.
_DEADLY: Final = frozenset("destroy eliminate liquidate neutralise neutralize".split())
_PEOPLE: Final = frozenset(
    "person man woman child boy girl victim resident passenger other civilian soldier fighter worker employee student "
    "teenager teen adult kid guy citizen national member user patient protester demonstrator official officer "
    "policeman migrant refugee tourist visitor villager inmate prisoner voter spectator fan militant insurgent "
    "terrorist rebel saboteur combatant troop serviceman guard gunman pirate sailor crewman deckhand firefighter "
    "rescuer volunteer pupil teacher baby infant toddler youth sibling brother sister survivor suspect defendant "
    "juror deputy neighbour neighbor local individual raider brigand seaman fisherman inhabitant islander bystander "
    "pedestrian driver occupant guest customer shopper colleague friend relative hostage captive detainee attacker "
    "assailant male female force son daughter people mourner player doctor nurse medic journalist reporter lawmaker "
    "miner climber hiker swimmer cyclist".split()
)
# Nouns for one sort of thing, by which one report's vessel is another's boat.
_SYNONYMS: Final = (
    "boat ship vessel craft watercraft ferry skiff speedboat dhow|accident crash collision incident|shot round bullet "
    "gunshot|group organisation organization faction|house home building dwelling property structure|car vehicle "
    "automobile|job position post layoff redundancy employee worker staff headcount workforce|attack strike raid "
    "assault|game match fixture|company firm business|profit earning income|revenue sale turnover|seat deputy mandate "
    "lawmaker mp|vote ballot|plane aircraft jet airliner|fire blaze|flat apartment|shop store|road street|count "
    "charge|sentence term prison jail|film movie|deal contract agreement|fee price sum|offensive operation "
    "success|rifle gun weapon firearm|tremor aftershock|poll survey|title cup crown trophy championship|crowd "
    "audience attendance|article report story|school academy|cash money|rate percentage|dog canine|storm hurricane "
    "cyclone typhoon|threshold limit|case infection|member crew sailor|fan supporter spectator"
)
_POPULATIONS: Final = {
    "fighter": "fighter militant insurgent terrorist rebel saboteur combatant soldier troop force serviceman "
    "militiaman gunman raider jihadist extremist",
    "civilian": "civilian resident villager citizen bystander inhabitant local",
    "child": "child kid infant baby toddler pupil minor",
    "boy": "boy",
    "girl": "girl",
    "woman": "woman female",
    "man": "man male guy",
    "teenager": "teen teenager youth",
    "crew": "crew sailor crewman seaman deckhand",
    "police": "police officer policeman deputy cop trooper",
    "passenger": "passenger",
    "student": "student",
    "suspect": "suspect defendant attacker assailant",
    "pirate": "pirate brigand",
}


@cache
def family(word: str) -> str:
    """The name of the family that a base form belongs to, which is its first word; itself where it has none."""
    return _by_word().get(word, word)


@cache
def family_of(surface: str) -> str:
    """The family of a word in lower case as it stands in a text; "" where it belongs to none."""
    table = _by_word()
    return table.get(surface) or table.get(lemma(surface)) or ""


def is_person(noun: str) -> bool:
    """Whether a noun in the singular is a general word for a human being."""
    return noun in _PEOPLE


def population(noun: str) -> str:
    """Which people a noun in the singular means ("fighter" for militants); "" for any, and for what is no person."""
    return _populations().get(noun, "")


def of_people(base: str) -> str:
    """The family of a predicate where people are its object: the fighters who were destroyed were killed."""
    return "die" if base in _DEADLY else base


@cache
def _by_word() -> dict[str, str]:
    return {word: row.split()[0] for row in reversed(_FAMILIES.split("|")) for word in row.split()}


@cache
def kind(noun: str) -> str:
    """A name for what a noun in the singular means, equal for nouns that news use of the same things."""
    return _kinds().get(noun, noun)


@cache
def _kinds() -> dict[str, str]:
    return {noun: row.split()[0] for row in _SYNONYMS.split("|") for noun in row.split()}


@cache
def _populations() -> dict[str, str]:
    return {noun: name for name, nouns in _POPULATIONS.items() for noun in nouns.split()}
