"""Random decisions, for the tests of the log and of what it amounts to."""

from typing import Final

from hypothesis import strategies as st

from annotations.events import (
    Attributed,
    Change,
    Connected,
    Deleted,
    Disconnected,
    Finished,
    Judged,
    Noted,
    Parted,
    Redone,
    Rejudged,
    Relabelled,
    Related,
    Reopened,
    Resized,
    Stated,
    Step,
    Undone,
    Unrelated,
)
from annotations.model import About, Proposal, Tie, Verdict
from corpus.span import Span

TEXT: Final = "The 1st of May: Ada 👩🏻‍🚒 met Bob.\r\n"

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
verdicts = st.sampled_from(Verdict)
any_span = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 10**9), st.integers(1, 10**9))
proposals = st.builds(Proposal, any_span, words, words)
steps = st.builds(Step, words, st.integers(1, 10**9))

any_change = st.one_of(
    st.builds(Judged, words, any_span, words, words, verdicts, st.none() | proposals),
    st.builds(Rejudged, words, verdicts),
    st.builds(Relabelled, words, words),
    st.builds(Resized, words, any_span, words),
    st.builds(Noted, words, words),
    st.builds(Deleted, words),
    st.builds(Parted, words, st.lists(any_span, min_size=1).map(tuple), words),
    st.builds(Attributed, words, words, words),
    st.builds(Stated, st.sampled_from(About), st.none() | any_span, words, words, words, words),
    st.builds(Connected, words, words, words, words),
    st.builds(Disconnected, words, words, words, words),
    st.just(Finished()),
    st.just(Reopened()),
    st.builds(Related, st.sampled_from(Tie), any_span, words, words, any_span, words, verdicts),
    st.builds(Unrelated, st.sampled_from(Tie), any_span, words, any_span),
    st.builds(Undone, steps),
    st.builds(Redone, steps),
)

# Few identities, spans and labels, so that decisions meet: on things that are gone, and on places that are taken.
identities = st.sampled_from("abcd")
labels = st.sampled_from(["PERSON", "ORG"])
spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 2), st.integers(1, 2))
origins = st.none() | st.builds(Proposal, spans, labels, st.just("model 1"))


def _judged(identity: str, span: Span, label: str, verdict: Verdict, origin: Proposal | None) -> Change:
    return Judged(identity, span, span.surface(TEXT), label, verdict, origin)


def _resized(identity: str, span: Span) -> Change:
    return Resized(identity, span, span.surface(TEXT))


changes = st.one_of(
    st.builds(_judged, identities, spans, labels, verdicts, origins),
    st.builds(_judged, identities, spans, labels, verdicts, origins),
    st.builds(Rejudged, identities, verdicts),
    st.builds(Relabelled, identities, labels),
    st.builds(_resized, identities, spans),
    st.builds(Noted, identities, st.sampled_from(["", "why?"])),
    st.builds(Deleted, identities),
    st.just(Finished()),
    st.just(Reopened()),
    st.builds(Related, st.sampled_from(Tie), spans, st.just(""), st.just("here"), spans, st.just(""), verdicts),
    st.builds(Unrelated, st.sampled_from(Tie), spans, st.just("here"), spans),
)

# What a reviewer does next, in which of two windows and on which of two articles: a step of changes, or undo or redo
# of the step that is so many from the end of its stack.
moves = st.tuples(
    st.sampled_from(["one", "two"]),
    st.integers(0, 1),
    st.one_of(
        st.lists(changes, min_size=1, max_size=3),
        st.tuples(st.just("undo"), st.integers(0, 2)),
        st.tuples(st.just("redo"), st.integers(0, 2)),
    ),
)
