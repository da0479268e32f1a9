"""The names of a story as nodes to be joined: one for all written alike, or one for each that needs its place."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.clusters.cluster import Name
from corpus.clusters.form import Form, form_of
from corpus.clusters.joining import Joining
from corpus.clusters.kinds import Kind, kind_of

Place = tuple[int, int]
"""An article and a start in it."""


@dataclass(slots=True)
class Node:
    """Names that are taken for one from the beginning: indices in the story's names."""

    kind: Kind
    form: Form
    names: list[int] = field(default_factory=list)


class Story:
    """The names of a story, their nodes, and what has been joined."""

    def __init__(
        self, texts: Sequence[str], names: Sequence[Name], alone: Sequence[bool], described: Sequence[bool]
    ) -> None:
        """`alone[i]` says that name `i` is a node of its own: it is told by its place whom it stands for.

        `described[i]` says that it is a description or a pronoun and no name.
        """
        self.texts = texts
        self.names = names
        self.described = described
        self.nodes: list[Node] = []
        self.node_of: list[int] = []
        self._starts: dict[int, dict[int, list[int]]] = {}
        # Where people annotated descriptions too, they gave each thing one label.
        strict = any(described)
        seen: dict[tuple[Kind, str, str], int] = {}
        for index, name in enumerate(names):
            form, kind = form_of(self.surface(index)), kind_of(name.label)
            number = (
                len(self.nodes)
                if alone[index]
                else seen.setdefault((kind, name.label if strict else "", form.key), len(self.nodes))
            )
            if number == len(self.nodes):
                self.nodes.append(Node(kind, form))
            self.nodes[number].names.append(index)
            self.node_of.append(number)
        sorts = [names[node.names[0]].label for node in self.nodes] if strict else []
        self.joining = Joining(len(self.nodes), sorts)

    def surface(self, index: int) -> str:
        """The text of a name."""
        name = self.names[index]
        return name.span.surface(self.texts[name.article])

    def of_kind(self, *kinds: Kind) -> list[int]:
        """The numbers of the nodes of some kinds that are names and no descriptions."""
        return [
            number for number, node in enumerate(self.nodes) if node.kind in kinds and not self.described[node.names[0]]
        ]

    def places(self, node: int) -> list[Place]:
        """Where the names of a node stand, in order."""
        return [(self.names[index].article, self.names[index].span.start) for index in self.nodes[node].names]

    def starts(self, node: int, article: int) -> list[int]:
        """Where the names of a node stand in one article; none where it is not named there."""
        if node not in self._starts:
            found: dict[int, list[int]] = defaultdict(list)
            for where, start in self.places(node):
                found[where].append(start)
            self._starts[node] = dict(found)
        return self._starts[node].get(article, [])

    def by_key(self) -> dict[str, list[int]]:
        """The nodes by the key of their name, in order; without descriptions."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, node in enumerate(self.nodes):
            if not self.described[node.names[0]]:
                found[node.form.key].append(number)
        return found

    def title(self, node: int) -> str:
        """What a node is called in a reason: its first name, on one line."""
        return " ".join(self.nodes[node].form.surface.split())

    def common(self, nodes: Sequence[int]) -> Counter[int]:
        """How many names each cluster of some nodes has there, by its root."""
        count: Counter[int] = Counter()
        for node in nodes:
            count[self.joining.root(node)] += len(self.nodes[node].names)
        return count
