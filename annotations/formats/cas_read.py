"""UIMA CAS files read: ours back to the gold they were made of. Those of others are for `cas_foreign`."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.errors import ReadError
from annotations.formats import cas_types as types
from annotations.formats.base import How
from annotations.formats.cas_build import ABOUT, FORBIDDEN, MARK
from annotations.formats.cas_files import files_in, is_json, loaded, types_beside
from annotations.formats.cas_foreign import read_foreign
from annotations.formats.cas_share import Share
from annotations.formats.shared.article_rows import text
from annotations.formats.shared.json_text import parsed
from annotations.gold import Cluster, GoldArticle, GoldStory, Offer
from annotations.model import About, Annotation, Connection, Proposal, Relation, Statement, Tie, Verdict
from corpus.article import Article, Metadata
from corpus.span import Span

if TYPE_CHECKING:
    from cassis import Cas


def read_files(path: Path, ending: str, how: How) -> Iterator[GoldStory]:
    """The stories of a folder, or of one file. Raises ReadError for a file that is not whole."""
    folder = _Folder(path, ending, how)
    story: _Story | None = None
    for number, file in enumerate(files_in(path, ending), 1):
        found = folder.read(number, file)
        if story is not None and (isinstance(found, GoldStory) or not found.story or found.story != story.id):
            yield story.result()
            story = None
        if isinstance(found, GoldStory):
            yield found
        else:
            story = story or _Story(found)
            story.add(found)
    if story is not None:
        yield story.result()


class _Folder:
    """Reads the files of a folder one by one; what lies beside them is looked for once, and no CAS is kept."""

    def __init__(self, path: Path, ending: str, how: How) -> None:
        self._path, self._how, self._xml = path, how, not is_json(ending)
        self._beside = lru_cache(maxsize=4)(types_beside)

    def read(self, number: int, file: Path) -> GoldStory | Share:
        """What a file of ours has of a story, or the story that a file of others is. Raises ReadError."""
        cas = loaded(file, self._beside)
        if not _ours(cas):
            return read_foreign(cas, file, self._path, number, self._how)
        try:
            return _Document(cas, xml=self._xml).share()
        except (AttributeError, IndexError, KeyError, ReadError, TypeError, ValueError) as error:
            raise ReadError("not a whole CAS of ours", where=str(file), todo="write it again with export") from error


def _ours(cas: "Cas") -> bool:
    return cas.typesystem.contains_type(types.ARTICLE) and bool(list(cas.select(types.ARTICLE)))


class _Story:
    """The shares of one story, put together again."""

    def __init__(self, first: Share) -> None:
        self.id, self._title = first.story, first.title
        self._articles: list[GoldArticle] = []
        self._ties: list[Relation] = []
        self._clusters: dict[str, Cluster] = {}
        self._members: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, share: Share) -> None:
        """Take up the next one."""
        self._articles.append(share.gold)
        self._ties += share.ties
        for one in share.clusters:
            self._clusters.setdefault(one.id, one)
            self._members[one.id] += one.members

    def result(self) -> GoldStory:
        """All that was taken up."""
        clusters = tuple(one._replace(members=tuple(self._members[one.id])) for one in self._clusters.values())
        return GoldStory(self.id, self._title, tuple(self._articles), tuple(self._ties), clusters)


class _Document:
    """One CAS of ours. Its methods raise what comes of a broken one."""

    def __init__(self, cas: "Cas", *, xml: bool) -> None:
        self._cas, self._xml = cas, xml
        (found,) = self._all(types.ARTICLE)
        text = list(cas.sofa_string or "")
        for one in self._all(types.REPLACED):
            if text[one.begin] != "\ufffd" or not FORBIDDEN.match(chr(one.code)):
                raise ValueError("what is replaced is not there")
            text[one.begin] = chr(one.code)
        known = {name: self._text(found, ABOUT.get(name, name)) for name in Metadata.__slots__}
        name, title = self._text(found, "name"), self._text(found, "title")
        self._article = Article.of(name, "".join(text), title, Metadata(**known))
        if self._text(found, "sha256") != self._article.sha256:
            raise ValueError("the text does not have the hash it was written with")
        self._story, self._title = self._text(found, "story"), self._text(found, "storyTitle")
        self._lang = self._text(found, "lang")
        done = found.finishedBy.elements if found.finishedBy is not None else []
        self._finished = tuple(self._plain(one) for one in done)

    def share(self) -> Share:
        """All that is in it."""
        ties = tuple(map(self._tie, self._all(types.TIE)))
        return Share(self._gold(), self._story, self._title, ties, tuple(map(self._cluster, self._all(types.CLUSTER))))

    def _all(self, kind: str) -> list[Any]:
        """The feature structures of just one type, in the order in which they were written."""
        if not self._cas.typesystem.contains_type(kind):
            return []
        return sorted((one for one in self._cas.select(kind) if one.type.name == kind), key=lambda one: int(one.xmiID))

    def _gold(self) -> GoldArticle:
        """The article with all that lies in it."""
        offers = [one for one in self._all(types.PROPOSAL) if one.open]
        return GoldArticle(
            self._article,
            self._lang,
            self._finished,
            tuple(map(self._decision, self._all(types.DECISION))),
            tuple(map(self._decision, self._all(types.BOILERPLATE))),
            tuple(map(self._statement, self._all(types.STATEMENT))),
            tuple(map(self._relation, self._all(types.RELATION))),
            tuple(Offer(self._proposal(one), int(one.score)) for one in offers),
        )

    def _tie(self, one: Any) -> Relation:
        """A verdict on two places."""
        here = (self._article.id, _span(one.place), self._text(one, "text"))
        other = Span(one.otherBegin, one.otherLast)
        there = (self._text(one, "otherArticle"), other, self._text(one, "otherText"))
        verdict = Verdict(self._text(one, "verdict"))
        return Relation(Tie(self._text(one, "tie")), *here, *there, verdict, *self._said(one))

    def _cluster(self, one: Any) -> Cluster:
        """What a cluster has in this document."""
        members = tuple(self._text(each, "id") for each in one.members.elements)
        return Cluster(self._text(one, "id"), members, self._text(one, "name"), self._text(one, "externalId"))

    def _decision(self, one: Any) -> Annotation:
        span = _span(one)
        attributes = one.attributes.elements if one.attributes is not None else []
        return Annotation(
            self._text(one, "id"),
            self._article.id,
            span,
            span.surface(self._article.text),
            self._text(one, "label"),
            Verdict(self._text(one, "verdict")),
            self._proposal(one.proposal) if one.proposal is not None else None,
            self._text(one, "reviewer"),
            self._text(one, "created"),
            self._text(one, "decided"),
            self._text(one, "note"),
            tuple(map(_span, one.parts.elements)) if one.parts is not None else (),
            tuple((self._text(each, "name"), self._text(each, "value")) for each in attributes),
            self._text(one, "via"),
        )

    def _proposal(self, one: Any) -> Proposal:
        return Proposal(_span(one), self._text(one, "label"), self._text(one, "model"))

    def _statement(self, one: Any) -> Statement:
        span = _span(one.place) if one.place is not None else None
        place = (About(self._text(one, "about")), self._article.id, self._text(one, "story"), span)
        said = (self._text(one, "text"), self._text(one, "field"), self._text(one, "value"))
        return Statement(*place, *said, *self._said(one))

    def _relation(self, one: Any) -> Connection:
        here = self._article.id
        if one.Dependent is not None:
            other, target = here, self._text(one.Dependent, "id")
        else:
            other, target = self._text(one, "otherArticle"), self._text(one, "otherId")
        source = self._text(one.Governor, "id")
        return Connection(self._text(one, "kind"), here, source, other, target, *self._said(one))

    def _said(self, one: Any) -> tuple[str, str]:
        return self._text(one, "reviewer"), self._text(one, "decided")

    def _text(self, one: Any, feature: str) -> str:
        return self._plain(getattr(one, feature, None))

    def _plain(self, value: Any) -> str:
        if not isinstance(value, str | None):
            raise TypeError(f"{value!r:.60} is no text")
        if self._xml and value is not None and value.startswith(MARK):
            return text(parsed(value.removeprefix(MARK), MARK))
        return value or ""


def _span(one: Any) -> Span:
    return Span(one.begin, one.end)
