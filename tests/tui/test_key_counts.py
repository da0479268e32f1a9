"""What whole tasks cost in keys: replayed on the screen as a reviewer sees it, with what is then decided.

The tasks on real reports are those that the study of other tools counted; they skip where the reports are not beside
the project. `LIMITS` are promises: a change that costs more keys fails here.
"""

from pathlib import Path

import pytest

from annotations.model import Verdict
from corpus.span import Span
from tests.tui.scripts import desk_of, marked
from tests.tui.tasks import Hand, read_desk
from tui.compared import Spot
from tui.desk import Desk

SHARED = Path(__file__).resolve().parents[3] / "shared"
LIMITS = {"new spans": 40, "suggestions": 18, "suggestions on the screen": 12, "links": 14, "one article": 44}
NEW = (
    ("A", "armored vehicle", "6"),
    ("A", "anti-drone gun", "6"),
    ("A", "contract soldiers", "5"),
    ("B", "saboteurs", "5"),
    ("B", "attack", "8"),
    ("B", "Russian diehards", "5"),
    ("B", "grainy videos", "7"),
    ("C", "security zone", "4"),
    ("D", "pro-Ukrainian militias", "5"),
    ("E", "Mr Kapustin", "1"),
)
PARAGRAPHS = (
    "Ada Stone, Bo Reed and the Harbour met the Cy Group in Lowmere.",
    "Dee Marsh flew to Eastholm with Fen Lake on a Tuesday.",
    "Gus Hill of Northwick told Hal Brook that Ida Ford sailed.",
    "Jan Moor and Kit Vale left Southend after Lea Wood came.",
    "The Mill wrote to Ned Field, and Oak House answered Pia Dale.",
)
SUGGESTED = (
    "Ada Stone, Bo Reed, the Harbour, the Cy Group, Lowmere, Dee Marsh, Eastholm, Fen Lake, a Tuesday, Gus Hill, "
    "Northwick, Hal Brook, Ida Ford, Jan Moor, Kit Vale, Southend, Lea Wood, The Mill, Ned, Oak House"
).split(", ")
WRONG = ("the Harbour", "a Tuesday", "The Mill")
EDGED = {"the Cy Group": "Cy Group", "Ned": "Ned Field"}
NAMES = "Ada Stone, Bo Reed, Cy Group, Dee Marsh, Eastholm, Fen Lake, Gus Hill, Hal Brook"
MORE = "Ida Ford, Jan Moor, Kit Vale, Lea Wood, Ned Field, Oak House, Pia Dale, Quin Holt, Roy Banks, Sue Finch"
ARTICLE = """Ada Stone met Bo Reed of the Cy Group. Dee Marsh came from Eastholm, and kestrel watchers saw Fen Lake.
Gus Hill asked Hal Brook about the breakwater. Ida Ford, Jan Moor, Kit Vale, Lea Wood and Ned Field sailed with
Oak House, Pia Dale, Quin Holt, Roy Banks and Sue Finch.

In spring Tom Underhill wrote to Una Vance, and Zoe Winter answered."""


def seeds() -> list[str]:
    paths = sorted((SHARED / "seeds").glob("*.txt"))
    if not paths:
        pytest.skip("the reports are not beside the project")
    return [path.read_text("utf-8") for path in paths]


@pytest.mark.parametrize("size", [(160, 48), (200, 60), (300, 100)])
def test_ten_spans_that_nobody_suggested(size: tuple[int, int]) -> None:
    desk = read_desk(seeds(), size)
    hand = Hand(desk)
    targets = [(*hand.place(letter, words), key) for letter, words, key in NEW]
    targets.sort(key=lambda one: (one[0], one[1]))
    hand.paint(targets)
    labels = {label.key: label.name for label in desk.workspace.labels.labels}
    for letter, words, key in NEW:
        assert (words, labels[key]) in hand.marked(ord(letter) - ord("A"))
    assert len(hand.keys) <= LIMITS["new spans"], " ".join(hand.keys)


NAMED = (
    ("A", "Denis Kapustin"),
    ("B", "Denis Kapustin"),
    ("E", "Denis Kapustin"),
    ("E", "Kapustin, who introduced"),
    ("E", "White Rex"),
)


@pytest.mark.parametrize("size", [(160, 48), (200, 60), (300, 100)])
def test_six_mentions_of_one_man_in_four_articles(size: tuple[int, int]) -> None:
    """Those by name are confirmed at once, with a by-name that nobody has to point at; a description is linked."""
    desk = read_desk(seeds(), size)
    hand = Hand(desk)
    hand.jump(*hand.place("A", "Denis Kapustin"))
    hand.press("C")
    leader = hand.place("C", "Its leader")
    hand.jump(*leader)
    hand.fit(*leader)
    hand.press(".")
    assert desk.compared is not None
    cluster = desk.compared.cluster_at(spot(*leader))
    members = desk.compared.members(cluster)
    assert spot(*leader) in members
    for letter, words in NAMED:
        index, span = hand.place(letter, words)
        assert any(one.article == index and span.start <= one.start < span.end for one in members), words
    linked = {desk.compared.surface(one) for *ends, _ in desk.ties.of_names() for one in ends}
    assert {"White Rex", "Its leader"} <= linked
    assert len(hand.keys) <= LIMITS["links"], " ".join(hand.keys)


def spot(index: int, span: Span) -> Spot:
    return Spot(index, span.start, span.end)


def suggested() -> Desk:
    return desk_of("\n\n".join(PARAGRAPHS), proposals=[(words, "ORG") for words in SUGGESTED])


def settled(desk: Desk) -> None:
    """Three are rejected, two have other edges, and everything else is accepted as it was suggested."""
    found = marked(desk)
    rejected = {line.removesuffix(" ORG rejected") for line in found if line.endswith("rejected")}
    accepted = {line.removesuffix(" ORG accepted") for line in found if line.endswith("accepted")}
    assert rejected == set(WRONG)
    assert accepted == {EDGED.get(words, words) for words in SUGGESTED} - set(WRONG)


def judged_from_afar(hand: Hand) -> None:
    hand.press("X")
    for words in WRONG:
        hand.type_to(*hand.place("A", words))
    for words in EDGED:
        hand.press("=")
        hand.type_to(*hand.place("A", words))


def test_twenty_suggestions_by_exception() -> None:
    desk = suggested()
    hand = Hand(desk)
    judged_from_afar(hand)
    hand.press("escape A A A A A")
    settled(desk)
    assert len(hand.keys) <= LIMITS["suggestions"], " ".join(hand.keys)


def test_twenty_suggestions_with_the_screen_accepted_at_once() -> None:
    desk = suggested()
    hand = Hand(desk)
    judged_from_afar(hand)
    hand.press("A")
    settled(desk)
    assert len(hand.keys) <= LIMITS["suggestions on the screen"], " ".join(hand.keys)


def test_one_article_with_new_suggested_and_short_spans() -> None:
    """Ten spans of which eight were suggested, ten suggestions, three edges one word short: the peers' task."""
    short = {"Tom": "Tom Underhill", "Una": "Una Vance", "Zoe": "Zoe Winter"}
    proposals = [(words, "PERSON") for words in [*NAMES.split(", "), *MORE.split(", "), *short]]
    desk = desk_of(ARTICLE, proposals=proposals)
    hand = Hand(desk)
    hand.press(f"tab {'a ' * 18}")
    hand.press("X")
    for words in short:
        hand.press("=")
        hand.type_to(*hand.place("A", words))
    hand.press("escape")
    for words, key in (("kestrel watchers", "6"), ("breakwater", "6")):
        hand.jump(*hand.place("A", words))
        hand.press(key)
        hand.fit(*hand.place("A", words))
    state = desk.workspace.state(desk.view.article.id)
    assert all(one.verdict is Verdict.ACCEPTED for one in state.annotations.values())
    wanted = {*NAMES.split(", "), *MORE.split(", "), *short.values(), "kestrel watchers", "breakwater"}
    assert {one.surface for one in state.annotations.values()} == wanted
    assert len(hand.keys) <= LIMITS["one article"], " ".join(hand.keys)
