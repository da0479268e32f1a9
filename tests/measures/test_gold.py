"""The gold's files are what its marks say, its texts are the sample's, and it agrees with itself."""

import json
from pathlib import Path
from typing import Final

import pytest

from corpus.sources import sample
from tests.gold.build import built
from tests.gold.markup import Mark, unmarked
from tests.measures.__main__ import READINGS
from tests.measures.rows import rows, text_of

GOLD: Final = Path(__file__).parents[1] / "gold"
TOPICS: Final = sorted(path.name for path in (GOLD / "marked").iterdir())


@pytest.mark.parametrize("topic", TOPICS)
def test_files_are_built_from_the_marks(topic: str) -> None:
    files = built(GOLD / "marked" / topic)
    assert {path.name: path.read_bytes().decode() for path in (GOLD / topic).iterdir()} == files


def test_the_sample_is_read_as_it_ships() -> None:
    paths = list((GOLD / "marked" / "sample").glob("[0-9]*.txt"))
    assert len(paths) == len(sample().articles)
    for path in paths:
        assert unmarked(path.read_bytes().decode())[0] == text_of(GOLD / "sample", path.name)


@pytest.mark.parametrize("topic", TOPICS)
def test_gold_agrees_with_itself(topic: str) -> None:
    for measured in READINGS.values():
        numbers = measured(GOLD / topic, GOLD / topic)
        assert numbers.pop("lost", 0) == 0
        numbers.pop("mentions", None)
        assert numbers, "nothing was measured"
        assert set(numbers.values()) == {1}


@pytest.mark.parametrize("topic", TOPICS)
def test_names_are_names_of_clusters(topic: str) -> None:
    clusters = {row["cluster"] for row in rows(GOLD / topic, "mentions") or ()}
    for name, field in (("figures", "claimant"), ("quotes", "speaker")):
        used = {one for row in rows(GOLD / topic, name) or () for one in (row[field], *row.get(f"{field}_or", ()))}
        assert used - {None} <= clusters


def test_marks_nest_and_count_code_points() -> None:
    text, marks = unmarked("é {b.x|one {p.y|𝄞 two}} {!|three}")
    assert text == "é one 𝄞 two three"
    assert marks == [Mark("b.x", 2, 11), Mark("p.y", 6, 11), Mark("!", 12, 17)]
    with pytest.raises(ValueError, match="never closed"):
        unmarked("{a|b")
    with pytest.raises(ValueError, match="nothing to close"):
        unmarked("a}")


@pytest.mark.parametrize(
    ("text", "message"),
    [("{p.x|Ann }said", "white space"), ("{b.y|By {p.x|Ann}}", "boilerplate"), ("{#c 9 z=1|9}", "z")],
)
def test_what_cannot_be_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "1.txt").write_text(text, encoding="utf-8")
    (tmp_path / "story.txt").write_text("", encoding="utf-8")
    with pytest.raises((ValueError, KeyError), match=message):
        built(tmp_path)


def test_verdicts_follow_from_values_where_nothing_is_written_down(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(
        "{#c 9 a=g|9} {#c 9 ge a=g|at least 9} {#c 8 a=g|8} {#c 12 ~ a=g?|12}", encoding="utf-8"
    )
    (tmp_path / "story.txt").write_text("g conflict/compatible 1.2 1.4\n", encoding="utf-8")
    (group,) = (json.loads(line) for line in built(tmp_path)["ledger.jsonl"].splitlines())
    said = [pair["verdict"] for pair in group["pair_verdicts"]]
    assert said == ["compatible", "conflict", "conflict", "conflict", "conflict", "conflict"]
    assert group["pair_verdicts"][4]["or"] == ["compatible"]
    assert [member.get("optional", False) for member in group["members"]] == [False, False, False, True]
