"""Events as the log has them: the name of each kind, and the JSON form of what it holds. Old rows stay readable."""

import json
from collections.abc import Callable
from typing import Any, Final

from annotations.events import (
    Attributed,
    Change,
    Connected,
    Deleted,
    Disconnected,
    Finished,
    Judged,
    Moved,
    Named,
    Noted,
    Parted,
    Redone,
    Rejudged,
    Relabelled,
    Related,
    Reopened,
    Resized,
    Stated,
    Step,
    Undone,
    Unrelated,
)
from annotations.model import About, Proposal, Tie, Verdict
from corpus.span import Span

_ENCODE: Final = json.JSONEncoder(ensure_ascii=False).encode
_KINDS: dict[str, type[Change]] = {
    "judged": Judged,
    "rejudged": Rejudged,
    "relabelled": Relabelled,
    "resized": Resized,
    "noted": Noted,
    "parted": Parted,
    "attributed": Attributed,
    "deleted": Deleted,
    "finished": Finished,
    "reopened": Reopened,
    "moved": Moved,
    "named": Named,
    "related": Related,
    "unrelated": Unrelated,
    "stated": Stated,
    "connected": Connected,
    "disconnected": Disconnected,
    "undone": Undone,
    "redone": Redone,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_FIELDS: Final = {kind: tuple(sorted(kind.__dataclass_fields__)) for kind in _NAMES}


def kind_of(change: Change) -> str:
    """The name of the kind, as the log has it."""
    return _NAMES[type(change)]


def to_json(change: Change) -> str:
    """The change without its kind, as JSON with sorted keys (the log's hashes depend on the exact text).

    An empty `via` is left out.
    """
    fields = {name: _plain(getattr(change, name)) for name in _FIELDS[type(change)]}
    if not fields.get("via"):
        fields.pop("via", None)
    return _ENCODE(fields)


def from_json(kind: str, payload: str) -> Change:
    """What `to_json` wrote. Raises ValueError for an unknown kind or a payload that does not fit it."""
    try:
        fields = json.loads(payload)
        if kind != "stated" and fields.get("span", ()) is None:
            raise TypeError(kind)  # noqa: TRY301 (it is told like the other payloads that make no sense)
        return _KINDS[kind](**{name: _rich(name, value) for name, value in fields.items()})
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        message = f"no event: {kind} {payload[:80]}"
        raise ValueError(message) from error


def _plain(value: object) -> object:
    if value is None or type(value) is str:
        return value
    match value:
        case Span():
            return [value.start, value.end]
        case Step():
            return [value.sitting, value.number]
        case Proposal():
            return {"label": value.label, "model": value.model, "span": _plain(value.span)}  # as sorted
        case tuple():
            return [_plain(one) for one in value]
        case _:
            return value


def _rich(name: str, value: Any) -> Any:
    reader = _READERS.get(name)
    if reader is not None:
        return None if value is None and name in _OPTIONAL else reader(value)
    if value is None or isinstance(value, str):
        return value
    raise TypeError


def _proposal(value: Any) -> Proposal:
    return Proposal(_span(value["span"]), value["label"], value["model"])


def _span(value: Any) -> Span:
    start, end = value
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError
    return Span(start, end)


_READERS: dict[str, Callable[[Any], Any]] = {
    "about": About,
    "origin": _proposal,
    "other_span": _span,
    "parts": lambda value: tuple(map(_span, value)),
    "span": _span,
    "step": lambda value: Step(*value),
    "tie": Tie,
    "verdict": Verdict,
}
_OPTIONAL = {"origin", "span"}
