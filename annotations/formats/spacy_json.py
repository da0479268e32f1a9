"""The JSON that spaCy trained on before its third version, which converters and annotation tools still write.

`[{"id", "paragraphs": [{"raw", "sentences": [{"tokens": [{"id", "orth", "space", "ner"}]}]}]}]`, tags in BILOU.
`raw` is the exact text; without it, tokens are joined by spaces, but for those with an empty `space`, and sentences by
line feeds. Written: a paragraph for each article, whose name is the `id`; tokens are cut where spans begin and end.
Source: https://v2.spacy.io/api/annotation#json-input
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from annotations.errors import ReadError
from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.columns import entities_on, tagged
from annotations.formats.json_shape import Line
from annotations.formats.shared.gold_rows import Row, gold_line, shape
from annotations.formats.shared.json_files import Record, first_objects, objects
from annotations.formats.shared.json_text import json_line
from annotations.formats.shared.sentences import sentences_of
from annotations.formats.shared.side_texts import placed
from annotations.formats.shared.story_lines import stories as stories_of
from annotations.formats.shared.tagging import OUTSIDE, bilou, entities
from annotations.formats.shared.tokens import Tokens
from annotations.gold import GoldArticle, GoldStory
from corpus.offsets import Unit

WHAT: Final = 'not a document of spaCy: {"paragraphs": [{"sentences": [{"tokens": [{"orth", "ner"}]}]}]}'


class SpacyJson:
    """One array of documents with a tag for each token."""

    name = "spacy-json"
    suffix = ".json"
    title = "spaCy's older JSON for training: documents of tokens with BILOU tags, as spaCy 2 reads them"
    carries: frozenset[Part] = frozenset()
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether the first record is a document of paragraphs with sentences."""
        for one in first_objects(path, head, 1) if b'"paragraphs"' in head else ():
            given = one.get("paragraphs")
            return isinstance(given, list) and any(isinstance(each, dict) and "sentences" in each for each in given)
        return False

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write one document for each article; returns the spans that overlap others or are only white space."""
        left_out: list[LeftOut] = []
        with out.open("wb") as stream:
            begin = b"[\n"
            for story in stories:
                for article in story.articles:
                    check_surfaces(article)
                    row, missed = _document(article)
                    left_out += missed
                    stream.write(begin + json_line(row))
                    begin = b",\n"
            stream.write(b"[]\n" if begin == b"[\n" else b"\n]\n")
        return left_out

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read paragraph by paragraph: each is an article. Raises ReadError."""
        yield from stories_of(_lines(path, how))


SPACY_JSON: Final = SpacyJson()


def _document(article: GoldArticle) -> tuple[Row, list[LeftOut]]:
    text, sentences = article.article.text, sentences_of(article)
    found, missed = entities_on(article, sentences)
    rows: list[Row] = []
    number = 0
    for sentence, tags in tagged(sentences, found, bilou):
        words: list[Row] = []
        for token, tag in zip(sentence.tokens, tags, strict=True):
            space = " " if text[token.end : token.end + 1].isspace() else ""
            words.append({"id": number, "orth": token.surface(text), "space": space, "ner": tag})
            number += 1
        rows.append({"tokens": words, "brackets": []})
    return {"id": article.article.name, "paragraphs": [{"raw": text, "sentences": rows, "cats": []}]}, missed


def _lines(path: Path, how: How) -> Iterator[Line]:
    number = 0
    for record in objects(path):
        with shape(record.where, WHAT):
            paragraphs = list(record.value["paragraphs"])
            name = _name(record, path)
            for at, one in enumerate(paragraphs, 1):
                number += 1
                own = f"{name}:{at}" if len(paragraphs) > 1 else name
                yield _article(one, own, number, record.where, how)


def _name(record: Record, path: Path) -> str:
    given = record.value.get("id")
    return given if isinstance(given, str) else f"{path.name}:{record.number if given is None else given}"


def _article(paragraph: dict[str, Any], name: str, number: int, where: str, how: How) -> Line:
    """Raises ReadError where the tokens are not those of the text, and what `shape` catches for another shape."""
    for _ in paragraph.get("cats") or ():
        how.tell("labels of whole texts")
    sentences = [one["tokens"] for one in paragraph["sentences"]]
    text = paragraph.get("raw")
    if text is None:
        words = _joined(sentences)
    else:
        found = placed(text, (token["orth"] for tokens in sentences for token in tokens))
        if found is None:
            raise ReadError(
                "its tokens are not those of its text", where=where, todo="take raw away to read the tokens"
            )
        words = found
    spans: list[Row] = []
    first = 0
    for tokens in sentences:
        for one in entities([token.get("ner") or OUTSIDE for token in tokens]):
            start, end = words.starts[first + one.start], words.ends[first + one.end - 1]
            place: Row = {"id": f"{number}.{len(spans)}", "start": start, "end": end, "text": words.text[start:end]}
            spans.append({**place, "label": one.label, "reviewer": how.reviewer})
        first += len(tokens)
    return gold_line(number, {"name": name, "text": words.text, "spans": spans})


def _joined(sentences: Sequence[Sequence[dict[str, Any]]]) -> Tokens:
    """Tokens, and the text that they make. Raises ValueError for an empty one."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for tokens in sentences:
        for index, token in enumerate(tokens):
            if not token["orth"]:
                raise ValueError(token)
            starts.append(at)
            ends.append(at + len(token["orth"]))
            space = "\n" if index == len(tokens) - 1 else " " if token.get("space", " ") else ""
            pieces += (token["orth"], space)
            at = ends[-1] + len(space)
    return Tokens("".join(pieces), tuple(starts), tuple(ends))
