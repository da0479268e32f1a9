"""CoNLL-U Plus: white space, entities and chains in columns; CoNLL-U of others in the notations they have."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotations.formats.base import How, LeftOut
from annotations.formats.conllup import CONLLUP
from annotations.formats.conllup_mentions import Found, corefud
from annotations.formats.registry import recognised
from annotations.gold import Cluster, GoldStory
from corpus.span import Span
from tests.annotations.broken import refusal
from tests.annotations.examples import Mark, gold

WRITTEN = """\
# global.columns = ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC VARIORUM:NE VARIORUM:COREF
# newdoc id = a.txt
# variorum = {"document": 0, "story_id": "s1", "story": "A story", "name": "a.txt", "title": "Bank of England", \
"about": {}, "lang": "en", "finished_by": [""]}
# sent_id = IDA-1
# text = Bank of England
1	Bank	_	_	_	_	_	_	_	SpacesAfter=\\s\\s|SpacesBefore=\\n|TokenRange=1:5	1:ORG	1:e1
2	of	_	_	_	_	_	_	_	SpacesAfter=\\u00a0|TokenRange=7:9	1	1
3	England	_	_	_	_	_	_	_	SpaceAfter=No|TokenRange=10:17	1;2:GPE	1;2:e2

# variorum = {"document": 0, "story_id": "s1", "story": "A story", "name": "b.txt", "title": "", \
"about": {}, "lang": "en", "finished_by": [], "text": "\\t"}
# newdoc id = c%20d.txt
# variorum = {"document": 0, "story_id": "s1", "story": "A story", "name": "c d.txt", "title": "It rose.", \
"about": {}, "lang": "en", "finished_by": []}
# sent_id = IDC-1
# text = It rose.
1	It	_	_	_	_	_	_	_	TokenRange=0:2	1:ORG	1:e1
2	rose	_	_	_	_	_	_	_	SpaceAfter=No|TokenRange=3:7	_	_
3	.	_	_	_	_	_	_	_	SpaceAfter=No|TokenRange=7:8	_	_

"""


def _story() -> GoldStory:
    marks = (Mark("Bank  of\u00a0England", reviewer=""), Mark("England", "GPE", ""))
    first = gold("\nBank  of\u00a0England", *marks, name="a.txt", finished_by=("",))
    first = replace(first, article=replace(first.article, title="Bank of England"))
    blank = gold("\t", name="b.txt", finished_by=())
    last = gold("It rose.", Mark("It", reviewer=""), name="c d.txt", finished_by=())
    bank, england = (one.id for one in first.annotations)
    clusters = (Cluster("x", (bank, last.annotations[0].id)), Cluster("y", (england,)))
    return GoldStory("s1", "A story", (first, blank, last), (), clusters)


def _written(tmp_path: Path, *stories: GoldStory) -> tuple[Path, list[LeftOut]]:
    path = tmp_path / "gold.conllup"
    return path, CONLLUP.write(stories, path)


def _read(path: Path) -> list[GoldStory]:
    return list(CONLLUP.read(path, How(reviewer="anna")))


def _given(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "other.conllu"
    path.write_bytes(text.replace(" | ", "\t").encode())
    return path


def _said(story: GoldStory) -> list[tuple[str, str]]:
    return [(each.surface, each.label) for one in story.articles for each in one.annotations]


def test_a_story_as_it_is_written(tmp_path: Path) -> None:
    story = _story()
    path, left_out = _written(tmp_path, story)
    wanted = WRITTEN.replace("IDA", story.articles[0].article.id).replace("IDC", story.articles[2].article.id)
    assert path.read_text("utf-8") == wanted
    assert left_out == []
    assert recognised(path) is CONLLUP


def test_it_comes_back_exactly(tmp_path: Path) -> None:
    path, _ = _written(tmp_path, _story())
    (found,) = _read(path)
    assert [one.article for one in found.articles] == [one.article for one in _story().articles]
    assert [one.finished_by for one in found.articles] == [("anna",), (), ()]
    assert _said(found) == _said(_story())
    assert [len(one.members) for one in found.clusters] == [2, 1]


def test_gaps_are_seen_by_the_tokens_in_them(tmp_path: Path) -> None:
    article = gold("Ann and Bob Lee", Mark("", "PERSON", "", span=Span(0, 15)), Mark("Bob Lee", "PERSON", ""))
    whole, other = article.annotations
    seen = replace(article, annotations=(replace(whole, parts=(Span(0, 3), Span(12, 15))), other))
    path, left_out = _written(tmp_path, GoldStory("", "", (seen,)))
    assert left_out == []
    assert "\t1:PERSON\t*\n2\tand" in path.read_text("utf-8")
    assert _read(path)[0].articles[0].annotations[0].parts == (Span(0, 3), Span(12, 15))
    unseen = replace(article, annotations=(replace(whole, parts=(Span(0, 7), Span(8, 15))), other))
    path, left_out = _written(tmp_path, GoldStory("", "", (unseen,)))
    assert [one.reason for one in left_out] == ["a gap of it holds no token"]
    assert _said(_read(path)[0]) == [("Bob Lee", "PERSON")]


PLAIN = """\
# newdoc id = weblog-1
# newpar
# sent_id = 1
# text = Let's go, Ann.
1-2 | Let's | _ | _ | _ | _ | _ | _ | _ | _
1 | Let | let | VERB | _ | _ | 0 | root | _ | _
2 | 's | we | PRON | _ | _ | 1 | obj | _ | _
3 | go | go | VERB | _ | _ | 1 | xcomp | _ | SpaceAfter=No
4 | , | , | PUNCT | _ | _ | 5 | punct | _ | _
4.1 | come | come | VERB | _ | _ | _ | _ | _ | _
5 | Ann | Ann | PROPN | _ | _ | 1 | vocative | _ | NER=S-PERSON|SpaceAfter=No
6 | . | . | PUNCT | _ | _ | 1 | punct | _ | _

# newpar
1 | Yes | yes | INTJ | _ | _ | 0 | root | _ | _

# newdoc
1 | No | no | INTJ | _ | _ | 0 | root | _ | _

"""


def test_plain_conllu_is_read_with_its_words_of_several_tokens(tmp_path: Path) -> None:
    path = _given(tmp_path, PLAIN)
    assert recognised(path) is CONLLUP
    first, second = _read(path)
    assert [one.articles[0].article.name for one in (first, second)] == ["weblog-1", "other.conllu:2"]
    assert first.articles[0].article.text == "Let's go, Ann.\nYes"
    assert _said(first) == [("Ann", "PERSON")]
    assert (first.articles[0].finished_by, second.articles[0].finished_by) == (("anna",), ())


def test_entities_of_cupt_and_of_tags(tmp_path: Path) -> None:
    rows = [
        "# global.columns = ID FORM MISC PARSEME:MWE",
        "1 | going | _ | 2:VPC.full",
        "2 | on | _ | 2",
        "3 | let | _ | 1:VID",
        "4 | us | _ | *",
        "5 | alone | SpaceAfter=No | 1",
        "",
        "",
    ]
    (story,) = _read(_given(tmp_path, "\n".join(rows)))
    assert _said(story) == [("going on", "VPC.full"), ("let us alone", "VID")]
    assert story.articles[0].annotations[1].parts == (Span(9, 12), Span(16, 21))
    rows = ["# global.columns = ID FORM X:NER", "1 | Ann | B-PER", "2 | Lee | I-PER", "3 | left | O", ""]
    (story,) = _read(_given(tmp_path, "\n".join(rows)))
    assert _said(story) == [("Ann Lee", "PER")]


def test_entities_and_chains_of_corefud(tmp_path: Path) -> None:
    row = "{} | {} | _ | _ | _ | _ | _ | _ | _ | {}"
    words = [("Ann", "Entity=(e1-person-1"), ("Lee", "Entity=e1)"), ("of", "_"), ("Oslo", "Entity=(e2-place-1)")]
    rows = [row.format(at, *word) for at, word in enumerate(words, 1)]
    later = row.format(1, "She", "Entity=(e1-person-1)")
    text = "\n".join(["# newdoc id = d1", "# global.Entity = eid-etype-head-other", *rows, "", later, "", ""])
    (story,) = _read(_given(tmp_path, text))
    assert _said(story) == [("Ann Lee", "person"), ("Oslo", "place"), ("She", "person")]
    assert [len(one.members) for one in story.clusters] == [2, 1]


def test_brackets_of_corefud_in_pieces_and_in_each_other() -> None:
    fields = ["eid", "etype"]
    found = corefud(["(e1[1/2]-org)(e2-place", "", "(e1[2/2]-org(e3-x)", "e1[2/2])e2)"], fields)
    assert sorted(found) == [
        Found((0, 1, 2, 3), "place", "e2"),
        Found((0, 2, 3), "org", "e1"),
        Found((2,), "x", "e3"),
    ]
    for wrong in (["e1)"], ["(e1-org"], ["(e1[1/2]-org)"]):
        with pytest.raises(ValueError, match="entity"):
            corefud(wrong, fields)


@pytest.mark.parametrize(
    ("change", "what", "line"),
    [
        (("\t1:ORG\t1:e1\n2", "\tORG\t1:e1\n2"), "'ORG' is no entity", 6),
        (("2\tof\t_", "2\tof"), "a row of 11 columns where there should be 12", 7),
        (("2\tof", "two\tof"), "a row without the number of its word", 7),
        (('"document": 0', '"document": null'), "", 3),
        (("# variorum = {", "# variorum = "), "", 3),
    ],
)
def test_a_broken_file_is_refused_with_its_place(change: tuple[str, str], what: str, line: int, tmp_path: Path) -> None:
    path, _ = _written(tmp_path, _story())
    told = refusal(_read, path, change)
    assert what in told
    assert f"line {line}" in told


def test_other_tables_are_not_taken_for_it(tmp_path: Path) -> None:
    for at, head in enumerate((b"# A heading\n\nText.", b"1\tone\ttwo\n", b"EU B-ORG\n", b"1. First\n", b"")):
        assert not CONLLUP.begins(tmp_path / f"{at}", head)
