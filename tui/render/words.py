"""Words with a role, of which the lines around the texts are made.

A role is a hue, or one of plain, dim, strong, active, key, bar, alert, conflict, hint; how it looks is decided in
`channels`.
"""

from collections.abc import Callable, Iterable

from tui.render.cells import cut, width

Words = tuple[str, str]


def key_hints(keys: Callable[[str], Iterable[str]], hints: Iterable[tuple[str, str]]) -> list[Words]:
    """The keys that matter in a list: of each command its keys, and what it does; nothing of those without a key."""
    words: list[Words] = []
    for command, what in hints:
        key = " ".join(keys(command))
        words += [(f" {key} ", "key"), (what, "plain"), (" ", "plain")] if key else []
    return words


def fitted(words: list[Words], cells: int) -> list[Words]:
    """Words that fit into so many cells: a key with what it does is there whole or not at all, other words end with ….

    Where there is no room for one key, those behind it may have some.
    """
    if sum(width(text) for text, _ in words) <= cells:
        return words
    found: list[Words] = []
    for group in _groups(words):
        room = cells - sum(width(text) for text, _ in found)
        if sum(width(text) for text, _ in group) <= room:
            found += group
        elif not any(role == "key" for _, role in group):
            found += _cut(group, room)
    return found


def _groups(words: list[Words]) -> list[list[Words]]:
    """Words that belong together: what parts a key from the one before, the key, what it does; other words alone."""
    groups: list[list[Words]] = []
    parting: list[Words] = []
    for text, role in words:
        if role == "dim" and not text.strip(" ·"):
            parting.append((text, role))
        elif role in {"key", "dim"} or not groups:
            groups.append([*parting, (text, role)])
            parting = []
        else:
            groups[-1] += [*parting, (text, role)]
            parting = []
    return groups


def _cut(words: list[Words], cells: int) -> list[Words]:
    found: list[Words] = []
    for text, role in words:
        short = cut(text, cells)
        found += [(short, role)] if short else []
        cells -= width(short)
        if short != text:
            break
    return found
