"""What was said of a mark, of an article and of a story beside labels, in words for the lines around the texts."""

from collections.abc import Iterator

from annotations.model import VERDICT, About, Annotation
from corpus.display import shown_line
from tui.desk import Desk
from tui.marks import Mark
from tui.render.cells import cut
from tui.render.words import Words

_LONGEST = 24  # cells of a value


def described(desk: Desk, mark: Mark) -> list[Words]:
    """The attributes of a mark, its pieces where it has gaps, and what it is related to."""
    if not isinstance(mark.of, Annotation):
        return []
    words: list[Words] = []
    if mark.of.parts:
        pieces = " … ".join(_short(part.surface(desk.view.text)) for part in mark.of.parts)
        words.append((f" ({pieces})", "dim"))
    words += [(f" {shown_line(name)}={_short(value)}", "dim") for name, value in mark.of.attributes]
    return words + [(f" → {told}", "dim") for told in _relations(desk, mark.of)]


def _relations(desk: Desk, source: Annotation) -> Iterator[str]:
    """What an annotation is related to, as far as it is on the desk."""
    connections = desk.workspace.state(source.article_id).connections
    for one in connections.values() if connections else ():
        target = desk.workspace.state(one.other_id).annotations.get(one.target)
        if one.source == source.id and target is not None:
            yield f"{shown_line(one.kind)} {_short(target.surface)}"


def said_of_article(desk: Desk, article_id: str) -> str:
    """What was said of a whole article, in one line; "" for nothing."""
    statements = desk.workspace.state(article_id).statements
    found = [(key[3], one.value) for key, one in statements.items() if key[0] is About.ARTICLE] if statements else []
    told = (_short(value) if field == VERDICT else f"{shown_line(field)}: {_short(value)}" for field, value in found)
    return ", ".join(told)


def _short(words: str) -> str:
    return cut(shown_line(" ".join(words.split())), _LONGEST)
