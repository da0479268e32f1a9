"""Once more: the last motion that began with `]`, `[`, `t` or `T`, and the same the other way round."""

from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from tui.keys import Pending, mirrored

if TYPE_CHECKING:
    from tui.desk import Desk


def again(desk: "Desk") -> None:
    """Do the last such motion once more."""
    _replay(desk, desk.last_motion)


def other_way(desk: "Desk") -> None:
    """Do what mirrors the last such motion, which stays the last one."""
    _replay(desk, mirrored(desk.last_motion))


def _replay(desk: "Desk", keys: Pending) -> None:
    """Run what is bound to a sequence of keys."""
    if not keys:
        message = "there is no motion to repeat yet; ] and [ begin one"
        raise RefusedError(message)
    run, _, _ = desk.keys.take(keys[:-1], keys[-1])
    if run is None:
        message = f"{' '.join(keys)} is bound to nothing"
        raise RefusedError(message)
    run(desk)
