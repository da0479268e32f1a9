"""Word lists of the rules for names: titles, heads of organisations and places, what stands between two names."""

from functools import cache
from typing import Final

TITLES: Final = frozenset(
    "mr mrs ms miss mx dr prof professor doctor sir dame lord lady madam madame monsieur herr frau senor "
    "senora don dona king queen prince princess emperor sultan sheikh shaikh emir pope cardinal archbishop "
    "bishop imam ayatollah mullah rabbi father sister brother saint reverend rev hon honorable honourable rt "
    "pastor deacon president pres vice premier chancellor minister prime deputy acting interim former ex late "
    "then current incoming outgoing governor gov senator sen representative rep congressman congresswoman "
    "secretary mayor ambassador envoy commissioner spokesman spokeswoman spokesperson chairman chairwoman "
    "chair director general gen lieutenant lt major maj colonel col captain capt sergeant sgt corporal cpl "
    "commander cmdr admiral adm marshal brigadier brig private pvt officer detective det inspector insp "
    "constable superintendent sheriff chief judge justice attorney lawyer prosecutor coroner coach manager "
    "striker midfielder defender goalkeeper quarterback skipper coordinator actor actress singer author "
    "analyst expert economist journalist reporter correspondent editor leader boss ceo cfo coo founder owner "
    "lance staff master petty warrant first second flight wing air fleet rear".split()
)
OFFICES: Final = frozenset(
    "president premier chancellor minister governor gov senator sen mayor judge justice king queen prince "
    "princess pope secretary ambassador congressman congresswoman sheriff commissioner sultan emir".split()
)
MALE: Final = frozenset("mr sir lord king prince emperor husband father brother son he his him".split())
FEMALE: Final = frozenset("mrs ms miss dame lady queen princess wife mother sister daughter she her hers".split())
KINSHIP: Final = frozenset(
    "son daughter wife husband father mother brother sister uncle aunt nephew niece cousin grandson "
    "granddaughter grandfather grandmother stepson stepdaughter stepfather stepmother fiancee fiance partner "
    "girlfriend boyfriend twin parents children sons daughters brothers sisters widow ex-wife ex-husband dad "
    "mum mom".split()
)
SUFFIXES: Final = frozenset("jr sr ii iii iv junior senior phd md esq obe mbe cbe qc kc mp".split())
PARTICLES: Final = frozenset(
    "van von der den de del della di da dos das du la le el al bin ibn ben abu bint ten ter zu af av y e und".split()
)

SMALL: Final = frozenset(
    "of the for and in on at to a an de la le les des du der die das und et y del di da do dos e van für von för "
    "za i w na do og och til av voor og".split()
)
# What clubs put before or after their name, and what ministries may leave out of theirs.
LEFT_OUT: Final = SMALL | frozenset(
    "affairs fc afc cf ac sc sv fk nk sk if bk ud cd ssc rc sd tsv vfb vfl tsg rb kv krc osc".split()
)
NUMBER: Final = frozenset("no n nr number num nº n°".split())
COMPANY: Final = frozenset(
    "inc corp corporation co company ltd limited llc plc group holdings ag sa gmbh nv spa ab oy as asa".split()
)

# Words of one meaning in names of organisations and treaties; the first is what they are compared as.
_SYNONYMS: Final = (
    "defence defense",
    "ministry department office bureau secretariat ministere ministerium ministerio ministerstvo ministero",
    "chief main general head principal",
    "economy economic economics",
    "number no n nr num",
    "party partei partido parti partia partito partij partiya",
    "church kirke kirche eglise iglesia kyrka",
    "free freedom liberty liberation libre",
    "union unions sindicato syndicat gewerkschaft sindikat",
    "national nation state federal",
    "security safety",
    "service services",
    "centre center central",
    "organisation organization",
    "labour labor workers worker labourers",
    "sailor sailors seamen seaman seafarers seafarer mariners marine maritime sea naval",
    "commission committee board panel inquiry council",
    "accident accidents casualty casualties",
    "investigation investigations investigative inquiry",
    "rescue saving lifesaving",
    "health healthcare",
    "interior home internal",
    "foreign external",
    "justice legal",
    "finance financial treasury",
    "agency authority administration",
    "volunteer volunteers voluntary",
    "corps corp",
    "army military",
    "people peoples popular",
    "election elections electoral",
    "human humans",
    "right rights",
    "law legal",
    "transport transportation",
    "emergency emergencies",
    "association society federation league",
    "hospital clinic infirmary hopital krankenhaus szpital",
    "police policing policia polizei policja politi",
    "airline airlines airways",
    "ferry ferries",
    "north northern nord",
    "south southern",
    "east eastern",
    "west western",
    "institute institution",
    "child children",
    "woman women",
    "united utd unity unified",
    "democracy democratic democrats democrat",
    "environment environmental",
    "education educational",
    "technology technologies",
    "aviation air",
    "rail railway railways railroad",
    "trade trades",
    "teacher teachers",
    "nurse nurses nursing",
    "bank banking banco banque",
    "metro metropolitan",
    "sound sund",
    "fishery fisheries fishing",
    "saint st sankt san santa",
    "street st",
    "avenue ave av",
    "road rd",
    "boulevard blvd",
    "mount mt",
    "fort ft",
    "doctor dr",
    "county co",
    "university univ universidad universite universitat universita",
)
# Heads that say what a body is; a name that is nothing but such words is told apart by its nation or place.
ORGANISATION_HEADS: Final = frozenset(
    "ministry department office bureau agency service services police army navy force forces guard guards "
    "command corps legion brigade battalion regiment division parliament senate congress assembly duma knesset "
    "cabinet government council court commission committee board authority administration party union "
    "federation confederation association league society organisation organization institute university "
    "college school academy hospital clinic centre center bank fund exchange company group corporation airline "
    "airlines airways ferries bureau treasury embassy consulate church foundation trust club team network "
    "channel times post news press herald journal gazette tribune telegraph guardian register observer sheriff "
    "prosecutor attorney coroner militia intelligence directorate secretariat inspectorate tribunal "
    "legislature house chamber ombudsman coastguard firefighters coalition alliance front movement campaign "
    "institute museum theatre theater".split()
)
PRESS: Final = frozenset(
    "times post news press herald journal gazette tribune telegraph guardian register observer star sun mirror "
    "mail express chronicle inquirer courier dispatch bulletin examiner globe review today daily tv radio "
    "broadcasting".split()
)
GENERIC: Final = frozenset(
    "defence foreign interior health finance justice transport education emergency emergencies air coast "
    "national federal state supreme high city county general public security intelligence central district "
    "regional local military royal special operations main armed ground naval border fire rescue election "
    "elections central prime first medical examiner affairs situations internal external home energy culture "
    "economy agriculture trade treasury red cross".split()
)
TEAMS: Final = frozenset(
    "united utd city rovers wanderers athletic town county rangers albion hotspur celtic sporting dynamo "
    "spartak wednesday forest palace villa orient alexandra argyle thistle rovers harriers raiders warriors".split()
)
VESSELS: Final = frozenset("ms mv mb mt ss hms uss ins rfa rms hmas hmcs ff ft fv sv mf tss rv usns usgc".split())

# How one name is said to be another: between the two, in lower case.
DEFINING: Final = (
    "also known as|better known as|best known as|popularly known as|commonly known as|widely known as|"
    "known locally as|known simply as|known online as|formerly known as|previously known as|formerly called|"
    "formerly|known as|or|aka|a.k.a.|locally|alias|nicknamed|dubbed|is called|was called|are called|"
    "also called|abbreviated|abbreviated as|abbreviated to|shortened to|whose real name is|real name|"
    "whose full name is|full name|in short|short for|which stands for|stands for|whose call sign is|"
    "whose callsign is|whose call-sign is|call sign|callsign|call-sign|codename|code name|code-named|codenamed|"
    "goes by|who goes by|who goes by the name|went by|who went by|going by|who uses the name|"
    "who introduced himself as|who introduced herself as|introduced himself as|introduced herself as|"
    "introduced himself by his call sign|introduced himself by his callsign|"
    "introduced himself by his call-sign|introduced himself with the call sign|"
    "introduced himself with the call-sign|who gave his name as|who gave her name as|identified himself as|"
    "identified herself as|performing as|born|née|nee|now|in english|in russian|in ukrainian|in german|"
    "in french|in spanish|in arabic|in chinese|which means|meaning|literally|that is|i.e."
)

_STATES: Final = (
    "alabama ala|alaska|arizona ariz|arkansas ark|california calif|colorado colo|connecticut conn|delaware|"
    "florida fla|georgia ga|idaho ida|illinois ill|indiana ind|kansas kan|kentucky ky|louisiana|maryland md|"
    "massachusetts|michigan mich|minnesota minn|mississippi|missouri mo|montana mont|nebraska neb|nevada nev|"
    "newhampshire nh|newjersey nj|newmexico nm|newyork ny|northcarolina nc|northdakota nd|ohio|oklahoma okla|"
    "oregon ore|pennsylvania pa penn|rhodeisland ri|southcarolina sc|southdakota sd|tennessee tenn|texas tex|"
    "utah|vermont vt|virginia va|washington wash|westvirginia wva|wisconsin wis wisc|wyoming wyo|"
    "britishcolumbia bc|ontario ont|quebec que|alberta alta"
)
_EXONYMS: Final = (
    "kyiv kiev kiew kijow kyjiw|kharkiv kharkov charkiw charkow|lviv lvov lemberg lwow|odesa odessa|"
    "dnipro dnepr|chernihiv chernigov|mykolaiv nikolaev nikolayev|"
    "zaporizhzhia zaporozhye zaporizhia saporischschja|luhansk lugansk|donetsk donezk|"
    "moscow moskau moskva moscou|warsaw warschau warszawa varsovie|prague prag praha|vienna wien vienne|"
    "munich munchen|cologne koln|nuremberg nurnberg|brussels brussel bruxelles|antwerp antwerpen|"
    "geneva geneve genf|zurich zuerich|lisbon lisboa|rome roma rom|milan milano mailand|naples napoli|"
    "florence firenze|venice venezia venedig|turin torino|athens athen athina|copenhagen kobenhavn kopenhagen|"
    "gothenburg goteborg|bucharest bucuresti bukarest|belgrade beograd belgrad|beijing peking pekin|"
    "guangzhou canton|nanjing nanking|tianjin tientsin|mumbai bombay|kolkata calcutta|chennai madras|"
    "bengaluru bangalore|yangon rangoon|hochiminhcity saigon|istanbul constantinople|cairo kairo alqahira|"
    "damascus damaskus dimashq|baghdad bagdad|tehran teheran|mecca makkah|medina madinah|tripoli tarabulus|"
    "algiers alger|aleppo halab|seville sevilla|saragossa zaragoza|thehague hague denhaag|"
    "chisinau kishinev|tbilisi tiflis|vilnius wilna|gdansk danzig|wroclaw breslau|bratislava pressburg|"
    "almaty almaata|myanmar burma|czechia czechrepublic|ivorycoast cotedivoire|eswatini swaziland|"
    "turkey turkiye|netherlands holland|germany deutschland allemagne|france frankreich|"
    "russia russland russie rossiya russianfederation|ukraine ukraina|spain espana spanien|poland polska polen|"
    "austria osterreich autriche|switzerland schweiz suisse|belarus byelorussia|"
    "unitedstates us usa unitedstatesofamerica america etatsunis|unitedkingdom uk britain greatbritain|"
    "unitedarabemirates uae emirates|europeanunion eu|unitednations un uno onu|"
    "democraticrepublicofcongo drc drcongo congo|northkorea dprk|southkorea republicofkorea|saudiarabia ksa|"
    "newzealand nz|newyorkcity nyc|washington washingtondc"
)


def _table(rows: str) -> dict[str, str]:
    """Each word of a row by the row's first."""
    return {word: row.split()[0] for row in reversed(rows.split("|")) for word in row.split()}


@cache
def synonyms() -> dict[str, str]:
    """A word of a name by the word that it is compared as."""
    return {word: row.split()[0] for row in reversed(_SYNONYMS) for word in row.split()}


@cache
def place_names() -> dict[str, str]:
    """Places that are written in several ways, without spaces, by the form they are compared as."""
    return _table(_STATES) | _table(_EXONYMS)


@cache
def defining() -> tuple[str, ...]:
    """How one name is said to be another, the longest first."""
    return tuple(sorted(DEFINING.split("|"), key=lambda one: (-len(one), one)))
