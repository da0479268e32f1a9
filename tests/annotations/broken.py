"""Files that are broken on purpose, and what reading them says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.errors import ReadError


def refusal(read: Callable[[Path], object], path: Path, change: tuple[str, str]) -> str:
    """What reading a file says after the first such change in it; that it is refused, in one line, is asserted."""
    whole = path.read_text("utf-8")
    broken = whole.replace(*change, 1)
    assert broken != whole
    path.write_text(broken, "utf-8")
    with pytest.raises(ReadError) as caught:
        read(path)
    told = str(caught.value)
    assert "\n" not in told
    return told
