"""CoNLL-2003 columns with BILOU tags: B- I- L- over several tokens, U- on a single one, O elsewhere.

Reads any of the common schemes. https://www.clips.uantwerpen.be/conll2003/ner/
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from annotations.formats.base import How, LeftOut
from annotations.formats.columns import CARRIES, read_columns, write_columns
from annotations.formats.columns_read import kinds, looks_like_columns
from annotations.formats.shared.tagging import bilou
from annotations.gold import GoldStory
from corpus.offsets import Unit


class Bilou:
    """One token a line with its BILOU tag."""

    name = "bilou"
    suffix = ".bilou"
    title = "CoNLL-2003 columns with BILOU tags, one token a line: they say too where a name ends"
    carries = CARRIES
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether every line ends with a tag, and some say where an entity ends."""
        return not path.is_dir() and looks_like_columns(head) and not kinds(head).isdisjoint("LUES")

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write `out` and its offsets beside it; returns the spans that overlap others or are only white space."""
        return write_columns(stories, out, bilou)

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read article by article. Raises ReadError."""
        return read_columns(path, how)


BILOU: Final = Bilou()
