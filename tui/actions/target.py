"""The mark that a command is about: the one under the cursor, or the one whose edges are being moved."""

from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from annotations.model import Annotation, Proposal, Verdict
from corpus.label_map import BOILERPLATE

if TYPE_CHECKING:
    from tui.desk import Desk

Target = Annotation | Proposal


def target_here(desk: "Desk", otherwise: str) -> Target:
    """The annotation as it stands, or the proposal; raises RefusedError, with `otherwise` where nothing is marked."""
    view = desk.view
    mark = view.mark_here() if view.target is None else None
    target = view.target or (mark.of if mark is not None else None)
    if isinstance(target, Annotation):
        target = desk.workspace.state(view.article.id).annotations.get(target.id)
    if target is None or target.label == BOILERPLATE:
        raise RefusedError(otherwise)
    if isinstance(target, Annotation) and target.verdict is Verdict.REJECTED:
        message = "rejected: accept it first"
        raise RefusedError(message)
    return target
