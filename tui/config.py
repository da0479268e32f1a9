"""The user's settings: a TOML file, checked before it is used; docs/settings.md describes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotations import labels as label_sets
from annotations.labels import LabelSet
from corpus.errors import VariorumError

_STRINGS = ("reviewer", "model", "labels", "keymap")


class ConfigError(VariorumError):
    """The settings have a mistake."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the settings say; everything may be missing."""

    reviewer: str | None = None
    model: str | None = None
    labels: Path | None = None
    keymap: Path | None = None
    model_labels: Mapping[str, str] = field(default_factory=dict)

    def label_set(self) -> LabelSet:
        """The label set of the settings, or the one that ships. Raises LabelSetError."""
        return label_sets.load(self.labels) if self.labels else label_sets.shipped()


def load(path: Path) -> Config:
    """The settings in a file; the defaults where there is none. Raises ConfigError with file and what is wrong."""
    if not path.is_file():
        return Config()
    import tomllib  # noqa: PLC0415 (most users have no settings)

    where = str(path)
    try:
        table: dict[str, Any] = tomllib.loads(path.read_bytes().decode())
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"not TOML: {error}", where=where, todo="mend the line") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("the settings cannot be read", where=where) from error
    for name, value in table.items():
        if name in _STRINGS and isinstance(value, str):
            continue
        if name == "model_labels" and isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
            continue
        reason = f"no setting; known are {', '.join(_STRINGS)}, model_labels"
        if name in _STRINGS:
            reason = "has to be a string"
        elif name == "model_labels":
            reason = 'has to be a table of strings, such as PER = "PERSON"'
        raise ConfigError(f"{name}: {reason}", where=where)
    folder = path.parent
    return Config(
        reviewer=table.get("reviewer"),
        model=table.get("model"),
        labels=folder / table["labels"] if "labels" in table else None,
        keymap=folder / table["keymap"] if "keymap" in table else None,
        model_labels=table.get("model_labels", {}),
    )
