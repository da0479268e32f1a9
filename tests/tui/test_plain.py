"""The review in lines, without a process: what is asked, and what an answer decides."""

import json
from pathlib import Path

import pytest

from annotations.event_json import to_json
from annotations.events import Judged, Related
from annotations.labels import Label
from annotations.model import Tie, Verdict
from annotations.store import Store
from corpus.span import Span
from tests.tui.compared_stories import compared_desk, comparison
from tests.tui.scripts import SHIPPED, desk_of, marked, play, sitting
from tui.answering import label_of
from tui.desk import Desk
from tui.plain import ANSWERS, Left, Review
from tui.questions import Kind, is_open, stages

TEXT = "Ada met Bob in Paris. Bob left.\n\nMore than 70 saw Ada."
PROPOSALS = [("Ada", "PERSON"), ("Paris", "ORG"), ("70", "CARDINAL")]


def nothing() -> None:
    """Has the story read again as it was."""


def review_of(desk: Desk) -> Review:
    return Review(desk, nothing)


def simple() -> Desk:
    return desk_of(TEXT, proposals=PROPOSALS)


def answered(desk: Desk, *answers: str) -> list[str]:
    """What was said to each answer, first lines only."""
    review = review_of(desk)
    return [next(iter(review.answer(one)), "") for one in answers]


def events(desk: Desk) -> list[str]:
    """All that was decided, without the ids."""
    rows = [json.loads(to_json(event.change)) for event in desk.workspace.unsaved()]
    return [json.dumps({name: value for name, value in row.items() if name != "annotation_id"}) for row in rows]


# What is asked


def test_a_question_is_one_line_with_place_label_words_and_sentence() -> None:
    review = review_of(simple())
    assert review.line() == "1 of 4. A, paragraph 1. PERSON: Ada. In: [Ada] met Bob in Paris."
    review.answer("y")
    review.answer("y")
    assert review.line() == "3 of 4. A, paragraph 2. CARDINAL: 70. In: More than [70] saw Ada."


def test_a_question_says_why_and_what_is_counted() -> None:
    desk = compared_desk()
    lines = []
    review = review_of(desk)
    while review.question is not None and review.question.kind is Kind.SPAN:
        lines.append(review.line())
        review.answer("y")
    assert lines[0].endswith("Why: seen.")
    assert any("[70]" in line and line.endswith("Why: read by rule; counts people.") for line in lines)


def test_what_comes_from_a_text_cannot_act_on_the_terminal() -> None:
    desk = desk_of("\x1b]0;x\x07 Ada\t\u202eleft\nagain.", proposals=[("Ada\t\u202eleft\nagain", "PERSON")])
    line = review_of(desk).line()
    assert line.isprintable()
    assert "Ada �left again" in line


def test_every_open_proposal_is_asked_once_and_then_the_article() -> None:
    desk = simple()
    review = review_of(desk)
    asked = []
    while review.question is not None:
        asked.append(review.question.kind)
        review.answer("n")
    assert asked == [Kind.SPAN] * 4 + [Kind.FINISH]
    assert review.line().startswith("Nothing else is open in test:")


def test_an_article_with_open_proposals_is_not_asked_about() -> None:
    review = review_of(simple())
    for _ in range(4):
        assert review.answer("pass") == []
    assert review.question is None


def test_a_finished_article_is_passed_by() -> None:
    desk = simple()
    play(desk, "Z Z")
    assert review_of(desk).question is None


def test_boilerplate_names_and_conflicts_are_asked_as_well() -> None:
    desk = compared_desk()
    review = review_of(desk)
    lines = {kind: list[str]() for kind in Kind}
    while review.question is not None:
        lines[review.question.kind].append(review.line())
        review.answer("y")
    assert [line.partition(". ")[2] for line in lines[Kind.REGION]] == [
        "A, paragraph 3. Boilerplate: Read more: how to swim. Why: teaser: in 3 stories."
    ]
    assert len(lines[Kind.NAME]) == 3  # HG and the Guard; Keller
    assert "Name: HG is the same as Harbour Guard in A, paragraph 1." in lines[Kind.NAME][0]
    (conflict,) = lines[Kind.CONFLICT]
    assert conflict.partition(". ")[2] == (
        "Conflict, saved, people: 70 against 65. "
        "A, paragraph 1: The Harbour Guard saved [70] people, said Maria Keller. "
        "C, paragraph 2: The guard saved [65] people, it says. Why: cannot both be right. "
        "Or: a agreement, r the first refines the second, o the second refines the first, d different scope."
    )
    (passage,) = lines[Kind.PASSAGE]
    assert passage.partition(". ")[2] == (
        "The same passage. A, paragraph 1: The Harbour Guard saved 70 people, said Maria Keller. "
        "B, paragraph 1: Keller of the HG said that 70 people were safe. Why: paraphrase; words alike."
    )
    assert len(lines[Kind.FINISH]) == 3


def test_what_the_story_says_anew_is_asked_when_the_rest_is_through() -> None:
    desk = desk_of("Ada met Bob.")
    desk.compare(comparison(["Ada met Bob."], [("Ada", "PERSON", "Ada")]))

    def again() -> None:
        desk.compare(comparison(["Ada met Bob."], [("Ada", "PERSON", "Ada"), ("Bob", "PERSON", "Bob")]))

    review = Review(desk, again)
    assert "PERSON: Ada" in review.line()
    review.answer("y")
    assert "PERSON: Bob" in review.line()


# What an answer decides


@pytest.mark.parametrize(
    ("answer", "keys"),
    [
        ("y", "tab a"),
        ("yes", "tab a"),
        ("n", "tab x"),
        ("s", "tab space"),
        ("e ada met", "tab W a"),
        ("e PERSON", "tab a"),
        ("e ORG", "tab 2"),
        ("l org", "tab 2"),
        ("l 2", "tab 2"),
        ("  Y  ", "tab a"),
    ],
)
def test_an_answer_makes_the_events_of_the_keys(answer: str, keys: str) -> None:
    lined, pressed = simple(), simple()
    answered(lined, answer)
    play(pressed, keys)
    assert events(lined) == events(pressed) != []


@pytest.mark.parametrize(
    ("kind", "answer", "keys"),
    [
        (Kind.CONFLICT, "y", "] c a"),
        (Kind.CONFLICT, "n", "] c x"),
        (Kind.CONFLICT, "s", "] c space"),
        (Kind.NAME, "y", "e ] l a"),
        (Kind.NAME, "n", "e ] l x"),
        (Kind.PASSAGE, "y", "g a a"),
        (Kind.PASSAGE, "n", "g a x"),
        (Kind.PASSAGE, "s", "g a space"),
        (Kind.REGION, "y", "] b a"),
        (Kind.REGION, "n", "] b x"),
        (Kind.REGION, "s", "] b space"),
    ],
)
def test_an_answer_about_a_story_makes_the_events_of_the_keys(kind: Kind, answer: str, keys: str) -> None:
    lined, pressed = compared_desk(), compared_desk()
    asked_for(lined, kind).answer(answer)
    play(pressed, keys)
    assert events(lined) == events(pressed) != []


def asked_for(desk: Desk, kind: Kind) -> Review:
    """The review at its first question of a kind."""
    review = review_of(desk)
    while review.question is not None and review.question.kind is not kind:
        review.answer("p")
    return review


@pytest.mark.parametrize(
    ("answer", "keys", "said"),
    [
        ("a", "] n ! 2 j", "agreement: 70 against 65"),
        ("agreement", "] n ! 2 j", "agreement: 70 against 65"),
        ("r", "] n ! 3 j", "refinement: 70 against 65"),
        ("o", "L L ] n ! 3 f", "refinement: 70 against 65"),
        ("d", "] n ! 4 j", "different scope: 70 against 65"),
    ],
)
def test_figures_can_be_something_else_than_in_conflict(answer: str, keys: str, said: str) -> None:
    lined, pressed = compared_desk(), compared_desk()
    assert asked_for(lined, Kind.CONFLICT).answer(answer)[0] == said
    play(pressed, keys)
    assert events(lined) == events(pressed) != []


def test_the_other_pair_of_a_row_is_asked_after_an_agreement() -> None:
    review = asked_for(compared_desk(), Kind.CONFLICT)
    assert "A, paragraph 1: " in review.line()
    review.answer("a")
    while review.question is not None and review.question.kind is not Kind.CONFLICT:
        review.answer("p")
    assert "70 against 65. B, paragraph 1" in review.line()


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ("a b n", [(Tie.CONFLICT, Verdict.REJECTED)]),
        ("a b s", [(Tie.CONFLICT, Verdict.UNSURE)]),
        ("a b y", [(Tie.CONFLICT, Verdict.ACCEPTED)]),
        ("y b d", [(Tie.SCOPE, Verdict.ACCEPTED)]),
        ("r b o", [(Tie.REFINEMENT, Verdict.ACCEPTED)]),
        ("a b a", [(Tie.AGREEMENT, Verdict.ACCEPTED)]),
        ("a u", []),
        ("a b n u", [(Tie.AGREEMENT, Verdict.ACCEPTED)]),
    ],
)
def test_another_answer_takes_the_place_of_the_one_before(answers: str, left: list[tuple[Tie, Verdict]]) -> None:
    desk = compared_desk()
    review = asked_for(desk, Kind.CONFLICT)
    for answer in answers.split():
        review.answer(answer)
    assert [(relation.tie, relation.verdict) for _, _, relation in desk.ties.of_figures()] == left


def test_back_at_a_conflict_says_what_was_decided_instead() -> None:
    review = asked_for(compared_desk(), Kind.CONFLICT)
    review.answer("d")
    review.answer("b")
    assert " Decided: different scope. Or: " in review.line()


def test_what_only_figures_can_be_is_refused_elsewhere() -> None:
    for answer in "arod":
        review = asked_for(compared_desk(), Kind.PASSAGE)
        before = review.line()
        assert review.answer(answer)[0].startswith("only two figures")
        assert review.line() == before


def test_passages_are_asked_in_the_order_of_the_texts() -> None:
    texts = ["One fell. Two rose.", "Two stood up. One tumbled."]
    desk = desk_of(*texts)
    pairs = [("B:One tumbled.", "A:One fell."), ("A:Two rose.", "B:Two stood up.")]
    desk.compare(comparison(texts, aligned=pairs[::-1]))
    review = review_of(desk)
    lines = []
    while review.question is not None and review.question.kind is Kind.PASSAGE:
        lines.append(review.line().partition(". The same passage. ")[2])
        assert review.answer("n")[:1] == ["rejected: A, paragraph 1, says the same as B, paragraph 1"]
    assert [line.partition(".")[0] for line in lines] == ["A, paragraph 1: One fell", "A, paragraph 1: Two rose"]
    again = review_of(desk).question
    assert again is None or again.kind is not Kind.PASSAGE


def test_a_name_can_be_given_to_another_one() -> None:
    desk = compared_desk()
    review = review_of(desk)
    while review.question is not None and review.question.kind is not Kind.NAME:
        review.answer("p")
    assert review.answer("e maria keller")[0] == "HG is Maria Keller"
    made = [event.change for event in desk.workspace.unsaved()]
    assert [(one.surface, one.other_surface, one.verdict) for one in made if isinstance(one, Related)] == [
        ("Harbour Guard", "HG", Verdict.REJECTED),
        ("Maria Keller", "HG", Verdict.ACCEPTED),
    ]


def test_boilerplate_can_be_narrowed() -> None:
    desk = compared_desk()
    review = review_of(desk)
    while review.question is not None and review.question.kind is not Kind.REGION:
        review.answer("p")
    assert review.answer("e how to swim")[0] == "accepted: BOILERPLATE how to swim"


def test_finishing_takes_a_yes() -> None:
    for answer, finished in (("y", True), ("n", False), ("s", False)):
        desk = desk_of("Nothing is marked here.")
        answered(desk, answer)
        assert bool(desk.workspace.state(desk.view.article.id).finished) == finished


def test_words_are_asked_for_where_none_were_said() -> None:
    desk = simple()
    review = review_of(desk)
    assert review.answer("e")[0].startswith("the new words")
    assert review.line() == ""
    assert review.answer("met Bob")[0] == "accepted: PERSON met Bob"
    review.answer("l")
    assert review.answer("GPE")[0] == "accepted: GPE Paris"


def test_an_empty_line_leaves_what_was_to_be_changed() -> None:
    review = review_of(simple())
    before = review.line()
    review.answer("e")
    assert review.answer("\n") == []
    assert review.line() == before


def test_new_words_are_those_nearest_to_the_old_ones() -> None:
    desk = desk_of("Bob and Bob and Bob left.", proposals=[("and Bob left", "PERSON")])
    answered(desk, "e Bob")
    (change,) = [event.change for event in desk.workspace.unsaved()]
    assert isinstance(change, Judged)
    assert change.span == Span(16, 19)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("e Zoe", "Zoe is not in the sentence, and no label"),
        ("l zoe", "no label zoe; there are: PERSON ORG"),
        ("hm", "hm is no answer; ? shows those there are"),
        ("y Bob", "y Bob is no answer; ? shows those there are"),
        ("\x1b[2J", "␛[2J is no answer; ? shows those there are"),
        ("b", "this is the first question"),
        ("u", "nothing to undo"),
    ],
)
def test_what_makes_no_sense_is_said_and_the_question_stays(answer: str, says: str) -> None:
    desk = simple()
    review = review_of(desk)
    before = review.line()
    assert review.answer(answer)[0].startswith(says)
    assert review.line() == before
    assert events(desk) == []


def test_a_label_that_is_not_in_the_set_has_to_be_another() -> None:
    desk = desk_of("Ada left.", proposals=[("Ada", "ALIEN")])
    review = review_of(desk)
    assert review.answer("y")[0] == "ALIEN is not in the label set; l gives another label"
    assert review.answer("l person")[0] == "accepted: PERSON Ada"


def test_help_names_every_answer() -> None:
    said = review_of(simple()).answer("?")
    assert [line.split()[:2] for line in said] == [[letter, f"{word}:"] for letter, (word, _) in ANSWERS.items()]


# Back, undo, leaving


def test_undo_asks_again_what_it_took_back() -> None:
    desk = simple()
    review = review_of(desk)
    first = review.line()
    review.answer("y")
    second = review.line()
    review.answer("n")
    assert review.answer("u")[0] == "undone: rejected ORG Paris"
    assert review.line() == second
    assert review.answer("u")[0] == "undone: accepted PERSON Ada"
    assert review.line() == first
    review.answer("y")
    assert review.line() == second


def test_back_shows_what_was_decided_and_takes_another_answer() -> None:
    desk = simple()
    review = review_of(desk)
    review.answer("y")
    review.answer("n")
    third = review.line()
    review.answer("b")
    review.answer("b")
    assert review.line().endswith("[Ada] met Bob in Paris. Decided: accepted.")
    assert review.answer("n")[0] == "rejected: PERSON Ada"
    assert review.line() == third
    assert marked(desk) == ["Ada PERSON rejected", "Paris ORG rejected"]


def test_an_edited_answer_can_be_gone_back_to() -> None:
    desk = simple()
    review = review_of(desk)
    review.answer("e Ada met")
    review.answer("b")
    assert review.line().endswith("Decided: accepted.")
    assert review.answer("n")[0] == "rejected: PERSON Ada met"


def test_undo_reaches_into_earlier_sittings(tmp_path: Path) -> None:
    store = Store(tmp_path / "x.variorum")
    workspace = sitting(store, TEXT)
    first = desk_of(TEXT, proposals=PROPOSALS, workspace=workspace)
    answered(first, "y", "y")
    workspace = sitting(store, TEXT)
    desk = desk_of(TEXT, proposals=PROPOSALS, workspace=workspace)
    desk.reload()
    review = review_of(desk)
    third = review.line().partition(". ")[2]
    assert review.answer("u") == ["undone: accepted ORG Paris"]
    assert "ORG: Paris" in review.line()
    assert review.answer("y") == ["accepted: ORG Paris"]
    assert review.line().partition(". ")[2] == third
    assert workspace.held == 0
    store.close()


def test_leaving_and_turning() -> None:
    for answer, left in (("q", Left.QUIT), ("quit", Left.QUIT), ("t", Left.TURNED)):
        review = review_of(simple())
        review.answer(answer)
        assert review.left is left


def test_at_the_end_one_can_still_go_back() -> None:
    desk = desk_of("Ada left.", proposals=[("Ada", "PERSON")])
    review = review_of(desk)
    for _ in range(2):
        review.answer("y")
    assert review.line().startswith("Nothing else is open")
    assert review.answer("u")[0] == "undone: finishing the article"
    assert review.line().startswith("1 of 1. A. Finished: ")
    review.answer("y")
    review.answer("\n")
    assert review.left is Left.TURNED


def test_what_cannot_be_saved_is_said() -> None:
    assert review_of(simple()).answer("y")[1].startswith("not saved yet")


def test_the_desk_opens_at_the_question() -> None:
    desk = simple()
    review = review_of(desk)
    review.answer("y")
    assert desk.view.selection.span is not None
    assert desk.view.selection.span.surface(TEXT) == "Paris"


def test_questions_and_openness_agree() -> None:
    desk = compared_desk()
    asked = [list(stage) for stage in stages(desk)]
    assert {question.kind for stage in asked for question in stage} == {*Kind} - {Kind.FINISH}
    assert all(is_open(desk, question) for stage in asked for question in stage)


@pytest.mark.parametrize("label", SHIPPED.labels, ids=[label.name for label in SHIPPED.labels])
def test_every_label_is_found_by_name_short_form_and_key(label: Label) -> None:
    for words in (label.name.lower(), label.short, label.key):
        assert label_of(SHIPPED.labels, words) == label


@pytest.mark.parametrize(
    ("kind", "letter", "said"),
    [
        (Kind.REGION, "e", "the words of this passage that are boilerplate"),
        (Kind.REGION, "l", ""),
        (Kind.NAME, "e", "the name of the story"),
        (Kind.NAME, "l", ""),
        (Kind.CONFLICT, "e", ""),
        (Kind.CONFLICT, "label", ""),
        (Kind.PASSAGE, "edit", ""),
    ],
)
def test_nothing_is_asked_for_that_would_be_refused(kind: Kind, letter: str, said: str) -> None:
    review = asked_for(compared_desk(), kind)
    assert review.question is not None
    assert review.answer(letter)[0].startswith(said or "there is nothing of that kind")
    assert bool(review.line()) == (not said)
