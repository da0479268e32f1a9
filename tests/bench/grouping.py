"""How well and how fast articles are grouped into stories: B-cubed against a gold standard, seconds and memory."""

import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from corpus.stories.bcubed import bcubed
from corpus.stories.grouping import grouped
from corpus.stories.profile import Profile, profile_of

GENERATOR = Path(__file__).parents[3] / "shared" / "bench" / "make_corpus.py"


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of one process for the profiles, for grouping them, and for ten more articles; its peak memory, bytes."""

    profiling: float
    grouping: float
    ten_more: float
    memory: int


def quality(path: Path) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 on a JSONL file with `story`, `text` and, where known, `title` and `date`."""
    gold = [row["story"] for row in _rows(path)]
    profiles = _profiles(path)
    agreement = bcubed(grouped(profiles, [None] * len(profiles)), gold)
    return agreement.precision, agreement.recall, agreement.f1


def cost(count: int, generator: Path = GENERATOR) -> Cost:
    """What `count` generated articles cost, in their own process. Raises FileNotFoundError without the generator."""
    if not generator.is_file():
        raise FileNotFoundError(f"{generator}: the generator of articles is not there")
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(generator), folder, "--articles", str(count), "--no-txt"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            return pool.submit(_measured, Path(folder) / "articles.jsonl").result()


def _measured(path: Path) -> Cost:
    start = perf_counter()
    profiles = _profiles(path)
    profiled = perf_counter()
    stories = grouped(profiles, [None] * len(profiles))
    done = perf_counter()
    grouped(profiles, [*stories[:-10], *[None] * len(stories[-10:])])
    last = perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Cost(profiled - start, done - profiled, last - done, memory)


def _profiles(path: Path) -> list[Profile]:
    return [profile_of(row.get("title", ""), row["text"], row.get("date", "")) for row in _rows(path)]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
