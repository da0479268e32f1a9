"""The lines around the texts, as runs of words with a role: header, pane titles, inspector, label bar. Pure.

A role is a hue, or one of plain, dim, strong, active, key, alert, good; how each looks is decided in `channels`.
"""

from corpus.display import shown_line
from tui.desk import Desk
from tui.render.cells import cut, width
from tui.view import View

Words = tuple[str, str]

VERBS = (
    ("program.help", "help"),
    ("decide.accept", "accept"),
    ("decide.reject", "reject"),
    ("decide.unsure", "unsure"),
    ("decide.next", "next"),
    ("decide.undo", "undo"),
)
SHORTEST = 12  # cells of a story's title, whatever else has to be in its line
_STATES = {"proposed": "?", "accepted": "✓", "unsure": "~", "rejected": "✗"}


def header(desk: Desk) -> list[Words]:
    """The story, the articles' letters (capital: on screen; ✓: finished), what is left, who decides, what is read."""
    words: list[Words] = [("  ", "plain")]
    for index, view in enumerate(desk.views):
        role = "active" if index == desk.active else "strong" if index in desk.shown else "dim"
        letter = view.letter if index in desk.shown else view.letter.lower()
        done = "✓" if desk.workspace.state(view.article.id).finished else " "
        words += [(f" {letter}", role), (done, role), (" ", "plain")]
    unfinished = [view for view in desk.views if not desk.workspace.state(view.article.id).finished]
    left = sum(view.marks.open_count for view in unfinished)
    decided = sum(view.marks.decided_count for view in desk.views)
    words += [(f"  {left} open", "strong"), (f" · {decided} done", "dim")]
    words.append((f" · {shown_line(desk.workspace.reviewer)}", "dim"))
    if desk.reading:
        words.append((f" · {shown_line(desk.reading)}", "dim"))
    room = max(SHORTEST, desk.geometry.width - 1 - sum(width(text) for text, _ in words))
    return [(f" {cut(shown_line(desk.workspace.story.title), room)}", "strong"), *words]


def title(desk: Desk, view: View, cells: int) -> list[Words]:
    """An article's letter, outlet or name, day, title, and how much of it is decided; `cells` wide at the most."""
    active, letter = view is desk.view, f" {view.letter} "
    decided, left = view.marks.decided_count, view.marks.open_count
    done = "✓ " if desk.workspace.state(view.article.id).finished else ""
    count = f" {done}{decided}/{decided + left} "
    remark = desk.remarks.get(view.article.id, "")
    about = view.article.metadata
    parts = (remark, about.source or view.article.name, about.published[:10], view.article.title)
    name = f" {' · '.join(shown_line(part) for part in parts if part)}"
    room = max(0, cells - len(letter) - len(count))
    name = cut(name, room)
    gap = " " * (room - width(name))
    return [(letter, "active" if active else "strong"), (name, "strong" if active else "dim"), (gap, "plain"),
            (count, "plain" if active else "dim")]  # fmt: skip


def inspector(desk: Desk) -> list[Words]:
    """The mode, the place, and the marks there from the outermost in; or a word about what just happened."""
    view = desk.view
    paragraph = view.rows(desk.geometry.columns).paragraph_of(
        view.rows(desk.geometry.columns).row_of(view.moving_edge())
    )
    mode = "EXTEND" if desk.extending else "NORMAL"
    words: list[Words] = [(f" {mode} ", "active" if desk.extending else "plain")]
    words.append((f"{view.letter}¶{paragraph} ", "dim"))
    if desk.message:
        words.append((f" {shown_line(desk.message)} ", "plain"))
    if desk.workspace.trouble:
        words.append((f" {shown_line(desk.workspace.trouble)} · {desk.workspace.held} held, trying again ", "alert"))
    if desk.message or desk.workspace.trouble:
        return words
    edge = view.moving_edge()
    for mark in reversed(view.marks.covering(edge, edge)):
        surface = cut(shown_line(mark.span.surface(view.text)), 40)
        words += [(f" {_STATES[mark.state]}{shown_line(mark.label)} ", desk.hue_of(mark.label)), (surface, "plain")]
        note = getattr(mark.of, "note", "")
        if note:
            words.append((f" “{cut(shown_line(note), 40)}”", "dim"))
    alike = desk.named_alike()
    return [*words, ("  ⇄", "dim"), *((f" {letter}{count}", "strong") for letter, count in alike)] if alike else words


def label_bar(desk: Desk) -> list[Words]:
    """The keys that can follow when some are pending; else the labels and the verbs."""
    if desk.pending:
        words: list[Words] = [(f" {' '.join(desk.pending)} ", "active")]
        # The doubled key is the one that is wanted most; it has to be in sight on a narrow screen too.
        for key, what in sorted(desk.keys.continuations(desk.pending), key=lambda pair: pair[0] != desk.pending[-1]):
            words += [(f"  {key} ", "key"), (what, "plain")]
        return words
    words = []
    for label in desk.workspace.labels.labels:
        if " " not in label.key:
            words += [(f" {label.key}", "key"), (shown_line(label.short), label.hue)]
    if any(" " in label.key for label in desk.workspace.labels.labels):
        first = next(label.key.split()[0] for label in desk.workspace.labels.labels if " " in label.key)
        words += [(f" {first}", "key"), ("…", "plain")]
    for command, what in VERBS:
        key = " ".join(desk.keys.shortest(command))
        words += [(f"  {key} ", "key"), (what, "plain")] if key else []
    return words
