"""What stands beside a sentence in the other articles: going there, and scrolling along."""

from typing import TYPE_CHECKING

from annotations.model import Tie
from tui.actions.tie import compared_of
from tui.ties import Focus

if TYPE_CHECKING:
    from tui.desk import Desk


def toggle_sync(desk: "Desk") -> None:
    """Have the other articles scroll along with the sentence under the cursor, or stand still again."""
    desk.beside.toggle()
    desk.message = "the other articles scroll along" if desk.beside.sync else "every article scrolls by itself"


def ask(desk: "Desk") -> None:
    """Show what stands beside the sentence under the cursor; when asked again, what is next best."""
    compared_of(desk)
    partners = desk.beside.ask()
    here = desk.beside.spot()
    found = [partner.passage for _, partner in partners if partner.passage is not None]
    if here is None or not found:
        desk.message = "none: nothing stands beside this sentence"
        return
    best = max(found, key=lambda passage: (bool(passage.how), passage.score))
    desk.ties.look_at(Focus(Tie.ALIGNED, here, best.spot, f"{best.how or 'nearest'} {best.score}: {best.reason}"))
    none = [desk.views[index].letter for index, partner in partners if partner.passage is None]
    desk.message = f"none in {', '.join(none)}" if none else ""
