"""What keys do on a story that was compared: names in all their forms, conflicts, passages beside, boilerplate."""

from dataclasses import dataclass

import pytest

from tests.tui.compared_stories import TEXTS, compared_desk, comparison, place, row
from tests.tui.scripts import desk_of, marked, play, selected
from tui.actions.link import link
from tui.desk import Desk
from tui.render.bars import header, inspector, label_bar, title
from tui.render.strip import strip
from tui.render.words import Words, fitted
from tui.wishes import PickCluster, ShowDetails, ShowPanel


def read(words: list[Words]) -> str:
    return " ".join("".join(text for text, _ in words).split())


def at(desk: Desk) -> str:
    """The letter of the active article and what is selected in it."""
    return f"{desk.view.letter}:{selected(desk)}"


def ties(desk: Desk) -> list[str]:
    """What was decided on ties, as `A:70 conflict C:65 accepted`."""
    letters = {view.article.id: view.letter for view in desk.views}
    found = [
        f"{letters[one.article_id]}:{one.surface} {one.tie} {letters[one.other_id]}:{one.other_surface} {one.verdict}"
        for view in desk.views
        for one in desk.workspace.state(view.article.id).relations.values()
    ]
    return sorted(found)


@dataclass(frozen=True)
class Case:
    """Keys on TEXTS; then where one is, what was decided on ties and on marks of that article, and what is said."""

    keys: str
    at: str | None = None
    ties: str | None = None
    marks: str | None = None
    says: str = ""


CONFLICT = "A:70 conflict C:65"
HG = "A:Harbour Guard same A:HG"
NAMES = [
    Case("e ] l", "A:HG"),
    Case("e t l t l", "B:HG"),
    Case("e ] l ] l ] l", "B:the Guard"),
    Case("e ] l ] l ] l ] l", "C:The guard"),
    Case("e ] l ] l ] l ] l ] l", "A:Harbour Guard"),
    Case("e [ l", "C:The guard"),
    Case("e T l", "C:The guard"),
    Case("e enter enter backspace", "A:HG"),
    Case("e enter enter ctrl+o ctrl+o", "A:Harbour Guard"),
    Case("e enter enter backspace backspace backspace", "C:The guard"),  # from nowhere, to the mention before
    Case("g 2 e e e e ] l", "B:Jan Brandt", says="no other mention of it"),
    Case("e ] l escape x g 1 g g e ] l", "B:HG", ties=""),  # what is rejected is passed over
    Case("] l", "A:", says="no name is marked here"),
]
CONFLICTS = [
    Case("] c", "A:70", ties=""),
    Case("[ c", "A:70"),
    Case("g 2 t c", "A:70"),
    Case("g 3 T c T c", "A:70"),
    Case("] c enter", "C:65"),
    Case("] c enter enter", "A:70"),
    Case("] c enter backspace", "A:70"),
    Case("] c enter j backspace", "A:70"),
    Case("] c ] l", "B:70"),
    Case("] c ] l ] l", "C:65"),
    Case("] c [ l", "C:65"),
    Case("] n t n enter", "B:2", ties=""),  # they agree: there is no side to decide on
    Case("] n t n enter a", marks="2 CARDINAL accepted"),
    Case("] c a", "A:70", f"{CONFLICT} accepted", "", "nothing else of that kind is open"),
    Case("] c x", "B:70", f"{CONFLICT} rejected", "", "rejected: 70 ≠ 65"),
    Case("] c x x", "B:70", f"{CONFLICT} rejected; B:70 conflict C:65 rejected"),
    Case("] c x x g g ] c", says="no figures are in conflict"),
    Case("] c space", "B:70", f"{CONFLICT} unsure"),
    Case("] c enter a", "C:65", f"{CONFLICT} accepted", says="accepted: 70 ≠ 65"),
    Case("] c a x", ties=f"{CONFLICT} rejected"),
    Case("] c a a", ties=f"{CONFLICT} accepted", says="already accepted"),
    Case("] c a d", "A:70", "", says="open again"),
    Case("] c d", ties="", says="nothing was decided on it"),
    Case("] c a u", "A:70", "", says="undone: accepted: in conflict, 70 – 65"),
    Case("] c a G u", "A:70", ""),
    Case("] c a u a", ties=f"{CONFLICT} accepted"),
    Case("] c a g 3 G u U", "A:70", f"{CONFLICT} accepted", says="done again"),
    Case("] c a d G u", "A:70", f"{CONFLICT} accepted"),
    Case("] c escape a", ties="", marks="70 CARDINAL accepted"),
    Case("] c E a", ties="", marks="Harbour Guard ORG accepted"),
    Case("] c j k a", ties="", marks="70 CARDINAL accepted"),
    Case("] c 1 a", ties="", marks="70 PERSON accepted"),
    Case("] c z t a", ties=f"{CONFLICT} accepted"),  # nothing was moved to
]
LINKS = [
    Case("e ] l a", "B:the Guard", f"{HG} accepted", "", "accepted: HG = Harbour Guard"),
    Case("e ] l a a", ties=f"{HG} accepted; A:Harbour Guard same B:the Guard accepted", says="nothing else"),
    Case("e ] l x u", "A:HG", ""),
    Case("e ] l x g 3 u a", "B:the Guard", f"{HG} accepted"),
    Case("e ] l x ] l", ties=f"{HG} rejected"),
    Case("e C", "A:Harbour Guard", f"{HG} accepted; A:Harbour Guard same B:the Guard accepted"),
    Case("e C u", ties=""),
    Case("e C u U", ties=f"{HG} accepted; A:Harbour Guard same B:the Guard accepted"),
    Case("e C C", says="no other form that is open"),
    Case("e ] l x C", ties=f"{HG} rejected; A:Harbour Guard same B:the Guard accepted"),
    Case("g g C", says="no name is marked here"),
    Case("g 2 e e e z x", "B:70", "", says="no name"),
    Case("e ] l z x", ties=f"{HG} rejected", says="HG is not the Harbour Guard"),
    Case("e z x", ties="", says="it stands for the others"),
]
PASSAGES = [
    Case("g a", says="none in C"),
    Case("g a a", ties="A:The Harbour Guard saved 70 people, said Maria Keller. aligned "
         "B:Keller of the HG said that 70 people were safe. accepted"),
    Case("j j g a space", ties="A:Only 2 boats came. aligned B:Jan Brandt counts 2 people. unsure"),
    Case("g 3 g a", says="none: nothing stands beside"),
    Case("g s", says="scroll along"),
    Case("g s g s", says="by itself"),
]  # fmt: skip
REGIONS = [
    Case("] b", "A:"),
    Case("t b a", "A:", marks="Read more: how to swim BOILERPLATE accepted", says="no boilerplate is left open"),
    Case("[ b x", marks="Read more: how to swim BOILERPLATE rejected"),
    Case("T b space u", marks="", says="undone"),
    Case("z f ] b", "A:Read more: how to swim", says=""),
    Case("z f ] b a", marks="Read more: how to swim BOILERPLATE accepted"),
    Case("j j j a", "A:", marks="Read more: how to swim BOILERPLATE accepted"),
]
OTHERS = [
    Case("z s", says=""),
    Case("z f", says="boilerplate is shown"),
    Case("z f z f", says="boilerplate is folded"),
]
ALL = [*NAMES, *CONFLICTS, *LINKS, *PASSAGES, *REGIONS, *OTHERS]
SCRIPTS = [*(case.keys for case in ALL), "c", "K", "g c", "g e"]
"""Every key that only a story that was compared gives something to do."""


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.keys)
def test_keys(case: Case) -> None:
    desk = compared_desk()
    play(desk, case.keys)
    if case.at is not None:
        assert at(desk) == case.at
    if case.ties is not None:
        assert "; ".join(ties(desk)) == case.ties
    if case.marks is not None:
        assert "; ".join(marked(desk)) == case.marks
    assert case.says in desk.message


@pytest.mark.parametrize("keys", ["] c", "C", "c", "g a", "g c", "] b", "z x"])
def test_before_a_story_is_compared_a_word_says_so(keys: str) -> None:
    desk = desk_of("Ada met Bob")
    assert play(desk, keys) == []
    assert desk.message
    assert ties(desk) == []


def test_a_name_glows_in_every_form_and_is_counted_in_all_of_them() -> None:
    desk = compared_desk()
    play(desk, "e")
    assert "⇄ Harbour Guard A1 · the Guard B1 C1 · HG A1 B1" in read(inspector(desk))
    play(desk, "] l")
    assert "a form: HG" in read(inspector(desk))
    assert "seen, 90%" in read(inspector(desk))


def test_what_was_decided_on_ties_is_seen() -> None:
    desk = compared_desk()
    play(desk, "e ] l x g 1 g g e")
    assert "⇄ Harbour Guard A1 · the Guard B1 C1 · ✗HG A1 B1" in read(inspector(desk))
    play(desk, "] c a escape o")
    assert "✓ saved, people" in read(inspector(desk))
    assert "≠✓ saved, people" in read(strip(desk, 160)[0])


def test_what_lights_up_is_drawn_again_and_nothing_else() -> None:
    desk = compared_desk()
    play(desk, "] c")
    desk.drain()
    play(desk, "e")  # from a figure of three articles to a name of one
    dirt = desk.drain()
    assert not dirt.everything
    assert not dirt.panes
    lit = {(index, desk.views[index].text[start:end]) for index, start, end in dirt.stretches}
    assert {(1, "70"), (2, "65"), (0, "Maria Keller")} <= lit
    assert all(len(words) < 20 for _, words in lit)


def test_a_name_marked_by_hand_belongs_to_the_cluster_of_that_name() -> None:
    texts = ("HG and HG", "Harbour Guard")
    desk = desk_of(*texts)
    first = comparison(texts, [("Harbour Guard", "ORG", "Harbour Guard, HG")])
    side = first.sides[0]
    desk.compare(first._replace(sides=(side._replace(marked=side.marked[:1]), first.sides[1])))
    play(desk, "e v w w escape w 2 0 G b 2")
    assert "⇄ Harbour Guard B1 · HG A1" in read(inspector(desk))


def test_the_label_bar_asks_what_the_verbs_are_about() -> None:
    desk = compared_desk()
    play(desk, "] c")
    asked = "≠ 70 A¶1 – 65 C¶2: a conflict? a yes · x no · Space unsure Esc leave, then a accepts the mark"
    assert read(label_bar(desk)) == f"{asked} cannot both be right"
    play(desk, "a")
    assert "a conflict? ✓accepted" in read(label_bar(desk))
    play(desk, "g g")
    assert "a conflict?" not in read(label_bar(desk))
    play(desk, "e ] l")
    assert read(label_bar(desk)).startswith("⇄ Harbour Guard A¶1 – HG A¶2: the same? a yes")
    play(desk, "g g g a")
    assert read(label_bar(desk)).startswith("~ A¶1 – B¶1: the same passage?")


def test_a_question_about_a_figure_is_left_for_the_mark() -> None:
    desk = compared_desk()
    play(desk, "] c escape")
    assert "a conflict?" not in read(label_bar(desk))
    play(desk, "a")
    assert (ties(desk), marked(desk)) == ([], ["70 CARDINAL accepted"])
    play(desk, "] c")
    assert "Esc leave" in read(label_bar(desk))


def test_what_was_decided_on_conflicts_is_in_the_top_line() -> None:
    desk = compared_desk()
    play(desk, "] c a")
    assert "· ≠✓1 · ada" in read(header(desk))


def test_a_conflict_is_an_alert_until_it_is_rejected() -> None:
    desk = compared_desk()
    assert "≠1" in read(header(desk))
    figures = [place(TEXTS, written) for written in ("A:70", "B:70", "C:65", "A:2")]
    assert [desk.ties.alert_between(*figure) for figure in figures] == [True, True, True, False]
    play(desk, "] c x")
    assert [desk.ties.alert_between(*figure) for figure in figures] == [False, True, True, False]
    play(desk, "x")
    assert not any(desk.ties.alert_between(*figure) for figure in figures)
    assert read(header(desk)).endswith("0 decided · ≠✓1 · ada")
    play(desk, "u u")
    assert read(header(desk)).endswith("0 decided · ≠1 · ada")
    assert all(desk.ties.alert_between(*figure) for figure in figures[:3])


def test_the_other_side_of_a_conflict_is_in_sight() -> None:
    texts = ("70 men", "\n".join(["a line"] * 80) + "\n80 men\n" + "\n".join(["more"] * 80))
    desk = desk_of(*texts)
    desk.compare(comparison(texts, (), [row(texts, "men", "A:70 B:80", "0-1")]))
    assert desk.views[1].top == 0
    play(desk, "] c")
    assert 0 <= line_of(desk, 1, "80") < desk.geometry.rows
    assert desk.active == 0


def test_what_is_decided_on_figures_that_agree_is_an_alert_too() -> None:
    texts = ("70 men", "80 men")
    desk = desk_of(*texts)
    desk.compare(comparison(texts, (), [row(texts, "men", "A:70 B:80")]))
    play(desk, "] n enter")
    assert not desk.ties.alert_between(0, 0, 2)
    play(desk, "a")
    assert ties(desk) == ["A:70 conflict B:80 accepted"]
    assert desk.ties.alert_between(0, 0, 2)
    assert desk.ties.alert_between(1, 0, 2)


def test_a_mention_is_linked_with_another_name_and_parted_from_its_own() -> None:
    desk = compared_desk()
    assert play(desk, "e ] l c") == [PickCluster("HG")]
    desk.run(link(1))
    assert ties(desk) == [f"{HG} rejected", "A:Maria Keller same A:HG accepted"]
    assert "HG is Maria Keller" in desk.message
    play(desk, "u")
    assert ties(desk) == []
    play(desk, "g g e")
    desk.run(link(1))  # the title itself takes its name along
    assert ties(desk) == ["A:Maria Keller same A:Harbour Guard accepted"]


def test_details_and_the_ledger_are_wished_for() -> None:
    desk = compared_desk()
    assert play(desk, "K") == [ShowDetails()]
    assert play(desk, "g c") == [ShowPanel("ledger")]


# Passages beside

LONG = (
    "\n".join(f"Line {number} is here." for number in range(80)),
    "\n".join(f"Row {number} is there." for number in range(80)),
    "Nothing.",
)


def long_desk() -> Desk:
    """Two long articles of which line 40 of one says what row 60 of the other says."""
    desk = desk_of(*LONG)
    matches = [("A:Line 40 is here.", "B:Row 60 is there.", 50), ("A:Line 40 is here.", "B:Row 10 is there.", 30)]
    aligned = [("A:Line 50 is here.", "B:Row 70 is there.")]
    desk.compare(comparison(LONG, aligned=aligned, matches=matches))
    return desk


def line_of(desk: Desk, index: int, words: str) -> int:
    """The row of the screen on which words of an article stand."""
    view = desk.views[index]
    return view.rows(desk.geometry.columns).row_of(view.text.index(words)) - view.top


def test_the_other_articles_scroll_along_when_they_are_to() -> None:
    desk = long_desk()
    play(desk, " ".join(["j"] * 40))
    assert desk.views[1].top == 0
    play(desk, "g s")
    assert line_of(desk, 1, "Row 60 ") == line_of(desk, 0, "Line 40 ")
    assert "sync" in read(header(desk))
    assert "~¶61" in read(title(desk, desk.views[1], 50))
    assert "~ none" in read(title(desk, desk.views[2], 50))
    top = desk.views[1].top
    play(desk, "j j")
    assert desk.views[1].top == top  # nothing stands beside line 42
    assert "~ none" in read(title(desk, desk.views[1], 50))
    play(desk, "g s")
    assert "~" not in read(title(desk, desk.views[1], 50))
    assert "sync" not in read(header(desk))


def test_the_next_best_passage_is_shown_when_asked_again() -> None:
    desk = long_desk()
    play(desk, " ".join(["j"] * 40))
    for words in ("Row 60 ", "Row 10 ", "Row 60 "):
        play(desk, "g a")
        assert line_of(desk, 1, words) == min(line_of(desk, 0, "Line 40 "), line_of(desk, 1, words))
        assert 0 <= line_of(desk, 1, words) < desk.geometry.rows
    assert desk.message == "none in C"


def test_what_says_the_same_is_marked_without_scrolling() -> None:
    desk = long_desk()
    play(desk, " ".join(["j"] * 50))
    assert desk.views[1].top == 0
    assert "~¶71" in read(title(desk, desk.views[1], 50))
    assert "~" not in read(title(desk, desk.views[2], 50))
    play(desk, "k")
    assert "~" not in read(title(desk, desk.views[1], 50))


def test_words_that_differ_are_marked_while_a_passage_is_in_focus() -> None:
    desk = long_desk()
    play(desk, " ".join(["j"] * 50))
    assert desk.ties.differences == {}
    play(desk, "g a")
    words = {index: [LONG[index][start:end] for start, end in own] for index, own in desk.ties.differences.items()}
    assert words == {0: ["Line 50", "here"], 1: ["Row 70", "there"]}
    play(desk, "l")
    assert desk.ties.differences == {}


# Boilerplate


def test_enter_opens_what_is_folded() -> None:
    desk = compared_desk()
    play(desk, "] b")
    rows = desk.view.rows(desk.geometry.columns)
    assert rows.folded
    play(desk, "enter")
    assert not desk.view.rows(desk.geometry.columns).folded
    assert "boilerplate, teaser: in 3 stories" in read(inspector(desk))


def test_regions_are_gone_through_in_all_articles() -> None:
    texts = ("One.\nRead this.\nTwo.", "Log in.\nThree.\nShare it.\nLike it.")
    desk = desk_of(*texts)
    desk.compare(comparison(texts, folded=["A:Read this.", "B:Log in.", "B:Share it.", "B:Like it."]))
    seen = []
    for _ in range(5):
        play(desk, "] b")
        target = desk.view.target
        assert target is not None
        seen.append(target.span.surface(desk.view.text))
    assert seen == ["Read this.", "Log in.", "Share it.", "Like it.", "Read this."]
    play(desk, "[ b a x")  # after the last one comes the first
    assert marked(desk) == ["Like it. BOILERPLATE accepted"]
    play(desk, "g 1")
    assert marked(desk) == ["Read this. BOILERPLATE rejected"]


# The strip


def test_the_strip_has_the_row_under_the_cursor_first() -> None:
    desk = compared_desk()
    rows = [read(words) for words in strip(desk, 160)]
    assert rows == ["≠ saved, people 70 A¶1 70 B¶1 │ 65 C¶2", "= came, boats 2 A¶2 2 B¶2"]
    play(desk, "] n ] n")
    assert read(strip(desk, 160)[0]).startswith("= came, boats")
    active = [text for text, role in strip(desk, 160)[0] if role == "active"]
    assert active == ["2"]
    narrow = [read(words) for words in strip(desk, 30)]
    assert narrow[1] == "≠ saved, pe… 70 A·B │ 65 C¶2"


@pytest.mark.parametrize(("size", "rows"), [((160, 48), 2), ((80, 24), 2), ((80, 12), 0)])
def test_the_strip_takes_rows_from_the_articles_and_gives_them_back(size: tuple[int, int], rows: int) -> None:
    desk = compared_desk(size)
    shown = desk.geometry.rows
    assert desk.geometry.strip == rows
    play(desk, "z s")
    assert desk.geometry.rows == shown + rows
    assert desk.frame.ledger_rows == []
    play(desk, "z s")
    assert desk.geometry.rows == shown


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 30), (160, 48)])
def test_a_question_says_on_every_screen_how_it_is_left(size: tuple[int, int]) -> None:
    desk = compared_desk(size)
    play(desk, "] c")
    asked = read(fitted(label_bar(desk), size[0]))
    assert "a yes · x no · Space unsure Esc leave" in asked
    assert (", then a accepts the mark" in asked) == (size[0] >= 100)
