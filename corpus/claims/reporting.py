"""Verbs by which a figure is reported, and nouns for what is reported."""

from functools import cache
from typing import Final

_VERBS: Final = (
    "say tell report confirm announce estimate claim count list insist state reveal believe admit acknowledge "
    "allege note explain testify warn argue accuse identify name recognise recognize deny suggest contend "
    "maintain inform disclose predict project forecast expect boast tweet write assert concede calculate reckon "
    "stress emphasise emphasize indicate record register promise recall describe rage cite verify"
)
_IRREGULAR: Final = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote writing written",
    "deny": "denies denied denying",
    "verify": "verifies verified verifying",
    "testify": "testifies testified testifying",
    "identify": "identifies identified identifying",
    "add": "adds added adding",
    "put": "put puts putting",
    "show": "shows showed showing shown",
    "give": "gave gives",
}
# Forms that are nouns as often: they report where a name or a crowd stands before them.
AMBIGUOUS: Final = frozenset(
    "claim claims report reports count counts list lists state states name names estimate estimates note notes record "
    "records project projects forecast forecasts register registers stress put puts show shows cite gave gives "
    "promise promises tweet tweets warning rage".split()
)
NOUNS: Final = frozenset(
    "claim claims count figure figures estimate estimates tally data toll statement report reports records statistics "
    "numbers account poll survey forecast projection census calculation calculations release accounts".split()
)
# What shows a figure is a document; who says that it does is the source.
EVIDENCE: Final = frozenset(
    "show shows showed shown showing indicate indicates indicated suggest suggests suggested put puts gave gives "
    "record records recorded list lists listed".split()
)
SPEAKERS: Final = frozenset(
    "police officials authorities cops officers investigators prosecutors sources officer official witnesses analysts "
    "economists researchers scientists doctors rescuers deputies firefighters organisers organizers residents "
    "neighbours neighbors experts media ministry government company union agency department office statement "
    "spokesman spokeswoman spokesperson reports figures records document documents charity bloggers lawyers relatives "
    "family hospital military army television".split()
)


@cache
def _forms() -> frozenset[str]:
    forms = {form for row in _IRREGULAR.values() for form in row.split()}
    for verb in _VERBS.split():
        if verb in _IRREGULAR:
            forms.add(verb)
            continue
        stem = verb.removesuffix("e")
        doubled = stem + stem[-1] if verb == "admit" else stem
        forms.update((verb, verb + "s", doubled + "ed", doubled + "ing"))
    return frozenset(forms)


def is_reporting(word: str) -> bool:
    """Whether a word in lower case is a form of a verb that reports."""
    return word in _forms()
