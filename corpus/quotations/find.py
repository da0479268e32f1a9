"""The quotations of an article with their speakers."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from corpus.analysis import Mention
from corpus.quotations import words
from corpus.quotations.attribution import Found, beside, closes_sentence, follows_as_sentence, introduced
from corpus.quotations.clause import Line, Word, first_subject
from corpus.quotations.marks import Quoted, quoted
from corpus.quotations.quotation import Quotation
from corpus.span import Span

_REACH: Final = 400  # code points on each side of a quotation that are read
_FIGURES: Final = frozenset("CARDINAL DATE MONEY ORDINAL PERCENT QUANTITY TIME".split())
_LONGEST_LINE: Final = 4000  # code points of a paragraph in which a speaker goes on
_SMALL: Final = frozenset("a an and at by for from in of on or the to with".split())
_TITLE_END: Final = re.compile(
    r"\b(?:Capt|Lt|Sgt|Det|Supt|Insp|Maj|Col|Const|Cllr|Lieut|Ofc|Asst|Gen|Cpl|Cmdr|Adm|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Rev|Hon)\.\Z"
)
_SAYING: Final = frozenset("said says say saying shouted yelled replied answered wrote".split())
_CONTINUED: Final = "the speaker goes on"


def quotations(text: str, sentences: Sequence[Span], mentions: Sequence[Mention]) -> list[Quotation]:
    """What `text` quotes, by start; names and titles that stand in quotation marks are left out."""
    names = frozenset((each.span.start, each.span.end) for each in mentions if each.label not in _FIGURES)
    found = [each for each in quoted(text) if not _is_title(text, each, names)]
    return _Attribution(text, sentences, mentions, found).quotations() if found else []


class _Attribution:
    def __init__(
        self, text: str, sentences: Sequence[Span], mentions: Sequence[Mention], found: Sequence[Quoted]
    ) -> None:
        self._text = text
        self._starts = [span.start for span in sentences]
        self._ends = [span.end for span in sentences]
        self._line = Line(text, mentions)
        self._found = found
        self._speakers: list[Found | None] = []

    def quotations(self) -> list[Quotation]:
        for index in range(len(self._found)):
            self._speakers.append(self._direct(index) or self._inherited(index))
        self._share_with_former()
        return [
            Quotation(each.span, speaker[0] if speaker else None, speaker[1] if speaker else "")
            for each, speaker in zip(self._found, self._speakers, strict=True)
        ]

    def _direct(self, index: int) -> Found | None:
        """The speaker whom the sentence around the quotation names."""
        each = self._found[index]
        left, right = self._left(index), self._right(index)
        last = self._text[each.span.end - 1]
        if last == "." or (not each.closed and each.end == each.span.end):
            return introduced(left, right, begun=self._begins_sentence(index)) or follows_as_sentence(right)
        if last.isalnum() or (self._text[each.span.start].islower() and _is_told(left)):
            return (
                introduced(left, right, begun=self._begins_sentence(index)) or beside(right) or closes_sentence(right)
            )
        return beside(right) or introduced(left, right, begun=self._begins_sentence(index)) or closes_sentence(right)

    def _inherited(self, index: int) -> Found | None:
        """The speaker whom the text before it names, where the quotation stands for itself or ends a sentence."""
        each = self._found[index]
        before = self._found[index - 1] if index else None
        line = self._line_start(each.start)
        if before and before.end > line:
            gap = self._text[before.end : each.start]
            whole = self._is_whole(each)
            if not whole and not self._same_sentence(before, each):
                return None
            between = self._line.words(max(before.end, each.start - _REACH), each.start) if gap.strip() else []
            later = introduced(between) if whole else None
            earlier = self._speakers[index - 1]
            return later or (earlier and (earlier[0], _CONTINUED))
        if not self._is_whole(each):
            return None
        if self._text[line : each.start].strip():
            return self._from_sentence_before(line, each.start)
        return self._from_paragraph_before(index, line)

    def _from_sentence_before(self, low: int, high: int) -> Found | None:
        between = self._line.words(max(low, high - _REACH), high)
        found = introduced(between)
        if found:
            return found
        at = bisect_right(self._starts, high - 1) - 1
        start = self._starts[at] if at >= 0 else low
        sentence = self._line.words(max(low, start), high)
        subject = first_subject(sentence, 0, len(sentence))
        return (subject, "subject of the sentence before it") if subject else None

    def _from_paragraph_before(self, index: int, line: int) -> Found | None:
        """A paragraph that is nothing but a quotation goes on with what the one before it quotes or reports."""
        each = self._found[index]
        rest = self._text[each.end : each.end + _REACH].partition("\n")[0]
        alone = not rest.strip()
        high = line
        while high and self._text[high - 1].isspace():
            high -= 1
        low = self._line_start(high)
        before = self._found[index - 1] if index else None
        if before and before.end > low and (alone or not before.closed):
            earlier = self._speakers[index - 1]
            if earlier:
                return earlier[0], _CONTINUED
        if not alone or high - low < 2:
            return None
        found = introduced(self._line.words(max(low, high - _REACH), high))
        return found and (found[0], "named in the paragraph before it")

    def _share_with_former(self) -> None:
        """A quotation without a speaker has that of the next one, where they stand in one sentence or side by side."""
        for index in range(len(self._found) - 2, -1, -1):
            here, following = self._found[index], self._found[index + 1]
            speaker = self._speakers[index + 1]
            if self._speakers[index] is None and speaker and speaker[1] != _CONTINUED:
                gap = self._text[here.end : following.start]
                if "\n" not in gap and (not gap.strip() or self._same_sentence(here, following)):
                    self._speakers[index] = speaker[0], _CONTINUED

    def _left(self, index: int) -> list[Word]:
        """The words between the start of the sentence, or the quotation before, and the opening mark."""
        each = self._found[index]
        at = bisect_right(self._starts, each.start) - 1
        start = self._starts[at] if at >= 0 else 0
        if start == each.start and at > 0 and self._text[self._ends[at - 1] - 1] in ":,":
            start = self._starts[at - 1]
        start = max(start, each.start - _REACH, self._found[index - 1].end if index else 0)
        return self._line.words(start, each.start)

    def _begins_sentence(self, index: int) -> bool:
        """Whether the words before the quotation begin their sentence, and not behind another quotation in it."""
        return not index or not self._same_sentence(self._found[index - 1], self._found[index])

    def _right(self, index: int) -> list[Word]:
        """The words between the closing mark and the end of the sentence, or the next quotation, on the same line."""
        low = self._found[index].end
        while self._text[low : low + 1] in (" ", "\u00a0", "\t"):
            low += 1
        at = bisect_right(self._starts, low) - 1
        high = self._ends[at] if at >= 0 and self._ends[at] > low else low + _REACH
        while at + 1 < len(self._ends) and _TITLE_END.search(self._text, max(low, high - 12), high):
            at += 1
            high = self._ends[at]
        line = self._text.find("\n", low, high)
        high = min(high, len(self._text), line if line >= 0 else high, low + _REACH)
        if index + 1 < len(self._found):
            high = min(high, self._found[index + 1].start)
        return self._line.words(low, high) if low < high else []

    def _line_start(self, offset: int) -> int:
        """Where the line around `offset` begins, or a place far before it."""
        low = max(0, offset - _LONGEST_LINE)
        return self._text.rfind("\n", low, offset) + 1 or low

    def _same_sentence(self, first: Quoted, second: Quoted) -> bool:
        return not any(mark in self._text[first.span.end - 1 : second.start] for mark in ".!?\n")

    def _is_whole(self, each: Quoted) -> bool:
        """Whether whole sentences are quoted, and not words within one of the reporter's."""
        return self._text[each.span.start].isupper() or not self._text[each.span.start].isalnum()


def _is_told(left: Sequence[Word]) -> bool:
    """Whether a verb of saying stands shortly before a quotation, as in "she said he was …"."""
    return any(word.lower in words.SAID for word in left[-8:])


def _is_title(text: str, each: Quoted, names: frozenset[tuple[int, int]]) -> bool:
    """Whether a name or the title of a work stands in the marks: no sentence, all its words with capitals."""
    surface = each.span.surface(text)
    before = text[max(0, each.start - 40) : each.start].rpartition("\n")[2].split()
    if not before or before[-1][-1] in ":," or surface[-1] in ".!?,…" or len(surface) > 80:
        return False
    if (each.span.start, each.span.end) in names:
        return True
    parts = surface.split()
    capitals = all(part[0].isupper() or not part[0].isalpha() or part in _SMALL for part in parts)
    return capitals and parts[0][0].isupper() and before[-1].lower() not in _SAYING
