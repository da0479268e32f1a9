"""What `variorum` can be told to do: one verb a module, each with its options, loaded when it is wanted."""

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module

import click


class Verbs(MutableMapping[str, click.Command]):
    """The verbs by name, in order. `places` says where each is: a module of this package and a name in it."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._verbs: dict[str, str | click.Command] = dict(places)

    def __getitem__(self, name: str) -> click.Command:
        verb = self._verbs[name]
        if isinstance(verb, str):
            module, _, function = verb.partition(":")
            verb = self._verbs[name] = getattr(import_module(f"tui.verbs.{module}"), function)
        return verb

    def __contains__(self, name: object) -> bool:
        return name in self._verbs  # without loading it

    def __setitem__(self, name: str, verb: click.Command) -> None:
        self._verbs[name] = verb

    def __delitem__(self, name: str) -> None:
        del self._verbs[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._verbs)

    def __len__(self) -> int:
        return len(self._verbs)
