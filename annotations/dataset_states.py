"""What reviewers decided on some articles, from the tables of a project: enough to add events without the whole log."""

from collections.abc import Iterable

from annotations.article_state import ArticleState
from annotations.connections import connections
from annotations.relations import relations
from annotations.statements import statements
from annotations.store import Store


class Standing:
    """The states of articles, by reviewer."""

    def __init__(self, store: Store, article_ids: Iterable[str]) -> None:
        """Raises ProjectError."""
        ids = list(article_ids)
        self._states: dict[tuple[str, str], ArticleState] = {}
        for one in store.annotations_of(ids):
            self.of(one.reviewer, one.article_id).put(one)
        for article_id, by in store.finished(ids).items():
            for who, at in by.items():
                self.of(who, article_id).finished = at
        for tie in relations(store, ids):
            key = (tie.tie, tie.span, tie.other_id, tie.other_span)
            self.of(tie.reviewer, tie.article_id).relations[key] = tie
        for said in statements(store, ids):
            self.of(said.reviewer, said.article_id).statements[said.about, said.span, said.story, said.field] = said
        for tied in connections(store, ids):
            ends = (tied.kind, tied.source, tied.other_id, tied.target)
            self.of(tied.reviewer, tied.article_id).connections[ends] = tied

    def of(self, reviewer: str, article_id: str) -> ArticleState:
        """What a reviewer decided on an article."""
        state = self._states.get((reviewer, article_id))
        if state is None:
            state = self._states[reviewer, article_id] = ArticleState()
        return state

    def by(self, reviewer: str) -> dict[str, ArticleState]:
        """The states of one reviewer by article."""
        return {article_id: state for (who, article_id), state in self._states.items() if who == reviewer}
