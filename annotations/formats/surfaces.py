"""The check at every border: what a file says stands at a span is what stands there."""

from dataclasses import replace

from annotations.errors import ReadError
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Annotation
from corpus.span import Span


def checked(story: GoldStory, where: str = "") -> GoldStory:
    """A story as a reader gave it, with every surface filled in. Raises ReadError for the first one that differs."""
    articles = tuple(_checked(one, where) for one in story.articles)
    return story if articles == story.articles else replace(story, articles=articles)


def misplaced(article: GoldArticle) -> Annotation | None:
    """The first annotation whose surface is not what stands at its span, or that reaches beyond the text."""
    text, size = article.article.text, len(article.article.text)
    for one in (*article.annotations, *article.boilerplate):
        span, surface = one.span, one.surface
        if span.end > size or (surface and surface != text[span.start : span.end]):
            return one
    return None


def _checked(article: GoldArticle, where: str) -> GoldArticle:
    wrong, text = misplaced(article), article.article.text
    if wrong is not None:
        there = Span(wrong.span.start, wrong.span.end).surface(text)
        place = f"{wrong.span.start} to {wrong.span.end}"
        what = f"{wrong.surface[:60]!r} is said to stand at {place}, where {there[:60]!r} does"
        if wrong.span.end > len(text):
            what = f"{place} reaches beyond the text, which has {len(text)} code points"
        raise ReadError(what, where=", ".join(filter(None, (where, article.article.name))))
    if all(one.surface for one in (*article.annotations, *article.boilerplate)):
        return article
    full = [tuple(_filled(one, text) for one in given) for given in (article.annotations, article.boilerplate)]
    return replace(article, annotations=full[0], boilerplate=full[1])


def _filled(one: Annotation, text: str) -> Annotation:
    """The annotation with its surface; made anew here, which takes a fifth of what `replace` takes."""
    if one.surface:
        return one
    return Annotation(
        one.id, one.article_id, one.span, one.span.surface(text), one.label, one.verdict, one.origin, one.reviewer,
        one.created, one.decided, one.note, one.parts, one.attributes, one.via,
    )  # fmt: skip
