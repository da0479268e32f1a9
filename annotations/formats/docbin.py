"""spaCy's binary format, for `spacy train`: one Doc an article, its text reproduced exactly.

`doc.ents` holds accepted spans that do not overlap, `doc.spans["variorum"]` each accepted span once, and
`doc.spans["variorum:NAME"]` those of the reviewer NAME; what was rejected or is unsure is in `variorum.rejected:NAME`
and `variorum.unsure:NAME`, a cluster in `coref_clusters_N`. In an article that somebody finished, every other token is
outside any entity; in one that nobody finished, and wherever a span is unsure or could not be an entity, a token is
missing: spaCy then learns nothing from it, instead of learning that nothing is there.
Fields: https://spacy.io/api/docbin, https://spacy.io/api/doc#set_ents
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from annotations.errors import ExportError, ReadError
from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.shared.tokens import Flat, Mark, Tokens, flattened
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import About, Annotation, Statement, Verdict
from corpus.article import Article, Metadata
from corpus.offsets import Unit
from corpus.span import Span

if TYPE_CHECKING:  # spaCy takes a second to import: only who writes or reads the format pays for it
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

KEY: Final = "variorum"
COREF: Final = "coref_clusters_"
OUTSIDE: Final = 2  # of Token.ent_iob
_GROUPS: Final = {
    Verdict.ACCEPTED: KEY,
    Verdict.REJECTED: f"{KEY}.rejected",
    Verdict.UNSURE: f"{KEY}.unsure",
}


class SpacyDocBin:
    """The format of `spacy train` and `spacy debug data`."""

    name = "spacy"
    suffix = ".spacy"
    title = "spaCy DocBin: entities, span groups and clusters, for spacy train"
    carries: frozenset[Part] = frozenset(
        (
            Part.REJECTED,
            Part.UNSURE,
            Part.GAPS,
            Part.CLUSTERS,
            Part.LINKS,
            Part.STATEMENTS,
            Part.FINISHED,
            Part.REVIEWERS,
            Part.STORIES,
            Part.METADATA,
        )
    )
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether the name ends so, and the bytes are compressed."""
        return path.suffix == self.suffix and head[:1] == b"\x78"

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write one Doc for each article, held packed until the last; returns what has no place in `doc.ents`.

        Raises ExportError when a surface is not what stands at its span, and for a corpus without a single token,
        which spaCy reads as no articles at all.
        """
        from spacy.tokens import DocBin

        _ask_no_more()
        store = DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)
        left_out: list[LeftOut] = []
        for story in stories:
            for article in story.articles:
                check_surfaces(article)
                doc, missed = _doc(story, article)
                store.add(doc)
                left_out += missed
        if len(store) and not any(map(len, store.tokens)):
            raise ExportError("spaCy cannot hold a corpus of empty articles", todo="export it as jsonl")
        try:
            out.write_bytes(store.to_bytes())
        except ValueError as error:
            raise ExportError("the corpus is too large for one spaCy file", todo="export less of it") from error
        return left_out

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read Doc by Doc, also of files that others made: of those `doc.ents` and all span groups are taken."""
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab

        _ask_no_more()
        try:
            docs = DocBin().from_bytes(path.read_bytes()).get_docs(Vocab())
            numbered = ((_about(doc), number, doc) for number, doc in enumerate(docs, 1))
            for story, members in groupby(numbered, key=lambda one: _story_of(one[0], one[1])):
                yield _story(story, list(members), how)
        except (IndexError, KeyError, TypeError, ValueError, EOFError) as error:
            raise ReadError("not a whole spaCy file", where=str(path), todo="write it again") from error
        except Exception as error:
            # What decompresses and unpacks it has errors of its own.
            if isinstance(error, (OSError, ReadError)):
                raise
            raise ReadError("not a spaCy file", where=str(path), todo="write it again") from error


DOCBIN: Final = SpacyDocBin()


@cache
def _ask_no_more() -> None:
    """Have spaCy not look through all installed packages for codecs at each value that it packs, if none has any."""
    from srsly.msgpack import msgpack_decoders, msgpack_encoders

    for registry in (msgpack_decoders, msgpack_encoders):
        if not registry.get_entry_points():
            registry.entry_points = False


def _doc(story: GoldStory, article: GoldArticle) -> "tuple[Doc, list[LeftOut]]":
    """`article` with its decisions, and what has no place in `doc.ents`."""
    from corpus.tokenizer import doc_of

    try:
        doc = doc_of(article.article.text, article.lang)
    except ValueError as error:
        todo = "export it as jsonl"
        raise ExportError("spaCy does not keep this text as it is", where=article.article.name, todo=todo) from error
    tokens = _tokens(doc, article.article.text)
    accepted, flat = _flat(article, tokens)
    doc.set_ents(
        [_doc_span(doc, mark) for mark in flat.entities],
        missing=[doc[at : at + 1] for at in flat.unknown],
        default="outside" if article.finished_by else "missing",
    )
    fitting = [one for one in article.annotations if not one.parts and not tokens.misfit(one.span)]
    _add_groups(doc, fitting, article)
    _add_clusters(doc, story, fitting)
    doc.cats = {f"{one.field}={one.value}": 1.0 for one in article.statements if one.about is About.ARTICLE}
    doc.user_data[KEY] = _record(story, article, fitting)
    return doc, list(_left_out(article, accepted, flat, tokens))


def _record(story: GoldStory, article: GoldArticle, fitting: Sequence[Annotation]) -> dict[str, Any]:
    """What is known of an article beside its tokens."""
    about = article.article.metadata
    return {
        "id": article.article.id,
        "name": article.article.name,
        "sha256": article.article.sha256,
        "title": article.article.title,
        "about": about.known(),
        "story": story.title,
        "story_id": story.id,
        "lang": article.lang,
        "finished_by": list(article.finished_by),
        "gaps": [_gapped(one, story.clusters) for one in article.annotations if one.parts],
        "statements": [_said(one) for one in article.statements],
        "clusters": [
            [one.id, one.name, one.external_id] for one, marks in _clustered(story, fitting) if len(marks) > 1
        ],
        "alone": [
            [one.id, one.name, one.external_id, mark.span.start, mark.span.end, mark.label]
            for one, (mark, *more) in _clustered(story, fitting)
            if not more
        ],
    }


def _flat(article: GoldArticle, tokens: Tokens) -> tuple[list[Annotation], Flat]:
    """The accepted annotations without gaps, and what of them fits on `tokens`."""
    said = [annotation for annotation in article.annotations if annotation.verdict is not Verdict.REJECTED]
    accepted = [one for one in said if one.verdict is Verdict.ACCEPTED and not one.parts]
    unsure = [_mark(one) for one in said if one.verdict is Verdict.UNSURE or one.parts]
    return accepted, flattened(tokens, map(_mark, accepted), unsure)


def _add_groups(doc: "Doc", fitting: Sequence[Annotation], article: GoldArticle) -> None:
    accepted = [one for one in fitting if one.verdict is Verdict.ACCEPTED]
    doc.spans[KEY] = [_doc_span(doc, mark) for mark in sorted({_mark(annotation) for annotation in accepted})]
    for reviewer in sorted({*article.finished_by, *(annotation.reviewer for annotation in article.annotations)}):
        for verdict, key in _GROUPS.items():
            own = [_mark(one) for one in fitting if one.reviewer == reviewer and one.verdict is verdict]
            if own or verdict is Verdict.ACCEPTED:
                doc.spans[f"{key}:{reviewer}"] = [_doc_span(doc, mark) for mark in sorted(own)]


def _add_clusters(doc: "Doc", story: GoldStory, fitting: Sequence[Annotation]) -> None:
    """A group for each cluster that has several mentions here, numbered from 1 as coreference models do."""
    several = (marks for _, marks in _clustered(story, fitting) if len(marks) > 1)
    for number, marks in enumerate(several, 1):
        doc.spans[f"{COREF}{number}"] = [_doc_span(doc, mark) for mark in marks]


def _clustered(story: GoldStory, fitting: Sequence[Annotation]) -> list[tuple[Cluster, list[Mark]]]:
    """The clusters that have mentions among these, with the mentions, each once."""
    by_id = {one.id: one for one in fitting}
    found = ((one, sorted({_mark(by_id[each]) for each in one.members if each in by_id})) for one in story.clusters)
    return [(one, marks) for one, marks in found if marks]


def _left_out(article: GoldArticle, accepted: Iterable[Annotation], flat: Flat, tokens: Tokens) -> Iterator[LeftOut]:
    for annotation in accepted:
        mark = _mark(annotation)
        if mark in flat.misfits:
            yield LeftOut.of(article, annotation, flat.misfits[mark])
        elif mark in flat.rest:
            yield LeftOut.of(article, annotation, f"{flat.rest[mark]}: only in the span group", partly=True)
    for annotation in article.annotations:
        if (
            annotation.verdict is not Verdict.ACCEPTED
            and not annotation.parts
            and (why := tokens.misfit(annotation.span))
        ):
            yield LeftOut.of(article, annotation, why)


# Reading


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
    annotations = tuple(sorted(found, key=lambda one: (one.span, one.label, one.reviewer)))
    return GoldArticle(article, str(about.get("lang", "")), done, annotations, (), said)


def _marks(doc: "Doc", *, ours: bool, how: How) -> Iterator[tuple[Mark, Verdict, str]]:
    """The spans of a Doc, with the verdict and whose it is. Of a file of others, the same span counts once."""
    if ours:
        for key, group in doc.spans.items():
            start, colon, who = key.partition(":")
            verdict = next((verdict for verdict, name in _GROUPS.items() if name == start), None)
            if colon and verdict is not None:
                yield from ((_mark_of(span), verdict, who) for span in group)
        return
    groups = [span for key, group in doc.spans.items() if not key.startswith(COREF) for span in group if span.label_]
    for mark in sorted({_mark_of(span) for span in (*doc.ents, *groups)}):
        yield mark, Verdict.ACCEPTED, how.reviewer


def _check(doc: "Doc", text: str, about: dict[str, Any], accepted: Sequence[Mark]) -> None:
    """Raises ReadError where the parts of a Doc of ours contradict each other."""
    entities = {_mark_of(entity) for entity in doc.ents}
    same = {_mark_of(span) for span in doc.spans[KEY]} == set(accepted)
    if not same or entities != set(flattened(_tokens(doc, text), set(accepted), ()).entities):
        raise ReadError("entities and span groups do not agree", where=str(about["name"]), todo="write it again")
    if not about["finished_by"] and OUTSIDE in doc.to_array("ENT_IOB"):
        raise ReadError("nobody finished it, yet it says where nothing is", where=str(about["name"]))


def _clusters(about: dict[str, Any], doc: "Doc", article: GoldArticle) -> Iterator[Cluster]:
    keys = [key for key in doc.spans if key.startswith(COREF)]
    keys.sort(key=lambda key: int(key.removeprefix(COREF)))
    known = about.get("clusters", [[f"{article.article.id}:{key}", "", ""] for key in keys])
    at: dict[Mark, list[str]] = {}
    for one in article.annotations:
        if one.verdict is Verdict.ACCEPTED and not one.parts:
            at.setdefault(_mark(one), []).append(one.id)
    rows = [(one, [_mark_of(span) for span in doc.spans[key]]) for key, one in zip(keys, known, strict=True)]
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


def _tokens(doc: "Doc", text: str) -> Tokens:
    """The tokens of `doc`, whose text is `text`: arrays, because a Token object for each is ten times slower."""
    starts: list[int] = doc.to_array("IDX").tolist()
    lengths: list[int] = doc.to_array("LENGTH").tolist()
    return Tokens(text, tuple(starts), tuple(map(add, starts, lengths)))


def _mark(annotation: Annotation) -> Mark:
    return Mark(annotation.span, annotation.label)


def _mark_of(span: "DocSpan") -> Mark:
    return Mark(Span(span.start_char, span.end_char), span.label_)


def _doc_span(doc: "Doc", mark: Mark) -> "DocSpan":
    """The span of `doc` at `mark`, which begins and ends with tokens. Raises ExportError should spaCy disagree."""
    found = doc.char_span(mark.span.start, mark.span.end, label=mark.label)
    if found is None:
        message = f"spaCy sees no tokens at {mark.span.start} to {mark.span.end}"
        raise ExportError(message, todo="export it as jsonl")
    return found


def _gapped(one: Annotation, clusters: Iterable[Cluster]) -> list[Any]:
    cluster = next((each[:1] + each[2:] for each in clusters if one.id in each.members), None)
    pieces = [[part.start, part.end] for part in one.parts]
    return [pieces, one.label, one.verdict.value, one.reviewer, cluster and list(cluster)]


def _ungapped(row: Sequence[Any], article: Article, identity: str) -> Annotation:
    pieces, label, verdict, who, _ = row
    parts = tuple(Span(*pair) for pair in pieces)
    span = Span(parts[0].start, parts[-1].end)
    surface = span.surface(article.text)
    return Annotation(identity, article.id, span, surface, label, Verdict(verdict), None, who, "", "", "", parts)


def _said(one: Statement) -> list[Any]:
    span = [one.span.start, one.span.end] if one.span is not None else None
    return [one.about.value, one.story, span, one.surface, one.field, one.value, one.reviewer, ""]


def _span_of(pair: Sequence[int] | None) -> Span | None:
    return Span(*pair) if pair is not None else None
