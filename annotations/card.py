"""The card of a dataset: Markdown with a head in YAML, as the Hugging Face hub reads it and people do.

Keys of the head: https://huggingface.co/docs/hub/datasets-cards
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeVar

from annotations.card_types import features
from annotations.export import Exported
from annotations.formats.base import Format
from annotations.formats.jsonl import JSONL
from annotations.formats.reduced import missing
from annotations.snippets import snippet
from corpus.display import shown_line

if TYPE_CHECKING:
    from annotations.dataset import Made, Wanted
    from annotations.summary import Summary

T = TypeVar("T")
_HEADING: Final = re.compile(r"^(#{1,4} )", re.MULTILINE)
_SPLITS: Final = {"train": "train", "dev": "validation", "test": "test"}
_SIZES: Final = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_LOADED: Final = ("parquet", "jsonl")  # what the hub can show, the best first


@dataclass(frozen=True, slots=True)
class Written:
    """One file of a dataset: its format, its part (train, dev, test), its path in the folder, what the export said."""

    fmt: Format
    part: str
    path: str
    done: Exported


def card(wanted: "Wanted", made: "Made") -> str:
    """The whole card."""
    sections = (_what, _data, _labels, _decided, _agreement, _sources, _offsets, _loading, _lacks, _made)
    body = "\n\n".join("\n".join(lines) for section in sections if (lines := list(section(wanted, made))))
    return f"{_head(wanted, made)}\n{body}\n"


def _head(wanted: "Wanted", made: "Made") -> str:
    total = sum(part.articles for part in made.parts.values())
    size = next((name for limit, name in _SIZES if total < limit), "n>1M")
    languages = sorted({lang for part in made.parts.values() for lang in part.languages if lang})
    lines = ["---", f"pretty_name: {_yaml(wanted.title)}", f"license: {_yaml(wanted.license)}"]
    lines += ["language:", *(f"- {_yaml(lang)}" for lang in languages)] if languages else []
    lines += ["size_categories:", f"- {size}", "task_categories:", "- token-classification", "tags:", "- news"]
    lines += ["- named-entity-recognition", "- coreference-resolution", "annotations_creators:", "- expert-generated"]
    lines += ["- machine-generated"] if any(part.models for part in made.parts.values()) else []
    full = [one for one in made.written if one.done.articles]  # the hub takes an empty part for a fault
    shown = next((name for name in _LOADED if any(one.fmt.name == name for one in full)), None)
    if shown is not None:
        lines += ["configs:", "- config_name: default", "  data_files:"]
        for one in full:
            if one.fmt.name == shown:
                lines += [f"  - split: {_SPLITS[one.part]}", f"    path: {_yaml(one.path)}"]
    if shown == JSONL.name:
        lines += features()
    return "\n".join([*lines, "---", ""])


def _yaml(text: str) -> str:
    """A string of JSON is one of YAML."""
    return json.dumps(shown_line(text), ensure_ascii=False)


def _what(wanted: "Wanted", made: "Made") -> Iterator[str]:
    yield f"# {_plain(wanted.title)}"
    total = made.parts.values()
    stories, articles, spans = (sum(getattr(part, name) for part in total) for name in ("stories", "articles", "spans"))
    yield ""
    if wanted.about:
        yield f"{_plain(wanted.about)}\n"
    told = (_many(articles, "news articles"), _many(stories, "stories"), _many(spans, "accepted spans"))
    yield "{} in {}, with {}.".format(*told)


def _many(number: int, things: str) -> str:
    """A number of things, of which there may be one alone."""
    one = f"{things[:-3]}y" if things.endswith("ies") else things[:-1]
    return f"{number:,} {one if number == 1 else things}"


def _data(_wanted: "Wanted", made: "Made") -> Iterator[str]:
    yield "## Data\n"
    yield "Each story lies whole in one part.\n"
    yield from _table(
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
    yield ""
    yield from _table(
        ("file", "format", "articles", "spans"),
        ((one.path, one.fmt.name, one.done.articles, one.done.spans) for one in made.written),
    )


def _labels(wanted: "Wanted", made: "Made") -> Iterator[str]:
    counts = _sum(part.labels for part in made.parts.values())
    if not counts:
        return
    yield "## Labels\n"
    told = {label.name: label.definition for label in wanted.labels.labels}
    names = [*(name for name in told if counts[name]), *sorted(name for name in counts if name not in told)]
    yield from _table(
        ("label", *made.parts, "definition"),
        ((name, *(part.labels[name] for part in made.parts.values()), told.get(name, "")) for name in names),
    )
    if wanted.labels.guidelines:
        yield "\n## Guidelines\n"
        yield _HEADING.sub(r"##\1", wanted.labels.guidelines).strip()


def _decided(_wanted: "Wanted", made: "Made") -> Iterator[str]:
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
    yield from _table(("verdict on a span", "spans"), sorted(verdicts.items()))
    yield from _several(list(made.parts.values()))
    ways = _sum(part.ways for part in made.parts.values())
    if ways:
        yield (
            f"\n{ways['']:,} of these decisions were made one by one, {ways['batch']:,} in batches of proposals,"
            f" {ways['repeat']:,} by labelling the same words everywhere."
        )
    if reviewers:
        yield ""
        yield from _table(("reviewer", "decisions"), sorted(reviewers.items()))
    if ties:
        yield ""
        yield from _table(
            ("verdict on two places", "said", "pairs"), ((*key, count) for key, count in sorted(ties.items()))
        )
    if models:
        yield ""
        yield from _table(("proposed by", "of the decided spans"), sorted(models.items()))


def _several(parts: "Sequence[Summary]") -> Iterator[str]:
    """How the decisions of several reviewers on one span count; nothing where no two decided on one."""
    spans, once, disputed = (sum(getattr(part, name) for part in parts) for name in ("spans", "once", "disputed"))
    if once < spans or disputed:
        yield ""
        yield (
            "Nobody settled what reviewers see differently: accepted is what one of them accepted. A span that several"
            f" accepted counts once for each: without that there are {once:,}, and of these {disputed:,} were rejected"
            " or left unsure by another one."
        )


def _agreement(_wanted: "Wanted", made: "Made") -> Iterator[str]:
    rows = [
        (name, f"{one}, {other}", pair.articles, _figure(pair.f1()), _figure(pair.kappa()))
        for name, part in made.parts.items()
        for (one, other), pair in sorted(part.agreement.pairs.items())
    ]
    yield "## Agreement\n"
    if not rows:
        yield "No article was finished by two reviewers, so agreement is not known."
        return
    yield "On articles that both finished: F1 of spans with the same edges and label, Cohen's kappa over tokens.\n"
    yield from _table(("part", "reviewers", "articles", "F1", "kappa"), rows)


def _sources(_wanted: "Wanted", made: "Made") -> Iterator[str]:
    sources = _sum(part.sources for part in made.parts.values())
    days = sorted(filter(None, (day for part in made.parts.values() for day in (part.first, part.last))))
    yield "## Sources\n"
    known = sorted(((-count, name) for name, count in sources.items() if name))
    named = ", ".join(f"{_plain(name)} ({-count:,})" for count, name in known[:50])
    more = f", and {len(known) - 50:,} more" if len(known) > 50 else ""
    yield f"Outlets: {named or 'not known'}{more}."
    if days:
        yield f"Days: {days[0]} to {days[-1]}." if days[0] < days[-1] else f"Day: {days[0]}."
    yield "The texts belong to their publishers."


def _offsets(_wanted: "Wanted", made: "Made") -> Iterator[str]:
    yield "## Offsets\n"
    yield "Where a format has offsets, `text[start:end]` is the span, counted in this unit; the end is exclusive.\n"
    formats = {one.fmt.name: one.fmt for one in made.written}
    yield from _table(("format", "unit"), ((name, fmt.unit.value) for name, fmt in formats.items()))


def _loading(_wanted: "Wanted", made: "Made") -> Iterator[str]:
    yield "## Loading"
    seen: set[str] = set()
    for one in made.written:
        code = snippet(one.fmt.name, one.path)
        if code and one.fmt.name not in seen:
            seen.add(one.fmt.name)
            yield f"\n{one.fmt.title}:\n"
            yield f"```python\n{code}\n```"


def _lacks(_wanted: "Wanted", made: "Made") -> Iterator[str]:
    formats = {one.fmt.name: one.fmt for one in made.written if missing(one.fmt.carries)}
    if not formats:
        return
    yield "## What formats do not carry\n"
    for name, fmt in formats.items():
        yield f"- {name}: {', '.join(missing(fmt.carries))}"
    rows = [
        (one.path, kind, count, one.done.side.as_posix() if one.done.side is not None else "")
        for one in made.written
        for kind, count in sorted(one.done.lacks.items())
    ]
    if rows:
        yield ""
        yield from _table(("file", "left out", "how many", "listed in"), rows)


def _made(wanted: "Wanted", _made_of: "Made") -> Iterator[str]:
    yield "## Made with\n"
    yield f"Variorum {wanted.program}; label set {_plain(wanted.labels.name)} ({wanted.labels.sha256[:12]})."
    if wanted.splits is not None:
        shares = "/".join(map(str, wanted.splits.shares))
        yield f"Parts {shares} with the seed {wanted.splits.seed}: where a story lies follows from its id alone."
    yield "The SHA-256 of every file is in `SHA256SUMS`."


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    names = list(head)
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in rows:
        yield f"| {' | '.join(_cell(value) for value in row)} |"


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else _plain(str(value)).replace("|", "\\|")


def _plain(text: str) -> str:
    """Text that Markdown takes for nothing else."""
    line = shown_line(text)
    for sign in "\\`*_[]<>":
        line = line.replace(sign, f"\\{sign}")
    return line


def _figure(value: Decimal | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _sum(given: "Iterable[Counter[T]]") -> "Counter[T]":
    total: Counter[T] = Counter()
    for one in given:
        total.update(one)
    return total
