"""What the paths on the command line hold: few articles, which go on the desk at once, or many, for the project."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from annotations.errors import ProjectError
from annotations.store import Store
from corpus.article import Article
from corpus.readers.base import Options
from corpus.sources import Input, gather, inputs, sample

SIDE_BY_SIDE: Final = 9  # articles that go on the desk at once, whatever they report
LITTLE: Final = 1_000_000  # bytes: a larger file may hold many articles, unless it is of a kind that holds one
SINGLE: Final = frozenset((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"))


@dataclass(slots=True)
class Given:
    """What the paths hold: few articles, which go on the desk at once, or what was taken into the project (`met`).

    `troubled` says that something could not be read.
    """

    articles: Sequence[Article] = ()
    notices: list[str] = field(default_factory=list)
    met: Sequence[str] = ()
    imported: bool = False
    troubled: bool = False


def held_by(texts: Sequence[Path], project: Path, options: Options, *, pipe: BinaryIO | None, read_only: bool) -> Given:
    """What the paths hold, read at once where it is little; else it is taken into the project. Raises ProjectError."""
    if not texts:
        return Given() if project.exists() else Given(sample().articles)
    few = few_in(texts, options) if pipe is None else None
    if few is not None:
        return few
    if read_only:
        raise ProjectError("so many texts have to be taken in, and it is opened read only", where=str(project),
                           todo="import them first, and give the project alone")  # fmt: skip
    from annotations.intake import REMEMBERED  # noqa: PLC0415 (only for what is large)
    from tui.importing import import_into, summary  # noqa: PLC0415

    store = Store(project)
    try:
        imported = import_into(store, texts, options, pipe=pipe)
    finally:
        store.close()
    met = imported.taken.met if imported.taken.articles <= REMEMBERED else ()
    return Given((), [*imported.lines, summary(imported)], met, imported=True)


def group_loose(store: Store) -> None:
    """Group articles that lie in no story yet: an import was interrupted, or left it for later. Raises ProjectError."""
    if store.rows("SELECT (SELECT count(*) FROM article) > (SELECT count(*) FROM story_article)")[0][0]:
        from tui.importing import group_now  # noqa: PLC0415 (only where something is to be grouped)

        group_now(store)


def few_in(texts: Sequence[Path], options: Options) -> Given | None:
    """The articles of a few files that hold one each; None for more, and where they are records that may be many."""
    found = list(islice(inputs(texts), SIDE_BY_SIDE + 1))
    large = (one for one in found if isinstance(one, Input) and one.size > LITTLE)
    if len(found) > SIDE_BY_SIDE or not all(one.path.suffix.lower() in SINGLE for one in large):
        return None
    gathered = gather(texts, options)
    if len(gathered.articles) > SIDE_BY_SIDE or any(one.metadata.story for one in gathered.articles):
        return None
    lines = [*map(str, gathered.troubles), *map(str, gathered.notices)]
    return Given(gathered.articles, lines, troubled=bool(gathered.troubles))
