"""From the intention to make one name of two, or two of one, to the events that do it: ties of mentions. Pure.

A name is given as its mentions, of which the first stands for it. What was decided against the intention before is
taken back, as it would hold as well.
"""

from collections.abc import Iterator, Sequence

from annotations.decide import End, RefusedError
from annotations.events import Related, Unrelated
from annotations.model import Relation, Tie, Verdict

Changes = tuple[tuple[str, Related | Unrelated], ...]
"""Events, each with the id of the article whose log it belongs to."""


def merged(one: Sequence[End], other: Sequence[End]) -> Changes:
    """Say that two names are of the same thing, which is called by the first.

    Raises RefusedError for a name and itself, and where it is said already.
    """
    if _key(one[0]) == _key(other[0]):
        message = "that is one and the same name"
        raise RefusedError(message)
    against = [each for each in _between(one, other) if each.verdict is not Verdict.ACCEPTED]
    return _with_ties(against, [(one[0], other[0], Verdict.ACCEPTED)])


def split(kept: Sequence[End], leaving: Sequence[End]) -> Changes:
    """Say that mentions in one form name something else than the others; what they name is one thing in all articles.

    Raises RefusedError where nobody stays or leaves, and where all of it is said already.
    """
    if not kept or not leaving:
        message = "nothing would be left of one of them"
        raise RefusedError(message)
    first_of: dict[str, End] = {}
    for end in leaving:
        first_of.setdefault(end.article_id, end)
    first, *others = first_of.values()
    ties = [(kept[0], end, Verdict.REJECTED) for end in (first, *others)]
    ties += [(first, end, Verdict.ACCEPTED) for end in others]
    against = [each for each in _between(kept, leaving) if each.verdict is not Verdict.REJECTED]
    return _with_ties(against, ties)


def _with_ties(against: Sequence[Relation], ties: Sequence[tuple[End, End, Verdict]]) -> Changes:
    """The events that give ties their verdicts, in their direction, and take back the others; not without any."""
    given = {(_key(one), _key(other)) for one, other, _ in ties}
    changes: list[tuple[str, Related | Unrelated]] = [
        (each.article_id, _taken_back(each)) for each in against if _ends(each) not in given
    ]
    for one, other, verdict in ties:
        changes += ((end.article_id, change) for end, change in _said(one, other, verdict))
    if not changes:
        message = "that is said already"
        raise RefusedError(message)
    return tuple(dict.fromkeys(changes))


def taken_back(one: Sequence[End], other: Sequence[End]) -> Changes:
    """Take back all that was decided on whether two names are of the same. Raises RefusedError where nothing was."""
    changes = tuple((each.article_id, _taken_back(each)) for each in _between(one, other))
    if not changes:
        message = "nothing was decided on it"
        raise RefusedError(message)
    return changes


def _said(one: End, other: End, verdict: Verdict) -> Iterator[tuple[End, Related | Unrelated]]:
    known = one.state.relations.get((Tie.SAME, one.span, other.article_id, other.span))
    back = other.state.relations.get((Tie.SAME, other.span, one.article_id, one.span))
    if back is not None:
        yield other, _taken_back(back)
    if known is None or known.verdict is not verdict:
        ends = (one.span, one.span.surface(one.text), other.article_id, other.span, other.span.surface(other.text))
        yield one, Related(Tie.SAME, *ends, verdict)


def _between(one: Sequence[End], other: Sequence[End]) -> Iterator[Relation]:
    """What was decided on mentions of which one is of the one name, and one of the other."""
    here, there = set(map(_key, one)), set(map(_key, other))
    for state in {end.article_id: end.state for end in (*one, *other)}.values():
        for relation in state.relations.values():
            first, second = _ends(relation)
            across = (first in here and second in there) or (first in there and second in here)
            if relation.tie is Tie.SAME and across:
                yield relation


def _taken_back(relation: Relation) -> Unrelated:
    return Unrelated(relation.tie, relation.span, relation.other_id, relation.other_span)


def _key(end: End) -> tuple[str, int, int]:
    return end.article_id, end.span.start, end.span.end


def _ends(relation: Relation) -> tuple[tuple[str, int, int], tuple[str, int, int]]:
    here, there = relation.span, relation.other_span
    return (relation.article_id, here.start, here.end), (relation.other_id, there.start, there.end)
