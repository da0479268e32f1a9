"""The client of the reading process: analyses arrive part by part while the desk goes on answering keys."""

import json
import sys
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import ExitStack, aclosing, suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import TYPE_CHECKING, Final

from corpus.analysis import Analysis, ModelId
from corpus.models import ModelChoice

if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter
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
    """Reads `articles`, pairs of id and text, in their order, in a process of its own.

    Yields Ready, then for each article its parts in order or a ReadFailed. Never raises for what happens in the
    process. What libraries print goes to the file `log`, or nowhere. The process is killed when the iterator is closed.
    """
    with ExitStack() as stack:
        stderr = stack.enter_context(log.open("ab")) if log else DEVNULL
        import asyncio  # noqa: PLC0415 (not wanted where nothing is read)

        command = ("-P", "-m", "corpus.worker", choice.spec, json.dumps(dict(label_map)))
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable, *command, stdin=PIPE, stdout=PIPE, stderr=stderr, limit=_BUFFER
            )
        except OSError as error:
            yield ReadFailed(None, f"the reading process does not start ({error.strerror})")
            return
        try:
            async with aclosing(_events(process, articles)) as events:
                async for event in events:
                    yield event
        finally:
            await _end(process)


async def _events(process: "Process", articles: Sequence[tuple[str, str]]) -> AsyncGenerator[Event]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("a process that was started with pipes has none")
    try:
        first = await _ready(process.stdout)
        yield first
        if isinstance(first, ReadFailed):
            return
        for article_id, text in articles:
            await _ask(process.stdin, article_id, text)
            last = False
            while not last:
                event, last = await _answer(process.stdout)
                yield event
    except (EOFError, OSError, ValueError, KeyError, TypeError):
        # A frame that is cut off or is none: whatever follows could not be told apart either.
        yield ReadFailed(None, _DIED)


async def _ask(requests: "StreamWriter", article_id: str, text: str) -> None:
    requests.write(json.dumps({"id": article_id, "text": text}).encode() + b"\n")
    await requests.drain()


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
