"""What has to be drawn again after a key, and what a key may have changed."""

from dataclasses import dataclass, field

from tui.selection import Selection


@dataclass(slots=True)
class Dirt:
    """What has to be drawn again: stretches of text (view, start, end), whole panes, all titles, or everything.

    `different` says that any row may look different: those that do are found by looking at all of them.
    """

    stretches: list[tuple[int, int, int]] = field(default_factory=list)
    panes: set[int] = field(default_factory=set)
    titles: bool = False
    different: bool = False
    everything: bool = False

    def compare(self, before: "Sight", after: "Sight") -> None:
        """Add what looks different between two moments."""
        if (before.first, before.zoomed) != (after.first, after.zoomed):
            self.everything = True
            return
        tops = enumerate(zip(before.tops, after.tops, strict=True))
        self.panes.update(index for index, (one, other) in tops if one != other)
        self.titles |= before.active != after.active
        if before.active != after.active or before.selections != after.selections:
            for sight in (before, after):
                selection = sight.selections[sight.active]
                self.stretches.append((sight.active, selection.start, selection.end))


@dataclass(frozen=True, slots=True)
class Sight:
    """What is in sight at one moment: the active article, the first one shown, and each one's selection and top row."""

    active: int
    first: int
    zoomed: bool
    selections: tuple[Selection, ...]
    tops: tuple[int, ...]
