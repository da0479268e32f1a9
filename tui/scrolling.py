"""How a list scrolls: as little as need be to have the cursor in sight. Pure."""

from typing import Final

MARGIN: Final = 2  # lines that stay in sight above and below the cursor


def scrolled(top: int, at: int, height: int, size: int) -> int:
    """The index of the first line in sight, of `size` lines of which `height` are in sight, when `at` has to be."""
    margin = min(MARGIN, (height - 1) // 2)
    low, high = at - height + 1 + margin, at - margin
    return max(0, min(max(top, low), high, size - height))
