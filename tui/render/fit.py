"""What a terminal can show of words and texts: the last step before they become cells. Pure.

Signs of ours have an ASCII twin of one cell each. What terminals measure differently is drawn as something that all of
them measure alike, in as many cells as the screen counts for it, so that nothing beside it moves. Nothing here changes
what is stored, or where an offset stands.
"""

from typing import Final, NamedTuple

from rich.cells import cell_len

from tui.render.cells import clusters, is_plain

_PAIRS: Final = (
    '≠#≈~•*·.¶P│|…~▸>▶>⇄=✓+✗x×x▎|▐|▌|▟:▜=▘-▖.▝|▗|─-━-–-—-“"”"'
    "„\"‘'’'›>‹<»>«<↑^↓v←<→>█#▀ ▄ ▁ ▂ ▃ ▅ ▆ ▇ ▏|▍|▋|▊|▉|▔-▕|\u00a0 ┌+┐+└+┘+≥>≤<"
)
SIGNS: Final = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
"""Every sign that the program draws itself, and that Textual draws in dialogs, with its twin."""

_TABLE: Final = str.maketrans(SIGNS)
_TONES: Final = range(0x1F3FB, 0x1F400)
_FLAG: Final = range(0x1F1E6, 0x1F200)
_UNSEEN: Final = frozenset("\u200d\ufe0e\ufe0f\u20e3")
_YOUNG: Final = (
    range(0x1F6D6, 0x1F6E0),
    range(0x1F6FB, 0x1F6FD),
    range(0x1F7F0, 0x1F7F1),
    range(0x1F90C, 0x1F90D),
    range(0x1F972, 0x1F973),
    range(0x1F977, 0x1F97A),
    range(0x1F9A3, 0x1F9A5),
    range(0x1F9AB, 0x1F9AE),
    range(0x1F9CB, 0x1F9CD),
    range(0x1FA70, 0x1FB00),
)
_BOX: Final = "▯"  # for an emoji of 2020 or later, which older terminals take for one cell
UTF8: Final = frozenset(("utf-8", "utf8", "utf_8", "cp65001"))


class Fit(NamedTuple):
    """How words and texts are drawn: with signs in ASCII, with plain emoji, and in the encoding of the terminal."""

    ascii: bool = False
    plain_emoji: bool = False
    encoding: str = "utf-8"

    @property
    def needed(self) -> bool:
        """Whether anything has to be drawn otherwise than it is written."""
        return self != NATIVE

    def words(self, text: str) -> str:
        """What is drawn of words of the program, and of outside words among them."""
        return self.text(text.translate(_TABLE) if self.ascii else text)

    def text(self, text: str) -> str:
        """What is drawn of an article's text."""
        if text.isascii():
            return text
        if self.plain_emoji and not is_plain(text):
            text = plain(text)
        return text if self.encoding in UTF8 else _encodable(text, self.encoding)


NATIVE: Final = Fit()


def fitting(*, ascii_signs: bool | None, plain_emoji: bool, locale: str, stream: str) -> Fit:
    """The fit for a locale's encoding and that of the stream that is drawn on; `ascii_signs` is what the user says."""
    encoding = "utf-8" if stream.lower() in UTF8 else stream
    known = locale.lower() in UTF8 and encoding in UTF8
    return Fit(not known if ascii_signs is None else ascii_signs, plain_emoji, encoding)


def plain(text: str) -> str:
    """`text` with emoji that terminals measure differently drawn as something simple, in as many cells."""
    return "".join(_simple(text[start:end], cells) for start, end, cells in clusters(text))


def _simple(cluster: str, cells: int) -> str:
    """A cluster as all terminals measure it: flags as letters, a keycap as its digit, of others the first emoji."""
    codes = [ord(char) for char in cluster]
    if codes[0] in _FLAG:
        return "".join(chr(ord("A") + code - _FLAG.start) for code in codes if code in _FLAG).ljust(cells)
    if any(codes[0] in block for block in _YOUNG):
        return _BOX.ljust(cells)
    if not any(char in _UNSEEN or code in _TONES for char, code in zip(cluster, codes, strict=True)):
        return cluster
    if not any(_is_picture(char) or char in "\ufe0f\u20e3" for char in cluster):
        return cluster  # a joiner between letters, as Indic and Arabic scripts have it
    shown = "" if cluster[0] in _UNSEEN or codes[0] in _TONES else cluster[0]
    return shown + " " * (cells - cell_len(shown))


def _is_picture(char: str) -> bool:
    return 0x2190 <= ord(char) <= 0x2BFF or ord(char) >= 0x1F000


def _encodable(text: str, encoding: str) -> str:
    """`text` with a question mark in every cell of what the encoding does not have."""
    if _has(encoding, text):
        return text
    found = ((text[start:end], cells) for start, end, cells in clusters(text))
    return "".join(one if _has(encoding, one) else "?" * cells for one, cells in found)


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
