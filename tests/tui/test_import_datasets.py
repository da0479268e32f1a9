"""`variorum import` of datasets, as a script calls it, and the desk on what came in."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from annotations.formats.csv_table import CSV
from annotations.gold import Offer
from annotations.model import Proposal, Verdict
from annotations.store import Store
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.span import Span
from tests.annotations.projects import lines_of
from tests.annotations.shared_files import real
from tests.tui.pilots import sitting
from tests.tui.programs import REPORT, decided, run, settings
from tui.imported import with_imported
from tui.marks import Marks

PROJECT = ("--project", "p.variorum")
ROWS: list[dict[str, Any]] = [
    {"id": "one", "text": "👩 Ann met Bob.", "spans": [{"start": 2, "end": 5, "label": "PERSON"}]},
    {"id": "two", "text": "Nobody came.", "spans": []},
]


def written(folder: Path, name: str, *rows: dict[str, Any]) -> None:
    (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def test_articles_and_annotations_come_in_alike(tmp_path: Path) -> None:
    written(tmp_path, "gold.jsonl", *ROWS)
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    done = run(tmp_path, "import", "gold.jsonl", "report.txt", *PROJECT, "--reviewer", "zoe")
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == [
        "gold.jsonl: decisions of nobody in particular are those of zoe",
        "gold.jsonl (spans): 2 articles new, 0 there already; zoe: 1 annotation new, 0 there already",
        "p.variorum: 1 article added; 3 placed in 2 stories",
    ]
    assert decided(tmp_path / "p.variorum") == ["Ann PERSON accepted"]
    assert lines_of(tmp_path / "p.variorum") == []
    again = run(tmp_path, "import", "gold.jsonl", *PROJECT, "--reviewer", "zoe")
    assert again.stderr.splitlines()[-1] == (
        "gold.jsonl (spans): 0 articles new, 2 there already; zoe: 0 annotations new, 1 there already"
    )


def test_nobodys_decisions_are_those_of_whom_the_settings_name(tmp_path: Path) -> None:
    settings(tmp_path, 'reviewer = "Ada L."\n')
    written(tmp_path, "gold.jsonl", *ROWS)
    assert "Ada L.: 1 annotation new" in run(tmp_path, "import", "gold.jsonl", *PROJECT).stderr


def test_of_a_file_with_a_fault_nothing_comes_in_but_the_others_do(tmp_path: Path) -> None:
    bad = {"id": "bad", "text": "Ann.", "spans": [{"start": 0, "end": 9, "label": "PERSON"}]}
    written(tmp_path, "bad.jsonl", ROWS[0] | {"id": "first", "text": "👩 Ann met Bo."}, bad)
    done = run(tmp_path, "import", "bad.jsonl", *PROJECT)
    assert done.returncode == 1
    assert done.stderr.startswith("bad.jsonl")
    assert "(nothing of it was taken in)" in done.stderr
    assert not (tmp_path / "p.variorum").exists()
    written(tmp_path, "gold.jsonl", *ROWS)
    done = run(tmp_path, "import", "bad.jsonl", "gold.jsonl", *PROJECT)
    assert (done.returncode, len(decided(tmp_path / "p.variorum"))) == (1, 1)


@pytest.mark.parametrize("unit", ["utf-16", "utf-8"])
def test_offsets_in_another_unit_need_a_flag(tmp_path: Path, unit: str) -> None:
    start = {"utf-16": 3, "utf-8": 5}[unit]
    row = ROWS[0] | {"spans": [{"start": start, "end": start + 3, "label": "PERSON"}]}
    written(tmp_path, "gold.jsonl", row)
    done = run(tmp_path, "import", "gold.jsonl", *PROJECT)
    assert done.returncode == 1
    assert f"add --offsets {unit}" in done.stderr
    done = run(tmp_path, "import", "gold.jsonl", *PROJECT, "--offsets", unit)
    assert (done.returncode, decided(tmp_path / "p.variorum")) == (0, ["Ann PERSON accepted"])


def test_a_dry_run_makes_no_project_and_changes_none(tmp_path: Path) -> None:
    written(tmp_path, "gold.jsonl", *ROWS)
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    words = ("import", "gold.jsonl", "report.txt", *PROJECT, "--reviewer", "zoe")
    done = run(tmp_path, *words, "--dry-run")
    assert done.returncode == 0
    assert done.stderr.splitlines()[0] == "p.variorum: would come in: 1 article new; 0 there already"
    assert "would come in: 2 articles new, 0 there already; zoe: 1 annotation new" in done.stderr
    assert not (tmp_path / "p.variorum").exists()
    run(tmp_path, *words)
    before = (tmp_path / "p.variorum").read_bytes()
    done = run(tmp_path, *words, "--dry-run")
    assert "would come in: 0 articles new; 1 there already" in done.stderr
    assert "would come in: 0 articles new, 2 there already" in done.stderr
    assert (tmp_path / "p.variorum").read_bytes() == before


def test_an_export_comes_in_and_goes_out_the_same(tmp_path: Path) -> None:
    written(tmp_path, "gold.jsonl", *ROWS)
    run(tmp_path, "import", "gold.jsonl", "--project", "a.variorum")
    out = ("export", "--format", "jsonl")
    assert run(tmp_path, *out, "--project", "a.variorum", "-o", "a.jsonl").returncode == 0
    assert run(tmp_path, "import", "a.jsonl", "--project", "b.variorum").returncode == 0
    assert run(tmp_path, *out, "--project", "b.variorum", "-o", "b.jsonl").returncode == 0
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_a_format_that_is_none_and_a_path_that_is_none(tmp_path: Path) -> None:
    done = run(tmp_path, "import", "gold.jsonl", *PROJECT, "--format", "spens")
    assert (done.returncode, "no format is called 'spens'" in done.stderr) == (2, True)
    done = run(tmp_path, "import", "gold.jsonl", *PROJECT, "--format", "spans")
    assert done.returncode == 1
    assert done.stderr.startswith("gold.jsonl: No such file or directory (nothing of it was taken in)")
    assert not (tmp_path / "p.variorum").exists()


def test_a_folder_with_datasets_and_articles(tmp_path: Path) -> None:
    (tmp_path / "ex" / "more").mkdir(parents=True)
    written(tmp_path / "ex", "gold.jsonl", *ROWS)
    written(tmp_path / "ex" / "more", "Bob.jsonl", {"id": "b", "text": "Bob.", "spans": [[0, 3, "X"]]})
    (tmp_path / "ex" / "report.txt").write_text(REPORT, "utf-8")
    (tmp_path / "ex" / "words.conll").write_bytes("Ann B-PER\n".encode("utf-16"))
    done = run(tmp_path, "import", "ex", *PROJECT, "--reviewer", "zoe")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "ex/words.conll, line 1: not UTF-8; save it as UTF-8, or name its --encoding (nothing of it was taken in)",
        "ex/gold.jsonl: decisions of nobody in particular are those of zoe",
        "ex/gold.jsonl (spans): 2 articles new, 0 there already; zoe: 1 annotation new, 0 there already",
        "ex/more/Bob.jsonl: decisions of nobody in particular are those of zoe",
        "ex/more/Bob.jsonl (spans): 1 article new, 0 there already; zoe: 1 annotation new, 0 there already",
        "p.variorum: 1 article added; 4 placed in 3 stories",
    ]
    with closing(Store(tmp_path / "p.variorum", read_only=True)) as store:
        assert {one.name for one in store.articles()} == {"one", "two", "b", "report.txt"}


def test_a_pattern_and_a_folder_of_a_format_that_is_named(tmp_path: Path) -> None:
    written(tmp_path, "a.jsonl", ROWS[0])
    written(tmp_path, "b.jsonl", ROWS[1])
    for number, (words, articles) in enumerate([(("a*.jsonl",), 1), (("*.jsonl", "--format", "spans"), 2)]):
        done = run(tmp_path, "import", *words, "--project", f"{number}.variorum", "--dry-run")
        assert (done.returncode, done.stderr.count("1 article new")) == (0, articles), done.stderr
    done = run(tmp_path, "import", ".", *PROJECT, "--format", "spans")
    assert (done.returncode, decided(tmp_path / "p.variorum")) == (0, ["Ann PERSON accepted"])
    done = run(tmp_path, "import", ".", *PROJECT, "--format", "iob2")
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == ".: no file in this folder ends in .conll, as those of iob2 do"


def test_a_dataset_of_ours_comes_in_whole_and_nothing_else_of_it(tmp_path: Path) -> None:
    written(tmp_path, "gold.jsonl", *ROWS)
    run(tmp_path, "import", "gold.jsonl", "--project", "a.variorum", "--reviewer", "zoe")
    made = run(tmp_path, "dataset", "set", "--project", "a.variorum", "--format", "jsonl", "--format", "iob2")
    assert made.returncode in {0, 4}, made.stderr
    done = run(tmp_path, "import", "set", *PROJECT, "--reviewer", "ben")
    assert done.returncode == 0, done.stderr
    lines = done.stderr.splitlines()
    assert lines[0] == "set/data/train.conll (iob2): left out, as another format beside it holds no less"
    assert lines[1] == (
        "set/data/train.jsonl (jsonl): 2 articles new, 0 there already; zoe: 1 annotation new, 0 there already"
    )


def test_parts_of_ours_without_stories_are_no_fault(tmp_path: Path) -> None:
    written(tmp_path, "gold.jsonl", {**ROWS[0], "story": "one"})
    run(tmp_path, "import", "gold.jsonl", "--project", "a.variorum")
    formats = [word for name in ("jsonl", "spacy-json", "brat") for word in ("--format", name)]
    made = run(tmp_path, "dataset", "set", "--project", "a.variorum", *formats, "--split", "1/1/1")
    assert made.returncode in {0, 4}, made.stderr
    [full] = (tmp_path / "set" / "data").glob("*.jsonl")
    for part in {"train", "dev", "test"} - {full.stem}:  # as other versions and tools write them
        full.with_name(f"{part}.jsonl").touch()
    assert sum(one.stat().st_size == 0 for one in (tmp_path / "set" / "data").glob("*.jsonl")) == 2
    done = run(tmp_path, "import", "set", *PROJECT)
    assert (done.returncode, "could not be taken in" in done.stderr) == (0, False), done.stderr
    assert decided(tmp_path / "p.variorum") == ["Ann PERSON accepted"]


def test_one_line_tells_of_all_that_is_left_out_and_none_of_what_is_empty(tmp_path: Path) -> None:
    written(tmp_path, "gold.jsonl", *ROWS)
    run(tmp_path, "import", "gold.jsonl", "--project", "a.variorum", "--reviewer", "zoe")
    formats = [word for name in ("cas-json", "jsonl", "brat", "iob2") for word in ("--format", name)]
    made = run(tmp_path, "dataset", "set", "--project", "a.variorum", *formats)
    assert made.returncode in {0, 4}, made.stderr
    CSV.write([], tmp_path / "set" / "data" / "dev.csv")
    done = run(tmp_path, "import", "set", *PROJECT)
    assert done.returncode == 0, done.stderr
    first, *others = done.stderr.splitlines()
    assert first == "set/data: 3 of brat, cas-json, iob2 left out, as another format beside them holds no less"
    assert [line.split(":")[0] for line in others if line.startswith("set")] == ["set/data/train.jsonl (jsonl)"]
    alone = run(tmp_path, "import", "set/data/dev.csv", "--project", "b.variorum", "--dry-run")
    assert "set/data/dev.csv (csv): would come in: 0 articles new" in alone.stderr


def test_what_looks_like_annotations_and_comes_in_without_them_is_told(tmp_path: Path) -> None:
    written(tmp_path, "theirs.jsonl", {"text": REPORT, "spans": [{"begin": 0, "stop": 3, "type": "PERSON"}]})
    done = run(tmp_path, "import", "theirs.jsonl", *PROJECT)
    assert done.returncode == 0
    assert done.stderr.splitlines()[0] == (
        "theirs.jsonl: 'spans' of 1 of its records came in as a field and not as annotations; "
        "variorum import --format NAME says what stands in the way"
    )


def test_where_a_dataset_alone_brought_articles_no_line_says_that_nothing_is_new(tmp_path: Path) -> None:
    written(tmp_path, "gold.jsonl", ROWS[0])
    (tmp_path / "table.csv").write_text("a,b\n1,2\n", "utf-8")
    done = run(tmp_path, "import", "gold.jsonl", "table.csv", *PROJECT)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "p.variorum: no other article; 1 placed in 1 story; 1 record could not be taken in"
    )


def test_options_for_articles_are_refused_with_a_dataset(tmp_path: Path) -> None:
    written(tmp_path, "gold.jsonl", *ROWS)
    (tmp_path / "a.conll").write_bytes("Señor B-PER\n".encode("latin-1"))
    for option in (("--field", "text=body"), ("--encoding", "latin-1"), ("--repair",)):
        done = run(tmp_path, "import", "gold.jsonl", *PROJECT, *option)
        assert done.returncode == 1
        assert done.stderr == (
            f"variorum: gold.jsonl: {option[0]} is for articles, and this is a dataset (spans); "
            "import datasets in a call without it\n"
        )
    assert not (tmp_path / "p.variorum").exists()
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    assert run(tmp_path, "import", "report.txt", "--project", "texts.variorum", "--repair").returncode == 0
    done = run(tmp_path, "import", "a.conll", *PROJECT, "--encoding", "latin-1")
    assert (done.returncode, decided(tmp_path / "p.variorum")) == (0, ["Señor PER accepted"])


def test_what_a_person_has_to_know_is_said_in_a_line(tmp_path: Path) -> None:
    spans = [{"start": 4, "end": 6, "label": "PERSON"}, {"start": 8, "end": 11, "label": "PERSON"}]
    written(tmp_path, "cut.jsonl", {"id": "one", "text": "👩 Hannah met Bob.", "spans": spans})
    assert (
        "cut.jsonl: 2 of 2 spans begin or end inside a word"
        in run(tmp_path, "import", "cut.jsonl", *PROJECT, "--dry-run", "--offsets", "code-points").stderr.splitlines()
    )
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(tmp_path / "cut.jsonl", "cut.jsonl")
    done = run(tmp_path, "import", "a.zip", *PROJECT)
    assert done.stderr.splitlines()[0] == (
        "a.zip: cut.jsonl in it looks like a dataset (spans), but comes in without its annotations: "
        "unpack it to have them"
    )


def test_a_folder_of_another_program(tmp_path: Path) -> None:
    folder = real("brat", "TDT")
    done = run(tmp_path, "import", str(folder), *PROJECT)
    assert done.returncode == 0, done.stderr
    assert "(brat): 4 articles new" in done.stderr
    assert lines_of(tmp_path / "p.variorum") == []


@pytest.fixture
def guessed(tmp_path: Path, project: Path) -> Path:
    """A project with proposals of a file."""
    spans = [{"start": 57, "end": 64, "label": "QUANTITY"}]
    # A word that no reader takes for a name, so that it is the file that proposes it.
    spans.append({"start": 13, "end": 16, "label": "EVENT"})
    written(tmp_path, "guess.jsonl", {"id": "one", "text": REPORT, "spans": spans})
    name = ("--as", "proposals", "--model-name", "guesser 2")
    done = run(tmp_path, "import", "guess.jsonl", "--project", str(project.absolute()), *name)
    assert done.returncode == 0, done.stderr
    assert "2 proposals new, 0 there already" in done.stderr
    return project


async def test_proposals_stand_on_the_desk_and_are_judged_like_others(guessed: Path) -> None:
    async with sitting(project=guessed) as at:
        await at.read()
        marks = at.app.desk.views[0].marks
        [mark] = [one for one in marks.covering(13, 16) if one.label == "EVENT"]
        assert (mark.state, mark.of.model) == ("proposed", "guesser 2")  # type: ignore[union-attr]
        for _ in range(12):
            if at.selected == "met":
                break
            await at.press("tab")
        assert at.selected == "met"
        await at.press("a")
    with closing(Store(guessed, read_only=True)) as store:
        [one] = [one for one in store.annotations() if one.surface == "met"]
    assert (one.verdict, one.label, one.origin and one.origin.model) == (Verdict.ACCEPTED, "EVENT", "guesser 2")


def test_a_reading_keeps_its_own_where_both_say_the_same() -> None:
    own = Mention(Span(0, 3), "PERSON", 60)
    offers = [Offer(Proposal(Span(0, 3), label, "guesser"), 40) for label in ("PERSON", "ORG")]
    marks = Marks()
    marks.set_imported(offers)
    marks.set_analysis(analysis_of(ModelId("sm", "1"), [], [], [own]))
    found = [(one.label, one.of.model) for one in marks.between(0, 3) if isinstance(one.of, Proposal)]
    assert found == [("ORG", "guesser"), ("PERSON", "sm 1")]
    assert [
        one.score for one in with_imported(marks.analysis or analysis_of(ModelId("", ""), [], [], []), []).mentions()
    ] == [60]
