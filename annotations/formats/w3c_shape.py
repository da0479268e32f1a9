"""Gold as Web Annotations: plain objects, in the order in which they are written."""

from collections.abc import Iterator, Mapping
from typing import Any

from annotations.formats.w3c_names import KIND, iri
from annotations.formats.w3c_quote import selectors
from annotations.gold import Cluster, GoldArticle, GoldStory, Offer
from annotations.model import Annotation, Connection, Proposal, Relation, Statement, Verdict
from corpus.article import Article
from corpus.span import Span

Item = dict[str, Any]
_MOTIVATIONS = {Verdict.ACCEPTED: "tagging", Verdict.REJECTED: "assessing", Verdict.UNSURE: "questioning"}


def items(story: GoldStory) -> Iterator[Item]:
    """The annotations of a story: its articles and what is on each, then what lies between places of them."""
    texts = {one.article.id: one.article for one in story.articles}
    places = {one.id: _target(one, article.article) for article in story.articles for one in article.annotations}
    for number, article in enumerate(story.articles):
        yield _article(story, article, number)
        for one in article.annotations:
            yield _decision(one, places[one.id], "decision")
        for one in article.boilerplate:
            yield _decision(one, _target(one, article.article), "boilerplate")
        for at, said in enumerate(article.statements):
            yield _statement(said, texts, f"{article.article.id}/statement/{at}")
        for at, offer in enumerate(article.offers):
            yield _offer(offer, article.article, f"{article.article.id}/proposal/{at}")
    for article in story.articles:
        for at, link in enumerate(article.connections):
            yield _relation(link, places, f"{article.article.id}/relation/{at}")
    owner = story.id or story.articles[0].article.id
    for at, tie in enumerate(story.ties):
        yield _tie(tie, texts, f"{owner}/tie/{at}")
    for cluster in story.clusters:
        yield _cluster(cluster, places)


def _annotation(identity: str, kind: str, motivation: str, body: object, target: object) -> Item:
    found: Item = {"id": identity, "type": "Annotation", KIND: kind, "motivation": motivation}
    if body:
        found["body"] = body
    return found | {"target": target}


def _body(purpose: str, value: str, **more: object) -> Item:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value, **more}


def _by(reviewer: str, decided: str, created: str = "") -> Item:
    """Who said it and when, as far as that is known."""
    found: Item = {}
    if reviewer:
        found["creator"] = {"id": iri("reviewer", reviewer), "type": "Person", "name": reviewer}
    times = {"created": created or decided, "modified": decided if created else ""}
    return found | {name: value for name, value in times.items() if value}


def _place(article: Article, span: Span, identity: str = "") -> Item:
    found: Item = {"id": identity} if identity else {}
    found |= {"type": "SpecificResource", "source": iri("article", article.id)}
    return found | {"selector": selectors(article.text, span)}


def _target(one: Annotation, article: Article) -> Item:
    """The place of an annotation; one with gaps is made of several that belong together."""
    identity = iri("place", one.id)
    if not one.parts:
        return _place(article, one.span, identity)
    return {"id": identity, "type": "Composite", "items": [_place(article, part) for part in one.parts]}


def _article(story: GoldStory, gold: GoldArticle, number: int) -> Item:
    source = gold.article
    target: Item = {"id": iri("article", source.id), "type": "Text", "format": "text/plain"}
    if gold.lang:
        target["language"] = gold.lang
    target |= {
        "variorum:name": source.name,
        "variorum:title": source.title,
        "variorum:sha256": source.sha256,
        "variorum:story": iri("story", story.id) if story.id else "",
        "variorum:storyTitle": story.title,
        "variorum:number": number,
        "variorum:about": source.metadata.known(),
        "variorum:finishedBy": list(gold.finished_by),
    }
    body = _body("describing", source.text)
    return _annotation(iri("text", source.id), "article", "describing", body, target)


def _decision(one: Annotation, target: Item, kind: str) -> Item:
    verdict = one.verdict
    if verdict is Verdict.ACCEPTED:
        body = [_body("tagging", one.label)]
    else:
        body = [_body("assessing", verdict.value), _body("classifying", one.label)]
    if one.note:
        body.append(_body("commenting", one.note))
    body += [_body("describing", value, **{"variorum:attribute": name}) for name, value in one.attributes]
    found = _annotation(iri("annotation", one.id), kind, _MOTIVATIONS[verdict], body, target)
    found |= _by(one.reviewer, one.decided, one.created)
    if one.via:
        found["variorum:via"] = one.via
    if one.origin is not None:
        found["variorum:origin"] = _proposal(one.origin)
    return found


def _proposal(one: Proposal) -> Item:
    return {"start": one.span.start, "end": one.span.end, "label": one.label, "model": one.model}


def _offer(one: Offer, article: Article, name: str) -> Item:
    proposal = one.proposal
    body = [_body("classifying", proposal.label)]
    target = _place(article, proposal.span)
    found = _annotation(iri("annotation", name), "proposal", "questioning", body, target)
    return found | {"creator": {"type": "Software", "name": proposal.model}, "variorum:score": one.score}


def _statement(one: Statement, texts: Mapping[str, Article], name: str) -> Item:
    article = texts[one.article_id]
    target: object = iri("article", article.id) if one.span is None else _place(article, one.span)
    body = _body("describing", one.value, **{"variorum:field": one.field})
    found = _annotation(iri("annotation", name), "statement", "describing", body, target)
    found |= {"variorum:about": one.about.value, "variorum:article": article.id, "variorum:story": one.story}
    return found | {"variorum:surface": one.surface} | _by(one.reviewer, one.decided)


def _relation(one: Connection, places: Mapping[str, Item], name: str) -> Item:
    there = {"purpose": "linking", **_end(one.target, places)}
    body = [_body("tagging", one.kind), there]
    found = _annotation(iri("annotation", name), "relation", "linking", body, _end(one.source, places))
    return found | {"variorum:article": one.article_id, "variorum:other": one.other_id} | _by(one.reviewer, one.decided)


def _end(identity: str, places: Mapping[str, Item]) -> Item:
    """The place of an annotation of this story; of one that is not in it, what it would be called."""
    return places.get(identity) or {"id": iri("place", identity), "type": "SpecificResource"}


def _tie(one: Relation, texts: Mapping[str, Article], name: str) -> Item:
    body = [_body("classifying", one.tie.value), _body("assessing", one.verdict.value)]
    ends = (one.article_id, one.span, one.surface), (one.other_id, one.other_span, one.other_surface)
    target = [_tied(*end, texts) for end in ends]
    found = _annotation(iri("annotation", name), "tie", "assessing", body, target)
    return found | _by(one.reviewer, one.decided)


def _tied(article: str, span: Span, surface: str, texts: Mapping[str, Article]) -> Item:
    """One end of a tie; of an article that is not in the file there are only the words."""
    if article in texts:
        return _place(texts[article], span)
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    selector = [position, {"type": "TextQuoteSelector", "exact": surface}]
    return {"type": "SpecificResource", "source": iri("article", article), "selector": selector}


def _cluster(one: Cluster, places: Mapping[str, Item]) -> Item:
    body = [_body("identifying", one.name)] if one.name else []
    if one.external_id:
        body.append(_body("identifying", one.external_id, **{"variorum:external": True}))
    target = [places[each] for each in one.members]
    return _annotation(iri("cluster", one.id), "cluster", "identifying", body, target)
