"""Copying with where it comes from: as a line of JSON for programs, as a citation for readers."""

import json
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from annotations.decide import RefusedError
from corpus.article import Article
from corpus.display import shown_line
from corpus.span import Span, trimmed
from tui.actions.program import copied_span
from tui.actions.tie import compared_of
from tui.copy_ways import FILE
from tui.paragraphs import paragraph_starts
from tui.view import View
from tui.wishes import Copy

if TYPE_CHECKING:
    from tui.desk import Desk

_UNSEEN: Final = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


def copy_json(desk: "Desk") -> None:
    """Copy the selection or the mark under the cursor, with its place and its label, as a line of JSON."""
    span = copied_span(desk)
    desk.wish(Copy(as_json(desk.view.article, span, label_of(desk.view, span))))


def copy_citation(desk: "Desk") -> None:
    """Copy the sentence of the selection, all of them where it touches several, with outlet, day and place."""
    view = desk.view
    span = sentences_of(view)
    if span is None:
        message = "there is no sentence here"
        raise RefusedError(message)
    desk.wish(Copy(as_citation(view.article, span)))


def copy_row(desk: "Desk") -> None:
    """Copy the row of the ledger that the figure under the cursor stands in."""
    compared, mark = desk.compared, desk.view.mark_here()
    number = compared.row_of(desk.active, mark) if compared is not None and mark is not None else -1
    if number < 0:
        message = "there is no figure of the ledger here"
        raise RefusedError(message)
    desk.wish(Copy(as_row(desk, number)))


def to_file(desk: "Desk") -> None:
    """Write what was copied last to a file, whatever clipboard it went to."""
    if not desk.register:
        message = "nothing was copied yet"
        raise RefusedError(message)
    desk.wish(Copy(desk.register, FILE))


def as_json(article: Article, span: Span, label: str) -> str:
    """A stretch of an article as one line; offsets in code points, end-exclusive, `text` exactly as it stands there."""
    place = {"article": article.id, "name": article.name, "start": span.start, "end": span.end}
    fields = {**place, "text": span.surface(article.text), **({"label": label} if label else {})}
    # json escapes line feeds, but not all that some programs end a line at, or some terminals obey.
    return json.dumps(fields, ensure_ascii=False).translate(_UNSEEN)


def as_citation(article: Article, span: Span) -> str:
    """A stretch of an article in quotation marks; then outlet or name, day where known, paragraph, offsets."""
    words = shown_line(" ".join(span.surface(article.text).split()))
    return f"“{words}” ({where(article, span)})"


def where(article: Article, span: Span) -> str:
    """Outlet or name, day where known, paragraph, offsets."""
    outlet = shown_line(article.metadata.source or article.name)
    paragraph = bisect_right(paragraph_starts(article.text), span.start)
    day = shown_line(article.metadata.published[:10])
    return ", ".join(filter(None, (outlet, day, f"¶{paragraph}", f"{span.start}–{span.end}")))


def as_row(desk: "Desk", number: int) -> str:
    """A row of the ledger, a line a figure: its value, who says so, the words, and where they stand.

    The first line says what is counted, what the row amounts to, and what was decided on it where anything was.
    Raises RefusedError where the story has not been compared.
    """
    compared = compared_of(desk)
    row, decided = compared.row(number), desk.ties.row_verdict(number)
    lines = [f"{shown_line(row.about)}: {row.verdict}{f' ({decided})' if decided else ''}"]
    for entry in row.entries:
        claimant = shown_line(compared.claimant(entry))
        value = shown_line(entry.value) + (f", says {claimant}" if claimant else "")
        lines.append(f"- {value}: {as_citation(desk.views[entry.article].article, Span(entry.start, entry.end))}")
    return "\n".join(lines)


def label_of(view: View, span: Span) -> str:
    """The label of the mark with just these edges, decided or proposed; "" where there is none or it was rejected."""
    marks = view.marks.covering(span.start, span.end)
    return next((mark.label for mark in marks if mark.span == span and mark.state != "rejected"), "")


def sentences_of(view: View) -> Span | None:
    """From the start of the first sentence that the selection touches to the end of the last one."""
    selection, edge = view.selection, view.moving_edge()
    start, end = (edge, edge + 1) if selection.empty else (selection.start, selection.end)
    first, last = view.units.sentence_at(start), view.units.sentence_at(end - 1)
    end = min(last.end if last else end, len(view.text))
    return trimmed(view.text, first.start if first else start, end)
