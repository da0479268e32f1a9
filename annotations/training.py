"""Training on gold by spaCy itself: its data, its configuration, its command. Nothing of the training is ours."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from annotations.choice import Choice, gold
from annotations.errors import ExportError
from annotations.export import export
from annotations.formats.docbin import DOCBIN
from annotations.gold import GoldStory
from annotations.model import Verdict
from annotations.splits import Splits
from annotations.store import Store

CONFIG: Final = "config.cfg"
BEST: Final = "model-best"
PARTS: Final = ("train", "dev")
_PAINT: Final = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|.*\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training used and made: spans in each part, and the folder of the best pipeline."""

    spans: dict[str, int]
    best: Path


@dataclass(frozen=True, slots=True)
class Terms:
    """How to train: the language `lang` (ISO 639-1), `epochs` at the most, and what the progress is told to."""

    lang: str
    epochs: int
    tell: Callable[[str], None]


def train(store: Store, choice: Choice, parts: Splits, terms: Terms, folder: Path) -> Trained:
    """Export finished articles, check them with `spacy debug data`, and train a tagger of names with `spacy train`.

    Raises ExportError where there is too little, and then makes nothing, or where one of the commands fails.
    """
    for part in PARTS:
        if not _has_spans(_taken(store, choice, parts, part)):
            todo = "finish more articles, in more than one story, or try another --seed"
            raise ExportError(f"nothing to learn from in {part}", todo=todo)
    folder.mkdir(parents=True, exist_ok=True)
    spans: dict[str, int] = {}
    for part in PARTS:
        done = export(lambda part=part: _taken(store, choice, parts, part), DOCBIN, folder / f"{part}.spacy")  # type: ignore[misc]
        spans[part] = done.spans
        terms.tell(f"{part}: {done.articles:,} articles, {done.spans:,} spans")
    config = folder / CONFIG
    _run(["init", "config", str(config), "--lang", terms.lang, "--pipeline", "ner", "--force"], terms.tell)
    paths = [f"--paths.{part}={folder / f'{part}.spacy'}" for part in PARTS]
    try:
        _run(["debug", "data", str(config), *paths, "--no-format"], terms.tell)
    except ExportError:
        terms.tell("spacy debug data complains (see above); the training goes on")
    limit = f"--training.max_epochs={terms.epochs}"
    _run(["train", str(config), "--output", str(folder), *paths, limit, "--training.eval_frequency=50"], terms.tell)
    return Trained(spans, folder / BEST)


def _taken(store: Store, choice: Choice, parts: Splits, part: str) -> Iterator[GoldStory]:
    return parts.taken(gold(store, choice), part)


def language_of(store: Store, choice: Choice) -> str:
    """The language of the first article that is wanted; English where there is none."""
    return next((one.lang for story in gold(store, choice) for one in story.articles if one.lang), "en")


def has_spans(store: Store, choice: Choice) -> bool:
    """Whether anything was accepted."""
    return _has_spans(gold(store, choice))


def _has_spans(stories: Iterable[GoldStory]) -> bool:
    return any(
        each.verdict is Verdict.ACCEPTED for story in stories for one in story.articles for each in one.annotations
    )


def _run(arguments: Sequence[str], tell: Callable[[str], None]) -> None:
    """One of spaCy's commands, each of its lines told. Raises ExportError where it fails."""
    command = [sys.executable, "-m", "spacy", *arguments]
    last = ""
    with subprocess.Popen(  # noqa: S603 (spaCy's own command, by this interpreter)
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"ANSI_COLORS_DISABLED": "1", "PYTHONIOENCODING": "utf-8"},
    ) as process:
        for line in process.stdout or ():
            plain = _PAINT.sub("", line).rstrip()
            if plain:
                last = plain.strip()
                tell(plain)
    if process.returncode:
        raise ExportError(f"spacy {arguments[0]} failed: {last}", todo="see the lines above")
