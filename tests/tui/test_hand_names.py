"""Merging and splitting at once, before the story is compared again: the same as the comparing makes of it."""

from corpus.comparison import Comparison
from tests.tui.compared_stories import NAMES, TEXTS, comparison, place, story
from tui.compared import Compared
from tui.hand_names import Said, with_names

GUARD, KELLER, BRANDT = 0, 1, 2


def said(*written: str) -> list[Said]:
    """Ties written as `A:HG accepted B:Keller`; blanks in names as `_`."""
    found: list[Said] = []
    for one in written:
        a, verdict, b = one.split()
        found.append((place(TEXTS, a.replace("_", " ")), place(TEXTS, b.replace("_", " ")), verdict))
    return found


def clusters(made: Comparison) -> list[str]:
    """The clusters as their title and their mentions, by place."""
    compared = Compared(made, TEXTS)
    forms = {one: ", ".join(map(compared.surface, compared.members(one))) for one in compared.clusters()}
    return [f"{compared.best(one)}: {own}" for one, own in forms.items()]


def test_nothing_said_and_what_holds_already_changes_nothing() -> None:
    made = story()
    assert with_names(made, TEXTS, []) is made
    assert with_names(made, TEXTS, said("A:Harbour_Guard accepted A:HG", "A:HG rejected B:Keller")) is made
    assert with_names(made, TEXTS, said("A:HG unsure A:Harbour_Guard")) is made


def test_names_are_merged_with_all_their_mentions() -> None:
    made = with_names(story(), TEXTS, said("B:Jan_Brandt accepted A:Maria_Keller"))
    assert clusters(made)[1] == "Maria Keller: Maria Keller, Keller, Jan Brandt"  # the best of all names
    assert len(clusters(made)) == 2


def test_a_name_leaves_in_every_article_and_a_description_in_its_own() -> None:
    made = with_names(story(), TEXTS, said("A:Harbour_Guard rejected A:HG"))
    assert "HG: HG, HG" in clusters(made)
    made = with_names(story(), TEXTS, said("A:Harbour_Guard rejected C:The_guard"))
    assert "The guard: The guard" in clusters(made)
    assert "the Guard" in clusters(made)[0]


def test_who_leaves_goes_before_others_come() -> None:
    made = with_names(story(), TEXTS, said("A:Maria_Keller accepted A:HG", "A:Harbour_Guard rejected A:HG"))
    assert clusters(made)[:2] == [
        "Harbour Guard: Harbour Guard, the Guard, The guard",
        "Maria Keller: Maria Keller, HG, Keller, HG",
    ]


def test_one_of_two_equal_names_leaves_alone() -> None:
    texts = ("HG met HG.",)
    made = comparison(texts, [("HG", "ORG", "HG")])
    ties: list[Said] = [(place(texts, "A:HG"), place(texts, "A:2:HG"), "rejected")]
    found = Compared(with_names(made, texts, ties), texts)
    assert [len(found.members(one)) for one in found.clusters()] == [1, 1]


def test_words_that_were_just_marked_join_the_name_they_stand_for() -> None:
    made = with_names(story(), TEXTS, said("A:Maria_Keller accepted B:He"))
    assert clusters(made)[1] == "Maria Keller: Maria Keller, Keller, He"
    one = next(one for one in made.sides[1].marked if one.start == place(TEXTS, "B:He")[1])
    assert (one.label, one.cluster) == ("PERSON", KELLER)


def test_claimants_and_speakers_go_with_their_names() -> None:
    first = story()
    row = first.ledger[0]
    row = row._replace(entries=(row.entries[0]._replace(claimant=BRANDT), *row.entries[1:]))
    side = first.sides[0]
    side = side._replace(counted=tuple(one._replace(claimant=BRANDT) for one in side.counted))
    told = first._replace(ledger=(row, *first.ledger[1:]), sides=(side, *first.sides[1:]))
    made = with_names(told, TEXTS, said("A:Maria_Keller accepted B:Jan_Brandt"))
    assert [one.claimant for one in made.ledger[0].entries] == [KELLER, -1, -1]
    assert {one.claimant for one in made.sides[0].counted} == {KELLER}
    assert made.titles == tuple(title for title, _, _ in NAMES)
