"""What lights up together: the mentions of one name, the figures of one row of the ledger."""

from typing import TYPE_CHECKING

from corpus.label_map import BOILERPLATE, FIGURE_LABELS
from tui.compared import CLUSTER, NAME, ROW, Thing
from tui.marks import Mark
from tui.view import name_of

if TYPE_CHECKING:
    from tui.desk import Desk

COUNTED_UP_TO = 5000  # marks of a story; naming more of them for a count would hold up the keys


def thing_of(desk: "Desk", index: int, mark: Mark | None) -> Thing | None:
    """What a mark of an article stands for; None for boilerplate, for what was rejected, and for no mark."""
    if mark is None or mark.label == BOILERPLATE or mark.state == "rejected":
        return None
    compared = desk.compared
    thing = compared.thing(index, mark) if compared is not None else None
    if thing is not None:
        return thing
    name = name_of(desk.views[index].text, mark)
    named = compared.cluster_named(name) if compared is not None and mark.label not in FIGURE_LABELS else -1
    return (CLUSTER, named) if named >= 0 else (NAME, name)


def thing_here(desk: "Desk") -> Thing | None:
    """What the mark under the cursor stands for."""
    return thing_of(desk, desk.active, desk.view.mark_here())


def light_up(desk: "Desk") -> None:
    """Light up what is under the cursor, wherever it is in sight, and put out what was before."""
    before, desk.glow = desk.glow, thing_here(desk)
    if before == desk.glow or desk.dirt.everything:
        return
    for index in desk.shown:
        for mark in desk.frame.marks_in_sight(desk.views[index]):
            thing = thing_of(desk, index, mark)
            if thing is not None and thing in {before, desk.glow}:
                desk.dirt.stretches.append((index, mark.span.start, mark.span.end))


def counted_alike(desk: "Desk") -> list[tuple[str, int]]:
    """How often each article has what is under the cursor: letters and counts."""
    thing, compared = desk.glow, desk.compared
    counts: dict[int, int] = {}
    if thing is None:
        return []
    kind, what = thing
    if compared is not None and kind == CLUSTER:
        for variant in compared.variants(int(what)):
            for index, count in variant.counts:
                counts[index] = counts.get(index, 0) + count
    elif compared is not None and kind == ROW:
        for entry in compared.row(int(what)).entries:
            counts[entry.article] = counts.get(entry.article, 0) + 1
    elif sum(view.marks.open_count + view.marks.decided_count for view in desk.views) <= COUNTED_UP_TO:
        counts = {index: view.named(str(what)) for index, view in enumerate(desk.views)}
    return [(desk.views[index].letter, count) for index, count in sorted(counts.items()) if count]
