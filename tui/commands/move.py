"""The commands that move: by character, line, token, sentence, paragraph, page, article, and by jump hints."""

from typing import Final

from tui.actions import move
from tui.commands.command import Command, later, row
from tui.desk import Desk

MOVE: Final[tuple[Command[Desk], ...]] = (
    row("move.left", "h  left", "character left", "Go to the character before.", move.by_character(ahead=False)),
    row("move.right", "l  right", "character right", "Go to the next character.", move.by_character(ahead=True)),
    row("move.down", "j  down", "line down", "Go down a line, in the same column.", move.by_line(1)),
    row("move.up", "k  up", "line up", "Go up a line, in the same column.", move.by_line(-1)),
    row("move.token", "w", "next token", "Select the token here, then the next one.", move.by("token", ahead=True)),
    row("move.token_back", "b", "previous token", "Select the token before.", move.by("token", ahead=False)),
    row("move.entity", "e  ] e  t e", "next entity", "Go to the next marked name or figure that is not rejected.",
         move.by_entity(ahead=True)),
    row("move.entity_back", "E  [ e  T e", "previous entity", "Go to the marked name or figure before.",
         move.by_entity(ahead=False)),
    row("move.sentence", ")", "next sentence", "Select the sentence here, then the next one.",
         move.by("sentence", ahead=True)),
    row("move.sentence_back", "(", "previous sentence", "Select the sentence before.",
         move.by("sentence", ahead=False)),
    row("move.paragraph", "}", "next paragraph", "Select the paragraph here, then the next one.",
         move.by("paragraph", ahead=True)),
    row("move.paragraph_back", "{", "previous paragraph", "Select the paragraph before.",
         move.by("paragraph", ahead=False)),
    row("move.line_start", "0  home", "line start", "Go to the first character of the line.", move.line_start),
    row("move.line_end", "$  end", "line end", "Go to the last character of the line.", move.line_end),
    row("move.half_page", "ctrl+d  z j", "half page down", "Go half a page down.", move.by_page(2, ahead=True)),
    row("move.half_page_back", "ctrl+u  z k", "half page up", "Go half a page up.", move.by_page(2, ahead=False)),
    row("move.page", "pagedown  ctrl+f  z J", "page down", "Go a page down.", move.by_page(1, ahead=True)),
    row("move.page_back", "pageup  ctrl+b  z K", "page up", "Go a page up.", move.by_page(1, ahead=False)),
    row("move.article_start", "g g", "article top", "Go to the top of the article.", move.article_start),
    row("move.article_end", "G", "article bottom", "Go to the bottom of the article.", move.article_end),
    row("move.pane_left", "H", "article left", "Go to the article to the left.", move.pane(-1)),
    row("move.pane_right", "L", "article right", "Go to the article to the right.", move.pane(1)),
    *(
        row(f"move.article_{number}", f"g {number}", f"article {number}", f"Go to article number {number}.",
             move.to_article(number - 1))
        for number in range(1, 10)
    ),
    row("move.hint", "f", "jump …", "Type the letters before a name, number or mark in any article to select it.",
         later("hints:jump")),
    row("move.hint_token", "F", "jump to token …", "Type the letters before any token to select it.",
         later("hints:tokens")),
)  # fmt: skip
