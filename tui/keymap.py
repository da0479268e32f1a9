"""The user's keymap: a TOML file that gives commands other keys, checked before it is used.

[keys]
"decide.undo" = "u"
"move.token" = ["w", "ctrl+right"]
"look.top" = "z t"
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from corpus.errors import VariorumError
from tui.commands.command import Command, is_motion
from tui.keys import Binding, ClashError, Keys, Target, complaint, sequence
from tui.places import KEYMAPS, keymap_file

_HOW: Final = "write for example x, ctrl+x, pagedown or g g"
_COUNT: Final = "a digit is a count here, and cannot begin a command"
_NOWHERE: Final[Mapping[str, str]] = MappingProxyType({})
_NOWHERE_KEYS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({})
_TOP: Final = 'the table is called [keys]; before it may stand preset = "vim", counts = true, labels = "space"'


class KeymapError(VariorumError):
    """A keymap, or the keys of a label set, cannot be used."""


class Keymap(NamedTuple):
    """What keymap files say: the keys of commands, and at which `file:line` each was given.

    With `counts`, digits before a motion say how often it is done. `labels` are keys that stand before those of labels.
    """

    keys: Mapping[str, tuple[str, ...]] = _NOWHERE_KEYS
    places: Mapping[str, str] = _NOWHERE
    counts: bool = False
    labels: str = ""


def load(path: Path) -> Keymap:
    """What a keymap file says, over what the preset says that it names. Raises KeymapError."""
    where = str(path)
    try:
        source = path.read_bytes().decode()
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise KeymapError(f"not TOML: {error}", where=where, todo="mend the line") from error
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8"
        todo = f"those that are shipped: {_shipped()}" if isinstance(error, FileNotFoundError) else ""
        raise KeymapError(f"the keymap cannot be read: {reason}", where=where, todo=todo) from error
    for name, value in table.items():
        if reason := _complaint(name, value):
            raise KeymapError(reason, where=f"{where}:{_line(source, name)}", todo=_TOP)
    preset = load(keymap_file(table["preset"], path.parent)) if "preset" in table else Keymap()
    keys, places = dict(preset.keys), dict(preset.places)
    for identity, value in _flat(table.get("keys", {})).items():
        places[identity] = f"{where}:{_line(source, identity)}"
        keys[identity] = _sequences(value, places[identity])
    labels = preset.labels
    if "labels" in table:
        labels = " ".join(_sequences(table["labels"], f"{where}:{_line(source, 'labels')}"))
    return Keymap(keys, places, table.get("counts", preset.counts), labels)


def _shipped() -> str:
    return ", ".join(sorted(path.stem for path in KEYMAPS.glob("*.toml")))


def _complaint(name: str, value: Any) -> str:
    """What is wrong with a name at the top of a keymap; empty for nothing."""
    kind = {"keys": dict, "preset": str, "counts": bool, "labels": str}.get(name)
    if kind is None:
        return f"unknown table {name!r}" if isinstance(value, dict) else f"unknown name {name!r}"
    if name == "preset" and isinstance(value, str) and not (KEYMAPS / f"{value}.toml").is_file():
        return f"no preset {value!r}; there is {_shipped()}"
    return "" if isinstance(value, kind) else f"{name} is something else"


def remapped(commands: Sequence[Command[Any]], keymap: Keymap) -> tuple[Command[Any], ...]:
    """The commands with the keys of a keymap. Raises KeymapError for an id that no command has."""
    known = [command.id for command in commands]
    for identity in keymap.keys:
        if identity not in known:
            near = get_close_matches(identity, known, 1)
            todo = f"did you mean {near[0]}?" if near else "`variorum keys` lists the commands"
            raise KeymapError(f"no command {identity!r}", where=keymap.places[identity], todo=todo)
    return tuple(replace(one, keys=_keys_of(one, keymap)) for one in commands)


def _keys_of(command: Command[Any], keymap: Keymap) -> tuple[str, ...]:
    if command.id in keymap.keys:
        return keymap.keys[command.id]
    if keymap.labels and command.scope == "label":
        return tuple(f"{keymap.labels} {keys}" for keys in command.keys)
    return command.keys


def bound(
    commands: Sequence[Command[Target]], places: Mapping[str, str] = _NOWHERE, *, counts: bool = False
) -> Keys[Target]:
    """The tree of all keys; `places` says of ids at which `file:line` their keys were given.

    With `counts`, digits before a motion say how often it is done, and no command begins with one. Raises KeymapError
    for a key that is none, and where two commands clash.
    """
    tree: Keys[Target] = Keys((), frozenset(one.id for one in commands if is_motion(one)) if counts else frozenset())
    for command in commands:
        for keys in command.keys:
            for at, key in enumerate(keys.split()):
                if reason := complaint(key) or (_COUNT if counts and not at and key in "123456789" else ""):
                    where = places.get(command.id, "")
                    raise KeymapError(f"{' '.join(command.id.split('.', 1))}: {reason}", where=where, todo=_HOW)
            try:
                tree.add(Binding(sequence(keys), command.id, command.title, command.run))
            except ClashError as error:
                where = next((places[name] for name in (command.id, error.other) if name in places), "")
                raise KeymapError(str(error), where=where, todo="give one of them another key") from error
    return tree


def _flat(table: Any, prefix: str = "") -> dict[str, Any]:
    """Dotted ids, whether written quoted or as nested tables."""
    flat: dict[str, Any] = {}
    for name, value in table.items() if isinstance(table, dict) else ():
        if isinstance(value, dict):
            flat.update(_flat(value, f"{prefix}{name}."))
        else:
            flat[f"{prefix}{name}"] = value
    return flat


def _sequences(value: Any, where: str) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    for one in values:
        if not isinstance(one, str) or not one.split():
            raise KeymapError(f"{one!r} is no key", where=where, todo='write keys as strings, such as "g g"')
        for key in one.split():
            if reason := complaint(key):
                raise KeymapError(reason, where=where, todo=_HOW)
    return tuple(" ".join(one.split()) for one in values)


def _line(source: str, identity: str) -> int:
    """The number of the line that names `identity` (its last part where the id is split over tables)."""
    numbered = list(enumerate(source.splitlines(), 1))
    for wanted in (identity, identity.rpartition(".")[2]):
        for number, line in numbered:
            if line.strip().lstrip("[\"'").startswith(wanted):
                return number
    return 1
