"""JSON in lines, written so that a line is a line to every reader, and read with every fault as one line.

A lone surrogate, which only an escape can make, is a fault: no text here may have one.
"""

import json
from typing import Any, Final

from annotations.errors import ReadError

LINE_ENDS: Final = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Line ends to some readers, none to JSON: escaped, so that a line is a line for everyone."""
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False).encode
HALF: Final = "half a character: a lone surrogate"


def json_line(value: object) -> bytes:
    """A value as JSON in UTF-8, on one line, without the line feed."""
    line = _ENCODE(value)
    if any(chr(end) in line for end in LINE_ENDS):  # looking is fast, translating is not
        line = line.translate(LINE_ENDS)
    return line.encode()


def joined(*objects: bytes) -> bytes:
    """Objects, each as `json_line` writes it, as one: none is empty, and all have other keys."""
    return b"{" + b", ".join(one[1:-1] for one in objects) + b"}"


def parsed(given: str | bytes, where: str, todo: str = "") -> Any:
    """The value that a text is. Raises ReadError."""
    try:
        text = given if isinstance(given, str) else given.decode()
    except UnicodeDecodeError as error:
        raise ReadError("not UTF-8", where=where, todo=todo) from error
    try:
        return whole(json.loads(text), text)
    except UnicodeEncodeError as error:
        raise ReadError(HALF, where=where, todo=todo) from error
    except (RecursionError, ValueError) as error:
        raise ReadError("not JSON", where=where, todo=todo) from error


def whole(value: Any, text: str) -> Any:
    """`value`, which `text` is. Raises UnicodeEncodeError for a lone surrogate."""
    if "\\u" in text:
        json.dumps(value, ensure_ascii=False).encode()
    return value
