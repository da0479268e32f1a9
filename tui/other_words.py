"""What people from other programs may call a command, for the list that finds commands by their words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

OTHER_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "program.quit": "quit exit close end",
        "program.help": "keys manual usage shortcuts",
        "program.palette": "palette menu",
        "program.copy": "yank clipboard",
        "program.copy_citation": "quote cite",
        "program.screenshot": "picture svg print image",
        "program.suspend": "background stop",
        "stories.quit": "quit exit close end",
        "stories.help": "keys manual usage shortcuts",
        "stories.undo": "revert",
        "decide.undo": "revert back",
        "decide.redo": "forward",
        "decide.delete": "remove unmark erase clear",
        "decide.note": "comment remark",
        "decide.accept": "confirm yes",
        "decide.reject": "no wrong refuse",
        "decide.unsure": "maybe skip",
        "decide.label": "relabel type kind",
        "decide.record": "macro",
        "decide.replay": "macro",
        "decide.attributes": "attribute property",
        "decide.relation": "relate connect arrow",
        "tie.link": "coreference alias merge same",
        "tie.part": "unlink",
        "tie.figures": "contradiction compare agreement refinement",
        "tie.figure_form": "number correct edit value",
        "select.join": "merge",
        "select.boundaries": "boundary boundaries",
        "select.extend": "visual",
        "move.hint": "hints",
        "find.place": "bookmark",
        "find.to_place": "bookmark",
        "find.follow": "goto link coreference",
        "find.search": "grep",
        "look.ledger": "numbers figures table",
        "look.entities": "clusters",
        "look.history": "log",
        "look.sitting": "statistics progress session",
        "look.details": "info inspect why",
        "look.theme": "colours colors dark light mono contrast",
        "look.folds": "unfold",
        "look.zoom": "fullscreen maximize",
        "look.redraw": "refresh",
        "story.list": "queue open",
    }
)  # fmt: skip
