"""From the records of a file to articles, each by itself, and what is said of those that make none."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, cast

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.fields import Fields, Record, TextMissingError
from corpus.readers.base import Notice, Outcome
from corpus.readers.source import Source

MANY: Final = 1000  # records that make no article after which a file is given up
TRIPLES: Final = ("entities", "ents", "label", "labels")
SPANS: Final = ("spans", "annotations", *TRIPLES)
"""Fields in which other programs write annotations, as objects, or as lists (`TRIPLES`)."""


def articles(records: Iterable[Record | CorpusError], fields: Fields, source: Source) -> Iterator[Outcome]:
    """The articles of `records`, and a trouble with its place for each that makes none.

    Records without a text are held back until one has a text: if none has, a single line says so. A file whose first
    thousand records make no article is given up. A notice counts the articles whose fields look like annotations.
    """
    held: list[CorpusError] = []
    annotated = Counter[str]()
    begun, count = False, 0
    for count, record in enumerate(records, 1):
        outcome = _outcome(record, fields)
        if isinstance(outcome, Article):
            yield from () if begun else held
            begun = True
            annotated.update(_annotations(record))
            yield outcome
        elif begun or not isinstance(outcome, TextMissingError):
            yield outcome
        else:
            held.append(outcome)
        if not begun and count == MANY:
            break
    given_up = not begun and count == MANY
    if given_up and len(held) < MANY:
        what = f"none of the first {MANY:,} records makes an article; the rest is not read"
        yield CorpusError(what, where=source.where)
    elif count == 0:
        yield CorpusError("there are no records in it", where=source.where)
    elif held and not begun:
        yield _without_text(held, fields, source)
    for error in fields.unmet(but="" if begun else "text"):
        yield CorpusError(error.what, where=source.where, todo=error.todo)
    for name, number in annotated.items():
        what = f"{name!r} of {number:,} of its records came in as a field and not as annotations"
        yield Notice(f"{what}; variorum import --format NAME says what stands in the way", source.where)


def _annotations(record: Record | CorpusError) -> Iterator[str]:
    """The fields of a record in which annotations seem to be written."""
    values = record.values if isinstance(record, Record) else {}
    for name in SPANS:
        value: object = values.get(name)
        items = cast("list[object]", value) if isinstance(value, list) else []
        if items and all(isinstance(one, dict) or (name in TRIPLES and isinstance(one, list)) for one in items):
            yield name


def _outcome(record: Record | CorpusError, fields: Fields) -> Article | CorpusError:
    if isinstance(record, CorpusError):
        return record
    try:
        return fields.article(record)
    except TextMissingError as error:
        return TextMissingError(error.what, where=record.where)
    except CorpusError as error:
        return CorpusError(error.what, where=record.where, todo=error.todo)
    except UnicodeEncodeError as error:
        what = f"not text (half of a surrogate pair at code point {error.start})"
        return CorpusError(what, where=record.where)


def _without_text(held: list[CorpusError], fields: Fields, source: Source) -> CorpusError:
    which = f"the first {MANY:,} records" if len(held) == MANY else f"the {len(held):,} records"
    what = f"none of {which} has a field with a text" if len(held) > 1 else held[0].what
    return CorpusError(what, where=source.where, todo=f"name it with --field text=NAME; {fields.names()}")
