"""The main text of pages, measured: `python -m tests.bench.html FOLDER`.

FOLDER is the folder `tests` of Trafilatura's repository: `evaldata.json` says which passages of each page belong to
its main text and which do not, `eval` and `cache` hold the pages. A passage counts as found where it stands in the
text, white space aside. The library's own function runs beside ours.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError
from corpus.readers.base import Options
from corpus.readers.html import READER
from corpus.readers.source import Source


@dataclass(slots=True)
class Score:
    """Passages found and missed, of those that belong to the text (`true`) and of those that do not; seconds."""

    found_true: int = 0
    missed_true: int = 0
    found_false: int = 0
    missed_false: int = 0
    seconds: float = 0.0
    slowest: float = 0.0

    def figures(self) -> dict[str, float]:
        """Precision, recall, F1 and accuracy over all passages, and milliseconds a page."""
        found, belonging = self.found_true + self.found_false, self.found_true + self.missed_true
        everything = belonging + self.found_false + self.missed_false
        return {
            "precision": self.found_true / max(found, 1),
            "recall": self.found_true / max(belonging, 1),
            "f1": 2 * self.found_true / max(found + belonging, 1),
            "accuracy": (self.found_true + self.missed_false) / max(everything, 1),
        }


def library(data: bytes) -> str:
    """What the library's own function finds, as its evaluation calls it."""
    from trafilatura import extract

    return extract(data, include_comments=False, include_tables=True, include_formatting=False) or ""


def ours(data: bytes) -> str:
    """What our reader finds; nothing where it refuses the page."""
    from io import BytesIO

    from corpus.article import Article

    try:
        outcomes = list(READER.read(Source(BytesIO(data), "page.html", "page.html"), Options()))
    except CorpusError:
        return ""
    return "".join(outcome.text for outcome in outcomes if isinstance(outcome, Article))


def measured(folder: Path) -> dict[str, Score]:
    """The scores of the library and of our reader, page after page; nothing where the folder does not hold the data."""
    listing = folder / "evaldata.json"
    if not listing.is_file():
        return {}
    pages: dict[str, Any] = json.loads(listing.read_text("utf-8"))
    scores = {"library": Score(), "ours": Score()}
    for page in pages.values():
        data = _page(folder, page["file"])
        for name, function in (("library", library), ("ours", ours)):
            _count(scores[name], function, data, page)
    return scores


def _page(folder: Path, name: str) -> bytes:
    return next(path for kind in ("cache", "eval") if (path := folder / kind / name).is_file()).read_bytes()


def _count(score: Score, function: Callable[[bytes], str], data: bytes, page: dict[str, Any]) -> None:
    start = time.perf_counter()
    text = _even(function(data))
    seconds = time.perf_counter() - start
    score.seconds += seconds
    score.slowest = max(score.slowest, seconds)
    for passage in page["with"]:
        score.found_true += _even(passage) in text
        score.missed_true += _even(passage) not in text
    for passage in page["without"]:
        score.found_false += _even(passage) in text
        score.missed_false += _even(passage) not in text


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def main() -> None:
    """Print a line for the library and one for our reader."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()
    scores = measured(folder)
    if not scores:
        print(f"{folder} holds no evaldata.json: nothing is measured")
    for name, score in scores.items():
        figures = "  ".join(f"{kind} {value:.4f}" for kind, value in score.figures().items())
        passages = score.found_true + score.missed_true + score.found_false + score.missed_false
        print(f"{name:8} {figures}  passages {passages}  {score.seconds:.1f} s, slowest page {score.slowest:.2f} s")


if __name__ == "__main__":
    main()
