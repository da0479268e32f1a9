"""How moments of the log are shown: on the clock of the reviewer."""

from datetime import datetime


def on_own_clock(at: str) -> str:
    """A moment (ISO 8601) as local time to the minute: 2026-03-01 10:30. What is no moment is cut to that length."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError):
        return at[:16].replace("T", " ")  # nothing that this program wrote
