"""Articles with the model's mentions marked as `[words|LABEL]`, for tables of cases."""

import re

from corpus.analysis import Mention
from corpus.boilerplate.region import Region
from corpus.mentions.correct import corrected
from corpus.mentions.judged import Judged, Read
from corpus.span import Span

_MARK = re.compile(r"\[([^|\]]+)\|([A-Z_]+)\]")
_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][\"”’]?(?=\s)|$)", re.MULTILINE)


def read(marked: str, *, folded: str = "") -> Read:
    """The article without its marks; the first place of `folded` is boilerplate."""
    text, mentions, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        mentions.append(Mention(Span(len(text), len(text) + len(match[1])), match[2]))
        text += match[1]
        at = match.end()
    text += marked[at:]
    sentences = [Span(*match.span()) for match in _SENTENCE.finditer(text) if match.group()]
    start = text.index(folded) if folded else 0
    regions = [Region(Span(start, start + len(folded)), "teaser", "")] if folded else []
    return Read(text, sentences, mentions, regions)


def judged(*marked: str, known: dict[str, str] | None = None) -> list[list[Judged]]:
    """What becomes of the mentions of a story."""
    return corrected([read(one) for one in marked], known or {})


def shown(text: str, found: list[Judged]) -> list[str]:
    """Mentions as `words|LABEL`."""
    return [f"{one.span.surface(text)}|{one.label}" for one in found]


def names(*marked: str, known: dict[str, str] | None = None) -> list[str]:
    """The corrected mentions of all articles of a story, in order."""
    articles = [read(one) for one in marked]
    found = corrected(articles, known or {})
    return [
        name for article, of_article in zip(articles, found, strict=True) for name in shown(article.text, of_article)
    ]
