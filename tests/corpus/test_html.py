import os
import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.readers.html import LARGEST
from tests.bench.html import measured
from tests.corpus.taken import lines, taken, texts

FIRST = "The harbour bridge was closed on Monday after inspectors found cracks in two of its pillars, the council said."
SECOND = "Repairs will take three weeks and cost about four million, said Mara Lind, who heads the works department."
LEAD = "A bridge that thousands cross each day stays closed, and nobody knows for how long it will have to be."


def page(head: str = "", body: str = "", lang: str = "en-GB") -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><title>Bridge closed | Gazette</title>{head}</head><body>'
        f"<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><header><h1>Bridge closed</h1></header>{body}"
        f"<article><p>{FIRST}</p><p>{SECOND}</p></article>"
        "<aside><h2>More news</h2><a href='/1'>Other</a></aside><footer>Copyright. Contact us.</footer></body></html>"
    )


def test_the_main_text_has_a_line_for_each_paragraph_and_nothing_else() -> None:
    (article,) = taken("a.html", page()).articles
    assert article.text == f"{FIRST}\n{SECOND}"
    assert (article.name, article.metadata.lang, article.metadata.origin) == ("a.html", "en", "")


def test_what_a_page_says_of_itself() -> None:
    head = (
        '<meta property="og:title" content="Bridge &amp; pillars"><meta property="og:site_name" content="The Gazette">'
        '<meta name="author" content="Jo Reed"><link rel="canonical" href="https://gazette.example/bridge">'
        '<meta property="article:published_time" content="2023-05-25T10:14:00+02:00">'
    )
    (article,) = taken("a.html", page(head)).articles
    known = article.metadata
    assert article.title == "Bridge & pillars"
    assert (known.source, known.author, known.url) == ("The Gazette", "Jo Reed", "https://gazette.example/bridge")
    assert (known.published, known.certainty) == ("2023-05-25T10:14:00+02:00", "given")


def test_a_date_in_the_data_for_machines_counts_when_there_is_one_alone() -> None:
    one = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-05-25"}</script>'
    assert taken("a.html", page(one)).articles[0].metadata.published == "2023-05-25"


def test_an_address_gives_the_outlet_and_guesses_the_day() -> None:
    head = '<link rel="canonical" href="https://www.gazette.example/2023/05/25/bridge">'
    known = taken("a.html", page(head)).articles[0].metadata
    assert known.source in {"gazette.example", "Gazette"}
    assert known.published == "2023-05-25"
    assert known.certainty in {"read", "guessed"}


def test_the_lead_below_the_headline_belongs_to_the_text() -> None:
    head = f'<meta name="description" content="{LEAD[:80]} …">'
    lead = f"<div><span>{LEAD}</span></div>"
    assert texts(taken("a.html", page(head, lead))) == [f"{LEAD}\n{FIRST}\n{SECOND}"]
    assert texts(taken("a.html", page(head, f"<aside>{lead}</aside>"))) == [f"{FIRST}\n{SECOND}"]
    assert texts(taken("a.html", page(head))) == [f"{FIRST}\n{SECOND}"], "what is not on the page is no lead"


@pytest.mark.parametrize(
    ("meta", "codec"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-5">', "iso-8859-5"),
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "utf-8"),
    ],
)
def test_the_encoding_that_a_page_says_counts(meta: str, codec: str) -> None:
    text = "Министр сказал во вторник, что войска отошли от границы области, и назвал это решение правильным."
    markup = page(meta).replace(FIRST, text)
    gathered = taken("a.html", markup.encode(codec))
    assert texts(gathered) == [f"{text}\n{SECOND}"]
    assert gathered.notices == ()


def test_a_page_that_says_none_is_guessed_at() -> None:
    text = "The café’s owner said it’s closed – for now – and paid €400 to each of the people who work there."
    gathered = taken("a.html", page().replace(FIRST, text).encode("cp1252"))
    assert texts(gathered) == [f"{text}\n{SECOND}"]
    assert [article.metadata.decoded for article in gathered.articles] == ["cp1252, guessed"]


def test_broken_bytes_in_a_page_cost_no_more_than_themselves() -> None:
    data = page('<meta charset="utf-8">').encode().replace(b"harbour", b"harb\xffour\0")
    gathered = taken("a.html", data)
    (article,) = gathered.articles
    assert [str(notice) for notice in gathered.notices] == [
        "a.html: not valid utf-8; what does not decode is shown as U+FFFD"
    ]
    assert article.text.startswith("The harb\ufffdour bridge")
    assert article.metadata.decoded == "utf-8, with errors replaced"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("", "empty"),
        ("<html></html>", "no main text"),
        ("<html><body><script>let x = 1</script></body></html>", "no main text"),
        ("\x89PNG and so on", "no main text"),
    ],
)
def test_a_page_without_a_main_text_is_one_trouble(data: str, reason: str) -> None:
    (trouble,) = lines(taken("a.html", data))
    assert trouble.startswith("a.html: ")
    assert reason in trouble


def test_a_page_that_is_too_large_is_refused() -> None:
    assert "larger than 16 MB" in lines(taken("a.html", "<p>" + "x" * LARGEST))[0]


def test_markup_that_is_never_closed_is_read() -> None:
    assert texts(taken("a.html", f"<html><body><div><p>{FIRST}<p>{SECOND}<div><b>")) == [f"{FIRST}\n{SECOND}"]


@pytest.mark.parametrize(
    "nonsense",
    [
        "<div>" * 50_000,
        "<b><i>" * 20_000,
        "<table><tr><td>" * 5_000,
        "<" * 100_000,
        "<p " + "a=1 " * 50_000,
        "<ul><li>x y z</ul>" * 20_000,
        "<p>x</p>" * 100_000,
    ],
    ids=["divs", "inline", "tables", "signs", "attributes", "lists", "paragraphs"],
)
def test_markup_made_to_do_harm_ends(nonsense: str) -> None:
    gathered = taken("a.html", page(body=nonsense))
    assert len(gathered.articles) + len(gathered.troubles) == 1


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []

    class Watched(socket.socket):
        def __init__(self, *arguments: object) -> None:
            opened.append(arguments)
            raise OSError("no network")

    monkeypatch.setattr(socket, "socket", Watched)
    head = '<link rel="canonical" href="http://127.0.0.1:9/x"><link rel="alternate" href="http://127.0.0.1:9/feed">'
    body = '<img src="http://127.0.0.1:9/i.png"><iframe src="http://127.0.0.1:9/"></iframe>'
    assert len(taken("a.html", page(head, body)).articles) == 1
    assert opened == []


def test_pages_are_known_whatever_the_suffix() -> None:
    assert texts(taken("stdin", page())) == [f"{FIRST}\n{SECOND}"]
    assert texts(taken("stdin", page().encode("utf-16"))) == [f"{FIRST}\n{SECOND}"]


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_are_articles_or_troubles(data: bytes) -> None:
    taken("a.html", data)
    taken("a.html", page(body="@@").encode().replace(b"@@", data))


def test_pages_of_the_web_are_read_at_least_as_well_as_by_the_library_alone() -> None:
    scores = measured(Path(os.environ.get("TRAFILATURA_TESTS", "absent")))
    if not scores:
        pytest.skip("the evaluation data is not here")
    assert scores["ours"].figures()["f1"] >= scores["library"].figures()["f1"]
