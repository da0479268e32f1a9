"""Any story with any decisions on it: what every dataset format has to bring back, or say that it cannot."""

from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from annotations.gold import Cluster, GoldArticle, GoldStory, Offer
from annotations.model import About, Annotation, Connection, Proposal, Relation, Statement, Tie, Verdict
from corpus.article import Article, Metadata
from corpus.span import Span
from tests.annotations.examples import CREATED, DECIDED, TEXTS, WHO

LABELS = st.sampled_from(["ORG", "PERSON", "GPE"])
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\"'<&>|;,=\\"), min_size=1, max_size=12
)
NAMES = st.sampled_from(["kind", "certain", "role"])
METADATA = st.builds(
    Metadata,
    source=st.sampled_from(["", "The Lowmere Post"]),
    published=st.sampled_from(["", "2025-03-01", "2025-03-01T09:30:00Z"]),
    url=st.sampled_from(["", "https://news.example/1?a=b&c=d"]),
)


def spans(size: int) -> st.SearchStrategy[Span]:
    """A span of a text of `size` code points, which is not empty."""
    return st.lists(st.integers(0, size), min_size=2, max_size=2, unique=True).map(lambda ends: Span(*sorted(ends)))


@st.composite
def _annotation(draw: st.DrawFn, article: Article, identity: str) -> Annotation:
    text = article.text
    edges = draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4, unique=True).map(sorted))
    parts = tuple(Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)) if len(edges) == 4 else ()
    span = Span(edges[0], edges[-1])
    if not all(one.end < other.start for one, other in pairwise(parts)):
        parts = ()
    label, verdict = draw(LABELS), draw(st.sampled_from(Verdict))
    origin = draw(st.none() | st.just(Proposal(span, label, "reader 1.0")))
    attributes = tuple(sorted(draw(st.dictionaries(NAMES, WORDS, max_size=2)).items()))
    who, note = draw(WHO), draw(st.just("") | WORDS)
    place = (identity, article.id, span, span.surface(text), label, verdict, origin, who, CREATED, DECIDED)
    return Annotation(*place, note, parts, attributes, draw(st.sampled_from(["", "batch", "repeat"])))


def _key(one: Annotation) -> Any:
    return one.span, one.label, one.reviewer


@st.composite
def _article(draw: st.DrawFn, story: str, number: int) -> GoldArticle:
    text = draw(TEXTS)
    article = Article.of(f"{story}-{number}.txt", text, metadata=draw(METADATA))
    found: list[Annotation] = []
    if text:
        for at in range(draw(st.integers(0, 5))):
            one = draw(_annotation(article, f"a{number}-{at}"))
            if _key(one) not in map(_key, found):
                found.append(one)
    finished = tuple(sorted(draw(st.lists(WHO, unique=True, max_size=2))))
    said = [Statement(About.ARTICLE, article.id, "", None, "", "genre", draw(WORDS), draw(WHO), DECIDED)] * draw(
        st.integers(0, 1)
    )
    offers: tuple[Offer, ...] = ()
    if text and draw(st.booleans()):
        offers = (Offer(Proposal(draw(spans(len(text))), "ORG", "reader 1.0"), draw(st.integers(0, 100))),)
    furniture = [one for one in found if one.label == "GPE" and one.note == ""][:1]
    marked = [one for one in found if one not in furniture]
    return GoldArticle(
        article,
        draw(st.sampled_from(["en", "de"])),
        finished,
        tuple(sorted(marked, key=_key)),
        tuple(furniture),
        tuple(said),
        (),
        offers,
    )


@st.composite
def gold_stories(draw: st.DrawFn, name: str = "s1") -> GoldStory:
    """Up to three articles with decisions of every kind, some of them across articles."""
    articles = [draw(_article(name, number)) for number in range(draw(st.integers(1, 3)))]
    every = [(at, one) for at, article in enumerate(articles) for one in article.annotations]
    accepted = [pair for pair in every if pair[1].verdict is Verdict.ACCEPTED]
    ties: tuple[Relation, ...] = ()
    if len(accepted) > 1 and draw(st.booleans()):
        (_, a), (_, b) = draw(
            st.lists(st.sampled_from(accepted), min_size=2, max_size=2, unique_by=lambda pair: pair[1].id)
        )
        ends = (a.article_id, a.span, a.surface, b.article_id, b.span, b.surface)
        ties = (Relation(draw(st.sampled_from(Tie)), *ends, draw(st.sampled_from(Verdict)), draw(WHO), DECIDED),)
    for _ in range(draw(st.integers(0, 2)) if len(accepted) > 1 else 0):
        (at, a), (_, b) = draw(
            st.lists(st.sampled_from(accepted), min_size=2, max_size=2, unique_by=lambda pair: pair[1].id)
        )
        one = Connection("leads", a.article_id, a.id, b.article_id, b.id, draw(WHO), DECIDED)
        if one not in articles[at].connections and not any(_same(one, other) for other in articles[at].connections):
            articles[at] = _with(articles[at], one)
    return GoldStory(name, "A story", tuple(articles), ties, _clusters(draw, name, every))


def _same(one: Connection, other: Connection) -> bool:
    return (one.kind, one.source, one.target) == (other.kind, other.source, other.target)


def _with(article: GoldArticle, one: Connection) -> GoldArticle:
    from dataclasses import replace

    return replace(article, connections=(*article.connections, one))


def _clusters(draw: st.DrawFn, story: str, every: list[tuple[int, Annotation]]) -> tuple[Cluster, ...]:
    """Each accepted annotation in just one cluster, those at the same place together."""
    at: dict[tuple[int, Span], list[str]] = {}
    for number, one in every:
        if one.verdict is Verdict.ACCEPTED:
            at.setdefault((number, one.span), []).append(one.id)
    groups: dict[int, list[str]] = {}
    for place in sorted(at):
        groups.setdefault(draw(st.integers(0, 2)), []).extend(at[place])
    return tuple(Cluster(f"{story}:{number}", tuple(own)) for number, own in enumerate(groups.values()))
