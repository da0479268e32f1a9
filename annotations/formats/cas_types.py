"""The type system of our UIMA CAS files: what others know as DKPro and INCEpTION types, and the types of this project.

Accepted spans are `NamedEntity`, clusters `CoreferenceChain`, so that any reader of DKPro types understands them. The
types in `variorum.` say who decided and how; a reader that does not know them loses only that.
Sources: https://dkpro.github.io/dkpro-core/releases/2.4.0/docs/typesystem-reference.html
"""

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from cassis import TypeSystem

STRING: Final = "uima.cas.String"
INTEGER: Final = "uima.cas.Integer"
BOOLEAN: Final = "uima.cas.Boolean"
STRINGS: Final = "uima.cas.StringArray"
ARRAY: Final = "uima.cas.FSArray"
ANNOTATION: Final = "uima.tcas.Annotation"
BASE: Final = "uima.cas.AnnotationBase"
TOP: Final = "uima.cas.TOP"

_DKPRO: Final = "de.tudarmstadt.ukp.dkpro.core.api."
METADATA: Final = _DKPRO + "metadata.type.DocumentMetaData"
SENTENCE: Final = _DKPRO + "segmentation.type.Sentence"
TOKEN: Final = _DKPRO + "segmentation.type.Token"
ENTITY: Final = _DKPRO + "ner.type.NamedEntity"
CHAIN: Final = _DKPRO + "coref.type.CoreferenceChain"
LINK: Final = _DKPRO + "coref.type.CoreferenceLink"

ARTICLE: Final = "variorum.Article"
PLACE: Final = "variorum.Place"
PROPOSAL: Final = "variorum.Proposal"
ATTRIBUTE: Final = "variorum.Attribute"
DECISION: Final = "variorum.Decision"
BOILERPLATE: Final = "variorum.Boilerplate"
RELATION: Final = "variorum.Relation"
CLUSTER: Final = "variorum.Cluster"
STATEMENT: Final = "variorum.Statement"
TIE: Final = "variorum.Tie"
REPLACED: Final = "variorum.Replaced"

_TYPES: Final[tuple[tuple[str, str, str], ...]] = (
    (METADATA, "uima.tcas.DocumentAnnotation", "What is known of the document"),
    (SENTENCE, ANNOTATION, "A sentence"),
    (TOKEN, ANNOTATION, "A token"),
    (ENTITY, ANNOTATION, "An accepted span without gaps, once whoever accepted it"),
    (CHAIN, BASE, "The mentions of one thing"),
    (LINK, ANNOTATION, "One mention in a chain"),
    (ARTICLE, BASE, "The article that the document is, and its story"),
    (PLACE, ANNOTATION, "A place that something is said of"),
    (PROPOSAL, ANNOTATION, "What a machine proposed"),
    (ATTRIBUTE, TOP, "A named value of a decision"),
    (DECISION, ANNOTATION, "What a reviewer decided on a span; with parts, it has gaps between them"),
    (BOILERPLATE, DECISION, "A decision on what belongs to the page and not to the report"),
    (RELATION, BASE, "A relation of one decision to another, which may lie in another article"),
    (CLUSTER, BASE, "The mentions of one thing; those with one id, in all documents of a story, are one cluster"),
    (STATEMENT, BASE, "What a reviewer said of the article, the story, a name or a figure"),
    (TIE, BASE, "What a reviewer said of two places; offsets of the other one are code points"),
    (REPLACED, ANNOTATION, "A character that XML cannot hold: its code point. The text has U+FFFD there"),
)
_FEATURES: Final[dict[str, dict[str, str]]] = {
    METADATA: dict.fromkeys(("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"), STRING),
    SENTENCE: {"id": STRING},
    TOKEN: {"id": STRING},
    ENTITY: {"value": STRING, "identifier": STRING},
    CHAIN: {"first": LINK},
    LINK: {"next": LINK, "referenceType": STRING, "referenceRelation": STRING},
    ARTICLE: {
        **dict.fromkeys(("name", "sha256", "story", "storyTitle", "title", "lang", "source", "published"), STRING),
        **dict.fromkeys(("certainty", "url", "metadataLang", "author", "metadataStory", "origin", "decoded"), STRING),
        "more": STRING,
        "finishedBy": STRINGS,
    },
    PROPOSAL: {"label": STRING, "model": STRING, "score": INTEGER, "open": BOOLEAN},
    ATTRIBUTE: {"name": STRING, "value": STRING},
    DECISION: {
        **dict.fromkeys(("id", "label", "verdict", "reviewer", "created", "decided", "note", "via"), STRING),
        "entity": ENTITY,
        "proposal": PROPOSAL,
        "parts": ARRAY,
        "attributes": ARRAY,
    },
    RELATION: {
        **dict.fromkeys(("kind", "otherArticle", "otherId", "reviewer", "decided"), STRING),
        "Governor": DECISION,
        "Dependent": DECISION,
    },
    CLUSTER: {**dict.fromkeys(("id", "name", "externalId"), STRING), "chain": CHAIN, "members": ARRAY},
    STATEMENT: {
        **dict.fromkeys(("about", "story", "text", "field", "value", "reviewer", "decided"), STRING),
        "place": PLACE,
    },
    TIE: {
        **dict.fromkeys(("tie", "text", "verdict", "reviewer", "decided", "otherArticle", "otherText"), STRING),
        "otherBegin": INTEGER,
        "otherLast": INTEGER,
        "place": PLACE,
    },
    REPLACED: {"code": INTEGER},
}
_ELEMENTS: Final = {(DECISION, "parts"): PLACE, (DECISION, "attributes"): ATTRIBUTE, (CLUSTER, "members"): DECISION}


def type_system() -> "TypeSystem":
    """A new type system with all types that our files use."""
    from cassis import TypeSystem  # noqa: PLC0415 (only who writes or reads a CAS needs it)

    found = TypeSystem()
    for name, above, what in _TYPES:
        found.create_type(name, above, description=what)
    for name, features in _FEATURES.items():
        for feature, kind in features.items():
            element = _ELEMENTS.get((name, feature))
            more: dict[str, Any] = {"elementType": element} if element else {}
            found.create_feature(name, feature, kind, **more)
    return found
