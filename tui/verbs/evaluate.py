"""`variorum evaluate`: a pipeline or a reviewer against gold."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from corpus.display import shown
from corpus.errors import VariorumError, WrongUsageError
from tui.console import DONE, EXISTING, count, say
from tui.verbs.export import choice_of, choice_options

if TYPE_CHECKING:
    from annotations.scores.spans import Counts, Scores

WORST: Final = 10
NONE: Final = "none"


@click.command()
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project with the gold.")
@click.option("--model", metavar="SPEC", help="The pipeline that is evaluated; otherwise the one of the settings.")
@click.option("--other", metavar="NAME", help="In its place: the reviewer that is evaluated, against --reviewer.")
@click.option("--unfinished", is_flag=True, help="Articles that nobody finished count too.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@choice_options
def evaluate(
    project: Path,
    model: str | None,
    other: str | None,
    unfinished: bool,  # noqa: FBT001 (click's way)
    as_json: bool,  # noqa: FBT001
    **options: object,
) -> int:
    """Score a pipeline or a reviewer against what was accepted.

    Scores are those of SemEval-2013 (strict, exact, partial, type), for each label, with a table of confusions and the
    articles with the most that is wrong.
    """
    from annotations.evaluation import by_pipeline, by_reviewer, evaluated  # noqa: PLC0415 (--help must not pay for it)
    from annotations.store import Store  # noqa: PLC0415
    from tui.gathering import reading_with  # noqa: PLC0415

    store = Store(project, read_only=True)
    choice = choice_of(store, project, options)
    if other is not None and other not in store.reviewers():
        known = ", ".join(store.reviewers()) or "nobody yet"
        raise WrongUsageError(f"nobody called {other} annotated it", where=str(project), todo=f"known: {known}")
    if other is not None and not choice.reviewers:
        raise WrongUsageError("a reviewer is evaluated against others", todo="name them with --reviewer")
    how = (
        by_reviewer(store, other, unfinished=unfinished)
        if other is not None
        else by_pipeline(store, reading_with(model))
    )
    scores = evaluated(store, choice, how, unfinished=unfinished)
    store.close()
    if not scores.articles:
        what = f"no article was finished by {other} and the others" if other else "nobody finished an article yet"
        raise VariorumError(what, where=str(project), todo="Z Z finishes one")
    if as_json:
        click.echo(json.dumps(_object(scores), ensure_ascii=False))
    else:
        for line in _lines(scores):
            click.echo(shown(line))
    say(count(len(scores.articles), "article"))
    return DONE


def _object(scores: "Scores") -> dict[str, Any]:
    def figures(counts: "dict[str, Counts]") -> dict[str, Any]:
        return {
            scheme: {name: _text(getattr(one, name)) for name in ("precision", "recall", "f1")}
            | {name: getattr(one, name) for name in ("correct", "incorrect", "partial", "missed", "spurious")}
            for scheme, one in counts.items()
        }

    return {
        "overall": figures(scores.overall),
        "labels": {label: figures(counts) for label, counts in sorted(scores.labels.items())},
        "confusion": [
            {"gold": gold or None, "found": found or None, "count": count}
            for (gold, found), count in sorted(scores.confusion.items())
        ],
        "articles": [
            {"article": one.name, "wrong": one.wrong, "gold": one.gold} for one in scores.worst(len(scores.articles))
        ],
    }


def _lines(scores: "Scores") -> Iterator[str]:
    head = ("", *scores.overall, "gold", "found")
    rows = [("all", *_row(scores.overall))]
    rows += [(label, *_row(counts)) for label, counts in sorted(scores.labels.items())]
    yield "F1"
    yield from _table(head, rows)
    labels = sorted({label for pair in scores.confusion for label in pair if label})
    yield "\ngold in rows, found in columns"
    table = [
        (gold or NONE, *(str(scores.confusion[gold, found] or ".") for found in (*labels, "")))
        for gold in (*labels, "")
    ]
    yield from _table(("", *labels, NONE), table)
    if worst := scores.worst(WORST):
        yield "\nmost wrong"
        yield from _table(("article", "wrong", "gold"), [(one.name, str(one.wrong), str(one.gold)) for one in worst])


def _row(counts: "dict[str, Counts]") -> tuple[str, ...]:
    strict = counts["strict"]
    gold = strict.correct + strict.incorrect + strict.missed
    found = strict.correct + strict.incorrect + strict.spurious
    return (*(_text(one.f1) for one in counts.values()), f"{gold:,}", f"{found:,}")


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    for row in (head, *rows):
        first, *rest = (
            cell.ljust(width) if not at else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join((first, *rest)).rstrip()


def _text(value: Decimal) -> str:
    return f"{value:.3f}"
