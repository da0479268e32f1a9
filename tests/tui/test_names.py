"""How often a name stands in an article: kept while decisions are taken, and always what a fresh count gives."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.scripts import desk_of
from tui.view import View, name_of

KEYS = ("tab", "a", "x", "space", "1", "2", "W", "B", "<", ">", "d", "u", "U", "w", "e", "L", "v", "G", "+")
TEXTS = ("Ada met Bob. Ada Lee ran to Bob.", "Bob saw Ada Lee and Ada.")
PROPOSALS = (("Ada", "PERSON"), ("Ada Lee", "PERSON"), ("Bob", "PERSON"), ("ran to Bob", "ORG"))


@given(st.lists(st.sampled_from(KEYS), max_size=40))
def test_the_count_of_names_is_right_after_any_keys(keys: list[str]) -> None:
    desk = desk_of(*TEXTS, proposals=PROPOSALS)
    for view in desk.views:
        view.named("ada")
    for key in keys:
        desk.press(key)
        for view in desk.views:
            counted = fresh(view)
            assert {name: view.named(name) for name in counted} == dict(counted)
            assert view.named("nobody") == 0


def fresh(view: View) -> Counter[str]:
    """The names of all marks, counted anew."""
    return Counter(name_of(view.text, mark) for mark in view.marks.between(0, len(view.text)))
