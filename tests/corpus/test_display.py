import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.display import shown, shown_line
from corpus.errors import VariorumError

anything = st.text(alphabet=st.characters())


@given(anything)
def test_each_code_point_becomes_one_code_point(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert len(shown_line(text)) == len(text)


@given(anything)
def test_nothing_that_is_shown_can_do_anything(text: str) -> None:
    for char in shown(text):
        assert char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs")
        assert not "\u202a" <= char <= "\u202e"
        assert not "\u2066" <= char <= "\u2069"
    assert not {"\n", "\t"} & set(shown_line(text))


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="\u200b")))
def test_what_can_be_read_stays(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x1b]52;c;x\x07b", "a␛]52;c;x␇b"),
        ("a\r\nb\rc", "a \nb\nc"),
        ("\x7f\x9b\u202e\ufeff\ud83d", "␡\ufffd\ufffd\ufffd\ufffd"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
    ],
)
def test_the_table(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_an_error_is_one_line_that_can_be_shown() -> None:
    error = VariorumError("bad\nname \x1b[31m", where="a\nb", todo="mend it")
    assert str(error) == "a b: bad name ␛[31m; mend it"
