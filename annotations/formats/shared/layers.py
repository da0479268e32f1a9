"""Layers of UIMA, INCEpTION and WebAnno as others made them: which are marks of a person, and what their label is."""

from collections.abc import Mapping
from typing import Final

_ANALYSIS: Final = ("de.tudarmstadt.ukp.dkpro.core.", "org.dkpro.core.", "uima.cas.", "uima.tcas.DocumentAnnotation")
_PLAIN: Final = frozenset("Token Sentence Paragraph Lemma Stem POS Heading Div DocumentMetaData CASMetadata".split())
LABELS: Final = ("value", "label", "category", "referenceType", "kind")
"""The features that are a label, the first that is there."""
_IDS: Final = ("id", "identifier")


def is_analysis(name: str) -> bool:
    """Whether annotations of a type are what a pipeline or the program itself sets, and no marks of a person."""
    return (name.startswith(_ANALYSIS) and ".ner.type." not in name) or name.rpartition(".")[2] in _PLAIN


def labelled(layer: str, features: Mapping[str, str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The label of an annotation and its attributes, from the features that it has, by their names.

    The label is a feature of LABELS, else the first that is no id, else the name of the layer; others are attributes.
    """
    given = dict(features)
    said = next((one for one in (*LABELS, *given) if one in given and one not in _IDS), "")
    label = given.pop(said, "") or short(layer)
    return label, tuple(sorted(given.items()))


def short(layer: str) -> str:
    """The name of a layer without its package."""
    return layer.rpartition(".")[2]
