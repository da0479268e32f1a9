"""UIMA CAS files that others wrote: entities, custom layers, relations and chains as INCEpTION and DKPro have them.

An annotation of any type counts but those of linguistic analysis (tokens, sentences, parts of speech). Its label is its
feature `value`, else its first feature that is a text, else the name of its type; other texts are attributes. A number
called `score` or `confidence` is how sure a program was.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from annotations.formats import cas_types as types
from annotations.formats.base import How
from annotations.formats.cas_build import UNKNOWN
from annotations.formats.shared.accepted import accepted, by_place
from annotations.formats.shared.file_names import document_and_reviewer
from annotations.formats.shared.layers import LABELS, is_analysis, labelled, short
from annotations.formats.shared.scores import KEYS, score_of
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Annotation, Connection
from corpus.article import Article
from corpus.span import Span

if TYPE_CHECKING:
    from cassis import Cas

_ENDS: Final = ("Governor", "Dependent")


def read_foreign(cas: "Cas", file: Path, root: Path, number: int, how: How) -> GoldStory:
    """The article of a CAS, a story alone."""
    return _Reader(cas, file, root, number, how).result()


class _Reader:
    """Reads one CAS; ids begin with the number of its file."""

    def __init__(self, cas: "Cas", file: Path, root: Path, number: int, how: How) -> None:
        self._cas, self._number, self._tell = cas, number, how.tell
        self._text = cas.sofa_string or ""
        name, self._reviewer = document_and_reviewer(file, root, how.reviewer)
        about = next((one for one in cas.select_all_fs() if one.type.name == types.METADATA), None)
        told = (getattr(about, "documentTitle", None), getattr(about, "documentId", None))
        self._article = Article.of(next((str(one) for one in told if one), name), self._text)
        languages = (getattr(one, "language", None) for one in cas.select_all_fs())
        self._lang = next((str(one) for one in languages if one), "")
        self._of: dict[int, Annotation] = {}
        self._scores: list[tuple[str, int]] = []

    def result(self) -> GoldStory:
        """All that is understood of it."""
        everything = sorted(self._cas.select_all_fs(), key=lambda one: int(one.xmiID))
        for one in everything:
            if self._counts(one):
                self._of[one.xmiID] = self._annotation(one)
        clusters = tuple(self._clusters(everything))
        links = tuple(filter(None, map(self._connection, everything)))
        spans = sorted(self._of.values(), key=by_place)
        lang = "" if self._lang == UNKNOWN else self._lang
        gold = GoldArticle(self._article, lang, (), tuple(spans), connections=links, scores=tuple(self._scores))
        return GoldStory("", "", (gold,), clusters=clusters)

    def _counts(self, one: Any) -> bool:
        begin, end = getattr(one, "begin", None), getattr(one, "end", None)
        if not isinstance(begin, int) or not isinstance(end, int) or not 0 <= begin < end <= len(self._text):
            return False
        is_relation = any(hasattr(one, each) for each in _ENDS)
        return not is_relation and not _is_link(one) and not is_analysis(one.type.name)

    def _annotation(self, one: Any) -> Annotation:
        texts = {each.name: getattr(one, each.name) for each in one.type.all_features}
        texts = {name: value for name, value in texts.items() if isinstance(value, str) and value}
        said, attributes = labelled(one.type.name, texts)
        place, identity = (Span(one.begin, one.end),), f"{self._number}.{one.xmiID}"
        numbers = {key: getattr(one, key, None) for key in KEYS}
        score = score_of({key: value for key, value in numbers.items() if not isinstance(value, str)}, self._tell)
        if score is not None:
            self._scores.append((identity, score))
        return accepted(identity, self._article, place, said, self._reviewer, attributes)

    def _connection(self, one: Any) -> Connection | None:
        if not all(hasattr(one, end) for end in _ENDS) or is_analysis(one.type.name):
            return None
        source, target = (self._of.get(getattr(getattr(one, end), "xmiID", -1)) for end in _ENDS)
        if source is None or target is None:
            self._tell("relations whose ends are no spans")
            return None
        kind = next((str(getattr(one, name)) for name in LABELS if getattr(one, name, None)), "")
        kind = kind or short(one.type.name)
        here = self._article.id
        return Connection(kind, here, source.id, here, target.id, self._reviewer, "")

    def _clusters(self, everything: list[Any]) -> Iterator[Cluster]:
        """Chains of links; a link at the place of an annotation is that annotation, any other one becomes its own."""
        at = {one.span: one for one in reversed(list(self._of.values()))}
        for head in everything:
            members, seen = list[str](), set[int]()
            link: Any = getattr(head, "first", None)
            while _is_link(link) and link.xmiID not in seen:
                seen.add(link.xmiID)
                if isinstance(link.begin, int) and 0 <= link.begin < link.end <= len(self._text):
                    span = Span(link.begin, link.end)
                    if span not in at:
                        at[span] = self._of[link.xmiID] = self._annotation(link)
                    members.append(at[span].id)
                link = link.next
            if members:
                yield Cluster(f"{self._number}.{head.xmiID}", tuple(dict.fromkeys(members)))


def _is_link(one: Any) -> bool:
    return one is not None and hasattr(one, "next") and hasattr(one, "begin")
