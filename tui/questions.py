"""What a story leaves open, as questions that can be asked one after the other.

A question is about a span that is proposed, a region of boilerplate, a form of a name, two figures in conflict, two
passages that say the same, or whether an article is finished. Articles are indices as on the desk, offsets code points.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from annotations.model import Annotation, Proposal, Tie
from corpus.comparison import Aligned
from corpus.label_map import BOILERPLATE
from tui.actions.follow import mark_on
from tui.compared import Spot, conflicting, spot_of
from tui.desk import Desk
from tui.render.tie_words import NAME_OF


class Kind(StrEnum):
    """What a question is about."""

    SPAN = "span"
    REGION = "boilerplate"
    NAME = "name"
    CONFLICT = "conflict"
    PASSAGE = "passage"
    FINISH = "finish"


class Question(NamedTuple):
    """One thing to decide: the place, the label that is proposed there, and of a tie the `other` place."""

    kind: Kind
    spot: Spot
    label: str = ""
    other: Spot | None = None


# Which are open


def stages(desk: Desk) -> Iterator[list[Question]]:
    """What is open: spans and boilerplate, then ties, then articles; what comes later hangs on it."""
    yield [one for index in range(len(desk.views)) for one in _of_marks(desk, index)]
    yield [*_of_names(desk), *_of_conflicts(desk), *_of_passages(desk)]
    yield list(_of_articles(desk))


def is_open(desk: Desk, question: Question) -> bool:
    """Whether nothing has been decided on a question yet, and it can still be asked."""
    match question.kind:
        case Kind.NAME:
            return question in _of_names(desk)
        case Kind.CONFLICT:
            return question in _of_conflicts(desk)
        case Kind.PASSAGE:
            return question in _of_passages(desk)
        case Kind.FINISH:
            return question in _of_articles(desk)
        case _:
            finished = _is_finished(desk, question.spot.article)
            return not finished and isinstance(target_of(desk, question), Proposal)


def target_of(desk: Desk, question: Question) -> Annotation | Proposal | None:
    """What a question about a mark is about now: the proposal, or the annotation that it became; None for neither."""
    view, span, label = desk.views[question.spot.article], question.spot.span, question.label
    for mark in (*view.marks.between(span.start, span.end), *view.marks.regions()):
        if isinstance(mark.of, Proposal) and (mark.span, mark.label) == (span, label):
            return mark.of
    state = desk.workspace.state(view.article.id)
    origins = ((one, one.origin) for one in state.annotations.values() if one.origin is not None)
    became = (one for one, origin in origins if (origin.span, origin.label) == (span, label))
    return state.same(span, label) or next(became, None)


def verdict_of(desk: Desk, question: Question) -> str:
    """What was decided on a question, in a word; "" while it is open."""
    if question.kind is Kind.FINISH:
        return "finished" if _is_finished(desk, question.spot.article) else ""
    if question.other is not None:
        said = desk.ties.between(question.spot, question.other) if question.kind is Kind.CONFLICT else None
        if said is not None and said.tie is not Tie.CONFLICT:
            return NAME_OF[said.tie]
        return desk.ties.verdict(tie_of(question), question.spot, question.other)
    target = target_of(desk, question)
    return target.verdict.value if isinstance(target, Annotation) else ""


def tie_of(question: Question) -> Tie:
    """The tie that a question about two places asks for."""
    return {Kind.NAME: Tie.SAME, Kind.PASSAGE: Tie.ALIGNED}.get(question.kind, Tie.CONFLICT)


def _is_finished(desk: Desk, index: int) -> bool:
    return bool(desk.workspace.state(desk.views[index].article.id).finished)


def _of_marks(desk: Desk, index: int) -> Iterator[Question]:
    """The open proposals of an article, boilerplate before what begins in it."""
    view = desk.views[index]
    if _is_finished(desk, index):
        return
    marks = [*view.marks.onwards(0), *view.marks.regions()]
    proposed = {mark for mark in marks if isinstance(mark.of, Proposal)}
    for mark in sorted(proposed, key=lambda mark: (mark.span.start, mark.label != BOILERPLATE, mark.span.end)):
        kind = Kind.REGION if mark.label == BOILERPLATE else Kind.SPAN
        yield Question(kind, Spot(index, mark.span.start, mark.span.end), mark.label)


def _of_names(desk: Desk) -> Iterator[Question]:
    """The forms of names on whose link with the best one nothing was decided, at their first mentions."""
    compared = desk.compared
    for cluster in compared.clusters() if compared is not None else ():
        title = compared.title_mention(cluster) if compared is not None else None
        if compared is None or title is None:
            continue
        seen = {compared.name(title), *desk.ties.name_verdicts(cluster)}
        for spot in compared.members(cluster):
            if compared.name(spot) not in seen and mark_on(desk, spot) is not None:
                seen.add(compared.name(spot))
                yield Question(Kind.NAME, title, other=spot)


def _of_conflicts(desk: Desk) -> Iterator[Question]:
    """Of each row of the ledger on which nothing was decided as a whole, the first pair that is open."""
    compared = desk.compared
    for number in compared.conflicts if compared is not None else ():
        row = compared.row(number) if compared is not None else None
        if row is None or desk.ties.row_verdict(number):
            continue
        for pair, verdict in zip(conflicting(row), desk.ties.row_verdicts(number), strict=True):
            one, other = spot_of(row.entries[pair.a]), spot_of(row.entries[pair.b])
            if not verdict and mark_on(desk, one) is not None and mark_on(desk, other) is not None:
                yield Question(Kind.CONFLICT, one, other=other)
                break


def _of_passages(desk: Desk) -> Iterator[Question]:
    """The passages that are proposed to say the same, on which nothing was decided, in the order of the texts."""
    for one, other in sorted(map(ends_of, desk.compared.comparison.aligned if desk.compared is not None else ())):
        if not desk.ties.verdict(Tie.ALIGNED, one, other):
            yield Question(Kind.PASSAGE, one, other=other)


def ends_of(one: Aligned) -> tuple[Spot, Spot]:
    """Where the two passages stand, the first one first."""
    spots = sorted((Spot(one.a, one.start_a, one.end_a), Spot(one.b, one.start_b, one.end_b)))
    return spots[0], spots[1]


def _of_articles(desk: Desk) -> Iterator[Question]:
    """The articles that are not finished although nothing is open in them."""
    for index in range(len(desk.views)):
        if not _is_finished(desk, index) and next(_of_marks(desk, index), None) is None:
            yield Question(Kind.FINISH, Spot(index, 0, 0))
