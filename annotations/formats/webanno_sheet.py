"""One WebAnno TSV file as it stands: its layers, its text, and its rows with their cells."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from annotations.errors import ReadError
from annotations.formats.shared.text_files import numbered_lines
from annotations.formats.webanno_text import plain_text
from corpus.offsets import Unit, from_code_points

FORMAT: Final = "#FORMAT=WebAnno TSV "
VERSIONS: Final = ("3.2", "3.3")
LARGEST_GAP: Final = 1 << 20
"""The most white space between two sentences: more is a broken number, and would fill the memory."""
_LAYER: Final = re.compile(r"#T_(SP|CH|RL)=(.+)")
_ROW: Final = re.compile(r"(\d{1,9}-\d{1,9}(?:\.\d{1,9})?)\t(\d{1,9})-(\d{1,9})\t")


class Layer(NamedTuple):
    """A layer of the header: `kind` is SP (spans), CH (chains) or RL (relations); its first feature is in `column`."""

    kind: str
    name: str
    features: tuple[str, ...]
    column: int


class SheetRow(NamedTuple):
    """A row: offsets as they are in the file, and the cells of the layers."""

    id: str
    begin: int
    end: int
    cells: tuple[str, ...]
    line: int


@dataclass(slots=True)
class Sheet:
    """A file."""

    layers: list[Layer] = field(default_factory=list)
    rows: list[SheetRow] = field(default_factory=list)
    text: str = ""


def read_sheet(path: Path, unit: Unit) -> Sheet:
    """The file at `path`, whose offsets count `unit`. Raises ReadError with the line that is not of the format."""
    reader = _Reader(path, unit)
    for _, line in numbered_lines(path):
        reader.take(line.rstrip("\r\n"))
    return reader.result()


class _Reader:
    """Takes line after line."""

    def __init__(self, path: Path, unit: Unit) -> None:
        self.number = 0
        self._path, self._unit = path, unit
        self._sheet = Sheet()
        self._columns = 0
        self._pieces: list[str] = []
        self._size = 0  # of the text so far, in the unit of the file
        self._open: list[str] = []  # the lines of a sentence that has no row yet

    def take(self, line: str) -> None:
        """Take the next line of the file. Raises ReadError for one that cannot stand there."""
        self.number += 1
        if self.number == 1:
            self._version(line)
        elif not line.startswith("#"):
            if line:
                self._row(line)
        elif line.startswith("#Text="):
            self._open.append(plain_text(line.removeprefix("#Text=")))
        elif found := _LAYER.fullmatch(line):
            self._layer(found[1], found[2])

    def result(self) -> Sheet:
        """The sheet. Raises ReadError for an empty file, and one that ends before the rows of a sentence."""
        if not self.number or self._open:
            raise self._wrong("the file ends too early")
        text = "".join(self._pieces)
        self._sheet.text = text.removesuffix("\n")
        return self._sheet

    def _wrong(self, what: str) -> ReadError:
        return ReadError(what, where=f"{self._path}, line {self.number}", todo="export it again")

    def _version(self, line: str) -> None:
        if not line.startswith(FORMAT):
            raise self._wrong("not a WebAnno TSV file")
        if line.removeprefix(FORMAT).strip() not in VERSIONS:
            raise self._wrong(f"only versions {' and '.join(VERSIONS)} of WebAnno TSV can be read")

    def _layer(self, kind: str, declared: str) -> None:
        if self._sheet.rows:
            raise self._wrong("a layer is declared below the rows")
        name, *features = declared.split("|")
        self._sheet.layers.append(Layer(kind, name, tuple(features), self._columns))
        self._columns += max(1, len(features))

    def _row(self, line: str) -> None:
        found = _ROW.match(line)
        if found is None:
            raise self._wrong("not a row of a token")
        begin, end = int(found[2]), int(found[3])
        if self._open:
            self._begin(begin)
        elif not self._pieces:
            raise self._wrong("a row without the text of its sentence")
        cells = tuple(line.split("\t")[3 : 3 + self._columns])
        if len(cells) < self._columns:
            raise self._wrong(f"{self._columns} columns are declared, here are {len(cells)}")
        if not 0 <= begin <= end < self._size:
            raise self._wrong(f"{begin}-{end} lies outside the text")
        self._sheet.rows.append(SheetRow(found[1], begin, end, cells, self.number))

    def _begin(self, begin: int) -> None:
        """Put the text of a sentence where its first token says that it begins.

        A line feed stands behind each sentence, unless the next one begins at once; a larger gap is filled with spaces.
        """
        if self._size == begin + 1:
            self._pieces[-1] = self._pieces[-1].removesuffix("\n")
            self._size -= 1
        if self._size > begin:
            raise self._wrong("the sentence begins before the last one ends")
        if begin - self._size > LARGEST_GAP:
            raise self._wrong(f"nothing stands between {self._size} and {begin}")
        self._pieces.append(" " * (begin - self._size))
        text = "\n".join((*self._open, ""))
        self._pieces.append(text)
        self._size = begin + from_code_points(text, self._unit)(len(text))
        self._open = []
