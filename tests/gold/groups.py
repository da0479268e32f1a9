"""Makes the groups of the gold's ledger from its figures; verdicts are written down or follow from values."""

from decimal import Decimal
from itertools import combinations
from typing import Any, Final

NEAR: Final = Decimal("0.1")  # how far from its value an approximate figure reaches, as a share of it
WORST: Final = ("agree", "compatible", "conflict")

Row = dict[str, Any]


def ledger(figures: list[Row], docs: list[str], story: list[str]) -> list[Row]:
    """The groups with two members and more, by their first; `about` is taken from figures that stand alone.

    A group whose name begins with `~` is optional, a figure that is `apart` an optional member.
    """
    groups: dict[str, list[Row]] = {}
    for row in figures:
        if row["about"] is not None:
            groups.setdefault(row["about"], []).append(row)
    rows: list[Row] = []
    for about, members in groups.items():
        if len(members) < 2:
            for member in members:
                member["about"] = None
            continue
        rows.append(_group(f"g{len(rows) + 1}", about, members, docs, story))
    for row in figures:
        if row["about"] is not None:
            row["about"] = row["about"].removeprefix("~")
        row.pop("apart", None)
    return rows


def _group(name: str, about: str, members: list[Row], docs: list[str], story: list[str]) -> Row:
    handles: list[str] = []
    for i, member in enumerate(members):
        nth = 1 + sum(1 for other in members[:i] if other["doc"] == member["doc"])
        handles.append(f"{docs.index(member['doc']) + 1}.{nth}")
    said = [words for words in map(str.split, story) if words and words[0] == about.removeprefix("~").replace(" ", "_")]
    pairs: list[Row] = []
    for (a, one), (b, two) in combinations(enumerate(members), 2):
        verdict, *others = (_said(said, handles[a], handles[b]) or _by_value(one, two)).split("/")
        pairs.append({"a": a, "b": b, "verdict": verdict} | ({"or": others} if others else {}))
    worst = max((pair["verdict"] for pair in pairs), key=WORST.index)
    shown = [
        {key: member[key] for key in ("doc", "start", "end", "text", "claimant")}
        | ({"optional": True} if member.get("apart") else {})
        for member in members
    ]
    row: Row = {
        "id": name,
        "about": about.removeprefix("~"),
        "verdict": worst,
        "members": shown,
        "pair_verdicts": pairs,
    }
    return row | ({"optional": True} if about.startswith("~") else {})


def _said(said: list[list[str]], a: str, b: str) -> str | None:
    """What the story's file says of two members; the last line that fits counts."""
    found = None
    for _, verdict, one, two in said:
        if (_fits(one, a) and _fits(two, b)) or (_fits(one, b) and _fits(two, a)):
            found = verdict
    return found


def _fits(pattern: str, handle: str) -> bool:
    return pattern in ("*", handle) or (pattern.endswith(".*") and handle.startswith(pattern[:-1]))


def _by_value(one: Row, two: Row) -> str:
    low, high = _reach(one)
    other_low, other_high = _reach(two)
    if low > other_high or other_low > high:
        return "conflict"
    same = all(one[key] == two[key] for key in ("value", "low", "high", "unit"))
    if same and one["modifier"] == two["modifier"]:
        return "agree"
    return "compatible/agree" if same and {one["modifier"], two["modifier"]} == {"approx", "exact"} else "compatible"


def _reach(row: Row) -> tuple[Decimal, Decimal]:
    least, most = Decimal(0), Decimal("Infinity")
    if row["low"] is not None:
        return Decimal(str(row["low"])), most if row["high"] is None else Decimal(str(row["high"]))
    if row["value"] is None:
        return least, most
    value = Decimal(str(row["value"]))
    if row["modifier"] in ("at_least", "more_than"):
        return value, most
    if row["modifier"] in ("at_most", "less_than"):
        return least, value
    near = value * NEAR if row["modifier"] == "approx" else Decimal(0)
    return value - near, value + near
