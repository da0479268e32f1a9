"""Where the program keeps what belongs to the user and not to a project."""

import os
from pathlib import Path
from typing import Final

KEYMAPS: Final = Path(__file__).parent / "keymaps"
"""Keymaps that are shipped, as NAME.toml."""


def config_file() -> Path:
    """The user's settings; the file may be missing."""
    from platformdirs import user_config_path  # noqa: PLC0415 (loaded when it is wanted)

    return user_config_path("variorum", appauthor=False) / "config.toml"


def keymap_file(name: str, folder: Path) -> Path:
    """The keymap of that name which is shipped, or else the file at that path, which counts from `folder`."""
    shipped = KEYMAPS / f"{name}.toml"
    return shipped if Path(name).name == name and shipped.is_file() else folder / name


def data_folder() -> Path:
    """The folder of the sample story's project, made if it is missing. Raises OSError."""
    from platformdirs import user_data_path  # noqa: PLC0415

    folder = user_data_path("variorum", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def theme_file() -> Path:
    """Where the theme is kept that was chosen last; the file may be missing."""
    from platformdirs import user_state_path  # noqa: PLC0415

    return user_state_path("variorum", appauthor=False) / "theme"


def copies_file() -> Path:
    """Where text lies that was copied to a file, the last one only; the file may be missing."""
    from platformdirs import user_state_path  # noqa: PLC0415

    return user_state_path("variorum", appauthor=False) / "copied.txt"


def picture_file() -> Path:
    """Where the screen lies that was written down last as a picture; the file may be missing."""
    from platformdirs import user_state_path  # noqa: PLC0415

    return user_state_path("variorum", appauthor=False) / "screenshot.svg"


def write_private(path: Path, data: bytes) -> None:
    """Write a file anew that nobody else may read, and its folder where it is missing. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(data)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def log_file() -> Path | None:
    """Where the reading process writes what its libraries have to say; None where no such file can be."""
    from platformdirs import user_state_path  # noqa: PLC0415

    path = user_state_path("variorum", appauthor=False) / "reading.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("ab").close()
    except OSError:
        return None
    return path
