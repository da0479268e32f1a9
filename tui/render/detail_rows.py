"""All that is known of what is under the cursor, as a plain list: a heading and its lines, one below the other."""

from collections.abc import Iterator, Sequence
from itertools import chain

from annotations.model import About, Annotation, Proposal, Tie
from corpus.display import shown_line
from corpus.label_map import BOILERPLATE, FIGURE_LABELS
from tui.compared import CLUSTER, Compared, Spot, pair_of, spot_of
from tui.desk import Desk
from tui.lights import thing_of
from tui.marks import Mark
from tui.render.cells import cut
from tui.render.moments import on_own_clock
from tui.render.tie_words import SIGNS, hand, place

LONGEST = 40  # cells of the words of a mark among others
Row = tuple[str, str]
"""A heading, which may be empty, and a line of text."""


def details(desk: Desk) -> list[Row]:
    """The marks under the cursor from the innermost out, with what the story says of each; then what is said around."""
    view = desk.view
    edge = view.moving_edge()
    marks = view.marks.covering(edge, edge)
    found = list(_stack(desk, marks)) if len(marks) > 1 else []
    found += chain.from_iterable(_mark(desk, mark) for mark in marks)
    if desk.compared is not None:
        found += [*_said(desk, desk.compared, edge), *_beside(desk)]
    return found or [("", "nothing is known of this place")]


def _stack(desk: Desk, marks: Sequence[Mark]) -> Iterator[Row]:
    """The marks one within the other, from the outermost in: state, label, words, who decided and proposed, why."""
    outermost_first = sorted(marks, key=lambda one: one.span.start - one.span.end)
    for depth, mark in enumerate(outermost_first):
        annotation = mark.of if isinstance(mark.of, Annotation) else None
        proposal = mark.of if isinstance(mark.of, Proposal) else mark.of.origin
        parts = [
            f"{SIGNS[mark.state]} {mark.label}",
            cut(" ".join(mark.span.surface(desk.view.text).split()), LONGEST),
            f"{mark.state} by {annotation.reviewer}" if annotation is not None else mark.state,
            f"proposed by {proposal.model}" if proposal is not None else "marked by hand",
            _why(desk, mark),
        ]
        yield "" if depth else "one in another", shown_line("  " * depth + " · ".join(filter(None, parts)))


def _why(desk: Desk, mark: Mark) -> str:
    """Why a mark was proposed, where the story says so."""
    if desk.compared is None:
        return ""
    if mark.label == BOILERPLATE:
        return desk.compared.why(desk.active, mark)
    marked = desk.compared.marked(desk.active, mark)
    return marked.reason if marked is not None else ""


def _mark(desk: Desk, mark: Mark) -> Iterator[Row]:
    compared = desk.compared
    if mark.label == BOILERPLATE:
        yield "boilerplate", f"{SIGNS[mark.state]} {mark.state}"
        if compared is not None:
            yield "why", shown_line(compared.why(desk.active, mark))
        return
    yield shown_line(mark.label), shown_line(" ".join(mark.span.surface(desk.view.text).split()))
    yield "verdict", f"{SIGNS[mark.state]} {mark.state}"
    yield from _annotation(mark)
    yield from _described(desk, mark)
    marked = compared.marked(desk.active, mark) if compared is not None else None
    if marked is not None and not _is_own(mark):
        yield "score", f"{marked.score} of 100"
        yield "why", shown_line(marked.reason)
    if mark.label in FIGURE_LABELS:
        yield from _by_hand(desk, mark)
    if compared is not None:
        yield from _figure(desk, compared, mark)
        thing = thing_of(desk, desk.active, mark)
        if thing is not None and thing[0] == CLUSTER:
            yield from _cluster(desk, compared, int(thing[1]), marked.why if marked is not None else "")


def _annotation(mark: Mark) -> Iterator[Row]:
    if isinstance(mark.of, Annotation):
        yield "decided", shown_line(f"{on_own_clock(mark.of.decided)} by {mark.of.reviewer}")
        if mark.of.note:
            yield "note", shown_line(mark.of.note)
        origin = mark.of.origin
        if origin is not None:
            other = f", as {origin.label}" if origin.label != mark.label else ""
            yield "proposed by", shown_line(f"{origin.model}{other}")
        return
    yield "proposed by", shown_line(mark.of.model)


def _is_own(mark: Mark) -> bool:
    """Whether a mark says something else than a machine proposed, so that it has no score."""
    if not isinstance(mark.of, Annotation):
        return False
    origin = mark.of.origin
    return origin is None or (origin.span, origin.label) != (mark.span, mark.label)


def _described(desk: Desk, mark: Mark) -> Iterator[Row]:
    """The attributes of a mark, its pieces where it has gaps, and what it is related to, in both directions."""
    if not isinstance(mark.of, Annotation):
        return
    if mark.of.parts:
        pieces = (" ".join(part.surface(desk.view.text).split()) for part in mark.of.parts)
        yield "pieces", shown_line(" … ".join(pieces))
    for name, value in mark.of.attributes:
        yield shown_line(name), shown_line(value)
    yield from (("relation", shown_line(" ".join(told.split()))) for told in _relations(desk, mark.of))


def _relations(desk: Desk, annotation: Annotation) -> Iterator[str]:
    """What an annotation is related to, and what is related to it in any article of the desk."""
    state = desk.workspace.state
    for one in chain.from_iterable(state(view.article.id).connections.values() for view in desk.views):
        source = state(one.article_id).annotations.get(one.source)
        target = state(one.other_id).annotations.get(one.target)
        if source is None or target is None:
            continue
        if one.source == annotation.id:
            yield f"→ {one.kind} {target.surface}"
        elif one.target == annotation.id:
            yield f"← {source.surface} {one.kind} this"


def _cluster(desk: Desk, compared: Compared, cluster: int, why: str) -> Iterator[Row]:
    """A name: what it is called best, why the mention is one of it, and every form with where it stands."""
    yield "the name", shown_line(compared.title(cluster))
    told = compared.told(cluster)
    if compared.given(cluster):
        yield "in the texts", shown_line(compared.best(cluster))
    for heading, field in (("id elsewhere", "id"), ("note on it", "note")):
        if field in told:
            yield heading, shown_line(told[field])
    if why:
        yield "why so", shown_line(why)
    decided = desk.ties.name_verdicts(cluster)
    for variant in compared.variants(cluster):
        sign = SIGNS[decided[variant.name]] if variant.name in decided else " "
        counts = ", ".join(f"{_outlet(desk, index)} {count}" for index, count in variant.counts)
        yield "", f"{sign} {shown_line(variant.surface)}  –  {counts}"
    for spot in desk.ties.left(cluster):
        yield "", f"{SIGNS['rejected']} {shown_line(compared.surface(spot))}  –  {_outlet(desk, spot.article)}"


def _by_hand(desk: Desk, mark: Mark) -> Iterator[Row]:
    """What reviewers said of a figure, and of what it is to others."""
    for (about, span, _, field), one in desk.workspace.state(desk.view.article.id).statements.items():
        if about is About.FIGURE and span == mark.span:
            yield "corrected", shown_line(f"{field} {one.value}, {one.reviewer} says so")
    here = Spot(desk.active, mark.span.start, mark.span.end)
    for other, _ in desk.ties.of_figure(here):
        words = " ".join(other.span.surface(desk.views[other.article].text).split())
        yield "relation", shown_line(f"{hand(desk, here, other)}: {words} {place(desk, other)}")


def _figure(desk: Desk, compared: Compared, mark: Mark) -> Iterator[Row]:
    """A figure: its value, what it counts, what is said of that, who says so; then its row of the ledger."""
    counted = compared.counted(desk.active, mark)
    if counted is None:
        return
    said_by = " – ".join(filter(None, dict.fromkeys((compared.title(counted.claimant), counted.said_by))))
    for heading, text in (
        ("value", counted.value),
        ("counts", counted.counted),
        ("of which is said", counted.predicate),
        ("claimed by", said_by),
    ):
        yield heading, shown_line(text) or "–"
    number = compared.row_of(desk.active, mark)
    if number >= 0:
        yield from _row(desk, compared, number, desk.active, mark)


def _row(desk: Desk, compared: Compared, number: int, index: int, mark: Mark) -> Iterator[Row]:
    row = compared.row(number)
    yield "ledger", f"{row.verdict}: {shown_line(row.about)}"
    own = next((at for at, one in enumerate(row.entries) if (one.article, one.start) == (index, mark.span.start)), -1)
    for at, entry in enumerate(row.entries):
        spot = spot_of(entry)
        told = [entry.value, compared.claimant(entry), f"{place(desk, spot)} {_outlet(desk, entry.article)}"]
        pair = pair_of(row, own, at) if own >= 0 else None
        if pair is not None:
            decided = desk.ties.verdict(Tie.CONFLICT, spot_of(row.entries[own]), spot)
            told.append(f"{SIGNS[decided] if decided else ''}{pair.verdict}: {pair.reason}".removesuffix(": "))
        yield "", shown_line("  ".join(one for one in told if one)) + ("  ← here" if at == own else "")
    for remark in row.remarks:
        yield "remark", shown_line(remark)


def _said(desk: Desk, compared: Compared, edge: int) -> Iterator[Row]:
    said = compared.said(desk.active, edge)
    if said is not None:
        yield "quotation", shown_line(compared.surface(Spot(desk.active, said.start, said.end)))
        named = " – ".join(filter(None, (compared.title(said.speaker), said.said_by)))
        yield "speaker", shown_line(named) or "–"
        yield "why", shown_line(said.reason)


def _beside(desk: Desk) -> Iterator[Row]:
    here = desk.beside.spot()
    for index, partner in sorted(desk.beside.partners.items()):
        passage = partner.passage
        if passage is None or here is None:
            continue
        decided = desk.ties.verdict(Tie.ALIGNED, here, passage.spot)
        told = f"{SIGNS[decided] + ' ' if decided else ''}{place(desk, passage.spot)} {_outlet(desk, index)}"
        yield "passage beside", shown_line(f"{told}  {passage.how or 'nearest'} {passage.score}: {passage.reason}")


def _outlet(desk: Desk, index: int) -> str:
    view = desk.views[index]
    source = shown_line(view.article.metadata.source)
    return f"{view.letter} {source}" if source else view.letter
