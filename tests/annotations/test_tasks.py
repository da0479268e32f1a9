"""Datasets for tasks: what people decided stands in the place of what was read, and every place is checked."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotations.choice import ALL, Choice, gold
from annotations.errors import ExportError
from annotations.events import Change, Finished, Judged, Related, Stated
from annotations.model import About, Tie, Verdict
from annotations.splits import Splits
from annotations.store import Store
from annotations.task_export import check, task_rows, write_task
from annotations.tasks.base import markers
from annotations.tasks.registry import TASKS, task_named
from corpus.article import Article, Metadata
from corpus.label_map import BOILERPLATE
from corpus.span import Span
from tests.annotations.libraries import articles, filled
from tests.annotations.projects import Sitter, judged
from tests.annotations.test_dump import ONE, READING, TWO

Row = dict[str, Any]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A story of two articles, read by rules; nobody decided anything."""
    with closing(filled(tmp_path / "a.variorum", [ONE, TWO])) as store:
        yield store


@pytest.fixture
def anna(store: Store) -> Sitter:
    return Sitter(store, "anna", "a")


def rows(store: Store, name: str, choice: Choice = ALL, *, decided: bool = False) -> list[Row]:
    return [row for _, row in task_rows(store, task_named(name), READING, choice, decided=decided)]


def at(article: Article, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    return Span(start, start + len(words))


def tied(tie: Tie, one: tuple[str, int], other: tuple[str, int], verdict: Verdict = Verdict.ACCEPTED) -> Change:
    """A word on a place of the first article and one of the second."""
    return Related(tie, at(ONE, *one), one[0], TWO.id, at(TWO, *other), other[0], verdict)


def said(found: list[Row], *names: str) -> list[tuple[Any, ...]]:
    """The two places of each row, and some of its fields."""
    return [(row["a"]["text"], row["b"]["text"], *(row[name] for name in names)) for row in found]


def test_there_is_a_task_for_each_thing_that_is_read() -> None:
    names = [one.name for one in TASKS]
    assert names == ["ner", "quantities", "quotations", "coreference", "claims", "alignment", "boilerplate"]
    with pytest.raises(ExportError, match="no task is called 'claim'; there is claims"):
        task_named("claim")


@pytest.mark.parametrize("name", [one.name for one in TASKS])
def test_without_decisions_a_machine_says_everything(store: Store, name: str) -> None:
    found = rows(store, name)
    assert found
    assert set(_values(found, "by")) <= {"model"}
    assert not any(_values(found, "finished"))
    for row in found:
        check(row)


def _values(value: Any, key: str) -> Iterator[Any]:
    if isinstance(value, dict):
        if key in value:
            yield value[key]
        for one in value.values():
            yield from _values(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from _values(one, key)


def test_names_are_tagged_and_what_nobody_knows_is_unknown(store: Store, anna: Sitter) -> None:
    anna.decide(judged("Harlow Bridge", "FAC", identity="1", text=ONE.text), Finished(), article=ONE)
    anna.decide(judged("Lindmark", "GPE", identity="2", text=TWO.text), article=TWO)
    anna.decide(judged("Tessa Vorn", "PERSON", identity="3", text=TWO.text, verdict=Verdict.UNSURE), article=TWO)
    anna.decide(judged("Storms", "ORG", identity="4", text=TWO.text, verdict=Verdict.REJECTED), article=TWO)
    one, two = rows(store, "ner")
    assert (one["finished"], one["tags"][:5]) == (True, ["O", "O", "B-FAC", "I-FAC", "O"])
    assert one["spans"] == [{"start": 9, "end": 22, "text": "Harlow Bridge", "label": "FAC", "by": ["anna"]}]
    assert [len(row["tokens"]) == len(row["tags"]) for row in (one, two)] == [True, True]
    assert (two["finished"], set(two["tags"])) == (False, {"?", "B-GPE"})
    assert two["tokens"][two["tags"].index("B-GPE")] == "Lindmark"
    anna.decide(Finished(), article=TWO)
    assert [
        word
        for word, tag in zip(*(rows(store, "ner")[1][key] for key in ("tokens", "tags")), strict=True)
        if tag == "?"
    ] == ["Tessa", "Vorn"]


def test_what_several_mark_alike_is_one_span(store: Store, anna: Sitter) -> None:
    ben = Sitter(store, "ben", "b")
    for one in (ben, anna):
        who = judged("Tessa Vorn", identity=f"{one.reviewer}-1", text=ONE.text)
        one.decide(who, judged("Ivo Marek", f"P-{one.reviewer}", identity=one.reviewer, text=ONE.text), article=ONE)
    spans = rows(store, "ner")[0]["spans"]
    assert [(each["text"], each["label"], each["by"]) for each in spans] == [
        ("Ivo Marek", "P-anna", ["anna"]), ("Ivo Marek", "P-ben", ["ben"]), ("Tessa Vorn", "PERSON", ["anna", "ben"]),
    ]  # fmt: skip
    [row] = rows(store, "coreference")
    mentions = [each for cluster in row["clusters"] for each in cluster["mentions"]]
    assert [(each["text"], each["by"]) for each in mentions if each["label"] == "PERSON"] == [
        ("Tessa Vorn", ["anna", "ben"])
    ]
    assert len(mentions) == 3


def test_a_span_with_a_gap_and_its_whole_are_one_of_the_same_reviewer(store: Store, anna: Sitter) -> None:
    anna.decide(judged("Tessa Vorn", identity="1", text=ONE.text), article=ONE)
    [whole] = next(gold(store)).articles[0].annotations
    parts = (Span(whole.span.start, whole.span.start + 1), Span(whole.span.end - 1, whole.span.end))
    assert markers([(0, whole), (0, replace(whole, parts=parts)), (1, whole)]) == {
        (0, whole.span, "PERSON"): ["anna"], (1, whole.span, "PERSON"): ["anna"],
    }  # fmt: skip


def test_where_people_do_not_agree_nothing_is_known(store: Store, anna: Sitter) -> None:
    ben = Sitter(store, "ben", "b")
    anna.decide(judged("Tessa Vorn", identity="1", text=ONE.text), Finished(), article=ONE)
    anna.decide(judged("Lindmark", "GPE", identity="2", text=ONE.text), article=ONE)
    ben.decide(judged("Tessa Vorn", identity="3", text=ONE.text), article=ONE)
    assert set(rows(store, "ner", Choice(agreed=2))[0]["tags"]) == {"?", "B-PERSON", "I-PERSON"}
    ben.decide(Finished(), article=ONE)
    [row] = rows(store, "ner", Choice(agreed=2, reviewed=True))
    tags = dict(zip(row["tokens"], row["tags"], strict=True))
    assert (tags["Lindmark"], tags["Tessa"], tags["Mayor"]) == ("?", "B-PERSON", "O")


def test_quantities_have_all_digits_bounds_and_who_says_so(store: Store, anna: Sitter) -> None:
    acres = judged("More than 1,200.50 acres", "QUANTITY", identity="1", text=ONE.text)
    no = judged("About 30", "CARDINAL", identity="2", text=ONE.text, verdict=Verdict.REJECTED)
    anna.decide(acres, no, article=ONE)
    anna.decide(Stated(About.FIGURE, at(TWO, "44", 1), "44", "value", "46"), article=TWO)
    one, two = rows(store, "quantities")
    assert [row["text"] for row in one["quantities"]] == ["Tuesday", "More than 1,200.50 acres"]
    day, area = one["quantities"]
    assert (day["kind"], day["value"], day["low"], day["by"]) == ("date", "2026-03-03", None, "model")
    assert (area["value"], area["unit"], area["modifier"], area["by"]) == ("1200.5", "acre", "more_than", "anna")
    assert [(row["value"], row["counts"], row["by"]) for row in two["quantities"]] == [
        ("44", "person", "model"), ("46", "person", "anna"),
    ]  # fmt: skip


def test_decided_leaves_out_what_only_a_machine_says(store: Store, anna: Sitter) -> None:
    anna.decide(judged("More than 1,200.50 acres", "QUANTITY", identity="1", text=ONE.text), article=ONE)
    one, two = rows(store, "quantities", decided=True)
    assert [row["by"] for row in one["quantities"]] == ["anna"]
    assert two["quantities"] == []
    assert [row["quotations"] for row in rows(store, "quotations", decided=True)] == [[], []]
    assert rows(store, "claims", decided=True) == rows(store, "alignment", decided=True) == []


def test_quotations_have_the_words_that_name_the_speaker_and_who_that_is(store: Store) -> None:
    one, two = rows(store, "quotations")
    [here], [there] = one["quotations"], two["quotations"]
    assert here["text"] == there["text"] == "We have lost a whole street,"
    assert (here["speaker"]["text"], there["speaker"]["text"]) == ("Vorn", "Tessa Vorn")
    assert (here["name"], here["cluster"]) == (there["name"], there["cluster"]) == ("Tessa Vorn", "tessa vorn")


def test_a_story_is_a_row_of_coreference_with_the_clusters_of_what_was_accepted(store: Store, anna: Sitter) -> None:
    anna.decide(judged("Tessa Vorn", identity="1", text=ONE.text), Finished(), article=ONE)
    anna.decide(judged("Tessa Vorn", identity="2", text=TWO.text), article=TWO)
    anna.decide(Stated(About.NAME, at(ONE, "Tessa Vorn"), "Tessa Vorn", "id", "Q1"), article=ONE)
    [row] = rows(store, "coreference")
    assert [(one["name"], one["finished"]) for one in row["articles"]] == [("one.txt", True), ("two.txt", False)]
    [cluster] = row["clusters"]
    assert (cluster["name"], cluster["external_id"]) == ("Tessa Vorn", "Q1")
    assert [(one["article"], one["text"], one["label"], one["by"]) for one in cluster["mentions"]] == [
        (ONE.id, "Tessa Vorn", "PERSON", ["anna"]), (TWO.id, "Tessa Vorn", "PERSON", ["anna"]),
    ]  # fmt: skip


def test_claims_are_pairs_of_figures_with_their_sentences(store: Store) -> None:
    found = rows(store, "claims")
    assert said(found, "verdict", "nli", "by") == [
        ("About 30", "44", "conflict", None, "model"),
        ("About 30", "44", "conflict", None, "model"),
    ]
    assert (found[0]["about"], found[0]["b"]["sentence"]["text"]) == ("killed, people", "Flood kills 44")
    assert found[0]["a"]["sentence"]["text"].startswith("About 30 people died")


@pytest.mark.parametrize(
    ("tie", "verdict", "expected"),
    [
        (Tie.CONFLICT, Verdict.ACCEPTED, ("conflict", "contradiction", "anna")),
        (Tie.CONFLICT, Verdict.REJECTED, ("compatible", "neutral", "anna")),
        (Tie.CONFLICT, Verdict.UNSURE, None),
        (Tie.AGREEMENT, Verdict.ACCEPTED, ("agree", "entailment", "anna")),
        (Tie.AGREEMENT, Verdict.REJECTED, ("conflict", None, "model")),
        (Tie.REFINEMENT, Verdict.ACCEPTED, ("compatible", "neutral", "anna")),
        (Tie.SCOPE, Verdict.ACCEPTED, ("compatible", "neutral", "anna")),
    ],
)
def test_what_people_say_of_a_pair_stands_in_the_place_of_the_machines_verdict(
    store: Store, anna: Sitter, tie: Tie, verdict: Verdict, expected: tuple[str, str | None, str] | None
) -> None:
    anna.decide(tied(tie, ("About 30", 0), ("44", 0), verdict), article=ONE)
    first = [row for row in rows(store, "claims") if (row["a"]["start"], row["b"]["start"]) == (36, 12)]
    assert [(row["verdict"], row["nli"], row["by"]) for row in first] == ([expected] if expected else [])
    assert len(rows(store, "claims", decided=True)) == bool(expected and expected[-1] == "anna")


def test_a_denied_agreement_is_no_row(tmp_path: Path) -> None:
    text = "Flood toll rises\nOfficials in Lindmark said 44 people died.\n"
    other = Article.of("three.txt", text, "Flood toll rises", Metadata(published="2026-03-06", story="flood"))
    with closing(filled(tmp_path / "agreed.variorum", [other, TWO])) as store:
        ends = (at(other, "44"), "44", TWO.id, at(TWO, "44", 1), "44")
        assert [row["verdict"] for row in rows(store, "claims")] == ["agree", "agree"]
        Sitter(store, "anna", "a").decide(Related(Tie.AGREEMENT, *ends, Verdict.REJECTED), article=other)
        [left] = rows(store, "claims")
    assert (left["verdict"], left["b"]["start"], left["b"]["sentence"]["text"]) == ("agree", 12, "Flood kills 44")


def test_pairs_of_one_article_and_of_equal_sentences_are_no_rows(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "a.variorum")) as store:
        first, _, third = articles()[:3]
        anna = Sitter(store, "anna", "a")
        counted = Related(Tie.CONFLICT, at(first, "12"), "12", third.id, at(third, "12"), "12", Verdict.ACCEPTED)
        anna.decide(counted, article=first)
        found = rows(store, "claims")
    assert {(row["a"]["text"], row["b"]["text"], row["verdict"]) for row in found} == {
        ("12", "14", "conflict"), ("14", "12", "conflict"),
    }  # fmt: skip
    assert all(row["a"]["id"] != row["b"]["id"] for row in found)


def test_a_pair_of_one_article_is_none_whoever_says_so(store: Store, anna: Sitter) -> None:
    ends = (at(TWO, "44"), "44", TWO.id, at(TWO, "44", 1), "44")
    anna.decide(Related(Tie.CONFLICT, *ends, Verdict.ACCEPTED), article=TWO)
    assert rows(store, "claims", decided=True) == []


def test_a_pair_that_no_machine_found_is_a_row_too(store: Store, anna: Sitter) -> None:
    anna.decide(tied(Tie.CONFLICT, ("1,200.50", 0), ("44", 1)), article=ONE)
    anna.decide(tied(Tie.CONFLICT, ("1,200.50", 0), ("44", 0), Verdict.REJECTED), article=ONE)
    new = [row for row in rows(store, "claims") if row["by"] == "anna"]
    assert said(new, "about", "verdict") == [("1,200.50", "44", "killed, people", "conflict")]
    assert new[0]["a"]["sentence"]["text"] == "More than 1,200.50 acres were under water."


def test_alignments_are_kept_denied_and_added(store: Store, anna: Sitter) -> None:
    headline = ("Flood at Harlow Bridge", 0), ("Flood kills 44", 0)
    assert said(rows(store, "alignment"), "aligned", "type", "by")[0] == (
        "Flood at Harlow Bridge", "Flood kills 44", True, "paraphrase", "model",
    )  # fmt: skip
    anna.decide(tied(Tie.ALIGNED, *headline, Verdict.REJECTED), article=ONE)
    anna.decide(tied(Tie.ALIGNED, ("By Ivo Marek", 0), ("Read more: Storms of the century", 0)), article=ONE)
    assert said(rows(store, "alignment", decided=True), "aligned", "type", "by") == [
        ("By Ivo Marek", "Read more: Storms of the century", True, "paraphrase", "anna"),
        ("Flood at Harlow Bridge", "Flood kills 44", False, None, "anna"),
    ]
    anna.decide(tied(Tie.ALIGNED, *headline, Verdict.UNSURE), article=ONE)
    assert "Flood kills 44" not in [row["b"]["text"] for row in rows(store, "alignment")]


def test_boilerplate_is_kept_denied_and_added(store: Store, anna: Sitter) -> None:
    byline, street = at(ONE, "By Ivo Marek"), at(ONE, "“We have lost a whole street,” Vorn said.")

    def furniture(identity: str, span: Span, verdict: Verdict) -> Change:
        return Judged(identity, span, span.surface(ONE.text), BOILERPLATE, verdict, None)

    anna.decide(furniture("1", byline, Verdict.REJECTED), furniture("2", street, Verdict.ACCEPTED), article=ONE)
    one, two = rows(store, "boilerplate")
    assert [(row["text"], row["by"]) for row in one["boilerplate"]] == [(street.surface(ONE.text), "anna")]
    assert [(row["kind"], row["by"]) for row in two["boilerplate"]] == [("teaser", "model")]
    assert [len(row["boilerplate"]) for row in rows(store, "boilerplate", decided=True)] == [1, 0]


def test_only_wanted_articles_and_decisions_count(store: Store, anna: Sitter) -> None:
    anna.decide(judged("Lindmark", "GPE", identity="1", text=TWO.text), Finished(), article=TWO)
    ben = Sitter(store, "ben", "b")
    ben.decide(judged("Tessa Vorn", identity="2", text=TWO.text), article=TWO)
    reviewed = Choice(reviewed=True)
    assert {name: len(rows(store, name, reviewed)) for name in ("ner", "quotations", "claims", "alignment")} == {
        "ner": 1, "quotations": 1, "claims": 0, "alignment": 0,
    }  # fmt: skip
    assert [one["by"] for one in rows(store, "ner", reviewed)[0]["spans"]] == [["anna"]]
    [called] = rows(store, "ner", Choice(reviewed=True, anonymous=True))[0]["spans"]
    assert called["by"] == ["reviewer-1"]


def test_rows_are_written_whole_by_parts_and_read_back(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "a.variorum")) as store:
        task = task_named("boilerplate")
        whole = write_task(task_rows(store, task, READING, ALL), tmp_path / "all.jsonl", None)
        parts = Splits((1, 1, 0))
        split = write_task(task_rows(store, task, READING, ALL), tmp_path / "some.jsonl", parts)
    assert whole == {tmp_path / "all.jsonl": 6}
    assert [path.name for path in split] == ["some.train.jsonl", "some.dev.jsonl"]
    assert sum(split.values()) == 6
    told = [path.read_text("utf-8").splitlines() for path in split]
    assert [len(lines) for lines in told] == list(split.values())
    stories = [{json.loads(line)["story"] for line in lines} for lines in told]
    assert stories[0].isdisjoint(stories[1])
    texts = {one.id: one.text for one in articles()}
    for line in (tmp_path / "all.jsonl").read_text("utf-8").splitlines():
        assert json.loads(line)["article"] == texts[json.loads(line)["id"]]


@pytest.mark.parametrize(
    "row",
    [
        {"name": "one.txt", "id": "1", "article": "Ann met Bob", "spans": [{"start": 8, "end": 11, "text": "Ann"}]},
        {"name": "one.txt", "id": "1", "article": "Ann", "deep": {"er": {"start": 0, "end": 4, "text": "Ann "}}},
        {"articles": [{"id": "1", "article": "Ann"}], "at": [{"article": "1", "start": 1, "end": 3, "text": "An"}]},
    ],
)
def test_a_place_that_is_not_what_the_text_says_stops_everything(tmp_path: Path, row: Row, store: Store) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "rows.jsonl").write_text("what was there\n", "utf-8")
    story, _ = next(task_rows(store, task_named("ner"), READING, ALL))
    with pytest.raises(ExportError, match="does not stand at"):
        write_task([(story, {"a": 1}), (story, row)], tmp_path / "out" / "rows.jsonl", None)
    assert [path.read_text("utf-8") for path in (tmp_path / "out").iterdir()] == ["what was there\n"]


def test_a_folder_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="No such file or directory; create the folder or name another"):
        write_task([], tmp_path / "missing" / "rows.jsonl", None)
