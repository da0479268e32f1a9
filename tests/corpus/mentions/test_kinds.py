"""Classes of names that models often take for something else, and words with a capital that are no names."""

import pytest

from corpus.mentions.heads import is_team, label_of_words
from tests.corpus.mentions.marked import names


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # abbreviations of states keep their full stop, other ends of sentences do not belong to a name
        ("It was in [Brusk|GPE], [Va|GPE]., on Friday.", ["Brusk|GPE", "Va.|GPE"]),
        ("They met in [Marsk|GPE], Okla. Then they left [Brusk|GPE].", ["Marsk|GPE", "Okla.|GPE", "Brusk|GPE"]),
        # titles and their abbreviations
        ("The [Denver DA|ORG] spoke to the [CEO|ORG].", ["Denver|GPE"]),
        ("Then [DA Ida Ohm|ORG] left with the [VP|ORG].", ["Ida Ohm|PERSON"]),
        ("It belongs to [Marsk Chemie AG|ORG] now.", ["Marsk Chemie AG|ORG"]),
        ("They met [Mayor Bill Orlo|PERSON] then.", ["Bill Orlo|PERSON"]),
        ("The [Marsk County Medical|ORG] Examiner said so.", ["Marsk County|GPE"]),
        (
            "[Marsk County Prosecutor|GPE] [Ada Mills|PERSON] called the Marsk County Prosecutor's Office.",
            ["Marsk County|GPE", "Ada Mills|PERSON", "Marsk County Prosecutor's Office|ORG"],
        ),
        ("[Security Supervisor Ada Mills|PERSON] left.", ["Ada Mills|PERSON"]),
        # verbs that a line begins with
        ("Call [Brusk Crime Stoppers|ORG] today.", ["Brusk Crime Stoppers|ORG"]),
        ("[Choosing Orlova|PERSON] was good.", ["Orlova|PERSON"]),
        # streets and buildings
        ("It was in the 100 block of [North Orlo|LOC] today.", ["North Orlo|FAC"]),
        ("It was in the 100 block of [Tara Lane|PERSON] today.", ["Tara Lane|FAC"]),
        ("They stood on [Tara Lane|PERSON] today.", ["Tara Lane|FAC"]),
        ("They spoke with [Tara Lane|PERSON] today.", ["Tara Lane|PERSON"]),
        ("They shop at [A&A Open Market|ORG] now.", ["A&A Open Market|FAC"]),
        # names with "&"
        ("The [Suffolk|GPE] Fire & Rescue came.", ["Suffolk Fire & Rescue|ORG"]),
        ("Then [Erica & Owen Rees|ORG] left.", ["Erica|PERSON", "Owen Rees|PERSON"]),
        # makes and models, products with a number
        ("He drove a [Buick Orlo|ORG] there.", ["Buick Orlo|PRODUCT"]),
        ("He drove a red [Ford Orlo|ORG] there.", ["Ford Orlo|PRODUCT"]),
        ("She met [Ford Orlo|PERSON] there.", ["Ford Orlo|PERSON"]),
        ("Police found the [Toyota|GPE] pickup.", ["Toyota|ORG"]),
        ("She uses [Office|ORG] 365 at home.", ["Office 365|PRODUCT"]),
        # stations
        ("It was on [NewsChannel|EVENT] 3 that day.", ["NewsChannel 3|ORG"]),
        ("A man told [10News|CARDINAL] so, and [News4Brusk|PERSON] too.", ["10News|ORG", "News4Brusk|ORG"]),
        ("It was on [KXYZ|ORG]-TV and KXY 5.", ["KXYZ-TV|ORG", "KXY 5|ORG"]),
        ("Call [Crime Stoppers|ORG] at 555-TIPS.", ["Crime Stoppers|ORG"]),
        # where names with "of" end
        ("It was off the [Gulf of Orlo Thursday|LOC] then.", ["Gulf of Orlo|LOC"]),
        ("The [City of Orlo Police Department|GPE] said so.", ["City of Orlo Police Department|ORG"]),
        # books
        ("They read the [Bible|FAC] there.", ["Bible|WORK_OF_ART"]),
    ],
)
def test_one_article(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        # family names with particles, alone and where a model saw only a part
        (
            ["They met [Ida de Orlo|PERSON].", "But de Orlo left. Then [Orlo|ORG] slept."],
            ["Ida de Orlo|PERSON", "de Orlo|PERSON", "Orlo|PERSON"],
        ),
        (["They met [de la Orlo|PERSON] then."], ["de la Orlo|PERSON"]),
        (["A leaflet de Orlo printed.", "They love [Orlo|GPE]."], ["Orlo|GPE", "Orlo|GPE"]),
        # diseases
        (["It is [Orlo|PERSON]'s disease.", "The Orlo cases rose. They fear [Orlo|ORG] now."], []),
        (["Many had the [Orlo virus|PERSON].", "An [Orlo|GPE] outbreak began."], []),
        (
            [
                "They fear the Orlo virus.",
                "Then [Ida Orlo|PERSON] left. [Orlo|PERSON] said so. They saw [Orlo|PERSON].",
            ],
            ["Orlo|PERSON", "Ida Orlo|PERSON", "Orlo|PERSON", "Orlo|PERSON"],
        ),
        # teams
        (
            ["The [San Diego Orlers|GPE] won.", "They saw [Orlers|PRODUCT] and the Orlers."],
            ["San Diego Orlers|ORG", "Orlers|ORG", "Orlers|ORG"],
        ),
        # persons: an age, a pronoun, what is said of persons
        (["Then [Orlo|ORG], 22, left.", "They love [Orlo|ORG] there."], ["Orlo|PERSON", "Orlo|PERSON"]),
        (["[Orlo|ORG] was here. He left."], ["Orlo|PERSON"]),
        (["[Orlo|ORG] was here. It left."], ["Orlo|ORG"]),
        (["Soon [Orlo|GPE] pleaded guilty."], ["Orlo|PERSON"]),
        (["They charged [Orlo|GPE] and soon [Orlo|GPE] was sentenced."], ["Orlo|PERSON", "Orlo|PERSON"]),
    ],
)
def test_a_story(story: list[str], expected: list[str]) -> None:
    assert names(*story) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("San Diego Orlers", True),
        ("Ohio Orlers", True),
        ("San Diego Orlers Stadium", False),
        ("Paris Roberts", False),
        ("Ohio Glass", False),
        ("Orlo Orlers", False),
    ],
)
def test_teams(name: str, expected: bool) -> None:  # noqa: FBT001 (a table)
    assert is_team(name.split()) is expected


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Danish Open", "EVENT"),
        ("U.S. Open", "EVENT"),
        ("Orlo Grand Prix", "EVENT"),
        ("Orlo Open", ""),
        ("Windows 10", "PRODUCT"),
        ("Honda Orlo", "PRODUCT"),
        ("Honda Center", "ORG"),
        ("A & B Market", "FAC"),
    ],
)
def test_heads(name: str, label: str) -> None:
    assert label_of_words(name.split())[0] == label
