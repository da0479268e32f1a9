"""How many spans begin or end inside a word, where a file does not say what stands there: a sign of wrong offsets.

Words are told apart by letters that are large or small, and digits: other scripts write words together, or join small
words to the next one.
"""

from dataclasses import dataclass

from annotations.gold import GoldArticle


@dataclass(slots=True)
class Edges:
    """What was counted so far: `spans` without a surface, those `inside` a word at an edge, and those at `both`."""

    spans: int = 0
    inside: int = 0
    both: int = 0

    def take(self, article: GoldArticle) -> None:
        """Count the spans of an article, which lie in its text."""
        text = article.article.text
        for one in (*article.annotations, *article.boilerplate):
            if not one.surface:
                cut = _within_word(text, one.span.start) + _within_word(text, one.span.end)
                self.spans += 1
                self.inside += cut > 0
                self.both += cut > 1

    @property
    def strange(self) -> int:
        """How many spans begin or end inside a word; 0 where it is the few that a person may have meant."""
        return self.inside if self.both or 2 * self.inside > self.spans else 0


def _within_word(text: str, at: int) -> bool:
    if not 0 < at < len(text) or not text[at - 1].isalnum() or not text[at].isalnum():
        return False
    return _is_letter(text[at - 1]) and _is_letter(text[at])


def _is_letter(char: str) -> bool:
    return char.isdecimal() or (char.isalpha() and char.lower() != char.upper())
