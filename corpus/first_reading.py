"""What can be read at once, by rule and without a model: figures, for the first sight of an article."""

from typing import Final

from corpus.analysis import Analysis, Mention, ModelId, analysis_of
from corpus.figures.find import figures
from corpus.figures.labels import label_of

FIRST: Final = ModelId("figures", "1")
SIGHT: Final = 3000  # code points that a screen shows of an article, and some more


def first_reading(text: str) -> Analysis:
    """The figures at the beginning of a text, as an analysis of which everything else is still missing."""
    mentions = [Mention(one.span, label_of(one), 90, "read by rule") for one in figures(text, 0, min(len(text), SIGHT))]
    return analysis_of(FIRST, [], [], mentions)
