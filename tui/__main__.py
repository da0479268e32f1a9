"""The console script."""

import sys

from tui.collector import importing


def main() -> int:
    """Run the command line; returns the exit code."""
    with importing():
        from tui.cli import run  # noqa: PLC0415 (so that even a broken install can say so)

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
