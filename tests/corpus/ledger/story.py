"""Makes stories of short texts for the tests of the ledger."""

from collections.abc import Mapping, Sequence

from corpus.ledger.counted import Counted
from corpus.ledger.find import ledger
from corpus.ledger.ledger import Group
from tests.corpus.claims.reading import NOBODY, read


def counted(texts: Sequence[str], names: Mapping[str, str] = NOBODY, days: Sequence[str] = ()) -> list[Counted]:
    """The articles of a story; a name and the last word of another are of one cluster."""
    numbers: dict[str, int] = {}
    articles = []
    for index, text in enumerate(texts):
        found = read(text, names)
        of = [numbers.setdefault(mention.span.surface(text).split()[-1], len(numbers)) for mention in found.mentions]
        who = [None if one is None else of[one] for one in found.claimants]
        mentions = [(mention.span, mention.label, cluster) for mention, cluster in zip(found.mentions, of, strict=True)]
        day = days[index] if days else ""
        articles.append(Counted(text, day, found.figures, found.claims, who, found.sentences, mentions))
    return articles


def groups(texts: Sequence[str], names: Mapping[str, str] = NOBODY, days: Sequence[str] = ()) -> list[Group]:
    """The ledger of a story."""
    return ledger(counted(texts, names, days))


def rows(texts: Sequence[str], names: Mapping[str, str] = NOBODY) -> list[tuple[str, set[str]]]:
    """The verdict of each group of two and more, and the surfaces in it."""
    found = groups(texts, names)
    return [
        (group.verdict.value, {entry.span.surface(texts[entry.article]) for entry in group.entries})
        for group in found
        if len(group.entries) > 1
    ]
