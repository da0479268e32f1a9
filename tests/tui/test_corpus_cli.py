"""The verbs of the corpus, as a script calls them: what they say, where they say it, and how they end."""

import json
import re
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from annotations.events import Stated
from annotations.model import VERDICT, About
from annotations.store import Store
from tests.annotations.libraries import articles
from tests.annotations.projects import Sitter, judged, lines_of
from tests.terminal import left_on
from tests.tui.programs import FAST, PROGRAM, desk, home, run

LINES = [
    {
        "id": one.name,
        "headline": one.title,
        "body": one.text,
        "outlet": one.metadata.source,
        "date": one.metadata.published,
    }
    for one in articles()
]


def written(folder: Path, name: str = "crawl.jsonl", rows: list[dict[str, str]] | None = None) -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows or LINES), "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a crawler's file lies, and a project that holds it."""
    written(tmp_path)
    done = run(tmp_path, "import", "crawl.jsonl", "--project", "news.variorum")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "news.variorum: 6 articles added; 6 placed in 2 stories\n"
    return tmp_path


def test_a_second_import_says_that_there_is_nothing_new(folder: Path) -> None:
    done = run(folder, "import", "crawl.jsonl", "--project", "news.variorum")
    assert (done.returncode, done.stderr) == (0, "news.variorum: nothing new; 6 there already\n")


def test_a_bad_record_costs_itself_alone(folder: Path) -> None:
    path = folder / "bad.jsonl"
    rows = [json.dumps({"id": f"n{number}", "text": f"Text number {number} is here."}) for number in range(3)]
    path.write_text(
        "\n".join([rows[0], "{broken", rows[1], '{"id": "x"}', "\x1b]0;title\x07", rows[2]]) + "\n", "utf-8"
    )
    done = run(folder, "import", "bad.jsonl", "--project", "news.variorum")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert [line.partition(":")[0] for line in lines[:-1]] == [f"bad.jsonl, line {number}" for number in (2, 4, 5)]
    assert "3 articles added" in lines[-1]
    assert "3 records could not be taken in" in lines[-1]
    assert "\x1b" not in done.stderr


def test_many_bad_records_are_counted(folder: Path) -> None:
    (folder / "bad.jsonl").write_text("{\n" * 50 + json.dumps({"text": "Good text."}) + "\n", "utf-8")
    done = run(folder, "import", "bad.jsonl", "--project", "news.variorum")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 22
    assert "and 30 more that could not be taken in" in done.stderr


def test_fields_by_other_names_are_named(folder: Path) -> None:
    row = {"key": "k1", "inhalt": "Der Text.", "kopf": "Ein Titel", "medium": "Bote"}
    written(folder, "foreign.jsonl", [row])
    fields = ["--field", "text=inhalt", "--field", "title=kopf", "--field", "source=medium", "--field", "id=key"]
    done = run(folder, "import", "foreign.jsonl", "--project", "other.variorum", *fields)
    assert done.returncode == 0, done.stderr
    store = Store(folder / "other.variorum", read_only=True)
    (one,) = store.articles()
    store.close()
    assert (one.name, one.text, one.title, one.metadata.source) == ("k1", "Der Text.", "Ein Titel", "Bote")


@pytest.mark.parametrize("field", ["body=text", "text", "text="])
def test_a_field_that_is_none_is_wrong_usage(folder: Path, field: str) -> None:
    done = run(folder, "import", "crawl.jsonl", "--project", "news.variorum", "--field", field)
    assert done.returncode == 2
    assert "--field: " in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_what_is_piped_in_is_taken_in(folder: Path) -> None:
    text = (folder / "crawl.jsonl").read_text("utf-8")
    done = run(folder, "import", "-", "--project", "piped.variorum", text=text)
    assert (done.returncode, done.stderr) == (0, "piped.variorum: 6 articles added; 6 placed in 2 stories\n")


def test_a_pipe_opens_on_the_desk_and_the_keyboard_still_works(folder: Path) -> None:
    command = ["sh", "-c", f"cat crawl.jsonl | {' '.join(PROGRAM)} - {' '.join(FAST)}"]
    from tests.terminal import Terminal

    with Terminal(command, size=(120, 24), env=home(folder), cwd=folder) as terminal:
        terminal.wait_for("1 of 2")
        terminal.press("j", "\r")
        terminal.wait_for("rose over its")
        terminal.press("w", "1", "q")
        assert terminal.wait_exit() == 0
        assert left_on(terminal.raw) == frozenset()
    assert lines_of(folder / "piped.variorum") == []


def test_stories_are_listed_a_line_each(folder: Path) -> None:
    done = run(folder, "stories", "news.variorum")
    assert done.returncode == 0
    assert [re.split(r"\s{2,}", line)[-1] for line in done.stdout.splitlines()] == [
        "Fire in Corvane mill",
        "Flood at Harlow Bridge",
    ]
    assert [line.split()[6] for line in done.stdout.splitlines()] == ["~1", "~1"]
    rows = [json.loads(line) for line in run(folder, "stories", "news.variorum", "--json").stdout.splitlines()]
    assert [row["disagreement"] for row in rows] == [1, 1]
    assert [(row["articles"], row["sources"], row["left"], row["state"]) for row in rows] == [(3, 3, 3, "new")] * 2
    filtered = run(folder, "stories", "news.variorum", "--filter", "harlow", "--sort", "size", "--reverse")
    assert len(filtered.stdout.splitlines()) == 1
    assert run(folder, "stories", "news.variorum", "--state", "done").stdout == ""
    assert len(run(folder, "stories", "news.variorum", "--limit", "1").stdout.splitlines()) == 1


def test_a_verdict_on_a_story_stands_in_its_line(folder: Path) -> None:
    with closing(Store(folder / "news.variorum")) as store:
        (article, story) = store.rows("SELECT article, story FROM story_article ORDER BY article LIMIT 1")[0]
        (found,) = store.articles([article])
        Sitter(store).decide(Stated(About.STORY, None, "", VERDICT, "rejected", story), article=found)
    lines = run(folder, "stories", "news.variorum", "--reviewer", "anna").stdout.splitlines()
    assert sorted(line[9:17].strip() for line in lines) == ["", "rejected"]
    others = run(folder, "stories", "news.variorum", "--reviewer", "ben", "--json").stdout.splitlines()
    rows = run(folder, "stories", "news.variorum", "--reviewer", "anna", "--json").stdout.splitlines()
    assert {json.loads(row)["id"]: json.loads(row)["verdict"] for row in rows}[story] == "rejected"
    assert {json.loads(row)["verdict"] for row in others} == {""}


def test_the_project_is_searched(folder: Path) -> None:
    done = run(folder, "search", "tessa", "vorn", "--project", "news.variorum")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 6
    (row, *_) = [json.loads(line) for line in run(folder, "search", "harlow bridge", "--json", "--project",
                                                  "news.variorum").stdout.splitlines()]  # fmt: skip
    text = next(one.text for one in articles() if one.name == row["doc"])
    assert text[row["start"] : row["end"]] == row["text"] == "Harlow Bridge"
    nothing = run(folder, "search", "zebra", "--project", "news.variorum")
    assert (nothing.returncode, nothing.stderr) == (1, "nothing has that\n")
    wrong = run(folder, "search", "date:soon", "--project", "news.variorum")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "is no date" in wrong.stderr


def test_annotations_are_carried_over(folder: Path) -> None:
    first = LINES[0]
    store = Store(folder / "news.variorum")
    article = next(one for one in store.articles() if one.name == "0-0")
    sitter = Sitter(store)
    sitter.decide(judged("Harlow Bridge", "FAC", text=article.text), article=article)
    sitter.decide(judged("12 people", "CARDINAL", text=article.text), article=article)
    store.close()
    written(folder, rows=[{**first, "body": first["body"].replace("12 people", "13 people")}])
    done = run(folder, "import", "crawl.jsonl", "--project", "news.variorum")
    assert "newer versions among them: 1" in done.stderr
    done = run(folder, "carry", "--project", "news.variorum")
    assert done.returncode == 4
    (line,) = done.stdout.splitlines()
    assert line.split("\t")[:2] == ["0-0", "anna"]
    assert "12 people" in line
    assert "1 annotation taken over; 1 to be reviewed" in done.stderr
    assert lines_of(folder / "news.variorum") == []
    assert run(folder, "carry", "--project", "news.variorum", "--reviewer", "nobody").returncode == 0


def test_the_dump_of_a_project_and_of_paths_is_the_same(folder: Path) -> None:
    assert run(folder, "dump", "one", "--project", "news.variorum").returncode == 0
    assert run(folder, "dump", "two", "crawl.jsonl").returncode == 0
    one, two = ((folder / name / "articles.jsonl").read_text("utf-8") for name in ("one", "two"))
    assert one == two
    assert len(one.splitlines()) == 6
    assert run(folder, "dump", "three").returncode == 2
    assert run(folder, "dump", "three", "crawl.jsonl", "--project", "news.variorum").returncode == 2


def test_an_import_that_is_interrupted_goes_on(folder: Path) -> None:
    rows = [{"id": f"n{number}", "text": f"Report {number} from town {number % 97}. " * 30} for number in range(6000)]
    written(folder, "large.jsonl", rows)
    command = [*PROGRAM, "import", "large.jsonl", "--project", "large.variorum"]
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
    project = folder / "large.variorum-wal"
    while process.poll() is None and not (project.exists() and project.stat().st_size > 3_000_000):
        pass
    process.kill()
    process.wait()
    done = run(folder, "import", "large.jsonl", "--project", "large.variorum")
    assert done.returncode == 0, done.stderr
    store = Store(folder / "large.variorum", read_only=True)
    assert [one.name for one in store.articles()] == [row["id"] for row in rows]
    store.close()
    assert lines_of(folder / "large.variorum") == []


def test_a_bar_shows_how_far_an_import_is(folder: Path) -> None:
    rows = [{"id": f"n{number}", "text": f"Report {number} from town {number % 97}. " * 20} for number in range(3000)]
    written(folder, "large.jsonl", rows)
    with desk(folder, "import", "large.jsonl", "--project", "bar.variorum") as terminal:
        assert terminal.wait_exit() == 0
        assert b"reading" in terminal.raw
        assert b"%" in terminal.raw
        assert b"3,000 articles added" in terminal.raw


def test_what_is_typed_before_the_filter_is_there_goes_into_it(folder: Path) -> None:
    with desk(folder, "news.variorum", *FAST) as terminal:
        terminal.wait_for("1 of 2")
        terminal.send("/harl\r")
        terminal.wait_for("1 of 2 · by date · with “harl”")
        terminal.send("ftessa vorn\r")
        terminal.wait_for("rose over its banks")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    store = Store(folder / "news.variorum", read_only=True)
    assert store.events() == []
    store.close()
