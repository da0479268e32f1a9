"""Names put together one pair after the other, with the reason for each, and with what has to stay apart."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence


class Joining:
    """Which of the nodes 0, 1, … are one thing. A join that would bring together what is to stay apart is refused."""

    def __init__(self, count: int, sorts: Sequence[str] = ()) -> None:
        """`sorts` are what each node is, where nothing but one sort is ever joined."""
        self._sorts = sorts
        self._parent = list(range(count))
        self._members: list[list[int]] = [[node] for node in range(count)]
        self._edges: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self._apart: dict[int, set[int]] = defaultdict(set)

    def root(self, node: int) -> int:
        """The node that stands for all that `node` is one with."""
        parent = self._parent
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    def members(self, node: int) -> list[int]:
        """All that `node` is one with, itself among them."""
        return self._members[self.root(node)]

    def same(self, a: int, b: int) -> bool:
        """Whether the two have been joined."""
        return self.root(a) == self.root(b)

    def may_join(self, a: int, b: int) -> bool:
        """Whether nothing keeps the two apart."""
        one, other = self.root(a), self.root(b)
        return other not in self._apart[one] and (not self._sorts or self._sorts[one] == self._sorts[other])

    def keep_apart(self, a: int, b: int) -> None:
        """From now on the two are never joined; nothing where they are already."""
        one, other = self.root(a), self.root(b)
        if one != other:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def join(self, a: int, b: int, reason: str, back: str = "") -> bool:
        """Makes the two one: `reason` says why of `a`, `back` why of `b`; whether they are one now."""
        one, other = self.root(a), self.root(b)
        if one == other:
            return True
        if not self.may_join(one, other):
            return False
        if (len(self._members[one]), -one) < (len(self._members[other]), -other):
            one, other = other, one
        self._parent[other] = one
        self._members[one] += self._members[other]
        self._members[other] = []
        for third in self._apart.pop(other, ()):
            self._apart[third].discard(other)
            self._apart[third].add(one)
            self._apart[one].add(third)
        self._edges[a].append((b, back or reason))
        self._edges[b].append((a, reason))
        return True

    def reasons(self, start: int) -> dict[int, str]:
        """For each node that is one with `start`: the reason of the join by which it is reached; "" for `start`."""
        found = {start: ""}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            for other, reason in self._edges[node]:
                if other not in found:
                    found[other] = reason
                    queue.append(other)
        return found


def roots(joining: Joining, nodes: Iterable[int]) -> list[int]:
    """The different roots of some nodes, in order."""
    return list(dict.fromkeys(map(joining.root, nodes)))
