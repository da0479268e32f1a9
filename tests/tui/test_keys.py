import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.keys import Binding, ClashError, Keys, complaint, sequence

Tape = list[str]


def binding(keys: str, name: str = "") -> Binding[Tape]:
    name = name or keys
    return Binding(sequence(keys), name, f"do {name}", lambda tape: tape.append(name))


def typed(keys: Keys[Tape], script: str) -> tuple[Tape, tuple[str, ...], str]:
    """What was run, what is still pending, and the last word."""
    tape: Tape = []
    pending: tuple[str, ...] = ()
    word = ""
    for key in script.split():
        run, pending, word = keys.take(pending, key)
        if run is not None:
            run(tape)
    return tape, pending, word


def test_a_key_runs_what_it_is_bound_to() -> None:
    keys = Keys([binding("a"), binding("g g"), binding("g e")])
    assert typed(keys, "a g g a g e") == (["a", "g g", "a", "g e"], (), "")


def test_a_key_that_begins_a_sequence_waits_for_the_next() -> None:
    keys = Keys([binding("z a b"), binding("z c")])
    assert typed(keys, "z") == ([], ("z",), "")
    assert typed(keys, "z a") == ([], ("z", "a"), "")
    assert keys.continuations(("z",)) == [("a", "…"), ("c", "do z c")]
    assert keys.continuations(()) == [("z", "…")]
    assert keys.continuations(("x",)) == []


def test_escape_forgets_what_is_pending_and_does_nothing_else() -> None:
    keys = Keys([binding("g g"), binding("escape")])
    assert typed(keys, "g escape") == ([], (), "")
    assert typed(keys, "g escape escape") == (["escape"], (), "")


def test_a_key_without_a_meaning_says_so_and_forgets_what_was_pending() -> None:
    keys = Keys([binding("g g"), binding("x")])
    ran, pending, word = typed(keys, "g x")
    assert (ran, pending) == ([], ())
    assert word.startswith("g x is bound to nothing")


@pytest.mark.parametrize(("one", "other"), [("g", "g g"), ("g g", "g"), ("g g", "g g"), ("z a b", "z a")])
def test_a_sequence_cannot_begin_another(one: str, other: str) -> None:
    with pytest.raises(ClashError) as raised:
        Keys([binding(one, "first"), binding(other, "second")])
    assert raised.value.other == "first"
    assert "second clashes with" in str(raised.value)


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(" ".join), max_size=6))
def test_every_sequence_that_could_be_bound_runs_its_own(written: list[str]) -> None:
    keys: Keys[Tape] = Keys(())
    taken: list[str] = []
    for one in written:
        try:
            keys.add(binding(one))
        except ClashError:
            assert any(f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ") for other in taken)
        else:
            taken.append(one)
    for one in taken:
        assert typed(keys, one) == ([one], (), "")


@pytest.mark.parametrize(
    "key",
    "a A / é ß [ space tab enter pagedown f5 ctrl+d shift+up shift+tab alt+a ctrl+right ctrl+shift+left delete".split(),
)  # fmt: skip
def test_keys_that_arrive(key: str) -> None:
    assert complaint(key) == ""


@pytest.mark.parametrize("key", ["ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j"])
def test_keys_that_arrive_as_another(key: str) -> None:
    assert "arrives as" in complaint(key)


@pytest.mark.parametrize(
    "key", ["", " ", "\x1b", "\u202e", "\n", "pgdn", "ctrl", "ctrl+", "ctrl-d", "super+a", "gg", "Tab", "ctrl+D", "f25"]
)
def test_words_that_are_no_key(key: str) -> None:
    assert "no key" in complaint(key)
