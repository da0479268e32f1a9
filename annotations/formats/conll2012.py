r"""CoNLL-2012, for coreference models and the reference scorer: a token a line, chains in the last column.

Columns, parted by tabs: document, part, word number, word, part of speech, parse bit, lemma, frameset, sense, speaker,
named entities, chains (https://conll.cemantix.org/2012/data.html). What nobody annotated here is `-`, a parse bit `*`.

A story is one document, since the scorer joins chains inside documents alone: the first column then is STORY/ARTICLE,
and the part the number of the article from 0. White space, signs of the format and `%` are percent-encoded in names and
labels. Every chain is written, those of one mention too. Exact texts, and all labels, are in the side file
(`annotations.formats.shared.side_texts`), with `spans` as [start, end, label, chain or null].
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.conll2012_brackets import Mention, brackets, crossing
from annotations.formats.conll2012_read import read_alone, read_with_texts
from annotations.formats.shared.one_word import one_word
from annotations.formats.shared.sentences import sentences_of, tokens_of
from annotations.formats.shared.side_texts import side_of, write_known
from annotations.formats.shared.tokens import Flat, Mark, Tokens, flattened
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Annotation
from corpus.offsets import Unit
from corpus.span import Span

BEGIN: Final = b"#begin document"


class Conll2012:
    """The format of the CoNLL-2012 shared task."""

    name = "conll2012"
    suffix = ".conll2012"
    title = "CoNLL-2012: chains across the articles of a story, for coreference models and scorers"
    carries = frozenset((Part.CLUSTERS, Part.LINKS, Part.STORIES, Part.METADATA, Part.FINISHED))
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 (the bytes say it)
        """Whether the first line opens a document."""
        return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(BEGIN)

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write a document for each story, and the side file; returns what cuts tokens or crosses its own chain.

        Raises ExportError when a surface is not what stands at its span.
        """
        left_out: list[LeftOut] = []
        with out.open("wb") as stream, side_of(out).open("wb") as side:
            for number, story in enumerate(stories):
                name = one_word(story.id or story.articles[0].article.id)
                stream.write(BEGIN + f" ({name}); part 000\n".encode())
                for part, article in enumerate(story.articles):
                    check_surfaces(article)
                    written = _Written(story, article)
                    stream.write(written.rows(f"{name}/{one_word(article.article.name)}\t{part}").encode())
                    write_known(side, number, story, article, {"spans": written.spans})
                    left_out += written.left_out
                stream.write(b"#end document\n")
        return left_out

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read document by document: with the side file what was written, without it what the columns say.

        A document of several articles is a story. A mention has the label of the entity at the same tokens, else
        MENTION; words are joined by spaces, sentences by line feeds.
        """
        side = side_of(path)
        return read_with_texts(path, side, how) if side.exists() else read_alone(path, how)


CONLL_2012: Final = Conll2012()


class _Written:
    """An article as rows; `spans` is what the side file has of it."""

    def __init__(self, story: GoldStory, gold: GoldArticle) -> None:
        self._sentences = sentences_of(gold)
        self._tokens = tokens_of(gold.article.text, self._sentences)
        chains = {each: str(number) for number, one in enumerate(story.clusters) for each in one.members}
        kept, mentions, self.left_out = _fitting(gold, self._tokens, chains)
        flat = flattened(self._tokens, (Mark(one.span, one.label) for one in kept), ())
        self.left_out += _only_beside(gold, kept, flat)
        self.spans = [[one.span.start, one.span.end, one.label, _number(chains.get(one.id))] for one in kept]
        size = len(self._tokens.starts)
        self._chains = brackets(mentions, size)
        self._entities = _entities(self._tokens, flat.entities, size)

    def rows(self, start: str) -> str:
        """The rows, each after `start`; a blank line ends a sentence."""
        lines: list[str] = []
        at = 0
        for sentence in self._sentences:
            for number in range(len(sentence.tokens)):
                told = f"{self._entities[at]}\t{self._chains[at]}"
                lines.append(f"{start}\t{number}\t{self._tokens[at]}\t-\t*\t-\t-\t-\t-\t{told}\n")
                at += 1
            lines.append("\n")
        return "".join(lines)


def _number(chain: str | None) -> int | None:
    return None if chain is None else int(chain)


def _mention(tokens: Tokens, span: Span, chain: str) -> Mention:
    touched = tokens.touched(span)
    return Mention(touched[0], touched[-1], chain)


def _fitting(
    gold: GoldArticle, tokens: Tokens, chains: dict[str, str]
) -> tuple[list[Annotation], set[Mention], list[LeftOut]]:
    """The annotations that brackets can carry, their mentions, and the others: each place is in one chain."""
    misfits = {one.id: tokens.misfit(one.span) for one in gold.annotations}
    chained = (one for one in gold.annotations if one.id in chains and not misfits[one.id])
    mentions = {one.id: _mention(tokens, one.span, chains[one.id]) for one in chained}
    at_place: dict[tuple[int, int], Mention] = {}
    for mention in mentions.values():
        at_place.setdefault((mention.first, mention.last), mention)
    crossed = crossing(list(at_place.values()))
    kept: list[Annotation] = []
    left_out: list[LeftOut] = []
    for one in gold.annotations:
        why, own = misfits[one.id], mentions.get(one.id)
        if own is not None and own != at_place[own.first, own.last]:
            why = "its place is in another chain already"
        elif own in crossed:
            why = "crosses another mention of its chain"
        if why:
            left_out.append(LeftOut.of(gold, one, why))
        else:
            kept.append(one)
    return kept, {mentions[one.id] for one in kept if one.id in mentions}, left_out


def _only_beside(gold: GoldArticle, kept: Sequence[Annotation], flat: Flat) -> Iterator[LeftOut]:
    for one in kept:
        if why := flat.reason(Mark(one.span, one.label)):
            yield LeftOut.of(gold, one, f"{why}: no entity, its label is in the side file alone", partly=True)


def _entities(tokens: Tokens, marks: Iterable[Mark], size: int) -> list[str]:
    """The column of named entities."""
    cells: defaultdict[int, list[str]] = defaultdict(lambda: ["", ""])
    for mark in marks:
        touched = tokens.touched(mark.span)
        cells[touched[0]][0] = f"({one_word(mark.label)}"
        cells[touched[-1]][1] = ")"
    return [_cell(*cells[at]) if at in cells else "*" for at in range(size)]


def _cell(before: str, after: str) -> str:
    return f"{before}{'' if before and after else '*'}{after}"
