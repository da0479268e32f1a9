"""Whom a surname or a given name that stands alone belongs to."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from corpus.clusters.context import (
    gender_around,
    gender_before,
    office_after,
    office_before,
    office_in,
    relative_before,
    words_before,
)
from corpus.clusters.folding import alike, block, folded, words_of
from corpus.clusters.given_names import stand_for_each_other
from corpus.clusters.nodes import Place, Story
from corpus.clusters.person_name import SPELLING, person_name
from corpus.clusters.window import window

_GENDERS: Final = frozenset("mf")


class _Among:
    """Some persons, to choose from for a place; whoever is introduced as a relative only where there is nobody else."""

    def __init__(self, story: Story, nodes: Sequence[int], kin: Mapping[int, bool]) -> None:
        self._story = story
        named = [node for node in nodes if not kin[node]] or list(nodes)
        self._here: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for node in named:
            for article, start in story.places(node):
                self._here[article].append((start, node))
        self._count = story.common(named)
        self._best: dict[int | None, int] = {None: self._commonest(named)}
        self._several: dict[int, bool] = {}
        for article, here in self._here.items():
            here.sort()
            of_article = list(dict.fromkeys(node for _, node in here))
            self._best[article] = self._commonest(of_article)
            self._several[article] = len({story.joining.root(node) for node in of_article}) > 1

    def _commonest(self, nodes: Sequence[int]) -> int:
        story = self._story
        return min(nodes, key=lambda node: (-self._count[story.joining.root(node)], story.title(node), node))

    def chosen(self, place: Place) -> int:
        """The one of the article, of several the one named last before, else the one named most."""
        article, start = place
        here = self._here.get(article, [])
        at = bisect_left(here, (start, -1))
        if at and self._several[article]:
            return here[at - 1][1]
        return self._best[article if here else None]


class Bearers:
    """Who bears a surname or a given name in a story."""

    def __init__(self, story: Story, full: Sequence[int]) -> None:
        """`full` are the nodes of full names."""
        self._story = story
        self._by_family: dict[str, list[int]] = defaultdict(list)
        self._by_given: dict[str, list[int]] = defaultdict(list)
        self._by_block: dict[str, list[int]] = defaultdict(list)
        self._here: dict[int, list[int]] = defaultdict(list)
        self._held: dict[tuple[int, str, bool], bool] = {}
        self._among: dict[tuple[str, str, str], _Among | None] = {}
        for node in full:
            name = person_name(story.nodes[node].form)
            for word in dict.fromkeys((name.family, "".join(name.words[-2:]) if name.middle else name.family)):
                self._by_family[word].append(node)
            for word in dict.fromkeys((name.given, *name.middle)):
                self._by_given[word].append(node)
            self._by_block[block(name.family)].append(node)
            for article in dict.fromkeys(article for article, _ in story.places(node)):
                self._here[article].append(node)
        self._kin = {node: self._is_relative(node) for node in full}

    def _is_relative(self, node: int) -> bool:
        """Whether at least half of the articles introduce a person as somebody's relative."""
        first = dict(reversed(self._story.places(node)))
        return 2 * sum(relative_before(self._story.texts[article], at) for article, at in first.items()) >= len(first)

    def settle(self, alone: Sequence[int]) -> None:
        """Joins each name that stands alone with its bearer; those without one with each other, by name."""
        story = self._story
        lost: dict[tuple[str, str], int] = {}
        for node in alone:
            name, place = person_name(story.nodes[node].form), story.places(node)[0]
            office = self._office(node, place)
            found, why = self._bearer(name.family, place, office or self._gender_told(node, place))
            if found is not None:
                story.joining.join(node, found, f"{why} {story.title(found)}", f"full name of {story.title(node)}")
                continue
            # "President X" and a mere X are two where others in the story bear the name.
            other = lost.setdefault((name.family, office if self._by_family.get(name.family) else ""), node)
            if other != node:
                story.joining.join(node, other, "the same name")
        self._join_spellings(lost)

    def _office(self, node: int, place: Place) -> str:
        """The office that a name has before it, or that it begins with."""
        return office_in(self._story.nodes[node].form.words) or office_before(self._story.texts[place[0]], place[1])

    def _join_spellings(self, lost: dict[tuple[str, str], int]) -> None:
        """Joins the spellings of a name that nobody bears in full."""
        story, keys = self._story, sorted(lost)
        width = window(len(keys))
        for at, (word, office) in enumerate(keys):
            for other, other_office in keys[at + 1 : at + width]:
                if word != other and alike(word, other) and office == other_office and not _feminine(word, other):
                    a, b = lost[word, office], lost[other, office]
                    story.joining.join(b, a, f"{SPELLING} {story.title(a)}", f"{SPELLING} {story.title(b)}")

    def _bearer(self, word: str, place: Place, office: str) -> tuple[int | None, str]:
        """The node of whoever is called by one word at a place, and why."""
        article, start = place
        ways = [(self._by_family.get(word, []), "surname of"), (self._by_given.get(word, []), "given name of")]
        if relative_before(self._story.texts[article], start):
            ways.reverse()
        for nodes, why in ways:
            among = self._choice(word, why, nodes, office)
            if among:
                return among.chosen(place), why
        if any(nodes for nodes, _ in ways):
            return None, ""
        near = [node for node in self._by_block.get(block(word), ()) if self._is_spelled(word, node)]
        among = self._choice(word, "spelling", near, "")
        if among:
            return among.chosen(place), "another spelling of the surname of"
        short = [node for node in self._here[article] if stand_for_each_other(word, self._given(node))]
        return (short[0], "short for") if len(self._story.common(short)) == 1 else (None, "")

    def _choice(self, word: str, why: str, nodes: Sequence[int], office: str) -> _Among | None:
        """The persons who may be meant by a word: after an office its holders, after "Mr" or "Mrs" a man or a woman."""
        key = (word, why, office)
        if key not in self._among:
            if office in _GENDERS:
                fit = self._of_gender(nodes, office)
            else:
                fit = self._holders(nodes, office) if office else list(nodes)
            self._among[key] = _Among(self._story, fit, self._kin) if fit else None
        return self._among[key]

    def _given(self, node: int) -> str:
        return person_name(self._story.nodes[node].form).given

    def _is_spelled(self, word: str, node: int) -> bool:
        family = person_name(self._story.nodes[node].form).family
        return alike(word, family) and not _feminine(word, family)

    def _gender_told(self, node: int, place: Place) -> str:
        """The gender that a title inside or before a name tells: "Mrs X"."""
        words = words_of(self._story.nodes[node].form.surface)[:-1]
        inside = gender_before([folded(word) for word in words])
        return inside or gender_before(words_before(self._story.texts[place[0]], place[1])[-1:])

    def _of_gender(self, nodes: Sequence[int], gender: str) -> list[int]:
        """Those who are said to be men or women as they should be, else those of whom nothing is said, else all."""
        told = {node: set[str]() for node in nodes}
        places = sorted((article, start, node) for node in nodes for article, start in self._story.places(node))
        for (article, start, node), after in pairwise([*places, (-1, 0, -1)]):
            text = self._story.texts[article]
            told[node].add(gender_around(text, start, after[1] if after[0] == article else len(text)))
        told = {node: found - {""} for node, found in told.items()}
        sure = [node for node in nodes if told[node] == {gender}]
        return sure or [node for node in nodes if gender in told[node] or not told[node]] or list(nodes)

    def _holders(self, nodes: Sequence[int], office: str) -> list[int]:
        """Those whose name the office stands before, else those after whose name it does; else none of them."""
        for before in (True, False):
            found = [node for node in nodes if self._is_said_to_hold(node, office, before=before)]
            if found:
                return found
        return []

    def _is_said_to_hold(self, node: int, office: str, *, before: bool) -> bool:
        """Whether an office stands before (or else after) a full name of a person anywhere in the story."""
        story = self._story
        key = (story.joining.root(node), office, before)
        if key not in self._held:
            members = [one for one in story.joining.members(node) if person_name(story.nodes[one].form).full]
            inside = before and any(office in story.nodes[one].form.words[:-1] for one in members)
            names = [story.names[index] for one in members for index in story.nodes[one].names]
            self._held[key] = inside or any(
                office in words_before(story.texts[name.article], name.span.start)[-2:]
                if before
                else office_after(story.texts[name.article], name.span.end, office)
                for name in names
            )
        return self._held[key]


def _feminine(a: str, b: str) -> bool:
    """Whether one is the form for a woman of the other: spouses and siblings."""
    return a + "a" == b or b + "a" == a or a.endswith("aya") != b.endswith("aya")
