"""Questions in words: each on one line that can be heard as well as read.

What comes from a text passes the display map, and white space becomes single blanks. The words that a question is about
stand in brackets within their sentence.
"""

from typing import Final

from corpus.comparison import Row
from corpus.display import shown_line
from corpus.span import Span
from tui.actions.follow import mark_on
from tui.compared import Spot, entry_at, pair_of
from tui.desk import Desk
from tui.marks import Mark
from tui.paragraphs import paragraph_starts
from tui.questions import Kind, Question, ends_of, target_of, verdict_of
from tui.view import View

LONGEST: Final = 300  # code points of a region of boilerplate that a line gives
_PAUSES: Final = frozenset(".?!…”’\"'")
SHORT: Final = 60  # the same, of what was just decided
_OTHERWISE: Final = (
    "Or: a agreement, r the first refines the second, o the second refines the first, d different scope."
)


def asked(desk: Desk, question: Question) -> str:
    """A question as one line, with what was decided on it before."""
    words = {
        Kind.SPAN: _of_span,
        Kind.REGION: _of_region,
        Kind.NAME: _of_name,
        Kind.CONFLICT: _of_conflict,
        Kind.PASSAGE: _of_passage,
        Kind.FINISH: _of_article,
    }[question.kind](desk, question)
    decided = verdict_of(desk, question)
    told = [f"Decided: {decided}."] if decided else []
    return " ".join([words, *told, *([_OTHERWISE] if question.kind is Kind.CONFLICT else [])])


def told(desk: Desk, question: Question) -> str:
    """What a question is about, in few words, as it stands now."""
    spot = question.spot
    if question.kind is Kind.FINISH:
        return f"article {desk.views[spot.article].letter}"
    if question.other is not None and question.kind is Kind.PASSAGE:
        return f"{_place(desk, spot)}, says the same as {_place(desk, question.other)}"
    if question.other is not None:
        here, other = surface(desk, spot), surface(desk, question.other)
        return f"{here} against {other}" if question.kind is Kind.CONFLICT else f"{other} is {here}"
    target = target_of(desk, question)
    label, span = (target.label, target.span) if target is not None else (question.label, spot.span)
    words = surface(desk, Spot(spot.article, span.start, span.end))
    return f"{shown_line(label)} {_short(words, SHORT)}"


def surface(desk: Desk, spot: Spot) -> str:
    """The words at a place."""
    return _line(desk.views[spot.article].text, spot.start, spot.end)


def sentence_of(view: View, span: Span) -> Span:
    """The sentence that holds a span; where it goes beyond one, from the first one to the last."""
    first, last = view.units.sentence_at(span.start), view.units.sentence_at(span.end - 1)
    return Span(min(first.start if first else span.start, span.start), max(last.end if last else span.end, span.end))


def _of_span(desk: Desk, question: Question) -> str:
    spot = question.spot
    what = f"{shown_line(question.label)}: {surface(desk, spot)}."
    return f"{_place(desk, spot)}. {what} In: {_sentence(desk, spot)}{_why(desk, question)}"


def _of_region(desk: Desk, question: Question) -> str:
    spot = question.spot
    words = _short(surface(desk, spot), LONGEST)
    return f"{_place(desk, spot)}. Boilerplate: {_ended(words)}{_why(desk, question)}"


def _of_name(desk: Desk, question: Question) -> str:
    best, spot = question.spot, question.other or question.spot
    mark, compared = mark_on(desk, spot), desk.compared
    marked = compared.marked(spot.article, mark) if compared is not None and mark is not None else None
    why = f" Why: {shown_line(marked.why)}." if marked is not None and marked.why else ""
    what = f"Name: {surface(desk, spot)} is the same as {surface(desk, best)} in {_place(desk, best)}."
    return f"{_place(desk, spot)}. {what} In: {_sentence(desk, spot)}{why}"


def _of_conflict(desk: Desk, question: Question) -> str:
    one, other = question.spot, question.other or question.spot
    row = _row_of(desk, one, other)
    figures = f"{surface(desk, one)} against {surface(desk, other)}"
    if row is None:
        return f"Conflict: {figures}. In: {_sentence(desk, one)} {_sentence(desk, other)}"
    about = shown_line(row.about)
    sides = " ".join(f"{_place(desk, spot)}{_who(desk, row, spot)}: {_sentence(desk, spot)}" for spot in (one, other))
    pair = pair_of(row, entry_at(row, one), entry_at(row, other))
    why = f" Why: {shown_line(pair.reason)}." if pair is not None and pair.reason else ""
    return f"Conflict, {about}: {figures}. {sides}{why}"


def _of_passage(desk: Desk, question: Question) -> str:
    ends = question.spot, question.other or question.spot
    sides = " ".join(f"{_place(desk, spot)}: {_ended(surface(desk, spot))}" for spot in ends)
    aligned = desk.compared.comparison.aligned if desk.compared is not None else ()
    why = next((f" Why: {one.how}; {shown_line(one.reason)}." for one in aligned if ends_of(one) == ends), "")
    return f"The same passage. {sides}{why}"


def _row_of(desk: Desk, one: Spot, other: Spot) -> Row | None:
    """The row of the ledger that two figures stand in."""
    compared = desk.compared
    rows = map(compared.row, compared.conflicts) if compared is not None else iter(())
    return next((row for row in rows if min(entry_at(row, one), entry_at(row, other)) >= 0), None)


def _who(desk: Desk, row: Row, spot: Spot) -> str:
    """Who says a figure of a row."""
    says = desk.compared.claimant(row.entries[entry_at(row, spot)]) if desk.compared is not None else ""
    return f", says {shown_line(says)}" if says else ""


def _of_article(desk: Desk, question: Question) -> str:
    view = desk.views[question.spot.article]
    name = _short(shown_line(view.article.title or view.article.name), SHORT)
    return f"{view.letter}. Finished: {name}. Nothing is open in it; is all that is unmarked nothing?"


def _place(desk: Desk, spot: Spot) -> str:
    view = desk.views[spot.article]
    number = sum(start <= spot.start for start in paragraph_starts(view.text))
    return f"{view.letter}, paragraph {number}"


def _why(desk: Desk, question: Question) -> str:
    target, compared = target_of(desk, question), desk.compared
    if target is None or compared is None:
        return ""
    index, mark = question.spot.article, Mark(target.span, target.label, target)
    why = compared.why(index, mark)
    counted = compared.counted(index, mark)
    counts = f"counts {counted.counted}" if counted is not None and counted.counted else ""
    words = shown_line("; ".join(filter(None, (why, counts))))
    return f" Why: {words}." if words else ""


def _sentence(desk: Desk, spot: Spot) -> str:
    """The sentence of a place, with the place in brackets."""
    view = desk.views[spot.article]
    whole = sentence_of(view, spot.span)
    parts = [view.text[whole.start : spot.start], view.text[spot.start : spot.end], view.text[spot.end : whole.end]]
    before, words, after = map(shown_line, parts)
    return _ended(" ".join(f"{before}[{words}]{after}".split()))


def _line(text: str, start: int, end: int) -> str:
    return " ".join(shown_line(text[start:end]).split())


def _ended(words: str) -> str:
    """Words with a full stop, where they do not end in a mark that a voice pauses at."""
    return words if words[-1:] in _PAUSES else f"{words}."


def _short(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[:longest].rstrip()}…"
