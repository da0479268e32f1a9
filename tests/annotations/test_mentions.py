"""Cross-document mentions in JSON: what models load, the exact texts beside them, and files of others."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotations.errors import ReadError
from annotations.formats.base import How, LeftOut
from annotations.formats.mentions import MENTIONS
from annotations.formats.registry import recognised
from annotations.formats.shared.side_texts import side_of
from annotations.gold import Cluster, GoldStory
from corpus.span import Span
from tests.annotations.examples import Mark, gold

FIELDS = """
mention_id coref_chain coref_type description topic_id topic subtopic_id subtopic doc_id doc sent_id tokens_number
tokens_number_context tokens_str tokens_text mention_head mention_head_id mention_head_lemma mention_head_pos
mention_ner mention_type mention_full_type is_continuous is_singleton mention_context conll_doc_key start end variorum
""".split()


def _story() -> GoldStory:
    marks = (Mark("Bank of\nEngland", reviewer=""), Mark("It", reviewer=""), Mark("5%", "FIGURE", ""))
    first = gold("The Bank of\nEngland met. It rose 5%.", *marks, name="a.txt", finished_by=("",))
    second = gold("Ann and Bob Lee left.", Mark("Bob Lee", "PERSON", ""), name="b.txt", finished_by=())
    article = second.article
    gapped = replace(
        second.annotations[0],
        id="gap",
        span=Span(0, 15),
        surface="Ann and Bob Lee",
        parts=(Span(0, 3), Span(12, 15)),
        note="two of them",
        attributes=(("certain", "no"),),
        article_id=article.id,
    )
    second = replace(second, annotations=(gapped, *second.annotations))
    ids = {one.surface: one.id for one in first.annotations}
    bank = Cluster("s1:0", (ids["Bank of\nEngland"], ids["It"]), "Bank of England", "Q183231")
    lees = (Cluster("s1:1", ("gap",)), Cluster("s1:2", (second.annotations[1].id,)))
    return GoldStory("s1", "A story", (first, second), (), (bank, *lees))


def _written(tmp_path: Path, *stories: GoldStory) -> tuple[Path, list[LeftOut]]:
    path = tmp_path / "gold.json"
    return path, MENTIONS.write(stories, path)


def _rows(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_bytes())
    return found


def _read(path: Path) -> list[GoldStory]:
    return list(MENTIONS.read(path, How(reviewer="anna")))


def test_each_mention_has_the_fields_that_models_ask_for(tmp_path: Path) -> None:
    path, left_out = _written(tmp_path, _story())
    rows = _rows(path)
    assert left_out == []
    assert all(list(row) == FIELDS for row in rows)
    assert [row["coref_chain"] for row in rows] == ["s1:0", "s1:0", rows[2]["mention_id"], "s1:1", "s1:2"]
    assert [row["is_singleton"] for row in rows] == [False, False, True, True, True]
    for row in rows:
        assert [row["mention_context"][at] for at in row["tokens_number"]] == row["tokens_text"]
        assert row["mention_context"][row["mention_head_id"]] == row["mention_head"]
    assert rows[0]["tokens_str"] == "Bank of England"
    assert rows[1]["description"] == "Bank of England"
    assert (rows[0]["sent_id"], rows[1]["sent_id"]) == (0, 1)
    assert (rows[3]["tokens_text"], rows[3]["is_continuous"]) == (["Ann", "Lee"], False)
    assert len({row["mention_id"] for row in rows}) == len(rows)
    assert recognised(path) is MENTIONS


def test_with_the_texts_beside_it_everything_comes_back(tmp_path: Path) -> None:
    path, _ = _written(tmp_path, _story())
    (found,) = _read(path)
    wanted = _story()
    assert [one.article for one in found.articles] == [one.article for one in wanted.articles]
    assert [one.finished_by for one in found.articles] == [("anna",), ()]
    for one, other in zip(found.articles, wanted.articles, strict=True):
        plain = [(each.span, each.label, each.parts, each.note, each.attributes) for each in one.annotations]
        assert plain == [(each.span, each.label, each.parts, each.note, each.attributes) for each in other.annotations]
    assert [(one.id, one.name, one.external_id, len(one.members)) for one in found.clusters] == [
        ("s1:0", "Bank of England", "Q183231", 2),
        ("s1:1", "", "", 1),
        ("s1:2", "", "", 1),
    ]


def test_chains_that_another_program_changed_are_the_ones_that_count(tmp_path: Path) -> None:
    path, _ = _written(tmp_path, _story())
    rows = _rows(path)
    for row in rows:
        row.update(coref_chain="all", is_singleton=False)
    path.write_text(json.dumps(rows, indent=1), "utf-8")
    (found,) = _read(path)
    assert [len(one.members) for one in found.clusters] == [5]


def test_nothing_but_empty_articles(tmp_path: Path) -> None:
    path, _ = _written(tmp_path, GoldStory("", "", (gold(" \n", name="a.txt", finished_by=()),)))
    assert path.read_bytes() == b"[\n]\n"
    assert recognised(path) is MENTIONS
    assert [one.articles[0].article.text for one in _read(path)] == [" \n"]


def test_what_begins_or_ends_between_tokens_is_left_out(tmp_path: Path) -> None:
    _, left_out = _written(tmp_path, GoldStory("s1", "", (gold("Ann  Lee", Mark("", span=Span(0, 4))),)))
    assert [one.reason for one in left_out] == ["begins or ends between tokens"]


def _foreign(**changes: Any) -> dict[str, Any]:
    """A mention as the unified corpora have it, with a context of several sentences."""
    mention = {
        "coref_chain": "ACT1",
        "mention_ner": "O",
        "doc_id": "1",
        "doc": "36_1ecb",
        "mention_type": "ACT",
        "mention_full_type": "ACTION_OCCURRENCE",
        "sent_id": 1,
        "mention_context": ["Two", "leaders", "fled", ".", "Both", "were", "charged", "."],
        "tokens_number_context": [6],
        "tokens_number": [2],
        "tokens_str": "charged",
        "tokens_text": ["charged"],
        "topic_id": 36,
        "subtopic_id": "36ecb",
        "subtopic": "A trial",
        "description": "t36_charges",
    }
    return {**mention, **changes}


def _write_foreign(tmp_path: Path, *rows: dict[str, Any]) -> Path:
    path = tmp_path / "event_mentions.json"
    path.write_text(json.dumps(list(rows)), "utf-8")
    return path


def test_files_of_others_give_their_contexts_as_articles(tmp_path: Path) -> None:
    shorter = ["Two", "leaders", "fled", "."]
    rows = [
        _foreign(coref_chain="ACT2", tokens_number_context=[0, 1], tokens_str="Two leaders", mention_context=shorter),
        _foreign(),
        _foreign(doc="36_2ecb", doc_id="2", tokens_number_context=[4, 6], tokens_str="Both charged"),
        _foreign(topic_id=37, subtopic_id="", subtopic="", mention_type=8, mention_full_type=None),
    ]
    path = _write_foreign(tmp_path, *rows)
    assert recognised(path) is MENTIONS
    first, second = _read(path)
    assert (first.id, first.title, second.id) == ("36/36ecb", "A trial", "")
    assert [one.article.name for one in first.articles] == ["36_1ecb", "36_2ecb"]
    assert first.articles[0].article.text == "Two leaders fled . Both were charged ."
    assert [(each.surface, each.label) for each in first.articles[0].annotations] == [
        ("Two leaders", "ACT"),
        ("charged", "ACT"),
    ]
    assert first.articles[1].annotations[0].parts == (Span(19, 23), Span(29, 36))
    assert sorted((one.name, len(one.members)) for one in first.clusters) == [("t36_charges", 1), ("t36_charges", 2)]
    assert second.articles[0].annotations[0].label == "MENTION"


def test_the_fields_of_wec_are_read_too(tmp_path: Path) -> None:
    row = {
        "coref_chain": 2293469,
        "coref_link": "Family Values Tour 1998",
        "doc_id": "House of Pain",
        "mention_context": ["From", "then", "on", ",", "the", "Family", "Values", "Tour"],
        "mention_ner": "UNK",
        "mention_type": 8,
        "tokens_number": [5, 6, 7],
        "tokens_str": "Family Values Tour",
    }
    (story,) = _read(_write_foreign(tmp_path, row))
    assert story.clusters[0].name == "Family Values Tour 1998"
    assert story.articles[0].article.name == "House of Pain"
    assert story.articles[0].annotations[0].surface == "Family Values Tour"


def test_numbers_of_the_sentence_alone_are_enough_where_the_words_occur_once(tmp_path: Path) -> None:
    row = _foreign()
    del row["tokens_number_context"]
    (story,) = _read(_write_foreign(tmp_path, row))
    assert story.articles[0].annotations[0].span == Span(29, 36)


TEXTS = """\
#begin document (36/36ecb/1); part 0
36/36ecb/1	0	0	Two	-
36/36ecb/1	0	1	fled	-

36/36ecb/1	1	0	They	(HUM1)
36/36ecb/1	1	1	were	-
36/36ecb/1	1	2	charged	(ACT1)

#end document
"""


def test_texts_in_the_same_folder_say_where_a_mention_stands(tmp_path: Path) -> None:
    (tmp_path / "dataset.conll").write_text(TEXTS, "utf-8")
    rows = [
        _foreign(conll_doc_key="36/36ecb/1", mention_context="a string", tokens_number_context=None),
        _foreign(conll_doc_key="36/36ecb/1", tokens_number=[0], tokens_str="They", coref_chain="HUM1"),
    ]
    (story,) = _read(_write_foreign(tmp_path, *rows))
    (article,) = story.articles
    assert article.article.text == "Two fled\nThey were charged"
    assert [each.surface for each in article.annotations] == ["They", "charged"]
    path = _write_foreign(tmp_path, *rows, _foreign(conll_doc_key="36/36ecb/1", sent_id=0, tokens_str="fled away"))
    with pytest.raises(ReadError, match="'fled away' is not what its tokens say"):
        _read(path)


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"tokens_number_context": [3], "tokens_str": "fined"}, "'fined' is not what its tokens say"),
        ({"tokens_number_context": [99], "tokens_number": [-1], "tokens_str": "."}, "'.' is not what its tokens say"),
        ({"tokens_number_context": "six"}, "its tokens are not in its context"),
        ({"mention_context": "a string"}, "a mention without the text it is in"),
    ],
)
def test_a_mention_that_is_not_where_it_says_is_refused(changes: dict[str, Any], what: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        _read(_write_foreign(tmp_path, _foreign(), _foreign(**changes)))
    assert what in str(caught.value)
    assert "record 2" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("start", 5, "is not what its place says"),
        ("variorum", {"document": 9, "article": 0}, "the texts beside the file have no place for it"),
        ("variorum", {"document": 0, "article": 0}, "not a mention of the texts beside the file"),
        ("variorum", None, "the texts beside the file have no place for it"),
        ("end", "x", "not a mention of the texts beside the file"),
    ],
)
def test_what_contradicts_the_texts_is_refused(key: str, value: Any, what: str, tmp_path: Path) -> None:
    path, _ = _written(tmp_path, _story())
    rows = _rows(path)
    rows[0][key] = value
    path.write_text(json.dumps(rows), "utf-8")
    with pytest.raises(ReadError) as caught:
        _read(path)
    assert what in str(caught.value)
    assert "record 1" in str(caught.value)


def test_other_json_is_not_taken_for_it(tmp_path: Path) -> None:
    for data in (b'[{"text": "coref_chain"}]', b'{"coref_chain": 1}', b"[]", b'["coref_chain", "doc_id"]'):
        path = tmp_path / "other.json"
        path.write_bytes(data)
        assert not MENTIONS.begins(path, data)
    assert not side_of(path).exists()
