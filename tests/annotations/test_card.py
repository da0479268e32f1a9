"""What the card of a dataset says of its numbers."""

import json
import re
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotations.card_types import COLUMNS, Type
from annotations.choice import ALL, Choice
from annotations.dataset import Wanted, make
from annotations.events import Finished, Noted
from annotations.formats.jsonl import JSONL
from annotations.formats.registry import format_named, our_formats
from annotations.labels import shipped
from annotations.model import Verdict
from annotations.splits import Splits
from annotations.store import Store
from corpus.article import Article, Metadata
from tests.annotations.libraries import articles, filled, taken
from tests.annotations.projects import Sitter, judged


def test_the_card_says_how_decisions_of_several_reviewers_count(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "news.variorum")) as store:
        first, second, third = articles()[:3]
        for who in ("anna", "ben"):
            sitter = Sitter(store, who, who)
            sitter.decide(judged("Tessa Vorn", identity=f"{who}1", text=first.text), article=first)
            verdict = Verdict.ACCEPTED if who == "anna" else Verdict.UNSURE
            other = judged("Tessa Vorn", identity=f"{who}2", text=second.text, verdict=verdict)
            sitter.decide(other, article=second)
        sitter.decide(judged("Tessa Vorn", identity="b3", text=third.text), article=third)
        wanted = Wanted("Floods", "other", "", ALL, [JSONL], None, shipped(), "0.1.0")
        make(store, wanted, tmp_path / "floods")
    body = (tmp_path / "floods" / "README.md").read_text("utf-8")
    assert "with 4 accepted spans." in body
    assert "without that there are 3, and of these 1 were rejected or left unsure by another one.\n" in body


WANTED = Wanted("Floods", "unknown", "", ALL, [JSONL], None, shipped(), "0.1.0")


def card(store: Store, folder: Path, wanted: Wanted = WANTED) -> str:
    make(store, wanted, folder)
    return (folder / "README.md").read_text("utf-8")


def rows(section: str, head: str) -> dict[str, str]:
    """The rows of the first table with this head, by their first cells."""
    [_, body] = section.split(f"{head}\n", 1)
    lines = [line.strip("| ").split(" | ", 1) for line in body.split("\n\n")[0].splitlines()[1:]]
    return {name.strip("`"): words for name, words in lines}


def fields(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """The fields of an article and of a span, as a card describes them."""
    section = text.split("\n## Fields\n")[1].split("\n## ", maxsplit=1)[0]
    article, span = section.split("\nEach object in ")
    return rows(article, "| field | what it holds |"), rows(span, "| field | what it holds |")


def inner(kind: Type) -> set[str]:
    """The names of all fields inside a field."""
    if isinstance(kind, str):
        return set()
    if isinstance(kind, list):
        return inner(kind[0])
    return set(kind).union(*map(inner, kind.values()))


def quoted(words: str) -> set[str]:
    return set(re.findall("`(.*?)`", words))


def test_each_field_of_a_line_is_described_and_no_other(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "news.variorum")) as store:
        anna = Sitter(store, "anna", "a")
        anna.decide(judged("Tessa Vorn", identity="a1", text=articles()[0].text), article=articles()[0])
        described, span = fields(card(store, tmp_path / "set"))
    line = json.loads((tmp_path / "set" / "data" / "train.jsonl").read_text("utf-8").split("\n")[0])
    assert list(described) == list(line) == list(COLUMNS)
    assert list(span) == list(line["spans"][0])
    for name, kind in COLUMNS.items():
        if name in {"spans", "rejected", "unsure", "boilerplate"}:
            own = inner(kind) - inner(COLUMNS["spans"])
            assert quoted(described[name]) == own
        else:
            assert quoted(described[name]) == inner(kind), name
    kind = COLUMNS["spans"]
    assert isinstance(kind, list)
    [spans] = kind
    assert isinstance(spans, Mapping)
    for name in ("origin", "parts", "attributes"):
        assert quoted(span[name]) == inner(spans[name])


def test_tags_are_described_where_there_is_a_table_of_them(tmp_path: Path) -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    formats = [format_named("parquet"), format_named("brat"), format_named("iob2")]
    with closing(filled(tmp_path / "news.variorum")) as store:
        text = card(store, tmp_path / "set", replace(WANTED, formats=formats))
    columns = parquet.read_schema(tmp_path / "set" / "data" / "train.parquet")
    described, span = fields(text)
    assert set(described) == set(columns.names)
    assert set(span) == {one.name for one in columns.field("spans").type.value_type}
    assert "\nFields of brat, iob2: see docs/formats.md of Variorum.\n" in text


def test_a_card_without_our_formats_describes_no_field(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "news.variorum")) as store:
        text = card(store, tmp_path / "set", replace(WANTED, formats=[format_named("brat")]))
    assert "\n## Fields\n\nFields of brat: see docs/formats.md of Variorum.\n" in text
    assert "what it holds" not in text


def test_a_card_says_how_one_gold_is_had_of_several_reviewers(tmp_path: Path) -> None:
    formats = [format_named("iob2"), JSONL]
    with closing(filled(tmp_path / "news.variorum")) as store:
        first = articles()[0]
        for who in ("anna", "ben"):
            mark = judged("Tessa Vorn", identity=f"{who}1", text=first.text)
            Sitter(store, who, who).decide(mark, Finished(), article=first)
        texts = [
            card(store, tmp_path / str(number), replace(WANTED, choice=choice, formats=formats))
            for number, choice in enumerate((ALL, Choice(reviewers=("anna",)), Choice(agreed=2)))
        ]
    agreement = [text.split("\n## Agreement\n")[1].split("\n## ")[0] for text in texts]
    words = ("in jsonl each span names its reviewer", "`variorum dataset --agreed 2`", "`--reviewer NAME`")
    assert [[one in text for one in words] for text in agreement] == [[True] * 3, [False] * 3, [False] * 3]
    assert "Accepted is what at least 2 reviewers accepted" in texts[2]
    assert "accepted is what one of them accepted" in texts[0]
    assert "accepted is what one of them accepted" not in texts[2]


def test_a_licence_is_for_the_annotations(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "news.variorum")) as store:
        named = card(store, tmp_path / "one", replace(WANTED, license="cc-by-4.0"))
        unnamed = card(store, tmp_path / "two")
    assert "\nThe licence, cc-by-4.0, is for the annotations. The texts belong to their publishers.\n" in named
    assert "\nNo licence was named for the annotations. The texts belong to their publishers.\n" in unnamed


def test_a_card_says_of_how_many_articles_the_day_is_known(tmp_path: Path) -> None:
    days = "Days: 2026-03-03 to 2026-05-08"
    with closing(filled(tmp_path / "news.variorum")) as store:
        assert f"\n{days}.\n" in card(store, tmp_path / "all")
        taken(store, Article.of("x", "No day.", "", Metadata()), key="undated")
        assert f"\n{days}, known of 6 of 7 articles.\n" in card(store, tmp_path / "some")
    with closing(Store(tmp_path / "none.variorum")) as store:
        taken(store, Article.of("x", "No day.", "", Metadata()), key="undated")
        assert "\nDays: not known.\n" in card(store, tmp_path / "none")


def test_a_card_of_many_formats_has_a_row_for_each(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    names = [one.name for one in our_formats()]
    splits = Splits((1, 1, 0), 2)
    with closing(filled(tmp_path / "news.variorum")) as store:
        text = card(store, tmp_path / "set", replace(WANTED, formats=our_formats(), splits=splits))
    files = rows(text, "| format | files | articles | spans |")
    assert list(files) == names
    sums = {line.split("  ")[1] for line in (tmp_path / "set" / "SHA256SUMS").read_text("utf-8").splitlines()}
    for row in files.values():
        paths = row.split(" | ")[0].split(", ")
        assert len(paths) == 2
        assert all(any(one == path or one.startswith(f"{path}/") for one in sums) for path in paths)
    lacking = text.split("\n## What formats do not carry\n")[1].split("\n## ")[0]
    assert [line.split(":")[0] for line in lacking.splitlines() if line.startswith("- ")] == [
        f"- {one.name}" for one in our_formats() if one.carries != JSONL.carries
    ]
    assert "| file |" not in text


def test_the_line_of_a_format_says_what_these_data_lost(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "news.variorum")) as store:
        first = articles()[0]
        mark = judged("Tessa Vorn", identity="a1", text=first.text)
        Sitter(store, "anna", "a").decide(mark, Noted("a1", "so it is"), article=first)
        text = card(store, tmp_path / "set", replace(WANTED, formats=[format_named("spans"), format_named("brat")]))
    lines = text.splitlines()
    assert "- spans: nothing of it; left out here: 1 of notes" in lines
    [brat] = [line for line in lines if line.startswith("- brat: ")]
    assert "left out" not in brat
    assert "in one of its name and `.left-out.jsonl`" in text


@pytest.mark.filterwarnings("default")
def test_the_lines_that_load_the_whole_folder_do(tmp_path: Path) -> None:
    pytest.importorskip("datasets")
    with closing(filled(tmp_path / "news.variorum")) as store:
        first = articles()[0]
        Sitter(store, "anna", "a").decide(judged("Tessa Vorn", identity="a1", text=first.text), article=first)
        text = card(store, tmp_path / "set")
        other = card(store, tmp_path / "other", replace(WANTED, formats=[format_named("brat")]))
    code = text.split("```python\n")[1].split("```")[0]
    assert 'load_dataset("PATH/OF/THE/FOLDER")' in code
    assert "load_dataset(" not in other
    names: dict[str, Any] = {}
    place = f'"{tmp_path / "set"}", cache_dir="{tmp_path / "cache"}"'
    exec(code.replace('"PATH/OF/THE/FOLDER"', place), names)
    assert names["entities"] == [("Tessa Vorn", "PERSON")]
