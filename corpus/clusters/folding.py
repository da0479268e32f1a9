"""Spellings of one name brought together: scripts, accents, case, and the ways to write a sound in Latin letters."""

import re
from functools import cache, lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ`´][^\W_]+)*")
_APOSTROPHES: Final = re.compile(r"['’ʼ`´]")
_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 ")

# How languages write a sound in Latin letters; longer ones first. Only sameness matters, not how it is said.
_SOUNDS: Final = (
    ("schtsch stsch shch chtch szcz stch", "s"),
    ("tsch tch tsj tj cz ch", "c"),
    ("sch sh sz sj", "s"),
    ("dzh dsch dsh zh dj rz", "s"),
    ("ts tz", "c"),
    ("kh gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "kv"),
    ("ks", "x"),
    ("dt", "t"),
)
_LETTERS: Final = str.maketrans({"w": "v", "q": "k", "c": "k", "h": "g", "y": "i", "j": "i", "z": "s", "f": "v"})
_VOWELS: Final = "aeiou"
_THROAT: Final = frozenset("cgk")  # Charkiw, Harkov, Kharkiv
_BEGINNINGS: Final = str.maketrans("ck", "gg")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The text in small Latin letters without accents; scripts that have no letters of their own here become such."""
    text = text.casefold()
    if text.isascii():
        return text
    from anyascii import anyascii  # noqa: PLC0415  # fifteen milliseconds that the first paint does not have

    return str(anyascii(text)).casefold()


def words_of(text: str) -> list[str]:
    """The words of a name, as they stand: no punctuation but apostrophes between letters."""
    return _WORD.findall(text)


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A word as it is compared: plain, without possessive ending, apostrophes and whatever is no letter or digit."""
    word = plain(_APOSTROPHES.sub("'", word))
    word = word.removesuffix("'s")
    return "".join(char for char in word if char in _PLAIN).replace(" ", "")


@cache
def _sounds() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {spelling: sound.upper() for spellings, sound in _SOUNDS for spelling in spellings.split()}
    return re.compile("|".join(sorted(table, key=lambda one: (-len(one), one)))), table


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word as sounds, doubled ones once; a vowel at the beginning is "a".

    "Zhdanov" and "Schdanow" have one skeleton, and so have "Wolska" and "Volska".
    """
    pattern, table = _sounds()
    text = pattern.sub(lambda match: table[match.group()], word)
    found: list[str] = []
    for index, char in enumerate(text):
        # What came from a spelling of several letters is a capital and stands as it is.
        sound = char.lower() if char.isupper() else char.translate(_LETTERS)
        if sound in _VOWELS:
            sound = "" if index else "a"
        if sound and (not found or found[-1] != sound):
            found.append(sound)
    return "".join(found)


def block(word: str) -> str:
    """What the skeletons of two spellings of a folded word begin with alike: names are compared within a block only."""
    bone = skeleton(word)
    return bone[:1].translate(_BEGINNINGS) + bone[1:2]


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """Whether two folded words may be spellings of one name: the same sounds, or nearly the same letters.

    Words of up to three letters have to be equal.
    """
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or a[0].isdigit() or b[0].isdigit():
        return False
    bone, other = skeleton(a), skeleton(b)
    if bone != other and (not bone or not other or not _one_beginning(bone[0], other[0]) or _is_far(a, b)):
        return False
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415  # the same
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    if bone == other:
        return len(bone) >= 3 and ratio(a, b) >= 60
    return ratio(a, b) >= 84 and JaroWinkler.similarity(a, b) >= 0.85 and ratio(bone, other) >= 75


def nearly_alike(a: str, b: str) -> bool:
    """Whether two long folded words may be spellings of one name where more speaks for it than they do."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415  # the same

    return (
        not _lengthened(a, b)
        and min(len(a), len(b)) >= 6
        and a[:3] == b[:3]
        and ratio(a, b) >= 70
        and ratio(skeleton(a), skeleton(b)) >= 75
    )


def _is_far(a: str, b: str) -> bool:
    """Whether two words are too short, or of lengths too different, to have nearly the same letters."""
    short, long = sorted((len(a), len(b)))
    return short < 5 or 10 * short < 7 * long or _lengthened(a, b)


def _lengthened(a: str, b: str) -> bool:
    """Whether the one is the other with an ending: "Martin" is no spelling of "Martinez"."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and len(long) - len(short) > 1


def _one_beginning(a: str, b: str) -> bool:
    return a == b or {a, b} <= _THROAT
