"""The ledger of a story: the figures of its articles that count the same thing, with a verdict on each pair."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from corpus.ledger import wording
from corpus.ledger.counted import Counted
from corpus.ledger.grouping import grouped
from corpus.ledger.item import Item, items
from corpus.ledger.ledger import Entry, Group, Pair, Verdict
from corpus.ledger.likeness import Background
from corpus.ledger.remarks import sums, two_values
from corpus.ledger.verdict import judged

_LARGEST: Final = (
    60  # entries of a group of which every pair is judged; of larger ones each is judged against the first
)
_WORST: Final = (Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.AGREE)


def ledger(articles: Sequence[Counted]) -> list[Group]:
    """The groups of the figures of a story, in the order of their first figures.

    Figures that stand alone are left out, unless there is something to remark on them.
    """
    days = [article.published for article in articles]
    found = [item for index, article in enumerate(articles) for item in items(index, article)]
    remarks: dict[int, list[str]] = {}
    for item, remark in sums(found, articles):
        remarks.setdefault(id(item), []).append(remark)
    groups = []
    for members in grouped(found, Background(found, days)):
        said = [each for item in members for each in remarks.get(id(item), ())]
        if len(members) > 1 or said:
            groups.append(_group(members, articles, said))
    return groups


def _group(members: Sequence[Item], articles: Sequence[Counted], remarks: Sequence[str]) -> Group:
    every = combinations(range(len(members)), 2)
    chosen = every if len(members) <= _LARGEST else ((0, other) for other in range(1, len(members)))
    pairs = []
    for a, b in chosen:
        one, other = members[a], members[b]
        judgement = judged(one, other, (articles[one.article].published[:10], articles[other.article].published[:10]))
        pairs.append(Pair(a, b, judgement.verdict, judgement.reason))
    verdicts = {pair.verdict for pair in pairs}
    worst = next((verdict for verdict in _WORST if verdict in verdicts), Verdict.AGREE)
    said = (*dict.fromkeys(remarks), *two_values(members, pairs, articles))
    return Group(
        _about(members, articles), tuple(_entry(item, articles) for item in members), tuple(pairs), worst, said
    )


def _entry(item: Item, articles: Sequence[Counted]) -> Entry:
    where = item.claim.claimant
    said_by = item.claim.said_by or (" ".join(where.surface(articles[item.article].text).split()) if where else "")
    return Entry(item.article, item.figure.span, item.claimant, said_by)


def _about(members: Sequence[Item], articles: Sequence[Counted]) -> str:
    """What a group counts: the predicate and the noun that most of its members have."""
    if members[0].dimension == "age":
        named = (
            item.claim.counted_at.surface(articles[item.article].text) for item in members if item.claim.counted_at
        )
        return ", ".join(("age", *_most(named)))
    said = _most(item.claim.predicate for item in members)
    noun = _most(item.noun.word for item in members if item.noun.word != "person") or _most(
        item.noun.word for item in members
    )
    kind = [members[0].dimension] if members[0].dimension != "count" else []
    words = filter(None, (*map(wording.said, said), *map(wording.many, noun), *map(wording.measure, kind)))
    return ", ".join(dict.fromkeys(words)) or "figures"


def _most(words: Iterable[str]) -> list[str]:
    counted = Counter(word for word in words if word)
    return [counted.most_common(1)[0][0]] if counted else []
