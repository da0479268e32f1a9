import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.taken import lines, taken, texts


def test_a_row_is_an_article_and_other_columns_stay() -> None:
    data = 'ID,Headline,Body,Date,votes\r\n7,"A ""title""","One,\r\ntwo\n",2024-05-06,3\r\n8,,Three,,\r\n'
    first, second = taken("a.csv", data).articles
    assert (first.name, first.title, first.text) == ("7", 'A "title"', "One,\r\ntwo\n")
    assert (first.metadata.published, first.metadata.origin) == ("2024-05-06", "a.csv")
    assert json.loads(first.metadata.more) == {"votes": "3"}
    assert (second.name, second.title, second.text) == ("8", "Three", "Three")


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.tab"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_separator_is_found_in_the_row_of_names(name: str, sign: str) -> None:
    data = f'\ufefftext{sign}"ti,t;le"{sign}url\nOne{sign}Two{sign}\n'
    assert texts(taken(name, data)) == ["One"]


def test_a_column_alone_has_no_separator() -> None:
    assert texts(taken("a.csv", "text\nOne\nTwo\n")) == ["One", "Two"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a", "1 cells where there are 2 columns"),
        ("a,b,c", "3 cells where there are 2 columns"),
        ("a\0b,c", "a NUL at code point 1"),
        (",b", "the field 'text' is empty"),
        ('"a"b,c', "not CSV"),
    ],
)
def test_a_broken_row_costs_itself_alone(row: str, reason: str) -> None:
    gathered = taken("a.csv", f"text,title\nOne,x\n{row}\n\nTwo,y\n")
    assert texts(gathered) == ["One", "Two"]
    (trouble,) = lines(gathered)
    assert trouble.startswith("a.csv, row 2")
    assert reason in trouble


def test_a_mark_that_is_never_closed_is_told() -> None:
    gathered = taken("a.csv", 'text,title\nOne,x\n"Two,y\nThree,z\n')
    assert texts(gathered) == ["One"]
    assert "unexpected end of data" in lines(gathered)[0]


def test_bytes_in_another_encoding_cost_their_row_alone() -> None:
    data = b"text,n\n" + (b"One " * 300 + b",1\n") * 1000 + b"caf\xe9,2\nTwo,3\n"
    gathered = taken("a.csv", data)
    assert len(gathered.articles) == 1001
    assert lines(gathered) == ["a.csv, row 1001: not valid in its encoding; name its --encoding"]


@pytest.mark.parametrize("codec", ["utf-16", "utf-32", "utf-8-sig", "cp1251"])
def test_encodings(codec: str) -> None:
    text = "Министр сказал во вторник, что войска отошли от границы области."
    gathered = taken("a.csv", f'text,n\n"{text}",1\n'.encode(codec))
    assert texts(gathered) == [text]
    assert len(gathered.notices) == (codec == "cp1251")


def test_a_table_without_a_text_says_which_columns_there_are() -> None:
    (trouble,) = lines(taken("a.csv", "a,b\n1,2\n3,4\n"))
    assert trouble == (
        "a.csv: none of the 2 records has a field with a text; name it with --field text=NAME; there is a, b"
    )


def test_a_row_of_names_alone_is_told() -> None:
    assert lines(taken("a.csv", "text,title\n")) == ["a.csv: there are no records in it"]


def test_columns_of_one_name_are_refused() -> None:
    assert "two columns are called 'text'" in lines(taken("a.csv", "text,text\na,b\n"))[0]


def test_names_that_do_not_decode_are_refused() -> None:
    assert "the row of names" in lines(taken("a.csv", "text,caf\xe9\na,b\n".encode("latin-1"), encoding="utf-8"))[0]


def test_a_cell_larger_than_the_libraries_own_limit_is_read() -> None:
    long = "x" * 500_000
    assert texts(taken("a.csv", f"text,n\n{long},1\n")) == [long]


readable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(
    lambda text: bool(text.strip("\ufeff \t\r\n").strip())
)


@given(st.lists(readable, min_size=1))
def test_cells_come_back_exactly(cells: list[str]) -> None:
    table = io.StringIO(newline="")
    csv.writer(table).writerows([["text", "id"], *([cell, str(number)] for number, cell in enumerate(cells))])
    assert texts(taken("a.csv", table.getvalue())) == cells


@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.tsv"]))
def test_any_bytes_are_articles_or_troubles(data: bytes, name: str) -> None:
    taken(name, data)
    taken(name, b"text,title\n" + data)


@pytest.mark.parametrize(
    ("data", "fields", "expected"),
    [
        ("id,title,text\n1,A,One\n2,B,Two\n", {}, ["One", "Two"]),
        ("\ufeffURL;Body\nu;One\nv;Two\n", {}, ["One", "Two"]),
        ("Nr\tInhalt\n1\tOne\n2\tTwo\n", {"text": "Inhalt"}, ["One", "Two"]),
        ("Yes, a text\nin lines\n", {}, ["Yes, a text\nin lines\n"]),
        ("Text, more of it\nin lines\n", {}, ["Text, more of it\nin lines\n"]),
    ],
)
def test_a_nameless_table_is_known_by_its_first_line(data: str, fields: dict[str, str], expected: list[str]) -> None:
    assert texts(taken("-", data, fields)) == expected
