"""Names and labels as one word, for formats in columns: percent-encoded where a sign has a meaning there."""

import re
from typing import Final
from urllib.parse import quote

_PLAIN: Final = re.compile(r"[\w.,:;+&'-]+")


def one_word(name: str) -> str:
    """A name or label without white space, brackets, bars, `*`, `=`, `#` and `%`; `urllib.parse.unquote` undoes it."""
    if name and _PLAIN.fullmatch(name):
        return name
    return "".join(char if _PLAIN.fullmatch(char) else quote(char, safe="") for char in name) or "%00"
