"""Which edges a name is likely to have, and what joining and splitting marks changes. Pure.

Edges are guessed from the text alone: what may be left off in front and behind, which capitalised words stand beside,
and under which longer or shorter names the story has other marks.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from annotations.article_state import ArticleState
from annotations.decide import RefusedError
from annotations.events import Change, Deleted, Judged, Noted, Rejudged
from annotations.model import Annotation, Proposal, Verdict
from corpus.graphemes import boundary_at
from corpus.names import normal_name
from corpus.span import Span, trimmed
from tui.selection import Selection

Trim = Callable[[str, Span], Span | None]

BESIDE: Final = 4  # capitalised words that are taken in on either side
_LINE: Final = 200  # code points that these words are looked for in
_ARTICLES: Final = frozenset(("the", "a", "an"))
_QUOTES: Final = frozenset("\"'`")
_STOPS: Final = frozenset(",.;:!?…")
_EDGES: Final = frozenset(("Pi", "Pf", "Ps", "Pe", "Pd"))
_PAIRS: Final = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("«", "»"))
_POSSESSIVES: Final = ("'s", "’s", "'S", "’S")


@dataclass(frozen=True, slots=True)
class Round(Selection):
    """The selection that a round of likely edges set out from, and the `spans` of the round, that one first."""

    spans: tuple[Span, ...]

    def behind(self, span: Span | None) -> list[Span]:
        """The spans that follow on `span` in the round, once around; empty where it is not in it."""
        if span not in self.spans:
            return []
        at = self.spans.index(span) + 1
        return [*self.spans[at:], *self.spans[: at - 1]]


def likely_edges(text: str, span: Span, names: Iterable[str] = ()) -> tuple[Span, ...]:
    """The other edges that `span` may rightly have, the likeliest first.

    `names` are the surfaces of marks elsewhere. No two of the spans are the same, none is blank, none parts what a
    reader sees as one character, and none leaves half a pair of brackets or quotes that `span` has whole.
    """
    trims: tuple[Trim, ...] = (_without_article, _without_titles, _without_possessive, _without_marks, _bare)
    found = [trim(text, span) for trim in trims]
    first, last = _first_beside(text, span.start), _last_beside(text, span.end)
    found += [Span(first, last), Span(first, span.end), Span(span.start, last)]
    found.append(_longest_named(text, span, names))
    torn = _is_torn(span.surface(text))
    kept = dict.fromkeys(one for one in found if one is not None and one != span)
    return tuple(one for one in kept if _is_whole(text, one) and (torn or not _is_torn(one.surface(text))))


def _without_article(text: str, span: Span) -> Span | None:
    """Without the article in front."""
    words = _words(text, span)
    return Span(words[1].start, span.end) if len(words) > 1 and _is_article(words[0].surface(text)) else None


def _without_titles(text: str, span: Span) -> Span | None:
    """Without the article and the titles in front; None for what is nothing but a title."""
    words = _words(text, span)
    left = next((word for word in words if not _is_title(word.surface(text))), None)
    return Span(left.start, span.end) if left is not None and left.start > span.start else None


def _without_possessive(text: str, span: Span) -> Span | None:
    """Without the 's behind."""
    ends = span.surface(text).endswith(_POSSESSIVES) and len(span) > 2
    return trimmed(text, span.start, span.end - 2) if ends else None


def _without_marks(text: str, span: Span) -> Span | None:
    """Without the quotes and punctuation around; a sign stays before a digit, a stop behind one inside (U.S.)."""
    start, end = span.start, span.end
    while start < end and _is_mark(text[start]) and not text[start + 1 : start + 2].isdigit():
        start += 1
    while end > start and _is_mark(text[end - 1]):
        words = text[start:end].split()
        if text[end - 1] == "." and words and "." in words[-1][:-1].rstrip("."):
            break
        end -= 1
    return trimmed(text, start, end)


def _bare(text: str, span: Span) -> Span | None:
    """Without all of it."""
    before: Span | None = None
    now = span
    while now != before:
        before = now
        for trim in (_without_marks, _without_possessive, _without_titles, _without_article):
            now = trim(text, now) or now
    return now


def _first_beside(text: str, start: int) -> int:
    """Where the capitalised words begin that end just before `start`, on its line; `start` where there are none."""
    first, low = start, max(0, start - _LINE)
    for _ in range(BESIDE):
        at = len(text[low:first].rstrip(" \t\u00a0")) + low
        begin = at
        while begin > low and _is_of_word(text[begin - 1]):
            begin -= 1
        if at in (first, begin) or not _is_capital(text[begin]):
            break
        first = begin
    return first


def _last_beside(text: str, end: int) -> int:
    """Where the capitalised words end that begin just behind `end`, on its line; `end` where there are none."""
    last, high = end, min(len(text), end + _LINE)
    for _ in range(BESIDE):
        at = high - len(text[last:high].lstrip(" \t\u00a0"))
        stop = at
        while stop < high and _is_of_word(text[stop]):
            stop += 1
        if at in (last, stop) or not _is_capital(text[at]):
            break
        last = stop
    word = Span(end, last) if last > end else None
    return (_without_possessive(text, word) or word).end if word is not None else end


def _longest_named(text: str, span: Span, names: Iterable[str]) -> Span | None:
    """The longest of `names` that stands over a part of `span` with the edges of words, the first of equal ones."""
    found: list[Span] = []
    for name in set(names):
        low, high = max(0, span.start - len(name) + 1), span.end + len(name) - 1
        at = text.find(name, low, high) if name else -1
        while at >= 0:
            found.append(Span(at, at + len(name)))
            at = text.find(name, at + 1, high)
    found = [one for one in found if one != span and not _cuts(text, one.start) and not _cuts(text, one.end)]
    return min(found, key=lambda one: (-len(one), one.start), default=None)


def _words(text: str, span: Span) -> list[Span]:
    """What white space parts in a span."""
    words: list[Span] = []
    at = span.start
    for word in span.surface(text).split():
        start = text.index(word, at)
        at = start + len(word)
        words.append(Span(start, at))
    return words


def _is_article(word: str) -> bool:
    return word.casefold() in _ARTICLES


def _is_title(word: str) -> bool:
    """Whether a name is the same name without that word in front."""
    return _is_article(word) or (word[0].isalpha() and normal_name(f"{word} x") == "x")


def _is_mark(char: str) -> bool:
    return char in _QUOTES or char in _STOPS or char.isspace() or unicodedata.category(char) in _EDGES


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char in "-'’&" or unicodedata.category(char)[0] == "M"


def _is_capital(char: str) -> bool:
    return char.isupper() or char.istitle()


def _is_torn(words: str) -> bool:
    """Whether a bracket or quote in it has lost its other half."""
    return words.count('"') % 2 > 0 or any(words.count(one) != words.count(other) for one, other in _PAIRS)


def _is_whole(text: str, span: Span) -> bool:
    """Whether there is a letter or digit in a span, and no character of a reader's is parted at its edges."""
    whole = all(boundary_at(text, edge) == edge for edge in (span.start, span.end))
    return whole and any(map(str.isalnum, span.surface(text)))


def _cuts(text: str, offset: int) -> bool:
    """Whether an edge at `offset` goes through a word."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


def halves(text: str, span: Span, at: int) -> tuple[Span, Span]:
    """The two parts of a span, of which the second begins at `at`; raises RefusedError where one would be nothing."""
    before = trimmed(text, span.start, at) if span.start < at else None
    behind = trimmed(text, at, span.end) if at < span.end else None
    if before is None or behind is None:
        message = "nothing to split off: go to the word that is to begin the second part"
        raise RefusedError(message)
    return before, behind


@dataclass(frozen=True, slots=True)
class Remade:
    """Marks of one `label` that are to be other ones: the old ones, and the spans of the new ones with their ids."""

    old: Sequence[Annotation | Proposal]
    new: Sequence[tuple[Span, str]]
    label: str
    verdict: Verdict = Verdict.ACCEPTED


def remade(
    state: ArticleState, text: str, wanted: Remade, proposals: Iterable[Proposal], ids: Callable[[], str]
) -> tuple[Change, ...]:
    """The changes, which belong into one step, that put annotations in place of marks.

    The first new one has the first old one's origin, and all notes. `proposals` are those of the article around there:
    one that would be open now though it was decided on, or that is a part of a new annotation, is rejected; `ids` gives
    the ids of these verdicts.
    """
    gone = [one for one in wanted.old if isinstance(one, Annotation)]
    made = _made(state, text, wanted, "; ".join(dict.fromkeys(one.note for one in gone if one.note)))
    changes: list[Change] = [*made, *(Deleted(one.id) for one in gone)]
    lost = {one.id for one in gone}
    left: list[Annotation | Judged] = [one for key, one in state.annotations.items() if key not in lost]
    left += [one for one in made if isinstance(one, Judged)]
    for one in proposals:
        awaited = _is_part(wanted, one) or any(_hides(other, one) for other in gone)
        if awaited and not any(_hides(other, one) for other in left):
            rejected = Judged(ids(), one.span, one.span.surface(text), one.label, Verdict.REJECTED, one)
            changes.append(rejected)
            left.append(rejected)
    return tuple(changes)


def _made(state: ArticleState, text: str, wanted: Remade, notes: str) -> list[Change]:
    """The changes that make the new annotations; one that is there already gets the verdict."""
    first = wanted.old[0]
    origin = first if isinstance(first, Proposal) else first.origin
    changes: list[Change] = []
    for span, identity in wanted.new:
        same = state.same(span, wanted.label)
        if same is None:
            changes.append(Judged(identity, span, span.surface(text), wanted.label, wanted.verdict, origin))
        elif same.verdict is not wanted.verdict:
            changes.append(Rejudged(same.id, wanted.verdict))
        if notes:
            known = f"{same.note}; " if same is not None and same.note else ""
            changes.append(Noted(identity if same is None else same.id, known + notes))
        origin, notes = None, ""
    return changes


def _is_part(wanted: Remade, proposal: Proposal) -> bool:
    """Whether a proposal is one of the old marks, or one of the label within a new annotation."""
    inside = proposal.label == wanted.label and any(span.contains(proposal.span) for span, _ in wanted.new)
    return inside or any(
        isinstance(one, Proposal) and (one.span, one.label) == (proposal.span, proposal.label) for one in wanted.old
    )


def _hides(decided: Annotation | Judged, proposal: Proposal) -> bool:
    """Whether a proposal is not open because of a decision, as `tui.marks` has it."""
    origin = decided.origin
    own = origin is not None and (origin.span, origin.label) == (proposal.span, proposal.label)
    return own or decided.span == proposal.span
