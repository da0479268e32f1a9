"""How well stories are read, held against gold, and how fast, beside the pipeline's own sentences and names."""

import json
import statistics
import time
import warnings
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import spacy

from annotations.dump import dump
from annotations.grouping import group
from annotations.intake import Source, take_in
from annotations.read_stories import Reading
from annotations.store import Store
from corpus.analysis import joined
from corpus.article import Article, Metadata
from corpus.article_reading import read_article
from corpus.material import Material, Report
from corpus.models import PREFERRED, resolve
from corpus.pipeline import Reader, load
from corpus.story_reading import read_story
from tests.measures.__main__ import READINGS, TARGETS

GOLD: Final = Path(__file__).parents[1] / "gold"
SAMPLE: Final = Path(__file__).parents[2] / "corpus" / "sample"
_WITHOUT: Final = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")


def sets() -> list[Path]:
    """The folders of gold that the project has, the sample's first."""
    found = sorted(path.parent for path in GOLD.glob("*/mentions.jsonl"))
    return sorted(found, key=lambda path: path.name != "sample")


def articles(gold: Path) -> list[Article]:
    """The articles of a folder of gold, as one story."""
    rows = [json.loads(line) for line in (gold / "articles.jsonl").read_text("utf-8").splitlines()]
    found = []
    for row in rows:
        beside = gold / row["doc"]
        text = (beside if beside.exists() else SAMPLE / row["doc"]).read_bytes().decode()
        about = Metadata(source=row.get("source") or "", published=row.get("published") or "", story=gold.name)
        found.append(Article.of(row["doc"], text, row.get("title") or "", about))
    return found


def quality(folder: Path) -> list[list[str]]:
    """A row for each thing that is read: its measure, what is aimed at, and the figure of each set and their mean."""
    choice = resolve(None)
    reader = load(choice, {})
    how = Reading(choice.id, {}, lambda: reader)
    numbers: dict[str, dict[tuple[str, str], Decimal]] = {}
    for gold in sets():
        out = folder / gold.name
        with closing(Store(folder / f"{gold.name}.variorum")) as store:
            _take_in(store, articles(gold))
            dump(store, out, how)
        found = {name: measure(gold, out) for name, measure in READINGS.items()}
        numbers[gold.name] = {(name, key): value for name, row in found.items() for key, value in row.items()}
    rows = [["reading", "measure", "target", "mean", *numbers]]
    for name, key, words, target in TARGETS:
        row = [numbers[gold].get((name, key)) for gold in numbers]
        known = [float(one) for one in row if one is not None]
        mean = f"{statistics.mean(known):.3f}" if known else "–"
        rows.append([name, words, target, mean, *("–" if one is None else f"{one:.3f}" for one in row)])
    return rows


def _take_in(store: Store, found: list[Article]) -> None:
    take_in(store, [Source("gold", len(found), lambda: iter(found))], tell=lambda _line: None)
    group(store)


def speed(texts: list[str], runs: int) -> tuple[float, float]:
    """Words a second of the pipeline's own sentences and names, and of the whole analysis of a story of `texts`."""
    words = sum(len(text.split()) for text in texts)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bare: Any = spacy.load(PREFERRED[0], exclude=list(_WITHOUT))
    bare.enable_pipe("senter")
    reader = load(resolve(PREFERRED[0]), {})
    pairs = []
    for _ in range(runs + 1):
        begun = time.perf_counter()
        list(bare.pipe(texts))
        between = time.perf_counter()
        whole(reader, texts)
        pairs.append((between - begun, time.perf_counter() - between))
    alone, all_of_it = (statistics.median(column) for column in zip(*pairs[1:], strict=True))
    return words / alone, words / all_of_it


def whole(reader: Reader, texts: list[str]) -> None:
    """The whole analysis of a story."""
    analyses = [joined([part for _, _, part in read_article(reader, text, {})]) for text in texts]
    reports = (Report(text, "", "", "2024-03-14", one) for text, one in zip(texts, analyses, strict=True))
    read_story(Material(tuple(reports)))
