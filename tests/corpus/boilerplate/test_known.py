from hypothesis import given
from hypothesis import strategies as st

from corpus.boilerplate.known import NOTHING_KNOWN, Known, Page, known, known_from
from corpus.stories.profile import profile_of
from tests.corpus.boilerplate.marked import CLOSE, OPEN, REPORT, marked
from tests.corpus.texts import reports

HEADLINE = "Cracks close the old bridge at Brenmark\n"
LINK = "Inside the last lighthouse of the northern coast\n"
SLOGAN = "We bring the valley to your table.\n"
OTHERS = [
    "Bakers strike in Albion over the price of flour\nFour hundred bakers left their ovens cold on Monday.\n",
    "Fire destroys a barn near Westerholt\nThe barn held forty tons of hay and burned until dawn, firemen said.\n",
    "Norland wins the cup after extra time\nThe captain scored twice in the last ten minutes before a full house.\n",
]


def pages(line: str, stories: str = "abc") -> list[Page]:
    return [Page(text + line, "mail", story) for text, story in zip(OTHERS, stories, strict=True)]


def test_a_line_that_recurs_in_other_stories_is_furniture() -> None:
    text = HEADLINE + REPORT + LINK + "The ferry runs until the bridge is open again, the council said.\n"
    assert marked(text, known(pages(LINK))) == text.replace(LINK, OPEN + LINK[:-1] + CLOSE + "\n")


def test_what_speaks_to_the_reader_and_recurs_is_furniture() -> None:
    text = HEADLINE + REPORT + SLOGAN
    assert marked(text, known(pages(SLOGAN))) == HEADLINE + REPORT + OPEN + SLOGAN[:-1] + CLOSE + "\n"


def test_what_recurs_in_one_story_is_no_furniture() -> None:
    text = HEADLINE + REPORT + SLOGAN
    assert marked(text, known(pages(SLOGAN, "aaa"))) == text


def test_articles_without_a_story_tell_nothing() -> None:
    assert known(Page(text + SLOGAN) for text in OTHERS) == NOTHING_KNOWN


def test_a_sentence_that_many_reports_have_is_content() -> None:
    line = "Police said no arrests had been made and that the investigation into the case was going on.\n"
    text = HEADLINE + REPORT + line
    assert marked(text, known(pages(line))) == text


def test_copies_of_one_report_in_two_stories_keep_their_sentences() -> None:
    text = HEADLINE + REPORT
    assert marked(text, known([Page(text, "mail", "a"), Page(text, "post", "b"), Page(text, "sun", "c")])) == text


def test_the_profiles_of_a_project_tell_the_same() -> None:
    articles = [
        (profile_of("", page.text, "").pieces[1:], page.story)
        for page in [*pages(LINK), Page(HEADLINE + LINK, "", "d")]
    ]
    assert set(known_from(articles).stories) == set(known([*pages(LINK), Page(HEADLINE + LINK, "", "d")]).stories)


@given(st.lists(st.tuples(reports, st.sampled_from(["", "a", "b"])), max_size=6))
def test_counts_are_of_stories(articles: list[tuple[str, str]]) -> None:
    told: Known = known([Page(text, "", story) for text, story in articles])
    stories = {story for _, story in articles if story}
    assert all(1 < count <= len(stories) for count in told.stories.values())
    assert all(piece in told.stories for piece in told.apart)
    for text, _ in articles:
        marked(text, told)
