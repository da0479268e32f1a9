"""Who says so: the sources that a sentence names, and which of them speaks for which of its figures."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.claims.reporting import AMBIGUOUS, EVIDENCE, NOUNS, SPEAKERS, is_reporting
from corpus.quotations import words
from corpus.quotations.clause import Kind, Line, Word, after, before
from corpus.span import Span

_CUE: Final = re.compile(
    r"sa(?:y|id)|t(?:old|ells)|ccording|eport|onfirm|nnounc|stimat|laim|ount|list|nsist|stat|add|eveal|eclar|eliev|dmi|"
    r"cknowledg|lleg|not(?:e|ing)|xpla|estif|arn|rgu|ccus|dentif|nam|ecogn|den(?:y|ie)|uggest|onten|aintain|nform|isclos|"
    r"redict|roject|orecast|xpect|oast|tweet|wr(?:i|o)t|sser|onced|alculat|reckon|mphasi|ndicat|ecord|egist|romis|pledg|"
    r"ecall|escrib|rage|cit|erif|igure|data|toll|tally|poll|surve|ccount|ensus| put|show|gave|given|uppl|rovid|"
    r": [A-Z][^.:]*$"
)
_TRAILING: Final = frozenset((",", "”", '"', "’", "'", "—", "–", "-"))
_PARTICIPLE: Final = "ing"
_SHORT: Final = 12  # words that may follow the verb at the end of a sentence
_NAMES: Final = (Kind.PERSON, Kind.NAME, Kind.CAPITAL)
_GIVEN: Final = frozenset(
    "given supplied provided reported released published announced issued estimated confirmed".split()
)
_ENDS: Final = frozenset((".", ",", ";", "on", "in", "late", "early", "by", "after", "during", "at"))


class Source(NamedTuple):
    """Who says, and which offsets of the sentence are theirs: `low` to `high`; `rank` 0 is the closest bond."""

    span: Span
    low: int
    high: int
    rank: int
    reason: str


def sources(line: Line, low: int, high: int) -> list[Source]:
    """The sources that the sentence from `low` to `high` names, in the order in which they stand there."""
    if not _CUE.search(line.text, low, high):
        return []
    row = _without_brackets(line.words(low, high))
    found: list[Source | None] = []
    for at, word in enumerate(row):
        if word.kind is Kind.MARK or word.kind is Kind.PERSON:
            continue
        if word.lower == "according" and at + 1 < len(row) and row[at + 1].lower == "to":
            found.append(_according(row, at, low, high))
            continue
        if word.lower in NOUNS:
            found.append(_noun(row, at, high))
        if word.lower in _GIVEN and at + 1 < len(row) and row[at + 1].lower == "by":
            found.append(_given(row, at))
        elif word.kind is Kind.WORD and is_reporting(word.lower):
            found.append(_verb(row, at, low, high))
    found.append(_headline(row, low))
    return [one for one in found if one]


def source_of(found: Sequence[Source], offset: int) -> Source | None:
    """The source that speaks for what stands at `offset`: the closest bond, of equal ones the one that begins last."""
    best: Source | None = None
    for one in found:
        mine = one.low <= offset < one.high and not one.span.start <= offset < one.span.end
        if mine and (best is None or (one.rank, -one.low, -one.span.start) < (best.rank, -best.low, -best.span.start)):
            best = one
    return best


def _without_brackets(row: Sequence[Word]) -> list[Word]:
    """The words without short brackets: "the Sea Rescue Centre (SRC) said"."""
    kept: list[Word] = []
    skip = 0
    for at, word in enumerate(row):
        if at < skip:
            continue
        if word.lower == "(" and (
            end := next((one for one in range(at + 1, min(at + 5, len(row))) if row[one].lower == ")"), 0)
        ):
            skip = end + 1
            continue
        kept.append(word)
    return kept


def _according(row: Sequence[Word], at: int, low: int, high: int) -> Source | None:
    speaker = after(row, at + 1)
    if speaker is None:
        return None
    behind = next((index for index in range(at, len(row)) if row[index].start >= speaker.end), len(row))
    explained = any(word.lower in ("which", "who") for word in row[behind : behind + 2])
    return Source(speaker, low, speaker.start if explained and at else high, 1, "according to")


def _noun(row: Sequence[Word], at: int, high: int) -> Source | None:
    """As in "the ministry's claims of having killed 70", "by their count", "a claim by the union that 12"."""
    if at >= 2 and row[at - 1].lower in ("'s", "’s", "'", "’") and row[at - 2].kind in _NAMES:
        owner = row[at - 2]
        counted_by = at >= 3 and row[at - 3].lower == "by"
        low = _segment(row, at) if counted_by else row[at].end
        return Source(Span(owner.start, owner.end), low, high, 0, f"{row[at].lower} of")
    if (
        at + 2 < len(row)
        and row[at + 1].lower in (("by", "of") if _after_by(row, at) else ("by",))
        and (speaker := after(row, at + 1))
    ):
        return Source(speaker, row[at].end, high, 0, f"{row[at].lower} by")
    return None


def _after_by(row: Sequence[Word], at: int) -> bool:
    """Whether "by" or "by the" stands before word `at`: "by the account of one of them"."""
    return "by" in (row[at - 1].lower if at else "", row[at - 2].lower if at > 1 else "")


def _given(row: Sequence[Word], at: int) -> Source | None:
    speaker = after(row, at + 1)
    return Source(speaker, _segment(row, at), row[at].start, 0, f"{row[at].lower} by") if speaker else None


def _segment(row: Sequence[Word], at: int) -> int:
    """Where the part of the sentence between marks begins in which word `at` stands."""
    while at > 0 and row[at - 1].lower not in (",", ";", "–", "—", "with", "and", "against"):
        at -= 1
    return row[at].start


def _headline(row: Sequence[Word], low: int) -> Source | None:
    """As in "36 dead, 19 missing: coast guard"."""
    colon = next((at for at in range(len(row) - 2, max(0, len(row) - 6), -1) if row[at].lower == ":"), None)
    if colon is None or any(word.kind not in _NAMES for word in row[colon + 1 :]):
        return None
    return Source(Span(row[colon + 1].start, row[-1].end), low, row[colon].start, 1, "named behind a colon")


def _verb(row: Sequence[Word], at: int, low: int, high: int) -> Source | None:
    word = row[at].lower
    following = row[at + 1].lower if at + 1 < len(row) else "."
    previous = row[at - 1].lower if at else ""
    acts = previous in words.BE or previous == "can" or previous.isdigit() or following in ("responsibility", "as")
    if acts and not word.endswith(_PARTICIPLE):
        return None
    if at and word in AMBIGUOUS and not _may_speak(row, at - 1):
        return None
    if previous in _TRAILING and at + 1 < len(row) and _begins_name(row[at + 1]) and (speaker := after(row, at)):
        return Source(speaker, low, row[at].start, 1, f"“{word}”")
    speaker = before(row, 0, at)
    if speaker is None:
        return _participle(row, at, high) if word.endswith(_PARTICIPLE) else None
    return _with_subject(row, at, speaker, (low, high))


def _with_subject(row: Sequence[Word], at: int, speaker: Span, bounds: tuple[int, int]) -> Source:
    low, high = bounds
    word = row[at].lower
    following = row[at + 1] if at + 1 < len(row) else None
    reason = f"“{word}”"
    if word.endswith(_PARTICIPLE):
        return Source(speaker, row[at].end, high, 2, reason)
    if _is_trailing(row, at, speaker):
        return Source(speaker, low, high, 1, reason)
    own = row[at].end
    if word in ("told", "tells") and following is not None:
        own = following.end  # whom they tell
    return Source(speaker, own, high, 1 if word in EVIDENCE else 0, reason)


def _is_trailing(row: Sequence[Word], at: int, speaker: Span) -> bool:
    """Whether subject and verb stand behind what is said: "…, its operator said in a statement"."""
    first = next((index for index, one in enumerate(row) if one.start >= speaker.start), at)
    while (
        first > 0
        and at - first < 9
        and row[first - 1].kind is not Kind.MARK
        and row[first - 1].lower not in words.BREAKS
    ):
        first -= 1
    if not first or row[first - 1].lower not in _TRAILING:
        return False
    following = row[at + 1] if at + 1 < len(row) else None
    if following is None or following.lower in _ENDS or following.kind is Kind.TIME:
        return True
    rest = row[at + 1 :]
    return len(rest) <= _SHORT and not any(word.lower == "that" for word in rest[:3])


def _begins_name(word: Word) -> bool:
    return word.kind in _NAMES or word.lower in words.DETERMINERS


def _participle(row: Sequence[Word], at: int, high: int) -> Source | None:
    """The subject of "saying" and "adding" is that of the verb before it."""
    for index in range(at - 1, 0, -1):
        if is_reporting(row[index].lower) and not row[index].lower.endswith(_PARTICIPLE):
            speaker = before(row, 0, index)
            return Source(speaker, row[at].end, high, 0, f"“{row[at].lower}”") if speaker else None
    return None


def _may_speak(row: Sequence[Word], at: int) -> bool:
    while at > 0 and row[at].lower in words.ADVERBS:
        at -= 1
    return row[at].kind in _NAMES or row[at].lower in words.PRONOUNS or row[at].lower in SPEAKERS
