"""The spaCy file: what stands in doc.ents and the span groups, and that spaCy alone can train on it."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin
from spacy.tokens import Span as DocSpan
from spacy.vocab import Vocab

from annotations.errors import ExportError, ReadError
from annotations.formats.base import Place
from annotations.formats.docbin import DOCBIN
from annotations.gold import GoldArticle
from annotations.model import Verdict
from tests.annotations.examples import Mark, gold, gold_articles, hard_articles, read, written


def _docs(*articles: GoldArticle) -> list[Doc]:
    return list(DocBin().from_bytes(written(DOCBIN, *articles).data).get_docs(Vocab()))


def _doc(article: GoldArticle) -> Doc:
    [doc] = _docs(article)
    return doc


def _back(*articles: GoldArticle) -> list[GoldArticle]:
    [story] = read(DOCBIN, written(DOCBIN, *articles).data)
    return list(story.articles)


def _places(article: GoldArticle) -> list[Place]:
    """Where something was decided, in order."""
    return [Place(one.span.start, one.span.end, one.label, one.reviewer) for one in article.annotations]


def _group(doc: Doc, key: str) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans[key]]


def test_entities_stand_where_they_were_marked() -> None:
    doc = _doc(gold("Ann Lee of Reuters spoke.", Mark("Ann Lee", "PERSON"), Mark("Reuters")))
    assert [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents] == [(0, 7, "PERSON"), (11, 18, "ORG")]
    assert [token.ent_iob_ for token in doc] == ["B", "I", "O", "B", "O", "O"]


def test_a_finished_article_says_that_nothing_is_elsewhere() -> None:
    assert {token.ent_iob_ for token in _doc(gold("Nothing is named."))} == {"O"}
    by_one_of_two = gold("Ann met Bob", Mark("Ann", reviewer="ben"), finished_by=["anna"])
    assert [token.ent_iob_ for token in _doc(by_one_of_two)] == ["B", "O", "O"]


def test_an_article_that_nobody_finished_says_nothing_of_the_rest() -> None:
    assert {token.ent_iob_ for token in _doc(gold("Nothing is named.", finished_by=()))} == {""}
    doc = _doc(gold("Ann met Bob", Mark("Ann"), Mark("Bob", verdict=Verdict.REJECTED), finished_by=()))
    assert [token.ent_iob for token in doc] == [3, 0, 0]


def test_unsure_spans_are_missing_and_rejected_ones_are_outside() -> None:
    article = gold("Ann met Bob Ray", Mark("Bob Ray", verdict=Verdict.UNSURE), Mark("Ann", verdict=Verdict.REJECTED))
    assert [token.ent_iob for token in _doc(article)] == [2, 2, 0, 0]


def test_a_span_that_cuts_a_token_is_named_and_its_token_missing() -> None:
    article = gold("They paid 1bn in Rome.", Mark("1"), Mark("Rome"), Mark("me."))
    output = written(DOCBIN, article)
    assert [(one.surface, one.reason, one.partly) for one in output.left_out] == [
        ("1", "cuts a token: '1bn'", False),
        ("me.", "cuts a token: 'Rome'", False),
    ]
    doc = _doc(article)
    assert [(token.text, token.ent_iob) for token in doc][2:] == [
        ("1bn", 0),
        ("in", 2),
        ("Rome", 3),
        (".", 0),
    ]
    assert _group(doc, "variorum") == [("Rome", "ORG")]


def test_of_overlapping_spans_the_longest_is_the_entity_and_all_are_in_the_group() -> None:
    article = gold("New York Times Square", Mark("Times Square", "FAC"), Mark("New York Times"), Mark("York", "GPE"))
    doc = _doc(article)
    assert [ent.text for ent in doc.ents] == ["New York Times"]
    assert [token.ent_iob for token in doc] == [3, 1, 1, 0]
    assert _group(doc, "variorum") == [("New York Times", "ORG"), ("York", "GPE"), ("Times Square", "FAC")]
    reasons = {one.surface: (one.reason, one.partly) for one in written(DOCBIN, article).left_out}
    overlap = ("overlaps 'New York Times' (ORG): only in the span group", True)
    assert reasons == {"York": overlap, "Times Square": overlap}


def test_white_space_at_an_edge_is_only_in_the_group() -> None:
    article = gold("Ann\n\nspoke", Mark("Ann\n\n", "PERSON"))
    doc = _doc(article)
    assert (list(doc.ents), _group(doc, "variorum")) == ([], [("Ann\n\n", "PERSON")])
    assert [token.ent_iob for token in doc] == [0, 0, 2]
    [one] = written(DOCBIN, article).left_out
    assert one.reason == "begins or ends with white space: only in the span group"


def test_what_two_reviewers_marked_is_one_entity_and_stands_in_both_groups() -> None:
    article = gold(
        "Ann met Bob",
        Mark("Ann", "PERSON"),
        Mark("Ann", "PERSON", "ben"),
        Mark("Bob", "PERSON", "ben"),
        finished_by=["anna", "carl"],
    )
    output, doc = written(DOCBIN, article), _doc(article)
    assert output.left_out == []
    assert [ent.text for ent in doc.ents] == ["Ann", "Bob"]
    assert _group(doc, "variorum") == [("Ann", "PERSON"), ("Bob", "PERSON")]
    assert _group(doc, "variorum:anna") == [("Ann", "PERSON")]
    assert _group(doc, "variorum:ben") == [("Ann", "PERSON"), ("Bob", "PERSON")]
    assert _group(doc, "variorum:carl") == []
    assert len(_back(article)[0].annotations) == 3


def test_each_doc_knows_its_source() -> None:
    article = gold("Ann", name="one.txt", finished_by=["ben", "anna"])
    assert (
        _doc(article).user_data["variorum"].items()
        >= {
            "id": article.article.id,
            "name": "one.txt",
            "sha256": article.article.sha256,
            "title": "Ann",
            "about": {},
            "story": "A story",
            "story_id": "s1",
            "lang": "en",
            "finished_by": ("ben", "anna"),
            "gaps": (),
            "statements": (),
            "clusters": (),
        }.items()
    )


@pytest.mark.parametrize("lang", ["zz", "ja", "", "../x", "lex_attrs", "de", "zh", "ar", "xx"])
def test_any_language_has_tokens(lang: str) -> None:
    doc = _doc(gold("Ann met Bob", Mark("Ann"), lang=lang))
    assert doc.text == "Ann met Bob"
    assert doc.ents[0].text == "Ann"
    assert doc.user_data["variorum"]["lang"] == lang


def test_a_text_of_more_than_a_million_characters() -> None:
    article = gold("word " * 210_000 + "Ann", Mark("Ann"))
    assert _places(_back(article)[0]) == [Place(1_050_000, 1_050_003, "ORG", "anna")]


def test_a_corpus_of_empty_articles_is_refused() -> None:
    with pytest.raises(ExportError, match="empty articles"):
        written(DOCBIN, gold(""), gold("", name="two.txt"))
    assert [back.article.text for back in _back(gold(""), gold("Ann"))] == ["", "Ann"]


def test_groups_and_entities_that_contradict_each_other_are_refused() -> None:
    doc = _doc(gold("Ann met Bob", Mark("Ann")))
    doc.set_ents([], default="outside")
    with pytest.raises(ReadError, match="do not agree"):
        read(DOCBIN, DocBin(store_user_data=True, docs=[doc]).to_bytes())
    doc = _doc(gold("Ann met Bob", Mark("Ann")))
    doc.spans["variorum:anna"] = []
    with pytest.raises(ReadError, match="do not agree"):
        read(DOCBIN, DocBin(store_user_data=True, docs=[doc]).to_bytes())
    doc = _doc(gold("Ann met Bob", finished_by=()))
    doc.set_ents([], default="outside")
    with pytest.raises(ReadError, match="nobody finished it"):
        read(DOCBIN, DocBin(store_user_data=True, docs=[doc]).to_bytes())


def test_a_file_of_another_program_is_read_too() -> None:
    doc = spacy.blank("en")("Ann met Bob")
    ann, bob = DocSpan(doc, 0, 1, "PERSON"), DocSpan(doc, 2, 3, "ORG")
    doc.set_ents([ann], default="outside")
    doc.spans["sc"] = [ann, bob]
    [story] = read(DOCBIN, DocBin(docs=[doc], store_user_data=True).to_bytes())
    [back] = story.articles
    assert (back.article.text, back.finished_by) == ("Ann met Bob", ("",))
    assert _places(back) == [Place(0, 3, "PERSON", ""), Place(8, 11, "ORG", "")]


TOKENIZERS = {lang: spacy.blank(lang) for lang in ("en", "xx", "zh", "ar", "fr")}


@settings(max_examples=100)
@given(article=gold_articles(), lang=st.sampled_from(sorted(TOKENIZERS)))
def test_exactly_the_spans_that_spacy_aligns_are_carried(article: GoldArticle, lang: str) -> None:
    article = GoldArticle(article.article, lang, article.finished_by, article.annotations)
    if not article.article.text:
        return
    doc = TOKENIZERS[lang].make_doc(article.article.text)
    aligned = [place for place in _places(article) if doc.char_span(place.start, place.end)]
    output = written(DOCBIN, article)
    assert _places(_back(article)[0]) == aligned
    lost = Counter(one.place for one in output.left_out if not one.partly and one.kind == "spans")
    assert Counter(aligned) + lost == Counter(_places(article))


@settings(max_examples=60)
@given(article=gold_articles())
def test_outside_is_said_only_where_somebody_looked_and_nothing_is(article: GoldArticle) -> None:
    if not article.article.text:
        return
    doc = _doc(article)
    open_ones = [one.span for one in article.annotations if one.verdict is not Verdict.REJECTED]
    for token in doc:
        start, end = token.idx, token.idx + len(token)
        touched = any(span.start < end and start < span.end for span in open_ones)
        if token.ent_iob_ in ("B", "I"):
            assert touched
        else:
            assert token.ent_iob_ == ("O" if article.finished_by and not touched else "")


ONLY_SPACY = """
import json, sys, spacy
from spacy.tokens import DocBin
docs = list(DocBin().from_disk(sys.argv[1]).get_docs(spacy.blank("en").vocab))
assert not {"annotations", "corpus"} & sys.modules.keys()
print(json.dumps([[doc.user_data["variorum"]["name"], doc.text,
    [[s.start_char, s.end_char, s.text, s.label_] for s in doc.spans["variorum"]],
    [[e.start_char, e.end_char, e.text, e.label_] for e in doc.ents]] for doc in docs]))
"""


def test_spacy_alone_loads_it_in_another_process(tmp_path: Path) -> None:
    articles = list(hard_articles())
    (tmp_path / "gold.spacy").write_bytes(written(DOCBIN, *articles).data)
    command = [sys.executable, "-I", "-c", ONLY_SPACY, "gold.spacy"]
    found = json.loads(subprocess.run(command, cwd=tmp_path, check=True, capture_output=True).stdout)
    assert [one[:2] for one in found] == [[one.article.name, one.article.text] for one in articles]
    for article, (_, text, spans, entities) in zip(articles, found, strict=True):
        marks = {(one.span.start, one.span.end, one.surface, one.label) for one in article.annotations}
        assert {tuple(span) for span in spans} == marks
        assert {tuple(entity) for entity in entities} <= marks
        assert all(text[start:end] == surface for start, end, surface, _ in spans)


TRAIN = """
import sys
from spacy.cli.debug_data import debug_data
from spacy.cli.init_config import init_config
from spacy.cli.train import train
config = init_config(lang="en", pipeline=["ner"], optimize="efficiency", silent=True)
config["training"].update(max_steps=20, eval_frequency=20)
config["paths"].update(train="gold.spacy", dev="gold.spacy")
config.to_disk("config.cfg")
if sys.argv[1] == "debug":
    debug_data("config.cfg", silent=False)
else:
    train("config.cfg", "model")
    import spacy
    print({ent.label_ for ent in spacy.load("model/model-last")("Ann Lee of Reuters met 7 people.").ents})
"""


@pytest.mark.slow
@pytest.mark.parametrize("what", ["debug", "train"])
def test_spacy_checks_and_trains_on_it(tmp_path: Path, what: str) -> None:
    articles = [
        gold(
            f"Ann Lee of Reuters met {number} people in Paris. They paid 1bn on day {number}.",
            Mark("Ann Lee", "PERSON"),
            Mark("Reuters", "ORG"),
            Mark("Paris", "GPE"),
            Mark("1bn", "FIGURE", verdict=Verdict.UNSURE) if number % 2 else Mark("1b", "FIGURE"),
            name=f"{number}.txt",
            finished_by=["anna"] if number % 3 else [],
        )
        for number in range(110)
    ]
    (tmp_path / "gold.spacy").write_bytes(written(DOCBIN, *articles, *hard_articles()).data)
    command = [sys.executable, "-I", "-c", TRAIN, what]
    run = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr
    if what == "debug":
        assert "No entities consisting of or starting/ending with whitespace" in run.stdout
    else:
        assert (tmp_path / "model" / "model-last" / "meta.json").exists()
        assert "PERSON" in run.stdout.splitlines()[-1]
