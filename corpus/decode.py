"""From bytes to text: UTF-8, what a byte order mark says, what a person names, and at last a guess that is told.

Binary is refused with the place. A guess is never silent: `Encoding.note` goes into the article's metadata.
"""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from corpus.errors import CorpusError

SPEC: Final = "CODEC or CODEC:replace, such as latin-1 or utf-8:replace"
GUESSED_FROM: Final = 2**20  # bytes that are looked at to guess an encoding

_HOW: Final = ("strict", "replace")
_BOM_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF", b"II*\0", b"MM\0*")
# What news on the web was written in before UTF-8.
_USUAL: Final = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 cp932 cp949 "
    "koi8_r mac_roman mac_cyrillic euc_jp gb18030 big5"
)
# Letters and marks of western Europe, without those that the bytes of other code pages show up as.
_WESTERN: Final = frozenset("àâäáãåçéèêëîïíôöóøùûüúñæœßÀÂÄÁÅÇÉÈÊËÎÏÍÖØÜÚŒ“”‘’„–—…•€£§°©®™«»·´¿¡½¼\u00a0\u00ad")
_FOREIGN: Final = 0.25  # the share of letters beyond which a text is not western European
_BEFORE: Final = 200  # bytes
_NULS: Final = 0.1  # the share of NUL bytes beyond which a file of records is none
_HIGH: Final = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """How bytes become text: a codec by Python's name, what to do with errors, and whether it is a guess."""

    codec: str = "utf-8"
    how: str = "strict"
    guessed: bool = False

    @property
    def note(self) -> str:
        """What there is to say of a text that was decoded so; nothing where that is plain UTF-8."""
        if self == UTF8:
            return ""
        doubt = ", guessed" if self.guessed else ", with errors replaced" if self.how == "replace" else ""
        return self.codec + doubt

    @property
    def wide(self) -> bool:
        """Whether a line feed is more than one byte."""
        return self.codec.startswith(("utf-16", "utf-32", "utf_16", "utf_32"))


UTF8: Final = Encoding()


def decode(data: bytes, named: str | None = None) -> tuple[str, Encoding]:
    """The text that `data` holds, exactly as it decodes: line ends as they are, a byte order mark as U+FEFF.

    `named` is the name of a codec, with ":strict" or ":replace" after it if wanted; without it, see `encoding_of`.
    Raises CorpusError for what is empty, not text or not in that encoding, and for an encoding that does not exist.
    """
    encoding = encoding_of(data, named)
    text = decoded(data, encoding)
    refuse_unreadable(text)
    return text, encoding


def encoding_of(data: bytes, named: str | None = None, *, whole: bool = True) -> Encoding:
    """The encoding of `data`, or of a file of which `data` is the beginning if not `whole`.

    That is the one that is `named`, the one whose byte order mark `data` begins with, UTF-8 where it is valid, else a
    guess. Raises CorpusError for what is empty or not text, and for an encoding that does not exist.
    """
    if not data:
        raise CorpusError("the file is empty")
    if named is not None:
        return _named(named)
    marked = next((codec for mark, codec in _BOM_MARKS if data.startswith(mark)), None)
    if marked:
        return Encoding(marked)
    _refuse_binary(data, whole=whole)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, whole)
    except UnicodeDecodeError as error:
        return _guessed(data, error.start)
    return UTF8


def decoded(data: bytes, encoding: Encoding) -> str:
    """`data` as text. Raises CorpusError with the place where it is not in that encoding."""
    try:
        return data.decode(encoding.codec, encoding.how)
    except UnicodeDecodeError as error:
        name = encoding.codec.upper() if encoding.codec.startswith("utf") else encoding.codec
        what = f"not valid {name} at byte {error.start}"
        raise CorpusError(what, todo=f"name its --encoding ({SPEC})") from error
    except UnicodeError as error:
        raise CorpusError(f"not valid {encoding.codec}", todo=f"name its --encoding ({SPEC})") from error


def refuse_unreadable(text: str) -> None:
    """Raise CorpusError for a text with a NUL or half of a surrogate pair, and for one of nothing but white space."""
    if "\0" in text:
        raise CorpusError(f"not text (a NUL at code point {text.index(chr(0))})")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise CorpusError(f"not text (half of a surrogate pair at code point {error.start})") from error
    if is_blank(text):
        raise CorpusError("there is no text in it, only white space")


def is_blank(text: str) -> bool:
    """Whether there is nothing in `text` but white space and a byte order mark."""
    return not text.strip() or not text.strip("\ufeff \t\r\n")


def _named(spec: str) -> Encoding:
    name, _, how = spec.partition(":")
    how = how or "strict"
    try:
        codec = codecs.lookup(name.strip()).name
        b"a".decode(codec, "replace")  # of no bytes at all, any codec makes a text
    except (LookupError, ValueError) as error:
        raise CorpusError(f"no encoding of text is called {name!r}", todo=f"give {SPEC}") from error
    if how not in _HOW:
        raise CorpusError(f"no way to deal with errors is called {how!r}", todo=f"give {SPEC}")
    return Encoding(codec, how)


def _refuse_binary(data: bytes, *, whole: bool) -> None:
    if data.startswith(_PICTURES):
        raise CorpusError("not text (an image or a film)")
    # In a file of records, a NUL may cost no more than the record it is in.
    if 0 in data and (whole or data.count(0) > _NULS * len(data)):
        todo = f"if it is text, name its --encoding ({SPEC})"
        raise CorpusError(f"not text (a NUL byte at byte {data.index(0)})", todo=todo)


def _guessed(data: bytes, at: int) -> Encoding:
    """The most plausible encoding of `data`, which is not UTF-8 at byte `at`."""
    data = _telling(data)
    if _is_western(data):
        return Encoding("cp1252", guessed=True)
    from charset_normalizer import from_bytes  # noqa: PLC0415 (slow to import, and most texts are UTF-8)

    best = from_bytes(data, cp_isolation=list[str](_USUAL.split())).best()
    if best is None:
        what = f"not text (not UTF-8 at byte {at}, nor in any usual encoding)"
        raise CorpusError(what, todo=f"if it is text, name its --encoding ({SPEC})")
    return Encoding(best.encoding, guessed=True)


def _telling(data: bytes) -> bytes:
    """The lines of `data` that are not plain ASCII, as many as are enough for a guess."""
    high = _HIGH.search(data)
    start = max(0, high.start() - _BEFORE) if high else 0
    lines = data[start : start + GUESSED_FROM].split(b"\n")
    return b"\n".join(line for line in lines if not line.isascii())


def _is_western(data: bytes) -> bool:
    """Whether `data` reads, in the code page of western Europe, as nothing but its letters and marks.

    Charset-normalizer cannot tell that code page from its neighbours where few letters have accents, as in English.
    """
    if data.translate(None, bytes(range(0x20, 0x100)) + b"\t\n\r\f"):
        return False
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    foreign = [char for char in text if char > "\x7f"]
    if not _WESTERN.issuperset(foreign):
        return False
    letters = sum(map(str.isalpha, text))
    return sum(map(str.isalpha, foreign)) <= _FOREIGN * letters
