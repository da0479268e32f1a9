"""How each format is loaded by the library that reads it, or by Python alone: for the card of a dataset.

Each makes `entities`, pairs of words and label; a test runs them all.
"""

from typing import Final

_LINES: Final = """
import json

with open({path!r}, encoding="utf-8") as lines:
    articles = [json.loads(line) for line in lines]
entities = [
    (one["text"][span["start"]:span["end"]], span["label"]) for one in articles for span in one["spans"]
]
"""
_COLUMNS: Final = """
entities = []
with open({path!r}, encoding="utf-8", newline="\\n") as rows:
    for row in rows:
        if row == "\\n":
            continue
        word, *_, tag = row.rstrip("\\n").split(" ")
        edge, _, label = tag.partition("-")
        if word != "-DOCSTART-" and edge in ("B", "U"):
            entities.append((word, label))
        elif edge in ("I", "L"):
            entities[-1] = (f"{entities[-1][0]} {word}", label)
"""
_DOCCANO: Final = """
import json

with open({path!r}, encoding="utf-8") as lines:
    articles = [json.loads(line) for line in lines]
entities = []
for one in articles:
    units = one["text"].encode("utf-16-le")  # offsets count UTF-16 units, of two bytes each
    spans = one.get("label") or [
        (span["start_offset"], span["end_offset"], span["label"]) for span in one.get("entities", [])
    ]
    entities += [(units[2 * start:2 * end].decode("utf-16-le"), label) for start, end, label in spans]
"""
_WHOLE: Final = """
from datasets import load_dataset

parts = load_dataset("PATH/OF/THE/FOLDER")
entities = [(span["text"], span["label"]) for part in parts.values() for one in part for span in one["spans"]]
"""
_SNIPPETS: Final = {
    "jsonl": _LINES,
    "spans": _LINES,
    "parquet": """
from datasets import load_dataset

articles = load_dataset("parquet", data_files={path!r}, split="train")
tags = articles.features["ner_tags"].feature.names
entities = [(span["text"], span["label"]) for one in articles for span in one["spans"]]
""",
    "csv": """
import pandas

spans = pandas.read_csv({path!r}, keep_default_na=False)
articles = pandas.read_csv({path!r} + ".articles.csv", keep_default_na=False)
accepted = spans[(spans.verdict == "accepted") & (spans.boilerplate != "yes")]
entities = list(zip(accepted.text, accepted.label))
""",
    "spacy": """
import spacy
from spacy.tokens import DocBin

nlp = spacy.blank("en")
docs = list(DocBin().from_disk({path!r}).get_docs(nlp.vocab))
entities = [(span.text, span.label_) for doc in docs for span in doc.ents]
""",
    "prodigy": """
import json

with open({path!r}, encoding="utf-8") as lines:
    tasks = [json.loads(line) for line in lines]
entities = [
    (one["text"][span["start"]:span["end"]], span["label"])
    for one in tasks if one["answer"] == "accept" for span in one.get("spans", [])
]
""",
    "label-studio": """
import json

with open({path!r}, encoding="utf-8") as file:
    tasks = json.load(file)
entities = [
    (region["value"]["text"], region["value"]["labels"][0])
    for one in tasks for said in one["annotations"] + one["drafts"] for region in said["result"]
    if region["type"] == "labels"
]
""",
    "spacy-json": """
import json

with open({path!r}, encoding="utf-8") as file:
    documents = json.load(file)
entities = []
for one in documents:
    for sentence in one["paragraphs"][0]["sentences"]:
        for token in sentence["tokens"]:
            edge, _, label = token["ner"].partition("-")
            if edge in ("B", "U"):
                entities.append((token["orth"], label))
            elif edge in ("I", "L"):
                entities[-1] = (f"{entities[-1][0]} {token['orth']}", label)
""",
    "doccano": _DOCCANO,
    "doccano-graphemes": """
import json

import regex

with open({path!r}, encoding="utf-8") as lines:
    articles = [json.loads(line) for line in lines]
entities = []
for one in articles:
    # Offsets count grapheme clusters of Unicode 10, in which a conjunct of Indic letters is more than one.
    clusters = [
        part for cluster in regex.findall(r"\\X", one["text"])
        for part in regex.split(r"(?V1)(?<=[\\p{M}\\u200d])(?=(?![\\u0e33\\u0eb3])\\p{Lo})", cluster)
    ]
    spans = one.get("label") or [
        (span["start_offset"], span["end_offset"], span["label"]) for span in one.get("entities", [])
    ]
    entities += [("".join(clusters[start:end]), label) for start, end, label in spans]
""",
    "w3c": """
import json

with open({path!r}, encoding="utf-8") as file:
    items = json.load(file)["first"]["items"]
entities = [
    (selector["exact"], one["body"][0]["value"])
    for one in items if one["motivation"] == "tagging" and one["variorum:kind"] != "boilerplate"
    for selector in one["target"]["selector"] if selector["type"] == "TextQuoteSelector"
]
""",
    "conll2012": """
entities, last = [], []
with open({path!r}, encoding="utf-8", newline="\\n") as rows:
    for row in rows:
        cells = row.rstrip("\\n").split("\\t")
        if len(cells) < 12:
            continue
        if cells[10].startswith("("):
            last, label = [], cells[10].strip("(*)")
        last.append(cells[3])
        if cells[10].endswith(")"):
            entities.append((" ".join(last), label))
""",
    "mentions": """
import json

with open({path!r}, encoding="utf-8") as file:
    mentions = json.load(file)
entities = [(one["tokens_str"], one["mention_type"]) for one in mentions]
""",
    "conllup": """
found = {}
with open({path!r}, encoding="utf-8", newline="\\n") as rows:
    for row in rows:
        cells = row.rstrip("\\n").split("\\t")
        if row.startswith("# sent_id"):
            sentence = row
        if len(cells) < 12 or cells[10] in ("*", "_"):
            continue
        for mark in cells[10].split(";"):
            number, _, label = mark.partition(":")
            found.setdefault((sentence, number), [label]).append(cells[1])
entities = [(" ".join(words), label) for label, *words in found.values()]
""",
    "cas-xmi": """
from pathlib import Path

import cassis

folder = Path({path!r})
with open(folder / "TypeSystem.xml", "rb") as file:
    types = cassis.load_typesystem(file)
entities = []
for path in sorted(folder.glob("*.xmi")):
    with open(path, "rb") as file:
        cas = cassis.load_cas_from_xmi(file, typesystem=types)
    for one in cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"):
        entities.append((one.get_covered_text(), one.value))
""",
    "cas-json": """
from pathlib import Path

import cassis

entities = []
for path in sorted(Path({path!r}).glob("*.json")):
    with open(path, "rb") as file:
        cas = cassis.load_cas_from_json(file)
    for one in cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"):
        entities.append((one.get_covered_text(), one.value))
""",
    "webanno": """
import re
from pathlib import Path

found = {}
for path in sorted(Path({path!r}).glob("*.tsv")):
    with open(path, encoding="utf-8", newline="\\n") as rows:
        for row in rows:
            cells = row.rstrip("\\n").split("\\t")
            if row.startswith("#") or len(cells) < 5 or cells[4] == "_":
                continue
            for mark in cells[4].split("|"):
                label, number = re.fullmatch(r"(.*?)(\\[\\d+\\])?", mark).groups()
                found.setdefault((path, number or cells[0], label), []).append(cells[2])
entities = [(" ".join(words), label) for (_, _, label), words in found.items()]
""",
    "brat": """
from pathlib import Path

entities = []
for path in sorted(Path({path!r}).rglob("*.ann")):
    for line in path.read_text(encoding="utf-8").split("\\n"):
        if line.startswith("T"):
            _, place, words = line.split("\\t")
            entities.append((words, place.split(" ")[0]))
""",
    "slate": """
import ast
import re
from pathlib import Path

entities = []
for path in sorted(Path({path!r}).glob("*.annotations")):
    text = path.with_suffix("").read_bytes().decode("utf-8")
    lines, starts = text.split("\\n"), [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def offset(line, word, character):
        return starts[line] + [one.start() for one in re.finditer(r"\\S+", lines[line])][word] + character

    for row in path.read_text(encoding="utf-8").splitlines():
        place, _, label = row.partition(" - ")
        first, last = ast.literal_eval(place)
        entities += [(text[offset(*first):offset(*last) + 1], one) for one in label.split(" ")]
""",
    "iob2": _COLUMNS,
    "bilou": _COLUMNS,
}


def snippet(name: str, path: str) -> str:
    """The lines of Python that load the file or folder at `path` in that format; empty where there are none."""
    return _SNIPPETS.get(name, "").strip().replace("{path!r}", repr(path))


def whole() -> str:
    """The lines of Python that load a folder with a card, whose path a person puts in."""
    return _WHOLE.strip()
