import pytest
from hypothesis import given

from corpus.quotations.marks import quoted
from tests.corpus.texts import reports


def said(text: str) -> list[str]:
    return [each.span.surface(text) for each in quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We left at dawn,” she said. “It was cold.”", ["We left at dawn,", "It was cold."]),
        ('"We left at dawn," she said.', ["We left at dawn,"]),
        ("«We left at dawn», told she.", ["We left at dawn"]),
        ("« We left at dawn », told she.", ["We left at dawn"]),
        ("„Wir gingen“, sagte sie. »Ja«, sagte er.", ["Wir gingen", "Ja"]),
        ("``We left at dawn,'' she said.", ["We left at dawn,"]),
        ("``We left at dawn, ``said the baker.", ["We left at dawn,"]),
        ("‘We left at dawn,’ she said. ‘It wasn’t warm.’", ["We left at dawn,", "It wasn’t warm."]),
        ("'We left at dawn,' she said. 'It wasn't warm.'", ["We left at dawn,", "It wasn't warm."]),
        ("「行こう」と彼は言った。", ["行こう"]),
        ('“We left at dawn," she said.', ["We left at dawn,"]),
        ('She said."Now we leave," and left.', ["Now we leave,"]),
        ("”Vi gick,” sade hon.", ["Vi gick,"]),
    ],
)
def test_every_style_of_marks(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He shouted ‘stop’ and ran,” she said.", ["He shouted ‘stop’ and ran,"]),
        ("“He called it “folly” twice,” she said.", ["He called it “folly” twice,"]),
        ("‘He shouted “stop” and ran,’ she said.", ["He shouted “stop” and ran,"]),
        ("\"He shouted 'stop' and ran,\" she said.", ["He shouted 'stop' and ran,"]),
    ],
)
def test_the_outer_marks_count(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bakers' union and the Smiths' dog don't like it.",
        "The bakers’ union and the Smiths’ dog don’t like it.",
        "Rock 'n' roll in the '90s, and 'twas loud for 'em.",
        'He stood 6\'2" tall beside a 12" pipe.',
        "It cost 5″ of rain and 3′ of snow.",
        '“” and "" and “ ” and “…”',
        "",
    ],
)
def test_what_is_no_mark(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘The bakers’ strike is over,’ he said.", ["The bakers’ strike is over,"]),
        ("‘my best friends’ were there.", ["my best friends"]),
        ('"I am 6\'2"," he said.', ["I am 6'2\","]),
        ("the ‘so-called plan’, said the ‘planner’.", ["so-called plan", "planner"]),
    ],
)
def test_possessives_and_inches_inside(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “We go.\nThe rain fell.", ["We go."]),
        ("“One.\n\n“Two,” he said.", ["One.", "Two,"]),
        ("“One.\n\n“Two.\n\n“Three.”", ["One.", "Two.", "Three."]),
        ('"One.\n\n"Two," he said.', ["One.", "Two,"]),
        ("``We go.\nWe come,'' he said.", ["We go.\nWe come,"]),
        ('"We go.\nWe come, "said he.', ["We go.\nWe come,"]),
        ("She wrote: ‘On a boat. Tell Nan\nThe rain fell.", ["On a boat. Tell Nan"]),
        ("“I heard it. “It was loud,” he said.", ["I heard it.", "It was loud,"]),
    ],
)
def test_marks_that_are_not_closed_on_their_line(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_an_open_mark_does_not_swallow_an_article_of_one_line() -> None:
    text = "He said: “We go. " + "The rain fell again. " * 400
    assert said(text) == ["We go."]


def test_whether_it_was_closed() -> None:
    assert [each.closed for each in quoted("“One.\n“Two.”")] == [False, True]


@given(reports)
def test_spans_are_sorted_apart_and_without_space_at_their_edges(text: str) -> None:
    end = 0
    for each in quoted(text):
        assert end <= each.start < each.span.start < each.span.end <= each.end <= len(text)
        assert each.span.surface(text).strip() == each.span.surface(text)
        end = each.end


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "‘", "’", "``", "« ", 'a" "b', '\n"a'])
def test_a_megabyte_of_marks_takes_linear_time(mark: str) -> None:
    text = mark * (300_000 // len(mark))
    assert all(each.span.end <= len(text) for each in quoted(text))
