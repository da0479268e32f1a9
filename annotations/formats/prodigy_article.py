"""The tasks of one text put together: what reviewers said of an article in Prodigy, as rows of our own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from annotations.formats.base import How
from annotations.formats.shared.gold_rows import BESIDE, LISTS, MORE, TOLD, Row, placed
from annotations.formats.shared.scores import offered, scored
from annotations.model import VERDICT, About, Verdict
from corpus.offsets import Unit

ANSWERS: Final = {"accept": Verdict.ACCEPTED, "reject": Verdict.REJECTED, "ignore": Verdict.UNSURE}
MANUAL: Final = ("ner_manual", "spans_manual", "relations", "review")
LABEL: Final = "label"
_KEYS: Final = {Verdict.ACCEPTED: "spans", Verdict.REJECTED: "rejected", Verdict.UNSURE: "unsure"}
Task = Mapping[str, Any]


class TaskArticle:
    """An article called `name` where its tasks do not say, to which one task after the other is added."""

    def __init__(self, name: str, how: How) -> None:
        self._how = how
        self._row: Row = {"name": name, **{key: [] for key in LISTS}}
        self._ids: dict[object, str] = {}
        self._taken: set[str] = set()

    def row(self) -> Row:
        """What all tasks say."""
        return {**self._row, "finished_by": sorted(set(self._row["finished_by"]))}

    def add(self, task: Task, number: int) -> None:
        """Add the task of line `number`.

        Raises AttributeError, KeyError, TypeError, ValueError or OffsetError for one of another shape.
        """
        self._about(task)
        who = next((task[key] for key in ("_annotator_id", "_session_id") if isinstance(task.get(key), str)), None)
        reviewer = self._how.reviewer if who is None else who
        place = placed(task["text"], self._how.unit or Unit.CODE_POINTS)
        given = [one for one in task.get("spans") or [] if one.get("label")]
        self._tell("spans without a label", len(task.get("spans") or []) - len(given))
        spans = [{**one, **place(one["start"], one["end"], label=one["label"])} for one in given]
        if task.get("answer") is None:
            self._row["proposals"] += (_offer(one, self._how) for one in spans)
            return
        verdict = ANSWERS[task["answer"]]
        if task.get("_view_id") not in MANUAL or task.get("_is_binary"):
            several = verdict is Verdict.REJECTED and len(spans) > 1
            self._spans(spans, Verdict.UNSURE if several else verdict, reviewer, number)
            self._labels(task, verdict, reviewer)
        elif verdict is Verdict.ACCEPTED:
            self._row["finished_by"].append(reviewer)
            related = list(_relations(task, given, self._spans(spans, verdict, reviewer, number), reviewer))
            self._tell("relations between tokens that are no spans", len(task.get("relations") or []) - len(related))
            self._row["relations"] += related
        elif BESIDE not in task or who is not None:
            self._tell("spans in manual tasks that were not accepted", len(given))
            self._say(VERDICT, verdict.value, reviewer)

    def _tell(self, what: str, times: int) -> None:
        for _ in range(times):
            self._how.tell(what)

    def _about(self, task: Task) -> None:
        """What is known of the article: all of it in a task of ours, else what Prodigy shows below the text."""
        row, said, meta = self._row, task.get(BESIDE), task.get("meta")
        row["text"] = task["text"]
        if isinstance(said, dict):
            row.update({key: said[key] for key in TOLD if key in said})
            for key in LISTS:
                row[key] += said.get(key, [])
        elif isinstance(meta, dict) and "article" not in task:
            known = {key: meta[key] for key in ("source", "published", "url") if isinstance(meta.get(key), str)}
            row["about"] = {**row.get("about", {}), **known}

    def _spans(self, given: Iterable[Row], verdict: Verdict, reviewer: str, number: int) -> list[str]:
        """Add decisions, each once; gives their ids."""
        ids: list[str] = []
        for at, one in enumerate(given):
            key = (verdict, one["start"], one["end"], one["label"], reviewer)
            if key not in self._ids:
                own = one.get("id")
                self._ids[key] = own if isinstance(own, str) and own not in self._taken else f"{number}.{at}"
                self._taken.add(self._ids[key])
                self._row[_KEYS[verdict]].append(_row(one, self._ids[key], reviewer) | scored(one, self._how.tell))
            ids.append(self._ids[key])
        return ids

    def _labels(self, task: Task, verdict: Verdict, reviewer: str) -> None:
        """What a reviewer said of the whole text: the label that was asked about, or the options that were taken."""
        taken = task.get("accept")
        labels = taken if isinstance(taken, list) else [task.get(LABEL)]
        for label in labels:
            if verdict is Verdict.ACCEPTED and isinstance(label, str):
                self._say(LABEL, label, reviewer)

    def _say(self, field: str, value: str, reviewer: str) -> None:
        what = {"about": About.ARTICLE.value, "start": None, "end": None, "text": "", "story": ""}
        self._row["statements"].append({**what, "field": field, "value": value, "reviewer": reviewer, "decided": ""})


def _row(one: Task, identity: str, reviewer: str) -> Row:
    said = {"id": identity, "text": one.get("text", ""), "reviewer": reviewer, "origin": _origin(one)}
    return {**_mark(one), **said, **{more: one[more] for more in MORE if more in one}}


def _origin(one: Task) -> Row | None:
    """The proposal that was judged, where a model is named."""
    model = one.get("source")
    return {"model": model, **_mark(one)} if isinstance(model, str) else None


def _offer(one: Task, how: How) -> Row:
    model, score = one.get("source"), offered(one, how.tell)
    return {"model": model if isinstance(model, str) else "", **_mark(one), "score": score}


def _mark(one: Task) -> Row:
    return {key: one[key] for key in ("start", "end", "label")}


def _relations(task: Task, spans: list[Row], ids: list[str], reviewer: str) -> Iterator[Row]:
    """The relations between spans; those between tokens that are no spans are dependencies, and not for us."""
    known = {(one["start"], one["end"]): identity for one, identity in zip(spans, ids, strict=True)}
    for one in task.get("relations") or []:
        ends = [one.get(f"{end}_id") or known.get(_edges(one[f"{end}_span"])) for end in ("head", "child")]
        if all(ends):
            said = {"source": ends[0], "target": ends[1], "type": one["label"], "reviewer": reviewer}
            yield {**said, "decided": one.get("decided", "")}


def _edges(span: Task) -> tuple[int, int]:
    return span["start"], span["end"]
