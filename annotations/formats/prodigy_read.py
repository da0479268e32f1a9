"""Prodigy's files, read: all tasks of one text are one article, wherever they stand in the file.

What an answer says depends on the interface. In a binary one it is about the spans; in a manual one about the whole
task: an accepted one says that all is marked, of another only the answer is kept, as what the reviewer makes of the
article. Without an answer, spans are proposals.
"""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.json_shape import Line
from annotations.formats.prodigy_article import ANSWERS, TaskArticle
from annotations.formats.shared.gold_rows import gold_line, shape
from annotations.formats.shared.json_files import line_objects
from annotations.formats.shared.json_text import parsed

HASHES: Final = ("_input_hash", "_task_hash")
WHAT: Final = "not a task of Prodigy"


def is_task(one: Mapping[str, Any]) -> bool:
    """Whether it is an annotated task, and no text to be annotated."""
    answer, spans = one.get("answer"), one.get("spans")
    answered = isinstance(answer, str) and answer in ANSWERS
    return isinstance(one.get("text"), str) and (
        answered or (isinstance(spans, list) and any(key in one for key in HASHES))
    )


def lines(path: Path, how: How) -> Iterator[Line]:
    """The articles of a file, in the order of their first tasks; one at a time is held. Raises ReadError."""
    groups: dict[bytes, list[tuple[int, int]]] = {}
    for one in line_objects(path):
        if "pattern" in one.value and "text" not in one.value:
            raise ReadError("these are patterns to find spans with, and no annotations", where=one.where)
        with shape(one.where, WHAT):
            groups.setdefault(_key(one.value), []).append((one.number, one.start))
    with path.open("rb") as stream:
        for number, places in enumerate(groups.values(), 1):
            article = TaskArticle(f"{path.name}:{places[0][0]}", how)
            for line, start in places:
                where = f"{path}, line {line}"
                stream.seek(start)
                with shape(where, WHAT):
                    article.add(parsed(stream.readline().removeprefix(BOM_UTF8), where), line)
            with shape(f"{path}, line {places[0][0]}", WHAT):
                yield gold_line(number, article.row())


def _key(task: Mapping[str, Any]) -> bytes:
    """What is the same for all tasks of an article: its text, and of ours which article of which story it is."""
    ours = [one for one in (task.get("article"), task.get("story")) if isinstance(one, str)]
    return sha256("\0".join((*ours, task["text"])).encode()).digest()
