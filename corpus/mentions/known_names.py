"""Names that everybody knows: regions, organisations, services and events. Commas part them."""

from typing import Final

from corpus.mentions.words import words

STATES: Final = (
    "Alabama,Alaska,Alberta,Andalusia,Arizona,Arkansas,Bali,Bavaria,Bihar,British Columbia,Brittany,Bronx,Brooklyn,"
    "California,Catalonia,Chechnya,Colorado,Connecticut,Cornwall,Crimea,D.C.,Dagestan,Delaware,Devon,Essex,Florida,"
    "Gaza Strip,Gujarat,Hampshire,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kashmir,Kent,Kentucky,Kerala,Kurdistan,"
    "L.A.,Lancashire,Lombardy,Louisiana,Maharashtra,Maine,Manhattan,Manitoba,Maryland,Massachusetts,Michigan,"
    "Minnesota,Mississippi,Missouri,Montana,NYC,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New South Wales,"
    "New York City,Norfolk,Normandy,North Carolina,North Dakota,Nova Scotia,Ohio,Okinawa,Oklahoma,Ontario,Oregon,"
    "Oxfordshire,Pennsylvania,Punjab,Quebec,Queens,Queensland,Rhode Island,Sardinia,Saskatchewan,Saxony,Siberia,"
    "Sicily,South Carolina,South Dakota,Staten Island,Suffolk,Surrey,Sussex,Tamil Nadu,Tasmania,Tennessee,Texas,"
    "Tibet,Tuscany,Utah,Uttar Pradesh,Vermont,Virginia,Washington D.C.,West Bengal,West Virginia,Wisconsin,Wyoming,"
    "Xinjiang,Yorkshire"
)
"""States, provinces, counties and the like of several countries."""
STATE_ABBREVIATIONS: Final = (
    "Ala.,Ariz.,Ark.,Calif.,Colo.,Conn.,Del.,Fla.,Ga.,Ill.,Ind.,Kan.,Ky.,La.,Mass.,Md.,Mich.,Minn.,Miss.,Mo.,Mont.,N.C.,"
    "N.D.,N.H.,N.J.,N.M.,N.Y.,Neb.,Nev.,Okla.,Ore.,Pa.,R.I.,S.C.,S.D.,Tenn.,Tex.,Va.,Vt.,W.Va.,Wash.,Wis.,Wyo."
)
"""How American English shortens its states."""
REGIONS: Final = (
    "Africa,Alps,Amazon,Andes,Antarctica,Appalachians,Arctic,Arctic Ocean,Asia,Asia Pacific,Asia-Pacific,Atlantic,"
    "Atlantic Ocean,Balkans,Baltic,Baltic Sea,Bay Area,Black Sea,Caribbean,Caspian Sea,Caucasus,Central America,"
    "Central Asia,Danube,Dead Sea,Dnipro,Donbas,Donbass,East Africa,East Asia,East Coast,Eastern Europe,"
    "English Channel,Euphrates,Europe,Far East,Ganges,Gulf of Mexico,Himalayas,Horn of Africa,"
    "Indian Ocean,Latin America,Levant,Maghreb,Mediterranean,Mediterranean Sea,Mekong,Middle East,Midwest,"
    "Mississippi River,Mount Everest,New England,Nile,North Africa,North America,North Sea,Pacific,Pacific Ocean,"
    "Panama Canal,Persian Gulf,Pyrenees,Red Sea,Rhine,Rockies,Sahara,Sahel,Scandinavia,Sea of Japan,Silicon Valley,"
    "South America,South Asia,South China Sea,Southeast Asia,Southern Africa,Strait of Hormuz,Sub-Saharan Africa,"
    "Capitol Hill,Suez Canal,Thames,Tigris,Volga,West Africa,West Coast,Western Europe,Yangtze"
)
"""Continents, regions, seas, rivers and mountains."""
ORGANISATIONS: Final = (
    "ABC,AFP,ASEAN,ATF,African Union,Al Jazeera,Al Qaeda,Al-Qaeda,Al-Shabab,Amnesty International,Arab League,"
    "Associated Press,Bloomberg,Boko Haram,CBS,CDC,CIA,CNBC,DEA,Daesh,E.U.,EPA,EU,European Union,Europol,FAA,FBI,FDA,"
    "FEMA,FIFA,FTC,Fox News,GOP,Greenpeace,Hamas,Hezbollah,Human Rights Watch,IAEA,IMF,IOC,IRS,ISIL,ISIS,"
    "International Monetary Fund,Interpol,Islamic State,Justice Department,KGB,LAPD,MI5,MI6,MLB,MSNBC,NASA,NATO,NBA,"
    "NBC,NCAA,NFL,NHL,NPR,NSA,NTSB,NYPD,New York Times,OPEC,PBS,Red Crescent,Red Cross,SEC,SWAT,Sky News,"
    "State Department,Supreme Court,TSA,Taliban,U.N.,UEFA,UN,UNESCO,UNHCR,UNICEF,United Nations,WHO,WTO,"
    "Wall Street Journal,Washington Post,White House,World Bank,World Health Organization,World Trade Organization,"
    "al Qaeda,al-Qaeda,al-Qaida,al-Shabaab,al-Shabab"
)
"""Organisations of the whole world, and those whose names say nothing of what they are."""
EVENTS: Final = (
    "Academy Awards,Black Friday,Brexit,Champions League,Cold War,Emmys,Europa League,Golden Globes,Grammys,Hajj,"
    "Holocaust,Olympics,Oscars,Paralympics,Ramadan,Stanley Cup,Summer Olympics,Super Bowl,Roland Garros,Six Nations,"
    "Tonys,Tour de France,Wimbledon,Winter Olympics,World Cup,World Series,World War I,World War II"
)
"""Events and feasts that recur, and those of history."""
SERVICES: Final = (
    "AFP,AP,Airbnb,Amazon,BBC,CNN,Discord,Facebook,GoFundMe,Google,Instagram,LinkedIn,Microsoft,Netflix,Pinterest,"
    "Reddit,Reuters,Signal,Skype,Snapchat,Spotify,Telegram,TikTok,Tumblr,Twitch,Twitter,Uber,VKontakte,Viber,WeChat,"
    "Weibo,WhatsApp,Wikipedia,YouTube,Zoom"
)
"""Services and media, which are organisations."""
ALONE: Final[dict[str, str]] = {
    **dict.fromkeys(
        words("Bundestag Congress Duma House Kremlin Knesset Navy Army Parliament Pentagon Senate Treasury Vatican"),
        "ORG",
    ),
    "Capitol": "FAC",
    "Centre Court": "FAC",
    **dict.fromkeys(words("Bible Koran Quran Torah"), "WORK_OF_ART"),
}
"""Heads that are names by themselves."""
POSTAL: Final = words(
    "AK AL AR AZ Ala Ariz Ark CA CO CT Calif Colo Conn DC DE Del FL Fla GA HI IA ID IL IN Ill Ind KS KY Kan Ky LA "
    "La MA MD ME MI MN MO MS MT Mass Md Mich Minn Miss Mo Mont NC ND NE NH NJ NM NSW NV NY Neb Nev OH OK OR Okla "
    "Ore PA Pa RI SC SD TN TX Tenn Tex UT VA VT Va Vt WA WI WV WY Wash Wis Wyo"
)
"""What may follow a town and a comma: "Springfield, MA"."""
SHORT_STATES: Final = frozenset(
    name[:-1] for name in STATE_ABBREVIATIONS.split(",") if name.endswith(".") and name.count(".") == 1
)
"""Abbreviations of states without their full stop."""
BROADCASTERS: Final = words("ABC CBS CTV CW Channel FOX Fox ITV Local NBC NEWSCHANNEL NewsChannel Newschannel")
"""Names of stations that go on with a number."""
NEWSPAPERS: Final = words(
    "Atlantic Economist Globe Guardian Herald Hill Independent Intercept Journal Mail Mirror Observer Post Sun "
    "Telegraph Times Tribune Verge"
)
"""Last words of newspapers whose article belongs to the name."""
