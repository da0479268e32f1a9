"""spaCy's binary format, for `spacy train`: one Doc an article, its text reproduced exactly.

`doc.ents` holds accepted spans that do not overlap, `doc.spans["variorum"]` each accepted span once, and
`doc.spans["variorum:NAME"]` those of the reviewer NAME. In an article that somebody finished, every other token is
outside any entity; in one that nobody finished, and wherever a span is unsure or could not be an entity, a token is
missing: spaCy then learns nothing from it, instead of learning that nothing is there.
Fields: https://spacy.io/api/docbin, https://spacy.io/api/doc#set_ents
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import add
from typing import IO, TYPE_CHECKING, Final

from annotations.errors import ExportError
from annotations.formats.base import LeftOut, Place, ReadBack, carried, check_surfaces
from annotations.formats.tokens import Flat, Mark, Tokens, flattened
from annotations.gold import GoldArticle
from annotations.model import Annotation, Verdict
from corpus.span import Span

if TYPE_CHECKING:  # spaCy takes a second to import: only who writes or reads the format pays for it
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

KEY: Final = "variorum"
LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
NEUTRAL: Final = "xx"
OUTSIDE: Final = 2  # of Token.ent_iob


class SpacyDocBin:
    """The format of `spacy train` and `spacy debug data`."""

    name = "spacy"
    suffix = ".spacy"
    title = "spaCy DocBin: entities and span groups, for spacy train"
    lossy = (
        "spans that cut a token or have gaps, rejected and unsure spans, notes, origins, attributes, relations;"
        " doc.ents takes no overlaps"
    )

    def write(self, articles: Iterable[GoldArticle], stream: IO[bytes]) -> list[LeftOut]:
        """Write one Doc for each article, held packed until the last; returns what has no place in `doc.ents`.

        Raises ExportError when a surface is not what stands at its span, and for a corpus without a single token,
        which spaCy reads as no articles at all.
        """
        from spacy.tokens import DocBin

        store = DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)
        left_out: list[LeftOut] = []
        for article in articles:
            check_surfaces(article)
            doc, missed = _doc(article)
            store.add(doc)
            left_out += missed
        if len(store) and not any(map(len, store.tokens)):
            raise ExportError("spaCy cannot hold a corpus of empty articles", todo="export it as jsonl")
        try:
            stream.write(store.to_bytes())
        except ValueError as error:
            raise ExportError("the corpus is too large for one spaCy file", todo="export less of it") from error
        return left_out

    def read(self, stream: IO[bytes]) -> Iterator[ReadBack]:
        """Read Doc by Doc. Raises ExportError for a file that `write` does not write."""
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab

        try:
            for doc in DocBin().from_bytes(stream.read()).get_docs(Vocab()):
                yield _read_back(doc)
        except (IndexError, KeyError, TypeError, ValueError) as error:
            todo = "write the file again with variorum export"
            raise ExportError("this is no spaCy file of variorum", todo=todo) from error

    def expected(self, article: GoldArticle, left_out: Sequence[LeftOut]) -> ReadBack:
        """The accepted spans that cut no token."""
        return ReadBack(article.article.name, article.article.text, carried(article, left_out))


DOCBIN: Final = SpacyDocBin()


@cache
def _blank(lang: str) -> "Language":
    """The tokenizer of `lang`, or a neutral one where spaCy has none or its own needs another package."""
    import spacy

    try:
        nlp = spacy.blank(lang if LANGUAGE.fullmatch(lang) else NEUTRAL)
    except ImportError:
        nlp = spacy.blank(NEUTRAL)
    nlp.max_length = sys.maxsize  # the limit guards the memory of parsers; nothing here parses
    return nlp


def _tokenized(article: GoldArticle) -> "Doc":
    """A Doc with exactly the text of `article`, even should the tokenizer of its language change a text."""
    text = article.article.text
    for lang in (article.lang, NEUTRAL):
        doc = _blank(lang).make_doc(text)
        if doc.text == text:
            return doc
    raise ExportError("spaCy does not keep this text as it is", where=article.article.name, todo="export it as jsonl")


def _doc(article: GoldArticle) -> "tuple[Doc, list[LeftOut]]":
    """`article` with its decisions, and what has no place in `doc.ents`."""
    doc = _tokenized(article)
    accepted, flat = _flat(article, _tokens(doc, article.article.text))
    doc.set_ents(
        [_doc_span(doc, mark) for mark in flat.entities],
        missing=[doc[at : at + 1] for at in flat.unknown],
        default="outside" if article.finished_by else "missing",
    )
    _add_groups(doc, [annotation for annotation in accepted if _mark(annotation) not in flat.misfits], article)
    doc.user_data[KEY] = {
        "id": article.article.id,
        "name": article.article.name,
        "sha256": article.article.sha256,
        "story": article.story,
        "lang": article.lang,
        "finished_by": list(article.finished_by),
    }
    return doc, list(_left_out(article, accepted, flat))


def _flat(article: GoldArticle, tokens: Tokens) -> tuple[list[Annotation], Flat]:
    """The accepted annotations, and what of them fits on `tokens`."""
    said = [annotation for annotation in article.annotations if annotation.verdict is not Verdict.REJECTED]
    accepted = [one for one in said if one.verdict is Verdict.ACCEPTED and not one.parts]
    unsure = [_mark(one) for one in said if one.verdict is Verdict.UNSURE or one.parts]
    return accepted, flattened(tokens, map(_mark, accepted), unsure)


def _add_groups(doc: "Doc", fitting: Sequence[Annotation], article: GoldArticle) -> None:
    doc.spans[KEY] = [_doc_span(doc, mark) for mark in sorted({_mark(annotation) for annotation in fitting})]
    for reviewer in sorted({*article.finished_by, *(annotation.reviewer for annotation in article.annotations)}):
        own = (_mark(annotation) for annotation in fitting if annotation.reviewer == reviewer)
        doc.spans[f"{KEY}:{reviewer}"] = [_doc_span(doc, mark) for mark in sorted(own)]


def _left_out(article: GoldArticle, accepted: Iterable[Annotation], flat: Flat) -> Iterator[LeftOut]:
    for annotation in article.annotations:
        if annotation.parts and annotation.verdict is Verdict.ACCEPTED:
            yield LeftOut.of(article, annotation, "it has gaps, which spaCy's spans cannot have")
    for annotation in accepted:
        mark = _mark(annotation)
        if mark in flat.misfits:
            yield LeftOut.of(article, annotation, flat.misfits[mark])
        elif mark in flat.rest:
            yield LeftOut.of(article, annotation, f"{flat.rest[mark]}: only in the span group", partly=True)


def _read_back(doc: "Doc") -> ReadBack:
    """Raises KeyError for a Doc that is not ours, ExportError for one whose parts contradict each other."""
    about, text = doc.user_data[KEY], doc.text
    marks = {_mark_of(span) for span in doc.spans[KEY]}
    found = sorted(
        Place(span.start_char, span.end_char, span.label_, key.removeprefix(f"{KEY}:"))
        for key, group in doc.spans.items()
        if key.startswith(f"{KEY}:")
        for span in group
    )
    entities = {_mark_of(entity) for entity in doc.ents}
    same = marks == {Mark(Span(place.start, place.end), place.label) for place in found}
    if not same or entities != set(flattened(_tokens(doc, text), marks, ()).entities):
        raise ExportError("entities and span groups do not agree", where=about["name"], todo="export it again")
    if not about["finished_by"] and OUTSIDE in doc.to_array("ENT_IOB"):
        raise ExportError("nobody finished it, yet it says where nothing is", where=about["name"])
    return ReadBack(about["name"], text, tuple(found))


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
