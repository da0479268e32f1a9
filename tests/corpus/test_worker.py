import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

from corpus.analysis import ModelId, joined
from corpus.models import ModelChoice, resolve
from corpus.reading import Event, PartRead, ReadFailed, ReadingProcess, Ready, read_all

SHORT = ("short", "Gov. Ada Mills paid $5 million.\r\n")
LONG = ("long", "Gov. Ada Mills paid $5 million on Tuesday. 👨‍👩‍👧\n" * 2000)
BLANK = resolve("blank:en")


@pytest.fixture(autouse=True)
def _importable(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reading process must find the packages as an installed program does."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(root), str(tmp_path))))
    monkeypatch.syspath_prepend(str(tmp_path))


def model(tmp_path: Path, body: str) -> ModelChoice:
    """A choice whose pipeline is made by `body` in a module of its own."""
    (tmp_path / "made.py").write_text(f"import os, signal, sys, spacy\ndef load():\n    {body}\n")
    return resolve("made:load")


async def everything(events: AsyncIterator[Event]) -> list[Event]:
    return [event async for event in events]


async def test_articles_come_in_order_part_by_part() -> None:
    first, *rest = await everything(read_all(BLANK, {}, [SHORT, LONG, ("empty", "")]))
    assert first == Ready(BLANK.id, "names and figures are read by rules only")
    read = [event for event in rest if isinstance(event, PartRead)]
    assert len(read) == len(rest)
    long = [part for part in read if part.article_id == "long"]
    assert [part.part for part in long] == list(range(long[0].parts))
    assert long[0].parts > 1
    assert [part.article_id for part in read] == ["short", *["long"] * len(long), "empty"]
    mentions = list(joined([part.analysis for part in long]).mentions())
    assert {mention.span.surface(LONG[1]) for mention in mentions} == {"Ada Mills", "$5 million", "Tuesday"}
    assert len(mentions) == 6000


async def test_a_label_map_reaches_the_reader() -> None:
    _, part = await everything(read_all(BLANK, {"PERSON": "", "MONEY": "SUM"}, [SHORT]))
    assert isinstance(part, PartRead)
    assert [mention.label for mention in part.analysis.mentions()] == ["SUM"]
    assert part.analysis.model == resolve("blank:en", {"PERSON": "", "MONEY": "SUM"}).id


async def test_a_model_that_does_not_load_is_one_line_and_rules_read(tmp_path: Path) -> None:
    events = await everything(read_all(model(tmp_path, "raise ValueError('no such weights')"), {}, [SHORT]))
    assert [type(event) for event in events] == [Ready, PartRead]
    assert isinstance(events[0], Ready)
    assert "no such weights" in events[0].notice
    assert "read by rules only" in events[0].notice
    assert isinstance(events[1], PartRead)
    assert events[1].analysis.model == BLANK.id


async def test_a_model_that_is_gone_is_one_failure() -> None:
    (event,) = await everything(read_all(ModelChoice("no_such_model", ModelId("x", "1")), {}, [SHORT]))
    assert isinstance(event, ReadFailed)
    assert "no model named 'no_such_model'" in event.message


MADE = """nlp = spacy.blank('en')
    @spacy.Language.component('odd')
    def odd(doc):
        print('noise'); os.write(1, b'more noise'); sys.stdin.read()
        if doc.text == 'fail': raise ValueError('cannot read this')
        if doc.text == 'die': os._exit(3)
        if doc.text == 'hang': signal.pause()
        return doc
    nlp.add_pipe('odd')
    return nlp"""


async def test_an_article_that_fails_does_not_stop_the_others_nor_does_noise(tmp_path: Path) -> None:
    events = await everything(read_all(model(tmp_path, MADE), {}, [("a", "fail"), ("b", "fine")]))
    assert [type(event) for event in events] == [Ready, ReadFailed, PartRead]
    assert isinstance(events[1], ReadFailed)
    assert (events[1].article_id, "cannot read this" in events[1].message) == ("a", True)


async def test_a_process_that_dies_is_a_failure_and_no_hang(tmp_path: Path) -> None:
    events = await everything(read_all(model(tmp_path, MADE), {}, [("a", "fine"), ("b", "die"), ("c", "fine")]))
    assert [type(event) for event in events] == [Ready, PartRead, ReadFailed]
    assert isinstance(events[-1], ReadFailed)
    assert events[-1].article_id is None


async def test_what_libraries_print_goes_to_the_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    await everything(read_all(model(tmp_path, MADE), {}, [("a", "fine")], log))
    assert "more noise" in log.read_text()


def children() -> set[str]:
    """The processes that this one has started and that are still there, as the kernel tells."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the kernel does not tell of children")
async def test_closing_the_iterator_leaves_no_process() -> None:
    before = children()
    async with aclosing(read_all(BLANK, {}, [LONG] * 50)) as events:
        async for event in events:
            if isinstance(event, PartRead):
                break
        assert children() > before
    assert children() == before


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the kernel does not tell of children")
async def test_cancelling_leaves_no_process_even_where_a_model_never_returns(tmp_path: Path) -> None:
    before = children()
    begun = asyncio.Event()

    async def consume() -> None:
        async with aclosing(read_all(model(tmp_path, MADE), {}, [("a", "hang")])) as events:
            async for _ in events:
                begun.set()

    task = asyncio.create_task(consume())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, 60)  # the limit only keeps a failure from hanging
    assert children() == before


def start(*arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "corpus.worker", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def test_it_ends_with_its_input_and_survives_an_interrupt_and_nonsense() -> None:
    with start("blank:en", "{}") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert "ready" in json.loads(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        process.stdin.write(b"nonsense\n[]\n" + json.dumps({"id": "a", "text": "x"}).encode() + b"\n")
        process.stdin.close()
        headers = [json.loads(process.stdout.readline()) for _ in range(3)]
        assert ["error" in header for header in headers] == [True, True, False]
        assert len(process.stdout.read()) == headers[2]["bytes"]
        assert process.wait() == 0


def test_it_ends_when_nobody_takes_its_answers() -> None:
    with start("blank:en", "{}") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(json.dumps({"id": LONG[0], "text": LONG[1]}).encode() + b"\n")
        process.stdin.flush()
        assert process.wait() == 0


@pytest.mark.parametrize("arguments", [(), ("blank:en",), ("blank:en", "{"), ("no_such_model", "{}")])
def test_wrong_arguments_are_told_in_a_frame(arguments: tuple[str, ...]) -> None:
    with start(*arguments) as process:
        output, _ = process.communicate()
        header = json.loads(output)
        assert header["bytes"] == 0
        assert header["error"]
        assert process.returncode == 1


async def test_a_process_is_kept_for_the_next_story_and_what_was_left_is_passed_over() -> None:
    process = ReadingProcess(BLANK, {})
    try:
        async with aclosing(process.read([LONG, SHORT])) as events:
            async for event in events:
                if isinstance(event, PartRead):
                    break
        running = process._process
        events_of_next = await everything(process.read([("other", SHORT[1])]))
        assert process._process is running
    finally:
        await process.close()
    assert [event.article_id for event in events_of_next if isinstance(event, PartRead)] == ["other"]


async def test_after_a_death_the_next_story_has_a_new_process(tmp_path: Path) -> None:
    process = ReadingProcess(model(tmp_path, MADE), {})
    try:
        died = await everything(process.read([("b", "die"), ("c", "fine")]))
        assert isinstance(died[-1], ReadFailed)
        again = await everything(process.read([("c", "fine")]))
    finally:
        await process.close()
    assert [event.article_id for event in again if isinstance(event, PartRead)] == ["c"]
