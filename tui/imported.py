"""Proposals that came with datasets, as mentions of a reading. Pure."""

from collections.abc import Iterable
from typing import Final

from annotations.gold import Offer
from corpus.analysis import Analysis, Mention, with_mentions

IMPORTED: Final = "came with a dataset"  # the reason of a mention


def with_imported(analysis: Analysis, offers: Iterable[Offer]) -> Analysis:
    """A reading with proposals that came with datasets beside its own; of the same span and label its own stays."""
    mentions = [one for one in analysis.mentions() if one.reason != IMPORTED]
    own = {(one.span, one.label) for one in mentions}
    mentions += (
        Mention(one.proposal.span, one.proposal.label, one.score, IMPORTED)
        for one in offers
        if (one.proposal.span, one.proposal.label) not in own
    )
    return with_mentions(analysis, mentions, analysis.facts)
