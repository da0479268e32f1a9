"""A UIMA CAS of an article: its text, sentences and tokens by rule, and every decision on it.

Offsets are code points here; the library turns them into UTF-16 on the way out, as UIMA counts.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from annotations.formats import cas_types as types
from annotations.formats.cas_share import Share
from annotations.gold import Cluster
from annotations.model import Annotation, Connection, Proposal, Relation, Statement, Verdict
from corpus.segment import sentences, tokens
from corpus.span import Span

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

MARK: Final = "json:"
"""Begins a value that is written as a JSON string, because XML could not hold it as it is."""
FORBIDDEN: Final = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]")
"""What XML 1.0 has no way to write: https://www.w3.org/TR/xml/#charsets. Each is one unit of UTF-16, as U+FFFD is."""
ABOUT: Final = {"lang": "metadataLang", "story": "metadataStory"}
"""Fields of Metadata that have another name as features."""
UNKNOWN: Final = "x-unspecified"


def article_cas(share: Share, system: "TypeSystem", *, xml: bool) -> "Cas":
    """The CAS of one article of a story. With `xml`, nothing is in it that XML could not hold."""
    return _Builder(share, system, xml=xml).result()


class _Builder:
    """Puts one CAS together; features that are empty are left away."""

    def __init__(self, share: Share, system: "TypeSystem", *, xml: bool) -> None:
        from cassis import Cas  # noqa: PLC0415 (only who writes or reads a CAS needs it)

        gold = share.gold
        self._share, self._gold, self._xml = share, gold, xml
        text = FORBIDDEN.sub("\ufffd", gold.article.text) if xml else gold.article.text
        self._cas: Cas = Cas(system, sofa_string=text, sofa_mime="text/plain")
        self._decisions: dict[str, Any] = {}
        self._by_id = {one.id: one for one in gold.annotations}
        self._entities: dict[tuple[Span, str], Any] = {}

    def result(self) -> "Cas":
        """The whole CAS."""
        gold = self._gold
        text = gold.article.text
        self._article()
        for sentence in sentences(text, 0, len(text)):
            self._add(types.SENTENCE, sentence)
            for token in tokens(text, sentence.start, sentence.end):
                self._add(types.TOKEN, token)
        self._judged()
        for said in gold.statements:
            self._statement(said)
        for link in gold.connections:
            self._relation(link)
        for tie in self._share.ties:
            self._tie(tie)
        for cluster in self._share.clusters:
            self._cluster(cluster)
        if self._xml:
            for found in FORBIDDEN.finditer(text):
                self._add(types.REPLACED, Span(*found.span()), code=ord(found.group()))
        return self._cas

    def _judged(self) -> None:
        external = {each: one.external_id for one in self._share.clusters for each in one.members}
        for one in self._gold.annotations:
            self._decisions[one.id] = self._decision(one, types.DECISION, external)
        for one in self._gold.boilerplate:
            self._decision(one, types.BOILERPLATE, {})
        for offer in self._gold.offers:
            self._proposal(offer.proposal, score=offer.score, open=True)

    def _add(self, kind: str, span: Span | None = None, /, **features: Any) -> Any:
        """A new feature structure, with the features that are not empty."""
        where = {} if span is None else {"begin": span.start, "end": span.end}
        known = {name: self._value(value) for name, value in features.items() if value is not None and value != ""}
        made = self._cas.typesystem.get_type(kind)(**where, **known)
        self._cas.add(made)
        return made

    def _value(self, value: Any) -> Any:
        if self._xml and isinstance(value, str) and (value.startswith(MARK) or FORBIDDEN.search(value)):
            return MARK + json.dumps(value)
        return value

    def _array(self, kind: str, elements: Iterable[Any]) -> Any:
        """An array, or None for nothing."""
        found = list(elements)
        return self._cas.typesystem.get_type(kind)(elements=found) if found else None

    def _article(self) -> None:
        gold, share = self._gold, self._share
        source = gold.article
        document = self._cas.typesystem.get_type(types.METADATA)(
            begin=0,
            end=len(source.text),
            language=self._value(gold.lang or UNKNOWN),
            documentId=self._value(source.name),
            documentTitle=self._value(source.title) or None,
        )
        self._cas.add(document)
        known = {ABOUT.get(name, name): value for name, value in source.metadata.known().items()}
        self._add(
            types.ARTICLE,
            name=source.name,
            sha256=source.sha256,
            story=share.story,
            storyTitle=share.title,
            title=source.title,
            lang=gold.lang,
            finishedBy=self._array(types.STRINGS, map(self._value, gold.finished_by)),
            **known,
        )

    def _decision(self, one: Annotation, kind: str, external: Mapping[str, str]) -> Any:
        entity = None
        if kind == types.DECISION and one.verdict is Verdict.ACCEPTED and not one.parts:
            entity = self._entity(one.span, one.label, external.get(one.id, ""))
        attributes = [self._add(types.ATTRIBUTE, name=name, value=value) for name, value in one.attributes]
        return self._add(
            kind,
            one.span,
            id=one.id,
            label=one.label,
            verdict=one.verdict.value,
            reviewer=one.reviewer,
            created=one.created,
            decided=one.decided,
            note=one.note,
            via=one.via,
            entity=entity,
            proposal=self._proposal(one.origin) if one.origin is not None else None,
            parts=self._array(types.ARRAY, [self._add(types.PLACE, part) for part in one.parts]),
            attributes=self._array(types.ARRAY, attributes),
        )

    def _entity(self, span: Span, label: str, identifier: str) -> Any:
        if (span, label) not in self._entities:
            self._entities[span, label] = self._add(types.ENTITY, span, value=label, identifier=identifier)
        return self._entities[span, label]

    def _proposal(self, one: Proposal, **more: Any) -> Any:
        return self._add(types.PROPOSAL, one.span, label=one.label, model=one.model, **more)

    def _statement(self, one: Statement) -> None:
        place = self._add(types.PLACE, one.span) if one.span is not None else None
        about = {"about": one.about.value, "story": one.story, "text": one.surface, "field": one.field}
        self._add(types.STATEMENT, place=place, value=one.value, reviewer=one.reviewer, decided=one.decided, **about)

    def _relation(self, one: Connection) -> None:
        target = self._decisions.get(one.target)
        there = {"Dependent": target} if target is not None else {"otherArticle": one.other_id, "otherId": one.target}
        said = {"kind": one.kind, "reviewer": one.reviewer, "decided": one.decided}
        self._add(types.RELATION, Governor=self._decisions[one.source], **there, **said)

    def _tie(self, one: Relation) -> None:
        self._add(
            types.TIE,
            place=self._add(types.PLACE, one.span),
            tie=one.tie.value,
            text=one.surface,
            verdict=one.verdict.value,
            reviewer=one.reviewer,
            decided=one.decided,
            otherArticle=one.other_id,
            otherBegin=one.other_span.start,
            otherLast=one.other_span.end,
            otherText=one.other_surface,
        )

    def _cluster(self, one: Cluster) -> None:
        whole = [one for one in map(self._by_id.__getitem__, one.members) if not one.parts]
        links = sorted({(one.span, one.label) for one in whole})
        following = None
        for span, label in reversed(links):
            following = self._add(types.LINK, span, referenceType=label, next=following)
        chain = self._add(types.CHAIN, first=following) if following is not None else None
        members = self._array(types.ARRAY, [self._decisions[each] for each in one.members])
        self._add(types.CLUSTER, id=one.id, name=one.name, externalId=one.external_id, chain=chain, members=members)
