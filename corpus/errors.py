"""The errors a person meets: one line that says what happened, where, and what to do."""

from corpus.display import shown_line


class VariorumError(Exception):
    """Base of every error that is reported to a person in one line instead of a traceback.

    `what` happened, `where` (file, line, row; empty where there is none) and `todo`, what the person can do.
    """

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what = what
        self.where = where
        self.todo = todo
        super().__init__(what)

    def __str__(self) -> str:
        return shown_line(f"{self.where}: {self.brief}") if self.where else self.brief

    @property
    def brief(self) -> str:
        """What happened and what to do, where the place goes without saying."""
        return shown_line(f"{self.what}; {self.todo}" if self.todo else self.what)


class WrongUsageError(VariorumError):
    """What a person asked for means nothing: a name that there is not, a day that is none."""


class CorpusError(VariorumError):
    """An article, a folder of articles or a model could not be taken in."""


class ModelError(CorpusError):
    """A model could not be found or loaded."""
