"""A report as plain text that fits the terminal: what does not fit goes on in the next line, indented."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from tui.reports.content import Alone, Figure, Line, Shared, StoryReport, Variants

NARROWEST = 40  # cells
_SIGNS = {"conflict": "≠", "compatible": "≈", "agree": "="}
_MOST = 12  # figures of one outlet alone


def text(reports: Iterable[StoryReport], columns: int) -> str:
    """The reports one after the other, in lines of at most that many columns."""
    lines: list[str] = []
    for report in reports:
        lines += [*_story(report, max(columns, NARROWEST)), ""]
    return "\n".join(lines)


def _story(report: StoryReport, columns: int) -> Iterator[str]:
    yield from _wrapped(report.title, columns)
    yield "=" * min(columns, max(len(report.title), 1))
    for outlet in report.outlets:
        yield from _wrapped(" · ".join(filter(None, (f"{outlet.letter}  {outlet.name}", outlet.day))), columns, "   ")
    alone = [one for one in report.alone if one.names or one.figures]
    yield from _section("Ledger", [_line(one, columns) for one in report.ledger], "no figures to hold side by side")
    yield from _section("Names", [_variants(one, columns) for one in report.variants], "nothing has two names")
    yield from _section("Shared quotations", [_shared(one, columns) for one in report.shared], "none")
    yield from _section("In one outlet only", [_alone(one, columns) for one in alone], "nothing")


def _section(title: str, rows: Sequence[Iterable[str]], otherwise: str) -> Iterator[str]:
    yield from ("", title, "-" * len(title))
    if not rows:
        yield otherwise
    for row in rows:
        yield from row


def _line(line: Line, columns: int) -> Iterator[str]:
    yield from _wrapped(f"{_SIGNS[line.verdict]} {line.about}", columns)
    for figure in line.figures:
        yield from _wrapped(f"  {_place(figure)}  {_value(figure)}", columns, " " * 8)
    for word in (*line.reasons, *line.remarks):
        yield from _wrapped(f"    ({word})", columns, " " * 5)


def _variants(one: Variants, columns: int) -> Iterator[str]:
    names = (f"{letter} " + ", ".join(f"{name} ×{count}" for name, count in found) for letter, found in one.names)
    yield from _wrapped(f"{one.label} {one.title}: {'; '.join(names)}", columns, "    ")


def _shared(one: Shared, columns: int) -> Iterator[str]:
    yield from _wrapped(one.speaker or "nobody named", columns)
    for letter, paragraph, words in one.wordings:
        yield from _wrapped(f"  {letter}¶{paragraph}  “{words}”", columns, " " * 8)


def _alone(one: Alone, columns: int) -> Iterator[str]:
    names = ", ".join(f"{name} ×{count}" if count > 1 else name for name, count in one.names)
    if names:
        yield from _wrapped(f"{one.outlet}  names: {names}", columns, "    ")
    shown = one.figures[:_MOST]
    if shown:
        more = f"; and {len(one.figures) - len(shown)} more" if len(shown) < len(one.figures) else ""
        figures = "; ".join(f"{_value(figure)} ¶{figure.paragraph}" for figure in shown)
        yield from _wrapped(f"{one.outlet}  figures: {figures}{more}", columns, "    ")


def _place(figure: Figure) -> str:
    return f"{figure.outlet}¶{figure.paragraph}".ljust(5)


def _value(figure: Figure) -> str:
    return f"{figure.value} ({figure.said_by})" if figure.said_by else figure.value


def _wrapped(words: str, columns: int, indent: str = "") -> list[str]:
    return textwrap.wrap(words, columns, subsequent_indent=indent, break_on_hyphens=False) or [""]
