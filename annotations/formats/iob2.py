"""CoNLL-2003 columns with IOB2 tags: B- wherever an entity begins, I- inside of it, O elsewhere.

Reads any of the common schemes. https://www.clips.uantwerpen.be/conll2003/ner/
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from annotations.formats.base import How, LeftOut
from annotations.formats.columns import CARRIES, read_columns, write_columns
from annotations.formats.columns_read import looks_like_columns
from annotations.formats.shared.tagging import iob2
from annotations.gold import GoldStory
from corpus.offsets import Unit


class Iob2:
    """One token a line with its IOB2 tag."""

    name = "iob2"
    suffix = ".conll"
    title = "CoNLL-2003 columns with IOB2 tags, one token a line, for taggers of all kinds"
    carries = CARRIES
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether every line ends with a tag."""
        return not path.is_dir() and looks_like_columns(head)

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write `out` and its offsets beside it; returns the spans that overlap others or are only white space."""
        return write_columns(stories, out, iob2)

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read article by article. Raises ReadError."""
        return read_columns(path, how)


IOB2: Final = Iob2()
