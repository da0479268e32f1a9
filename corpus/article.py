"""Articles: texts that never change once they are stored, and what is known of each beside its text."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

GIVEN: Final = "given"
READ: Final = "read"
GUESSED: Final = "guessed"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its text; everything may be missing (the empty string).

    `source` is the outlet. `published` is a day or a moment in ISO 8601, as precise as it is known (2026-03-01,
    2026-03-01T09:30:00Z), and `certainty` says how: GIVEN by a field or the markup of a page, READ in a date line of
    the text, GUESSED from a file name or address. `lang` is ISO 639-1. `story` is the id of its story where the input
    gave one, `origin` the name of the file that holds it among others. `decoded` says how its text was made where that
    was not plain UTF-8 (the encoding that was guessed, a repair). `more` are all other fields, as a JSON object.
    """

    source: str = ""
    published: str = ""
    certainty: str = ""
    url: str = ""
    lang: str = ""
    author: str = ""
    story: str = ""
    origin: str = ""
    decoded: str = ""
    more: str = ""

    def known(self) -> dict[str, str]:
        """What is known, by the names of the fields."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name))}


NOTHING_KNOWN: Final = Metadata()


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its source.

    `id` follows from name and text, so the same file has the same id in every project. `name` is the file's name or
    the record's id, `text` exactly what was decoded, `sha256` the hash of its UTF-8 bytes (hexadecimal), `title` the
    one that was given, else its first words.
    """

    id: str
    name: str
    text: str
    sha256: str
    title: str
    metadata: Metadata = NOTHING_KNOWN

    @classmethod
    def of(cls, name: str, text: str, title: str = "", metadata: Metadata = NOTHING_KNOWN) -> "Article":
        """The article that `text` makes under `name`. Raises UnicodeEncodeError for lone surrogates."""
        digest = text_hash(text)
        return cls(identity(name, digest), name, text, digest, title or title_of(text), metadata)


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report one event, in the order in which the desk shows them; `id` is empty for a new one."""

    title: str
    articles: tuple[Article, ...]
    id: str = ""


def identity(name: str, digest: str) -> str:
    """The id of the article of that name whose text has that hash: 16 hexadecimal digits."""
    return sha256(f"{name}\0{digest}".encode()).hexdigest()[:16]


def about_hash(title: str, about: Metadata) -> str:
    """The SHA-256 of what is known of an article beside its text, hexadecimal."""
    known = (about.source, about.published, about.certainty, about.url, about.lang, about.author)
    more = (about.story, about.origin, about.decoded, about.more)
    return sha256("\0".join((title, *known, *more)).encode()).hexdigest()


def text_hash(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, hexadecimal. Raises UnicodeEncodeError for lone surrogates."""
    return sha256(text.encode()).hexdigest()


def title_of(text: str, longest: int = 120) -> str:
    """The first line of `text` that is not blank, at most `longest` code points of it."""
    start, size = 0, len(text)
    while start < size:
        end = text.find("\n", start)
        end = size if end < 0 else end
        line = text[start:end].lstrip("\ufeff").strip()
        if line:
            return line[:longest]
        start = end + 1
    return ""
