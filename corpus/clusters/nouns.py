"""Common nouns and pronouns by which people and things are mentioned without a name. General English lists."""

from functools import cache
from typing import Final

_PRONOUNS: Final = (
    "he him his himself|she her hers herself|it its itself|they them their theirs themselves|i me my mine myself|"
    "we us our ours ourselves|you your yours yourself yourselves|who whom whose|which|that"
)

LEADING: Final = frozenset(
    "the a an this that these those his her its their our my your some any each every all both no another "
    "other such in on at from to of off near outside inside along alongside around between into onto toward "
    "towards through by with for since until till before after about over under during within behind beside "
    "beyond across against above below up down just nearly almost only even also as late early allegedly".split()
)
DETERMINERS: Final = frozenset("the a an his her its their our my your this that former".split())
BREAKS: Final = frozenset(
    ", ; ( in on at from to of off near outside inside along alongside around between into onto toward towards "
    "through by with for since until before after about over under during within behind beside who which that "
    "whose whom where when while and or but including as than".split()
)
# "Members of X" are named by X.
TRANSPARENT: Final = frozenset(
    ("of", word)
    for word in (
        "waters coast city town village state area region shores streets outskirts suburb corner rounds number "
        "group team pair dozens hundreds thousands millions couple members member lot rest kind sort "
        "one two three four five six seven eight nine ten several some many most all both"
    ).split()
)
PLURALS: Final = frozenset(
    "people police men women children personnel troops cops authorities crew staff media cattle folk geese "
    "mice feet teeth family couple public audience".split()
)
SINGULARS: Final = frozenset(
    "news series species gas bus boss class press process access address congress business witness".split()
)
MALE: Final = frozenset(
    "man boy father dad husband son brother uncle grandfather grandpa nephew boyfriend king prince sir gentleman guy "
    "spokesman chairman businessman congressman policeman fireman gunman waiter widower grandson stepson "
    "stepfather groom fiance fisherman salesman sportsman cameraman".split()
)
FEMALE: Final = frozenset(
    "woman girl mother mom mum wife daughter sister aunt grandmother grandma gran niece girlfriend queen "
    "princess lady spokeswoman chairwoman businesswoman congresswoman policewoman actress waitress widow "
    "granddaughter stepdaughter stepmother bride fiancee comedienne heroine".split()
)
# Words by which reports call one and the same; a row is used for mentions of one sort and number only.
_ALIKE: Final = """
driver motorist suspect defendant gunman shooter attacker assailant killer accused robber thief bomber murderer
police cops officers investigators authorities detectives cop
car vehicle automobile auto sedan suv truck van pickup
ship vessel
ships vessels
boats skiffs
pirates brigands bandits raiders hijackers robbers gunmen attackers assailants militants rebels insurgents terrorists
gun weapon firearm pistol handgun rifle revolver
guns weapons firearms pistols rifles arms
store shop outlet supermarket market
company firm corporation
firefighters firemen crews
quake earthquake temblor tremor
blaze fire
movie film
house home residence
hospital clinic
kids children youngsters
scene site
boss manager
mother mom mum
father dad
grandmother grandma gran
host emcee presenter
physician doctor doc
attorney lawyer counsel
teenager teen youth
inmate prisoner convict
inmates prisoners convicts
employee worker staffer
employees workers staff
protesters demonstrators
wounded injured
dead killed
pupils students
nation country
"""


@cache
def pronouns() -> dict[str, str]:
    """A pronoun by its plain form."""
    return {form: row.split()[0] for row in _PRONOUNS.split("|") for form in row.split()}


@cache
def likened() -> dict[str, str]:
    """A noun by the one that it is compared as."""
    return {word: row.split()[0] for row in reversed(_ALIKE.strip().split("\n")) for word in row.split()}
