"""A question with a few answers in the last line of the screen, each one key away."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from annotations.decide import RefusedError
from corpus.display import shown_line
from tui.render.words import Words

if TYPE_CHECKING:
    from tui.desk import Desk

KEYS: Final = "123456789abcdefghijklmnopqrstuvwxyz"
"""The keys of the answers, in their order."""


class Answer(NamedTuple):
    """One answer: its words, what it does, and whether it holds now."""

    words: str
    run: Callable[["Desk"], None]
    holds: bool = False


class Menu:
    """Waits for the key of an answer, or for escape. Answers beyond the number of keys cannot be given."""

    def __init__(self, name: str, question: str, answers: Sequence[Answer]) -> None:
        self.name = name
        self._question = question
        self._answers = dict(zip(KEYS, answers, strict=False))

    def press(self, desk: "Desk", key: str) -> None:
        """Give the answer of that key; one that is none changes nothing."""
        answer = self._answers.get(key)
        if answer is None and key not in {"escape", "backspace"}:
            message = f"{key} is no answer; Esc leaves"
            raise RefusedError(message)
        desk.mode = None
        if answer is not None:
            answer.run(desk)

    def words(self, desk: "Desk") -> list[Words]:  # noqa: ARG002 (every mode is asked so)
        """The question and its answers; what holds now is marked."""
        words: list[Words] = [(f" {shown_line(self._question)} ", "strong")]
        for key, answer in self._answers.items():
            words += [(f" {key} ", "key"), (shown_line(answer.words), "active" if answer.holds else "plain")]
        return [*words, ("  Esc ", "key"), ("leave", "plain")]

    def hints(self, index: int) -> Mapping[int, str]:  # noqa: ARG002 (every mode is asked so)
        """None."""
        return {}
