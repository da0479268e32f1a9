"""Projects with more than one story, for tests: articles, and the import that takes them in."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotations.grouping import group
from annotations.intake import Item, Source, Taken, take_in
from annotations.store import Store
from corpus.article import Article, Metadata
from corpus.errors import CorpusError
from corpus.readers.base import Notice

_FLOOD = (
    "The river Oda rose over its banks at Harlow Bridge on Tuesday, and {count} people were killed, the mayor of"
    " Lindmark, Tessa Vorn, said. Boats brought families from Mill Street to the school. {tail}"
)
_FIRE = (
    "A fire in the Corvane paper mill at Dunmere burned through Friday night; {count} workers were injured, according"
    " to fire chief Osei Brand. The roof of the drying hall fell in. {tail}"
)
_TAILS = (
    "The water was still rising when the evening came.",
    "Nobody could say when the roads would be open again.",
    "An inquiry was promised for the coming week.",
)


def articles() -> list[Article]:
    """Six reports of two events by three outlets, dated; the outlets count differently."""
    found: list[Article] = []
    for event, (text, day) in enumerate(((_FLOOD, "2026-03-03"), (_FIRE, "2026-05-08"))):
        for number, outlet in enumerate(("Gazette", "Lantern", "Register")):
            title = ("Flood at Harlow Bridge", "Fire in Corvane mill")[event] + (", says mayor", ": what is known", "")[
                number
            ]
            body = text.format(count=(12, 14, 12)[number], tail=_TAILS[number])
            metadata = Metadata(source=outlet, published=day, certainty="given")
            found.append(Article.of(f"{event}-{number}", f"{title}\n\n{body}", title, metadata))
    return found


def source(key: str, *items: Item) -> Source:
    """An input that holds these."""

    def read() -> Iterator[Item]:
        return iter(items)

    return Source(key, len(items), read)


def taken(store: Store, *items: Item, key: str = "input") -> tuple[Taken, list[CorpusError | Notice]]:
    """What an import of one input did, and what it told."""
    told: list[CorpusError | Notice] = []
    return take_in(store, [source(key, *items)], tell=told.append), told


def filled(path: Path, found: Sequence[Article] | None = None) -> Store:
    """A project with articles in stories, open."""
    store = Store(path)
    taken(store, *(found or articles()))
    group(store)
    return store


def stories(store: Store) -> list[list[str]]:
    """The names of the articles of each story."""
    names = {one.id: one.name for one in store.articles()}
    return [[names[article] for article in members] for _, members in store.stories() if members]
