"""Guidelines of a label set: in its TOML file or beside it, kept with it, and what is wrong with them."""

import tempfile
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import LabelSetError
from annotations.guidelines import LARGEST, taken_in
from annotations.labels import load, parse, shipped

LABEL = '[[label]]\nname = "A"\nkey = "1"\n'
FILE = 'name = "Set"\nguidelines_file = "guide.md"  # beside it\n' + LABEL


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """A label set with guidelines beside it."""
    path = tmp_path / "labels.toml"
    path.write_text(FILE, "utf-8")
    (tmp_path / "guide.md").write_text('# Guide\n\nA "name" is a \\ name.\n', "utf-8")
    return path


def test_guidelines_stand_in_the_set() -> None:
    labels = parse(f'guidelines = """\n# Guide\n\nMark names.\n"""\n{LABEL}', "labels.toml")
    assert labels.guidelines == "# Guide\n\nMark names."
    assert parse(LABEL, "labels.toml").guidelines == ""


def test_the_shipped_set_has_guidelines() -> None:
    assert shipped().guidelines.startswith("# Names and figures\n")
    assert shipped().guidelines in shipped().source


def test_a_file_of_guidelines_becomes_part_of_the_set(labels: Path) -> None:
    found = load(labels)
    assert found.guidelines == '# Guide\n\nA "name" is a \\ name.'
    assert found.sha256 == sha256(found.source.encode()).hexdigest()
    assert parse(found.source, "project").guidelines == found.guidelines
    assert [label.place for label in found.labels] == [f"{labels}:3"]
    (labels.parent / "guide.md").write_text("Other.", "utf-8")
    assert load(labels).sha256 != found.sha256


def test_what_a_project_keeps_can_be_a_label_set_again(labels: Path) -> None:
    kept = load(labels)
    again = labels.parent / "again.toml"
    again.write_text(kept.source, "utf-8")
    (labels.parent / "guide.md").unlink()
    assert (load(again).guidelines, load(again).sha256) == (kept.guidelines, kept.sha256)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_can_be_taken_in(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "labels.toml"
        (Path(folder) / "guide.md").write_bytes(text.encode())
        whole = tomllib.loads(taken_in(FILE, path))
    assert whole["guidelines"] == text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert "guidelines_file" not in whole


MISTAKES = {
    "no string": ("guidelines = 3\n", 1, "have to be a string"),
    "no string for the file": ("# one\nguidelines_file = 3\n", 2, "has to be a string"),
    "an empty name": ('guidelines_file = ""\n', 1, "has to be a string"),
    "both": ('guidelines = "x"\nguidelines_file = "guide.md"\n', 2, "guidelines and guidelines_file"),
    "no such file": ('guidelines_file = "none.md"\n', 1, "no file none.md"),
    "a folder": ('guidelines_file = "folder"\n', 1, "no file folder"),
    "elsewhere": ('guidelines_file = "../secret.md"\n', 1, "outside of the folder"),
    "elsewhere from the root": ('guidelines_file = "/etc/passwd"\n', 1, "outside of the folder"),
    "elsewhere by a link": ('guidelines_file = "link.md"\n', 1, "outside of the folder"),
    "no text": ('guidelines_file = "bytes.md"\n', 1, "not UTF-8"),
    "too long": ('guidelines_file = "long.md"\n', 1, "more than 1,000,000 bytes"),
    "within another string": (
        'name = """\nguidelines_file = 1\n"""\nguidelines_file = "guide.md"\n',
        2,
        "a line of its own",
    ),
}


@pytest.mark.parametrize(("head", "line", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_are_told_with_their_line(tmp_path: Path, head: str, line: int, message: str) -> None:
    folder = tmp_path / "set"
    (folder / "folder").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("secret", "utf-8")
    (folder / "link.md").symlink_to(tmp_path / "secret.md")
    (folder / "guide.md").write_text("Guide.", "utf-8")
    (folder / "bytes.md").write_bytes(b"\xff\xfe\x00")
    (folder / "long.md").write_bytes(b"x" * (LARGEST + 1))
    path = folder / "labels.toml"
    path.write_text(head + LABEL, "utf-8")
    with pytest.raises(LabelSetError) as caught:
        load(path)
    assert message in str(caught.value)
    assert f"labels.toml:{line}" in str(caught.value)
    assert "secret" not in str(caught.value).replace("secret.md", "")


def test_a_file_is_only_read_beside_a_file_of_labels() -> None:
    with pytest.raises(LabelSetError, match="only read beside"):
        parse(FILE, "a project")
