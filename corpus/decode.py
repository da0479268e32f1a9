"""From bytes to text, strictly: what is no text is refused with the place, instead of being guessed at."""

import codecs
from typing import Final

from corpus.errors import CorpusError

SPEC: Final = "CODEC or CODEC:replace, such as latin-1 or utf-8:replace"
_HOW: Final = ("strict", "replace")
_WIDE: Final = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(data: bytes, encoding: str | None = None) -> str:
    """The text that `data` holds, line ends as they are, without a byte order mark.

    Without `encoding` that is UTF-8, or UTF-16 where a byte order mark says so; `encoding` is the name of a codec, with
    ":strict" or ":replace" after it if wanted. Raises CorpusError for what is empty, not text or not in that encoding,
    and for an encoding that does not exist.
    """
    if not data:
        raise CorpusError("the file is empty")
    codec, how = _codec(data, encoding)
    if codec == "utf-8" and 0 in data:
        raise CorpusError(
            f"not text (a NUL byte at byte {data.index(0)})", todo=f"if it is text, name its --encoding ({SPEC})"
        )
    text = _strictly(data, codec, how).removeprefix("\ufeff")
    if "\0" in text:
        raise CorpusError(f"not text (a NUL at code point {text.index(chr(0))})")
    _refuse_surrogates(text)
    if not text.strip():
        raise CorpusError("there is no text in it, only white space")
    return text


def _codec(data: bytes, encoding: str | None) -> tuple[str, str]:
    if encoding is None:
        return next((codec for mark, codec in _WIDE if data.startswith(mark)), "utf-8"), "strict"
    name, _, how = encoding.partition(":")
    how = how or "strict"
    try:
        codec = codecs.lookup(name.strip()).name
        b"a".decode(codec, "replace")  # of no bytes at all, any codec makes a text
    except (LookupError, ValueError) as error:
        raise CorpusError(f"no encoding of text is called {name!r}", todo=f"give {SPEC}") from error
    if how not in _HOW:
        raise CorpusError(f"no way to deal with errors is called {how!r}", todo=f"give {SPEC}")
    return codec, how


def _strictly(data: bytes, codec: str, how: str) -> str:
    try:
        return data.decode(codec, how)
    except UnicodeDecodeError as error:
        name = {"utf-8": "UTF-8", "utf-16": "UTF-16"}.get(codec, codec)
        raise CorpusError(f"not valid {name} at byte {error.start}", todo=f"name its --encoding ({SPEC})") from error
    except UnicodeError as error:
        raise CorpusError(f"not valid {codec}", todo=f"name its --encoding ({SPEC})") from error


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise CorpusError(f"not text (half of a surrogate pair at code point {error.start})") from error
