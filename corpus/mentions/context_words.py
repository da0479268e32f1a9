"""Words around a name that tell what it is, all in lower case."""

from typing import Final

from corpus.mentions.words import words

SAYING: Final = words(
    "acknowledged added adds admits admitted announced argued argues asked asks believes claimed claims commented "
    "concluded confirmed confirms continued declared denied denies explained explains hopes insisted insists noted "
    "notes posted recalled recalls replied said say says stated states stressed tells testified thanked thinks told "
    "tweeted urged warned warns writes wrote"
)
"""Verbs of saying."""
# In front of a name.
ORG_NOUNS: Final = words(
    "agency airline app band bank broadcaster brokerage carrier champions channel charity clinic club company "
    "conglomerate daily finalists firm giant group hospital institute insurer leaders league lender magazine maker "
    "manufacturer messenger militia ministry network newspaper non-profit nonprofit operator operators opponents "
    "organisation organization outlet owner owners paper party platform publisher retailer rivals service side site "
    "start-up startup station subsidiary supplier tabloid team think-tank union university website weekly"
)
SHIP_NOUNS: Final = words(
    "barge boat carrier catamaran cruiser destroyer dhow ferry freighter frigate lifeboat liner motorboat paddleboat "
    "schooner ship ships speedboat steamer steamship submarine supertanker tanker trawler tug tugboat vessel warship "
    "yacht"
)
PLACE_BEFORE: Final[dict[str, float]] = {
    "in": 1.6,
    "near": 1.4,
    "outside": 0.8,
    "from": 0.6,
    "at": 0.3,
    "across": 0.8,
    "around": 0.6,
    "throughout": 1.0,
    "toward": 0.6,
    "towards": 0.6,
    "into": 0.6,
    "northern": 2.0,
    "southern": 2.0,
    "eastern": 2.0,
    "western": 2.0,
    "central": 2.0,
    "downtown": 2.0,
    "northeast": 1.5,
    "northwest": 1.5,
    "southeast": 1.5,
    "southwest": 1.5,
    "nearby": 2.0,
    "neighbouring": 2.0,
    "neighboring": 2.0,
    "to": 0.3,
    "leaving": 0.6,
    "visiting": 0.5,
}
"""How much a word in front speaks for a place."""
OF_NOUNS: Final[dict[str, str]] = {
    **dict.fromkeys(
        words(
            "capital citizen city community county crossing emirate governor hamlet mayor municipality native "
            "outskirts people port province republic resident residents settlement state streets suburb town "
            "township village"
        ),
        "GPE",
    ),
    **dict.fromkeys(words("banks coast gulf island islands isle lake mount peninsula river sea shores valley"), "LOC"),
}
"""What a name is behind such a noun and "of"."""
LED: Final = words(
    "analyst ceo cfo chairman chairwoman co-founder coo director economist executive founder head manager partner "
    "president"
)
"""What is "of" an organisation."""
# Behind a name.
PLACE_AFTER: Final = words(
    "airport area attorney authorities border checkpoint city cops coroner county detective detectives district "
    "firefighters governor highway home mayor native neighborhood neighbourhood peninsula police policeman policemen "
    "port prefecture province region regions resident residents sheriff suburb town"
)
ORG_AFTER: Final = words(
    "analyst analysts channel employee employees executive executives founder franchise group investors mercenaries "
    "mercenary messaging messenger news newspaper officers paramilitary platform reporter shareholders shares "
    "spokesman spokesperson spokeswoman stock subscribers subsidiary viewers"
)
STRONG_ORG_AFTER: Final = words(
    "franchise group mercenaries mercenary newspaper paramilitary shareholders shares subsidiary"
)
CHIEFS: Final = words("CEO CFO chief CIO COO CTO executive managing")
PERSONAL: Final = words("appealed confessed grew ignored kissed married pleaded pled sobbed smiled wept yelled")
"""What only persons do."""
PERSONALLY: Final = words(
    "arraigned arrested born booked buried charged convicted critical dead detained died divorced extradited "
    "handcuffed homeless hospitalised hospitalized indicted jailed married paroled pronounced sentenced shot stabbed "
    "suspected unarmed unconscious unemployed widowed"
)
"""What is said of persons behind "was"."""
DONE_TO: Final = words(
    "accused arrested charged convicted detained handcuffed indicted jailed killed murdered sentenced shot stabbed"
)
"""Verbs in front of a person."""
PRODUCT_NOUNS: Final = words(
    "console drone drones handgun handguns helicopter helicopters jet jets missile missiles pickup pistol pistols "
    "revolver rifle rifles rocket rockets satellite sedan shotgun smartphone spacecraft tablet tank tanks vaccine"
)
SHIP_VERBS: Final = words("capsized capsizes collided docked foundered listed ran sailed sank sinks sunk tipped")
ISLAND_WORDS: Final = words(
    "archipelago basin desert glacier island islands islet lake mountain mountains peninsula river strait valley "
    "volcano"
)
ROADS: Final = words("airport avenue avenues boulevard bridge highway lane prison road roads stadium street streets")
FACILITIES: Final = words(
    "apartment apartments bar church elementary hotel mine mosque motel nightclub park plant playground restaurant "
    "school tavern"
)
MADE: Final = words("backed based born built controlled era flagged held led made occupied owned speaking style")
"""Behind a hyphen: "French-made"."""
APPOSED: Final[dict[str, str]] = {
    **dict.fromkeys(
        words("capital city country hamlet municipality port province settlement state suburb town village"),
        "GPE",
    ),
    **dict.fromkeys(words("island lake mountain peninsula river"), "LOC"),
    **dict.fromkeys(
        words("agency airline broadcaster charity company firm newspaper nonprofit retailer subsidiary"),
        "ORG",
    ),
    **dict.fromkeys(
        words("barge destroyer ferry frigate missile-frigate ship tanker vessel warship yacht"),
        "PRODUCT",
    ),
    **dict.fromkeys(
        words("analyst attorney doctor father lawyer mother professor resident spokesman spokeswoman teacher"),
        "PERSON",
    ),
}
"""What a name is that such a noun is said of: "Name, a town in …"."""
FAC_NOUNS: Final = words(
    "airport avenue boulevard bridge casino cathedral cemetery church dam factory hotel jail mall mine monastery "
    "mosque museum nightclub palace penitentiary pier plant power prison reactor refinery restaurant shrine smelter "
    "square stadium station street synagogue temple theater theatre tower tunnel"
)
"""In front of a name: "the copper mine Name"."""
SPORT: Final = words(
    "fans goal goalkeeper goals kick-off league match midfielder pitch points scored season striker substitute "
    "tackle team"
)
"""Words of reports of matches."""
