"""The documents: made from the code where they can be, and complete where they cannot."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from annotations.formats.registry import all_formats
from annotations.labels import shipped
from tests import keys_doc
from tui.cli import commands
from tui.commands.decide import label_commands
from tui.commands.desk import COMMANDS
from tui.commands.stories import LIST_COMMANDS
from tui.manual import page


@pytest.fixture(scope="module")
def prose(root: Path) -> str:
    """What a reader finds: the README and every document."""
    return "\n".join(path.read_text("utf-8") for path in [root / "README.md", *sorted((root / "docs").glob("*.md"))])


def options() -> Iterator[tuple[str, ...]]:
    """Every option of the command line and of its verbs, by all its names."""
    groups = [command for command in commands.commands.values() if isinstance(command, click.Group)]
    below = [command for group in groups for command in group.commands.values()]
    for command in (commands, *commands.commands.values(), *below):
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield tuple(parameter.opts)


def test_the_table_of_keys_is_up_to_date() -> None:
    assert keys_doc.PATH.read_text("utf-8") == keys_doc.document(), "make keys writes it"


def test_the_manual_page_is_up_to_date() -> None:
    assert keys_doc.MANUAL.read_text("ascii") == page(commands), "make keys writes it"


IDS = [*(one.id for one in (*COMMANDS, *label_commands(shipped()))), *(one.id for one in LIST_COMMANDS)]


@pytest.mark.parametrize("identity", IDS)
def test_every_command_is_in_the_documents(prose: str, identity: str) -> None:
    assert f"`{identity}`" in prose


@pytest.mark.parametrize("verb", sorted(commands.commands))
def test_every_verb_is_in_the_documents(prose: str, verb: str) -> None:
    assert re.search(rf"variorum {verb}\b|`{verb}`", prose)


@pytest.mark.parametrize("names", sorted(set(options()) - {("--version",)}), ids=" ".join)
def test_every_option_is_in_the_documents(prose: str, names: tuple[str, ...]) -> None:
    assert any(re.search(rf"(?<![\w-]){name}(?![\w-])", prose) for name in names)


@pytest.mark.parametrize("name", [one.name for one in all_formats()[0]])
def test_every_format_is_in_the_documents(prose: str, name: str) -> None:
    assert re.search(rf"(?<![\w-]){name}(?![\w-])", prose)


def test_no_option_is_promised_that_there_is_not(prose: str) -> None:
    lines = [line for line in prose.splitlines() if "variorum " in line and "pip" not in line]
    named = {option for line in lines for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", line)}
    assert named - {name for names in options() for name in names} == {"--help"} & named


def test_links_between_documents_lead_somewhere(root: Path) -> None:
    paths = [root / "README.md", *(root / "docs").glob("*.md")]
    found = {path: re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")) for path in paths}
    assert len(found) > 5
    assert all(found[path] for path in (root / "README.md", root / "docs" / "architecture.md"))
    for path, targets in found.items():
        for target in targets:
            assert (path.parent / target).exists(), f"{path.name}: {target}"
