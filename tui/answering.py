"""What an answer to a question decides: on the desk, as the same events as its keys make."""

import re
from collections.abc import Iterable
from typing import Final

from annotations import decide
from annotations.decide import RefusedError
from annotations.events import Finished
from annotations.labels import Label
from annotations.model import Annotation, Proposal, Tie, Verdict
from corpus.display import shown, shown_line
from corpus.label_map import BOILERPLATE
from corpus.names import normal_name
from corpus.span import Span
from tui.actions.figures import Subject, record
from tui.actions.follow import to_spot
from tui.actions.link import link
from tui.compared import Spot
from tui.desk import Desk
from tui.questions import Kind, Question, target_of, tie_of
from tui.spoken import sentence_of
from tui.workspace import new_id

TIES: Final = {"a": Tie.AGREEMENT, "r": Tie.REFINEMENT, "o": Tie.REFINEMENT, "d": Tie.SCOPE}
_NOTHING: Final = "there is nothing of that kind to change here: answer y, n or s"
_ASKS: Final = {
    (Kind.SPAN, "e"): "the new words as they stand in the sentence, or a label",
    (Kind.SPAN, "l"): "the label, by its name or key",
    (Kind.REGION, "e"): "the words of this passage that are boilerplate",
    (Kind.NAME, "e"): "the name of the story that it stands for",
}
VERDICTS: Final = {"y": Verdict.ACCEPTED, "n": Verdict.REJECTED, "s": Verdict.UNSURE}


def carry_out(desk: Desk, question: Question, letter: str, words: str) -> None:
    """Decide as an answer says: `letter` is y, n or s; one of TIES; or e or l, with `words`. Raises RefusedError."""
    verdict = VERDICTS.get(letter)
    if letter in TIES:
        _compare(desk, question, letter)
    elif verdict is None:
        _edit(desk, question, letter, words)
    elif question.kind is Kind.FINISH:
        if verdict is Verdict.ACCEPTED:
            desk.decide(desk.views[question.spot.article], Finished())
    elif question.other is not None:
        _tie(desk, question, question.other, verdict)
    else:
        _judge(desk, question, verdict)


def label_of(labels: Iterable[Label], words: str) -> Label | None:
    """The label that words name: by its name, its short form or its keys, whatever their case."""
    wanted = "".join(words.split()).lower()
    for label in labels:
        if wanted in {label.name.lower(), label.short.lower(), "".join(label.key.split()).lower()}:
            return label
    return None


def found_in(text: str, whole: Span, near: Span, words: str) -> Span | None:
    """Where words stand in a stretch of a text as it is shown, nearest to `near`; None where they do not.

    Blanks match any white space; where the words stand nowhere as they are written, case does not count.
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    stretch = shown(whole.surface(text))
    for flags in (re.NOFLAG, re.IGNORECASE):
        matches = re.finditer(pattern, stretch, flags) if words.split() else iter(())
        spans = [Span(whole.start + match.start(), whole.start + match.end()) for match in matches]
        if spans:
            return min(spans, key=lambda span: (not span.overlaps(near), abs(span.start - near.start)))
    return None


def _tie(desk: Desk, question: Question, other: Spot, verdict: Verdict) -> None:
    """Judge the tie that a question asks for; what else was said of two figures goes, as the answer is a new one."""
    ends = desk.ties.end(question.spot), desk.ties.end(other)
    said = desk.ties.between(question.spot, other) if question.kind is Kind.CONFLICT else None
    gone = said.tie if said is not None and said.tie is not Tie.CONFLICT else None
    if gone is None and desk.ties.verdict(tie_of(question), question.spot, other) == verdict.value:
        return
    changes = decide.set_tie(tie_of(question), verdict, *ends)
    untied = decide.untie(gone, *ends) if gone is not None and verdict is not Verdict.ACCEPTED else ()
    desk.relate((*changes, *untied))


def _compare(desk: Desk, question: Question, letter: str) -> None:
    """Two figures are something else to each other than in conflict."""
    if question.kind is not Kind.CONFLICT or question.other is None:
        message = "only two figures can be that to each other: answer y, n or s"
        raise RefusedError(message)
    one, other = (question.other, question.spot) if letter == "o" else (question.spot, question.other)
    there = desk.ties.end(other)
    known = desk.ties.end(one).state.relations.get((TIES[letter], one.span, there.article_id, there.span))
    if known is None or known.verdict is not Verdict.ACCEPTED:
        record(desk, Subject(one), TIES[letter], Verdict.ACCEPTED, other)


def _judge(desk: Desk, question: Question, verdict: Verdict) -> None:
    view, target = desk.views[question.spot.article], _target(desk, question)
    if isinstance(target, Annotation) and target.verdict is verdict:
        return
    if verdict is Verdict.ACCEPTED:
        _accept(desk, question, target.span, target.label)
        return
    state = desk.workspace.state(view.article.id)
    desk.decide(view, *decide.set_verdict(state, view.text, verdict, target=target, new_id=new_id()))


def _accept(desk: Desk, question: Question, span: Span, label: str) -> None:
    view, target = desk.views[question.spot.article], _target(desk, question)
    if desk.label_named(label) is None and label != BOILERPLATE:
        message = f"{shown_line(label)} is not in the label set; l gives another label"
        raise RefusedError(message)
    state = desk.workspace.state(view.article.id)
    desk.decide(view, *decide.label_span(state, view.text, span, label, target=target, new_id=new_id()))


def _target(desk: Desk, question: Question) -> Annotation | Proposal:
    target = target_of(desk, question)
    if target is None:
        message = "that mark is gone"
        raise RefusedError(message)
    return target


def asked_for(question: Question, letter: str) -> str:
    """What is asked for behind a bare e or l. Raises RefusedError where a question has nothing of that kind."""
    asks = _ASKS.get((question.kind, letter))
    if asks is None:
        raise RefusedError(_NOTHING)
    return f"{asks}; an empty line leaves it as it is"


def _edit(desk: Desk, question: Question, letter: str, words: str) -> None:
    if question.kind is Kind.NAME and letter == "e" and question.other is not None:
        _link(desk, question, words)
    elif question.kind is Kind.REGION and letter == "e":
        span = found_in(desk.views[question.spot.article].text, question.spot.span, question.spot.span, words)
        _accept(desk, question, span or _neither(words, "in that passage"), BOILERPLATE)
    elif question.kind is Kind.SPAN:
        _relabel(desk, question, words) if letter == "l" else _change(desk, question, words)
    else:
        raise RefusedError(_NOTHING)


def _relabel(desk: Desk, question: Question, words: str) -> None:
    label = label_of(desk.workspace.labels.labels, words)
    if label is None:
        names = " ".join(one.name for one in desk.workspace.labels.labels)
        message = f"no label {shown_line(words)}; there are: {names}"
        raise RefusedError(message)
    _accept(desk, question, _target(desk, question).span, label.name)


def _change(desk: Desk, question: Question, words: str) -> None:
    """Other words of the sentence; a label as it is spelt comes before them, one by its key behind them."""
    view, target = desk.views[question.spot.article], _target(desk, question)
    span = found_in(view.text, sentence_of(view, question.spot.span), target.span, words)
    if desk.label_named(words) is not None or span is None:
        if label_of(desk.workspace.labels.labels, words) is None:
            _neither(words, "in the sentence, and no label")
        _relabel(desk, question, words)
        return
    _accept(desk, question, span, target.label)


def _link(desk: Desk, question: Question, words: str) -> None:
    """Another name of the story, which the mention stands for; by its title or any of its forms."""
    compared, spot = desk.compared, question.other
    if compared is None or spot is None:
        return
    clusters = list(compared.clusters())
    titled = (one for one in clusters if normal_name(compared.title(one)) == normal_name(words))
    cluster = next(titled, compared.cluster_named(normal_name(words)))
    if cluster < 0:
        _neither(words, "a name of the story")
    to_spot(desk, spot)
    link(cluster)(desk)


def _neither(words: str, what: str) -> Span:
    message = f"{shown_line(words)} is not {what}"
    raise RefusedError(message)
