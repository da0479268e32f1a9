"""Whether a dataset can be taken in: all of it is read and compared with its texts before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeVar

from annotations.errors import ReadError
from annotations.formats.base import Format, How
from annotations.formats.surfaces import checked
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Annotation, Relation, Statement
from annotations.word_edges import Edges
from corpus.errors import CorpusError
from corpus.offsets import Unit
from corpus.span import Span

FLAG: Final = "--offsets"
Said = TypeVar("Said", Statement, Relation)


@dataclass(frozen=True, slots=True)
class Sound:
    """A dataset without faults: how many articles it holds, and the ids of annotations to which other stories point.

    `unread` counts by kind, in words, what the file has and its reader takes nothing of. `spans` are those of which the
    file does not say what stands there, `inside` how many of them begin or end inside a word; 0 where that is no more
    than may be meant. `shared` counts the names that several texts have, `first` is one of them.
    """

    articles: int
    far: frozenset[str]
    unread: Mapping[str, int] = field(default_factory=dict)
    spans: int = 0
    inside: int = 0
    shared: int = 0
    first: str = ""


def check(fmt: Format, path: Path, how: How) -> Sound:
    """Read all of a dataset. Raises ReadError for the first fault.

    Offsets that fit the texts in another unit than the one they are read in are a fault that names that unit. So are
    those of a file that says no surfaces, where words are cut in this unit and in another one none are.
    """
    own = how.unit or fmt.unit
    unread: Counter[str] = Counter()
    try:
        sound, cuts = _walked(fmt, path, replace(how, tell=lambda what: unread.update((what,))))
    except ReadError as error:
        for unit in Unit:
            if unit is not own and _cuts(fmt, path, replace(how, unit=unit)) is False:
                what = f"offsets do not fit the texts in {own.value}, but all do in {unit.value} ({error.what})"
                raise ReadError(what, where=error.where, todo=f"add {FLAG} {unit.value}") from error
        raise
    if cuts and how.unit is None:
        for unit in Unit:
            if unit is not own and _cuts(fmt, path, replace(how, unit=unit)) is False:
                what = f"spans cut words if offsets are {own.value}, and none do if they are {unit.value}"
                raise ReadError(what, where=str(path), todo=f"add {FLAG} {unit.value}, or {FLAG} {own.value}")
    return replace(sound, unread=unread)


def stories(fmt: Format, path: Path, how: How) -> Iterator[GoldStory]:
    """The stories of a dataset with every surface filled in. Raises ReadError."""
    for story in _read(fmt, path, how):
        yield sound(story, str(path))


def sound(story: GoldStory, where: str) -> GoldStory:
    """A story with every surface filled in. Raises ReadError for a place that is not in its text."""
    whole = checked(story, where)
    texts = {one.article.id: one.article.text for one in whole.articles}
    for article in whole.articles:
        for one in (*article.annotations, *article.boilerplate):
            if one.parts or one.origin is not None:
                _check_pieces(one, article, where)
        for offer in article.offers:
            _within(offer.proposal.span, article.article.text, f"{where}, {article.article.name}")
    if not whole.ties and not any(one.statements for one in whole.articles):
        return whole
    articles = tuple(
        replace(one, statements=tuple(_stated(said, one, where) for said in one.statements)) for one in whole.articles
    )
    return replace(whole, articles=articles, ties=tuple(_tied(one, texts, where) for one in whole.ties))


def _walked(fmt: Format, path: Path, how: How) -> tuple[Sound, bool]:
    """What a dataset is, and whether words are cut by spans of which nothing says what stands there."""
    articles, cuts, edges, names = 0, False, Edges(), _Names()
    far: set[str] = set()
    for story in _read(fmt, path, how):
        sound(story, str(path))
        articles += len(story.articles)
        for article in story.articles:
            edges.take(article)
            names.take(article)
        cuts = cuts or any(map(_cuts_words, story.articles))
        own = {one.id for article in story.articles for one in article.annotations}
        far.update(one.target for article in story.articles for one in article.connections if one.target not in own)
    shared = list(names.shared)
    first = shared[0] if shared else ""
    return Sound(articles, frozenset(far), {}, edges.spans, edges.strange, len(shared), first), cuts


class _Names:
    """What articles are called; `shared` are the names that several texts have, in their order."""

    def __init__(self) -> None:
        self.shared: dict[str, None] = {}
        self._texts: dict[str, str] = {}

    def take(self, one: GoldArticle) -> None:
        """Take in an article."""
        name, text = one.article.name, one.article.sha256
        if self._texts.setdefault(name, text) != text:
            self.shared[name] = None


def _cuts(fmt: Format, path: Path, how: How) -> bool | None:
    """Whether spans cut words when a dataset is read so; None where it cannot be read so."""
    try:
        return _walked(fmt, path, how)[1]
    except ReadError:
        return None


def _read(fmt: Format, path: Path, how: How) -> Iterator[GoldStory]:
    """What a format reads, with the errors of the operating system and of offsets as ReadErrors."""
    try:
        yield from fmt.read(path, how)
    except OSError as error:
        raise ReadError(error.strerror or str(error), where=str(path)) from error
    except CorpusError as error:
        raise ReadError(error.what, where=error.where or str(path), todo=error.todo) from error


def _cuts_words(article: GoldArticle) -> bool:
    text = article.article.text
    if text.isascii():
        return False
    return any(not one.surface and _cuts_a_word(text, one.span) for one in _all(article))


def _all(article: GoldArticle) -> Iterable[Annotation]:
    return (*article.annotations, *article.boilerplate)


def _cuts_a_word(text: str, span: Span) -> bool:
    """Whether an edge of a span lies inside a word, white space lies at one inside of it, or no word is in it."""
    words = [char.isalnum() for char in text[span.start - 1 : span.start + 1]] if span.start else []
    after = [char.isalnum() for char in text[span.end - 1 : span.end + 1]] if span.end < len(text) else []
    inside = (len(words) > 1 and all(words)) or (len(after) > 1 and all(after))
    blank = text[span.start].isspace() or text[span.end - 1].isspace()
    return inside or blank or not any(map(str.isalnum, span.surface(text)))


def _check_pieces(one: Annotation, article: GoldArticle, where: str) -> None:
    """Raises ReadError for pieces that are not in order or not those of the span, and for an origin outside."""
    place = f"{where}, {article.article.name}"
    parts = one.parts
    apart = all(before.end < after.start for before, after in pairwise(parts))
    if parts and (not apart or (parts[0].start, parts[-1].end) != (one.span.start, one.span.end)):
        raise ReadError(
            f"the pieces of {one.surface[:60]!r} are not those of {one.span.start} to {one.span.end}", where=place
        )
    if one.origin is not None:
        _within(one.origin.span, article.article.text, place)


def _stated(one: Statement, article: GoldArticle, where: str) -> Statement:
    if one.span is None:
        return one
    return replace(
        one, surface=_surface(one.span, one.surface, article.article.text, f"{where}, {article.article.name}")
    )


def _tied(one: Relation, texts: dict[str, str], where: str) -> Relation:
    if one.article_id not in texts or one.other_id not in texts:
        raise ReadError(f"{one.surface[:60]!r} is tied to what is not in its story", where=where)
    here = _surface(one.span, one.surface, texts[one.article_id], where)
    there = _surface(one.other_span, one.other_surface, texts[one.other_id], where)
    return replace(one, surface=here, other_surface=there)


def _surface(span: Span, surface: str, text: str, where: str) -> str:
    _within(span, text, where)
    there = span.surface(text)
    if surface not in {"", there}:
        what = f"{surface[:60]!r} is said to stand at {span.start} to {span.end}, where {there[:60]!r} does"
        raise ReadError(what, where=where)
    return there


def _within(span: Span, text: str, where: str) -> None:
    if span.end > len(text):
        raise ReadError(
            f"{span.start} to {span.end} reaches beyond the text, which has {len(text)} code points", where=where
        )
