import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from corpus.display import shown_line
from tests.tui.scripts import intricate_texts
from tui.render.cells import _INTRICATE, clusters, is_plain, offset_at, width

FAMILY = "👨‍👩‍👧"


def test_every_plain_character_is_one_cell_and_stands_for_itself() -> None:
    every = "".join(map(chr, range(0x20, sys.maxunicode + 1)))
    plain = "\t\n\r" + "".join(re.sub(_INTRICATE, "", every))
    assert "é" in plain
    assert "я" in plain
    assert [char for char in plain if cell_len(shown_line(char)) != 1] == []
    assert [char for char in plain if shown_line(char) != char and char not in "\t\n\r"] == []


def test_no_two_plain_characters_are_drawn_together() -> None:
    every = "".join(re.sub(_INTRICATE, "", "".join(map(chr, range(0x20, 0x2600)))))
    assert len(clusters(every)) == len(every)


@pytest.mark.parametrize("text", ["\x1b", "\x00", "\u202e", "\u200d", "\u0301", "日", "\U0001f1e9", "\u00ad", "\ufeff"])
def test_what_is_wide_combining_or_replaced_is_not_plain(text: str) -> None:
    assert not is_plain(text)


@given(intricate_texts)
def test_clusters_cover_the_text_in_order(text: str) -> None:
    at = 0
    for start, end, cells in clusters(text):
        assert start == at < end
        assert 0 <= cells <= 2
        at = end
    assert at == len(text)


@given(intricate_texts)
def test_width_is_what_the_screen_will_measure(text: str) -> None:
    joined_to_nothing = re.sub("(?<![👨👩])\u200d", "", text)
    assert width(joined_to_nothing) == cell_len(shown_line(joined_to_nothing))


@given(intricate_texts, st.integers(0, 40))
def test_the_offset_at_a_cell_is_the_cluster_over_it(text: str, column: int) -> None:
    offset = offset_at(text, column)
    if column >= width(text):
        assert offset == len(text)
        return
    size = next(cells for start, _, cells in clusters(text) if start == offset)
    at = width(text[:offset])
    assert at <= column < at + size


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("Ada", 3),
        ("日本", 4),
        ("e\u0301", 1),
        (FAMILY, 2),
        ("🇩🇪", 2),
        ("🇩🇪🇫🇷", 4),
        ("a\tb", 3),
        ("\x1b[m", 3),
        ("\u202e", 1),
    ],
)
def test_known_widths(text: str, cells: int) -> None:
    assert width(text) == cells


def test_a_flag_is_one_cluster() -> None:
    assert [(start, end) for start, end, _ in clusters("a🇩🇪🇫🇷b")] == [(0, 1), (1, 3), (3, 5), (5, 6)]
