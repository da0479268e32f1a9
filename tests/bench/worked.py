"""A project in the middle of the work: four long reports of one event, compared, with thousands of decisions."""

from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import Final

from annotations.analyses import save_analysis
from annotations.store import Store
from corpus.analysis import Analysis, analysis_of, joined
from corpus.article import Article, Story
from corpus.article_reading import read_article
from corpus.models import resolve
from corpus.pipeline import Reader, load
from corpus.span import Span
from tests.bench.inputs import shifted, text_with_mentions, tokens
from tui.at_once import compare
from tui.config import Config
from tui.desk import Desk
from tui.opening import Request, open_desk

REVIEWER: Final = "bench"
SAMPLE: Final = Path(__file__).parents[2] / "corpus" / "sample"
# Accepted, rejected, left unsure, and one in nine left open, so that there is something to go on with everywhere.
KEYS: Final = ("a", "a", "x", "a", "a", "space", "a", "x", "tab")


def worked(folder: Path, name: str, words: int, decisions: int) -> Path:
    """A project of four reports of that many words each, on which REVIEWER made that many decisions, key by key.

    Each begins with a report of the sample story, so that they have a ledger; the rest are marked words. Raises
    RuntimeError where there are too few marks.
    """
    path = folder / f"{name}.variorum"
    choice = resolve(None)
    reader = load(choice, {})
    with closing(Store(path)) as store:
        articles: list[Article] = []
        for number, report in enumerate(sorted(SAMPLE.glob("*.txt"))[:4]):
            text, analysis = _long(reader, report.read_bytes().decode(), words, number)
            articles.append(Article.of(f"{name}-{number}.txt", text))
            save_analysis(store, articles[-1].sha256, analysis)
        store.add_story(Story(name, tuple(articles)))
    opened = open_desk(Request((path,), reviewer=REVIEWER), Config(), "bench")
    try:
        compare(opened.desk)
        _decide(opened.desk, decisions)
        compare(opened.desk)
    finally:
        opened.stories.library.close()
        opened.desk.workspace.close()
    return path


def _long(reader: Reader, report: str, words: int, seed: int) -> tuple[str, Analysis]:
    """A report that goes on with other words until it is that long, and its reading."""
    read = joined([part for _, _, part in read_article(reader, report, {})])
    head = f"{report.rstrip()}\n"
    more, mentions = text_with_mentions(max(words - len(report.split()), 0), seed)
    text = head + more
    marks = [*read.mentions(), *shifted(mentions, len(head))]
    return text, analysis_of(reader.model, tokens(text), _sentences(read), marks, read.facts)


def _sentences(read: Analysis) -> list[Span]:
    return [Span(start, end) for start, end in zip(read.sentence_starts, read.sentence_ends, strict=True)]


def _decide(desk: Desk, decisions: int) -> None:
    desk.frame.resize(160, 48)
    presses = cycle(KEYS)
    for key in ("g", "g", "tab"):
        desk.press(key)
    made = desk.workspace.layer.undoable
    for _ in range(2 * decisions):
        if len(made) < decisions:
            desk.press(next(presses))
            desk.drain()
    if len(made) < decisions:
        message = f"only {len(made)} decisions could be made"
        raise RuntimeError(message)
