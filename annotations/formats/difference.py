"""Whether a file says what was to be written: the same story twice, compared by what is said and not by ids.

Ids of annotations and clusters are names inside one file, and every format has its own: what they point at counts.
`fingerprint` tells quickly whether anything differs, so that what was written need not be made anew, `difference` what.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, Final

from annotations.formats.base import EVERYTHING, LeftOut, Part
from annotations.formats.reduced import in_order
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Annotation

_SAID: Final = attrgetter(
    *("span.start", "span.end", "label", "reviewer", "verdict", "parts", "note", "attributes", "surface"),
    *("origin", "created", "decided", "via"),
)
"""All that an annotation says, without its id."""
_Known = Mapping[str, tuple[int, int]]
"""Of each annotation, by its id: the number of its article, and its own in the order of the article."""


def without(story: GoldStory, left_out: Iterable[LeftOut]) -> GoldStory:
    """A reduced story without the spans that a writer left out, and without what is about them."""
    lost = {(one.article_id, one.place) for one in left_out if not one.partly and one.kind == "spans"}
    if not lost:
        return story
    gone = {
        each.id
        for one in story.articles
        for each in one.annotations
        if (one.article.id, (each.span.start, each.span.end, each.label, each.reviewer)) in lost
    }
    kept = (one._replace(members=tuple(each for each in one.members if each not in gone)) for one in story.clusters)
    articles = tuple(_without(one, gone) for one in story.articles)
    return replace(story, articles=articles, clusters=tuple(one for one in kept if one.members))


def _without(one: GoldArticle, gone: set[str]) -> GoldArticle:
    return replace(
        one,
        annotations=tuple(each for each in one.annotations if each.id not in gone),
        connections=tuple(each for each in one.connections if not gone & {each.source, each.target}),
    )


def difference(expected: GoldStory, found: GoldStory, carries: frozenset[Part] = EVERYTHING) -> str:
    """Where `found` first departs from `expected`, in words; empty when they say the same."""
    if expected == found:
        return ""
    if len(expected.articles) != len(found.articles):
        return f"it holds {len(found.articles)} articles, not {len(expected.articles)}"
    known, its = _known(expected), _known(found)
    for one, other in zip(expected.articles, found.articles, strict=True):
        if what := _article(_Side(one, known), _Side(other, its), carries):
            return f"{one.article.name}: {what}"
    wanted, got = _whole(expected, known), _whole(found, its)
    return next((_differs(name, wanted[name], got[name]) for name in wanted if wanted[name] != got[name]), "")


def fingerprint(story: GoldStory, carries: frozenset[Part] = EVERYTHING) -> int:
    """A number that says whether two stories say the same, within one process: where it is equal, `difference` is "".

    But for one case in 2**64. Where they say the same in another order, the numbers may differ.
    """
    known = _known(story)
    whole = tuple((name, tuple(values)) for name, values in _whole(story, known).items())
    return hash((whole, *(_print(_Side(one, known), carries) for one in story.articles)))


def _print(side: "_Side", carries: frozenset[Part]) -> tuple[object, ...]:
    gold = side.gold
    spans = (tuple(map(_SAID, gold.annotations)), tuple(map(_SAID, gold.boilerplate)))
    others = tuple(tuple(values) for values in side.others(carries).values())
    return gold.article.name, hash(gold.article.text), spans, others


def _known(story: GoldStory) -> _Known:
    """Nothing where nothing points at annotations."""
    if not story.clusters and not any(one.connections for one in story.articles):
        return {}
    return {
        one.id: (number, at)
        for number, article in enumerate(story.articles)
        for at, one in enumerate(sorted(article.annotations, key=in_order))
    }


def _whole(story: GoldStory, known: _Known) -> dict[str, Sequence[object]]:
    numbers = {one.article.id: number for number, one in enumerate(story.articles)}
    clusters = [
        (tuple(sorted(known[each] for each in one.members)), one.name, one.external_id) for one in story.clusters
    ]
    ties = [
        (
            (numbers.get(one.article_id, -1), one.span, numbers.get(one.other_id, -1), one.other_span),
            (one.tie, one.verdict, one.reviewer, one.decided),
        )
        for one in story.ties
    ]
    return {"story": [story.id, story.title], "clusters": sorted(clusters), "ties": sorted(ties)}


class _Side:
    """An article, and what the annotations of its story are known by."""

    def __init__(self, gold: GoldArticle, known: _Known) -> None:
        self.gold = gold
        self._known = known

    def spans(self, given: Iterable[Annotation]) -> list[object]:
        """Annotations without their ids."""
        return [
            (one.span, one.label, one.reviewer, one.verdict.value, one.parts, one.note, one.attributes, one.surface,
             one.origin, one.created, one.decided, one.via)
            for one in sorted(given, key=in_order)
        ]  # fmt: skip

    def others(self, carries: frozenset[Part]) -> dict[str, Sequence[object]]:
        """What there is beside annotations."""
        gold, known = self.gold, self._known
        relations = [
            (one.kind, known.get(one.source, (-1, -1)), known.get(one.target, (-1, -1)), one.reviewer, one.decided)
            for one in gold.connections
        ]
        statements = [
            (one.about, one.span or 0, one.surface, one.field, one.value, one.story, one.reviewer, one.decided)
            for one in gold.statements
        ]
        about = [gold.article.metadata, gold.article.title, gold.lang] if Part.METADATA in carries else []
        return {
            "finished by": sorted(gold.finished_by),
            "relations": sorted(relations),
            "statements": sorted(statements, key=repr),
            "open proposals": sorted(gold.offers, key=repr),
            "what is known of it": about,
        }


def _article(one: _Side, other: _Side, carries: frozenset[Part]) -> str:
    mine, its = one.gold.article, other.gold.article
    if mine.name != its.name:
        return f"the article is called {its.name!r}"
    if mine.text != its.text:
        shorter = min(len(mine.text), len(its.text))
        pairs = enumerate(zip(mine.text, its.text, strict=False))
        return f"the text differs at {next((at for at, (a, b) in pairs if a != b), shorter)}"
    for what in ("annotations", "boilerplate"):
        mine_own, its_own = getattr(one.gold, what), getattr(other.gold, what)
        if list(map(_SAID, mine_own)) == list(map(_SAID, its_own)):
            continue  # they stand in the same order, as they nearly always do
        wanted, got = one.spans(mine_own), other.spans(its_own)
        if wanted != got:
            return _differs(what, wanted, got)
    mine_too, its_too = one.others(carries), other.others(carries)
    return next(
        (_differs(name, mine_too[name], its_too[name]) for name in mine_too if mine_too[name] != its_too[name]), ""
    )


def _differs(what: str, wanted: Sequence[Any], got: Sequence[Any]) -> str:
    at = next(
        (at for at, pair in enumerate(zip(wanted, got, strict=False)) if pair[0] != pair[1]), min(len(wanted), len(got))
    )
    return f"{what} should hold {_named(wanted, at)}, holds {_named(got, at)}"


def _named(given: Sequence[object], at: int) -> str:
    return f"{given[at]!r:.240}" if at < len(given) else "no more"
