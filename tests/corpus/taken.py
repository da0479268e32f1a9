"""What is read of bytes under a name, as if they came through a pipe."""

from collections.abc import Mapping
from io import BytesIO

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.readers.base import Notice, Options
from corpus.sources import Gathered, read_stream


def taken(
    name: str,
    data: bytes | str,
    fields: Mapping[str, str] | None = None,
    encoding: str | None = None,
    *,
    repair: bool = False,
) -> Gathered:
    """All that comes of `data`, a text being written in UTF-8."""
    data = data.encode() if isinstance(data, str) else data
    found = list(read_stream(BytesIO(data), name, Options(fields or {}, encoding, repair)))
    return Gathered(
        tuple(one for one in found if isinstance(one, Article)),
        tuple(one for one in found if isinstance(one, CorpusError)),
        tuple(one for one in found if isinstance(one, Notice)),
    )


def texts(gathered: Gathered) -> list[str]:
    """The texts of what was taken."""
    return [article.text for article in gathered.articles]


def lines(gathered: Gathered) -> list[str]:
    """The troubles, as a person sees them."""
    return [str(trouble) for trouble in gathered.troubles]
