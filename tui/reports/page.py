"""A report as one HTML page that needs nothing beside itself: no script, no address, every word of a text escaped."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from tui.reports.content import Alone, Line, Shared, StoryReport, Variants

_STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}table"
    "{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}th,td{text-align:left;vertical-align:top;"
    "padding:.25rem .6rem;border-bottom:1px solid #d0d7de}h3{margin:1.2rem 0 .2rem}.conflict{color:#b5300b}"
    ".compatible{color:#7a5a00}.agree{color:#1a6b3c}.dim{color:#5b6570}@media(prefers-color-scheme:dark){"
    "body{color:#c9d1d9;background:#11151a}th,td{border-color:#343a42}.conflict{color:#ff6a3d}.compatible{color:#f0e442}"
    ".agree{color:#3fc69b}.dim{color:#a3adbd}}"
)


def page(reports: Iterable[StoryReport]) -> str:
    """The reports one after the other in one page."""
    told = list(reports)
    title = escape(told[0].title if len(told) == 1 else f"{len(told)} stories compared")
    body = "\n".join(line for report in told for line in _story(report))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    return (
        f'<!doctype html>\n<html lang="en"><head>{head}<style>{_STYLE}</style></head>\n<body>\n{body}\n</body></html>\n'
    )


def _story(report: StoryReport) -> Iterator[str]:
    yield f"<h1>{escape(report.title)}</h1>"
    outlets = (
        f"<li><b>{one.letter}</b> {escape(one.name)} <span class=dim>{escape(one.day)}</span></li>"
        for one in report.outlets
    )
    yield f"<ul>{''.join(outlets)}</ul><h2>Ledger</h2>"
    yield from map(_line, report.ledger)
    yield f"<h2>Names</h2><ul>{''.join(map(_variants, report.variants))}</ul>"
    yield f"<h2>Shared quotations</h2><ul>{''.join(map(_shared, report.shared))}</ul>"
    yield f"<h2>In one outlet only</h2><ul>{''.join(map(_alone, report.alone))}</ul>"


def _line(line: Line) -> str:
    rows = (
        f"<tr><td>{one.outlet}¶{one.paragraph}</td><td>{escape(one.value)}</td><td>{escape(one.said_by)}</td>"
        f"<td class=dim>{escape(one.sentence)}</td></tr>"
        for one in line.figures
    )
    words = "".join(f"<li>{escape(word)}</li>" for word in (*line.reasons, *line.remarks))
    head = "<tr><th>where</th><th>value</th><th>who says so</th><th>sentence</th></tr>"
    title = f"<h3>{escape(line.about)} <span class={line.verdict}>{line.verdict}</span></h3>"
    return f"{title}<table>{head}{''.join(rows)}</table>" + (f"<ul>{words}</ul>" if words else "")


def _variants(one: Variants) -> str:
    names = "; ".join(
        f"{letter}: " + ", ".join(f"{escape(name)} ({count})" for name, count in found) for letter, found in one.names
    )
    return f"<li><b>{escape(one.title)}</b> <span class=dim>{escape(one.label)}</span> {names}</li>"


def _shared(one: Shared) -> str:
    words = "".join(f"<li>{letter}¶{paragraph}: “{escape(said)}”</li>" for letter, paragraph, said in one.wordings)
    return f"<li>{escape(one.speaker) or 'nobody named'}<ul>{words}</ul></li>"


def _alone(one: Alone) -> str:
    names = ", ".join(escape(name) for name, _ in one.names)
    figures = "; ".join(f"{escape(figure.value)} (¶{figure.paragraph})" for figure in one.figures)
    return f"<li><b>{one.outlet}</b> names: {names or 'none'}. Figures: {figures or 'none'}.</li>"
