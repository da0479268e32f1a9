"""What is said on leaving: what could not be saved, and how one comes back."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from annotations.event_json import kind_of, to_json
from tui.opening import Opened


def last_words(opened: Opened, verb: str = "") -> Iterator[str]:
    """What has to be said when the terminal is the shell's again; `verb` stands before the words that come back."""
    workspace = opened.desk.workspace
    yield from opened.notices
    for event in workspace.unsaved():
        yield f"not saved: {event.article_id} {kind_of(event.change)} {to_json(event.change)}"
    if workspace.held:
        yield workspace.trouble
    elif opened.words and opened.project.exists():
        words = " ".join(filter(None, (_program(), verb, opened.words)))
        kept = "nothing was changed in" if workspace.read_only else "saved in"
        yield f"{kept} {opened.project}; {words} goes on here"


def _program() -> str:
    """What to type to start the program: its name where the shell finds it by that, else its path."""
    found, started = shutil.which("variorum"), sys.argv[0]
    if Path(started).name == "__main__.py":
        return "python -P -m tui"
    return "variorum" if found and Path(found).resolve() == Path(started).resolve() else started
