"""From the fields of a record to an article: what they are called, and what becomes of those nobody asked for.

Names are looked up without regard to capitals. A field that is none of ours goes into `Metadata.more` as it was given.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from typing import Any, Final

from corpus import clues, dates
from corpus.article import GIVEN, Article, Metadata
from corpus.decode import is_blank
from corpus.errors import CorpusError
from corpus.readers.base import Options
from corpus.readers.registry import is_ours, is_readable, suffix_of
from corpus.repair import repaired

NAMES: Final[dict[str, tuple[str, ...]]] = {
    "text": tuple(
        "text body content article maintext main_text full_text fulltext text_content articleBody article_body "
        "article_text body_text story_text raw_text plain_text news_text document".split()
    ),
    "title": tuple("title headline heading header article_title news_title".split()),
    "source": tuple(
        "source outlet publisher publication site sitename site_name source_name source_domain domain newspaper "
        "hostname".split()
    ),
    "published": tuple(
        "published date date_publish publish_date datePublished date_published published_at publishedAt published_date "
        "publication_date pub_date pubDate article_date timestamp datetime".split()
    ),
    "url": tuple("url link uri source_url article_url web_url permalink href".split()),
    "lang": tuple("lang language language_code inLanguage".split()),
    "author": tuple("author authors byline creator writer".split()),
    "id": tuple("id doc_id docid document_id article_id uuid guid _id".split()),
    "story": tuple("story story_id storyid event_id eventid cluster cluster_id".split()),
}
OURS: Final = frozenset(NAMES)
NOWHERE: Final = "-"
"""What a person maps a field to that the records do not have, whatever theirs are called."""
_PLANS: Final = 1000  # sets of names that are kept in mind
_SHOWN: Final = 12  # names of fields in a message
_NUMBERED: Final = re.compile(r"(.+):[1-9][0-9]*", re.DOTALL)
_RECORDS: Final = frozenset(".jsonl .ndjson .json .csv .tsv .tab .rss .atom .rdf .xml .parquet".split())
_PACKED: Final = re.compile(r"\.(?:gz|zstd?)\Z", re.IGNORECASE)

Plan = tuple[tuple[str, tuple[str, ...]], ...]


class TextMissingError(CorpusError):
    """A record has no text where it should be."""


@dataclass(slots=True)
class Record:
    """What a file says of one article: `values` by name, its `number` in the file, and where that is.

    `more` writes the fields of those names as a JSON object, as they were given.
    """

    values: Mapping[str, Any]
    number: int
    where: str
    more: Callable[[Sequence[str]], str]


def written(values: Mapping[str, Any]) -> Callable[[Sequence[str]], str]:
    """What writes fields of `values` as JSON where the file itself is none.

    Bytes are written as the text that they are in UTF-8, else as how many they are: {"bytes": 3}.
    """

    def more(names: Sequence[str]) -> str:
        kept = {name: values[name] for name in names}
        try:
            return json.dumps(kept, ensure_ascii=False, allow_nan=False, default=_plain)
        except ValueError:
            return json.dumps(_without_nan(kept), ensure_ascii=False, default=_plain)

    return more


def mapping(pairs: Iterable[str]) -> dict[str, str]:
    """The fields that a person names as OURS=THEIRS. Raises CorpusError for what is not of that form."""
    found: dict[str, str] = {}
    for pair in pairs:
        ours, _, theirs = pair.partition("=")
        if not theirs.strip():
            raise CorpusError(f"not a field and its name: {pair!r}", todo="give OURS=THEIRS, such as text=body")
        found[ours.strip()] = theirs.strip()
    refuse_unknown(found)
    return found


def refuse_unknown(fields: Mapping[str, str]) -> None:
    """Raise CorpusError for a field that no article has."""
    for name in fields:
        if name not in OURS:
            raise CorpusError(f"no field of an article is called {name!r}", todo=f"there is {', '.join(NAMES)}")


def is_numbered(article: Article) -> bool:
    """Whether an article's name is only its number in its file, which changes when a record is put before it.

    Of the files in an archive nothing is kept but the articles' names: there, the name of any file of records counts.
    """
    origin = article.metadata.origin
    found = _NUMBERED.fullmatch(article.name)
    if not found or not origin or article.name == article.metadata.url:
        return False
    inner = _PACKED.sub("", origin)
    if found[1] in {name for whole in (origin, inner) for name in (whole, whole.rpartition("/")[2])}:
        return True
    # What has no suffix that we know was read by its beginning, and may have been an archive.
    may_be_archive = suffix_of(inner) == ".zip" or not is_ours(inner)
    holds_records = suffix_of(found[1]) in _RECORDS or (not is_ours(found[1]) and is_readable(found[1]))
    return may_be_archive and holds_records


@dataclass(slots=True)
class Fields:
    """The fields of one file: `file` is the name of what holds the records, `origin` that of the file around it.

    `note` says how their texts were decoded. Raises CorpusError for a mapping of unknown fields.
    """

    options: Options
    file: str
    origin: str
    note: str = ""
    _plans: dict[tuple[str, ...], Plan] = field(default_factory=dict[tuple[str, ...], Plan])
    _met: set[str] = field(default_factory=set[str])
    _seen: dict[str, None] = field(default_factory=dict[str, None])

    def __post_init__(self) -> None:
        refuse_unknown(self.options.fields)

    def article(self, record: Record) -> Article:
        """The article that a record makes: called by its id, else by its address, else by its number in the file.

        Raises CorpusError, without a place, where it makes none, and UnicodeEncodeError for halves of surrogate pairs.
        """
        values = record.values
        found, used = self._found(values)
        text, title, note = self._text(found, values), found.get("title", ""), self.note
        if self.options.repair:
            text, title, note = repaired(text, title, note)
        rest = [name for name in values if name not in used]
        known = Metadata(
            source=found.get("source", ""),
            published=found.get("published", ""),
            certainty=GIVEN if "published" in found else "",
            url=found.get("url", ""),
            lang=found.get("lang", ""),
            author=found.get("author", ""),
            story=found.get("story", ""),
            origin=self.origin,
            decoded=note,
            more=record.more(rest) if rest else "",
        )
        name = found.get("id") or known.url or f"{self.file}:{record.number}"
        return Article.of(name, text, title, clues.completed(known, text))

    def meet(self, names: Iterable[str]) -> None:
        """Take note of what else can be named in the records' file, for a message."""
        if len(self._seen) < _PLANS:
            self._seen.update(dict.fromkeys(names))

    def has_text(self, values: Mapping[str, Any]) -> bool:
        """Whether an object has a field for the text of an article."""
        names = next(names for ours, names in self._made(values) if ours == "text")
        return any(isinstance(values[name] if name in values else _nested(values, name), str) for name in names)

    def unmet(self, *, but: str) -> Iterator[CorpusError]:
        """One trouble for each mapped field that no record had, `but` one."""
        for ours, theirs in self.options.fields.items():
            if theirs not in {*self._met, NOWHERE} and self._seen and ours != but:
                yield CorpusError(f"no record has a field {theirs!r} for {ours}", todo=self.names())

    def names(self) -> str:
        """What the records' fields are called, for a message."""
        names = list(self._seen)
        return f"there is {', '.join(names[:_SHOWN])}{' …' if len(names) > _SHOWN else ''}"

    def _found(self, values: Mapping[str, Any]) -> tuple[dict[str, str], set[str]]:
        """What `values` say, under our names, and the names of those that were used. Raises UnicodeEncodeError."""
        found: dict[str, str] = {}
        used: set[str] = set()
        for ours, names in self._plan(values):
            for name in names:
                said = _said(ours, values[name] if name in values else _nested(values, name))
                if said:
                    if ours != "text" and not said.isascii():
                        said.encode()
                    found[ours] = said
                    used.add(name)
                    break
        return found, used

    def _plan(self, values: Mapping[str, Any]) -> Plan:
        key = tuple(values)
        plan = self._plans.get(key)
        if plan is None:
            plan = self._made(values)
            if len(self._plans) < _PLANS:
                self._plans[key] = plan
                self._seen.update(dict.fromkeys(key))
        return plan

    def _made(self, values: Mapping[str, Any]) -> Plan:
        by_name = {name.casefold(): name for name in reversed(list(values))}
        plan: list[tuple[str, tuple[str, ...]]] = []
        for ours, theirs in NAMES.items():
            mapped = self.options.fields.get(ours)
            if mapped is None:
                names = tuple(by_name[name.casefold()] for name in theirs if name.casefold() in by_name)
            elif mapped == NOWHERE:
                names = ()
            else:
                path = by_name.get(mapped.casefold(), mapped)
                names = (path,) if path in values or _nested(values, path) is not None else ()
                self._met.update((mapped,) if names else ())
            plan.append((ours, tuple(dict.fromkeys(names))))
        taken = set(self.options.fields.values())
        return tuple((ours, self._free(ours, names, taken)) for ours, names in plan)

    def _free(self, ours: str, names: tuple[str, ...], taken: set[str]) -> tuple[str, ...]:
        """`names` without what the person gave to another field."""
        return names if ours in self.options.fields else tuple(name for name in names if name not in taken)

    def _text(self, found: dict[str, str], values: Mapping[str, Any]) -> str:
        text = found.get("text")
        if text is not None:
            if "\0" in text:
                raise CorpusError(f"not text (a NUL at code point {text.index(chr(0))})")
            return text
        names = next(names for ours, names in self._plan(values) if ours == "text")
        mapped = self.options.fields.get("text", "")
        given = [(name, values[name] if name in values else _nested(values, name)) for name in names]
        wrong = next((name for name, value in given if value is not None and not isinstance(value, str)), None)
        if wrong is not None:
            raise CorpusError(f"the field {wrong!r} is not a text")
        if names:
            raise CorpusError(f"the field {names[0]!r} is empty")
        raise TextMissingError(f"there is no field {mapped!r}" if mapped else "there is no field with a text")


def _plain(value: Any) -> Any:
    """What stands in JSON for a value of a kind that JSON does not have."""
    if not isinstance(value, (bytes, bytearray, memoryview)):
        return str(value)
    data = bytes(value)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return {"bytes": len(data)}


def _without_nan(value: Any) -> Any:
    """`value` with null for each number that JSON does not have."""
    if isinstance(value, dict):
        return {str(name): _without_nan(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_nan(one) for one in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def _nested(values: Mapping[str, Any], path: str) -> Any:
    """What stands at a path with dots, or None."""
    found: Any = values
    for part in path.split("."):
        if not isinstance(found, dict):
            return None
        found = found.get(part) if part in found else _any_case(found, part)
    return found


def _any_case(values: Mapping[str, Any], part: str) -> Any:
    return next((value for name, value in values.items() if name.casefold() == part.casefold()), None)


def _said(ours: str, value: Any) -> str:
    """What a field's value says as a text; nothing where it is of another kind, and the value stays where it was."""
    if ours == "published":
        is_date = isinstance(value, (str, int, float, date)) and not isinstance(value, bool)
        return dates.iso(value) if is_date else ""
    if isinstance(value, str):
        said = clues.language(value) if ours == "lang" else value
        return "" if is_blank(said) else said
    if ours in {"id", "story"}:
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
    if ours == "author" and isinstance(value, list):
        return ", ".join(filter(None, (_said(ours, one) for one in value)))
    is_named = ours in {"source", "author"} and isinstance(value, dict)
    return _said(ours, value.get("name")) if is_named else ""
