"""The program as a person starts it: in a folder of its own, with no settings but those that a test puts there."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from annotations.store import Store
from tests.terminal import Terminal

PROGRAM = (sys.executable, "-P", "-m", "tui")
DEADLINE = 30.0  # seconds
FAST = ("--model", "blank:en", "--reviewer", "ada")
REPORT = "Ada Lovelace met Charles Babbage in Paris on Monday.\n\nMore than 70 people came, Lovelace said.\n"
OTHER = "Babbage left Paris.\n\nNobody knows why, Lovelace said on Friday.\n"


def home(folder: Path) -> dict[str, str]:
    """The environment in which everything that belongs to a user lies in `folder`."""
    kinds = ("CONFIG", "DATA", "STATE", "CACHE")
    return {"HOME": str(folder), **{f"XDG_{kind}_HOME": str(folder / f".{kind.lower()}") for kind in kinds}}


def settings(folder: Path, text: str) -> Path:
    """The user's settings."""
    path = folder / ".config" / "variorum" / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def desk(
    folder: Path, *arguments: str, size: tuple[int, int] = (100, 24), env: Mapping[str, str] | None = None
) -> Terminal:
    """The program in a terminal."""
    return Terminal([*PROGRAM, *arguments], size=size, env={**home(folder), **(env or {})}, cwd=folder)


def run(folder: Path, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """The program with pipes for a terminal, run to its end."""
    environment = {**os.environ, **home(folder), "COLUMNS": "100"}
    command = [*PROGRAM, *arguments]
    return subprocess.run(
        command, input=text, capture_output=True, text=True, check=False, timeout=60, cwd=folder, env=environment
    )


def last_words(terminal: Terminal) -> list[str]:
    """The lines that the program wrote after it had given the terminal back."""
    words = terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()
    return [line for line in re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]", "", words).splitlines() if line]


def decided(project: Path) -> list[str]:
    """Every annotation of a project as `surface LABEL verdict`, in its order of place, as another program finds it."""
    store = Store(project, read_only=True)
    rows = [f"{one.surface} {one.label} {one.verdict.value}" for one in store.annotations()]
    store.close()
    return rows


def until(terminal: Terminal, holds: Callable[[], object]) -> None:
    """Let the terminal go on until something holds. Raises AssertionError when it does not in time."""
    deadline = time.monotonic() + DEADLINE
    while not holds():
        assert time.monotonic() < deadline, terminal.text
        terminal._take(0.02)


def until_gone(terminal: Terminal, words: str) -> None:
    """Let the terminal go on until words are on the screen no more."""
    until(terminal, lambda: words not in terminal.text)
