"""The errors of projects, label sets and exports that a person meets."""

from corpus.errors import VariorumError, WrongUsageError


class ProjectError(VariorumError):
    """A project file cannot be opened, read or written. `broken`: what lies there is no sound project of ours."""

    def __init__(self, what: str, *, where: str = "", todo: str = "", broken: bool = False) -> None:
        super().__init__(what, where=where, todo=todo)
        self.broken = broken


class NotSavedError(ProjectError):
    """A write did not happen (full disk, locked file); it can be tried again as it was."""


class LabelSetError(VariorumError):
    """A label set has a mistake."""


class ExportError(VariorumError):
    """A dataset could not be written, or did not read back as it was written."""


class ExportUsageError(ExportError, WrongUsageError):
    """A dataset was asked for in words that mean nothing: an unknown format or task, shares that are none."""


class ReadError(VariorumError):
    """A dataset could not be read: it is not of its format, or contradicts itself."""
