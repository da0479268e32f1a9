"""One article from the first key to the dataset, with a program installed elsewhere: `python -m tests.smoke PROGRAM`.

Run from a folder that may be written to. Leaves with an AssertionError, and the screen, at the first thing that is
not as it should be.
"""

import json
import subprocess
import sys
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from tests.terminal import Terminal, left_on

TEXT = "Hamburg\n\nMaria Keller told reporters in Hamburg on Friday that more than 70 people were safe.\n"
PROJECT = Path("smoke.variorum")


def annotate(program: str) -> None:
    """Open the article, label its first word, quit; the terminal has to be left as it was found."""
    with Terminal([program, "report.txt", "--project", str(PROJECT)]) as terminal:
        terminal.wait_for("Maria Keller told reporters")
        assert not terminal.cooked, "the keys do not reach the program one by one"
        terminal.press("g", "g", "1")
        terminal.press("q")
        assert terminal.wait_exit() == 0, terminal.text
        assert left_on(terminal.raw) == frozenset(), left_on(terminal.raw)
        assert terminal.cooked, "the terminal was not given back"


def export(program: str, name: str) -> Path:
    """The dataset that the program writes in the format `name`."""
    out = Path(f"out.{name}")
    command = [program, "export", "--project", str(PROJECT), "--format", name, "-o", str(out)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return out


def main() -> int:
    """Run it all; returns the exit status."""
    (program,) = sys.argv[1:]
    Path("report.txt").write_text(TEXT, "utf-8")
    annotate(program)
    checked = subprocess.run([program, "check", str(PROJECT)], check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    (row,) = [json.loads(line) for line in export(program, "jsonl").read_text("utf-8").splitlines()]
    (span,) = row["spans"]
    assert row["text"] == TEXT
    assert (span["label"], TEXT[span["start"] : span["end"]]) == ("PERSON", "Hamburg"), span
    docs = list(DocBin().from_disk(export(program, "spacy")).get_docs(spacy.blank("en").vocab))
    assert [(entity.text, entity.label_) for doc in docs for entity in doc.ents] == [("Hamburg", "PERSON")], docs
    print("smoke: opened, annotated, quit, exported to jsonl and spacy, loaded again")
    return 0


if __name__ == "__main__":
    sys.exit(main())
