"""The lines of the list of stories: what stands in a row, in the line above the rows, and in the line below."""

from typing import Final

from annotations.queue import Listed, State
from corpus.display import shown_line
from tui.render.cells import cut, width
from tui.render.words import Words, key_hints
from tui.stories import StoryList

WIDE: Final = 100  # cells from which on every column is shown
STATES: Final = {State.NEW: "·", State.IN_WORK: "▸", State.DONE: "✓"}
SHORT: Final = {"": "", "accepted": "acc.", "rejected": "rej.", "unsure": "uns."}
_HINTS: Final = (
    ("stories.open", "open"),
    ("stories.filter", "filter"),
    ("stories.sort", "sort"),
    ("stories.help", "help"),
    ("stories.leave", "back"),
    ("stories.accept", "accept"),
    ("stories.reject", "reject"),
    ("stories.state", "state"),
    ("stories.search", "search texts"),
    ("stories.mark", "mark"),
    ("stories.merge", "merge"),
    ("stories.name", "name"),
)


def head(stories: StoryList, total: int) -> list[Words]:
    """How many stories there are, in which order, and what the list is narrowed to."""
    wanted = stories.wanted
    words: list[Words] = [(" stories ", "active")]
    if stories.asked.purpose:
        words.append((f" {cut(shown_line(stories.asked.purpose), 40)} …", "alert"))
    narrowed = bool(wanted.words) or wanted.state is not None
    if not narrowed:
        words.append((f"  {total:,}", "strong"))
    elif stories.loading:
        words.append((f"  … of {total:,}", "strong"))
    else:
        words.append((f"  {len(stories.numbers):,} of {total:,}", "strong"))
    words.append((f" · by {wanted.order.value}{', the other way round' if wanted.ascending else ''}", "dim"))
    if wanted.state is not None:
        words.append((f" · {wanted.state.value}", "strong"))
    if wanted.words:
        words.append((f" · with “{cut(shown_line(wanted.words), 40)}”", "strong"))
    if stories.workspace.read_only:
        words.append((" · read only", "strong"))
    if stories.marked:
        words.append((f" · {len(stories.marked)} marked", "strong"))
    return words


def columns(cells: int) -> list[Words]:
    """The names of the columns."""
    if cells < WIDE:
        return [(f"    {'day':10} {'art.':>4} {'left':>4} {'≠':>3}  {'verd.':5}  title", "dim")]
    return [(f"    {'days':23} {'art.':>5} {'src.':>4} {'left':>4} {'open':>5} {'≠':>4}  {'verdict':8}  title", "dim")]


def rows(stories: StoryList, cells: int) -> list[list[Words]]:
    """The rows in sight."""
    here = stories.here_number
    return [row(one, cells, here=one.number == here, marked=one.number in stories.marked) for one in stories.in_sight]


def row(one: Listed, cells: int, *, here: bool, marked: bool) -> list[Words]:
    """One story: state, days, articles, outlets, what is left, what is disputed, the verdict, title."""
    left = one.articles - one.finished
    words: list[Words] = [
        ("▎" if here else " ", "bar"),
        ("+" if marked else " ", "strong"),
        (STATES[one.state], "strong"),
    ]
    if cells < WIDE:
        words += [(f" {days(one.first, one.last, short=True):10}", "dim"), (f" {one.articles:4}", "plain")]
        words.append((f" {left or '–':>4}", "plain" if left else "dim"))
        words.append((f" {estimated(one):>3}".ljust(6), "orange"))
        words.append((f"{SHORT[one.verdict]:5}  ", "strong"))
    else:
        words += [(f" {days(one.first, one.last):23}", "dim"), (f" {one.articles:5}", "plain")]
        words.append((f" {one.sources or '–':>4}", "dim"))
        words.append((f" {left or '–':>4}", "plain" if left else "dim"))
        words.append((f" {one.open or '–':>5}" if one.at else "      ", "dim"))
        words.append((f" {estimated(one):>4}".ljust(7), "orange"))
        words.append((f"{one.verdict:8}  ", "strong"))
    room = cells - sum(width(text) for text, _ in words)
    title = cut(shown_line(one.title) or "(without a title)", max(0, room))
    return [*words, (title, "strong" if here else "dim" if one.state is State.DONE else "plain")]


def estimated(one: Listed) -> str:
    """How much the articles of a story disagree, with a sign that it is an estimate; "" for nothing."""
    return f"~{one.disagreement}" if one.disagreement > 0 else ""


def days(first: str, last: str, *, short: bool = False) -> str:
    """The first and the last day of a story; the last one alone where there is little room."""
    first, last = first[:10], last[:10]
    if short or first == last:
        return last
    return f"{first} – {last}"


def foot(stories: StoryList) -> list[Words]:
    """What just happened, or where the cursor is."""
    if stories.message:
        return [(f" {shown_line(stories.message)} ", "plain")]
    if stories.loading:
        return [(" sorting …" if not stories.wanted.words else " looking …", "dim")]
    if not stories.numbers:
        return [(" no story is like that; escape shows all", "plain")]
    return [(f" {stories.at + 1:,} of {len(stories.numbers):,}", "dim")]


def hints(stories: StoryList) -> list[Words]:
    """The keys that matter here."""
    return key_hints(stories.keys.shortest, _HINTS)
