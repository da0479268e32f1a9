"""The names of a story's articles: a model's mentions, corrected by what the story and the corpus know.

A model reads sentence by sentence. A story repeats its names, so that every place where a name stands is evidence for
the others: each votes for a label with what the model, the name's own words and the words around it say.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from corpus.analysis import Mention
from corpus.mentions.ballot import Ballot
from corpus.mentions.context_words import SPORT
from corpus.mentions.diseases import diseases
from corpus.mentions.evidence import evidence
from corpus.mentions.gazetteer import folded
from corpus.mentions.judged import Judged, Read
from corpus.mentions.page import Page
from corpus.mentions.pieces import pieces
from corpus.mentions.place import Place, name_of
from corpus.mentions.pronouns import spoken_of
from corpus.mentions.regroup import regrouped
from corpus.mentions.untouched import is_english, names, together, untouched
from corpus.mentions.verdict import NEW, is_idle, verdicts

_SPORTING: Final = 4  # words of sport in a report of a match
_SPOKEN_OF: Final = 1.5  # what "he" behind a name says of it


def corrected(articles: Sequence[Read], known: Mapping[str, str]) -> list[list[Judged]]:
    """The names in each article, by start, none overlapping; figures are left out.

    `known` are the labels of names that the project knows, by `corpus.names.normal_name`.
    """
    pages = [Page(article) for article in articles]
    english = [is_english(page) for page in pages]
    _note_cases(pages)
    written = frozenset(
        folded(word) for page in pages for word in page.words if word[0].isupper() and not word.isupper()
    )
    ballot = Ballot(known)
    rows = [
        _places(page, number, names(article), ballot, written) if english[number] else []
        for number, (page, article) in enumerate(zip(pages, articles, strict=True))
    ]
    for page in pages:
        ballot.ban(page.abbreviated())
    ballot.ban(diseases(zip(pages, rows, strict=True)))
    ballot.learn()
    for page, row in zip(pages, rows, strict=True):
        _name_new(page, row, ballot)
    rows = [regrouped(page, row, ballot, written) for page, row in zip(pages, rows, strict=True)]
    return [
        together(verdicts(page, row, ballot), untouched(article, page, english=of_english))
        for page, row, article, of_english in zip(pages, rows, articles, english, strict=True)
    ]


def _note_cases(pages: Sequence[Page]) -> None:
    """Tells the pages which words the story writes without a capital, and which with one that tells something."""
    common = frozenset(word for page in pages for word in page.words if word.islower())
    telling = Counter(
        page.words[index]
        for page in pages
        for index in page.capitals
        if not page.loud(index) and not page.begins(index)
    )
    doubtful = {word.lower() for word in telling} & common
    uses = Counter(word for page in pages for word in page.words if word in doubtful)
    cased = frozenset(word for word, count in telling.items() if count >= uses[word.lower()])
    tails = frozenset(
        page.words[index]
        for page in pages
        for index in page.capitals
        if page.upper(index - 1) and page.gap(index) == " " and not page.upper(index + 1) and not page.loud(index)
    )
    for page in pages:
        page.common, page.cased, page.tails = common, cased, tails
        page.sporting = len(common & SPORT) >= _SPORTING


def _places(
    page: Page, number: int, mentions: Sequence[Mention], ballot: Ballot, written: frozenset[str]
) -> list[Place]:
    """The places of an article where a name may stand; they have voted."""
    places: list[Place] = []
    cut = pieces(page, mentions)
    persons = frozenset(spoken_of(page, cut))
    for piece in cut:
        found = evidence(page, piece)
        if piece.first in persons:
            found.votes["PERSON"] = found.votes.get("PERSON", 0.0) + _SPOKEN_OF
        place = Place(piece, name_of(page, piece, written), found.votes)
        places.append(place)
        if not is_idle(page, place):
            ballot.count(place.name, found, number, named=bool(piece.model or piece.label))
    return places


def _name_new(page: Page, places: Sequence[Place], ballot: Ballot) -> None:
    """Makes names of what nobody found where the words around it are enough, so that it is found elsewhere too."""
    for piece, name, votes in places:
        hidden = name in ballot.named or page.loud(piece.first) or page.begins(piece.first)
        if not hidden and ballot.best(name, votes, piece)[1] >= NEW:
            ballot.named.add(name)
