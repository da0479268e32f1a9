"""The review of a story one question at a time, without a screen: questions out as lines, answers in as lines.

An answer is a letter, or its word, with what belongs to it behind a blank. Decisions are made through the desk, so that
they are the same events as those of its keys.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from annotations.decide import RefusedError
from annotations.events import Step
from corpus.display import shown_line
from tui.actions import history
from tui.actions.follow import to_spot
from tui.answering import asked_for, carry_out
from tui.desk import Desk
from tui.questions import Kind, Question, is_open, stages, verdict_of
from tui.spoken import asked, told

ANSWERS: Final = {
    "y": ("yes", "accept it"),
    "n": ("no", "reject it"),
    "s": ("skip", "leave it unsure"),
    "a": ("agreement", "of two figures: they agree"),
    "r": ("refinement", "of two figures: the first says the same as the second, more exactly"),
    "o": ("other", "of two figures: the second says the same as the first, more exactly"),
    "d": ("different", "of two figures: they count different things"),
    "p": ("pass", "leave it open, and go on"),
    "e": ("edit", "accept it with other words of the sentence, or with another label: e Ada Lovelace, e PERSON"),
    "l": ("label", "accept it with another label, by its name or key: l PERSON"),
    "u": ("undo", "take the last decision back"),
    "b": ("back", "the question before"),
    "t": ("turn", "leave this story as it is, and turn to the next"),
    "?": ("help", "this list; an empty line asks the question again"),
    "q": ("quit", "leave; everything is saved"),
}
_LETTERS: Final = {name: letter for letter, (word, _) in ANSWERS.items() for name in (letter, word)}


class Left(StrEnum):
    """How the review of a story ended."""

    TURNED = "turned"
    QUIT = "quit"


class Review:
    """The questions of the story on a desk. `left` is set when it is over.

    `compare` has the story read again with what was decided; it is called when all that was open is through.
    """

    def __init__(self, desk: Desk, compare: Callable[[], None]) -> None:
        self.left: Left | None = None
        self._desk = desk
        self._compare = compare
        self._plan: list[Question] = []
        self._next = 0
        self._trail: list[tuple[Question, str]] = []  # what was asked, each with its number in words
        self._seen: set[Question] = set()
        self._at = -1
        self._awaits = ""
        self._steps: dict[Step, int] = {}  # which step answered which place of the trail
        self._stale = False
        self._go_on()

    @property
    def question(self) -> Question | None:
        """What is asked now; None where nothing is open."""
        return self._trail[self._at][0] if self._at < len(self._trail) else None

    def line(self) -> str:
        """What is asked now as one line; "" while an answer is only begun."""
        if self._awaits:
            return ""
        if self.question is None:
            title = shown_line(self._desk.workspace.story.title)
            return (
                f"Nothing else is open in {title}: b goes back, u takes the last decision back, another line goes on."
            )
        return f"{self._trail[self._at][1]}. {asked(self._desk, self.question)}"

    def answer(self, line: str) -> list[str]:
        """Take one line; returns lines for the reviewer."""
        self._desk.message = ""
        letter, self._awaits = self._awaits, ""
        try:
            if letter:
                words = " ".join(line.split())
                said = self._carry_out(letter, words) if words else []
            else:
                said = self._understood(line)
        except RefusedError as refusal:
            return [str(refusal)]
        held = self._desk.workspace.held
        trouble = f"not saved yet: {self._desk.workspace.trouble}" if held else ""
        return list(filter(None, [*said, trouble]))

    def _understood(self, line: str) -> list[str]:
        first, _, rest = line.strip().partition(" ")
        letter, words = _LETTERS.get(first.lower(), ""), " ".join(rest.split())
        if self.question is None and letter not in {"b", "u", "q", "?"}:
            self.left = Left.TURNED
            return []
        if letter and words and letter not in {"e", "l"}:
            letter = ""
        if letter in {"e", "l"} and not words and self.question is not None:
            asks = asked_for(self.question, letter)
            self._awaits = letter
            return [asks]
        if not letter:
            return [f"{shown_line(line.strip())} is no answer; ? shows those there are"] if first else []
        return self._carry_out(letter, words)

    def _carry_out(self, letter: str, words: str) -> list[str]:
        match letter:
            case "?":
                return [f"{one}  {word}: {what}" for one, (word, what) in ANSWERS.items()]
            case "q" | "t":
                self.left = Left.QUIT if letter == "q" else Left.TURNED
                return []
            case "u":
                return self._undo()
            case "b":
                return self._back()
            case "p":
                self._go_on()
                return []
            case _:
                return self._decide(letter, words)

    # From one question to another

    def _go_on(self) -> None:
        """To the next open question: of those that were asked after this one, else one that was not asked yet."""
        for at in range(self._at + 1, len(self._trail)):
            if is_open(self._desk, self._trail[at][0]):
                self._turn_to(at)
                return
        fresh = self._fresh()
        if fresh is not None:
            self._seen.add(fresh)
            self._trail.append((fresh, f"{self._next} of {len(self._plan)}"))
        self._turn_to(len(self._trail) - (fresh is not None))

    def _fresh(self) -> Question | None:
        """The next question that was not asked yet; where the plan is at its end, there is a new one."""
        while True:
            for at in range(self._next, len(self._plan)):
                if self._plan[at] not in self._seen and is_open(self._desk, self._plan[at]):
                    self._next = at + 1
                    return self._plan[at]
            if self._stale:
                self._stale = False
                self._compare()
            left = ([one for one in stage if one not in self._seen] for stage in stages(self._desk))
            self._plan, self._next = next(filter(None, left), []), 0
            if not self._plan:
                return None

    def _turn_to(self, at: int) -> None:
        """Ask a question again or for the first time; the desk opens there another time."""
        self._at = at
        question = self.question
        if question is not None and question.kind is not Kind.FINISH:
            spot = question.spot if question.kind is not Kind.NAME or question.other is None else question.other
            self._desk.run(lambda desk: to_spot(desk, spot))

    def _back(self) -> list[str]:
        if self._at <= 0:
            return ["this is the first question" if self.question is not None else "nothing was asked"]
        self._turn_to(self._at - 1)
        return []

    def _undo(self) -> list[str]:
        """Take the last step back, and ask what it had answered; of an earlier sitting, what is open from the start."""
        undoable = self._desk.workspace.layer.undoable
        step = undoable[-1] if undoable else None
        self._desk.run(history.undo)
        if step is None:
            return [self._desk.message]
        said, at = self._desk.message, self._steps.pop(step, None)
        self._stale = True
        if at is not None:
            self._turn_to(at)
        else:
            self._plan, self._next = [], 0
            self._seen -= {self.question} if self.question is not None else set()
            self._at = len(self._trail)
            self._go_on()
        return [said]

    # Deciding

    def _decide(self, letter: str, words: str) -> list[str]:
        question, desk = self.question, self._desk
        if question is None:
            return []
        before = desk.workspace.layer.undoable[-1:]
        carry_out(desk, question, letter, words)
        after = desk.workspace.layer.undoable[-1:]
        said = [desk.message if words else "", f"{verdict_of(desk, question) or 'left open'}: {told(desk, question)}"]
        if after != before:
            self._steps[after[0]] = self._at
            self._stale = True
        self._go_on()
        return said
