"""The console script."""

import sys


def main() -> int:
    """Run the command line; returns the exit code."""
    from tui.cli import run  # noqa: PLC0415 (so that even a broken install can say so)

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
