"""An article as words: which have a capital, and which capitals tell nothing."""

import re
from bisect import bisect_left, bisect_right
from typing import Final

from corpus.mentions.common_words import COMMON
from corpus.mentions.head_words import SHIP_PREFIXES
from corpus.mentions.judged import Read

_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.[^\W\d_](?![^\W_])|[^\W_]+(?:['’][^\W_]+)*")
_SHORT: Final = re.compile(r"\(([A-Z]{2,6})s?\)")
_POSSESSIVE: Final = ("'s", "’s", "'S", "’S")
_TIGHT: Final = frozenset((" ", "\u00a0", "-", "‑", " & ", "&"))
_STOPS: Final = frozenset((". ", ".\u00a0", "."))
_ABBREVIATIONS: Final = frozenset(
    "St Ste Mt Ft Jr Sr Dr Mr Mrs Ms Lt Col Capt Sgt Maj Gen Gov Sen Rep Det Insp Supt Prof Rev Cpl Adm Cmdr Pvt Hon "
    "N S E W NE NW SE SW Ave Blvd Rd".split()
)
_JOINTS: Final = frozenset("/_+=@#")
_BREAKS: Final = "!?:•|…`—–"
_OPENING: Final = "\"“„«‘'"
_LOUD: Final = 0.7  # share of the longer words of a headline that have a capital
_LONG: Final = 4  # code points of a word that a headline writes with a capital
_ADDRESS: Final = 100  # code points of an address that are looked at
_NUMBERED: Final = ("ers", "News", "TV")  # what names that begin with digits end with: "76ers", "10News"


class Page:
    """The words of an article.

    `words` and `ends` are without a possessive ending, `full` are the ends with it. `common` are the words that the
    story writes without a capital, `cased` those that it writes with one where that tells something, and `tails` those
    that end names of several words.
    """

    def __init__(self, article: Read) -> None:
        text = self.text = article.text
        found = [(match.start(), match.group()) for match in _WORD.finditer(text)]
        self.starts = [start for start, _ in found]
        self.full = [start + len(word) for start, word in found]
        self.words = [word[:-2] if word.endswith(_POSSESSIVE) and len(word) > 2 else word for _, word in found]
        self.ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        self.common: frozenset[str] = frozenset()
        self.cased: frozenset[str] = frozenset()
        self.tails: frozenset[str] = frozenset()
        self.sporting = False
        self._sentences = {span.start for span in article.sentences}
        self._region_starts: list[int] = []
        self._region_ends: list[int] = []
        for span in sorted(region.span for region in article.regions):
            if self._region_ends and span.start <= self._region_ends[-1]:
                self._region_ends[-1] = max(self._region_ends[-1], span.end)
            else:
                self._region_starts.append(span.start)
                self._region_ends.append(span.end)
        self._loud: set[int] = set()
        self._read_lines()
        self.capitals = [
            index
            for index, word in enumerate(self.words)
            if (word[0].isupper() or (word[0].isdigit() and word.endswith(_NUMBERED))) and self._counts(index)
        ]

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it, a possessive ending with it."""
        return self.text[self.ends[index - 1] : self.starts[index]] if 0 < index < len(self.words) else "\n"

    def word(self, index: int) -> str:
        """The word, "" beyond the ends of the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def lower(self, index: int) -> str:
        """The word in lower case, "" beyond the ends of the text."""
        return self.word(index).lower()

    def joined(self, first: int, last: int) -> str:
        """The words `first` to `last` (exclusive) with one blank between them."""
        return " ".join(self.words[first:last])

    def named(self, first: int, last: int) -> list[str]:
        """The words `first` to `last` (exclusive) with the "&" between them."""
        words = self.words[first:last]
        if "&" not in self.text[self.starts[first] : self.ends[last - 1]]:
            return words
        for index in range(last - 1, first, -1):
            if "&" in self.gap(index):
                words.insert(index - first, "&")
        return words

    def upper(self, index: int) -> bool:
        """Whether there is such a word and it begins with a capital."""
        return 0 <= index < len(self.words) and self.words[index][0].isupper()

    def owns(self, index: int) -> bool:
        """Whether the word has a possessive ending."""
        return self.full[index] != self.ends[index]

    def begins(self, index: int) -> bool:
        """Whether a capital at this word tells nothing, because a sentence, a line or a quotation begins with it."""
        if index == 0 or self.starts[index] in self._sentences:
            return True
        gap = self.gap(index)
        if gap in _TIGHT:
            return False
        if "\n" in gap or any(mark in gap for mark in _BREAKS):
            return True
        if gap[-1:] and gap[-1] in _OPENING and gap[0] != "(":
            return True
        before = self.words[index - 1]
        return "." in gap and before not in _ABBREVIATIONS and len(before) > 1

    def tied(self, index: int) -> bool:
        """Whether a word and the one before it may be parts of one name."""
        gap = self.gap(index)
        if gap in _TIGHT:
            return True
        if gap not in _STOPS or self.words[index].lower() in COMMON:
            return False
        before = self.words[index - 1]
        if len(before) == 1 and before.isupper():
            return True
        return self.starts[index] not in self._sentences and (before in _ABBREVIATIONS or before in SHIP_PREFIXES)

    def loud(self, index: int) -> bool:
        """Whether the word stands in a line of capitals, which tell nothing there."""
        return index in self._loud

    def before(self, index: int) -> str:
        """The word in front of one in the same clause, in lower case; "" where a clause begins."""
        return self.words[index - 1].lower() if index > 0 and _blank(self.gap(index)) else ""

    def after(self, index: int) -> str:
        """The word behind one in the same clause; "" where the clause ends, or behind an owner."""
        if index + 1 >= len(self.words) or self.owns(index):
            return ""
        return self.words[index + 1] if _blank(self.gap(index + 1)) else ""

    def at(self, start: int, end: int) -> tuple[int, int]:
        """The words that share a code point with a stretch of the text: the first, and the one behind the last."""
        return bisect_right(self.full, start), bisect_left(self.starts, end)

    def abbreviated(self) -> list[str]:
        """What is short for common nouns: "gross domestic product (GDP)"."""
        found: list[str] = []
        for match in _SHORT.finditer(self.text):
            last = bisect_left(self.starts, match.start())
            words = self.words[max(0, last - len(match[1]) - 2) : last]
            initials = iter("".join(word[0] for word in words if word.islower()))
            if words and words[-1].islower() and all(letter in initials for letter in match[1].lower()):
                found.append(match[1])
        return found

    def folded(self, start: int, end: int) -> bool:
        """Whether a stretch of the text touches a region."""
        at = bisect_right(self._region_ends, start)
        return at < len(self._region_starts) and self._region_starts[at] < end

    def _counts(self, index: int) -> bool:
        """Whether a word may be part of a name: it lies in no region and in no address of the web."""
        return not self.folded(self.starts[index], self.full[index]) and not self._in_address(index)

    def _in_address(self, index: int) -> bool:
        start, end, text = self.starts[index], self.full[index], self.text
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if (after == "." and text[end + 1 : end + 2].isupper()) or (
            before == "." and text[max(start - 2, 0)].isupper()
        ):
            return self.words[index].isupper()
        if before not in _JOINTS and after not in _JOINTS:
            return text.startswith("www.", max(start - 4, 0))
        low = text.rfind(" ", max(start - _ADDRESS, 0), start) + 1 or max(start - _ADDRESS, 0)
        high = text.find(" ", end, end + _ADDRESS)
        token = text[low : high if high >= 0 else end + _ADDRESS]
        return before in {"@", "#", "_"} or "//" in token or "www" in token or token.count("/") > 1

    def _read_lines(self) -> None:
        first = 0
        while first < len(self.words):
            line_end = self.text.find("\n", self.starts[first])
            line_end = line_end if line_end >= 0 else len(self.text)
            last = bisect_left(self.starts, line_end)
            long = [word for word in self.words[first:last] if len(word) >= _LONG and word.isalpha()]
            closed = "." in self.text[self.full[last - 1] : line_end]
            if len(long) > 2 and not closed and sum(word[0].isupper() for word in long) >= _LOUD * len(long):
                self._loud.update(range(first, last))
            first = last


def _blank(gap: str) -> bool:
    return gap.isspace() and "\n" not in gap
