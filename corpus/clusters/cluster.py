"""What clustering takes and gives."""

from dataclasses import dataclass

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A mention to be clustered: in which article of the story (an index), where, and with which label.

    `nominal` is for descriptions without a name ("the actor"), which come with imported annotations only.
    """

    article: int
    span: Span
    label: str
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """What reviewers decided of two normalised names (`corpus.names.normal_name`): `same` or not."""

    a: str
    b: str
    same: bool


@dataclass(frozen=True, slots=True)
class Clusters:
    """`of[i]` is the cluster number of name `i`, from 0 in the order of first mention; `titles[c]` its best name.

    `reasons[i]` says in a few words why name `i` belongs to its cluster; "" for the one that the cluster began with.
    """

    of: tuple[int, ...]
    titles: tuple[str, ...]
    reasons: tuple[str, ...]
