"""Repair of text that was decoded with the wrong encoding somewhere on its way, such as "â€œ" for a quotation mark.

Only faults of encoding are repaired: quotation marks, ligatures, line ends and letters stay.
"""

import re
from typing import Final

_PIECE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")


def repaired(text: str, title: str, note: str) -> tuple[str, str, str]:
    """`text` and `title` without faults of encoding, line by line, and `note` with what was done."""
    steps: dict[str, None] = {}
    text, title = _repaired(text, steps), _repaired(title, steps)
    done = f"repaired: {', '.join(steps)}" if steps else ""
    return text, title, "; ".join(filter(None, (note, done)))


def _repaired(text: str, steps: dict[str, None]) -> str:
    if text.isascii():
        return text
    from ftfy import TextFixerConfig, fix_encoding_and_explain  # noqa: PLC0415 (slow to import, and seldom asked for)

    config = TextFixerConfig(uncurl_quotes=False, normalization=None)
    pieces: list[str] = []
    for line in _PIECE.findall(text):
        if line.isascii():
            pieces.append(line)
            continue
        fixed, plan = fix_encoding_and_explain(line, config)
        if fixed != line:
            steps.update(dict.fromkeys(f"{step.action} {step.parameter}" for step in plan or ()))
        pieces.append(fixed)
    return "".join(pieces)
