"""The desk in a browser: a real server on this machine, asked over HTTP and websockets as a browser asks."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import click
import psutil
import pytest

from tests.tui.programs import FAST, PROGRAM, REPORT, decided, home, run
from tui.verbs.read import read
from tui.verbs.serve import words_of

aiohttp = pytest.importorskip("aiohttp")
pytest.importorskip("textual_serve")

DEADLINE = 30.0  # seconds


class Server:
    """A server, the address that it printed, and what it printed before."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.said: list[str] = []
        assert process.stderr is not None
        for line in process.stderr:
            self.said.append(line)
            if "http://" in line:
                break
        (self.address,) = re.findall(r"http://\S+", self.said[-1])
        self.host = urlsplit(self.address).netloc

    def programs(self) -> list[psutil.Process]:
        """Everything that was started to serve."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def end(self, number: int = signal.SIGINT) -> int:
        """Ask it to end; returns the exit code."""
        self.process.send_signal(number)
        return self.process.wait(DEADLINE)


@contextmanager
def server(folder: Path, *words: str) -> Generator[Server]:
    """A server with what lies in a folder."""
    environment = {**os.environ, **home(folder), "TMUX": "/nowhere,1,0"}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*PROGRAM, "serve", *words], cwd=folder, env=environment, stderr=pipe, stdout=pipe, text=True
    ) as process:
        try:
            yield Server(process)
        finally:
            if process.poll() is None:
                process.kill()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("served")
    (folder / "report.txt").write_text(REPORT, "utf-8")
    with server(folder, "report.txt", *FAST) as one:
        yield one


class Window:
    """A browser's window on a desk: keys in, the bytes of the screen out."""

    def __init__(self, socket: Any) -> None:
        self.socket = socket
        self.drawn = b""

    async def until(self, words: str) -> None:
        """Read what is drawn until it has these words."""
        async with asyncio.timeout(DEADLINE):
            while words.encode() not in self.drawn:
                message = await self.socket.receive()
                assert message.type in {aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT}, (message, self.drawn)
                self.drawn += message.data if isinstance(message.data, bytes) else message.data.encode()

    async def press(self, keys: str) -> None:
        """Say keys as the page says them."""
        self.drawn = b""
        await self.socket.send_json(["stdin", keys])

    async def closed(self) -> None:
        """Wait until the server has closed it."""
        async with asyncio.timeout(DEADLINE):
            while not self.socket.closed:
                await self.socket.receive()


async def status(address: str, **headers: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as answer:
        return int(answer.status)


def gone(programs: list[psutil.Process]) -> bool:
    """Whether all of these have ended, given a while."""
    assert programs
    return psutil.wait_procs(programs, DEADLINE)[1] == []


# The door


@pytest.mark.parametrize("path", ["/", "/ws", "/static/js/textual.js", "/wrong/", "/wrong/ws", "/download/1"])
async def test_nothing_is_given_out_without_the_token(served: Server, path: str) -> None:
    assert await status(urljoin(served.address, path)) == 403


async def test_a_token_that_is_nearly_right_is_wrong(served: Server) -> None:
    assert await status(served.address[:-2] + "/") == 403
    assert await status(served.address) == 200


async def test_another_name_or_another_page_is_turned_away(served: Server) -> None:
    assert await status(served.address, Host="evil.example") == 403
    assert await status(served.address, Origin="http://evil.example") == 403
    assert await status(served.address, Origin=f"http://{served.host}") == 200


@pytest.mark.parametrize(
    ("path", "headers"),
    [("/ws", {}), ("/wrong/ws", {}), ("{token}ws", {"Origin": "http://evil.example"}),
     ("{token}ws", {"Host": "evil.example"})],
)  # fmt: skip
async def test_no_desk_is_set_up_for_a_stranger(served: Server, path: str, headers: dict[str, str]) -> None:
    address = urljoin(served.address, path.format(token=urlsplit(served.address).path))
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refusal:
            await session.ws_connect(address, headers=headers)
    assert refusal.value.status == 403
    assert served.programs() == []


async def test_the_page_has_everything_from_its_own_server(served: Server) -> None:
    async with aiohttp.ClientSession() as session:
        async with session.get(served.address) as answer:
            text, headers = await answer.text(), answer.headers
        assert set(re.findall(r"\w+://[^\"'/ ]+", text)) == {f"ws://{served.host}"}
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert set(re.findall(r"\w+://[^; ]+", policy)) == {f"ws://{served.host}"}
        assert headers["Referrer-Policy"] == "no-referrer"
        parts = re.findall(r'(?:href|src)="(static/[^"]+)"|url\("([^"]+)"\)', text)
        assert len(parts) == 5
        for part in {one or other for one, other in parts}:
            assert await status(urljoin(served.address, part)) == 200


@pytest.mark.parametrize("size", ["20", "0", "-1", "1e3", '"><script>', "9" * 5000, "２"], ids=lambda size: size[:9])
async def test_letters_have_a_size_that_makes_sense(served: Server, size: str) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(served.address, params={"fontsize": size}) as answer,
    ):
        assert f'data-font-size="{20 if size == "20" else 16}"' in await answer.text()


# A window


async def test_a_window_is_a_desk(folder: Path) -> None:
    with server(folder, "report.txt", "other.txt", *FAST) as one:
        async with aiohttp.ClientSession() as session:
            async with session.ws_connect(f"{one.address}ws?width=100&height=24") as socket:
                window = Window(socket)
                await window.until("Lovelace")
                await socket.send_json(["resize", {"width": 120, "height": 30}])
                await socket.send_json(["ping", "17"])
                await window.until('["pong", "17"]')
                for nonsense in ('{"a": 1}', "[", '["stdin"]', '["stdin", 1]', '["resize", {"width": "x"}]', "[]"):
                    await socket.send_str(nonsense)
                await socket.send_json(["resize", {"width": -5, "height": 10**9}])
                await socket.send_json(["resize", {"width": 120, "height": 30}])
                await window.press("w")
                await window.press("1")
                await window.until("PER")
                await window.press("y")
                await window.until("sent to the browser's clipboard")
                assert b"\x1b]52;c;QWRh\x07" in window.drawn  # Ada
                assert b"Ptmux" not in window.drawn
                await window.press("q")
                await window.closed()
            assert decided(folder / "report.variorum") == ["Ada PERSON accepted"]
            assert one.process.poll() is None
            async with session.ws_connect(f"{one.address}ws") as socket:
                await Window(socket).until("1 decided")
                programs = one.programs()
        assert gone(programs), "the window was closed, and the desk stayed"


async def test_ctrl_c_leaves_nothing_running(folder: Path) -> None:
    with server(folder, "report.txt", *FAST) as one:
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{one.address}ws") as socket:
            window = Window(socket)
            await window.until("Lovelace")
            programs = one.programs()
            code = asyncio.create_task(asyncio.to_thread(one.end))
            await window.closed()
            assert await code == 0
        assert gone(programs)
        assert one.process.stderr is not None
        assert one.process.stderr.read() == ""


async def test_a_desk_leaves_when_its_server_is_killed(folder: Path) -> None:
    with server(folder, "report.txt", *FAST) as one:
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{one.address}ws") as socket:
            await Window(socket).until("Lovelace")
            programs = one.programs()
            one.end(signal.SIGKILL)
        assert gone(programs)


async def test_names_with_everything_in_them_arrive(folder: Path) -> None:
    name = 'a b\'c $(touch x) "d";&.txt'
    (folder / name).write_text("Grace Hopper wrote.", "utf-8")
    (folder / "-odd.txt").write_text("Emmy Noether proved.", "utf-8")
    with server(folder, *FAST, "--", "-odd.txt", name) as one:
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{one.address}ws") as socket:
            window = Window(socket)
            await window.until("Hopper")
            await window.until("Noether")
    assert not (folder / "x").exists()


async def test_many_texts_are_taken_in_once(folder: Path) -> None:
    for number in range(12):
        (folder / f"{number}.txt").write_text(f"Report {number}.\n\n{REPORT}", "utf-8")
    with server(folder, ".", "--project", "all.variorum", *FAST) as one:
        assert any("14 articles added" in line for line in one.said)
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{one.address}ws") as socket:
            window = Window(socket)
            await window.until("Lovelace")
            await window.press("q")
            await window.closed()
        one.end()
        assert one.process.stderr is not None
        assert one.process.stderr.read() == ""


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [("localhost", (), "sent to the browser's"), ("192.0.2.7", (), "written to ~/"),
     ("192.0.2.7", ("--clipboard", "terminal"), "sent to the browser's")],
)  # fmt: skip
async def test_a_page_that_may_not_copy_has_it_in_a_file(
    folder: Path, name: str, words: tuple[str, ...], told: str
) -> None:
    with server(folder, "report.txt", *FAST, *words, "--host", "0.0.0.0") as one:
        port = one.host.rpartition(":")[2]
        address = f"http://127.0.0.1:{port}{urlsplit(one.address).path}ws"
        headers = {"Host": f"{name}:{port}"}
        async with aiohttp.ClientSession() as session, session.ws_connect(address, headers=headers) as socket:
            window = Window(socket)
            await window.until("Lovelace")
            await window.press("wy")
            await window.until(told)


async def test_read_only_decides_nothing(folder: Path) -> None:
    with server(folder, "report.txt", "--read-only", *FAST) as one:
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{one.address}ws") as socket:
            window = Window(socket)
            await window.until("read only")
            await window.until("Lovelace")
            await window.press("w1")
            await window.until(" read only ")
            await window.press("q")
            await window.closed()
    assert not (folder / "report.variorum").exists()


# What is said


def test_an_address_that_others_can_reach_is_warned_of(folder: Path) -> None:
    with server(folder, "report.txt", *FAST, "--host", "0.0.0.0") as one:
        assert len(one.said) == 2
        assert "can be reached by others" in one.said[0]


def test_a_mistake_is_one_line_before_anything_is_served(folder: Path) -> None:
    done = run(folder, "serve", "nowhere.txt", *FAST)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("variorum: nowhere.txt")
    done = run(folder, "serve", "-", *FAST)
    assert done.returncode == 2
    assert done.stderr.startswith("variorum: what is piped in cannot be served")


def test_a_port_that_is_taken_is_one_line(served: Server, folder: Path) -> None:
    port = served.host.rpartition(":")[2]
    done = run(folder, "serve", "report.txt", *FAST, "--port", port)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"variorum: 127.0.0.1:{port}: ")
    assert "--port" in done.stderr


def test_without_the_library_one_line_says_what_to_install(folder: Path) -> None:
    program = "import sys; sys.modules['textual_serve'] = None; from tui.cli import run; sys.exit(run(['serve']))"
    command = [sys.executable, "-P", "-c", program]
    environment = {**os.environ, **home(folder), "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert "pip install 'variorum[web]'" in line


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.txt", "b c"],
        ["--project", "x y.variorum", "--reviewer=-ada", "--read-only"],
        ["--field", "text=body", "--field", "title=a b", "--encoding", "latin-1", "--repair"],
        ["--no-ascii", "--plain-emoji", "--theme", "light", "--clipboard", "file", "--no-color", "--no-mouse"],
        ["--", "--ascii"],
    ],
    ids=" ".join,
)
def test_words_are_handed_on_as_they_were_meant(words: list[str]) -> None:
    def meant(words: list[str]) -> dict[str, Any]:
        with click.Context(read, help_option_names=["-h", "--help"]) as context:  # click keeps them with the command
            read.parse_args(context, list(words))
            return context.params

    assert meant(words_of(read.params, meant(words))) == meant(words)
