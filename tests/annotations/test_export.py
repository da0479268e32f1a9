"""What an export promises: proven before it replaces anything, and whole or not there."""

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from annotations.errors import ExportError, ReadError
from annotations.export import STREAM, export, export_stream
from annotations.formats.base import Format, How, LeftOut
from annotations.formats.difference import difference, fingerprint
from annotations.formats.docbin import DOCBIN
from annotations.formats.jsonl import JSONL, JsonLines
from annotations.gold import GoldArticle, GoldStory
from annotations.losses import SUFFIX
from annotations.model import Verdict
from corpus.article import Article
from tests.annotations.examples import Mark, gold, hard_articles, story_of, written

ONE = gold("Ann met Bob of 1bn", Mark("Ann", "PERSON"), Mark("1", "FIGURE"), name="one.txt")
FULL = Path("/dev/full")
ROOT = Path(__file__).parents[2]
TWO = gold("Nothing is named.", name="two.txt")

exact = pytest.mark.parametrize("fmt", [JSONL, DOCBIN], ids=lambda fmt: fmt.name)


def _both() -> list[GoldStory]:
    return [story_of(ONE, TWO)]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("old", encoding="utf-8")
    return path


def _untouched(out: Path) -> bool:
    return out.read_text(encoding="utf-8") == "old" and list(out.parent.iterdir()) == [out]


@exact
def test_an_export_is_what_the_format_writes(fmt: Format, out: Path) -> None:
    done = export(_both, fmt, out)
    assert out.read_bytes() == written(fmt, ONE, TWO).data
    assert (done.path, done.articles) == (out, 2)
    side = [] if done.side is None else [done.side]
    assert sorted(out.parent.iterdir()) == sorted([out, *side])


def test_it_counts_what_is_carried_and_names_what_is_not(out: Path) -> None:
    assert export(_both, JSONL, out).spans == 2
    done = export(_both, DOCBIN, out)
    assert done.spans == 1
    assert [one.surface for one in done.first] == ["1"]
    assert (done.lacks, done.side) == ({"spans": 1}, out.with_name(out.name + SUFFIX))
    [line] = out.with_name(out.name + SUFFIX).read_text("utf-8").splitlines()
    assert json.loads(line)["reason"] == "cuts a token: '1bn'"
    export(_both, JSONL, out)
    assert list(out.parent.iterdir()) == [out]  # a list that holds no more goes


@exact
def test_hard_texts_are_proven(fmt: Format, tmp_path: Path) -> None:
    articles = list(hard_articles())
    done = export(lambda: iter([story_of(*articles)]), fmt, tmp_path / f"gold{fmt.suffix}")
    assert done.articles == len(articles)
    assert done.spans == sum(len(article.annotations) for article in articles)


def test_a_stream_gets_the_same_bytes_at_once(out: Path) -> None:
    done = export(_both, JSONL, out)
    piped = out.with_name("piped")
    with piped.open("wb") as stream:
        assert export_stream(_both, JSONL, stream) == replace(done, path=STREAM)
        assert piped.read_bytes() == out.read_bytes()


class Breaking(JsonLines):
    """Writes half an article, then breaks."""

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        for story in stories:
            out.write_text(story.articles[0].article.text, "utf-8")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return []


class Silent(JsonLines):
    """Loses a span and does not say so."""

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        return super().write((_lessened(one) for one in stories), out)


class Garbled(JsonLines):
    """Reads what it wrote as nothing that makes sense."""

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:  # noqa: ARG002 (whatever it is)
        raise ReadError("no sense", where=str(path))


def _lessened(story: GoldStory) -> GoldStory:
    return replace(story, articles=tuple(replace(one, annotations=one.annotations[:-1]) for one in story.articles))


def test_a_writer_that_breaks_half_way_leaves_the_old_file(out: Path) -> None:
    with pytest.raises(ExportError, match=r"gold\.jsonl: No space left on device; free some space"):
        export(_both, Breaking(), out)
    assert _untouched(out)


def test_an_interruption_leaves_the_old_file(out: Path) -> None:
    def interrupted() -> Iterator[GoldStory]:
        yield story_of(ONE)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(interrupted, JSONL, out)
    assert _untouched(out)


def test_a_lost_span_is_found_by_reading_back(out: Path) -> None:
    message = r"read back differs: one\.txt: annotations should hold .*'FIGURE'.*, holds no more; nothing was"
    with pytest.raises(ExportError, match=message):
        export(_both, Silent(), out)
    assert _untouched(out)


def test_what_cannot_be_read_back_is_not_put_anywhere(out: Path) -> None:
    with pytest.raises(ExportError, match="read back differs: no sense"):
        export(_both, Garbled(), out)
    assert _untouched(out)


class Instead(JsonLines):
    """Writes other stories than it is given, or stops before it has been given all."""

    def __init__(self, stories: list[GoldStory], *, asks: bool = True) -> None:
        self._stories = stories
        self._asks = asks

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        if self._asks:
            assert len(list(stories)) == 1
        return super().write(self._stories, out)


@pytest.mark.parametrize(
    ("fmt", "message"),
    [
        (Instead([]), "it holds fewer stories"),
        (Instead([], asks=False), "it holds fewer stories"),
        (Instead([story_of(ONE, TWO), replace(story_of(TWO), id="another")]), "it holds more stories"),
        (Instead([story_of(ONE)]), "it holds 1 articles, not 2"),
        (Instead([story_of(TWO, ONE)]), r"one\.txt: the article is called 'two\.txt'"),
    ],
)
def test_other_articles_than_were_to_be_written_are_found(out: Path, fmt: Format, message: str) -> None:
    with pytest.raises(ExportError, match=message):
        export(_both, fmt, out)
    assert _untouched(out)


def test_nothing_is_put_on_a_stream_that_is_not_proven() -> None:
    stream = BytesIO()
    with pytest.raises(ExportError, match="read back differs"):
        export_stream(_both, Silent(), stream)
    assert not stream.getvalue()


def _same(article: GoldArticle, **changed: object) -> str:
    one, other = story_of(article), story_of(replace(article, **changed))  # type: ignore[arg-type]
    what = difference(one, other)
    assert (fingerprint(one) == fingerprint(other)) is (what == "")
    return what


def test_differences_are_said_in_words() -> None:
    article = gold("Ann met Bob", Mark("Ann"), name="one")
    [mark] = article.annotations
    assert _same(article) == ""
    assert _same(article, annotations=(replace(mark, id="other"),)) == ""
    assert _same(article, annotations=()).endswith("holds no more")
    assert _same(article, annotations=(mark, mark)).startswith("one: annotations should hold no more, holds (Span(")
    assert "unsure" in _same(article, annotations=(replace(mark, verdict=Verdict.UNSURE),))
    assert _same(article, finished_by=()) == "one: finished by should hold 'anna', holds no more"
    assert _same(article, lang="de").startswith("one: what is known of it should hold")
    shorter = replace(article, article=Article.of("one", "Ann met"))
    assert difference(story_of(article), story_of(shorter)) == "one: the text differs at 7"


def test_a_missing_folder_is_one_line_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"gold\.jsonl: No such file or directory; create the folder"):
        export(_both, JSONL, tmp_path / "none" / "gold.jsonl")


def test_a_file_in_place_of_the_folder(out: Path) -> None:
    with pytest.raises(ExportError, match="Not a directory; create the folder or name another"):
        export(_both, JSONL, out / "gold.jsonl")
    assert _untouched(out)


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="this is a folder; name a file in it"):
        export(_both, JSONL, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_pipe_or_a_device_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/null")):
        with pytest.raises(ExportError, match="no file that can be replaced; use - for a stream"):
            export(_both, JSONL, path)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="everything can be written to")
def test_a_folder_that_cannot_be_written_to(out: Path) -> None:
    out.parent.chmod(0o500)
    with pytest.raises(ExportError, match="Permission denied; name a folder that can be written to"):
        export(_both, JSONL, out)
    out.parent.chmod(0o700)
    assert _untouched(out)


@pytest.mark.skipif(not FULL.exists(), reason="no disk that is always full")
def test_a_full_disk_behind_a_stream() -> None:
    with (
        pytest.raises(ExportError, match=r"^-: No space left on device; free some space"),
        FULL.open("wb", 0) as stream,
    ):
        export_stream(_both, JSONL, stream)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes there")
def test_a_disk_that_fills_up(out: Path) -> None:
    run = subprocess.run([sys.executable, "-c", FILLS_UP, out], cwd=ROOT, check=False, capture_output=True, text=True)
    assert run.stdout.strip() == f"{out}: File too large; name another file"
    assert _untouched(out)


FILLS_UP = """
import resource, signal, sys
from pathlib import Path
from annotations.errors import ExportError
from annotations.export import export
from annotations.formats.jsonl import JSONL
from tests.annotations.examples import gold, story_of
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
try:
    export(lambda: (story_of(gold("word " * 100, name=f"{n}.txt")) for n in range(100)), JSONL, Path(sys.argv[1]))
except ExportError as error:
    print(error)
"""


def test_nobody_reads_the_stream_any_more() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with pytest.raises(BrokenPipeError), os.fdopen(writing, "wb", buffering=0) as stream:
        export_stream(_both, JSONL, stream)


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are other things there")
def test_links_and_modes_stay(out: Path) -> None:
    out.chmod(0o640)
    link = out.with_name("link.jsonl")
    link.symlink_to(out)
    export(_both, JSONL, link)
    assert link.is_symlink()
    assert out.read_bytes() == written(JSONL, ONE, TWO).data
    assert out.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes there")
def test_a_new_file_can_be_read_by_whom_the_person_lets(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        export(_both, JSONL, tmp_path / "gold.jsonl")
    finally:
        os.umask(before)
    assert (tmp_path / "gold.jsonl").stat().st_mode & 0o777 == 0o644


def test_names_that_fill_a_line_cannot_act(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        export(_both, JSONL, tmp_path / "a\x1b[31m\nb" / "gold.jsonl")
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)


class Backwards(JsonLines):
    """Reads the annotations of each article from the last to the first."""

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        for story in super().read(path, how):
            yield replace(
                story, articles=tuple(replace(one, annotations=one.annotations[::-1]) for one in story.articles)
            )


@pytest.mark.parametrize(("fmt", "times"), [(JSONL, 1), (Backwards(), 2)], ids=["same", "same-in-another-order"])
def test_articles_are_asked_for_again_where_the_file_is_not_the_same_at_first_sight(
    tmp_path: Path, fmt: Format, times: int
) -> None:
    asked: list[int] = []

    def counted() -> Iterator[GoldStory]:
        asked.append(0)
        for number in range(5):
            asked[-1] += 1
            article = gold(f"Ann met Bob {number}", Mark("Ann"), Mark("Bob"), name=f"{number}.txt")
            yield replace(story_of(article), id=f"s{number}")

    done = export(counted, fmt, tmp_path / "gold.jsonl")
    assert (done.articles, done.spans) == (5, 10)
    assert asked == [5] * times


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_kill_leaves_the_old_file(out: Path) -> None:
    assert subprocess.run([sys.executable, "-c", KILLED, out], cwd=ROOT, check=False).returncode == -signal.SIGKILL
    assert out.read_text(encoding="utf-8") == "old"


KILLED = """
import os, signal, sys
from pathlib import Path
from annotations.export import export
from annotations.formats.jsonl import JSONL
from tests.annotations.examples import gold, story_of
def articles():
    for number in range(1000):
        yield story_of(gold("word " * 1000, name=f"{number}.txt"))
    os.kill(os.getpid(), signal.SIGKILL)
export(articles, JSONL, Path(sys.argv[1]))
"""
