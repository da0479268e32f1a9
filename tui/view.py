"""One article on the desk: its marks, its rows at the width it has, its selection and how far it is scrolled."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotations.model import Annotation, Proposal
from corpus.analysis import Analysis
from corpus.article import Article
from corpus.graphemes import boundary_at
from corpus.names import normal_name
from corpus.span import Span
from corpus.units import Units as TextUnits
from tui.folds import Fold, fold_at, folds
from tui.marks import Mark, Marks
from tui.render.cells import offset_at, width
from tui.render.wrap import Rows, wrapped
from tui.returning import with_returning
from tui.selection import Find, Selection, Units, cursor

MARGIN = 2  # rows that stay in sight above and below the selection when it is moved


@dataclass(slots=True)
class View:
    """An article as the reviewer sees it.

    `top` is the first row on screen; `goal` the cell column that moves by line keep to; `target` the mark that was
    gone to as such, which verbs act on even after the selection's edges were shifted; `trail` the selections that
    growing came from; `found_in` the folds that a search has opened. `reading` is the whole of what a model read, which
    the story may correct.
    """

    letter: str
    article: Article
    marks: Marks
    units: TextUnits
    selection: Selection = field(default_factory=lambda: cursor(0))
    top: int = 0
    goal: int | None = None
    ahead: bool = False
    target: Annotation | Proposal | None = None
    trail: list[Selection] = field(default_factory=list)
    matches: list[tuple[int, int]] = field(default_factory=list)
    reading: Analysis | None = None
    folding: bool = True
    opened: set[int] = field(default_factory=set)
    found_in: list[Fold] = field(default_factory=list)
    _regions: list[Mark] = field(default_factory=list)
    _folds: list[Fold] = field(default_factory=list)
    _rows: Rows | None = None
    _columns: int = 0
    _top_offset: int = 0
    _wanted: tuple[int, int] | None = None  # the offset that is to be on top, and the row that stands there for it
    _names: Counter[str] | None = None
    _of_story: Analysis | None = None

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def rows(self, columns: int) -> Rows:
        """The rows at that width; when the width changes, what was on top stays on top."""
        if self._rows is None or columns != self._columns:
            top = self._offset_on_top()
            self._rows = wrapped(self.text, columns, self._folds)
            self._columns = columns
            self.top = self._rows.row_of(top)
            self._wanted = top, self.top
        return self._rows

    def _offset_on_top(self) -> int:
        if self._rows is None:
            return self._top_offset
        if self._wanted is not None and self._wanted[1] == self.top:
            return self._wanted[0]
        return self._rows.bounds(min(self.top, len(self._rows) - 1))[0]

    def refold(self) -> bool:
        """Fold what is boilerplate now, with what was on top still there; returns whether anything is different."""
        regions, before = self.marks.regions(), self._regions
        self._regions = regions
        found = folds(self.text, [mark.span for mark in regions], self.opened) if self.folding else []
        if found == self._folds:
            return regions != before
        self._top_offset = self._offset_on_top()
        self._rows, self._folds = None, found
        return True

    def regions_between(self, start: int, end: int) -> list[Mark]:
        """The boilerplate that shares a code point with `start` to `end`."""
        return [mark for mark in self._regions if mark.span.start < end and mark.span.end > start]

    @property
    def regions(self) -> Sequence[Mark]:
        """The boilerplate as it stands, by place."""
        return self._regions

    def hidden(self, offset: int) -> Fold | None:
        """The fold that hides the code point at `offset`; its first line feed apart, a fold is seen at its start."""
        fold = fold_at(self._folds, offset)
        return fold if fold is not None and offset > fold[0] else None

    def fold_here(self) -> Fold | None:
        """The fold that the selection is on."""
        return fold_at(self._folds, self.moving_edge()) or fold_at(self._folds, self.selection.start)

    def fold_around(self, span: Span) -> Fold | None:
        """The fold that hides the start of a span."""
        return fold_at(self._folds, span.start)

    def read_by(self, analysis: Analysis) -> None:
        """Take what a model read."""
        self.marks.set_analysis(analysis)
        self.units = TextUnits(self.text, analysis)
        self._names = None

    def compared(self, analysis: Analysis) -> None:
        """Take what the story makes of what a model read."""
        self._of_story = with_returning(analysis, self._of_story, self.marks.annotations)
        self.read_by(self._of_story)

    def decided(self, annotations: Iterable[Annotation]) -> None:
        """Take other decisions in place of those so far."""
        regions, imported = self.marks.proposed_regions, self.marks.imported
        self.marks = Marks(self.marks.analysis, annotations)
        self.marks.set_imported(imported)
        self.marks.set_regions(regions)
        self._names = None

    def put(self, annotation: Annotation) -> None:
        """Take an annotation in, or another version of one."""
        self.drop(annotation.id)
        self._recount(annotation, -1)
        self.marks.put(annotation)
        self._recount(annotation, 1)

    def drop(self, annotation_id: str) -> None:
        """Take an annotation away."""
        annotation = self.marks.annotation(annotation_id)
        if annotation is not None:
            self._recount(annotation, -1)
            self.marks.drop(annotation_id)
            self._recount(annotation, 1)

    def named(self, name: str) -> int:
        """How often the article names that; counted once, and kept while decisions are taken."""
        if self._names is None:
            self._names = Counter(self._names_between(0, len(self.text)))
        return self._names[name]

    def _recount(self, annotation: Annotation, sign: int) -> None:
        """Add or take away what is named where an annotation changes something."""
        if self._names is not None:
            spans = [annotation.span, annotation.origin.span] if annotation.origin else [annotation.span]
            low, high = min(span.start for span in spans), max(span.end for span in spans)
            for name in self._names_between(low, high):
                self._names[name] += sign

    def _names_between(self, start: int, end: int) -> list[str]:
        return [name_of(self.text, mark) for mark in self.marks.between(start, end)]

    def select(self, selection: Selection, *, target: Annotation | Proposal | None = None) -> None:
        """Put the selection somewhere else, and forget what belonged to the place before."""
        self.selection = selection
        self.target = target
        self.goal = None
        self.trail.clear()

    def reveal(self, columns: int, height: int) -> None:
        """Scroll as little as need be to have the moving edge in sight.

        Far jumps put it in the upper third, and so does going `ahead` to where little of what follows is in sight.
        """
        rows = self.rows(columns)
        row = rows.row_of(self.moving_edge())
        margin = min(MARGIN, max(0, (height - 1) // 2))
        low, high = row - height + 1 + margin, row - margin
        far = not low - height <= self.top <= high + height
        if far or (self.ahead and not low + height // 4 <= self.top <= high):
            self.top = row - height // 3
        else:
            self.top = min(max(self.top, low), high)
        self.ahead = False
        self.clamp(columns, height)

    def clamp(self, columns: int, height: int) -> None:
        """Keep `top` within the text; what was to stand on top is not forgotten until there is scrolling."""
        last = max(0, len(self.rows(columns)) - height)
        if self.top > last:
            self._wanted = self._offset_on_top(), last
        self.top = max(0, min(self.top, last))
        if self._wanted is not None and self._wanted[1] != self.top:
            self._wanted = None

    def resume(self, columns: int) -> None:
        """Have on top again what was to stand there, on a screen of another size."""
        rows = self.rows(columns)
        self.top = rows.row_of(self._offset_on_top())

    def moving_edge(self) -> int:
        """Where the character at the moving edge of the selection begins; at the end of the text, the last one."""
        selection, size = self.selection, len(self.text)
        inside = selection.head > selection.anchor or selection.head == size
        return boundary_at(self.text, min(selection.head, size) - inside) if size else 0

    def column_of(self, columns: int, offset: int) -> int:
        """The cell column of an offset in its row."""
        start, _ = self.rows(columns).bounds(self.rows(columns).row_of(offset))
        return width(self.text[start:offset])

    def offset_in(self, columns: int, row: int, column: int) -> int:
        """The offset nearest to a cell column of a row; the last one of the row where it is shorter.

        Of folded paragraphs it is the first one.
        """
        rows = self.rows(columns)
        start, end = rows.bounds(row)
        if row in rows.folded:
            return start
        line = self.text[start:end]
        body = line.rstrip()
        at = offset_at(body, max(0, column))
        return start + (at if at < len(body) else max(0, offset_at(body, max(0, width(body) - 1))))

    def mark_at(self) -> Mark | None:
        """The innermost mark that holds the selection."""
        selection = self.selection
        return next(iter(self.marks.covering(selection.start, selection.end)), None)

    def mark_here(self) -> Mark | None:
        """The mark that is selected, else the one under the moving edge."""
        edge = self.moving_edge()
        return self.mark_at() or next(iter(self.marks.covering(edge, edge)), None)

    def matches_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The matches of the search that touch a range."""
        low = bisect_left(self.matches, (start, start))
        low = max(0, low - 1)
        high = bisect_left(self.matches, (end, end), low)
        return self.matches[low:high]

    def entity_units(self) -> Units:
        """Marks as units of motion."""
        return Units(
            lambda offset: _span(next(iter(self.marks.covering(offset, offset)), None)),
            lambda offset: _span(self.marks.after(offset)),
            lambda offset: _span(self.marks.before(offset)),
        )

    def place(self) -> dict[str, Any]:
        """Where the reviewer is in the article, for the project file."""
        return {"anchor": self.selection.anchor, "head": self.selection.head, "top": self._offset_on_top()}

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to what `place` wrote; offsets beyond the text become its end."""
        size = len(self.text)
        self.select(Selection(min(int(place["anchor"]), size), min(int(place["head"]), size)))
        self._top_offset = min(int(place["top"]), size)
        self._rows, self._wanted = None, None


def name_of(text: str, mark: Mark) -> str:
    """The normalised name of a mark."""
    return normal_name(text[mark.span.start : mark.span.end])


def _span(mark: Mark | None) -> Span | None:
    return mark.span if mark is not None else None


def text_units(view: View, kind: str) -> Units:
    """Tokens, sentences or paragraphs of a view as units of motion."""
    units = view.units
    finders: dict[str, tuple[Find, Find, Find]] = {
        "token": (units.token_at, units.next_token, units.previous_token),
        "sentence": (units.sentence_at, units.next_sentence, units.previous_sentence),
        "paragraph": (units.paragraph_at, units.next_paragraph, units.previous_paragraph),
    }
    return Units(*finders[kind])
