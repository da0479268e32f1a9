"""Files of one token a line, read: the columns of CoNLL-2002, CoNLL-2003 and what many tools write in their manner.

The first column is the token, the last its tag, of any scheme (`annotations.formats.shared.tagging`). Columns are
parted by a tab, else by spaces. Blank lines end sentences, a line whose first column is -DOCSTART- begins an article.
https://www.clips.uantwerpen.be/conll2003/ner/
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from annotations.errors import ReadError
from annotations.formats.registry import HEAD
from annotations.formats.shared.tagging import OUTSIDE, is_tag
from annotations.formats.shared.text_files import numbered_lines

DOCSTART: Final = "-DOCSTART-"
_SPACES: Final = re.compile(r"[ \t]+")


@dataclass(slots=True)
class Columns:
    """One article as it stands in a file: its sentences, each of pairs of token and tag.

    `line` is where it begins, `width` how many columns its rows have, 0 before the first one.
    """

    line: int
    width: int = 0
    sentences: list[list[tuple[str, str]]] = field(default_factory=list)


def documents(path: Path, encoding: str = "") -> Iterator[Columns]:
    """The articles of a file, one after the other. Raises ReadError."""
    found: Columns | None = None
    open_sentence = False
    for number, line in numbered_lines(path, encoding):
        row = _row(line)
        if row and row[0] == DOCSTART:
            if found is not None:
                yield found
            found, open_sentence = Columns(number), False
        elif not row or _comment(row):
            open_sentence = open_sentence and bool(row)
        elif len(row) < 2 or not is_tag(row[-1]):
            what = f"{row[-1][:60]!r} is no tag" if len(row) > 1 else "a token without a tag"
            todo = "give one token a line, its tag last: O, B-ORG, I-ORG"
            raise ReadError(what, where=f"{path}, line {number}", todo=todo)
        else:
            found = found or Columns(number)
            if len(row) != (found.width or len(row)):
                raise _uneven(found, row, f"{path}, line {number}")
            found.width = len(row)
            if not open_sentence:
                found.sentences.append([])
                open_sentence = True
            found.sentences[-1].append((row[0], row[-1]))
    if found is not None:
        yield found


def _uneven(found: Columns, row: Sequence[str], where: str) -> ReadError:
    """Of a row with other columns than those before it in the article."""
    what = f"{len(row)} columns, where the rows before have {found.width}"
    return ReadError(what, where=where, todo="the file may be cut off: give each token as many columns")


def looks_like_columns(head: bytes) -> bool:
    """Whether the beginning of a file is articles in columns: every line has a tag, and not every tag is outside."""
    text = head.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.split("\n")
    given = map(_row, lines if len(head) < HEAD else lines[:-1])
    inside = False
    for number, row in enumerate(row for row in given if row and not _comment(row)):
        if number == 0 and row[0] == DOCSTART and len(row) > 1:
            return True
        if not 2 <= len(row) <= 6 or not is_tag(row[-1]):
            return False
        inside = inside or len(row[-1]) > 1
    return inside


def kinds(head: bytes) -> set[str]:
    """The first letters of the tags at the beginning of a file."""
    rows = map(_row, head.decode("utf-8", "replace").split("\n")[:-1])
    return {row[-1][0] for row in rows if len(row) > 1 and row[-1] != OUTSIDE and is_tag(row[-1])}


def _row(line: str) -> list[str]:
    line = line.strip(" \t\r\n")
    if not line:
        return []
    if "\t" in line:
        return [cell.strip(" ") for cell in line.split("\t")]
    return _SPACES.split(line) if "  " in line else line.split(" ")


def _comment(row: Sequence[str]) -> bool:
    """Whether a row is a remark, as some corpora have before a sentence: "# id 12"."""
    return (row[0] == "#" or row[0].startswith("# ")) and not is_tag(row[-1])
