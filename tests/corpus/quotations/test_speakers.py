import pytest
from hypothesis import given

from corpus.analysis import Mention
from corpus.quotations.find import quotations
from corpus.quotations.speakers import resolve
from corpus.segment import sentences
from tests.corpus.quotations.test_find import mentions
from tests.corpus.texts import reports


def named(text: str) -> list[str | None]:
    known = mentions(text)
    found = quotations(text, sentences(text, 0, len(text)), known)
    return [None if index is None else known[index].span.surface(text) for index in resolve(text, found, known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” said Ada Brandt.", ["Ada Brandt"]),
        ("Ada Brandt met Ole Lund on the quay. “We go,” she said.", ["Ada Brandt"]),
        ("Mr Ole Lund greeted Mrs Ada Brandt. “We go,” she said. ", ["Ada Brandt"]),
        ("Ole Lund, who came with his wife, was tired. “We go,” he said.", ["Ole Lund"]),
        ("Ole Lund’s boat sank. Mira Costa saw it. “We go,” she said.", ["Mira Costa"]),
        ("Ole Lund, the harbour master, was tired. “We go,” the harbour master said.", ["Ole Lund"]),
        ("Nordbank is in trouble. “We go,” it said.", ["Nordbank"]),
        ("Nordbank is in trouble. The company said it was “late”.", ["Nordbank"]),
        ("“We go,” said a nurse from Astoria.", [None]),
        ("“We go,” Astoria residents said.", [None]),
        ("“We go,” said Lund’s brother.", [None]),
        ("“We go,” said a spokesman for Ada Brandt.", [None]),
        ("“Ada Brandt is here.” “We go,” he said.", [None, None]),
        ("It was “late”.", [None]),
    ],
)
def test_the_mention_that_a_speaker_is(text: str, expected: list[str | None]) -> None:
    assert named(text) == expected


def test_a_name_that_was_no_mention_is_known_by_its_last_word() -> None:
    text = "Ada Brandt left. “We go,” said Brandt."
    found = quotations(text, sentences(text, 0, len(text)), mentions(text))
    (first, _) = mentions(text)
    assert resolve(text, found, [first]) == [0]


def test_a_pronoun_without_a_person_is_nobody() -> None:
    text = "“We go,” she said."
    found = quotations(text, [], [])
    assert resolve(text, found, []) == [None]


@given(reports)
def test_any_text_gives_one_index_or_none_for_each(text: str) -> None:
    known: list[Mention] = mentions(text)
    found = quotations(text, sentences(text, 0, len(text)), known)
    indices = resolve(text, found, known)
    assert len(indices) == len(found)
    assert all(index is None or 0 <= index < len(known) for index in indices)
