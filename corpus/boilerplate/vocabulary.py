"""Lines that are made of nothing but the words of buttons, menus, forms, dates or authors' names, or of such parts."""

import re
from collections.abc import Sequence
from typing import Final

from corpus.boilerplate.bylines import byline
from corpus.boilerplate.kinds import CHROME, COMMENTS, CREDIT, NAVIGATION, SHARE, TAGS
from corpus.boilerplate.lines import Line, line_of, words_of
from corpus.boilerplate.phrases import DECORATION, phrase_of
from corpus.boilerplate.rule import compiled
from corpus.boilerplate.stamps import stamp
from corpus.boilerplate.wordlists import AGENCIES, BESIDE, FIELDS, MENU, REGIONS, SHARING

_MOST: Final = 40  # words
_FEW: Final = 7  # words of a line in which one button is enough
_JOINT: Final = re.compile(r"[a-z](?=[A-Z])")
_JOINTS: Final = 4  # words run into one another that make a menu
_GLUED: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NARROW: Final = 80  # code points of a line that is taken apart where words are glued
_BETWEEN: Final = re.compile(r"\s+[·|•/]\s+|\s[–—]\s|\s{3,}")
_CRUMBS: Final = re.compile(r"[^»›>.]{2,40}(?:[»›>][^»›>.]{2,60}){2,6}")
_WIDEST: Final = 240  # code points of a line of parts
_PART: Final = 5  # words of a part that says nothing
_BUTTON: Final = (
    r"[×✕+>»«<▶►▼▲◄•·Δ|/\\xX ]{1,12}|(?:[aA] ?){2,3}[+-]?|\d{1,3} ?/ ?\d{1,3}|close|ok|menu|search|"
    r"(?:link )?copied!?|link|info|by|tl;dr"
)


def made_of(line: Line, *, edge: bool, headed: bool) -> tuple[str, str] | None:
    """The kind and the reason of a line that holds nothing but such words.

    `edge` says that the article has not begun or is over, `headed` that a headline stands before the line.
    """
    return _whole(line, edge=edge, headed=headed) or _parts(line, edge=edge, headed=headed)


def _whole(line: Line, *, edge: bool, headed: bool) -> tuple[str, str] | None:
    if len(line.words) > _MOST:
        return None
    return (
        _button(line)
        or _sharing(line.words)
        or _form(line.words)
        or _tags(line.text)
        or stamp(line, edge=edge, headed=headed)
        or _menu(line, edge=edge)
        or byline(line, headed=edge and headed)
    )


def _parts(line: Line, *, edge: bool, headed: bool) -> tuple[str, str] | None:
    """A line of parts with bars, dots or arrows between them, of which half or more say what they are."""
    if line.ended or len(line.text) > _WIDEST:
        return None
    if _CRUMBS.fullmatch(line.text) or (edge and line.low.startswith("home / ")):
        return NAVIGATION, "a path through the site"
    parts = [line_of(0, part.strip()) for part in _BETWEEN.split(line.text) if part.strip(DECORATION)]
    if len(parts) < 2:
        return None
    marks = [phrase_of(part) or _whole(part, edge=edge, headed=headed) for part in parts]
    found = [mark for mark in marks if mark is not None]
    if any(mark is None and len(part.words) > _PART for mark, part in zip(marks, parts, strict=True)):
        return None
    if found and (2 * len(found) >= len(parts) or (edge and len(parts) > 2)):
        return found[0][0], f"parts of a line: {found[0][1]}"
    return None


def _button(line: Line) -> tuple[str, str] | None:
    if compiled(_BUTTON, re.IGNORECASE).fullmatch(line.text):
        return CHROME, "button"
    return (CREDIT, "only an agency") if line.low in AGENCIES else None


def _sharing(words: Sequence[str]) -> tuple[str, str] | None:
    strong = sum(word in SHARING for word in words)
    if not strong or (strong == 1 and len(words) >= _FEW):
        return None
    rest = (word for word in words if word not in SHARING and word not in BESIDE)
    return (SHARE, "buttons of sharing") if all(word.rstrip("km").isdigit() for word in rest) else None


def _form(words: Sequence[str]) -> tuple[str, str] | None:
    return (COMMENTS, "fields of a form") if len(words) > 1 and all(word in FIELDS for word in words) else None


def _tags(text: str) -> tuple[str, str] | None:
    parts = text.split()
    return (TAGS, "hash tags") if len(parts) > 1 and all(part[0] == "#" for part in parts) else None


def _menu(line: Line, *, edge: bool) -> tuple[str, str] | None:
    if line.closed:
        return None
    if edge and "(@" not in line.low and len(_JOINT.findall(line.text)) >= _JOINTS:
        return NAVIGATION, "a menu without spaces"
    words = line.words
    if len(line.text) < _NARROW and not all(word in MENU for word in words):
        words = [word.lower() for word in words_of(_GLUED.sub(" ", line.text))]
    if not words or not all(word in MENU for word in words):
        return None
    if edge or (len(words) > 2 and not all(word in REGIONS for word in words)):
        return NAVIGATION, "words of a menu"
    return None
