"""The tokens of a task, as Prodigy wants them: spaCy's of the language of the article, and which of them a span is."""

from bisect import bisect_left
from typing import Any

from corpus.tokenizer import doc_of


class TaskTokens:
    """The tokens of a `text`; not `known` where spaCy does not keep it as it is, and Prodigy then makes its own."""

    def __init__(self, text: str, lang: str) -> None:
        self._rows: list[dict[str, Any]] = []
        self.known = True
        try:
            doc = doc_of(text, lang)
        except ValueError:
            self.known = False
            return
        for token in doc:
            place = {"text": token.text, "start": token.idx, "end": token.idx + len(token), "id": token.i}
            self._rows.append({**place, "ws": bool(token.whitespace_)})
        self._starts = [row["start"] for row in self._rows]
        self._ends = [row["end"] for row in self._rows]

    def rows(self) -> list[dict[str, Any]]:
        """The tokens, each with `ws`: whether a space follows."""
        return self._rows

    def fits(self, start: int, end: int) -> bool:
        """Whether a span begins where a token does and ends where one does; so does every one, without tokens."""
        return not self.known or bool(self.of(start, end))

    def of(self, start: int, end: int) -> dict[str, int]:
        """The first and the last token of a span, both included; empty where it cuts one."""
        if not self.known:
            return {}
        first, last = bisect_left(self._starts, start), bisect_left(self._ends, end)
        if (
            first < len(self._starts)
            and self._starts[first] == start
            and last < len(self._ends)
            and self._ends[last] == end
        ):
            return {"token_start": first, "token_end": last}
        return {}
