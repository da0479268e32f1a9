"""Label Studio's JSON: an array of tasks for its import, decisions as annotations, open proposals as predictions.

One annotation holds what one reviewer accepted: regions of the control `label`, notes and attributes as answers for
one region, relations between its regions, and what was said of the whole article as choices. Of who did not finish the
article, it is a draft, and because most installations pass over drafts in an import, a prediction as well.
`completed_by` is only written for reviewers called by an e-mail address: an import that names an unknown person is
refused as a whole. What has no place is in `data.variorum`, which Label Studio keeps, and so are drafts, and whose an
annotation is.
Source: https://labelstud.io/guide/tasks and https://labelstud.io/guide/export, and of what an import takes
label_studio/tasks/serializers.py of https://github.com/HumanSignal/label-studio
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from annotations.formats.base import EVERYTHING, How, LeftOut, check_surfaces
from annotations.formats.label_studio_read import ANNOTATORS, ATTRIBUTE, DRAFTS, is_task, lines
from annotations.formats.shared.gold_rows import BESIDE, Row, beside, gapped, more_of, told
from annotations.formats.shared.json_files import first_objects
from annotations.formats.shared.json_text import json_line
from annotations.formats.shared.story_lines import stories
from annotations.gold import GoldArticle, GoldStory
from annotations.model import About
from corpus.offsets import Unit


class LabelStudio:
    """The format of Label Studio."""

    name = "label-studio"
    suffix = ".json"
    title = "Label Studio: tasks with annotations of each reviewer and predictions, for its import"
    carries = EVERYTHING
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether one of the first records is a task with annotations or predictions, or of the smaller export."""
        return any(map(is_task, first_objects(path, head)))

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write one task for each article; returns the spans with gaps, which its editor does not show.

        Raises ExportError when a surface is not what stands at its span.
        """
        left_out: list[LeftOut] = []
        with out.open("wb") as stream:
            stream.write(b"[")
            number = 0
            for story in stories:
                for article in story.articles:
                    check_surfaces(article)
                    left_out += gapped(article)
                    number += 1
                    stream.write((b",\n" if number > 1 else b"\n") + json_line(_task(story, article, number)))
            stream.write(b"\n]\n")
        return left_out

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read task by task; annotations that were cancelled count as nothing."""
        yield from stories(lines(path, how))


LABEL_STUDIO: Final = LabelStudio()


def _task(story: GoldStory, article: GoldArticle, number: int) -> Row:
    row = told(story, article)
    shown = {one["id"]: one for one in row["spans"] if not one["parts"]}
    inner = [one for one in row["relations"] if _within(one, shown)]
    said = [one for one in row["statements"] if one["about"] == About.ARTICLE.value]
    results = {who: _result(who, shown, inner, said) for who in _reviewers(row, shown, said)}
    rest = {
        "spans": [one for one in row["spans"] if one["parts"]],
        "relations": [one for one in row["relations"] if not _within(one, shown)],
        "statements": [one for one in row["statements"] if one["about"] != About.ARTICLE.value],
    }
    about = {key: row["about"][key] for key in ("title", "source", "published", "url") if key in row["about"]}
    finished = {number * 1000 + at: who for at, who in enumerate(filter(row["finished_by"].__contains__, results), 1)}
    drafts = [{"user": who, "result": one} for who, one in results.items() if who not in row["finished_by"]]
    kept = beside({**row, **rest}, "proposals", "finished_by")
    kept |= {ANNOTATORS: {str(key): who for key, who in finished.items()}} if finished else {}
    kept |= {DRAFTS: drafts} if drafts else {}
    shown_drafts = [{"model_version": f"{one['user']} (unfinished)", "result": one["result"]} for one in drafts]
    return {
        "id": number,
        "annotations": [{"id": key, **_annotation(who, results[who])} for key, who in finished.items()],
        "drafts": drafts,
        "predictions": [*_predictions(row["proposals"], row["text"]), *shown_drafts],
        "data": {"text": row["text"], "article": row["name"], **about, BESIDE: kept},
    }


def _within(one: Row, shown: dict[str, Row]) -> bool:
    """Whether a relation is between regions of the annotation of who made it."""
    ends = [shown.get(one["source"]), shown.get(one["target"])]
    return all(end is not None and end["reviewer"] == one["reviewer"] for end in ends)


def _reviewers(row: Row, shown: dict[str, Row], said: Iterable[Row]) -> list[str]:
    """Those who have something to show. Without anything, an article has no annotation and is still to be done."""
    return sorted(
        {*row["finished_by"], *(one["reviewer"] for one in shown.values()), *(one["reviewer"] for one in said)}
    )


def _result(who: str, shown: dict[str, Row], relations: Iterable[Row], said: Iterable[Row]) -> list[Row]:
    result: list[Row] = []
    for one in shown.values():
        if one["reviewer"] == who:
            result += _regions(one)
    result += [_relation(one) for one in relations if one["reviewer"] == who]
    mine = [one for one in said if one["reviewer"] == who]
    return result + [_choice(one, f"said-{at}") for at, one in enumerate(mine)]


def _annotation(who: str, result: list[Row]) -> Row:
    person: Row = {"completed_by": {"email": who}} if "@" in who else {"reviewer": who}
    return {**person, "was_cancelled": False, "ground_truth": False, "result": result}


def _regions(one: Row) -> Iterator[Row]:
    """A region, and what is told of it: a note in the control `note`, each attribute in one of its name."""
    place = {"start": one["start"], "end": one["end"], "text": one["text"]}
    origin = one["origin"] or {}
    same = all(origin.get(key) == one[key] for key in ("start", "end", "label"))
    how = "manual" if not origin else "prediction" if same else "prediction-changed"
    more = more_of(one, "note", "parts", "attributes")
    region = _item(one["id"], "label", "labels", {**place, "labels": [one["label"]]}) | {"origin": how}
    yield region | ({"meta": {BESIDE: more}} if more else {})
    if one["note"]:
        yield _item(one["id"], "note", "textarea", {**place, "text": [one["note"]]})
    for each in one["attributes"]:
        # Not plain names: one may be called as another control is.
        yield _item(one["id"], f"{ATTRIBUTE}{each['name']}", "choices", {**place, "choices": [each["value"]]})


def _relation(one: Row) -> Row:
    ends = {"from_id": one["source"], "to_id": one["target"], "type": "relation", "direction": "right"}
    return {**ends, "labels": [one["type"]], **_meta(one, "decided")}


def _choice(one: Row, identity: str) -> Row:
    item = _item(identity, one["field"], "choices", {"choices": [one["value"]]})
    return item | _meta(one, "decided", "story")


def _meta(one: Row, *keys: str) -> Row:
    """What there is of these, where Label Studio keeps what it does not know."""
    more = {key: one[key] for key in keys if one[key]}
    return {"meta": {BESIDE: more}} if more else {}


def _item(identity: str, control: str, kind: str, value: Row) -> Row:
    return {"id": identity, "from_name": control, "to_name": "text", "type": kind, "value": value}


def _predictions(offers: Iterable[Row], text: str) -> Iterator[Row]:
    """One prediction for each model: as sure as the least sure of its regions, which say it each for itself."""
    by_model: dict[str, list[Row]] = {}
    for one in offers:
        by_model.setdefault(one["model"], []).append(one)
    for model, own in by_model.items():
        result = [_predicted(one, text, f"offer-{at}") for at, one in enumerate(own)]
        yield {"model_version": model, "score": min(one["score"] for one in own) / 100, "result": result}


def _predicted(one: Row, text: str, identity: str) -> dict[str, Any]:
    place = {"start": one["start"], "end": one["end"], "text": text[one["start"] : one["end"]]}
    return _item(identity, "label", "labels", {**place, "labels": [one["label"]]}) | {"score": one["score"] / 100}
