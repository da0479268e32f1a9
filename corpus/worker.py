"""The reading process: `python -P -m corpus.worker SPEC LABELMAP_JSON`, driven by `corpus.reading`.

A process of its own, because importing and running a model would hold up the keys of the desk. It takes requests of
one line of JSON, `{"id", "text"}`, and answers in frames: one line of JSON that ends with the number of bytes that
follow it. First `{"ready": [name, version, lang], "notice", "bytes": 0}` or `{"error", "bytes": 0}`, then for each
article its parts, `{"id", "part", "parts", "bytes"}` with an analysis, or `{"id", "error", "bytes": 0}`. It ends with
its standard input, and so with the process that started it.
"""

import json
import os
import signal
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, BinaryIO, Final

from corpus.article_reading import read_article
from corpus.errors import VariorumError
from corpus.models import resolve

if TYPE_CHECKING:
    from corpus.pipeline import Reader

_ARGUMENTS: Final = 3
_LONGEST: Final = 500  # code points of an error


def main(arguments: list[str]) -> int:
    """Reads until standard input ends. The exit code: 0, or 1 where the model does not load."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = _private_streams()
    if hasattr(os, "nice"):
        os.nice(5)
    try:
        try:
            reader, labels = _reader(arguments)
        except Exception as error:  # noqa: BLE001 (whatever a model does, the desk is told in one line)
            _send(answers, {"error": _line(error)})
            return 1
        model = reader.model
        _send(answers, {"ready": [model.name, model.version, model.lang], "notice": reader.notice})
        for request in requests:
            _answer(reader, labels, request, answers)
    except BrokenPipeError:
        pass  # nobody takes the answers any more
    return 0


def _reader(arguments: list[str]) -> tuple["Reader", dict[str, str]]:
    if len(arguments) != _ARGUMENTS:
        raise VariorumError("the reading process takes a model and a label map")
    table: object = json.loads(arguments[2])
    labels = {str(key): str(value) for key, value in table.items()} if isinstance(table, dict) else {}
    choice = resolve(arguments[1], labels)
    from corpus.pipeline import load_or_rules  # noqa: PLC0415 (a spec that is wrong need not wait for the library)

    return load_or_rules(choice, labels), labels


def _answer(reader: "Reader", labels: Mapping[str, str], request: bytes, answers: BinaryIO) -> None:
    name: object = None
    try:
        fields = json.loads(request)
        name, text = fields["id"], fields["text"]
        for number, count, analysis in read_article(reader, text, labels):
            _send(answers, {"id": name, "part": number, "parts": count}, analysis.to_bytes())
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 (one article must not keep the others from being read)
        _send(answers, {"id": name, "error": _line(error)})


def _send(answers: BinaryIO, header: Mapping[str, object], body: bytes = b"") -> None:
    answers.write(json.dumps({**header, "bytes": len(body)}).encode() + b"\n" + body)
    answers.flush()


def _line(error: Exception) -> str:
    text = str(error) if isinstance(error, VariorumError) else f"{type(error).__name__}: {error}"
    return " ".join(text.split())[:_LONGEST]


def _private_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for this module alone: a library that reads or prints must not touch the frames."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, answers


if __name__ == "__main__":
    sys.exit(main(sys.argv))
