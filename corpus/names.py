"""When two mentions count as the same name before anybody has compared them: their normalised strings are equal."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_TITLES: Final = frozenset(
    (
        "mr mrs ms miss mx dr prof professor president pres vice prime minister chancellor premier governor "
        "gov senator sen representative rep congressman congresswoman secretary mayor sir dame lord lady king "
        "queen prince princess pope ambassador spokesman spokeswoman gen lt col colonel capt captain sgt "
        "sergeant maj cpl cmdr commander adm admiral rev reverend hon justice judge sheriff coach "
    ).split()
)
_POINTING: Final = frozenset(
    "the a an this that these those my your his her its our their he she it they we who him them one some".split()
)
"""Words that point at something without naming it; at the start of a sentence they are written large as well."""
_PARTICLE: Final = 3  # letters of a small word that a name may begin with
_PLAIN_MARKS: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‛′´`ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
        # Letters with a stroke do not decompose into a letter and an accent.
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
    }
)
_INITIALS: Final = re.compile(r"(?:\b[^\W\d_]\.){2,}")
_EDGES: Final = " \"',.;:!?()[]{}-"


@lru_cache(maxsize=16384)
def is_name(surface: str) -> bool:
    """Whether words are a name and no description: "its leader" and "the mayor of Kent" are none, "von Arnim" is."""
    words = surface.split()
    pointed = len(words) > 0 and words[0].casefold() in _POINTING
    words = words[1:] if pointed else words
    if not words or (words[0].islower() and (pointed or len(words[0]) > _PARTICLE)):
        return False
    return any(map(str.isupper, " ".join(words)))


@lru_cache(maxsize=65536)
def normal_name(surface: str) -> str:
    """The key of a name: equal keys are taken for the same name until a reviewer says otherwise.

    Case, accents, widths, white space and the kinds of quotes and hyphens do not count; nor do a leading "the" or
    title, a possessive ending, and the full stops of initials. Never empty for a surface that is not blank.
    """
    text = unicodedata.normalize("NFKC", surface).casefold().translate(_PLAIN_MARKS)
    text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    text = _INITIALS.sub(lambda match: match.group().replace(".", ""), text)
    words = " ".join(text.split()).replace('"', "").strip(_EDGES).removesuffix("'s").split()
    while len(words) > 1 and (words[0] == "the" or words[0].rstrip(".") in _TITLES):
        words = words[1:]
    return " ".join(words).strip(_EDGES) or " ".join(surface.split()) or surface
