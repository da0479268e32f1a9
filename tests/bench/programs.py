"""The programs that are measured, in turn, and their figures in columns."""

import os
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.probe import Figures, run

FLOORS = Path(__file__).parents[3] / "shared" / "bench" / "floors"


@dataclass(frozen=True, slots=True)
class Target:
    """A program to measure."""

    name: str
    command: list[str]
    ready: str
    steps: Sequence[tuple[str, Sequence[str], int]] = ()
    idle: float = 0.0
    settle: float = 0.4


def measured(targets: Sequence[Target], runs: int, folder: Path) -> dict[str, list[Figures]]:
    """Every target that often, in turn, so that they share whatever the machine was doing."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "XDG_DATA_HOME": str(folder / "data")}
    env |= {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_STATE_HOME": str(folder / "state"), "NO_COLOR": ""}
    found: dict[str, list[Figures]] = {target.name: [] for target in targets}
    for number in range(runs + 1):
        for target in targets:
            figures = run(
                *(target.command, target.ready, target.steps),
                cwd=folder,
                env=env,
                idle=target.idle,
                settle=target.settle,
            )
            if number:  # the first round warms caches and writes bytecode
                found[target.name].append(figures)
    return found


def variorum(*words: str) -> list[str]:
    """The command that is measured."""
    return [str(Path(sys.executable).with_name("variorum")), *words]


def floor(name: str, *words: str) -> list[str]:
    """A floor's command."""
    return [sys.executable, str(FLOORS / name), *words]


def table(title: str, rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns."""
    print(f"\n{title}")
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    for row in rows:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def ms(seconds: Sequence[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    if not seconds:
        return "–"
    ordered = sorted(seconds)
    return f"{statistics.median(ordered) * 1000:.1f} / {ordered[int(len(ordered) * 0.95)] * 1000:.1f}"


def key_rows(found: dict[str, list[Figures]], labels: Sequence[str]) -> list[list[str]]:
    """A row for each kind of key and each program that was given it."""
    rows = [["key", "program", "ms median / p95", "CPU ms", "bytes", "silent"]]
    for label in labels:
        for name, runs in found.items():
            presses = [one.keys[label] for one in runs if label in one.keys]
            if presses:
                seconds = [value for one in presses for value in one.seconds]
                cpu = [value for one in presses for value in one.cpu]
                sizes = [value for one in presses for value in one.sizes]
                mean, size = statistics.mean(cpu or [0]) * 1000, statistics.median(sizes or [0])
                silent = sum(one.silent for one in presses)
                rows.append([label, name, ms(seconds), f"{mean:.2f}", f"{size:.0f}", str(silent)])
    return rows
