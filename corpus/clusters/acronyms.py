"""Letters that are the initials of a name in the same story."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from corpus.clusters.form import initials
from corpus.clusters.kinds import Kind
from corpus.clusters.nodes import Story

_UNLETTERED: Final = frozenset((Kind.PERSON, Kind.PEOPLE, Kind.TIME))


def join_acronyms(story: Story) -> None:
    """Joins letters with the name whose initials they are; for a body also in the order of another language."""
    long, turned = _initials(story)
    for number, node in enumerate(story.nodes):
        if not node.form.letters or node.kind == Kind.PEOPLE or story.described[node.names[0]]:
            continue
        letters = node.form.letters
        found = [other for other in long.get(letters, ()) if story.joining.may_join(number, other)]
        alone = len(story.joining.members(number)) == 1 and node.kind == Kind.ORGANISATION
        if not found and alone:
            found = list(turned.get("".join(sorted(letters)), ()))
        count = story.common(found)
        if len(count) == 1 or (found and node.kind == Kind.ORGANISATION and letters in long):
            best = max(found, key=lambda other: (count[story.joining.root(other)], -other))
            story.joining.join(number, best, f"initials of {story.title(best)}", f"long form of {story.title(number)}")


def _initials(story: Story) -> tuple[Mapping[str, Sequence[int]], Mapping[str, Sequence[int]]]:
    """The names of several words by their initials, and those of bodies by the same letters sorted."""
    long: dict[str, list[int]] = defaultdict(list)
    turned: dict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(story.nodes):
        if len(node.form.words) > 1 and node.kind not in _UNLETTERED and not story.described[node.names[0]]:
            for letters in sorted(initials(node.form)):
                long[letters].append(number)
                if node.kind == Kind.ORGANISATION:
                    turned["".join(sorted(letters))].append(number)
    return long, turned
