"""The lines of the names over the whole screen: label, mentions and what was said of each, and its forms. Pure."""

from typing import Final

from annotations.model import Tie
from corpus.display import shown_line
from tui.names import Line, Names
from tui.render.cells import cut, width
from tui.render.tie_words import SIGNS, place, question
from tui.render.words import Words, key_hints
from tui.ties import Focus

WIDE: Final = 110  # cells from which on titles have more room
_HINTS: Final = (
    ("names.open", "show"),
    ("names.accept", "same"),
    ("names.split", "split off"),
    ("names.mark", "mark"),
    ("names.merge", "merge"),
    ("names.name", "name"),
    ("names.leave", "back"),
    ("names.help", "help"),
    ("names.id", "id"),
    ("names.filter", "filter"),
    ("names.sort", "sort"),
)


def head(names: Names) -> list[Words]:
    """How many names there are, how they are sorted and what they are narrowed by."""
    heads = sum(not line.form for line in names.lines)
    count = f"  {heads} of {names.total}" if names.words else f"  {heads}"
    words: list[Words] = [(" names ", "active"), (count, "strong")]
    words.append((f" · by {names.order}", "dim"))
    if names.words and not names.typing:
        words.append((f" · filter “{shown_line(names.words)}”", "strong"))
    if names.marked:
        words.append((f" · {len(names.marked)} marked", "strong"))
    if names.desk.compared is not None and names.desk.compared.stale:
        words.append((" · comparing", "dim"))
    return [*words, (f" · {shown_line(names.desk.workspace.story.title)}", "dim")]


def rows(names: Names, cells: int) -> list[list[Words]]:
    """The lines in sight."""
    found: list[list[Words]] = []
    for index, line in enumerate(names.lines[names.top : names.top + names.height], names.top):
        words = _form(names, line, cells) if line.form else _name(names, line.cluster, cells, here=index == names.at)
        found.append([("▎" if index == names.at else " ", "bar"), *words])
    return found


def _name(names: Names, cluster: int, cells: int, *, here: bool) -> list[Words]:
    """A name: its mark, else whether a form is open; what it is called, its label, how often which article has it."""
    desk, compared = names.desk, names.compared
    room, label, told = (40 if cells >= WIDE else 26), compared.label(cluster), compared.told(cluster)
    title = cut(shown_line(compared.title(cluster)), room)
    left, marked = names.open_forms(cluster), names.is_marked(cluster)
    words: list[Words] = [("*", "alert") if marked else ("?" if left else " ", "dim"), (" ", "plain")]
    words += [(title, "active" if here else "strong"), (" " * (room + 1 - width(title)), "plain")]
    words.append((f"{cut(shown_line(label), 9):9} ", desk.hue_of(label)))
    words.append((_counts(names, compared.counts(cluster)), "plain"))
    words.append((f"  {left} open" if left else "", "dim"))
    words.append((f"  {shown_line(told['id'])}" if "id" in told else "", "strong"))
    if compared.given(cluster):
        words.append((f"  in the texts: {shown_line(compared.best(cluster))}", "dim"))
    words.append((f"  “{shown_line(told['note'])}”" if "note" in told else "", "dim"))
    return _fitted(words, cells - 1)


def _form(names: Names, line: Line, cells: int) -> list[Words]:
    """A form of a name: what was decided on it, how it is written, how often which article has it."""
    compared = names.compared
    spots = names.spots(line)
    if not spots:
        return []
    counts: dict[int, int] = {}
    for spot in spots:
        counts[spot.article] = counts.get(spot.article, 0) + 1
    verdict = "rejected" if line.left else names.desk.ties.name_verdicts(line.cluster).get(line.form, "")
    room = 36 if cells >= WIDE else 22
    surface = cut(shown_line(compared.surface(line.left or spots[0])), room)
    words: list[Words] = [(f"    {SIGNS[verdict] if verdict else ' '} ", "strong")]
    words += [(surface, "dim" if line.left else "plain"), (" " * (room + 11 - width(surface)), "plain")]
    words.append((_counts(names, counts), "dim"))
    told = f"not {compared.title(line.cluster)}" if line.left else compared.why_so(spots[0])
    return _fitted([*words, (f"  {shown_line(told)}" if told else "", "dim")], cells - 1)


def _counts(names: Names, counts: dict[int, int]) -> str:
    return " ".join(f"{names.desk.views[index].letter}{count}" for index, count in sorted(counts.items()))


def _fitted(words: list[Words], cells: int) -> list[Words]:
    """The words, cut where the line ends."""
    found: list[Words] = []
    for text, role in words:
        found.append((cut(text, max(0, cells)), role))
        cells -= width(text)
    return found


def foot(names: Names) -> list[Words]:
    """What is typed, what just happened, or what the verbs are about."""
    names.refresh()
    if names.typing:
        return [(" filter › ", "strong"), (shown_line(names.words), "plain"), (" ", "active")]
    if names.message:
        return [(f" {shown_line(names.message)} ", "plain")]
    line = names.here
    if line is None:
        return [(" no name has these words; escape shows all" if names.words else " no name was found", "plain")]
    title = names.compared.title_mention(line.cluster)
    spots = [line.left] if line.left is not None else names.spots(line)
    if title is None or not spots:
        return []
    if line.form and names.compared.name(title) != line.form:
        return question(names.desk, Focus(Tie.SAME, title, spots[0]))
    note = names.compared.told(line.cluster).get("note", "")
    told = f" first at {place(names.desk, spots[0])}, {len(spots)} mention{'s' * (len(spots) != 1)}"
    return [(told, "dim"), (f"  “{shown_line(note)}”" if note else "", "plain")]


def hints(names: Names) -> list[Words]:
    """The keys that matter here."""
    return key_hints(names.keys.shortest, _HINTS)
