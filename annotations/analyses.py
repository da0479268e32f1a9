"""What models read, as the project keeps it: an analysis for each text, by its hash, and model."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from annotations.clock import now
from corpus.analysis import Analysis, ModelId

if TYPE_CHECKING:
    from annotations.store import Store


IMPORTED: Final = "imported"
"""The version of what models read that came with a dataset: no pipeline's (`annotations.offered`)."""


def stored_analysis(store: "Store", text_sha256: str, model: ModelId) -> Analysis | None:
    """What `model` read in the text with that hash, if it is stored and whole. Raises ProjectError."""
    rows = store.rows(
        "SELECT data FROM analysis WHERE article_sha256 = ? AND model = ? AND version = ?",
        [text_sha256, model.name, model.version],
    )
    return _first_of(rows)


def newest_analysis(store: "Store", text_sha256: str) -> Analysis | None:
    """What was read last in the text with that hash, by whichever pipeline. Raises ProjectError."""
    rows = store.rows(
        "SELECT data FROM analysis WHERE article_sha256 = ? AND version <> ? ORDER BY made DESC, rowid DESC LIMIT 1",
        [text_sha256, IMPORTED],
    )
    return _first_of(rows)


def _first_of(rows: Sequence[tuple[Any, ...]]) -> Analysis | None:
    try:
        return next((Analysis.from_bytes(data) for (data,) in rows), None)
    except ValueError:
        return None


def language(store: "Store", text_sha256: str) -> str | None:
    """The language in which the text was last read (ISO 639-1), else that which a dataset gave. Raises ProjectError."""
    rows = store.rows(
        "SELECT lang FROM analysis WHERE article_sha256 = ? ORDER BY version = ?, made DESC", [text_sha256, IMPORTED]
    )
    return next((str(lang) for (lang,) in rows), None)


def doubt(analysis: Analysis) -> int:
    """How unsure a model is of what it read: what its scores lack of 100 in the mean, in tenths; 0 for nothing read."""
    scores = analysis.mention_scores
    return 1000 - 10 * sum(scores) // len(scores) if scores else 0


def doubt_in(data: bytes) -> int:
    """The same of an analysis as it is kept; 0 for one that cannot be read."""
    try:
        return doubt(Analysis.from_bytes(data))
    except ValueError:
        return 0


def save_analysis(store: "Store", text_sha256: str, analysis: Analysis) -> None:
    """Store what a model read in the text with that hash, as one transaction. Raises ProjectError."""
    model = analysis.model
    with store.write() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO analysis (article_sha256, model, version, lang, data, made, doubt)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [text_sha256, model.name, model.version, model.lang, analysis.to_bytes(), now(), doubt(analysis)],
        )
