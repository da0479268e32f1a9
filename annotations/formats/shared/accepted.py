"""Annotations of files that say where something is and what, and no more: all that is in them counts as accepted."""

from typing import Final

from annotations.model import Annotation, Verdict
from corpus.article import Article
from corpus.span import Span

NO_LABEL: Final = "MENTION"
"""The label of what a file marks without one."""


def accepted(
    identity: str,
    article: Article,
    parts: tuple[Span, ...],
    label: str,
    reviewer: str,
    attributes: tuple[tuple[str, str], ...] = (),
) -> Annotation:
    """The annotation of one place, or of several `parts` by place, with the words that stand there."""
    span = parts[0] if len(parts) == 1 else Span(parts[0].start, parts[-1].end)
    gaps = parts if len(parts) > 1 else ()
    place = (identity, article.id, span, span.surface(article.text), label)
    return Annotation(*place, Verdict.ACCEPTED, None, reviewer, "", "", parts=gaps, attributes=attributes)


def by_place(one: Annotation) -> tuple[Span, str, str]:
    """The order in which an article has its annotations: by span, label and reviewer."""
    return one.span, one.label, one.reviewer
