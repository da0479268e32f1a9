"""What the file of each article has of a story: its own ties, and of every cluster the mentions that are in it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Relation


@dataclass(frozen=True, slots=True)
class Share:
    """One article and what belongs to it of its story, which `story` and `title` name.

    Of clusters it has those with a mention in the article, and of their members only these.
    """

    gold: GoldArticle
    story: str
    title: str
    ties: tuple[Relation, ...]
    clusters: tuple[Cluster, ...]


def shares(story: GoldStory) -> Iterator[Share]:
    """The share of each article, in their order. The story is gone through once, however many articles it has."""
    ties: defaultdict[str, list[Relation]] = defaultdict(list)
    for tie in story.ties:
        ties[tie.article_id].append(tie)
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(story.articles):
        for each in one.annotations:
            holders[each.id].add(number)
    clusters: defaultdict[int, list[Cluster]] = defaultdict(list)
    for whole in story.clusters:
        own: defaultdict[int, list[str]] = defaultdict(list)
        for member in whole.members:
            for number in holders.get(member, ()):
                own[number].append(member)
        for number, members in own.items():
            clusters[number].append(whole._replace(members=tuple(members)))
    for number, one in enumerate(story.articles):
        its = tuple(ties.get(one.article.id, ())), tuple(clusters.get(number, ()))
        yield Share(one, story.id, story.title, *its)
