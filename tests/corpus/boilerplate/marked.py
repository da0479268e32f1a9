"""Texts in which the furniture is marked, for tables of cases."""

from corpus.boilerplate.find import regions
from corpus.boilerplate.known import NOTHING_KNOWN, Known

OPEN, CLOSE = "⟦", "⟧"

REPORT = (
    "The bridge over the Orl was closed on Tuesday after an inspector found cracks in two of its piers.\n"
    "Engineers said the repair would take three weeks, and lorries were sent round by the northern road.\n"
)


def marked(text: str, known: Known = NOTHING_KNOWN) -> str:
    """The text with brackets around what was found."""
    for region in reversed(regions(text, known)):
        start, end = region.span.start, region.span.end
        text = text[:start] + OPEN + text[start:end] + CLOSE + text[end:]
    return text


def plain(text: str) -> str:
    """The text without brackets."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def kinds(text: str) -> list[str]:
    """The kinds of what was found, in order."""
    return [region.kind for region in regions(text)]
