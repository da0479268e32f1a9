"""The comparing process: `python -P -m corpus.comparer`, driven by `corpus.comparing`.

A process of its own, because comparing would hold up the keys of the desk; beside the reading process, because nobody
needs a model for it. It takes requests of one line of JSON, `{"bytes"}`, with the material of a story behind it, and
answers each with one line, `{"bytes"}` and a comparison, or `{"error", "bytes": 0}`. It ends with its standard input.
"""

import json
import os
import signal
import sys
from typing import BinaryIO, Final

from corpus.errors import VariorumError
from corpus.material import Material
from corpus.shown import shown
from corpus.story_reading import read_story

_LONGEST: Final = 500  # code points of an error


def main() -> int:
    """Compares until standard input ends; returns 0."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(5)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    try:
        while line := requests.readline():
            _answer(requests.read(int(json.loads(line)["bytes"])), answers)
    except (BrokenPipeError, KeyError, TypeError, ValueError):
        pass  # nobody takes the answers any more, or what comes is no request
    return 0


def _answer(data: bytes, answers: BinaryIO) -> None:
    try:
        material = Material.from_bytes(data)
        body, header = shown(read_story(material), material).to_bytes(), {}
    except Exception as error:  # noqa: BLE001 (one story must not keep the others from being compared)
        text = str(error) if isinstance(error, VariorumError) else f"{type(error).__name__}: {error}"
        body, header = b"", {"error": " ".join(text.split())[:_LONGEST]}
    answers.write(json.dumps({**header, "bytes": len(body)}).encode() + b"\n" + body)
    answers.flush()


if __name__ == "__main__":
    sys.exit(main())
