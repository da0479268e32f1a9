"""Where real files of other tools lie, beside the project or where VARIORUM_SHARED says; tests skip without them."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("VARIORUM_SHARED") or Path(__file__).resolve().parents[3] / "shared")


def real(*parts: str) -> Path:
    """A real file or folder; skips the test where it is not there."""
    path = SHARED.joinpath("data", "formats", *parts)
    if not path.exists():
        pytest.skip("the files of other tools are not beside the project")
    return path
