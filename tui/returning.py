"""Which proposals a decision closes, and which ones are open again at once when it is taken back. Pure.

A story is compared without what reviewers settled. Until it is compared anew, the desk has to know by itself what that
will make of the proposals, or its counts would be wrong for a moment after every step.
"""

from collections.abc import Collection, Iterable

from annotations.model import Annotation, Proposal, Verdict
from corpus.analysis import Analysis, Mention, with_mentions
from corpus.label_map import BOILERPLATE, FIGURE_LABELS


def closes(label: str, other: str) -> bool:
    """Whether what was accepted with a label leaves no place for a proposal with another that overlaps it.

    Names stand beside figures; in boilerplate nothing is proposed.
    """
    return label == BOILERPLATE or (label in FIGURE_LABELS) == (other in FIGURE_LABELS)


def with_returning(story: Analysis, before: Analysis | None, annotations: Collection[Annotation]) -> Analysis:
    """The reading of an article as its story has it, with the proposals that only decisions keep out of that.

    `before` is what this gave for the comparison before, None for none. What is in the story because a reviewer put it
    there is no proposal, and left out.
    """
    proposed = [one.origin for one in annotations if isinstance(one.origin, Proposal)]
    known = {(one.span, one.label): Mention(one.span, one.label) for one in proposed}
    known.update({(one.span, one.label): one for one in before.mentions()} if before is not None else {})
    accepted = {one.span for one in annotations if one.verdict is Verdict.ACCEPTED}
    found = list(story.mentions())
    kept = [one for one in found if one.span not in accepted or (one.span, one.label) in known]
    there = {(one.span, one.label) for one in kept}
    back = [one for key, one in known.items() if key not in there and _is_settled(one, annotations)]
    return with_mentions(story, [*kept, *back], story.facts) if back or len(kept) < len(found) else story


def _is_settled(mention: Mention, annotations: Iterable[Annotation]) -> bool:
    """Whether a decision keeps a proposal out of the story."""
    return any(
        (one.verdict is Verdict.ACCEPTED and one.span.overlaps(mention.span) and closes(one.label, mention.label))
        or (isinstance(one.origin, Proposal) and (one.origin.span, one.origin.label) == (mention.span, mention.label))
        or (one.verdict is Verdict.REJECTED and (one.span, one.label) == (mention.span, mention.label))
        for one in annotations
    )
