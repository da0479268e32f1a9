"""Who says it: what stands beside one quotation, read for a verb of saying and its subject."""

from collections.abc import Sequence
from typing import Final

from corpus.quotations import words
from corpus.quotations.clause import Kind, Word, after, before, ending_at, first_subject
from corpus.span import Span

Found = tuple[Span, str]  # the speaker, and in a few words how it was found

BY_COLON: Final = "introduced by a colon"

_LONGEST: Final = 26  # words between the closing mark and the verb of saying
_SHORT_END: Final = 9  # words that may follow the verb that ends a sentence
_SKIPPED: Final = frozenset((",", "—", "–", "-", "and", "then", "later", "also"))
_SHORT_NAME: Final = 5  # words of "The Caller:", the colon included
_JOINING: Final = frozenset(("and", "but", "or", "then", "before", "after", "while"))
_CROWDS: Final = frozenset(  # what speaks without a name
    """
    affidavit analysts authorities complaint court critics detectives doctors documents experts filing friends
    investigators lawyers locals neighbors neighbours officers officials organisers organizers police prosecutors
    records relatives release reports researchers residents scientists sources statement supporters who witnesses
    """.split()
)
_AFTER_VERB: Final = frozenset(
    (".", ",", "on", "in", "at", "to", "during", "via", "through", "by", "of", ":", ";", "—", "–")
)


def beside(line: Sequence[Word]) -> Found | None:
    """The speaker named right behind a closing mark, where `line` begins: "said X", "X said", "according to X"."""
    at = 0
    while at < len(line) and line[at].lower in _SKIPPED:
        at += 1
    if at >= len(line):
        return None
    if line[at].lower == "according" and at + 2 < len(line):
        return _named(after(line, at + 1), "followed by “according to”")
    if _is_verb(line, at):
        return _named(after(line, at), f"followed by “{line[at].lower}”")
    return _subject_and_verb(line, at) if _may_be_subject(line, at) else None


def _subject_and_verb(line: Sequence[Word], at: int) -> Found | None:
    """The subject that begins at index `at` and has a verb of saying before it has another one."""
    explained = False  # a comma began what only explains the subject
    for verb in range(at + 1, min(len(line), at + _LONGEST)):
        if line[verb].lower in _JOINING and line[verb - 1].lower != ",":
            continue
        if _is_verb(line, verb) and not line[verb].lower.endswith("ing"):
            commas = sum(word.lower == "," for word in line[at:verb])
            inverted = commas == 1 and line[verb - 1].lower == "," and line[at].kind is Kind.WORD
            speaker = after(line, verb) if inverted else None
            return _named(speaker or before(line, at, verb), f"followed by “{line[verb].lower}”")
        if line[verb].lower == ",":
            explained = True
        elif not explained and (line[verb].lower in words.BE or line[verb].lower in ("had", "has", "have")):
            return None
    return None


def closes_sentence(line: Sequence[Word]) -> Found | None:
    """The speaker named at the end of the sentence in which a quotation stands: "…, X said on Monday"."""
    commas = [index for index, word in enumerate(line) if word.lower == ","]
    for comma in commas[:4]:
        if line[comma + 1 : comma + 2] and line[comma + 1].lower == "according":
            return _named(after(line, comma + 2), "the sentence ends with “according to”")
        for verb in range(comma + 1, len(line)):
            if line[verb].lower == "," and verb + 1 in range(len(line)) and line[verb + 1].kind is Kind.WORD:
                continue
            if not _is_verb(line, verb) or line[verb].lower.endswith("ing"):
                continue
            rest = line[verb + 1 :]
            if len(rest) > _SHORT_END or (rest and rest[0].lower == "that"):
                break
            if not _may_be_subject(line, comma + 1) and verb != comma + 1:
                break
            speaker = before(line, comma + 1, verb) if verb > comma + 1 else after(line, verb)
            return _named(speaker, f"the sentence ends with “{line[verb].lower}”")
    return None


def follows_as_sentence(line: Sequence[Word]) -> Found | None:
    """As `beside`, where the quotation ended with a full stop: only where the verb ends its clause."""
    for verb in range(1, min(len(line), 12)):
        if _is_verb(line, verb):
            if verb == 1 and line[0].lower in ("he", "she"):
                return beside(line)
            following = line[verb + 1] if verb + 1 < len(line) else None
            if following is None or following.lower in _AFTER_VERB or following.kind is Kind.TIME:
                return beside(line)
            return None
    return beside(line) if line and _is_verb(line, 0) else None


def introduced(line: Sequence[Word], following: Sequence[Word] = (), *, begun: bool = True) -> Found | None:
    """The speaker named before an opening mark, where `line` ends; `following` are the words behind the closing one.

    `begun` says whether `line` begins its sentence: "adding" without a verb before it has its subject further back.
    """
    for verb in range(len(line) - 1, -1, -1):
        word = line[verb].lower
        if word == "to" and verb and line[verb - 1].lower == "according":
            return _named(after(line, verb), "“according to” before it")
        if not _is_verb(line, verb, passive=True):
            continue
        reason = f"“{word}” before it"
        speaker = _agent(line, verb, following)
        if not speaker and not _is_passive(line, verb):
            speaker = _subject(line, verb, begun=begun)
        if speaker:
            return speaker, reason
    if line and line[-1].lower == ":":
        if len(line) < _SHORT_NAME and all(word.kind is Kind.CAPITAL for word in line[:-1]):
            return _named(Span(line[0].start, line[-2].end) if len(line) > 1 else None, BY_COLON)
        return _named(first_subject(line, 0, len(line), persons_only=True), BY_COLON)
    return None


def _agent(line: Sequence[Word], verb: int, following: Sequence[Word]) -> Span | None:
    """Who acts in "described by X as “…”" and in "branded “…” by X"."""
    by = next((index for index in range(verb + 1, min(len(line), verb + 4)) if line[index].lower == "by"), None)
    if by is not None and not line[verb].lower.endswith("ing"):
        return after(line, by)
    participle = not verb or line[verb - 1].lower in (",", "was", "been", "who") or _is_passive(line, verb)
    return after(following, 0) if following and following[0].lower == "by" and participle else None


def _subject(line: Sequence[Word], verb: int, *, begun: bool) -> Span | None:
    if line[verb].lower.endswith("ing") or (verb and line[verb - 1].lower == "to"):
        return _subject_of_participle(line, verb, begun=begun)
    at = verb - 1
    while at >= 0 and line[at].lower in words.ADVERBS:
        at -= 1
    if at >= 0 and line[at].lower in _JOINING:
        return _subject_of_earlier(line, at) or first_subject(line, 0, at)
    if at < 0:
        return after(line, verb)
    return before(line, 0, verb) or after(line, verb)


def _subject_of_earlier(line: Sequence[Word], end: int) -> Span | None:
    for verb in range(end - 1, 0, -1):
        if _is_verb(line, verb) and not line[verb].lower.endswith("ing"):
            speaker = before(line, 0, verb)
            if speaker:
                return speaker
    return None


def _subject_of_participle(line: Sequence[Word], verb: int, *, begun: bool) -> Span | None:
    """Of "saying", "adding", "to say": the subject of the verb before it, else what it explains."""
    earlier = _subject_of_earlier(line, verb)
    if earlier or not begun:
        return earlier
    if verb and line[verb - 1].kind is not Kind.MARK and line[verb - 1].lower not in words.PREPOSITIONS | {"and", "to"}:
        return ending_at(line, 0, verb - 1)
    return before(line, 0, verb) or first_subject(line, 0, verb)


def _is_passive(line: Sequence[Word], verb: int) -> bool:
    at = verb - 1
    while at >= 0 and line[at].lower.endswith("ly"):
        at -= 1
    return at >= 0 and line[at].lower in words.BE and not line[verb].lower.endswith("ing")


def _is_verb(line: Sequence[Word], at: int, *, passive: bool = False) -> bool:
    """Whether the word at index `at` is a verb of saying or judging, and no noun; in the passive only if asked for."""
    word = line[at]
    if (word.kind is not Kind.WORD and at) or word.lower not in words.reporting():
        return False
    if not passive and _is_passive(line, at):
        return False
    if word.lower not in words.AMBIGUOUS or not at:
        return True
    if at + 1 < len(line) and line[at + 1].lower in words.reporting():
        return False
    previous = line[at - 1]
    plain = previous.kind in (Kind.PERSON, Kind.NAME, Kind.CAPITAL)
    return plain or previous.lower in words.PRONOUNS | words.ADVERBS | _CROWDS | _JOINING or previous.lower == ","


def _may_be_subject(line: Sequence[Word], at: int) -> bool:
    word = line[at]
    if word.kind in (Kind.PERSON, Kind.NAME, Kind.CAPITAL):
        return True
    lower = word.lower
    return lower in words.PRONOUNS | words.DETERMINERS | _CROWDS or (
        word.kind is Kind.WORD and lower not in words.PREPOSITIONS | words.BREAKS | words.ADVERBS | words.BE
    )


def _named(speaker: Span | None, reason: str) -> Found | None:
    return (speaker, reason) if speaker else None
