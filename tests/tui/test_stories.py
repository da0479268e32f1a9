"""The list of stories without a screen: keys in, what is under the cursor and what lies in which story out."""

import json
from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.check import findings
from annotations.choice import gold
from annotations.formats.jsonl import JSONL
from annotations.grouping import group
from annotations.queue import Order, State, Wanted
from annotations.store import Store
from corpus.article import Article
from tests.annotations.libraries import articles, filled, stories, taken
from tests.tui.scripts import SHIPPED, play
from tui.actions.describe import of_story
from tui.commands.desk import COMMANDS
from tui.commands.stories import LIST_COMMANDS
from tui.desk import Desk
from tui.keymap import bound
from tui.library import Library
from tui.render import story_rows
from tui.stories import StoryList
from tui.wishes import AskStoryName, Leave, OpenStory, Quit, ShowHelp, ShowSearch, ShowStories, TypeFilter, Wish
from tui.workspace import Workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.variorum"
    filled(path).close()
    return path


@pytest.fixture
def listing(path: Path) -> Generator[StoryList]:
    """The list as ada opens it, on the project of six articles; the desk behind it is on the first story."""
    with closing(Library(path, "ada")) as library:
        first = library.rows(library.first(Wanted()))[0]
        story = library.story(first.id)
        assert story is not None
        workspace = Workspace("ada", SHIPPED, "test", story)
        workspace.open(Store(path))
        found = StoryList(library, workspace, bound(LIST_COMMANDS))
        found.open(ShowStories(), "")
        loaded(found)
        found.resize(10)
        yield found
        workspace.close()


def loaded(listing: StoryList) -> None:
    """Have the order made, as the screen has it made in a thread."""
    listing.take(listing.wanted, listing.library.numbers(listing.wanted))


def press(listing: StoryList, script: str) -> list[Wish]:
    """Press keys, and have the order made after each."""
    wishes: list[Wish] = []
    for key in script.split():
        wishes += listing.press(key)
        if listing.loading:
            loaded(listing)
    return wishes


def here(listing: StoryList) -> str:
    assert listing.here is not None
    return listing.here.title.split()[0]


def shown(listing: StoryList) -> list[str]:
    return [one.title.split()[0] for one in listing.in_sight]


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        ("", "Fire"),
        ("j", "Flood"),
        ("down down down", "Flood"),
        ("j k", "Fire"),
        ("j up", "Fire"),
        ("G", "Flood"),
        ("end", "Flood"),
        ("G g g", "Fire"),
        ("G home", "Fire"),
        ("pagedown", "Flood"),
        ("ctrl+f", "Flood"),
        ("ctrl+d ctrl+u", "Fire"),
        ("G pageup", "Fire"),
        ("r", "Flood"),
        ("s s", "Fire"),
    ],
)
def test_keys_move_and_sort(listing: StoryList, keys: str, title: str) -> None:
    press(listing, keys)
    assert here(listing) == title


def test_sorting_goes_round(listing: StoryList) -> None:
    seen = []
    for _ in Order:
        press(listing, "s")
        seen.append(listing.wanted.order)
    assert seen == [Order.SIZE, Order.OPEN, Order.DISAGREEMENT, Order.DOUBT, Order.DATE]


def test_states_go_round(listing: StoryList) -> None:
    press(listing, "Z Z")
    found = []
    for _ in range(4):
        press(listing, "tab")
        found.append((listing.wanted.state, shown(listing)))
    assert found == [
        (State.NEW, ["Flood"]),
        (State.IN_WORK, []),
        (State.DONE, ["Fire"]),
        (None, ["Fire", "Flood"]),
    ]


def test_words_narrow_the_list_and_escape_widens_it(listing: StoryList) -> None:
    listing.filter("harlow")
    loaded(listing)
    assert shown(listing) == ["Flood"]
    assert press(listing, "escape") == []
    assert shown(listing) == ["Fire", "Flood"]
    assert press(listing, "escape") == [Leave()]


@pytest.mark.parametrize(
    ("keys", "wish"),
    [
        ("/", TypeFilter()),
        ("f", ShowSearch()),
        ("g /", ShowSearch()),
        ("?", ShowHelp()),
        ("q", Leave()),
        ("h", Leave()),
        ("ctrl+q", Quit()),
    ],
)
def test_what_needs_a_screen_is_wished_for(listing: StoryList, keys: str, wish: Wish) -> None:
    assert press(listing, keys) == [wish]


@pytest.mark.parametrize("key", ["enter", "l"])
def test_a_story_is_opened(listing: StoryList, key: str) -> None:
    assert listing.here is not None
    assert press(listing, key) == [OpenStory(listing.here.id)]


def test_marked_stories_are_merged_and_taken_apart_again(listing: StoryList, path: Path) -> None:
    store = listing.library.store
    before = stories(store)
    press(listing, "m")
    assert "mark the stories" in listing.message
    press(listing, "v m")
    assert here(listing) == "Flood"
    assert "2 stories are one now" in listing.message
    assert stories(store) == [["0-0", "0-1", "0-2", "1-0", "1-1", "1-2"]]
    assert listing.library.total() == 1
    press(listing, "u")
    assert (stories(store), listing.library.total()) == (before, 2)
    press(listing, "U")
    assert listing.library.total() == 1
    press(listing, "u")
    assert {one.state for one in listing.in_sight} == {State.NEW}
    with closing(Store(path, read_only=True)) as other:
        assert list(findings(other)) == []


def test_a_mark_is_taken_away_by_the_same_key(listing: StoryList) -> None:
    press(listing, "v k v")
    assert listing.marked == set()


def test_a_story_is_named(listing: StoryList) -> None:
    (wish,) = press(listing, "n")
    assert listing.here is not None
    assert wish == AskStoryName(listing.here.id, listing.here.title)
    from tui.actions.stories import name

    listing.run(name(listing.here.id, "  The fire "))
    loaded(listing)
    assert listing.here.title == "The fire"
    press(listing, "u")
    assert here(listing) == "Fire"
    press(listing, "ctrl+r")
    assert here(listing) == "The"


def test_a_finished_story_is_done_and_can_be_taken_back(listing: StoryList) -> None:
    press(listing, "Z Z")
    assert listing.here is not None
    assert (listing.here.state, listing.here.finished) == (State.DONE, 3)
    press(listing, "Z Z")
    assert listing.message == "the story is done already"
    press(listing, "u")
    assert listing.here.finished == 0


def verdicts(listing: StoryList) -> list[str]:
    """The verdicts on the fire and the flood, as the list shows them."""
    return [one.verdict for one in listing.in_sight]


@pytest.mark.parametrize(
    ("keys", "found", "at"),
    [
        ("a", ["accepted", ""], "Flood"),
        ("x", ["rejected", ""], "Flood"),
        ("space", ["unsure", ""], "Flood"),
        ("a x", ["accepted", "rejected"], "Flood"),
        ("a k x", ["rejected", ""], "Flood"),
        ("a k a", ["", ""], "Flood"),
        ("a u", ["", ""], "Flood"),
        ("a k x u", ["accepted", ""], "Flood"),
        ("a x u U", ["accepted", "rejected"], "Flood"),
        ("v v a", ["accepted", "accepted"], "Flood"),
        ("v v a u", ["", ""], "Flood"),
        ("x v k v space", ["unsure", "unsure"], "Flood"),
        ("a k v v a", ["accepted", "accepted"], "Flood"),
        ("v v a v k v a", ["", ""], "Flood"),
        ("v a", ["accepted", ""], "Flood"),
    ],
)
def test_stories_are_judged(listing: StoryList, path: Path, keys: str, found: list[str], at: str) -> None:
    press(listing, keys)
    assert (verdicts(listing), here(listing)) == (found, at)
    with closing(Store(path, read_only=True)) as other:
        assert list(findings(other)) == []


def test_a_verdict_on_stories_is_one_step_and_says_so(listing: StoryList) -> None:
    press(listing, "v v x")
    assert listing.message == "rejected: 2 stories; u takes it back"
    assert listing.marked == set()
    layer = listing.workspace.layer
    assert [len(layer.events_of(step)) for step in layer.undoable] == [2]
    press(listing, "k a")
    assert listing.message.startswith("accepted: Fire in Corvane mill")
    press(listing, "k a")
    assert listing.message.startswith("no verdict: Fire")


def test_everybody_has_verdicts_of_their_own(listing: StoryList, path: Path) -> None:
    press(listing, "a x")
    with closing(Library(path, "ben")) as other:
        assert [one.verdict for one in other.rows(other.first(Wanted()))] == ["", ""]


def test_the_desk_and_the_list_judge_the_same_story(listing: StoryList) -> None:
    desk = Desk(listing.workspace.story.articles, listing.workspace, bound(COMMANDS))
    play(desk, "Z U")
    assert verdicts(listing) == ["unsure", ""]
    press(listing, "a")
    assert verdicts(listing) == ["accepted", ""]
    assert of_story(desk) == {"verdict": "accepted"}
    play(desk, "Z A")
    assert verdicts(listing) == ["", ""]


def test_a_new_version_of_an_article_keeps_the_verdict_on_its_story(listing: StoryList, path: Path) -> None:
    press(listing, "j x")
    old = articles()[0]
    with closing(Store(path)) as store:
        taken(store, Article.of(old.name, old.text + " More.", old.title, old.metadata), key="k")
        group(store)
    assert verdicts(listing) == ["", "rejected"]
    press(listing, "x")
    assert verdicts(listing) == ["", ""]
    press(listing, "j a")
    assert listing.here is not None
    with closing(Store(path, read_only=True)) as store:
        (article,) = store.rows("SELECT article FROM statement")[0]
        story = store.rows("SELECT story FROM story_article WHERE article = ?", [article])
    assert story == [(listing.here.id,)]
    assert article != old.id


def test_a_verdict_is_a_word_in_its_row(listing: StoryList) -> None:
    press(listing, "x")
    for cells, word in ((80, " rej. "), (120, " rejected ")):
        rows = ["".join(text for text, _ in row) for row in story_rows.rows(listing, cells)]
        assert [word in row for row in rows] == [True, False]
        head = "".join(text for text, _ in story_rows.columns(cells))
        assert head.index("verd") == rows[0].index("rej")
        assert head.index("title") == rows[0].index("Fire")


def test_a_verdict_on_a_story_is_exported(listing: StoryList, path: Path) -> None:
    press(listing, "v v a")
    out = path.with_suffix(".jsonl")
    with closing(Store(path, read_only=True)) as store:
        JSONL.write(gold(store), out)
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    said = [one for line in lines for one in line["statements"]]
    assert [(one["about"], one["field"], one["value"]) for one in said] == [("story", "verdict", "accepted")] * 2
    assert len({one["story"] for one in said}) == 2


def test_what_was_decided_on_the_desk_is_not_undone_here(listing: StoryList) -> None:
    from annotations.events import Judged
    from annotations.model import Verdict
    from corpus.span import Span

    article = listing.workspace.story.articles[0]
    span = Span(0, 4)
    judged = Judged("x", span, span.surface(article.text), "ORG", Verdict.ACCEPTED, None)
    listing.workspace.decide(article.id, judged)
    press(listing, "u")
    assert "made on the desk" in listing.message
    listing.workspace.undo()
    press(listing, "U")
    assert "on the desk" in listing.message


def test_an_empty_list_refuses(listing: StoryList) -> None:
    listing.filter("zebra")
    loaded(listing)
    for keys in ("enter", "space", "a", "x", "v", "m", "n", "Z Z"):
        assert press(listing, keys) == []
        assert listing.message == "there is no story here"


def test_the_cursor_stays_in_sight_and_on_its_story(listing: StoryList) -> None:
    listing.resize(1)
    press(listing, "j")
    assert shown(listing) == ["Flood"]
    listing.reload()
    loaded(listing)
    assert here(listing) == "Flood"


def test_every_command_of_the_list_is_exercised() -> None:
    source = Path(__file__).read_text("utf-8")
    for command in LIST_COMMANDS:
        assert any(f'"{keys}' in source or f" {keys}" in source for keys in command.keys), command.id


@pytest.mark.parametrize("cells", [80, 140])
@pytest.mark.parametrize(("count", "estimate"), [(1, "~1"), (41, "~41"), (612, "~612"), (0, "")])
def test_disagreement_is_shown_as_an_estimate_under_its_sign(
    listing: StoryList, cells: int, count: int, estimate: str
) -> None:
    assert listing.here is not None
    story = replace(listing.here, disagreement=count, verdict="unsure")
    line = "".join(text for text, _ in story_rows.row(story, cells, here=True, marked=False))
    head = "".join(text for text, _ in story_rows.columns(cells))
    sign, verdict = head.index("≠"), head.index("verd")
    assert line[sign - 3 : verdict].strip() == estimate
    assert line[verdict - 1] == " "
    assert line[verdict:].startswith("uns")
    if len(estimate) == 2:
        assert line[sign] == "1"
