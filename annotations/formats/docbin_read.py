"""The Docs of a spaCy file, read: of ours everything that they hold, of others' the entities and span groups."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import add
from typing import TYPE_CHECKING, Any, Final

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.shared.scores import sure
from annotations.formats.shared.tokens import Mark, Tokens, flattened, in_order
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import About, Annotation, Statement, Verdict
from corpus.article import Article, Metadata
from corpus.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

KEY: Final = "variorum"
COREF: Final = "coref_clusters_"
OUTSIDE: Final = 2  # of Token.ent_iob
GROUPS: Final = {
    Verdict.ACCEPTED: KEY,
    Verdict.REJECTED: f"{KEY}.rejected",
    Verdict.UNSURE: f"{KEY}.unsure",
}


def stories_in(docs: "Iterable[Doc]", how: How) -> Iterator[GoldStory]:
    """The stories of Docs, those of one story standing together.

    Raises IndexError, KeyError, TypeError or ValueError for a Doc of ours of another shape, ReadError for one whose
    parts contradict each other.
    """
    numbered = ((_about(doc), number, doc) for number, doc in enumerate(docs, 1))
    for key, members in groupby(numbered, key=lambda one: _story_of(one[0], one[1])):
        yield _story(key, list(members), how)


def _about(doc: "Doc") -> dict[str, Any]:
    found = doc.user_data.get(KEY)
    return found if isinstance(found, dict) else {}


def _story_of(about: dict[str, Any], number: int) -> tuple[str, int]:
    """What is the same for the Docs of one story."""
    story = str(about.get("story_id", ""))
    return story, 0 if story else number


def _story(key: tuple[str, int], members: "Sequence[tuple[dict[str, Any], int, Doc]]", how: How) -> GoldStory:
    found: dict[str, Cluster] = {}
    articles: list[GoldArticle] = []
    for about, number, doc in members:
        article = _article(about, number, doc, how)
        articles.append(article)
        for one in _clusters(about, doc, article):
            before = found.get(one.id)
            found[one.id] = one if before is None else before._replace(members=(*before.members, *one.members))
    return GoldStory(key[0], str(members[0][0].get("story", "")), tuple(articles), (), tuple(found.values()))


def _article(about: dict[str, Any], number: int, doc: "Doc", how: How) -> GoldArticle:
    """Raises KeyError for a Doc of ours that lacks something, ReadError for one whose parts contradict each other."""
    name = str(about.get("name", f"{number}"))
    text = doc.text
    article = Article.of(name, text, str(about.get("title", "")), Metadata(**about.get("about", {})))
    marks = list(_marks(doc, ours=bool(about), how=how))
    if about:
        _check(doc, text, about, [mark for mark, verdict, _ in marks if verdict is Verdict.ACCEPTED])
    found = [
        Annotation(
            f"{number}.{at}", article.id, mark.span, mark.span.surface(text), mark.label, verdict, None, who, "", ""
        )
        for at, (mark, verdict, who) in enumerate(marks)
    ]
    found += (_ungapped(one, article, f"{number}.g{at}") for at, one in enumerate(about.get("gaps", [])))
    done = tuple(map(str, about.get("finished_by", ())))
    if not about and OUTSIDE in doc.to_array("ENT_IOB"):
        done = (how.reviewer,)
    said = tuple(
        Statement(About(one[0]), article.id, one[1], _span_of(one[2]), *one[3:]) for one in about.get("statements", [])
    )
    annotations = tuple(sorted(found, key=_order))
    of = {} if about else _scores(doc, how)
    scores = tuple((one.id, of[mark]) for one, (mark, _, _) in zip(found, marks, strict=False) if mark in of)
    return GoldArticle(article, str(about.get("lang", "")), done, annotations, (), said, scores=scores)


def _order(one: Annotation) -> tuple[int, int, str, str]:
    return one.span.start, one.span.end, one.label, one.reviewer


def _marks(doc: "Doc", *, ours: bool, how: How) -> Iterator[tuple[Mark, Verdict, str]]:
    """The spans of a Doc, with the verdict and whose it is. Of a file of others, the same span counts once."""
    if ours:
        for key, group in doc.spans.items():
            start, colon, who = key.partition(":")
            verdict = next((verdict for verdict, name in GROUPS.items() if name == start), None)
            if colon and verdict is not None:
                yield from ((_mark_in(span), verdict, who) for span in group)
        return
    groups = [span for key, group in doc.spans.items() if not key.startswith(COREF) for span in group if span.label_]
    for mark in sorted({_mark_in(span) for span in (*doc.ents, *groups)}):
        yield mark, Verdict.ACCEPTED, how.reviewer


def _scores(doc: "Doc", how: How) -> dict[Mark, int]:
    """How sure a span categorizer was, where it says so of its groups; of the same span twice, the most."""
    found: dict[Mark, int] = {}
    for key, group in doc.spans.items():
        scores = list(group.attrs.get("scores", ()))
        if not key.startswith(COREF) and len(scores) == len(group):
            for span, value in zip(group, scores, strict=True):
                score = sure(float(value), how.tell)
                if score is not None:
                    mark = _mark_in(span)
                    found[mark] = max(score, found.get(mark, 0))
    return found


def _check(doc: "Doc", text: str, about: dict[str, Any], accepted: Sequence[Mark]) -> None:
    """Raises ReadError where the parts of a Doc of ours contradict each other."""
    same = set(map(_place, doc.spans[KEY])) == set(map(in_order, accepted))
    entities = flattened(tokens_in(doc, text), accepted, ()).entities
    if not same or set(map(_place, doc.ents)) != set(map(in_order, entities)):
        raise ReadError("entities and span groups do not agree", where=str(about["name"]), todo="write it again")
    if not about["finished_by"] and OUTSIDE in doc.to_array("ENT_IOB"):
        raise ReadError("nobody finished it, yet it says where nothing is", where=str(about["name"]))


def _clusters(about: dict[str, Any], doc: "Doc", article: GoldArticle) -> Iterator[Cluster]:
    keys = [key for key in doc.spans if key.startswith(COREF)]
    keys.sort(key=lambda key: int(key.removeprefix(COREF)))
    known = about.get("clusters", [[f"{article.article.id}:{key}", "", ""] for key in keys])
    at: dict[Mark, list[str]] = {}
    for one in article.annotations if known or about.get("alone") else ():
        if one.verdict is Verdict.ACCEPTED and not one.parts:
            at.setdefault(mark_of(one), []).append(one.id)
    rows = [(one, [_mark_in(span) for span in doc.spans[key]]) for key, one in zip(keys, known, strict=True)]
    rows += ((row, [Mark(Span(row[3], row[4]), row[5])]) for row in about.get("alone", []))
    for (identity, name, external, *_), marks in rows:
        yield Cluster(
            str(identity), tuple(each for mark in marks for each in at.get(mark, ())), str(name), str(external)
        )
    gapped = [one for one in article.annotations if one.parts]
    for row in about.get("gaps", []):
        if row[4] is not None:
            parts = tuple(Span(*pair) for pair in row[0])
            same = (one.id for one in gapped if (one.parts, one.label, one.reviewer) == (parts, row[1], row[3]))
            yield Cluster(row[4][0], tuple(same), row[4][1], row[4][2])


def _ungapped(row: Sequence[Any], article: Article, identity: str) -> Annotation:
    pieces, label, verdict, who, _ = row
    parts = tuple(Span(*pair) for pair in pieces)
    span = Span(parts[0].start, parts[-1].end)
    surface = span.surface(article.text)
    return Annotation(identity, article.id, span, surface, label, Verdict(verdict), None, who, "", "", "", parts)


def _span_of(pair: Sequence[int] | None) -> Span | None:
    return Span(*pair) if pair is not None else None


def _mark_in(span: "DocSpan") -> Mark:
    return Mark(Span(span.start_char, span.end_char), span.label_)


def _place(span: "DocSpan") -> tuple[int, int, str]:
    """What `in_order` makes of its mark."""
    return span.start_char, span.end_char, span.label_


def tokens_in(doc: "Doc", text: str) -> Tokens:
    """The tokens of `doc`, whose text is `text`: arrays, because a Token object for each is ten times slower."""
    starts: list[int] = doc.to_array("IDX").tolist()
    lengths: list[int] = doc.to_array("LENGTH").tolist()
    return Tokens(text, tuple(starts), tuple(map(add, starts, lengths)))


def mark_of(annotation: Annotation) -> Mark:
    """The place and label of an annotation."""
    return Mark(annotation.span, annotation.label)
