"""brat's files as other programs and people left them: each text with annotations beside it is an article.

Offsets may have been made where the text was read with every CR LF as one line feed, or without its byte order mark.
Where the words in the .ann say so, the offsets are taken to mean that, and become those of the text as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from annotations.errors import ReadError
from annotations.formats.base import How, unheard
from annotations.formats.brat_clusters import cluster_rows
from annotations.formats.brat_read import ReadSheet
from annotations.formats.json_shape import Line
from annotations.formats.shared.gold_rows import gold_line, shape
from annotations.formats.shared.text_files import text_of

SUFFIXES: Final = (".ann", ".a1", ".a2")
_RETURN: Final = r"\r(?=\n)"
_MARK: Final = r"\A\ufeff"


def foreign(path: Path, how: How) -> Iterator[Line]:
    """A line for each text with annotations; its name is its place in the folder. Raises ReadError."""
    texts = sorted(path.rglob("*.txt")) if path.is_dir() else [path.with_suffix(".txt")]
    pairs = [(one, files) for one in texts if (files := beside(one))]
    if not pairs:
        raise ReadError("no .txt with a .ann beside it", where=str(path), todo="name a folder of brat's files")
    for number, (file, files) in enumerate(pairs, 1):
        name = file.relative_to(path).as_posix() if path.is_dir() else file.name
        text = text_of(file, how.encoding)
        sheet = _sheet(name, text, files, how)
        with shape(str(files[0]), "not a brat file"):
            spans = list(sheet.spans.values())
            said = {"spans": spans, "relations": sheet.relations, "clusters": cluster_rows(name, [sheet], [])}
            found = gold_line(number, {"name": name, "text": text, **said})
        yield found


def beside(file: Path) -> list[Path]:
    """The files of annotations of a text."""
    return [one for suffix in SUFFIXES if (one := file.with_suffix(suffix)).is_file()]


def _sheet(name: str, text: str, files: Sequence[Path], how: How) -> ReadSheet:
    """What `files` say of `text`, with offsets in it."""
    first = _read(name, text, files, how)
    if _fits(first, text):
        return first
    quiet = replace(how, tell=unheard)
    for unseen in (_RETURN, _MARK, f"{_RETURN}|{_MARK}"):
        gone = {match.start() for match in re.finditer(unseen, text)}
        kept = [at for at in range(len(text)) if at not in gone]
        seen = "".join(text[at] for at in kept)
        try:
            found = _read(name, seen, files, quiet)
        except ReadError:  # an offset lies outside of what was seen
            continue
        if _fits(found, seen):
            _move(found, kept, text)
            return found
    return first


def _read(name: str, text: str, files: Sequence[Path], how: How) -> ReadSheet:
    sheet = ReadSheet(name, text, how, {})
    for one in files:
        sheet.add(one)
    return sheet


def _fits(sheet: ReadSheet, text: str) -> bool:
    return all(one["text"] == text[one["start"] : one["end"]] for one in sheet.spans.values())


def _move(sheet: ReadSheet, kept: Sequence[int], text: str) -> None:
    """Make the offsets in the code points `kept` of a text those in the text itself."""
    for row in sheet.spans.values():
        for one in (row, *row["parts"]):
            one["start"], one["end"] = kept[one["start"]], kept[one["end"] - 1] + 1
        row["text"] = text[row["start"] : row["end"]]
