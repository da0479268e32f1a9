"""Cross-document mentions of others read: WEC-Eng, and the unified corpora with or without their texts.

Their texts are a file of five columns in the same folder, `dataset.conll` or the only one that ends so: topic, subtopic
and document (the `conll_doc_key` of a mention), sentence, number, word and chain. Without it the text is what mentions
have around them: an article is a context that is no beginning of another one of its document.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, Final, TypeAlias

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.conll2012_read import documents
from annotations.formats.mentions_read import same_words
from annotations.formats.shared.accepted import NO_LABEL, accepted
from annotations.formats.shared.gold_rows import shape
from annotations.formats.shared.json_files import Record, objects
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Annotation
from corpus.article import Article
from corpus.span import Span

_UNSAID: Final = frozenset(("", "O", "UNK"))
_CONLL: Final = ".conll"
_Chains: TypeAlias = defaultdict[str, list[tuple[Record, str]]]
"""The mentions of each chain, with the ids of their annotations."""


@dataclass(slots=True, eq=False)
class _Context:
    """Words, and the mentions among them; `sentences` are the first word of each, by their numbers, where known."""

    words: Sequence[str]
    sentences: Mapping[str, int] = field(default_factory=dict)
    mentions: list[Record] = field(default_factory=list)


def read_alone(path: Path, how: How) -> Iterator[GoldStory]:
    """The stories of a file, which is held as a whole. Raises ReadError."""
    topics: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for mention in objects(path):
        lacks = {"coref_chain", "doc_id", "tokens_str"} - mention.value.keys()
        if lacks:
            raise ReadError(f"a mention without {min(lacks)}", where=mention.where)
        topics[_topic(mention.value, path)].append(mention)
    texts = _texts(path)
    for number, (topic, mentions) in enumerate(topics.items()):
        yield _story(number, topic, _contexts(mentions, texts), how)


def _topic(mention: Mapping[str, Any], path: Path) -> tuple[str, str]:
    """Topic and subtopic by their ids, and the title of the narrower one; the file where it knows none."""
    ids = [str(mention.get(key, "")) for key in ("topic_id", "subtopic_id")]
    identity = "/".join(dict.fromkeys(filter(None, ids))) or path.stem
    titles = (str(mention.get(key) or "-") for key in ("subtopic", "topic"))
    return identity, next((title for title in titles if title != "-"), identity)


def _texts(path: Path) -> dict[str, _Context]:
    """The texts in the folder of a file, by their keys. Raises ReadError."""
    there = sorted(one for one in path.parent.iterdir() if one.suffix == _CONLL and one.is_file())
    named = [one for one in there if one.stem == "dataset"] or there
    found: dict[str, _Context] = {}
    for document in documents(named[0]) if len(named) == 1 else ():
        for (key, _), rows in groupby(document.rows, key=lambda row: row.article):
            own = list(rows)
            sentences: dict[str, int] = {}
            for at, row in enumerate(own):
                sentences.setdefault(row.sentence[1], at)
            found[key] = _Context([row.word for row in own], sentences)
    return found


def _contexts(mentions: Sequence[Record], texts: Mapping[str, _Context]) -> list[tuple[str, _Context]]:
    """The articles of a story by their names: whole texts, else what mentions have around them, the longest first."""
    found: dict[tuple[str, str], list[_Context]] = {}
    beginning: defaultdict[tuple[str, str, str], list[_Context]] = defaultdict(list)  # also by their first word
    for mention in sorted(mentions, key=lambda one: -len(one.value.get("mention_context") or ())):
        document = str(mention.value.get("doc") or mention.value["doc_id"]), str(mention.value["doc_id"])
        own = found.setdefault(document, [])
        context = texts.get(str(mention.value.get("conll_doc_key")))
        if context is not None and context not in own:
            own.append(context)
        elif context is None:
            words = _words(mention)
            near = beginning[*document, words[0]]
            context = next((one for one in near if one.words[: len(words)] == words), None)
            if context is None:
                context = _Context(words)
                own.append(context)
                near.append(context)
        context.mentions.append(mention)
    return [
        (name if len(own) == 1 else f"{name}#{at}", context)
        for (name, _), own in sorted(found.items())
        for at, context in enumerate(own, 1)
    ]


def _words(mention: Record) -> list[str]:
    """Raises ReadError for a mention without the words around it."""
    words = mention.value.get("mention_context")
    if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words):
        todo = "give mention_context, the list of the tokens around the mention, or dataset.conll in the same folder"
        raise ReadError("a mention without the text it is in", where=mention.where, todo=todo)
    return words


def _story(number: int, topic: tuple[str, str], contexts: Sequence[tuple[str, _Context]], how: How) -> GoldStory:
    chains: _Chains = defaultdict(list)
    articles = tuple(_article(name, context, chains, how) for name, context in contexts)
    clusters = tuple(
        Cluster(f"{number}:{chain}", tuple(each for _, each in own), _description(own[0][0].value))
        for chain, own in chains.items()
    )
    identity, title = topic if len(articles) > 1 else ("", "")
    return GoldStory(identity, title, articles, (), clusters)


def _description(mention: Mapping[str, Any]) -> str:
    """What a chain is called; `coref_link` is the name of a page of Wikipedia."""
    return str(mention.get("description") or mention.get("coref_link") or "")


def _article(name: str, context: _Context, chains: _Chains, how: How) -> GoldArticle:
    """Words as an article, a line for each sentence where they are known."""
    firsts = set(context.sentences.values())
    starts = [0]
    pieces: list[str] = []
    for at, word in enumerate(context.words):
        pieces += ("" if not at else "\n" if at in firsts else " ", word)
        starts.append(starts[-1] + len(word) + 1)
    article = Article.of(name, "".join(pieces))
    found: dict[tuple[Span, tuple[Span, ...], str], Annotation] = {}
    for mention in sorted(context.mentions, key=lambda one: one.number):
        with shape(mention.where, "its tokens are not in its context"):
            parts = _parts(_numbers(mention, context), starts)
            span, gaps = Span(parts[0].start, parts[-1].end), tuple(parts) if len(parts) > 1 else ()
            key = (span, gaps, _label(mention.value))
            if key not in found:
                found[key] = accepted(f"{mention.number}", article, tuple(parts), key[-1], how.reviewer)
                chains[str(mention.value["coref_chain"])].append((mention, f"{mention.number}"))
    return GoldArticle(article, "", (), tuple(found[key] for key in sorted(found)))


def _label(mention: Mapping[str, Any]) -> str:
    """The first of its types that is a word."""
    said = (mention.get(key) for key in ("mention_type", "mention_full_type", "mention_ner"))
    return next((one for one in said if isinstance(one, str) and one not in _UNSAID), NO_LABEL)


def _numbers(mention: Record, context: _Context) -> list[int]:
    """The words of a context that a mention is: as it says, else where the context has them just once.

    Raises ReadError where other words stand there.
    """
    found, words = mention.value, context.words
    said = str(found["tokens_str"])
    keys = ("tokens_number",) if context.sentences else ("tokens_number_context", "tokens_number", "tokens_numbers")
    first = context.sentences.get(str(found.get("sent_id")), 0)
    for key in keys:
        numbers = sorted({first + int(one) for one in found.get(key) or ()})
        inside = numbers and numbers[0] >= 0 and numbers[-1] < len(words)
        if inside and same_words("".join(words[at] for at in numbers), said):
            return numbers
    own = found.get("tokens_text") or said.split()
    starts = [at for at in range(len(words)) if words[at : at + len(own)] == own]
    if len(starts) == 1 and same_words("".join(own), said):
        return list(range(starts[0], starts[0] + len(own)))
    todo = "give tokens_number_context, the numbers of its tokens in mention_context"
    raise ReadError(f"{said[:60]!r} is not what its tokens say", where=mention.where, todo=todo)


def _parts(numbers: Sequence[int], starts: Sequence[int]) -> list[Span]:
    """The stretches of words that these are."""
    parts: list[Span] = []
    before = -1
    for at in numbers:
        end = starts[at + 1] - 1
        if parts and before == at - 1:
            parts[-1] = Span(parts[-1].start, end)
        else:
            parts.append(Span(starts[at], end))
        before = at
    return parts
