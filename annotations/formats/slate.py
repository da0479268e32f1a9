"""SLATE's annotation files beside their texts: `NAME` and `NAME.annotations`, a line for each labelled place.

Written by character, `((line, word, character), (line, word, character)) - LABEL`, because words in SLATE keep their
commas: open it with `-t categorical -s character -o -d files.list`. Read by document, line, word or character.
`articles.jsonl` says what the articles are called and what is known of them. Links are no spans and are refused.
Source: https://github.com/jkkummerfeld/slate
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from annotations.errors import ReadError
from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.json_shape import Line
from annotations.formats.shared.article_rows import line_of, row_of
from annotations.formats.shared.file_names import FileNames
from annotations.formats.shared.gold_rows import Row, beside, gold_line, shape, told
from annotations.formats.shared.story_lines import stories as stories_of
from annotations.formats.shared.text_files import text_of
from annotations.formats.slate_items import PREFIX, Words, item
from annotations.gold import GoldArticle, GoldStory
from corpus.offsets import Unit
from corpus.span import Span

INDEX: Final = "articles.jsonl"
FILES: Final = "files.list"
SUFFIX: Final = ".annotations"
VERSION: Final = "variorum-slate/1"
_LOOKS: Final = re.compile(rb"\s*[(\[0-9][\s\d,()\[\]]*-")


class Slate:
    """Texts and annotation files of SLATE."""

    name = "slate"
    suffix = ""
    title = "SLATE: a folder of texts with a .annotations file beside each"
    carries: frozenset[Part] = frozenset((Part.FINISHED, Part.STORIES, Part.METADATA))
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether this is an annotation file beside its text, or a folder with one."""
        if path.is_dir():
            return any(_text_beside(one) is not None for one in path.glob(f"*{SUFFIX}*"))
        return SUFFIX in path.name and _LOOKS.match(head) is not None and _text_beside(path) is not None

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write the folder `out`; returns what SLATE's cursor cannot stand on."""
        out.mkdir(exist_ok=True)
        names, left_out = FileNames((INDEX, FILES)), list[LeftOut]()
        with (out / INDEX).open("wb") as index, (out / FILES).open("wb") as files:
            for story in stories:
                for article in story.articles:
                    check_surfaces(article)
                    name = names.of(article.article.name) + ".txt"
                    (out / name).write_bytes(article.article.text.encode())
                    lines, missed = _lines(article)
                    (out / f"{name}{SUFFIX}").write_bytes("".join(lines).encode())
                    left_out += missed
                    files.write(f"{name} {name}{SUFFIX}\n".encode())
                    row = {**beside(told(story, article), "spans"), "name": article.article.name}
                    index.write(line_of({"format": VERSION, "file": name, **row}))
        return left_out

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read a folder that was written here, or annotation files of others beside their texts. Raises ReadError."""
        return stories_of(_ours(path, how) if (path / INDEX).is_file() else _foreign(path, how))


SLATE: Final = Slate()


def _lines(article: GoldArticle) -> tuple[list[str], list[LeftOut]]:
    """The lines of an article by place, and what of it has none. A place has one line, with all its labels."""
    source = article.article.text
    words = Words.of(source)
    labels: dict[Span, list[str]] = {}
    left_out: list[LeftOut] = []
    for one in article.annotations:
        if one.surface != one.surface.strip():
            left_out.append(LeftOut.of(article, one, "begins or ends with white space"))
        elif one.label.startswith(PREFIX) or one.label.split() != [one.label]:
            left_out.append(LeftOut.of(article, one, "a label in SLATE is one word"))
        else:
            labels.setdefault(one.span, []).append(one.label)
    lines: list[str] = []
    for span in sorted(labels):
        first, last = words.places(span)
        where = first if first == last else (first, last)
        lines.append(f"{where} - {' '.join(sorted(labels[span]))}\n")
    return lines, left_out


def _ours(path: Path, how: How) -> Iterator[Line]:
    with (path / INDEX).open("rb") as index:
        for number, line in enumerate(index, 1):
            where = f"{path / INDEX}, line {number}"
            row = row_of(line, where)
            if row.get("format") != VERSION:
                raise ReadError(f"not an article of {VERSION}", where=where, todo="remove this file to read the others")
            with shape(where, "not an article of a SLATE folder of ours"):
                file = path / Path(row["file"]).name
                source = _text(file, where, how.encoding)
                beside_it = file.with_name(file.name + SUFFIX)
                spans = list(_spans(beside_it, source, f"{number}", how.reviewer, how.encoding))
                done = [how.reviewer] if row.get("finished_by") else []
                found = gold_line(number, {**row, "text": source, "finished_by": done, "spans": spans})
            yield found


def _text(file: Path, where: str, encoding: str) -> str:
    if not file.is_file() or not file.with_name(file.name + SUFFIX).is_file():
        raise ReadError(f"{file.name} is not in the folder, or has no annotations", where=where, todo="export it again")
    return text_of(file, encoding)


def _foreign(path: Path, how: How) -> Iterator[Line]:
    """An article for each text; what does not lie in NAME.annotations is of a reviewer who is called like the rest."""
    files = sorted(path.glob(f"*{SUFFIX}*")) if path.is_dir() else [path]
    pairs = [(beside, file) for file in files if (beside := _text_beside(file)) is not None]
    if not pairs:
        raise ReadError(
            "no text with an annotation file beside it", where=str(path), todo="put NAME beside NAME.annotations"
        )
    for number, (file, own) in enumerate(groupby(sorted(pairs), key=lambda pair: pair[0]), 1):
        source = text_of(file, how.encoding)
        spans: list[Row] = []
        for at, (_, each) in enumerate(own):
            rest = each.name.removeprefix(file.name)
            who = how.reviewer if rest == SUFFIX or not path.is_dir() else rest.strip(".")
            spans += _spans(each, source, f"{number}.{at}", who, how.encoding)
        yield gold_line(number, {"name": file.name, "text": source, "spans": spans})


def _spans(file: Path, source: str, prefix: str, reviewer: str, encoding: str) -> Iterator[Row]:
    """What an annotation file says of the text `source`. Raises ReadError."""
    words = Words.of(source)
    for number, line in enumerate(text_of(file, encoding).split("\n"), 1):
        if not line.strip():
            continue
        where = f"{file}, line {number}"
        with shape(where, f"{line.strip()[:60]!r} names no place in the text"):
            found = item(line)
            if len(found.places) != 1 or not found.labels:
                raise ReadError("a link, or a place without a label", where=where, todo="take the file of links away")
            span = words.span(*found.places[0])
        place = {"start": span.start, "end": span.end, "text": span.surface(source), "reviewer": reviewer}
        for at, label in enumerate(found.labels):
            yield {"id": f"{prefix}.{number}.{at}", "label": label, **place}


def _text_beside(file: Path) -> Path | None:
    """The text that an annotation file is about: its name is the beginning of the file's, up to a dot."""
    name, _, _ = file.name.rpartition(SUFFIX)
    while name:
        beside = file.with_name(name)
        if beside.is_file():
            return beside
        name = name.rpartition(".")[0]
    return None
