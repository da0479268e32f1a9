"""`variorum dataset`: a folder to give away, with the data, a card and the hashes."""

from pathlib import Path

import click

from tui.console import DONE, EXISTING, LEFT_OUT, count, say
from tui.verbs.export import NONE_FINISHED, choice_of, choice_options, split_lines, unfinished_lines

FORMATS = ("jsonl",)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project to export.")
@click.option(
    "--format", "names", metavar="NAME", multiple=True, help="A format; more than once for more. Default: jsonl."
)
@click.option("--title", metavar="WORDS", help="What it is called; otherwise the name of the folder.")
@click.option("--about", metavar="WORDS", default="", help="What it is, in a sentence.")
@click.option(
    "--license", "terms", metavar="NAME", default="unknown", help="Of the annotations, as the hub calls it: cc-by-4.0."
)
@click.option("--split", "shares", metavar="80/10/10", default="", help="Shares of train, dev, test, by story.")
@click.option("--seed", metavar="N", type=int, default=0, help="Which stories go where in a split.")
@choice_options
def dataset(  # noqa: PLR0913, PLR0917 (an option each)
    folder: Path,
    project: Path,
    names: tuple[str, ...],
    title: str | None,
    about: str,
    terms: str,
    shares: str,
    seed: int,
    **options: object,
) -> int:
    """Write a dataset to give away, with a card and hashes.

    FOLDER is new or empty; data, README.md (the card) and SHA256SUMS come into it.
    """
    from annotations.dataset import Wanted, make  # noqa: PLC0415 (--help must not pay for it)
    from annotations.formats.registry import format_named  # noqa: PLC0415
    from annotations.labels import parse, shipped  # noqa: PLC0415
    from annotations.splits import splits  # noqa: PLC0415
    from annotations.store import Store  # noqa: PLC0415
    from tui.version import VERSION  # noqa: PLC0415

    formats = [format_named(name) for name in dict.fromkeys(names or FORMATS)]
    parts = splits(shares, seed) if shares else None
    store = Store(project, read_only=True)
    sets = store.label_sets()
    labels = parse(sets[-1][1], f"the label set {sets[-1][0]}") if sets else shipped()
    choice = choice_of(store, project, options)
    wanted = Wanted(title or folder.name, terms, about, choice, formats, parts, labels, VERSION)
    made = make(store, wanted, folder)
    remarks = [*(split_lines(store, choice, parts) if parts else ())]
    store.close()
    for one in made.written:
        lacks = ", ".join(f"{number:,} of {kind}" for kind, number in sorted(one.done.lacks.items()))
        more = f"; not carried: {lacks}, listed in {one.done.side}" if lacks else ""
        say(f"{one.path}: {count(one.done.articles, 'article')}, {count(one.done.spans, 'span')}{more}")
    articles = sum(part.articles for part in made.parts.values())
    finished = sum(part.finished for part in made.parts.values())
    if made.empty:
        say(f"no files for {', '.join(made.empty)}: no articles")
    for line in (*remarks, *unfinished_lines(articles - finished, articles, choice)):
        say(line)
    say(f"{folder}: read back, with a card and hashes")
    if choice.reviewed and not articles:
        say(f"variorum: {NONE_FINISHED}")
    return LEFT_OUT if made.lacks else DONE
