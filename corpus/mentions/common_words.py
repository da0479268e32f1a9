"""Words that are written with a capital and are no names, all in lower case."""

from typing import Final

from corpus.mentions.words import words

COMMON: Final = words(
    "a about above according across activists additionally advertisement after again against all almost along already "
    "also although always am amid among an analysts and another any anyway are around as asked at authorities based "
    "be because been before behind being below beneath beside besides between beyond born both boy breaking bringing "
    "but by call can charged child choosing contact children click come could crew crews critics current dear despite "
    "detectives did divers do doctors does down dozens during each earlier early earnings economists editor eight "
    "eleven engineers even ever every except excluding experts families family fans federal few finally fired "
    "firefighters five following for former four friends from further furthermore get girl given go going got gunmen "
    "had has have having he her here hers him his how however hundreds i if image images in indeed initial inmates "
    "inside instead interim into investigators investors is it its junior jurors just killed killing knowing late "
    "later lawmakers lawyers let like local man many may maybe me meanwhile medics members men might migrants "
    "militants millions mine more moreover most much must my nationwide near nearly neighbors neighbours never news "
    "next nine no nor not now of off officers official officials often oh ok okay on once only onto or other our ours "
    "out outside over parents passengers past people per perhaps photo photos pictures pirates players please posted "
    "preliminary profit profits prosecutors protesters published pupils quite rather read really rebels recent "
    "refugees related reporter reports rescuers researchers residents responding said sailors sales say says "
    "scientists see senior seven several shall share shares she should since six so soldiers some soon sources "
    "speaking staff still stocks stories story students such survivors teachers ten than that the their theirs them "
    "then there therefore these they thirty this those though thousands three through throughout thus till to today "
    "told tomorrow tonight too tourists toward towards traders troops twelve twenty two unconfirmed under "
    "unidentified unless unlike unofficial until up update updated upon us very via victims video videos voters was "
    "watch we well were what when where whether which while who whom whose why will with within without witnesses "
    "woman women workers would yes yesterday yet you your yours"
)
"""Words that begin a sentence or stand in a headline and belong to no name."""
SOFT: Final = words(
    "bad best better big black blue court double final first free full general golden good great green half high "
    "international large last little local long low major national new old one open police public real red second "
    "short single small social special state third top true united white young"
)
"""Words that begin a sentence as often as a name."""
WEEKDAYS_AND_MONTHS: Final = words(
    "ad am apr april aug august bc bst cdt cet christmas cst dec december easter edt est et feb february fri friday "
    "gmt halloween jan january jul july jun june mar march may mon monday nov november oct october pdt pm pst pt sat "
    "saturday sep sept september sun sunday thanksgiving thu thur thurs thursday tue tues tuesday utc wed wednesday"
)
NO_NAMES: Final = words(
    "ai aids ak ars atm aud bbq brl bsc buddhism cad capitalism catholicism cbe cctv ceo cfo chf christianity cio "
    "clp cng cny com communism coo cop covid covid-19 cpr cto czk diy dkk dna dui dwi ebola ems emt emts er eur faq "
    "faqs gbp gdp gm god gps h1n1 hinduism hiv hr html http https huf i icu id ied ieds info inr internet ipo ipos "
    "iq islam ist it jpy judaism kc kes kph krw lgbt lgbtq llb lng malaria mba mbe md mep mers mfa mou mp mph mps "
    "msc msk mvp mxn nazism net ngn nok nzd obe ok org pc pdf pen phd pio pln pm pov pr pst pv q1 q2 q3 q4 qc rna "
    "rpg rpgs rub sars satan sek shtml socialism suv tips tv uah usd vat vp web www zar zika"
)
"""Abbreviations and other words with a capital that the guidelines know no label for."""
OFFICERS: Final = words("ADA AG APs CEOs CFOs DA DAs EVP MC PMs SVP VIP VIPs VP VPs")
"""Abbreviations of what somebody is, in capitals."""
PREVIOUS: Final = words("acting current ex former incoming late outgoing")
"""Adjectives that a headline writes with a capital in front of a title."""
NUMBERED_NOUNS: Final = words(
    "article block bus car category chapter class day episode exit figure flight game grade group item lane level "
    "line lot model page part phase platform room round season section series stage step table tier type unit "
    "version volume week zone"
)
"""Nouns that are written with a capital in front of a number."""
GENERIC: Final = words(
    "act administration agency airport association avenue bank bill board boulevard bridge bureau center centre "
    "church city college commission committee company corps council county court department district division "
    "federation force forces government group guard hospital island jail lake ministry office park party police "
    "prison province republic river road school service services stadium state station street town union unit "
    "university village"
)
"""Heads of names that name nothing by themselves."""
PREFIXES: Final = words("all anti co cross ex inter intra mid neo non post pre pro then trans ultra un")
"""What stands before a hyphen and a name."""
INNER: Final = words(
    "af al and av ben bin bint da das de del della den der di do dos du e el et for ibn la le of ter the van von y zu"
)
"""Words that may stand inside a name."""
