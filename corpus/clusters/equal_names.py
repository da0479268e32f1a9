"""Equal names of different labels: one thing, unless a person, a place or a body is named after another."""

from collections import defaultdict

from corpus.clusters.kinds import Kind
from corpus.clusters.nodes import Node, Story

SAME_NAME = "the same name"


def join_equal(story: Story) -> None:
    """Joins equal names of different labels, but for a person with a place or a body named after one."""
    equal = _Equal(story)
    for nodes in story.by_key().values():
        kept: dict[tuple[Kind, bool], int] = {}
        for node in nodes:
            if not any(equal.join(node, other) for other in kept.values()):
                kept.setdefault((story.nodes[node].kind, equal.settled(node)), node)


class _Equal:
    """Whether equal names are of one thing."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._longest: dict[int, int] = defaultdict(int)  # the words of the longest name of each cluster
        self._beginnings: dict[str, set[Kind]] = defaultdict(set)  # the first words of longer names
        for number, node in enumerate(story.nodes):
            root, words = story.joining.root(number), node.form.words
            self._longest[root] = max(self._longest[root], _length(node))
            if len(words) > 1 and not story.described[node.names[0]]:
                self._beginnings[words[0]].add(node.kind)

    def settled(self, node: int) -> bool:
        """Whether a name has been joined with a longer one: its place told whom it stands for."""
        return self._longest[self._story.joining.root(node)] > _length(self._story.nodes[node])

    def join(self, a: int, b: int) -> bool:
        """Joins two equal names unless they are of two things; whether they are one now."""
        joining = self._story.joining
        if joining.same(a, b):
            return True
        words = max(self._longest[joining.root(a)], self._longest[joining.root(b)])
        done = self._may_be_one(a, b) and joining.join(a, b, SAME_NAME)
        self._longest[joining.root(a)] = words if done else self._longest[joining.root(a)]
        return done

    def _may_be_one(self, a: int, b: int) -> bool:
        one, other = self._story.nodes[a], self._story.nodes[b]
        kinds = {one.kind, other.kind}
        if len(kinds) == 1:
            return one.kind not in {Kind.PERSON, Kind.ORGANISATION} or not (self.settled(a) and self.settled(b))
        if Kind.PERSON in kinds and kinds & {Kind.PLACE, Kind.PEOPLE}:
            return not self.settled(a if one.kind == Kind.PERSON else b)
        if kinds == {Kind.ORGANISATION, Kind.PLACE}:
            return Kind.ORGANISATION not in self._beginnings.get(one.form.words[0], ())
        return True


def _length(node: Node) -> int:
    """The words of a name, its title not counted."""
    return len(node.form.key.split())
