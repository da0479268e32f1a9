"""Datasets taken into a project: nothing is lost on the way, nothing comes twice, and what does not fit is refused."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from annotations.analyses import save_analysis
from annotations.check import findings
from annotations.choice import ALL, Choice, gold
from annotations.connections import connections
from annotations.dataset_check import check
from annotations.dataset_decisions import KNOWN, NEW, OTHERWISE, moment
from annotations.errors import ReadError
from annotations.event_rows import log_length
from annotations.events import (
    Attributed,
    Change,
    Connected,
    Deleted,
    Finished,
    Judged,
    Noted,
    Parted,
    Rejudged,
    Related,
    Stated,
)
from annotations.export import export
from annotations.formats.base import EVERYTHING, Format, How, Part
from annotations.formats.difference import difference
from annotations.formats.jsonl import JSONL
from annotations.formats.reduced import reduced
from annotations.formats.registry import our_formats, recognised
from annotations.gold import GoldStory, Offer
from annotations.model import About, Proposal, Tie, Verdict
from annotations.relations import relations
from annotations.statements import statements
from annotations.store import Store
from annotations.takeover import take_over
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.article import Article, Metadata, Story
from corpus.label_map import BOILERPLATE
from corpus.span import Span
from tests.annotations.examples import gold as gold_article
from tests.annotations.examples import story_of
from tests.annotations.gold_stories import gold_stories
from tests.annotations.places_format import TERMS, counts
from tests.annotations.projects import TEXT, Sitter, judged

WITH_OFFERS = Choice(offers=True)
FIRST = Article.of("first.txt", TEXT, "Letters", Metadata(source="Post", published="2026-03-01", story="st", lang="en"))
SECOND = Article.of("second.txt", "Babbage answered from Paris 👩🏻‍🚒.\r\n")
PARIS = Span(22, 27)


def exported(store: Store, path: Path, choice: Choice = ALL) -> Path:
    export(lambda: gold(store, choice), JSONL, path)
    return path


def _decide(sitter: Sitter, article: Article, *changes: tuple[int, Change]) -> None:
    """One step of changes, each at its minute."""
    events = sitter.events(*(change for _, change in changes), article=article)
    events = [replace(event, at=f"2026-03-01T09:{at:02}:00Z") for event, (at, _) in zip(events, changes, strict=True)]
    sitter.store.append(events, sitter.layer.take(events))


def full(store: Store) -> None:
    """A project with decisions of every kind, by two reviewers."""
    store.add_story(Story("Letters of Ada", (FIRST, SECOND)))
    anna = Sitter(store, "anna", "a")
    origin = Proposal(Span(0, 3), "ORG", "en_core 3.8")
    _decide(
        anna,
        FIRST,
        (1, judged("Ada Lovelace", identity="a1")),
        (2, replace(judged("Ada", "ORG", identity="a2", verdict=Verdict.REJECTED, origin=origin), via="batch")),
        (3, judged("London", "GPE", identity="a3")),
        (4, judged("Charles Babbage", identity="a4", verdict=Verdict.UNSURE)),
        (5, judged("Nobody", BOILERPLATE, identity="a5")),
        (6, Parted("a1", (Span(0, 3), Span(7, 12)), TEXT[:12])),
        (7, Attributed("a1", "role", "author")),
        (8, Noted("a3", "which one?\n")),
        (9, Rejudged("a3", Verdict.ACCEPTED, "repeat")),
        (10, Stated(About.ARTICLE, None, "", "genre", "report")),
        (11, Stated(About.NAME, Span(41, 47), "London", "id", "Q84")),
        (12, Connected("in", "a1", SECOND.id, "b1")),
        (13, Related(Tie.SAME, Span(22, 37), "Charles Babbage", SECOND.id, Span(0, 7), "Babbage", Verdict.ACCEPTED)),
        (14, Finished()),
    )
    _decide(anna, SECOND, (15, judged("Paris", "GPE", identity="a6", text=SECOND.text)))
    ben = Sitter(store, "ben", "b")
    story = store.rows("SELECT id FROM story")[0][0]
    _decide(
        ben,
        SECOND,
        (1, Judged("b1", PARIS, "Paris", "GPE", Verdict.ACCEPTED, None)),
        (2, Stated(About.STORY, None, "", "events", "one", story)),
        (3, Connected("in", "b1", SECOND.id, "b1")),
    )
    found = [Mention(Span(69, 76), "DATE", 77)]
    save_analysis(store, FIRST.sha256, analysis_of(ModelId("en_core", "3.8"), [], [], found))
    save_analysis(store, SECOND.sha256, analysis_of(ModelId("de_core", "3.8", "de"), [], [], []))


def test_from_project_to_project_not_a_byte_is_lost(new: Callable[[str], Store], tmp_path: Path) -> None:
    one, two = new("one"), new("two")
    full(one)
    first = exported(one, tmp_path / "one.jsonl", WITH_OFFERS)
    done = take_over(two, JSONL, first, TERMS)
    second = exported(two, tmp_path / "two.jsonl", WITH_OFFERS)
    assert second.read_text("utf-8") == first.read_text("utf-8")
    assert (done.added, done.known, done.offers, done.unnamed) == (2, 0, 1, False)
    assert {key for key, _ in counts(done)} == {"annotation", "statement", "tie", "relation", "finished"}
    assert two.annotations() == one.annotations()
    assert [title for title, _ in two.stories()] == [title for title, _ in one.stories()]


def test_articles_of_a_story_with_the_same_text_share_their_proposals(
    new: Callable[[str], Store], tmp_path: Path
) -> None:
    names = {"Ann": Span(0, 3), "Bob": Span(8, 11)}
    ann, bob = (Offer(Proposal(span, "NAME", "m"), 70) for span in names.values())
    copies = [
        replace(gold_article("Ann met Bob.", name=name, lang="de"), offers=offers)
        for name, offers in (("one", (ann,)), ("two", (ann, bob)), ("three", ()))
    ]
    path = tmp_path / "copies.jsonl"
    JSONL.write([replace(story_of(*copies), id="st")], path)
    store = new("project")
    done = take_over(store, JSONL, path, TERMS)
    assert (done.added, done.offers, done.offered) == (3, 2, 1)
    [story] = gold(store, WITH_OFFERS)
    assert [(one.lang, one.offers) for one in story.articles] == [("de", (ann, bob))] * 3
    assert store.rows("SELECT count(*) FROM analysis") == [(1,)]


def test_a_second_time_adds_nothing(new: Callable[[str], Store], tmp_path: Path) -> None:
    one, two = new("one"), new("two")
    full(one)
    path = exported(one, tmp_path / "one.jsonl", WITH_OFFERS)
    took = counts(take_over(two, JSONL, path, TERMS))
    before = log_length(two), two.rows("SELECT count(*) FROM sitting, analysis")
    again = take_over(two, JSONL, path, TERMS)
    assert (again.added, again.known, again.offers, again.offered) == (0, 2, 0, 1)
    assert counts(again) == {(kind, KNOWN): number for (kind, _), number in took.items()}
    assert (log_length(two), two.rows("SELECT count(*) FROM sitting, analysis")) == before
    assert counts(take_over(one, JSONL, path, TERMS)) == counts(again)


def test_each_reviewer_has_one_sitting_and_undoes_an_article_in_one_step(
    new: Callable[[str], Store], tmp_path: Path
) -> None:
    one, two = new("one"), new("two")
    full(one)
    take_over(two, JSONL, exported(one, tmp_path / "one.jsonl"), TERMS)
    rows = two.rows("SELECT reviewer, count(DISTINCT step) FROM event JOIN sitting ON sitting = sitting.id GROUP BY 1")
    assert rows == [("anna", 2), ("ben", 1)]
    assert two.rows("SELECT count(*), min(program) FROM sitting") == [(2, "variorum test")]
    anna = Sitter(two, "anna", "later")
    anna.undo()
    assert {(each.reviewer, each.article_id) for each in two.annotations()} == {("anna", FIRST.id), ("ben", SECOND.id)}
    anna.undo()
    assert {each.reviewer for each in two.annotations()} == {"ben"}
    assert (relations(two), two.finished()) == ([], {})
    assert [each.reviewer for each in statements(two)] == ["ben"]
    assert [each.reviewer for each in connections(two)] == ["ben"]


def test_what_was_undone_can_come_again(new: Callable[[str], Store], tmp_path: Path) -> None:
    one, two = new("one"), new("two")
    full(one)
    path = exported(one, tmp_path / "one.jsonl")
    take_over(two, JSONL, path, TERMS)
    anna = Sitter(two, "anna", "later")
    anna.undo()
    assert counts(take_over(two, JSONL, path, TERMS))["annotation", NEW] == 1
    anna.reload()
    assert len(two.annotations()) == len(one.annotations())


def test_another_verdict_of_the_project_stays(new: Callable[[str], Store], tmp_path: Path) -> None:
    one, two = new("one"), new("two")
    full(one)
    two.add_story(Story("Letters of Ada", (FIRST, SECOND)))
    sitter = Sitter(two, "anna", "x")
    sitter.mark("London", "GPE", identity="mine", verdict=Verdict.UNSURE)
    sitter.decide(Stated(About.ARTICLE, None, "", "genre", "opinion"))
    done = take_over(two, JSONL, exported(one, tmp_path / "one.jsonl"), TERMS)
    assert (done.added, done.known) == (0, 2)
    assert done.tally["anna", "annotation", OTHERWISE] == 1
    assert done.tally["anna", "statement", OTHERWISE] == 1
    london = next(each for each in two.annotations(FIRST.id) if each.surface == "London")
    assert (london.id, london.verdict, london.note) == ("mine", Verdict.UNSURE, "")
    assert {each.value for each in statements(two) if each.field == "genre"} == {"opinion"}


def test_texts_are_matched_by_what_they_say_and_relations_find_their_ends(
    new: Callable[[str], Store], tmp_path: Path
) -> None:
    one, two = new("one"), new("two")
    full(one)
    renamed = Article.of("other.txt", FIRST.text)
    two.add_story(Story("Mine", (renamed,)))
    sitter = Sitter(two, "zoe", "z")
    sitter.decide(judged("Nobody", identity="a1"), article=renamed)  # an id that is taken
    done = take_over(two, JSONL, exported(one, tmp_path / "one.jsonl"), TERMS)
    assert (done.added, done.known) == (1, 1)
    assert two.article(FIRST.id) is None
    ada = next(each for each in two.annotations(renamed.id) if each.surface == "Ada Lovelace")
    assert ada.id not in {"a1", ""}
    [relation] = connections(two, [renamed.id])
    assert (relation.source, relation.other_id, relation.target) == (ada.id, SECOND.id, "b1")
    assert [(each.article_id, each.other_id) for each in relations(two)] == [(renamed.id, SECOND.id)]
    ids = dict(two.rows("SELECT article, story FROM story_article"))
    assert ids[renamed.id] != ids[SECOND.id]  # what lay somewhere already stays there


def test_relations_from_story_to_story(new: Callable[[str], Store], tmp_path: Path) -> None:
    one, two = new("one"), new("two")
    one.add_story(Story("A", (FIRST,)))
    one.add_story(Story("B", (SECOND,)))
    anna = Sitter(one, "anna", "a")
    anna.decide(judged("London", "GPE", identity="a1"), Connected("before", "a1", SECOND.id, "a2"))
    anna.decide(judged("Paris", "GPE", identity="a2", text=SECOND.text), article=SECOND)
    path = exported(one, tmp_path / "one.jsonl")
    done = take_over(two, JSONL, path, TERMS)
    assert (done.lost, counts(done)["relation", NEW]) == (0, 1)
    assert exported(two, tmp_path / "two.jsonl").read_bytes() == path.read_bytes()
    assert counts(take_over(two, JSONL, path, TERMS))["relation", KNOWN] == 1


@pytest.mark.parametrize("fmt", our_formats(), ids=lambda fmt: fmt.name)
def test_every_format_comes_in_once(fmt: Format, new: Callable[[str], Store], tmp_path: Path) -> None:
    one, two = new("one"), new("two")
    full(one)
    path = tmp_path / f"gold{fmt.suffix}"
    export(lambda: gold(one, WITH_OFFERS), fmt, path)
    assert type(recognised(path)) is type(fmt)
    done = take_over(two, fmt, path, TERMS)
    assert done.added == 2
    assert counts(done)["annotation", NEW] > 1
    before = log_length(two)
    again = take_over(two, fmt, path, TERMS)
    assert (again.added, again.offers, log_length(two)) == (0, 0, before)


def _with_boilerplate(story: GoldStory) -> GoldStory:
    articles = (
        replace(one, boilerplate=tuple(replace(each, label=BOILERPLATE) for each in one.boilerplate))
        for one in story.articles
    )
    return replace(story, articles=tuple(articles))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(stories=st.tuples(gold_stories("s1"), gold_stories("s2")))
def test_any_decisions_come_in_as_they_were(stories: tuple[GoldStory, ...]) -> None:
    stories = tuple(map(_with_boilerplate, stories))
    hashes = [one.article.sha256 for story in stories for one in story.articles]
    assume(len(set(hashes)) == len(hashes))
    carries = EVERYTHING - {Part.CLUSTERS, Part.OFFERS}  # which follow from other things in a project
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gold.jsonl"
        export(lambda: iter(stories), JSONL, path)
        with closing(Store(Path(folder) / "p.variorum")) as store:
            take_over(store, JSONL, path, TERMS)
            for story, found in zip(stories, gold(store), strict=True):
                [wanted], [got] = reduced(story, carries).stories, reduced(found, carries).stories
                assert difference(wanted, got) == ""
            take_over(store, JSONL, path, TERMS)
            assert list(findings(store)) == []


@pytest.mark.parametrize(
    ("old", "new_text", "message"),
    [
        ('"parts": [{"start": 0, "end": 3}', '"parts": [{"start": 1, "end": 3}', "the pieces of 'Ada Lovelace'"),
        ('"text": "London", "story"', '"text": "Berlin", "story"', "'Berlin' is said to stand at 41 to 47"),
        ('"text": "Babbage"}', '"text": "Cabbage"}', "'Cabbage' is said to stand at 0 to 7"),
        ('"end": 3, "label": "ORG"}', '"end": 99, "label": "ORG"}', "0 to 99 reaches beyond the text"),
    ],
)
def test_every_place_is_compared_with_its_text(
    new: Callable[[str], Store], tmp_path: Path, old: str, new_text: str, message: str
) -> None:
    one = new("one")
    full(one)
    path = exported(one, tmp_path / "one.jsonl")
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new_text, 1), "utf-8", newline="\n")
    with pytest.raises(ReadError, match=message):
        check(JSONL, path, How())


def test_a_dry_run_says_the_same_and_writes_nothing(new: Callable[[str], Store], tmp_path: Path) -> None:
    one, two = new("one"), new("two")
    full(one)
    path = exported(one, tmp_path / "one.jsonl", WITH_OFFERS)
    foretold = take_over(two, JSONL, path, replace(TERMS, dry=True))
    tables = ("article", "story", "event", "sitting", "reviewer", "analysis")
    assert [two.rows(f"SELECT count(*) FROM {name}") for name in tables] == [[(0,)]] * len(tables)
    assert foretold == take_over(two, JSONL, path, TERMS)
    assert take_over(two, JSONL, path, replace(TERMS, dry=True)) == take_over(two, JSONL, path, TERMS)


def test_what_another_window_decides_meanwhile_is_not_lost(
    new: Callable[[str], Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = new("one"), new("two")
    full(one)
    path = exported(one, tmp_path / "one.jsonl")
    two.add_story(Story("Letters of Ada", (FIRST, SECOND)))
    other = Sitter(Store(two.path), "anna", "other")
    append, waiting = Store.append, [True]

    def slow(self: Store, *given: Any, **more: Any) -> None:
        if self is two and waiting.pop():
            waiting.append(False)
            other.mark("London", "GPE", identity="hers", verdict=Verdict.UNSURE)
        elif self is two:
            waiting.append(False)
        append(self, *given, **more)

    monkeypatch.setattr(Store, "append", slow)
    done = take_over(two, JSONL, path, TERMS)
    other.store.close()
    assert done.tally["anna", "annotation", OTHERWISE] == 1
    assert done.tally["ben", "annotation", NEW] == 1
    assert next(each for each in two.annotations() if each.surface == "London").id == "hers"


def test_a_deleted_annotation_gives_its_id_to_nobody_else(new: Callable[[str], Store], tmp_path: Path) -> None:
    one, two = new("one"), new("two")
    full(one)
    two.add_story(Story("Letters of Ada", (FIRST, SECOND)))
    ben = Sitter(two, "ben", "b")
    ben.decide(judged("Nobody", identity="a1"))
    ben.decide(Deleted("a1"))
    take_over(two, JSONL, exported(one, tmp_path / "one.jsonl"), TERMS)
    ben.reload()
    ben.store.seen = two.rows("SELECT max(seq) FROM event")[0][0]
    ben.undo()
    ben.undo()
    assert len({each.id for each in two.annotations()}) == len(two.annotations())


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("2026-03-01T09:30:00.125Z", "2026-03-01T09:30:00.125Z"),
        ("2026-03-01T09:30:00+02:00", "2026-03-01T07:30:00Z"),
        ("2026-03-01T09:30:00", "2026-03-01T09:30:00Z"),
        ("2026-03-01", "2026-03-01T00:00:00Z"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_times_are_moments_in_utc(said: str, at: str) -> None:
    assert moment(said) == at
