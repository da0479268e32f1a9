"""Merging and splitting names: which ties say so, in which direction, and what is taken back with them."""

from collections.abc import Sequence

import pytest

from annotations.article_state import ArticleState
from annotations.decide import End, RefusedError
from annotations.events import Change, Event, Related, Step, Unrelated
from annotations.model import Tie, Verdict
from annotations.name_ties import merged, split, taken_back
from corpus.span import Span
from tests.annotations.projects import AT

TEXTS = {"one": "Ada Lee met HG. HG ran.", "two": "Lee saw HG and Bob."}


class Book:
    """What was decided in two articles; places are written as `one:HG`, `one:2:HG` for the second time."""

    def __init__(self) -> None:
        self.states = {name: ArticleState() for name in TEXTS}
        self.steps = 0

    def ends(self, written: str) -> list[End]:
        return [self.end(one) for one in written.split()]

    def end(self, written: str) -> End:
        article, *count, words = written.split(":")
        words, at = words.replace("_", " "), -1
        for _ in range(int(count[0]) if count else 1):
            at = TEXTS[article].index(words, at + 1)
        return End(article, TEXTS[article], Span(at, at + len(words)), self.states[article])

    def do(self, changes: Sequence[tuple[str, Change]]) -> list[str]:
        for article, change in changes:
            self.steps += 1
            self.states[article].apply(Event(Step("s", self.steps), AT, "anna", article, change))
        return self.said()

    def said(self) -> list[str]:
        found = [one for state in self.states.values() for one in state.relations.values()]
        return sorted(
            f"{one.article_id}:{one.span.start}:{one.surface} {one.verdict}"
            f" {one.other_id}:{one.other_span.start}:{one.other_surface}"
            for one in found
        )


def test_a_merge_is_one_tie_from_the_name_that_stays() -> None:
    book = Book()
    changes = merged(book.ends("one:Ada_Lee"), book.ends("two:Lee two:Bob"))
    assert [type(change) for _, change in changes] == [Related]
    assert book.do(changes) == ["one:0:Ada Lee accepted two:0:Lee"]


def test_a_merge_takes_back_whatever_held_the_names_apart() -> None:
    book = Book()
    lee, hg = book.ends("one:Ada_Lee two:Lee"), book.ends("one:HG one:2:HG two:HG")
    book.do(split(lee, hg))
    assert "one:0:Ada Lee rejected two:8:HG" in book.said()
    changes = merged(lee, hg)
    assert {type(change) for _, change in changes} == {Related, Unrelated}
    assert book.do(changes) == ["one:0:Ada Lee accepted one:12:HG", "one:12:HG accepted two:8:HG"]


def test_a_merge_the_other_way_round_has_the_other_name() -> None:
    book = Book()
    book.do(merged(book.ends("one:Ada_Lee"), book.ends("two:Bob")))
    assert book.do(merged(book.ends("two:Bob"), book.ends("one:Ada_Lee"))) == ["two:15:Bob accepted one:0:Ada Lee"]


def test_a_split_rejects_in_each_article_and_keeps_what_leaves_together() -> None:
    book = Book()
    said = book.do(split(book.ends("one:Ada_Lee two:Lee"), book.ends("one:HG one:2:HG two:HG")))
    assert said == [
        "one:0:Ada Lee rejected one:12:HG",
        "one:0:Ada Lee rejected two:8:HG",
        "one:12:HG accepted two:8:HG",
    ]


def test_a_split_takes_back_what_had_tied_them_together() -> None:
    book = Book()
    book.do(merged(book.ends("two:Lee"), book.ends("one:2:HG")))
    said = book.do(split(book.ends("one:Ada_Lee two:Lee"), book.ends("one:HG one:2:HG")))
    assert said == ["one:0:Ada Lee rejected one:12:HG"]


def test_what_was_decided_is_taken_back_in_either_direction() -> None:
    book = Book()
    book.do(merged(book.ends("two:Bob"), book.ends("one:HG")))
    assert book.do(taken_back(book.ends("one:HG"), book.ends("two:Bob"))) == []
    with pytest.raises(RefusedError, match="nothing was decided"):
        taken_back(book.ends("one:HG"), book.ends("two:Bob"))


def test_what_makes_no_sense_is_refused() -> None:
    book = Book()
    with pytest.raises(RefusedError, match="one and the same"):
        merged(book.ends("one:HG"), book.ends("one:HG two:HG"))
    with pytest.raises(RefusedError, match="nothing would be left"):
        split([], book.ends("one:HG"))
    book.do(split(book.ends("one:Ada_Lee"), book.ends("one:HG")))
    with pytest.raises(RefusedError, match="said already"):
        split(book.ends("one:Ada_Lee"), book.ends("one:HG"))
    assert all(one.verdict is Verdict.REJECTED and one.tie is Tie.SAME for one in book.states["one"].relations.values())
