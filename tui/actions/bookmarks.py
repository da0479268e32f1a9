"""Places with letters: `m` and a letter give one to the selection, `'` and the letter come back to it.

They are the reviewer's, of one story, and no decisions: `Desk.kept["marks"]` has for each letter the article's id and
the selection's anchor and head, and goes to the project with the place where the reviewer is.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from string import ascii_lowercase, ascii_uppercase
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from annotations.decide import RefusedError
from corpus.display import shown_line
from corpus.graphemes import next_boundary
from tui.paragraphs import paragraph_starts
from tui.render.cells import cut
from tui.render.words import Words
from tui.selection import Selection
from tui.view import View

if TYPE_CHECKING:
    from tui.desk import Desk

Take = Callable[["Desk", str], None]
Place = tuple[View, Selection]
_SHORT: Final = 12  # cells that the words of a place have in the last line
_NO_HINTS: Final[Mapping[int, str]] = MappingProxyType({})


class Lettering:
    """Takes one key, which `take` gets, and ends; escape only ends it. `asked` says what to press."""

    def __init__(self, name: str, asked: str, take: Take) -> None:
        self.name = name
        self._asked = asked
        self._take = take

    def press(self, desk: "Desk", key: str) -> None:
        """The letter, or away."""
        desk.mode = None
        if key != "escape":
            self._take(desk, key)

    def words(self, desk: "Desk") -> list[Words]:
        """What to press, and which letters there are."""
        words: list[Words] = [(f" {self._asked}", "plain"), ("  Esc ", "key"), ("leave", "plain")]
        for letter, (view, selection) in sorted(places(desk).items()):
            words += [(f"  {letter} ", "key"), (_told(view, selection), "plain")]
        return words

    def hints(self, index: int) -> Mapping[int, str]:  # noqa: ARG002 (every mode is asked so)
        """None: the letters stand in the last line."""
        return _NO_HINTS


def ask_letter(desk: "Desk") -> None:
    """Give the place here the letter that is pressed next."""
    desk.mode = Lettering("MARK", "a letter, a to z, for this place", give)


def ask_place(desk: "Desk") -> None:
    """Go to the place of the letter that is pressed next; to an article with its capital."""
    desk.mode = Lettering("GO TO", "the letter of a place, or the capital of an article", go_to)


def places(desk: "Desk") -> dict[str, Place]:
    """The letters whose articles are on the desk, with what was selected there."""
    views = {view.article.id: view for view in desk.views}
    stored = desk.kept.get("marks", {}).items()
    return {
        letter: (views[article], _within(views[article].text, anchor, head))
        for letter, (article, anchor, head) in stored
        if article in views
    }


def give(desk: "Desk", key: str) -> None:
    """Give the selection a letter; the place that had it loses it."""
    if not _is_one_of(ascii_lowercase, key):
        message = f"{key} is not one of the letters a to z; the place was given none"
        raise RefusedError(message)
    view, selection = desk.view, desk.view.selection
    given = [view.article.id, selection.anchor, selection.head]
    desk.kept["marks"] = {**desk.kept.get("marks", {}), key: given}
    desk.message = f"this place is {key} now"


def go_to(desk: "Desk", key: str) -> None:
    """Go to the place that has a letter, or to the article of a capital; while extending, reach to the place."""
    if _is_one_of(ascii_uppercase, key):
        _to_article(desk, key)
        return
    place = places(desk).get(key)
    if place is None:
        gone = key in desk.kept.get("marks", {})
        raise RefusedError(f"the article of {key} is not in this story" if gone else f"no place is called {key}")
    view, selection = place
    if desk.extending and view is desk.view:
        _reach(view, selection)
        return
    desk.activate(desk.views.index(view))
    view.select(selection)
    mark = view.mark_at()
    view.target = mark.of if mark is not None and mark.span == selection.span else None


def _to_article(desk: "Desk", letter: str) -> None:
    index = next((index for index, view in enumerate(desk.views) if view.letter == letter), None)
    if index is None:
        message = f"there is no article {letter}"
        raise RefusedError(message)
    desk.activate(index)


def _reach(view: View, to: Selection) -> None:
    """Extend the selection over all of a place; over the character there where the place is a mere cursor."""
    anchor = view.selection.anchor
    end = next_boundary(view.text, to.end) if to.empty else to.end
    view.select(Selection(anchor, end if end > anchor else to.start))


def _told(view: View, selection: Selection) -> str:
    """Where a place is, and the words there."""
    paragraph = bisect_right(paragraph_starts(view.text), selection.start)
    held = selection.span or view.units.token_at(selection.start)
    words = shown_line(" ".join(held.surface(view.text).split())) if held else ""
    return f"{view.letter}¶{paragraph} {cut(words, _SHORT)}".rstrip()


def _within(text: str, anchor: int, head: int) -> Selection:
    return Selection(min(anchor, len(text)), min(head, len(text)))


def _is_one_of(letters: str, key: str) -> bool:
    return len(key) == 1 and key in letters
