"""From key to file: what is decided is written at once, or held in order and written later; undo reaches back."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotations.check import findings
from annotations.store import Store
from corpus.analysis import analysis_of
from tests.tui.scripts import MODEL, SHIPPED, desk_of, marked, play, sight, sitting, story_of
from tui.desk import Desk
from tui.render.bars import header
from tui.workspace import Workspace

TEXTS = ("Ada met Bob.", "Bob ran to Rome.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "story.variorum"


@contextmanager
def seated(project: Path, reviewer: str = "ada", *texts: str) -> Generator[Desk]:
    """A reviewer at a desk, until they leave."""
    texts = texts or TEXTS
    workspace = sitting(Store(project), *texts, reviewer=reviewer)
    yield desk_of(*texts, workspace=workspace)
    workspace.close()


def stored(project: Path, reviewer: str = "ada") -> list[str]:
    with closing(Store(project, read_only=True)) as store:
        assert list(findings(store)) == []
        found = [one for one in store.annotations() if one.reviewer == reviewer]
        return sorted(f"{one.surface} {one.label} {one.verdict.value}" for one in found)


@contextmanager
def locked(project: Path) -> Generator[None]:
    """Another program holds the write lock."""
    with closing(sqlite3.connect(project, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_a_decision_is_in_the_file_when_the_key_has_been_taken(project: Path) -> None:
    with seated(project) as desk:
        play(desk, "w 1")
        assert stored(project) == ["Ada PERSON accepted"]
        play(desk, "W")
        assert stored(project) == ["Ada met PERSON accepted"]
        play(desk, "u")
        assert stored(project) == ["Ada PERSON accepted"]
        assert desk.workspace.trouble == ""


def test_looking_around_writes_no_decision(project: Path) -> None:
    with seated(project) as desk:
        play(desk, "w w L j k z z n ? v w escape")
        desk.workspace.save_place()
    with closing(Store(project, read_only=True)) as store:
        assert store.events() == []


def test_decisions_made_before_there_is_a_project_are_written_when_it_is_made(project: Path) -> None:
    workspace = Workspace("ada", SHIPPED, "test", story_of(*TEXTS))
    desk = desk_of(*TEXTS, workspace=workspace)
    play(desk, "w 1 w w 2 u L w 3")
    assert workspace.held == 4
    assert [event.step.number for event in workspace.unsaved()] == [1, 2, 3, 4]
    assert not workspace.flush()
    workspace.attach(Store(project))
    assert (workspace.held, workspace.trouble) == (0, "")
    assert stored(project) == ["Ada PERSON accepted", "Bob GPE accepted"]
    play(desk, "H u")
    workspace.close()
    assert stored(project) == ["Ada PERSON accepted"]


def test_a_locked_project_holds_decisions_in_order_and_gets_them_later(project: Path) -> None:
    with seated(project) as desk:
        play(desk, "w 1")
        with locked(project):
            play(desk, "w w 1 L w 1")
            play(desk, "u")
            assert desk.workspace.held == 3
            assert desk.workspace.trouble
            assert marked(desk) == []
            assert not desk.workspace.flush()
        assert desk.workspace.flush()
        assert (desk.workspace.held, desk.workspace.trouble, desk.workspace.unsaved()) == (0, "", [])
        assert stored(project) == ["Ada PERSON accepted", "Bob PERSON accepted"]
    with closing(Store(project, read_only=True)) as store:
        assert [event.step.number for event in store.events("ada")] == [1, 2, 3, 4]


def test_what_was_held_goes_out_with_the_next_decision(project: Path) -> None:
    with seated(project) as desk:
        play(desk, "w 1")
        with locked(project):
            play(desk, "w 3")
        play(desk, "w 2")
        assert desk.workspace.held == 0
        assert stored(project) == ["Ada PERSON accepted", "Bob ORG accepted", "met GPE accepted"]


def test_a_project_that_was_moved_away_and_back_loses_nothing(project: Path, tmp_path: Path) -> None:
    with seated(project) as desk:
        play(desk, "w 1")
        project.rename(tmp_path / "elsewhere")
        play(desk, "w w 2")
        assert desk.workspace.held == 1
        (tmp_path / "elsewhere").rename(project)
        assert desk.workspace.flush()
        assert stored(project) == ["Ada PERSON accepted", "Bob ORG accepted"]


def test_the_second_window_of_a_reviewer_takes_in_what_the_first_wrote(project: Path) -> None:
    with seated(project) as first, seated(project) as second:
        play(first, "w 1")
        play(second, "w w w 2")
        assert marked(second) == ["Ada PERSON accepted", "Bob ORG accepted"]
        assert second.view.marks.decided_count == 2
        play(first, "L w 3 H")
        assert marked(first) == ["Ada PERSON accepted", "Bob ORG accepted"]
        assert stored(project) == ["Ada PERSON accepted", "Bob GPE accepted", "Bob ORG accepted"]


def test_two_windows_that_mark_the_same_make_one_annotation(project: Path) -> None:
    with seated(project) as first, seated(project) as second:
        play(first, "w 1")
        play(second, "w 1")
        assert marked(second) == ["Ada PERSON accepted"]
        assert stored(project) == ["Ada PERSON accepted"]
        play(second, "2")
        assert stored(project) == ["Ada ORG accepted"]


def test_a_window_that_lags_behind_cannot_change_what_is_gone(project: Path) -> None:
    with seated(project) as first, seated(project) as second:
        play(first, "w 1")
        play(second, "w w w 1 g g w")
        play(first, "d")
        play(second, "W")
        assert marked(second) == ["Bob PERSON accepted"]
        assert stored(project) == ["Bob PERSON accepted"]


def test_undo_goes_back_over_sittings_to_where_it_happened(project: Path) -> None:
    with seated(project) as desk:
        play(desk, "w 1 L w 2")
    with seated(project) as desk:
        play(desk, "w w 3 L")
        play(desk, "u")
        assert (desk.view.letter, sight(desk), marked(desk)) == ("A", "Ada [met] Bob.", ["Ada PERSON accepted"])
        play(desk, "u")
        assert (desk.view.letter, sight(desk), marked(desk)) == ("B", "[Bob] ran to Rome.", [])
        play(desk, "u")
        assert (desk.view.letter, sight(desk), marked(desk)) == ("A", "[Ada] met Bob.", [])
        play(desk, "u")
        assert desk.message == "nothing to undo"
    with seated(project) as desk:
        play(desk, "U")
        assert (desk.view.letter, marked(desk)) == ("A", ["Ada PERSON accepted"])
        play(desk, "U U U")
        assert desk.message == "nothing to redo"
    assert stored(project) == sorted(["Ada PERSON accepted", "Bob ORG accepted", "met GPE accepted"])


def test_nobody_sees_or_undoes_a_colleagues_decisions(project: Path) -> None:
    with seated(project, "bea") as desk:
        play(desk, "w 1 Z Z")
    with seated(project, "ada") as desk:
        assert marked(desk) == []
        assert not desk.workspace.state(desk.view.article.id).finished
        play(desk, "u")
        assert desk.message == "nothing to undo"
        play(desk, "w 2 u u")
        assert desk.message == "nothing to undo"
    assert stored(project, "bea") == ["Ada PERSON accepted"]
    assert stored(project, "ada") == []


def test_two_reviewers_may_work_at_the_same_time(project: Path) -> None:
    with seated(project, "ada") as one, seated(project, "bea") as other:
        play(one, "w 1")
        play(other, "w 2")
        play(one, "u")
        assert marked(other) == ["Ada ORG accepted"]
        assert not other.workspace.reloaded
    assert (stored(project, "ada"), stored(project, "bea")) == ([], ["Ada ORG accepted"])


def test_undo_of_a_decision_in_an_article_that_is_not_on_the_desk_says_so(project: Path) -> None:
    with seated(project) as desk:
        play(desk, "L w 1")
    with seated(project, "ada", TEXTS[0]) as desk:
        play(desk, "u")
        assert desk.message == "undone: accepted PERSON Bob, in an article that is not on the desk"
    assert stored(project) == []


def test_a_sitting_goes_on_where_the_last_one_ended(project: Path) -> None:
    with seated(project) as desk:
        play(desk, "w 1 w w 2 i <who?> Z Z")
        before = marked(desk)
        assert desk.view.letter == "B"
    with seated(project) as desk:
        play(desk, "g 2")
        assert marked(desk) == before
        play(desk, "g 1")
        assert marked(desk) == ["Ada PERSON accepted", "Bob ORG accepted “who?”"]
        assert desk.workspace.state(desk.view.article.id).finished


# Read only


def seated_to_read(project: Path) -> Desk:
    workspace = Workspace("ada", SHIPPED, "test", story_of(*TEXTS), read_only=True)
    workspace.open(Store(project, read_only=True))
    desk = desk_of(*TEXTS, workspace=workspace, proposals=[("Bob", "PERSON")])
    workspace.keep_reading(desk.view.article.sha256, analysis_of(MODEL, [], [], []))
    return desk


@pytest.mark.parametrize(
    "keys", ["w 2", "w w 1", "tab a", "tab x", "tab space", "A", "w d", "w i", "u", "Z Z", "w w r"]
)
def test_read_only_refuses_every_decision_and_writes_nothing(project: Path, keys: str) -> None:
    with seated(project) as desk:
        play(desk, "w 1")
    before = project.read_bytes()
    desk = seated_to_read(project)
    play(desk, keys)
    assert (desk.message, desk.refused) == ("read only", True)
    desk.message = ""
    assert marked(desk) == ["Ada PERSON accepted"]
    desk.workspace.save_place()
    assert desk.workspace.flush()
    desk.workspace.close()
    assert (desk.workspace.held, desk.workspace.trouble) == (0, "")
    assert project.read_bytes() == before


def test_read_only_is_said_in_the_header(project: Path) -> None:
    with seated(project) as desk:
        assert "read only" not in "".join(words for words, _ in header(desk))
        play(desk, "w 1")
    assert "read only" in "".join(words for words, _ in header(seated_to_read(project)))
