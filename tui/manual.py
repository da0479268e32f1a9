"""The manual page, in the language of man(7) and in ASCII, so that any man shows it.

It is made of the command line, of the tables of commands, answers and exit codes, and of the two tables here.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import click

from tui.commands.command import SCOPES
from tui.config import FOLDER_FILE, PREFIX
from tui.console import EXIT_CODES
from tui.every_command import every_command
from tui.plain import ANSWERS
from tui.version import VERSION

FILES: Final = (
    ("NAME.variorum", "The project: the texts, what was read in them, and every decision. --project names another."),
    ("~/.config/variorum/config.toml", "The settings; variorum config path prints where they lie on this system."),
    (str(FOLDER_FILE), "Settings for the folder one starts in."),
    ("~/.local/share/variorum/sample.variorum", "The project of the sample story."),
    ("~/.local/state/variorum/reading.log", "What the libraries of the reading process had to say."),
)
ENVIRONMENT: Final = (
    (f"{PREFIX}...", f"The setting of that name, in capitals: {PREFIX}REVIEWER, {PREFIX}MODEL."),
    ("NO_COLOR", "Where it is not empty, no colour is used."),
    ("TERM", "No colour is used on a terminal that is called dumb."),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "Other folders for what belongs to the user."),
    ("TEXTUAL_DISABLE_KITTY_KEY", "Where it is 1, the terminal is not asked for the kitty keyboard protocol."),
)
_ESCAPES: Final = str.maketrans(
    {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", '"': r"\(dq", "\b": ""}
)


def page(root: click.Command) -> str:
    """The page of a command line, as a source that man, groff and mandoc read."""
    lines = [f'.TH VARIORUM 1 "" "variorum {VERSION}" "User commands"', ".nh", ".ad l"]
    summary = _paragraphs(root.help or "")
    lines += [
        ".SH NAME",
        f"variorum {roff('-')} read reports of one event side by side, annotate them, export gold data",
    ]
    lines += [".SH SYNOPSIS", r"\fBvariorum\fR [\fIVERB\fR] [\fIOPTIONS\fR] [\fIPATH\fR ...]"]
    lines += [".SH DESCRIPTION", *_prose(summary), ".PP", "Without a verb it does what \\fBread\\fR does."]
    context = click.Context(root, info_name="variorum", **root.context_settings)
    lines += [".SH OPTIONS", *_options(root, context), ".SH VERBS", *_verbs(root, context)]
    lines += [
        ".SH KEYS",
        *_prose(["What the desk does, by what it is about; variorum keys prints the ids for a keymap."]),
    ]
    lines += [*_keys(), ".SH ANSWERS", *_prose(["What variorum review --plain takes, a line each."])]
    lines += _items((letter, f"{word}: {what}.") for letter, (word, what) in ANSWERS.items())
    lines += [".SH EXIT STATUS", *_items((str(code), f"{what}.") for code, what in EXIT_CODES.items())]
    lines += [".SH FILES", *_items(FILES), ".SH ENVIRONMENT", *_items(ENVIRONMENT)]
    return "\n".join(lines) + "\n"


def roff(text: str) -> str:
    """Text that means nothing but itself to troff; a line of it never is a request."""
    escaped = text.translate(_ESCAPES)
    plain = "".join(char if char.isascii() else rf"\[u{ord(char):04X}]" for char in escaped)
    return rf"\&{plain}" if plain.startswith(".") else plain


def _verbs(group: click.Command, context: click.Context) -> Iterator[str]:
    """The verbs of a group with their own ones, each with its sentences and options."""
    for name, command in group.commands.items() if isinstance(group, click.Group) else ():
        inner = click.Context(command, info_name=name, parent=context, **command.context_settings)
        usage = " ".join(command.collect_usage_pieces(inner))
        yield f".SS {roff(inner.command_path)}"
        yield rf"\fB{roff(inner.command_path)}\fR {roff(usage)}"
        yield ".PP"
        yield from _prose(_paragraphs(command.help or ""))
        yield from _options(command, inner)
        yield from _verbs(command, inner)


def _options(command: click.Command, context: click.Context) -> list[str]:
    options = (one for one in command.get_params(context) if isinstance(one, click.Option))
    records = (one.get_help_record(context) for one in options)
    return _items(record for record in records if record is not None)


def _keys() -> Iterator[str]:
    rows = every_command()
    for scope, title in SCOPES.items():
        yield f".SS {roff(title)}"
        yield from _items((" or ".join(one.keys), one.help) for one in rows if one.scope == scope)


def _items(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Terms with what they mean."""
    return [line for term, what in pairs for line in (".TP", rf"\fB{roff(term)}\fR", roff(what) or r"\&")]


def _paragraphs(text: str) -> list[str]:
    return [" ".join(one.split()) for one in text.split("\n\n") if one.split()]


def _prose(paragraphs: list[str]) -> list[str]:
    return [line for number, one in enumerate(paragraphs) for line in ([".PP"] if number else []) + [roff(one)]]
