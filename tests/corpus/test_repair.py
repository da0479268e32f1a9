import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.repair import repaired
from tests.corpus.taken import taken, texts


def test_faults_of_encoding_are_repaired_and_told() -> None:
    text = "Café naïve déjà vu"
    fixed, title, how = repaired(text.encode().decode("latin-1"), "Zürich".encode().decode("latin-1"), "")
    assert (fixed, title) == (text, "Zürich")
    assert how.startswith("repaired: ")


def test_nothing_else_is_touched() -> None:
    text = "“Curly” ‘quotes’ ﬁ ＡＢＣ e\u0301 \u00a0\r\nline\rline\n\u2028\t"
    assert repaired(text, "", "") == (text, "", "")


def test_lines_are_repaired_each_by_itself_and_keep_their_ends() -> None:
    broken = "Café".encode().decode("latin-1")
    fixed, _, _ = repaired(f"“Good”\r\n{broken}\r{broken}\n\n“Good”", "", "")
    assert fixed == "“Good”\r\nCafé\rCafé\n\n“Good”"


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", "{}"), ("a.jsonl", '{{"text": "{}"}}'), ("a.csv", "text,n\n{},1\n"),
     ("a.rss", "<rss><channel><item><description>{}</description></item></channel></rss>")],
)  # fmt: skip
def test_texts_are_repaired_only_where_a_person_asks(name: str, data: str) -> None:
    broken = "Café naïve".encode().decode("latin-1")
    assert texts(taken(name, data.format(broken))) == [broken]
    gathered = taken(name, data.format(broken), repair=True)
    assert texts(gathered) == ["Café naïve"]
    assert gathered.articles[0].metadata.decoded.startswith("repaired: ")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_can_be_looked_at(text: str) -> None:
    fixed, _, how = repaired(text, "", "")
    assert (fixed == text) == (how == "")
    if text.isascii():
        assert fixed == text
