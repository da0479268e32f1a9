"""Small words of English by what they do in a sentence, and verbs that are no plural nouns; lower case."""

from typing import Final

from corpus.claims.lemmas import irregular_forms

DETERMINERS: Final = frozenset(
    "the a an this that these those his her its their our my your all both some any no each every another such what "
    "which whose".split()
)
PREPOSITIONS: Final = frozenset(
    "of in on at by for from with to into onto over under about against between among around through during before "
    "after since until till near off out up down across along behind beside besides beyond despite inside outside per "
    "throughout toward towards upon via within without amid like than as above below following including aboard "
    "according because due worth versus vs past".split()
)
AUXILIARIES: Final = frozenset(
    "is are was were be been being am has have had having do does did will would can could may might must shall "
    "should 's 're 've 'd ’s ’re ’ve ’d gets got get".split()
)
CONJUNCTIONS: Final = frozenset(
    "and or but nor while whereas although though because if when where that so yet plus &".split()
)
RELATIVES: Final = frozenset("who which that whom whose".split())
PRONOUNS: Final = frozenset(
    "he she it they we i you him her them us me who whom himself herself itself themselves there here everyone "
    "someone nobody anyone".split()
)
ADVERBS: Final = frozenset(
    "also then later again still even just now only already ever never not n't so far too very more most less least "
    "first ago together else instead however meanwhile once almost nearly about around roughly some yet soon today "
    "yesterday tomorrow tonight overnight away back".split()
)
TIMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december morning afternoon evening night today yesterday tomorrow tonight noon "
    "midnight week month year day hour minute second weeks months years days hours minutes seconds weekend "
    "weekday".split()
)
# Third persons and pasts that a plural or a participle would look like; only verbs that news use beside figures.
VERBS: Final = frozenset(
    "says said told tells took takes made makes won wins lost loses left leaves held holds hit hits shot shoots fell "
    "falls rose rises found finds saw sees got gets gave gives came comes went goes ran runs sold sells bought buys "
    "paid pays spent spends sent sends led leads met meets put puts cut cuts set sets beat beats drew draws grew "
    "grows brought brings kept keeps began begins became becomes built builds caught catches fought fights sought "
    "seeks struck strikes swept sweeps sank sinks died dies killed kills injured injures claimed claims stood stands "
    "lay lies threw throws wrote writes broke breaks drove drives flew flies hurt wore wears spread spreads read "
    "reads include includes remain remains exceeds exceed contains contain employs employ attend attends operate "
    "operates survive survives face faces want wants need needs expect expects carry carries live lives depend "
    "depends lasts last totals reach reaches tops pass passes costs cost shows show suffer suffers suffered".split()
)
NOT_VERBS: Final = frozenset(
    "hundred need speed breed seed feed weed bleed indeed reed steed proceed exceed agreed bed red shed sled wed "
    "united armed wounded injured alleged so-called related based limited fixed aged bearded masked unidentified "
    "unarmed skilled unskilled registered licensed estimated confirmed suspected disabled loaded infected affected "
    "retired married naked sacred wicked building morning evening meeting wedding shooting killing bombing stabbing "
    "beating hearing ceiling thing king ring wing spring string during nothing something anything everything sing "
    "outing opening earning earnings savings housing hiring listing filing ruling warning mining training bring "
    "clothing offspring landing boarding fighting testing voting polling sterling beijing pudding sibling darling "
    "sightseeing".split()
)
ATTRIBUTIVE: Final = frozenset(
    "armed alleged related unidentified masked suspected confirmed registered skilled unskilled retired married "
    "disabled loaded infected affected licensed unarmed injured wounded dead missing trapped stranded displaced "
    "captured killed detained arrested uninjured drowned elderly".split()
)
NEGATIONS: Final = frozenset("no not n't never none neither nor without nobody denied denies deny".split())


def is_verb(word: str) -> bool:
    """Whether a word in lower case looks like a finite verb or a participle."""
    if word in VERBS or word in AUXILIARIES or word in irregular_forms():
        return True
    if word in NOT_VERBS or len(word) < 5:
        return False
    return word.endswith(("ed", "ing"))
