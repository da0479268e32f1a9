"""Where words stand in a text, whatever their case and accents: offsets count in the text as it is stored.

The index of words says which articles hold them; this says where, so that a result can be shown and gone to.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

import regex

from corpus.span import Span

PATIENCE: Final = 0.5  # seconds for a person's own pattern in one text; some patterns would never end
_WORDS: Final = re.compile(r"[^\W_]+")


class _Folds(dict[int, str]):
    """Each code point without case and accent, as exactly one code point; found out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKD", chr(code)).casefold()[:1]
        self[code] = folded if folded and not unicodedata.combining(folded) else chr(code)
        return self[code]


_FOLDS: Final = _Folds()


def folded(text: str) -> str:
    """`text` without case and accents: the same number of code points."""
    return text.translate(_FOLDS)


def pattern_of(words: str, *, prefix: bool = False) -> re.Pattern[str] | None:
    """What finds `words` next to each other in a folded text, whatever stands between them; None for no words."""
    parts = [re.escape(word) for word in _WORDS.findall(folded(words))]
    if not parts:
        return None
    end = r"[^\W_]*" if prefix else r"(?![^\W_])"
    return re.compile(r"(?<![^\W_])" + r"[\W_\u0300-\u036f]+".join(parts) + end)


def places(text: str, patterns: Iterable[re.Pattern[str]]) -> list[Span]:
    """Where the patterns of `pattern_of` stand in `text`, sorted."""
    plain = folded(text)
    return sorted({Span(*match.span()) for pattern in patterns for match in pattern.finditer(plain)})


def matches(text: str, pattern: str) -> Iterator[Span]:
    """Where a person's own regular expression matches something.

    Raises TimeoutError when it takes longer than PATIENCE.
    """
    for match in regex.compile(pattern, regex.VERSION0).finditer(text, timeout=PATIENCE):
        if match.start() < match.end():
            yield Span(*match.span())


def around(text: str, span: Span, before: int, after: int) -> tuple[str, str]:
    """What stands before and after a span in its paragraph: at most that many code points, from a word's edge on."""
    line_start, line_end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    start = max(line_start, span.start - before)
    end = min(len(text) if line_end < 0 else line_end, span.end + after)
    if start > line_start:
        space = text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else start
    return text[start : span.start], text[span.end : end]
