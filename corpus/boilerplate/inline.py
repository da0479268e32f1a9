"""Furniture inside a line: credits in brackets, stamps, and sentences that scrapers glued to the text."""

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.boilerplate.edges import IMPERATIVES
from corpus.boilerplate.kinds import BYLINE, CHROME, CREDIT, DISCLAIMER, PROMOTION, REPEAT, SHARE, STAMP, TEASER
from corpus.boilerplate.lines import Line, pieces_of
from corpus.boilerplate.phrases import phrase_of, speaks
from corpus.boilerplate.rule import compiled

Piece = tuple[int, int, str, str]  # start and end in the text, kind, reason

_AGENCY: Final = (
    r"(?:getty(?: images)?|afp|reuters|epa(?:-efe)?|ap(?: photo)?|associated press|shutterstock|istock|alamy|bloomberg|"
    r"xinhua|anadolu(?: agency)?|wikimedia commons|flickr|pa(?: wire)?|pool|sputnik|tass|handout)"
)
_PICTURE: Final = r"(?:photo|picture|image|graphic|photograph|credit|video|file|screen ?grab|source)s?"
_DAY: Final = r"(?:(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ ,.]|\d)"
_NAME: Final = r"[\w.'-]{1,24}"
_TEXT: Final = r"[^()\[\]]"  # between brackets
_WORDS: Final = r"[\w .,'&-]"
_PATTERNS: Final = (
    (
        CREDIT,
        (
            rf"[(\[](?:{_WORDS}{{0,30}}\b)?{_PICTURE}(?: (?:by|via|courtesy(?: of)?|credit|provided by))?\s?"
            rf"[:/]{_TEXT}{{1,140}}[)\]]\.?"
        ),
    ),
    (
        CREDIT,
        (
            rf"[(\[](?:(?:file )?photos?|[\w .,'/&-]{{2,60}} photos?(?:/{_WORDS}{{2,60}})?|"
            rf"courtesy(?: of)? {_TEXT}{{2,60}}|photos? (?:by|courtesy) {_TEXT}{{2,60}}|file)[)\]]"
        ),
    ),
    (
        CREDIT,
        rf"[(\[](?=[\w.'&-]+ ){_WORDS}{{2,60}}(?:/| via )(?:{_AGENCY}\b{_TEXT}{{0,40}}|for [\w .'&-]{{3,40}})[)\]]\.?",
    ),
    (CREDIT, rf"[(\[](?= ?[\w.'&-]+ )[\w .,'&/-]{{4,50}}/ ?{_WORDS}{{2,50}}(?: via {_AGENCY})?[)\]](?:\.?$|\. )"),
    (CREDIT, rf"[(\[]{_AGENCY}/{_TEXT}{{2,60}}[)\]]"),
    (
        CREDIT,
        r"(?:photo: [^.]{2,80}? )?image \d{1,3} of(?: /)? ?\d{1,3}(?: caption close)?(?: image \d{1,3} of \d{1,3})?",
    ),
    (CREDIT, r"photo: .{2,200}? \d{1,3} / \d{1,3} back to gallery"),
    (
        CREDIT,
        rf"(?<=[.!?\"')\]…])\s?(?:{_NAME} ){{0,4}}{_NAME} ?(?:/ ?|via |- ?){_AGENCY}(?:[/ ][\w /.'-]{{1,60}})?$",
    ),
    (CREDIT, rf"(?<=\s)(?:reuters|afp|getty images|epa|ap)/{_NAME}(?: {_NAME}){{0,3}}(?:/file(?: photo)?)?$"),
    (CREDIT, r"(?<=[.!?\"')\]…])\s?(?:photo|photograph|picture|image)s?(?: credit)?:\s?[^.:]{2,60}$"),
    (CREDIT, r"(?<=[\w.!?\"')\]…])\s?credit(?::\s?|\.\.\.)[^.:;!?]{2,60}$"),
    (CREDIT, rf"\({_AGENCY}\)\.?$|(?<=[.!?]) {_AGENCY}$"),
    (CREDIT, r"view full caption .{2,60}$"),
    (CREDIT, r"^[^.]{0,60}\benlarge \| buy this photo"),
    (
        CHROME,
        rf"(?:pic\.twitter\.com/\w{{1,20}} )?[—–-]{{1,2}} [^()—]{{2,50}} \(@\w{{1,30}}\) {_DAY}\d{{1,2}}, \d{{4}}$",
    ),
    (CHROME, r"^(?:image|media|photo|video) caption:?(?= \w)"),
    (CHROME, r"^(?:info close\b|(?:buy (?:this )?photo|play video|watch video)(?= \w)|×(?= \w))"),
    (TEASER, r"\(more [^()]{2,40} (?:stories|news|coverage)\.?\)$"),
    (STAMP, r"\((?:published|updated|posted)(?: on)? [^()]{4,60}\)"),
    (STAMP, rf"(?<=\w )(?:posted|published|updated): {_DAY}[\w ,.:/|-]{{4,120}}$"),
    (STAMP, r"^date \d{4}-\d\d-\d\d\b"),
    (SHARE, r"read or share this story: \S{1,200}"),
    (DISCLAIMER, r"(?<=[.!?\"')] )(?:copyright|©|\(c\)) [^.]{2,80}\. all rights reserved\.?.{0,100}$"),
    (BYLINE, r"\((?:additional )?reporting by [^()]{2,300}(?:\)|$)"),
    (BYLINE, r"(?<=[.!?\"')] )[—–-]{1,2} ?[\w.' -]{3,40}, (?:staff writer|staff reporter|associated press)$"),
    (BYLINE, r"\(with (?:agency )?inputs? from [^()]{2,80}\)\.?$"),
)
_BY_NAME: Final = (
    r"(?<=[.!?\"”’)])\s?(?:[A-Z][\w.'’-]{0,20} ){1,3}[A-Z][\w.'’-]{1,20} ?/ ?"
    r"(?:[A-Z][\w.&'’-]{0,20} ){0,4}[A-Z][\w.&'’-]{0,20}$"
)  # a name and whom it works for, behind a caption
_CALLED: Final = frozenset(
    "photo photos picture pictures image images graphic photograph photographs credit video file source screengrab "
    "stories courtesy ap afp reuters getty epa via caption enlarge published updated posted date info share "
    "copyright twitter reporting inputs input gallery play staff".split()
)
_GALLERY: Final = r"image \d{1,3} of(?: /)? ?\d{1,3}(?: caption close)?"
_CAPTION: Final = 25  # code points of a caption that is looked for again
_TAIL: Final = 120  # code points in which a credit is looked for
_TOLD: Final = frozenset(
    "said says say told according police officials court hospital government minister killed injured died".split()
)
_CALLING: Final = frozenset("you your we our us".split())
_BLURB: Final = 70  # words of a promotional block that goes on after its first sentence
_SIGNED: Final = (
    r"(?<=[.!?\"'”’)])\s+(?:[–—-]{1,2}\s?[A-Z][\w.&'’-]+(?: [A-Z][\w.&'’-]+){0,3}|"
    r"\((?:ANI|PTI|AFP|AP|UNI|IANS|Reuters|Xinhua|Bernama|dpa|EFE|TASS|UPI|CMC|NAN)\))$"
)


def inside(line: Line) -> list[Piece]:
    """The furniture in a line that is not furniture as a whole; sorted, without overlaps."""
    found: list[Piece] = []
    if not _CALLED.isdisjoint(line.words) or "/" in line.low or line.low[0] == "×" or "(@" in line.low:
        found += [
            (line.start + match.start(), line.start + match.end(), kind, f"pattern of a {kind}")
            for kind, pattern in _PATTERNS
            for match in compiled(pattern).finditer(line.low)
        ]
    if "/" in line.low and (named := compiled(_BY_NAME).search(line.text, max(0, len(line.text) - _TAIL))):
        found.append((line.start + named.start(), line.end, CREDIT, "a name behind a caption"))
    pieces = pieces_of(line) if speaks(line) else []
    if len(pieces) > 1:
        found += _sentences(pieces)
        if any(kind == CREDIT and "image" in line.words for _, _, kind, _ in found):
            found += _again(pieces)
    return _apart(found)


def signed(line: Line) -> Piece | None:
    """The agency or the author behind the last sentence of an article."""
    match = compiled(_SIGNED).search(line.text, max(0, len(line.text) - 90))
    if match is None:
        return None
    lead = len(match.group()) - len(match.group().lstrip())
    return line.start + match.start() + lead, line.end, BYLINE, "signed"


def _sentences(pieces: Sequence[Line]) -> Iterator[Piece]:
    marks = [None if quoted else phrase_of(piece) for piece, quoted in zip(pieces, _quoted(pieces), strict=True)]
    if all(mark is None for mark in marks):
        return
    for number, piece in enumerate(pieces):
        mark = marks[number]
        if mark is None and number + 1 < len(pieces) and piece.low.startswith("this is a ") and "story" in piece.words:
            mark = marks[number + 1]
        if mark is not None:
            yield piece.start, piece.end, mark[0], mark[1]


def _quoted(pieces: Sequence[Line]) -> Iterator[bool]:
    """Whether each piece begins inside a quotation that one before it opened."""
    inside_quotes = False
    for piece in pieces:
        yield inside_quotes
        for character in piece.text:
            if character == '"':
                inside_quotes = not inside_quotes
            elif character in "“«„":
                inside_quotes = True
            elif character in "”»":
                inside_quotes = False


def blurb(line: Line) -> tuple[str, str] | None:
    """A block that begins with a call to subscribe or ends with one, and reports nothing."""
    if len(line.words) > _BLURB or not _TOLD.isdisjoint(line.words) or '"' in line.low:
        return None
    pieces = pieces_of(line)
    if len(pieces) < 2:
        return None
    first, last = phrase_of(pieces[0]), phrase_of(pieces[-1])
    if first is not None and first[0] == PROMOTION:
        return first
    words = pieces[0].words
    called = (
        first is not None
        or "?" in pieces[0].text
        or not IMPERATIVES.isdisjoint(words[:1])
        or not _CALLING.isdisjoint(words)
    )
    if last is not None and last[0] == PROMOTION and called:
        return last
    return None


def _again(pieces: Sequence[Line]) -> Iterator[Piece]:
    """Second copies of a caption in a line that holds a gallery."""
    seen: set[str] = set()
    for piece in pieces:
        lead = max((match.end() for match in compiled(_GALLERY).finditer(piece.low)), default=0)
        bare = piece.text[lead:].strip()
        if bare in seen and len(bare) > _CAPTION:
            yield piece.end - len(bare), piece.end, REPEAT, "the same sentence before"
        seen.add(bare)


def _apart(found: list[Piece]) -> list[Piece]:
    """The pieces by start; of two that overlap the one that begins first, then the longer."""
    kept: list[Piece] = []
    for piece in sorted(found, key=lambda one: (one[0], -one[1])):
        if not kept or piece[0] >= kept[-1][1]:
            kept.append(piece)
        elif piece[1] > kept[-1][1]:
            kept[-1] = (kept[-1][0], piece[1], kept[-1][2], kept[-1][3])
    return kept
