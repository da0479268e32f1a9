"""Runs of words with capitals, cut where a title or a common word shows that no name goes on."""

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.analysis import Mention
from corpus.mentions.common_words import (
    COMMON,
    NO_NAMES,
    NUMBERED_NOUNS,
    OFFICERS,
    PREFIXES,
    PREVIOUS,
    SOFT,
    WEEKDAYS_AND_MONTHS,
)
from corpus.mentions.context_words import ORG_NOUNS, SHIP_NOUNS
from corpus.mentions.gazetteer import NOTHING, doubtful_names, given_names, openings, world
from corpus.mentions.head_words import COMPANY_ENDS, ORG_STARTS, PARTICLES, SHIP_PREFIXES
from corpus.mentions.heads import head_label
from corpus.mentions.page import Page
from corpus.mentions.title_words import (
    GEOGRAPHIC,
    GIVEN_TITLES,
    OFFICES,
    OWNERS,
    PORTFOLIOS,
    ROLES,
    SURNAME_TITLES,
    TITLE_HEADS,
    TITLES,
)

OWNED: Final = frozenset(("'s ", "’s ", "' ", "’ ", "'s\u00a0", "’s\u00a0"))
_LONGEST: Final = 80  # code points of a model's mention that is taken for a name
_GOVERNMENTS: Final = frozenset(("administration", "government"))
_SUSPECTS: Final = PREVIOUS | NO_NAMES | WEEKDAYS_AND_MONTHS | NUMBERED_NOUNS | _GOVERNMENTS | PREFIXES | TITLES
_PARTIES: Final = frozenset(("R", "D", "I"))
_MONTHS_AND_NAMES: Final = frozenset(("may", "april", "june", "august", "jan"))
_RUN: Final = 40  # words that are looked at together
_PARTICLES: Final = 2  # in one name
_PARTICLE_GAPS: Final = frozenset((" ", "\u00a0", ".", ". "))
_PAIRS: Final = (2, 3)  # words of known names that are looked for


class Runs:
    """The runs of a page. `skipped` are words with a capital in no name; before each of `cuts` a name ends."""

    def __init__(self, page: Page, mentions: Sequence[Mention]) -> None:
        self._page = page
        self._kept: set[int] = set()
        self.organised: set[int] = set()
        self.skipped: set[int] = set()
        self.cuts: set[int] = set()
        for mention in mentions:
            if len(mention.span) <= _LONGEST:
                self._keep(*page.at(mention.span.start, mention.span.end), mention.label)

    def _keep(self, first: int, last: int, label: str) -> None:
        """Notes the words that a model takes for parts of a longer name, and which are therefore no titles."""
        page = self._page
        if last - first < 2:
            return
        if label == "ORG":
            self.organised.add(last - 1)
        begun = page.lower(first)
        headed = label != "PERSON" and bool(head_label(page.words[last - 1])) and begun not in COMMON
        self._kept.update(index for index in range(first, last - 1) if headed or page.lower(index) in SOFT)
        if label == "PERSON" and begun in GIVEN_TITLES and page.words[first] in given_names():
            self._kept.add(first)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """The stretches of words that may be names: the first word, and the one behind the last."""
        page = self._page
        first = last = -2
        for index in page.capitals:
            if index - first < _RUN and page.loud(index) == page.loud(first) and self._goes_on(last, index):
                last = index + 1
                continue
            if self._couple(index):
                self.cuts.add(index)
            yield from self._parts(first, last)
            first, last = index, index + 1
        yield from self._parts(first, last)

    def _goes_on(self, last: int, index: int) -> bool:
        """Whether a run whose words end before `last` goes on with a word."""
        page = self._page
        if index == last:
            return (page.tied(index) and not self._couple(index)) or owned(page, index)
        return last < index <= last + _PARTICLES and all(
            page.gap(number) in _PARTICLE_GAPS and (number == index or page.words[number] in PARTICLES)
            for number in range(last, index + 1)
        )

    def _couple(self, index: int) -> bool:
        """Whether a word is the second of two given names: "Ida & Owen Rees"."""
        page = self._page
        return page.gap(index) == " & " and {page.words[index - 1], page.words[index]} <= given_names()

    def _parts(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        page = self._page
        low = max(first, 0)
        for index in range(low, last):
            if index > low and self._of_two_peoples(index):
                yield low, index
                low = index
                self.cuts.add(index)
            if not page.upper(index) or not self._apart(index, low, last):
                continue
            high = self._before_title(low, index) if page.lower(index) in TITLES else index
            self.skipped.update(range(high, index + 1))
            if high > low:
                yield low, high
            low = index + 1
        if low < last:
            yield low, last

    def _of_two_peoples(self, index: int) -> bool:
        """Whether a people's name ends here: "pro-French People's Party", "Swedish-Israeli"."""
        page = self._page
        if world().get(page.words[index - 1], NOTHING)[0] != "NORP":
            return False
        if page.gap(index - 1) == "-" and page.lower(index - 2) in PREFIXES:
            return True
        both = f"{page.words[index - 1]}-{page.words[index]}"
        return page.gap(index) == "-" and world().get(page.words[index], NOTHING)[0] == "NORP" and both not in world()

    def _apart(self, index: int, low: int, last: int) -> bool:
        """Whether a word with a capital belongs to no name."""
        page = self._page
        word, plain = page.words[index], page.words[index].lower()
        initial = len(word) == 1 and page.text.startswith(".", page.ends[index])
        if index in self._kept or initial or (word.title() in openings() and self._known(index, last)):
            return False
        if (plain in _SUSPECTS or word in OFFICERS) and self._is_suspect(index, low, last):
            return True
        return self._is_unit(index) or self._is_party(index) or self._common(index, low, last)

    def _is_suspect(self, index: int, low: int, last: int) -> bool:
        """Whether a word of the lists is one of those here."""
        page = self._page
        word, plain = page.words[index], page.words[index].lower()
        return (
            plain in PREVIOUS
            or (word in OFFICERS and (word not in COMPANY_ENDS or index == low or page.joined(low, index) in world()))
            or (
                plain in NO_NAMES
                and not self._broadcasts(index)
                and not (word.isupper() and index + 1 < last and head_label(page.words[index + 1]))
            )
            or (plain in WEEKDAYS_AND_MONTHS and self._dated(index, last))
            or (plain in NUMBERED_NOUNS and page.after(index)[:1].isdigit())
            or (plain in _GOVERNMENTS and index == low + 1 and page.words[low] not in world())
            or (plain in PREFIXES and index + 1 < last and "-" in page.gap(index + 1))
            or (plain in TITLES and self._is_title(index, last))
        )

    def _broadcasts(self, index: int) -> bool:
        """Whether a word belongs to the call sign of a station: "KSL-TV"."""
        page = self._page
        return page.gap(index) == "-" and page.word(index - 1).isupper()

    def _known(self, index: int, last: int) -> bool:
        """Whether a known name of several words begins here."""
        runs = (self._page.joined(index, index + size) for size in _PAIRS if index + size <= last)
        return any(run in world() or (run.isupper() and run.title() in world()) for run in runs)

    def _dated(self, index: int, last: int) -> bool:
        page = self._page
        return (
            page.word(index - 1) != "The"
            and page.gap(index + 1) != "-"
            and not (index + 1 < last and page.lower(index) in _MONTHS_AND_NAMES)
        )

    def _is_unit(self, index: int) -> bool:
        """Whether a word is the unit of a number: "3 GW"."""
        page = self._page
        word = page.words[index]
        if not (len(word) < 5 and word.isupper() and index and page.gap(index) == " "):
            return False
        named = word in SHIP_PREFIXES or word in ORG_STARTS or word in world()
        return page.words[index - 1].isdigit() and not named

    def _is_party(self, index: int) -> bool:
        """Whether a word belongs to a politician's party and state: "R-Ohio"."""
        page = self._page
        if len(word := page.words[index]) > 1 and page.gap(index) != "-":
            return False
        first = index if word in _PARTIES else index - 1
        return page.word(first) in _PARTIES and page.gap(first + 1) == "-" and page.gap(first)[-2:] in {", ", " ("}

    def _common(self, index: int, low: int, last: int) -> bool:
        """Whether a word has its capital only from its place: a sentence begins with it, or it stands in a headline."""
        page = self._page
        word, plain, loud = page.words[index], page.lower(index), page.loud(index)
        first = index == low and page.begins(index)
        if plain in COMMON and len(word) > 2 and word.isupper() and word not in world():
            return True
        if not (first or loud) or (word.isupper() and word in world()):
            return False
        if loud and plain in page.common and word not in page.cased:
            return True
        if plain in COMMON and (loud or page.begins(index)):
            return True
        if not page.begins(index):
            return False
        role = word not in world() and (plain in ROLES or plain in ORG_NOUNS or plain in SHIP_NOUNS)
        return (plain in SOFT and word not in page.tails) or (role and index + 1 < last)

    def _is_title(self, index: int, last: int) -> bool:
        page = self._page
        if page.words[index] in SHIP_PREFIXES or (page.upper(index + 1) and owned(page, index + 1)):
            return False
        if index + 1 >= last:
            return page.lower(index) not in SURNAME_TITLES
        given = page.words[index + 1] in given_names() or page.words[index + 1] in doubtful_names()
        if head_label(page.words[index + 1]) and not (given and index + 2 < last):
            return False
        return not (page.lower(index) in TITLE_HEADS and head_label(page.words[last - 1]))

    def _before_title(self, low: int, index: int) -> int:
        """Where a name ends in front of a title and of what belongs to it: "Cook County | Deputy Chief Attorney"."""
        page = self._page
        high = index
        while high > low:
            word = page.lower(high - 1)
            office = word in OFFICES and (word not in GEOGRAPHIC or high - 1 == low)
            charge = page.lower(index) in PORTFOLIOS and not any(
                page.joined(first, high) in world() for first in range(max(low, high - 3), high)
            )
            if not (office or charge):
                break
            high -= 1
        return high


def owned(page: Page, index: int) -> bool:
    """Whether a word belongs to a name that goes on behind its owner: "People's Party"."""
    word, gap = page.lower(index - 1), page.gap(index)
    return gap in OWNED and word in OWNERS and ("s" in gap or word.endswith("s"))
