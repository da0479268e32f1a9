"""Prints how well a dump agrees with gold: `python -m tests.measures GOLD_DIR SYSTEM_DIR`."""

import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Final

from tests.measures import alignments, boilerplate, clusters, figures, ledger, mentions, quotes

READINGS: Final[dict[str, Callable[[Path, Path], dict[str, Decimal]]]] = {
    "boilerplate": boilerplate.measured,
    "mentions": mentions.measured,
    "figures": figures.measured,
    "clusters": clusters.measured,
    "alignments": alignments.measured,
    "ledger": ledger.measured,
    "quotes": quotes.measured,
}
TARGETS: Final = (
    ("boilerplate", "f1", "characters, F1", ">= .92"),
    ("boilerplate", "lost", "sentences of content lost", "0"),
    ("mentions", "f1", "exact span and label, F1", ">= .96"),
    ("figures", "f1", "exact span, F1", ">= .96"),
    ("figures", "right", "value, bounds and modifier right", ">= .95"),
    ("clusters", "mean", "mean of MUC, B-cubed and CEAF-e", ">= .96"),
    ("clusters", "pairs f1", "pairs of differing names, F1", ">= .85"),
    ("alignments", "f1", "pairs, F1", ">= .80"),
    ("alignments", "verbatim recall", "verbatim recall", "1.0"),
    ("ledger", "f1", "pairs in one group, F1", ">= .75"),
    ("ledger", "verdicts", "verdicts right", ">= .95"),
    ("ledger", "claimants", "claimants right", ">= .85"),
    ("quotes", "f1", "span F1 with speaker", ">= .90"),
)


def table(gold: Path, system: Path) -> list[str]:
    """The lines of the table of targets, and below it all that was measured."""
    numbers = {reading: measured(gold, system) for reading, measured in READINGS.items()}
    lines = [f"{'reading':12} {'measure':34} {'':>8}  target"]
    for reading, name, words, target in TARGETS:
        number = numbers[reading].get(name)
        shown = "not there" if number is None else f"{number.normalize():f}"
        lines.append(f"{reading:12} {words:34} {shown:>9}  {target}")
    for reading, found in numbers.items():
        if found:
            lines.append(f"{reading}: {', '.join(f'{name} {number.normalize():f}' for name, number in found.items())}")
    return lines


def main(arguments: list[str]) -> int:
    """Compares two folders; 2 where there are not two."""
    if len(arguments) != 2 or not all(map(Path.is_dir, map(Path, arguments))):
        print("usage: python -m tests.measures GOLD_DIR SYSTEM_DIR", file=sys.stderr)
        return 2
    print("\n".join(table(*map(Path, arguments))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
