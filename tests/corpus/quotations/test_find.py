import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis import Mention
from corpus.quotations.find import quotations
from corpus.segment import sentences
from corpus.span import Span
from tests.corpus.texts import reports

PEOPLE = ("Ada Brandt", "Brandt", "Ole Lund", "Lund", "Mira Costa", "Costa")
NAMES = {**dict.fromkeys(PEOPLE, "PERSON"), "Nordbank": "ORG", "Kestrel": "ORG", "Astoria": "GPE", "Monday": "DATE"}


def mentions(text: str) -> list[Mention]:
    found: list[Mention] = []
    for name in sorted(NAMES, key=len, reverse=True):
        at = text.find(name)
        while at >= 0:
            span = Span(at, at + len(name))
            if not any(span.overlaps(other.span) for other in found):
                found.append(Mention(span, NAMES[name]))
            at = text.find(name, at + 1)
    return sorted(found, key=lambda mention: mention.span)


def speakers(text: str) -> list[str | None]:
    found = quotations(text, sentences(text, 0, len(text)), mentions(text))
    return [each.speaker.surface(text) if each.speaker else None for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” said Ada Brandt.", ["Ada Brandt"]),
        ("“We go,” Ada Brandt said.", ["Ada Brandt"]),
        ("“We go!” shouted Lund.", ["Lund"]),
        ("“We go,” the harbour master, Ada Brandt, told reporters.", ["Ada Brandt"]),
        ("“We go,” said the harbour master, Ada Brandt, from the quay.", ["Ada Brandt"]),
        ("“We go,” said Ada Brandt, the harbour master.", ["Ada Brandt"]),
        ("“We go,” Ada Brandt, who has run the port for years, said on Monday.", ["Ada Brandt"]),
        ("“We go,” said Astoria police chief Ada Brandt.", ["Ada Brandt"]),
        ("“We go,” said Capt. Ada Brandt.", ["Ada Brandt"]),
        ("“We go,” Capt. Ada Brandt said.", ["Ada Brandt"]),
        ("“We go,” according to Ada Brandt.", ["Ada Brandt"]),
        ("“We go,” she said.", ["she"]),
        ("“We go,” said Lund’s brother.", ["Lund’s brother"]),
        ("“We go,” said a nurse who saw Ada Brandt.", ["a nurse"]),
        ("“We go,” a spokesman for Nordbank said.", ["a spokesman for Nordbank"]),
        ("“We go,” Ada Brandt of Nordbank said.", ["Ada Brandt"]),
    ],
)
def test_a_speaker_behind_the_marks(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Brandt said: “We go.”", ["Ada Brandt"]),
        ("In a statement, Ada Brandt said, “We go.”", ["Ada Brandt"]),
        ("On Monday, Ada Brandt, the harbour master, told reporters that it was “not over”.", ["Ada Brandt"]),
        ("When asked about Ole Lund, Ada Brandt said it was “not over”.", ["Ada Brandt"]),
        ("According to Nordbank, it is “not over”.", ["Nordbank"]),
        ("Nordbank called the plan “a joke”.", ["Nordbank"]),
        ("The plan, branded “a joke” by Nordbank, is dead.", ["Nordbank"]),
        ("The plan was described by Nordbank as “a joke”.", ["Nordbank"]),
        ("He left Astoria and said it was “not over”.", ["He"]),
        ("Ada Brandt: “We go.”", ["Ada Brandt"]),
        ("Caller: “We go.”", ["Caller"]),
        ("Ada Brandt gave no answer but said that it was “not over”.", ["Ada Brandt"]),
        ("Nordbank said Kestrel claimed that it was “not over”.", ["Kestrel"]),
        ("Nordbank promised that Kestrel would “never pay”.", ["Nordbank"]),
    ],
)
def test_a_speaker_before_the_marks(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” said Lund. “It is late. We are tired.”", ["Lund", "Lund"]),
        ("“We go,” Lund said on Monday, adding that it was “late”.", ["Lund", "Lund"]),
        ("Lund said it was “late” and “cold”.", ["Lund", "Lund"]),
        ("“We go,” said Lund.\n\n“It is late.”", ["Lund", "Lund"]),
        ("Lund said: “We go.\n\n“It is late.”", ["Lund", "Lund"]),
        ("“It is late.” “We go,” said Lund.", ["Lund", "Lund"]),
        ("“It is late.” Lund said it twice. Costa said: “We stay.”", [None, "Costa"]),
        ("“We go,” said Lund. Then Costa called it “late”.", ["Lund", "Costa"]),
        ("Lund was tired. “It is late.”", ["Lund"]),
        ("It was “late” when they left the doors of the bank, Costa said.", ["Costa"]),
    ],
)
def test_speakers_go_on(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize("text", ["The so-called “miracle” ended.", "The lamps of the “old town” went out at nine."])
def test_words_that_nobody_says_have_no_speaker(text: str) -> None:
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry «Saint Bridget» sank.",
        "He read “The Long Night” on deck.",
        "Ole “Duke” Lund was there.",
        "He works for «Kestrel» now.",
    ],
)
def test_names_and_titles_are_no_quotations(text: str) -> None:
    assert speakers(text) == []


def test_a_quotation_says_how_its_speaker_was_found() -> None:
    text = "“We go,” said Lund. “It is late.”"
    first, second = quotations(text, sentences(text, 0, len(text)), mentions(text))
    assert first.reason == "followed by “said”"
    assert second.reason == "“said” before it"


def test_it_does_without_sentences_and_mentions() -> None:
    (found,) = quotations("“We go,” said Ada Brandt.", [], [])
    assert found.speaker == Span(14, 24)


@given(reports, st.booleans())
def test_any_text_gives_spans_of_the_text(text: str, cut: bool) -> None:  # noqa: FBT001 (drawn, not written)
    parts = sentences(text, 0, len(text)) if cut else []
    for each in quotations(text, parts, mentions(text)):
        assert each.span.surface(text).strip() == each.span.surface(text) != ""
        if each.speaker:
            assert each.speaker.surface(text).strip() == each.speaker.surface(text) != ""
            assert not each.speaker.overlaps(each.span)


@pytest.mark.parametrize("piece", ['"a," said b. ', "“a ", "‘a’ said Lund, ", "said, "])
def test_a_long_line_is_read(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert all(each.span.end <= len(text) for each in quotations(text, [Span(0, len(text) - 1)], []))
