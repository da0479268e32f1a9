"""Proposals that came in with a dataset: a model's name with each, beside what the project's own pipeline reads.

They are kept as analyses of their own in the table of analyses. Their rows have the version IMPORTED, which no pipeline
has, so that they never stand in the place of a reading; the model is called as the dataset calls it.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final

from annotations.analyses import IMPORTED, doubt
from annotations.clock import now
from annotations.gold import Offer
from annotations.model import Proposal
from annotations.store import Store
from corpus.analysis import Analysis, Mention, ModelId, analysis_of
from corpus.label_map import BOILERPLATE

_WHICH: Final = "SELECT data FROM analysis WHERE article_sha256 = ? AND version = ? ORDER BY model"


def offered(store: Store, text_sha256: str) -> list[Offer]:
    """The proposals that came with datasets for the text with that hash, by place. Raises ProjectError."""
    found: list[Offer] = []
    for (data,) in store.rows(_WHICH, [text_sha256, IMPORTED]):
        with suppress(ValueError):  # what cannot be read is not there, as with other analyses
            found += _offers(Analysis.from_bytes(data))
    return sorted(found, key=in_order)


def in_order(one: Offer) -> tuple[object, ...]:
    """The order of proposals: by place, label and model."""
    return one.proposal.span, one.proposal.label, one.proposal.model


def fresh(there: Iterable[Offer], offers: Iterable[Offer]) -> list[Offer]:
    """Those of `offers` that are not `there`: of another model, at another place or with another label."""
    known = {one.proposal for one in there}
    return list(
        {
            one.proposal: one for one in offers if one.proposal not in known and one.proposal.label != BOILERPLATE
        }.values()
    )


def keep_offers(connection: sqlite3.Connection, text_sha256: str, lang: str, offers: Sequence[Offer]) -> None:
    """Keep all the proposals of a text; belongs into a transaction. `lang` is the language of the text (ISO 639-1)."""
    by_model: dict[str, list[Mention]] = {}
    for one in offers:
        proposal = one.proposal
        by_model.setdefault(proposal.model, []).append(Mention(proposal.span, proposal.label, one.score))
    for model, mentions in by_model.items():
        _put(connection, text_sha256, analysis_of(ModelId(model, "", lang), [], [], mentions))


def keep_language(connection: sqlite3.Connection, text_sha256: str, lang: str) -> None:
    """Keep in which language a text was read, where nobody has read it yet; belongs into a transaction."""
    _put(connection, text_sha256, analysis_of(ModelId("", "", lang), [], [], []))


def _put(connection: sqlite3.Connection, text_sha256: str, analysis: Analysis) -> None:
    columns = "article_sha256, model, version, lang, data, made, doubt"
    model, lang = analysis.model.name, analysis.model.lang
    row = [text_sha256, model, IMPORTED, lang, analysis.to_bytes(), now(), doubt(analysis)]
    connection.execute(f"INSERT OR REPLACE INTO analysis ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def _offers(analysis: Analysis) -> Iterable[Offer]:
    model = analysis.model.name
    return (Offer(Proposal(one.span, one.label, model), one.score) for one in analysis.mentions())
