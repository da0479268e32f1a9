"""Articles for the verbs that read whole stories: those of a project, or of paths, for the occasion.

As on the desk, few files that hold one article each are one story; more fall into stories.
"""

import os
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from annotations.read_stories import Reading
from annotations.store import Store
from corpus.article import Story
from corpus.models import resolve
from corpus.sources import inputs
from tui.config import current
from tui.console import options_of, say
from tui.given import few_in
from tui.importing import import_into
from tui.opening import SUFFIX

if TYPE_CHECKING:
    from corpus.pipeline import Reader


def reading_with(spec: str | None) -> Reading:
    """How articles are read: by the model `spec`, else that of the settings. A model that does not load is told of.

    Raises ModelError for a spec that names nothing.
    """
    config = current(os.environ)
    labels = config.model_labels
    choice = resolve(spec or config.model, labels)

    def loaded() -> "Reader":
        from corpus.pipeline import load_or_rules  # noqa: PLC0415 (slow, and not wanted where all is read)

        reader = load_or_rules(choice, labels)
        if reader.notice:
            say(f"variorum: {reader.notice}")
        return reader

    return Reading(choice.id, labels, loaded)


@contextmanager
def gathered(
    paths: tuple[Path, ...], project: Path | None, *, fields: tuple[str, ...], encoding: str | None, repair: bool
) -> Generator[tuple[Store, list[str], bool]]:
    """The project, or one for the occasion with the articles of `paths`; lines for the person; whether all was read.

    A path that is a project is taken for one. Raises click.UsageError unless just one of the two is named, and
    VariorumErrors.
    """
    if project is None and [path.suffix for path in paths] == [SUFFIX]:
        project, paths = paths[0], paths[1:]
    if (project is None) == (not paths):
        message = "give --project FILE or paths of articles, one of the two"
        raise click.UsageError(message)
    if project is not None:
        with closing(Store(project, read_only=True)) as store:
            yield store, [], True
        return
    options = options_of(fields, encoding, repair=repair)
    with TemporaryDirectory() as place, closing(Store(Path(place) / "gathered.variorum")) as store:
        few = few_in(paths, options)
        if few is None or len(few.articles) > sum(1 for _ in inputs(paths)):
            imported = import_into(store, paths, options)
            yield store, imported.lines, not imported.taken.troubles
        else:
            if few.articles:
                store.add_story(Story(paths[0].stem, tuple(few.articles)))
            yield store, few.notices, not few.troubled
