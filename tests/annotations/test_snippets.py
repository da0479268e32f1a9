"""The lines of Python on a dataset's card: each loads what was really written."""

import re
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from annotations.export import export
from annotations.formats.base import Format
from annotations.formats.registry import our_formats
from annotations.gold import Cluster, GoldStory
from annotations.snippets import snippet
from tests.annotations.examples import Mark, gold

USUAL = {"json", "re", "ast", "pathlib", "spacy", "datasets", "pandas", "cassis", "regex"}
EXTRAS = {"datasets", "pandas", "cassis"}
WANTED = [("Ann Lee", "PERSON"), ("Bob", "PERSON"), ("Lee", "PERSON"), ("Rome", "GPE"), ("Rome", "GPE")]


def story() -> GoldStory:
    people = (Mark("Ann Lee", "PERSON"), Mark("Bob", "PERSON"))
    one = gold("💩 Ann Lee met Bob\r\nin Rome.\n", *people, Mark("Rome", "GPE"), name="one.txt")
    two = gold("Lee left Rome.", Mark("Lee", "PERSON"), Mark("Rome", "GPE"), name="two.txt")
    ids = {(each.surface, number): each.id for number, some in enumerate((one, two)) for each in some.annotations}
    groups = (("Ann Lee", 0), ("Lee", 1)), (("Bob", 0),), (("Rome", 0), ("Rome", 1))
    clusters = [Cluster(f"s1:{at}", tuple(ids[key] for key in group)) for at, group in enumerate(groups)]
    return GoldStory("s1", "A story", (one, two), (), tuple(clusters))


def libraries(code: str) -> set[str]:
    return set(re.findall(r"^(?:import|from) (\w+)", code, re.MULTILINE))


@pytest.mark.parametrize("name", ["csv", "w3c"])
def test_boilerplate_is_no_entity(name: str, tmp_path: Path) -> None:
    fmt = next(one for one in our_formats() if one.name == name)
    code = snippet(name, str(tmp_path / "gold"))
    if any(find_spec(library) is None for library in libraries(code)):
        pytest.skip("a library is not installed")
    article = gold("Ann Lee spoke. Follow us.", Mark("Ann Lee", "PERSON"), Mark("Follow us.", "BOILERPLATE"))
    spans = [one for one in article.annotations if one.label != "BOILERPLATE"]
    page = tuple(one for one in article.annotations if one.label == "BOILERPLATE")
    article = replace(article, annotations=tuple(spans), boilerplate=page)
    export(lambda: iter([GoldStory("s1", "A story", (article,))]), fmt, tmp_path / "gold")
    names: dict[str, Any] = {}
    exec(code, names)
    assert list(map(tuple, names["entities"])) == [("Ann Lee", "PERSON")]


def test_labels_of_one_place_are_entities_each_in_slate(tmp_path: Path) -> None:
    article = gold("Rome spoke.", Mark("Rome", "GPE"), Mark("Rome", "ORG"))
    fmt = next(one for one in our_formats() if one.name == "slate")
    export(lambda: iter([GoldStory("s1", "A story", (article,))]), fmt, tmp_path / "gold")
    names: dict[str, Any] = {}
    exec(snippet("slate", str(tmp_path / "gold")), names)
    assert sorted(names["entities"]) == [("Rome", "GPE"), ("Rome", "ORG")]


@pytest.mark.parametrize("fmt", our_formats(), ids=lambda fmt: fmt.name)
@pytest.mark.filterwarnings("default")  # what other libraries warn of is not ours
def test_the_snippet_of_a_format_loads_what_was_accepted(fmt: Format, tmp_path: Path) -> None:
    if fmt.extra == "parquet":
        pytest.importorskip("pyarrow")
    out = tmp_path / f"gold{fmt.suffix}"
    code = snippet(fmt.name, str(out))
    assert code, f"{fmt.name} needs a snippet"
    assert libraries(code) <= USUAL
    for library in sorted(libraries(code) & EXTRAS):
        if find_spec(library) is None:
            pytest.skip(f"{library} is not installed")
    export(lambda: iter([story()]), fmt, out)
    names: dict[str, Any] = {}
    exec(compile(code, fmt.name, "exec"), names)
    assert sorted(map(tuple, names["entities"])) == WANTED


def test_a_path_is_quoted() -> None:
    assert "open('data/it\\'s.jsonl'" in snippet("jsonl", "data/it's.jsonl") or '"data/it\'s.jsonl"' in snippet(
        "jsonl", "data/it's.jsonl"
    )


def test_a_foreign_format_has_none() -> None:
    assert snippet("of-another-package", "x") == ""
