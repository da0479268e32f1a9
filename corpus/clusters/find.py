"""Which names of a story's articles are of one thing, and why."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from corpus.clusters.acronyms import join_acronyms
from corpus.clusters.best_name import best_name
from corpus.clusters.body import is_generic
from corpus.clusters.cluster import Alias, Clusters, Name
from corpus.clusters.definitions import definitions
from corpus.clusters.descriptions import descriptions_of, join_descriptions
from corpus.clusters.equal_names import SAME_NAME, join_equal
from corpus.clusters.form import form_of
from corpus.clusters.kinds import Kind, kind_of
from corpus.clusters.nodes import Story
from corpus.clusters.organisations import join_organisations
from corpus.clusters.person_name import person_name
from corpus.clusters.persons import join_persons
from corpus.clusters.places import join_places
from corpus.clusters.things import join_peoples, join_things

DECIDED: Final = "a reviewer said so"


def clusters(texts: Sequence[str], names: Sequence[Name], aliases: Sequence[Alias] = ()) -> Clusters:
    """The clusters of `names`, which lie in `texts`; `aliases` go before everything that is found here."""
    described = descriptions_of(texts, names)
    story = Story(
        texts,
        names,
        [one or _told_by_place(texts, name) for name, one in zip(names, described, strict=True)],
        described,
    )
    _decide(story, aliases)
    for one, other in definitions(story):
        story.joining.join(other, one, f"defined as {story.title(one)}", f"defined as {story.title(other)}")
    join_persons(story)
    join_organisations(story)
    join_places(story)
    join_things(story)
    join_peoples(story)
    join_acronyms(story)
    join_equal(story)
    if any(described):
        join_descriptions(story)
    return _clusters(story)


def _told_by_place(texts: Sequence[str], name: Name) -> bool:
    """Whether only its place says whom a name stands for: a surname, "the ministry"."""
    kind, form = kind_of(name.label), form_of(name.span.surface(texts[name.article]))
    if kind == Kind.PERSON:
        return not person_name(form).full
    return kind == Kind.ORGANISATION and is_generic(form)


def _decide(story: Story, aliases: Sequence[Alias]) -> None:
    """Joins and keeps apart what reviewers said of names."""
    nodes = story.by_key()
    for alias in aliases:
        if alias.same:
            both = nodes.get(alias.a, []) + nodes.get(alias.b, [])
            for other in both[1:]:
                story.joining.join(other, both[0], DECIDED)
    for alias in aliases:
        if not alias.same and alias.a != alias.b:
            for one in nodes.get(alias.a, []):
                for other in nodes.get(alias.b, []):
                    story.joining.keep_apart(one, other)


def _clusters(story: Story) -> Clusters:
    order: dict[int, int] = {}
    first: dict[int, int] = {}
    for index in range(len(story.names)):
        root = story.joining.root(story.node_of[index])
        order.setdefault(root, len(order))
        first.setdefault(root, index)
    reasons = [""] * len(story.names)
    surfaces: dict[int, list[str]] = defaultdict(list)
    why = {root: story.joining.reasons(story.node_of[index]) for root, index in first.items()}
    of = []
    for index in range(len(story.names)):
        root = story.joining.root(story.node_of[index])
        of.append(order[root])
        surfaces[root].append(" ".join(story.surface(index).split()))
        if index != first[root]:
            reasons[index] = why[root][story.node_of[index]] or SAME_NAME
    return Clusters(tuple(of), tuple(best_name(surfaces[root]) for root in order), tuple(reasons))
