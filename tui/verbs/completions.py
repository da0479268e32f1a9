"""`variorum completions`: the script that completes words in a shell, and the answers that it asks for."""

from collections.abc import Callable
from typing import Final

import click
from click.shell_completion import ShellComplete, get_completion_class

from corpus.errors import VariorumError
from tui.console import COMPLETE

SHELLS: Final = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completions(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell."""
    click.echo(_completer(context.find_root().command, shell).source(), nl=False)


def answer(cli: click.Command, question: str, with_verb: Callable[[list[str]], list[str]]) -> None:
    """Print what a shell asked for; the words so far are in the environment.

    `with_verb` puts the default verb before words that have none. The first word may be a verb, and may be what the
    default verb takes: both are offered, files first, because bash forgets what came before them.
    Raises VariorumError for a shell, or a question, that is not known.
    """
    shell, _, wanted = question.partition("_")
    one = _completer(cli, shell)
    if wanted == "source":
        click.echo(one.source(), nl=False)
        return
    if wanted != "complete":
        raise VariorumError(f"{COMPLETE}: {question!r} cannot be answered", todo="see variorum completions --help")
    said, begun = one.get_completion_args()
    words = [word for word in said if word != "--debug"]
    items = one.get_completions(with_verb(words), begun)
    if not words:
        items += one.get_completions([], begun)
    lines = dict.fromkeys(one.format_completion(item) for item in items)
    click.echo("\n".join(lines).encode())  # bytes: a shell on Windows must see no carriage returns


def _completer(cli: click.Command, shell: str) -> ShellComplete:
    """What click knows of a shell. Raises VariorumError for one that it does not know."""
    kind = get_completion_class(shell)
    if kind is None:
        raise VariorumError(f"{COMPLETE}: {shell!r} is no shell that can be served", todo=f"known: {', '.join(SHELLS)}")
    return kind(cli, {}, "variorum", COMPLETE)
