"""Reads marked-up text, in which the gold is written by hand, so that nobody ever counts an offset.

A mark is `{tag|text}`; marks nest, and the text between them is the article. `!` at the end of a tag, or of a key,
makes it optional (neither missed nor false), and `/` stands between readings that are both right. Tags:

- `p.ID`: a mention with its label (`LABELS`) and cluster.
- `#KIND VALUE WORD…`: a figure. The value is `-`, `9`, `15..20` or, for the least of a vague one, `24..`; the words are
  the modifier (`~ ge le gt lt =`), `u=UNIT`, `a=GROUP` (`?` for an optional member), `c=CLAIMANT` (`-` for none), `t=`
  the words for a claimant without a name, `v=` another value that is right.
- `"SPEAKER`: a quotation; `-` for no cluster, then `;words_of_the_text`.
- `b.KIND`: boilerplate.
- `s.KEY,KEY…`: a sentence. Sentences of two articles with a key in common are aligned, verbatim where a key that they
  share begins with `=`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LABELS: Final = {
    "p": "PERSON",
    "n": "NORP",
    "o": "ORG",
    "g": "GPE",
    "l": "LOC",
    "f": "FAC",
    "e": "EVENT",
    "t": "PRODUCT",
    "w": "WORK_OF_ART",
    "k": "LAW",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its tag as written and the code points it covers in the text without marks."""

    tag: str
    start: int
    end: int


def unmarked(marked: str) -> tuple[str, list[Mark]]:
    """The text without marks, and the marks by start, longer ones first. Raises ValueError for unmatched braces."""
    text: list[str] = []
    marks: list[Mark] = []
    open_: list[tuple[str, int]] = []
    length = 0
    for tag, piece, closes in _pieces(marked):
        if tag is not None:
            open_.append((tag, length))
        text.append(piece)
        length += len(piece)
        if closes:
            if not open_:
                message = f"nothing to close at {''.join(text)[-40:]!r}"
                raise ValueError(message)
            name, start = open_.pop()
            marks.append(Mark(name, start, length))
    if open_:
        message = f"never closed: {open_[-1]}"
        raise ValueError(message)
    return "".join(text), sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _pieces(marked: str) -> Iterator[tuple[str | None, str, bool]]:
    """Tag that opens before the piece or None, the piece, whether a mark closes behind it."""
    at = 0
    tag: str | None = None
    while at < len(marked):
        end = next((i for i in range(at, len(marked)) if marked[i] in "{}"), len(marked))
        yield tag, marked[at:end], end < len(marked) and marked[end] == "}"
        tag = None
        at = end + 1
        if end < len(marked) and marked[end] == "{":
            bar = marked.index("|", at)
            tag = marked[at:bar]
            at = bar + 1
            if at >= len(marked):
                message = f"a mark without text: {tag}"
                raise ValueError(message)
