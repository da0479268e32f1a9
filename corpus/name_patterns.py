"""Patterns of names for which a text gives evidence: a title, an organisation's word, a known country or people."""

import re
from typing import Final

from corpus.countries import peoples, places

Pattern = tuple[str, re.Pattern[str]]

_UPPER: Final = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x530) if chr(code).isupper())
_WORD: Final = rf"(?<!\w)[{_UPPER}](?:[^\W_]|[-'’](?=[^\W_])(?![sS]\b)){{1,40}}+"
_INITIAL: Final = rf"[{_UPPER}]\."
_PERSON: Final = (
    rf"{_WORD}(?:\s(?:{_INITIAL}|(?:(?:de|del|di|da|von|van|der|den|bin|al|el|la|le)\s){{1,2}}"
    rf"{_WORD}|{_WORD})){{0,3}}"
)
_TITLES: Final = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Rev)\.?|Miss|Sir|Lord|Lady|Dame|President|Governor"
    r"|Senator|Congress(?:wo)?man|Minister|Chancellor|Premier|Secretary|Mayor|General|Colonel|Captain|Major|Sergeant"
    r"|Commander|Admiral|Professor|Judge|Justice|Sheriff|Coach|Pope|King|Queen|Prince|Princess|Ambassador|Detective|Officer"
    r"|Inspector|Director|[Ss]pokes(?:wo)?man|[Ss]pokesperson"
)
_SAYS: Final = r"(?:said|says|told|added|wrote|tweeted|insisted|claimed|argued|warned|announced|explained)"
_HEADS: Final = (
    r"Ministry|Department|University|Bank|Bureau|Office|Institute|House|Court|Council|Federation|Association|Board|Academy"
    r"|Committee|Commission|Chamber|Center|Centre|College|Organi[sz]ation|Union|Party|Church|Museum|Legion|Army"
)
_TAILS: Final = (
    rf"{_HEADS}|Corps|Company|Corporation|Corp\.?|Inc\.?|Ltd\.?|LLC|PLC|plc|Group|Holdings|Bancorp|Airlines|Airways|Motors"
    r"|Industries|Partners|Foundation|Agency|Authority|Service|Services|Society|League|Club|FC|United|Parliament|Senate"
    r"|Congress|Police|Guard|Navy|Force|Forces|Brigade|Battalion|Regiment|School|Hospital|Network|Times|Post|Tribune"
    r"|Herald|Journal|News|Radio|Television|TV|Press|Pharmaceuticals|Technologies|Systems|Energy|Oil|Gas|Insurance"
    r"|Alliance|Coalition|Front|Movement|Trust|Fund"
)
_GROUP: Final = (
    rf"(?:(?!(?:{_TAILS})\sand\s){_WORD}(?:\s(?:of|and|for|&)(?:\sthe)?\s|\s)){{1,5}}(?:{_TAILS})(?!\w)"
    rf"(?:\sof\s(?:the\s)?{_WORD}(?:\s{_WORD}){{0,2}})?"
)
_HEADED: Final = rf"\b(?:{_HEADS})\s(?:of|for)\s(?:the\s)?{_WORD}(?:\s(?:and\s)?{_WORD}){{0,3}}"
_EVENT: Final = rf"\b{_WORD}(?:\s{_WORD}){{0,2}}\s(?:War|Games|Olympics|Cup|Championships?|Festival|Summit|Prix|Open)\b"


def _one_of(names: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


NAMES: Final[tuple[Pattern, ...]] = (
    ("PERSON", re.compile(rf"(?<!\w)(?:{_TITLES})\s(?P<name>{_PERSON})")),
    ("PERSON", re.compile(rf"(?P<name>{_WORD}(?:\s{_INITIAL})?(?:\s{_WORD}){{1,2}})(?=,?\s{_SAYS}\b)")),
    ("PERSON", re.compile(rf"\b{_SAYS}\s(?P<name>{_WORD}(?:\s{_INITIAL})?(?:\s{_WORD}){{1,2}})")),
    ("ORG", re.compile(_GROUP)),
    ("ORG", re.compile(_HEADED)),
    ("EVENT", re.compile(_EVENT)),
    ("GPE", re.compile(rf"(?<![\w.])(?:{_one_of(places())})(?!\w)")),
    ("NORP", re.compile(rf"(?<!\w)(?:{_one_of(peoples())})(?!\w)")),
)
# Words that begin a sentence or a line with a capital and belong to no name.
NO_NAMES: Final = frozenset(
    (
        "The A An In On At It He She They We I You But And Or So Then There This That These Those As After Before If "
        "When While His Her Its Their Our For From By With Not No Yet Still Some Many Most What Who Why How To Of Is "
        "Was Are Were Has Had Have Will Would Can Could May Under Over Since Also Earlier Later Meanwhile However "
        "According Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July "
        "August September October November December "
    ).split()
)
