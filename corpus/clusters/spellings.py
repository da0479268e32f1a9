"""Which of many names may be spellings of one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from corpus.clusters.folding import alike, block

_MANY: Final = 64  # names that may be compared with each other in one block


def spelled_alike(names: Mapping[int, tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """The pairs of names, by number, that have equally many words and are alike word by word."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, words in names.items():
        blocks[block("".join(words))].append(number)
    for key in sorted(blocks):
        for at, one in enumerate(blocks[key]):
            for other in blocks[key][at + 1 : at + _MANY]:
                if len(names[one]) == len(names[other]) and all(map(alike, names[one], names[other])):
                    yield one, other
