"""The verbs that give gold out: what a script sees of them, and the codes that it can rely on."""

import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import spacy

from annotations.analyses import save_analysis
from annotations.events import Finished
from annotations.model import Verdict
from annotations.store import Store
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.article import Article, Metadata
from corpus.span import Span
from tests.annotations.libraries import articles, filled
from tests.annotations.projects import Sitter, judged
from tests.tui.programs import run

PROJECT = ("--project", "news.variorum")
MODEL = ("--model", "blank:en")
RULES = "variorum: names and figures are read by rules only\n"


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "news.variorum"
    with closing(filled(path)) as store:
        anna, ben = Sitter(store, "anna", "a"), Sitter(store, "ben", "b")
        for number, article in enumerate(articles()):
            who = "Tessa Vorn" if number < 3 else "Osei Brand"
            anna.decide(judged(who, identity=f"a{number}", text=article.text), Finished(), article=article)
        first, second, *_ = articles()
        ben.decide(judged("Harlow Bridge", "FAC", identity="b1", text=first.text), Finished(), article=first)
        ben.decide(judged("Tessa Vorn", identity="b2", text=first.text), article=first)
        ben.decide(judged("Harlow", "GPE", identity="b3", text=second.text), article=second)
    return path


@pytest.fixture
def folder(_made: Path, tmp_path: Path) -> Path:
    """Where a project lies: anna finished its six articles in two stories, ben one of them."""
    shutil.copy(_made, tmp_path / "news.variorum")
    return tmp_path


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def exported(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    done = run(folder, "export", *PROJECT, "--format", "jsonl", "-o", "gold.jsonl", *arguments)
    assert done.returncode == 0, done.stderr
    return lines(folder / "gold.jsonl")


def labels(rows: list[dict[str, Any]]) -> set[str]:
    return {span["label"] for row in rows for span in row["spans"]}


# export


def test_a_split_is_a_file_for_each_part_with_whole_stories(folder: Path) -> None:
    done = run(folder, "export", *PROJECT, "--format", "jsonl", "-o", "gold.jsonl", "--split", "1/1/1", "--seed", "3")
    assert done.returncode == 0
    empty, *told = done.stderr.splitlines()
    assert empty.endswith(" is empty: 2 stories cannot fill 3 parts")
    assert [line.split(" written to ")[1] for line in told] == [
        f"gold.{part}.jsonl and read back" for part in ("train", "dev", "test")
    ]
    parts = [lines(folder / f"gold.{part}.jsonl") for part in ("train", "dev", "test")]
    stories = [{row["story_id"] for row in rows} for rows in parts]
    assert sum(map(len, parts)) == 6
    assert sum(map(len, stories)) == len(set().union(*stories)) == 2


def test_another_seed_is_named_where_there_are_stories_enough(folder: Path) -> None:
    split = ("--split", "1/1", "--seed")
    said = [
        run(folder, "export", *PROJECT, "--format", "jsonl", "-o", f"{seed}.jsonl", *split, str(seed)).stderr
        for seed in range(8)
    ]
    told = {line for one in said for line in one.splitlines() if "is empty" in line}
    assert told
    assert told <= {f"{part} is empty: no story fell into it; try another --seed" for part in ("train", "dev")}
    one = ("--since", "2026-04", "--split", "1/1/1")
    done = run(folder, "export", *PROJECT, "--format", "jsonl", "-o", "gold.jsonl", *one)
    [line] = [line for line in done.stderr.splitlines() if "empty" in line]
    assert line.endswith(" are empty: 1 story cannot fill 3 parts")


def test_tags_of_a_split_have_the_same_numbers(folder: Path) -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    run(folder, "export", *PROJECT, "--format", "parquet", "-o", "gold.parquet", "--split", "1/1", "--seed", "3")
    told = [parquet.read_schema(path).metadata[b"huggingface"] for path in sorted(folder.glob("gold.*.parquet"))]
    assert len(told) == 2
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("arguments", "articles_left", "labels_left"),
    [
        ((), 6, {"PERSON", "FAC", "GPE"}),
        (("--label", "FAC", "--label", "GPE"), 6, {"FAC", "GPE"}),
        (("--reviewer", "anna"), 6, {"PERSON"}),
        (("--reviewed",), 6, {"PERSON", "FAC"}),
        (("--reviewed", "--reviewer", "ben"), 1, {"PERSON", "FAC"}),
        (("--agreed", "2"), 6, {"PERSON"}),
        (("--since", "2026-04"), 3, {"PERSON"}),
        (("--until", "2026-03-03", "--reviewer", "ben"), 3, {"PERSON", "FAC", "GPE"}),
    ],
)
def test_filters(folder: Path, arguments: tuple[str, ...], articles_left: int, labels_left: set[str]) -> None:
    rows = exported(folder, *arguments)
    assert (len(rows), labels(rows)) == (articles_left, labels_left)


def test_names_and_proposals_as_they_are_wanted(folder: Path) -> None:
    rows = exported(folder, "--anonymous", "--proposals")
    assert {span["reviewer"] for row in rows for span in row["spans"]} == {"reviewer-1", "reviewer-2"}
    assert "anna" not in (folder / "gold.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--label", "PRESON"), "news.variorum: there is no label PRESON; used: PERSON, FAC, GPE"),
        (("--since", "yesterday"), "'yesterday' is no day; write 2026, 2026-03 or 2026-03-15"),
        (("--until", "2026-13"), "'2026-13' is no day"),
        (("--split", "most"), "'most' are no shares"),
        (("--split", "1/1", "-o", "-"), "-: a split is several files; name a file with -o"),
        (("--reviewer", "bne"), "nobody called bne annotated it; known: anna, ben"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run(folder, "export", *PROJECT, "--format", "jsonl", "-o", "gold.jsonl", *arguments)
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert words in line
    assert not list(folder.glob("gold*"))


def test_what_a_format_does_not_carry_is_said_and_what_was_there_is_listed_with_code_4(folder: Path) -> None:
    done = run(folder, "export", *PROJECT, "--format", "spans", "-o", "gold.jsonl")
    assert done.returncode == 4
    first, *_, last = done.stderr.splitlines()
    assert first.startswith("spans does not carry: rejected proposals, what is unsure, ")
    assert last.endswith("; listed in gold.jsonl.left-out.jsonl")
    listed = lines(folder / "gold.jsonl.left-out.jsonl")
    assert {row["kind"] for row in listed} >= {"who finished an article"}
    assert "not carried: 0-0 who finished an article: the format does not carry it" in done.stderr.splitlines()
    assert exported(folder)
    assert not (folder / "gold.jsonl.left-out.jsonl").exists()  # nothing is left out any more


def test_an_empty_dataset_says_why(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "news.variorum")) as store:
        Sitter(store, "anna", "a")
    done = run(tmp_path, "export", *PROJECT, "--format", "jsonl", "-o", "gold.jsonl", "--reviewed")
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == (
        "variorum: nobody has finished an article yet (Z Z does), so the dataset is empty"
    )
    made = run(tmp_path, "dataset", "floods", *PROJECT, "--reviewed")
    assert (made.returncode, made.stderr.splitlines()[-1]) == (0, done.stderr.splitlines()[-1])


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ((), ""),
        (("--agreed", "2"), "5 of 6 articles were finished by fewer than 2"),
        (("--reviewer", "ben"), "5 of 6 articles were finished by none of these reviewers"),
        (("--reviewer", "ben", "--reviewed"), ""),
    ],
)
def test_articles_that_nobody_finished_are_told_of_in_every_format(
    folder: Path, arguments: tuple[str, ...], line: str
) -> None:
    end = ": what is unmarked in them is unknown; --reviewed leaves them out"
    for name in ("jsonl", "iob2", "spans", "prodigy"):
        done = run(folder, "export", *PROJECT, "--format", name, "-o", f"gold.{name}", *arguments)
        told = [one for one in done.stderr.splitlines() if "unknown" in one]
        assert told == ([line + end] if line else []), name
    done = run(folder, "dataset", "floods", *PROJECT, "--format", "bilou", "--split", "1/1", *arguments)
    assert [one for one in done.stderr.splitlines() if "unknown" in one] == ([line + end] if line else [])


def test_equal_texts_in_two_parts_are_told_of(tmp_path: Path) -> None:
    text = "Ann met Bo in Lindmark on Tuesday, and nothing else was said of it by anybody there."
    found = [Article.of(f"{name}.txt", text, "", Metadata(story=name)) for name in "abcdefghij"]
    with closing(filled(tmp_path / "news.variorum", found)) as store:
        Sitter(store, "anna", "a")
    split = ("--split", "1/1")
    for verb in (
        ("export", "--format", "jsonl", "-o", "gold.jsonl"),
        ("dataset", "floods"),
        ("task", "ner", "-o", "n"),
    ):
        done = run(tmp_path, *verb, *PROJECT, *split, *(MODEL if verb[0] == "task" else ()))
        assert done.returncode == 0, done.stderr
        [line] = [one for one in done.stderr.splitlines() if "in more than one part" in one]
        assert line.startswith("1 text lies in more than one part: a.txt in ")
        assert line.endswith("; merge their stories to keep them together")


# dataset


def test_a_dataset_is_a_folder_with_a_card_and_hashes(folder: Path) -> None:
    arguments = ("--title", "Floods & fires", "--license", "cc-by-4.0", "--about", "What was said.", "--split", "1/1")
    done = run(folder, "dataset", "floods", *PROJECT, "--format", "jsonl", *arguments)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines()[-1] == "floods: read back, with a card and hashes"
    assert sorted(path.name for path in (folder / "floods").iterdir()) == ["README.md", "SHA256SUMS", "data"]
    card = (folder / "floods" / "README.md").read_text("utf-8")
    assert '\npretty_name: "Floods & fires"\nlicense: "cc-by-4.0"\n' in card
    assert "\nWhat was said.\n" in card
    assert "Variorum 0.1.0" in card
    again = run(folder, "dataset", "floods", *PROJECT)
    assert again.returncode == 1
    assert again.stderr == "variorum: floods: there is something already; name a new folder, or an empty one\n"


def test_a_card_speaks_of_one_story(folder: Path) -> None:
    done = run(folder, "dataset", "floods", *PROJECT, "--format", "jsonl", "--since", "2026-04")
    assert done.returncode == 0, done.stderr
    card = (folder / "floods" / "README.md").read_text("utf-8")
    assert "\n3 news articles in 1 story, with 3 accepted spans.\n" in card


def test_a_part_without_articles_has_no_files(folder: Path) -> None:
    one = ("--since", "2026-04", "--split", "1/1/1", "--format", "jsonl", "--format", "csv")
    done = run(folder, "dataset", "floods", *PROJECT, *one)
    assert done.returncode == 0, done.stderr
    [line] = [line for line in done.stderr.splitlines() if line.startswith("no files for ")]
    names = line.removeprefix("no files for ").removesuffix(": no articles").split(", ")
    assert len(names) == 2
    [part] = {"train", "dev", "test"} - set(names)
    assert {path.name.split(".")[0] for path in (folder / "floods" / "data").iterdir()} == {part}
    card = (folder / "floods" / "README.md").read_text("utf-8")
    assert f"\nWithout articles, and therefore without files: {', '.join(names)}.\n" in card
    assert not any(f"data/{name}." in card for name in names)
    assert '\nlicense: "unknown"\n' in card


def test_a_dataset_in_a_poorer_format_ends_with_code_4(folder: Path) -> None:
    done = run(folder, "dataset", "floods", *PROJECT, "--format", "iob2", "--format", "iob2")
    assert done.returncode == 4
    [file, _] = done.stderr.splitlines()
    assert file.startswith("data/train.conll: 6 articles, ")
    assert file.endswith("listed in data/train.conll.left-out.jsonl")
    assert (folder / "floods" / "data" / "train.conll.left-out.jsonl").exists()


# task


def test_tasks_are_listed_and_written(folder: Path) -> None:
    listed = run(folder, "task")
    assert listed.returncode == 0
    assert [line.split()[0] for line in listed.stdout.splitlines()] == [
        "ner", "quantities", "quotations", "coreference", "claims", "alignment", "boilerplate",
    ]  # fmt: skip
    done = run(folder, "task", "ner", *PROJECT, "-o", "ner.jsonl", *MODEL)
    assert (done.returncode, done.stderr) == (0, f"{RULES}6 rows written to ner.jsonl\n")
    assert lines(folder / "ner.jsonl")[0]["spans"][0]["by"] == ["ben"]
    done = run(folder, "task", "claims", *PROJECT, "-o", "claims.jsonl", *MODEL, "--decided", "--split", "1/1")
    assert (done.returncode, [path.stat().st_size for path in folder.glob("claims*")]) == (0, [0, 0])


def test_a_task_of_which_nothing_is_finished_says_so(folder: Path) -> None:
    line = "variorum: nobody has finished an article yet (Z Z does), so the dataset is empty\n"
    arguments = ("task", "claims", *PROJECT, *MODEL, "-o", "claims.jsonl", "--reviewed")
    done = run(folder, *arguments, "--since", "2099")
    assert (done.returncode, done.stderr) == (0, f"{RULES}0 rows written to claims.jsonl\n{line}")
    assert line not in run(folder, *arguments, "--since", "2026-05").stderr


@pytest.mark.parametrize("verb", ["train", "evaluate"])
def test_what_decides_nothing_here_is_no_option(folder: Path, verb: str) -> None:
    told = run(folder, verb, "--help").stdout
    assert "--agreed" in told
    assert "--anonymous" not in told
    assert "--proposals" not in told
    assert "--proposals" in run(folder, "task", "--help").stdout


def test_a_task_that_there_is_not_or_without_a_place_is_refused(folder: Path) -> None:
    done = run(folder, "task", "claim", *PROJECT, "-o", "x.jsonl")
    assert (done.returncode, done.stderr) == (2, "variorum: no task is called 'claim'; there is claims\n")
    done = run(folder, "task", "claims")
    assert done.returncode == 2
    assert "give --project FILE and -o OUT" in done.stderr


# evaluate


def test_a_reviewer_against_another_as_json(folder: Path) -> None:
    pytest.importorskip("nervaluate")
    done = run(folder, "evaluate", *PROJECT, "--reviewer", "anna", "--other", "ben", "--json")
    assert (done.returncode, done.stderr) == (0, "1 article\n")
    found = json.loads(done.stdout)
    assert found["overall"]["strict"] == {
        "precision": "0.500", "recall": "1.000", "f1": "0.667",
        "correct": 1, "incorrect": 0, "partial": 0, "missed": 0, "spurious": 1,
    }  # fmt: skip
    assert found["confusion"] == [
        {"gold": None, "found": "FAC", "count": 1}, {"gold": "PERSON", "found": "PERSON", "count": 1},
    ]  # fmt: skip
    assert found["articles"] == [{"article": "0-0", "wrong": 1, "gold": 1}]


def test_a_pipeline_as_tables(folder: Path) -> None:
    pytest.importorskip("nervaluate")
    done = run(folder, "evaluate", *PROJECT, *MODEL)
    assert (done.returncode, done.stderr) == (0, f"{RULES}6 articles\n")
    assert done.stdout.startswith("F1\n")
    assert "\ngold in rows, found in columns\n" in done.stdout
    assert "\nall " in done.stdout
    assert "\nmost wrong\n" in done.stdout


def test_what_does_not_count_is_told(folder: Path) -> None:
    pytest.importorskip("nervaluate")
    first, *_ = articles()
    with closing(Store(folder / "news.variorum")) as store:
        ben = Sitter(store, "ben", "b-2")
        ben.decide(judged("Lindmark", "MISC", identity="m1", text=first.text, verdict=Verdict.UNSURE), article=first)
        ben.decide(judged("Mill Street", "MISC", identity="m2", text=first.text), article=first)
        ben.decide(judged("Tuesday", "DATE", identity="m3", text=first.text), article=first)
    nlp = spacy.blank("en")
    patterns = [{"label": "PERSON", "pattern": words} for words in ("Lindmark", "Tessa Vorn")]
    nlp.add_pipe("entity_ruler").add_patterns(patterns)  # type: ignore[attr-defined]
    nlp.to_disk(folder / "ruler")
    arguments = ("evaluate", *PROJECT, "--model", "ruler", "--reviewer", "ben")
    told = run(folder, *arguments).stdout.splitlines()
    assert told[-4:] == [
        "",
        "left out: 1 span over what is unsure",
        "not scored: 1 DATE (rules read figures, not the pipeline; --figures scores them)",
        "not scored: 1 FAC, 1 MISC (the pipeline has no such label)",
    ]
    found = json.loads(run(folder, *arguments, "--json").stdout)
    assert (found["left_out"], found["not_scored"]) == ({"unsure": 1}, {"DATE": 1, "FAC": 1, "MISC": 1})
    assert list(found["labels"]) == ["PERSON"]
    assert found["overall"]["strict"]["f1"] == "1.000"
    found = json.loads(run(folder, *arguments, "--json", "--figures").stdout)
    assert found["not_scored"] == {"FAC": 1, "MISC": 1}
    assert found["labels"]["DATE"]["strict"]["correct"] == 1
    assert "not scored" not in run(folder, "evaluate", *PROJECT, "--other", "anna", "--reviewer", "ben").stdout


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (("--other", "bne"), "nobody called bne annotated it; known: anna, ben", 2),
        (("--other", "ben"), "a reviewer is evaluated against others; name them with --reviewer", 2),
        (("--since", "2099"), "nobody finished an article yet; Z Z finishes one", 1),
        (
            ("--reviewer", "anna", "--other", "ben", "--since", "2026-04"),
            "no article was finished by ben and the others",
            1,
        ),
    ],
)
def test_an_evaluation_of_nothing_is_refused(folder: Path, arguments: tuple[str, ...], words: str, code: int) -> None:
    pytest.importorskip("nervaluate")
    done = run(folder, "evaluate", *PROJECT, *MODEL, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    [line] = done.stderr.splitlines()
    assert words in line


# train


def test_training_wants_enough_that_was_finished(folder: Path) -> None:
    done = run(folder, "train", *PROJECT, "-o", "out", "--label", "ORG")
    assert (done.returncode, done.stderr) == (
        1, "variorum: news.variorum: nobody finished an article with spans; Z Z finishes one\n",
    )  # fmt: skip
    done = run(folder, "train", *PROJECT, "-o", "out", "--split", "1/0")
    assert done.returncode == 1
    [first, line] = done.stderr.splitlines()
    assert first == "taking out what is wanted of 6 finished articles …"
    assert line.startswith("variorum: nothing to learn from in dev; finish more articles, in more than one story")
    assert not (folder / "out").exists()


def test_stories_are_sorted_by_what_a_model_doubts(folder: Path) -> None:
    done = run(folder, "stories", "news.variorum", "--sort", "doubt", "--json")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)
    assert done.stderr.startswith("no model has read an article yet, so no doubt is known")


def test_a_model_reads_a_whole_project_once(folder: Path) -> None:
    done = run(folder, "propose", *PROJECT, *MODEL)
    first, notice, last = done.stderr.splitlines(keepends=True)
    assert (done.returncode, notice) == (0, RULES)
    [name] = [first.removesuffix(" reads 6 articles …\n")]
    assert last == f"news.variorum: 6 articles read by {name}\n"
    again = run(folder, "propose", *PROJECT, *MODEL)
    assert (again.returncode, again.stderr) == (0, f"news.variorum: 0 articles read by {name}\n")
    task = run(folder, "task", "ner", *PROJECT, *MODEL, "-o", "ner.jsonl")
    assert task.stderr == "6 rows written to ner.jsonl\n"  # nothing was left to read
    assert f"scores of {name} (6 articles)\n" in run(folder, "stories", "news.variorum", "--sort", "doubt").stderr
    missing = run(folder, "propose", "--project", "none.variorum", *MODEL)
    assert (missing.returncode, (folder / "none.variorum").exists()) == (1, False)


def test_the_doubt_of_a_model_is_shown_with_its_name(folder: Path) -> None:
    with closing(Store(folder / "news.variorum")) as store:
        for version, scores in (("1", (50, 90)), ("2", (75, 60))):
            for article, score in zip((articles()[0], articles()[3]), scores, strict=True):
                read = analysis_of(ModelId("sm", version), [], [], [Mention(Span(0, 4), "ORG", score)])
                save_analysis(store, article.sha256, read)
    sort = ("stories", "news.variorum", "--reviewer", "zoe", "--sort", "doubt")
    done = run(folder, *sort)
    assert done.stderr == (
        "doubt by the scores of sm 2 (2 articles), sm 1 (2 articles); of each article the newest reading counts,"
        " --model NAME chooses one\n"
    )
    assert [line.split("%")[0].split()[-1] for line in done.stdout.splitlines()] == ["40.0", "25.0"]
    done = run(folder, *sort, "--model", "sm 1", "--json")
    assert done.stderr == "doubt by the scores of sm 1 (2 articles)\n"
    assert [json.loads(line)["doubt"] for line in done.stdout.splitlines()] == [50.0, 10.0]
    plain = run(folder, "stories", "news.variorum", "--json")
    assert (plain.stderr, "doubt" in plain.stdout) == ("", False)
    for words, told in (
        (("--sort", "doubt", "--model", "md"), "no article was read by md; there is sm 2, sm 1"),
        (("--model", "sm"), "--model says whose doubt counts; add --sort doubt"),
    ):
        done = run(folder, "stories", "news.variorum", *words)
        assert (done.returncode, told in done.stderr) == (2, True), done.stderr
