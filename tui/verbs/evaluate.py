"""`variorum evaluate`: a pipeline or a reviewer against gold."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from corpus.display import shown
from corpus.errors import VariorumError, WrongUsageError
from corpus.label_map import FIGURE_LABELS
from tui.console import DONE, EXISTING, count, say
from tui.verbs.export import choice_of, judged_options

if TYPE_CHECKING:
    from annotations.evaluation import Found, Gives
    from annotations.scores.spans import Counts, Scores
    from annotations.store import Store

WORST: Final = 10
NONE: Final = "none"
_APART: Final = {"boilerplate": "in boilerplate", "unsure": "over what is unsure"}


@click.command()
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project with the gold.")
@click.option("--model", metavar="SPEC", help="The pipeline that is evaluated; otherwise the one of the settings.")
@click.option("--other", metavar="NAME", help="In its place: the reviewer that is evaluated, against --reviewer.")
@click.option("--figures", is_flag=True, help="Score the figures too that rules find beside the pipeline.")
@click.option("--unfinished", is_flag=True, help="Articles that nobody finished count too.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@judged_options
def evaluate(
    project: Path,
    model: str | None,
    other: str | None,
    figures: bool,  # noqa: FBT001 (click's way)
    unfinished: bool,  # noqa: FBT001
    as_json: bool,  # noqa: FBT001
    **options: object,
) -> int:
    """Score a pipeline or a reviewer against what was accepted.

    Scores are those of SemEval-2013 (strict, exact, partial, type), for each label, with a table of confusions and the
    articles with the most that is wrong. Labels that the pipeline does not give, and spans where nobody knows what is
    right, do not count, and are told of.
    """
    from annotations.evaluation import evaluated  # noqa: PLC0415 (--help must not pay for it)
    from annotations.store import Store  # noqa: PLC0415

    store = Store(project, read_only=True)
    choice = choice_of(store, project, options)
    if other is not None and other not in store.reviewers():
        known = ", ".join(store.reviewers()) or "nobody yet"
        raise WrongUsageError(f"nobody called {other} annotated it", where=str(project), todo=f"known: {known}")
    if other is not None and not choice.reviewers:
        raise WrongUsageError("a reviewer is evaluated against others", todo="name them with --reviewer")
    if other is not None:
        found, gives = _of_reviewer(store, other, unfinished=unfinished)
    else:
        found, gives = _of_pipeline(store, model, figures=figures)
    scores = evaluated(store, choice, found, gives=gives, unfinished=unfinished)
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


def _of_reviewer(store: "Store", name: str, *, unfinished: bool) -> "tuple[Found, Gives]":
    from annotations.evaluation import by_reviewer, every_label  # noqa: PLC0415

    return by_reviewer(store, name, unfinished=unfinished), every_label


def _of_pipeline(store: "Store", model: str | None, *, figures: bool) -> "tuple[Found, Gives]":
    from annotations.evaluation import by_pipeline, own_labels  # noqa: PLC0415
    from tui.gathering import reading_with  # noqa: PLC0415

    how = reading_with(model)
    how = replace(how, load=cache(how.load))  # loaded once, whoever asks
    return by_pipeline(store, how), own_labels(how, figures=figures)


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
        "left_out": dict(sorted(scores.left_out.items())),
        "not_scored": dict(sorted(scores.unscored.items())),
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
    yield from _apart(scores)


def _apart(scores: "Scores") -> Iterator[str]:
    """What does not count."""
    if scores.left_out or scores.unscored:
        yield ""
    if scores.left_out:
        reasons = (f"{count(number, 'span')} {_APART[why]}" for why, number in sorted(scores.left_out.items()))
        yield f"left out: {', '.join(reasons)}"
    figures = {label: number for label, number in scores.unscored.items() if label in FIGURE_LABELS}
    if figures:
        yield f"not scored: {_counted(figures)} (rules read figures, not the pipeline; --figures scores them)"
    if others := {label: number for label, number in scores.unscored.items() if label not in figures}:
        yield f"not scored: {_counted(others)} (the pipeline has no such label)"


def _counted(labels: Mapping[str, int]) -> str:
    return ", ".join(f"{number:,} {label}" for label, number in sorted(labels.items()))


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
