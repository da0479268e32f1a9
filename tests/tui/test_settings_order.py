"""Which setting counts: flags, then variables, then the folder's file, then the user's, then the defaults."""

from pathlib import Path

import pytest

from tests.tui.programs import home, run, settings
from tui.config import Config, ConfigError, current
from tui.places import KEYMAPS

VARIABLES = {"VARIORUM_THEME": "mono", "VARIORUM_KEYMAP": "vim", "VARIORUM_ASCII": "no", "VARIORUM_LABELS": "mine.toml"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, which is the home as well."""
    for name, value in home(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def of_folder(folder: Path, text: str) -> None:
    (folder / ".variorum.toml").write_text(text, "utf-8")


@pytest.mark.usefixtures("here")
def test_nothing_said_is_the_defaults() -> None:
    assert current({"VARIORUM_THEME": "", "VARIORUM_OTHER": "x"}) == Config()


def test_variables_count_more_than_the_folder_and_that_more_than_the_user(here: Path) -> None:
    path = settings(here, 'theme = "dark"\nascii = true\nreviewer = "ada"\nplain_emoji = true\nlabels = "l.toml"\n')
    assert current({}) == Config(
        reviewer="ada", theme="dark", ascii=True, plain_emoji=True, labels=path.parent / "l.toml"
    )
    of_folder(here, 'theme = "light"\nreviewer = "bo"\nlabels = "l.toml"\n')
    assert current({}) == Config(reviewer="bo", theme="light", ascii=True, plain_emoji=True, labels=Path("l.toml"))
    assert current(VARIABLES) == Config(
        reviewer="bo",
        theme="mono",
        ascii=False,
        plain_emoji=True,
        keymap=KEYMAPS / "vim.toml",
        labels=Path("mine.toml"),
    )


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"VARIORUM_THEME": "blue"}, "VARIORUM_THEME: no theme 'blue'; there are dark, light"),
        ({"VARIORUM_ASCII": "maybe"}, "VARIORUM_ASCII: 'maybe' says neither yes nor no; write 1 or 0"),
    ],
)
def test_a_wrong_variable_is_named(variables: dict[str, str], words: str) -> None:
    with pytest.raises(ConfigError, match=r"^VARIORUM") as raised:
        current(variables)
    assert str(raised.value).startswith(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('theme = "blue"', "no theme 'blue'; there are dark, light, high-contrast, sixteen, mono"),
        ("theme = 5", "theme: has to be a string"),
        ('clipboard = "tmux"', "no clipboard 'tmux'; there are auto, system, terminal, file"),
        ("ascii = 1", "ascii: has to be true or false"),
        ('plain_emoji = "yes"', "plain_emoji: has to be true or false"),
        ("plain = true", "plain: no setting; known are reviewer"),
    ],
)
def test_a_wrong_setting_of_a_folder_is_named(here: Path, text: str, words: str) -> None:
    of_folder(here, f"# mine\n\n{text}\nhints = true\n")
    with pytest.raises(ConfigError) as raised:
        current({})
    assert str(raised.value).startswith(".variorum.toml:3: ")
    assert words in str(raised.value)


@pytest.mark.parametrize("model", ["evil:load", "./evil", "evil", "/tmp/evil"])
def test_a_folder_cannot_have_its_own_code_run_as_a_model(here: Path, model: str) -> None:
    (here / "evil").mkdir()
    (here / "evil" / "meta.json").write_text('{"name": "evil", "version": "1", "lang": "en"}', "utf-8")
    of_folder(here, f'model = "{model}"\n')
    with pytest.raises(ConfigError, match="is no installed model"):
        current({})
    settings(here, f'model = "{model}"\n')
    (here / ".variorum.toml").unlink()
    assert current({}).model == model


def test_a_folder_can_name_a_model_that_brings_no_code(here: Path) -> None:
    of_folder(here, 'model = "blank:de"\n')
    assert current({}).model == "blank:de"


def test_check_and_path_know_all_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_THEME", "light")
    path = settings(tmp_path, 'reviewer = "ada"\n')
    of_folder(tmp_path, 'keymap = "vim"\n')
    told = [str(tmp_path / ".variorum.toml"), str(path)]
    done = run(tmp_path, "config", "check")
    assert (done.returncode, done.stderr) == (0, "".join(f"{one}: sound\n" for one in ("VARIORUM_THEME", *told)))
    done = run(tmp_path, "config", "path", "--all")
    assert done.stdout.splitlines() == ["VARIORUM_THEME", *told]
    assert run(tmp_path, "config", "path").stdout == f"{path}\n"
    of_folder(tmp_path, 'keymap = "vi"\n')
    done = run(tmp_path, "config", "check")
    assert done.returncode == 1
    assert done.stderr.startswith("variorum: vi: the keymap cannot be read: No such file")
