"""The client of the comparing process: stories are compared while the desk goes on answering keys."""

import json
import sys
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import TYPE_CHECKING, Final

from corpus.errors import VariorumError

if TYPE_CHECKING:
    from asyncio import Lock
    from asyncio.subprocess import Process

    from corpus.comparison import Comparison
    from corpus.material import Material

_BUFFER: Final = 2**20  # bytes


class NotComparedError(VariorumError):
    """A story could not be compared; what was read in its articles stays as it is."""


class ComparingProcess:
    """The process that compares, started when it is first wanted. What it prints goes to the file `log`, or nowhere."""

    def __init__(self, log: Path | None = None) -> None:
        self._log = log
        self._process: Process | None = None
        self._one: Lock | None = None

    async def compare(self, material: "Material") -> "Comparison":
        """The comparison of a story; one at a time, in the order of asking. Raises NotComparedError."""
        import asyncio  # noqa: PLC0415 (not wanted where nothing is compared)

        self._one = self._one or asyncio.Lock()
        async with self._one:
            try:
                return await self._ask(material.to_bytes())
            except (EOFError, OSError, ValueError, KeyError, TypeError) as error:
                await self._end()
                raise NotComparedError("the comparing process ended unexpectedly") from error
            except NotComparedError:
                raise
            except BaseException:
                await self._end()  # an answer that nobody took would be taken for the next one
                raise

    async def close(self) -> None:
        """Kill the process if it still runs, and wait for it, so that none is left behind."""
        await self._end()

    async def _ask(self, body: bytes) -> "Comparison":
        process = await self._started()
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("a process that was started with pipes has none")
        process.stdin.write(json.dumps({"bytes": len(body)}).encode() + b"\n" + body)
        await process.stdin.drain()
        line = await process.stdout.readline()
        if not line.endswith(b"\n"):
            raise EOFError
        header = json.loads(line)
        answer = await process.stdout.readexactly(int(header["bytes"]))
        if "error" in header:
            raise NotComparedError(f"not compared: {header['error']}")
        from corpus.comparison import Comparison  # noqa: PLC0415 (as above)

        return Comparison.from_bytes(answer)

    async def _started(self) -> "Process":
        if self._process is not None and self._process.returncode is None:
            return self._process
        import asyncio  # noqa: PLC0415

        log = self._log.open("ab") if self._log else None
        try:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "corpus.comparer"),
                stdin=PIPE,
                stdout=PIPE,
                stderr=log or DEVNULL,
                limit=_BUFFER,
            )
        finally:
            if log:
                log.close()
        return self._process

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
        if process.stdout is not None:
            # What is left in a full pipe would keep `wait` from returning; whoever still waits for it reads it.
            with suppress(RuntimeError):
                await process.stdout.read()
        await process.wait()
        if process.stdin is not None:
            with suppress(OSError):
                await process.stdin.wait_closed()
