"""The settings: flags count most, then VARIORUM_… variables, ./.variorum.toml, the user's file, and the defaults.

All are checked before they are used; docs/settings.md describes them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from annotations import labels as label_sets
from annotations.labels import LabelSet
from corpus.errors import VariorumError
from tui.copy_ways import WAYS
from tui.places import config_file, keymap_file
from tui.render.palettes import THEMES

_STRINGS: Final = ("reviewer", "model", "labels", "keymap", "theme", "clipboard")
_CHOICES: Final = {"theme": THEMES, "clipboard": WAYS}
_SWITCHES: Final = ("ascii", "plain_emoji", "hints")
_WORDS: Final = {**dict.fromkeys(("1", "true", "yes", "on"), True), **dict.fromkeys(("0", "false", "no", "off"), False)}
PREFIX: Final = "VARIORUM_"
FOLDER_FILE: Final = Path(".variorum.toml")
"""The settings of a folder, which hold for whoever works in it."""


class ConfigError(VariorumError):
    """The settings have a mistake."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the settings say; everything may be missing. Without `ascii`, the locale says whether signs are ASCII."""

    reviewer: str | None = None
    model: str | None = None
    labels: Path | None = None
    keymap: Path | None = None
    theme: str | None = None
    clipboard: str | None = None
    ascii: bool | None = None
    plain_emoji: bool = False
    hints: bool = True
    model_labels: Mapping[str, str] = field(default_factory=dict)

    def label_set(self) -> LabelSet:
        """The label set of the settings, or the one that ships. Raises LabelSetError."""
        return label_sets.load(self.labels) if self.labels else label_sets.shipped()


def current(environment: Mapping[str, str]) -> Config:
    """What holds here and now, but for the flags of the command line. Raises ConfigError."""
    folder = _table(FOLDER_FILE)
    _check_model(folder.get("model"), FOLDER_FILE)
    return Config(**{**_table(config_file()), **folder, **_variables(environment)})


def load(path: Path) -> Config:
    """The settings in a file; the defaults where there is none. Raises ConfigError with file and line."""
    return Config(**_table(path))


def variables(environment: Mapping[str, str]) -> list[str]:
    """The names of the variables that are settings; an empty one says nothing."""
    names = (PREFIX + name.upper() for name in (*_STRINGS, *_SWITCHES))
    return [name for name in names if environment.get(name)]


def _variables(environment: Mapping[str, str]) -> dict[str, Any]:
    """The settings in variables; paths in them count from the current folder."""
    found: dict[str, Any] = {}
    for variable in variables(environment):
        name, value = variable.removeprefix(PREFIX).lower(), environment[variable]
        said = _WORDS.get(value.lower()) if name in _SWITCHES else value
        if said is None:
            raise ConfigError(f"{value!r} says neither yes nor no", where=variable, todo="write 1 or 0")
        _check_choice(name, said, variable)
        found[name] = said
    return _with_paths(found, Path())


def _table(path: Path) -> dict[str, Any]:
    """The settings in a file, by the names of Config."""
    if not path.is_file():
        return {}
    import tomllib  # noqa: PLC0415 (most users have no settings)

    try:
        source = path.read_bytes().decode()
        table: dict[str, Any] = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"not TOML: {error}", where=str(path), todo="mend the line") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("the settings cannot be read", where=str(path)) from error
    for name, value in table.items():
        where = _place(path, source, name)
        if reason := _complaint(name, value):
            raise ConfigError(f"{name}: {reason}", where=where)
        _check_choice(name, value, where)
    return _with_paths(table, path.parent)


def _place(path: Path, source: str, name: str) -> str:
    """The file and the line in which a setting is written; the file alone where that cannot be told."""
    written = re.compile(rf"""\s*\[?\s*["']?{re.escape(name)}["']?\s*[]=.]""")
    found = (number for number, line in enumerate(source.split("\n"), 1) if written.match(line))
    return ":".join(map(str, (path, *[number for number in (next(found, 0),) if number])))


def _complaint(name: str, value: Any) -> str:
    """What is wrong with the name or the kind of a setting; empty for nothing."""
    if name in _STRINGS:
        return "" if isinstance(value, str) else "has to be a string"
    if name in _SWITCHES:
        return "" if isinstance(value, bool) else "has to be true or false"
    if name == "model_labels":
        fine = isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
        return "" if fine else 'has to be a table of strings, such as PER = "PERSON"'
    return f"no setting; known are {', '.join((*_STRINGS, *_SWITCHES))}, model_labels"


def _check_choice(name: str, value: Any, where: str) -> None:
    choices = _CHOICES.get(name)
    if choices is not None and value not in choices:
        raise ConfigError(f"no {name} {value!r}", where=where, todo=f"there are {', '.join(choices)}")


def _check_model(spec: str | None, file: Path) -> None:
    """Refuse a model that the settings of a folder name, and that would run code which came with the folder."""
    if spec is None:
        return
    from corpus.models import BLANK, package_folder  # noqa: PLC0415 (only where a folder names one)

    if not spec.startswith(BLANK) and package_folder(spec) is None:
        where = _place(file, file.read_text("utf-8"), "model")
        raise ConfigError(f"model: {spec!r} is no installed model, and the settings of a folder can name no other",
                          where=where, todo="name it with --model or in your own settings")  # fmt: skip


def _with_paths(table: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Settings with their paths counted from a folder."""
    places: dict[str, Path] = {}
    if "labels" in table:
        places["labels"] = folder / table["labels"]
    if "keymap" in table:
        places["keymap"] = keymap_file(table["keymap"], folder)
    return {**table, **places}
