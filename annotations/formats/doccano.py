"""doccano's JSON Lines: for its import as sequence labelling, with relations where there are any.

A file without relations has the column `label`, triples of start, end and label; one with relations has `entities` and
`relations`, in every line, as doccano reads only one of the two; it is ASCII, because the import of relations guesses
the encoding, and guesses wrong. Offsets count UTF-16 units, as its pages do, or what readers see as one character where
a project is set to grapheme clusters: that is a format of its own here.
All other columns become what doccano calls metadata, and come back when it exports.
Source: backend/data_import/pipeline (label.py, catalog.py) of https://github.com/doccano/doccano
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.doccano_read import labels_of, lines
from annotations.formats.shared.gold_rows import TOLD, Row, counted, told
from annotations.formats.shared.json_files import first_objects
from annotations.formats.shared.json_text import json_line
from annotations.formats.shared.story_lines import stories
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Annotation
from corpus.offsets import OffsetError, Unit


class Doccano:
    """The files of doccano, whose offsets count `unit`."""

    suffix = ".jsonl"
    carries: frozenset[Part] = frozenset((Part.RELATIONS, Part.STORIES, Part.METADATA))
    extra = ""

    def __init__(self, name: str, title: str, unit: Unit) -> None:
        self.name = name
        self.title = title
        self.unit = unit

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether it begins with a text, and a record has labels as doccano has them; the unit nobody can see."""
        if self.unit is not Unit.UTF_16:
            return False
        found = first_objects(path, head)
        return any(map(labels_of, found)) and isinstance(found[0].get("text"), str)

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write one line for each article; what lies inside of what doccano counts as one character is left out.

        Both shapes are written, and the one is kept that is wanted, as only the last article says which.
        Raises ExportError when a surface is not what stands at its span.
        """
        left_out: list[LeftOut] = []
        number, related = 0, False
        with out.open("wb") as plain, TemporaryFile() as full:
            for story in stories:
                for article in story.articles:
                    check_surfaces(article)
                    number += 1
                    row = _Row(story, article, number, self.unit)
                    left_out += row.left_out
                    related = related or bool(row.relations)
                    plain.write(json_line(row.plain()) + b"\n")
                    full.write(json.dumps(row.full()).encode() + b"\n")
            if related:
                plain.seek(0)
                plain.truncate()
                full.seek(0)
                shutil.copyfileobj(full, plain)
        return left_out

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read the column `label`, `labels` or `entities`, of lines or of one array."""
        yield from stories(lines(path, how, how.unit or self.unit))


DOCCANO: Final = Doccano(
    "doccano", "doccano: JSON lines with labels and relations, for its import (offsets in UTF-16)", Unit.UTF_16
)
GRAPHEMES: Final = Doccano(
    "doccano-graphemes", "doccano: the same for projects that count grapheme clusters", Unit.GRAPHEMES
)


class _Row:
    """An article as a line. Entities are numbered by their order, which relations use: doccano wants numbers."""

    def __init__(self, story: GoldStory, article: GoldArticle, number: int, unit: Unit) -> None:
        self.left_out: list[LeftOut] = []
        told_of = told(story, article)
        about = {key: told_of[key] for key in TOLD if told_of[key]}
        self._head: Row = {"id": number, "text": article.article.text}
        self._tail: Row = {"meta": about}
        count = counted(article.article.text, unit)
        self._entities: list[Row] = []
        numbers: dict[str, int] = {}
        for one in article.annotations:
            try:
                start, end = count({"start": one.span.start, "end": one.span.end})
            except OffsetError:
                self.left_out.append(_inside(article, one))
                continue
            numbers[one.id] = len(numbers)
            place = {"id": numbers[one.id], "start_offset": start, "end_offset": end}
            self._entities.append({**place, "label": one.label})
        self.relations: list[Row] = [
            {"id": at, "from_id": numbers[one.source], "to_id": numbers[one.target], "type": one.kind}
            for at, one in enumerate(article.connections)
            if one.source in numbers and one.target in numbers
        ]

    def plain(self) -> Row:
        """For projects without relations."""
        triples = [[one["start_offset"], one["end_offset"], one["label"]] for one in self._entities]
        return {**self._head, "label": triples, **self._tail}

    def full(self) -> Row:
        """For projects with relations."""
        return {**self._head, "entities": self._entities, "relations": self.relations, **self._tail}


def _inside(article: GoldArticle, one: Annotation) -> LeftOut:
    return LeftOut.of(article, one, "begins or ends inside of what doccano counts as one character")
