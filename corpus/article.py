"""Articles: texts that never change once they are stored, and the stories that hold them together."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its source.

    `id` follows from name and text, so the same file has the same id in every project. `name` is the file's name,
    `text` exactly what was decoded, `sha256` the hash of its UTF-8 bytes (hexadecimal), `title` its first words.
    """

    id: str
    name: str
    text: str
    sha256: str
    title: str

    @classmethod
    def of(cls, name: str, text: str) -> "Article":
        """The article that `text` makes under `name`."""
        digest = text_hash(text)
        return cls(sha256(f"{name}\0{digest}".encode()).hexdigest()[:16], name, text, digest, title_of(text))


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report one event, in the order in which the desk shows them."""

    title: str
    articles: tuple[Article, ...]


def text_hash(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, hexadecimal. Raises UnicodeEncodeError for lone surrogates."""
    return sha256(text.encode()).hexdigest()


def title_of(text: str, longest: int = 120) -> str:
    """The first line of `text` that is not blank, at most `longest` code points of it."""
    start, size = 0, len(text)
    while start < size:
        end = text.find("\n", start)
        end = size if end < 0 else end
        line = text[start:end].strip()
        if line:
            return line[:longest]
        start = end + 1
    return ""
