r"""CoNLL-U Plus: the ten columns of CoNLL-U and two of ours, for tools of Universal Dependencies.

The first line names the columns (https://universaldependencies.org/ext-format.html). Those of syntax are `_`: nobody
parsed the texts. MISC has `SpaceAfter=No`, the white space that is not one space as `SpacesAfter` and `SpacesBefore`
(`\s`, `\t`, `\n`, `\r`, else `\u2028`), and `TokenRange=start:end` in code points of the article, end-exclusive.

VARIORUM:NE is written as the column of PARSEME (https://gitlab.com/parseme/corpora/-/wikis/CUPT-format): `1:ORG` where
entity 1 of the sentence begins, `1` where it goes on, several parted by `;`, so entities may overlap and have gaps. `*`
is a token in none, and `_` one of which nobody said so, in an article that nobody finished. VARIORUM:COREF is the same
with the chain instead of the label: `1:e7`. A chain has one name in all articles of a story.

An article begins with `# newdoc id` and a comment `# variorum = {…}`, JSON that names it and its story. One without a
single token has only that comment, with its `text`.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.conllup_read import ABOUT, COLUMNS_ARE, COREF, ENTITIES, TEN, looks_like_conllu, read_conllu
from annotations.formats.shared.article_rows import article_row
from annotations.formats.shared.one_word import one_word
from annotations.formats.shared.sentences import Sentence, tokens_of
from annotations.formats.shared.whole_tokens import pieces, sentences_with_parts, whole
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Annotation
from corpus.offsets import Unit

COLUMNS: Final = (*TEN, ENTITIES, COREF)
_SYNTAX: Final = "\t".join("_" * (len(TEN) - 3))
_ESCAPES: Final = {" ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


class ConllUPlus:
    """The extensible kin of CoNLL-U."""

    name = "conllup"
    suffix = ".conllup"
    title = "CoNLL-U Plus: entities and chains in columns beside those of CoNLL-U"
    carries = frozenset((Part.CLUSTERS, Part.LINKS, Part.GAPS, Part.FINISHED, Part.STORIES, Part.METADATA))
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 (the bytes say it)
        """Whether the columns are named first, or the first row is one of CoNLL-U."""
        return looks_like_conllu(head)

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write article by article; returns what is not whole tokens.

        Raises ExportError when a surface is not what stands at its span.
        """
        left_out: list[LeftOut] = []
        chains, rows = 0, ""
        with out.open("wb") as stream:
            stream.write(f"{COLUMNS_ARE}{' '.join(COLUMNS)}\n".encode())
            for number, story in enumerate(stories):
                names = {each: f"e{chains + at}" for at, one in enumerate(story.clusters, 1) for each in one.members}
                chains += len(story.clusters)
                for article in story.articles:
                    check_surfaces(article)
                    written = _Written(article, names)
                    whose = {"document": number, "story_id": story.id, "story": story.title}
                    rows = written.rows(whose)
                    stream.write(rows.encode())
                    left_out += written.left_out
            if rows and not rows.endswith("\n\n"):
                stream.write(b"\n")
        return left_out

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read article by article, also plain CoNLL-U.

        Of files of others, entities are what a column called NE, NER or ENTITY says, or PARSEME:MWE, `NER` or `NE` in
        MISC, or `Entity` in MISC as CorefUD has it, which gives chains too.
        """
        return read_conllu(path, how)


CONLLUP: Final = ConllUPlus()


class _Written:
    """An article as sentences of rows."""

    def __init__(self, gold: GoldArticle, chains: dict[str, str]) -> None:
        self._gold = gold
        self._sentences = sentences_with_parts(gold)
        self._tokens = tokens_of(gold.article.text, self._sentences)
        kept, self.left_out = whole(gold, self._tokens, told=False)
        size = len(self._tokens.starts)
        self._entities: list[list[tuple[Annotation, bool]]] = [[] for _ in range(size)]
        self._chains = chains
        for one in kept:
            touched = [at for part in pieces(one) for at in self._tokens.touched(part)]
            for at in touched:
                self._entities[at].append((one, at == touched[0]))

    def rows(self, whose: dict[str, Any]) -> str:
        """The article, each sentence with a blank line behind it."""
        row = {**whose, **article_row(self._gold)}
        if self._sentences:
            del row["text"]
        lines = [f"{ABOUT}{json.dumps(row)}"]
        if self._sentences:
            lines.insert(0, f"# newdoc id = {one_word(self._gold.article.name)}")
        first = 0
        for number, sentence in enumerate(self._sentences, 1):
            lines.append(f"# sent_id = {self._gold.article.id}-{number}")
            lines.append(f"# text = {self._text(sentence)}")
            lines += self._sentence(first, len(sentence.tokens))
            lines.append("")
            first += len(sentence.tokens)
        return "\n".join(lines) + "\n"

    def _text(self, sentence: Sentence) -> str:
        """A sentence on one line: white space is one space, as the rules of CoNLL-U have it."""
        return " ".join(sentence.span.surface(self._gold.article.text).split())

    def _sentence(self, first: int, size: int) -> Iterable[str]:
        numbers: dict[str, int] = {}
        nothing = "*" if self._gold.finished_by else "_"
        for number, at in enumerate(range(first, first + size), 1):
            own = self._entities[at]
            entities, chains = self._columns(own, numbers) if own else ("", "")
            columns = f"{entities or nothing}\t{chains or nothing}"
            yield f"{number}\t{self._tokens[at]}\t{_SYNTAX}\t{self._misc(at)}\t{columns}"

    def _columns(self, own: Sequence[tuple[Annotation, bool]], numbers: dict[str, int]) -> tuple[str, str]:
        """Both columns of ours at a token, from what lies there; what is new in the sentence goes to `numbers`."""
        for one, _ in own:
            numbers.setdefault(one.id, len(numbers) + 1)
        entities = [_cell(numbers[one.id], one_word(one.label), begins=begins) for one, begins in own]
        chained = [(one, begins) for one, begins in own if one.id in self._chains]
        chains = [_cell(numbers[one.id], self._chains[one.id], begins=begins) for one, begins in chained]
        return ";".join(entities), ";".join(chains)

    def _misc(self, at: int) -> str:
        tokens, text = self._tokens, self._gold.article.text
        last = at + 1 == len(tokens.starts)
        after = text[tokens.ends[at] : len(text) if last else tokens.starts[at + 1]]
        found: list[str] = []
        if not after:
            found.append("SpaceAfter=No")
        elif after != " ":
            found.append(f"SpacesAfter={_escaped(after)}")
        if at == 0 and tokens.starts[0]:
            found.append(f"SpacesBefore={_escaped(text[: tokens.starts[0]])}")
        return "|".join((*found, f"TokenRange={tokens.starts[at]}:{tokens.ends[at]}"))


def _cell(number: int, what: str, *, begins: bool) -> str:
    return f"{number}:{what}" if begins else str(number)


def _escaped(space: str) -> str:
    return "".join(_ESCAPES.get(char) or f"\\u{ord(char):04x}" for char in space)
