import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.tui.scripts import intricate_texts
from tui.render.cells import clusters, width
from tui.render.wrap import Rows, wrapped

columns_of_text = st.integers(1, 24)


def lines(text: str) -> list[tuple[int, int]]:
    """Start and end of each line, without its line feed."""
    ends = [at for at, char in enumerate(text) if char == "\n"]
    return list(zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True))


def visible(text: str, rows: Rows) -> list[str]:
    return [text[slice(*rows.bounds(row))].rstrip() for row in range(len(rows))]


@given(intricate_texts, columns_of_text)
def test_rows_cover_the_text_in_order(text: str, columns: int) -> None:
    rows = wrapped(text, columns)
    bounds = [rows.bounds(row) for row in range(len(rows))]
    assert bounds[0][0] == 0
    assert bounds[-1][1] == len(text)
    assert "".join(text[low:high] for low, high in bounds) == text
    assert all(low <= high for low, high in bounds)
    for offset in range(len(text)):
        low, high = rows.bounds(rows.row_of(offset))
        assert low <= offset < high


@given(intricate_texts, columns_of_text)
@example(" abc日", 4)
@example("日本", 1)
@example("a \u0301", 1)
@example("aaaa bbbbb\r\n", 10)
def test_no_row_is_wider_than_the_columns_but_for_a_single_cluster(text: str, columns: int) -> None:
    for row in visible(text, wrapped(text, columns)):
        assert width(row) <= columns or len(clusters(row)) == 1


@given(intricate_texts, columns_of_text)
def test_no_cluster_is_cut(text: str, columns: int) -> None:
    rows = wrapped(text, columns)
    starts = list(rows.starts)
    for line_start, line_end in lines(text.replace("\r", "\n")):
        edges = {line_start + low for low, _, _ in clusters(text[line_start:line_end])}
        assert not [start for start in starts if line_start < start < line_end and start not in edges]


@given(intricate_texts, columns_of_text)
def test_paragraphs_are_the_lines_that_are_not_blank_and_one_blank_row_stands_between(text: str, columns: int) -> None:
    rows = wrapped(text, columns)
    unified = text.replace("\r\n", " \n").replace("\r", "\n")
    written = [start for start, end in lines(unified) if unified[start:end].strip()]
    assert [start for start, number in zip(rows.starts, rows.numbers, strict=True) if number > 0] == written
    assert [number for number in rows.numbers if number > 0] == list(range(1, len(written) + 1))
    for row in range(len(rows)):
        if rows.is_blank(row):
            assert not text[slice(*rows.bounds(row))].strip()
            assert row + 1 == len(rows) or rows.numbers[row + 1] > 0
        elif rows.numbers[row] > 1:
            assert rows.is_blank(row - 1)


@given(intricate_texts, columns_of_text)
def test_every_row_of_a_paragraph_says_which_one_it_is(text: str, columns: int) -> None:
    rows, number = wrapped(text, columns), 0
    for row in range(len(rows)):
        number = max(number, rows.numbers[row])
        assert rows.paragraph_of(row) == number
        if rows.numbers[row] >= 0:
            assert rows.numbers[rows.first_row(row)] == number


@given(st.lists(st.text("abc", min_size=1, max_size=12), max_size=12), columns_of_text)
def test_plain_and_intricate_text_of_equal_widths_wrap_alike(words: list[str], columns: int) -> None:
    plain = " ".join(words)
    accented = plain.replace("a", "a\u0301")
    expected = visible(plain, wrapped(plain, columns))
    assert [row.replace("\u0301", "") for row in visible(accented, wrapped(accented, columns))] == expected


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 6, ["one", "two", "three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("one abcdefgh", 5, ["one", "abcde", "fgh"]),
        ("日本語です", 4, ["日本", "語で", "す"]),
        ("日本語です", 5, ["日本", "語で", "す"]),
        ("ab 日本", 5, ["ab 日", "本"]),
        ("👨‍👩‍👧👨‍👩‍👧", 3, ["👨‍👩‍👧", "👨‍👩‍👧"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("a\n\n\nb", 9, ["a", "", "b"]),
        ("a\nb", 9, ["a", "", "b"]),
        ("\n\na\n\n", 9, ["", "a"]),
        ("a\r\nb\rc", 9, ["a", "", "b", "", "c"]),
        ("aaaa bbbbb\r\n", 10, ["aaaa bbbbb"]),
        ("one two   \n", 7, ["one two"]),
        ("", 9, [""]),
        (" \n ", 9, [""]),
    ],
)
def test_known_wrappings(text: str, columns: int, expected: list[str]) -> None:
    assert visible(text, wrapped(text, columns)) == expected


def test_offsets_belong_to_the_row_they_are_drawn_on() -> None:
    rows = wrapped("one two three\nfour", 7)
    assert [rows.row_of(offset) for offset in (0, 7, 8, 13, 14, 17, 18)] == [0, 0, 1, 1, 3, 3, 3]
    assert [rows.paragraph_of(row) for row in range(4)] == [1, 1, 1, 2]


def test_no_columns_count_as_one() -> None:
    assert visible("ab", wrapped("ab", 0)) == ["a", "b"]
