"""The numbers of a sitting as a plain list: a heading and its line, one below the other."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from annotations.clock import now
from annotations.model import Annotation
from corpus.display import shown_line
from tui.desk import Desk
from tui.render.cells import cut
from tui.render.detail_rows import Row
from tui.render.moments import on_own_clock
from tui.sitting import PAUSE, Tally, at_desk, tally

BAR: Final = 10  # cells of the bar of an article
OUTLET: Final = 24  # cells of its outlet


def sitting_rows(desk: Desk) -> list[Row]:
    """This sitting in numbers, then how much of each article on the desk is decided."""
    counted = tally_of(desk)
    return [*_numbers(desk, counted), ("", ""), *_articles(desk, counted)]


def tally_of(desk: Desk) -> Tally:
    """The numbers of the sitting that goes on at a desk."""
    workspace = desk.workspace
    layer, sitting = workspace.layer, workspace.sitting
    steps = [step for step in layer.steps() if step.sitting == sitting.id]
    times = [sitting.started, *(event.at for step in steps for event in layer.events_of(step)), now()]

    def standing(article_id: str, identity: str) -> Annotation | None:
        return workspace.state(article_id).annotations.get(identity)

    live = [layer.events_of(step) for step in steps if not layer.undone(step)]
    return tally(live, standing, keys=desk.pressed, at_desk=at_desk(times))


def _numbers(desk: Desk, counted: Tally) -> Iterator[Row]:
    an_hour, keys = counted.an_hour, counted.keys_a_span
    workspace = desk.workspace
    yield "this sitting", f"{shown_line(workspace.reviewer)}, since {on_own_clock(workspace.sitting.started)}"
    yield "at the desk", f"{clock(counted.at_desk)}  pauses of more than {PAUSE.seconds // 60} minutes left out"
    yield "spans", f"{counted.spans:,}" + (f", {an_hour:,.0f} an hour" if an_hour is not None else "")
    yield "keys", f"{counted.keys:,}" + (f", {keys:.1f} a span" if keys is not None else "")
    yield "accepted", f"{counted.accepted:,}"
    yield "rejected", f"{counted.rejected:,}"
    yield "left unsure", f"{counted.unsure:,}"
    yield "by hand", f"{counted.by_hand:,}"
    yield "in batches", f"{counted.batched:,} spans in {counted.batches:,}"
    yield "ties", f"{counted.ties:,}"
    yield "articles finished", f"{counted.finished:,}"


def _articles(desk: Desk, counted: Tally) -> Iterator[Row]:
    """How much of each article is decided, and how much of that in this sitting."""
    for view in desk.views:
        decided, left = view.marks.decided_count, view.marks.open_count
        total = decided + left
        full = BAR * decided // total if total else 0
        done = " ✓" if desk.workspace.state(view.article.id).finished else "  "
        outlet = cut(shown_line(view.article.metadata.source or view.article.name), OUTLET)
        here = counted.by_article.get(view.article.id, 0)
        yield f"{view.letter}{done}", f"{'█' * full}{'·' * (BAR - full)}  {decided}/{total}, {here} now  {outlet}"


def clock(time: timedelta) -> str:
    """A time in hours and minutes."""
    minutes = int(time.total_seconds()) // 60
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"
