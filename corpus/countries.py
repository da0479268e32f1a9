"""Countries, their capitals and their demonyms: what the rules know of the world where no model is installed."""

from typing import Final

# One line a country: its names; its capital and other well-known places; its demonyms. Bars between the three.
_TABLE: Final = """
Afghanistan|Kabul|Afghan
Albania|Tirana|Albanian
Algeria|Algiers|Algerian
Angola|Luanda|Angolan
Argentina|Buenos Aires|Argentine,Argentinian
Armenia|Yerevan|Armenian
Australia|Canberra,Sydney,Melbourne|Australian
Austria|Vienna|Austrian
Azerbaijan|Baku|Azerbaijani,Azeri
Bahrain|Manama|Bahraini
Bangladesh|Dhaka|Bangladeshi
Belarus|Minsk|Belarusian
Belgium|Brussels|Belgian
Bolivia||Bolivian
Bosnia and Herzegovina,Bosnia|Sarajevo|Bosnian
Botswana|Gaborone|Botswanan
Brazil|Brasília,Brasilia,São Paulo,Rio de Janeiro|Brazilian
Bulgaria|Sofia|Bulgarian
Burkina Faso|Ouagadougou|Burkinabe
Burundi||Burundian
Cambodia|Phnom Penh|Cambodian
Cameroon|Yaoundé|Cameroonian
Canada|Ottawa,Toronto,Montreal,Vancouver|Canadian
Chile||Chilean
China|Beijing,Shanghai,Hong Kong|Chinese
Colombia|Bogotá,Bogota|Colombian
Congo|Kinshasa|Congolese
Costa Rica||Costa Rican
Croatia|Zagreb|Croatian
Cuba|Havana|Cuban
Cyprus|Nicosia|Cypriot
Czech Republic,Czechia|Prague|Czech
Denmark|Copenhagen|Danish,Dane
Dominican Republic|Santo Domingo|Dominican
Ecuador|Quito|Ecuadorian,Ecuadorean
Egypt|Cairo|Egyptian
El Salvador||Salvadoran
Eritrea|Asmara|Eritrean
Estonia|Tallinn|Estonian
Ethiopia|Addis Ababa|Ethiopian
Finland|Helsinki|Finnish,Finn
France|Paris,Marseille|French
Georgia|Tbilisi|Georgian
Germany|Berlin,Munich,Hamburg,Frankfurt|German
Ghana|Accra|Ghanaian
Greece|Athens|Greek
Guatemala|Guatemala City|Guatemalan
Guinea|Conakry|Guinean
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
Liberia|Monrovia|Liberian
Libya|Tripoli|Libyan
Lithuania|Vilnius|Lithuanian
Luxembourg||Luxembourger
Madagascar|Antananarivo|Malagasy
Malawi|Lilongwe|Malawian
Malaysia|Kuala Lumpur|Malaysian
Mali|Bamako|Malian
Malta|Valletta|Maltese
Mauritania|Nouakchott|Mauritanian
Mexico|Mexico City|Mexican
Moldova|Chisinau|Moldovan
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
Niger|Niamey|Nigerien
Nigeria|Abuja,Lagos|Nigerian
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
Poland|Warsaw|Polish
Portugal|Lisbon|Portuguese
Qatar|Doha|Qatari
Romania|Bucharest|Romanian
Russia,Russian Federation|Moscow,St. Petersburg|Russian
Rwanda|Kigali|Rwandan
Saudi Arabia|Riyadh|Saudi
Senegal|Dakar|Senegalese
Serbia|Belgrade|Serbian,Serb
Sierra Leone|Freetown|Sierra Leonean
Singapore||Singaporean
Slovakia|Bratislava|Slovak
Slovenia|Ljubljana|Slovenian
Somalia|Mogadishu|Somali
South Africa|Johannesburg,Pretoria,Cape Town|South African
South Korea|Seoul|South Korean
South Sudan|Juba|South Sudanese
Spain|Madrid,Barcelona|Spanish,Spaniard
Sri Lanka|Colombo|Sri Lankan
Sudan|Khartoum|Sudanese
Sweden|Stockholm|Swedish,Swede
Switzerland|Geneva,Zurich,Bern|Swiss
Syria|Damascus,Aleppo|Syrian
Taiwan|Taipei|Taiwanese
Tajikistan|Dushanbe|Tajik
Tanzania|Dar es Salaam|Tanzanian
Thailand|Bangkok|Thai
Tunisia|Tunis|Tunisian
Turkey,Türkiye|Ankara,Istanbul|Turkish,Turk
Turkmenistan|Ashgabat|Turkmen
Uganda|Kampala|Ugandan
Ukraine|Kyiv,Kiev,Kharkiv,Odesa|Ukrainian
United Arab Emirates,UAE|Abu Dhabi,Dubai|Emirati
United Kingdom,UK,U.K.,Britain,Great Britain|London|British
England,Scotland,Wales,Northern Ireland|Edinburgh,Cardiff,Belfast|English,Scottish,Welsh
United States,United States of America,US,U.S.,USA,U.S.A.,America|Washington,New York,Los Angeles,Chicago|American
Uruguay|Montevideo|Uruguayan
Uzbekistan|Tashkent|Uzbek
Venezuela|Caracas|Venezuelan
Vietnam|Hanoi|Vietnamese
Yemen|Sanaa|Yemeni
Zambia|Lusaka|Zambian
Zimbabwe|Harare|Zimbabwean
"""

_OTHER_GROUPS: Final = (
    "Arab,European,African,Asian,Latino,Kurdish,Kurd,Jewish,Muslim,Christian,Catholic,Islamic,Islamist,Sunni,Shiite,Hindu,"
    "Buddhist,Republican,Democrat,Democratic,Soviet,Chechen,Tatar,Palestinian,Communist,Nazi"
)
# The ending of these is no plural: "Chinese", "Swiss", "British".
_NO_PLURAL: Final = ("ese", "ish", "ss", "ch", "sh")


def _column(number: int) -> list[str]:
    cells = (line.split("|")[number] for line in _TABLE.split("\n") if line)
    return [name for cell in cells for name in cell.split(",") if name]


def places() -> tuple[str, ...]:
    """The names of countries and of their best-known cities."""
    return tuple(_column(0) + _column(1))


def peoples() -> tuple[str, ...]:
    """Adjectives of nationality and of other groups, with their plurals where they have one."""
    words = _column(2) + _OTHER_GROUPS.split(",")
    return tuple(dict.fromkeys(words + [word + "s" for word in words if not word.endswith(_NO_PLURAL)]))
