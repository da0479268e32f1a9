from decimal import Decimal
from pathlib import Path

from tests.measures.boilerplate import measured
from tests.measures.folders import folder, span

TEXT = "Share this\nThe dog sat. The cat ran.\nRead more\n"


def test_characters_are_counted_without_white_space(tmp_path: Path) -> None:
    gold = folder(tmp_path / "gold", TEXT, boilerplate=[span(0, 10), span(37, 46)])
    system = folder(tmp_path / "system", boilerplate=[span(0, 5), span(24, 36)])
    # 9 + 8 characters are boilerplate; "Share" is found, "The cat ran." (10 characters) is false and a sentence lost.
    assert measured(gold, system) == {
        "precision": Decimal("0.3333"),
        "recall": Decimal("0.2941"),
        "f1": Decimal("0.3125"),
        "lost": Decimal(1),
    }


def test_an_optional_region_counts_neither_way(tmp_path: Path) -> None:
    gold = folder(tmp_path / "gold", TEXT, boilerplate=[span(0, 10), span(37, 46, optional=True)])
    for name, found in (("with", [span(0, 10), span(37, 46)]), ("without", [span(0, 10)])):
        numbers = measured(gold, folder(tmp_path / name, boilerplate=found))
        assert [numbers["precision"], numbers["recall"], numbers["lost"]] == [1, 1, 0]


def test_less_than_half_of_a_sentence_is_not_lost(tmp_path: Path) -> None:
    gold = folder(tmp_path / "gold", TEXT, boilerplate=[])
    assert measured(gold, folder(tmp_path / "four", boilerplate=[span(11, 15)]))["lost"] == 0
    assert measured(gold, folder(tmp_path / "six", boilerplate=[span(11, 18)]))["lost"] == 1


def test_a_missing_file_is_nothing(tmp_path: Path) -> None:
    assert measured(folder(tmp_path / "gold", boilerplate=[]), folder(tmp_path / "system")) == {}
