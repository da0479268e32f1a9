"""What tests run in a process of its own, because it is killed, limited or hindered there.

Run as a module from the root: `python -m tests.annotations.subprocesses WORK PROJECT [NUMBER]`.
"""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Final

from annotations.errors import NotSavedError
from annotations.events import Deleted, Finished, Rejudged
from annotations.migrations import migrate
from annotations.model import Verdict
from annotations.store import Store
from tests.annotations.projects import STORY, Sitter, decide_until_refused, lines_of, project, standing

ROOT: Final = Path(__file__).parents[2]


def start(work: str, path: Path, number: int = 0) -> subprocess.Popen[str]:
    """A process that does `work` at a project, with pipes to talk to it."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.annotations.subprocesses", work, str(path), str(number)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def decide(path: Path, number: int) -> None:
    """Decide without end; say the last event's number after each step, when it is saved. `number` names the sitting."""
    with closing(Store(path)) as store:
        sitter = Sitter(store, sitting=f"sitting-{number}")
        for turn in count():
            identity = f"{number}-{turn}"
            sitter.mark("Ada", identity=identity)
            print(store.seen, flush=True)
            sitter.decide(Rejudged(identity, Verdict.UNSURE), Finished())
            print(store.seen, flush=True)
            sitter.undo()
            print(store.seen, flush=True)
            sitter.redo() if turn % 2 else sitter.undo()
            print(store.seen, flush=True)
            if identity in sitter.layer.state(STORY.articles[0].id).annotations:
                sitter.decide(Deleted(identity))
                print(store.seen, flush=True)


def make(path: Path, number: int) -> None:
    """Make a project in each of `number` files, together with whoever waits for the same line of input."""
    for turn in range(number):
        print("ready", flush=True)
        sys.stdin.readline()
        Store(path.with_name(f"{turn}-{path.name}")).close()
    print("done", flush=True)


def die_migrating(path: Path, number: int) -> None:
    """Make the tables, and be killed before statement `number`; end well if there are fewer."""
    statements = count(1)

    def counted(_: str) -> None:
        if next(statements) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.set_trace_callback(counted)
        migrate(connection)


def fill_disk(path: Path, room: int) -> None:
    """Decide while files may grow by `room` bytes, and once more when they may grow again; say what is saved."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with project(path) as store:
        sitter = Sitter(store)
        largest = max(one.stat().st_size for one in path.parent.iterdir())
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + room, hard))
        saved, refused = decide_until_refused(sitter)
        print(refused.error)
        assert set(standing(store)) == saved
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        store.append(refused.events, refused.delta)
        assert set(standing(store)) == {*saved, *refused.delta.annotations}
    print(len(saved), lines_of(path))


def read_without_writing(path: Path, _: int) -> None:
    """As somebody who may not write in the project's folder: read it, then try to open it to write."""
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    with closing(Store(path, read_only=True)) as store:
        print(sorted(standing(store)))
    try:
        Store(path)
    except NotSavedError as error:
        print(error)


WORK: Final = {one.__name__: one for one in (decide, make, die_migrating, fill_disk, read_without_writing)}

if __name__ == "__main__":
    WORK[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
