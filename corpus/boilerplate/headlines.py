"""How much a line looks like a headline: no full stop, no articles or auxiliaries, or a capital on every word."""

import re
from typing import Final

from corpus.boilerplate.lines import Line, pieces_of

_PROSE: Final = frozenset(
    "a an the was were been being had has have is are am did does do said says he she they we i you it our "
    "my which who whom that this these those there would could should because when while where then also "
    "called told asked added went came took made got began became gave saw knew thought".split()
)
_SMALL: Final = frozenset(
    "a an the and or but nor of in on at to for from by with as vs via over into after before amid is be are was its "
    "his their than that who it if not no off out up per how".split()
)
_WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*")
_TIMED: Final = re.compile(r"\d{1,2}:\d\d(?:\s+\S|$)")
_GLUE: Final = re.compile(r"(?<=[a-z]) (?:The|A|An|In|On|At|He|She|It|They|Police|Two|Three|After|When|As) (?=[a-z])")
_JOINT: Final = re.compile(
    r"(?<=[a-z\d)?!'’])(?=[A-Z][a-z'’]{0,20} [a-z])|"
    r"(?<=[a-z?!]) (?=(?:The|An?|In|On|At|It|If|This|There|When|With|For) [a-z])"
)
_STOPS: Final = re.compile(r"[a-z]{3}\. | - |[—–“\"]")  # that no headline holds before a sentence
_CAPITALS: Final = 4  # words with a capital in a headline that runs into a sentence
_BLOCK: Final = 14  # words of both
LEAST: Final = 6  # words of a lone headline: a subheading is shorter
MOST: Final = 22


def open_ended(line: Line) -> bool:
    """Whether the line may be a headline at all: short, and without a mark at its end."""
    return 2 < len(line.words) <= MOST + 6 and not line.closed and len(pieces_of(line)) == 1


def titled(line: Line) -> bool:
    """Whether every word but the small ones has a capital."""
    words = [word for word in _WORD.findall(line.text) if word.lower() not in _SMALL]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)


def clipped(line: Line) -> bool:
    """Whether it is told as headlines tell: without articles, auxiliaries and pronouns."""
    return _PROSE.isdisjoint(line.words)


def timed(line: Line) -> bool:
    """Whether it begins with the length of a video."""
    return _TIMED.match(line.text) is not None


def glued(line: Line) -> bool:
    """Whether a sentence follows a headline without a mark between them, early in the line."""
    return _GLUE.search(line.text, 20, 160) is not None


def joined(line: Line) -> bool:
    """Whether a headline with capitals runs into the sentence that stood below it."""
    if len(line.words) < _BLOCK:
        return False
    for match in _JOINT.finditer(line.text, 20, 160):
        title = line.text[: match.start()]
        words = [word for word in _WORD.findall(title) if word.lower() not in _SMALL]
        if _STOPS.search(title) or not all(word[0].isupper() for word in words):
            return False
        if len(words) >= _CAPITALS:
            return True
    return False


def headline_like(line: Line) -> bool:
    """Whether it would be taken for a headline where others stand beside it."""
    return open_ended(line) and len(line.words) >= 4


def lone_headline(line: Line) -> bool:
    """Whether it would be taken for a headline where it stands alone between paragraphs."""
    return (
        open_ended(line)
        and LEAST <= len(line.words) <= MOST
        and line.text[0] not in "\"“'‘-–—•*("
        and (titled(line) or clipped(line))
    )
