import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decode import decoded
from corpus.errors import CorpusError

readable = st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(
    lambda text: bool(text.strip()) and not text.startswith("\ufeff")
)


@given(readable)
def test_utf8_comes_back_exactly(text: str) -> None:
    assert decoded(text.encode()) == text
    assert decoded(text.encode("utf-8-sig")) == text
    assert decoded(text.encode(), "utf-8") == text


@given(readable)
def test_utf16_is_known_by_its_mark(text: str) -> None:
    assert decoded(b"\xff\xfe" + text.encode("utf-16-le")) == text
    assert decoded(b"\xfe\xff" + text.encode("utf-16-be")) == text


def test_line_ends_stay_as_they_are() -> None:
    assert decoded(b"a\r\nb\rc\n") == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"caf\xe9", "latin-1", "café"),
        (b"caf\xe9", "utf-8:replace", "caf\ufffd"),
        (b"caf\xe9", "cp1252:strict", "café"),
        ("é".encode("utf-16-le"), "utf-16-le", "é"),
    ],
)
def test_a_named_encoding(data: bytes, encoding: str, text: str) -> None:
    assert decoded(data, encoding) == text


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        (b"", None, "empty"),
        (b" \r\n\t", None, "only white space"),
        (b"\xef\xbb\xbf", None, "only white space"),
        (b"ab\0c", None, "a NUL byte at byte 2"),
        (b"ab\0c", "latin-1", "a NUL at code point 2"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "a NUL byte at byte 8"),
        (b"caf\xe9 au lait", None, "not valid UTF-8 at byte 3"),
        (b"\xff\xfeab\x00", None, "not valid UTF-16 at byte"),
        (b"ab\xed\xa0\xbd", None, "not valid UTF-8 at byte 2"),
        (b"\\ud83d", "unicode_escape", "half of a surrogate pair at code point 0"),
        (b"text", "klingon", "no encoding of text is called 'klingon'"),
        (b"text", "rot13", "no encoding of text is called 'rot13'"),
        (b"text", "\0", "no encoding of text is called"),
        (b"text", "utf-8:ignore", "'ignore'"),
        (b"text", "", "no encoding of text is called ''"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, encoding: str | None, reason: str) -> None:
    with pytest.raises(CorpusError) as caught:
        decoded(data, encoding)
    assert reason in str(caught.value)


def test_a_wrong_encoding_says_what_to_do() -> None:
    with pytest.raises(CorpusError, match="--encoding"):
        decoded(b"caf\xe9")


@given(st.binary(max_size=40), st.sampled_from([None, "latin-1", "utf-8:replace", "utf-16", "cp1252", "utf-7"]))
def test_any_bytes_are_a_text_or_are_refused(data: bytes, encoding: str | None) -> None:
    try:
        text = decoded(data, encoding)
    except CorpusError:
        return
    assert text.encode().decode() == text
    assert "\0" not in text
