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
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from annotations.errors import ExportError, ReadError
from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.docbin_read import COREF, GROUPS, KEY, mark_of, stories_in, tokens_in
from annotations.formats.shared.tokens import Flat, Mark, Tokens, flattened, in_order
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import About, Annotation, Statement, Verdict
from corpus.offsets import Unit

if TYPE_CHECKING:  # spaCy takes a second to import: only who writes or reads the format pays for it
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan


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
            yield from stories_in(docs, how)
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


class _Spans:
    """The spans of `doc` at marks that begin and end where its `tokens` do, each made once."""

    def __init__(self, doc: "Doc", tokens: Tokens) -> None:
        self._doc = doc
        self._tokens = tokens
        self._made: dict[Mark, DocSpan] = {}

    def __getitem__(self, mark: Mark) -> "DocSpan":
        """Raises ExportError should spaCy disagree on what stands there."""
        found = self._made.get(mark)
        return self._new(mark) if found is None else found

    def _new(self, mark: Mark) -> "DocSpan":
        from spacy.tokens import Span as DocSpan

        (start, end), touched = (mark.span.start, mark.span.end), self._tokens.touched(mark.span)
        found = DocSpan(self._doc, touched.start, touched.stop, label=mark.label)
        if (found.start_char, found.end_char) != (start, end):
            raise ExportError(f"spaCy sees no tokens at {start} to {end}", todo="export it as jsonl")
        self._made[mark] = found
        return found


def _doc(story: GoldStory, article: GoldArticle) -> "tuple[Doc, list[LeftOut]]":
    """`article` with its decisions, and what has no place in `doc.ents`."""
    from corpus.tokenizer import doc_of

    try:
        doc = doc_of(article.article.text, article.lang)
    except ValueError as error:
        todo = "export it as jsonl"
        raise ExportError("spaCy does not keep this text as it is", where=article.article.name, todo=todo) from error
    tokens = tokens_in(doc, article.article.text)
    accepted, flat = _flat(article, tokens)
    spans = _Spans(doc, tokens)
    doc.set_ents(
        [spans[mark] for mark in flat.entities],
        missing=[doc[at : at + 1] for at in flat.unknown],
        default="outside" if article.finished_by else "missing",
    )
    fitting = [one for one in article.annotations if not one.parts and not tokens.misfit(one.span)]
    _add_groups(doc, spans, fitting, article)
    _add_clusters(doc, spans, story, fitting)
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
    unsure = [mark_of(one) for one in said if one.verdict is Verdict.UNSURE or one.parts]
    return accepted, flattened(tokens, map(mark_of, accepted), unsure)


def _add_groups(doc: "Doc", spans: _Spans, fitting: Sequence[Annotation], article: GoldArticle) -> None:
    accepted = {mark_of(one) for one in fitting if one.verdict is Verdict.ACCEPTED}
    doc.spans[KEY] = [spans[mark] for mark in sorted(accepted, key=in_order)]
    for reviewer in sorted({*article.finished_by, *(annotation.reviewer for annotation in article.annotations)}):
        for verdict, key in GROUPS.items():
            own = [mark_of(one) for one in fitting if one.reviewer == reviewer and one.verdict is verdict]
            if own or verdict is Verdict.ACCEPTED:
                doc.spans[f"{key}:{reviewer}"] = [spans[mark] for mark in sorted(own, key=in_order)]


def _add_clusters(doc: "Doc", spans: _Spans, story: GoldStory, fitting: Sequence[Annotation]) -> None:
    """A group for each cluster that has several mentions here, numbered from 1 as coreference models do."""
    several = (marks for _, marks in _clustered(story, fitting) if len(marks) > 1)
    for number, marks in enumerate(several, 1):
        doc.spans[f"{COREF}{number}"] = [spans[mark] for mark in marks]


def _clustered(story: GoldStory, fitting: Sequence[Annotation]) -> list[tuple[Cluster, list[Mark]]]:
    """The clusters that have mentions among these, with the mentions, each once."""
    by_id = {one.id: one for one in fitting}
    found = ((one, sorted({mark_of(by_id[each]) for each in one.members if each in by_id})) for one in story.clusters)
    return [(one, marks) for one, marks in found if marks]


def _left_out(article: GoldArticle, accepted: Iterable[Annotation], flat: Flat, tokens: Tokens) -> Iterator[LeftOut]:
    for annotation in accepted:
        mark = mark_of(annotation)
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


def _gapped(one: Annotation, clusters: Iterable[Cluster]) -> list[Any]:
    cluster = next((each[:1] + each[2:] for each in clusters if one.id in each.members), None)
    pieces = [[part.start, part.end] for part in one.parts]
    return [pieces, one.label, one.verdict.value, one.reviewer, cluster and list(cluster)]


def _said(one: Statement) -> list[Any]:
    span = [one.span.start, one.span.end] if one.span is not None else None
    return [one.about.value, one.story, span, one.surface, one.field, one.value, one.reviewer, ""]
