"""The names that our Web Annotation files are made of: their first line, and the IRIs of what is in them."""

from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
VOCABULARY: Final = "urn:variorum:vocabulary:"
OURS: Final = "variorum:"
"""Begins the keys that the standard does not have."""
KIND: Final = "variorum:kind"
HEADER: Final = (
    f'{{"@context": ["{CONTEXT}", {{"variorum": "{VOCABULARY}"}}], '
    '"id": "urn:variorum:collection", "type": "AnnotationCollection", "label": "Variorum", '
    '"first": {"id": "urn:variorum:collection:1", "type": "AnnotationPage", "startIndex": 0, "items": ['
)
"""What a file of ours begins with; each line after it is an annotation, until one that begins with a bracket."""


def iri(kind: str, name: str) -> str:
    """The IRI of what is called `name` among things of a `kind`."""
    return f"urn:variorum:{kind}:{_quoted(name)}"


@lru_cache(maxsize=1 << 10)
def _quoted(name: str) -> str:
    """A name as it stands in an IRI. That of an article is wanted for each place in it."""
    return quote(name, safe="")


def name_in(found: object, kind: str) -> str:
    """The name in an IRI of ours. Raises ValueError for anything else."""
    start = f"urn:variorum:{kind}:"
    if not isinstance(found, str) or not found.startswith(start):
        raise ValueError(f"{found!r:.60} is no IRI of a {kind}")
    return unquote(found.removeprefix(start))
