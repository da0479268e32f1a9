"""A large corpus: what importing and grouping take beside what is raw, and how soon the list of stories is there."""

import json
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.inputs import text_with_mentions

_PLACES = (
    "Arlow Bremm Coldwick Dunmere Estby Farholt Grenna Hollin Irvale Jorsund Kelmark Lowden Marn Nesby Orlin".split()
)
_EVENTS = "flood fire strike vote trial storm blackout derailment merger outbreak rescue protest".split()
_PEOPLE = "Vorn Adeyo Brandt Castel Dvora Eskel Fontane Grau Hollis Ivan Jarre Kowal Lind Moravec Nakano".split()
_OUTLETS = "Gazette Lantern Register Courier Sentinel Dispatch".split()


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: wall and CPU seconds, and its peak memory in bytes."""

    wall: float
    cpu: float
    memory: int


_RUN = """
import json, os, subprocess, sys, time
began = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
wall = time.perf_counter() - began
print(json.dumps([wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, os.waitstatus_to_exitcode(status)]))
"""
"""Runs a command from a small process: the peak memory of a child is at least what its parent had."""


def cost(command: list[str], folder: Path, *, may: int = 0) -> Cost:
    """What a command takes, run to its end; `may` is an exit code that is as good as 0. Raises CalledProcessError."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", _RUN, *command], cwd=folder, check=True, capture_output=True, text=True
    )
    wall, cpu, memory, code = json.loads(done.stdout)
    if code not in {0, may}:
        raise subprocess.CalledProcessError(code, command, stderr=done.stderr)
    return Cost(wall, cpu, memory)


def corpus(folder: Path, count: int, generator: Path | None) -> Path:
    """A file of that many articles in stories of two to eight; the generator's where there is one, else our own."""
    if generator is not None:
        made = folder / f"made{count}"
        subprocess.run(
            [sys.executable, str(generator), str(made), "--articles", str(count), "--no-txt"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        return made / "articles.jsonl"
    path = folder / f"own{count}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for row in _reports(count):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def _reports(count: int) -> Iterator[dict[str, str]]:
    chance = random.Random(1)
    made = story = 0
    while made < count:
        story += 1
        place, event, person = chance.choice(_PLACES), chance.choice(_EVENTS), chance.choice(_PEOPLE)
        street, number = f"{chance.choice(_PEOPLE)}{story} Street", chance.randrange(3, 90)
        day = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        for report in range(min(chance.randrange(2, 9), count - made)):
            made += 1
            body, _ = text_with_mentions(330, seed=story * 9 + report)
            told = f"A {event} near {street} in {place} left {number} people hurt, said {person}{story} Quill. "
            yield {
                "id": f"a{made}",
                "story_hint": str(story),
                "outlet": chance.choice(_OUTLETS),
                "date": day,
                "title": f"{event.title()} in {place}: {number} hurt at {street}",
                "text": f"{told}{body}\n{person}{story} Quill spoke in {street}.",
            }


def raw_import(source: Path, target: Path, *, everything: bool = False) -> float:
    """The floor: seconds in which records are parsed and stored, with nothing checked, known or indexed.

    Texts alone, or with `everything` the other fields too, as an import keeps them.
    """
    import orjson

    began = time.perf_counter()
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(
        "CREATE TABLE article (id TEXT PRIMARY KEY, outlet TEXT, date TEXT, title TEXT, text TEXT, more TEXT)"
    )
    connection.execute("BEGIN")

    def rows() -> Iterator[tuple[str, ...]]:
        with source.open("rb") as file:
            for line in file:
                row = orjson.loads(line)
                values = tuple(row.pop(name) for name in ("id", "outlet", "date", "title", "text"))
                yield *values, orjson.dumps(row).decode() if everything else ""

    connection.executemany("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)", rows())
    connection.execute("COMMIT")
    connection.close()
    return time.perf_counter() - began
