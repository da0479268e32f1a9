"""Gold: stories with what people decided on their articles, as every dataset format gives and takes them.

Plain values, the same on the way out of a project and on the way in: `annotations.choice` makes them of a project,
`annotations.formats` write and read them, `annotations.takeover` takes them into a project.
"""

from dataclasses import dataclass
from typing import NamedTuple

from annotations.model import Annotation, Connection, Proposal, Relation, Statement
from corpus.article import Article

SURE = 100


class Offer(NamedTuple):
    """A proposal on which nobody decided, and how sure who made it is, 0 to 100."""

    proposal: Proposal
    score: int = SURE


class Cluster(NamedTuple):
    """The mentions of one thing in a story: `members` are the ids of annotations, in the order of the articles.

    `name` is what reviewers call it and `external_id` its id elsewhere; both are empty where nobody said so.
    """

    id: str
    members: tuple[str, ...]
    name: str = ""
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with the decisions on it, sorted by span, label and reviewer.

    `finished_by` names the reviewers who finished it: what they left unmarked is nothing, in other articles it is
    unknown. `lang` is the language it was read in (ISO 639-1). `boilerplate` are decisions on what belongs to the page
    and not to the report; `annotations` are all others. `statements` are what was said of the article and of what
    stands in it, `connections` the relations of its annotations to others, `offers` what is still open.

    `scores` are pairs of the id of an annotation and how sure a program was of it, 0 to 100, where a file of others
    says so: decisions have none, but proposals that are made of them do.
    """

    article: Article
    lang: str = ""
    finished_by: tuple[str, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    boilerplate: tuple[Annotation, ...] = ()
    statements: tuple[Statement, ...] = ()
    connections: tuple[Connection, ...] = ()
    offers: tuple[Offer, ...] = ()
    scores: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class GoldStory:
    """A story with its articles, the decided ties between places in them, and the clusters of accepted annotations.

    An article that lies in no story comes alone, with an empty `id` and `title`.
    """

    id: str
    title: str
    articles: tuple[GoldArticle, ...]
    ties: tuple[Relation, ...] = ()
    clusters: tuple[Cluster, ...] = ()
