"""Which of many names may be spellings of one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from corpus.clusters.folding import alike, block
from corpus.clusters.window import window


def spelled_alike(names: Mapping[int, tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """The pairs of names, by number, that have equally many words and are alike word by word."""
    width = window(len(names))
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, words in names.items():
        blocks[block("".join(words))].append(number)
    for key in sorted(blocks):
        for at, one in enumerate(blocks[key]):
            for other in blocks[key][at + 1 : at + width]:
                if len(names[one]) == len(names[other]) and all(map(alike, names[one], names[other])):
                    yield one, other
