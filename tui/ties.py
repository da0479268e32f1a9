"""Ties between places on the desk: which one the verbs are about, and what was decided on each."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from annotations.decide import End
from annotations.model import FIGURE_TIES, About, Relation, Tie, Verdict
from corpus.span import Span
from tui.compared import Compared, Spot, conflicting, spot_of
from tui.marks import Mark
from tui.selection import Selection

if TYPE_CHECKING:
    from annotations.article_state import TieKey
    from tui.desk import Desk
    from tui.hand_rows import Said


class Focus(NamedTuple):
    """The tie that the verbs are about, between two places; `reason` is why it is proposed."""

    tie: Tie
    one: Spot
    other: Spot
    reason: str = ""


class Ties:
    """The ties of the articles on a desk.

    `differences` are the words in which an aligned passage that is in focus differs from the other, by article.
    `revision` counts how often what was decided on ties has changed.
    """

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.revision = 0
        self.clear()

    def clear(self) -> None:
        """Forget what belonged to other articles."""
        self.focus: Focus | None = None
        self._focused_at: tuple[int, Selection] | None = None
        self.differences: dict[int, list[tuple[int, int]]] = {}
        self._alerts: list[set[tuple[int, int]]] = [set() for _ in self._desk.views]
        self._alert_starts: list[list[int]] = [[] for _ in self._desk.views]
        self.live: set[int] = set()
        self._names: dict[int, dict[str, str]] = {}
        self._rows: dict[int, list[str]] = {}
        self._figures: list[tuple[Spot, Spot, Relation]] | None = None
        self._mentions: list[tuple[Spot, Spot, Relation]] | None = None
        self._left: dict[int, list[Spot]] | None = None
        self.revision += 1

    # What the verbs are about

    def look_at(self, focus: Focus | None) -> None:
        """Have the verbs be about a tie, as long as the selection stays where it is."""
        desk = self._desk
        self._redraw_differences()
        self.focus, self._focused_at = focus, (desk.active, desk.view.selection)
        self.differences = _differences(desk, focus) if focus is not None and focus.tie is Tie.ALIGNED else {}
        self._redraw_differences()

    def settle(self) -> None:
        """Forget the tie when the selection has moved."""
        if self.focus is not None and self._focused_at != (self._desk.active, self._desk.view.selection):
            self.look_at(None)

    def _redraw_differences(self) -> None:
        for index, places in self.differences.items():
            self._desk.dirt.stretches.append((index, places[0][0], places[-1][1]))

    # What was decided

    def end(self, spot: Spot) -> End:
        """A place as decisions know it."""
        article = self._desk.views[spot.article].article
        return End(article.id, article.text, spot.span, self._desk.workspace.state(article.id))

    def relation(self, tie: Tie, one: Spot, other: Spot) -> Relation | None:
        """What was decided on the tie of two places, whichever of them comes first."""
        first, second = self.end(one), self.end(other)
        there: TieKey = (tie, first.span, second.article_id, second.span)
        back: TieKey = (tie, second.span, first.article_id, first.span)
        return first.state.relations.get(there) or second.state.relations.get(back)

    def verdict(self, tie: Tie, one: Spot, other: Spot) -> str:
        """The verdict on the tie of two places; "" where nothing was decided."""
        relation = self.relation(tie, one, other)
        return relation.verdict.value if relation is not None else ""

    def row_verdicts(self, number: int) -> list[str]:
        """What was decided on each pair of a row that is in conflict."""
        compared = self._desk.compared
        if compared is None:
            return []
        found = self._rows.get(number)
        if found is None:
            entries = compared.row(number).entries
            ends = [(spot_of(entries[pair.a]), spot_of(entries[pair.b])) for pair in conflicting(compared.row(number))]
            found = self._rows[number] = [self.verdict(Tie.CONFLICT, *pair) for pair in ends]
        return found

    def row_verdict(self, number: int) -> str:
        """What that amounts to: accepted where one pair is; "" while one is open; rejected where all are.

        A row without conflicts is accepted where anybody said so of two of its figures.
        """
        verdicts = self.row_verdicts(number)
        if Verdict.ACCEPTED in verdicts or (not verdicts and self._is_said(number)):
            return Verdict.ACCEPTED.value
        if not verdicts or "" in verdicts:
            return ""
        return Verdict.UNSURE.value if Verdict.UNSURE in verdicts else Verdict.REJECTED.value

    def _is_said(self, number: int) -> bool:
        """Whether the reviewer said what two figures of a row are to each other."""
        row = self._desk.compared.row(number) if self._desk.compared is not None else None
        own = set(map(spot_of, row.entries)) if row is not None else set[Spot]()
        return any({one, other} <= own and each.verdict is Verdict.ACCEPTED for one, other, each in self.of_figures())

    def name_verdicts(self, cluster: int) -> dict[str, str]:
        """What was decided on the forms of a name, where something was: verdicts by normalised name."""
        compared = self._desk.compared
        if compared is None:
            return {}
        found = self._names.get(cluster)
        if found is None:
            title = compared.title_mention(cluster)
            spots = [spot for spot in compared.members(cluster) if title is not None and spot != title]
            verdicts = ((compared.name(spot), self.verdict(Tie.SAME, title, spot)) for spot in spots if title)
            found = self._names[cluster] = {name: verdict for name, verdict in verdicts if verdict}
        return found

    def judge(self) -> None:
        """Find out anew which figures are in conflict: as proposed and not rejected, or as somebody decided."""
        desk = self._desk
        self.revision += 1
        self._names.clear()
        self._rows.clear()
        self._figures = self._mentions = self._left = None
        compared = desk.compared
        if compared is not None:
            self._judge_names(compared)
            if compared.decide(tuple(self._said())):
                desk.frame.rows_changed()
        alerts: list[set[tuple[int, int]]] = [set() for _ in desk.views]
        self.live = set()
        rows = [(number, compared.row(number)) for number in compared.conflicts] if compared is not None else []
        for number, row in rows:
            for pair, verdict in zip(conflicting(row), self.row_verdicts(number), strict=True):
                if verdict != Verdict.REJECTED:
                    self.live.add(number)
                    for spot in (spot_of(row.entries[pair.a]), spot_of(row.entries[pair.b])):
                        alerts[spot.article].add((spot.start, spot.end))
        for spot in self._accepted():
            alerts[spot.article].add((spot.start, spot.end))
        if alerts != self._alerts:
            desk.dirt.panes |= {index for index, own in enumerate(alerts) if own != self._alerts[index]}
            self._alerts = alerts
            self._alert_starts = [sorted(start for start, _ in own) for own in alerts]

    def _judge_names(self, compared: Compared) -> None:
        """Have mentions name what the reviewer says that they name, and be called so."""
        desk = self._desk
        said = tuple((_triple(one), _triple(other), each.verdict.value) for one, other, each in self.of_names())
        if compared.regroup(said):
            desk.dirt.everything = True
        states = [desk.workspace.state(view.article.id) for view in desk.views]
        told: dict[int, dict[str, str]] = {}
        if any(about is About.NAME for state in states for about, *_ in state.statements):
            from annotations.said_names import by_cluster, said_of_names  # noqa: PLC0415 (few stories have any)

            told = by_cluster(said_of_names(states), compared.cluster_at)
        compared.tell(told)

    def _accepted(self) -> Iterator[Spot]:
        """The figures that are in conflict because the reviewer says so."""
        for one, other, relation in self.of_figures():
            if relation.tie is Tie.CONFLICT and relation.verdict is Verdict.ACCEPTED:
                yield one
                yield other

    def of_figures(self) -> list[tuple[Spot, Spot, Relation]]:
        """What was decided on two figures of the desk, the oldest first, each with the two."""
        if self._figures is not None:
            return self._figures
        self._figures = sorted(self._of(FIGURE_TIES), key=lambda each: each[2].decided)
        return self._figures

    def of_names(self) -> list[tuple[Spot, Spot, Relation]]:
        """What was decided on whether two mentions of the desk name the same, by place, each with the two."""
        if self._mentions is None:
            self._mentions = sorted(self._of((Tie.SAME,)), key=lambda each: each[:2])
        return self._mentions

    def left(self, cluster: int) -> list[Spot]:
        """Mentions of which it was said that they do not name what a cluster names; one of each form that left it."""
        compared = self._desk.compared
        if self._left is None and compared is not None:
            found: dict[int, dict[str, Spot]] = {}
            for one, other, relation in self.of_names():
                own, its = compared.cluster_at(one), compared.cluster_at(other)
                if relation.verdict is Verdict.REJECTED and -1 not in {own, its} and own != its:
                    found.setdefault(own, {}).setdefault(compared.name(other), other)
            self._left = {number: list(forms.values()) for number, forms in found.items()}
        return (self._left or {}).get(cluster, [])

    def _of(self, ties: Collection[Tie]) -> Iterator[tuple[Spot, Spot, Relation]]:
        desk = self._desk
        numbers = {view.article.id: index for index, view in enumerate(desk.views)}
        for index, view in enumerate(desk.views):
            for one in desk.workspace.state(view.article.id).relations.values():
                if one.tie in ties and one.other_id in numbers:
                    yield _spot(index, one.span), _spot(numbers[one.other_id], one.other_span), one

    def _said(self) -> "Iterator[Said]":
        """What the reviewer says that two figures are to each other."""
        for one, other, relation in self.of_figures():
            if relation.verdict is Verdict.ACCEPTED:
                from tui.hand_rows import Said  # noqa: PLC0415 (few stories have anything of it)

                yield Said(relation.tie, one, other)

    def of_figure(self, spot: Spot) -> list[tuple[Spot, Relation]]:
        """What was decided on a figure and others, the oldest first, each with the other one."""
        both = self.of_figures()
        return [(other if one == spot else one, relation) for one, other, relation in both if spot in {one, other}]

    def between(self, one: Spot, other: Spot) -> Relation | None:
        """What was decided last on two figures."""
        return next((each for spot, each in reversed(self.of_figure(one)) if spot == other), None)

    def is_alert(self, index: int, mark: Mark) -> bool:
        """Whether a figure is in conflict."""
        own = self._alerts[index]
        return bool(own) and (
            (mark.span.start, mark.span.end) in own
            or ((origin := getattr(mark.of, "origin", None)) is not None and _pair(origin.span) in own)
        )

    def alert_between(self, index: int, start: int, end: int) -> bool:
        """Whether a figure in conflict begins in a stretch of an article."""
        starts = self._alert_starts[index]
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end


def _differences(desk: "Desk", focus: Focus) -> dict[int, list[tuple[int, int]]]:
    from corpus.alignments.differences import differences  # noqa: PLC0415 (wanted for one key)

    texts = [desk.views[spot.article].text for spot in (focus.one, focus.other)]
    found = differences(texts[0], focus.one.span, texts[1], focus.other.span)
    pairs = zip((focus.one, focus.other), found, strict=True)
    return {spot.article: [_pair(span) for span in spans] for spot, spans in pairs if spans}


def _spot(index: int, span: Span) -> Spot:
    return Spot(index, span.start, span.end)


def _triple(spot: Spot) -> tuple[int, int, int]:
    return spot.article, spot.start, spot.end


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end
