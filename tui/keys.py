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
Run = Callable[[Target], None]

_NAMED: Final = "up down left right home end pageup pagedown tab enter escape space backspace delete insert".split() + [
    f"f{number}" for number in range(1, 25)
]
_KEY: Final = re.compile(rf"(?:(?:ctrl|shift|alt)\+)*(?:{'|'.join(_NAMED)})|(?:ctrl|alt)\+(?:shift\+)?[a-z0-9@_\\^]")
_DIGITS: Final = frozenset("0123456789")
_MOST: Final = 999  # times that a command is run for one count
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


_MIRROR: Final = {"]": "[", "[": "]", "t": "T", "T": "t"}


def repeats(keys: Pending) -> bool:
    """Whether a sequence that was pressed is one that there is a key to repeat: it goes on or back to something."""
    return len(keys) > 1 and keys[0] in _MIRROR


def mirrored(keys: Pending) -> Pending:
    """The sequence that goes the other way: `[ m` for `] m`, `T T` for `t t`; others as they are."""
    return tuple(_MIRROR.get(key, key) if key == keys[0] else key for key in keys)


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


class Repeated(Generic[Target]):
    """A command that runs several times."""

    def __init__(self, run: Callable[[Target], None], times: int) -> None:
        self.run, self.times = run, times

    def __call__(self, target: Target) -> None:
        """Run it."""
        for _ in range(self.times):
            self.run(target)


class Keys(Generic[Target]):
    """All bindings as one tree. Raises ClashError where one sequence begins another or is bound twice.

    With `counted`, the names of commands, digits before a sequence are a count, and those commands run so many times.
    """

    def __init__(self, bindings: Iterable[Binding[Target]], counted: frozenset[str] = frozenset()) -> None:
        self._root: _Node[Target] = _Node()
        self.counted = counted
        self._shortest: dict[str, Pending] = {}
        self._names: dict[Callable[[Target], None], str] = {}
        for binding in bindings:
            self.add(binding)

    def take(self, pending: Pending, key: str) -> tuple[Callable[[Target], None] | None, Pending, str]:
        """One more key behind those pending: what to run, what is pending now, and a word for the reviewer."""
        if key == "escape" and pending:
            return None, (), ""
        count, keys = self._split((*pending, key))
        if count and not keys:
            return None, (*pending, key), ""
        node = self._node(keys)
        if node is None:
            typed = " ".join((*pending, key))
            return None, (), f"{typed} is bound to nothing; ? shows the keys"
        if node.binding is None:
            return None, (*pending, key), ""
        if count and node.binding.name not in self.counted:
            return None, (), f"{node.binding.title.removesuffix(' …')}: takes no count"
        return Repeated(node.binding.run, min(int(count), _MOST)) if count else node.binding.run, (), ""

    def shortest(self, name: str) -> Pending:
        """The shortest sequence that runs the command of that name, the first given of several; empty for none."""
        if not self._shortest:
            for one in _under(self._root):
                if one.name not in self._shortest or len(one.keys) < len(self._shortest[one.name]):
                    self._shortest[one.name] = one.keys
        return self._shortest.get(name, ())

    def name_of(self, run: Callable[[Target], None]) -> str:
        """The name of the command that a sequence ran; "" for what is no command of these keys."""
        if not self._names:
            self._names = {one.run: one.name for one in _under(self._root)}
        return self._names.get(run.run if isinstance(run, Repeated) else run, "")

    def continuations(self, pending: Pending) -> list[tuple[str, str]]:
        """The keys that can follow, each with the title of what it does or leads to."""
        count, keys = self._split(pending)
        node = self._node(keys)
        if node is None:
            return []
        below = list(node.below.items())
        if count:
            below = [(key, one) for key, one in below if any(leaf.name in self.counted for leaf in _under(one))]
        return [(key, one.binding.title if one.binding else "…") for key, one in below]

    def behind(self, pending: Pending) -> list[str]:
        """The names of the commands that what is pending can still lead to."""
        node = self._node(self._split(pending)[1])
        return [one.name for one in _under(node)] if node is not None else []

    def _split(self, pending: Pending) -> tuple[str, Pending]:
        """The count before a sequence, "" for none, and the sequence."""
        at = 0
        while self.counted and at < len(pending) and pending[at] in _DIGITS and (at or pending[at] != "0"):
            at += 1
        return "".join(pending[:at]), pending[at:]

    def _node(self, keys: Pending) -> _Node[Target] | None:
        node: _Node[Target] | None = self._root
        for key in keys:
            node = node.below.get(key) if node is not None else None
        return node

    def add(self, binding: Binding[Target]) -> None:
        """Bind one more sequence. Raises ClashError."""
        self._shortest.clear()
        self._names.clear()
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
