"""The program's version, in the one place that packaging reads too."""

from typing import Final

VERSION: Final = "0.1.0"
