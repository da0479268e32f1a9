"""Prodigy's JSON Lines, as its db-out writes and its db-in reads them: one line is one task with its answer.

What a reviewer finished is one task of the manual interface: an accepted one says that all is marked. What was accepted
in an article that the reviewer did not finish is a task of the binary interface, which says that these spans are right
and nothing of the rest. Each rejected proposal is a rejected binary task with that one span, what is unsure an ignored
one. An article on which nobody said anything is an ignored task without spans: without an answer, db-in would make it
an accepted one. `token_end` is inclusive. The hashes are left to Prodigy.
Source: https://prodi.gy/docs/api-interfaces and https://prodi.gy/docs/dependencies-relations
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from annotations.formats.base import EVERYTHING, How, LeftOut, check_surfaces
from annotations.formats.prodigy_read import is_task, lines
from annotations.formats.prodigy_tokens import TaskTokens
from annotations.formats.shared.gold_rows import BESIDE, Row, beside, gapped, more_of, told
from annotations.formats.shared.json_files import first_objects
from annotations.formats.shared.json_text import json_line
from annotations.formats.shared.story_lines import stories
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Verdict
from corpus.offsets import Unit

CUT: Final = "cuts a token: only in a task of its own, without tokens"


class Prodigy:
    """The format of Prodigy."""

    name = "prodigy"
    suffix = ".jsonl"
    title = "Prodigy: JSON lines, a task for what each reviewer finished, accepted, rejected or left unsure"
    carries = EVERYTHING
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether the first line is a task with an answer, or with spans and Prodigy's own hashes."""
        found = first_objects(path, head, 1)
        return bool(found) and is_task(found[0])

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write the tasks of each article; returns the spans that a manual task cannot have.

        Raises ExportError when a surface is not what stands at its span.
        """
        left_out: list[LeftOut] = []
        with out.open("wb") as stream:
            for story in stories:
                for article in story.articles:
                    check_surfaces(article)
                    tasks = _Tasks(story, article)
                    for task in tasks:
                        stream.write(json_line(task) + b"\n")
                    left_out += tasks.left_out
        return left_out

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read article by article: all tasks of one text, wherever they stand in the file."""
        yield from stories(lines(path, how))


PRODIGY: Final = Prodigy()


class _Tasks:
    """The tasks of an article."""

    def __init__(self, story: GoldStory, article: GoldArticle) -> None:
        self._row = told(story, article)
        self._tokens = TaskTokens(article.article.text, article.lang)
        self._cut = {one.id for one in article.annotations if not self._tokens.fits(one.span.start, one.span.end)}
        self.left_out = list(gapped(article))
        self.left_out += [
            LeftOut.of(article, one, CUT, partly=True)
            for one in article.annotations
            if one.id in self._cut
            and not one.parts
            and one.verdict is Verdict.ACCEPTED
            and one.reviewer in article.finished_by
        ]

    def __iter__(self) -> Iterator[Row]:
        """Each task; the first has what no task has a place for."""
        row = self._row
        tasks = [task for who in self._reviewers() for task in self._of(who)] or [
            self._task("ner_manual", "ignore", None)
        ]
        rest = {key: [one for one in row[key] if one["parts"]] for key in ("spans", "rejected", "unsure")}
        shown = {
            (one["head_id"], one["child_id"], one["label"], task["_annotator_id"])
            for task in tasks
            for one in task.get("relations", [])
        }
        rest["relations"] = [
            one for one in row["relations"] if (one["source"], one["target"], one["type"], one["reviewer"]) not in shown
        ]
        tasks[0][BESIDE] = beside({**row, **rest}, "finished_by")
        yield from tasks

    def _reviewers(self) -> list[str]:
        keys = ("spans", "rejected", "unsure")
        deciders = {one["reviewer"] for key in keys for one in self._row[key] if not one["parts"]}
        return sorted({*self._row["finished_by"], *deciders})

    def _of(self, who: str) -> Iterator[Row]:
        row = self._row
        own = {
            key: [one for one in row[key] if one["reviewer"] == who and not one["parts"]]
            for key in ("spans", "rejected", "unsure")
        }
        alone = own["spans"]
        if who in row["finished_by"]:
            fitting = [one for one in own["spans"] if one["id"] not in self._cut]
            alone = [one for one in own["spans"] if one["id"] in self._cut]
            yield self._manual(who, fitting)
        if alone:
            yield self._task("ner", "accept", who, alone)
        for one in own["rejected"]:
            yield self._task("ner", "reject", who, [one])
        if own["unsure"]:
            yield self._task("ner", "ignore", who, own["unsure"])

    def _manual(self, who: str, given: list[Row]) -> Row:
        crossing = any(one["end"] > other["start"] for one, other in pairwise(given))
        # The interface for relations shows no spans that overlap.
        relations = [] if crossing else list(self._relations(who, {one["id"]: one for one in given}))
        view = "relations" if relations else "spans_manual" if crossing else "ner_manual"
        task = self._task(view, "accept", who, given, manual=True)
        return task | {"relations": relations} if relations else task

    def _relations(self, who: str, given: dict[str, Row]) -> Iterator[Row]:
        """Those between the spans of one task: `head` and `child` are the last tokens of their spans."""
        for one in self._row["relations"]:
            if one["reviewer"] != who or one["source"] not in given or one["target"] not in given:
                continue
            head, child = (self._end(given[one[key]]) for key in ("source", "target"))
            if "token_end" in head and "token_end" in child:
                yield {
                    "head": head["token_end"],
                    "child": child["token_end"],
                    "label": one["type"],
                    "head_span": head,
                    "child_span": child,
                    "head_id": one["source"],
                    "child_id": one["target"],
                    **({"decided": one["decided"]} if one["decided"] else {}),
                }

    def _end(self, one: Row) -> Row:
        place = {"start": one["start"], "end": one["end"]}
        return {**place, **self._tokens.of(one["start"], one["end"]), "label": one["label"]}

    def _task(self, view: str, answer: str, who: str | None, given: Iterable[Row] = (), *, manual: bool = False) -> Row:
        row = self._row
        about = {
            "article": row["name"],
            **{key: row["about"][key] for key in ("source", "published") if key in row["about"]},
        }
        task: dict[str, Any] = {"answer": answer, "_view_id": view}
        if who is not None:
            task |= {"_annotator_id": who, "_session_id": who}
        if view == "ner":
            task["_is_binary"] = True
        task |= {"article": row["id"], "story": row["story_id"], "meta": about, "text": row["text"]}
        if manual and self._tokens.known:
            task["tokens"] = self._tokens.rows()
        return task | {"spans": [self._span(one, tokens=manual) for one in given]}

    def _span(self, one: Row, *, tokens: bool) -> Row:
        place = {"start": one["start"], "end": one["end"]}
        if tokens:
            place |= self._tokens.of(one["start"], one["end"])
        source = {"source": one["origin"]["model"]} if one["origin"] else {}
        return {**place, "label": one["label"], "text": one["text"], "id": one["id"], **source, **more_of(one)}
