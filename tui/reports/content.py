"""What a report of a story says, whatever it is written as: ledger, names, shared quotations, what one outlet has."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Article
from corpus.comparison import Comparison, Counted, Entry, Marked, Said
from corpus.display import shown_line
from corpus.label_map import FIGURE_LABELS
from corpus.names import normal_name
from tui.letters import letter_of

_COMMON = frozenset(("NORP",))  # names that say little of who is who


@dataclass(frozen=True, slots=True)
class Outlet:
    """One article: its letter, what it is called, and the day it appeared on ("" for not known)."""

    letter: str
    name: str
    day: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its place: `outlet` is a letter, `paragraph` counts from 1, `sentence` is the text around it."""

    outlet: str
    paragraph: int
    value: str
    said_by: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the ledger: what is counted, the verdict, the figures, why pairs differ, and remarks."""

    about: str
    verdict: str
    figures: tuple[Figure, ...]
    reasons: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variants:
    """One thing that is called differently: its best name, its label, and by letter the names with their counts."""

    title: str
    label: str
    names: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A quotation that several outlets have: who says it, and each one's letter, paragraph and words."""

    speaker: str
    wordings: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What one outlet has alone: names with their counts, and figures that stand in no row of the ledger."""

    outlet: str
    names: tuple[tuple[str, int], ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class StoryReport:
    """A story compared."""

    title: str
    outlets: tuple[Outlet, ...]
    ledger: tuple[Line, ...]
    variants: tuple[Variants, ...]
    shared: tuple[Shared, ...]
    alone: tuple[Alone, ...]


def report_of(title: str, articles: Sequence[Article], comparison: Comparison) -> StoryReport:
    """The report of a story. All text in it has passed the display map, and is one line each."""
    report = _Report(articles, comparison)
    return StoryReport(
        shown_line(title),
        tuple(report.outlets()),
        tuple(report.ledger()),
        tuple(report.variants()),
        tuple(report.shared()),
        tuple(report.alone()),
    )


class _Report:
    def __init__(self, articles: Sequence[Article], comparison: Comparison) -> None:
        self._articles = articles
        self._comparison = comparison
        self._members: defaultdict[int, list[tuple[int, Marked]]] = defaultdict(list)
        for index, side in enumerate(comparison.sides):
            for one in side.marked:
                if one.cluster >= 0 and one.label not in FIGURE_LABELS:
                    self._members[one.cluster].append((index, one))

    def outlets(self) -> Iterator[Outlet]:
        for index, article in enumerate(self._articles):
            about = article.metadata
            yield Outlet(letter_of(index), shown_line(about.source or article.name), about.published[:10])

    def ledger(self) -> Iterator[Line]:
        order = {"conflict": 0, "compatible": 1, "agree": 2}
        for row in sorted(self._comparison.ledger, key=lambda row: order[row.verdict]):
            reasons = dict.fromkeys(pair.reason for pair in row.pairs if pair.verdict != "agree")
            figures = tuple(map(self._entry, row.entries))
            yield Line(
                shown_line(row.about),
                row.verdict,
                figures,
                tuple(map(shown_line, reasons)),
                tuple(map(shown_line, row.remarks)),
            )

    def variants(self) -> Iterator[Variants]:
        for cluster, members in sorted(self._members.items()):
            keys = {normal_name(self._surface(index, one)) for index, one in members}
            label = Counter(one.label for _, one in members).most_common(1)[0][0]
            if len(keys) > 1 and label not in _COMMON:
                yield Variants(shown_line(self._comparison.titles[cluster]), label, tuple(self._by_outlet(members)))

    def _by_outlet(self, members: Sequence[tuple[int, Marked]]) -> Iterator[tuple[str, tuple[tuple[str, int], ...]]]:
        for index in range(len(self._articles)):
            names = Counter(self._surface(index, one) for at, one in members if at == index)
            if names:
                yield letter_of(index), tuple(names.most_common())

    def shared(self) -> Iterator[Shared]:
        """Quotations in sentences that are aligned word for word, put together where they are the same one."""
        groups: list[set[tuple[int, Said]]] = []
        for one in self._comparison.aligned:
            first = self._said(one.a, one.start_a, one.end_a)
            second = self._said(one.b, one.start_b, one.end_b)
            if one.how == "verbatim" and first and second:
                ends = {*((one.a, said) for said in first), *((one.b, said) for said in second)}
                near = [group for group in groups if group & ends]
                groups = [group for group in groups if group not in near]
                groups.append(ends.union(*near))
        for group in sorted(map(sorted, groups)):
            speakers = (self._who(said.speaker, said.said_by) for _, said in group)
            wordings = tuple(
                (letter_of(index), self._paragraph(index, said.start), self._words(index, said.start, said.end))
                for index, said in group
            )
            yield Shared(shown_line(next(filter(None, speakers), "")), wordings)

    def alone(self) -> Iterator[Alone]:
        for index, side in enumerate(self._comparison.sides):
            names = Counter(
                self._comparison.titles[cluster]
                for cluster, members in self._members.items()
                for _, one in members
                if one.label not in _COMMON and {at for at, _ in members} == {index}
            )
            figures = tuple(self._single(index, one) for one in side.counted if one.group < 0 and one.counted)
            yield Alone(
                letter_of(index), tuple((shown_line(name), count) for name, count in names.most_common()), figures
            )

    def _entry(self, one: Entry) -> Figure:
        said_by = self._who(one.claimant, one.said_by)
        return self._figure(one.article, one.start, one.end, one.value, said_by)

    def _single(self, index: int, one: Counted) -> Figure:
        counts = one.value[-1:].isdigit()  # a measure says itself what it is of
        value = " ".join(filter(None, (one.value, one.counted if counts else "", one.predicate)))
        return self._figure(index, one.start, one.end, value, self._who(one.claimant, one.said_by))

    def _figure(self, index: int, start: int, end: int, value: str, said_by: str) -> Figure:
        sentence = self._sentence(index, start, end)
        return Figure(letter_of(index), self._paragraph(index, start), shown_line(value), shown_line(said_by), sentence)

    def _who(self, cluster: int, words: str) -> str:
        return self._comparison.titles[cluster] if cluster >= 0 else words

    def _surface(self, index: int, one: Marked) -> str:
        return self._words(index, one.start, one.end)

    def _paragraph(self, index: int, offset: int) -> int:
        return sum(bool(line.strip()) for line in self._articles[index].text[: offset + 1].split("\n"))

    def _sentence(self, index: int, start: int, end: int) -> str:
        """The line around a place, from the end of the sentence before to the end of its own."""
        text = self._articles[index].text
        low = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1, 0)
        stops = [at for at in (text.find("\n", end), text.find(". ", end) + 1) if at > 0]
        return shown_line(" ".join(text[low : min(stops, default=len(text))].split()))

    def _said(self, index: int, start: int, end: int) -> list[Said]:
        """The quotations that begin in a sentence."""
        return [one for one in self._comparison.sides[index].said if start <= one.start < end]

    def _words(self, index: int, start: int, end: int) -> str:
        return shown_line(" ".join(self._articles[index].text[start:end].split()))
