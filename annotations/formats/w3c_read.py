"""Web Annotations read: ours back to the gold they were made of. Those of others are for `w3c_foreign`."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.shared.article_rows import text
from annotations.formats.w3c_foreign import read_foreign
from annotations.formats.w3c_items import Item, listed, read_items
from annotations.formats.w3c_names import KIND, name_in
from annotations.gold import Cluster, GoldArticle, GoldStory, Offer
from annotations.model import About, Annotation, Connection, Proposal, Relation, Statement, Tie, Verdict
from corpus.article import Article, Metadata
from corpus.span import Span


def read_collection(path: Path, how: How) -> Iterator[GoldStory]:
    """The stories of a file. Raises ReadError for what is no annotation, or not whole."""
    found = read_items(path, how.tell)
    first = next(found, None)
    if first is None:
        return
    if KIND not in first[1]:
        yield from read_foreign(chain([first], found), path, how)
        return
    story = _Story()
    for where, item in chain([first], found):
        try:
            if item[KIND] == "article" and not story.continues(item):
                if not story.is_empty:
                    yield story.result()
                story = _Story(item)
            story.add(item)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            raise ReadError("not a whole annotation of ours", where=where, todo="write it again with export") from error
    yield story.result()


class _Draft:
    """An article and what was read of it so far."""

    def __init__(self, item: Item) -> None:
        target = item["target"]
        about = {name: text(value) for name, value in target["variorum:about"].items()}
        name, whole = text(target["variorum:name"]), text(item["body"]["value"])
        self.article = Article.of(name, whole, text(target["variorum:title"]), Metadata(**about))
        if (target["variorum:sha256"], target["id"].rpartition(":")[2]) != (self.article.sha256, self.article.id):
            raise ValueError("the text does not have the hash it was written with")
        self.lang = text(target.get("language", ""))
        self.finished_by = tuple(map(text, target["variorum:finishedBy"]))
        self.annotations: list[Annotation] = []
        self.boilerplate: list[Annotation] = []
        self.statements: list[Statement] = []
        self.connections: list[Connection] = []
        self.offers: list[Offer] = []

    def result(self) -> GoldArticle:
        """The article as it stands."""
        own = (self.annotations, self.boilerplate, self.statements, self.connections, self.offers)
        return GoldArticle(self.article, self.lang, self.finished_by, *map(tuple, own))  # type: ignore[arg-type]


class _Story:
    """The annotations of one story, taken up one by one. Raises what comes of a broken one."""

    def __init__(self, item: Item | None = None) -> None:
        target = item["target"] if item is not None else {"variorum:story": "", "variorum:storyTitle": ""}
        self._id = name_in(target["variorum:story"], "story") if target["variorum:story"] else ""
        self._title = text(target["variorum:storyTitle"])
        self._articles: dict[str, _Draft] = {}
        self._ties: list[Relation] = []
        self._clusters: list[Cluster] = []
        self._kinds: Final[dict[str, Callable[[Item], None]]] = {
            "article": self._article,
            "decision": lambda item: self._of(item).annotations.append(self._decision(item)),
            "boilerplate": lambda item: self._of(item).boilerplate.append(self._decision(item)),
            "statement": self._statement,
            "proposal": lambda item: self._of(item).offers.append(_offer(item)),
            "relation": self._relation,
            "tie": self._tie,
            "cluster": self._cluster,
        }

    @property
    def is_empty(self) -> bool:
        """Whether no article was taken up."""
        return not self._articles

    def continues(self, item: Item) -> bool:
        """Whether the article of `item` is one more of this story."""
        other = item["target"]["variorum:story"]
        return bool(self._id) and bool(other) and name_in(other, "story") == self._id

    def add(self, item: Item) -> None:
        """Take up the next annotation."""
        self._kinds[item[KIND]](item)

    def result(self) -> GoldStory:
        """All that was taken up."""
        articles = tuple(one.result() for one in self._articles.values())
        return GoldStory(self._id, self._title, articles, tuple(self._ties), tuple(self._clusters))

    def _article(self, item: Item) -> None:
        draft = _Draft(item)
        self._articles[draft.article.id] = draft

    def _of(self, item: Item) -> _Draft:
        target = item["target"]
        place = target["items"][0] if "items" in target else target
        return self._articles[name_in(place["source"], "article")]

    def _decision(self, item: Item) -> Annotation:
        article, target = self._of(item).article, item["target"]
        pieces = [_span(one) for one in target["items"]] if "items" in target else []
        span = Span(pieces[0].start, pieces[-1].end) if pieces else _span(target)
        said = {one["purpose"]: text(one["value"]) for one in item["body"] if "variorum:attribute" not in one}
        attributes = [one for one in item["body"] if "variorum:attribute" in one]
        accepted = "tagging" in said
        origin = item.get("variorum:origin")
        return Annotation(
            name_in(item["id"], "annotation"),
            article.id,
            span,
            span.surface(article.text) if pieces else _quote(target),
            said["tagging" if accepted else "classifying"],
            Verdict.ACCEPTED if accepted else Verdict(said["assessing"]),
            origin and Proposal(Span(origin["start"], origin["end"]), text(origin["label"]), text(origin["model"])),
            _reviewer(item),
            text(item["created"]) if "modified" in item else "",
            text(item.get("modified", item.get("created", ""))),
            said.get("commenting", ""),
            tuple(pieces),
            tuple((text(one["variorum:attribute"]), text(one["value"])) for one in attributes),
            text(item.get("variorum:via", "")),
        )

    def _statement(self, item: Item) -> None:
        body, target = item["body"], item["target"]
        draft = self._articles[text(item["variorum:article"])]
        span = None if isinstance(target, str) else _span(target)
        place = (About(item["variorum:about"]), draft.article.id, text(item["variorum:story"]), span)
        said = (text(item["variorum:surface"]), text(body["variorum:field"]), text(body["value"]))
        draft.statements.append(Statement(*place, *said, _reviewer(item), text(item.get("created", ""))))

    def _relation(self, item: Item) -> None:
        kind, there = item["body"]
        here, other = text(item["variorum:article"]), text(item["variorum:other"])
        source, target = name_in(item["target"]["id"], "place"), name_in(there["id"], "place")
        said = _reviewer(item), text(item.get("created", ""))
        draft = self._articles[here]
        draft.connections.append(Connection(text(kind["value"]), here, source, other, target, *said))

    def _tie(self, item: Item) -> None:
        tie, verdict = (text(one["value"]) for one in item["body"])
        here, there = ((name_in(one["source"], "article"), _span(one), _quote(one)) for one in item["target"])
        said = _reviewer(item), text(item.get("created", ""))
        self._ties.append(Relation(Tie(tie), *here, *there, Verdict(verdict), *said))

    def _cluster(self, item: Item) -> None:
        members = tuple(name_in(one["id"], "place") for one in item["target"])
        said = {"variorum:external" in one: text(one["value"]) for one in listed(item.get("body"))}
        identity = name_in(item["id"], "cluster")
        self._clusters.append(Cluster(identity, members, said.get(False, ""), said.get(True, "")))


def _offer(item: Item) -> Offer:
    label, model = text(item["body"][0]["value"]), text(item["creator"]["name"])
    return Offer(Proposal(_span(item["target"]), label, model), int(item["variorum:score"]))


def _span(place: Item) -> Span:
    position = _selector(place, "TextPositionSelector")
    return Span(position["start"], position["end"])


def _quote(place: Item) -> str:
    return text(_selector(place, "TextQuoteSelector")["exact"])


def _selector(place: Item, kind: str) -> Item:
    """The selector of a kind. Raises KeyError where a place has none."""
    selector: Item = {one["type"]: one for one in listed(place["selector"])}[kind]
    return selector


def _reviewer(item: Item) -> str:
    return text(item["creator"]["name"]) if "creator" in item else ""
