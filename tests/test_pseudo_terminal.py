"""The pseudo-terminal that other tests rely on, tried on tiny programs."""

import signal
import sys

import pytest

from tests.terminal import Terminal, left_on

ECHO = """
import sys, tty
tty.setraw(0)
sys.stdout.write("\\x1b[?1049h\\x1b[?25l\\x1b[>1u\\x1b[?1003h" + "ready\\r\\n")
sys.stdout.flush()
while (key := sys.stdin.read(1)) != "q":
    sys.stdout.write(f"<{ord(key)}>\\r\\n")
    sys.stdout.flush()
"""
GIVES_BACK = ECHO + 'sys.stdout.write("\\x1b[?1003l\\x1b[<u\\x1b[?25h\\x1b[?1049l")\n'
TELLS_SIZE = """
import os, signal
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGWINCH})
while True:
    print("size", *os.get_terminal_size(), flush=True)
    signal.sigwait({signal.SIGWINCH})
"""
WAITS = "import signal; print('ready', flush=True); signal.pause()"


def python(source: str) -> list[str]:
    return [sys.executable, "-c", source]


def test_keys_go_in_and_text_comes_out() -> None:
    with Terminal(python(ECHO), size=(40, 10)) as terminal:
        terminal.wait_for("ready")
        assert not terminal.cooked
        terminal.send("aé")
        terminal.press("ctrl+s", "up", "enter")
        terminal.wait_for(r"<97>\n<233>\n<19>\n<27>\n<91>\n<65>\n<13>")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_modes_left_on_are_seen() -> None:
    with Terminal(python(ECHO)) as terminal:
        terminal.wait_for("ready")
        terminal.press("q")
        terminal.wait_exit()
        assert left_on(terminal.raw) == {"?1049h", "?25l", "?1003h", "kitty"}
        assert not terminal.cooked


def test_modes_given_back_are_seen() -> None:
    with Terminal(python(GIVES_BACK)) as terminal:
        terminal.wait_for("ready")
        terminal.press("q")
        terminal.wait_exit()
        assert left_on(terminal.raw) == frozenset()


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        (b"", set[str]()),
        (b"\x1b[?1000;1006h\x1b[?1000l", {"?1006h"}),
        (b"\x1b[?7l\x1b[?7h\x1b[?25l", {"?25l"}),
        (b"\x1b[>1u\x1b[>5u\x1b[<2u", set[str]()),
        (b"\x1b[>1u\x1b[>5u\x1b[<u", {"kitty"}),
        (b"\x1b[>4;2m", {"modifyOtherKeys"}),
        (b"\x1b[>4;2m\x1b[>4m", set[str]()),
    ],
)
def test_modes_differing_from_those_at_power_up(raw: bytes, left: set[str]) -> None:
    assert left_on(raw) == left


@pytest.mark.parametrize(
    "unknown",
    [
        "\x1b[?u",
        "\x1b[>1u",
        "\x1b[=0;1u",
        "\x1b[<u",
        "\x1b[?2026$p",
        "\x1b[4:3m",
        "\x1b[2 q",
        "\x1bP+q544e\x1b\\",
        "\x1b_G;x\x1b\\",
        "\x1b]11;?\x1b\\",
        "\x1b]52;c;eA==\x07",
    ],
)
@pytest.mark.parametrize("torn", [False, True])
def test_sequences_the_emulator_does_not_know_are_not_shown(unknown: str, torn: bool) -> None:  # noqa: FBT001
    pieces = list(f"a{unknown}b") if torn else [f"a{unknown}b"]
    source = f"import os\nfor piece in {pieces!r}: os.write(1, piece.encode())\nprint('\\nend')"
    with Terminal(python(source)) as terminal:
        terminal.wait_for("end")
        assert terminal.text.splitlines()[0] == "ab"


def test_wide_letters_and_torn_bytes() -> None:
    source = "import os\nfor byte in 'é日本\\n'.encode(): os.write(1, bytes([byte]))\nprint('end')"
    with Terminal(python(source)) as terminal:
        terminal.wait_for("^é日本$")


def test_size_and_resize() -> None:
    with Terminal(python(TELLS_SIZE), size=(90, 20)) as terminal:
        terminal.wait_for("^size 90 20$")
        terminal.resize(70, 15)
        terminal.wait_for("^size 70 15$")


def test_program_leads_a_session_with_this_as_its_terminal() -> None:
    source = "import os; print(os.getpid() == os.getsid(0), os.tcgetpgrp(0) == os.getpgid(0), os.ctermid())"
    with Terminal(python(source)) as terminal:
        terminal.wait_for("^True True ")
        assert terminal.wait_exit() == 0


def test_signal_and_exit_status() -> None:
    with Terminal(python(WAITS)) as terminal:
        terminal.wait_for("ready")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == -signal.SIGTERM


def test_ctrl_c_interrupts_a_program_in_the_foreground() -> None:
    with Terminal(python(WAITS)) as terminal:
        terminal.wait_for("ready")
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == -signal.SIGINT
        assert b"KeyboardInterrupt" in terminal.raw


def test_hanging_up_ends_the_session() -> None:
    with Terminal(python(WAITS)) as terminal:
        terminal.wait_for("ready")
        terminal.hang_up()
        assert terminal.wait_exit() == -signal.SIGHUP


def test_last_words_are_not_lost() -> None:
    with Terminal(python("print('x' * 200_000); print('last')")) as terminal:
        assert terminal.wait_exit() == 0
        assert terminal.raw.endswith(b"last\r\n")


def test_waiting_for_what_never_comes_shows_the_screen() -> None:
    with (
        Terminal(python("print('something else'); raise SystemExit(3)")) as terminal,
        pytest.raises(AssertionError, match=r"(?s)ended with 3.*something else"),
    ):
        terminal.wait_for("never")


def test_a_program_that_goes_on_is_reported_and_killed() -> None:
    with Terminal(python(WAITS)) as terminal:
        terminal.wait_for("ready")
        with pytest.raises(AssertionError, match="still running"):
            terminal.wait_exit(timeout=0)


def test_environment_and_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("folder").resolve()
    source = "import os; print(os.environ['STORY'], os.environ['TERM'], os.path.basename(os.getcwd()))"
    with Terminal(python(source), env={"STORY": "seven"}, cwd=folder) as terminal:
        terminal.wait_for(f"^seven xterm-256color {folder.name}$")
