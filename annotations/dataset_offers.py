"""Proposals that come with a dataset, beside those that came before: what is new of them is kept, all is counted."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotations.analyses import language
from annotations.gold import SURE, GoldArticle, Offer
from annotations.model import Proposal, Verdict
from annotations.offered import fresh, keep_language, keep_offers, offered
from annotations.store import Store


@dataclass(slots=True)
class Offers:
    """Takes in the proposals of articles; `new` and `known` count them.

    `model` proposed what names no other. With `spans`, the spans of the dataset are proposals too, as sure as the
    dataset says, and sure where it says nothing.
    """

    store: Store
    model: str
    spans: bool
    new: int = 0
    known: int = 0

    def take(self, articles: Iterable[GoldArticle], *, dry: bool) -> None:
        """Keep the proposals of articles, and the languages of those that nobody has read.

        All in one transaction; with `dry` they are counted alone. Raises ProjectError.
        """
        wanted: dict[str, tuple[GoldArticle, list[Offer]]] = {}
        for one in articles:
            digest = one.article.sha256
            before = wanted[digest][1] if digest in wanted else []
            if (offers := self._fresh(one, before)) or (digest not in wanted and self._speaks(one)):
                wanted[digest] = one, offers
        if wanted and not dry:
            with self.store.write() as connection:
                for article, offers in wanted.values():
                    _keep(connection, article, offers)

    def _fresh(self, article: GoldArticle, before: Sequence[Offer]) -> list[Offer]:
        """All proposals of an article, those that are there and the new ones; none where none is new.

        `before` are all those of its text, where another article of it came just before.
        """
        offers = [Offer(self._by(one.proposal), min(max(one.score, 0), SURE)) for one in article.offers]
        if self.spans:
            spans = (one for one in article.annotations if one.verdict is not Verdict.REJECTED)
            scores = dict(article.scores)
            offers += (Offer(Proposal(one.span, one.label, self.model), scores.get(one.id, SURE)) for one in spans)
        if not offers:
            return []
        there = before or offered(self.store, article.article.sha256)
        new = fresh(there, offers)
        self.new += len(new)
        self.known += len(offers) - len(new)
        return [*there, *new] if new else []

    def _by(self, one: Proposal) -> Proposal:
        return one if one.model else Proposal(one.span, one.label, self.model)

    def _speaks(self, article: GoldArticle) -> bool:
        """Whether an article is in another language than its metadata say, and nobody has read it."""
        strange = article.lang not in {"", _usual(article)}
        return strange and language(self.store, article.article.sha256) is None


def _keep(connection: sqlite3.Connection, article: GoldArticle, offers: list[Offer]) -> None:
    digest = article.article.sha256
    if offers:
        keep_offers(connection, digest, article.lang or _usual(article), offers)
    else:
        keep_language(connection, digest, article.lang)


def _usual(article: GoldArticle) -> str:
    return article.article.metadata.lang or "en"
