"""What a machine read in one article, as plain data: offsets and labels, no object of the library that read it."""

import json
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from corpus.span import Span

if TYPE_CHECKING:
    Offsets = array[int]
else:
    Offsets = array  # cannot be subscripted before Python 3.12

OFFSET = "I"  # array type of an offset: unsigned, 4 bytes on every platform that CPython supports


def offsets(values: Iterable[int] = ()) -> Offsets:
    """An array of code-point offsets."""
    return array(OFFSET, values)


@dataclass(frozen=True, slots=True)
class ModelId:
    """Which reader read: its `name`, its `version`, and its language `lang` (ISO 639-1)."""

    name: str
    version: str
    lang: str = "en"

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, number or date that a machine found: where, and with which label.

    `score` is how sure the machine is, 0 to 100, and `reason` why it says so in a few words.
    """

    span: Span
    label: str
    score: int = 80
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Tokens, sentences and mentions of one text, each sorted by start, all in code points of the stored text.

    The arrays are parallel: token `i` is `token_starts[i]` to `token_ends[i]`, and so on. Tokens that are only white
    space are left out. `mention_labels` holds indices into `labels`.
    """

    model: ModelId
    token_starts: Offsets = field(default_factory=offsets)
    token_ends: Offsets = field(default_factory=offsets)
    sentence_starts: Offsets = field(default_factory=offsets)
    sentence_ends: Offsets = field(default_factory=offsets)
    mention_starts: Offsets = field(default_factory=offsets)
    mention_ends: Offsets = field(default_factory=offsets)
    mention_labels: Offsets = field(default_factory=offsets)
    mention_scores: Offsets = field(default_factory=offsets)
    mention_reasons: Offsets = field(default_factory=offsets)
    labels: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    facts: bytes = b""

    @property
    def mention_count(self) -> int:
        """How many mentions there are."""
        return len(self.mention_starts)

    def mention(self, index: int) -> Mention:
        """Mention number `index`, by start."""
        span = Span(self.mention_starts[index], self.mention_ends[index])
        label, reason = self.labels[self.mention_labels[index]], self.reasons[self.mention_reasons[index]]
        return Mention(span, label, self.mention_scores[index], reason)

    def mentions(self) -> Iterator[Mention]:
        """Every mention, by start."""
        return (self.mention(index) for index in range(self.mention_count))

    def to_bytes(self) -> bytes:
        """One line of JSON (model, labels, lengths), the arrays as little-endian 32-bit numbers, then the facts."""
        arrays = self._arrays()
        header = {
            "model": [self.model.name, self.model.version, self.model.lang],
            "labels": list(self.labels),
            "reasons": list(self.reasons),
            "lengths": [len(numbers) for numbers in arrays],
            "facts": len(self.facts),
        }
        numbers = b"".join(_little(numbers).tobytes() for numbers in arrays)
        return json.dumps(header).encode() + b"\n" + numbers + self.facts

    @classmethod
    def from_bytes(cls, data: bytes) -> "Analysis":
        """What `to_bytes` wrote. Raises ValueError for anything else."""
        head, newline, body = data.partition(b"\n")
        try:
            header = json.loads(head)
            model = ModelId(*map(str, header["model"]))
            labels = tuple(map(str, header["labels"]))
            reasons = tuple(map(str, header["reasons"]))
            lengths, rest = list(map(int, header["lengths"])), int(header["facts"])
        except (KeyError, TypeError, ValueError) as error:
            message = "not a stored analysis"
            raise ValueError(message) from error
        if not newline or len(lengths) != ARRAYS or 4 * sum(lengths) + rest != len(body):
            message = "a stored analysis of the wrong length"
            raise ValueError(message)
        whole, at = cls(model, labels=labels, reasons=reasons, facts=body[len(body) - rest :]), 0
        for numbers, length in zip(whole._arrays(), lengths, strict=True):
            numbers.frombytes(body[at : at + 4 * length])
            if sys.byteorder == "big":
                numbers.byteswap()
            at += 4 * length
        return whole

    def _plain_arrays(self) -> list[Offsets]:
        return [
            self.token_starts,
            self.token_ends,
            self.sentence_starts,
            self.sentence_ends,
            self.mention_starts,
            self.mention_ends,
            self.mention_scores,
        ]

    def _arrays(self) -> list[Offsets]:
        return [*self._plain_arrays(), self.mention_labels, self.mention_reasons]


ARRAYS = 9


def _little(numbers: Offsets) -> Offsets:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers


def analysis_of(
    model: ModelId, tokens: Sequence[Span], sentences: Sequence[Span], mentions: Sequence[Mention], facts: bytes = b""
) -> Analysis:
    """The analysis made of these spans, which are sorted here."""
    tokens, sentences = sorted(tokens), sorted(sentences)
    bare = Analysis(
        model,
        offsets(span.start for span in tokens),
        offsets(span.end for span in tokens),
        offsets(span.start for span in sentences),
        offsets(span.end for span in sentences),
    )
    return with_mentions(bare, mentions, facts)


def with_mentions(analysis: Analysis, mentions: Sequence[Mention], facts: bytes = b"") -> Analysis:
    """`analysis` with other mentions and facts in place of its own; the mentions are sorted here."""
    by_start = sorted(mentions, key=lambda mention: (mention.span, mention.label))
    labels = tuple(sorted({mention.label for mention in mentions}))
    reasons = tuple(sorted({mention.reason for mention in mentions}))
    label_index = {label: number for number, label in enumerate(labels)}
    reason_index = {reason: number for number, reason in enumerate(reasons)}
    return replace(
        analysis,
        mention_starts=offsets(mention.span.start for mention in by_start),
        mention_ends=offsets(mention.span.end for mention in by_start),
        mention_labels=offsets(label_index[mention.label] for mention in by_start),
        mention_scores=offsets(mention.score for mention in by_start),
        mention_reasons=offsets(reason_index[mention.reason] for mention in by_start),
        labels=labels,
        reasons=reasons,
        facts=facts,
    )


def joined(parts: Sequence[Analysis]) -> Analysis:
    """One analysis of the parts of a text, in order; their offsets already count from the text's start.

    The facts are those of the last part. Raises ValueError for no parts.
    """
    if not parts:
        message = "no parts to join"
        raise ValueError(message)
    labels = tuple(sorted({label for part in parts for label in part.labels}))
    reasons = tuple(sorted({reason for part in parts for reason in part.reasons}))
    label_index = {label: number for number, label in enumerate(labels)}
    reason_index = {reason: number for number, reason in enumerate(reasons)}
    whole = Analysis(parts[0].model, labels=labels, reasons=reasons, facts=parts[-1].facts)
    for part in parts:
        for numbers, more in zip(whole._plain_arrays(), part._plain_arrays(), strict=True):  # noqa: SLF001 (the same class)
            numbers.extend(more)
        whole.mention_labels.extend(label_index[part.labels[number]] for number in part.mention_labels)
        whole.mention_reasons.extend(reason_index[part.reasons[number]] for number in part.mention_reasons)
    return whole
