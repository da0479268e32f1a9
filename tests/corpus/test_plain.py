import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import GUESSED, READ
from tests.corpus.taken import lines, taken, texts

readable = st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(
    lambda text: bool(text.strip("\ufeff \t\r\n").strip())
)


@given(readable, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_every_code_point_stays_with_its_line_ends_and_its_mark(text: str, codec: str) -> None:
    mark = "" if codec == "utf-8" else "\ufeff"
    assert texts(taken("a.txt", text.encode(codec))) == [mark + text]


def test_the_title_is_the_first_line_that_is_not_blank() -> None:
    assert taken("a.txt", "\ufeff\n\n  A title \nText").articles[0].title == "A title"


@pytest.mark.parametrize("name", ["a.md", "a.MARKDOWN"])
def test_the_title_of_markdown_is_its_heading_and_its_text_stays(name: str) -> None:
    (article,) = taken(name, "# A *title* #\n\nText\n").articles
    assert (article.title, article.text) == ("A *title*", "# A *title* #\n\nText\n")
    assert taken("a.txt", "# A title").articles[0].title == "# A title"


def test_a_date_is_read_in_the_text_or_guessed_from_the_name() -> None:
    known = taken("2020-01-02_x.txt", "A title\n25 May 2023\n\nText").articles[0].metadata
    assert (known.published, known.certainty) == ("2023-05-25", READ)
    known = taken("2020-01-02_x.txt", "A title\n\nText").articles[0].metadata
    assert (known.published, known.certainty) == ("2020-01-02", GUESSED)


def test_what_is_nothing_else_is_plain() -> None:
    for data in ("Text", "< 5 people", "[1] A note", "{not json", "a,b\n1,2", "--- \nx"):
        gathered = taken("stdin", data)
        assert texts(gathered) == ([data] if data != "{not json" else []) or lines(gathered)


@given(st.binary(max_size=300))
def test_any_bytes_are_articles_or_troubles(data: bytes) -> None:
    for name in ("a.txt", "stdin"):
        gathered = taken(name, data)
        assert gathered.articles or gathered.troubles
