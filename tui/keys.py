"""Keys and key sequences: from what was pressed to what it means.

A sequence is written as its keys with spaces between (`g g`); a key is a printable character or a name such as `tab`,
`ctrl+d`, `shift+up`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

Target = TypeVar("Target")
Pending = tuple[str, ...]

_NAMED: Final = "up down left right home end pageup pagedown tab enter escape space backspace delete insert".split() + [
    f"f{number}" for number in range(1, 25)
]
_KEY: Final = re.compile(rf"(?:(?:ctrl|shift|alt)\+)*(?:{'|'.join(_NAMED)})|(?:ctrl|alt)\+(?:shift\+)?[a-z0-9@_\\^]")
_NEVER: Final = {
    "ctrl+i": "arrives as tab",
    "ctrl+m": "arrives as enter",
    "ctrl+h": "arrives as backspace",
    "ctrl+j": "arrives as enter",
}


def complaint(key: str) -> str:
    """Why `key` cannot be a key of a sequence; empty if it can."""
    if key in _NEVER:
        return f"{key} {_NEVER[key]} in a terminal"
    if len(key) == 1:
        return "" if key.isprintable() and key != " " else f"{key!r} is no key; a blank is called space"
    return "" if _KEY.fullmatch(key) else f"{key!r} is no key"


def sequence(keys: str) -> Pending:
    """The keys of a written sequence."""
    return tuple(keys.split())


@dataclass(frozen=True, slots=True)
class Binding(Generic[Target]):
    """A sequence of keys and what it runs; `name` tells clashing ones apart, `title` says what a key will do."""

    keys: Pending
    name: str
    title: str
    run: Callable[[Target], None]


class ClashError(ValueError):
    """Two bindings cannot both be; `other` is the name of the one that was there first."""

    def __init__(self, one: "Binding[Any]", other: "Binding[Any]") -> None:
        self.other = other.name
        first, second = " ".join(one.keys), " ".join(other.keys)
        super().__init__(f"{first} of {one.name} clashes with {second} of {other.name}")


@dataclass(slots=True)
class _Node(Generic[Target]):
    binding: Binding[Target] | None = None
    below: "dict[str, _Node[Target]]" = field(default_factory=dict)


class Keys(Generic[Target]):
    """All bindings as one tree. Raises ClashError where one sequence begins another or is bound twice."""

    def __init__(self, bindings: Iterable[Binding[Target]]) -> None:
        self._root: _Node[Target] = _Node()
        self._shortest: dict[str, Pending] = {}
        for binding in bindings:
            self.add(binding)

    def take(self, pending: Pending, key: str) -> tuple[Callable[[Target], None] | None, Pending, str]:
        """One more key behind those pending: what to run, what is pending now, and a word for the reviewer."""
        if key == "escape" and pending:
            return None, (), ""
        node = self._node((*pending, key))
        if node is None:
            typed = " ".join((*pending, key))
            return None, (), f"{typed} is bound to nothing; ? shows the keys"
        if node.binding is not None:
            return node.binding.run, (), ""
        return None, (*pending, key), ""

    def shortest(self, name: str) -> Pending:
        """The shortest sequence that runs the command of that name, the first given of several; empty for none."""
        if not self._shortest:
            for one in _under(self._root):
                if one.name not in self._shortest or len(one.keys) < len(self._shortest[one.name]):
                    self._shortest[one.name] = one.keys
        return self._shortest.get(name, ())

    def continuations(self, pending: Pending) -> list[tuple[str, str]]:
        """The keys that can follow, each with the title of what it does or leads to."""
        node = self._node(pending)
        if node is None:
            return []
        return [(key, below.binding.title if below.binding else "…") for key, below in node.below.items()]

    def _node(self, keys: Pending) -> _Node[Target] | None:
        node: _Node[Target] | None = self._root
        for key in keys:
            node = node.below.get(key) if node is not None else None
        return node

    def add(self, binding: Binding[Target]) -> None:
        """Bind one more sequence. Raises ClashError."""
        self._shortest.clear()
        node = self._root
        for key in binding.keys:
            if node.binding is not None:
                raise ClashError(binding, node.binding)
            node = node.below.setdefault(key, _Node())
        if node.binding is not None or node.below:
            raise ClashError(binding, next(_under(node)))
        node.binding = binding


def _under(node: _Node[Target]) -> Iterator[Binding[Target]]:
    if node.binding is not None:
        yield node.binding
    for below in node.below.values():
        yield from _under(below)
