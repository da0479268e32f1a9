import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.taken import lines, taken, texts

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Gazette</title><link>https://gazette.example/</link><language>en-us</language>
<description>News</description>
<item><link>https://gazette.example/1</link><guid isPermaLink="false">g-1</guid>
<media:title>Not this</media:title><media:content url="x.jpg" type="image/jpeg"/>
<title>Bridge &amp;amp; tunnel</title><category>Local</category>
<category>Traffic</category><dc:creator>Ann</dc:creator>
<pubDate>Thu, 25 May 2023 10:14:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>One &amp; <b>two</b>.</p><script>x()</script><p>Three<br>four</p>]]></content:encoded>
</item>
<item><title>Second</title><link>https://gazette.example/2</link>
<description>&lt;p&gt;Only this.&lt;/p&gt;</description></item>
<item><title>Nothing</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">The Lantern</title><id>urn:x</id>
<entry><title>One</title><link rel="self" href="https://l.example/self"/><link href="https://l.example/1"/>
<id>urn:1</id><published>2023-05-25T10:14:00Z</published><updated>2023-05-26T00:00:00Z</updated>
<author><name>Bo</name></author><summary>In short</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; B</p><p>C <em>d</em></p></div></content>
</entry>
<entry><title>Two</title><id>urn:2</id><content type="text">Plain &lt;b&gt; text</content></entry>
<entry><id>urn:3</id><content type="html">&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&lt;/p&gt;</content></entry>
<entry><id>urn:4</id><summary>1 &lt; 2</summary></entry>
</feed>"""


def test_rss() -> None:
    gathered = taken("a.rss", RSS)
    first, second = gathered.articles
    assert (first.name, first.title, first.text) == ("g-1", "Bridge & tunnel", "One & two.\nThree\nfour")
    known = first.metadata
    assert (known.source, known.published, known.certainty) == ("The Gazette", "2023-05-25T10:14:00+02:00", "given")
    assert (known.url, known.lang, known.author, known.origin) == ("https://gazette.example/1", "en", "Ann", "a.rss")
    assert json.loads(known.more) == {"category": ["Local", "Traffic"]}
    assert (second.name, second.text) == ("https://gazette.example/2", "Only this.")
    assert lines(gathered) == ["a.rss, entry 3: there is no field with a text"]


def test_atom() -> None:
    one, two, three, four = taken("a.atom", ATOM).articles
    assert (one.name, one.text, one.metadata.author) == ("urn:1", "A < B\nC d", "Bo")
    assert (one.metadata.url, one.metadata.published) == ("https://l.example/1", "2023-05-25T10:14:00Z")
    assert one.metadata.source == "The Lantern"
    assert (two.name, two.text) == ("urn:2", "Plain <b> text")
    assert [three.text, four.text] == ["A\nB", "1 < 2"]


def test_rdf_has_its_items_beside_the_channel() -> None:
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        "<channel><title>Old</title></channel><item><title>T</title><description>Text</description></item></rdf:RDF>"
    )
    (article,) = taken("stdin", rdf).articles
    assert (article.title, article.text, article.metadata.source) == ("T", "Text", "Old")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "iso-8859-1", "windows-1251"])
def test_the_encoding_is_the_one_that_the_file_says(codec: str) -> None:
    text = "Слово" if codec == "windows-1251" else "café"
    data = f'<?xml version="1.0" encoding="{codec.removesuffix("-sig")}"?><rss><channel><item><description>{text}'
    assert texts(taken("a.xml", (data + "</description></item></channel></rss>").encode(codec))) == [text]


@pytest.mark.parametrize("encoding", ["cp1251", "cp1251:replace"])
def test_an_encoding_that_is_named_goes_before_what_the_file_says(encoding: str) -> None:
    item = "<item><description>Слово</description></item>"
    data = f'<?xml version="1.0" encoding="utf-8"?><rss><channel>{item}</channel></rss>'
    assert texts(taken("a.xml", data.encode("cp1251"), encoding=encoding)) == ["Слово"]


def test_a_feed_that_says_no_encoding_is_guessed_at() -> None:
    data = "<rss><channel><item><description>It’s the café’s</description></item></channel></rss>"
    gathered = taken("a.xml", data.encode("cp1252"))
    assert [(article.text, article.metadata.decoded) for article in gathered.articles] == [
        ("It’s the café’s", "cp1252, guessed")
    ]
    assert len(gathered.notices) == 1


LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (f'<?xml version="1.0"?>{LAUGHS}<rss><channel><item><description>&b;', "DTD"),
        ('<!DOCTYPE rss SYSTEM "file:etc"><rss/>', "DTD"),
        ("<rss><channel><item>", "not XML"),
        ("<rss>" + "<a>" * 100_000, "nested too deeply"),
        ("<other><a/></other>", "not a feed"),
        ('<?xml version="1.0" encoding="klingon"?><rss/>', "not XML"),
        ("", "empty"),
    ],
)
def test_what_is_no_feed_is_refused_with_the_reason(data: str, reason: str) -> None:
    (trouble,) = lines(taken("a.xml", data))
    assert trouble.startswith("a.xml: ")
    assert reason in trouble


def test_what_comes_before_a_break_is_read() -> None:
    gathered = taken("a.rss", RSS[: RSS.index("<item><title>Second")] + "<item><oops></item>")
    assert [article.name for article in gathered.articles] == ["g-1"]
    assert "mismatched tag" in lines(gathered)[0]


@given(st.binary(max_size=200))
def test_any_bytes_are_articles_or_troubles(data: bytes) -> None:
    taken("a.xml", data)
    taken("a.xml", b"<rss><channel><item><description>" + data + b"</description></item></channel></rss>")


def test_elements_that_a_person_names_go_before_the_best_ones() -> None:
    gathered = taken("a.atom", ATOM, {"text": "Summary", "published": "updated", "title": "id"})
    one, four = gathered.articles
    assert (one.text, one.title, one.metadata.published) == ("In short", "urn:1", "2023-05-26T00:00:00Z")
    assert (one.name, four.text) == ("https://l.example/1", "1 < 2")
    assert json.loads(one.metadata.more) == {"text": "A < B\nC d", "title": "One", "published": "2023-05-25T10:14:00Z"}
    assert len(gathered.troubles) == 2


def test_elements_are_named_whatever_markup_is_in_them() -> None:
    fields = {"text": "description", "title": "category", "url": "guid", "author": "creator", "source": "-"}
    first, second = taken("a.rss", RSS, fields).articles
    assert (first.text, second.text) == ("Short.", "Only this.")
    assert (first.metadata.url, first.metadata.author, first.metadata.source) == ("g-1", "Ann", "")
    assert (first.title, second.title) == ("Local, Traffic", "Only this.")


def test_several_elements_of_a_name_are_one_text() -> None:
    (article,) = taken("a.rss", RSS, {"text": "category"}).articles
    assert article.text == "Local\nTraffic"


def test_markup_of_other_elements_becomes_text_where_it_is_the_text() -> None:
    item = "<item><title>T</title><fulltext>&lt;p&gt;A &amp;amp; B&lt;/p&gt;</fulltext></item>"
    data = f"<rss><channel>{item}</channel></rss>"
    assert texts(taken("a.rss", data, {"text": "fulltext"})) == ["A & B"]


def test_a_name_that_no_entry_has_is_told_once_with_the_elements_there_are() -> None:
    gathered = taken("a.rss", RSS, {"author": "kicker"})
    assert len(gathered.articles) == 2
    (told,) = [line for line in lines(gathered) if "kicker" in line]
    assert told.startswith("a.rss: no record has a field 'kicker' for author; there is link, guid, title, category, ")
    assert "description, encoded" in told


def test_a_field_that_no_article_has_is_told_for_feeds_too() -> None:
    assert "no field of an article is called 'colour'" in lines(taken("a.rss", RSS, {"colour": "title"}))[0]
