"""What a reader is: bytes in, articles and troubles out, one record after the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from corpus.article import Article
from corpus.decode import Encoding
from corpus.display import shown_line
from corpus.errors import CorpusError
from corpus.readers.source import Source


@dataclass(frozen=True, slots=True)
class Options:
    """What a person says about the files.

    `fields` are Variorum's names of fields with the file's own (`{"text": "body"}`, nested ones with dots), `encoding`
    as for `corpus.decode.decode`, and `repair` asks for faults of encoding in the texts to be repaired.
    """

    fields: Mapping[str, str] = field(default_factory=dict[str, str])
    encoding: str | None = None
    repair: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """One line that a person should see and that is no trouble, such as an encoding that was guessed."""

    what: str
    where: str = ""

    def __str__(self) -> str:
        return shown_line(f"{self.where}: {self.what}" if self.where else self.what)


Outcome = Article | CorpusError | Notice


@runtime_checkable
class Reader(Protocol):
    """One kind of file.

    `suffixes` are those of its files, in small letters and with their dots. `begins` says whether bytes are such a file
    by their beginning, where no suffix tells. `read` yields what is in it and raises CorpusError, without a place, only
    where nothing more can be read; whatever else it raises is reported as a fault of that file.
    """

    @property
    def name(self) -> str:
        """What the kind is called."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes of its files."""
        ...

    def begins(self, head: bytes) -> bool:
        """Whether `head` is the beginning of such a file."""
        ...

    def read(self, source: Source, options: Options) -> Iterator[Outcome]:
        """The articles in `source`, and what stood in the way of others."""
        ...


def notices(encoding: Encoding, source: Source) -> Iterator[Notice]:
    """The line that tells of a guessed encoding, if it was."""
    if encoding.guessed:
        what = f"not UTF-8, read as {encoding.codec} (guessed); name its --encoding if that is wrong"
        yield Notice(what, source.where)
