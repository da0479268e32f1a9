"""The colours of what Textual draws itself: the dialogs."""

from textual.theme import Theme

from tui.render.channels import BRIGHT, DIM, HUES, INK, PAPER

THEME = Theme(
    name="variorum-dark",
    primary=HUES["blue"],
    secondary=HUES["green"],
    accent=HUES["orange"],
    foreground=INK,
    background=PAPER,
    surface="#1A2027",
    panel="#232B34",
    dark=True,
    variables={"input-cursor-background": BRIGHT, "border": DIM},
)
