"""Organisations: other writings and translations of a name, its short forms, and whose ministry is meant."""

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from corpus.clusters import vocabulary
from corpus.clusters.body import Body, body_of, generic_words, press_words, team_words
from corpus.clusters.context import nation_around
from corpus.clusters.folding import alike, block
from corpus.clusters.kinds import Kind
from corpus.clusters.nations import country_of_city
from corpus.clusters.nodes import Story
from corpus.clusters.window import window

_NEWS: Final = "news"
_BREAK: Final = re.compile(r"[.!?:]\s|\n")
_SAINT: Final = "saint"
_LONGEST: Final = 12  # words of a name that are looked at for its short forms


Variant = tuple[Body, str, bool]
"""A body's name, its country, and whether it is a paper's own with its article."""


def join_organisations(story: Story) -> None:
    """Joins the names of one organisation."""
    nodes = [node for node in story.of_kind(Kind.ORGANISATION) if not story.nodes[node].form.letters]
    bodies = {node: body_of(story.nodes[node].form) for node in nodes}
    nation = {node: bodies[node].nation or _nation_around(story, node) for node in nodes}
    _join_equal(story, nodes, bodies, nation)
    _keep_nations_apart(story, nodes, bodies, nation)
    _join_alike(story, nodes, bodies, nation)
    _join_short(story, nodes, bodies, nation)


def _nation_around(story: Story, node: int) -> str:
    if not body_of(story.nodes[node].form).generic:
        return ""
    name = story.names[story.nodes[node].names[0]]
    return nation_around(story.texts[name.article], name.span.start, name.span.end)


def _join_equal(story: Story, nodes: Sequence[int], bodies: dict[int, Body], nation: dict[int, str]) -> None:
    """Joins what has the same words and country: "Ministry of Defence of X" and "X's Defense Ministry"."""
    seen: dict[tuple[frozenset[str], str], int] = {}
    for node in nodes:
        body = bodies[node]
        # The country alone is no name.
        if not body.all:
            continue
        other = seen.setdefault((body.all, nation[node]), node)
        if other != node:
            story.joining.join(
                node, other, f"another form of {story.title(other)}", f"another form of {story.title(node)}"
            )


def _keep_nations_apart(story: Story, nodes: Sequence[int], bodies: dict[int, Body], nation: dict[int, str]) -> None:
    """Two countries' ministries are two."""
    found: dict[frozenset[str], dict[str, int]] = defaultdict(dict)
    for node in nodes:
        if nation[node]:
            found[bodies[node].all].setdefault(nation[node], node)
    for of_nation in found.values():
        several = list(of_nation.values())
        for at, node in enumerate(several):
            for other in several[at + 1 :]:
                story.joining.keep_apart(node, other)


def _join_alike(story: Story, nodes: Sequence[int], bodies: dict[int, Body], nation: dict[int, str]) -> None:
    """Joins what shares a head and enough else, and spellings of one name."""
    blocks: dict[str, list[int]] = defaultdict(list)
    different = _first_of_each(story, nodes)
    width = window(len(different))
    for node in different:
        body = bodies[node]
        own = [word for word in dict.fromkeys(body.words) if word in body.own]
        for key in dict.fromkeys(
            (*own, *(f"{block(word)} like" for word in own), *(word[:2] for word in body.words[:1]))
        ):
            blocks[key].append(node)
    for key in sorted(blocks):
        for at, node in enumerate(blocks[key]):
            for other in blocks[key][at + 1 : at + width]:
                if nation[node] and nation[other] and nation[node] != nation[other]:
                    continue
                if _alike(bodies[node], bodies[other], nation[node], nation[other]):
                    title, back = story.title(node), story.title(other)
                    story.joining.join(other, node, f"another form of {title}", f"another form of {back}")


def _first_of_each(story: Story, nodes: Sequence[int]) -> list[int]:
    """One node for each name that stands in several."""
    return list({(story.nodes[node].form.words, story.joining.root(node)): node for node in reversed(nodes)}.values())[
        ::-1
    ]


def _alike(a: Body, b: Body, nation: str, other: str) -> bool:
    shared, left, right = a.all & b.all, a.all - b.all, b.all - a.all
    country = 1 if nation and nation == other else 0
    if a.generic or b.generic:
        return False
    if len(shared) + country >= 3 and (not left or not right) and a.own & b.own:
        return True
    if len(left) == len(right) == 1 and len(shared) + country >= 1 and nation == other:
        (one,), (two,) = left, right
        return alike(one, two)
    joined, also = "".join(a.words), "".join(b.words)
    if len(joined) >= 8 and nation == other and joined[:2] == also[:2]:
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415  # fifteen milliseconds that the first paint does not have

        return len(a.words) != len(b.words) and bool(a.heads & b.heads) and ratio(joined, also) >= 82
    return False


def _join_short(story: Story, nodes: Sequence[int], bodies: dict[int, Body], nation: dict[int, str]) -> None:
    """Joins short forms with the long name of their article, or with the only one of the story."""
    forms: dict[Variant, list[int]] = defaultdict(list)
    for node in nodes:
        if bodies[node].words:
            forms[bodies[node], nation[node], _is_full_title(story, node)].append(node)
    long_of = _long_forms(list(forms))
    for form in sorted(forms, key=lambda one: (-len(one[0].words), forms[one][0])):
        long = [node for other in long_of.get(form, ()) for node in forms[other]]
        if not long:
            continue
        only = _only(story, long, generic=form[0].generic)
        places: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for node in long:
            for article, start in story.places(node):
                insort(places[article], (start, node))
        for node in forms[form]:
            here = any(article in places for article, _ in story.places(node))
            found = _nearest(story, node, places) if here else only
            if found is not None:
                story.joining.join(node, found, f"short for {story.title(found)}", f"long form of {story.title(node)}")


def _nearest(story: Story, node: int, places: Mapping[int, Sequence[tuple[int, int]]]) -> int | None:
    """The long name that most of a node's names mean: each the last one named before in its article, else the first.

    What is named later in the same sentence is told from it: "the Bank and the Bank of the North".
    """
    votes: Counter[int] = Counter()
    for article, start in story.places(node):
        here = places.get(article, ())
        if here:
            before = bisect_left(here, (start, -1))
            if before or _BREAK.search(story.texts[article], start, here[0][0]):
                votes[here[before - 1 if before else 0][1]] += 1

    def rank(node: int) -> tuple[int, int, str, int]:
        # Of two the shorter: a firm rather than its daughter.
        return -votes[node], len(body_of(story.nodes[node].form).words), story.title(node), node

    return min(votes, key=rank, default=None)


def _only(story: Story, nodes: Sequence[int], *, generic: bool) -> int | None:
    """The long name that is meant where the article has none: the only one, or of any country's the commonest."""
    count = story.common(nodes)
    if len(count) > 1 and not generic:
        return None
    return max(nodes, key=lambda one: (count[story.joining.root(one)], -one))


def _long_forms(variants: Sequence[Variant]) -> dict[Variant, list[Variant]]:
    """For each form of a name the longer ones that it may be short for."""
    pieces: dict[tuple[str, ...] | frozenset[str], list[Variant]] = defaultdict(list)
    for variant in variants:
        for piece in _pieces(variant[0]):
            pieces[piece].append(variant)
        if variant[1]:
            pieces[variant[0].all].append(variant)
    found: dict[Variant, list[Variant]] = {}
    for variant in variants:
        body, nation, is_full_title = variant
        if is_full_title:
            continue
        long = [other for other in pieces[body.words] if _short_for(body, other[0])]
        # A ministry of no country may be the one of any.
        long += pieces[body.all] if not nation else []
        found[variant] = [
            other for other in dict.fromkeys(long) if other != variant and (not nation or other[1] == nation)
        ]
    return found


def _pieces(body: Body) -> dict[tuple[str, ...], None]:
    """The beginnings and ends of a name, its saint left out, that may stand for it."""
    words = body.words[:_LONGEST]
    cuts = range(1, len(words))
    found = [piece for at in cuts for piece in (words[:at], words[at:])]
    if words[0] == _SAINT:
        found += [words[1:at] for at in range(2, len(words) + 1)]
    return dict.fromkeys(found)


def _is_full_title(story: Story, node: int) -> bool:
    """Whether a name is a paper's own with its article: "The Times" is not short for "The Northern Times"."""
    form = story.nodes[node].form
    return form.surface.startswith("The ") and form.words[-1] in vocabulary.PRESS


def _short_for(a: Body, b: Body) -> bool:
    """Whether the one may be short for the other."""
    size = len(a.words)
    if size >= len(b.words) or all(len(word) == 1 for word in b.words[size:]):
        return False
    if size == 1 and a.heads and a.words[0] == b.words[0]:
        # "The Academy" of an "Academy of Arts"; "the Bank" of a "Bank of the North".
        return b.headed
    if a.words in {b.words[:size], b.words[1 : size + 1] if b.words[0] == _SAINT else ()}:
        # A place or a country in front of what a body is, is not the body; nor is it the paper that is read there.
        is_paper = b.words[-1] in press_words() and b.words[size:] != (_NEWS,)
        return not a.nation and not is_paper and not a.own <= generic_words()
    ends = b.words[-size:] == a.words
    return ends and (bool(a.heads) or size > 1 or a.words[0] in team_words() or _of_place(b.words[:-1]))


def _of_place(words: Sequence[str]) -> bool:
    return all(country_of_city(word) or word in vocabulary.place_names() for word in words)
