"""What is refused at once where a project is only read: commands that decide, before they ask for anything.

What decides only under circumstances, such as moving an edge, is not among them: the workspace refuses that.
"""

from typing import Final, TypeVar

from annotations.decide import RefusedError
from tui.keys import Keys, Pending, Run
from tui.workspace import READ_ONLY

Target = TypeVar("Target")
_SCOPES: Final = frozenset(("decide", "label", "tie", "story"))
_NOT: Final = frozenset(
    "decide.next decide.previous decide.record decide.replay tie.passage"
    " story.list story.search story.next story.previous".split()
)
_LISTS: Final = frozenset(("stories", "ledger", "history", "names"))
_VERBS: Final = frozenset("accept reject unsure open_again merge split name note id compare finish undo redo".split())
_MARKS: Final = frozenset(("select.join", "select.split"))


def decides(name: str) -> bool:
    """Whether the command of that name decides something whenever it does anything; "" is none."""
    scope, _, what = name.partition(".")
    return (scope in _SCOPES and name not in _NOT) or (scope in _LISTS and what in _VERBS) or name in _MARKS


def taken(
    keys: Keys[Target], pending: Pending, key: str, *, read_only: bool
) -> tuple[Run[Target] | None, Pending, str]:
    """What `Keys.take` gives; where it is read only, with a refusal as soon as all that can follow decides.

    What is pending stays so, lest the next key runs as another command.
    """
    run, pending, message = keys.take(pending, key)
    if read_only and pending and all(map(decides, keys.behind(pending))):
        return None, pending, READ_ONLY
    return run, pending, message


def check(name: str, *, read_only: bool) -> None:
    """Raises RefusedError where it is read only and the command of that name decides."""
    if read_only and decides(name):
        raise RefusedError(READ_ONLY)
