"""What the card of a dataset says of its numbers."""

from contextlib import closing
from pathlib import Path

from annotations.choice import ALL
from annotations.dataset import Wanted, make
from annotations.formats.jsonl import JSONL
from annotations.labels import shipped
from annotations.model import Verdict
from tests.annotations.libraries import articles, filled
from tests.annotations.projects import Sitter, judged


def test_the_card_says_how_decisions_of_several_reviewers_count(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "news.variorum")) as store:
        first, second, third = articles()[:3]
        for who in ("anna", "ben"):
            sitter = Sitter(store, who, who)
            sitter.decide(judged("Tessa Vorn", identity=f"{who}1", text=first.text), article=first)
            verdict = Verdict.ACCEPTED if who == "anna" else Verdict.UNSURE
            other = judged("Tessa Vorn", identity=f"{who}2", text=second.text, verdict=verdict)
            sitter.decide(other, article=second)
        sitter.decide(judged("Tessa Vorn", identity="b3", text=third.text), article=third)
        wanted = Wanted("Floods", "other", "", ALL, [JSONL], None, shipped(), "0.1.0")
        make(store, wanted, tmp_path / "floods")
    body = (tmp_path / "floods" / "README.md").read_text("utf-8")
    assert "with 4 accepted spans." in body
    assert "without that there are 3, and of these 1 were rejected or left unsure by another one.\n" in body
