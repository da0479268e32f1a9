"""Moments of the log are told on the reviewer's clock, wherever they are told."""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from tests.tui.scripts import desk_of, play
from tui.render.detail_rows import details
from tui.render.moments import on_own_clock
from tui.render.sitting_rows import sitting_rows

AHEAD = timedelta(hours=5, minutes=30)


@pytest.fixture(autouse=True)
def _east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock that is ahead of UTC."""
    monkeypatch.setenv("TZ", "UTC-05:30")  # POSIX: east of Greenwich
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-03-01T09:30:00.125Z", "2026-03-01 15:00"),
        ("2026-03-01T20:30:59Z", "2026-03-02 02:00"),
        ("2026-03-01T09:30:00+05:30", "2026-03-01 09:30"),
        ("0001-01-01T00:00:00+05:30", "0001-01-01 00:00"),
        ("9999-12-31T23:59:00Z", "9999-12-31 23:59"),
        ("yesterday", "yesterday"),
        ("", ""),
    ],
)
def test_a_moment(at: str, shown: str) -> None:
    assert on_own_clock(at) == shown


def ahead(at: str) -> str:
    return (datetime.fromisoformat(at) + AHEAD).strftime("%Y-%m-%d %H:%M")


def test_a_sitting_tells_when_it_began() -> None:
    desk = desk_of("Ada met Bob.")
    assert dict(sitting_rows(desk))["this sitting"] == f"ada, since {ahead(desk.workspace.sitting.started)}"


def test_details_tell_when_it_was_decided() -> None:
    desk = desk_of("Ada met Bob.")
    play(desk, "w 1")
    (annotation,) = desk.workspace.state(desk.view.article.id).annotations.values()
    assert dict(details(desk))["decided"] == f"{ahead(annotation.decided)} by ada"
