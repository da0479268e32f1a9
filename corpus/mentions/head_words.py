"""Words that tell what a name is by standing in it: mostly its last word, sometimes its first."""

from typing import Final

from corpus.mentions.words import words

# Last words of names, by kind.
ORG_HEADS: Final = words(
    "& Academy Administration AFC Agency Airlines Airways Albion Alliance Army Assembly Assn Associates Association "
    "Athletic Authority Bancorp Bancshares Bank Battalion Board Brewery Brigade Bros Brotherhood Brothers Bureau "
    "Cabinet Capital Center Centre CF Chamber Chronicle Church Clinic Club Co Co. Coalition College Commission "
    "Committee Company Confederation Conference Congregation Congress Consortium Constabulary Consulting Cooperative "
    "Corp Corporation Corps Council Court Department Dept Diocese Directorate Division Electric Energy Enterprises "
    "Entertainment Express Faculty FC Federation Ferries Financial Foods Force Forces Foundation Front Fund Gazette "
    "Group Guard Herald Holdings Hospital Hotspur Inc Industries Initiative Inspectorate Institute Insurance Journal "
    "Lab Laboratories Laboratory Labs League Legion Library Lines LLC Ltd Magazine Mail Media Ministries Ministry "
    "Mission Motors Movement Museum Navy Network News Observatory Observer Office Oil Ombudsman Orchestra "
    "Organisation Organization Parliament Partners Party Pharmaceuticals Pictures PLC plc Police Post Press Program "
    "Programme Project Prosecution Radio Railroad Railways Rangers Records Regiment Registrar Registry Regulator "
    "Restaurants Rovers School Schools Secretariat Securities Seminary Senate Service Services Sheriff Society "
    "Software Solutions Squad Steel Stoppers Stores Studios Supermarkets Syndicate Systems Task Team Technologies "
    "Television Times Tribunal Tribune Trust TV Union Unit United Univ University Utd Ventures Wanderers Zoo"
)
FAC_HEADS: Final = words(
    "Aerodrome Airport Alley Apartments Arena Auditorium Ave Avenue Barracks Blvd Boulevard Bridge Building Bypass "
    "Castle Cathedral Cemetery Chapel Circle Coliseum Colosseum Complex Court Courthouse Crescent Ct Dam Dock Dr "
    "Drive Expressway Freeway Garden Gardens Greenway Gymnasium Hall Harbor Harbour Highway Hotel House Houses Hwy "
    "Inn Interstate Jail Kirke Lane Lighthouse Ln Loop Mall Market Memorial Mine Mole Monument Mosque Motel Palace "
    "Park Parkway Pavilion Penitentiary Pier Pkwy Place Plantation Playground Plaza Prison Racecourse Raceway Ranch "
    "Rd Reactor Refinery Reservoir Road Route Shrine Speedway Square St Stadium Station Strasse Street Synagogue "
    "Temple Terminal Terrace Theater Theatre Tower Towers Trail Tunnel Turnpike Way Wharf"
)
LOC_HEADS: Final = words(
    "Basin Bay Canal Canyon Cape Channel Coast Creek Delta Desert Forest Glacier Gulf Island Islands Isle Isles Lake "
    "Mountain Mountains Ocean Peninsula Plateau Range Reef River Riviera Sea Side Sound Strait Straits Swamp Valley "
    "Volcano Ward"
)
GPE_HEADS: Final = words(
    "Beach Borough City County Falls Heights Hills Kingdom Oblast Parish Prefecture Province Region Republic Springs "
    "Town Township Village"
)
EVENT_HEADS: Final = words(
    "Awards Bowl Championship Championships Cup Derby Expo Fair Festival Games Marathon Massacre Olympics Pageant "
    "Prix Revolution Summit Uprising War"
)
TOURNAMENTS: Final = words("Challenger Classic Finals International Invitational Masters Open Playoffs Trophy")
"""What an event of sport ends with behind a place or a people: "Danish Open"."""
LAW_HEADS: Final = words(
    "Accord Accords Act Amendment Bill Code Constitution Convention Directive Pact Protocol Treaty"
)
AWARD_HEADS: Final = words("Award Medal Prize Trophy")
# First words of names, by kind.
ORG_STARTS: Final = words(
    "AC AFC AS Asociación Associação Atletico Atlético Banca Banco Banque Borussia CF Compañía Deportivo Deutsche "
    "Dinamo Dynamo Eintracht FC Federación FK Fédération Groupe Grupo Gruppo Hôpital Institut Instituto Ministerio "
    "Ministero Ministère Olympique Parti Partido Partito Racing Radio RB Rádio SC Secretaría Sindicato SK Sporting "
    "SV Syndicat Tele Télé Universidad Universidade Università Universität Université VfB VfL"
)
FAC_STARTS: Final = words("Avenida Calle Camp Estadio Estádio Fort Ft Piazza Plaza Rue Stade Stadion")
LOC_STARTS: Final = words("Cape Lake Mount Mt")
EVENT_STARTS: Final = words("Cyclone Hurricane Operation Typhoon")
SHIP_PREFIXES: Final = words(
    "ARA BRP FV HDMS HMAS HMCS HMS INS KRI M/B M/V MB MS MSC MT MV MY RMS RV SS SY USCGC USNS USS"
)
SAINTS: Final = words("Saint San Sankt Santa St St.")
COMPASS: Final = words(
    "Central East Eastern Greater Inner Lower North Northeast Northern Northwest South Southeast Southern Southwest "
    "Upper West Western"
)
"""Words that name a part of the place behind them."""
COMPANY_TAILS: Final = words(
    "AB AFC AG Airlines Airways Albion ASA Associates Athletic Bancorp Bank Capital City Co Company Corp Corporation "
    "Electric Energy Enterprises Entertainment FC Ferries Financial Foods GmbH Group Holdings Inc Industries "
    "Insurance KG Labs Lines LLC Ltd Media Motors Network NV Oil Oyj Partners Pharmaceuticals Pictures PLC plc "
    "Records Rovers SA SE Services Software Solutions SpA Steel Stores Studios Systems Technologies Town United Utd "
    "Ventures Wanderers"
)
"""Heads that a company's short name goes without."""
COMPANY_ENDS: Final = words(
    "AB AG ASA Bhd Co Corp GmbH Inc Incorporated Limited LLC LLP LP Ltd NV Oyj PLC plc Pty SA SpA"
)
"""Legal forms."""
ROAD_HEADS: Final = words("Ave Avenue Blvd Boulevard Dr Drive Hall Highway Hotel House Hwy Lane Ln Rd Road St Street")
"""Heads that a street's short name goes without."""
NUMBERED_ROADS: Final = words("Highway Hwy Interstate Route")
"""Roads that are named by a number."""
NUMBERED_HEADS: Final = words(
    "Ave Avenue Battalion Blvd Boulevard Brigade Court Ct District Division Dr Drive Lane Ln Place Precinct Rd "
    "Regiment Road St Street Ward"
)
"""Heads that an ordinal number stands before."""
SURNAME_HEADS: Final = words(
    "Act Bank Bay Bill Bowl Brothers Brown Canal Cape Castle Church Code Creek Cup Fair Force Forest Front Games "
    "Garden Guard Hall Heights Hill Hills Holder House Lake Lane League Mail Marathon Mission Parish Park Post Price "
    "Ranch Range Rivers Sheriff Side Society Sound Squad Steel Team Temple Town Valley Village Way"
)
"""Heads that are family names too, or say little: behind a given name they say nothing."""
OF_HEADS: Final = words(
    "Academy Archdiocese Army Assembly Association Bank Bay Board Brotherhood Bureau Cape Cathedral Center Centre "
    "Chamber Church City College Commission Committee Commonwealth Confederation Congress Corps Council Court "
    "Daughters Department Dept Diocese District Division Faculty Federation Front Gulf Horn Hospital House Institute "
    "Isle Kingdom Knights League Legion Library Ministry Movement Museum Office Organisation Organization Parliament "
    "Party Port Province Republic School Sea Secretariat Society Sons State Strait Tower Union University"
)
"""Heads after which "of" and a name still belong to the name."""
LISTED_HEADS: Final = words("Bureau Center Centre Commission Committee Council Department Institute Ministry Office")
"""Heads whose "of" may be followed by two names and "and"."""
TOPICAL_HEADS: Final = words("Commission Committee Conference Council")
"""Heads whose "on" belongs to the name."""
OF_LABELS: Final[dict[str, str]] = {
    **dict.fromkeys(words("Bay Cape Gulf Horn Isle Lake Mount Sea Strait"), "LOC"),
    **dict.fromkeys(words("City Commonwealth District Kingdom Port Province Republic State"), "GPE"),
    **dict.fromkeys(words("Cathedral Tower"), "FAC"),
}
"""What a name is that begins with such a word and "of"; all others are organisations."""
FAC_ENDINGS: Final = ("gade", "gatan", "straße", "strasse", "straat", "kirke", "gasse", "plein", "platz")
PLACE_STARTS: Final = words("El La Las Los New Nueva Nuevo Port Porto Puerto San Santa Santo São Villa")
"""What names of places begin with, in many languages."""
NUMBER_SIGNS: Final = words("N No Nr")
"""Signs in front of a number that ends a name: "Union No. 3"."""
PARTICLES: Final = words(
    "bin binti da das de degli dei del della den der di do dos du el et la le och und v v.d. van vom von y za zu zum"
)
"""What stands between the parts of a foreign name, in lower case."""
NAME_PARTICLES: Final = words(
    "abu al bin da das de degli dei del della den der di do dos du el la le ten ter van von zu"
)
"""Particles in lower case that a family name begins with."""
CLUB_HEADS: Final = words("City County Town")
"""Heads of places that are clubs where the talk is of sport."""
CLUB_TAILS: Final = words("Albion Athletic City Rangers Rovers Town United Utd Wanderers")
"""Last words of clubs, which they are called by alone."""
