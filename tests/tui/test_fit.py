"""What a terminal can show: signs in ASCII, plain emoji, another encoding, and always in as many cells."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

import tui
from corpus.display import shown_line
from tests.tui.scripts import intricate_texts
from tui.render.cells import width
from tui.render.fit import NATIVE, SIGNS, Fit, fitting, plain
from tui.widgets.strips import strip_of

FAMILY = "👨‍👩‍👧"
ASCII, PLAIN = Fit(ascii=True), Fit(plain_emoji=True)
OF_OTHERS = frozenset("▯")  # what stands for an emoji in a text


def words_on_screen(path: Path) -> Iterator[str]:
    """The strings of a module that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    sentences = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in sentences:
            yield node.value


def test_every_sign_of_ours_has_a_twin_in_ascii() -> None:
    root = Path(tui.__file__).parent
    drawn = [path for path in root.rglob("*.py") if path.name not in {"fit.py", "cells.py"}]
    signs = {char for path in drawn for words in words_on_screen(path) for char in words if not char.isascii()}
    assert "≠" in signs
    assert sorted(signs - SIGNS.keys() - OF_OTHERS) == []


def test_a_sign_and_its_twin_take_one_cell() -> None:
    for sign, twin in SIGNS.items():
        assert cell_len(sign) == 1, sign
        assert (twin.isascii(), twin.isprintable(), len(twin)) == (True, True, 1), sign


def test_signs_are_ours_and_an_article_keeps_what_it_says() -> None:
    drawn = strip_of([(" ≠▎", Style())], 16, Style(), ASCII, [("… 10 · “so” é", Style())])
    assert drawn.text == " #|… 10 · “so” é"
    assert ASCII.words("≥ 70 ≤ 80 ┌─┐") == "> 70 < 80 +-+"
    assert ASCII.words("A¶2 · ⇄ “é…”") == 'AP2 . = "é~"'


@pytest.mark.parametrize(
    ("fit", "text", "drawn"),
    [
        (Fit(encoding="latin-1"), "café – 70", "café ? 70"),
        (Fit(encoding="ascii"), "日本 e\u0301x", "???? ?x"),
        (Fit(encoding="cp1252"), "“so” 🇩🇪", "“so” ??"),
        (Fit(encoding="no-such"), "é", "?"),
        (Fit(encoding="utf-8"), "日本", "日本"),
        (PLAIN, "👍🏽 so", "👍 so"),
        (PLAIN, "❤️x", "❤ x"),
        (PLAIN, "1️⃣x", "1 x"),
        (PLAIN, "🇩🇪🇫🇷🇩", "DEFRD"),
        (PLAIN, f"{FAMILY}x", "👨x"),
        (PLAIN, "🏳️‍🌈x", "🏳 x"),
        (PLAIN, "\U0001fae8x", "▯ x"),
        (PLAIN, "🏽", ""),
        (PLAIN, "日本 e\u0301 한국 café ☺", "日本 e\u0301 한국 café ☺"),
        (PLAIN, "क्\u200dष", "क्\u200dष"),
    ],
)
def test_what_is_drawn(fit: Fit, text: str, drawn: str) -> None:
    assert fit.text(text) == drawn


@given(intricate_texts, st.sampled_from([PLAIN, Fit(encoding="ascii"), Fit(True, True, "cp1252"), ASCII]))
def test_nothing_moves(text: str, fit: Fit) -> None:
    shown = shown_line(text)
    assert width(fit.text(shown)) == width(shown)
    assert width(fit.words(shown)) == width(shown)


@pytest.mark.parametrize(
    "text",
    ["👍🏽", "👩🏽‍🚀", "❤️", "☎️", "1️⃣", "#️⃣", "🇩🇪", "🇩🇪🇫🇷", "🏳️‍🌈", FAMILY, "\U0001fae8", "😀", "👍🏽❤️🇩🇪", "日👍🏽本"],
)
def test_what_stands_behind_emoji_keeps_its_column_in_a_terminal_that_counts_code_points(text: str) -> None:
    screen = pyte.Screen(40, 1)
    pyte.Stream(screen).feed(f"{plain(text)}|")
    assert screen.cursor.x - 1 == width(text)


@pytest.mark.parametrize(
    ("said", "locale", "stream", "fit"),
    [
        (None, "UTF-8", "utf-8", NATIVE),
        (None, "ANSI_X3.4-1968", "utf-8", ASCII),
        (None, "ISO-8859-1", "iso8859-1", Fit(ascii=True, encoding="iso8859-1")),
        (None, "UTF-8", "ascii", Fit(ascii=True, encoding="ascii")),
        (True, "UTF-8", "UTF-8", ASCII),
        (False, "ANSI_X3.4-1968", "utf-8", NATIVE),
    ],
)
def test_the_locale_says_whether_signs_are_ascii_unless_the_user_does(
    *, said: bool | None, locale: str, stream: str, fit: Fit
) -> None:
    assert fitting(ascii_signs=said, plain_emoji=False, locale=locale, stream=stream) == fit
