"""A copy of what was decided, which stays as it is."""

from annotations.article_state import ArticleState
from annotations.events import Change, Connected, Event, Finished, Judged, Related, Stated, Step
from annotations.model import About, Tie, Verdict
from corpus.span import Span

ADA, MEN = Span(0, 3), Span(8, 10)
CHANGES: tuple[Change, ...] = (
    Judged("1", ADA, "Ada", "PERSON", Verdict.ACCEPTED, None),
    Related(Tie.SAME, ADA, "Ada", "other", MEN, "70", Verdict.ACCEPTED),
    Stated(About.FIGURE, MEN, "70", "unit", "men"),
    Connected("works_for", "1", "other", "2"),
    Finished(),
)


def test_a_copy_has_all_that_was_decided_and_nothing_that_is_decided_later() -> None:
    state = ArticleState()
    copies: list[ArticleState] = []
    for number, change in enumerate(CHANGES):
        copies.append(state.copy())
        assert copies[-1] == state
        state.apply(Event(Step("sitting", number), "2024-01-01T00:00:00Z", "ada", "article", change))
        assert copies[-1] != state
    assert copies[0] == ArticleState()
