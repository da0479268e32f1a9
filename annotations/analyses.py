"""What models read, as the project keeps it: an analysis for each text, by its hash, and model."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from annotations.clock import now
from corpus.analysis import Analysis, ModelId

if TYPE_CHECKING:
    from annotations.store import Store


def stored_analysis(store: "Store", text_sha256: str, model: ModelId) -> Analysis | None:
    """What `model` read in the text with that hash, if it is stored and whole. Raises ProjectError."""
    rows = store.rows(
        "SELECT data FROM analysis WHERE article_sha256 = ? AND model = ? AND version = ?",
        [text_sha256, model.name, model.version],
    )
    return _first_of(rows)


def newest_analysis(store: "Store", text_sha256: str) -> Analysis | None:
    """What was read last in the text with that hash, by whichever model. Raises ProjectError."""
    return _first_of(
        store.rows(
            "SELECT data FROM analysis WHERE article_sha256 = ? ORDER BY made DESC, rowid DESC LIMIT 1", [text_sha256]
        )
    )


def _first_of(rows: Sequence[tuple[Any, ...]]) -> Analysis | None:
    try:
        return next((Analysis.from_bytes(data) for (data,) in rows), None)
    except ValueError:
        return None


def language(store: "Store", text_sha256: str) -> str | None:
    """The language in which the text was last read (ISO 639-1). Raises ProjectError."""
    rows = store.rows("SELECT lang FROM analysis WHERE article_sha256 = ? ORDER BY made DESC", [text_sha256])
    return next((str(lang) for (lang,) in rows), None)


def save_analysis(store: "Store", text_sha256: str, analysis: Analysis) -> None:
    """Store what a model read in the text with that hash, as one transaction. Raises ProjectError."""
    model = analysis.model
    with store.write() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO analysis (article_sha256, model, version, lang, data, made)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [text_sha256, model.name, model.version, model.lang, analysis.to_bytes(), now()],
        )
