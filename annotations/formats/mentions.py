"""Cross-document mentions as JSON: one array, an object for each accepted span, for models of coreference across texts.

The names of the fields are those of WEC-Eng (https://huggingface.co/datasets/Intel/WEC-Eng) and of the unified
cross-document corpora (https://arxiv.org/abs/2603.00621), as their files have them: `tokens_number`, not
`tokens_numbers`. Tokens count from 0 in their sentence, and `mention_context` is that sentence, so `tokens_number` and
`tokens_number_context` are the same. No parser is asked: `mention_head` is the last token, its lemma is itself, and its
part of speech `UNK`. `coref_chain` is unique in the file; a span that can have no chain, such as a figure, has one for
itself.

Ours are `start` and `end` (code points of the article, end-exclusive) and `variorum`, which says where in the side file
of texts a mention belongs (`annotations.formats.shared.side_texts`), and keeps what the fields above have no place for.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.mentions_foreign import read_alone
from annotations.formats.mentions_read import read_with_texts
from annotations.formats.shared.gold_rows import BESIDE, told
from annotations.formats.shared.json_text import joined, json_line
from annotations.formats.shared.sentences import tokens_of
from annotations.formats.shared.side_texts import side_of, write_known
from annotations.formats.shared.whole_tokens import pieces, sentences_with_parts, whole
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Annotation
from corpus.offsets import Unit

IDENTITY: Final = "IDENTITY"
UNKNOWN: Final = "UNK"
_FIELDS: Final = (b'"mention_id"', b'"mention_head"', b'"doc_id"', b'"tokens_number"', b'"tokens_str"')


class Mentions:
    """The format of WEC-Eng and of the unified cross-document corpora."""

    name = "mentions"
    suffix = ".json"
    title = "Mentions in JSON: chains across the articles of a story, for cross-document coreference"
    carries = frozenset(
        (
            Part.CLUSTERS,
            Part.LINKS,
            Part.GAPS,
            Part.NOTES,
            Part.ATTRIBUTES,
            Part.STATEMENTS,
            Part.FINISHED,
            Part.STORIES,
            Part.METADATA,
        )
    )
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether an array of objects begins with a mention, or nothing is in it and our texts lie beside it."""
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        if not start.startswith(b"["):
            return False
        if b'"coref_chain"' in head and start[1:].lstrip().startswith(b"{"):
            return any(field in head for field in _FIELDS)
        return not start[1:].strip(b" \r\n\t]") and side_of(path).is_file()

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write an object for each annotation, and the texts beside them; returns what is not whole tokens.

        Raises ExportError when a surface is not what stands at its span.
        """
        left_out: list[LeftOut] = []
        with out.open("wb") as stream, side_of(out).open("wb") as side:
            stream.write(b"[")
            before = b"\n"
            for number, story in enumerate(stories):
                chains = _Chains(story)
                for at, article in enumerate(story.articles):
                    check_surfaces(article)
                    written = _Written(story, article, chains)
                    for mention in written.mentions(number, at):
                        stream.write(before + mention)
                        before = b",\n"
                    left_out += written.left_out
                    write_known(side, number, story, article, {"statements": told(story, article)["statements"]})
            stream.write(b"\n]\n")
        return left_out

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read story by story with the texts beside the file.

        A file of others (`annotations.formats.mentions_foreign`) is held as a whole, since its mentions come chain by
        chain. A story is then a topic with its subtopic, or the whole file where it has none.
        """
        side = side_of(path)
        return read_with_texts(path, side, how) if side.is_file() else read_alone(path, how)


MENTIONS: Final = Mentions()


class _Chains:
    """The chain of each annotation of a story, and what describes a chain: its name, else its first mention."""

    def __init__(self, story: GoldStory) -> None:
        surfaces = {one.id: one.surface for article in story.articles for one in article.annotations}
        self.of = {each: one for one in story.clusters for each in one.members}
        self.said = {one.id: one.name or _one_line(surfaces[one.members[0]]) for one in story.clusters}


class _Written:
    """An article as mentions."""

    def __init__(self, story: GoldStory, gold: GoldArticle, chains: _Chains) -> None:
        self._story = story
        self._gold = gold
        self._chains = chains
        self._sentences = sentences_with_parts(gold)
        self._tokens = tokens_of(gold.article.text, self._sentences)
        self._fitting, self.left_out = whole(gold, self._tokens, told=True)

    def mentions(self, document: int, number: int) -> Iterator[bytes]:
        """An object for each annotation that is whole tokens, as it is written."""
        first, sentence, context = 0, 0, self._context(0)
        for at, one in enumerate(self._fitting):
            # Both are sorted, and a span lies in one sentence.
            while self._sentences[sentence].span.end <= one.span.start:
                first += len(self._sentences[sentence].tokens)
                sentence += 1
                context = self._context(sentence)
            identity = f"{self._gold.article.id}_{at}"
            own = {"document": document, "article": number, **self._kept(one)}
            whose = self._whose(one, identity)
            words = {**whose, "sent_id": sentence, **self._words(one, first)}
            key = f"{whose['topic_id']}/{whose['topic_id']}/{self._gold.article.id}"
            place = {"conll_doc_key": key, "start": one.span.start, "end": one.span.end, BESIDE: own}
            yield joined(json_line(words), context, json_line(place))

    def _context(self, number: int) -> bytes:
        """A sentence as it is written for all mentions in it, which may be many and each of many words."""
        words = self._sentences[number].tokens if self._sentences else ()
        return json_line({"mention_context": [token.surface(self._gold.article.text) for token in words]})

    def _words(self, one: Annotation, first: int) -> dict[str, Any]:
        """What a mention says of its words; `first` is the number of the first token of its sentence."""
        cluster, text = self._chains.of.get(one.id), self._gold.article.text
        numbers = [at - first for part in pieces(one) for at in self._tokens.touched(part)]
        tokens = [self._tokens[first + at] for at in numbers]
        return {
            "tokens_number": numbers,
            "tokens_number_context": numbers,
            "tokens_str": " ".join(_one_line(part.surface(text)) for part in pieces(one)),
            "tokens_text": tokens,
            "mention_head": tokens[-1],
            "mention_head_id": numbers[-1],
            "mention_head_lemma": tokens[-1],
            "mention_head_pos": UNKNOWN,
            "mention_ner": one.label,
            "mention_type": one.label,
            "mention_full_type": one.label,
            "is_continuous": not one.parts,
            "is_singleton": cluster is None or len(cluster.members) == 1,
        }

    def _whose(self, one: Annotation, identity: str) -> dict[str, Any]:
        """A mention's chain and where in the dataset it is."""
        cluster, source = self._chains.of.get(one.id), self._gold.article
        topic, title = self._story.id or source.id, self._story.title or source.title
        return {
            "mention_id": identity,
            "coref_chain": cluster.id if cluster else identity,
            "coref_type": IDENTITY,
            "description": self._chains.said[cluster.id] if cluster else _one_line(one.surface),
            "topic_id": topic,
            "topic": title,
            "subtopic_id": topic,
            "subtopic": title,
            "doc_id": source.id,
            "doc": source.name,
        }

    def _kept(self, one: Annotation) -> dict[str, Any]:
        cluster = self._chains.of.get(one.id)
        return {
            "chained": cluster is not None,
            "name": cluster.name if cluster else "",
            "external_id": cluster.external_id if cluster else "",
            "parts": [{"start": part.start, "end": part.end} for part in one.parts],
            "note": one.note,
            "attributes": [{"name": name, "value": value} for name, value in one.attributes],
        }


def _one_line(text: str) -> str:
    return " ".join(text.split())
