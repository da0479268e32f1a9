"""Where the reviewer is: everything that brings them back to it, as plain values for the project."""

from typing import TYPE_CHECKING, Any

from tui.lights import light_up

if TYPE_CHECKING:
    from tui.desk import Desk


def place_of(desk: "Desk") -> dict[str, Any]:
    """Everything that brings the reviewer back to where they were, and what was `kept` for them."""
    return {
        **desk.kept,
        "story": desk.workspace.story.id if desk.visited else "",
        "open": sum(view.marks.open_count for view in desk.views if not desk.workspace.state(view.article.id).finished),
        "articles": [view.article.id for view in desk.views],
        "active": desk.view.article.id,
        "first": desk.frame.several if desk.frame.zoomed else desk.frame.first,
        "zoomed": desk.frame.zoomed,
        "label": desk.last_label,
        "looks": desk.lenses.place(),
        "views": {view.article.id: view.place() for view in desk.views},
    }


def return_to(desk: "Desk", place: dict[str, Any]) -> None:
    """Return to what `place_of` gave; articles that are no longer shown are passed over."""
    ids = [view.article.id for view in desk.views]
    desk.frame.zoomed = bool(place.get("zoomed"))
    desk.last_label = str(place.get("label", ""))
    if "marks" in place:
        desk.kept["marks"] = {**place["marks"], **desk.kept.get("marks", {})}
    desk.lenses.go_to(place.get("looks", {}))
    desk.frame.forget()
    for view in desk.views:
        stored = place.get("views", {}).get(view.article.id)
        if stored is not None:
            view.go_to(stored)
    if place.get("active") in ids:
        desk.active = ids.index(place["active"])
        desk.frame.first = desk.frame.several = int(place.get("first", 0))
    light_up(desk)
    desk.frame.refit()
