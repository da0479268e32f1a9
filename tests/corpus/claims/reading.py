"""Reads short texts for the tests of claims and of the ledger: names are given, all else is found."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from corpus.analysis import Mention
from corpus.claims.claim import Claim
from corpus.claims.claimants import claimants
from corpus.claims.find import claims
from corpus.figures.figure import Figure
from corpus.figures.find import figures
from corpus.quotations.find import quotations
from corpus.span import Span

NOBODY: Mapping[str, str] = {}


class Read(NamedTuple):
    """A text with what was found in it; `who` are the surfaces of the mentions that claimants are."""

    text: str
    sentences: list[Span]
    mentions: list[Mention]
    figures: list[Figure]
    claims: list[Claim]
    claimants: list[int | None]

    def claim(self, surface: str) -> Claim:
        """The claim of the first figure with this surface."""
        return self.claims[self._index(surface)]

    def who(self, surface: str) -> str | None:
        """The name to which the first figure with this surface is ascribed."""
        index = self.claimants[self._index(surface)]
        return None if index is None else self.mentions[index].span.surface(self.text)

    def _index(self, surface: str) -> int:
        surfaces = [figure.span.surface(self.text) for figure in self.figures]
        return surfaces.index(surface)


def read(text: str, names: Mapping[str, str] = NOBODY) -> Read:
    """`text` read with the names that stand in `names`, each with its label."""
    sentences = [Span(*match.span()) for match in re.finditer(r"[^\s](?:[^.!?\n]|[.!?](?!\s|$))*[.!?]?", text)]
    longest = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    places = re.finditer(longest, text) if names else ()
    mentions = [Mention(Span(*match.span()), names[match.group()]) for match in places]
    found = figures(text)
    quoted = quotations(text, sentences, mentions)
    said = claims(text, found, sentences, {}, mentions, quoted)
    return Read(text, sentences, mentions, found, said, claimants(text, said, quoted, mentions))
