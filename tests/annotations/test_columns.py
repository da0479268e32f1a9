"""Columns of tokens and tags: every scheme read, two written, offsets beside them, and files of other tools."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from annotations.errors import ReadError
from annotations.export import export
from annotations.formats.base import Format, How
from annotations.formats.bilou import BILOU
from annotations.formats.iob2 import IOB2
from annotations.formats.registry import recognised
from annotations.formats.shared.tagging import Entity, bilou, entities, iob2
from annotations.gold import GoldArticle, GoldStory
from tests.annotations.examples import Mark, gold, hard_articles, story_of
from tests.annotations.shared_files import real

TEXT = "Ann Lee met  Bob's aide.\r\n\r\nShe left\u00a01bn."


def _written(fmt: Format, folder: Path, *articles: GoldArticle) -> Path:
    out = folder / f"gold{fmt.suffix}"
    export(lambda: iter([story_of(*articles)]), fmt, out)
    return out


def _spans(article: GoldArticle) -> list[tuple[str, str]]:
    return [(one.surface, one.label) for one in article.annotations]


def _only(path: Path) -> GoldArticle:
    (story,) = IOB2.read(path, How(reviewer="ann"))
    (article,) = story.articles
    return article


@pytest.mark.parametrize(
    ("fmt", "tags"),
    [
        (IOB2, "B-PERSON I-PERSON O B-PERSON O O O O O B-FIGURE O O"),
        (BILOU, "B-PERSON L-PERSON O U-PERSON O O O O O U-FIGURE O O"),
    ],
    ids=["iob2", "bilou"],
)
def test_columns_byte_by_byte(fmt: Format, tags: str, tmp_path: Path) -> None:
    marks = (Mark("Ann Lee", "PERSON"), Mark("Bob", "PERSON"), Mark("1", "FIGURE"))
    out = _written(fmt, tmp_path, gold(TEXT, *marks))
    tokens = ["Ann", "Lee", "met", "Bob", "'s", "aide", ".", "She", "left", "1", "bn", "."]
    lines = [f"{token} -X- -X- {tag}\n" for token, tag in zip(tokens, tags.split(), strict=True)]
    lines.insert(7, "\n")
    assert out.read_bytes().decode() == "".join(["-DOCSTART- -X- O O\n\n", *lines, "\n"])
    assert _only(out).article.text == TEXT
    assert [(one.span.start, one.surface) for one in _only(out).annotations] == [(0, "Ann Lee"), (13, "Bob"), (37, "1")]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("I-A I-A B-A O I-B", [(0, 2, "A"), (2, 3, "A"), (4, 5, "B")]),
        ("B-A I-A B-A O B-B", [(0, 2, "A"), (2, 3, "A"), (4, 5, "B")]),
        ("B-A L-A U-A O U-B", [(0, 2, "A"), (2, 3, "A"), (4, 5, "B")]),
        ("B-A E-A S-A - S-B", [(0, 2, "A"), (2, 3, "A"), (4, 5, "B")]),
        ("I-A E-A E-A O E-B", [(0, 2, "A"), (2, 3, "A"), (4, 5, "B")]),
        ("I-A I-B I-B", [(0, 1, "A"), (1, 3, "B")]),
    ],
)
def test_every_scheme_is_read(tags: str, expected: list[tuple[int, int, str]]) -> None:
    assert [tuple(one) for one in entities(tags.split())] == expected


def test_what_is_tagged_is_read_again() -> None:
    given = [Entity(0, 1, "A"), Entity(1, 3, "A"), Entity(3, 6, "B-C")]
    for scheme in (iob2, bilou):
        assert list(entities(scheme(8, given))) == given


def test_what_is_written_without_a_reviewer_is_of_whom_one_says(tmp_path: Path) -> None:
    articles = [gold(TEXT, Mark("Bob")), gold("Ann.", Mark("Ann"), name="b.txt", finished_by=())]
    (story,) = IOB2.read(_written(IOB2, tmp_path, *articles), How(reviewer="ann"))
    assert [one.finished_by for one in story.articles] == [("ann",), ()]
    assert {each.reviewer for one in story.articles for each in one.annotations} == {"ann"}


def test_overlaps_are_left_out_and_named(tmp_path: Path) -> None:
    article = gold("New York Times Square", Mark("New York Times"), Mark("Times Square", "FAC"))
    done = export(lambda: iter([story_of(article)]), IOB2, tmp_path / "gold.conll")
    assert done.lacks == {"spans": 1}
    assert "overlaps 'New York Times'" in done.first[0].reason


def test_spacy_reads_the_same_entities(tmp_path: Path) -> None:
    converter: Any = import_module("spacy.training.converters")
    articles = [one for one in hard_articles() if one.article.text.strip()]
    for fmt in (IOB2, BILOU):
        out = _written(fmt, tmp_path, *articles)
        docs = list(converter.conll_ner_to_docs(out.read_text("utf-8"), no_print=True))
        stories = list(fmt.read(out, How()))
        ours = [[(one.surface.split(), one.label) for one in each.annotations] for each in stories[0].articles]
        assert (
            ours == [[([str(token) for token in one], one.label_) for one in doc.ents] for doc in docs]
            or len(docs) == 0
        )
        assert len(docs) == len(articles)


@pytest.mark.parametrize(
    ("place", "count", "first", "articles"),
    [
        (("conll-iob2", "conllpp-test.head.conll"), 81, ("JAPAN", "LOC"), 2),
        (("spacy", "ner-token-per-line.iob"), 7, ("Sebastian Thrun", "PERSON"), 1),
        (("spacy", "ner-token-per-line-with-pos.iob"), 7, ("Sebastian Thrun", "PERSON"), 1),
        (("doccano", "doccano", "sequence_labeling", "example.conll"), 2, ("JAPAN", "LOC"), 1),
    ],
)
def test_files_of_others(
    place: tuple[str, ...], count: int, first: tuple[str, str], articles: int, tmp_path: Path
) -> None:
    path = real(*place)
    assert recognised(path) is IOB2
    stories = list(IOB2.read(path, How(reviewer="ann")))
    found = [pair for story in stories for pair in _spans(story.articles[0])]
    assert (len(stories), found[0]) == (articles, first)
    assert len(found) == _entities_in(path) == count
    assert stories[0].articles[0].article.name == f"{path.name}:1"
    for fmt in (IOB2, BILOU):
        out = tmp_path / f"gold{fmt.suffix}"
        export(lambda: iter(stories), fmt, out)
        assert [pair for story in fmt.read(out, How()) for pair in _spans(story.articles[0])] == found


def _entities_in(path: Path) -> int:
    """How many lines begin an entity, counted another way."""
    return sum(line.split()[-1].startswith("B-") for line in path.read_text("utf-8").splitlines() if line.strip())


def test_a_file_without_offsets_is_read_as_words_with_spaces(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_bytes(b"\xef\xbb\xbf# id 1\r\nAnn\tI-PER\r\nLee\tI-PER\r\n\r\n#\tO\r\n-DOCSTART- -X- O O\nBob _ _ S-PER")
    stories: list[GoldStory] = list(IOB2.read(path, How(reviewer="ann")))
    assert [one.articles[0].article.text for one in stories] == ["Ann Lee\n#\n", "Bob\n"]
    assert [_spans(one.articles[0]) for one in stories] == [[("Ann Lee", "PER")], [("Bob", "PER")]]
    assert stories[0].articles[0].finished_by == ("ann",)


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"Ann B-PER\nLee\n", "line 2"),
        (b"Ann PER\n", "line 1"),
        (b"Ann B-\n", "line 1"),
        (b"Ann O\n\xff O\n", "line 2"),
        (b"Ann - - B-PER\nmet - - O\n\nBob - -", "line 4: 3 columns, where the rows before have 4"),
        (b"Ann\tB-PER\nmet\tx\tO\n", "line 2"),
    ],
)
def test_what_has_no_tags_is_refused(data: bytes, where: str, tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=where):
        list(IOB2.read(path, How()))


def test_an_invalid_file_of_doccano_is_refused() -> None:
    with pytest.raises(ReadError, match=r"line 1"):
        list(IOB2.read(real("doccano", "doccano", "sequence_labeling", "labeling.invalid.conll"), How()))


@pytest.mark.parametrize(
    "change", [("Ann Lee", "Eva Lee"), ('"tokens"', '"words"'), ("[[0, 3]", "[[0, 0]"), ("{", "[")]
)
def test_offsets_that_do_not_fit_are_refused(change: tuple[str, str], tmp_path: Path) -> None:
    out = _written(IOB2, tmp_path, gold(TEXT, Mark("Ann Lee")))
    side = out.with_name(out.name + ".offsets.jsonl")
    side.write_text(side.read_text("utf-8").replace(*change), "utf-8")
    with pytest.raises(ReadError, match=r"offsets\.jsonl, line 1"):
        list(IOB2.read(out, How()))
    side.write_text("")
    with pytest.raises(ReadError, match="as many articles"):
        list(IOB2.read(out, How()))


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"Ann B-PER\nmet O\n", "iob2"),
        (b"Ann U-PER\nmet O\n", "bilou"),
        (b"-DOCSTART- -X- O O\n\nAnn -X- -X- O\n", "iob2"),
        (b"Plan B-\nand then O\n", None),
        (b"It is vitamin B-12\nthat counts.\n", None),
        (b"O\nO\n", None),
        (b'{"text": "Ann"}\n', None),
    ],
)
def test_what_looks_like_columns(head: bytes, name: str | None, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(head)
    found = recognised(path)
    assert (found.name if found else None) == name
