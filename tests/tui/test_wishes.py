"""Wishes: those that say no more than their name are told apart by it."""

from tui.wishes import Copy, Quit, Redraw


def test_wishes_without_words_are_equal_by_kind_alone() -> None:
    assert Quit() == Quit()
    assert Quit() != Redraw()
    assert len({Quit(), Quit(), Redraw()}) == 2
    assert repr(Quit()) == "Quit()"


def test_wishes_with_words_are_equal_by_them() -> None:
    assert Copy("a") == Copy("a")
    assert Copy("a") != Copy("b")
