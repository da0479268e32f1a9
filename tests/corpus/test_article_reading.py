"""One article read by rules alone: its parts, figures in place of the model's, facts with the last part."""

from collections.abc import Sequence

import pytest

from corpus.analysis import Analysis, Mention, ModelId, analysis_of, joined
from corpus.article_reading import read_article
from corpus.claims.parse import Parse
from corpus.facts import Facts
from corpus.models import resolve
from corpus.pipeline import load
from corpus.segment import sentences
from corpus.span import Span

TEXT = 'Mayor Ada Vorn said 12 people died in Dunmere. "We lost 12 of ours," she said.\n'


class Given:
    """A reader that finds what it was given, wherever it stands."""

    model = ModelId("given", "1")
    by_rules = False

    def __init__(self, *found: tuple[str, str]) -> None:
        self.found = found
        self.labels = frozenset(label for _, label in found)

    def read(self, text: str, start: int, end: int) -> Analysis:
        mentions = []
        for words, label in self.found:
            at = text.find(words, start, end)
            while at >= 0:
                mentions.append(Mention(Span(at, at + len(words)), label))
                at = text.find(words, at + 1, end)
        return analysis_of(self.model, [], sentences(text, start, end), mentions)

    def parse(self, text: str, sentences: Sequence[Span]) -> list[Parse]:
        del text, sentences
        return []


def surfaces(text: str, analysis: Analysis) -> list[tuple[str, str]]:
    return [(mention.span.surface(text), mention.label) for mention in analysis.mentions()]


def test_figures_are_ours_and_names_are_the_readers() -> None:
    reader = Given(("Ada Vorn", "PERSON"), ("12 people", "CARDINAL"), ("Dunmere", "GPE"))
    ((number, count, analysis),) = read_article(reader, TEXT, {})
    assert (number, count) == (0, 1)
    assert surfaces(TEXT, analysis) == [
        ("Ada Vorn", "PERSON"),
        ("12", "CARDINAL"),
        ("Dunmere", "GPE"),
        ("12", "CARDINAL"),
    ]
    facts = Facts.from_bytes(analysis.facts)
    assert [figure.span.surface(TEXT) for figure in facts.figures] == ["12", "12"]
    assert len(facts.claims) == 2
    assert [one.span.surface(TEXT) for one in facts.quotations] == ["We lost 12 of ours,"]


@pytest.mark.parametrize(("name", "left"), [("Flight 12", ["Flight 12"]), ("12", ["12"])])
def test_of_a_name_and_a_figure_the_longer_one_stays(name: str, left: list[str]) -> None:
    text = "They boarded Flight 12 yesterday."
    (*_, analysis) = (one for _, _, one in read_article(Given((name, "PRODUCT")), text, {}))
    found = [surface for surface, _ in surfaces(text, analysis) if surface != "yesterday"]
    assert found == left


def test_a_label_map_renames_figures_too_and_may_drop_them() -> None:
    (*_, analysis) = (one for _, _, one in read_article(Given(), TEXT, {"CARDINAL": "NUM"}))
    assert {label for _, label in surfaces(TEXT, analysis)} == {"NUM"}
    (*_, analysis) = (one for _, _, one in read_article(Given(), TEXT, {"CARDINAL": ""}))
    assert surfaces(TEXT, analysis) == []


def test_a_long_text_comes_in_parts_and_the_last_has_the_facts_of_all() -> None:
    text = TEXT * 800
    read = [analysis for _, _, analysis in read_article(Given(), text, {})]
    assert len(read) > 1
    assert not any(part.facts for part in read[:-1])
    whole = joined(read)
    assert len(Facts.from_bytes(whole.facts).figures) == 1600
    assert whole.mention_count == 1600


def test_nothing_is_read_in_an_empty_text() -> None:
    ((_, _, analysis),) = read_article(Given(), "", {})
    assert Facts.from_bytes(analysis.facts) == Facts()


def test_a_pipeline_without_a_parser_reads_as_well() -> None:
    reader = load(resolve("blank:en"), {})
    (*_, analysis) = (one for _, _, one in read_article(reader, TEXT, {}))
    assert ("12", "CARDINAL") in surfaces(TEXT, analysis)
