"""Everything that the reading of a story is made from, as one value that can travel to another process."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from corpus.analysis import Analysis
from corpus.boilerplate.known import NOTHING_KNOWN, Known
from corpus.clusters.cluster import Alias


class Decided(NamedTuple):
    """A span on which reviewers decided; `verdict` is accepted, rejected or unsure."""

    start: int
    end: int
    label: str
    verdict: str


class Tied(NamedTuple):
    """Two places on whose tie reviewers decided: `tie` is an `annotations.model.Tie`, `a` and `b` are articles."""

    tie: str
    a: int
    start_a: int
    end_a: int
    b: int
    start_b: int
    end_b: int
    verdict: str


class Corrected(NamedTuple):
    """What reviewers say of a figure: a `field` of it (corpus/corrected_figures.py lists them) has a `value`."""

    article: int
    start: int
    end: int
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """One article of a story: its text, what it is called and where it is from, what was read and decided in it.

    `published` is an ISO day or moment, "" where it is not known; `source` the outlet.
    """

    text: str
    title: str
    source: str
    published: str
    analysis: Analysis
    decided: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """A story: its reports in order, what reviewers decided on ties in it and on names in the whole project.

    `known` are labels by normalised name that the project knows, `furniture` the pieces of text that recur in it,
    `corrected` what reviewers say of figures.
    """

    reports: tuple[Report, ...]
    tied: tuple[Tied, ...] = ()
    aliases: tuple[Alias, ...] = ()
    known: tuple[tuple[str, str], ...] = ()
    furniture: Known = NOTHING_KNOWN
    corrected: tuple[Corrected, ...] = ()

    def to_bytes(self) -> bytes:
        """One line of JSON, then the analyses one after the other."""
        blobs = [report.analysis.to_bytes() for report in self.reports]
        header = {
            "reports": [[one.text, one.title, one.source, one.published, one.decided] for one in self.reports],
            "lengths": [len(blob) for blob in blobs],
            "tied": self.tied,
            "aliases": [[one.a, one.b, one.same] for one in self.aliases],
            "known": self.known,
            "furniture": [list(self.furniture.stories.items()), list(self.furniture.apart.items())],
            "corrected": self.corrected,
        }
        return json.dumps(header).encode() + b"\n" + b"".join(blobs)

    @classmethod
    def from_bytes(cls, data: bytes) -> "Material":
        """What `to_bytes` wrote. Raises ValueError for anything else."""
        head, _, body = data.partition(b"\n")
        try:
            header = json.loads(head)
            analyses = _analyses(body, header["lengths"])
            return cls(
                tuple(_report(row, analysis) for row, analysis in zip(header["reports"], analyses, strict=True)),
                tuple(Tied(*row) for row in header["tied"]),
                tuple(Alias(*row) for row in header["aliases"]),
                tuple((name, label) for name, label in header["known"]),
                Known(*map(dict, header["furniture"])),
                tuple(Corrected(*row) for row in header["corrected"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            message = "not the material of a story"
            raise ValueError(message) from error


def _analyses(body: bytes, lengths: Sequence[int]) -> list[Analysis]:
    found, at = [], 0
    for length in lengths:
        found.append(Analysis.from_bytes(body[at : at + length]))
        at += length
    return found


def _report(row: Sequence[Any], analysis: Analysis) -> Report:
    text, title, source, published, decided = row
    return Report(text, title, source, published, analysis, tuple(Decided(*one) for one in decided))
