"""Where the program keeps what belongs to the user and not to a project."""

from pathlib import Path


def config_file() -> Path:
    """The user's settings; the file may be missing."""
    from platformdirs import user_config_path  # noqa: PLC0415 (loaded when it is wanted)

    return user_config_path("variorum", appauthor=False) / "config.toml"


def data_folder() -> Path:
    """The folder of the sample story's project, made if it is missing. Raises OSError."""
    from platformdirs import user_data_path  # noqa: PLC0415

    folder = user_data_path("variorum", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


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
