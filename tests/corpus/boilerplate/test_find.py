import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.boilerplate.find import regions
from corpus.boilerplate.kinds import KINDS
from tests.corpus.boilerplate.marked import CLOSE, OPEN, REPORT, kinds, marked, plain
from tests.corpus.texts import reports

HEADLINE = "Cracks close the old bridge at Brenmark\n"
MIDDLE = "Nobody was hurt, and the ferry will run twice an hour until the bridge is open again, the council said.\n"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share   Post   Send by e-mail   Print   Copy link", "share"),
        ("1.4k shares | 212 View comments", "share"),
        ("Spread the love", "share"),
        ("Read more: What the inspectors found under the water", "teaser"),
        ("ALSO READ | Ferry runs again after two days", "teaser"),
        ("► Related: Ten years of repairs at the harbour", "teaser"),
        ("Sign up for our free newsletter and get the day's news by email.", "promotion"),
        ("Subscribe to our channel", "promotion"),
        ("Check back for updates on this story.", "promotion"),
        ("Follow us on Twitter and Facebook", "promotion"),
        ("Click here if you would like to donate.", "promotion"),
        ("Got a story? Ring our news desk on 0100 555 0142.", "promotion"),
        ("Leave a Reply", "comments"),
        ("Your email address will not be published. Required fields are marked *", "comments"),
        ("Saw an error? Mark the words and press Ctrl + Enter", "comments"),
        ("Copyright 2024 The Brenmark Mail. All rights reserved.", "disclaimer"),
        ("Automatic translation. Original: Norlandic", "disclaimer"),
        ("The views expressed in this article are those of the author.", "disclaimer"),
        ("Photo: Ada Lindqvist/Brenmark Mail", "credit"),
        ("Image via Shutterstock", "credit"),
        ("(Reporting by Ada Lindqvist; Editing by Per Holm)", "byline"),
        ("Ada Lindqvist in Brenmark contributed to this report.", "byline"),
        ("Contact Ada Lindqvist at ada@mail.example or 555-123-4567.", "byline"),
        ("Updated: March 3, 2024 at 10:15 a.m.", "stamp"),
        ("14 Mar 2024 08:00 GMT", "stamp"),
        ("By Ada Lindqvist, Per Holm on Monday, March 18th, 2024 at 11:08 a.m.", "byline"),
        ("This content is subject to copyright.", "disclaimer"),
        ("An error has occurred, please try again later.", "chrome"),
        ("If you enjoyed this article, we have a proposition for you.", "promotion"),
        ("Welcome to the Brenmark Mail experience", "promotion"),
        ("1 / 9", "chrome"),
        (
            "WATCH: The chief of the harbour office walks over the bridge and shows where the cracks were found.",
            "teaser",
        ),
        ("Tags: bridges, Orl, repairs", "tags"),
        ("Home > News > Brenmark", "navigation"),
        ("↑ Back to top", "navigation"),
        ("Advertisement", "chrome"),
        ("Please enable JavaScript to watch this video", "chrome"),
    ],
)
def test_a_line_that_says_what_it_is(line: str, kind: str) -> None:
    text = HEADLINE + REPORT + line + "\n" + MIDDLE
    assert marked(text) == text.replace(line, OPEN + line + CLOSE)
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "Police asked residents to sign up for alerts on the council's website.",
        "Anyone with information is asked to call police at 555-123-4567 or email tips@police.example.",
        "“Follow us, and you will be safe,” the captain told them over the radio.",
        "He was sued for copyright infringement by the makers of the map.",
        "She said she would subscribe to the plan if the council paid for half of it.",
        "Smith was a reporter for the Mail before he went into politics.",
        "By Friday morning the quiet had returned to the harbour, neighbours said.",
        "No arrests have been made.",
        "The police shared photos of the car with newspapers in the region.",
        "“Please. Join us on Sunday. We need every hand,” the mayor said.",
        "The minister said the views of the union were not his own.",
        "More than 200 people watched the video of the rescue on Monday.",
    ],
)
def test_sentences_of_a_report_are_never_marked(line: str) -> None:
    text = HEADLINE + REPORT + line + "\n" + MIDDLE
    assert marked(text) == text


@pytest.mark.parametrize(
    "text",
    [
        HEADLINE + REPORT + "⟦Ferry firm loses licence over broken engines in northern fjord⟧\n" + MIDDLE,
        HEADLINE + "⟦By Ada Lindqvist and Per Holm⟧\n⟦Updated 0914 GMT, Wed March 13, 2024⟧\n" + REPORT + MIDDLE,
        HEADLINE + "⟦Ada Lindqvist in Brenmark and Per Holm in Albion⟧\n⟦Thu 14 March 2024 17.20 GMT⟧\n" + REPORT,
        HEADLINE + "\n⟦Cracks close the old bridge at Brenmark⟧\n" + REPORT,
        "⟦News Update⟧\n\n" + HEADLINE + REPORT,
        HEADLINE + REPORT + "⟦(Photo: Brenmark Fire Brigade)⟧\n" + MIDDLE,
        HEADLINE + "Lorries wait at the closed bridge. ⟦(Ada Lindqvist/Brenmark Mail)⟧\n" + REPORT,
        HEADLINE
        + "Lorries wait at the closed bridge on Tuesday. ⟦Photograph: Ada Lindqvist/AFP via Getty Images⟧\n"
        + REPORT,
        " ⟦date 2024-03-13⟧ " + HEADLINE + REPORT,
        HEADLINE + "⟦Image caption⟧ Lorries wait at the closed bridge on Tuesday morning\n" + REPORT,
        HEADLINE + "Lorries wait at the closed bridge.⟦Credit: Brenmark Mail⟧\n" + REPORT,
        HEADLINE + "Lorries wait at the closed bridge.⟦Ada Lindqvist/Brenmark Mail⟧\n" + REPORT,
        HEADLINE + "Lorries wait at the closed bridge on Tuesday morning. ⟦(AP)⟧\n" + REPORT,
        HEADLINE
        + REPORT
        + "⟦Ten Valley Walks To Take Before The SnowThe valley has more paths than roads, and some are easy.⟧\n"
        + "⟦Where To See The Best Lights In Brenmark This year the town hall is lit from four in the evening.⟧\n"
        + MIDDLE,
        HEADLINE + "Cracks were found. ⟦Stay with Channel 9 for updates on this story.⟧\n" + MIDDLE,
        HEADLINE + REPORT + "The road stays closed, the council said. ⟦– Reuters⟧",
        HEADLINE
        + REPORT
        + "⟦Related stories:⟧\n⟦Ferry runs again after two days⟧\n⟦Council to vote on a toll⟧\n"
        + MIDDLE,
        HEADLINE + REPORT + "⟦1 comment:⟧\n⟦They should have seen this coming years ago, in my view as a driver.⟧",
        HEADLINE
        + REPORT
        + "⟦Get the Mail before breakfast! Tides and ferries every morning. Your e-mail address: Subscribe⟧\n"
        + MIDDLE,
    ],
)
def test_furniture_around_and_inside_a_report(text: str) -> None:
    assert marked(plain(text)) == text


def test_a_run_of_headlines_behind_the_text_is_a_list_of_other_articles() -> None:
    tail = [
        "Norland Suspends Fishing Deal Amid Trade Dispute",
        "U.S. and Norland Reach New Agreement on River Ports",
        "Albion Court Convicts Former Minister of Fraud in Landmark Case",
    ]
    text = HEADLINE + REPORT + MIDDLE + "\n".join(tail)
    assert marked(text) == HEADLINE + REPORT + MIDDLE + "\n".join(OPEN + line + CLOSE for line in tail)


def test_what_a_colon_announces_is_a_list_of_the_report() -> None:
    text = (
        HEADLINE
        + REPORT
        + "The officers are:\nSergeant Lindqvist of the harbour patrol\nOfficer Holm of the river patrol\n"
    )
    assert marked(text + MIDDLE) == text + MIDDLE


@pytest.mark.parametrize(
    "subheading", ["What happens next", "The piers", "Why the bridge was never repaired in the past"]
)
def test_subheadings_are_content(subheading: str) -> None:
    text = HEADLINE + REPORT + subheading + "\n" + MIDDLE
    assert marked(text) == text


def test_only_the_second_copy_of_a_line_is_marked() -> None:
    line = "Divers went down to the third pier on Monday and found it sound, according to the harbour office.\n"
    text = HEADLINE + line + REPORT + line + MIDDLE
    assert marked(text) == HEADLINE + line + REPORT + OPEN + line[:-1] + CLOSE + "\n" + MIDDLE
    assert kinds(text) == ["repeat"]


def test_a_short_sentence_may_be_said_twice() -> None:
    text = HEADLINE + "No arrests have been made.\n" + REPORT + "No arrests have been made.\n" + MIDDLE
    assert marked(text) == text


@pytest.mark.parametrize(
    "text", ["", "\n\n", "One line.", "東京で橋が閉鎖された。\n共有\n", "\u0130" * 50, "a\u2028b\x85c"]
)
def test_odd_texts_have_no_regions_or_sound_ones(text: str) -> None:
    assert plain(marked(text)) == text


@pytest.mark.parametrize(
    "piece", ["a ", "a\n", "photo: ", "(", "copyright ", "By A. ", "Read more: x\n", "a » ", ". ", "@a "]
)
def test_a_megabyte_of_one_piece_ends(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    found = [region.span for region in regions(text)]
    assert found == sorted(found)
    assert all(span.end <= len(text) for span in found)


FURNITURE = (
    "Share", "Read more: a headline", "Photo: A/AP", "By A. B.", "Leave a Reply", "(Published May 3)", "___", "© 2024",
    "Image 1 of / 2", "bob says:", "Related:", "Subscribe now!", "12 comments", "a@b.co", "Home > News > World",
)  # fmt: skip


def test_a_line_that_begins_with_a_colon_is_read() -> None:
    assert regions("Share\nShare\nBy A. B.\n: Mr. Share\n")


@given(st.lists(st.tuples(reports, st.sampled_from(FURNITURE), st.sampled_from(["\n", " ", "\n\n"]))))
def test_any_text_has_regions_in_order_within_it(parts: list[tuple[str, str, str]]) -> None:
    text = "".join(report + gap + line + gap for report, line, gap in parts)
    end = 0
    for region in regions(text):
        surface = region.span.surface(text)
        assert end <= region.span.start
        assert region.span.end <= len(text)
        assert surface == surface.strip()
        assert region.kind in KINDS
        assert region.reason
        end = region.span.end


@given(reports)
def test_the_same_text_has_the_same_regions(text: str) -> None:
    assert regions(text) == regions(text)
