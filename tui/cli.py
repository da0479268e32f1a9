"""The command line: `variorum PATH…` and its verbs.

Exit codes: 0 done; 1 failed; 2 wrong usage, or no terminal; 3 `check` found something; 4 `export` left spans out;
129, 130, 143 ended by a hang-up, an interrupt, a request to end.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from corpus.display import shown, shown_line
from corpus.errors import VariorumError
from tui.version import VERSION

DONE, FAILED, USAGE, FOUND, LEFT_OUT, INTERRUPTED = 0, 1, 2, 3, 4, 130
EXISTING = click.Path(path_type=Path)
OUTPUT = click.Path(path_type=Path, allow_dash=True)
EPILOG = """\b
Examples:
  variorum                                     the sample story
  variorum reports/                            every text of a folder, side by side
  variorum a.txt b.txt --reviewer ada          two articles
  variorum reports.variorum                    go on where you left
  variorum export --project reports.variorum --format spacy -o gold.spacy
\b
Exit codes: 0 done, 1 failed, 2 wrong usage or no terminal, 3 check found something,
4 export left spans out; 129, 130, 143 ended by a signal."""


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line; returns the exit code. Errors are one line on stderr; a traceback only with --debug."""
    words = with_verb([word for word in arguments if word != "--debug"])
    try:
        return int(commands.main(words, prog_name="variorum", standalone_mode=False) or DONE)
    except click.exceptions.Exit as end:
        return end.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
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
        return FAILED


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


def say(line: str) -> None:
    """A line for the person, on stderr."""
    click.echo(shown(line), err=True)


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(VERSION, message="variorum %(version)s")
@click.option("--debug", is_flag=True, help="Show a traceback when something goes wrong.")
def commands(debug: bool) -> None:  # noqa: FBT001 (click's way; `run` reads the flag)
    """Read the reports of one event side by side, mark what they say, and give it out as gold data.

    `variorum PATH…` opens texts, folders of texts, or a .variorum project; without a path, the sample story.
    Its options: variorum read --help.
    """


@commands.command()
@click.argument("paths", nargs=-1, type=EXISTING)
@click.option("--project", type=EXISTING, metavar="FILE", help="Where the decisions are kept; else NAME.variorum here.")
@click.option("--reviewer", metavar="NAME", help="Who decides; else the settings', else the login name.")
@click.option("--model", metavar="SPEC", help="What reads: an installed pipeline, a folder, module:callable, blank:xx.")
@click.option("--labels", type=EXISTING, metavar="FILE", help="The label set, TOML.")
@click.option("--keymap", type=EXISTING, metavar="FILE", help="Keys of your own, TOML.")
@click.option("--encoding", metavar="NAME", help="How the texts are encoded; NAME:replace shows what does not decode.")
@click.option("--no-color", is_flag=True, help="Use no colour; the same as NO_COLOR=1.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
def read(paths: tuple[Path, ...], no_color: bool, no_mouse: bool, **said: Any) -> int:  # noqa: FBT001
    """Open texts, folders of texts, or a project on the desk."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        say("variorum: the desk needs a terminal; `variorum export` and `variorum check` work without one")
        return USAGE
    from tui.opening import Request, open_desk  # noqa: PLC0415 (--help must not pay for it)
    from tui.run import sit_down  # noqa: PLC0415

    config = _config()
    opened = open_desk(Request(paths, **said), config, VERSION)
    return sit_down(opened, config, colour=not no_color, mouse=not no_mouse)


@commands.command()
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project to export.")
@click.option("--format", "name", metavar="NAME", required=True, help="The format; `variorum formats` lists them.")
@click.option("-o", "--out", type=OUTPUT, metavar="OUT", required=True, help="The file to write; - for stdout.")
@click.option("--reviewed", is_flag=True, help="Only articles that were finished.")
@click.option("--reviewer", metavar="NAME", help="Only this reviewer's decisions.")
def export(project: Path, name: str, out: Path, reviewed: bool, reviewer: str | None) -> int:  # noqa: FBT001
    """Write the annotations of a project as a dataset."""
    from annotations.export import export as write_file  # noqa: PLC0415
    from annotations.export import export_stream  # noqa: PLC0415
    from annotations.formats.registry import format_named  # noqa: PLC0415
    from annotations.gold import GoldArticle, gold  # noqa: PLC0415
    from annotations.store import Store  # noqa: PLC0415

    chosen = format_named(name)
    store = Store(project, read_only=True)
    if reviewer is not None and reviewer not in store.reviewers():
        known = ", ".join(store.reviewers()) or "nobody yet"
        raise VariorumError(f"nobody called {reviewer} annotated it", where=str(project), todo=f"known: {known}")

    def articles() -> Iterator[GoldArticle]:
        return gold(store, reviewed=reviewed, reviewer=reviewer)

    if str(out) == "-":
        done = export_stream(articles, chosen, sys.stdout.buffer)
    else:
        done = write_file(articles, chosen, out)
    store.close()
    for left in done.left_out:
        place = f"{left.span.start}–{left.span.end}"
        say(shown_line(f"not carried: {left.article} {place} {left.label} {left.surface!r}: {left.reason}"))
    target = "" if str(out) == "-" else f" to {out}"
    articles_and_spans = f"{_count(done.articles, 'article')}, {_count(done.spans, 'span')}"
    say(f"{articles_and_spans} written{target} and read back; {len(done.left_out)} not carried")
    if reviewed and not done.articles:
        say("variorum: nobody has finished an article yet (Z Z does), so the dataset is empty")
    return LEFT_OUT if done.left_out else DONE


@commands.command()
def formats() -> None:
    """List the dataset formats."""
    from annotations.formats.registry import all_formats  # noqa: PLC0415

    known, warnings = all_formats()
    for one in known:
        click.echo(shown(f"{one.name:8} {one.suffix:8} {one.title}"))
        if one.lossy:
            click.echo(shown(f"{'':18}{one.lossy}"))
    for line in warnings:
        say(f"variorum: {line}")


@commands.command()
@click.argument("file", type=EXISTING, required=False)
@click.option("--project", type=EXISTING, metavar="FILE", help="The project to check.")
def check(file: Path | None, project: Path | None) -> int:
    """Check that a project is whole.

    Its log, its tables, the hashes of its texts, and SQLite's own pages; exit code 3 where something is found.
    """
    from annotations.check import findings  # noqa: PLC0415
    from annotations.store import Store  # noqa: PLC0415

    path = project or file
    if path is None:
        message = "name the project to check"
        raise click.UsageError(message)
    store = Store(path, read_only=True)
    found = list(findings(store))
    for line in found:
        click.echo(shown(line))
    store.close()
    say(f"{path}: {len(found)} found" if found else f"{path}: sound")
    return FOUND if found else DONE


@commands.command()
def keys() -> None:
    """List the commands with ids and keys."""
    from annotations.labels import shipped  # noqa: PLC0415
    from tui.commands import COMMANDS, label_commands  # noqa: PLC0415

    for command in (*COMMANDS, *label_commands(shipped())):
        click.echo(shown(f"{command.id:28} {'  '.join(command.keys):24} {command.title}"))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _config() -> Any:
    from tui.config import load  # noqa: PLC0415
    from tui.places import config_file  # noqa: PLC0415

    return load(config_file())
