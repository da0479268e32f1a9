"""A black-box probe: a program in a pseudo-terminal, its keys, its bytes, and when they come. Linux."""

import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

NAMES = {
    "down": b"\x1b[B",
    "up": b"\x1b[A",
    "right": b"\x1b[C",
    "shift+right": b"\x1b[1;2C",
    "tab": b"\t",
    "pagedown": b"\x1b[6~",
    "space": b" ",
    "escape": b"\x1b",
}
_ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|.)")
QUIET = 0.04  # seconds without a byte that end a key
GAP = (0.02, 0.05)  # seconds between keys, at random, so that they fall on every phase of a frame timer


@dataclass(slots=True)
class KeyFigures:
    """One kind of key: seconds from key to last byte, bytes, and CPU seconds over all threads, for each press."""

    seconds: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    silent: int = 0


@dataclass(slots=True)
class Figures:
    """One run: seconds from start to first paint, figures by kind of key, idle cost, and peak memory in bytes."""

    start: float
    keys: dict[str, KeyFigures]
    idle_bytes: int
    idle_cpu: float
    memory: int


def run(
    command: Sequence[str],
    ready: str,
    steps: Sequence[tuple[str, Sequence[str], int]],
    *,
    cwd: Path,
    env: Mapping[str, str],
    size: tuple[int, int] = (160, 48),
    idle: float = 0.0,
    settle: float = 0.4,
) -> Figures:
    """Start `command`, wait until `ready` (a regular expression) is on the screen, and press keys.

    A step is a label, the keys of one round, and the number of rounds; a label with `!` is pressed but not counted.
    Before the first key nothing may be painted for `settle` seconds; `idle` is how many to sit still at the end. Raises
    TimeoutError when `ready` does not come.
    """
    began = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(cwd)
        os.execvpe(command[0], list(command), dict(env))
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        start = _first_paint(terminal, re.compile(ready.encode())) - began
        _read_until_quiet(terminal, settle)
        keys = _press(terminal, pid, steps)
        if idle:
            _read_until_quiet(terminal, settle)
        before = cpu_seconds(pid)
        idle_bytes = _read_for(terminal, idle)
        idle_cpu = cpu_seconds(pid) - before
        return Figures(start, keys, idle_bytes, idle_cpu, peak_memory(pid))
    finally:
        os.kill(pid, signal.SIGKILL)
        os.close(terminal)
        os.waitpid(pid, 0)


def _press(terminal: int, pid: int, steps: Sequence[tuple[str, Sequence[str], int]]) -> dict[str, KeyFigures]:
    chance = random.Random(7)
    keys: dict[str, KeyFigures] = {}
    for label, names, rounds in steps:
        figures = keys.setdefault(label, KeyFigures())
        for name in list(names) * rounds:
            time.sleep(chance.uniform(*GAP))
            before, at = cpu_seconds(pid), time.perf_counter()
            os.write(terminal, NAMES.get(name, name.encode()))
            last, count = _read_until_quiet(terminal, QUIET, patience=0.3)
            if count:
                figures.seconds.append(last - at)
                figures.sizes.append(count)
                figures.cpu.append(cpu_seconds(pid) - before)
            else:
                figures.silent += 1
    return {label: figures for label, figures in keys.items() if not label.startswith("!")}


def _first_paint(terminal: int, ready: re.Pattern[bytes], limit: float = 60) -> float:
    seen = b""
    end = time.perf_counter() + limit
    while time.perf_counter() < end:
        if select.select([terminal], [], [], 0.5)[0]:
            seen += os.read(terminal, 1 << 16)
            at = time.perf_counter()
            if ready.search(_ESCAPES.sub(b"", seen)):
                return at
    message = f"{ready.pattern!r} never came; the screen said {_ESCAPES.sub(b'', seen)[-300:]!r}"
    raise TimeoutError(message)


def _read_until_quiet(terminal: int, quiet: float, patience: float | None = None) -> tuple[float, int]:
    """When the last byte came, and how many there were; the first may take `patience` seconds."""
    last, count, wait = time.perf_counter(), 0, patience or quiet
    while select.select([terminal], [], [], wait)[0]:
        data = os.read(terminal, 1 << 16)
        last, wait = time.perf_counter(), quiet
        count += len(data)
    return last, count


def _read_for(terminal: int, seconds: float) -> int:
    """How many bytes come in that time."""
    end, count = time.perf_counter() + seconds, 0
    while (left := end - time.perf_counter()) > 0:
        if select.select([terminal], [], [], left)[0]:
            count += len(os.read(terminal, 1 << 16))
    return count


def cpu_seconds(pid: int) -> float:
    """CPU seconds of a process over all its threads, to the nanosecond."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        total += int((task / "schedstat").read_text().split()[0])
    return total / 1e9


def peak_memory(pid: int) -> int:
    """The largest resident size that a process had, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) * 1024 if found else 0
