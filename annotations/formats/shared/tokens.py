"""What of a set of spans fits on tokens, where a token has one label: the same question for every format of tokens.

A span that cuts a token does not fit at all; one that overlaps a longer one, or has white space at its edge, cannot be
an entity. Nothing here knows a format: offsets and text go in, marks and reasons come out.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from corpus.display import shown_line
from corpus.span import Span


class Mark(NamedTuple):
    """A span with its label, whoever put it there."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of `text`: where each starts and ends, in code points, sorted; none is empty, none overlap."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __getitem__(self, at: int) -> str:
        return self.text[self.starts[at] : self.ends[at]]

    def touched(self, span: Span) -> range:
        """The tokens that share a code point with `span`."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def misfit(self, span: Span) -> str:
        """Why `span` does not begin where a token begins and end where one ends; empty when it does."""
        touched = self.touched(span)
        if touched and self.starts[touched[0]] == span.start and self.ends[touched[-1]] == span.end:
            return ""
        cut = [at for at in touched if self.starts[at] < span.start or self.ends[at] > span.end]
        if cut:
            return f"cuts a token: {', '.join(shown_line(repr(self[at])) for at in cut)}"
        return "begins or ends between tokens"

    def blank_edge(self, touched: range) -> bool:
        """Whether the first or the last of these tokens is white space."""
        return self[touched[0]].isspace() or self[touched[-1]].isspace()


@dataclass(frozen=True, slots=True)
class Flat:
    """Marks as tokens can carry them.

    `entities` do not overlap and are sorted. `misfits` are not whole tokens, `rest` are whole tokens but no entities:
    both say why. `unknown` are the tokens outside the entities of which nobody can say that nothing is there.
    """

    entities: tuple[Mark, ...]
    misfits: dict[Mark, str]
    rest: dict[Mark, str]
    unknown: tuple[int, ...]

    def reason(self, mark: Mark) -> str:
        """Why `mark` is no entity; empty when it is one."""
        return self.misfits.get(mark) or self.rest.get(mark, "")


def in_order(mark: Mark) -> tuple[int, int, str]:
    """The order that marks have themselves, as what is compared fast."""
    return mark.span.start, mark.span.end, mark.label


def flattened(tokens: Tokens, accepted: Iterable[Mark], unsure: Iterable[Mark]) -> Flat:
    """What of `accepted` fits: the longest span first, then the first, then the first label by alphabet."""
    accepted = sorted(set(accepted), key=lambda mark: (-len(mark.span), *in_order(mark)))
    misfits: dict[Mark, str] = {}
    rest: dict[Mark, str] = {}
    owner: dict[int, Mark] = {}
    entities: list[Mark] = []
    for mark in accepted:
        touched = tokens.touched(mark.span)
        if why := tokens.misfit(mark.span):
            misfits[mark] = why
        elif tokens.blank_edge(touched):
            rest[mark] = "begins or ends with white space"
        elif other := next((owner[at] for at in touched if at in owner), None):
            rest[mark] = f"overlaps {shown_line(repr(other.span.surface(tokens.text)))} ({other.label})"
        else:
            owner.update(dict.fromkeys(touched, mark))
            entities.append(mark)
    unknown = {at for mark in (*misfits, *rest, *unsure) for at in tokens.touched(mark.span)} - owner.keys()
    return Flat(tuple(sorted(entities, key=in_order)), misfits, rest, tuple(sorted(unknown)))
