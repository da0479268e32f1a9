"""The design's table: which meanings have to look different, in every theme."""

from itertools import combinations

import pytest
from rich.color import ColorType
from rich.style import Style

from annotations.labels import HUES as NAMES
from tui.render.channels import role_of, style_of
from tui.render.paint import PLAIN, Look
from tui.render.palettes import MONO, PALETTES, SIXTEEN, THEMES

MODES = THEMES
ROLES = ("plain", "dim", "strong", "active", "key", "bar", "alert", "conflict", *NAMES)
MEANINGS = {
    "plain": PLAIN,
    "suggested": Look("blue", "proposed"),
    "confirmed": Look("blue", "accepted", "blue"),
    "unsure": Look("blue", "unsure"),
    "same name": Look("blue", "accepted", "blue", glow=True),
    "match": PLAIN._replace(match=True),
    "selected": PLAIN._replace(selected=True),
    "conflict": Look("yellow", "proposed", alert=True),
    "active conflict": Look("yellow", "proposed", glow=True, alert=True),
}
GUTTER = {("confirmed", "conflict")}
"""What differs without colour by a mark in the gutter alone."""
EVERY = [
    Look(hue, state, tint, glow, match, selected, alert=alert)
    for hue, state in [("", ""), *((hue, state) for hue in NAMES for state in ("proposed", "accepted", "unsure"))]
    for tint in ("", "orange")
    for glow in (False, True)
    for match in (False, True)
    for selected in (False, True)
    for alert in (False, True)
    if hue or not (glow or tint)
]


def seen(style: Style) -> tuple[object, ...]:
    """What an eye can tell apart; an attribute that is off looks like one that was never set."""
    attributes = [style.bold, style.dim, style.italic, style.underline, style.reverse, style.strike]
    return style.color, style.bgcolor, *map(bool, attributes)


@pytest.mark.parametrize("colours", MODES)
@pytest.mark.parametrize(("one", "other"), combinations(MEANINGS, 2))
def test_every_meaning_has_a_look_of_its_own(colours: str, one: str, other: str) -> None:
    if colours == MONO and (one, other) in GUTTER:
        return
    assert seen(style_of(MEANINGS[one], colours)) != seen(style_of(MEANINGS[other], colours))


@pytest.mark.parametrize("colours", [*PALETTES, SIXTEEN])
@pytest.mark.parametrize("state", ["proposed", "accepted"])
def test_hue_says_what_kind_of_thing_it_is(colours: str, state: str) -> None:
    tint = {"proposed": ""}
    styles = {seen(style_of(Look(hue, state, tint.get(state, hue)), colours)) for hue in NAMES}
    assert len(styles) == len(NAMES)


@pytest.mark.parametrize("colours", MODES)
@pytest.mark.parametrize("hue", NAMES)
def test_states_differ_for_every_hue(colours: str, hue: str) -> None:
    looks = [Look(hue, "proposed"), Look(hue, "accepted", hue), Look(hue, "unsure")]
    assert len({seen(style_of(look, colours)) for look in looks}) == len(looks)


@pytest.mark.parametrize("colours", MODES)
@pytest.mark.parametrize("state", ["proposed", "accepted", "unsure"])
def test_a_match_is_seen_on_every_mark_and_the_selection_over_everything(colours: str, state: str) -> None:
    look = Look("blue", state, "blue" if state == "accepted" else "")
    matched, chosen = look._replace(match=True), look._replace(match=True, glow=True, selected=True)
    assert seen(style_of(matched, colours)) != seen(style_of(look, colours))
    assert seen(style_of(chosen, colours)) not in {
        seen(style_of(other, colours)) for other in EVERY if not other.selected
    }


def test_without_colour_an_open_figure_in_conflict_is_underlined_as_all_that_is_open() -> None:
    for hue in NAMES:
        assert style_of(Look(hue, "proposed", alert=True), MONO).underline
        assert not style_of(Look(hue, "accepted", hue, alert=True), MONO).underline


def test_without_colour_letters_to_type_stand_off_the_text_and_do_not_look_selected() -> None:
    hint = role_of("hint", MONO)
    assert hint.reverse
    assert seen(hint) not in {seen(style_of(look, MONO)) for look in EVERY}


def test_in_sixteen_colours_nothing_but_a_conflict_is_red() -> None:
    assert not [hue for hue in NAMES if "red" in str(style_of(Look(hue, "proposed"), SIXTEEN).color)]
    assert "red" in str(style_of(Look("yellow", "proposed", alert=True), SIXTEEN).color)


def test_without_colour_there_is_none_and_reverse_is_for_the_selection_and_a_conflict_in_focus() -> None:
    for look in EVERY:
        style = style_of(look, MONO)
        assert style.color is None
        assert style.bgcolor is None
        assert bool(style.reverse) == (look.selected or (look.glow and look.alert))
    for role in ROLES:
        assert role_of(role, MONO).color is None
        assert role_of(role, MONO).bgcolor is None


def test_sixteen_colours_are_the_terminals_own_and_never_lie_under_black() -> None:
    styles = [style_of(look, SIXTEEN) for look in EVERY] + [role_of(role, SIXTEEN) for role in ROLES]
    for style in styles:
        assert style.bgcolor is None
        assert style.color is None or style.color.type is ColorType.STANDARD
        assert style.color is None or style.color.name not in {"black", "bright_black", "white", "bright_white"}


@pytest.mark.parametrize("colours", PALETTES)
def test_palettes_do_not_depend_on_the_terminals_own(colours: str) -> None:
    styles = [style_of(look, colours) for look in EVERY] + [role_of(role, colours) for role in ROLES]
    for style in styles:
        assert style.color is not None
        assert style.bgcolor is not None
        assert {style.color.type, style.bgcolor.type} == {ColorType.TRUECOLOR}


@pytest.mark.parametrize("colours", MODES)
@pytest.mark.parametrize("hue", NAMES)
@pytest.mark.parametrize("state", ["proposed", "accepted", "unsure"])
def test_a_conflict_is_seen_whatever_the_figure_is_marked_as(colours: str, hue: str, state: str) -> None:
    look = Look(hue, state, hue if state == "accepted" else "")
    same, torn = look._replace(glow=True), look._replace(alert=True)
    active = torn._replace(glow=True)
    assert seen(style_of(active, colours)) not in {seen(style_of(one, colours)) for one in (look, same, torn)}
    if colours != MONO or state != "accepted":
        assert seen(style_of(torn, colours)) not in {seen(style_of(one, colours)) for one in (look, same)}


@pytest.mark.parametrize("colours", MODES)
def test_the_active_word_and_an_alert_stand_out(colours: str) -> None:
    quiet = {seen(role_of(role, colours)) for role in ("plain", "dim", "strong", "key")}
    assert seen(role_of("active", colours)) not in quiet
    assert seen(role_of("alert", colours)) not in quiet
