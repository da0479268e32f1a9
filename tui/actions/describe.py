"""Describing: attributes and pieces of marks, relations between them, labels and verdicts of articles and stories."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from annotations import decide, describe
from annotations.article_state import ArticleState
from annotations.decide import RefusedError
from annotations.events import Change
from annotations.model import VERDICT, About, Annotation, Proposal, Verdict
from annotations.schemes import CHOICE, TEXT, YES, Field, RelationType
from corpus.span import Span, trimmed
from tui.actions.hints import Hinting, annotations_in_sight
from tui.actions.target import Target, target_here
from tui.hints import ranked
from tui.menu import Answer, Menu
from tui.wishes import AskWords
from tui.workspace import new_id

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[["Desk"], None]
Give = Callable[["Desk", str, str], None]
"""Takes the desk, a field and its value."""


def attributes(desk: "Desk") -> None:
    """Choose an attribute of the mark here, and its value; an open proposal is thereby accepted."""
    target = _target(desk)
    fields = desk.workspace.labels.schemes.of_label(target.label)
    values = dict(target.attributes) if isinstance(target, Annotation) else {}
    _ask(desk, f"{target.label}:", fields, values, _set_attribute)


def _set_attribute(desk: "Desk", name: str, value: str) -> None:
    view, target = desk.view, _target(desk)
    changes: tuple[Change, ...] = ()
    identity = new_id()
    if isinstance(target, Proposal):
        changes = decide.label_span(_state(desk), view.text, target.span, target.label, target=target, new_id=identity)
        desk.decide(view, *changes, *describe.attribute(_made(identity, desk, target), name, value))
    else:
        identity = target.id
        desk.decide(view, *describe.attribute(target, name, value))
    view.target = view.marks.annotation(identity)
    desk.last_act = partial(_repeat_attribute, name=name, value=value)
    desk.message = f"{name}: {value or 'not set'}"


def _made(identity: str, desk: "Desk", target: Proposal) -> Annotation:
    """The annotation that accepting a proposal makes, as far as its description goes."""
    surface, reviewer = target.span.surface(desk.view.text), desk.workspace.reviewer
    place = (identity, desk.view.article.id, target.span, surface, target.label)
    return Annotation(*place, Verdict.ACCEPTED, target, reviewer, "", "")


def _repeat_attribute(desk: "Desk", name: str, value: str) -> None:
    fields = desk.workspace.labels.schemes.of_label(_target(desk).label)
    if name not in {one.name for one in fields}:
        message = f"{_target(desk).label} has no {name}"
        raise RefusedError(message)
    _set_attribute(desk, name, value)


def article(desk: "Desk") -> None:
    """Choose a label of the whole article."""
    fields = desk.workspace.labels.schemes.of(About.ARTICLE.value)
    _ask(
        desk,
        f"article {desk.view.letter}:",
        fields,
        of_article(desk, desk.active),
        partial(_state_field, about=About.ARTICLE),
    )


def story(desk: "Desk") -> None:
    """Choose a label of the whole story."""
    fields = desk.workspace.labels.schemes.of(About.STORY.value)
    _ask(desk, "story:", fields, of_story(desk), partial(_state_field, about=About.STORY))


def judge(about: About, verdict: Verdict) -> Action:
    """Accept or reject the whole article or story, or leave it unsure; the same once more takes it back."""

    def give(desk: "Desk") -> None:
        whole = of_story(desk) if about is About.STORY else of_article(desk, desk.active)
        value = "" if whole.get(VERDICT) == verdict.value else verdict.value
        _state_field(desk, VERDICT, value, about=about)
        what = f"article {desk.view.letter}" if about is About.ARTICLE else "the story"
        desk.message = f"{what}: {f'{value} as a whole; its proposals are untouched' if value else 'no verdict'}"

    return give


def of_article(desk: "Desk", index: int) -> dict[str, str]:
    """What was said of a whole article: values by field."""
    statements = desk.workspace.state(desk.views[index].article.id).statements
    return {key[3]: one.value for key, one in statements.items() if key[0] is About.ARTICLE}


def of_story(desk: "Desk") -> dict[str, str]:
    """What was said of the whole story, in whichever of its articles: values by field."""
    return {field: value for field, (_, value) in _said_of_story(desk).items()}


def _said_of_story(desk: "Desk") -> dict[str, tuple[int, str]]:
    """By field: the article in whose log it stands, and the value that was said last."""
    found: dict[str, tuple[str, int, str]] = {}
    story_id = desk.workspace.story.id
    for index, view in enumerate(desk.views):
        for (about, _, of, field), one in desk.workspace.state(view.article.id).statements.items():
            if about is About.STORY and of == story_id:
                found[field] = max(found.get(field, ("", 0, "")), (one.decided, index, one.value))
    return {field: (index, value) for field, (_, index, value) in found.items()}


def _state_field(desk: "Desk", name: str, value: str, *, about: About) -> None:
    index, whose = desk.active, ""
    if about is About.STORY:
        whose = desk.workspace.story.id
        if not whose:
            message = "the project is still being made; in a moment"
            raise RefusedError(message)
        index = _said_of_story(desk).get(name, (desk.active, ""))[0]
    view = desk.views[index]
    state = desk.workspace.state(view.article.id)
    desk.relate([(view.article.id, one) for one in describe.state_of(state, about, name, value, story=whose)])
    desk.message = f"{name}: {value or 'not set'}"


def add_part(desk: "Desk") -> None:
    """Add what is selected to the mark that was decided on last, which then has a gap."""
    view = desk.view
    last = desk.last_mark
    target = _state(desk).annotations.get(last.id) if last is not None else None
    selected = view.selection.span or view.units.token_at(view.moving_edge())
    span = trimmed(view.text, selected.start, selected.end) if selected is not None else None
    if target is None or span is None:
        message = "mark the first piece in this article, then select the next one"
        raise RefusedError(message)
    desk.decide(view, *describe.add_part(_state(desk), view.text, target, span))
    view.target = view.marks.annotation(target.id)
    pieces = view.target.parts if isinstance(view.target, Annotation) else ()
    told = " … ".join(" ".join(one.surface(view.text).split()) for one in pieces)
    desk.message = f"{target.label} {told}"


def relate(desk: "Desk") -> None:
    """Choose a relation of the mark here, then by its letters the mark that it has it to."""
    source = _annotation(desk)
    types = [one for one in desk.workspace.labels.schemes.relations if one.fits(source.label)]
    if not types:
        message = f"the label set has no relation for {source.label}"
        raise RefusedError(message)
    answers = [Answer(one.name, partial(_ask_target, source=source, kind=one)) for one in types]
    desk.mode = Menu("RELATION", f"{' '.join(source.surface.split())} …", answers)


def _ask_target(desk: "Desk", source: Annotation, kind: RelationType) -> None:
    there = {
        (index, one.span): one
        for index, one in annotations_in_sight(desk)
        if one.id != source.id and kind.fits(source.label, one.label)
    }
    if not there:
        message = f"no mark in sight that it can be “{kind.name}”"
        raise RefusedError(message)

    def take(desk: "Desk", index: int, span: Span) -> None:
        connect(desk, kind.name, source, there[index, span])

    places = [(0, index, span) for index, span in there]
    desk.mode = Hinting(desk, "RELATION", ranked(places, (desk.active, desk.view.selection.start)), take)


def connect(desk: "Desk", kind: str, source: Annotation, target: Annotation) -> None:
    """Relate two marks, or take the relation away that they have."""
    changes = describe.connect(desk.workspace.state(source.article_id), kind, source, target)
    ends = f"{' '.join(source.surface.split())} → {' '.join(target.surface.split())}"
    desk.relate(changes)
    made = (kind, source.id, target.article_id, target.id) in desk.workspace.state(source.article_id).connections
    desk.message = f"{kind}: {ends}" if made else f"no longer {kind}: {ends}"


def _ask(desk: "Desk", question: str, fields: Sequence[Field], said: dict[str, str], give: Give) -> None:
    """Ask for a field, then for its value; where there is one field, for its value at once."""
    if not fields:
        message = f"the label set has nothing to say of {question.rstrip(':')}"
        raise RefusedError(message)
    answers = [
        Answer(_told(one, value), partial(_ask_value, field=one, said=value, give=give))
        for one, value in ((one, said.get(one.name, "")) for one in fields)
    ]
    desk.mode = Menu("DESCRIBE", question, answers)
    if len(fields) == 1:
        desk.mode.press(desk, "1")


def _ask_value(desk: "Desk", field: Field, said: str, give: Give) -> None:
    if field.kind == TEXT:
        desk.wish(AskWords(field.name, said, lambda desk, words: give(desk, field.name, " ".join(words.split()))))
        return
    if field.kind == CHOICE:
        desk.mode = Menu("DESCRIBE", f"{field.name}:", list(_values(field, said, give)))
        return
    give(desk, field.name, "" if said else YES)


def _values(field: Field, said: str, give: Give) -> Iterator[Answer]:
    for value in field.values:
        new = "" if value == said else value
        yield Answer(value, _giving(give, field.name, new), holds=value == said)


def _giving(give: Give, name: str, value: str) -> Action:
    return lambda desk: give(desk, name, value)


def _told(field: Field, said: str) -> str:
    return f"{field.name}={said}" if said else field.name


def _target(desk: "Desk") -> Target:
    return target_here(desk, "nothing is marked here")


def _annotation(desk: "Desk") -> Annotation:
    target = _target(desk)
    if isinstance(target, Proposal):
        message = "only proposed so far: accept it first"
        raise RefusedError(message)
    return target


def _state(desk: "Desk") -> ArticleState:
    return desk.workspace.state(desk.view.article.id)
