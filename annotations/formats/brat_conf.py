"""The annotation.conf of a brat collection, from what its files hold.

Source: https://brat.nlplab.org/configuration.html
"""

import re
from dataclasses import dataclass, field
from typing import Final

from annotations.formats.brat_names import storage
from annotations.gold import GoldArticle
from annotations.model import Verdict

_VALUE: Final = re.compile(r"[A-Za-z0-9_.-]+")
_MOST: Final = 100  # values of an attribute that brat offers as a list


@dataclass(slots=True)
class Types:
    """The names in a dataset, as brat stores them; of each attribute its values."""

    labels: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    attributes: dict[str, set[str]] = field(default_factory=dict)

    def add(self, article: GoldArticle) -> None:
        """Take in what an article holds."""
        for one in article.annotations:
            if one.verdict is not Verdict.ACCEPTED:
                continue
            self.labels.add(storage(one.label))
            for name, value in one.attributes:
                values = self.attributes.setdefault(storage(name), set())
                if len(values) < _MOST:
                    values.add(value)
        self.relations.update(storage(one.kind) for one in article.connections)

    def conf(self) -> str:
        """The file. An attribute of free text is listed without values: brat shows those that are there."""
        relations = [f"{one}\tArg1:<ENTITY>, Arg2:<ENTITY>" for one in sorted(self.relations - {"Equiv"})]
        equiv = "Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive"
        overlap = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
        sections = {
            "entities": sorted(self.labels),
            "relations": [equiv, *relations, overlap],
            "events": [],
            "attributes": [_attribute(name, values) for name, values in sorted(self.attributes.items())],
        }
        return "\n".join("\n".join((f"[{name}]", *lines, "")) for name, lines in sections.items())


def _attribute(name: str, values: set[str]) -> str:
    if len(values) < _MOST and all(map(_VALUE.fullmatch, values)):
        return f"{name}\tArg:<ENTITY>, Value:{'|'.join(sorted(values))}"
    return f"{name}\tArg:<ENTITY>"
