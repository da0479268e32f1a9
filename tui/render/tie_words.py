"""What ties between places are called in the lines around the texts: a place, the variants of a name, the question."""

from typing import Final

from annotations.model import FIGURE_TIES, Tie, Verdict
from corpus.display import shown_line
from tui.compared import Compared, Spot
from tui.desk import Desk
from tui.marks import Mark
from tui.render.cells import cut, width
from tui.render.words import Words
from tui.ties import Focus

SIGNS: Final = {"": "?", "proposed": "?", "accepted": "✓", "unsure": "~", "rejected": "✗"}

SIGN_OF: Final = {
    Tie.CONFLICT: "≠",
    Tie.AGREEMENT: "=",
    Tie.REFINEMENT: "≈",
    Tie.SCOPE: "≈",
    Tie.SAME: "⇄",
    Tie.ALIGNED: "~",
}
NAME_OF: Final = {
    Tie.CONFLICT: "conflict",
    Tie.AGREEMENT: "agreement",
    Tie.REFINEMENT: "refinement",
    Tie.SCOPE: "different scope",
}
"""The sign of each tie, and what the relations of figures are called."""
_ASKED: Final = {
    Tie.CONFLICT: "a conflict?",
    Tie.AGREEMENT: "the same?",
    Tie.REFINEMENT: "a refinement?",
    Tie.SCOPE: "of different scope?",
    Tie.SAME: "the same?",
    Tie.ALIGNED: "the same passage?",
}
_ANSWERS: Final = (("decide.accept", "yes"), ("decide.reject", "no"), ("decide.unsure", "unsure"))
_LONGEST: Final = 30  # cells of one side of a question
_LEAST: Final = 8
_AROUND: Final = 66  # cells of a question beside its two sides: places, what is asked, the keys that answer
_MOST: Final = 12  # forms of a name for which a line may have room


def place(desk: Desk, spot: Spot) -> str:
    """The letter of an article and the number of a paragraph."""
    letter = desk.views[spot.article].letter
    return f"{letter}¶{desk.compared.paragraph(spot)}" if desk.compared is not None else letter


def question(desk: Desk, focus: Focus, *, on_desk: bool = False) -> list[Words]:
    """What the verbs are about, what was decided on it, and the keys that decide it; `on_desk`: how to leave it."""
    room = min(_LONGEST, max(_LEAST, (desk.geometry.width - _AROUND) // 2))
    sides = " – ".join(f"{_side(desk, focus, spot, room)}{place(desk, spot)}" for spot in (focus.one, focus.other))
    verdict = desk.ties.verdict(focus.tie, focus.one, focus.other)
    role = "conflict" if focus.tie is Tie.CONFLICT else "strong"
    words: list[Words] = [(f" {SIGN_OF[focus.tie]} ", role), (sides, "strong"), (f": {_ASKED[focus.tie]}", "plain")]
    other = hand(desk, focus.one, focus.other) if focus.tie in FIGURE_TIES and not verdict else ""
    if verdict or other:
        words.append((f" {SIGNS[verdict]}{verdict}" if verdict else f" {other}", "strong"))
    for number, (command, what) in enumerate(_ANSWERS):
        key = " ".join(desk.keys.shortest(command))
        words += [("  " if not number else " · ", "dim"), (f"{key.capitalize() if len(key) > 1 else key} ", "key")]
        words.append((what, "plain"))
    if on_desk:
        words += _way_out(desk, desk.geometry.width - sum(width(text) for text, _ in words))
    return [*words, (f"  {cut(shown_line(focus.reason), 60)}", "dim")] if focus.reason else words


def _way_out(desk: Desk, cells: int) -> list[Words]:
    """How to leave the question, so that the verbs are about the mark again; at length where that fits."""
    leave, accept = (" ".join(desk.keys.shortest(one)) for one in ("select.leave", "decide.accept"))
    mark = desk.view.mark_here()
    words: list[Words] = [("  ", "dim"), (f"{'Esc' if leave == 'escape' else leave} ", "key"), ("leave", "plain")]
    then = f", then {accept} accepts the mark"
    fits = sum(width(text) for text, _ in words) + width(then) <= cells
    return [*words, (then, "plain")] if fits and mark is not None and mark.state == "proposed" else words


def hand(desk: Desk, one: Spot, other: Spot) -> str:
    """What somebody said of two figures, and who; "" where nobody did."""
    relation = desk.ties.between(one, other)
    if relation is None:
        return ""
    holds = relation.verdict is Verdict.ACCEPTED
    told = NAME_OF[relation.tie] if holds else f"{NAME_OF[relation.tie]} {relation.verdict.value}"
    return f"{SIGN_OF[relation.tie]}{SIGNS[relation.verdict.value]} {told}, {shown_line(relation.reviewer)} says so"


def related(desk: Desk, mark: Mark) -> list[str]:
    """What somebody said that a figure of the active article is to others: signs and places."""
    found = desk.ties.of_figure(Spot(desk.active, mark.span.start, mark.span.end))
    return [
        f"{SIGN_OF[each.tie]}{SIGNS[each.verdict.value]}{_words(desk, other)} {place(desk, other)}"
        for other, each in found[:_MOST]
    ]


def _words(desk: Desk, spot: Spot, longest: int = _LONGEST) -> str:
    words = " ".join(desk.views[spot.article].text[spot.start : spot.end].split())
    return cut(shown_line(words), longest)


def _side(desk: Desk, focus: Focus, spot: Spot, longest: int) -> str:
    return "" if focus.tie is Tie.ALIGNED else f"{_words(desk, spot, longest)} "


def variants(desk: Desk, cluster: int) -> list[Words]:
    """What a reviewer calls it, and the forms of the name with how often which article has each; then what left it."""
    compared = desk.compared
    if compared is None:
        return [("  ⇄", "dim")]
    words: list[Words] = [("  ⇄", "dim"), *_called(compared, cluster)]
    decided = desk.ties.name_verdicts(cluster)
    forms = [(decided.get(one.name, ""), one.surface, one.counts) for one in compared.variants(cluster)[:_MOST]]
    for spot in desk.ties.left(cluster):
        gone = next(
            (one for one in compared.variants(compared.cluster_at(spot)) if one.name == compared.name(spot)), None
        )
        forms.append(("rejected", compared.surface(spot), gone.counts if gone is not None else ((spot.article, 1),)))
    for number, (verdict, surface, counts) in enumerate(forms[:_MOST]):
        words += [(" · " if number else " ", "dim"), (SIGNS[verdict] if verdict else "", "strong")]
        told = "".join(f" {desk.views[index].letter}{count}" for index, count in counts)
        words += [(cut(shown_line(surface), _LONGEST), "plain"), (told, "strong")]
    return words


def _called(compared: Compared, cluster: int) -> list[Words]:
    """The name that a reviewer gave, and the id elsewhere."""
    told = [compared.given(cluster), compared.told(cluster).get("id", "")]
    words = " ".join(cut(shown_line(one), _LONGEST) for one in told if one)
    return [(f" {words}:", "strong")] if words else []
