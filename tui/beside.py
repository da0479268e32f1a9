"""What stands beside the sentence under the cursor in the other articles: marked there, and scrolled to when asked.

Found anew when the sentence is another, and with no other key.
"""

from typing import TYPE_CHECKING, NamedTuple

from corpus.comparison import Comparison
from corpus.span import Span
from tui.compared import Spot
from tui.passages import Passage, Passages

if TYPE_CHECKING:
    from tui.desk import Desk


class Partner(NamedTuple):
    """The passage of an article that stands beside, None where there is none, and the paragraph that it is in."""

    passage: Passage | None
    paragraph: Span | None = None


class Beside:
    """The partners of the sentence under the cursor, by article.

    `sync` says that the other panes scroll along. `rank` counts how often the reviewer asked for another passage.
    """

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._passages: Passages | None = None
        self._at: tuple[int, int, int] | None = None
        self._asked = False
        self.sync = False
        self.rank = 0
        self.sentence: Span | None = None
        self.partners: dict[int, Partner] = {}

    def compare(self, comparison: Comparison | None) -> None:
        """Take another comparison, or none."""
        self._passages = Passages(comparison) if comparison is not None else None
        self._at, self.sentence, self.partners = None, None, {}
        self.rank, self._asked = 0, False

    def follow(self) -> None:
        """Find what stands beside, if the sentence under the cursor is another."""
        passages = self._passages
        if passages is None:
            return
        desk, view = self._desk, self._desk.view
        edge = view.moving_edge()
        sentence, paragraph = passages.sentence_at(desk.active, edge), None
        if sentence is None and self.sync:
            paragraph = view.units.paragraph_at(edge)
        at = (desk.active, sentence.start if sentence else -1, paragraph.start if paragraph else -1)
        if at != self._at:
            self._at, self.sentence = at, sentence
            self.rank, self._asked = 0, False
            self._find(passages)

    def toggle(self) -> None:
        """Begin or end scrolling along."""
        self.sync = not self.sync
        self._at = None
        self._desk.dirt.titles = True

    def ask(self) -> list[tuple[int, Partner]]:
        """Scroll to what stands beside; to what is next best when asked again. Returns the partners in sight."""
        self.follow()
        if self._passages is None:
            return []
        if self._asked or self.sync:
            self.rank += 1
        self._asked = True
        self._find(self._passages)
        return [(index, partner) for index, partner in self.partners.items() if index in self._desk.shown]

    def _find(self, passages: Passages) -> None:
        desk, before = self._desk, self.partners
        others = [index for index in range(len(desk.views)) if index != desk.active]
        found = {index: self._partner(passages, index) for index in others}
        self.partners = {index: partner for index, partner in found.items() if partner is not None}
        for index in desk.shown:
            if before.get(index) != self.partners.get(index):
                desk.dirt.titles = True
                for partner in (before.get(index), self.partners.get(index)):
                    if partner is not None and partner.paragraph is not None:
                        desk.dirt.stretches.append((index, partner.paragraph.start, partner.paragraph.end))
        if self.sync or self._asked:
            self._scroll()

    def _partner(self, passages: Passages, index: int) -> Partner | None:
        """What stands beside in an article: only what says the same, unless everything is wanted."""
        start = self.sentence.start if self.sentence is not None else -1
        options = passages.beside(self._desk.active, start, index)
        if not (self.sync or self._asked):
            options = [one for one in options if one.how]
            if not options:
                return None
        passage = options[self.rank % len(options)] if options else self._of_paragraph(passages, index)
        if passage is None:
            return Partner(None)
        return Partner(passage, self._desk.views[index].units.paragraph_at(passage.spot.start) or passage.spot.span)

    def _of_paragraph(self, passages: Passages, index: int) -> Passage | None:
        """The best passage for another sentence of the paragraph under the cursor."""
        desk = self._desk
        paragraph = desk.view.units.paragraph_at(desk.view.moving_edge())
        if paragraph is None:
            return None
        sentences = passages.sentences_within(desk.active, paragraph)
        options = [one for span in sentences for one in passages.beside(desk.active, span.start, index)[:1]]
        return max(options, key=lambda one: (bool(one.how), one.score), default=None)

    def _scroll(self) -> None:
        """Have the partners on the row of the screen on which the cursor is."""
        desk = self._desk
        columns, height = desk.geometry.columns, desk.geometry.rows
        view = desk.view
        distance = view.rows(columns).row_of(view.moving_edge()) - view.top
        for index, partner in self.partners.items():
            if index in desk.shown and partner.passage is not None:
                other = desk.views[index]
                other.top = other.rows(columns).row_of(partner.passage.spot.start) - distance
                other.clamp(columns, height)

    def spot(self) -> Spot | None:
        """The sentence under the cursor, if anything stands beside it."""
        return Spot(self._desk.active, *_pair(self.sentence)) if self.sentence is not None else None


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end
