"""One token a line with a tag, for the tools that train on the columns of CoNLL-2003; what IOB2 and BILOU share.

`FORM -X- -X- TAG`: the two columns between are the part of speech and the chunk, which nobody said. Tokens are cut
where spans begin and end, so no span cuts one. Beside the file lies NAME.offsets.jsonl, one row an article
(`annotations.formats.shared.gold_rows`) with its `text` and `tokens`, a pair of start and end (code points,
end-exclusive) for each line: by it the text comes back exactly. Without it, tokens are joined by spaces.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Final

from annotations.errors import ReadError
from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.columns_read import Columns, documents
from annotations.formats.json_shape import Line
from annotations.formats.shared.article_rows import line_of, row_of
from annotations.formats.shared.gold_rows import Row, beside, gold_line, shape, told
from annotations.formats.shared.sentences import Sentence, sentences_of, tokens_of
from annotations.formats.shared.story_lines import stories as stories_of
from annotations.formats.shared.tagging import Entity, entities
from annotations.formats.shared.tokens import Mark, flattened
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Annotation
from corpus.span import Span

CARRIES: Final[frozenset[Part]] = frozenset((Part.FINISHED, Part.STORIES, Part.METADATA))
BEGIN: Final = "-DOCSTART- -X- O O\n\n"  # as in CoNLL-2003's training data; some readers know no other
OFFSETS: Final = ".offsets.jsonl"

Scheme = Callable[[int, Iterable[Entity]], list[str]]
_REMEDY: Final = "remove the file of offsets, or put the one back that was written with it"


def write_columns(stories: Iterable[GoldStory], out: Path, scheme: Scheme) -> list[LeftOut]:
    """Write the articles of `stories`, and their offsets beside them. Returns the spans that overlap others."""
    left_out: list[LeftOut] = []
    with out.open("wb") as stream, _beside(out).open("wb") as side:
        for story in stories:
            for article in story.articles:
                check_surfaces(article)
                sentences = sentences_of(article)
                found, missed = entities_on(article, sentences)
                left_out += missed
                stream.write(_block(article.article.text, sentences, found, scheme).encode())
                pairs = [[token.start, token.end] for one in sentences for token in one.tokens]
                row = {**beside(told(story, article), "spans"), "name": article.article.name}
                side.write(line_of({**row, "text": article.article.text, "tokens": pairs}))
    return left_out


def read_columns(path: Path, how: How) -> Iterator[GoldStory]:
    """Read the articles of a file, with the text that lies beside it if there is one. Raises ReadError."""
    return stories_of(_lines(path, how))


def _beside(path: Path) -> Path:
    return path.with_name(path.name + OFFSETS)


def entities_on(article: GoldArticle, sentences: Sequence[Sentence]) -> tuple[list[Mark], list[LeftOut]]:
    """What of an article's spans can stand as tags of tokens, in their order, and what is left out."""
    tokens = tokens_of(article.article.text, sentences)
    left_out: list[LeftOut] = []
    held: list[Annotation] = []
    for one in article.annotations:
        if one.label and not any(map(str.isspace, one.label)):
            held.append(one)
        else:
            left_out.append(LeftOut.of(article, one, "a tag holds no white space"))
    flat = flattened(tokens, (Mark(one.span, one.label) for one in held), ())
    reasons = ((one, flat.reason(Mark(one.span, one.label))) for one in held)
    left_out += (LeftOut.of(article, one, why) for one, why in reasons if why)
    return list(flat.entities), left_out


def _block(source: str, sentences: Sequence[Sentence], found: Sequence[Mark], scheme: Scheme) -> str:
    """The lines of an article. `found` are sorted and do not overlap."""
    lines = [BEGIN]
    for sentence, tags in tagged(sentences, found, scheme):
        lines += (f"{token.surface(source)} -X- -X- {tag}\n" for token, tag in zip(sentence.tokens, tags, strict=True))
        lines.append("\n")
    return "".join(lines)


def tagged(
    sentences: Iterable[Sentence], found: Sequence[Mark], scheme: Scheme
) -> Iterator[tuple[Sentence, list[str]]]:
    """Each sentence with the tags of its tokens. `found` are sorted, do not overlap, and are whole tokens."""
    at = 0
    for sentence in sentences:
        starts = {token.start: index for index, token in enumerate(sentence.tokens)}
        ends = {token.end: index + 1 for index, token in enumerate(sentence.tokens)}
        own: list[Entity] = []
        while at < len(found) and found[at].span.start in starts:
            span = found[at].span
            own.append(Entity(starts[span.start], ends[span.end], found[at].label))
            at += 1
        yield sentence, scheme(len(sentence.tokens), own)


def _lines(path: Path, how: How) -> Iterator[Line]:
    if not _beside(path).is_file():
        for number, found in enumerate(documents(path, how.encoding), 1):
            yield _joined(f"{path.name}:{number}", found, number, how)
        return
    with _beside(path).open("rb") as side:
        for number, (found, line) in enumerate(zip_longest(documents(path, how.encoding), side), 1):
            where = f"{_beside(path)}, line {number}"
            if found is None or line is None:
                raise ReadError("it does not hold as many articles as the file beside it", where=where, todo=_REMEDY)
            yield _exact(found, row_of(line, where), where, number, how)


def _tagged(found: Columns, text: str, tokens: Sequence[Span], number: int, reviewer: str) -> list[Row]:
    """What the tags of an article say, as rows; `tokens` are the places of its lines, `number` is its own."""
    rows: list[Row] = []
    first = 0
    for sentence in found.sentences:
        for one in entities([tag for _, tag in sentence]):
            start, end = tokens[first + one.start].start, tokens[first + one.end - 1].end
            place = {"id": f"{number}.{len(rows) + 1}", "start": start, "end": end, "text": text[start:end]}
            rows.append({**place, "label": one.label, "reviewer": reviewer})
        first += len(sentence)
    return rows


def _joined(name: str, found: Columns, number: int, how: How) -> Line:
    """An article of which there is no text: tokens with spaces between, a sentence a line."""
    pieces: list[str] = []
    tokens: list[Span] = []
    at = 0
    for sentence in found.sentences:
        for index, (form, _) in enumerate(sentence):
            tokens.append(Span(at, at + len(form)))
            pieces += (form, "\n" if index == len(sentence) - 1 else " ")
            at += len(form) + 1
    text = "".join(pieces)
    spans = _tagged(found, text, tokens, number, how.reviewer)
    return gold_line(number, {"name": name, "text": text, "finished_by": [how.reviewer], "spans": spans})


def _exact(found: Columns, row: Row, where: str, number: int, how: How) -> Line:
    """An article with the text that lies beside it. Raises ReadError."""
    with shape(where, "not the offsets of an article"):
        tokens = [Span(start, end) for start, end in row["tokens"]]
        forms = [form for sentence in found.sentences for form, _ in sentence]
        if forms != [token.surface(row["text"]) for token in tokens]:
            raise ReadError("its tokens are not those of the file beside it", where=where, todo=_REMEDY)
        done = [how.reviewer] if row.get("finished_by") else []
        spans = _tagged(found, row["text"], tokens, number, how.reviewer)
        return gold_line(number, {**row, "finished_by": done, "spans": spans})
