"""Which package knows which: what a newcomer relies on when looking for a place, and what keeps the start quick.

The graph of imports is checked by import-linter from pyproject.toml. It cannot see what an import really loads, so
the modules are also imported, in a fresh interpreter for each group.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import tui

SCREEN = ("textual", "rich")
READER = ("spacy", "thinc")
STORAGE = ("sqlite_utils", "numpy")  # sqlite-utils loads numpy where there is one

# One line for each module that drags in what it must not.
LOADS = """
import importlib, sys
forbidden, modules = sys.argv[1].split(","), sys.argv[2:]
for module in modules:
    importlib.import_module(module)
    leaked = [name for name in forbidden if name in sys.modules]
    if leaked:
        sys.exit(f"{module} loads {', '.join(leaked)}")
"""


def modules(root: Path, package: str, *, without: tuple[str, ...] = ()) -> list[str]:
    """The modules of a package by name, except those in `without`."""
    paths = (path.relative_to(root).with_suffix("") for path in (root / package).rglob("*.py"))
    names = (".".join(path.parts).removesuffix(".__init__") for path in paths)
    return sorted(name for name in names if name not in without)


def headless(root: Path) -> list[str]:
    """The modules of tui that pyproject.toml declares free of the screen library."""
    settings: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    contract = next(row for row in settings["contracts"] if row.get("id") == "headless")
    names: list[str] = contract["source_modules"]
    return names


def assert_loads_none(root: Path, names: list[str], forbidden: tuple[str, ...]) -> None:
    assert names
    done = subprocess.run(
        [sys.executable, "-c", LOADS, ",".join(forbidden), *names],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_corpus_loads_neither_reader_nor_storage_nor_screen(root: Path) -> None:
    names = modules(root, "corpus", without=("corpus.pipeline",))
    assert_loads_none(root, names, READER + STORAGE + SCREEN)


def test_annotations_load_neither_reader_nor_screen(root: Path) -> None:
    names = modules(root, "annotations", without=("annotations.migrations",))
    assert_loads_none(root, names, READER + STORAGE + SCREEN)
    assert_loads_none(root, ["annotations.migrations"], READER + SCREEN)


def test_headless_modules_of_tui_load_neither_reader_nor_screen(root: Path) -> None:
    assert_loads_none(root, headless(root), (*READER, "textual"))


def test_the_desk_opens_without_waiting_for_the_reader(root: Path) -> None:
    assert_loads_none(root, modules(root, "tui"), READER + STORAGE)


def test_the_package_tui_is_not_its_folder_of_tests(root: Path) -> None:
    assert tui.__file__ is not None
    assert root / "tests" not in Path(tui.__file__).resolve().parents


def test_every_folder_of_tests_is_a_package(root: Path) -> None:
    folders = {path.parent for path in (root / "tests").rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_imports_keep_their_direction(root: Path) -> None:
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("import-linter is not installed")
    done = subprocess.run([program, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def tracked(root: Path) -> list[Path]:
    """The files that are, or are about to be, in the repository."""
    if not (root / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a checkout")
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=root, capture_output=True, text=True, check=True)
    return [path for name in done.stdout.split("\0") if name and (path := root / name).is_file()]


def test_no_file_names_a_package_index_or_this_machine(root: Path) -> None:
    places = {str(place) for place in (root, Path.home(), Path(sys.prefix))} - {"/"}
    index = r"py[p]i\.(?:org|python)|python[h]osted|npm[j]s\.|index-[u]rl|find-[l]inks|file:/{2,}"
    pattern = re.compile("|".join([index, *(f"{re.escape(place)}(?![\\w-])" for place in places)]))
    named = [
        f"{path.relative_to(root)}: {found[0]}"
        for path in tracked(root)
        if (found := pattern.search(path.read_text("utf-8", "replace")))
    ]
    assert named == []
