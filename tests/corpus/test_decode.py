import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decode import UTF8, Encoding, decode, encoding_of
from corpus.errors import CorpusError

readable = st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(
    lambda text: bool(text.strip("\ufeff \t\r\n").strip()) and not text.startswith("\ufeff")
)


@given(readable)
def test_utf8_comes_back_exactly(text: str) -> None:
    assert decode(text.encode()) == (text, UTF8)
    assert decode(text.encode(), "utf-8") == (text, UTF8)


@given(readable)
def test_a_byte_order_mark_stays_unless_the_encoding_leaves_it_out(text: str) -> None:
    data = text.encode("utf-8-sig")
    assert decode(data)[0] == "\ufeff" + text
    assert decode(data, "utf-8-sig")[0] == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@given(readable)
def test_wide_encodings_are_known_by_their_mark(codec: str, text: str) -> None:
    assert decode(("\ufeff" + text).encode(codec)) == ("\ufeff" + text, Encoding(codec))


def test_line_ends_spaces_and_marks_stay_as_they_are() -> None:
    text = "a\r\nb\rc\n\u00a0e\u0301\u2028\U0001f600\v"
    assert decode(text.encode())[0] == text


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
    assert decode(data, encoding)[0] == text


ENGLISH = "The minister said “no” – it’s a plan worth €5 billion for the café in Zürich. "
RUSSIAN = "Министр сказал во вторник, что войска отошли от границы области. "


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (ENGLISH, "cp1252"),
        ("It’s over. " + "The plan was not changed before the vote. " * 500, "cp1252"),
        ("Le président a été élu à Besançon, « une fête » pour les Français. ", "cp1252"),
        ("café", "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        ("Zażółć gęślą jaźń, powiedział prezydent Łodzi w Świętokrzyskiem. ", "cp1250"),
        ("Ο πρόεδρος δήλωσε ότι τα στρατεύματα αποχώρησαν από τα σύνορα. ", "cp1253"),
        ("The minister said “no” – it’s a plan for the café. ", "mac_roman"),
    ],
)
def test_what_is_not_utf8_is_guessed_and_the_guess_is_told(text: str, codec: str) -> None:
    assert decode((text * 3).encode(codec)) == (text * 3, Encoding(codec, guessed=True))
    assert Encoding(codec, guessed=True).note == f"{codec}, guessed"


def test_a_guess_looks_at_what_is_not_plain_however_late_it_comes() -> None:
    text = "The plan was not changed before the vote. " * 100_000 + RUSSIAN * 3
    assert decode(text.encode("cp1251"))[0] == text


def test_the_beginning_of_a_file_may_end_within_a_character() -> None:
    assert encoding_of("née".encode()[:2], whole=False) == UTF8
    assert encoding_of("née".encode()[:2]) != UTF8


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        (b"", None, "empty"),
        (b" \r\n\t", None, "only white space"),
        (b"\xef\xbb\xbf\n", None, "only white space"),
        (b"ab\0c", None, "a NUL byte at byte 2"),
        (b"ab\0c", "latin-1", "a NUL at code point 2"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "an image"),
        (b"\xff\xd8\xff\xe0abc", None, "an image"),
        (b"caf\xe9 au lait", "utf-8", "not valid UTF-8 at byte 3"),
        (b"\xff\xfeab\x00", None, "not valid UTF-16-LE at byte"),
        (bytes(range(0x80, 0x100)) + bytes(range(1, 0x20)) * 9, None, "nor in any usual encoding"),
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
        decode(data, encoding)
    assert reason in str(caught.value)


def test_a_wrong_encoding_says_what_to_do() -> None:
    with pytest.raises(CorpusError, match="--encoding"):
        decode(b"caf\xe9", "utf-8")


@given(st.binary(max_size=40), st.sampled_from([None, "latin-1", "utf-8:replace", "utf-16", "cp1252", "utf-7"]))
def test_any_bytes_are_a_text_or_are_refused(data: bytes, encoding: str | None) -> None:
    try:
        text, _ = decode(data, encoding)
    except CorpusError:
        return
    assert text.encode().decode() == text
    assert "\0" not in text
