"""The words for numbers, and what they are worth."""

from typing import Final

_ONES: Final = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
BELOW_TWENTY: Final = {word: value for value, word in enumerate(f"{_ONES} seventeen eighteen nineteen".split())} | {
    "nought": 0,
    "naught": 0,
}
TENS: Final = {
    word: value * 10 for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES: Final = {
    "hundred": 10**2,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
SHORT_SCALES: Final = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mil": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "tln": 10**12,
    "dzs": 12,
}
PLURALS: Final = {**{f"{word}s": value for word, value in SCALES.items()}, "tens": 10, "dozens": 12, "scores": 20}
_EARLY: Final = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
_ROUND: Final = {
    word: value
    for value, word in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(), 2
    )
}
_LARGE: Final = {f"{word}th": value for word, value in SCALES.items()}
ORDINALS: Final = {
    "first": 1,
    "second": 2,
    **{word: value for value, word in enumerate(f"{_EARLY} sixteenth seventeenth eighteenth nineteenth".split(), 3)},
    "nineth": 9,
    **{word: value * 10 for word, value in _ROUND.items()},
    **_LARGE,
}
PARTS: Final = {"half": 2, "quarter": 4} | {word: value for word, value in ORDINALS.items() if value > 2}
PLURAL_PARTS: Final = {"halves": 2} | {f"{word}s": value for word, value in PARTS.items() if word != "half"}
