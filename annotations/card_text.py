"""Markdown for the card of a dataset: tables, words that mean nothing to it, numbers of things."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from corpus.display import shown_line


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The lines of a table; numbers have their thousands set apart, everything else is text."""
    names = list(head)
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in rows:
        yield f"| {' | '.join(_cell(value) for value in row)} |"


def _cell(value: object) -> str:
    if isinstance(value, Code):
        return value
    return f"{value:,}" if isinstance(value, int) else plain(str(value)).replace("|", "\\|")


class Code(str):
    """Words of ours that are Markdown already."""

    __slots__ = ()


def plain(text: str) -> str:
    """Text that Markdown takes for nothing else."""
    line = shown_line(text)
    for sign in "\\`*_[]<>":
        line = line.replace(sign, f"\\{sign}")
    return line


def yaml(text: str) -> str:
    """A string of YAML: one of JSON is one."""
    return json.dumps(shown_line(text), ensure_ascii=False)


def many(number: int, things: str) -> str:
    """A number of things, of which there may be one alone."""
    one = f"{things[:-3]}y" if things.endswith("ies") else things[:-1]
    return f"{number:,} {one if number == 1 else things}"


def figure(value: Decimal | None) -> str:
    """A score with three digits; a dash for none."""
    return "–" if value is None else f"{value:.3f}"
