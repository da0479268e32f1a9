"""`variorum train`: a pipeline of one's own from what was accepted."""

from pathlib import Path

import click

from corpus.errors import VariorumError
from tui.console import DONE, EXISTING, count, say
from tui.verbs.export import choice_of, judged_options, split_lines


@click.command()
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project with the gold.")
@click.option("-o", "--out", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", required=True,
              help="Where data, configuration and pipeline go.")  # fmt: skip
@click.option("--epochs", metavar="N", type=click.IntRange(1), default=30, help="At the most; 30 if not said.")
@click.option("--lang", metavar="CODE", help="The language; otherwise that of the articles.")
@click.option("--split", "shares", metavar="80/20", default="80/20", help="Shares of train and dev, by story.")
@click.option("--seed", metavar="N", type=int, default=0, help="Which stories go where.")
@judged_options
def train(project: Path, out: Path, epochs: int, lang: str | None, shares: str, seed: int, **options: object) -> int:
    """Train a pipeline on the finished articles.

    spaCy's own commands do it. The pipeline is in FOLDER/model-best, and variorum PATH --model FOLDER/model-best reads
    with it.
    """
    from annotations.splits import splits  # noqa: PLC0415 (--help must not pay for it)
    from annotations.store import Store  # noqa: PLC0415
    from annotations.training import Terms, has_spans, language_of  # noqa: PLC0415
    from annotations.training import train as trained  # noqa: PLC0415

    parts = splits(shares, seed)
    store = Store(project, read_only=True)
    choice = choice_of(store, project, {**options, "reviewed": True})
    if not has_spans(store, choice):
        raise VariorumError("nobody finished an article with spans", where=str(project), todo="Z Z finishes one")
    [(finished,)] = store.rows("SELECT count(DISTINCT article) FROM finished")
    say(f"taking out what is wanted of {count(finished, 'finished article')} …")
    for line in split_lines(store, choice, parts):
        say(line)
    terms = Terms(lang or language_of(store, choice), epochs, say)
    done = trained(store, choice, parts, terms, out)
    store.close()
    say(f"trained on {done.spans['train']:,} spans: variorum … --model {done.best}")
    return DONE
