"""Training: spaCy's own commands take what we export, and what comes out reads articles."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotations.choice import ALL, Choice, gold
from annotations.errors import ExportError
from annotations.events import Change, Finished, Judged
from annotations.model import Verdict
from annotations.splits import Splits
from annotations.store import Store
from annotations.training import Terms, has_spans, language_of, train
from corpus.article import Article, Story
from corpus.models import resolve
from corpus.pipeline import load
from corpus.span import Span
from tests.annotations.projects import Sitter

NAMES = ("Ada Stone", "Bo Reed", "Cy Marsh", "Dee Hill", "Fen Lake", "Gus Ford")
TOWNS = ("Lowmere", "Eastholm", "Northwick", "Southend")


def marks(article: Article) -> Iterator[Change]:
    for label, words in (("PERSON", NAMES), ("GPE", TOWNS)):
        for word in words:
            start = article.text.find(word)
            if start >= 0:
                span = Span(start, start + len(word))
                yield Judged(f"{article.id}-{start}", span, word, label, Verdict.ACCEPTED, None)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two dozen short stories, each finished."""
    with closing(Store(tmp_path / "towns.variorum")) as store:
        for number in range(24):
            one, other, town = NAMES[number % 6], NAMES[(number + 1) % 6], TOWNS[number % 4]
            text = f"{one} met {other} in {town} on day {number}.\n\nThe rest of it was short.\n"
            store.add_story(Story(f"story {number}", (Article.of(f"{number}.txt", text),)))
        anna = Sitter(store, "anna", "a")
        for article in store.articles():
            anna.decide(*marks(article), Finished(), article=article)
        yield store


@pytest.mark.slow
def test_spacy_trains_on_the_gold_and_the_desk_reads_with_the_result(store: Store, tmp_path: Path) -> None:
    told: list[str] = []
    done = train(store, Choice(reviewed=True), Splits((80, 20, 0)), Terms("en", 40, told.append), tmp_path / "out")
    lines = "\n".join(told).lower()
    assert "no entities consisting of or starting/ending with whitespace" in lines
    assert "\x1b" not in lines
    assert done.best == tmp_path / "out" / "model-best"
    assert sum(done.spans.values()) == 72
    for complaint in ("misaligned", "whitespace characters", "invalid", "traceback"):
        assert complaint not in lines
    model = resolve(str(done.best))
    reader = load(model, {})
    text = "Ada Stone met Bo Reed in Lowmere on day 3."
    found = {(mention.span.surface(text), mention.label) for mention in reader.read(text, 0, len(text)).mentions()}
    assert ("Ada Stone", "PERSON") in found


def test_too_little_gold_is_one_line_and_makes_nothing(store: Store, tmp_path: Path) -> None:
    for parts, part in ((Splits((1, 0, 0)), "dev"), (Splits((0, 1, 0)), "train")):
        with pytest.raises(ExportError, match=f"nothing to learn from in {part}; finish more articles"):
            train(store, ALL, parts, Terms("en", 1, print), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_command_that_fails_is_one_line_with_its_last_words(store: Store, tmp_path: Path) -> None:
    told: list[str] = []
    with pytest.raises(ExportError, match="spacy init failed: ") as caught:
        train(store, ALL, Splits((80, 20, 0)), Terms("xq", 1, told.append), tmp_path / "out")
    assert "\n" not in str(caught.value)


def test_what_there_is_to_train_on(store: Store) -> None:
    assert has_spans(store, ALL)
    assert not has_spans(store, Choice(since="2099"))
    assert not has_spans(store, Choice(labels=("ORG",)))
    assert language_of(store, ALL) == next(iter(gold(store))).articles[0].lang == "en"
    assert language_of(store, Choice(since="2099")) == "en"
