"""A report as Markdown; nothing in a text can be taken for markup."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tui.reports.content import Figure, StoryReport

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|~^$-])")


def markdown(reports: Iterable[StoryReport]) -> str:
    """The reports one after the other, a heading each."""
    return "\n".join(line for report in reports for line in _story(report)) + "\n"


def plain(words: str) -> str:
    """The words with a backslash before what Markdown gives a meaning; an HTML entity cannot come about either."""
    return _SPECIAL.sub(r"\\\1", words).replace("&", "&amp;")


def _story(report: StoryReport) -> Iterator[str]:
    yield from (f"# {plain(report.title)}", "")
    for outlet in report.outlets:
        yield f"- **{outlet.letter}** {plain(', '.join(filter(None, (outlet.name, outlet.day))))}"
    yield from ("", "## Ledger", "")
    for line in report.ledger:
        yield from (
            f"### {plain(line.about)}: {line.verdict}",
            "",
            "| where | value | who says so | sentence |",
            "|---|---|---|---|",
        )
        yield from (_row(figure) for figure in line.figures)
        yield ""
        yield from (f"- {plain(word)}" for word in (*line.reasons, *line.remarks))
        yield ""
    yield from ("## Names", "")
    for one in report.variants:
        names = "; ".join(
            f"{letter}: " + ", ".join(f"{plain(name)} ({count})" for name, count in found)
            for letter, found in one.names
        )
        yield f"- **{plain(one.title)}** ({one.label}): {names}"
    yield from ("", "## Shared quotations", "")
    for said in report.shared:
        yield f"- {plain(said.speaker) or 'nobody named'}"
        yield from (f"    - {letter}¶{paragraph}: “{plain(words)}”" for letter, paragraph, words in said.wordings)
    yield from ("", "## In one outlet only", "")
    for alone in report.alone:
        names = ", ".join(plain(name) for name, _ in alone.names)
        figures = "; ".join(f"{plain(figure.value)} (¶{figure.paragraph})" for figure in alone.figures)
        yield f"- **{alone.outlet}** names: {names or 'none'}. Figures: {figures or 'none'}."
    yield ""


def _row(figure: Figure) -> str:
    where = f"{figure.outlet}¶{figure.paragraph}"
    return f"| {where} | {plain(figure.value)} | {plain(figure.said_by)} | {plain(figure.sentence)} |"
