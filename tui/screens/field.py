"""The line to type in that dialogs have."""

from textual.widgets import Input

from corpus.display import shown_line


class Field(Input):
    """Takes one line; what is put or pasted into it can do nothing but be read."""

    DEFAULT_CSS = """
    Field:ansi > .input--cursor { text-style: reverse; }
    Field:ansi > .input--selection { text-style: reverse; }
    """

    def validate_value(self, value: str) -> str:
        """The value as it may be shown: as many code points, so that the cursor stays where it is."""
        return shown_line(value)
