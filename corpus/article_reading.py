"""The reading of one article: what a pipeline finds, with the figures, quotations and claims that we find ourselves.

The same for every pipeline, in whichever process it runs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, Protocol

from corpus.analysis import Analysis, Mention, ModelId, joined, with_mentions
from corpus.claims.find import claims
from corpus.claims.needed import needed
from corpus.claims.parse import Parse
from corpus.facts import Facts
from corpus.figures.figure import Figure
from corpus.figures.find import figures
from corpus.figures.labels import label_of
from corpus.label_map import FIGURE_LABELS, renamed
from corpus.parts import parts
from corpus.quotations.find import quotations
from corpus.span import Span

_READ: Final = "read by rule"
_SURE: Final = 90
_NEAR: Final = 8  # names that one figure may overlap


class Reader(Protocol):
    """What reads: a pipeline, or rules. `model` is what it is called in every analysis."""

    @property
    def model(self) -> ModelId:
        """What it is called."""
        ...

    @property
    def by_rules(self) -> bool:
        """Whether rules find its names, so that figures, which rules find in every article, are its own too."""
        ...

    @property
    def labels(self) -> frozenset[str] | None:
        """The labels that it can find, as a person's label map calls them; None where that is not known."""
        ...

    def read(self, text: str, start: int, end: int) -> Analysis:
        """Tokens, sentences and mentions of `text[start:end]`, with offsets that count from the start of `text`."""
        ...

    def parse(self, text: str, sentences: Sequence[Span]) -> list[Parse]:
        """The parse of each sentence, or none at all."""
        ...


def read_article(reader: Reader, text: str, own: Mapping[str, str]) -> Iterator[tuple[int, int, Analysis]]:
    """The analyses of the parts of a text, each with its number and how many there are; the last has all facts.

    `own` is a person's label map, see `corpus.label_map`.
    """
    stretches = parts(text) or [(0, 0)]
    read: list[Analysis] = []
    found: list[Figure] = []
    for number, (start, end) in enumerate(stretches):
        part, here = _with_figures(reader.read(text, start, end), figures(text, start, end), own)
        read.append(part)
        found += here
        if number + 1 == len(stretches):
            part = replace(part, facts=_facts(reader, text, joined(read), found).to_bytes())
        yield number, len(stretches), part


def _with_figures(part: Analysis, found: Sequence[Figure], own: Mapping[str, str]) -> tuple[Analysis, list[Figure]]:
    """A part with our figures in place of the model's; of a figure and a name that overlap the longer one stays."""
    names = [mention for mention in part.mentions() if mention.label not in FIGURE_LABELS]
    clear: list[Figure] = []
    lost: set[int] = set()
    first = 0
    for figure in found:
        while first < len(names) and names[first].span.end <= figure.span.start:
            first += 1
        near = range(first, min(first + _NEAR, len(names)))
        over = [index for index in near if names[index].span.overlaps(figure.span)]
        if not any(len(names[index].span) > len(figure.span) for index in over):
            lost.update(over)
            clear.append(figure)
    marks = [Mention(one.span, label, _SURE, _READ) for one in clear if (label := renamed(label_of(one), own))]
    kept = [name for index, name in enumerate(names) if index not in lost]
    return with_mentions(part, [*kept, *marks]), clear


def _facts(reader: Reader, text: str, whole: Analysis, found: Sequence[Figure]) -> Facts:
    sentences = list(map(Span, whole.sentence_starts, whole.sentence_ends))
    names = [mention for mention in whole.mentions() if mention.label not in FIGURE_LABELS]
    quoted = quotations(text, sentences, names)
    wanted = needed(text, found, sentences)
    parses = dict(zip(wanted, reader.parse(text, [sentences[index] for index in wanted]), strict=False))
    return Facts(tuple(found), tuple(claims(text, found, sentences, parses, names, quoted)), tuple(quoted))
