"""spaCy's tokens without a model: what its own training and other people's pipelines will see."""

import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # spaCy takes a second to import: only who wants its tokens pays for it
    from spacy.language import Language
    from spacy.tokens import Doc

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_NEUTRAL: Final = "xx"


@cache
def blank(lang: str) -> "Language":
    """The tokenizer of `lang`, or a neutral one where spaCy has none or its own needs another package."""
    import spacy

    try:
        nlp = spacy.blank(lang if _LANGUAGE.fullmatch(lang) else _NEUTRAL)
    except ImportError:
        nlp = spacy.blank(_NEUTRAL)
    nlp.max_length = sys.maxsize  # the limit guards the memory of parsers; nothing here parses
    return nlp


def doc_of(text: str, lang: str) -> "Doc":
    """A Doc with exactly this text, even should the tokenizer of its language change it. Raises ValueError."""
    for name in (lang or "en", _NEUTRAL):
        doc = blank(name).make_doc(text)
        if doc.text == text:
            return doc
    message = "spaCy does not keep this text as it is"
    raise ValueError(message)
