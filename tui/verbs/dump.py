"""`variorum dump`: the machine's reading of every article, as JSON Lines."""

from pathlib import Path
from typing import Any

import click

from corpus.errors import VariorumError
from tui.console import DONE, EXISTING, FAILED, count, reading_options, say


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.argument("paths", nargs=-1, type=EXISTING)
@click.option("--project", type=EXISTING, metavar="FILE", help="The project; else the articles in PATHS.")
@click.option("--model", metavar="SPEC", help="What reads: an installed pipeline, a folder, module:callable, blank:xx.")
@reading_options
def dump(
    folder: Path,
    paths: tuple[Path, ...],
    project: Path | None,
    model: str | None,
    **said: Any,
) -> int:
    """Write what is read in every article.

    FOLDER gets articles, boilerplate, mentions, figures, ledger, alignments and quotes, each a .jsonl file: of a
    project with what was decided in it, or of the articles in PATHS.
    """
    from annotations.dump import dump as written  # noqa: PLC0415 (--help must not pay for it)
    from tui.gathering import gathered, reading_with  # noqa: PLC0415

    how = reading_with(model)
    with gathered(paths, project, **said) as (store, lines, whole):
        there = project is not None or store.rows("SELECT 1 FROM article LIMIT 1")
        articles = written(store, folder, how) if there else 0
    for line in lines:
        say(line)
    if not there:
        raise VariorumError(
            "there is no article to write", where=", ".join(map(str, paths)), todo="nothing was replaced"
        )
    say(f"{count(articles, 'article')} written to {folder}")
    return DONE if whole else FAILED
