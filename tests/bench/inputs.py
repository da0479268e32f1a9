"""What is measured: texts of any length with marked names and figures, as projects and as files for the floors."""

import json
import random
from dataclasses import replace
from pathlib import Path

from annotations.analyses import save_analysis
from annotations.store import Store
from corpus.analysis import Mention, analysis_of
from corpus.article import Article, Story
from corpus.models import resolve
from corpus.span import Span
from corpus.units import Units

_NAMES = ("Mira Osland", "Tarn Council", "Veldt", "Port Ames", "Harun Beck", "Ester Line", "Lowmark", "Ilse Grau")
_LABELS = ("PERSON", "ORG", "GPE", "GPE", "PERSON", "ORG", "LOC", "PERSON")
_WORDS = (
    "the a of to in on and by said that after before river gate road water night morning report crews people"
    " homes level rising closed opened moved left found asked told carried under over near against during while"
).split()


def text_with_mentions(words: int, seed: int = 1) -> tuple[str, list[Mention]]:
    """News-like text of that many words, the same for the same seed; about one word in six is marked."""
    chance = random.Random(seed)
    parts: list[str] = []
    mentions: list[Mention] = []
    at, count, sentence = 0, 0, 0
    while count < words:
        draw = chance.random()
        if draw < 0.1:
            number = chance.randrange(len(_NAMES))
            word, label = _NAMES[number], _LABELS[number]
        elif draw < 0.17:
            word, label = f"{chance.randrange(2, 9000):,}", "CARDINAL"
        else:
            word, label = chance.choice(_WORDS), ""
        if label:
            mentions.append(Mention(Span(at, at + len(word)), label))
        count += len(word.split())
        sentence += 1
        tail = " " if sentence % 17 else ("\n" if sentence % 68 == 0 else ". ")
        parts += [word, tail]
        at += len(word) + len(tail)
    return "".join(parts), mentions


def floor_file(folder: Path, name: str, text: str, mentions: list[Mention]) -> Path:
    """The text with its spans as the floors read them."""
    path = folder / f"{name}.jsonl"
    spans = [[one.span.start, one.span.end, one.label] for one in mentions]
    path.write_text(json.dumps({"text": text, "spans": spans}) + "\n", encoding="utf-8")
    return path


def project(folder: Path, name: str, texts: list[tuple[str, list[Mention]]]) -> Path:
    """A project that holds the texts as one story, with their analyses as the default model's."""
    path = folder / f"{name}.variorum"
    store = Store(path)
    articles = [Article.of(f"{name}-{number}.txt", text) for number, (text, _) in enumerate(texts, 1)]
    store.add_story(Story(name, tuple(articles)))
    model = resolve(None).id
    for article, (text, mentions) in zip(articles, texts, strict=True):
        save_analysis(store, article.sha256, analysis_of(model, tokens(text), [], mentions))
    store.close()
    return path


def tokens(text: str) -> list[Span]:
    """The tokens of a text."""
    units = Units(text)
    found: list[Span] = []
    token = units.next_token(0)
    while token is not None and len(found) < len(text):
        found.append(token)
        token = units.next_token(token.end)
    return found


def shifted(mentions: list[Mention], by: int) -> list[Mention]:
    """The same mentions, that many code points further on."""
    return [replace(one, span=Span(one.span.start + by, one.span.end + by)) for one in mentions]
