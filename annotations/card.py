"""The card of a dataset: Markdown with a head in YAML, as the Hugging Face hub reads it and people do.

Keys of the head: https://huggingface.co/docs/hub/datasets-cards
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from annotations.card_fields import fields
from annotations.card_files import by_format, files, lacks, loading, offsets, shown_by_loaders
from annotations.card_text import figure, many, plain, table, yaml
from annotations.card_types import features
from annotations.formats.base import Part
from annotations.formats.jsonl import JSONL

if TYPE_CHECKING:
    from annotations.dataset import Made, Wanted
    from annotations.summary import Summary

T = TypeVar("T")
UNKNOWN: Final = "unknown"
"""The hub's word for a licence that nobody named."""
_HEADING: Final = re.compile(r"^(#{1,4} )", re.MULTILINE)
_SPLITS: Final = {"train": "train", "dev": "validation", "test": "test"}
_SIZES: Final = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


def card(wanted: "Wanted", made: "Made") -> str:
    """The whole card."""
    sections = (_what, _data, _fields, _labels, _decided, _agreement, _sources, _offsets, _loading, _lacks, _made)
    body = "\n\n".join("\n".join(lines) for section in sections if (lines := list(section(wanted, made))))
    return f"{_head(wanted, made)}\n{body}\n"


def _head(wanted: "Wanted", made: "Made") -> str:
    total = sum(part.articles for part in made.parts.values())
    size = next((name for limit, name in _SIZES if total < limit), "n>1M")
    languages = sorted({lang for part in made.parts.values() for lang in part.languages if lang})
    lines = ["---", f"pretty_name: {yaml(wanted.title)}", f"license: {yaml(wanted.license)}"]
    lines += ["language:", *(f"- {yaml(lang)}" for lang in languages)] if languages else []
    lines += ["size_categories:", f"- {size}", "task_categories:", "- token-classification", "tags:", "- news"]
    lines += ["- named-entity-recognition", "- coreference-resolution", "annotations_creators:", "- expert-generated"]
    lines += ["- machine-generated"] if any(part.models for part in made.parts.values()) else []
    shown = shown_by_loaders(made.written)
    if shown:
        lines += ["configs:", "- config_name: default", "  data_files:"]
    for one in shown:
        lines += [f"  - split: {_SPLITS[one.part]}", f"    path: {yaml(one.path)}"]
    if any(one.fmt.name == JSONL.name for one in shown):
        lines += features()
    return "\n".join([*lines, "---", ""])


def _what(wanted: "Wanted", made: "Made") -> Iterator[str]:
    yield f"# {plain(wanted.title)}"
    total = made.parts.values()
    stories, articles, spans = (sum(getattr(part, name) for part in total) for name in ("stories", "articles", "spans"))
    yield ""
    if wanted.about:
        yield f"{plain(wanted.about)}\n"
    told = (many(articles, "news articles"), many(stories, "stories"), many(spans, "accepted spans"))
    yield "{} in {}, with {}.".format(*told)


def _data(_wanted: "Wanted", made: "Made") -> Iterator[str]:
    yield "## Data\n"
    yield "Each story lies whole in one part.\n"
    yield from table(
        ("part", "stories", "articles", "finished articles", "characters", "spans", "clusters", "relations"),
        (
            (
                name,
                part.stories,
                part.articles,
                part.finished,
                part.characters,
                part.spans,
                part.clusters,
                part.relations,
            )
            for name, part in made.parts.items()
        ),
    )
    if made.empty:
        yield f"\nWithout articles, and therefore without files: {', '.join(made.empty)}."
    yield ""
    yield from files(made.written)


def _fields(_wanted: "Wanted", made: "Made") -> Iterator[str]:
    yield from fields(list(by_format(made.written)))


def _labels(wanted: "Wanted", made: "Made") -> Iterator[str]:
    counts = _sum(part.labels for part in made.parts.values())
    if not counts:
        return
    yield "## Labels\n"
    told = {label.name: label.definition for label in wanted.labels.labels}
    names = [*(name for name in told if counts[name]), *sorted(name for name in counts if name not in told)]
    yield from table(
        ("label", *made.parts, "definition"),
        ((name, *(part.labels[name] for part in made.parts.values()), told.get(name, "")) for name in names),
    )
    if wanted.labels.guidelines:
        yield "\n## Guidelines\n"
        yield _HEADING.sub(r"##\1", wanted.labels.guidelines).strip()


def _decided(wanted: "Wanted", made: "Made") -> Iterator[str]:
    yield "## What was decided\n"
    verdicts, reviewers = (
        _sum(getattr(part, name) for part in made.parts.values()) for name in ("verdicts", "reviewers")
    )
    ties = _sum(part.ties for part in made.parts.values())
    models = _sum(part.models for part in made.parts.values())
    finished = sum(part.finished for part in made.parts.values())
    articles = sum(part.articles for part in made.parts.values())
    yield f"{finished:,} of {articles:,} articles were finished: what is unmarked in them is nothing."
    if finished < articles:
        yield "In the others it is unknown."
    yield ""
    yield from table(("verdict on a span", "spans"), sorted(verdicts.items()))
    yield from _several(wanted.choice.agreed, list(made.parts.values()))
    ways = _sum(part.ways for part in made.parts.values())
    if ways:
        yield (
            f"\n{ways['']:,} of these decisions were made one by one, {ways['batch']:,} in batches of proposals,"
            f" {ways['repeat']:,} by labelling the same words everywhere."
        )
    if reviewers:
        yield ""
        yield from table(("reviewer", "decisions"), sorted(reviewers.items()))
    if ties:
        yield ""
        yield from table(
            ("verdict on two places", "said", "pairs"), ((*key, count) for key, count in sorted(ties.items()))
        )
    if models:
        yield ""
        yield from table(("proposed by", "of the decided spans"), sorted(models.items()))


def _several(agreed: int, parts: "Sequence[Summary]") -> Iterator[str]:
    """How the decisions of several reviewers on one span count; nothing where no two decided on one."""
    spans, once, disputed = (sum(getattr(part, name) for part in parts) for name in ("spans", "once", "disputed"))
    if agreed > 1:
        yield ""
        yield (
            f"Accepted is what at least {agreed} reviewers accepted with the same edges and label, once for each of"
            f" them: without that there are {once:,}. What fewer accepted is unsure, and an article that fewer finished"
            " is unfinished."
        )
    elif once < spans or disputed:
        yield ""
        yield (
            "Nobody settled what reviewers see differently: accepted is what one of them accepted. A span that several"
            f" accepted counts once for each: without that there are {once:,}, and of these {disputed:,} were rejected"
            " or left unsure by another one."
        )


def _agreement(wanted: "Wanted", made: "Made") -> Iterator[str]:
    rows = [
        (name, f"{one}, {other}", pair.articles, figure(pair.f1()), figure(pair.kappa()))
        for name, part in made.parts.items()
        for (one, other), pair in sorted(part.agreement.pairs.items())
    ]
    yield "## Agreement\n"
    if rows:
        yield "On articles that both finished: F1 of spans with the same edges and label, Cohen's kappa over tokens.\n"
        yield from table(("part", "reviewers", "articles", "F1", "kappa"), rows)
    else:
        yield "No article was finished by two reviewers, so agreement is not known."
    if len(_sum(part.reviewers for part in made.parts.values())) > 1 and wanted.choice.agreed < 2:
        yield from _one_gold(made)


def _one_gold(made: "Made") -> Iterator[str]:
    """How one set of decisions is had of those of several reviewers."""
    names = [name for name, (one, *_) in by_format(made.written).items() if Part.REVIEWERS in one.fmt.carries]
    yield ""
    if names:
        yield (
            f"To have one gold of them: in {', '.join(names)} each span names its reviewer. Take those of one, or the"
            " edges and labels that two or more of them accepted in an article."
        )
    yield (
        "From the project, `variorum dataset --agreed 2` writes as accepted what two accepted alike, and"
        " `--reviewer NAME` the decisions of one."
    )


def _sources(wanted: "Wanted", made: "Made") -> Iterator[str]:
    sources = _sum(part.sources for part in made.parts.values())
    yield "## Sources\n"
    known = sorted(((-count, name) for name, count in sources.items() if name))
    named = ", ".join(f"{plain(name)} ({-count:,})" for count, name in known[:50])
    more = f", and {len(known) - 50:,} more" if len(known) > 50 else ""
    yield f"Outlets: {named or 'not known'}{more}."
    yield from _days(made)
    if wanted.license == UNKNOWN:
        yield "No licence was named for the annotations. The texts belong to their publishers."
    else:
        yield f"The licence, {plain(wanted.license)}, is for the annotations. The texts belong to their publishers."


def _days(made: "Made") -> Iterator[str]:
    days = sorted(filter(None, (day for part in made.parts.values() for day in (part.first, part.last))))
    dated, articles = (sum(getattr(part, name) for part in made.parts.values()) for name in ("dated", "articles"))
    known = f", known of {dated:,} of {articles:,} articles" if dated < articles else ""
    if days:
        yield f"Days: {days[0]} to {days[-1]}{known}." if days[0] < days[-1] else f"Day: {days[0]}{known}."
    elif articles:
        yield "Days: not known."


def _offsets(_wanted: "Wanted", made: "Made") -> Iterator[str]:
    yield from offsets(made.written)


def _loading(_wanted: "Wanted", made: "Made") -> Iterator[str]:
    yield from loading(made.written)


def _lacks(_wanted: "Wanted", made: "Made") -> Iterator[str]:
    yield from lacks(made.written)


def _made(wanted: "Wanted", _made_of: "Made") -> Iterator[str]:
    yield "## Made with\n"
    yield f"Variorum {wanted.program}; label set {plain(wanted.labels.name)} ({wanted.labels.sha256[:12]})."
    if wanted.splits is not None:
        shares = "/".join(map(str, wanted.splits.shares))
        yield f"Parts {shares} with the seed {wanted.splits.seed}: where a story lies follows from its id alone."
    yield "The SHA-256 of every file is in `SHA256SUMS`."


def _sum(given: "Iterable[Counter[T]]") -> "Counter[T]":
    total: Counter[T] = Counter()
    for one in given:
        total.update(one)
    return total
