"""Figures by hand: what two of them are to each other, whoever proposed it, and what one of them says."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from annotations import decide, describe
from annotations.decide import End, RefusedError
from annotations.events import Change
from annotations.model import FIGURE_TIES, About, Tie, Verdict
from corpus.display import shown_line
from corpus.figures.find import figures
from corpus.figures.labels import label_of
from corpus.label_map import FIGURE_LABELS
from corpus.span import Span, trimmed
from tui.actions import tie
from tui.actions.hints import Hinting, figures_in_sight
from tui.compared import Spot
from tui.figure_form import Sheet, changes_of, sheet_of
from tui.hints import ALPHABET, ranked
from tui.marks import Mark
from tui.render.cells import cut
from tui.render.tie_words import NAME_OF, SIGN_OF, place
from tui.render.words import Words
from tui.wishes import ShowFigure
from tui.workspace import new_id

if TYPE_CHECKING:
    from tui.desk import Desk

NONE_HERE: Final = "there is no figure here"
WIDE: Final = 130  # cells from which on the question is asked at full length
_LONGEST: Final = 24  # cells of a figure, or of what it counts, in the question
_SAME_ROW, _SAME_COUNTED, _SAME_UNIT, _OTHER = range(4)


class Subject(NamedTuple):
    """A figure of an article, and the changes that mark it first, where nothing is marked there yet."""

    spot: Spot
    marking: tuple[Change, ...] = ()


class Comparing(Hinting):
    """Letters before the figures that one may be compared with: those that are like it, with tab all that are in sight.

    A digit chooses the relation for what follows, `x` that it is no conflict; a letter records it at once.
    """

    alphabet = ALPHABET.replace("x", "")

    def __init__(
        self, desk: "Desk", subject: Subject, alike: list[tuple[int, Span]], all_: list[tuple[int, Span]]
    ) -> None:
        self._subject = subject
        self._tie = Tie.CONFLICT
        self._verdict = Verdict.ACCEPTED
        self._sets = [places for places in (alike, all_) if places]
        super().__init__(desk, "CONFLICT", self._sets[0], self._record)

    def press(self, desk: "Desk", key: str) -> None:
        """A relation, a letter, other figures, or away."""
        if not self._typed and key in TIE_KEYS:
            self._tie, self._verdict = TIE_KEYS[key], Verdict.ACCEPTED
        elif not self._typed and key == "x":
            self._tie, self._verdict = Tie.CONFLICT, Verdict.REJECTED
        else:
            super().press(desk, key)

    def turn(self, desk: "Desk") -> None:
        """The next set of letters; behind the last one, the other figures."""
        if self._first + len(self._letters) < len(self._places):
            super().turn(desk)
        else:
            self._sets.append(self._sets.pop(0))
            self.offer(desk, self._sets[0])

    def _record(self, desk: "Desk", index: int, span: Span) -> None:
        record(desk, self._subject, self._tie, self._verdict, Spot(index, span.start, span.end))

    def words(self, desk: "Desk") -> list[Words]:
        """The question: which figure, which relation to those with the letters, and the other keys."""
        wide = desk.geometry.width >= WIDE
        spot = self._subject.spot
        words: list[Words] = [(f" {_short(desk, spot)} {place(desk, spot)}", "strong")]
        words += [(_about(desk, spot), "dim"), (": the letters of the other figure", "plain")] if wide else []
        for key, one in TIE_KEYS.items():
            held = self._verdict is Verdict.ACCEPTED and one is self._tie
            words += [(f"  {key} ", "key"), (NAME_OF[one] if wide else one.value, "active" if held else "plain")]
        held = self._verdict is not Verdict.ACCEPTED
        words += [("  x ", "key"), ("no conflict" if wide else "none", "active" if held else "plain")]
        if wide and (len(self._sets) > 1 or len(self._places) > len(self._letters)):
            words += [("  Tab ", "key"), ("other figures", "plain")]
        return [*words, ("  Esc ", "key"), ("leave", "plain")]


def _about(desk: "Desk", spot: Spot) -> str:
    """What a figure counts, as far as there is room for it."""
    mark, compared = _mark_at(desk, spot), desk.compared
    counted = compared.counted(spot.article, mark) if compared is not None and mark is not None else None
    about = ", ".join(filter(None, (counted.predicate, counted.counted))) if counted is not None else ""
    return f" {cut(shown_line(about), _LONGEST)}" if about else ""


TIE_KEYS: Final = dict(zip("1234", FIGURE_TIES, strict=True))
"""The keys that choose a relation."""


def compare(desk: "Desk") -> None:
    """Accept the conflict in focus and go on; else choose by its letters a figure that the one here conflicts with."""
    focus = desk.ties.focus
    if focus is not None and focus.tie is Tie.CONFLICT and not _holds(desk, focus.one, focus.other):
        tie.settle(desk, focus, Verdict.ACCEPTED)
        return
    subject = subject_here(desk)
    found = list(_others(desk, subject.spot))
    if not found:
        message = "no other figure is in sight: scroll, or show another article"
        raise RefusedError(message)
    here = (subject.spot.article, subject.spot.start)
    alike = ranked([one for one in found if one[0] < _OTHER], here)
    desk.mode = Comparing(desk, subject, alike, ranked(found, here) if len(alike) < len(found) else [])


def record(desk: "Desk", subject: Subject, tie_: Tie, verdict: Verdict, other: Spot) -> None:
    """Say what a figure is to another one, or that they are in no conflict, as one step with what marks it."""
    one, there = desk.ties.end(subject.spot), desk.ties.end(other)
    article_id = one.article_id
    changes = _said(tie_, verdict, one, there)
    desk.relate([*((article_id, change) for change in subject.marking), *changes])
    other_id = there.article_id
    desk.last_act = partial(_repeat, tie_=tie_, verdict=verdict, article_id=other_id, span=other.span)
    name = NAME_OF[tie_] if verdict is Verdict.ACCEPTED else "no conflict"
    desk.message = f"{name}: {_short(desk, subject.spot)} {SIGN_OF[tie_]} {_short(desk, other)} {place(desk, other)}"


def _said(tie_: Tie, verdict: Verdict, one: End, other: End) -> tuple[tuple[str, Change], ...]:
    if verdict is Verdict.ACCEPTED:
        return describe.compare_figures(tie_, one, other)
    return decide.set_tie(tie_, verdict, one, other)


def _repeat(desk: "Desk", tie_: Tie, verdict: Verdict, article_id: str, span: Span) -> None:
    """Say the same of the figure here and the one that was chosen last."""
    index = next((index for index, view in enumerate(desk.views) if view.article.id == article_id), -1)
    if index < 0:
        message = "the figure that was chosen last is not on the desk"
        raise RefusedError(message)
    record(desk, subject_here(desk), tie_, verdict, Spot(index, span.start, span.end))


def ask_form(desk: "Desk") -> None:
    """Show what the figure here says, for correction."""
    subject_here(desk)
    desk.wish(ShowFigure())


def sheet_here(desk: "Desk") -> Sheet:
    """What the figure here says, field by field."""
    return sheet_of(desk, subject_here(desk).spot)


def correct(desk: "Desk", sheet: Sheet, typed: dict[str, str]) -> None:
    """Take the fields of the form that were changed, as one step. Raises RefusedError where one makes no sense."""
    subject = subject_here(desk)
    said = changes_of(sheet, typed)
    if not said:
        message = "the figure is as it was"
        raise RefusedError(message)
    view = desk.views[subject.spot.article]
    state, place_ = desk.workspace.state(view.article.id), (subject.spot.span, sheet.surface)
    stated = (describe.state_of(state, About.FIGURE, field, value, place=place_) for field, value in said.items())
    desk.relate([(view.article.id, one) for one in (*subject.marking, *chain.from_iterable(stated))])
    told = ", ".join(f"{field} {value or 'as it was read'}" for field, value in said.items())
    desk.message = f"{_short(desk, subject.spot)}: {told}"


def subject_here(desk: "Desk") -> Subject:
    """The figure under the cursor: a mark, else what is selected or stands here and reads as one."""
    view = desk.view
    mark = view.mark_here()
    if mark is not None and mark.label in FIGURE_LABELS and mark.state != "rejected":
        return Subject(Spot(desk.active, mark.span.start, mark.span.end))
    selected = view.selection.span
    span = trimmed(view.text, selected.start, selected.end) if selected is not None else None
    if span is None and selected is not None:
        raise RefusedError(NONE_HERE)
    around = span or view.units.sentence_at(view.moving_edge())
    edge = view.moving_edge()
    read = figures(view.text, around.start, around.end) if around is not None else []
    found = [one for one in read if one.span == span or (span is None and one.span.start <= edge < one.span.end)]
    if not found:
        raise RefusedError(NONE_HERE)
    label = label_of(found[0])
    if desk.label_named(label) is None:
        message = f"{label} is not in the label set: give it a label first"
        raise RefusedError(message)
    state, place_ = desk.workspace.state(view.article.id), found[0].span
    target = mark.of if mark is not None and mark.span == place_ and mark.label == label else None
    marking = decide.label_span(state, view.text, place_, label, target=target, new_id=new_id())
    return Subject(Spot(desk.active, place_.start, place_.end), marking)


def _others(desk: "Desk", subject: Spot) -> Iterator[tuple[int, int, Span]]:
    """The other figures in sight as (rank, article, span)."""
    mark, unit = _mark_at(desk, subject), _unit(desk, subject)
    compared = desk.compared
    row = compared.row_of(subject.article, mark) if compared is not None and mark is not None else -1
    counted = compared.counted(subject.article, mark) if compared is not None and mark is not None else None
    for index, other in figures_in_sight(desk):
        spot = Spot(index, other.span.start, other.span.end)
        if spot == subject:
            continue
        rank = _OTHER if _unit(desk, spot) != unit else _SAME_UNIT
        if compared is not None:
            there = compared.counted(index, other)
            alike = there is not None and counted is not None and counted.counted == there.counted
            rank = _SAME_COUNTED if alike and there is not None and there.counted else rank
            rank = _SAME_ROW if row >= 0 and compared.row_of(index, other) == row else rank
        yield rank, index, other.span


def _unit(desk: "Desk", spot: Spot) -> tuple[str, str]:
    """What sort of quantity a figure is by its words, and its unit."""
    read = figures(desk.views[spot.article].text, spot.start, spot.end)
    return (label_of(read[0]), read[0].unit) if read else ("", "")


def _mark_at(desk: "Desk", spot: Spot) -> Mark | None:
    marks = desk.views[spot.article].marks.between(spot.start, spot.end)
    return next((mark for mark in marks if mark.span == spot.span), None)


def _holds(desk: "Desk", one: Spot, other: Spot) -> bool:
    return desk.ties.verdict(Tie.CONFLICT, one, other) == Verdict.ACCEPTED


def _short(desk: "Desk", spot: Spot) -> str:
    return cut(shown_line(" ".join(spot.span.surface(desk.views[spot.article].text).split())), _LONGEST)
