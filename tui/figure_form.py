"""What a figure says, field by field, as it is shown for correction; and what of that was changed. No terminal here."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from annotations.decide import RefusedError
from annotations.model import About, Annotation
from corpus.claims.claim import Claim
from corpus.corrected_figures import CLAIMANT, COUNTED, FIELDS, HIGH, LOW, MODIFIER, NONE, UNIT, VALUE, corrected_figure
from corpus.facts import Facts
from corpus.figures.figure import Figure, Kind, Modifier
from corpus.figures.find import figures
from corpus.figures.typed import BOUNDS, bound_words, typed_amount, typed_bound, typed_unit
from corpus.figures.words import number_words
from corpus.names import normal_name
from corpus.span import Span
from tui.compared import Spot

if TYPE_CHECKING:
    from tui.desk import Desk

TITLES: Final = {VALUE: "value", UNIT: "unit", MODIFIER: "bound", COUNTED: "counts", CLAIMANT: "claimant"}
"""The fields of the form in their order, as they are called there."""
HINTS: Final = {
    VALUE: "a number or a range: 70, 15,000-16,000, 1.2m",
    UNIT: "km, percent, EUR, day …; empty for none",
    MODIFIER: f"one of: {', '.join(BOUNDS)}",
    COUNTED: "what is counted, in a few words; empty for nothing",
    CLAIMANT: "who says so: a name of the story, or your words; empty for nobody",
}
LONGEST: Final = 200  # code points of a field
_NUMBERS: Final[tuple[str, ...]] = (VALUE, LOW, HIGH)


class Sheet(NamedTuple):
    """A figure: its words, what the fields show, what the machine read in them, and what was said of it so far.

    `read` and `said` have the fields as they are stored. `names` are the best names of the story by each of its
    forms.
    """

    surface: str
    shown: Mapping[str, str]
    machine: Mapping[str, str]
    read: Mapping[str, str]
    said: Mapping[str, str]
    names: Mapping[str, str]


def sheet_of(desk: "Desk", spot: Spot) -> Sheet:
    """The sheet of a figure of the desk."""
    view = desk.views[spot.article]
    statements = desk.workspace.state(view.article.id).statements
    said = {
        field: one.value
        for (about, span, _, field), one in statements.items()
        if about is About.FIGURE and span == spot.span and field in FIELDS
    }
    figure, claim = _read(desk, spot)
    read = {**_stored(figure), COUNTED: _counted(claim), CLAIMANT: _claimant(desk, spot, claim, said)}
    now = corrected_figure(figure, said)
    shown = {
        **_shown(now),
        **{field: _plain(said.get(field, read[field])) for field in (COUNTED, CLAIMANT)},
    }
    machine = {**_shown(figure), COUNTED: read[COUNTED], CLAIMANT: read[CLAIMANT]}
    surface = spot.span.surface(view.text)
    return Sheet(surface, shown, machine, read, said, dict(_names(desk)))


def changes_of(sheet: Sheet, typed: Mapping[str, str]) -> dict[str, str]:
    """What was changed, by field as it is stored, "" for what is as it was read. Raises RefusedError for nonsense."""
    words = {field: " ".join(typed[field].split()) for field in TITLES}
    changed = {field: words[field] for field in TITLES if words[field] != sheet.shown[field]}
    found: dict[str, str] = {}
    for field, written in changed.items():
        if field == VALUE:
            found |= {
                one: value for one, value in _amount(sheet, written).items() if one not in changed or one == VALUE
            }
        else:
            found[field] = _entered(sheet, field, written)
    return {field: value for field, value in found.items() if value != sheet.said.get(field, "")}


def _amount(sheet: Sheet, written: str) -> dict[str, str]:
    """What the field of the value says: numbers, and the unit and the bound that are written with them."""
    if not written:
        return dict.fromkeys(_NUMBERS, "")
    figure = typed_amount(written)
    if figure is None:
        message = f"value: “{written}” is neither a number nor a range, such as 70 or 15,000-16,000"
        raise RefusedError(message)
    stored = _stored(figure)
    same = all(stored[field] == sheet.read[field] for field in _NUMBERS)
    found: dict[str, str] = {field: "" if same else stored[field] for field in _NUMBERS}
    if figure.unit:
        found[UNIT] = _against(sheet, UNIT, figure.unit)
    if figure.modifier is not Modifier.EXACT:
        found[MODIFIER] = _against(sheet, MODIFIER, figure.modifier.value)
    return found


def _entered(sheet: Sheet, field: str, written: str) -> str:
    """What another field says, as it is stored."""
    value: str | None = written
    if field == UNIT and written:
        value = typed_unit(written)
    elif field == MODIFIER:
        bound = typed_bound(written) if written else Modifier(sheet.read[MODIFIER])
        value = bound.value if bound is not None else None
    elif field == CLAIMANT:
        value = sheet.names.get(normal_name(written), written) if written else ""
    if value is None:
        wanted = "the number belongs into the value" if field == UNIT else HINTS[field]
        message = f"{TITLES[field]}: “{written}” is none; {wanted}"
        raise RefusedError(message)
    return _against(sheet, field, value)


def _against(sheet: Sheet, field: str, value: str) -> str:
    """A value as it is stored beside what was read: nothing for the same, a sign for nothing."""
    return "" if value == sheet.read[field] else value or NONE


def _read(desk: "Desk", spot: Spot) -> tuple[Figure, Claim]:
    """The figure as the machine read it, with its claim."""
    view = desk.views[spot.article]
    facts = Facts.from_bytes(view.reading.facts) if view.reading is not None else Facts()
    known = {figure.span: (figure, claim) for figure, claim in zip(facts.figures, facts.claims, strict=True)}
    for span in _spans(desk, spot):
        if span in known:
            return known[span]
    read = [one for one in figures(view.text, spot.start, spot.end) if one.span == spot.span]
    return (read[0] if read else Figure(spot.span, Kind.CARDINAL)), Claim()


def _spans(desk: "Desk", spot: Spot) -> Iterator[Span]:
    """Where the figure is, and where it was proposed."""
    yield spot.span
    for mark in desk.views[spot.article].marks.between(spot.start, spot.end):
        if mark.span == spot.span and isinstance(mark.of, Annotation) and mark.of.origin is not None:
            yield mark.of.origin.span


def _stored(figure: Figure) -> dict[str, str]:
    """The numbers, the unit and the bound of a figure as they are stored."""
    numbers = {VALUE: figure.value, LOW: figure.low, HIGH: figure.high}
    written = {field: _number(number) for field, number in numbers.items()}
    return {**written, UNIT: figure.unit, MODIFIER: figure.modifier.value}


def _number(number: Decimal | None) -> str:
    plain = format(number, "f") if number is not None else ""
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _shown(figure: Figure) -> dict[str, str]:
    """The same as the form shows it."""
    value = number_words(figure.value) if figure.value is not None else ""
    if figure.low is not None and figure.high is not None:
        value = f"{number_words(figure.low)}–{number_words(figure.high)}"
    return {VALUE: value, UNIT: figure.unit, MODIFIER: bound_words(figure.modifier)}


def _plain(value: str) -> str:
    return "" if value == NONE else value


def _counted(claim: Claim) -> str:
    return " ".join((*claim.qualifiers, claim.counted)).strip()


def _claimant(desk: "Desk", spot: Spot, claim: Claim, said: Mapping[str, str]) -> str:
    """Who says so as it was read: a name of the story, else the words of the text."""
    compared, view = desk.compared, desk.views[spot.article]
    mark = next((one for one in view.marks.between(spot.start, spot.end) if one.span == spot.span), None)
    counted = compared.counted(spot.article, mark) if compared is not None and mark is not None else None
    if compared is not None and counted is not None and CLAIMANT not in said:
        return " ".join((compared.title(counted.claimant) or counted.said_by).split())
    return " ".join(claim.claimant.surface(view.text).split()) if claim.claimant is not None else ""


def _names(desk: "Desk") -> Iterator[tuple[str, str]]:
    """The forms of every name of the story with its best one; titles come last, so that they are what counts."""
    compared = desk.compared
    clusters = list(compared.clusters()) if compared is not None else []
    if compared is not None:
        for cluster in clusters:
            for variant in compared.variants(cluster):
                yield variant.name, " ".join(compared.title(cluster).split())
        for cluster in clusters:
            title = " ".join(compared.title(cluster).split())
            yield normal_name(title), title
