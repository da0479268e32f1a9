"""The one form in which times are written down."""

from datetime import UTC, datetime


def now() -> str:
    """This moment, ISO 8601 in UTC with milliseconds: 2026-03-01T09:30:00.125Z."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
