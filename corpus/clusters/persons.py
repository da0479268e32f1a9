"""Persons: spellings of one full name, joined before the names that stand alone are given their bearers."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from corpus.clusters.bearers import Bearers
from corpus.clusters.folding import alike, block
from corpus.clusters.kinds import Kind
from corpus.clusters.nodes import Story
from corpus.clusters.person_name import INITIALS, LONGER, SAME, SPELLING, TURNED, one_person, person_name
from corpus.clusters.window import window

_FORMS: Final = 64  # pairs of full names of two clusters that may be of one person
_SURE: Final = (SAME, LONGER, TURNED, SPELLING)  # the surest reason first; all others after these


def join_persons(story: Story) -> None:
    """Joins the full names that are of one person, then gives each name that stands alone its person."""
    nodes = story.of_kind(Kind.PERSON)
    full = [node for node in nodes if person_name(story.nodes[node].form).full]
    alone = [node for node in nodes if not person_name(story.nodes[node].form).full]
    _join_full(story, full)
    Bearers(story, full).settle(alone)


def _join_full(story: Story, full: Sequence[int]) -> None:
    """Joins the pairs of full names that may be of one person, the surest first."""
    pairs = sorted(_pairs(story, full), key=lambda pair: (_rank(pair[2]), pair))
    others: dict[int, set[int]] = defaultdict(set)
    for node, other, why in pairs:
        if why == INITIALS:
            others[node].add(story.joining.root(other))
            others[other].add(story.joining.root(node))
        elif not story.joining.same(node, other) and not _unlike(story, node, other):
            _join(story, node, other, why)
    for node, other, why in pairs:
        # An initial that fits several says nothing.
        short = min((node, other), key=lambda one: len(person_name(story.nodes[one].form).given))
        if why == INITIALS and len({story.joining.root(one) for one in others[short]}) == 1:
            _join(story, node, other, why)


def _join(story: Story, a: int, b: int, why: str) -> None:
    story.joining.join(b, a, f"{why} {story.title(a)}", f"{why} {story.title(b)}")


def _pairs(story: Story, full: Sequence[int]) -> set[tuple[int, int, str]]:
    """The pairs of names that may be of one person, with what says so."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for node in full:
        name = person_name(story.nodes[node].form)
        turned = sorted((block(name.words[0]), block(name.words[-1])))
        for key in ((block(name.family),), tuple(turned), name.words[:2], name.words[-2:]):
            if node not in blocks[key][-1:]:
                blocks[key].append(node)
    found: set[tuple[int, int, str]] = set()
    width = window(len(full))
    for nodes in blocks.values():
        for at, node in enumerate(nodes):
            for other in nodes[at + 1 : at + width]:
                why = one_person(person_name(story.nodes[node].form), person_name(story.nodes[other].form))
                if why:
                    found.add((node, other, why))
    return found


def _rank(why: str) -> int:
    return _SURE.index(why) if why in _SURE else len(_SURE)


def _unlike(story: Story, a: int, b: int) -> bool:
    """Whether a name of the one's cluster cannot be of the other's person, or nobody has names as many as theirs."""
    ours, theirs = (
        [name for member in story.joining.members(node) if (name := person_name(story.nodes[member].form)).full]
        for node in (a, b)
    )
    if len(ours) * len(theirs) > _FORMS:
        return True
    return any(not one_person(one, other) and not alike(one.given, other.given) for one in ours for other in theirs)
