"""W3C Web Annotation: one JSON-LD file with an AnnotationCollection, in which every decision is an annotation.

Model: https://www.w3.org/TR/annotation-model/. A place is given twice: by position, in code points as that model asks,
and by its words with what stands around them. Articles are described in the same file, with their text and its hash, so
nothing is lost. One annotation stands on a line; what only this project knows has names that begin with `variorum:`.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from annotations.formats.base import EVERYTHING, How, LeftOut, check_surfaces
from annotations.formats.shared.json_text import json_line
from annotations.formats.w3c_names import HEADER
from annotations.formats.w3c_read import read_collection
from annotations.formats.w3c_shape import items
from annotations.gold import GoldStory
from corpus.offsets import Unit

# Inside a text, the quotes of the key would be escaped.
_BEGINS: Final = re.compile(
    rb'(?s)(?:\xef\xbb\xbf)?\s*[{\[].*"@context"\s*:\s*[\["]["\s]*http://www\.w3\.org/ns/anno\.jsonld"'
)


class WebAnnotation:
    """The standard for annotations on the web, and the only one that joins places in several articles."""

    name = "w3c"
    suffix = ".jsonld"
    title = "W3C Web Annotation: JSON-LD with positions, quotes and links across articles"
    carries = EVERYTHING
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 (the bytes say it)
        """Whether it is JSON that names the context of the standard."""
        return _BEGINS.match(head) is not None

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write one annotation a line; nothing is ever left out.

        Raises ExportError when a surface is not what stands at its span.
        """
        total = 0
        with out.open("wb") as stream:
            stream.write(HEADER.encode())
            for item in _checked(stories):
                stream.write((b",\n" if total else b"\n") + json_line(item))
                total += 1
            stream.write(f'\n]}},\n"total": {total}}}\n'.encode())
        return []

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read story by story; of a file of others, one story for each source that annotations are about."""
        return read_collection(path, how)


W3C: Final = WebAnnotation()


def _checked(stories: Iterable[GoldStory]) -> Iterator[dict[str, Any]]:
    for story in stories:
        for article in story.articles:
            check_surfaces(article)
        yield from items(story)
