"""Copying with where it comes from: a line of JSON that says exactly where, a citation that can be read."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Metadata
from corpus.span import Span
from tests.tui.compared_stories import TEXTS, compared_desk, story
from tests.tui.key_cases import Case
from tests.tui.pilots import sitting
from tests.tui.scripts import desk_of, intricate_texts, play
from tui.actions.copying import as_citation, as_json
from tui.screens.ledger import LedgerScreen
from tui.wishes import Copy

TWO = "|Ada met Bob. Cy ran.\n\nDee sat."
COPIES = [  # keys, texts, what is copied; of JSON what follows the name
    Case("w Y", TWO, wishes='"start": 0, "end": 3, "text": "Ada"}'),
    Case("Y", "Ada m|et", wishes='"start": 4, "end": 7, "text": "met"}'),
    Case("Y", "A|da met", wishes='"start": 0, "end": 7, "text": "Ada met", "label": "EVENT"}', propose="Ada met EVENT"),
    Case("w Y", TWO, wishes='"text": "Ada", "label": "PERSON"}', propose="Ada PERSON"),
    Case("w w Y", TWO, wishes='"text": "met"}', propose="Ada met PERSON"),
    Case("w 2 Y", TWO, wishes='"text": "Ada", "label": "ORG"}', propose="Ada PERSON"),
    Case("tab x g g w Y", TWO, wishes='"text": "Ada"}', propose="Ada PERSON"),
    Case("tab space g g w Y", TWO, wishes='"text": "Ada", "label": "PERSON"}', propose="Ada PERSON"),
    Case("Y", "|", says="nothing to copy"),
    Case("g y", TWO, wishes="“Ada met Bob.” (1.txt, ¶1, 0–12)"),
    Case("w w w g y", TWO, wishes="“Ada met Bob.” (1.txt, ¶1, 0–12)"),
    Case(") ) g y", TWO, wishes="“Cy ran.” (1.txt, ¶1, 13–20)"),
    Case("g y", "Ada [met Bob. Cy] ran.", wishes="“Ada met Bob. Cy ran.” (1.txt, ¶1, 0–20)"),
    Case("g y", "Ada met.\n\n\nDee ]sat\non[ it.", wishes="“Dee sat on it.” (1.txt, ¶2, 11–25)"),
    Case("G g y", TWO, wishes="“Dee sat.” (1.txt, ¶2, 22–30)"),
    Case("g y", "Ada met.\n|\nDee", says="there is no sentence here"),
    Case("g y", "|", says="there is no sentence here"),
    Case("z y", TWO, says="there is no figure of the ledger here"),
    Case("g w", TWO, says="nothing was copied yet"),
]


@pytest.mark.parametrize("case", COPIES, ids=lambda case: f"{case.keys}-{case.texts}")
def test_keys(case: Case) -> None:
    desk = case.desk()
    wishes = play(desk, case.keys)
    assert case.says in desk.message
    if not case.wishes:
        assert wishes == []
        return
    assert len(wishes) == 1
    assert isinstance(wishes[0], Copy)
    assert wishes[0].text.endswith(case.wishes)
    if case.keys.endswith("Y"):
        assert json.loads(wishes[0].text)["article"] == desk.view.article.id
        assert json.loads(wishes[0].text)["name"] == "1.txt"


def test_what_was_copied_last_is_kept_and_can_go_to_a_file() -> None:
    desk = Case("", TWO).desk()
    assert desk.register == ""
    *_, copied, to_file = play(desk, "w y w y d g w")
    assert (copied, to_file) == (Copy("met"), Copy("met", "file"))
    assert desk.register == "met"


@given(intricate_texts, st.text(max_size=5), st.data())
def test_json_is_one_line_that_says_exactly_what_stands_where(text: str, label: str, data: st.DataObject) -> None:
    text = text or "a"
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    article = Article.of("a\x85\u2028b.txt", text)
    written = as_json(article, span, label)
    assert written.splitlines() == [written]
    assert not [char for char in written if ord(char) < 32 or 127 <= ord(char) < 160]
    told: dict[str, Any] = json.loads(written)
    assert told.pop("label", "") == label
    assert told == {
        "article": article.id,
        "name": article.name,
        "start": span.start,
        "end": span.end,
        "text": text[span.start : span.end],
    }


@pytest.mark.parametrize(
    ("about", "where"),
    [
        (Metadata(source="The Post", published="2026-05-03T09:30:00Z"), "The Post, 2026-05-03, ¶2, 5–16"),
        (Metadata(source="The Post", published="2026-05"), "The Post, 2026-05, ¶2, 5–16"),
        (Metadata(published="2026-05-03"), "a.txt, 2026-05-03, ¶2, 5–16"),
        (Metadata(source="The\n\x1b[31mPost"), "The ␛[31mPost, ¶2, 5–16"),
        (Metadata(), "a.txt, ¶2, 5–16"),
    ],
)
def test_a_citation_names_outlet_or_file_and_what_is_known(about: Metadata, where: str) -> None:
    article = Article.of("a.txt", "One.\n“Two”,\nsaid.", metadata=about)
    assert as_citation(article, Span(5, 16)) == f"““Two”, said” ({where})"


@given(intricate_texts, st.lists(st.sampled_from(["w", "l", "j", "$", "v", ")", "G", "g y", "Y"]), max_size=10))
def test_anything_can_be_copied_or_is_refused_with_a_word(text: str, keys: list[str]) -> None:
    desk = desk_of(text, proposals=[("word", "PERSON")])
    for key in keys:
        wishes = play(desk, key)
        if key in {"g y", "Y"}:
            assert bool(wishes) != bool(desk.message)
        for wish in wishes:
            assert isinstance(wish, Copy)
            assert len(wish.text.splitlines()) == 1


ROW = """saved, people: conflict
- 70: “70” (1.txt, ¶1, 24–26)
- 70: “70” (2.txt, ¶1, 27–29)
- 65: “65” (3.txt, ¶2, 30–32)"""


def test_a_row_of_the_ledger_says_what_each_report_has_and_where() -> None:
    desk = compared_desk()
    (copied,) = play(desk, "] c z y")
    assert copied == Copy(ROW)
    play(desk, "a")
    (copied,) = play(desk, "[ c z y")
    assert copied == Copy(ROW.replace("conflict", "conflict (accepted)"))


async def test_the_ledger_copies_its_group_and_says_which_way_it_went(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in (1, 2, 3)]
    for path, text in zip(paths, TEXTS, strict=True):
        path.write_text(text, "utf-8")
    async with sitting(*paths, project=tmp_path / "p.variorum", size=(160, 48)) as at:
        await at.read()
        at.app.desk.compare(story())
        await at.press("g c")
        await at.until(lambda: isinstance(at.app.screen, LedgerScreen))
        await at.press("y")
        assert at.app.desk.register == ROW
        await at.until(lambda: "clipboard" in at.text or "copied" in at.text)
