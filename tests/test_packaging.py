"""The wheel: what a user gets who never sees the checkout."""

import subprocess
import sys
import tomllib
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

from tui.version import VERSION

PACKAGES = ("annotations", "corpus", "tui")


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel of this checkout, built by the installed hatchling alone."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    return ZipFile(path)


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, str]:
    table: dict[str, str] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return table


def test_three_packages_and_the_manual_page_and_nothing_else(wheel: ZipFile, project: dict[str, str]) -> None:
    top = {name.split("/")[0] for name in wheel.namelist()}
    assert top == {*PACKAGES, *(f"{project['name']}-{VERSION}.{kind}" for kind in ("dist-info", "data"))}


def test_the_manual_page_is_in_it(wheel: ZipFile, project: dict[str, str], root: Path) -> None:
    (name,) = [name for name in wheel.namelist() if f"{project['name']}-{VERSION}.data/" in name]
    assert name.endswith(".data/data/share/man/man1/variorum.1")
    assert wheel.read(name) == (root / "docs" / "variorum.1").read_bytes()


def test_every_file_of_the_packages_is_in_it(wheel: ZipFile, root: Path) -> None:
    files = (path for package in PACKAGES for path in (root / package).rglob("*") if path.is_file())
    expected = {path.relative_to(root).as_posix() for path in files if "__pycache__" not in path.parts}
    assert expected - set(wheel.namelist()) == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_are_marked_as_typed(wheel: ZipFile, package: str) -> None:
    assert f"{package}/py.typed" in wheel.namelist()


@pytest.mark.parametrize(
    ("folder", "suffix"),
    [("corpus/sample/", ".txt"), ("annotations/labelsets/", ".toml"), ("tui/keymaps/", ".toml"), ("tui/", ".tcss")],
)
def test_data_that_the_program_reads_is_in_it(wheel: ZipFile, root: Path, folder: str, suffix: str) -> None:
    expected = {path.relative_to(root).as_posix() for path in (root / folder).rglob(f"*{suffix}")}
    if not expected and suffix == ".tcss":
        pytest.skip("the styles are in the code")
    assert expected
    assert expected <= set(wheel.namelist())


def test_metadata(wheel: ZipFile, project: dict[str, str]) -> None:
    info = f"{project['name']}-{VERSION}.dist-info"
    metadata = Parser().parsestr(wheel.read(f"{info}/METADATA").decode())
    assert (metadata["Name"], metadata["Version"]) == ("variorum", VERSION)
    assert metadata["License-Expression"] == "MIT"
    assert f"{info}/licenses/LICENSE" in wheel.namelist()
    assert b"variorum = tui.__main__:main" in wheel.read(f"{info}/entry_points.txt")


def test_dependencies_need_no_address(wheel: ZipFile, project: dict[str, str]) -> None:
    info = f"{project['name']}-{VERSION}.dist-info"
    metadata = Parser().parsestr(wheel.read(f"{info}/METADATA").decode())
    assert [need for need in metadata.get_all("Requires-Dist", []) if "@" in need] == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_lock_is_exact_hashed_and_free_of_addresses(root: Path, lock: str) -> None:
    lines = (root / ".ci" / lock).read_text("utf-8").splitlines()
    assert "://" not in "\n".join(lines)
    assert [line for line in lines if line.startswith("-")] == []
    heads = [at for at, line in enumerate(lines) if line and not line.startswith((" ", "#"))]
    assert heads
    assert [lines[at] for at in heads if "==" not in lines[at] or "--hash=sha256:" not in lines[at + 1]] == []


def test_lock_holds_every_dependency(root: Path) -> None:
    text = (root / "pyproject.toml").read_text("utf-8")
    table = tomllib.loads(text)["project"]
    locked = {
        line.split("==")[0]
        for line in (root / ".ci/requirements-dev.txt").read_text("utf-8").splitlines()
        if "==" in line
    }
    needs = [*table["dependencies"], *(need for extra in table["optional-dependencies"].values() for need in extra)]
    names = {need.split("[")[0].split(">")[0].split("=")[0].strip() for need in needs}
    assert names - locked == set()
