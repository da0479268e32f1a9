"""Words by which English reports tell who speaks: verbs of saying and judging, and small words around their subjects.

General lists, in lower case, in the forms in which they stand in a text.
"""

from functools import cache
from typing import Final

_SAYING: Final = """
    accuse acknowledge add admit affirm agree allege announce answer apologise apologize appeal argue ask assert assure
    beg blast boast caution chant charge chide claim clarify comment complain concede conclude concur confess confide
    confirm contend continue counter criticise criticize declare demand deny describe detail disclose dispute echo
    elaborate emphasise emphasize exclaim explain express fume gush hint implore inform insist instruct invite joke
    lament laugh maintain mention mourn muse mutter note observe offer opine order plead pledge point post praise
    predict proclaim promise propose protest question quip rage rail rave react reassure recall reckon recommend
    recount reflect reiterate remark remember remind repeat report request respond retort reveal roar scoff scream
    shout shriek sigh signal snap sneer sob stress suggest summarise summarize surmise tease testify text thank
    threaten thunder tweet underline underscore urge venture vow wail warn whisper wonder yell believe hope state reply
    cry quote
"""
_JUDGING: Final = """
    applaud blame brand brush call characterise characterize cite commend condemn consider credit decry deem defend
    denounce depict deplore deride dismiss disparage dub hail label lambast lambaste laud liken mock portray rate refer
    reject ridicule salute slam
"""
_IRREGULAR: Final = """
    said say says saying told tell tells telling wrote write writes writing spoke speaking thought think thinks thinking
    felt feel feels knew swore swear swears swearing read reads reading sang sing sings singing blogged termed terming
    saw sees seeing put puts
"""
_DOUBLING: Final = frozenset("admit beg concur dub quip refer slam snap sob".split())

# Forms that are nouns as well, or mostly something other than a verb of saying: only behind a subject.
AMBIGUOUS: Final = frozenset(
    """
    answer answers appeal appeals blame brand brands call calls charge charged charges charging claim claims comment
    comments credit cries cry defend demand demands detail details dispute disputes echo echoes feel feels felt hope
    hopes invite joke jokes knew label labels laugh laughs note notes offer offers order ordered orders pledge
    pledges point points post posts praise promise promises protest protests put puts question questions quote
    quotes rage rate rates react read reads recall reject remark remarks replies reply report reports request
    requests roar saw scream screams sees shout shouts shriek signal signals sing sings snap snaps sob sobs state
    states stress stresses text texts thanks think thought tweet tweets
    """.split()
)
SAID: Final = frozenset(
    """
    add added adding adds said say saying says stated stating tell telling tells told write writes writing wrote
    """.split()
)

PRONOUNS: Final = frozenset("he she they it we i who".split())
# What may stand between a subject and its verb.
ADVERBS: Final = frozenset(
    """
    's again already also always are be been can could did didn't do does don't earlier even first further had has have
    having herself himself however is itself just later may meanwhile might must n't never not now often once previously
    reportedly should simply sometimes still themselves then today tonight too was were will would yesterday
    """.split()
)
BE: Final = frozenset("was were is are be been being get got gets".split())
DETERMINERS: Final = frozenset(
    """
    a all an another any both each every five four her his its many most my no one other our several some that the their
    these this those three two
    """.split()
)
PREPOSITIONS: Final = frozenset(
    """
    about across against amid amidst among around at behind beside besides between by despite during for from in
    including inside into like near of on outside over through to toward towards under upon via with within without
    """.split()
)
# What a noun phrase does not reach over.
BREAKS: Final = frozenset(
    """
    according adding after although and are as at because before but during from had has have how if in inside is on or
    outside over saying since so than that though to until was were what when where whereas which while who whom whose
    why will would
    """.split()
)
# What begins words that stand before the subject of a sentence, up to a comma.
LEADING: Final = PREPOSITIONS | frozenset(
    "after although as because before following if once since though until when while".split()
)
TITLES: Final = frozenset(
    """
    adm archbishop bishop brother capt captain chief coach col colonel cpl dame deputy det detective dr father gen
    general gov governor imam insp inspector judge justice king lady lieutenant lord lt maj major mayor minister miss mr
    mrs ms mx officer pastor pope president prince princess prof pvt queen rabbi rep rev reverend secretary sen senator
    sergeant sgt sheriff sir sister superintendent supt
    """.split()
)


@cache
def reporting() -> frozenset[str]:
    """Every form of a verb that reports or judges."""
    regular = [form for verb in f"{_SAYING} {_JUDGING}".split() for form in _forms(verb)]
    return frozenset((*regular, *_IRREGULAR.split()))


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    stem = verb + verb[-1] if verb in _DOUBLING else verb
    if verb.endswith("e"):
        return verb, third, verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    return verb, third, stem + "ed", stem + "ing"
