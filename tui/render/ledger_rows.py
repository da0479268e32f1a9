"""The lines of the ledger over the whole screen: each group with its verdict, its figures with what is said there."""

from collections.abc import Iterator
from typing import Final

from corpus.display import shown_line
from corpus.span import Span
from tui.compared import CONFLICT, Spot, conflicting, spot_of
from tui.ledger import Ledger, Line
from tui.render.cells import cut, width
from tui.render.tie_words import NAME_OF, SIGN_OF, SIGNS, hand, place, question
from tui.render.words import Words, key_hints

WIDE: Final = 110  # cells from which on the words around a figure stand beside it
_SIGNS: Final = {CONFLICT: "≠", "compatible": "≈", "agree": "="}
_LONGEST: Final = 24  # cells of a figure in the lines below
_INDENT: Final = 8  # cells before the words around a figure that stand below it
_HINTS: Final = (
    ("ledger.open", "show"),
    ("ledger.accept", "conflict"),
    ("ledger.reject", "none"),
    ("ledger.unsure", "unsure"),
    ("ledger.compare", "compare"),
    ("ledger.filter", "all"),
    ("ledger.leave", "back"),
    ("ledger.help", "help"),
    ("ledger.next", "next group"),
)


def size_of(ledger: Ledger, line: Line, cells: int) -> int:
    """How many rows of the screen a line takes."""
    if line.entry >= 0:
        return 1 if cells >= WIDE else 2
    return 2 + len(ledger.compared.row(line.row).remarks)


def head(ledger: Ledger) -> list[Words]:
    """How much there is, and what is shown of it."""
    compared, live = ledger.desk.compared, ledger.desk.ties.live
    total = len(compared.rows) if compared is not None else 0
    words: list[Words] = [(" ledger ", "active"), (f"  {total} groups of figures", "strong")]
    words.append((f" · ≠{len(live)} in conflict", "conflict" if live else "dim"))
    words.append((" · all are shown" if ledger.all else " · conflicts are shown", "dim"))
    return [*words, (f" · {shown_line(ledger.desk.workspace.story.title)}", "dim")]


def rows(ledger: Ledger, cells: int) -> list[list[Words]]:
    """The lines in sight."""
    found: list[list[Words]] = []
    for index, line in enumerate(ledger.lines[ledger.top :], ledger.top):
        if len(found) >= ledger.height:
            break
        here = index == ledger.at
        found += (
            _group(ledger, line.row, cells, here=here) if line.entry < 0 else _entry(ledger, line, cells, here=here)
        )
    return found


def _group(ledger: Ledger, number: int, cells: int, *, here: bool) -> list[list[Words]]:
    """A group: its verdict with the reason, what it counts, what was decided on it; its remarks below it."""
    row, decided = ledger.compared.row(number), ledger.desk.ties.row_verdict(number)
    role = "conflict" if number in ledger.desk.ties.live else "dim"
    torn = conflicting(row)
    values = len({entry.value for entry in row.entries})
    told = f"{row.verdict}: {torn[0].reason}" if torn else row.verdict
    words: list[Words] = [("▎" if here else " ", "bar"), (f"{_SIGNS.get(row.verdict, ' ')} ", role)]
    words.append((shown_line(row.about) or "(nothing is said of what is counted)", "strong"))
    words.append((f"  {values} value{'s' * (values != 1)} in {len(row.entries)} places", "dim"))
    words.append((f"  {SIGNS[decided]} {decided}" if decided else "", "strong"))
    room = max(0, cells - sum(width(text) for text, _ in words) - 2)
    words.append((f"  {cut(shown_line(told), room)}", role))
    return [[], words, *([("     ", "plain"), (shown_line(remark), "dim")] for remark in row.remarks)]


def _entry(ledger: Ledger, line: Line, cells: int, *, here: bool) -> list[list[Words]]:
    """A figure: value, who says it, outlet and place; the words around it beside it, or below where room is short."""
    compared, desk = ledger.compared, ledger.desk
    row = compared.row(line.row)
    entry, spot = row.entries[line.entry], spot_of(row.entries[line.entry])
    about = desk.views[entry.article].article
    torn = any(line.entry in {pair.a, pair.b} for pair in conflicting(row))
    outlet = about.metadata.source or about.name
    columns = ((entry.value, 18), (compared.claimant(entry), 20), (place(desk, spot), 7), (outlet, 18))
    marked = "▸" if spot == ledger.marked else " "
    words: list[Words] = [("▎" if here else " ", "bar"), (f"{marked}{_decided(ledger, line)} ", "strong")]
    for number, (text, cells_of) in enumerate(columns):
        text = cut(shown_line(text), cells_of)  # noqa: PLW2901 (the same, as it is shown)
        role = "dim" if number else "active" if here else "conflict" if torn else "strong"
        words += [(text, "plain" if number == 1 else role), (" " * (cells_of + 1 - width(text)), "plain")]
    if cells >= WIDE:
        return [words + _around(ledger, spot, cells - sum(width(text) for text, _ in words))]
    bar = [("▎" if here else " ", "bar"), (" " * (_INDENT - 1), "plain")]
    return [words, bar + _around(ledger, spot, cells - _INDENT)]


def _decided(ledger: Ledger, line: Line) -> str:
    """What was said of a figure and others of its row: the sign of the relation, and the verdict on it."""
    row, ties = ledger.compared.row(line.row), ledger.desk.ties
    spots = [spot_of(entry) for entry in row.entries]
    own = [each for other, each in ties.of_figure(spots[line.entry]) if other in spots]
    if not own:
        return "  "
    last = min(own, key=lambda each: each.verdict.value)
    return f"{SIGN_OF[last.tie]}{SIGNS[last.verdict.value]}"


def _around(ledger: Ledger, spot: Spot, room: int) -> list[Words]:
    """The sentence around a figure, with the figure in it in sight."""
    view = ledger.desk.views[spot.article]
    sentence = view.units.sentence_at(spot.start) or Span(spot.start, spot.end)
    before = shown_line(" ".join(view.text[sentence.start : spot.start].split()))
    surface = shown_line(" ".join(view.text[spot.start : spot.end].split()))
    after = shown_line(" ".join(view.text[spot.end : max(sentence.end, spot.end)].split()))
    gap = " " if view.text[spot.end : spot.end + 1].isspace() else ""
    if width(before) > max(0, room // 2 - width(surface)):
        while before and width(before) + 1 > max(0, room // 2 - width(surface)):
            before = before.partition(" ")[2]
        before = f"…{before}"
    before = f"{before} " if before and view.text[spot.start - 1 : spot.start].isspace() else before
    surface = cut(surface, max(0, room - width(before)))
    return [(before, "dim"), (surface, "strong"), (cut(gap + after, max(0, room - width(before + surface))), "dim")]


def foot(ledger: Ledger) -> list[Words]:
    """What just happened, or what the verbs are about."""
    ledger.refresh()
    if ledger.message:
        return [(f" {shown_line(ledger.message)} ", "plain")]
    if ledger.asked is not None:
        return _question(ledger, *ledger.asked)
    if not ledger.lines:
        return [(" no figures are in conflict; tab shows every group", "plain")]
    said, pair, ties = list(_said(ledger)), ledger.pair(), ledger.desk.ties
    if said and (pair is None or ties.between(pair.one, pair.other) is not None):
        return said
    return question(ledger.desk, pair) if pair is not None else [(" nothing to decide on here", "dim")]


def _said(ledger: Ledger) -> Iterator[Words]:
    """What the figure under the cursor is to others, and who said so."""
    here = ledger.spot_here()
    for number, (other, _) in enumerate(ledger.desk.ties.of_figure(here) if here is not None else []):
        told = shown_line(f"{ledger.compared.surface(other)} {place(ledger.desk, other)}")
        yield (" · " if number else " ", "dim")
        yield (f"{hand(ledger.desk, here or other, other)}: ", "strong")
        yield (cut(told, _LONGEST), "plain")


def _question(ledger: Ledger, one: Spot, other: Spot) -> list[Words]:
    """What the two figures are to each other, with the keys that answer."""
    from tui.actions.figures import TIE_KEYS  # noqa: PLC0415 (seldom wanted)

    ends = (one, other)
    sides = (f"{cut(shown_line(ledger.compared.surface(spot)), _LONGEST)} {place(ledger.desk, spot)}" for spot in ends)
    words: list[Words] = [(f" {' and '.join(sides)}: ", "strong")]
    for key, tie in TIE_KEYS.items():
        words += [(f" {key} ", "key"), (NAME_OF[tie], "plain")]
    return [*words, ("  x ", "key"), ("no conflict", "plain"), ("  Esc ", "key"), ("leave", "plain")]


def hints(ledger: Ledger) -> list[Words]:
    """The keys that matter here."""
    return key_hints(ledger.keys.shortest, _HINTS)
