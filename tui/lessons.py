"""The lessons of the tutorial, on the sample story, in the one table that it goes through."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from annotations.model import Proposal, Verdict
from tui.actions.follow import mark_on, to_spot
from tui.actions.queue import next_open
from tui.tutor import Lesson, State, state_of

if TYPE_CHECKING:
    from tui.compared import Compared, Spot
    from tui.desk import Desk

Done = Callable[["Desk", State], bool]


def _ran(*commands: str) -> Done:
    """Done when each of the commands ran."""
    return lambda _desk, start: start.ran.issuperset(commands)


def _ran_one(*commands: str) -> Done:
    """Done when one of the commands ran; one that ends with a dot is a whole scope."""
    return lambda _desk, start: any(ran == one or (one[-1] == "." and ran.startswith(one))
                                    for ran in start.ran for one in commands)  # fmt: skip


def _judged(desk: "Desk", start: State) -> bool:
    now = state_of(desk)
    return all(now.verdicts[verdict] > start.verdicts[verdict] for verdict in Verdict)


def _jumped(desk: "Desk", start: State) -> bool:
    place = desk.active, desk.view.selection
    return "move.hint" in start.ran and desk.mode is None and place != (start.active, start.selection)


def _on_conflict(desk: "Desk", start: State) -> bool:
    return "find.conflict" in start.ran and state_of(desk).ties > start.ties


def _edges(desk: "Desk", start: State) -> bool:
    out = {"select.right_out", "select.left_out"} & start.ran
    return bool(out) and _ran_one("select.right_in", "select.left_in")(desk, start)


def _proposals(desk: "Desk") -> str:
    """What is missing before there is anything to decide."""
    unfinished = (view for view in desk.views if not desk.workspace.state(view.article.id).finished)
    return "" if any(view.marks.open_count for view in unfinished) else "open proposals"


def _comparison(desk: "Desk") -> str:
    return "the comparison of the reports" if desk.compared is None else ""


def _names(desk: "Desk") -> str:
    if desk.compared is None:
        return _comparison(desk)
    return "" if _name_in_forms(desk, desk.compared) is not None else "a name in several forms"


def _conflicts(desk: "Desk") -> str:
    return _comparison(desk) or ("" if desk.ties.live else "figures in conflict")


def _name_in_forms(desk: "Desk", compared: "Compared") -> "Spot | None":
    """Where a name first stands of which another form is open."""
    for cluster in compared.clusters():
        title = compared.title_mention(cluster)
        undecided = len(compared.variants(cluster)) - 1 > len(desk.ties.name_verdicts(cluster))
        if title is not None and undecided and mark_on(desk, title) is not None:
            return title
    return None


def _to_name(desk: "Desk") -> None:
    spot = _name_in_forms(desk, desk.compared) if desk.compared is not None else None
    if spot is not None:
        to_spot(desk, spot)


def _to_open(desk: "Desk") -> None:
    """To an open proposal, unless one is selected."""
    if not isinstance(desk.view.target, Proposal):
        next_open(desk)


LESSONS: Final = (
    Lesson("Proposals", "What is underlined was found by the machine. Press {decide.next}: it goes to the first "
           "proposal that nobody has decided on, and selects it.", _ran("decide.next"), _proposals),
    Lesson("Deciding", "{decide.accept} accepts what is selected, {decide.reject} rejects it, {decide.unsure} leaves "
           "it unsure; each goes on to the next proposal. Press each of them once.", _judged, _proposals, _to_open),
    Lesson("Undo", "{decide.undo} takes the last step back, also after a restart; {decide.redo} does it again. "
           "Take one back, and do it again.", _ran("decide.undo", "decide.redo")),
    Lesson("Moving", "A motion selects. Press {move.token} for the next word, {move.entity} for the next mark and "
           "{move.sentence} for the next sentence; {move.token_back} {move.entity_back} {move.sentence_back} go back.",
           _ran("move.token", "move.entity", "move.sentence")),
    Lesson("Labels", "A digit gives a label: the last line has them. Select words that nobody marked with "
           "{move.token}, and press {label.PERSON} or another digit.", _ran_one("label.")),
    Lesson("Edges", "{select.right_out} and {select.right_in} move the right edge out and in, {select.left_out} and "
           "{select.left_in} the left one; {select.boundaries} goes round likely edges. Move an edge out and in.",
           _edges),
    Lesson("Jumping", "Press {move.hint}: letters stand before names, numbers and marks in every article. Type "
           "those of a place to select it.", _jumped),
    Lesson("Articles", "{move.pane_right} goes to the article to the right, {move.pane_left} to the left; "
           "{look.zoom} shows one alone, and again all. Go right and left.", _ran("move.pane_right", "move.pane_left")),
    Lesson("Names", "This name has several forms. {find.follow} goes to its next mention, {find.back} comes back, and "
           "{tie.confirm} says that all forms are one name. Press all three.",
           _ran("find.follow", "find.back", "tie.confirm"), _names, _to_name),
    Lesson("Conflicts", "{find.conflict} goes to figures that cannot all be right, and the last line asks about them. "
           "{find.follow} goes to the other side. Go to one, and answer with {decide.accept} or {decide.reject}.",
           _on_conflict, _conflicts),
    Lesson("The ledger", "{look.ledger} shows all figures of the story side by side, the conflicts first; q comes back "
           "to the desk.", _ran("look.ledger"), _comparison),
    Lesson("Batches", "{decide.paragraph} accepts all open proposals from here to the end of the paragraph, as one "
           "step that one {decide.undo} takes back. {decide.next} goes to a proposal.",
           _ran("decide.paragraph"), _proposals, _to_open),
    Lesson("Searching", "{find.search} searches the articles: type a word such as ferry, then enter. {find.next} goes "
           "to the next match; escape forgets the search.", _ran("find.search", "find.next")),
    Lesson("Finishing", "{decide.finish} says that the article is done: what is still unmarked in it is nothing. "
           "{decide.reopen} takes that back.", lambda desk, start: state_of(desk).finished > start.finished),
    Lesson("Help", "{program.help} shows the keys, and / narrows them there; q leaves it. {program.palette} finds a "
           "command by its words. Have a look at the keys.", _ran("program.help")),
    Lesson("Leaving", "{program.quit} leaves; every decision is saved the moment it is made. Then open articles of "
           "your own: variorum FOLDER. This is the end of the tutorial.", lambda _desk, _start: False),
)  # fmt: skip
