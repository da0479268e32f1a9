import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import GUESSED, READ, Metadata
from corpus.clues import agency, completed, domain, language


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.gazette.example/a", "gazette.example"),
        ("http://News.Gazette.example:80/a?b", "news.gazette.example"),
        ("gazette.example/a", ""),
        ("mailto:a@gazette.example", ""),
        ("https://localhost/a", ""),
        ("https://[bad/a", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address(url: str, host: str) -> None:
    assert domain(url) == host


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BRENMARK, June 1 (Reuters) - The bridge was closed.", "Reuters"),
        ("Bridge closed\n\nBRENMARK, Norland (AP) — The bridge was closed.", "AP"),
        ("BRENMARK (Reuters) - One.\nALBION (AP) - Two.", ""),
        ("The bridge, said Mara Lind (AP), was closed.", ""),
        ("Photo: Mara Lind (Reuters)", ""),
        ("BRENMARK, June 1 (Gazette) - The bridge was closed.", ""),
    ],
)
def test_an_agency_is_read_in_a_dateline_alone(text: str, name: str) -> None:
    assert agency(text) == name


@pytest.mark.parametrize(
    ("value", "code"),
    [("en", "en"), ("EN-us", "en"), ("pt_BR", "pt"), ("English", "en"), ("deu", "de"), ("klingon", ""), ("", "")],
)
def test_languages(value: str, code: str) -> None:
    assert language(value) == code


def test_what_is_given_goes_before_what_is_read_and_that_before_what_is_guessed() -> None:
    url, file = "https://a.example/2021/02/03/x", "2020-01-02.txt"
    text = "25 May 2023\nBRENMARK, June 1 (Reuters) - The bridge was closed."
    given_ = Metadata(source="Gazette", published="2019-01-01", certainty="given", url=url)
    assert completed(given_, text, file) is given_
    known = completed(Metadata(url=url), text, file)
    assert (known.source, known.published, known.certainty) == ("a.example", "2023-05-25", READ)
    known = completed(Metadata(url=url), "No date", file)
    assert (known.published, known.certainty) == ("2021-02-03", GUESSED)
    known = completed(Metadata(), "No date", file)
    assert (known.source, known.published, known.certainty) == ("", "2020-01-02", GUESSED)
    assert completed(Metadata(), "No date", "a.txt") == Metadata()


@given(st.text(), st.text(), st.text())
def test_any_text_name_and_address_give_something_or_nothing(text: str, url: str, file: str) -> None:
    completed(Metadata(url="https://" + url), text, file)
    assert len(language(text)) in {0, 2}
