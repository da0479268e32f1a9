"""Web Annotations that other programs wrote: what they say of places in texts that are at hand, and of whole sources.

An annotation says where its text is, and seldom holds it. Where the source is the name of a file beside the file read,
its text is read, and places in it become spans; everything else is kept as what is said of the article as a whole, with
the words that were quoted.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.shared.accepted import by_place
from annotations.formats.shared.text_files import text_of
from annotations.formats.w3c_items import Item, listed
from annotations.gold import GoldArticle, GoldStory
from annotations.model import About, Annotation, Statement, Verdict
from corpus.article import Article
from corpus.offsets import OffsetError, Unit, to_code_points
from corpus.span import Span

_SETS: Final = ("Choice", "Composite", "List", "Independents")
_TAGS: Final = ("tagging", "classifying", "identifying")
_CHARACTERS: Final = re.compile(r"char=(\d+),(\d+)(?:;.*)?$")


class _Said(NamedTuple):
    """What an annotation says: its label, a note, IRIs of what it points to, who said it and when."""

    id: str
    where: str
    label: str
    note: str
    links: tuple[str, ...]
    motivation: str
    reviewer: str
    created: str
    decided: str


class _Target(NamedTuple):
    source: str
    selectors: tuple[Item, ...]


def read_foreign(found: Iterable[tuple[str, Item]], path: Path, how: How) -> Iterator[GoldStory]:
    """One story for each source, in the order in which they are first named."""
    sources: dict[str, list[tuple[_Said, _Target]]] = {}
    for number, (where, item) in enumerate(found, 1):
        try:
            said = _said(item, f"{number}", where, how)
            for target in (one for each in listed(item["target"]) for one in _targets(each)):
                sources.setdefault(target.source, []).append((said, target))
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
            todo = "see https://www.w3.org/TR/annotation-model/"
            raise ReadError("an annotation of another shape", where=where, todo=todo) from error
    for source, own in sources.items():
        yield _story(source, own, path, how)


def _story(source: str, own: Iterable[tuple[_Said, _Target]], path: Path, how: How) -> GoldStory:
    text = _text_of(source, path)
    article = Article.of(source, text or "")
    convert = to_code_points(article.text, how.unit or Unit.CODE_POINTS)
    spans: list[Annotation] = []
    statements: list[Statement] = []
    for at, (said, target) in enumerate(own):
        try:
            found = None if text is None else _located(text, target.selectors, convert)
        except (OffsetError, KeyError, TypeError, ValueError) as error:
            what = f"its place is not in the text of {source}"
            raise ReadError(what, where=said.where, todo="is this the text it was made on?") from error
        if found is None:
            statements += _statements(article, said, _exact(target.selectors))
        else:
            spans.append(_annotation(article, said, f"{said.id}.{at}", found, _exact(target.selectors)))
    spans.sort(key=by_place)
    return GoldStory("", "", (GoldArticle(article, annotations=tuple(spans), statements=tuple(statements)),))


def _annotation(article: Article, said: _Said, identity: str, span: Span, surface: str) -> Annotation:
    who = (said.reviewer, said.created, said.decided, said.note)
    links = tuple(("body", one) for one in said.links)
    label = said.label or said.motivation
    return Annotation(identity, article.id, span, surface, label, Verdict.ACCEPTED, None, *who, (), links)


def _statements(article: Article, said: _Said, surface: str) -> Iterator[Statement]:
    """What an annotation says, one statement for each thing."""
    values = [*filter(None, (said.label, said.note)), *said.links] or [said.motivation]
    pairs = [(said.motivation, value) for value in values] + ([("quote", surface)] if surface else [])
    place = (About.ARTICLE, article.id, "", None, "")
    return (Statement(*place, *pair, said.reviewer, said.decided) for pair in pairs)


def _said(item: Item, identity: str, where: str, how: How) -> _Said:
    motivation = next(iter(listed(item.get("motivation"))), "annotation")
    tags: list[str] = []
    notes: list[str] = listed(item.get("bodyValue"))
    links: list[str] = []
    for body in (one for each in listed(item.get("body")) for one in _bodies(each)):
        purpose = next(iter(listed(body.get("purpose"))), motivation)
        if isinstance(body.get("value"), str):
            (tags if purpose in _TAGS else notes).append(body["value"])
        elif link := _identity(body.get("source", body)):
            links.append(link)
    modified, created = item.get("modified", ""), item.get("created", "")
    agent = next(iter(listed(item.get("creator"))), "")
    who = agent if isinstance(agent, str) else agent.get("name") or agent.get("nickname") or agent.get("id", "")
    times = (created, modified or created)
    label, note = ", ".join(tags), "\n".join(notes)
    return _Said(identity, where, label, note, tuple(links), motivation, str(who or how.reviewer), *times)


def _bodies(body: Any) -> Iterator[Item]:
    if isinstance(body, str):
        yield {"id": body}
    elif any(kind in _SETS for kind in listed(body.get("type"))):
        for one in body["items"]:
            yield from _bodies(one)
    else:
        yield body


def _targets(target: Any) -> Iterator[_Target]:
    if isinstance(target, str):
        yield _Target(target, ())
    elif any(kind in _SETS for kind in listed(target.get("type"))):
        for one in target["items"]:
            yield from _targets(one)
    else:
        selectors = tuple(one for one in listed(target.get("selector")) if isinstance(one, dict))
        yield _Target(_identity(target.get("source", target)), selectors)


def _identity(found: Any) -> str:
    """The IRI of a resource; empty for one without."""
    return found if isinstance(found, str) else str(found.get("id", ""))


def _text_of(source: str, path: Path) -> str | None:
    """The text of a source that is a file beside the annotations; None for any other."""
    if not source or "/" in source or "\\" in source or ":" in source or source == path.name:
        return None
    beside = path.parent / source
    if not beside.is_file():
        return None
    return text_of(beside)


def _exact(selectors: Iterable[Item]) -> str:
    return next((str(one.get("exact", "")) for one in selectors if one.get("type") == "TextQuoteSelector"), "")


def _located(text: str, selectors: Iterable[Item], convert: Callable[[int], int]) -> Span | None:
    """Where selectors point to: by position if one has it, else by quote; None where none of them is about a text.

    Raises ValueError for a quote that does not stand in the text, and OffsetError for a place outside of it.
    """
    by_kind = {one.get("type"): one for one in selectors if "refinedBy" not in one}
    if (position := by_kind.get("TextPositionSelector")) is not None:
        return Span(convert(position["start"]), convert(position["end"]))
    if (quote := by_kind.get("TextQuoteSelector")) is not None:
        prefix, exact = quote.get("prefix", ""), quote["exact"]
        at = text.index(prefix + exact + quote.get("suffix", "")) + len(prefix)
        return Span(at, at + len(exact))
    if fragment := _CHARACTERS.match(str(by_kind.get("FragmentSelector", {}).get("value", ""))):
        return Span(convert(int(fragment[1])), convert(int(fragment[2])))
    return None
