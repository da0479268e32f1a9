"""One label per name in a story: every place votes, and so does what is known of the name."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from corpus.mentions.evidence import Evidence, Votes
from corpus.mentions.gazetteer import NOTHING, doubtful_names, given_names, world
from corpus.mentions.head_words import COMPASS, FAC_ENDINGS
from corpus.mentions.heads import label_of_words
from corpus.mentions.lessons import Lesson, lessons
from corpus.mentions.piece import Piece
from corpus.names import normal_name

_STORY: Final = 2.0  # what all other places of a story count together
_KNOWN: Final = 4.0  # what the project's own knowledge counts
_DEFINED: Final = 4.0  # the most that definitions count
_LEAST: Final = 1.0  # what a full name must have to teach
_RELATIVE: Final = 1.5
_SHORT: Final = 3.5  # what a full name teaches that a short one needs nothing else
_DIMMED: Final = 0.3  # what a known place counts whose name is a person's in the story


class Taught(NamedTuple):
    """By which full name, and in which article of the story, a name was taught its label."""

    weight: float
    full: str
    article: int


class Ballot:
    """The votes of a story, by name. `known` are labels of normalised names that the project knows."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known
        self._totals: dict[str, Votes] = {}
        self._defined: dict[str, Votes] = {}
        self._article: dict[str, int] = {}
        self._banned: set[str] = set()
        self._priors: dict[str, Votes] = {}
        self._learnt = False
        self.counts: dict[str, int] = {}
        self.named: set[str] = set()
        self.taught: dict[str, dict[str, Taught]] = {}

    def count(self, name: str, found: Evidence, article: int, *, named: bool) -> None:
        """Takes the votes of one place; `named` says that a model or its own words make it a name."""
        _add(self._totals.setdefault(name, {}), found.votes)
        self.counts[name] = self.counts.get(name, 0) + 1
        self._article.setdefault(name, article)
        if found.defining:
            most = self._defined.setdefault(name, {})
            for label, weight in found.defining.items():
                most[label] = min(most.get(label, 0.0) + weight, _DEFINED)
        if named:
            self.named.add(name)

    def ban(self, names: Iterable[str]) -> None:
        """Takes out what is short for a common noun."""
        self._banned.update(names)

    def best(self, name: str, votes: Votes, piece: Piece | None = None) -> tuple[str, float, float]:
        """The label with most votes at a place, how many, and by how many it leads; nothing without any.

        `votes` are those of the place; without them the name as such is asked for.
        """
        if name in self._banned:
            return "", 0.0, 0.0
        scores = dict(self._prior(name))
        if piece and piece.label and name not in world():
            _add(scores, {piece.label: piece.weight})
        count = self.counts.get(name, 0)
        if count:
            share = _STORY / (count - 0.5 if votes else count + 0.5)
            others = {label: weight - votes.get(label, 0.0) for label, weight in self._totals[name].items()}
            _add(scores, others, share)
        _add(scores, votes)
        if not scores:
            return "", 0.0, 0.0
        ranked = sorted(scores, key=lambda label: (-scores[label], label))
        second = scores[ranked[1]] if len(ranked) > 1 else 0.0
        return ranked[0], scores[ranked[0]], scores[ranked[0]] - max(second, 0.0)

    def knows(self, name: str) -> bool:
        """Whether the story has the name elsewhere, or a full name that it is surely short for."""
        return name in self.named or any(lesson.weight >= _SHORT for lesson in self.taught.get(name, {}).values())

    def full(self, name: str) -> str:
        """The full name of a person who is called by a short one, "" where the story has none."""
        taught = self.taught.get(name, {}).get("PERSON")
        return taught.full if taught else ""

    def learn(self) -> None:
        """Lets names teach each other."""
        for name in [name for name in self.counts if name in self.named and " " in name]:
            words = name.split()
            label, score, _ = self.best(name, {})
            kind = label_of_words(words)[0]
            if kind or score >= _LEAST:
                for lesson in lessons(words, kind or label):
                    self._teach(lesson, name)
        for name in [name for name in self.counts if " " in name]:
            last = name.split()[-1]
            if last in self.named and last not in world() and not label_of_words(name.split())[0]:
                label, score, _ = self.best(last, {})
                if label in {"PERSON", "PRODUCT"} and score >= _RELATIVE:
                    self._teach(Lesson(name, label, _RELATIVE), last)
        self._learnt = True

    def _teach(self, lesson: Lesson, full: str) -> None:
        if not lesson.name:
            return
        taught = self.taught.setdefault(lesson.name, {})
        before = taught.get(lesson.label)
        if before is None or lesson.weight > before.weight:
            taught[lesson.label] = Taught(lesson.weight, full, self._article[full])

    def _prior(self, name: str) -> Votes:
        """What is known of a name beside the places where it stands."""
        if name in self._priors:
            return self._priors[name]
        taught = self.taught.get(name, {})
        label, weight = world().get(name, NOTHING)
        votes = _of_shape(name, known=bool(label))
        if label:
            _add(votes, {label: weight * (_DIMMED if label == "GPE" and "PERSON" in taught else 1.0)})
        _add(votes, self._defined.get(name, {}))
        _add(votes, {one: lesson.weight for one, lesson in taught.items()})
        if self._known:
            decided = self._known.get(normal_name(name))
            if decided:
                _add(votes, {decided: _KNOWN})
        if self._learnt:
            self._priors[name] = votes
        return votes


def _add(votes: Votes, more: Mapping[str, float], share: float = 1.0) -> None:
    for label, weight in more.items():
        votes[label] = votes.get(label, 0.0) + share * weight


def _of_shape(name: str, *, known: bool) -> Votes:
    """What a name looks like."""
    if any(map(str.isdigit, name)):
        return {"PERSON": -3.0, "ORG": 2.0 if _is_channel(name) else 0.0}
    words = name.split()
    votes: Votes = {}
    if len(words) == 1 and name not in given_names():
        return votes if known else _of_word(name)
    if len(words) > 1 and not known and not label_of_words(words)[0]:
        votes = _of_words(words)
    if words[0] in given_names():
        _add(votes, {"PERSON": 2.0 if len(words) > 1 else 1.0})
    elif len(words) > 1 and words[0] in doubtful_names():
        _add(votes, {"PERSON": 1.0})
    return votes


def _of_word(name: str) -> Votes:
    if name.isupper() and 2 <= len(name) <= 5:
        return {"ORG": 1.5, "NORP": -1.0, "PERSON": -1.5}
    if name.endswith(FAC_ENDINGS):
        return {"FAC": 2.0}
    if name.endswith("ers") and (name[:-3] in world() or name[:-1] in world()):
        return {"NORP": 3.0}
    return {"ORG": 1.5} if _is_brand(name) else {}


def _of_words(words: list[str]) -> Votes:
    """What a name of several words is likely to be whose head says nothing."""
    first, last = (world().get(word, NOTHING)[0] for word in (words[0], words[-1]))
    if words[0] == "The":
        return {"ORG": 1.5}
    if words[0] in COMPASS and len(words) == 2:
        return {"LOC": 1.0}
    if "GPE" in {first, last}:
        return {"ORG": 1.0, "GPE": -1.5}
    if first == "NORP":
        return {"PERSON": -1.0}
    return {"PERSON": 0.6} if len(words) < 4 else {}


def _is_channel(name: str) -> bool:
    """Whether a name with digits is that of a broadcaster: "10News", "News4"."""
    return " " not in name and ("News" in name or name.endswith("TV"))


def _is_brand(name: str) -> bool:
    """Whether a word has capitals inside as brands have them, unlike "McAdam" or "DeMarco"."""
    return name.isalpha() and any(map(str.isupper, name[3:])) and not name.isupper()
