"""The command line: `variorum PATH…` and its verbs.

Exit codes: 0 done; 1 failed; 2 wrong usage, or no terminal; 3 `check` found something; 4 `export` left spans out, or
`carry` annotations; 129, 130, 143 ended by a hang-up, an interrupt, a request to end.
"""

import os
from collections.abc import Sequence
from typing import Final

import click

from corpus.errors import VariorumError, WrongUsageError
from tui.console import COMPLETE, DONE, FAILED, INTERRUPTED, USAGE, say
from tui.verbs import Verbs
from tui.version import VERSION

VERBS: Final = {
    "read": "read:read",
    "serve": "serve:serve",
    "review": "review:review",
    "train": "train:train",
    "tutor": "tutor:tutor",
    "import": "take_in:take_in",
    "task": "task:task",
    "propose": "propose:propose",
    "stories": "stories:stories",
    "search": "search:search",
    "compare": "compare:compare",
    "carry": "carry:carry",
    "dataset": "dataset:dataset",
    "evaluate": "evaluate:evaluate",
    "export": "export:export",
    "formats": "formats:formats",
    "check": "check:check",
    "dump": "dump:dump",
    "keys": "keys:keys",
    "config": "config:config",
    "completions": "completions:completions",
    "man": "manual:man",
}
"""The verbs, and where in `tui.verbs` each is."""

EPILOG = """\b
Examples:
  variorum tutor                               learn the desk in ten minutes
  variorum reports/ --reviewer ada             the articles of a folder
  variorum export --project reports.variorum --format spacy -o gold.spacy
Exit codes: 0 done, 1 failed, 2 usage, 3 found, 4 left out, 129 130 143 ended."""


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line; returns the exit code. Errors are one line on stderr; a traceback only with --debug."""
    words = [word for word in arguments if word != "--debug"]
    try:
        return _carried_out(words)
    except click.exceptions.Exit as end:
        return end.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        say("variorum: interrupted; the same command goes on")
        return INTERRUPTED
    except click.ClickException as error:
        say(f"variorum: {error.format_message().rstrip('.')}; see variorum --help")
        return USAGE
    except BrokenPipeError:
        # Whoever was reading has enough; what is left in the buffer must not fail once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return FAILED
    except Exception as error:
        if "--debug" in arguments:
            raise
        say(f"variorum: {_line(error)}")
        return USAGE if isinstance(error, WrongUsageError) else FAILED


def _carried_out(words: list[str]) -> int:
    """Answer the shell where it asks for completions, else do what the words say; returns the exit code."""
    if question := os.environ.get(COMPLETE):
        from tui.verbs.completions import answer  # noqa: PLC0415 (only for shells)

        answer(commands, question, with_verb)
        return DONE
    return int(commands.main(with_verb(words), prog_name="variorum", standalone_mode=False) or DONE)


def _line(error: Exception) -> str:
    """What an error means to a person, in one line."""
    if isinstance(error, VariorumError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"a fault of the program ({what}); what was decided is saved; --debug shows where"


def with_verb(words: list[str]) -> list[str]:
    """The words with `read` put first where no verb was said."""
    if words and (words[0] in commands.commands or words[0] in {"--help", "-h", "--version"}):
        return words
    return ["read", *words]


@click.group(
    commands=Verbs(VERBS),
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
)
@click.version_option(VERSION, message="variorum %(version)s")
@click.option("--debug", is_flag=True, help="Show a traceback when something goes wrong.")
def commands(debug: bool) -> None:  # noqa: FBT001 (click's way; `run` reads the flag)
    """Read the reports of one event side by side, mark them, give out gold data.

    `variorum PATH…` opens texts or a project: variorum read --help.
    """
