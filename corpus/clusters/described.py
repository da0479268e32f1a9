"""What is known of each mention of a story in which people annotated descriptions and pronouns too."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from corpus.clusters.evidence import Evidence
from corpus.clusters.folding import folded
from corpus.clusters.kinds import Kind
from corpus.clusters.nodes import Story
from corpus.clusters.phrases import Phrase, phrase_of
from corpus.clusters.topic import Topic, sentence_starts

_OFF: Final = 0.6  # the weight of a sentence below which it is not about the story's topic


class Described:
    """The mentions of a story by index: their phrases, sentences and sorts, and how they are joined."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.described = story.described
        self.phrases: list[Phrase] = [phrase_of(story.surface(index)) for index in range(len(story.names))]
        self.by_article: list[list[int]] = [[] for _ in story.texts]
        for index, name in enumerate(story.names):
            self.by_article[name.article].append(index)
        for indices in self.by_article:
            indices.sort(key=lambda index: (story.names[index].span.start, story.names[index].span.end))
        self._starts = [sentence_starts(text) for text in story.texts]
        self.sentences = [bisect_right(self._starts[name.article], name.span.start) - 1 for name in story.names]
        self.off_topic = self._off_topic()
        self._named = {self.root(index) for index in range(len(story.names)) if self.is_name(index)}
        self.evidence = self._read()

    def root(self, index: int) -> int:
        """The node that stands for the cluster of a mention."""
        return self.story.joining.root(self.story.node_of[index])

    def kind(self, index: int) -> Kind:
        """The sort of a mention."""
        return self.story.nodes[self.story.node_of[index]].kind

    def label(self, index: int) -> str:
        """The label of a mention: two of different labels are never one."""
        return self.story.names[index].label

    def title(self, index: int) -> str:
        """What a mention is called in a reason."""
        return self.story.title(self.story.node_of[index])

    def plural(self, index: int) -> bool:
        """Whether a mention describes several."""
        return self.described[index] and self.phrases[index].plural

    def is_name(self, index: int) -> bool:
        """Whether a mention is a name itself."""
        return not self.described[index] and self.kind(index) != Kind.TIME

    def is_named(self, index: int) -> bool:
        """Whether the cluster of a mention has a name in it."""
        return self.root(index) in self._named

    def between(self, first: int, second: int) -> str:
        """The text between two mentions of an article; "" where they overlap."""
        one, other = self.story.names[first], self.story.names[second]
        return self.story.texts[one.article][one.span.end : other.span.start]

    def join(self, a: int, b: int, reason: str) -> bool:
        """Joins two mentions unless both are of named things; whether they are one now."""
        if self.root(a) == self.root(b):
            return True
        named = self.is_named(a) or self.is_named(b)
        if self.is_named(a) and self.is_named(b):
            return False
        done = self.story.joining.join(self.story.node_of[a], self.story.node_of[b], reason)
        if done and named:
            self._named.add(self.root(a))
        return done

    def join_equal(self, a: int, b: int, reason: str) -> None:
        """Joins two mentions that have one name or tell one time."""
        both = self.is_named(a) or self.is_named(b)
        if self.story.joining.join(self.story.node_of[a], self.story.node_of[b], reason) and both:
            self._named.add(self.root(a))

    def gender(self, root: int) -> str:
        """Whether a cluster is of a man ("m") or a woman ("f"), as far as the texts tell."""
        members = self.story.joining.members(root)
        return next((found for member in members if (found := self.evidence.gender_of(member))), "")

    def _off_topic(self) -> list[bool]:
        """Which mentions stand in sentences that are not about what the story is about."""
        topic = Topic(self.story.texts)
        weights: dict[tuple[int, int], float] = {}
        for name, sentence in zip(self.story.names, self.sentences, strict=True):
            place = (name.article, sentence)
            if place not in weights:
                text, starts = self.story.texts[name.article], self._starts[name.article]
                end = starts[sentence + 1] if sentence + 1 < len(starts) else len(text)
                weights[place] = topic.weight(text[starts[sentence] : end])
        places = zip(self.story.names, self.sentences, strict=True)
        return [weights[name.article, sentence] < _OFF for name, sentence in places]

    def _read(self) -> Evidence:
        """What all texts say beside the names."""
        entities: dict[str, int] = {}
        for index, phrase in enumerate(self.phrases):
            if self.is_name(index) and phrase.named:
                entities.setdefault(folded(phrase.named.split()[-1]), self.root(index))
        persons = {word for word, root in entities.items() if self.story.nodes[root].kind == Kind.PERSON}
        heads = {
            phrase.head for index, phrase in enumerate(self.phrases) if self.described[index] and not phrase.pronoun
        }
        return Evidence(self.story.texts, entities, persons, heads - entities.keys())


def sentences_apart(described: Described, a: int, b: int) -> int:
    """How many sentences lie between two mentions of an article, whichever comes first."""
    return abs(described.sentences[a] - described.sentences[b])


def near(indices: Sequence[int], at: int, reach: int) -> list[int]:
    """The mentions after place `at` of an article, the nearest first, then those before it; `reach` to each side."""
    return [*indices[at + 1 : at + 1 + reach], *reversed(indices[max(0, at - reach) : at])]
