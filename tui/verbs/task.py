"""`variorum task`: a dataset for one task."""

from pathlib import Path

import click

from corpus.display import shown
from tui.console import DONE, EXISTING, count, say
from tui.verbs.export import NONE_FINISHED, choice_of, choice_options, split_lines


@click.command()
@click.argument("name", required=False)
@click.option("--project", type=EXISTING, metavar="FILE", help="The project.")
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="OUT", help="The file to write, .jsonl.")
@click.option("--decided", is_flag=True, help="Only what people said, nothing that only a machine reads.")
@click.option("--model", metavar="SPEC", help="What reads articles that were not read yet.")
@click.option("--split", "shares", metavar="80/10/10", default="", help="Three files: train, dev, test, by story.")
@click.option("--seed", metavar="N", type=int, default=0, help="Which stories go where in a split.")
@choice_options
def task(  # noqa: PLR0913, PLR0917 (an option each)
    name: str | None,
    project: Path | None,
    out: Path | None,
    decided: bool,  # noqa: FBT001 (click's way)
    model: str | None,
    shares: str,
    seed: int,
    **options: object,
) -> int:
    """Write a dataset for one task; without NAME, list the tasks.

    Machine readings are in it too, each with `by` "model"; --decided leaves them out.
    """
    from annotations.tasks.registry import TASKS, task_named  # noqa: PLC0415 (--help must not pay for it)

    if name is None:
        for one in TASKS:
            click.echo(shown(f"{one.name:12} {one.title}"))
        return DONE
    if project is None or out is None:
        message = "give --project FILE and -o OUT"
        raise click.UsageError(message)
    from annotations.choice import gold  # noqa: PLC0415
    from annotations.splits import splits  # noqa: PLC0415
    from annotations.store import Store  # noqa: PLC0415
    from annotations.task_export import task_rows, write_task  # noqa: PLC0415
    from tui.gathering import reading_with  # noqa: PLC0415

    wanted, parts = task_named(name), splits(shares, seed) if shares else None
    store = Store(project, read_only=True)
    choice = choice_of(store, project, options)
    counts = write_task(task_rows(store, wanted, reading_with(model), choice, decided=decided), out, parts)
    remarks = [*(split_lines(store, choice, parts) if parts else ())]
    empty = choice.reviewed and next(gold(store, choice), None) is None
    store.close()
    for line in (*(f"{count(number, 'row')} written to {path}" for path, number in counts.items()), *remarks):
        say(line)
    if empty:
        say(f"variorum: {NONE_FINISHED}")
    return DONE
