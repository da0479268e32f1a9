"""Nothing that was said to be saved is lost when the program is killed, whenever that is."""

import random
import signal
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotations.check import findings
from annotations.event_rows import log_length
from annotations.store import Store
from tests.annotations.projects import project, raw
from tests.annotations.subprocesses import start

ROUNDS = 20


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    path, chosen = tmp_path / "letters.variorum", random.Random(3)
    with project(path):
        pass
    for turn in range(ROUNDS):
        process = start("decide", path, turn)
        acknowledged = 0
        assert process.stdout
        for _ in range(chosen.randrange(1, 60)):
            acknowledged = int(process.stdout.readline())
        process.kill()
        rest, err = process.communicate()
        assert (process.returncode, err) == (-signal.SIGKILL, "")
        acknowledged = max([acknowledged, *map(int, rest.split("\n")[:-1])])
        with raw(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        with closing(Store(path)) as store:
            there, written = log_length(store)
            assert there == written >= acknowledged
            assert list(findings(store)) == []  # the tables say what the log says
