"""Selectors of a place in a text: its position, and its words with the words around them."""

from typing import Any, Final

from corpus.span import Span

AROUND: Final = 32  # code points of context on either side, at most


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """The position of a span in code points, and its quote. What is quoted around it begins and ends with graphemes."""
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    around = {"prefix": before(text, span.start), "suffix": after(text, span.end)}
    quote = {"type": "TextQuoteSelector", "exact": span.surface(text)}
    return [position, quote | {name: value for name, value in around.items() if value}]


def before(text: str, at: int) -> str:
    """What stands before `at`, at most AROUND code points, without a cut grapheme at its beginning."""
    low = max(0, at - 2 * AROUND)
    kept: list[str] = []
    size = 0
    for grapheme in reversed(_graphemes(text[low:at])[1 if low else 0 :]):
        if size + len(grapheme) > AROUND:
            break
        kept.append(grapheme)
        size += len(grapheme)
    return "".join(reversed(kept))


def after(text: str, at: int) -> str:
    """What stands after `at`, at most AROUND code points, without a cut grapheme at its end."""
    high = min(len(text), at + 2 * AROUND)
    found = ""
    graphemes = _graphemes(text[at:high])
    for grapheme in graphemes[: -1 if high < len(text) else len(graphemes)]:
        if len(found) + len(grapheme) > AROUND:
            break
        found += grapheme
    return found


def _graphemes(text: str) -> list[str]:
    import regex  # noqa: PLC0415 (slow to import, and only who writes this format needs it)

    return list(regex.findall(r"\X", text))
