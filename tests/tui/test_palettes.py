"""The colours themselves: that they can be read, and told apart by eyes of every kind."""

from itertools import combinations

import pytest
from rich.style import Style

from annotations.labels import HUES as NAMES
from tests.tui.colour_sight import SIGHTS, contrast, distance
from tui.render.channels import role_of, style_of
from tui.render.paint import Look
from tui.render.palettes import CONTRAST, DARK, LIGHT, MONO, PALETTES, SIXTEEN, THEMES, chosen, possible
from tui.theme import textual_theme

READABLE = {DARK: 4.5, LIGHT: 4.5, CONTRAST: 7.0}
MAIN = ("blue", "orange", "green", "pink", "yellow")
STATES = ("proposed", "accepted", "unsure", "rejected", "muted", "kind")
ROLES = ("plain", "dim", "strong", "active", "key", "bar", "alert", "conflict", "hint", *NAMES)
LOOKS = [
    Look(hue, state, tint, match=match, alert=alert, faint=faint)
    for hue in NAMES
    for state in STATES
    for tint in ("", *NAMES)
    for match in (False, True)
    for alert in (False, True)
    for faint in (False, True)
]


def ratio(style: Style) -> float:
    """How well letters can be read."""
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(style.color.name, style.bgcolor.name)


def test_the_formulas_give_what_is_known() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert distance("#000000", "#FFFFFF", "normal") == pytest.approx(100, abs=0.1)
    assert distance("#FF0000", "#00FF00", "normal") > 100
    assert distance("#D00000", "#707000", "deutan") < distance("#D00000", "#707000", "normal") / 2


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST])
def test_everything_that_is_painted_can_be_read(theme: str) -> None:
    for look in LOOKS:
        for over in (look, look._replace(glow=True), look._replace(selected=True)):
            assert ratio(style_of(over, theme)) >= READABLE[theme], over


@pytest.mark.parametrize("hue", NAMES)
def test_on_dark_paper_letters_can_be_read_and_on_other_tints_be_made_out(hue: str) -> None:
    dark = PALETTES[DARK]
    for state in STATES:
        assert ratio(style_of(Look(hue, state), DARK)) >= READABLE[DARK]
    assert contrast(dark.hues[hue], dark.paper) > 5.5
    assert contrast(dark.hues[hue], dark.tints[hue]) > 4
    assert min(contrast(dark.hues[hue], ground) for ground in (dark.match, *dark.tints.values())) >= 3
    assert contrast(dark.ink, dark.match) >= 4.5
    assert contrast(dark.alert, dark.paper) > 5.5
    assert min(contrast(dark.alert, tint) for tint in dark.tints.values()) >= 3


@pytest.mark.parametrize("theme", PALETTES)
def test_the_words_around_the_texts_can_be_read(theme: str) -> None:
    for role in ROLES:
        assert ratio(role_of(role, theme)) >= READABLE[theme], role


@pytest.mark.parametrize("theme", PALETTES)
def test_dialogs_can_be_read(theme: str) -> None:
    palette, made = PALETTES[theme], textual_theme(theme)
    assert made is not None
    assert made.dark == (theme != LIGHT)
    for ground in (palette.surface, palette.panel):
        assert contrast(palette.ink, ground) >= READABLE[theme]


@pytest.mark.parametrize(
    ("theme", "sight", "least"),
    [(DARK, "normal", 16), (DARK, "protan", 16), (DARK, "deutan", 16), (DARK, "tritan", 10)]
    + [(theme, sight, 16) for theme in (LIGHT, CONTRAST) for sight in SIGHTS],
)
def test_the_main_hues_are_told_apart_by_every_eye(theme: str, sight: str, least: float) -> None:
    palette = PALETTES[theme]
    shown = palette.tints if palette.pales else palette.hues  # where letters have no hue, the tint says the kind
    for one, other in combinations(MAIN, 2):
        assert distance(shown[one], shown[other], sight) >= least, (one, other)


@pytest.mark.parametrize("sight", SIGHTS)
def test_pale_grounds_are_told_apart_too_and_from_the_paper(sight: str) -> None:
    light = PALETTES[LIGHT]
    for one, other in combinations(MAIN, 2):
        assert distance(light.pales[one], light.pales[other], sight) >= 8, (one, other)
    for hue in MAIN:
        assert distance(light.pales[hue], light.paper, sight) >= 4, hue  # and all are underlined
        assert distance(light.pales[hue], light.tints[hue], sight) >= 4, hue


@pytest.mark.parametrize(("theme", "share"), [(DARK, 0.24), (CONTRAST, 0.16)])
@pytest.mark.parametrize("hue", NAMES)
def test_a_tint_is_a_share_of_its_hue_over_the_paper(theme: str, share: float, hue: str) -> None:
    palette = PALETTES[theme]
    for at in (1, 3, 5):
        over, below = int(palette.hues[hue][at : at + 2], 16), int(palette.paper[at : at + 2], 16)
        assert abs(int(palette.tints[hue][at : at + 2], 16) - (below + share * (over - below))) <= 2


@pytest.mark.parametrize(
    ("system", "colour", "themes"),
    [
        ("truecolor", True, THEMES),
        ("256", True, THEMES),
        ("standard", True, (SIXTEEN, MONO)),
        (None, True, (SIXTEEN, MONO)),
        ("truecolor", False, (MONO,)),
    ],
)
def test_a_terminal_has_the_themes_that_it_can_show(
    system: str | None, *, colour: bool, themes: tuple[str, ...]
) -> None:
    assert possible(system, colour=colour) == themes
    assert chosen(LIGHT, themes) == (LIGHT if LIGHT in themes else themes[0])
