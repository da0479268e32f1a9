"""Texts and a project to sit down at; every test in a folder of its own."""

import shutil
from pathlib import Path

import pytest

from annotations.store import Store
from tests.annotations.projects import STORY, Sitter
from tests.tui.programs import OTHER, REPORT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where two texts lie, and nothing else."""
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    (tmp_path / "other.txt").write_text(OTHER, "utf-8")
    return tmp_path


@pytest.fixture
def report(folder: Path) -> Path:
    """One of them."""
    return folder / "report.txt"


@pytest.fixture
def other(folder: Path) -> Path:
    """The other."""
    return folder / "other.txt"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a project can be made; relative, as a person would name it."""
    monkeypatch.chdir(tmp_path)
    return Path("news.variorum")


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "news.variorum"
    store = Store(path)
    store.add_story(STORY)
    Sitter(store).mark("Ada Lovelace")
    sitter = Sitter(store, reviewer="bob", sitting="sitting-2")
    sitter.mark("Babbage in", "ORG")
    sitter.mark("Lond", "GPE")
    store.close()
    return path


@pytest.fixture
def news(_made: Path, tmp_path: Path) -> Path:
    """A project in which anna and bob decided, bob in the middle of a token; nobody finished an article."""
    return Path(shutil.copy(_made, tmp_path / "news.variorum"))
