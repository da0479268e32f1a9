"""How many names one is compared with, so that a story of very many names takes no longer for each than any other."""

from typing import Final

_MANY: Final = 64
_FEW: Final = 8
_USUAL: Final = 2000  # names of a story that are compared as widely as any


def window(names: int) -> int:
    """With how many behind it in its block a name is compared, where a story has so many `names`.

    A block is large in a text of names only, or in a corpus of many stories: the names there come from far apart.
    """
    return max(_FEW, min(_MANY, _MANY * _USUAL // max(1, names)))
