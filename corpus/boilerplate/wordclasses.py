"""Classes of words by which lines are weighed: what a word does in a sentence, and what it does on a site.

A word may belong to several; its classes are the bits of one number. The lists are general: they hold no names but
those of agencies and services.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

from corpus.boilerplate.wordlists import DAYS, FIELDS, MENU, MONTHS, SHARING, ZONES

FUNCTION: Final = 1  # articles, prepositions, conjunctions
FINITE: Final = 2  # auxiliaries
PERSON: Final = 4  # pronouns of persons who are told of
PRONOUN: Final = 8  # pronouns that point into the text
READER: Final = 16  # you and we
TOLD: Final = 32  # verbs of reports
PAST: Final = 64  # auxiliaries of what has happened
SITE: Final = 128  # words of menus, buttons, forms, offers
OFFER: Final = 4096  # those that do not name what news is about
CREDIT: Final = 256  # words of picture credits
BYLINE: Final = 512  # callings of those who write
DATED: Final = 1024  # months, days, hours
CALL: Final = 2048  # verbs that call on the reader where they come first

_FUNCTION: Final = frozenset(
    "a an the and or but nor of in on at to for from by with as vs via over into after before amid about against "
    "between during through under than so if no not off out up down per".split()
)
_FINITE: Final = frozenset(
    "is are was were be been being am has have had having do does did will would can could should may might must "
    "isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't hasn't haven't".split()
)
_PERSON: Final = frozenset("he she they him her them his their i my me himself herself".split())
_PRONOUN: Final = frozenset("hers theirs it its who whom whose which that this these those there".split())
_READER: Final = frozenset("you your yours we our you're we're you'll you've we've we'll".split())
_TOLD: Final = frozenset(
    "said says say told tells according added asked called announced reported reports confirmed went came took made "
    "got began became gave saw knew thought found left held killed died wrote won lost fell rose".split()
)
_SITE: Final = frozenset(
    "advertisement advertisements advertising ad ads advert sponsored newsletter newsletters subscribe subscribers "
    "subscriber subscription subscriptions copyright rights reserved cookies cookie privacy terms related trending "
    "popular recommended recommendation recommendations comments comment reply replies continue reading read below "
    "loading gallery slideshow thumbnail next previous prev tags tagged topics topic filed follow following inbox "
    "daily alerts alert app apps download podcast episode listen webcast livestream stream click link links here free "
    "offer offers deals donate membership members member join sign login password username submit disclaimer "
    "affiliate commission promoted partner partners author authors contributor exclusive watch editor's picks views "
    "viewed shares updated published posted feedback browser javascript archive archives listings classifieds "
    "obituaries crossword quiz quizzes poll vote unsubscribe permission republish reprint licensed license "
    "syndication trademark site material content reproduced distributed transmitted distribution permission".split()
)
_TOO_COMMON: Final = frozenset("us all your out more today middle world line pocket".split())  # of the words of menus
_CREDIT: Final = frozenset(
    "photo photos photograph photographs photographer picture pictures image images credit credits courtesy file "
    "getty reuters afp ap epa via handout source screengrab shutterstock istock alamy illustration graphic bloomberg "
    "pool staff submitted provided associated press xinhua".split()
)
_BYLINE: Final = frozenset(
    "reporter correspondent editor writer staff contributor columnist author editors reporters writers producer "
    "journalist contributing reporting edited bureau agencies agency freelance".split()
)
_CALL: Final = frozenset(
    "get join try want never read support start discover receive don't be make sign subscribe follow help stay keep "
    "enjoy please give win click watch see listen share download send find check view learn visit tap scroll skip go "
    "log register contact email call buy shop hear explore show load continue play open close like report submit print "
    "add save meet take create search select enter browse upgrade advertise donate".split()
)
_DATED: Final = frozenset("ago minute minutes min mins hour hours hrs updated published posted".split())


@cache
def classes() -> dict[str, int]:
    """The classes of each word that has one."""
    found: dict[str, int] = {}
    for bit, words in (
        (FUNCTION, _FUNCTION),
        (FINITE, _FINITE),
        (PERSON, _PERSON),
        (PRONOUN, _PRONOUN),
        (READER, _READER),
        (TOLD, _TOLD),
        (PAST, {"was", "were", "had", "been"}),
        (SITE, (SHARING | FIELDS | MENU | _SITE) - _FUNCTION - _TOO_COMMON),
        (OFFER, (SHARING | FIELDS | _SITE) - _FUNCTION - _TOO_COMMON),
        (CREDIT, _CREDIT),
        (BYLINE, _BYLINE),
        (CALL, _CALL),
        (DATED, MONTHS | DAYS | ZONES | _DATED),
    ):
        for word in words:
            found[word] = found.get(word, 0) | bit
    return found


def count(bits: Sequence[int], some: int) -> int:
    """How many of the words whose classes are given are of one of `some`."""
    return sum(1 for bit in bits if bit & some)
