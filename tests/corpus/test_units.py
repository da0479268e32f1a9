import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.analysis import ModelId, analysis_of
from corpus.segment import sentences, tokens
from corpus.span import Span
from corpus.units import Units
from tests.corpus.texts import reports

Step = Callable[[int], Span | None]


def read(text: str, until: int) -> Units:
    """Units over an analysis that has come as far as the line in which `until` lies."""
    end = text.find("\n", until) + 1 or len(text)
    return Units(text, analysis_of(ModelId("m", "1"), tokens(text, 0, end), sentences(text, 0, end), []))


def walk(step: Step, start: int, *, forwards: bool) -> list[Span]:
    found = []
    span = step(start)
    while span is not None:
        found.append(span)
        span = step(span.end if forwards else span.start)
    return found


def kinds(units: Units) -> list[tuple[Step, Step, Step]]:
    return [
        (units.token_at, units.next_token, units.previous_token),
        (units.sentence_at, units.next_sentence, units.previous_sentence),
        (units.paragraph_at, units.next_paragraph, units.previous_paragraph),
    ]


def paragraphs(text: str) -> list[Span]:
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            low = start + len(line) - len(line.lstrip())
            found.append(Span(low, low + len(line.strip())))
        start += len(line) + 1
    return found


@given(reports, st.integers(0, 100) | st.none())
@example("J.\nMr. ", None)
def test_steps_visit_every_unit_both_ways(text: str, until: int | None) -> None:
    units = Units(text) if until is None else read(text, until)
    every = [tokens(text, 0, len(text)), sentences(text, 0, len(text)), paragraphs(text)]
    for (_, following, previous), expected in zip(kinds(units), every, strict=True):
        assert walk(following, 0, forwards=True) == expected
        assert walk(previous, len(text), forwards=False) == expected[::-1]


@given(reports, st.integers(0, 100) | st.none())
def test_places_agree_with_the_list_of_all_units(text: str, until: int | None) -> None:
    units = Units(text) if until is None else read(text, until)
    every = [tokens(text, 0, len(text)), sentences(text, 0, len(text)), paragraphs(text)]
    for (at, following, previous), expected in zip(kinds(units), every, strict=True):
        for offset in range(-1, len(text) + 2):
            assert at(offset) == next((span for span in expected if span.start <= offset < span.end), None)
            assert following(offset) == next((span for span in expected if span.start >= offset), None)
            assert previous(offset) == next((span for span in reversed(expected) if span.end <= offset), None)


@pytest.mark.parametrize("line", ["word, " * 3000, "x" * 9000, "One. Two. " * 1000], ids=["words", "none", "sentences"])
def test_a_line_longer_than_a_window_is_walked_through_without_gap(line: str) -> None:
    units = Units(f"Before\n{line}\n\nAfter")
    for _, following, previous in kinds(units)[:2]:
        ahead = walk(following, 0, forwards=True)
        assert ahead == walk(previous, len(units.text), forwards=False)[::-1]
        assert "".join(span.surface(units.text) for span in ahead).replace(" ", "") == "".join(units.text.split())


def test_what_a_model_read_goes_before_the_rules() -> None:
    units = Units("a b c", analysis_of(ModelId("m", "1"), [Span(0, 3)], [Span(0, 3)], []))
    assert units.token_at(1) == Span(0, 3)
    assert units.next_token(1) == Span(4, 5)
    assert units.previous_sentence(5) == Span(4, 5)


def test_a_desert_of_blank_lines_is_crossed() -> None:
    units = Units("a" + "\n" * 300_000 + "b")
    assert units.next_token(1) == units.next_paragraph(1) == Span(300_001, 300_002)
    assert units.previous_token(300_001) == units.previous_paragraph(300_001) == Span(0, 1)


def test_nothing_heavy_is_imported_on_the_way_to_the_first_screen(root: Path) -> None:
    script = (
        "import sys, corpus.units, corpus.models, corpus.names, corpus.reading, corpus.graphemes, corpus.sources\n"
        "corpus.models.resolve(None)\n"
        "heavy = {'spacy', 'numpy', 'regex', 'importlib.metadata', 'asyncio'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
