"""Digits of addresses and telephone numbers, which count nothing."""

from typing import Final

from corpus.figures.naming import counted
from corpus.figures.tokens import DIGITS, HYPHENS, Tokens

_WEB: Final = frozenset(("http", "https", "www", "@"))
_LONGEST: Final = 60  # tokens of an address that are looked through
_EMERGENCY: Final = frozenset("911 999 112 101 000 311 988".split())
_FREE: Final = frozenset("800 888 877 866 855 844 833 900".split())
_CALLING: Final = frozenset(
    "call calls called calling dial dials dialed dialled dialing dialling caller callers dispatch dispatcher"
    " dispatchers operator operators center centre system emergency phone phoned hotline via to on a the".split()
)
_DIALLED: Final = frozenset(
    "phone phones tel telephone fax call calling text texting dial ring mobile hotline contact at or line".split()
)
_SHAPES: Final = ([3, 4], [5, 4])  # of local numbers and of postal codes
_STREETS: Final = frozenset(
    "street st avenue avenues ave av boulevard blvd road rd drive dr lane ln court ct place pl way highway hwy"
    " parkway pkwy terrace terr circle cir square sq plaza trail trl pike expressway freeway row crescent close alley"
    " loop".split()
)
_ONLY_STREETS: Final = _STREETS - frozenset(
    "place way row close court square circle drive dr st line loop plaza pike trail".split()
)
_AROUND: Final = frozenset("n s e w north south east west ne nw se sw st nd rd th . -".split())
_DIRECTIONS: Final = frozenset(("north", "south", "east", "west"))
_SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))
_TEXTED: Final = frozenset(("to", "code", "text", "at"))


def in_web_address(tokens: Tokens, index: int) -> bool:
    """Whether token `index` is part of an address of the web or of mail."""
    for place in range(index, max(index - _LONGEST, -1), -1):
        if tokens.words[place] in _WEB:
            return True
        if not tokens.glued(place):
            return False
    return False


def telephone(tokens: Tokens, index: int) -> bool:
    """Whether the digits at `index` are, or belong to, a telephone number or another number of identity."""
    words = tokens.words
    word = words[index]
    if word in _EMERGENCY and (words[index - 1] in _CALLING or words[index + 1] in _CALLING or words[index - 1] == "-"):
        return True
    toll_free = (word == "1" and words[index + 1] == "-" and words[index + 2] in _FREE and tokens.glued(index + 2)) or (
        word in _FREE and words[index - 1] == "-" and words[index - 2] == "1"
    )
    if toll_free or _international(tokens, index) or _with_code(tokens, index):
        return True
    groups = _groups(tokens, index)
    sizes = [len(group) for group in groups]
    lettered = sizes == [3, 3] and tokens.hyphen(index + 3) and words[index + 4].isalpha()
    pointed = [len(part) for part in word.split(".")] == [3, 3, 4]
    if lettered or pointed or sizes in _SHAPES or (len(groups) > 2 and max(sizes) > 2):
        return True
    return len(word) > 6 and word.isdecimal() and tokens.any(index - 3, index, _DIALLED)


def house(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the number from `index` to `end` is that of a house, a block or a street, or a postal code."""
    words = tokens.words
    if words[end] == "block" or (words[end] == "-" and words[end + 1] == "block") or _postal(tokens, index, end):
        return True
    crossing = words[end + 1] == "&" and tokens.capital(end + 2)
    if tokens.capital(end) and (crossing or (words[end] in _DIRECTIONS and not tokens.capital(end + 1))):
        return True
    for place in range(end, end + 5):
        word = words[place]
        if word in _STREETS and place > end:
            return True
        if not (tokens.capital(place) or word in _AROUND or tokens.numeric(place)):
            return False
    return False


def street(tokens: Tokens, end: int) -> bool:
    """Whether the ordinal that ends before `end` names a street: "5th Street", "66th and Main"."""
    words = tokens.words
    if words[end - 1] in _SUFFIXES and words[end] in {"and", "&"} and tokens.capital(end + 1):
        return True
    return words[end] in _ONLY_STREETS or (tokens.capital(end) and words[end] in _STREETS)


def code(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the digits are a number that something is sent to: "text a tip to 274637"."""
    word, before = tokens.words[index], tokens.words[index - 1]
    return len(word) > 4 and word.isdecimal() and before in _TEXTED and not tokens.words[end].isalpha()


def _postal(tokens: Tokens, index: int, end: int) -> bool:
    words = tokens.words
    if not (words[index].isdecimal() and len(words[index]) == 5):
        return False
    state = tokens.written(index - 1)
    if len(state) == 2 and state.isalpha() and state.isupper():
        return True
    return tokens.capital(index - 1) and words[index - 2] == "," and not counted(tokens, end)


def _international(tokens: Tokens, index: int) -> bool:
    """Whether the digits belong to groups behind a plus sign: "+44 20 7946 0958"."""
    for place in range(index, max(index - 8, -1), -1):
        word = tokens.words[place]
        if word == "+":
            return tokens.glued(place + 1) and not tokens.glued(place)
        if not (word.isdecimal() or word in {"-", "(", ")", "."}):
            return False
    return False


def _with_code(tokens: Tokens, index: int) -> bool:
    """Whether the digits are the code in parentheses, or stand behind it: "(555) 010-2345"."""
    words = tokens.words
    if words[index - 1] == ")" and words[index - 3] == "(":
        return words[index - 2].isdecimal()
    inside = words[index - 1] == "(" and words[index + 1] == ")"
    return inside and len(words[index]) == len(words[index + 2]) == 3 and words[index + 2].isdecimal()


def _groups(tokens: Tokens, index: int) -> list[str]:
    """The digits at `index`, and those that hyphens or points join to them."""
    words, groups, place = tokens.words, [tokens.words[index]], index
    while words[place + 1] in (HYPHENS | {"–", "."}) and tokens.glued(place + 1):
        if words[place + 2][:1] not in DIGITS or not words[place + 2] or not tokens.glued(place + 2):
            break
        place += 2
        groups.append(words[place])
    return groups
