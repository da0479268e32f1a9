"""docs/keys.md and the manual page: `python -m tests.keys_doc` writes them, and tests say when they drift."""

from pathlib import Path
from typing import Any

import tui.cli
from annotations.labels import shipped
from tui.commands.command import SCOPES, Command
from tui.commands.decide import label_commands
from tui.commands.desk import COMMANDS
from tui.commands.ledger import LEDGER_COMMANDS
from tui.commands.logbook import LOGBOOK_COMMANDS
from tui.commands.names import NAME_COMMANDS
from tui.commands.stories import LIST_COMMANDS
from tui.manual import page

PATH = Path(__file__).parents[1] / "docs" / "keys.md"
MANUAL = PATH.with_name("variorum.1")
HEAD = """# Keys

Made from the table of commands by `make keys`; do not edit it by hand. `?` shows the same in the program, and `:` finds
a command by its words.

A motion selects; a verb says what to do with the selection. Keys that stand behind each other are pressed one after the
other; alternatives are separated by "or".

`--keymap vim` has counts before motions, and labels behind `space`; [settings.md](settings.md) says more. To have keys
of your own, write a TOML file, and give it with `--keymap FILE` or name it in the settings:

    [keys]
    "decide.undo" = "u"
    "move.token" = ["w", "ctrl+right"]

The keys that you give a command replace its own. Unknown ids, unknown keys and clashes are reported with file and line.
"""


def document() -> str:
    """The page."""
    parts = [HEAD]
    commands: list[Command[Any]] = [*COMMANDS, *label_commands(shipped()), *LIST_COMMANDS, *LEDGER_COMMANDS]
    commands += [*LOGBOOK_COMMANDS, *NAME_COMMANDS]
    for scope, title in SCOPES.items():
        parts.append(f"\n## {title}\n\n| Keys | What it does | Id |\n|---|---|---|\n")
        for command in commands:
            if command.scope == scope:
                keys = " or ".join(f"`{_escaped(one)}`" for one in command.keys)
                parts.append(f"| {keys} | {_escaped(command.help)} | `{command.id}` |\n")
    return "".join(parts)


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PATH.write_text(document(), encoding="utf-8")
    MANUAL.write_text(page(tui.cli.commands), encoding="ascii")
