"""Paint mode: letters stay on the screen, a digit chooses a label, and every place that is typed gets it at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from annotations.decide import RefusedError
from annotations.labels import Label
from corpus.span import Span
from tui.actions import decide, history, select
from tui.actions.hints import Hinting, candidates, go_to, tokens_in_sight
from tui.hints import ALPHABET, ranked
from tui.render.words import Words

if TYPE_CHECKING:
    from tui.desk import Desk

_EDGES: Final = {
    "W": select.shift(right=True, out=True),
    "B": select.shift(right=True, out=False),
    "<": select.shift(right=False, out=True),
    ">": select.shift(right=False, out=False),
}


class Painting(Hinting):
    """Gives the label to each place that is typed. `u` undoes, edges move as ever, `p` or escape leaves."""

    alphabet = "".join(letter for letter in ALPHABET if letter not in "up")

    def __init__(self, desk: "Desk") -> None:
        self._every_token = False
        self._labels = {label.key: label for label in desk.workspace.labels.labels if len(label.key) == 1}
        first = next(iter(desk.workspace.labels.labels))
        self._label: Label = desk.label_named(desk.last_label) or first
        super().__init__(desk, "PAINT", self._wanted(desk), self._paint)

    def _wanted(self, desk: "Desk") -> list[tuple[int, Span]]:
        places = tokens_in_sight(desk) if self._every_token else candidates(desk)
        return ranked(places, (desk.active, desk.view.selection.start))

    def press(self, desk: "Desk", key: str) -> None:
        """A letter, a label, an edge, or away."""
        if self._typed:
            self._choose(desk, key)
        elif key in {"p", "escape"}:
            desk.mode = None
            desk.dirt.panes.update(desk.shown)
        elif key in self._labels and key not in self.alphabet:
            self._label = self._labels[key]
        elif key == "tab":
            self._next_places(desk)
        elif key == "u" or key in _EDGES:
            (_EDGES.get(key) or history.undo)(desk)
            self.offer(desk, self._wanted(desk))
        elif key not in self.alphabet and (motion := _motion(desk, key)) is not None:
            motion(desk)
            desk.frame.settle()
            self.offer(desk, self._wanted(desk))
        else:
            self._choose(desk, key)

    def _next_places(self, desk: "Desk") -> None:
        """The places that have no letters yet; after the last of them, every token, or phrases again."""
        self.turn(desk)
        if self._first == 0:
            self._every_token = not self._every_token
            self.offer(desk, self._wanted(desk))

    def _choose(self, desk: "Desk", key: str) -> None:
        place = self.typed(desk, key)
        if place is not None:
            self._paint(desk, *place)
        elif not self._typed and key not in {"escape", "backspace"}:
            message = f"no place has the letter {key}"
            raise RefusedError(message)

    def _paint(self, desk: "Desk", index: int, span: Span) -> None:
        tops = [view.top for view in desk.views]
        go_to(desk, index, span)
        decide.give_label(desk, self._label.name)
        for view, top in zip(desk.views, tops, strict=True):
            view.top = top
        desk.view.ahead = False
        self.offer(desk, self._wanted(desk))

    def words(self, desk: "Desk") -> list[Words]:  # noqa: ARG002 (every mode is asked so)
        """The labels with the one that is given, and the other keys."""
        words: list[Words] = []
        for key, label in self._labels.items():
            words += [(f" {key}", "key"), (label.short, "active" if label is self._label else label.hue)]
        words += [("  Tab ", "key"), ("phrases" if self._every_token else "every token", "plain")]
        return [*words, ("  W B < > ", "key"), ("edges", "plain"), ("  u ", "key"), ("undo", "plain"),
                ("  p ", "key"), ("leave", "plain")]  # fmt: skip


def _motion(desk: "Desk", key: str) -> Callable[["Desk"], None] | None:
    """What a key moves to, if it is one that moves: pages and panes can be turned while the letters stay."""
    command = desk.keys.take((), key)[0]
    return command if command is not None and _moves(desk.keys.name_of(command)) else None


def _moves(command: str) -> bool:
    return command.startswith("move.") and not command.startswith("move.hint")


def paint(desk: "Desk") -> None:
    """Label place after place by its letters; a digit chooses the label."""
    desk.mode = Painting(desk)
