"""Comparisons written with words: what is a name, a figure, boilerplate or a passage stands in the texts themselves."""

from collections.abc import Sequence

from corpus.comparison import Aligned, Comparison, Counted, Entry, Folded, Marked, Match, Pair, Row, Side
from tests.tui.scripts import desk_of
from tui.desk import Desk

Place = tuple[int, int, int]
TEXTS = (
    "The Harbour Guard saved 70 people, said Maria Keller.\nOnly 2 boats came. HG was late.\nRead more: how to swim",
    "Keller of the HG said that 70 people were safe.\nJan Brandt counts 2 people. He blames the Guard.",
    "Nobody knows.\nThe guard saved 65 people, it says. More follows.",
)
NAMES = (
    ("the Harbour Guard", "ORG", "Harbour Guard, HG, the Guard, The guard"),
    ("Maria Keller", "PERSON", "Maria Keller, Keller"),
    ("Jan Brandt", "PERSON", "Jan Brandt"),
)


def place(texts: Sequence[str], written: str) -> Place:
    """The place that `A:words` names: the words in article A, `A:2:words` the second time they stand there."""
    letter, _, words = written.partition(":")
    count = 1
    if words[:1].isdigit() and words[1:2] == ":":
        count, words = int(words[0]), words[2:]
    index, at = ord(letter) - ord("A"), -1
    for _ in range(count):
        at = texts[index].index(words, at + 1)
    return index, at, at + len(words)


def named(texts: Sequence[str], names: Sequence[tuple[str, str, str]]) -> list[list[Marked]]:
    """The mentions of clusters given as title, label and forms, by article; the longest form counts."""
    found: list[list[Marked]] = [[] for _ in texts]
    for cluster, (_, label, forms) in enumerate(names):
        for form in sorted(forms.split(", "), key=len, reverse=True):
            for index, text in enumerate(texts):
                at = text.find(form)
                while at >= 0:
                    end = at + len(form)
                    if not any(one.start < end and one.end > at for one in found[index]):
                        found[index].append(Marked(at, end, label, 90, "seen", cluster, f"a form: {form}"))
                    at = text.find(form, at + 1)
    return found


def row(texts: Sequence[str], about: str, figures: str, conflicts: str = "") -> Row:
    """A row of the ledger: `A:70 B:70 B:2` are its figures, `0-2 1-2` the pairs that cannot both be right."""
    places = [place(texts, written) for written in figures.split()]
    entries = [Entry(*one, texts[one[0]][one[1] : one[2]], -1, "") for one in places]
    torn = [(int(a), int(b)) for a, b in (pair.split("-") for pair in conflicts.split())]
    count = len(entries)
    pairs = [
        Pair(a, b, "conflict" if (a, b) in torn else "compatible", "cannot both be right" if (a, b) in torn else "")
        for a in range(count)
        for b in range(a + 1, count)
    ]
    verdict = "conflict" if torn else "agree" if len({one.value for one in entries}) == 1 else "compatible"
    return Row(about, verdict, (), tuple(entries), tuple(pairs))


def comparison(
    texts: Sequence[str],
    names: Sequence[tuple[str, str, str]] = (),
    ledger: Sequence[Row] = (),
    aligned: Sequence[tuple[str, str]] = (),
    matches: Sequence[tuple[str, str, int]] = (),
    folded: Sequence[str] = (),
) -> Comparison:
    """The comparison of texts; places are written as in `place`."""
    marked, counted = named(texts, names), [list[Counted]() for _ in texts]
    for number, one in enumerate(ledger):
        for entry in one.entries:
            marked[entry.article].append(Marked(entry.start, entry.end, "CARDINAL", 90, "read by rule"))
            what = (entry.value, one.about.partition(", ")[2], one.about.partition(", ")[0], entry.claimant, "")
            counted[entry.article].append(Counted(entry.start, entry.end, *what, number))
    regions: list[list[Folded]] = [[] for _ in texts]
    for written in folded:
        index, start, end = place(texts, written)
        regions[index].append(Folded(start, end, "teaser", "in 3 stories"))
    return Comparison(
        tuple(
            Side(tuple(sorted(regions[i])), tuple(sorted(marked[i])), tuple(sorted(counted[i])))
            for i in range(len(texts))
        ),
        tuple(title for title, _, _ in names),
        tuple(Aligned(*place(texts, a), *place(texts, b), "paraphrase", 80, "words alike") for a, b in aligned),
        tuple(
            sorted(
                Match(*place(texts, one), *place(texts, other), score, "near")
                for a, b, score in matches
                for one, other in ((a, b), (b, a))
            )
        ),
        tuple(ledger),
    )


def story() -> Comparison:
    """The comparison of TEXTS."""
    return comparison(
        TEXTS,
        NAMES,
        [
            row(TEXTS, "saved, people", "A:70 B:70 C:65", "0-2 1-2"),
            row(TEXTS, "came, boats", "A:2 B:2"),
        ],
        [
            (
                "A:The Harbour Guard saved 70 people, said Maria Keller.",
                "B:Keller of the HG said that 70 people were safe.",
            )
        ],
        [
            ("A:Only 2 boats came.", "B:Jan Brandt counts 2 people.", 40),
            ("A:HG was late.", "B:He blames the Guard.", 30),
            ("A:HG was late.", "B:Jan Brandt counts 2 people.", 20),
        ],
        ["A:Read more: how to swim"],
    )


def compared_desk(size: tuple[int, int] = (160, 48)) -> Desk:
    """A desk on TEXTS with their comparison."""
    desk = desk_of(*TEXTS, size=size)
    desk.compare(story())
    return desk
