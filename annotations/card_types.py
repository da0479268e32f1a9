"""The types of the columns of our JSON Lines, for the head of a card.

Without them a loader guesses from the first lines, and stumbles where a list that was empty there no longer is.
Written as the `datasets` library writes `dataset_info` (https://huggingface.co/docs/hub/datasets-cards).
"""

from collections.abc import Iterator, Mapping
from typing import Final

from corpus.article import Metadata

TEXT: Final = "string"
NUMBER: Final = "int64"
Type = str | list["Type"] | Mapping[str, "Type"]
"""A simple type, a list (of the one thing that is in it), or an object."""

_PLACE: Final[Mapping[str, Type]] = {"start": NUMBER, "end": NUMBER}
_PROPOSAL: Final[Mapping[str, Type]] = {"model": TEXT, **_PLACE, "label": TEXT}
_WHO: Final[Mapping[str, Type]] = {"reviewer": TEXT, "decided": TEXT}
_SPAN: Final[Mapping[str, Type]] = {
    "id": TEXT, **_PLACE, "text": TEXT, "label": TEXT, "reviewer": TEXT, "created": TEXT, "decided": TEXT,
    "origin": _PROPOSAL, "note": TEXT, "via": TEXT, "parts": [_PLACE], "attributes": [{"name": TEXT, "value": TEXT}],
}  # fmt: skip
COLUMNS: Final[Mapping[str, Type]] = {
    **dict.fromkeys("format id name sha256 story story_id lang".split(), TEXT),
    "about": {"title": TEXT, **dict.fromkeys(Metadata.__slots__, TEXT)},
    "text": TEXT,
    "finished_by": [TEXT],
    "spans": [_SPAN],
    "rejected": [_SPAN],
    "unsure": [_SPAN],
    "boilerplate": [{**_SPAN, "verdict": TEXT}],
    "statements": [{"about": TEXT, **_PLACE, "text": TEXT, "story": TEXT, "field": TEXT, "value": TEXT, **_WHO}],
    "relations": [{"type": TEXT, "source": TEXT, "article": TEXT, "target": TEXT, **_WHO}],
    "ties": [{
        "tie": TEXT, **_PLACE, "text": TEXT, "other": {"article": TEXT, **_PLACE, "text": TEXT}, "verdict": TEXT, **_WHO
    }],
    "clusters": [{"id": TEXT, "name": TEXT, "external_id": TEXT, "spans": [TEXT]}],
    "proposals": [{**_PROPOSAL, "score": NUMBER}],
}  # fmt: skip


def features() -> Iterator[str]:
    """The lines of YAML that tell them."""
    yield "dataset_info:"
    yield "  features:"
    yield from _fields(COLUMNS, "  ")


def _fields(fields: Mapping[str, Type], indent: str) -> Iterator[str]:
    for name, kind in fields.items():
        yield f"{indent}- name: {name}"
        yield from _typed(kind, f"{indent}  ")


def _typed(kind: Type, indent: str) -> Iterator[str]:
    if isinstance(kind, str):
        yield f"{indent}dtype: {kind}"
    elif isinstance(kind, list):
        [inner] = kind
        if isinstance(inner, str):
            yield f"{indent}list: {inner}"
        elif not isinstance(inner, list):
            yield f"{indent}list:"
            yield from _fields(inner, indent)
    else:
        yield f"{indent}struct:"
        yield from _fields(kind, indent)
