"""Which ways copied text is to go, by the settings and the environment, and how it is put. Pure."""

from collections.abc import Mapping
from typing import Final

AUTO: Final = "auto"
SYSTEM: Final = "system"
TERMINAL: Final = "terminal"
FILE: Final = "file"
TMUX: Final = "tmux"
"""Not to be chosen: tmux takes the text and gives it to its terminal, where it may drop what programs write."""
WAYS: Final = (AUTO, SYSTEM, TERMINAL, FILE)
LIMIT: Final = 74_994  # bytes: with them in base64, the whole sequence has the 100,000 that terminals take


def ways(wanted: str, environment: Mapping[str, str], platform: str, *, web: bool = False) -> tuple[str, ...]:
    """The ways to try one after the other; `platform` as sys.platform says it, `web` where a browser shows the desk."""
    if wanted == FILE:
        return (FILE,)
    terminal = (TERMINAL,) if web or not environment.get("TMUX") else (TMUX, TERMINAL)
    if wanted == TERMINAL:
        return (*terminal, FILE)
    if wanted == SYSTEM:
        return (SYSTEM, FILE)
    return (*terminal, FILE) if web or not _at_hand(environment, platform) else (SYSTEM, *terminal, FILE)


def _at_hand(environment: Mapping[str, str], platform: str) -> bool:
    """Whether the clipboard of the machine that this runs on is the reviewer's: no ssh, and a display."""
    if environment.get("SSH_TTY") or environment.get("SSH_CONNECTION"):
        return False
    named = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    return platform in {"win32", "cygwin", "darwin"} or any(environment.get(name) for name in named)


def sound(text: str) -> str:
    """The text as it can be encoded: halves of surrogate pairs are joined, those alone become U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def passed_through(text: str) -> str:
    """OSC 52 in the wrapping that tmux hands on where it is allowed to."""
    from base64 import b64encode  # noqa: PLC0415 (seldom needed)

    sequence = f"\x1b]52;c;{b64encode(text.encode()).decode()}\a"
    return "\x1bPtmux;{}\x1b\\".format(sequence.replace("\x1b", "\x1b\x1b"))
