"""How the articles are looked at: which marks are painted, and what stands beside them. The data stay as they are."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from corpus.label_map import BOILERPLATE, FIGURE_LABELS

if TYPE_CHECKING:
    from corpus.analysis import Analysis
    from tui.marks import Mark
    from tui.view import View

ALL: Final = "all"
FIGURES: Final = "figures"
NAMES: Final = "names"
OPEN: Final = "open"
REJECTED: Final = "rejected"
WORDS: Final[Mapping[str, str]] = {
    ALL: "",
    FIGURES: "numbers only",
    NAMES: "names only",
    OPEN: "open only",
    REJECTED: "with rejected",
}
"""The lenses, and what the header says of each."""
DEMONYM: Final = "NORP"
FREQUENT: Final = 3  # times that an article has the words of a demonym, from which on they are muted


class Lenses:
    """What is painted: the `lens`, the `letters` of kinds before marks, the paragraphs' `numbers`.

    `most` is how many articles stand side by side at the most; 0: as many as fit.
    """

    def __init__(self) -> None:
        self.lens = ALL
        self.letters = False
        self.numbers = True
        self.most = 0
        self._demonyms: dict[str, tuple[Analysis, frozenset[str]]] = {}

    def shows(self, mark: "Mark") -> bool:
        """Whether a mark is painted."""
        if mark.label == BOILERPLATE:
            return False  # dimmed or folded, but no mark
        if mark.state == "rejected":
            return self.lens == REJECTED
        return (mark.state == "proposed" or self.lens != OPEN) and self.shows_label(mark.label)

    def shows_label(self, label: str) -> bool:
        """Whether open proposals with that label are painted."""
        return self.lens not in {FIGURES, NAMES} or (label in FIGURE_LABELS) == (self.lens == FIGURES)

    def mutes(self, view: "View", mark: "Mark") -> bool:
        """Whether a mark is an open proposal of a demonym that its article has again and again."""
        analysis = view.marks.analysis
        if mark.label != DEMONYM or mark.state != "proposed" or analysis is None:
            return False
        known = self._demonyms.get(view.letter)
        if known is None or known[0] is not analysis:
            known = self._demonyms[view.letter] = (analysis, frequent(view.text, analysis))
        return mark.span.surface(view.text).casefold() in known[1]

    def place(self) -> dict[str, Any]:
        """How one looks, for the project file."""
        return {"lens": self.lens, "letters": self.letters, "numbers": self.numbers, "most": self.most}

    def go_to(self, place: Mapping[str, Any]) -> None:
        """Look again as `place` wrote it."""
        lens = str(place.get("lens"))
        self.lens = lens if lens in WORDS else ALL
        self.letters = bool(place.get("letters"))
        self.numbers = bool(place.get("numbers", True))
        self.most = max(0, int(place.get("most", 0)))


def frequent(text: str, analysis: "Analysis") -> frozenset[str]:
    """The demonyms that a reading finds again and again in a text, casefolded."""
    if DEMONYM not in analysis.labels:
        return frozenset()
    label = analysis.labels.index(DEMONYM)
    places = zip(analysis.mention_labels, analysis.mention_starts, analysis.mention_ends, strict=True)
    counts = Counter(text[start:end].casefold() for number, start, end in places if number == label)
    return frozenset(words for words, count in counts.items() if count >= FREQUENT)
