"""Making a new project in a process of its own: `python -P -m annotations.making FILE`.

The library that runs the migrations takes long to import and much memory, and a project is made once; so the desk
leaves it to this process, and never loads the library itself.
"""

import sys
from pathlib import Path

from annotations.errors import ProjectError
from annotations.store import Store

FAILED = 1


async def made(path: Path) -> Store:
    """The project at `path`, made anew. Raises ProjectError."""
    import asyncio  # noqa: PLC0415 (the process itself does without)
    from subprocess import DEVNULL, PIPE  # noqa: PLC0415

    command = (sys.executable, "-P", "-m", "annotations.making", str(path))
    try:
        process = await asyncio.create_subprocess_exec(*command, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL)
        said, _ = await process.communicate()
        await asyncio.sleep(0)  # a loop that ends before it has closed the pipe complains
    except OSError as error:
        raise ProjectError(f"it cannot be made: {error.strerror}", where=str(path)) from error
    if process.returncode:
        words = said.decode(errors="replace").strip()
        raise ProjectError(words or "it could not be made", where="" if words else str(path))
    return Store(path)


def main(path: Path) -> int:
    """Make the project; an error is one line on stdout."""
    try:
        Store(path).close()
    except ProjectError as error:
        sys.stdout.write(f"{error}\n")
        return FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
