"""From a piece of HTML, such as a feed's, to text: paragraphs become lines, tags go, entities become characters.

One pass from left to right, whatever the markup is worth. Pages as a whole are for `corpus.readers.html`.
"""

import re
from html import unescape
from typing import Final

_BLOCKS: Final = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li "
    "main nav ol p pre section table td th tr ul".split()
)
_DROPPED: Final = frozenset("script style template noscript iframe svg math head title object".split())
_NAME: Final = re.compile(r"/?([A-Za-z][A-Za-z0-9]{0,19})")
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")


def text_of(markup: str) -> str:
    """The text of a piece of HTML, a line for each block that holds some."""
    pieces: list[str] = []
    at, size = 0, len(markup)
    while at < size:
        start = markup.find("<", at)
        if start < 0 or start == size - 1:
            pieces.append(markup[at:])
            break
        pieces.append(markup[at:start])
        at = _behind(markup, start, pieces)
    lines = (_SPACE.sub(" ", line).strip(" ") for line in unescape("".join(pieces)).split("\0"))
    return "\n".join(line for line in lines if line)


def _behind(markup: str, start: int, pieces: list[str]) -> int:
    """Where to go on behind the tag or comment at `start`; what it means for the text is added to `pieces`."""
    if markup.startswith("<!--", start):
        return _end(markup, "-->", start)
    name = _NAME.match(markup, start + 1)
    if name is None:
        if markup[start + 1] in "!?":
            return _end(markup, ">", start)
        pieces.append("<")
        return start + 1
    tag = name[1].lower()
    end = _end(markup, ">", start)
    if tag in _BLOCKS:
        pieces.append("\0")
    if tag in _DROPPED and markup[start + 1] != "/" and markup[end - 2 : end] != "/>":
        closing = re.compile(rf"</{tag}", re.IGNORECASE).search(markup, end)
        return _end(markup, ">", closing.start()) if closing else len(markup)
    return end


def _end(markup: str, sign: str, start: int) -> int:
    found = markup.find(sign, start)
    return found + len(sign) if found >= 0 else len(markup)
