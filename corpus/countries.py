"""Countries, their capitals and their demonyms, and the names of other groups: what the rules know of the world."""

from typing import Final

# One line a country: its names; its capital and other well-known places; its demonyms. Bars between the three.
_TABLE: Final = """
Afghanistan|Kabul|Afghan
Albania|Tirana|Albanian
Algeria|Algiers|Algerian
Andorra||Andorran
Angola|Luanda|Angolan
Argentina|Buenos Aires|Argentine,Argentinian
Armenia|Yerevan|Armenian
Australia|Canberra,Sydney,Melbourne|Australian
Austria|Vienna|Austrian
Azerbaijan|Baku|Azerbaijani,Azeri
Bahamas|Nassau|Bahamian
Bahrain|Manama|Bahraini
Bangladesh|Dhaka|Bangladeshi
Barbados||Barbadian
Belarus|Minsk|Belarusian
Belgium|Brussels|Belgian
Belize||Belizean
Benin|Cotonou|Beninese
Bhutan|Thimphu|Bhutanese
Bolivia||Bolivian
Bosnia and Herzegovina,Bosnia|Sarajevo|Bosnian
Botswana|Gaborone|Botswanan
Brazil|Brasília,Brasilia,São Paulo,Rio de Janeiro|Brazilian
Brunei||Bruneian
Bulgaria|Sofia|Bulgarian
Burkina Faso|Ouagadougou|Burkinabe
Burundi||Burundian
Cambodia|Phnom Penh|Cambodian
Cameroon|Yaoundé|Cameroonian
Canada|Ottawa,Toronto,Montreal,Vancouver|Canadian
Cape Verde||Cape Verdean
Central African Republic|Bangui|Central African
Chad|N'Djamena|Chadian
Chile||Chilean
China|Beijing,Shanghai,Hong Kong|Chinese
Colombia|Bogotá,Bogota|Colombian
Comoros||Comorian
Congo|Kinshasa|Congolese
Costa Rica||Costa Rican
Croatia|Zagreb|Croatian
Cuba|Havana|Cuban
Cyprus|Nicosia|Cypriot
Czech Republic,Czechia|Prague|Czech
Democratic Republic of Congo,DR Congo,DRC|Goma|
Denmark|Copenhagen|Danish,Dane
Djibouti||Djiboutian
Dominican Republic|Santo Domingo|Dominican
East Timor,Timor-Leste|Dili|Timorese
Ecuador|Quito|Ecuadorian,Ecuadorean
Egypt|Cairo|Egyptian
El Salvador||Salvadoran
England,Scotland,Wales,Northern Ireland|Edinburgh,Cardiff,Belfast|English,Scottish,Welsh,Scot
Equatorial Guinea|Malabo|
Eritrea|Asmara|Eritrean
Estonia|Tallinn|Estonian
Eswatini,Swaziland||Swazi
Ethiopia|Addis Ababa|Ethiopian
Fiji|Suva|Fijian
Finland|Helsinki|Finnish,Finn
France|Paris,Marseille|French
Gabon|Libreville|Gabonese
Gambia|Banjul|Gambian
Georgia|Tbilisi|Georgian
Germany|Berlin,Munich,Hamburg,Frankfurt|German
Ghana|Accra|Ghanaian
Greece|Athens|Greek
Greenland|Nuuk|Greenlandic,Greenlander
Grenada||Grenadian
Guatemala|Guatemala City|Guatemalan
Guinea-Bissau|Bissau|
Guinea|Conakry|Guinean
Guyana||Guyanese
Haiti|Port-au-Prince|Haitian
Honduras|Tegucigalpa|Honduran
Hungary|Budapest|Hungarian
Iceland|Reykjavik|Icelandic,Icelander
India|New Delhi,Delhi,Mumbai|Indian
Indonesia|Jakarta|Indonesian
Iran|Tehran|Iranian
Iraq|Baghdad|Iraqi
Ireland|Dublin|Irish
Israel|Jerusalem,Tel Aviv|Israeli
Italy|Rome,Milan|Italian
Ivory Coast|Abidjan|Ivorian
Jamaica||Jamaican
Japan|Tokyo,Osaka|Japanese
Jordan|Amman|Jordanian
Kazakhstan|Astana|Kazakh
Kenya|Nairobi|Kenyan
Kosovo|Pristina|Kosovar
Kuwait|Kuwait City|Kuwaiti
Kyrgyzstan|Bishkek|Kyrgyz
Laos|Vientiane|Laotian
Latvia|Riga|Latvian
Lebanon|Beirut|Lebanese
Lesotho|Maseru|
Liberia|Monrovia|Liberian
Libya|Tripoli|Libyan
Liechtenstein||
Lithuania|Vilnius|Lithuanian
Luxembourg||Luxembourger
Madagascar|Antananarivo|Malagasy
Malawi|Lilongwe|Malawian
Malaysia|Kuala Lumpur|Malaysian
Maldives||Maldivian
Mali|Bamako|Malian
Malta|Valletta|Maltese
Mauritania|Nouakchott|Mauritanian
Mauritius||Mauritian
Mexico|Mexico City|Mexican
Moldova|Chisinau|Moldovan
Monaco||Monegasque
Mongolia|Ulaanbaatar|Mongolian
Montenegro|Podgorica|Montenegrin
Morocco|Rabat,Casablanca|Moroccan
Mozambique|Maputo|Mozambican
Myanmar,Burma|Naypyidaw,Yangon|Burmese
Namibia|Windhoek|Namibian
Nepal|Kathmandu|Nepali,Nepalese
Netherlands|Amsterdam,The Hague|Dutch
New Zealand|Auckland|New Zealander
Nicaragua|Managua|Nicaraguan
Nigeria|Abuja,Lagos|Nigerian
Niger|Niamey|Nigerien
North Korea|Pyongyang|North Korean
North Macedonia|Skopje|Macedonian
Norway|Oslo|Norwegian
Oman|Muscat|Omani
Pakistan|Islamabad,Karachi,Lahore|Pakistani
Palestine|Gaza,West Bank|Palestinian
Panama|Panama City|Panamanian
Papua New Guinea|Port Moresby|
Paraguay||Paraguayan
Peru|Lima|Peruvian
Philippines|Manila|Filipino,Philippine
Poland|Warsaw|Polish,Pole
Portugal|Lisbon|Portuguese
Puerto Rico|San Juan|Puerto Rican
Qatar|Doha|Qatari
Romania|Bucharest|Romanian
Russia,Russian Federation|Moscow,St. Petersburg|Russian
Rwanda|Kigali|Rwandan
Samoa||Samoan
San Marino||
Saudi Arabia|Riyadh|Saudi,Saudi Arabian
Senegal|Dakar|Senegalese
Serbia|Belgrade|Serbian,Serb
Seychelles||
Sierra Leone|Freetown|Sierra Leonean
Singapore||Singaporean
Slovakia|Bratislava|Slovak
Slovenia|Ljubljana|Slovenian
Solomon Islands|Honiara|
Somalia|Mogadishu|Somali,Somalian
South Africa|Johannesburg,Pretoria,Cape Town|South African
South Korea|Seoul|South Korean
South Sudan|Juba|South Sudanese
Spain|Madrid,Barcelona|Spanish,Spaniard
Sri Lanka|Colombo|Sri Lankan
Sudan|Khartoum|Sudanese
Suriname|Paramaribo|Surinamese
Sweden|Stockholm|Swedish,Swede
Switzerland|Geneva,Zurich,Bern|Swiss
Syria|Damascus,Aleppo|Syrian
Taiwan|Taipei|Taiwanese
Tajikistan|Dushanbe|Tajik
Tanzania|Dar es Salaam|Tanzanian
Thailand|Bangkok|Thai
Togo||Togolese
Tonga||Tongan
Trinidad and Tobago,Trinidad|Port of Spain|Trinidadian
Tunisia|Tunis|Tunisian
Turkey,Türkiye|Ankara,Istanbul|Turkish,Turk
Turkmenistan|Ashgabat|Turkmen
Uganda|Kampala|Ugandan
Ukraine|Kyiv,Kiev,Kharkiv,Odesa|Ukrainian
United Arab Emirates,UAE|Abu Dhabi,Dubai|Emirati
United Kingdom,UK,U.K.,Britain,Great Britain|London|British,Briton,Brit
United States,United States of America,US,U.S.,USA,U.S.A.,America|Washington,New York,Los Angeles,Chicago|American
Uruguay|Montevideo|Uruguayan
Uzbekistan|Tashkent|Uzbek
Vanuatu||
Vatican City||
Venezuela|Caracas|Venezuelan
Vietnam|Hanoi|Vietnamese
Yemen|Sanaa|Yemeni
Zambia|Lusaka|Zambian
Zimbabwe|Harare|Zimbabwean
"""

_OTHER_GROUPS: Final = (
    "Aboriginal,African,African American,African-American,Alaskan,Alawite,Anglican,Arab,Asian,Asian American,"
    "Asian-American,Baptist,Basque,Bavarian,Bengali,Berliner,Breton,Buddhist,Californian,Catalan,Catholic,"
    "Central American,Chechen,Christian,Communist,Conservative,Cossack,Democrat,Democratic,Druze,Dutchman,Englishman,"
    "Englishwoman,European,Evangelical,Floridian,Frenchman,Frenchwoman,Hausa,Hawaiian,Hindu,Hispanic,Hongkonger,Hutu,"
    "Igbo,Inuit,Irishman,Irishwoman,Islamic,Islamist,Jew,Jewish,Jihadist,Kashmiri,Kurd,Kurdish,Latin American,Latina,"
    "Latino,Liberal Democrat,Libertarian,Londoner,Lutheran,Maori,Marxist,Methodist,Mexican-American,Mormon,Moslem,"
    "Muscovite,Muslim,Native American,Nazi,New Yorker,Nordic,North American,Oromo,Orthodox,Palestinian,Parisian,"
    "Pashtun,Persian,Protestant,Punjabi,Republican,Rohingya,Roman Catholic,Salafist,Scandinavian,Scotsman,Shi'ite,"
    "Shia,Shiite,Sicilian,Sikh,Sinhalese,Slav,Slavic,Socialist,South American,Soviet,Sunni,Tamil,Tatar,Texan,Tibetan,"
    "Tigrayan,Tory,Tutsi,Uighur,Uyghur,Welshman,Yazidi,Yoruba,Zionist,Zulu,neo-Nazi"
)
# The ending of these is no plural: "Chinese", "Swiss", "British".
_NO_PLURAL: Final = ("ese", "ish", "ss", "ch", "sh", "shman", "chman", "tsman", "woman")


def _column(number: int) -> list[str]:
    cells = (line.split("|")[number] for line in _TABLE.split("\n") if line)
    return [name for cell in cells for name in cell.split(",") if name]


def countries() -> tuple[str, ...]:
    """The names of countries."""
    return tuple(_column(0))


def towns() -> tuple[str, ...]:
    """Capitals and other well-known places."""
    return tuple(_column(1))


def places() -> tuple[str, ...]:
    """The names of countries and of their best-known cities."""
    return countries() + towns()


def peoples() -> tuple[str, ...]:
    """Adjectives of nationality and of other groups, with their plurals where they have one."""
    words = _column(2) + _OTHER_GROUPS.split(",")
    plurals = [word + "s" for word in words if not word.endswith(_NO_PLURAL)]
    named = set(countries())
    return tuple(dict.fromkeys(word for word in words + plurals if word not in named))


def nations() -> dict[str, str]:
    """The names and adjectives of countries, with their plurals, by the first name of the country."""
    found: dict[str, str] = {}
    for names, _, adjectives in _rows():
        plurals = [word + "s" for word in adjectives if word and not word.endswith(_NO_PLURAL)]
        found |= dict.fromkeys([word for word in (*names, *adjectives, *plurals) if word], names[0])
    return found


def cities() -> dict[str, str]:
    """Capitals and other well-known places by the first name of their country."""
    return {city: names[0] for names, places_of, _ in _rows() for city in places_of if city}


def _rows() -> list[list[list[str]]]:
    return [
        [[str(name) for name in cell.split(",")] for cell in line.split("|")] for line in _TABLE.split("\n") if line
    ]
