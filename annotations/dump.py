"""`variorum dump`: what the machine knows of every article, as JSON Lines.

`articles.jsonl` has one row an article: `doc` (the name it was imported under), `story` (its story's id), `title`,
`source`, `published`, `url`, `sha256` of the text's UTF-8 bytes, and `chars`, the text's length in code points. What is
not known is null. Rows are sorted by `doc`; older versions of an article are left out. Where articles of several inputs
have the same name, `doc` has the input before it, and the id behind it where that does not tell them apart.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

from annotations.articles import CURRENT
from annotations.errors import ExportError
from annotations.store import Store

ARTICLES: Final = "articles.jsonl"
_NAMES: Final = f"SELECT number, name, origin, id FROM article WHERE {CURRENT}"
_ROW: Final = (
    "SELECT story, title, source, published, url, sha256, text"
    " FROM article LEFT JOIN story_article ON article = article.id WHERE number = ?"
)


def dump(store: Store, folder: Path) -> int:
    """Write the files into `folder`, which is made if it is missing; returns how many articles they hold.

    Each file is written beside its place and put there when it is whole. Raises ExportError and ProjectError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / ARTICLES
        temporary = folder / f".variorum-{token_hex(8)}.tmp"
        try:
            count = 0
            with temporary.open("x", encoding="utf-8", newline="\n") as file:
                for row in article_rows(store):
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")
                    count += 1
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(error.strerror or str(error), where=str(folder), todo="name another folder") from error
    return count


def article_rows(store: Store) -> Iterator[dict[str, Any]]:
    """The rows of `articles.jsonl`, sorted by `doc`."""
    for doc, number in _docs(store):
        for story, title, source, published, url, digest, text in store.rows(_ROW, [number]):
            about = {"title": title, "source": source, "published": published, "url": url}
            known = {field: value or None for field, value in about.items()}
            yield {"doc": doc, "story": story, **known, "sha256": digest, "chars": len(text)}


def _docs(store: Store) -> list[tuple[str, int]]:
    """What the articles are called, each by a name of its own, and their numbers; sorted."""
    rows = store.rows(_NAMES)
    names = Counter(name for _, name, _, _ in rows)
    longer = Counter(f"{origin}/{name}" for _, name, origin, _ in rows)
    docs: list[tuple[str, int]] = []
    for number, name, origin, identity in rows:
        full = f"{origin}/{name}"
        alone = names[name] == 1
        docs.append((name if alone else full if longer[full] == 1 else f"{full}#{identity}", number))
    return sorted(docs)
