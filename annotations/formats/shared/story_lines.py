"""Articles that were read line by line, put together into the stories that they are of."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from annotations.formats.json_shape import Line, read_clusters
from annotations.gold import GoldStory


def stories(lines: Iterable[Line]) -> Iterator[GoldStory]:
    """Lines of one story that follow each other as a story; a line of none alone. One story at a time is held."""
    for (identity, _), own in groupby(lines, key=lambda line: (line.story, line.number * (not line.story))):
        members = list(own)
        ties = tuple(tie for line in members for tie in line.ties)
        articles = tuple(line.article for line in members)
        yield GoldStory(identity, members[0].title, articles, ties, read_clusters(members))
