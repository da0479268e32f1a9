"""A rule about phrases: when it is tried, and what it says of a piece."""

import re
from functools import cache
from typing import Final

Rule = tuple[str, str, int, str]  # words of which the piece holds one; kind; most words of the piece; pattern

PUBLIC: Final = (
    r"(?!.*\b(?:police|detectives?|sheriff|crime|crimestoppers|tip ?line|hotline|helpline|investigators|authorities|"
    r"embassy|anonymous|information (?:about|on|regarding)|with information|hospital|council|court)\b)"
)  # before a pattern: not where somebody asks the public for help, which is part of the report


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled when it is first used: many are never."""
    return re.compile(pattern, flags)
