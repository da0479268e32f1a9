"""From what was said on the command line to a desk that is ready to be shown."""

import getpass
import os
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final

from annotations import labels as label_sets
from annotations.connect import set_aside
from annotations.errors import NotSavedError, ProjectError
from annotations.labels import LabelSet
from annotations.queue import Wanted, newer_than_decided, story_id_of, title_of
from annotations.store import Store
from corpus.article import Article, Story
from corpus.display import shown_line
from corpus.errors import ModelError, VariorumError
from corpus.models import ModelChoice, resolve
from corpus.readers.base import Options
from tui.bindings import all_keys
from tui.commands.command import Command
from tui.config import Config
from tui.desk import Desk
from tui.given import Given, group_loose, held_by
from tui.library import Library, read_first
from tui.places import data_folder
from tui.stories import StoryList
from tui.workspace import Workspace

SUFFIX = ".variorum"
PIPE: Final = Path("-")
NO_OPTIONS: Final = Options()


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked to read, and how; `pipe` is what the path `-` stands for.

    Where it is `read_only` nothing is written to the project, and nothing can be decided.
    """

    paths: tuple[Path, ...] = ()
    project: Path | None = None
    reviewer: str | None = None
    model: str | None = None
    labels: Path | None = None
    keymap: Path | None = None
    options: Options = NO_OPTIONS
    pipe: BinaryIO | None = None
    read_only: bool = False


@dataclass(slots=True)
class Opened:
    """A desk, the project it belongs to (`new`: still to be made), how to read, and lines the user has to see.

    `words` are those that come back to it from the command line, if any. `at_list` says to begin with the list.
    """

    desk: Desk
    project: Path
    choice: ModelChoice
    commands: tuple[Command[Any], ...]
    stories: StoryList
    new: bool
    words: str
    at_list: bool = False
    notices: list[str] = field(default_factory=list)


def open_desk(request: Request, config: Config, version: str) -> Opened:
    """Read articles, project, labels and keys. Raises VariorumError where there is nothing to show or a mistake.

    Few articles stand side by side at once. Many are taken into the project first, and the list of stories is shown.
    Where nothing else is said, the label set and the model are those of the reviewer's last sitting.
    """
    texts, project = _texts_and_project(request)
    held = held_by(texts, project, request.options, pipe=request.pipe, read_only=request.read_only)
    expendable = bool(held.articles) and bool(texts) and not request.read_only
    store, notices = _store(project, expendable=expendable, read_only=request.read_only)
    if store is not None and not held.articles and not request.read_only:
        group_loose(store)
    notices = [*held.notices, *notices]
    reviewer = reviewer_called(request.reviewer, config)
    place: dict[str, Any] = (store.place(reviewer) if store else None) or {}
    labels, kept = _labels(request, config, store, place)
    commands, keys, list_keys = all_keys(request.keymap or config.keymap, labels)
    choice = _choice(request, config, place, notices)
    library = Library(project, reviewer)
    story, at_list = _story(held, project, store, library, place)
    if story is None:
        todo = "" if notices else "give files or folders of texts"
        raise VariorumError("; ".join(notices) or "there is no article to read", todo=todo)
    workspace = Workspace(reviewer, labels, f"variorum {version}", story, read_only=request.read_only)
    desk = Desk(story.articles, workspace, keys)
    desk.visited = not at_list
    counts = {name: place[name] for name in ("used", "told") if isinstance(place.get(name), dict)}
    desk.kept = {"labels": kept, "model": request.model or place.get("model"), **counts}
    desk.advises = config.hints
    if store:
        notices += newer_than_decided(store, held.articles, reviewer)
        desk.workspace.open(store)
        desk.reload()
        library.furnish(desk, store, choice.id)
    else:
        for index in range(len(desk.views)):
            read_first(desk, index)
    if place:
        desk.go_to(library.place(story.id) or place if story.id else place)
    if notices:
        desk.message = notices[0] + (f" (and {len(notices) - 1} more, told on leaving)" if len(notices) > 1 else "")
    stories = StoryList(library, workspace, *list_keys)
    new = store is None and not request.read_only
    return Opened(desk, project, choice, commands, stories, new, _return(request, project), at_list, notices)


def _texts_and_project(request: Request) -> tuple[list[Path], Path]:
    projects = [path for path in request.paths if path.suffix == SUFFIX]
    texts = [path for path in request.paths if path.suffix != SUFFIX]
    if len(projects) > 1 or (projects and request.project):
        raise VariorumError("one project at a time", todo="name a single .variorum file")
    if projects and not projects[0].exists():
        raise ProjectError("there is no such project", where=str(projects[0]), todo="give texts to begin one with")
    return texts, request.project or (projects[0] if projects else project_path(texts))


def _story(
    held: Given, project: Path, store: Store | None, library: Library, place: dict[str, Any]
) -> tuple[Story | None, bool]:
    """The story to put on the desk, and whether the list of stories is to be shown over it."""
    if held.articles:
        return Story(_story_title(project, store, held.articles), tuple(held.articles)), False
    if store is None:
        return None, False
    last = [str(place["story"])] if place.get("story") else list(map(str, place.get("articles", ())))[:1]
    if held.imported:
        last = list({story_id_of(store, article) for article in held.met})
    elif last and "story" not in place:
        last = [story_id_of(store, last[0])]
    story = library.story(last[0]) if len(last) == 1 else None
    if story is not None:
        return story, False
    first = library.rows(library.first(Wanted()))[:1]
    return (library.story(first[0].id) if first else None), library.total() > 1


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


def _return(request: Request, project: Path) -> str:
    """The words that come back to this desk."""
    words = [str(project)]
    if request.read_only:
        words.append("--read-only")
    if request.reviewer:
        words += ["--reviewer", request.reviewer]
    return shlex.join(words)


def project_path(texts: Sequence[Path]) -> Path:
    """Where the project of these texts lies: NAME.variorum in the current folder, NAME from the first path.

    Without texts: the project of the sample story, in the user's data folder.
    """
    if not texts:
        return data_folder() / f"sample{SUFFIX}"
    if texts[0] == PIPE:
        return Path(f"piped{SUFFIX}")
    first = texts[0].absolute()
    name = first.name if first.is_dir() else first.stem
    return Path(f"{name or 'project'}{SUFFIX}")


def _store(project: Path, *, expendable: bool, read_only: bool) -> tuple[Store | None, list[str]]:
    """The project if it exists. A broken one is moved aside where the texts were given anew."""
    if not project.exists():
        folder = project.absolute().parent
        if not folder.is_dir():
            raise ProjectError("its folder does not exist", where=str(project), todo="name another with --project")
        if not read_only and not os.access(folder, os.W_OK):
            raise ProjectError(
                "its folder cannot be written to", where=str(project), todo="name another with --project"
            )
        return None, []
    try:
        return Store(project, read_only=read_only), []
    except NotSavedError:
        raise
    except ProjectError as error:
        if not expendable or not error.broken or project.suffix != SUFFIX:
            raise
        aside = set_aside(project)
        return None, [f"{error}: it now lies at {aside}, and a new project was begun"]


def _story_title(project: Path, store: Store | None, articles: Sequence[Article]) -> str:
    """What the story of articles is called in the project; the project's name where they are new."""
    found = (story_id_of(store, article.id) for article in articles) if store else iter(())
    known = next((story_id for story_id in found if story_id), "")
    return title_of(store, known) if store and known else project.stem


def reviewer_called(name: str | None, config: Config) -> str:
    """Who reviews: whoever is named, else as the settings say, else who is logged in."""
    return shown_line(name or config.reviewer or _user())


def _user() -> str:
    try:
        return shown_line(getpass.getuser())
    except (KeyError, OSError):
        return "reviewer"
