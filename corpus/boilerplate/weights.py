"""The weights of `model`, in hundredths: what was fitted, and how, is told in docs/boilerplate.md."""

from functools import cache
from typing import Final

NEIGHBOURS: Final = ((42, -9), (-68, 23))  # content before content, furniture; furniture before the same
_WEIGHTS: Final = (
    "C1 -11 C2 101 D0 78 D1 -26 D4 85 Ebracket -1 Ecolon -29 Ecut 18 Enone 81 Estop 7 F1 36 F3 -14 L0 104 L1 17 L2 19 "
    "L3 -71 L4 -42 L5 13 L6 3 L7 -8 Nedge 49 Nmarked -56 Nsentence 20 O- 48 O-T- 3 O0 148 O0T1 3 O0T2 26 O1 25 O1T1 "
    "118 O1T2 7 O1T4 -14 O2T1 -32 O2T3 11 O2T4 21 O3 -45 O3T1 -63 O4 -49 O4T1 -14 O4T2 -40 Pedge 27 Pmarked -44 "
    "Psentence 17 Pshort 3 R2 -15 R3 44 R4 14 S0 -81 S2 71 S3 10 S4 40 T1 -42 T4 38 V0 34 V1 63 Zend 4 Zin -1 Zover "
    "80 address 1 bars 79 byline 66 calls 107 digit 64 endNedge 14 endPsentence 62 endR3 22 endR5 -20 inNmarked -4 "
    "inNshort -17 inPshort -36 inR3 -35 inR5 132 lower 33 overNshort 1 overR4 10 overR5 22 person -25 pronoun -82 "
    "reader 22 told 65 topR2 -16 underNmarked -21 underNsentence 5 underNshort 4 underPmarked -11 underPshort 98 "
    "underR2 5 underR3 19 underR5 -69 "
)  # above nought speaks for furniture; what is left out weighs nothing


@cache
def weights() -> dict[str, int]:
    """The weight of each feature."""
    words = iter(_WEIGHTS.split())
    return {name: int(weight) for name, weight in zip(words, words, strict=True)}
