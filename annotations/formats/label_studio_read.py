"""Label Studio's JSON, read: its full export and its smaller one, and the tasks that others write for its import.

Its editor counts code points, older versions counted UTF-16 units: what a region says stands there shows which.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.json_shape import Line
from annotations.formats.label_studio_smaller import Item, is_smaller, tasks
from annotations.formats.shared.gold_rows import BESIDE, LISTS, MORE, TOLD, Row, gold_line, placed, shape
from annotations.formats.shared.json_files import Record, objects
from annotations.formats.shared.scores import offered, scored
from annotations.model import About
from corpus.offsets import OffsetError, Unit

WHAT: Final = "not a task of Label Studio"
ATTRIBUTE: Final = "attribute-"
ANNOTATORS: Final = "annotators"
"""The key of ours, beside what a format keeps, under which the ids of annotations have the names of their reviewers."""
DRAFTS: Final = "drafts"
"""The key of ours, at the same place, under which drafts stand once more: most installations do not import them."""
_DECIDED: Final = ("created", "decided", "via")
_LABELS: Final = ("labels", "hypertextlabels")
_ANSWERS: Final = ("choices", "textarea")


def lines(path: Path, how: How) -> Iterator[Line]:
    """The articles of a file. Raises ReadError."""
    for record in tasks(objects(path), WHAT):
        with shape(record.where, WHAT):
            yield gold_line(record.number, _Task(record, path, how).row())


def is_task(value: Item) -> bool:
    """Whether that is a task with annotations or predictions, or one of the smaller export."""
    if isinstance(value.get("data"), dict):
        return any(isinstance(value.get(key), list) for key in ("annotations", "predictions", "completions"))
    return is_smaller(value)


class _Task:
    """A task; `_row` is what was found of it. Of ours, regions keep their ids, by which `data.variorum` knows them."""

    def __init__(self, record: Record, path: Path, how: How) -> None:
        data = record.value["data"]
        self._record = record
        self._how = how
        self._text = _text(record)
        self._put = placed(self._text, how.unit or Unit.CODE_POINTS)
        self._put_utf_16 = placed(self._text, Unit.UTF_16)
        self._ours = isinstance(data.get(BESIDE), dict)
        known: Row = data[BESIDE] if self._ours else {"name": f"{path.name}:{record.number}", "about": _about(data)}
        self._annotators: Row = known.get(ANNOTATORS, {})
        self._drafts: list[Item] = known.get(DRAFTS, [])
        self._row: Row = {**{key: [] for key in LISTS}, **{key: known[key] for key in (*TOLD, *LISTS) if key in known}}
        self._row["text"] = self._text
        self._ids = {one["id"] for key in ("spans", "rejected", "unsure") for one in self._row[key]}

    def row(self) -> Row:
        """What the task says."""
        task = self._record.value
        finished: list[str] = []
        for at, one in enumerate(task.get("annotations") or task.get("completions") or []):
            if one.get("was_cancelled"):
                self._how.tell("annotations that were cancelled")
            else:
                reviewer = self._reviewer(one)
                if self._ours or _spans_were_asked(one["result"]):
                    finished.append(reviewer)
                self._annotation(one["result"], reviewer, f"a{at}", changed=one.get("updated_by") is not None)
        self._row["finished_by"] = sorted(set(finished))
        drafts = self._whole(task.get("drafts") or [])
        for at, one in enumerate([*self._drafts, *drafts]):
            # A draft of what was handed in already would be there twice.
            if one.get("annotation") is None:
                self._annotation(one["result"], _named(one.get("user"), self._how), f"d{at}")
        # One for each of our drafts only shows it.
        for one in self._whole(task.get("predictions") or [], known=len(self._drafts)):
            self._row["proposals"] += self._offers(one)
        return self._row

    def _reviewer(self, annotation: Item) -> str:
        """Who decided: in an annotation of ours who did before, unless it was changed since, then who changed it."""
        before = self._annotators.get(str(annotation.get("import_id", annotation.get("id"))))
        changed_by = annotation.get("updated_by")
        if before is None:
            return _named(annotation.get("completed_by", annotation.get("reviewer")), self._how)
        return before if changed_by is None else _named(changed_by, self._how)

    def _whole(self, given: list[Any], known: int = 0) -> list[Item]:
        """Drafts or predictions, less those that show ours, and mere numbers, which are told beyond `known`."""
        ours = [one["result"] for one in self._drafts]
        numbers = [one for one in given if not isinstance(one, Mapping)]
        for _ in numbers[known:]:
            self._how.tell("predictions and drafts of which an export has only the number")
        return [one for one in given if isinstance(one, Mapping) and one["result"] not in ours]

    def _annotation(self, result: list[Item], reviewer: str, at: str, *, changed: bool = False) -> None:
        regions: dict[object, list[Row]] = {}
        for number, item in enumerate(result):
            own = regions.setdefault(item.get("id"), [])
            for row in self._regions(item, reviewer, f"{self._record.number}.{at}.{number}"):
                # Times and ways are those of decisions that were made before.
                own.append({key: one for key, one in row.items() if not (changed and key in _DECIDED)})
        for item in result:
            own = regions.get(item.get("id"), [])
            if item.get("type") in _ANSWERS and own:
                for row in own:
                    _tell(row, item)
            elif item.get("type") in _ANSWERS:
                self._row["statements"] += _statements(item, reviewer)
            elif item.get("type") == "relation":
                self._relate(item, regions, reviewer)
            elif item.get("type") not in _LABELS:
                self._how.tell("regions and answers that are not about spans of text")
        self._row["spans"] += [row for own in regions.values() for row in own]

    def _relate(self, item: Item, regions: Mapping[object, list[Row]], reviewer: str) -> None:
        found = list(_relations(item, regions, reviewer))
        if not found:
            self._how.tell("relations whose ends are no spans")
        self._row["relations"] += found

    def _regions(self, item: Item, reviewer: str, identity: str) -> Iterator[Row]:
        """The rows of a region: one for each of its labels."""
        meta = item.get("meta") or {}
        more = {key: one for key, one in (meta.get(BESIDE) or {}).items() if key in MORE}
        note = {"note": "\n".join(meta["text"])} if isinstance(meta.get("text"), list) else {}
        more |= scored(item, self._how.tell)
        for label, place in self._labelled(item):
            own = item.get("id")
            if not self._ours or not isinstance(own, str) or own in self._ids:
                own = f"{identity}.{label}"
            self._ids.add(own)
            yield {"id": own, **place, "label": label, "reviewer": reviewer, "attributes": [], **note, **more}

    def _labelled(self, item: Item) -> Iterator[tuple[str, Row]]:
        kind = item.get("type")
        if kind in _LABELS:
            value = item["value"]
            edges = value.get("globalOffsets", value)
            place = self._place(edges["start"], edges["end"], value.get("text"))
            yield from ((label, place) for label in value.get(kind) or [])

    def _place(self, start: object, end: object, said: object) -> Row:
        """Where a region stands, and what it says stands there. Raises ReadError where it counts something else."""
        unit = self._how.unit
        try:
            place = self._put(start, end)
        except OffsetError:
            if unit is None and self._fits(start, end, said):
                raise self._other_unit(said) from None
            raise
        there = self._text[place["start"] : place["end"]]
        # Of what is shown, runs of white space are one; the offsets are those of the text.
        if not isinstance(said, str) or said.split() == there.split():
            return {**place, "text": there if said == there else ""}
        if unit is None and self._fits(start, end, said):
            raise self._other_unit(said)
        return {**place, "text": said}

    def _fits(self, start: object, end: object, said: object) -> bool:
        """Whether that stands there, in UTF-16 units."""
        try:
            place = self._put_utf_16(start, end)
        except OffsetError:
            return False
        return isinstance(said, str) and self._text[place["start"] : place["end"]].split() == said.split()

    def _other_unit(self, said: object) -> ReadError:
        what = f"{str(said)[:60]!r} stands elsewhere: offsets count UTF-16 units"
        return ReadError(what, where=self._record.where, todo="read it with --offsets utf-16")

    def _offers(self, prediction: Item) -> Iterator[Row]:
        model = prediction.get("model_version")
        for item in prediction.get("result") or []:
            score = offered(prediction if item.get("score") is None else item, self._how.tell)
            for label, place in self._labelled(item):
                mark = {"start": place["start"], "end": place["end"], "label": label}
                yield {**mark, "model": model if isinstance(model, str) else "", "score": score}


def _text(record: Record) -> str:
    """The text of a task: what is called so, else the only string there is, if regions of text were marked in it."""
    data = record.value["data"]
    strings = [one for one in data.values() if isinstance(one, str)]
    whole = [*(record.value.get("annotations") or []), *(record.value.get("predictions") or [])]
    marked = any(item.get("type") in _LABELS for one in whole if isinstance(one, Mapping) for item in one["result"])
    text = data.get("text", strings[0] if marked and len(strings) == 1 else None)
    if not isinstance(text, str):
        raise ReadError("a task without a text: nothing in its data is called text", where=record.where)
    return text


def _spans_were_asked(result: list[Item]) -> bool:
    """Whether who handed this in saw all spans: of a task where others were asked for, it says nothing of spans."""
    return not result or any(item.get("type") in _LABELS for item in result)


def _about(data: Item) -> Row:
    return {key: data[key] for key in ("title", "source", "published", "url") if isinstance(data.get(key), str)}


def _named(who: object, how: How) -> str:
    if isinstance(who, Mapping):
        name = f"{who.get('first_name') or ''} {who.get('last_name') or ''}".strip()
        who = who.get("email") or name or who.get("id")
    return how.reviewer if who is None else str(who)


def _values(item: Item) -> list[str]:
    """The answers of a control: of choices each, of a text area its lines together."""
    kind, value = item["type"], item["value"]
    given = value["text" if kind == "textarea" else kind]
    given = [given] if isinstance(given, str) else list(given)
    return ["\n".join(given)] if kind == "textarea" else given


def _tell(row: Row, item: Item) -> None:
    """Add an answer for one region to its row: a text is a note, a choice an attribute."""
    said = ", ".join(_values(item))
    if item["type"] == "textarea":
        row["note"] = "\n".join(filter(None, (row.get("note"), said)))
        return
    name = str(item["from_name"]).removeprefix(ATTRIBUTE)
    others = [one for one in row["attributes"] if one["name"] != name]
    row["attributes"] = sorted([*others, {"name": name, "value": said}], key=lambda one: one["name"])


def _statements(item: Item, reviewer: str) -> Iterator[Row]:
    """What an answer for the whole task says."""
    more = (item.get("meta") or {}).get(BESIDE) or {}
    for value in _values(item):
        place = {"about": About.ARTICLE.value, "start": None, "end": None, "text": "", "story": more.get("story", "")}
        said = {"field": str(item["from_name"]), "value": value, "reviewer": reviewer}
        yield {**place, **said, "decided": more.get("decided", "")}


def _relations(item: Item, regions: Mapping[object, list[Row]], reviewer: str) -> Iterable[Row]:
    more = (item.get("meta") or {}).get(BESIDE) or {}
    ends = [regions.get(item[key]) for key in ("from_id", "to_id")]
    if ends[0] and ends[1]:
        for label in item.get("labels") or [""]:
            said = {"source": ends[0][0]["id"], "target": ends[1][0]["id"], "type": label, "reviewer": reviewer}
            yield {**said, "decided": more.get("decided", "")}
