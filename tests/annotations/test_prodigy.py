"""Prodigy's JSON Lines: which task says what, and what its own files say."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotations.errors import ReadError
from annotations.export import export
from annotations.formats.base import How
from annotations.formats.prodigy import PRODIGY
from annotations.formats.registry import recognised
from annotations.gold import GoldArticle, Offer
from annotations.model import Connection, Proposal, Verdict
from corpus.span import Span
from tests.annotations.examples import HARD_TEXTS, Mark, gold, story_of, written
from tests.annotations.shared_files import real

NO_HOW = How()


def _tasks(article: GoldArticle) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(PRODIGY, article).data.decode().splitlines()]


def _articles(path: Path, how: How = NO_HOW) -> list[GoldArticle]:
    return [one for story in PRODIGY.read(path, how) for one in story.articles]


def _file(tmp_path: Path, *tasks: dict[str, Any]) -> Path:
    path = tmp_path / "db-out.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in tasks), encoding="utf-8")
    return path


def test_what_was_finished_is_one_manual_task_with_inclusive_token_ends() -> None:
    (task,) = _tasks(gold("In Silicon Valley.", Mark("Silicon Valley", "GPE")))
    assert (task["answer"], task["_view_id"], task["_annotator_id"], task["_session_id"]) == (
        "accept",
        "ner_manual",
        "anna",
        "anna",
    )
    assert "_is_binary" not in task
    assert task["tokens"] == [
        {"text": "In", "start": 0, "end": 2, "id": 0, "ws": True},
        {"text": "Silicon", "start": 3, "end": 10, "id": 1, "ws": True},
        {"text": "Valley", "start": 11, "end": 17, "id": 2, "ws": False},
        {"text": ".", "start": 17, "end": 18, "id": 3, "ws": False},
    ]
    (span,) = task["spans"]
    assert {key: span[key] for key in ("start", "end", "token_start", "token_end", "label")} == {
        "start": 3,
        "end": 17,
        "token_start": 1,
        "token_end": 2,
        "label": "GPE",
    }


def test_what_was_not_finished_is_binary_and_says_nothing_of_the_rest() -> None:
    marks = Mark("Ann", "PERSON"), Mark("Bob", "ORG", verdict=Verdict.REJECTED), Mark("Oslo", verdict=Verdict.UNSURE)
    tasks = _tasks(gold("Ann met Bob in Oslo.", *marks, finished_by=[]))
    assert [(task["answer"], task["_is_binary"], [one["text"] for one in task["spans"]]) for task in tasks] == [
        ("accept", True, ["Ann"]),
        ("reject", True, ["Bob"]),
        ("ignore", True, ["Oslo"]),
    ]
    assert not any("tokens" in task for task in tasks)


def test_each_rejected_span_is_a_task_of_its_own() -> None:
    marks = [Mark(name, verdict=Verdict.REJECTED) for name in ("Ann", "Bob")]
    tasks = [task for task in _tasks(gold("Ann met Bob.", *marks)) if task["answer"] == "reject"]
    assert [[one["text"] for one in task["spans"]] for task in tasks] == [["Ann"], ["Bob"]]


def test_an_article_of_which_nothing_was_said_is_ignored_as_an_import_would_else_accept_it() -> None:
    (task,) = _tasks(gold("Ann.", finished_by=[]))
    assert (task["answer"], task["spans"]) == ("ignore", [])
    assert "_annotator_id" not in task


def test_spans_that_overlap_are_shown_where_they_may() -> None:
    (task,) = _tasks(gold("Bank of England", Mark("Bank of England"), Mark("England", "GPE")))
    assert task["_view_id"] == "spans_manual"


def test_a_span_that_cuts_a_token_has_a_task_of_its_own_and_is_named() -> None:
    got = written(PRODIGY, gold("It cost 1bn in Oslo.", Mark("1", "FIGURE"), Mark("Oslo")))
    manual, alone = map(json.loads, got.data.decode().splitlines())
    assert [one["text"] for one in manual["spans"]] == ["Oslo"]
    assert (alone["_is_binary"], [one["text"] for one in alone["spans"]]) == (True, ["1"])
    assert "token_start" not in alone["spans"][0]
    assert [(one.surface, one.partly) for one in got.left_out] == [("1", True)]


def test_relations_point_at_the_last_tokens_of_their_spans(tmp_path: Path) -> None:
    article = gold("Ann Lee met Bob Ray.", Mark("Ann Lee", "PERSON"), Mark("Bob Ray", "PERSON"))
    a, b = article.annotations
    article = replace(article, connections=(Connection("met", a.article_id, a.id, b.article_id, b.id, "anna", ""),))
    (task,) = _tasks(article)
    (one,) = task["relations"]
    assert task["_view_id"] == "relations"
    assert (one["head"], one["child"], one["label"]) == (1, 4, "met")
    assert one["head_span"] == {"start": 0, "end": 7, "token_start": 0, "token_end": 1, "label": "PERSON"}
    # As Prodigy writes it, without what is ours.
    for key in ("head_id", "child_id"):
        del one[key]
    for key in ("article", "story", "variorum"):
        del task[key]
    for span in task["spans"]:
        del span["id"]
    (found,) = _articles(_file(tmp_path, task))
    ids = {each.id: each.span.surface(found.article.text) for each in found.annotations}
    assert [(ids[c.source], c.kind, ids[c.target], c.reviewer) for c in found.connections] == [
        ("Ann Lee", "met", "Bob Ray", "anna")
    ]


@pytest.mark.parametrize("name", HARD_TEXTS)
def test_tokens_are_those_of_the_text(name: str) -> None:
    """What Prodigy's manual interfaces ask of tokens, and of spans on them."""
    text, marks = HARD_TEXTS[name]
    tasks = [task for task in _tasks(gold(text, *marks)) if task["_view_id"] != "ner"]
    assert any(task["spans"] for task in tasks) == bool(marks)
    for task in tasks:
        for number, token in enumerate(task["tokens"]):
            assert token["id"] == number
            assert text[token["start"] : token["end"]] == token["text"]
            assert token["ws"] == (text[token["end"] : token["end"] + 1] == " " and token["ws"])
        for span in task["spans"]:
            first, last = (task["tokens"][span[key]] for key in ("token_start", "token_end"))
            assert (first["start"], last["end"]) == (span["start"], span["end"])


def test_the_order_of_tasks_does_not_matter(tmp_path: Path) -> None:
    one = gold("Ann met Bob.", Mark("Ann"), Mark("Bob", reviewer="ben", verdict=Verdict.REJECTED), name="1.txt")
    two = gold("Bob met Ann.", Mark("Ann"), Mark("Bob", reviewer="ben"), name="2.txt", finished_by=["anna", "ben"])
    path = tmp_path / "gold.jsonl"
    export(lambda: iter([story_of(one, two)]), PRODIGY, path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], lines[-1], *lines[1:-1]]))
    (story,) = PRODIGY.read(path, How())
    assert [[each.reviewer for each in found.annotations] for found in story.articles] == [
        ["anna", "ben"],
        ["ben", "anna"],
    ]
    assert [found.finished_by for found in story.articles] == [("anna",), ("anna", "ben")]


def test_open_proposals_are_kept_but_are_no_answers(tmp_path: Path) -> None:
    offer = Offer(Proposal(Span(0, 3), "PERSON", "reader 1.0"), 80)
    article = replace(gold("Ann met.", finished_by=[]), offers=(offer,))
    assert [task["spans"] for task in _tasks(article)] == [[]]
    export(lambda: iter([story_of(article)]), PRODIGY, tmp_path / "gold.jsonl")
    assert _articles(tmp_path / "gold.jsonl")[0].offers == (offer,)


def test_answers_of_its_binary_interface_are_decisions_on_spans() -> None:
    path = real("prodigy", "annotated_reddit-PRODUCT-ner.head200.jsonl")
    assert recognised(path) is PRODIGY
    found = _articles(path, How(reviewer="zoe"))
    first = found[0]
    (one,) = first.annotations
    assert (one.surface, one.label, one.verdict, one.reviewer) == ("MX", "PRODUCT", Verdict.REJECTED, "zoe")
    assert one.origin == Proposal(Span(66, 68), "PRODUCT", "core_web_sm")
    assert first.finished_by == ()
    assert first.article.name == "annotated_reddit-PRODUCT-ner.head200.jsonl:1"
    answers = [json.loads(line)["answer"] for line in path.read_text("utf-8").splitlines()]
    said = [each.verdict for article in found for each in article.annotations]
    assert said.count(Verdict.ACCEPTED) >= answers.count("accept") - 10
    ids = [each.id for article in found for each in article.annotations]
    assert len(ids) == len(set(ids))


def test_texts_to_be_annotated_are_no_annotations() -> None:
    for name in ("news_headlines.jsonl", "raw_shares-newsapi.jsonl"):
        path = real("prodigy", name)
        assert recognised(path) is None
        found = _articles(path)
        assert not any(article.annotations or article.finished_by or article.statements for article in found)
    assert _articles(real("prodigy", "news_headlines.jsonl"))[0].article.metadata.source == "The New York Times"


def test_patterns_are_no_annotations() -> None:
    path = real("prodigy", "patterns_countries-GPE.jsonl")
    assert recognised(path) is None
    with pytest.raises(ReadError, match=r"line 1: these are patterns"):
        _articles(path)


def test_several_annotators_of_one_text_are_one_article(tmp_path: Path) -> None:
    span = {"start": 0, "end": 3, "token_start": 0, "token_end": 0, "label": "PERSON"}
    task = {"text": "Ann met.", "_input_hash": 1, "_task_hash": 2, "_view_id": "ner_manual", "answer": "accept"}
    path = _file(
        tmp_path,
        task | {"spans": [span], "_session_id": "news-anna", "_annotator_id": "news-anna"},
        {
            "text": "Other.",
            "answer": "ignore",
            "_view_id": "ner_manual",
            "_session_id": None,
            "_annotator_id": "news-ben",
        },
        task | {"spans": [], "_session_id": "news-ben", "_annotator_id": "news-ben"},
    )
    first, second = _articles(path)
    assert first.finished_by == ("news-anna", "news-ben")
    assert [one.reviewer for one in first.annotations] == ["news-anna"]
    assert second.finished_by == ()
    assert [(one.field, one.value, one.reviewer) for one in second.statements] == [("verdict", "unsure", "news-ben")]


def test_labels_of_whole_texts_are_statements_and_spans_without_answer_are_proposals(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        {"text": "A", "label": "SPORT", "answer": "accept", "_view_id": "classification"},
        {"text": "B", "options": [{"id": "X", "text": "x"}], "accept": ["X"], "answer": "accept", "_view_id": "choice"},
        {"text": "Ann", "spans": [{"start": 0, "end": 3, "label": "PERSON", "score": 0.8, "source": "m"}]},
    )
    a, b, c = _articles(path)
    assert [(one.field, one.value) for one in (*a.statements, *b.statements)] == [("label", "SPORT"), ("label", "X")]
    assert c.offers == (Offer(Proposal(Span(0, 3), "PERSON", "m"), 80),)


@pytest.mark.parametrize(
    "task",
    [
        {"text": "Ann", "answer": "yes"},
        {"text": "Ann", "answer": "accept", "spans": [{"start": 0, "label": "PERSON"}]},
        {"text": "Ann", "answer": "accept", "spans": [{"start": 0, "end": 7, "label": "PERSON"}]},
        {"text": "Ann", "answer": "accept", "spans": [{"start": 2, "end": 2, "label": "PERSON"}]},
        {"text": 1, "answer": "accept"},
        {"image": "a.png", "answer": "accept"},
        {"text": "Ann", "answer": ["accept"]},
        {"text": "\ud800", "answer": "accept"},
    ],
)
def test_a_broken_task_is_refused_with_its_line(task: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="line 2") as caught:
        _articles(_file(tmp_path, {"text": "Ok.", "answer": "accept"}, task))
    assert "\n" not in str(caught.value)
