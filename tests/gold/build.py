"""Writes the gold files of a topic from its marked-up texts: `python -m tests.gold.build [FOLDER…]`.

`tests/gold/marked/TOPIC/` holds the marked-up texts, by name, and `story.txt`, whose lines are

    published DOC DAY            the day of publication
    source DOC NAME
    GROUP VERDICT[/OTHER] A B    the verdict on two members, where it is not what the values alone say

DOC is the place of a text in the folder, from 1; a member is DOC.N, the Nth figure of that group in it, DOC.* all of
them, and * all of all.
"""

import hashlib
import json
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from tests.gold.groups import ledger
from tests.gold.markup import LABELS, Mark, unmarked

HERE: Final = Path(__file__).parent
SAMPLE: Final = HERE.parents[1] / "corpus" / "sample"
KINDS: Final = {
    "c": "cardinal",
    "o": "ordinal",
    "%": "percent",
    "m": "money",
    "q": "quantity",
    "d": "duration",
    "D": "date",
    "T": "time",
    "r": "range",
}
MODIFIERS: Final = {
    "~": "approx",
    "ge": "at_least",
    "le": "at_most",
    "gt": "more_than",
    "lt": "less_than",
    "=": "exact",
}

Row = dict[str, Any]


def built(folder: Path) -> dict[str, str]:
    """The files of the topic in `folder`, by name."""
    texts: dict[str, str] = {}
    rows: dict[str, list[Row]] = {name: [] for name in ("boilerplate", "mentions", "figures", "quotes")}
    sentences: list[tuple[str, Mark]] = []
    for path in sorted(folder.glob("*.txt")):
        if path.name == "story.txt":
            continue
        text, marks = unmarked(path.read_bytes().decode())
        texts[path.name] = text
        for mark in marks:
            _checked(path.name, text, mark)
            if mark.tag.startswith("s."):
                sentences.append((path.name, mark))
            else:
                name, row = _row(mark)
                surface = text[mark.start : mark.end]
                rows[name].append({"doc": path.name, "start": mark.start, "end": mark.end, "text": surface} | row)
    story = (folder / "story.txt").read_text(encoding="utf-8").splitlines()
    rows["alignments"] = _alignments(sentences)
    rows["ledger"] = ledger(rows["figures"], list(texts), story)
    rows["articles"] = _articles(texts, folder.name, story)
    _without_boilerplate(rows)
    lines = {f"{name}.jsonl": "".join(map(_line, of)) for name, of in rows.items()}
    return lines if folder.name == "sample" else texts | lines


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _checked(doc: str, text: str, mark: Mark) -> None:
    surface = text[mark.start : mark.end]
    if not surface or surface != surface.strip():
        message = f"{doc}: white space at the edge of {surface!r} ({mark.tag})"
        raise ValueError(message)


def _without_boilerplate(rows: dict[str, list[Row]]) -> None:
    """Raises ValueError where something is marked inside a region."""
    for name in ("mentions", "figures", "quotes"):
        for row in rows[name]:
            for region in rows["boilerplate"]:
                if row["doc"] == region["doc"] and row["start"] < region["end"] and region["start"] < row["end"]:
                    message = f"{row['doc']}: {row['text']!r} lies in boilerplate"
                    raise ValueError(message)


def _row(mark: Mark) -> tuple[str, Row]:
    """Which file the mark belongs to, and what it says there."""
    tag = mark.tag.removesuffix("!").rstrip()
    optional: Row = {"optional": True} if tag != mark.tag else {}
    if tag.startswith("b."):
        return "boilerplate", {"kind": tag[2:]} | optional
    if tag.startswith("#"):
        return "figures", _figure(tag[1:].split()) | optional
    if tag.startswith('"'):
        names, _, words = tag[1:].partition(";")
        return "quotes", _alternatives("speaker", names) | _words("speaker_text", words) | optional
    letter, _, cluster = tag.partition(".")
    return "mentions", {"label": LABELS[letter], "cluster": cluster, "by": "gold"} | optional


def _alternatives(field: str, names: str) -> Row:
    first, *others = (None if name == "-" else name for name in names.split("/"))
    return {field: first} | ({f"{field}_or": others} if others else {})


def _words(field: str, words: str) -> Row:
    return {field: words.replace("_", " ")} if words else {}


def _figure(words: list[str]) -> Row:
    value, low, high = _values(words[1])
    row: Row = {"kind": KINDS[words[0]], "value": value, "low": low, "high": high}
    row |= {"unit": "percent" if words[0] == "%" else None, "modifier": "exact", "about": None, "claimant": None}
    for word in words[2:]:
        row |= _said(word)
    if low is not None and high is None:
        row["vague"] = True
    if words[0] == "c" and row["unit"] == "year":
        row |= {"kind": "duration", "role": "age"}
    return row


def _said(word: str) -> Row:
    """What one word of a figure's tag says of it."""
    first, *others = word.split("/")
    if first in MODIFIERS:
        alternatives = {"modifier_or": [MODIFIERS[name] for name in others]} if others else {}
        return {"modifier": MODIFIERS[first], **alternatives}
    key, _, rest = word.partition("=")
    readings: dict[str, Callable[[str], Row]] = {
        "u": lambda unit: {"unit": unit.replace("_", " ")},
        "a": lambda group: _words("about", group.removesuffix("?")) | ({"apart": True} if group.endswith("?") else {}),
        "c": lambda names: _alternatives("claimant", names),
        "t": lambda text: _words("claimant_text", text),
        "v": lambda number: {"value_or": [_number(number)]},
    }
    return readings[key](rest)


def _values(word: str) -> tuple[int | str | None, int | str | None, int | str | None]:
    if word == "-":
        return None, None, None
    low, dots, high = word.partition("..")
    if not dots:
        return _number(word), None, None
    return None, _number(low), _number(high) if high else None


def _number(word: str) -> int | str:
    """A whole number, or the digits of one that is not whole."""
    return word if "." in word else int(word)


def _alignments(sentences: list[tuple[str, Mark]]) -> list[Row]:
    rows: list[Row] = []
    for (doc_a, a), (doc_b, b) in combinations(sentences, 2):
        shared = _keys(a).keys() & _keys(b).keys()
        if doc_a == doc_b or not shared:
            continue
        verbatim = any(key.startswith("=") for key in shared)
        row: Row = {"doc_a": doc_a, "start_a": a.start, "end_a": a.end}
        row |= {"doc_b": doc_b, "start_b": b.start, "end_b": b.end, "type": "verbatim" if verbatim else "paraphrase"}
        sure = any(not _keys(a)[key] and not _keys(b)[key] for key in shared)
        rows.append(row | ({} if sure else {"optional": True}))
    return sorted(rows, key=lambda row: (row["doc_a"], row["start_a"], row["doc_b"], row["start_b"]))


def _keys(mark: Mark) -> dict[str, bool]:
    """The keys of a sentence, each with whether it is optional."""
    return {key.removesuffix("!"): key.endswith("!") for key in mark.tag[2:].split(",")}


def _articles(texts: dict[str, str], topic: str, story: list[str]) -> list[Row]:
    facts = {(words[0], words[1]): " ".join(words[2:]) for words in map(str.split, story) if len(words) > 2}
    rows: list[Row] = []
    for number, (doc, text) in enumerate(texts.items(), 1):
        digest = hashlib.sha256(text.encode()).hexdigest()
        row: Row = {"doc": doc, "story": topic, "title": text.lstrip().split("\n")[0].strip()}
        row |= {key: facts.get((key, str(number)), "") for key in ("source", "published", "url")}
        rows.append(row | {"sha256": digest, "chars": len(text)})
    return rows


def main(folders: list[str]) -> None:
    """Writes the files of these topics, or of all."""
    for folder in map(Path, folders) if folders else sorted((HERE / "marked").iterdir()):
        to = HERE / folder.name
        to.mkdir(exist_ok=True)
        for name, content in built(folder).items():
            (to / name).write_bytes(content.encode())


if __name__ == "__main__":
    main(sys.argv[1:])
