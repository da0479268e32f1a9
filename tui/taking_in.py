"""What a step changed is taken in by the desk: its marks, its ties, and what has to be drawn again."""

from typing import TYPE_CHECKING

from annotations.model import Annotation
from annotations.replay import Delta
from tui.wishes import OpenStory

if TYPE_CHECKING:
    from tui.desk import Desk


def take_in(desk: "Desk", delta: Delta) -> None:
    """Show what a step changed."""
    desk.dirt.titles = True
    if delta.stories:
        desk.wish(OpenStory(desk.workspace.story.id, min(delta.articles, default="")))
    if desk.workspace.reloaded:
        desk.workspace.reloaded = False
        desk.reload()
        desk.message = "another window of yours had decided meanwhile; its decisions are taken in"
        return
    by_id = {view.article.id: (index, view) for index, view in enumerate(desk.views)}
    for identity, annotation in delta.annotations.items():
        for article_id in delta.articles & by_id.keys():
            index, view = by_id[article_id]
            _touch(desk, index, view.marks.annotation(identity))
            view.drop(identity)
        desk.last_mark = annotation or desk.last_mark
        if annotation is not None and annotation.article_id in by_id:
            index, view = by_id[annotation.article_id]
            view.put(annotation)
            _touch(desk, index, annotation)
    if delta.relations or delta.statements:
        desk.ties.judge()
    desk.refold()


def _touch(desk: "Desk", index: int, annotation: Annotation | None) -> None:
    if annotation is not None:
        view = desk.views[index]
        rows = view.rows(desk.geometry.columns)
        numbered = rows.first_row(rows.row_of(annotation.span.start))
        desk.dirt.stretches.append((index, rows.starts[numbered], rows.starts[numbered]))
        desk.dirt.stretches.append((index, annotation.span.start, annotation.span.end))
        if annotation.origin is not None:
            desk.dirt.stretches.append((index, annotation.origin.span.start, annotation.origin.span.end))
