"""Searching a project: which articles answer, and where in them."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest

from annotations.analyses import save_analysis
from annotations.query import QueryError
from annotations.search import looked_through, search
from annotations.store import Store
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.article import Article, Metadata
from corpus.span import Span
from tests.annotations.libraries import filled, taken
from tests.annotations.projects import Sitter, judged

TEXTS = {
    "flood": "The Café by the river flooded.\nMay Vorn said 70 people left; 1,700 stayed. It may rain.",
    "fire": "Seventy workers left the mill. The coast-guard came; seventy-five trucks too.",
    "other": "Nothing happened in Dunmere.",
}


def span_of(name: str, words: str) -> Span:
    at = TEXTS[name].index(words)
    return Span(at, at + len(words))


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store]:
    found = [
        Article.of(name, text, f"About the {name}", Metadata(f"{name} Gazette", f"2026-0{number}-05", "given"))
        for number, (name, text) in enumerate(TEXTS.items(), 1)
    ]
    with closing(filled(tmp_path / "corpus.variorum", found)) as store:
        yield store


def found(store: Store, typed: str) -> dict[str, list[str]]:
    """The articles that answer, with the first words that do and how often there are such."""
    return {one.article.name: [one.surface, str(one.count)] if one.span else [] for one in search(store, typed)}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("cafe", {"flood": ["Café", "1"]}),
        ("left", {"flood": ["left", "1"], "fire": ["left", "1"]}),
        ("left -river", {"fire": ["left", "1"]}),
        ('"coast guard"', {"fire": ["coast-guard", "1"]}),
        ("flood*", {"flood": ["flooded", "1"]}),
        ("flood", {"flood": []}),
        ("title:about nothing", {"other": ["Nothing", "1"]}),
        ("figure:70", {"flood": ["70", "1"], "fire": ["Seventy", "1"]}),
        ("figure:75", {"fire": ["seventy-five", "1"]}),
        ("figure:1700", {"flood": ["1,700", "1"]}),
        ("figure:700", {}),
        ("name:May", {"flood": ["May", "1"]}),
        ("name:river", {}),
        ("source:FLOOD", {"flood": []}),
        ("source:flóod", {"flood": []}),
        ("left -source:FLOOD", {"fire": ["left", "1"]}),
        ("source:gazette -source:fl -source:other", {"fire": []}),
        ("left -title:fire", {"flood": ["left", "1"]}),
        ("left date:2026-01", {"flood": ["left", "1"]}),
        ("date:2026-02..", {"fire": [], "other": []}),
        ("date:..2026-02", {"flood": [], "fire": []}),
        ("left /[Ss]eventy[- ]/", {"fire": ["Seventy ", "2"]}),
        ("/D.nmere/", {"other": ["Dunmere", "1"]}),
        ("left /nothing like it/", {}),
        ("zebra", {}),
    ],
)
def test_what_answers_is_found_with_its_place(store: Store, typed: str, expected: dict[str, list[str]]) -> None:
    assert found(store, typed) == expected


def test_a_result_says_where_it_is_and_what_stands_around_it(store: Store) -> None:
    (one,) = search(store, "river")
    assert one.span == span_of("flood", "river")
    assert (one.before, one.surface, one.after) == ("The Café by the ", "river", " flooded.")
    assert one.story == store.rows("SELECT story FROM story_article WHERE article = ?", [one.article.id])[0][0]


def test_a_name_in_an_article_that_was_read_is_what_was_marked(store: Store) -> None:
    article = next(one for one in store.articles() if one.name == "flood")
    mention = Mention(span_of("flood", "Vorn"), "PERSON")
    number = Mention(span_of("flood", "70"), "CARDINAL")
    save_analysis(store, article.sha256, analysis_of(ModelId("m", "1"), [], [], [mention, number]))
    assert found(store, "name:May") == {}
    assert found(store, "name:vorn") == {"flood": ["Vorn", "1"]}
    assert found(store, "name:70") == {}


def test_a_label_is_one_that_was_given_or_proposed(store: Store) -> None:
    article = next(one for one in store.articles() if one.name == "fire")
    other = next(one for one in store.articles() if one.name == "other")
    save_analysis(
        store, other.sha256, analysis_of(ModelId("m", "1"), [], [], [Mention(span_of("other", "Dunmere"), "GPE")])
    )
    Sitter(store).decide(judged("mill", "FAC", text=article.text), article=article)
    assert found(store, "label:FAC") == {"fire": ["mill", "1"]}
    assert found(store, "label:GPE") == {"other": ["Dunmere", "1"]}
    assert found(store, "label:FAC trucks") == {"fire": ["mill", "1"]}
    assert found(store, "label:LAW") == {}


@pytest.mark.parametrize("typed", ["", "-flood", "-source:flood", "-title:flood", "date:x left"])
def test_what_cannot_be_searched_is_told(store: Store, typed: str) -> None:
    with pytest.raises(QueryError) as told:
        list(search(store, typed))
    assert "\n" not in str(told.value)


def test_a_pattern_that_never_ends_is_given_up(store: Store) -> None:
    taken(store, Article.of("a", "a" * 60 + "!"), key="later")
    with pytest.raises(QueryError, match="takes too long"):
        list(search(store, "/(a|aa)+$/"))


def test_an_older_version_is_not_found(store: Store) -> None:
    article = next(one for one in store.articles() if one.name == "other")
    taken(store, Article.of("other", "It burned in Dunmere.", "", article.metadata), key="later")
    assert found(store, "dunmere") == {"other": ["Dunmere", "1"]}
    assert found(store, "happened") == {}


@pytest.mark.parametrize("typed", ["source:österreich", "source:ÖSTERREICH", "source:osterreich"])
def test_a_source_is_found_whatever_its_case(store: Store, typed: str) -> None:
    taken(store, Article.of("alps", "Snow.", "", Metadata("Österreich heute", "2026-01-05", "given")), key="later")
    assert found(store, typed) == {"alps": []}


def test_looking_through_stops_at_every_article(store: Store) -> None:
    assert [one is None for one in looked_through(store, "date:2026 /Dunmere/")] == [False, True, True]
