"""WebAnno TSV: the bytes that INCEpTION reads, and what its files hold."""

from pathlib import Path

import pytest

from annotations.errors import ReadError
from annotations.export import export
from annotations.formats.base import How
from annotations.formats.registry import recognised
from annotations.formats.surfaces import checked
from annotations.formats.webanno import WEBANNO
from annotations.formats.webanno_text import escaped_text, escaped_value, plain_text, values
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Connection
from corpus.offsets import Unit
from corpus.span import Span
from tests.annotations.examples import DECIDED, Mark, gold

NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
LINK = "de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink"
HEAD = f"#FORMAT=WebAnno TSV 3.3\n#T_SP={NER}|value\n"


def _story() -> GoldStory:
    one = gold(
        "💩 New York\tTimes said.\nIt_[a]", Mark("New York", "GPE"), Mark("York\tTimes", "ORG"), Mark("It", "ORG")
    )
    place, paper, it = one.annotations
    link = Connection("is|a", one.article.id, it.id, one.article.id, paper.id, "anna", DECIDED)
    article = GoldArticle(one.article, one.lang, (), one.annotations, connections=(link,))
    return GoldStory("s1", "A story", (article,), (), (Cluster("c", (paper.id, it.id)), Cluster("d", (place.id,))))


def _file(folder: Path, text: str, name: str = "one.tsv") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return path


def test_the_bytes_of_an_article(tmp_path: Path) -> None:
    export(lambda: iter([_story()]), WEBANNO, tmp_path / "gold")
    assert sorted(one.name for one in tmp_path.iterdir() if "left-out" not in one.name) == ["gold", "gold.texts.jsonl"]
    (path,) = (tmp_path / "gold").iterdir()
    assert path.name == "000001-report.txt.tsv"
    rows = [
        "1-1\t0-2\t💩\t_\t_\t_\t_\t_\t_\t",
        "1-2\t3-6\tNew\t*[1]\tGPE[1]\t*->2-1\tGPE[2]\t_\t_\t",
        "1-3\t7-11\tYork\t*[1]|*[2]\tGPE[1]|ORG[2]\t*->1-1|*->2-1\tORG[1]|GPE[2]\tis\\|a\t2-1.1[0_2]\t",
        "1-4\t12-17\tTimes\t*[2]\tORG[2]\t*->1-1\tORG[1]\t_\t_\t",
        "1-5\t18-22\tsaid\t_\t_\t_\t_\t_\t_\t",
        "1-6\t22-23\t.\t_\t_\t_\t_\t_\t_\t",
        "",
        "#Text=It_[a]",
    ]
    lines = path.read_text("utf-8").split("\n")
    assert lines[:7] == [
        "#FORMAT=WebAnno TSV 3.3",
        f"#T_SP={NER}|identifier|value",
        f"#T_CH={LINK}|referenceRelation|referenceType",
        f"#T_RL=webanno.custom.Relation|label|BT_{NER}",
        "",
        "",
        "#Text=💩 New York\\tTimes said.",
    ]
    assert lines[7:15] == rows
    assert lines[15:17] == ["2-1\t24-27\tIt_\t_\t_\t_\t_\t_\t_\t", "2-1.1\t24-26\tIt\t*\tORG\t*->1-2\tORG[1]\t_\t_\t"]


def test_a_file_says_the_same_without_its_side_file(tmp_path: Path) -> None:
    export(lambda: iter([_story()]), WEBANNO, tmp_path / "gold")
    (known,) = WEBANNO.read(tmp_path / "gold", How())
    (tmp_path / "gold.texts.jsonl").unlink()
    assert recognised(tmp_path / "gold") is WEBANNO
    (story,) = WEBANNO.read(tmp_path / "gold", How())
    one, other = known.articles[0], story.articles[0]
    assert other.article.name == one.article.name
    assert other.article.text == one.article.text
    assert [each.surface for each in other.annotations] == ["New York", "York\tTimes", "It"]
    assert len(other.connections) == 1
    assert [len(each.members) for each in story.clusters] == [2, 1]


def test_stacked_and_cut_tokens_of_others(tmp_path: Path) -> None:
    text = (
        f"{HEAD}#T_SP=webanno.custom.Mood|Category|Strength\n\n\n"
        "#Sentence.id=s1\n#Text=aaa bbb.\n"
        "1-1\t0-3\taaa\tA[1]|B[2]\t_\t_\t\n"
        "1-1.1\t1-3\taa\tC[3]\t_\t_\t\n"
        "1-2\t4-7\tbbb\tA[1]|C[3]\tsad\t*\t\n"
        "1-2.1\t5-5\t\tZ\t_\t_\t\n"
        "1-3\t7-8\t.\t*\t*\tlow\t\n"
    )
    (story,) = WEBANNO.read(_file(tmp_path, text), How(reviewer="me"))
    found = [(one.surface, one.label) for one in checked(story).articles[0].annotations]
    wanted = [("aaa", "B"), ("aaa bbb", "A"), ("aa bbb", "C"), ("bbb", "sad"), (".", "NamedEntity"), (".", "low")]
    assert found == wanted


def test_chains_and_relations_of_others(tmp_path: Path) -> None:
    text = (
        f"#FORMAT=WebAnno TSV 3.2\n#T_SP={NER}|identifier|value\n#T_CH={LINK}|referenceType|referenceRelation\n"
        f"#T_RL=webanno.custom.Relation|value|BT_{NER}\n\n\n"
        "#Text=Ann saw him .\n"
        "1-1\t0-3\tAnn\tQ1\tPER\tpr[1]\tcoref->1-1\t_\t_\n"
        "1-2\t4-7\tsaw\t_\t_\t_\t_\t_\t_\n"
        "1-3\t8-11\thim\t*[1]|*[2]\tPER[1]|X[2]\t_\t_\tlikes\t1-1[0_2]\n"
        "1-4\t12-13\t.\t_\t_\tpr[1]\t*->1-2\t_\t_\n"
    )
    (story,) = WEBANNO.read(_file(tmp_path, text), How())
    (article,) = story.articles
    by_id = {one.id: (one.surface, one.label) for one in article.annotations}
    assert article.annotations[0].attributes == (("identifier", "Q1"),)
    assert [by_id[one] for one in story.clusters[0].members] == [("Ann", "PER"), (".", "pr")]
    (link,) = article.connections
    assert (link.kind, by_id[link.source], by_id[link.target]) == ("likes", ("Ann", "PER"), ("him", "X"))


def test_gaps_between_sentences_of_others(tmp_path: Path) -> None:
    first = "#Text=😊 a.\n#Text=b\n1-1\t0-2\t😊\t_\n1-2\t6-7\tb\tX\n"
    rows = first + "\n#Text=c\n2-1\t9-10\tc\tY\n\n#Text=d\n3-1\t10-11\td\tZ\n"
    (story,) = WEBANNO.read(_file(tmp_path, f"{HEAD}\n\n{rows}"), How())
    (article,) = checked(story).articles
    assert article.article.text == "😊 a.\nb\n cd"
    assert [one.surface for one in article.annotations] == ["b", "c", "d"]
    with pytest.raises(ReadError):
        list(WEBANNO.read(tmp_path / "one.tsv", How(unit=Unit.CODE_POINTS)))


def test_a_folder_of_inception_names_document_and_reviewer(tmp_path: Path) -> None:
    _file(tmp_path, f"{HEAD}\n\n#Text=Ann\n1-1\t0-3\tAnn\tPER\n", "doc.txt/anna.tsv")
    (story,) = WEBANNO.read(tmp_path, How())
    assert story.articles[0].article.name == "doc.txt"
    assert story.articles[0].annotations[0].reviewer == "anna"


@pytest.mark.parametrize("value", ["a|b", "x\\", "[1]", "a->b", "_", "*", "a;b\tc\nd\re", "->1-1"])
def test_values_are_escaped(value: str) -> None:
    assert [one.text for one in values(f"{escaped_value(value)}[3]|{escaped_value(value)}")] == [value, value]
    assert plain_text(escaped_text(value)) == value


def test_white_space_that_is_marked_has_a_row(tmp_path: Path) -> None:
    one = gold(" \nAnn \t met.  ", Mark("", span=Span(5, 7)), Mark("", span=Span(1, 5)), Mark("", span=Span(12, 14)))
    done = export(lambda: iter([GoldStory("", "", (one,))]), WEBANNO, tmp_path / "gold")
    assert done.spans == 3
    (path,) = (tmp_path / "gold").iterdir()
    assert "1-1\t0-2\t \\n\t_\t" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        ("#FORMAT=WebAnno TSV 2.0\n", "only versions", 1),
        ("a\tb\n", "not a WebAnno", 1),
        (f"{HEAD}\n\n#Text=Ann\n1-1\t0-3\tAnn\n", "1 columns are declared", 6),
        (f"{HEAD}\n\n#Text=Ann\n1-1\t0-9\tAnn\tX\n", "outside the text", 6),
        (f"{HEAD}\n\n#Text=Ann\nAnn\tX\n", "not a row", 6),
        (f"{HEAD}\n\n1-1\t0-3\tAnn\tX\n", "without the text", 5),
        (f"{HEAD}\n\n#Text=Ann\n", "too early", 5),
        (f"{HEAD}\n\n#Text=A b\n1-1\t0-1\tA\t_\n\n#Text=c\n2-1\t1-2\tc\t_\n", "before the last one ends", 9),
        (f"{HEAD}\n\n#Text=😊\n1-1\t0-1\t😊\tX\n", "no place", 6),
        (f"{HEAD}#T_RL=R|v|BT_{NER}\n\n\n#Text=A\n1-1\t0-1\tA\t_\tx\t1-9\n", "there is no", 7),
        (f"{HEAD}#T_CH={LINK}|referenceType\n\n\n#Text=A\n1-1\t0-1\tA\t_\tx[1]\n", "lacks referenceRelation", 7),
    ],
)
def test_broken_files_are_refused_with_their_line(text: str, what: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=what) as caught:
        list(WEBANNO.read(_file(tmp_path, text), How()))
    assert f"one.tsv, line {line}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_was_changed_is_refused(tmp_path: Path) -> None:
    export(lambda: iter([_story()]), WEBANNO, tmp_path / "gold")
    (path,) = (tmp_path / "gold").iterdir()
    path.write_text(path.read_text("utf-8").replace("said", "says"), "utf-8")
    with pytest.raises(ReadError, match="side file"):
        list(WEBANNO.read(tmp_path / "gold", How()))
