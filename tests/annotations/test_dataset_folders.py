"""Which files below a folder are datasets, which belong to one, and which are articles as before."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from annotations.dataset_archives import dataset_in
from annotations.dataset_folders import files_of, found_in
from annotations.formats.brat import BRAT
from annotations.formats.iob2 import IOB2
from annotations.formats.jsonl import JSONL
from annotations.formats.registry import format_named, our_formats
from annotations.formats.spans import SPANS
from tests.annotations.examples import Mark, gold, story_of

TEXT = "Ann Lee met Bob."
LINE = json.dumps({"text": TEXT, "spans": [{"start": 0, "end": 3, "label": "PER"}]}) + "\n"


def laid(folder: Path, **files: str) -> None:
    """Files of a folder; two underscores stand for a slash, one for a full stop."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def found(folder: Path) -> dict[str, str]:
    return {one.path.relative_to(folder).as_posix(): one.fmt.name for one in found_in(folder, our_formats()).datasets}


def apart(folder: Path) -> set[str]:
    return {one.relative_to(folder).as_posix() for one in found_in(folder, our_formats()).apart}


def test_each_file_and_folder_that_is_a_dataset_is_one(tmp_path: Path) -> None:
    laid(tmp_path, a_jsonl=LINE, deep__er__b_conll="Ann B-PER\n", news_txt=TEXT, news_jsonl='{"text": "Ann."}\n')
    laid(tmp_path, brat__x_txt=TEXT, brat__x_ann="T1\tPER 0 3\tAnn\n")
    assert found(tmp_path) == {"a.jsonl": "spans", "brat": "brat", "deep/er/b.conll": "iob2"}
    assert apart(tmp_path) == {"a.jsonl", "brat", "deep/er/b.conll"}
    (tmp_path / ".hidden.jsonl").write_text(LINE)
    (tmp_path / "deep" / "round").symlink_to(tmp_path)
    assert len(found(tmp_path)) == 3


def test_a_folder_of_folders_of_brat_is_one_dataset_unless_others_lie_there(tmp_path: Path) -> None:
    for name in ("one", "two"):
        laid(tmp_path / name, x_txt=TEXT, x_ann="T1\tPER 0 3\tAnn\n")
    assert found(tmp_path) == {".": "brat"}
    laid(tmp_path, a_jsonl=LINE)
    assert found(tmp_path) == {"a.jsonl": "spans", "one": "brat", "two": "brat"}
    laid(tmp_path, y_txt=TEXT, y_ann="T1\tPER 0 3\tAnn\n")
    assert found(tmp_path) == {".": "brat", "a.jsonl": "spans"}


def test_what_lies_beside_a_dataset_is_neither_article_nor_dataset(tmp_path: Path) -> None:
    story = story_of(gold(TEXT, Mark("Ann Lee"), Mark("Lee")))
    for fmt in map(format_named, ("csv", "iob2", "conllup", "webanno", "brat")):
        fmt.write([story], tmp_path / (f"gold{fmt.suffix}" if fmt.suffix else fmt.name))
    laid(tmp_path, gold_conll_left_out_jsonl=LINE, lost_csv_articles_csv="text\nAnn.\n")
    (tmp_path / "gold.conll.left.out.jsonl").rename(tmp_path / "gold.conll.left-out.jsonl")
    datasets = {"gold.csv", "gold.conll", "gold.conllup", "webanno", "brat"}
    sides = {"gold.csv.articles.csv", "gold.conll.offsets.jsonl", "gold.conll.left-out.jsonl", "webanno.texts.jsonl"}
    assert set(found(tmp_path)) == datasets
    assert apart(tmp_path) == datasets | sides


def test_of_a_dataset_of_ours_the_format_that_holds_most_is_taken(tmp_path: Path) -> None:
    story = story_of(gold(TEXT, Mark("Ann Lee")))
    (tmp_path / "data" / "brat").mkdir(parents=True)
    laid(tmp_path, README_md="# Gold\n", SHA256SUMS="")
    for part in ("train", "test"):
        JSONL.write([story], tmp_path / "data" / f"{part}.jsonl")
        IOB2.write([story], tmp_path / "data" / f"{part}.conll")
        BRAT.write([story], tmp_path / "data" / "brat" / part)
    assert found(tmp_path) == {"data/train.jsonl": "jsonl", "data/test.jsonl": "jsonl"}
    assert len(found_in(tmp_path, our_formats()).doubles) == 4
    assert found(tmp_path / "data") == {"train.jsonl": "jsonl", "test.jsonl": "jsonl"}
    assert {"README.md", "SHA256SUMS", "data/train.conll", "data/brat/train"} <= apart(tmp_path)


def test_of_formats_that_hold_all_ours_is_taken(tmp_path: Path) -> None:
    (tmp_path / "data" / "cas-json").mkdir(parents=True)
    laid(tmp_path, README_md="# Gold\n", SHA256SUMS="")
    story = story_of(gold(TEXT, Mark("Ann Lee")))
    for fmt, path in (("w3c", "train.jsonld"), ("cas-json", "cas-json/train"), ("jsonl", "train.jsonl")):
        format_named(fmt).write([story], tmp_path / "data" / path)
    assert found(tmp_path) == {"data/train.jsonl": "jsonl"}
    (tmp_path / "data" / "train.jsonl").unlink()
    assert found(tmp_path) == {"data/train.jsonld": "w3c"}


@pytest.mark.parametrize(
    ("name", "content", "fmt"),
    [
        ("a.conll", "Ann B-PER\nmet O\n".encode("utf-16"), "iob2"),
        ("a.iob", b"Ann PER\n", "iob2"),
        ("a.conllu", b"what is this\n", "conllup"),
        ("a.ann", b"T1\tPER 0 3\tAnn\n", "brat"),
        ("a.spacy", b"nothing", "spacy"),
        ("a.jsonl", b"Ann PER\n", None),
        ("a.txt", b"Ann PER\n", None),
        ("a.xyz", b"Ann PER\n", None),
    ],
)
def test_what_ends_as_a_dataset_is_none_of_the_articles_even_if_it_is_broken(
    name: str, content: bytes, fmt: str | None, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    assert found(tmp_path) == ({name: fmt} if fmt else {})


def test_all_files_of_a_format_that_is_named(tmp_path: Path) -> None:
    laid(tmp_path, a_jsonl="{}\n", b_conll="", b_conll_offsets_jsonl="{}\n", in__c_jsonl="", d_txt="")
    assert [one.relative_to(tmp_path).as_posix() for one in files_of(tmp_path, SPANS)] == ["a.jsonl", "in/c.jsonl"]


def test_a_dataset_in_an_archive_is_seen(tmp_path: Path) -> None:
    formats = our_formats()
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("news/one.txt", TEXT)
    assert dataset_in(tmp_path / "a.zip", formats) is None
    with zipfile.ZipFile(tmp_path / "a.zip", "a") as archive:
        archive.writestr("news/../../one.ann", "T1\tPER 0 3\tAnn\n")
        archive.writestr("news/one.ann", "T1\tPER 0 3\tAnn\n")
    assert dataset_in(tmp_path / "a.zip", formats) == ("news/one.ann", BRAT)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINE.encode()))
    assert dataset_in(tmp_path / "a.jsonl.gz", formats) == ("a.jsonl", SPANS)
    (tmp_path / "a.jsonl.gz").write_bytes(b"\x1f\x8bdamaged")
    assert dataset_in(tmp_path / "a.jsonl.gz", formats) is None
