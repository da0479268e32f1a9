"""A dataset as a folder: whole or not there, with a card that the hub reads and hashes that sha256sum accepts."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest
from hypothesis import given
from hypothesis import strategies as st

import annotations.dataset
from annotations.card_text import yaml as _yaml
from annotations.card_types import COLUMNS, Type
from annotations.choice import ALL, Choice, gold
from annotations.dataset import Made, Wanted, make
from annotations.errors import ExportError
from annotations.events import Finished
from annotations.formats.jsonl import record
from annotations.formats.registry import OURS, format_named, our_formats
from annotations.gold import GoldStory
from annotations.labels import shipped
from annotations.model import Proposal
from annotations.splits import Splits
from annotations.store import Store
from tests.annotations.gold_stories import gold_stories
from tests.annotations.libraries import articles, filled
from tests.annotations.projects import Sitter, judged

yaml: Any = pytest.importorskip("yaml")


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "news.variorum"
    with closing(filled(path)) as store:
        anna, ben = Sitter(store, "anna", "a"), Sitter(store, "ben", "b")
        for number, article in enumerate(articles()):
            who = "Tessa Vorn" if number < 3 else "Osei Brand"
            anna.decide(judged(who, identity=f"a{number}", text=article.text), Finished(), article=article)
        first = articles()[0]
        ben.decide(judged("Harlow Bridge", "FAC", identity="b1", text=first.text), Finished(), article=first)
    return path


@pytest.fixture
def store(_made: Path) -> Iterator[Store]:
    with closing(Store(_made, read_only=True)) as store:
        yield store


def wanted(*names: str, splits: Splits | None = None, choice: Choice = ALL) -> Wanted:
    formats = [format_named(name) for name in names or ("jsonl",)]
    return Wanted("Floods", "cc-by-4.0", "Reports of floods.", choice, formats, splits, shipped(), "0.1.0")


def halves(store: Store) -> Splits:
    """A split that puts one of the two stories in each part."""
    both = list(gold(store))
    seeds = (Splits((1, 1, 0), seed) for seed in range(100))
    return next(one for one in seeds if one.of(both[0]) == "train" and one.of(both[1]) == "dev")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def head(folder: Path) -> dict[str, Any]:
    text = (folder / "README.md").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
    return found


def test_a_folder_holds_data_a_card_and_hashes_that_fit(store: Store, tmp_path: Path) -> None:
    made = make(store, wanted("jsonl", "iob2"), tmp_path / "floods")
    assert sorted(files(tmp_path / "floods")) == [
        "README.md", "SHA256SUMS", "data/train.conll", "data/train.conll.left-out.jsonl",
        "data/train.conll.offsets.jsonl", "data/train.jsonl",
    ]  # fmt: skip
    assert made.lacks
    assert [one.done.articles for one in made.written] == [6, 6]
    if shutil.which("sha256sum"):
        told = subprocess.run(
            ["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path / "floods", check=True, capture_output=True
        )
        assert told.stdout.count(b": OK\n") == 5
    (tmp_path / "floods" / "data" / "train.jsonl").write_text("", "utf-8")
    if shutil.which("sha256sum"):
        told = subprocess.run(
            ["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path / "floods", check=False, capture_output=True
        )
        assert told.returncode == 1


def test_the_card_says_what_is_in_it(store: Store, tmp_path: Path) -> None:
    make(store, wanted("spacy", "jsonl", splits=halves(store)), tmp_path / "floods")
    assert head(tmp_path / "floods") == {
        "pretty_name": "Floods", "license": "cc-by-4.0", "language": ["en"], "size_categories": ["n<1K"],
        "task_categories": ["token-classification"], "annotations_creators": ["expert-generated"],
        "tags": ["news", "named-entity-recognition", "coreference-resolution"],
        "dataset_info": {"features": ANY},
        "configs": [{"config_name": "default", "data_files": [
            {"split": "train", "path": "data/train.jsonl"}, {"split": "validation", "path": "data/dev.jsonl"},
        ]}],
    }  # fmt: skip
    body = (tmp_path / "floods" / "README.md").read_text("utf-8")
    for words in (
        "# Floods", "6 news articles in 2 stories, with 7 accepted spans.", "| PERSON |",
        "| spacy | data/train.spacy, data/dev.spacy | 6 | ",
        "Gazette (2)", "Days: 2026-03-03 to 2026-05-08.", "| anna, ben | 1 | 0.000 |", "```python\nimport spacy",
        "- spacy: ", "Parts 1/1/0 with the seed ", "6 of 6 articles were finished", "\n## Guidelines\n\n### ",
    ):  # fmt: skip
        assert words in body, words
    assert [line for line in body.splitlines() if line.startswith("# ")] == ["# Floods"]
    assert "In the others" not in body
    assert "Nobody settled" not in body


def test_the_card_says_what_a_machine_proposed_and_what_was_decided_in_batches(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "news.variorum")) as store:
        anna = Sitter(store, "anna", "a")
        for number, (article, via) in enumerate(zip(articles(), ("batch", "batch", "repeat", "", "", ""), strict=True)):
            who = "Tessa Vorn" if number < 3 else "Osei Brand"
            origin = Proposal(judged(who, text=article.text).span, "PERSON", "m 1") if number else None
            mark = judged(who, identity=f"a{number}", text=article.text, origin=origin)
            anna.decide(replace(mark, via=via), article=article)
        make(store, wanted(splits=halves(store)), tmp_path / "floods")
    assert head(tmp_path / "floods")["annotations_creators"] == ["expert-generated", "machine-generated"]
    body = (tmp_path / "floods" / "README.md").read_text("utf-8")
    assert (
        "\n3 of these decisions were made one by one, 2 in batches of proposals, 1 by labelling the same words"
        " everywhere.\n"
    ) in body


def fits(value: Any, kind: Type) -> bool:
    """Whether a value has a type; nothing may stand for anything."""
    if value is None:
        return True
    if isinstance(kind, str):
        return type(value) is {"string": str, "int64": int}[kind]
    if isinstance(kind, list):
        return isinstance(value, list) and all(fits(one, kind[0]) for one in value)
    return isinstance(value, dict) and value.keys() <= kind.keys() and all(fits(value[key], kind[key]) for key in value)


@given(gold_stories())
def test_the_types_on_the_card_are_those_of_the_lines(story: GoldStory) -> None:
    for article in story.articles:
        row = record(story, article)
        assert list(row) == list(COLUMNS)
        assert all(fits(row[name], kind) for name, kind in COLUMNS.items())


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_title_is_a_string_of_yaml(title: str) -> None:
    told = yaml.safe_load(f"pretty_name: {_yaml(title)}\n")["pretty_name"]
    assert isinstance(told, str)
    assert "\n" not in told


def test_markup_in_a_title_is_text(store: Store, tmp_path: Path) -> None:
    made = replace(wanted(), title="*A* [b](c) `d` | ---\n# e", about="<script>")
    make(store, made, tmp_path / "floods")
    text = (tmp_path / "floods" / "README.md").read_text("utf-8")
    assert "\n# \\*A\\* \\[b\\](c) \\`d\\` | --- # e\n" in text
    assert "\\<script\\>" in text


def test_the_same_project_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    for name in ("one", "two"):
        make(store, wanted("jsonl", "spacy", "brat", splits=halves(store)), tmp_path / name)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_every_story_is_in_one_part(store: Store, tmp_path: Path) -> None:
    make(store, wanted(splits=halves(store)), tmp_path / "floods")
    parts = [
        {json.loads(line)["story_id"] for line in (tmp_path / "floods/data" / name).read_text("utf-8").splitlines()}
        for name in ("train.jsonl", "dev.jsonl")
    ]
    assert all(parts)
    assert parts[0].isdisjoint(parts[1])


def test_formats_whose_files_end_alike_do_not_overwrite_each_other(store: Store, tmp_path: Path) -> None:
    names = ("jsonl", "prodigy", "doccano", "spans", "label-studio", "mentions", "slate", "csv")
    made = make(store, wanted(*names), tmp_path / "floods")
    paths = [one.path for one in made.written]
    assert len(set(paths)) == len(names)
    assert paths[:2] == ["data/jsonl/train.jsonl", "data/prodigy/train.jsonl"]
    assert paths[-1] == "data/train.csv"
    assert all((tmp_path / "floods" / path).exists() for path in paths)


@pytest.mark.parametrize("fmt", our_formats(), ids=lambda fmt: fmt.name)
def test_a_part_without_articles_is_written_in_every_format(store: Store, tmp_path: Path, fmt: Any) -> None:
    made = make(store, wanted(fmt.name, choice=Choice(since="2099")), tmp_path / "none")
    assert [(one.done.articles, one.done.spans) for one in made.written] == [(0, 0)]


def test_something_that_is_there_is_left_alone(store: Store, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text("mine", "utf-8")
    (tmp_path / "file").write_text("mine", "utf-8")
    for name in ("mine", "file"):
        with pytest.raises(ExportError, match="there is something already; name a new folder, or an empty one"):
            make(store, wanted(), tmp_path / name)
    with pytest.raises(ExportError, match="No such file"):
        make(store, wanted(), tmp_path / "missing" / "floods")
    assert sorted(files(tmp_path)) == ["file", "mine/a.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "mine"]


def test_an_empty_folder_may_be_there(store: Store, tmp_path: Path) -> None:
    (tmp_path / "floods").mkdir()
    make(store, wanted(), tmp_path / "floods")
    assert (tmp_path / "floods" / "README.md").exists()


@pytest.mark.parametrize("error", [ExportError("read back differs"), OSError(28, "No space left"), KeyboardInterrupt()])
def test_nothing_is_left_behind_by_a_failure(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def failing(*_: object) -> str:
        assert files(tmp_path)  # the data is there already, beside its place
        raise error

    monkeypatch.setattr(annotations.dataset, "card", failing)
    with pytest.raises((ExportError, KeyboardInterrupt)):
        make(store, wanted(), tmp_path / "floods")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("names", [("jsonl",), ("jsonl", "parquet")])
def test_the_datasets_library_loads_the_folder_by_its_card(
    store: Store, tmp_path: Path, names: tuple[str, ...]
) -> None:
    datasets: Any = pytest.importorskip("datasets")
    make(store, wanted(*names, splits=halves(store)), tmp_path / "floods")
    loaded = datasets.load_dataset(str(tmp_path / "floods"), cache_dir=str(tmp_path / "cache"))
    assert set(loaded) == {"train", "validation"}
    assert sum(map(len, loaded.values())) == 6
    assert {span["label"] for part in loaded.values() for one in part for span in one["spans"]} == {"FAC", "PERSON"}


@pytest.mark.filterwarnings("default")
def test_the_library_loads_parts_of_which_one_has_what_the_other_lacks(tmp_path: Path) -> None:
    datasets: Any = pytest.importorskip("datasets")
    with closing(filled(tmp_path / "news.variorum")) as store:
        anna = Sitter(store, "anna", "a")
        for number, article in enumerate(articles()):
            who = "Tessa Vorn" if number < 3 else "Osei Brand"
            origin = Proposal(judged(who, text=article.text).span, "PERSON", "m 1") if number > 2 else None
            anna.decide(judged(who, identity=f"a{number}", text=article.text, origin=origin), article=article)
        make(store, wanted(splits=halves(store)), tmp_path / "floods")
    loaded = datasets.load_dataset(str(tmp_path / "floods"), cache_dir=str(tmp_path / "cache"))
    came = [[one["spans"][0]["origin"] for one in part] for part in loaded.values()]
    assert [[one and one["model"] for one in part] for part in came] == [[None] * 3, ["m 1"] * 3]


@pytest.mark.filterwarnings("default")
def test_an_empty_part_does_not_keep_the_library_from_loading(store: Store, tmp_path: Path) -> None:
    datasets: Any = pytest.importorskip("datasets")
    make(store, wanted(splits=Splits((1, 1, 1), 0), choice=Choice(since="2026-05")), tmp_path / "floods")
    loaded = datasets.load_dataset(str(tmp_path / "floods"), cache_dir=str(tmp_path / "cache"))
    assert [len(part) for part in loaded.values()] == [3]


@pytest.mark.filterwarnings("default")
def test_tags_have_the_same_numbers_in_every_part(store: Store, tmp_path: Path) -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    make(store, wanted("parquet", splits=halves(store)), tmp_path / "floods")
    names = [
        json.loads(parquet.read_schema(tmp_path / "floods/data" / f"{part}.parquet").metadata[b"huggingface"])
        ["info"]["features"]["ner_tags"]["feature"]["names"]
        for part in ("train", "dev")
    ]  # fmt: skip
    assert names == [["O", "B-FAC", "I-FAC", "B-PERSON", "I-PERSON"]] * 2


def test_each_format_named_on_a_card_has_lines_that_load_it() -> None:
    from annotations.snippets import snippet

    assert all(snippet(name, "data") for name in OURS)
    assert Made().lacks is False
