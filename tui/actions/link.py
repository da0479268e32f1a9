"""Linking: what a mention names, among the names of the story; or something else than all of them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from annotations import decide, name_ties
from annotations.decide import RefusedError
from annotations.events import Change
from annotations.model import Tie, Verdict
from corpus.label_map import BOILERPLATE, FIGURE_LABELS
from corpus.span import Span, trimmed
from tui.actions.follow import to_spot
from tui.actions.tie import compared_of
from tui.compared import CLUSTER, Compared, Spot
from tui.lights import thing_of
from tui.marks import Mark
from tui.wishes import PickCluster
from tui.workspace import new_id

if TYPE_CHECKING:
    from tui.desk import Desk

SHEET: Final = 11  # rows at the foot of the screen that the list of names takes
BARS: Final = 2  # rows below the articles and the ledger, which it covers as well
Action = Callable[["Desk"], None]


def pick_cluster(desk: "Desk") -> None:
    """Choose what the mention that is selected names; its text stays in sight."""
    compared_of(desk)
    spot, _ = mention_of(desk)
    _make_room(desk)
    desk.wish(PickCluster(spot.span.surface(desk.view.text)))


def link(cluster: int) -> Action:
    """Say that the mention that is selected names what a cluster names, and not what its own has for a title.

    Words that are not marked are accepted as a mention first, with the label of the cluster.
    """

    def give(desk: "Desk") -> None:
        compared, (spot, mark) = compared_of(desk), mention_of(desk)
        title = compared.title_mention(cluster)
        if title is None:
            message = "that name is gone"
            raise RefusedError(message)
        own, called = cluster_of(desk, mark), compared.title(cluster)
        changes = [] if mark is not None else _accepted(desk, spot.span, compared.label(cluster))
        if own == cluster:
            changes += decide.set_tie(Tie.SAME, Verdict.ACCEPTED, desk.ties.end(title), desk.ties.end(spot))
        else:
            changes += _moved(desk, compared, spot, own, cluster)
        desk.relate(changes)
        if mark is None:
            to_spot(desk, spot)
        remember(desk, title)
        desk.message = f"{compared.surface(spot)} is {called}"

    return give


def link_again(desk: "Desk", title: Spot) -> None:
    """Say of another mention that it names what the title mention of a cluster names."""
    link(compared_of(desk).cluster_at(title))(desk)


def remember(desk: "Desk", title: Spot) -> None:
    """Have the repeating key link mentions to the cluster with that title mention."""
    desk.last_act = partial(_link_again, article_id=desk.views[title.article].article.id, title=title)


def _link_again(desk: "Desk", article_id: str, title: Spot) -> None:
    if title.article >= len(desk.views) or desk.views[title.article].article.id != article_id:
        message = "the name that was linked last is in another story"
        raise RefusedError(message)
    link_again(desk, title)


def part(desk: "Desk") -> None:
    """Say that the mention that is selected does not name what the title of its cluster names."""
    compared, (spot, mark) = compared_of(desk), mention_of(desk)
    cluster = cluster_of(desk, mark)
    title = compared.title_mention(cluster)
    if title is None:
        message = "no name is marked here"
        raise RefusedError(message)
    if title == spot:
        message = "it stands for the others: go to one of them"
        raise RefusedError(message)
    called = compared.title(cluster)
    desk.relate(decide.set_tie(Tie.SAME, Verdict.REJECTED, desk.ties.end(title), desk.ties.end(spot)))
    desk.message = f"{compared.surface(spot)} is not {called}"


def new_entity(desk: "Desk") -> None:
    """Say that the mention names something of its own; words that are not marked get the label given last."""
    compared, (spot, mark) = compared_of(desk), mention_of(desk)
    surface = compared.surface(spot)
    if mark is None:
        if not desk.last_label:
            message = "it is not marked: give it a label, and it is an entity of its own"
            raise RefusedError(message)
        desk.relate(_accepted(desk, spot.span, desk.last_label))
        to_spot(desk, spot)
    else:
        cluster = cluster_of(desk, mark)
        alike = (spot.article, compared.name(spot))
        kept = [one for one in titled(compared, cluster) if (one.article, compared.name(one)) != alike]
        if not kept:
            message = "it is an entity of its own already"
            raise RefusedError(message)
        desk.relate(name_ties.split([desk.ties.end(one) for one in kept], [desk.ties.end(spot)]))
    desk.message = f"{surface} is an entity of its own"


def confirm_cluster(desk: "Desk") -> None:
    """Accept that all forms of the name that glows name the same, as one step."""
    compared = compared_of(desk)
    cluster = cluster_of(desk, desk.view.mark_here())
    if cluster < 0:
        message = "no name is marked here"
        raise RefusedError(message)
    title = compared.title_mention(cluster)
    changes: list[tuple[str, Change]] = []
    names: list[str] = []
    for variant in compared.variants(cluster):
        spot = next(spot for spot in compared.members(cluster) if compared.name(spot) == variant.name)
        if title is None or compared.name(title) == variant.name or desk.ties.verdict(Tie.SAME, title, spot):
            continue
        changes += decide.set_tie(Tie.SAME, Verdict.ACCEPTED, desk.ties.end(title), desk.ties.end(spot))
        names.append(variant.surface)
    if title is not None:
        remember(desk, title)
    if not changes:
        message = "it has no other form that is open"
        raise RefusedError(message)
    desk.relate(changes)
    desk.message = f"the same as {compared.title(cluster)}: {', '.join(names)}"


def titled(compared: Compared, cluster: int) -> Sequence[Spot]:
    """The mentions of a cluster, the one that stands for it first."""
    title = compared.title_mention(cluster)
    return [one for one in (title,) if one is not None] + [one for one in compared.members(cluster) if one != title]


def mention_of(desk: "Desk") -> tuple[Spot, Mark | None]:
    """The mention that is selected, and its mark; without one, the words that are. Raises RefusedError for neither."""
    view = desk.view
    mark, selected = view.mark_here(), view.selection.span
    span = trimmed(view.text, selected.start, selected.end) if selected is not None else None
    is_name = mark is not None and mark.state != "rejected" and mark.label not in {BOILERPLATE, *FIGURE_LABELS}
    if mark is not None and is_name:
        within = span is None or (mark.span.start <= span.start and span.end <= mark.span.end)
        if within or view.target is not None:
            return Spot(desk.active, mark.span.start, mark.span.end), mark
    if span is None or not any(map(str.isalnum, span.surface(view.text))):
        message = "no name is marked here: select one, or words that stand for one"
        raise RefusedError(message)
    return Spot(desk.active, span.start, span.end), None


def cluster_of(desk: "Desk", mark: Mark | None) -> int:
    """The cluster of a mark; -1 for none."""
    thing = thing_of(desk, desk.active, mark)
    return int(thing[1]) if thing is not None and thing[0] == CLUSTER else -1


def _accepted(desk: "Desk", span: Span, label: str) -> list[tuple[str, Change]]:
    """The events that mark words as a mention."""
    if desk.label_named(label) is None:
        message = f"{label} is not in the label set: give it a label first"
        raise RefusedError(message)
    view = desk.view
    state = desk.workspace.state(view.article.id)
    changes = decide.label_span(state, view.text, span, label, target=None, new_id=new_id())
    return [(view.article.id, change) for change in changes]


def _moved(desk: "Desk", compared: Compared, spot: Spot, own: int, cluster: int) -> list[tuple[str, Change]]:
    """The events that take a mention out of its own cluster, unless it is called as that is, and into another."""
    changes: list[tuple[str, Change]] = []
    title = compared.title_mention(own)
    leaves = title is not None and compared.name(title) != compared.name(spot)
    if title is not None and leaves and desk.ties.verdict(Tie.SAME, title, spot) != Verdict.REJECTED:
        changes += decide.set_tie(Tie.SAME, Verdict.REJECTED, desk.ties.end(title), desk.ties.end(spot))
    ends = [desk.ties.end(one) for one in titled(compared, cluster)]
    return [*changes, *name_ties.merged(ends, [desk.ties.end(spot)])]


def is_low(desk: "Desk") -> bool:
    """Whether the selection stands so low that the list at the foot of the screen would hide it."""
    view, shape = desk.view, desk.geometry
    row = view.rows(shape.columns).row_of(view.selection.start) - view.top
    return row >= shape.rows - max(0, SHEET - BARS - shape.strip)


def _make_room(desk: "Desk") -> None:
    """Scroll so that the selection stays in sight above the list, if the article goes on for so long."""
    view, shape = desk.view, desk.geometry
    if is_low(desk):
        view.top = view.rows(shape.columns).row_of(view.selection.start) - max(0, shape.rows - SHEET) // 2
        view.clamp(shape.columns, shape.rows)
