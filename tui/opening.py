"""From what was said on the command line to a desk that is ready to be shown."""

import getpass
import os
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotations import labels as label_sets
from annotations.connect import set_aside
from annotations.errors import NotSavedError, ProjectError
from annotations.labels import LabelSet
from annotations.store import Store
from corpus.article import Article, Story
from corpus.display import shown_line
from corpus.errors import ModelError, VariorumError
from corpus.models import ModelChoice, resolve
from corpus.sources import gather, sample
from tui.commands import COMMANDS, Command, label_commands
from tui.config import Config
from tui.desk import Desk
from tui.keymap import bound, load, remapped
from tui.keys import Keys
from tui.places import data_folder
from tui.workspace import Workspace

SUFFIX = ".variorum"


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked to read, and how."""

    paths: tuple[Path, ...] = ()
    project: Path | None = None
    reviewer: str | None = None
    model: str | None = None
    labels: Path | None = None
    keymap: Path | None = None
    encoding: str | None = None


@dataclass(slots=True)
class Opened:
    """A desk, the project it belongs to (`new`: still to be made), how to read, and lines the user has to see.

    `words` are those that come back to it from the command line.
    """

    desk: Desk
    project: Path
    choice: ModelChoice
    commands: tuple[Command, ...]
    new: bool
    words: str
    notices: list[str] = field(default_factory=list)


def open_desk(request: Request, config: Config, version: str) -> Opened:
    """Read articles, project, labels and keys. Raises VariorumError where there is nothing to show or a mistake.

    Where nothing else is said, the label set and the model are those of the reviewer's last sitting.
    """
    texts, project = _texts_and_project(request)
    gathered = gather(texts, request.encoding) if texts or project.exists() else sample()
    store, notices = _store(project, expendable=bool(gathered.articles) and bool(texts))
    notices = [*map(str, gathered.troubles), *notices]
    reviewer = shown_line(request.reviewer or config.reviewer or _user())
    place: dict[str, Any] = (store.place(reviewer) if store else None) or {}
    labels, kept = _labels(request, config, store, place)
    commands, keys = _keys(request.keymap or config.keymap, labels)
    choice = _choice(request, config, place, notices)
    articles = _articles(gathered.articles, store, place)
    if not articles:
        todo = "" if notices else "give files or folders of texts"
        raise VariorumError("; ".join(notices) or "there is no article to read", todo=todo)
    story = Story(_story_title(project, store, articles), tuple(articles))
    desk = Desk(articles, Workspace(reviewer, labels, f"variorum {version}", story), keys)
    desk.kept = {"labels": kept, "model": request.model or place.get("model")}
    if store:
        _take_in(desk, store, choice)
    if place:
        desk.go_to(place)
    if notices:
        desk.message = notices[0] + (f" (and {len(notices) - 1} more, told on leaving)" if len(notices) > 1 else "")
    return Opened(desk, project, choice, commands, store is None, _return(request, project), notices)


def _texts_and_project(request: Request) -> tuple[list[Path], Path]:
    projects = [path for path in request.paths if path.suffix == SUFFIX]
    texts = [path for path in request.paths if path.suffix != SUFFIX]
    if len(projects) > 1 or (projects and request.project):
        raise VariorumError("one project at a time", todo="name a single .variorum file")
    if projects and not projects[0].exists():
        raise ProjectError("there is no such project", where=str(projects[0]), todo="give texts to begin one with")
    return texts, request.project or (projects[0] if projects else project_path(texts))


def _labels(
    request: Request, config: Config, store: Store | None, place: dict[str, Any]
) -> tuple[LabelSet, str | None]:
    """The label set, and the hash by which the project keeps it for the next time; None for the shipped one."""
    if request.labels or config.labels:
        labels = label_sets.load(request.labels) if request.labels else config.label_set()
        return labels, labels.sha256
    kept = dict(store.label_sets()).get(place.get("labels") or "") if store else None
    if store is None or kept is None:
        return config.label_set(), None
    return label_sets.parse(kept, f"{store.path} (its label set)"), place["labels"]


def _choice(request: Request, config: Config, place: dict[str, Any], notices: list[str]) -> ModelChoice:
    if request.model is None and place.get("model"):
        try:
            return resolve(str(place["model"]), config.model_labels)
        except ModelError as error:
            notices.append(f"what read last time cannot be had: {error}")
    return resolve(request.model or config.model, config.model_labels)


def _take_in(desk: Desk, store: Store, choice: ModelChoice) -> None:
    """What is in the project already: decisions and readings."""
    desk.workspace.open(store)
    desk.reload()
    for index, view in enumerate(desk.views):
        analysis = store.analysis(view.article.sha256, choice.id)
        if analysis is not None:
            desk.read(index, analysis)


def _return(request: Request, project: Path) -> str:
    """The words that come back to this desk."""
    words = [str(project)]
    if request.reviewer:
        words += ["--reviewer", request.reviewer]
    return shlex.join(words)


def project_path(texts: Sequence[Path]) -> Path:
    """Where the project of these texts lies: NAME.variorum in the current folder, NAME from the first path.

    Without texts: the project of the sample story, in the user's data folder.
    """
    if not texts:
        return data_folder() / f"sample{SUFFIX}"
    first = texts[0].absolute()
    name = first.name if first.is_dir() else first.stem
    return Path(f"{name or 'project'}{SUFFIX}")


def _store(project: Path, *, expendable: bool) -> tuple[Store | None, list[str]]:
    """The project if it exists. A broken one is moved aside where the texts were given anew."""
    if not project.exists():
        folder = project.absolute().parent
        if not folder.is_dir():
            raise ProjectError("its folder does not exist", where=str(project), todo="name another with --project")
        if not os.access(folder, os.W_OK):
            raise ProjectError(
                "its folder cannot be written to", where=str(project), todo="name another with --project"
            )
        return None, []
    try:
        return Store(project), []
    except NotSavedError:
        raise
    except ProjectError as error:
        if not expendable or not error.broken or project.suffix != SUFFIX:
            raise
        aside = set_aside(project)
        return None, [f"{error}: it now lies at {aside}, and a new project was begun"]


def _articles(given: Sequence[Article], store: Store | None, place: Any) -> list[Article]:
    """The articles named, else those that were on the desk last, else those of the first story."""
    if given or store is None:
        return list(given)
    stored = {article.id: article for article in store.articles()}
    last = [stored[one] for one in (place or {}).get("articles", ()) if one in stored]
    stories = store.stories()
    return last or ([stored[one] for one in stories[0][1]] if stories else [])


def _story_title(project: Path, store: Store | None, articles: Sequence[Article]) -> str:
    ids = {article.id for article in articles}
    for title, members in store.stories() if store else ():
        if ids & set(members):
            return title
    return project.stem


def _keys(keymap: Path | None, labels: LabelSet) -> tuple[tuple[Command, ...], Keys[Desk]]:
    commands: tuple[Command, ...] = (*COMMANDS, *label_commands(labels))
    places = {f"label.{label.name}": label.place for label in labels.labels}
    if keymap is not None:
        keys, more = load(keymap)
        places |= more
        commands = remapped(commands, keys, places)
    return commands, bound(commands, places)


def _user() -> str:
    try:
        return shown_line(getpass.getuser())
    except (KeyError, OSError):
        return "reviewer"
