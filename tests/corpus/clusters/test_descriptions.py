"""Descriptions and pronouns, which imported annotations mark: whom they stand for."""

import pytest

from corpus.clusters.find import clusters
from corpus.clusters.kinds import Kind, kind_of
from corpus.clusters.phrases import is_description, phrase_of
from corpus.clusters.times import day_keys
from tests.corpus.clusters.stories import marked, partition

STORIES = (
    ("[Mira Vance|PERSON|m] sang. [She|N_PERSON|m] bowed.",),
    ("The [singer|N_PERSON|m] [Mira Vance|PERSON|m] sang before [Ola Berg|PERSON|o].",),
    ("[Mira Vance|PERSON|m], the [host|N_PERSON|m], sang to [people|N_PERSON|p].",),
    ("[Mira Vance|PERSON|m] is a [nurse|N_PERSON|m]; [Tom Reed|PERSON|t], [who|N_PERSON|t] is 40, is not.",),
    ("“[I|N_PERSON|t] will not go,” [Tom Reed|PERSON|t] said.",),
    (
        "A [driver|N_PERSON|d] hit a [fence|N_PRODUCT|f] in the fog.",
        "The [motorist|N_PERSON|d] who hit the [fence|N_PRODUCT|f] in the fog fled.",
        "Police seek the [driver|N_PERSON|d] who hit the [fence|N_PRODUCT|f] in the fog.",
    ),
    (
        "[Mira Vance|PERSON|m] fell; she lives. Her son said she is well. [Mira Vance|PERSON|m] rests.",
        "A [woman|N_PERSON|m] fell. [Vance|PERSON|m] is 60. She rests.",
    ),
    ("Open [on Friday|N_TIME_DATE|f], [Friday|TIME_DATE|f], not [Monday|TIME_DATE|m] or [in May|N_TIME_DATE|y].",),
    ("The [Harbour Academy|ORG|a] closed. The [academy|N_ORG|a] reopened.",),
    ("[Tom Reed|PERSON|t] drove. The [car|N_PRODUCT|c] burned. [It|N_PRODUCT|c] was new.",),
)


@pytest.mark.parametrize("story", STORIES, ids=lambda one: one[0])
def test_descriptions_join_whom_they_stand_for(story: tuple[str, ...]) -> None:
    texts, names, things = marked(*story)
    found = clusters(texts, names)
    assert partition(found.of) == partition(things), found.reasons


def test_two_named_people_never_come_together_over_what_both_are_called() -> None:
    texts, names, _ = marked(
        "The [coach|N_PERSON|a] [Ada Holm|PERSON|a] met the [coach|N_PERSON|b] [Bo Lind|PERSON|b].",
        "[Ada Holm|PERSON|a], the [coach|N_PERSON|a], won.",
        "[Bo Lind|PERSON|b], the [coach|N_PERSON|b], lost.",
    )
    found = clusters(texts, names).of
    assert found[1] != found[3]


def test_annotated_things_of_different_labels_stay_apart() -> None:
    texts, names, _ = marked("The [crew|N_PERSON|a] left. The [crew|N_GROUP|b] came. [They|N_GROUP|b] ate.")
    found = clusters(texts, names).of
    assert found[0] not in found[1:]


def test_one_name_in_small_letters_makes_no_descriptions() -> None:
    texts, names, things = marked(
        "The [ministry of defence|N_ORG|m] denied it. [Police|ORG|p] and [Ana Roy|PERSON|r] left. [Roy|PERSON|r] is 9.",
        "The [Defence Ministry|ORG|m] met [Ana Roy|PERSON|r], [Bo Lind|PERSON|l], [Roy|PERSON|r] and [Lind|PERSON|l].",
        "The [Ministry of Defence|ORG|m] told [Lind|PERSON|l] of it.",
    )
    assert partition(clusters(texts, names).of) == partition(things)


@pytest.mark.parametrize(
    ("surface", "head", "named", "plural"),
    [
        ("the 66-year-old woman", "woman", "", False),
        ("two of the boats in the bay", "boats", "", True),
        ("in the Bay of Fogs", "fogs", "bay of fogs", True),
        ("waters of the Bay of Fogs", "fogs", "bay of fogs", True),
        ("a clinic in Harrow", "clinic", "", False),
        ("Tom Reed’s", "reed", "tom reed", False),
        ("the people", "people", "", True),
        ("", "", "", False),
    ],
)
def test_the_head_of_a_description(surface: str, head: str, named: str, plural: bool) -> None:  # noqa: FBT001
    phrase = phrase_of(surface)
    assert (phrase.head, phrase.named, phrase.plural) == (head, named, plural)


def test_what_is_written_small_elsewhere_is_a_description() -> None:
    small = frozenset(("driver", "surgeon", "general", "surgeon general"))
    assert is_description("Driver", small)
    assert is_description("Surgeon General", small)
    assert is_description("She", small)
    assert not is_description("Tom Driver", small)
    assert not is_description("Reed", small)


@pytest.mark.parametrize(
    ("surface", "keys"),
    [
        ("on Friday", ("friday",)),
        ("Monday, July 13, 2009", ("monday", "jul 13")),
        ("the 2nd of May", ()),
        ("2 May", ("may 2",)),
        ("Sept. 9th", ("sep 9",)),
        ("May 5, 2020 10:46 AM", ()),
        ("last year", ()),
    ],
)
def test_days_that_a_time_names(surface: str, keys: tuple[str, ...]) -> None:
    assert day_keys(surface) == keys


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PERSON", Kind.PERSON),
        ("ORG", Kind.ORGANISATION),
        ("GPE", Kind.PLACE),
        ("FAC", Kind.PLACE),
        ("NORP", Kind.PEOPLE),
        ("WORK_OF_ART", Kind.THING),
        ("HUMAN_PART_PER", Kind.PERSON),
        ("HUMAN_PART_ORG", Kind.ORGANISATION),
        ("HUMAN_PART_GPE", Kind.PLACE),
        ("TIME_OF_THE_DAY", Kind.TIME),
        ("NON_HUMAN_PART", Kind.THING),
        ("loc-geo", Kind.PLACE),
        ("", Kind.THING),
    ],
)
def test_labels_of_other_schemes(label: str, kind: Kind) -> None:
    assert kind_of(label) is kind
