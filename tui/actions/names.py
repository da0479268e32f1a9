"""The names of a story over the whole screen: moving, deciding on forms, merging, splitting off, naming."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from annotations import decide, name_ties
from annotations.decide import End, RefusedError
from annotations.events import Change
from annotations.model import Tie, Verdict
from annotations.said_names import ID, NAME
from tui.actions import history
from tui.actions.follow import look_at_name, to_spot
from tui.actions.link import titled
from tui.actions.say_names import renamed, say
from tui.actions.tie import compared_of
from tui.compared import Spot
from tui.names import ORDERS, Line, Names
from tui.trail import here
from tui.wishes import AskWords, ShowPanel

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[[Names], None]


def show(desk: "Desk") -> None:
    """Show the names over the whole screen."""
    compared_of(desk)
    desk.wish(ShowPanel("names"))


def by_name(step: int) -> Action:
    """To the next (or previous) name."""

    def move(names: Names) -> None:
        heads = [index for index, line in enumerate(names.lines) if not line.form]
        ahead = [index for index in heads if (index > names.at if step > 0 else index < names.at)]
        if ahead:
            names.at = ahead[0] if step > 0 else ahead[-1]

    return move


def type_filter(names: Names) -> None:
    """Type what the list is narrowed by."""
    names.typing = True


def sort(names: Names) -> None:
    """Sort by the next of mentions, title, open forms."""
    names.order = ORDERS[(ORDERS.index(names.order) + 1) % len(ORDERS)]
    names.load()
    names.message = f"sorted by {names.order}"


def open_place(names: Names) -> None:
    """To the first mention of the name on the desk; of a form, to its next mention from where the desk is."""
    line, spots = _line(names), names.spots(_line(names))

    def go(desk: "Desk") -> None:
        held = desk.view.selection
        ahead = [spot for spot in spots if spot > (desk.active, held.start, held.end)] if line.form else []
        desk.trail.leave(here(desk))
        to_spot(desk, (ahead or spots)[0])
        if line.left is None:
            look_at_name(desk, compared_of(desk), line.cluster)

    names.leave(go)


def judge(verdict: Verdict) -> Action:
    """Decide whether a form names what the name stands for; on the name itself, accept all forms that are open."""

    def give(names: Names) -> None:
        line = _line(names)
        if line.form and verdict is Verdict.REJECTED:
            split(names)
        elif line.form:
            told = f"{verdict.value}: {_surface(names, line)} = {names.compared.title(line.cluster)}"
            _relate(names, partial(_judged, names, line, verdict), told)
        elif verdict is Verdict.ACCEPTED:
            told = f"the same in every form: {names.compared.title(line.cluster)}"
            _relate(names, partial(_confirmed, names, line), told)
        else:
            message = "go to one of its forms first"
            raise RefusedError(message)

    return give


def _judged(names: Names, line: Line, verdict: Verdict) -> list[tuple[str, Change]]:
    if verdict is Verdict.ACCEPTED and line.left is not None:
        return list(name_ties.merged(_ends(names, line.cluster), _ends_of(names, line)))
    return list(decide.set_tie(Tie.SAME, verdict, _ends(names, line.cluster)[0], _form_ends(names, line)[0]))


def _confirmed(names: Names, line: Line) -> list[tuple[str, Change]]:
    decided, ends = names.desk.ties.name_verdicts(line.cluster), _ends(names, line.cluster)
    title = names.compared.title_mention(line.cluster)
    changes: list[tuple[str, Change]] = []
    for form in names.compared.variants(line.cluster):
        if title and form.name != names.compared.name(title) and form.name not in decided:
            spot = names.spots(Line(line.cluster, form.name))[0]
            changes += decide.set_tie(Tie.SAME, Verdict.ACCEPTED, ends[0], names.desk.ties.end(spot))
    if not changes:
        message = "it has no other form that is open"
        raise RefusedError(message)
    return changes


def take_back(names: Names) -> None:
    """Take back what was decided on a form."""
    line = _form(names)

    def changes() -> list[tuple[str, Change]]:
        ends = _ends_of(names, line)
        keys = {(end.article_id, end.span) for end in ends}
        others = [end for end in _ends(names, line.cluster) if (end.article_id, end.span) not in keys]
        return list(name_ties.taken_back(others, ends))

    _relate(names, changes, f"open again: {_surface(names, line)}")


def mark(names: Names) -> None:
    """Mark the name, or take its mark away, and go to the next."""
    cluster = _line(names).cluster
    own = {spot for spot in names.marked if names.compared.cluster_at(spot) == cluster}
    title = names.compared.title_mention(cluster)
    names.marked = names.marked - own if own or title is None else names.marked | {title}
    by_name(1)(names)


def merge(names: Names) -> None:
    """Merge the marked names into the one under the cursor."""
    compared, here = names.compared, _line(names).cluster
    others = sorted({compared.cluster_at(spot) for spot in names.marked} - {here, -1})
    if not others:
        message = "mark the names that are of this one first (v), then merge"
        raise RefusedError(message)
    title, told = compared.title_mention(here), compared.title(here)
    ends = _ends(names, here)

    def changes() -> list[tuple[str, Change]]:
        ties = [change for other in others for change in name_ties.merged(ends, _ends(names, other))]
        return [*ties, *(renamed(names.desk, title, others) if title is not None else ())]

    if _relate(names, changes, f"{len(others) + 1} names are one now: {told}; u takes it back"):
        names.marked = set()


def split(names: Names) -> None:
    """Make an entity of its own of the form under the cursor."""
    line = _form(names)
    if line.left is not None:
        message = "it is an entity of its own already"
        raise RefusedError(message)
    leaving = _form_ends(names, line)
    keys = {(end.article_id, end.span) for end in leaving}
    kept = [end for end in _ends(names, line.cluster) if (end.article_id, end.span) not in keys]
    told = f"{_surface(names, line)} is an entity of its own; u takes it back"
    _relate(names, lambda: list(name_ties.split(kept, leaving)), told)


def ask(field: str) -> Action:
    """Ask for the name, the note or the id of the name under the cursor."""

    def put(names: Names) -> None:
        cluster = _line(names).cluster
        title = names.compared.title_mention(cluster)
        if title is None:
            return
        said = names.compared.told(cluster).get(field, "")
        words = said or (names.compared.best(cluster) if field == NAME else "")
        question = f"{field} of {names.compared.title(cluster)}"
        names.asks = AskWords(question, words, partial(_answered, names=names, title=title, field=field))

    return put


def _answered(desk: "Desk", words: str, *, names: Names, title: Spot, field: str) -> None:
    """Take an answer in; what is wrong with it is told on the board."""
    try:
        say(desk, title, field, words)
        names.message = desk.message
    except RefusedError as refusal:
        names.message = str(refusal)
        if field == ID and words.strip():
            question = f"{field} of {names.compared.title(names.compared.cluster_at(title))}"
            take = partial(_answered, names=names, title=title, field=field)
            names.asks = AskWords(question, words, take, str(refusal))
    names.load()


def undo(names: Names) -> None:
    """Take the last step back."""
    names.on_desk(history.undo)


def redo(names: Names) -> None:
    """Do it again."""
    names.on_desk(history.redo)


def leave(names: Names) -> None:
    """Show all names again where the list is narrowed, else go back to the desk."""
    if names.words:
        names.narrow("")
    else:
        names.leave()


def _relate(names: Names, changes: Callable[[], list[tuple[str, Change]]], told: str) -> bool:
    """Decide on ties as one step; returns whether it was not refused."""
    done = names.on_desk(lambda desk: desk.relate(changes()))
    names.message = names.message or told
    return done


def _line(names: Names) -> Line:
    line = names.here
    if line is None:
        message = "there is no name here"
        raise RefusedError(message)
    return line


def _form(names: Names) -> Line:
    line = _line(names)
    if not line.form:
        message = "go to one of its forms first"
        raise RefusedError(message)
    return line


def _surface(names: Names, line: Line) -> str:
    return names.compared.surface(names.spots(line)[0])


def _ends(names: Names, cluster: int) -> list[End]:
    """The mentions of a name, the one that stands for it first."""
    return [names.desk.ties.end(spot) for spot in titled(names.compared, cluster)]


def _ends_of(names: Names, line: Line) -> list[End]:
    """The mentions of a form, the one first that it is known by."""
    spots = names.spots(line)
    return [names.desk.ties.end(spot) for spot in sorted(spots, key=lambda spot: spot != line.left)]


def _form_ends(names: Names, line: Line) -> list[End]:
    """The same, of a form that does not stand for the name itself."""
    title = names.compared.title_mention(line.cluster)
    if line.left is None and title is not None and names.compared.name(title) == line.form:
        message = "it stands for the others: go to one of them"
        raise RefusedError(message)
    return _ends_of(names, line)
