"""The lines around the texts, as runs of words with a role: header, pane titles, inspector, label bar. Pure."""

from collections.abc import Iterable, Sequence

from corpus.display import shown_line
from corpus.label_map import BOILERPLATE
from tui.compared import CLUSTER, ROW
from tui.desk import Desk
from tui.lenses import WORDS
from tui.lights import counted_alike
from tui.marks import Mark
from tui.render.cells import cut, width
from tui.render.described import described, said_of_article
from tui.render.tie_words import SIGNS, place, question, related, variants
from tui.render.words import Words
from tui.view import View

VERBS = (
    ("decide.accept", "accept"),
    ("decide.reject", "reject"),
    ("decide.next", "next"),
    ("decide.undo", "undo"),
    ("program.help", "help"),
    ("decide.unsure", "unsure"),
    ("move.hint", "jump"),
    ("find.search", "search"),
    ("decide.paragraph", "accept paragraph"),
    ("find.conflict", "conflict"),
    ("look.ledger", "ledger"),
    ("decide.finish", "finish article"),
)
HELP = "program.help"
VERBS_AT_ONCE = 6  # the next ones come when those before them are known
KNOWN = 8  # uses after which a verb is known
DROPPED = ("comparing", "sync", "reading", "reviewer", "lens", "settled", "decided", "read only", "torn")
"""The parts of the header that go where it is too narrow, the first first."""
NOTICE = 30  # cells from which on a part of what is said of the reading is better than nothing
SHORTEST = 12  # cells of a story's title, whatever else has to be in its line


def header(desk: Desk) -> list[Words]:
    """The story, the articles' letters (capital: on screen; ✓: finished), what is left, who decides, what is read."""
    name, room, said = shown_line(desk.workspace.story.title), desk.geometry.width - 1, _said(desk)
    letters = min(_letters(desk, desk.views), _in_sight(desk), key=_cells)
    if width(name) + _cells(_letters(desk, desk.views)) + _cells(said.values()) <= room:
        letters = _letters(desk, desk.views)
    shortest = min(width(name), SHORTEST)
    left = room - shortest - _cells(letters) - _cells(words for part, words in said.items() if part != "reading")
    if "reading" in said and left >= NOTICE:
        said["reading"] = cut(said["reading"][0], left), "dim"  # it may be a sentence, which is not to be missed
    for part in DROPPED:
        if shortest + _cells(letters) + _cells(said.values()) > room:
            said.pop(part, None)
    left = max(shortest, room - _cells(letters) - _cells(said.values()))
    return [(f" {cut(name, left)}", "strong"), *letters, *said.values()]


def _cells(words: Iterable[Words]) -> int:
    return sum(width(text) for text, _ in words)


def _letters(desk: Desk, views: Sequence[View]) -> list[Words]:
    """The letters of articles."""
    words: list[Words] = [("  ", "plain")]
    for view in views:
        index = desk.views.index(view)
        role = "active" if index == desk.active else "strong" if index in desk.shown else "dim"
        letter = view.letter if index in desk.shown else view.letter.lower()
        done = "✓" if desk.workspace.state(view.article.id).finished else " "
        words += [(f" {letter}", role), (done, role), (" ", "plain")]
    return words


def _in_sight(desk: Desk) -> list[Words]:
    """The letters of the articles on screen, and how many others there are."""
    words = _letters(desk, [desk.views[index] for index in desk.shown])
    others = len(desk.views) - len(desk.shown)
    return [*words, (f" … +{others} ", "dim")] if others else words


def _said(desk: Desk) -> dict[str, Words]:
    """What the header says behind the letters, by names of its parts."""
    unfinished = [view for view in desk.views if not desk.workspace.state(view.article.id).finished]
    left = sum(view.marks.open_count for view in unfinished)
    decided = sum(view.marks.decided_count for view in desk.views)
    torn, settled = _conflicts(desk)
    reading, lens = shown_line(desk.reading), WORDS[desk.lenses.lens]
    said: dict[str, Words | None] = {
        "open": (f"  {left} open", "strong"),
        "decided": (f" · {decided} decided", "dim"),
        "torn": (f" · ≠{torn}", "conflict") if torn else None,
        "settled": (f" · ≠✓{settled}", "dim") if settled else None,
        "lens": (f" · {lens}", "strong") if lens else None,
        "reviewer": (f" · {shown_line(desk.workspace.reviewer)}", "dim"),
        "read only": (" · read only", "strong") if desk.workspace.read_only else None,
        "sync": (" · sync", "strong") if desk.beside.sync else None,
        "reading": (f" · {reading}", "dim") if reading else None,
        "comparing": (" · comparing", "dim") if desk.compared is not None and desk.compared.stale else None,
    }
    return {part: words for part, words in said.items() if words is not None}


def _conflicts(desk: Desk) -> tuple[int, int]:
    """How many groups of figures in conflict are open, and on how many was decided."""
    compared = desk.compared
    verdicts = [desk.ties.row_verdict(number) for number in compared.conflicts] if compared is not None else []
    return verdicts.count(""), len(verdicts) - verdicts.count("")


def title(desk: Desk, view: View, cells: int) -> list[Words]:
    """An article's letter, outlet or name, day, title, and how much of it is decided; `cells` wide at the most."""
    active, letter = view is desk.view, f" {view.letter} "
    decided, left = view.marks.decided_count, view.marks.open_count
    done = "✓ " if desk.workspace.state(view.article.id).finished else ""
    count = f" {done}{decided}/{decided + left}{_beside(desk, view)} "
    remark = desk.remarks.get(view.article.id, "")
    about = view.article.metadata
    room = max(0, cells - len(letter) - len(count))
    called = shown_line(about.source or view.article.name)
    said = cut(said_of_article(desk, view.article.id), max(0, room - width(f" {remark}{called}") - 2 * len(" · ")))
    parts = (shown_line(remark), said, called, about.published[:10], shown_line(view.article.title))
    name = cut(f" {' · '.join(part for part in parts if part)}", room)
    gap = " " * (room - width(name))
    return [(letter, "active" if active else "strong"), (name, "strong" if active else "dim"), (gap, "plain"),
            (count, "plain" if active else "dim")]  # fmt: skip


def _beside(desk: Desk, view: View) -> str:
    """Where in an article the passage is that stands beside the sentence under the cursor, if that is to be said."""
    partner = desk.beside.partners.get(desk.views.index(view))
    if partner is None:
        return ""
    return f" ~{place(desk, partner.passage.spot)[len(view.letter) :]}" if partner.passage is not None else " ~ none"


def inspector(desk: Desk) -> list[Words]:
    """The mode, the place, and the marks there from the outermost in; or a word about what just happened."""
    view = desk.view
    paragraph = view.rows(desk.geometry.columns).paragraph_of(
        view.rows(desk.geometry.columns).row_of(view.moving_edge())
    )
    mode = desk.mode.name if desk.mode is not None else "EXTEND" if desk.extending else "NORMAL"
    words: list[Words] = [(f" {mode} ", "plain" if mode == "NORMAL" else "active")]
    words.append((f"{view.letter}¶{paragraph} ", "dim"))
    if desk.macros.recording:
        words.append((f" recording {desk.macros.recording} ", "alert"))
    if desk.message:
        words.append((f" {shown_line(desk.message)} ", "plain"))
    if desk.workspace.trouble:
        words.append((f" {shown_line(desk.workspace.trouble)} · {desk.workspace.held} held, trying again ", "alert"))
    if desk.message or desk.workspace.trouble:
        return words
    edge = view.moving_edge()
    for mark in reversed(view.marks.covering(edge, edge)):
        words += _mark(desk, mark)
    mark_here = view.mark_here()
    return [*words, *_alike(desk), *(_story(desk, mark_here) if mark_here is not None else [])]


def _mark(desk: Desk, mark: Mark) -> list[Words]:
    """A mark with its state, its label and its note; of boilerplate its kind, and why it is taken for that."""
    note = getattr(mark.of, "note", "")
    noted = [(f" “{cut(shown_line(note), 40)}”", "dim")] if note else []
    if mark.label == BOILERPLATE:
        why = desk.compared.why(desk.active, mark) if desk.compared is not None else ""
        told = f" {SIGNS[mark.state]}▸ boilerplate{', ' if why else ''}{cut(shown_line(why), 60)}"
        return [(told, "grey"), *noted]
    surface = cut(shown_line(mark.span.surface(desk.view.text)), 40)
    label = (f" {SIGNS[mark.state]}{shown_line(mark.label)} ", desk.hue_of(mark.label))
    return [label, (surface, "plain"), *described(desk, mark), *noted]


def _alike(desk: Desk) -> list[Words]:
    """Where else that is: the forms of the name where there are several, else how often each article has it."""
    compared, glow = desk.compared, desk.glow
    if compared is not None and glow is not None and glow[0] == CLUSTER:
        cluster = int(glow[1])
        if len(compared.variants(cluster)) > 1 or compared.told(cluster) or desk.ties.left(cluster):
            return variants(desk, cluster)
    alike = counted_alike(desk)
    return [("  ⇄", "dim"), *((f" {letter}{count}", "strong") for letter, count in alike)] if alike else []


def _story(desk: Desk, mark: Mark) -> list[Words]:
    """What the story says of a mark: what a figure counts and whose it is, or why a name is in its cluster."""
    compared = desk.compared
    if compared is None or mark.label == BOILERPLATE:
        return []
    told: list[str] = []
    counted, marked = compared.counted(desk.active, mark), compared.marked(desk.active, mark)
    if counted is not None:
        if desk.glow is not None and desk.glow[0] == ROW:
            decided = desk.ties.row_verdict(int(desk.glow[1]))
            told.append(f"{SIGNS[decided] + ' ' if decided else ''}{compared.row(int(desk.glow[1])).about}")
        else:
            told.append(", ".join(filter(None, (counted.predicate, counted.counted))))
        told += [compared.claimant(counted), *related(desk, mark)]
    if marked is not None:
        told += [marked.why, f"{marked.reason}, {marked.score}%" if mark.state == "proposed" and marked.reason else ""]
    return [("  " + " · ".join(shown_line(one) for one in told if one), "dim")] if any(told) else []


def label_bar(desk: Desk) -> list[Words]:
    """The keys that can follow when some are pending or a mode has them; else the labels and the verbs."""
    if desk.mode is not None:
        return desk.mode.words(desk)
    if desk.pending:
        return _following(desk)
    if desk.ties.focus is not None:
        return question(desk, desk.ties.focus, on_desk=True)
    words: list[Words] = []
    longer: dict[str, None] = {}
    for label in desk.workspace.labels.labels:
        keys = desk.keys.shortest(f"label.{label.name}")
        if len(keys) == 1:
            words += [(f" {keys[0]}", "key"), (shown_line(label.short), label.hue)]
        elif keys:
            longer[keys[0]] = None
    for first in longer:
        words += [(f" {first}", "key"), (" label …" if not words else "…", "plain")]
    if desk.hint[0]:
        hint = _keyed(desk, *desk.hint)
        fits = sum(width(text) for text, _ in (*words, *hint)) < desk.geometry.width
        return [*words, *hint] if fits else hint
    return words + [one for verb in _verbs(desk) for one in _keyed(desk, *verb)]


def _following(desk: Desk) -> list[Words]:
    """The keys that are pending and those that can follow, one of each command; none where all are refused."""
    words: list[Words] = [(f" {' '.join(desk.pending)} ", "active")]
    if desk.refused:
        return [*words, ("  Esc ", "key"), ("leave", "plain")]
    # The doubled key is the one that is wanted most; it has to be in sight on a narrow screen too.
    for key, what in sorted(desk.keys.continuations(desk.pending), key=lambda pair: pair[0] != desk.pending[-1]):
        if what == "…" or (what, "plain") not in words:
            words += [(f"  {key} ", "key"), (what, "plain")]
    return words


def _keyed(desk: Desk, command: str, what: str) -> list[Words]:
    """The key of a command and what it does; nothing where it has no key."""
    key = " ".join(desk.keys.shortest(command))
    return [(f"  {key} ", "key"), (what, "plain")] if key else []


def _verbs(desk: Desk) -> list[tuple[str, str]]:
    """The first verbs that the reviewer does not know by now; help is always one of them."""
    used = desk.kept.get("used", {}) if desk.advises else {}
    return [verb for verb in VERBS if verb[0] == HELP or used.get(verb[0], 0) < KNOWN][:VERBS_AT_ONCE]
