"""Label sets: what a good one gives, and where each mistake stands."""

from hashlib import sha256
from pathlib import Path

import pytest

from annotations.errors import LabelSetError
from annotations.labels import HUES, Label, load, parse, shipped

GOOD = """\
name = "Two"

[[label]]  # the first
name = "ORG"
short = "O"
key = " s   o "
hue = "orange"
definition = "A company."

[[label]]
name = "Per.son-1"
key = "1"
"""


def test_a_good_set_gives_its_labels_in_order() -> None:
    labels = parse(GOOD, "two.toml")
    assert labels.name == "Two"
    assert labels.labels == (
        Label("ORG", "O", "s o", "orange", "A company.", "two.toml:3"),
        Label("Per.son-1", "Per", "1", "grey", "", "two.toml:10"),
    )
    assert labels.source == GOOD
    assert labels.sha256 == sha256(GOOD.encode()).hexdigest()
    assert labels.label("ORG") is labels.labels[0]
    assert labels.label("org") is None


def test_a_set_without_a_name_is_named_after_its_file() -> None:
    assert parse('[[label]]\nname = "A"\nkey = "a"', "/some/where/mine.toml").name == "mine"


def test_the_shipped_set_has_the_eighteen_labels() -> None:
    labels = shipped()
    assert len(labels.labels) == 18
    assert all(label.definition and label.hue in HUES for label in labels.labels)
    assert {len(label.short) for label in labels.labels} == {3}


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "set.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert [label.name for label in load(path).labels] == ["ORG", "Per.son-1"]


def one(fields: str) -> str:
    return f'# comment\n[[label]]\nname = "FIRST"\nkey = "f"\n\n[[label]]\n{fields}\n'


MISTAKES = {
    "no TOML": ("# fine\nname = \n", 2, "not TOML"),
    "an unfinished string": ('name = """\n\n', 3, "not TOML"),
    "a number of too many digits": (f"a = {'9' * 5000}", 1, "not TOML"),
    "nested too deeply": (f"a = {'[' * 20_000}", 1, "not TOML"),
    "a field given twice": (one('name = "A"\nname = "B"'), 8, "not TOML"),
    "no label": ('name = "Empty"\n', 1, "no [[label]]"),
    "a table instead of a list": ('[label]\nname = "A"\n', 1, "no [[label]]"),
    "labels that are no tables": ("label = [1]\n", 1, "have to be strings"),
    "a name of the set that is no string": (
        "# one\nname = 3\n" + one('name = "A"\nkey = "a"'),
        2,
        "has to be a string",
    ),
    "a field that is no string": (one('name = "A"\nkey = 1'), 6, "have to be strings"),
    "a field that nobody knows": (one('name = "A"\nkey = "a"\ncolour = "red"'), 6, "unknown field colour"),
    "no name": (one('key = "a"'), 6, "'' is no label name"),
    "a name with a blank": (one('name = "A B"\nkey = "a"'), 6, "'A B' is no label name"),
    "a name with a line feed at its end": (one('name = "A\\n"\nkey = "a"'), 6, "is no label name"),
    "a name of other letters": (one('name = "Ä"\nkey = "a"'), 6, "'Ä' is no label name"),
    "no key": (one('name = "A"'), 6, "label A has no key"),
    "a blank key": (one('name = "A"\nkey = "  "'), 6, "label A has no key"),
    "no such hue": (one('name = "A"\nkey = "a"\nhue = "red"'), 6, "no hue 'red'"),
    "a name that is taken": (one('name = "FIRST"\nkey = "a"'), 6, "stands in the set twice"),
    "a key that is taken": (one('name = "A"\nkey = "f"'), 6, "its key 'f' clashes with that of FIRST"),
    "a key that begins with another": (one('name = "A"\nkey = "f g"'), 6, "its key 'f g' clashes with that of FIRST"),
    "a heading with blanks": (one('name = "A"').replace("[[label]]", "  [[ label ]] # why not"), 6, "no key"),
    "a heading in quotes": (one('name = "A"').replace("[[label]]", '[["label"]]'), 6, "no key"),
    "a line separator in a comment": ("# \u2028\x85\n" + one('name = "A"'), 7, "no key"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_file_and_line(mistake: str) -> None:
    source, line, message = MISTAKES[mistake]
    with pytest.raises(LabelSetError) as told:
        parse(source, "mine.toml")
    assert str(told.value).startswith(f"mine.toml:{line}: ")
    assert message in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("contents", "message"), [(b'name = "\xff"', "not UTF-8"), (None, "No such file"), (..., "Is a directory")]
)
def test_a_file_that_cannot_be_read_is_told_with_its_name(tmp_path: Path, contents: object, message: str) -> None:
    path = tmp_path / "set.toml"
    if isinstance(contents, bytes):
        path.write_bytes(contents)
    elif contents is ...:
        path.mkdir()
    with pytest.raises(LabelSetError, match=message) as told:
        load(path)
    assert str(told.value).startswith(f"{path}: ")
