"""The history over the whole screen: steps in words, keys in, places and decisions out, without a terminal."""

import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from annotations.events import (
    Attributed,
    Change,
    Connected,
    Deleted,
    Disconnected,
    Event,
    Finished,
    Judged,
    Moved,
    Named,
    Noted,
    Parted,
    Rejudged,
    Relabelled,
    Related,
    Resized,
    Stated,
    Step,
    Unrelated,
)
from annotations.model import About, Tie, Verdict
from annotations.store import Store
from corpus.span import Span
from tests.tui.scripts import desk_of, marked, play, selected, sitting
from tui.actions.history import told
from tui.commands.logbook import LOGBOOK_COMMANDS
from tui.desk import Desk
from tui.keymap import bound
from tui.logbook import Entry, Logbook
from tui.render import logbook_rows
from tui.render.words import Words
from tui.wishes import OpenStory

TEXTS = ("Ada met Bob.\nCy ran to Dee.", "Bob ran.")
NAMES = (("Ada", "PERSON"), ("Bob", "PERSON"), ("Cy", "PERSON"))
WIDE, NARROW = 160, 80


def logbook_on(desk: Desk, height: int = 40) -> Logbook:
    logbook = Logbook(desk, bound(LOGBOOK_COMMANDS))
    logbook.resize(height)
    return logbook


def press(logbook: Logbook, script: str) -> None:
    for key in script.split():
        logbook.press(key)


def read(words: list[Words]) -> str:
    return " ".join("".join(text for text, _ in words).split())


def shown(logbook: Logbook, cells: int = WIDE) -> list[str]:
    """The lines in sight, without their times."""
    lines = [read(words) for words in logbook_rows.rows(logbook, cells)]
    return [line.removeprefix("▎").split(maxsplit=2)[2] for line in lines]


def played(keys: str) -> Desk:
    desk = desk_of(*TEXTS, proposals=NAMES)
    play(desk, keys)
    return desk


def test_steps_are_told_newest_first_with_their_places() -> None:
    logbook = logbook_on(played("tab a x 2 i <odd_one> g 2 g g w 1 Z Z"))
    assert shown(logbook) == [
        "B finishing the article",
        "B¶1 accepted PERSON Bob",
        "A¶2 the note on Cy",
        "A¶2 accepted ORG Cy",
        "A¶1 rejected PERSON Bob",
        "A¶1 accepted PERSON Ada",
    ]
    assert read(logbook_rows.head(logbook)) == "history 6 steps · ada · local times"
    assert read(logbook_rows.foot(logbook)) == "finishing the article 2.txt"
    assert read(logbook_rows.hints(logbook)).startswith("enter show u undo U redo")


def test_a_batch_is_one_line_with_its_count() -> None:
    logbook = logbook_on(played("A"))
    assert shown(logbook) == ["A¶1 2× batch of 2: accepted PERSON Ada and 1 more"]


def test_what_was_undone_is_dim_and_said_to_be() -> None:
    logbook = logbook_on(played("tab a a u"))
    assert shown(logbook) == ["A¶1 undone: accepted PERSON Bob", "A¶1 accepted PERSON Ada"]
    assert read(logbook_rows.head(logbook)) == "history 2 steps · 1 undone · ada · local times"
    first, second = logbook_rows.rows(logbook, WIDE)
    assert first[-1][1] == "dim"
    press(logbook, "j")
    assert logbook_rows.rows(logbook, WIDE)[1][-1] == ("accepted PERSON Ada", "active")
    assert second[-1][1] == "plain"


def test_steps_that_can_no_longer_be_done_again_are_counted_as_undone() -> None:
    logbook = logbook_on(played("tab a a u u g g w 1 u"))
    assert [line.split()[1] for line in shown(logbook)] == ["undone:"] * 3
    assert "3 steps · 3 undone" in read(logbook_rows.head(logbook))


def test_times_are_those_of_the_reviewers_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    logbook = logbook_on(played("tab a"))
    step = logbook.lines[0]
    at = datetime.fromisoformat(logbook.entry(step).at)
    monkeypatch.setenv("TZ", "UTC-05:30")  # POSIX: east of Greenwich
    time.tzset()
    try:
        line = "".join(text for text, _ in logbook_rows.rows(logbook, WIDE)[0])
    finally:
        monkeypatch.undo()
        time.tzset()
    assert (at + timedelta(hours=5, minutes=30)).strftime("%Y-%m-%d %H:%M") in line


def test_a_change_is_told_with_the_words_that_the_mark_had_then() -> None:
    desk = played("g g w 1 i <odd> W i <odder> W u")
    assert marked(desk) == ["Ada met PERSON accepted “odder”"]
    assert shown(logbook_on(desk)) == [
        "A¶1 undone: the edges of Ada met Bob",
        "A¶1 the note on Ada met",
        "A¶1 the edges of Ada met",
        "A¶1 the note on Ada",
        "A¶1 accepted PERSON Ada",
    ]


def test_what_was_undone_and_left_behind_does_not_count() -> None:
    desk = played("g g w 1 W u i <odd>")
    assert shown(logbook_on(desk))[:2] == ["A¶1 the note on Ada", "A¶1 undone: the edges of Ada met"]


@pytest.mark.parametrize("cells", [40, NARROW, WIDE])
def test_lines_are_as_wide_as_the_screen_at_the_most(cells: int) -> None:
    logbook = logbook_on(played("tab a A g 2 a"))
    assert all(sum(len(text) for text, _ in words) <= cells for words in logbook_rows.rows(logbook, cells))


@pytest.mark.parametrize(
    ("keys", "at"),
    [("j", 1), ("j j k", 1), ("G", 19), ("G g g", 0), ("pagedown", 4), ("ctrl+d ctrl+f ctrl+u", 4), ("end home", 0)],
)
def test_moving(keys: str, at: int) -> None:
    logbook = logbook_on(played(" ".join(["g g w 1 d"] * 10)), height=5)
    press(logbook, keys)
    assert logbook.at == at
    assert logbook.top <= at < logbook.top + 5


class Counting(Logbook):
    """Counts the steps that are put into words."""

    read = 0

    def entry(self, step: Step) -> Entry:
        """The same."""
        self.read += 1
        return super().entry(step)


def test_of_ten_thousand_steps_only_those_in_sight_are_looked_at() -> None:
    desk = desk_of(TEXTS[0])
    article = desk.view.article.id
    judged = (Judged(str(at), Span(0, 3), "Ada", f"L{at}", Verdict.ACCEPTED, None) for at in range(10_000))
    at = "2026-03-01T09:30:00.125Z"
    desk.workspace.layer.take(Event(Step("s", at_), at, "ada", article, one) for at_, one in enumerate(judged))
    logbook = Counting(desk, bound(LOGBOOK_COMMANDS))
    logbook.resize(20)
    for keys in ("G", "pageup", "k", "g g", "pagedown", "G"):
        press(logbook, keys)
        assert len(logbook_rows.rows(logbook, WIDE)) == 20
    assert logbook.read == 6 * 20
    assert shown(logbook)[-1] == "A¶1 accepted L0 Ada"
    assert "10,000 steps" in read(logbook_rows.head(logbook))


def test_undo_and_redo_go_to_their_lines() -> None:
    desk = played("tab a x a")
    logbook = logbook_on(desk)
    press(logbook, "G u")
    assert (logbook.at, logbook.message) == (0, "undone: accepted PERSON Cy")
    press(logbook, "ctrl+r")
    assert (logbook.at, logbook.message) == (0, "done again: accepted PERSON Cy")
    press(logbook, "u u")
    assert (logbook.at, logbook.message) == (1, "undone: rejected PERSON Bob")
    assert marked(desk) == ["Ada PERSON accepted"]
    press(logbook, "u u")
    assert logbook.message == "nothing to undo"
    press(logbook, "U U U U")
    assert (logbook.at, logbook.message) == (0, "nothing to redo")
    assert len(marked(desk)) == 3
    assert logbook_rows.foot(logbook) == [(" nothing to redo ", "plain")]


@pytest.mark.parametrize(
    ("keys", "letter", "words"),
    [("enter", "B", "Bob"), ("j l", "A", "Cy"), ("G enter", "A", "Ada"), ("j j enter", "A", "Bob")],
)
def test_a_step_is_gone_to_on_the_desk(keys: str, letter: str, words: str) -> None:
    desk = played("tab a x a g 2 g g w 1 g 1 G")
    logbook = logbook_on(desk)
    press(logbook, keys)
    assert logbook.left
    assert logbook.result is not None
    assert desk.run(logbook.result) == []
    assert (desk.view.letter, selected(desk)) == (letter, words)
    play(desk, "d")
    assert words not in {one.split()[0] for one in marked(desk)}


def test_a_finished_article_is_gone_to_as_a_whole() -> None:
    desk = played("g 2 Z Z g 1")
    logbook = logbook_on(desk)
    press(logbook, "enter")
    assert logbook.result is not None
    desk.run(logbook.result)
    assert desk.view.letter == "B"


def test_steps_on_articles_that_are_not_on_the_desk_are_named_and_gone_to(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.variorum")
    first = desk_of(*TEXTS, workspace=sitting(store, *TEXTS))
    play(first, "G 0 w 1")
    place = first.view.article.id, first.view.selection.span
    other = "Else: Eve ran."
    desk = desk_of(other, workspace=sitting(store, other))
    play(desk, "w 1")
    logbook = logbook_on(desk)
    assert shown(logbook) == ["A¶1 accepted PERSON Else", "¶2 1.txt accepted PERSON Cy"]
    press(logbook, "G enter")
    assert logbook.result is not None
    assert desk.run(logbook.result) == [OpenStory("", *place)]
    store.close()


def test_undoing_a_move_has_the_story_opened_again() -> None:
    desk = desk_of(*TEXTS)
    article = desk.view.article.id
    desk.workspace.decide(article, Moved("elsewhere"))
    logbook = logbook_on(desk)
    assert shown(logbook) == ["A moving an article to another story"]
    press(logbook, "u q")
    assert logbook.result is not None
    assert [type(wish) for wish in desk.run(logbook.result)] == [OpenStory]
    again = logbook_on(desk)
    press(again, "U enter")
    assert again.result is not None
    assert desk.run(again.result) == [OpenStory("", article)]


@pytest.mark.parametrize("key", ["q", "escape", "h"])
def test_leaving_changes_nothing(key: str) -> None:
    logbook = logbook_on(played("tab a"))
    press(logbook, key)
    assert (logbook.left, logbook.result) == (True, None)


def test_without_steps_it_says_so() -> None:
    logbook = logbook_on(played(""))
    press(logbook, "j G k pagedown")
    assert logbook_rows.rows(logbook, WIDE) == []
    assert read(logbook_rows.foot(logbook)) == "nothing was decided yet"
    press(logbook, "enter")
    assert not logbook.left
    assert logbook.message == "there is nothing to go to"


def test_what_another_window_wrote_is_taken_in(tmp_path: Path) -> None:
    store, again = Store(tmp_path / "a.variorum"), Store(tmp_path / "a.variorum")
    desk = desk_of(*TEXTS, workspace=sitting(store, *TEXTS))
    play(desk, "w 1")
    window = desk_of(*TEXTS, workspace=sitting(again, *TEXTS))
    logbook = logbook_on(window)
    play(desk, "w w 2")
    play(window, "G w 3")
    logbook.settle()
    assert len(shown(logbook)) == 3
    store.close()
    again.close()


def test_every_command_of_the_history_can_be_pressed() -> None:
    logbook = logbook_on(played("tab a x a"))
    for command in LOGBOOK_COMMANDS:
        for keys in command.keys:
            press(logbook, keys)
            assert not logbook.pending
            assert "bound to nothing" not in logbook.message
    assert logbook.left
    assert logbook.asks_for_help


SPAN, OTHER = Span(0, 3), Span(4, 7)
TOLD: list[tuple[Change, str]] = [
    (Rejudged("i", Verdict.REJECTED), "rejected Ada"),
    (Relabelled("i", "ORG"), "ORG for Ada"),
    (Resized("i", SPAN, "Ada"), "the edges of Ada"),
    (Parted("i", (SPAN, OTHER), "Ada met"), "the pieces of Ada"),
    (Noted("i", "x"), "the note on Ada"),
    (Deleted("i"), "deleting Ada"),
    (Attributed("i", "hedged", "yes"), "hedged yes for Ada"),
    (Attributed("i", "hedged", ""), "hedged not set for Ada"),
    (Stated(About.ARTICLE, None, "", "genre", "report"), "genre report for the article"),
    (Stated(About.NAME, SPAN, "Ada", "wikidata", "Q7259"), "wikidata Q7259 for Ada"),
    (Connected("works for", "i", "a", "j"), "works for: Ada"),
    (Disconnected("works for", "i", "a", "j"), "no longer works for: Ada"),
    (Related(Tie.SAME, SPAN, "Ada", "a", OTHER, "A. L.", Verdict.ACCEPTED), "accepted: the same, Ada – A. L."),
    (Related(Tie.SCOPE, SPAN, "7", "a", OTHER, "9", Verdict.ACCEPTED), "accepted: counting other things, 7 – 9"),
    (Unrelated(Tie.SAME, SPAN, "a", OTHER), "taking a decision back"),
    (Named("s", "Flood"), "the name Flood"),
    (Finished(), "finishing the article"),
]


@pytest.mark.parametrize(("change", "words"), TOLD, ids=lambda one: type(one).__name__)
def test_every_kind_of_change_has_words(change: Change, words: str) -> None:
    assert told(change, "Ada") == words


def test_a_relation_is_told_with_both_its_ends() -> None:
    assert told(Connected("works for", "i", "a", "j"), "Ada", "Babbage") == "works for: Ada → Babbage"
    desk = desk_of("Ada met Bob in Paris", proposals=[("Ada", "PERSON"), ("Paris", "GPE")])
    play(desk, "e a a a E E R 2 f")
    logbook = logbook_on(desk)
    assert logbook.entry(logbook.lines[-1 if logbook.lines[0] < logbook.lines[-1] else 0]).words == (
        "located in: Ada → Paris"
    )
    play(desk, "u")
    assert desk.message == "undone: located in: Ada → Paris"
    assert desk.view.selection.start == 0
