"""Any keys on any text: nothing breaks, and everything can be taken back and done again."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.graphemes import boundary_at
from tests.tui.compared_stories import compared_desk
from tests.tui.scripts import ALL, answer, desk_of, intricate_texts, play
from tui.actions.link import link
from tui.desk import Desk
from tui.render.detail_rows import details
from tui.render.strip import strip
from tui.wishes import AskNote, AskSearch, PickCluster, PickLabel, Wish

ANSWERS: dict[type[Wish], str] = {PickLabel: "ORG", AskNote: "a note", AskSearch: "a"}
key_scripts = st.lists(st.sampled_from([keys for command in ALL for keys in command.keys]), max_size=40)


def lived(texts: list[str], script: list[str], size: tuple[int, int]) -> Desk:
    desk = desk_of(
        *texts, proposals=[("a", "ORG"), ("word", "PERSON"), ("70", "CARDINAL"), ("日本", "ALIEN")], size=size
    )
    for keys in script:
        for wish in play(desk, keys):
            if type(wish) in ANSWERS:
                answer(desk, wish, ANSWERS[type(wish)])
        held(desk)
    return desk


def held(desk: Desk) -> None:
    """What holds after every key."""
    assert desk.active in desk.shown
    for view in desk.views:
        selection = view.selection
        assert 0 <= selection.start <= selection.end <= len(view.text)
        if selection.empty:
            assert boundary_at(view.text, selection.head) == selection.head
        state = desk.workspace.state(view.article.id)
        assert view.marks.decided_count == len(state.annotations)
        for one in state.annotations.values():
            assert view.text[one.span.start : one.span.end] == one.surface
            assert view.marks.annotation(one.id) == one
    rows, shape = desk.view.rows(desk.geometry.columns), desk.geometry
    assert 0 <= rows.row_of(desk.view.moving_edge()) - desk.view.top < shape.rows


@given(key_scripts, st.sampled_from([(160, 48), (80, 24), (30, 8)]))
def test_no_key_breaks_anything_in_a_story_that_was_compared(script: list[str], size: tuple[int, int]) -> None:
    desk = compared_desk(size)
    for keys in script:
        for wish in play(desk, keys):
            if isinstance(wish, PickCluster):
                desk.run(link(2))
            elif type(wish) in ANSWERS:
                answer(desk, wish, ANSWERS[type(wish)])
        held(desk)
        details(desk)
        assert len(strip(desk, size[0])) <= desk.geometry.strip
    leave_modes(desk)
    after = decisions(desk)
    while desk.workspace.layer.undoable:
        desk.press("u")
        held(desk)
    assert decisions(desk) == [([], [], False)] * len(desk.views)
    while desk.workspace.layer.redoable:
        desk.press("U")
        held(desk)
    assert decisions(desk) == after or "u" in script


sizes = st.sampled_from([(160, 48), (80, 24), (30, 8), (3, 1)])


@given(st.lists(intricate_texts, min_size=1, max_size=3), key_scripts, sizes)
def test_no_key_breaks_anything_in_any_text(texts: list[str], script: list[str], size: tuple[int, int]) -> None:
    lived(texts, script, size)


@given(st.lists(intricate_texts, min_size=1, max_size=2), key_scripts)
def test_everything_can_be_undone_and_done_again(texts: list[str], script: list[str]) -> None:
    desk = lived(texts, script, (160, 48))
    leave_modes(desk)
    after = decisions(desk)
    while desk.workspace.layer.undoable:
        desk.press("u")
        held(desk)
    assert decisions(desk) == [([], [], False) for _ in texts]
    while desk.workspace.layer.redoable:
        desk.press("U")
        held(desk)
    # What the script itself had undone has come back too.
    assert decisions(desk) == after or "u" in script


def leave_modes(desk: Desk) -> None:
    for _ in range(3):
        if desk.mode is not None:
            desk.press("escape")
    assert desk.mode is None


def decisions(desk: Desk) -> list[tuple[list[str], list[str], bool]]:
    states = [desk.workspace.state(view.article.id) for view in desk.views]
    return [
        (sorted(map(repr, one.annotations.values())), sorted(map(repr, one.relations.values())), bool(one.finished))
        for one in states
    ]
