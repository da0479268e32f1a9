"""The client of the reading process: analyses arrive part by part while the desk goes on answering keys."""

import json
import sys
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import ExitStack, aclosing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import TYPE_CHECKING, Final

from corpus.analysis import Analysis, ModelId
from corpus.models import ModelChoice

if TYPE_CHECKING:
    from asyncio import Queue, StreamReader, Task
    from asyncio.subprocess import Process

_BUFFER: Final = 2**20  # bytes
_DIED = "the reading process ended unexpectedly; start again, or choose another model with --model"


@dataclass(frozen=True, slots=True)
class Ready:
    """The model is loaded: as what it goes into every analysis, and a `notice` for the screen ("" for nothing)."""

    model: ModelId
    notice: str


@dataclass(frozen=True, slots=True)
class PartRead:
    """Part number `part` (from 0) of `parts` of an article was read; offsets count from the article's start."""

    article_id: str
    part: int
    parts: int
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class ReadFailed:
    """An article could not be read, or nothing can be any more (`article_id` is None, and nothing follows)."""

    article_id: str | None
    message: str


Event = Ready | PartRead | ReadFailed


async def read_all(
    choice: ModelChoice,
    label_map: Mapping[str, str],
    articles: Sequence[tuple[str, str]],
    log: Path | None = None,
) -> AsyncGenerator[Event]:
    """Reads `articles` as `ReadingProcess.read` does, in a process that is ended with the iterator."""
    process = ReadingProcess(choice, label_map, log)
    try:
        async with aclosing(process.read(articles)) as events:
            async for event in events:
                yield event
    finally:
        await process.close()


class ReadingProcess:
    """The process that reads, started when it is first wanted, and kept while stories come and go.

    What libraries print in it goes to the file `log`, or nowhere. Never raises for what happens in the process.
    """

    def __init__(self, choice: ModelChoice, label_map: Mapping[str, str], log: Path | None = None) -> None:
        self._choice = choice
        self._label_map = label_map
        self._log = log
        self._process: Process | None = None
        self._pump: Task[None] | None = None
        self._events: Queue[tuple[Event, bool]]
        self._ready: Event | None = None
        self._turn = 0

    async def read(self, articles: Sequence[tuple[str, str]]) -> AsyncGenerator[Event]:
        """Reads `articles`, pairs of id and text, in their order.

        Yields Ready, then for each article its parts in order or a ReadFailed. A reading that was left before its end
        does not disturb the next one: its answers are passed over.
        """
        self._turn += 1
        turn = f"{self._turn}:"
        failed = await self._start()
        if failed is not None:
            yield failed
            return
        if self._ready is None:
            self._ready, _ = await self._events.get()
        yield self._ready
        if isinstance(self._ready, ReadFailed):
            return
        for article_id, text in articles:
            if not await self._ask(turn + article_id, text):
                await self.close()
                yield ReadFailed(None, _DIED)
                return
            last = False
            while not last:
                event, last = await self._events.get()
                mine = _without(event, turn)
                if mine is None:
                    last = False
                    continue
                over = isinstance(mine, ReadFailed) and mine.article_id is None
                if over:
                    await self.close()  # the next story has a new process
                yield mine
                if over:
                    return

    async def close(self) -> None:
        """Kill the process if it still runs, and wait for it, so that none is left behind."""
        if self._pump is not None:
            self._pump.cancel()
            with suppress(BaseException):
                await self._pump
        if self._process is not None:
            await _end(self._process)
        self._process = self._pump = self._ready = None

    async def _start(self) -> ReadFailed | None:
        """Start the process where there is none; what keeps it from starting."""
        if self._process is not None and self._process.returncode is None:
            return None
        await self.close()  # one that died while nobody waited for it
        import asyncio  # noqa: PLC0415 (not wanted where nothing is read)

        with ExitStack() as stack:
            stderr = stack.enter_context(self._log.open("ab")) if self._log else DEVNULL
            command = ("-P", "-m", "corpus.worker", self._choice.spec, json.dumps(dict(self._label_map)))
            try:
                self._process = await asyncio.create_subprocess_exec(
                    sys.executable, *command, stdin=PIPE, stdout=PIPE, stderr=stderr, limit=_BUFFER
                )
            except OSError as error:
                return ReadFailed(None, f"the reading process does not start ({error.strerror})")
        self._events = asyncio.Queue()
        self._pump = asyncio.create_task(_pumped(self._process, self._events))
        return None

    async def _ask(self, article_id: str, text: str) -> bool:
        """Send a text to be read; returns whether the process takes it."""
        if self._process is None or self._process.stdin is None:
            return False
        try:
            self._process.stdin.write(json.dumps({"id": article_id, "text": text}).encode() + b"\n")
            await self._process.stdin.drain()
        except OSError:
            return False
        return True


def _without(event: Event, turn: str) -> Event | None:
    """The event with the article's own id; None where it belongs to another turn."""
    if isinstance(event, Ready) or event.article_id is None:
        return event
    if not event.article_id.startswith(turn):
        return None
    return replace(event, article_id=event.article_id.removeprefix(turn))


async def _pumped(process: "Process", events: "Queue[tuple[Event, bool]]") -> None:
    """Take answers from the process as they come, whoever waits for them: a frame is never read in halves."""
    if process.stdout is None:
        raise RuntimeError("a process that was started with pipes has none")
    try:
        first = await _ready(process.stdout)
        await events.put((first, False))
        while isinstance(first, Ready):
            await events.put(await _answer(process.stdout))
    except (EOFError, OSError, ValueError, KeyError, TypeError):
        # A frame that is cut off or is none: whatever follows could not be told apart either.
        await events.put((ReadFailed(None, _DIED), True))


async def _ready(answers: "StreamReader") -> Ready | ReadFailed:
    header, _ = await _frame(answers)
    if "error" in header:
        return ReadFailed(None, str(header["error"]))
    ready = header["ready"]
    if not isinstance(ready, list):
        raise TypeError("no name, version and language")
    return Ready(ModelId(*map(str, ready)), str(header["notice"]))


async def _answer(answers: "StreamReader") -> tuple[PartRead | ReadFailed, bool]:
    """The next event, and whether it is the last of its article."""
    header, body = await _frame(answers)
    article_id = str(header["id"])
    if "error" in header:
        return ReadFailed(article_id, str(header["error"])), True
    part, parts = int(str(header["part"])), int(str(header["parts"]))
    return PartRead(article_id, part, parts, Analysis.from_bytes(body)), part + 1 >= parts


async def _frame(answers: "StreamReader") -> tuple[dict[str, object], bytes]:
    """One header with the bytes that belong to it. Raises EOFError or ValueError where the stream ends or is wrong."""
    line = await answers.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    header: dict[str, object] = json.loads(line)
    return header, await answers.readexactly(int(str(header["bytes"])))


async def _end(process: "Process") -> None:
    """Kills the process if it still runs, and waits for it, so that none is left behind."""
    if process.stdin is not None:
        process.stdin.close()
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
    if process.stdout is not None:
        await process.stdout.read()  # what is left in a full pipe would keep `wait` from returning
    await process.wait()
    if process.stdin is not None:
        with suppress(OSError):
            await process.stdin.wait_closed()  # a loop that ends before that complains
