"""The lines of a search: each result with where it is from and the words around it."""

from annotations.search import Result
from corpus.display import shown_line
from tui.render.cells import cut, width
from tui.render.words import Words
from tui.searching import Searching

INDENT = "    "


def rows(searching: Searching, cells: int) -> list[list[Words]]:
    """The results in sight, two rows each."""
    found: list[list[Words]] = []
    for index, result in enumerate(searching.results[searching.top : searching.top + searching.height], searching.top):
        found += [_head(result, cells, here=index == searching.at), _context(result, cells)]
    return found


def _head(result: Result, cells: int, *, here: bool) -> list[Words]:
    about = result.article.metadata
    words: list[Words] = [("▎ " if here else "  ", "bar")]
    place = " · ".join(part for part in (about.published[:10], shown_line(about.source)) if part)
    count = f"  {result.count}×" if result.count > 1 else ""
    if place:
        words.append((cut(f"{place} · ", cells // 3), "dim"))
    room = cells - sum(width(text) for text, _ in words) - len(count)
    words.append((cut(shown_line(result.article.title or result.article.name), max(0, room)), "strong"))
    return [*words, (count, "dim")]


def _context(result: Result, cells: int) -> list[Words]:
    room = cells - len(INDENT)
    surface = cut(shown_line(result.surface), room)
    before = shown_line(result.before)
    ahead = max(0, min(width(before), (room - width(surface)) // 3))
    if width(before) > ahead:
        while width(before) > ahead:
            before = before[1:]
        before = before[before.find(" ") + 1 :]  # words whole, as far as there is room
    after = cut(shown_line(result.after), max(0, room - width(before) - width(surface)))
    return [(INDENT, "plain"), (before, "dim"), (surface, "active" if surface else "plain"), (after, "dim")]
