import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis import Mention
from corpus.boilerplate.region import Region
from corpus.mentions.correct import corrected
from corpus.mentions.judged import Read
from corpus.span import Span
from tests.corpus.mentions.marked import judged, names, read, shown
from tests.corpus.texts import reports


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # bounds
        ("He met [the Orlova Group|ORG] there.", ["Orlova Group|ORG"]),
        ("They left [Brenmark's|GPE] harbour in May.", ["Brenmark|GPE"]),
        ("A protest by [pro-French|NORP] groups.", ["French|NORP"]),
        ("The [Danish coast|LOC] is near.", ["Danish|NORP"]),
        ("[Every Senate|ORG] seat counts.", ["Senate|ORG"]),
        ("He spoke to [The Northern Post|ORG] on Friday.", ["The Northern Post|ORG"]),
        ("It lies at [14th Ave|FAC]. and Dole St. in the town.", ["14th Ave.|FAC", "Dole St.|FAC"]),
        ("They saw [Governor Ada Mills|PERSON] leave.", ["Ada Mills|PERSON"]),
        ("She said [Foreign Minister Ada Mills|PERSON] left.", ["Ada Mills|PERSON"]),
        (
            "He met [Kim Jong|PERSON]-un and [Bashar al-Assad|PERSON] there.",
            ["Kim Jong-un|PERSON", "Bashar al-Assad|PERSON"],
        ),
        ("They fled from [al-Qaeda|ORG] men.", ["al-Qaeda|ORG"]),
        # cut names joined, names run together parted
        ("The [Russian|NORP] [Volunteer Corps|ORG] said so.", ["Russian Volunteer Corps|ORG"]),
        ("On board the INS [Karwar|PERSON] was a crew of 90.", ["INS Karwar|PRODUCT"]),
        ("It was the Ministry of [Justice|ORG] that spoke.", ["Ministry of Justice|ORG"]),
        ("The [Trade Union of Seamen|ORG] of the [Baltic|LOC] spoke.", ["Trade Union of Seamen of the Baltic|ORG"]),
        ("Call [Crime Stoppers|ORG] of [Ohio|GPE] now.", ["Crime Stoppers of Ohio|ORG"]),
        ("The worst was in [Pakistani Kashmir|LOC] then.", ["Pakistani|NORP", "Kashmir|GPE"]),
        ("A [Swedish-Israeli|NORP] firm.", ["Swedish|NORP", "Israeli|NORP"]),
        ("The [CBS|ORG] 11 crew saw it.", ["CBS 11|ORG"]),
        # the kind told by the words of a name, and by those around it
        ("He lives in [Dole Street|ORG] now.", ["Dole Street|FAC"]),
        ("It was the barge [Magda|PERSON] that sank.", ["Magda|PRODUCT"]),
        ("Nobody in the town of [Marsk|PERSON] slept.", ["Marsk|GPE"]),
        ("The island of [Ulvø|GPE] has one shop.", ["Ulvø|LOC"]),
        ("The broadcaster [Suntel|PERSON] reported it.", ["Suntel|ORG"]),
        ("Then [Aylin Demo|ORG], 34, went home.", ["Aylin Demo|PERSON"]),
        ("MARSK, Ohio — A man was hurt.", ["MARSK|GPE", "Ohio|GPE"]),
        ("The [Orlova|GPE] administration said so.", ["Orlova|PERSON"]),
        # demonyms, states and services
        ("The [Ukrainian|GPE] army and the Russian army.", ["Ukrainian|NORP", "Russian|NORP"]),
        ("She wrote on [Telegram|PRODUCT] that day.", ["Telegram|ORG"]),
        ("[Iranian-made|ORG] drones fell.", ["Iranian|NORP"]),
        ("It is a problem of the central [Philippines|NORP] alone.", ["Philippines|GPE"]),
        # no names
        ("[Detectives|ORG] arrived and detectives left.", []),
        ("It was at [10 a.m.|TIME] on [Monday|DATE].", []),
        ("See https://www.example.org/[Ohio|GPE]/a for it.", []),
        ("The [Interior|ORG] minister left.", []),
        ("He is the Minister for [Trade|ORG] now.", []),
        ("The gross domestic product ([GDP|ORG]) fell.", []),
        ("It is near [Court|FAC] and [Hospital|ORG].", []),
        ("He spoke [English|LANGUAGE] well.", ["English|NORP"]),
    ],
)
def test_one_article(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        # the majority of a story decides
        (
            ["[Brusk|GPE] is small.", "They love [Brusk|GPE] there.", "Soon [Brusk|ORG] slept."],
            ["Brusk|GPE", "Brusk|GPE", "Brusk|GPE"],
        ),
        # full names teach short ones
        (["Then [Lena Okafor|PERSON] left.", "But [Okafor|ORG] returned."], ["Lena Okafor|PERSON", "Okafor|PERSON"]),
        (["[Nordlys Ferries|ORG] paid.", "So [Nordlys|PERSON] paid."], ["Nordlys Ferries|ORG", "Nordlys|ORG"]),
        (["The [Marine Safety Board|ORG] met.", "The [MSB|GPE] met."], ["Marine Safety Board|ORG", "MSB|ORG"]),
        (
            ["Then [Lena Okafor|PERSON] left.", "They took [Okafor to Marsk Hospital|ORG] at once."],
            ["Lena Okafor|PERSON", "Okafor|PERSON", "Marsk Hospital|ORG"],
        ),
        (["It hit Dole Street.", "Down [Dole|PERSON] it went."], ["Dole Street|FAC", "Dole|FAC"]),
        # a place and a person of one name, each where its words say so
        (
            ["Actor [Ray Washington|PERSON] smiled.", "He lives in [Washington|GPE]."],
            ["Ray Washington|PERSON", "Washington|GPE"],
        ),
        # missed occurrences, with possessives and in hyphenated words; in capitals, and without accents
        (
            ["Then [Lena Okafor|PERSON] left.", "Okafor's anti-Okafor foes."],
            ["Lena Okafor|PERSON", *["Okafor|PERSON"] * 2],
        ),
        (["They saw [Brusk|GPE].", "BRUSK — Nobody slept."], ["Brusk|GPE", "BRUSK|GPE"]),
        (["The island of [Ulvø|GPE].", "They love [Ulvo|PERSON]."], ["Ulvø|LOC", "Ulvo|LOC"]),
        # a definition holds for the whole story
        (["The tanker [Orla|PERSON] sank.", "Salvors saw [Orla|PERSON]."], ["Orla|PRODUCT", "Orla|PRODUCT"]),
        # headlines: known names are found in them, and nothing else is
        (
            ["Okafor Quits After Long Row Over Ferry\n\nThen [Lena Okafor|PERSON] left."],
            ["Okafor|PERSON", "Lena Okafor|PERSON"],
        ),
    ],
)
def test_a_story(story: list[str], expected: list[str]) -> None:
    assert names(*story) == expected


def test_what_the_project_knows_counts() -> None:
    marked = "They love [Brusk|PERSON] there."
    assert names(marked) == ["Brusk|PERSON"]
    assert names(marked, known={"brusk": "ORG"}) == ["Brusk|ORG"]


def test_nothing_is_found_in_boilerplate() -> None:
    article = read("They saw [Lena Okafor|PERSON].\nMore: Okafor in Ohio\nOkafor left.", folded="More: Okafor in Ohio")
    assert shown(article.text, corrected([article], {})[0]) == ["Lena Okafor|PERSON", "Okafor|PERSON"]


@pytest.mark.parametrize(
    ("story", "number", "reason"),
    [
        (["They saw [Lena Okafor|PERSON]."], 0, "the model"),
        (
            ["The [Volunteer Corps|ORG] of Russian men.", "The Russian [Volunteer Corps|ORG]."],
            1,
            "the model, with other bounds",
        ),
        (["They saw [Lena Okafor|PERSON].", "So [Okafor|ORG] left."], 1, "full name in A"),
        (["Soon [Brusk|GPE] slept.", "They love [Brusk|ORG] and [Brusk|GPE] too."], 1, "as in 2 other places"),
        (["He lives in [Dole Street|ORG] now."], 0, "by its own words"),
        (["She met [Telegram|PRODUCT] users."], 0, "a well-known name"),
        (["It is near Marsk today."], 0, "missed by the model"),
    ],
)
def test_each_says_why(story: list[str], number: int, reason: str) -> None:
    found = [one for of_article in judged(*story) for one in of_article]
    assert found[number].reason == reason


def test_what_all_agree_on_is_surer_than_a_guess() -> None:
    [[sure, guess]] = judged("They saw [Lena Okafor|PERSON], 34, in May. Then they came near Marsk.")
    assert sure.score > guess.score


@pytest.mark.parametrize("label", ["PER", "HUMAN"])
def test_other_label_sets_are_understood(label: str) -> None:
    assert names(f"They saw [Lena Okafor|{label}].") == ["Lena Okafor|PERSON"]


def test_a_label_of_a_person_s_own_stays_as_it_is() -> None:
    assert names("They saw [the Orlova Group's|WEAPON] men.") == ["the Orlova Group's|WEAPON"]


def test_other_scripts_and_other_languages_are_left_to_the_model() -> None:
    assert names("They met [東京|GPE] men.") == ["東京|GPE"]
    german = "Am Dienstag hat [Brusk|GPE] die Brücke über den Fluss gesperrt, weil Risse gefunden wurden. " * 5
    assert names(german) == ["Brusk|GPE"] * 5


def test_no_articles_and_no_text() -> None:
    assert corrected([], {}) == []
    assert corrected([Read("", (), (), ())], {}) == [[]]


LABELS = st.sampled_from(["PERSON", "ORG", "GPE", "NORP", "LANGUAGE", "MISC", "CARDINAL", "WEAPON"])


@given(st.lists(reports, max_size=3), st.data())
def test_it_never_fails_and_offsets_are_valid(texts: list[str], data: st.DataObject) -> None:
    articles = []
    for text in texts:
        spans = st.builds(
            lambda a, b: Span(min(a, b), max(a, b) + 1),
            *[st.integers(0, max(len(text) - 1, 0))] * 2,
        )
        drawn = data.draw(st.lists(st.tuples(spans, LABELS), max_size=6)) if text else []
        folded = data.draw(st.lists(spans, max_size=2)) if text else []
        regions = [Region(span, "teaser", "") for span in folded]
        articles.append(Read(text, (), [Mention(span, label) for span, label in drawn], regions))
    found = corrected(articles, {"moscow": "GPE"})
    assert len(found) == len(texts)
    for article, of_article in zip(articles, found, strict=True):
        end = 0
        for one in of_article:
            assert end <= one.span.start < one.span.end <= len(article.text)
            assert one.span.surface(article.text).strip() == one.span.surface(article.text)
            assert 0 <= one.score <= 100
            assert one.reason
            assert not any(region.span.overlaps(one.span) for region in article.regions)
            end = one.span.end
    assert corrected(articles, {"moscow": "GPE"}) == found


@pytest.mark.parametrize(
    "piece", ["Aa ", "Aa-", "Aa of ", "Mr. ", "a.", "U.S.", "Ministry of the ", "Aa's ", "the Aa, ", "x", "\n"]
)
def test_monotonous_texts_are_read_through(piece: str) -> None:
    text = "the of and to in a " * 400 + piece * 5000
    mentions = [Mention(Span(start, start + 1), "ORG") for start in range(7600, len(text), 50)]
    assert len(corrected([Read(text, (), mentions, ())], {})) == 1
