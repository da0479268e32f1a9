"""Which decisions leave the project as gold data, and in what shape every format receives them."""

from dataclasses import dataclass

from annotations.model import Annotation
from corpus.article import Article


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with the decisions on it, sorted by span, label and reviewer.

    `finished_by` names the reviewers who finished it: what they left unmarked is nothing, in other articles it is
    unknown. `lang` is the language it was read in (ISO 639-1), `story` the title of its story.
    """

    article: Article
    story: str
    lang: str
    finished_by: tuple[str, ...]
    annotations: tuple[Annotation, ...]
