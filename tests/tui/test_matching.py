"""Finding a row by its words: a command is found by what people call it, and never one that decides by accident."""

from collections.abc import Sequence

import pytest

from tests.tui.scripts import ALL
from tui.every_command import every_command
from tui.matching import NONE, best_first, fit
from tui.other_words import OTHER_WORDS
from tui.screens.choose import Choice, command_choices, matching


def found(words: str, choices: Sequence[Choice]) -> list[str]:
    return [one.title for one in matching(words, choices)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("screenshot", "Program: screenshot"),
        ("quit", "Program: leave the desk"),
        ("exit", "Program: leave the desk"),
        ("leave desk", "Program: leave the desk"),
        ("undo", "Decide: undo"),
        ("next tok", "Move: next token"),
        ("zoom", "Look: zoom"),
        ("accept scr", "Decide: accept screen"),
        ("label PERSON", "Label: label PERSON"),
        ("coref", "Find: follow"),
        ("program.quit", "Program: leave the desk"),
        ("scrnsht", "Program: screenshot"),
    ],
)
def test_a_command_is_found_by_its_words(words: str, first: str) -> None:
    assert found(words, command_choices(ALL))[0] == first


@pytest.mark.parametrize("words", ["screenshot", "quit", "exit", "qty", "acpt", "lbl", "exi", "zzz", "shot"])
def test_nothing_that_decides_is_offered_for_words_that_do_not_mean_it(words: str) -> None:
    assert not [one for one in found(words, command_choices(ALL)) if one.startswith(("Decide", "Label", "Tie"))]


def test_a_sentence_is_searched_after_titles_and_other_words() -> None:
    assert found("background", command_choices(ALL)) == ["Program: suspend"]
    titles = found("clipboard", command_choices(ALL))
    assert titles[0] == "Program: copy"


def test_letters_within_a_word_count_only_where_nothing_else_fits() -> None:
    rows = [fit("pat", "patch"), fit("pat", "part", "", "no"), fit("pat", "spat")]
    assert best_first(rows) == [0]
    assert best_first(rows[1:]) == [1, 0]
    assert fit("pat", "p a t") == (NONE,)
    assert fit("two words", "words", "", "two of them")[0] > NONE
    assert fit("two words", "words") == (NONE,)
    assert fit(" ", "anything")[0] > NONE


def test_other_words_are_for_commands_that_there_are() -> None:
    assert not set(OTHER_WORDS) - {one.id for one in every_command()}
