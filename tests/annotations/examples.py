"""Articles with decisions on them, for the tests of everything that takes gold data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from hypothesis import strategies as st

from annotations.formats.base import Format, How, LeftOut
from annotations.formats.reduced import reduced
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Annotation, Proposal, Verdict
from corpus.article import Article
from corpus.span import Span

CREATED: Final = "2025-03-01T09:00:00Z"
DECIDED: Final = "2025-03-01T09:05:00Z"


@dataclass(frozen=True, slots=True)
class Mark:
    """A decision to be put on a text: the `nth` place where `surface` stands in it, or `span` itself."""

    surface: str
    label: str = "ORG"
    reviewer: str = "anna"
    verdict: Verdict = Verdict.ACCEPTED
    nth: int = 0
    note: str = ""
    span: Span | None = None
    model: str = ""


def gold(
    text: str,
    *marks: Mark,
    name: str = "report.txt",
    finished_by: Iterable[str] = ("anna",),
    lang: str = "en",
) -> GoldArticle:
    """The article `text` with `marks` on it, in the order that GoldArticle promises."""
    article = Article.of(name, text)
    annotations = [_annotation(article, number, mark) for number, mark in enumerate(marks)]
    annotations.sort(key=lambda one: (one.span, one.label, one.reviewer))
    return GoldArticle(article, lang, tuple(finished_by), tuple(annotations))


def _annotation(article: Article, number: int, mark: Mark) -> Annotation:
    span = mark.span or _found(article.text, mark.surface, mark.nth)
    return Annotation(
        id=f"{article.id}-{number}",
        article_id=article.id,
        span=span,
        surface=span.surface(article.text),
        label=mark.label,
        verdict=mark.verdict,
        origin=Proposal(span, mark.label, mark.model) if mark.model else None,
        reviewer=mark.reviewer,
        created=CREATED,
        decided=DECIDED,
        note=mark.note,
    )


def _found(text: str, surface: str, nth: int) -> Span:
    start = text.index(surface)
    for _ in range(nth):
        start = text.index(surface, start + 1)
    return Span(start, start + len(surface))


TEXTS: Final = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(" \t\n\r\u00a0\u0085\u2028\u200d\u0301\ufeff.,'-$%1b👩🏻🚒אع한"),
    ),
    max_size=60,
)


WHO: Final = st.sampled_from(["anna", "ben", "çelik"])


def _marks(size: int) -> st.SearchStrategy[list[Mark]]:
    """Marks on a text of `size` code points, no two with the same span, label and reviewer."""
    if not size:
        return st.just([])
    spans = st.lists(st.integers(0, size), min_size=2, max_size=2, unique=True).map(lambda ends: Span(*sorted(ends)))
    mark = st.builds(
        Mark,
        st.just(""),
        st.sampled_from(["ORG", "PERSON", "FIGURE"]),
        WHO,
        st.sampled_from(Verdict),
        span=spans,
        model=st.sampled_from(["", "reader 1.0"]),
    )
    return st.lists(mark, max_size=8, unique_by=lambda one: (one.span, one.label, one.reviewer))


@st.composite
def gold_articles(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> GoldArticle:
    """Any text with any spans on it, decided by up to three reviewers."""
    text = draw(texts)
    finished = draw(st.lists(WHO, unique=True, max_size=2))
    return gold(text, *draw(_marks(len(text))), name=f"{draw(st.integers(0, 99))}.txt", finished_by=finished)


@dataclass(slots=True)
class Written:
    """What a format wrote of some articles."""

    data: bytes
    left_out: list[LeftOut] = field(default_factory=list)


def story_of(*articles: GoldArticle, title: str = "A story") -> GoldStory:
    """These articles as one story."""
    return GoldStory("s1", title, articles)


def written(fmt: Format, *articles: GoldArticle) -> Written:
    """One story of `articles` in `fmt`, which writes one file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"gold{fmt.suffix}"
        small = reduced(story_of(*articles), fmt.carries)
        left_out = fmt.write(iter(small.stories), path)
        return Written(path.read_bytes(), [*small.left_out, *left_out])


def read(fmt: Format, data: bytes) -> list[GoldStory]:
    """What `fmt` reads in `data`."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"gold{fmt.suffix}"
        path.write_bytes(data)
        return list(fmt.read(path, How()))


HARD_TEXTS: Final[dict[str, tuple[str, tuple[Mark, ...]]]] = {
    "emoji before": ("💩This is an annotation.", (Mark("annotation"),)),
    "joined emoji": ("👨🏻‍🚒 firemen drive firetrucks", (Mark("firetrucks"), Mark("firemen"))),
    "carriage returns": ("Kyiv\r\nThe Bank of England\r\n\r\nsaid so.\r\n", (Mark("Bank of England"), Mark("Kyiv"))),
    "byte order mark inside": ("\ufeffOslo is in Norway.", (Mark("Norway"),)),
    "no-break space": ("It cost 5\u00a0000\u00a0euros in Paris.", (Mark("Paris"),)),
    "combining mark": ("Ren\u0065\u0301 Magritte met Ann.", (Mark("Rene\u0301 Magritte"), Mark("Ann"))),
    "right to left": ("قالت الأمم المتحدة إن باريس بعيدة", (Mark("الأمم المتحدة"), Mark("باريس"))),
    "end of file": ("They flew to Rome", (Mark("Rome"),)),
    "touching a newline": ("Reuters\nAnn Lee\nspoke.", (Mark("Ann Lee"), Mark("Reuters"))),
    "over a newline": ("She met Ann\nLee there.", (Mark("Ann\nLee"),)),
    "line separators": ("One\u2028Two\u2029Three\u0085Four\x0bFive", (Mark("Three"), Mark("Five"))),
    "nested": ("The Bank of England met.", (Mark("Bank of England"), Mark("England", "GPE"))),
    "overlapping": ("New York Times Square", (Mark("New York Times"), Mark("Times Square", "FAC"))),
    "two labels": ("Washington said no.", (Mark("Washington", "GPE"), Mark("Washington", "ORG"))),
    "two reviewers": ("Ann met Bob.", (Mark("Ann", "PERSON"), Mark("Ann", "PERSON", "ben"))),
    "nothing": ("Nothing is named here.", ()),
    "empty": ("", ()),
    "only white space": (" \n\t ", ()),
}


def hard_articles() -> Iterator[GoldArticle]:
    """The texts on which datasets break, each one article."""
    for name, (text, marks) in HARD_TEXTS.items():
        yield gold(text, *marks, name=name)
