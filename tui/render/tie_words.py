"""What ties between places are called in the lines around the texts: a place, the variants of a name, the question."""

from typing import Final

from annotations.model import Tie
from corpus.display import shown_line
from tui.compared import Spot
from tui.desk import Desk
from tui.render.cells import cut
from tui.render.words import Words
from tui.ties import Focus

SIGNS: Final = {"": "?", "proposed": "?", "accepted": "✓", "unsure": "~", "rejected": "✗"}
_ASKED: Final = {
    Tie.CONFLICT: ("≠", "a conflict?"),
    Tie.SAME: ("⇄", "the same?"),
    Tie.ALIGNED: ("~", "the same passage?"),
}
_ANSWERS: Final = (("decide.accept", "yes"), ("decide.reject", "no"), ("decide.unsure", "unsure"))
_LONGEST: Final = 30  # cells of one side of a question
_MOST: Final = 12  # forms of a name for which a line may have room


def place(desk: Desk, spot: Spot) -> str:
    """The letter of an article and the number of a paragraph."""
    letter = desk.views[spot.article].letter
    return f"{letter}¶{desk.compared.paragraph(spot)}" if desk.compared is not None else letter


def question(desk: Desk, focus: Focus) -> list[Words]:
    """What the verbs are about, what was decided on it, and the keys that decide it."""
    sign, asked = _ASKED[focus.tie]
    sides = " – ".join(f"{_side(desk, focus, spot)}{place(desk, spot)}" for spot in (focus.one, focus.other))
    verdict = desk.ties.verdict(focus.tie, focus.one, focus.other)
    role = "conflict" if focus.tie is Tie.CONFLICT else "strong"
    words: list[Words] = [(f" {sign} ", role), (sides, "strong"), (f": {asked}", "plain")]
    if verdict:
        words.append((f" {SIGNS[verdict]}{verdict}", "strong"))
    for number, (command, what) in enumerate(_ANSWERS):
        key = " ".join(desk.keys.shortest(command))
        words += [("  " if not number else " · ", "dim"), (f"{key.capitalize() if len(key) > 1 else key} ", "key")]
        words.append((what, "plain"))
    return [*words, (f"  {cut(shown_line(focus.reason), 60)}", "dim")] if focus.reason else words


def _side(desk: Desk, focus: Focus, spot: Spot) -> str:
    if focus.tie is Tie.ALIGNED:
        return ""
    words = " ".join(desk.views[spot.article].text[spot.start : spot.end].split())
    return f"{cut(shown_line(words), _LONGEST)} "


def variants(desk: Desk, cluster: int) -> list[Words]:
    """The forms of a name, each with how often which article has it."""
    words: list[Words] = [("  ⇄", "dim")]
    if desk.compared is None:
        return words
    decided = desk.ties.name_verdicts(cluster)
    for number, variant in enumerate(desk.compared.variants(cluster)[:_MOST]):
        counts = "".join(f" {desk.views[index].letter}{count}" for index, count in variant.counts)
        sign = SIGNS[decided[variant.name]] if variant.name in decided else ""
        words += [(" · " if number else " ", "dim"), (sign, "strong")]
        words += [(cut(shown_line(variant.surface), _LONGEST), "plain"), (counts, "strong")]
    return words
