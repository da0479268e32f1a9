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
from typing import Any, Final

from corpus.errors import VariorumError
from tui.commands import Command
from tui.keys import Binding, ClashError, Keys, Target, complaint, sequence

_HOW: Final = "write for example x, ctrl+x, pagedown or g g"


_NOWHERE: Final[Mapping[str, str]] = MappingProxyType({})


class KeymapError(VariorumError):
    """A keymap, or the keys of a label set, cannot be used."""


def load(path: Path) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The keys that a keymap file gives to commands, and at which `file:line` each stands. Raises KeymapError."""
    where = str(path)
    try:
        source = path.read_bytes().decode()
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise KeymapError(f"not TOML: {error}", where=where, todo="mend the line") from error
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8"
        raise KeymapError(f"the keymap cannot be read: {reason}", where=where) from error
    unknown = sorted(set(table) - {"keys"})
    if unknown:
        raise KeymapError(f"unknown table {unknown[0]!r}", where=f"{where}:{_line(source, unknown[0])}",
                          todo="the table is called [keys]")  # fmt: skip
    keys, places = {}, {}
    for identity, value in _flat(table.get("keys", {})).items():
        places[identity] = f"{where}:{_line(source, identity)}"
        keys[identity] = _sequences(value, places[identity])
    return keys, places


def remapped(
    commands: Sequence[Command[Any]], keys: dict[str, tuple[str, ...]], places: dict[str, str]
) -> tuple[Command[Any], ...]:
    """The commands with the keys that the user gave them. Raises KeymapError for an id that no command has."""
    known = [command.id for command in commands]
    for identity in keys:
        if identity not in known:
            near = get_close_matches(identity, known, 1)
            todo = f"did you mean {near[0]}?" if near else "`variorum keys` lists the commands"
            raise KeymapError(f"no command {identity!r}", where=places[identity], todo=todo)
    return tuple(replace(one, keys=keys[one.id]) if one.id in keys else one for one in commands)


def bound(commands: Sequence[Command[Target]], places: Mapping[str, str] = _NOWHERE) -> Keys[Target]:
    """The tree of all keys; `places` says of ids at which `file:line` their keys were given.

    Raises KeymapError for a key that is none, and where two commands clash.
    """
    tree: Keys[Target] = Keys(())
    for command in commands:
        for keys in command.keys:
            for key in keys.split():
                if reason := complaint(key):
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
