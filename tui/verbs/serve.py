"""`variorum serve`: the desk in a browser."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from corpus.errors import VariorumError
from tui.console import DONE, options_of, say
from tui.verbs.read import desk_for, read

_ADDRESS = (
    click.Option(["--host"], default="127.0.0.1", metavar="NAME", help="Where to listen; else only on this machine."),
    click.Option(["--port"], default=0, type=click.IntRange(0, 65535), help="The port; else one that is free."),
)
_NOT_FOR_THE_DESK = ("paths", "fields", "encoding", "repair", "no_color", "no_mouse")


@click.command(params=[*_ADDRESS, *read.params])
def serve(*, host: str, port: int, **said: Any) -> int:
    """Open the desk in a browser, until ctrl+c.

    Whoever has the address that is printed sits at the desk, each window at one of its own. Options as for `read`.
    """
    if find_spec("textual_serve") is None:
        raise VariorumError("a browser needs textual-serve", todo="install it with: pip install 'variorum[web]'")
    if Path("-") in said["paths"]:
        raise click.UsageError("what is piped in cannot be served; import it first")
    import asyncio  # noqa: PLC0415 (--help must not pay for it)

    from tui.web.door import is_loopback  # noqa: PLC0415
    from tui.web.site import Site  # noqa: PLC0415

    said, title = _prepared(said)
    if not is_loopback(host):
        say(f"variorum: {host} can be reached by others; whoever has the address can do all that you can, "
            "and what is sent can be read on the way")  # fmt: skip
    site = Site(["read", *words_of(read.params, said)], title)
    with suppress(KeyboardInterrupt):
        asyncio.run(site.serve(host, port, _tell))
    return DONE


def _tell(address: str) -> None:
    say(f"variorum: the desk is at {address} until ctrl+c")


def _prepared(said: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """What every window is to be told, and what it shows is called, after all was opened once.

    So a mistake is told before there is a browser, and many texts are taken in once.
    """
    from tui.given import few_in  # noqa: PLC0415

    paths: tuple[Path, ...] = said["paths"]
    options = options_of(said["fields"], said["encoding"], repair=said["repair"])
    opened, _ = desk_for(
        paths, options, None, {name: one for name, one in said.items() if name not in _NOT_FOR_THE_DESK}
    )
    opened.stories.library.close()
    store = opened.desk.workspace.store
    if store is not None:
        store.close()
    for notice in opened.notices:
        say(notice)
    texts = [path for path in paths if path != opened.project]
    if texts and few_in(texts, options) is None:
        said = {**said, "paths": (), "project": opened.project}
    return said, opened.project.stem


def words_of(parameters: Sequence[click.Parameter], said: Mapping[str, Any]) -> list[str]:
    """The words of a command line that say what is `said`, by the names of the parameters."""
    words = [word for one in parameters if isinstance(one, click.Option) for word in _words(one, said[one.name or ""])]
    arguments = (said[one.name or ""] for one in parameters if isinstance(one, click.Argument))
    return [*words, "--", *(os.fspath(value) for values in arguments for value in values)]


def _words(option: click.Option, value: Any) -> Iterator[str]:
    if isinstance(value, bool):
        names = option.opts if value else option.secondary_opts
        yield from names[:1]
    elif isinstance(value, tuple):
        yield from (f"{option.opts[0]}={one}" for one in value)
    elif value is not None:
        yield f"{option.opts[0]}={value}"
