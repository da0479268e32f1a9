"""CoNLL-2012: a document for each story, chains in the last column, and files of others."""

from pathlib import Path

import pytest

from annotations.errors import ReadError
from annotations.formats.base import How, LeftOut
from annotations.formats.conll2012 import CONLL_2012
from annotations.formats.conll2012_brackets import Brackets, Mention, brackets, crossing
from annotations.formats.registry import recognised
from annotations.formats.shared.side_texts import side_of
from annotations.gold import Cluster, GoldStory
from corpus.span import Span
from tests.annotations.broken import refusal
from tests.annotations.examples import Mark, gold
from tests.annotations.shared_files import real

ROWS = """\
#begin document (s1); part 000
s1/a%20b%281%29.txt	0	0	The	-	*	-	-	-	-	*	-
s1/a%20b%281%29.txt	0	1	Bank	-	*	-	-	-	-	(ORG*	(0
s1/a%20b%281%29.txt	0	2	of	-	*	-	-	-	-	*	-
s1/a%20b%281%29.txt	0	3	England	-	*	-	-	-	-	*)	(1)|0)
s1/a%20b%281%29.txt	0	4	met	-	*	-	-	-	-	*	-
s1/a%20b%281%29.txt	0	5	.	-	*	-	-	-	-	*	-

s1/a%20b%281%29.txt	0	0	It	-	*	-	-	-	-	(ORG)	(0)
s1/a%20b%281%29.txt	0	1	agreed	-	*	-	-	-	-	*	-
s1/a%20b%281%29.txt	0	2	.	-	*	-	-	-	-	*	-

s1/b.txt	1	0	Threadneedle	-	*	-	-	-	-	(ORG*	(0
s1/b.txt	1	1	Street	-	*	-	-	-	-	*)	0)
s1/b.txt	1	2	rose	-	*	-	-	-	-	*	-
s1/b.txt	1	3	5	-	*	-	-	-	-	(FIGURE*	-
s1/b.txt	1	4	%	-	*	-	-	-	-	*)	-

#end document
"""


def _story() -> GoldStory:
    first = gold(
        "The Bank of England met.\n\nIt\tagreed.",
        *(Mark("Bank of England", reviewer=""), Mark("England", "GPE", ""), Mark("It", reviewer="")),
        name="a b(1).txt",
        finished_by=("",),
    )
    marks = (Mark("Threadneedle Street", reviewer=""), Mark("5%", "FIGURE", ""))
    second = gold("Threadneedle Street rose 5%", *marks, name="b.txt", finished_by=())
    ids = {one.surface: one.id for article in (first, second) for one in article.annotations}
    bank = tuple(ids[each] for each in ("Bank of England", "It", "Threadneedle Street"))
    clusters = (Cluster("s1:0", bank), Cluster("s1:1", (ids["England"],)))
    return GoldStory("s1", "A story", (first, second), (), clusters)


def _written(tmp_path: Path, story: GoldStory) -> tuple[Path, list[LeftOut]]:
    path = tmp_path / "gold.conll2012"
    return path, CONLL_2012.write([story], path)


def _read(path: Path) -> list[GoldStory]:
    return list(CONLL_2012.read(path, How()))


def _surfaces(story: GoldStory) -> list[list[str]]:
    of = {one.id: one.surface for article in story.articles for one in article.annotations}
    return [[of[each] for each in one.members] for one in story.clusters]


def test_a_story_is_one_document_and_its_chains_reach_over_articles(tmp_path: Path) -> None:
    path, left_out = _written(tmp_path, _story())
    assert path.read_text("utf-8") == ROWS
    assert [(one.surface, one.partly) for one in left_out] == [("England", True)]
    assert recognised(path) is CONLL_2012


def test_with_the_texts_beside_it_everything_comes_back(tmp_path: Path) -> None:
    path, _ = _written(tmp_path, _story())
    (found,) = _read(path)
    assert (found.id, found.title) == ("s1", "A story")
    assert [one.article for one in found.articles] == [one.article for one in _story().articles]
    assert [(each.span, each.label) for one in found.articles for each in one.annotations] == [
        (each.span, each.label) for one in _story().articles for each in one.annotations
    ]
    assert _surfaces(found) == _surfaces(_story())


def test_without_them_the_columns_speak(tmp_path: Path) -> None:
    path, _ = _written(tmp_path, _story())
    side_of(path).unlink()
    (found,) = CONLL_2012.read(path, How(reviewer="anna"))
    assert [one.article.name for one in found.articles] == ["a b(1).txt", "b.txt"]
    assert found.articles[0].article.text == "The Bank of England met .\nIt agreed ."
    labels = {each.surface: each.label for one in found.articles for each in one.annotations}
    assert labels == {
        "Bank of England": "ORG",
        "England": "MENTION",
        "It": "ORG",
        "Threadneedle Street": "ORG",
        "5 %": "FIGURE",
    }
    assert _surfaces(found) == [["Bank of England", "It", "Threadneedle Street"], ["England"]]
    assert {one.reviewer for article in found.articles for one in article.annotations} == {"anna"}


def test_mentions_of_one_chain_that_cross_cannot_both_stand(tmp_path: Path) -> None:
    article = gold("New York Times Square", Mark("New York Times"), Mark("Times Square"))
    both = tuple(one.id for one in article.annotations)
    _, left_out = _written(tmp_path, GoldStory("s1", "", (article,), (), (Cluster("c", both),)))
    assert next((one.surface, one.partly) for one in left_out) == ("Times Square", False)
    apart = (Cluster("c", both[:1]), Cluster("d", both[1:]))
    path, left_out = _written(tmp_path, GoldStory("s1", "", (article,), (), apart))
    assert [one.partly for one in left_out] == [True]
    assert "\t(0\n" in path.read_text("utf-8")
    assert "\t(1|0)\n" in path.read_text("utf-8")


def test_brackets_read_back_as_they_were_written() -> None:
    given = [Mention(0, 4, "0"), Mention(1, 1, "0"), Mention(1, 4, "0"), Mention(2, 3, "1"), Mention(3, 5, "2")]
    column = Brackets()
    for at, cell in enumerate(brackets(given, 6)):
        column.add(at, cell)
    assert sorted(column.mentions) == sorted(given)
    assert not column.left_open()
    assert not crossing(given)
    assert crossing([*given, Mention(3, 5, "0")]) == {Mention(3, 5, "0")}


def test_files_of_the_reference_scorer_are_read() -> None:
    (story,) = _read(real("conll2012-coref", "TC-A.key"))
    assert [one.article.name for one in story.articles] == ["test1", "test2"]
    assert story.articles[0].article.text == "a1 a2 junk b1 b2 b3 b4 jnk ."
    assert story.id == "LuoTestCase"
    assert _surfaces(story) == [["a1 a2"], ["b1 b2 b3 b4", "c"], ["d1 d2", "e", "f1 f2 f3"]]
    (story,) = _read(real("conll2012-coref", "TC-B.key"))
    assert story.id == ""
    assert story.articles[0].article.name == "nw/xinhua/00/chtb_0009"
    assert all(len(one.members) > 1 for one in story.clusters)


def test_rows_parted_by_spaces_and_parts_of_one_document(tmp_path: Path) -> None:
    path = tmp_path / "wsj.v4_gold_conll"
    rows = [
        "#begin document (nw/wsj/wsj_1); part 000",
        "nw/wsj/wsj_1   0   0   Ann   NNP  (TOP(S*  -  -  -  -  (PERSON*  *  (1",
        "nw/wsj/wsj_1   0   1   Lee   NNP  *  -  -  -  -  *)  *  1)",
        "nw/wsj/wsj_1   0   2   left   VBD  *))  leave  01  1  -  *  (V*)  -",
        "",
        "#end document",
        "#begin document (nw/wsj/wsj_1); part 001",
        "nw/wsj/wsj_1   1   0   She   PRP  (TOP*)  -  -  -  -  *  (1)",
        "#end document",
    ]
    path.write_bytes("\r\n".join(rows).encode() + b"\r\n")
    stories = _read(path)
    assert [one.articles[0].article.name for one in stories] == ["nw/wsj/wsj_1", "nw/wsj/wsj_1#1"]
    (ann,) = stories[0].articles[0].annotations
    assert (ann.span, ann.label, ann.surface) == (Span(0, 7), "PERSON", "Ann Lee")
    ids = [one.id for story in stories for article in story.articles for one in article.annotations]
    assert len(set(ids)) == len(ids) == 2


@pytest.mark.parametrize(
    ("change", "what", "line"),
    [
        (("(0\n", "-\n"), "chain '0' is closed where it is not open", 5),
        (("(1)|0)", "(1)"), "chain '0' is never closed", 11),
        (("(0)", "(0)x"), "are no brackets of chains", 9),
        (("\tBank\t", "\tBanks\t"), "the words of a b(1).txt are not those of its text", 2),
        (("(1)|0)", "0)"), "the chains of a b(1).txt are not those of the side file", 2),
        (("#end document\n", ""), "the last document is not ended", 18),
        (("#begin document (s1); part 000\n", ""), "this line is in no document", 1),
    ],
)
def test_a_broken_file_is_refused_with_its_place(change: tuple[str, str], what: str, line: int, tmp_path: Path) -> None:
    path, _ = _written(tmp_path, _story())
    told = refusal(_read, path, change)
    assert what in told
    assert f"line {line}" in told


def test_an_article_and_not_its_words_is_missing_beside_it(tmp_path: Path) -> None:
    path, _ = _written(tmp_path, _story())
    lines = side_of(path).read_bytes().splitlines(keepends=True)
    side_of(path).write_bytes(lines[0])
    with pytest.raises(ReadError, match="fewer articles"):
        _read(path)
    side_of(path).write_bytes(b'{"name": 1}\n')
    with pytest.raises(ReadError, match="not the text of an article"):
        _read(path)


def test_plain_text_is_not_taken_for_it(tmp_path: Path) -> None:
    for at, start in enumerate((b"#begin of a report\n", b"The #begin document\n", b"")):
        assert not CONLL_2012.begins(tmp_path / f"{at}", start)
