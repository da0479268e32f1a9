"""What the fields of our JSON Lines and of the table of Parquet hold, as the card of a dataset says it.

A test compares the names with what is written.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from annotations.card_text import Code, table

_SPANS: Final = ("spans", "rejected", "unsure", "boilerplate")
_EVERY: Final = {
    "format": "the version of this format",
    "id": "the article's id, which follows from name and text",
    "name": "the name of its source file",
    "sha256": "of the text's UTF-8 bytes",
    "story": "the title of the story that it reports; empty for none",
    "story_id": "the id of that story, the same in all its articles",
    "lang": "the language in which it was read (ISO 639-1)",
    "about": "`title`, `source` (the outlet), `published` (ISO 8601), `certainty` (how the day is known), `url`, `lang`"
    " (as the input said it), `author`, `story` (an id that the input gave), `origin` (the file that held it),"
    " `decoded` (how it became text), `more` (all else, as JSON)",
    "text": "the text, to which all offsets refer",
    "finished_by": "the reviewers who finished the article: what is unmarked in it is nothing; empty: it is unknown",
    "spans": "what was accepted, an object for each span and reviewer",
    "rejected": "what was proposed and rejected",
    "unsure": "what was left unsure",
    "boilerplate": "spans that belong to the page and not to the report; `verdict` says whether that was accepted",
    "statements": "what a `reviewer` said when (`decided`): `about` what (the article, its `story`, or the name or"
    " figure at `start`, `end` with its `text`), in which `field`, with which `value`",
    "relations": "between spans: `type`, the ids of its `source` and `target`, the `article` of the target, `reviewer`,"
    " `decided`",
    "ties": "whether two places say or name the same: `tie` (of what kind), here `start`, `end` and `text`, there"
    " `other` (with its `article`), the `verdict`, `reviewer`, `decided`",
    "clusters": "what names the same thing: `id` (the same in all articles of the story), `name`, `external_id` (in"
    " a base of knowledge), and the ids of its `spans` in this article",
    "proposals": "what a `model` proposed and nobody decided: `start`, `end`, `label`, `score` (of 100); empty"
    " unless it was asked for",
}  # fmt: skip
_TAGS: Final = {
    "tokens": "the words of the text (Parquet alone)",
    "ner_tags": "a class for each token: IOB2 of the accepted spans that do not overlap; -100 where nobody knows"
    " (Parquet alone)",
}  # fmt: skip
_SPAN: Final = {
    "id": "of this decision",
    "start": "offset in `text`",
    "end": "offset in `text`, exclusive",
    "text": "the words there",
    "label": "one of the table of labels",
    "reviewer": "who decided",
    "created": "when first (ISO 8601, UTC)",
    "decided": "when last",
    "origin": "the proposal that it came from (`model`, `start`, `end`, `label`); null where a person marked it",
    "note": "in words",
    "via": "`batch` or `repeat` where it was one of many decided at once; else empty",
    "parts": "the pieces (`start`, `end`) of a span with gaps; else empty",
    "attributes": "each with `name` and `value`",
}  # fmt: skip
DESCRIBED: Final = ("jsonl", "parquet")


def fields(formats: Sequence[str]) -> Iterator[str]:
    """The lines that describe the fields of those of `formats`, by name, that have fields of ours."""
    described = [name for name in DESCRIBED if name in formats]
    others = [name for name in formats if name not in DESCRIBED]
    yield "## Fields\n"
    if described:
        rows = _EVERY | (_TAGS if "parquet" in described else {})
        yield f"An article in {' and '.join(described)}:\n"
        yield from table(("field", "what it holds"), _rows(rows))
        if "parquet" in described:
            yield "\nIn Parquet, `about` is a list of objects, each with `name` and `value`."
        yield f"\nEach object in {', '.join(f'`{name}`' for name in _SPANS)}:\n"
        yield from table(("field", "what it holds"), _rows(_SPAN))
    if others:
        yield f"{chr(10) * bool(described)}Fields of {', '.join(others)}: see docs/formats.md of Variorum."


def _rows(fields: dict[str, str]) -> Iterator[tuple[Code, Code]]:
    return ((Code(f"`{name}`"), Code(words)) for name, words in fields.items())
