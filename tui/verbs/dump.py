"""`variorum dump`: what the machine knows of every article, as JSON Lines."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from corpus.errors import VariorumError
from tui.console import DONE, EXISTING, FAILED, count, options_of, reading_options, say


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.argument("paths", nargs=-1, type=EXISTING)
@click.option("--project", type=EXISTING, metavar="FILE", help="The project; else the articles in PATHS.")
@reading_options
def dump(
    folder: Path,
    paths: tuple[Path, ...],
    project: Path | None,
    fields: tuple[str, ...],
    encoding: str | None,
    repair: bool,  # noqa: FBT001 (click's way)
) -> int:
    """Write what the machine knows of every article.

    FOLDER gets articles.jsonl: the articles of a project, or of PATHS, with their stories and what is known of them.
    """
    from annotations.dump import dump as written  # noqa: PLC0415 (--help must not pay for it)
    from annotations.store import Store  # noqa: PLC0415
    from tui.importing import import_into  # noqa: PLC0415

    if (project is None) == (not paths):
        message = "give --project FILE or paths of articles, one of the two"
        raise click.UsageError(message)
    if project is not None:
        store = Store(project, read_only=True)
        articles = written(store, folder)
        store.close()
        say(f"{count(articles, 'article')} written to {folder}")
        return DONE
    with TemporaryDirectory() as place:
        store = Store(Path(place) / "dump.variorum")
        imported = import_into(store, paths, options_of(fields, encoding, repair=repair))
        articles = written(store, folder) if imported.taken.articles else 0
        store.close()
    for line in imported.lines:
        say(line)
    if not articles:
        raise VariorumError(
            "there is no article to write", where=", ".join(map(str, paths)), todo="nothing was replaced"
        )
    say(f"{count(articles, 'article')} written to {folder}")
    return FAILED if imported.taken.troubles else DONE
