import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.markup import text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain", "plain"),
        ("<p>One</p>\n<p> two \n three</p>", "One\ntwo three"),
        ("a<br/>b<BR>c", "a\nb\nc"),
        ("a <b>b</b> c", "a b c"),
        ("&lt;p&gt; &amp; &nbsp;&#8217;", "<p> & \u00a0’"),
        ("a <!-- <p>no --> b", "a b"),
        ("a <script>if (x < 1) { '</p>' }</script> b", "a b"),
        ("<style>p {}</STYLE>x", "x"),
        ("3 < 4 and <5", "3 < 4 and <5"),
        ("a<", "a<"),
        ("a<!-- never closed", "a"),
        ('a<img alt="x>y">b', 'ay">b'),
        ("<ul><li>x</li><li>y</li></ul>", "x\ny"),
    ],
)
def test_markup_becomes_text(markup: str, text: str) -> None:
    assert text_of(markup) == text


@given(st.text("<>/!-pb &;x\n"))
def test_anything_becomes_text(markup: str) -> None:
    assert "\0" not in text_of(markup)


@pytest.mark.parametrize("piece", ["<", "<!--", "<p", "</", "<script>", "&", "<p>", "<a ", "<!", "&#"])
def test_long_nonsense_takes_one_pass(piece: str) -> None:
    assert len(text_of(piece * 300_000)) <= 300_000 * len(piece)
